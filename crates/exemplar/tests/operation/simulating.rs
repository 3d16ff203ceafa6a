//! `exemplar simulate`: made-up cases hold together, and never come beside real ones.

use exemplar_app::simulate::is_simulated;
use exemplar_core::permission::StaffRole;

use crate::place::Place;

#[tokio::test(flavor = "multi_thread")]
async fn made_up_cases_hold_together_and_mark_their_store() {
    for place in Place::both().await {
        let made = place.run(&["simulate", "--cases", "60", "--format", "json"]).done();
        let made: serde_json::Value = serde_json::from_str(made.lines().last().unwrap()).unwrap();
        let count = |of: &str| made[of].as_u64().unwrap();
        assert_eq!(
            count("drafts") + count("waiting") + count("taken") + count("decided"),
            60
        );
        assert!(count("decided") > 20 && count("drafts") > 0, "{made}");
        place.run(&["audit", "verify"]).done();
        let store = place.open().await;
        assert!(is_simulated(&store).await.unwrap());
        let staff = store.all_staff().await.unwrap();
        let waits = staff.iter().find(|staff| staff.private.email.is_empty()).unwrap();
        assert!(waits.memberships.iter().any(|m| m.role == StaffRole::Administrator));
        store.close().await;
        place.run(&["simulate", "--cases", "5"]).done();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn where_a_real_case_is_none_is_made_up() {
    for place in Place::both().await {
        let store = place.open().await;
        place.submitted(&store, "REAL-0000-0000").await;
        store.close().await;
        let said = place.run(&["simulate", "--cases", "5"]).refused();
        assert!(said.contains("real cases"), "{said}");
        let store = place.open().await;
        assert!(!is_simulated(&store).await.unwrap());
        store.close().await;
    }
}
