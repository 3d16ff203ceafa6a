//! The list of e-mails tells what became of each and nothing of a case; the case shows its messages.

use axum::http::StatusCode;
use exemplar_app::staff::NewMembership;
use exemplar_core::permission::StaffRole;

use super::stage::{ANSWERS, Stage, on_each_engine, revision_in};

async fn refuse(stage: &Stage, case: &str, cookie: &str, csrf: &str) {
    let revision = revision_in(&stage.get(case, cookie).await);
    let ruling = [
        ("csrf", csrf),
        ("revision", &revision),
        ("outcome", "refused"),
        ("reason-refused", "has_one"),
    ];
    let path = format!("{case}/decide");
    assert_eq!(stage.post(&path, cookie, &ruling).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test(flavor = "multi_thread")]
async fn emails_are_listed_without_text_and_the_case_shows_it_to_those_who_may_see_it() {
    on_each_engine(async |stage: Stage| {
        let stage = stage.serving().await;
        let case = stage.case("north", "NNNN-1111", ANSWERS).await;
        let (ann, csrf) = stage.somebody("ann@example.org", StaffRole::Caseworker, None).await;
        let (root, _) = stage.somebody("root@example.org", StaffRole::Operator, None).await;
        refuse(&stage, &case, &ann, &csrf).await;
        let list = stage.get("/staff/emails", &root).await.body;
        assert!(list.contains("Waiting") && list.contains("refused") && list.contains("No mail server is set"));
        stage.work().await;
        let list = stage.get("/staff/emails", &root).await.body;
        assert!(list.contains("<td class=\"govuk-table__cell\">Sent</td>"));
        for hidden in ["NNNN-1111", "applicant@example.org", "We refused", case.as_str()] {
            assert!(!list.contains(hidden), "{hidden} is of the case");
        }
        assert_eq!(stage.get("/staff/emails", &ann).await.status, StatusCode::NOT_FOUND);
        let shown = stage.get(&case, &ann).await.body;
        assert!(shown.contains("applicant@example.org") && shown.contains("(Email, Sent)"));
        assert!(shown.contains("You can appeal to the county court"));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_operator_who_also_deals_with_the_case_is_led_to_it() {
    let stage = Stage::with_service().await;
    let case = stage.case("north", "NNNN-1111", ANSWERS).await;
    let far = stage.case("south", "SSSS-1111", ANSWERS).await;
    let (boss, csrf) = stage.somebody("boss@example.org", StaffRole::Manager, None).await;
    refuse(&stage, &case, &boss, &csrf).await;
    refuse(&stage, &far, &boss, &csrf).await;
    let (_, _, codes) = stage
        .somebody_with_codes("root@example.org", StaffRole::Operator, None)
        .await;
    let root = stage.site.app.staff_of("root@example.org").await.unwrap().id;
    let also = NewMembership {
        role: StaffRole::Caseworker,
        organisation: "council".into(),
        office: Some("north".into()),
        service: None,
        until: None,
    };
    assert!(stage.site.app.add_membership(root, &also).await.is_ok());
    let (root, _) = stage.sign_in("root@example.org", &codes[0]).await;
    let list = stage.get("/staff/emails", &root).await.body;
    assert!(list.contains(&format!("{case}#messages")));
    assert!(!list.contains(&far));
}
