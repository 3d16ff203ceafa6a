//! Letters that staff post.

use axum::http::StatusCode;
use exemplar_core::permission::StaffRole;

use super::stage::{ANSWERS, Stage, revision_in};

#[tokio::test(flavor = "multi_thread")]
async fn who_gave_no_email_address_gets_a_letter_that_staff_post() {
    let stage = Stage::with_service().await;
    let case = stage.case("north", "NNNN-1111", &ANSWERS[..1]).await;
    let (cookie, csrf) = stage
        .somebody("ann@example.org", StaffRole::Caseworker, Some("north"))
        .await;
    let (elsewhere, other_csrf) = stage
        .somebody("bob@example.org", StaffRole::Caseworker, Some("south"))
        .await;
    let now = revision_in(&stage.get(&case, &cookie).await);
    let ruling = [
        ("csrf", csrf.as_str()),
        ("revision", &now),
        ("outcome", "refused"),
        ("reason-refused", "has_one"),
    ];
    assert_eq!(
        stage.post(&format!("{case}/decide"), &cookie, &ruling).await.status,
        StatusCode::SEE_OTHER
    );
    let list = stage.get("/staff/letters", &cookie).await;
    assert!(list.body.contains("We refused your permit"));
    assert!(
        !stage
            .get("/staff/letters", &elsewhere)
            .await
            .body
            .contains("We refused")
    );
    let letter = list
        .body
        .split("href=\"/staff/letters/")
        .nth(1)
        .unwrap()
        .split('"')
        .next()
        .unwrap();
    let letter = format!("/staff/letters/{letter}");
    assert!(
        stage
            .get(&letter, &cookie)
            .await
            .body
            .contains("You already have a permit.")
    );
    assert_eq!(stage.get(&letter, &elsewhere).await.status, StatusCode::NOT_FOUND);
    let posted = format!("{letter}/posted");
    assert_eq!(
        stage.post(&posted, &elsewhere, &[("csrf", &other_csrf)]).await.status,
        StatusCode::NOT_FOUND
    );
    assert_eq!(
        stage.post(&posted, &cookie, &[("csrf", &csrf)]).await.status,
        StatusCode::SEE_OTHER
    );
    assert!(!stage.get("/staff/letters", &cookie).await.body.contains("We refused"));
}
