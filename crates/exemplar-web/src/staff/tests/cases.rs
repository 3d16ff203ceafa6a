//! A queue and a case: who sees them, and what is done there.

use axum::http::StatusCode;
use exemplar_core::permission::StaffRole;
use exemplar_testkit::at;

use super::stage::{ANSWERS, Stage, revision_in};

#[tokio::test(flavor = "multi_thread")]
async fn a_queue_and_a_case_show_to_their_office_alone_and_each_look_is_on_record() {
    let stage = Stage::with_service().await;
    let north = stage.case("north", "NNNN-1111", ANSWERS).await;
    let south = stage.case("south", "SSSS-2222", ANSWERS).await;
    let (cookie, _) = stage
        .somebody("ann@example.org", StaffRole::Caseworker, Some("north"))
        .await;
    let list = stage.get("/staff/cases", &cookie).await;
    assert!(list.body.contains("NNNN-1111") && !list.body.contains("SSSS-2222"));
    assert!(!list.body.contains("Ann Applicant"), "a list opens no answer");
    assert_eq!(stage.looks().await, Some(1));
    let widened = stage.get("/staff/cases?office=south", &cookie).await;
    assert!(!widened.body.contains("SSSS-2222"));
    let case = stage.get(&north, &cookie).await;
    assert!(case.body.contains("What are you called?") && case.body.contains("Ann Applicant"));
    assert_eq!(stage.looks().await, Some(3));
    assert_eq!(stage.get(&south, &cookie).await.status, StatusCode::NOT_FOUND);
    let nobodys = "/staff/cases/00000000-0000-0000-0000-000000000009";
    assert_eq!(stage.get(nobodys, &cookie).await.status, StatusCode::NOT_FOUND);
    assert_eq!(stage.looks().await, None, "what is not shown is no look");
}

#[tokio::test(flavor = "multi_thread")]
#[expect(clippy::too_many_lines, reason = "one story, in its order")]
async fn a_case_is_taken_noted_and_refused_with_a_reason_and_the_applicant_is_told() {
    let stage = Stage::with_service().await;
    let case = stage.case("north", "NNNN-1111", ANSWERS).await;
    let (cookie, csrf) = stage
        .somebody("ann@example.org", StaffRole::Caseworker, Some("north"))
        .await;
    let page = stage.get(&case, &cookie).await;
    let first = revision_in(&page);
    let taken = stage
        .post(
            &format!("{case}/take"),
            &cookie,
            &[("csrf", &csrf), ("revision", &first)],
        )
        .await;
    assert_eq!(
        (taken.status, taken.location.as_str()),
        (StatusCode::SEE_OTHER, case.as_str())
    );
    assert!(
        stage
            .get("/staff/cases?who=mine", &cookie)
            .await
            .body
            .contains("NNNN-1111")
    );
    let note = [("csrf", csrf.as_str()), ("note", "Rang twice.")];
    assert_eq!(
        stage.post(&format!("{case}/note"), &cookie, &note).await.status,
        StatusCode::SEE_OTHER
    );
    let decide = format!("{case}/decide");
    let old = [
        ("csrf", csrf.as_str()),
        ("revision", &first),
        ("outcome", "refused"),
        ("reason-refused", "has_one"),
    ];
    let changed = stage.post(&decide, &cookie, &old).await;
    assert_eq!(changed.status, StatusCode::CONFLICT);
    assert!(changed.body.contains("Taken") && changed.body.contains("Rang twice."));
    assert!(
        changed.body.contains("value=\"has_one\" checked"),
        "what was chosen is kept"
    );
    let now = revision_in(&changed);
    let without = [("csrf", csrf.as_str()), ("revision", &now), ("outcome", "refused")];
    assert_eq!(
        stage.post(&decide, &cookie, &without).await.status,
        StatusCode::UNPROCESSABLE_ENTITY
    );
    let ruling = [
        ("csrf", csrf.as_str()),
        ("revision", &now),
        ("outcome", "refused"),
        ("reason-refused", "has_one"),
    ];
    assert_eq!(
        stage.post(&decide, &cookie, &ruling).await.status,
        StatusCode::SEE_OTHER
    );
    assert_eq!(
        stage.post(&decide, &cookie, &ruling).await.status,
        StatusCode::CONFLICT,
        "once only"
    );
    let decided = stage.get("/staff/cases?state=decided", &cookie).await;
    assert!(decided.body.contains("Permit refused"));
    let id = exemplar_core::id::CaseId(case.rsplit('/').next().unwrap().parse().unwrap());
    let work = stage.kit.store.work(id).await.unwrap();
    assert_eq!(work.decisions[0].reasons["reason"], "has_one");
    let message = &work.messages[0];
    assert_eq!(
        (message.event.as_str(), message.address.as_str()),
        ("refused", "applicant@example.org")
    );
    assert!(message.text.contains("You already have a permit.") && message.text.contains("the county court by"));
    let mut session = crate::session::Session::new([1; 16]);
    session.hold(id, &"permit".into(), 0, at(0));
    let own = stage.site.sealer.seal(&session).unwrap();
    let status = stage
        .get(&format!("/permit/status/{id}"), own.split(';').next().unwrap())
        .await;
    assert!(status.body.contains("Permit refused") && status.body.contains("You already have a permit."));
    assert!(status.body.contains("You can appeal to the county court by"));
    assert!(
        stage.kit.store.verify().await.unwrap().is_empty(),
        "the record is whole"
    );
}
