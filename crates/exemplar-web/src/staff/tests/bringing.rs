//! A version comes in from a browser.

use axum::http::StatusCode;
use exemplar_core::permission::StaffRole;

use super::stage::{REFUSED, Read, SERVICE, Stage};

const SERVICES: &str = "/staff/services";

/// An owner sends these files.
async fn sent(stage: &Stage, files: &[(&str, &str)]) -> Read {
    let email = format!("{}@example.org", uuid::Uuid::now_v7());
    let (cookie, csrf) = stage.somebody(&email, StaffRole::Owner, None).await;
    stage.send_folder(SERVICES, (&cookie, &csrf), files).await
}

#[track_caller]
fn refused(reply: &Read, says: &str) {
    assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", reply.body);
    assert!(reply.body.contains(says), "{}", reply.body);
    assert!(reply.body.contains("govuk-error-summary"), "{}", reply.body);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_owner_brings_a_version_in_and_nothing_goes_live_by_that() {
    let stage = Stage::with_service().await;
    let live = stage.site.app.services.live("permit").unwrap().digest;
    let better = SERVICE.replace("name: ", "name: Better ");
    let files = [
        ("permit/service.yaml", better.as_str()),
        ("permit/messages/refused.en.md", REFUSED),
        ("permit/.git/config", "secret"),
        ("permit/README.md", "# For the team"),
    ];
    let reply = sent(&stage, &files).await;
    assert_eq!(
        (reply.status, reply.location.as_str()),
        (StatusCode::SEE_OTHER, "/staff/versions/permit.1")
    );
    stage.site.app.services.follow(&stage.kit.store).await.unwrap();
    assert_eq!(stage.site.app.services.live("permit").unwrap().digest, live);
    let brought = stage.kit.store.proposals(&"permit".into()).await.unwrap();
    let folder = stage.kit.store.definition(brought[0].digest).await.unwrap().unwrap();
    assert_eq!(folder.files.len(), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_version_with_errors_comes_back_with_what_is_wrong() {
    let stage = Stage::with_service().await;
    let wrong = SERVICE.replace("name: ", "nane: ");
    let reply = sent(&stage, &[("permit/service.yaml", &wrong)]).await;
    refused(&reply, "service.yaml:");
    assert!(reply.body.contains("nane"), "{}", reply.body);
    assert!(stage.kit.store.proposals(&"permit".into()).await.unwrap().is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_folder_of_ones_own_is_refused_kindly() {
    let stage = Stage::with_service().await;
    refused(&sent(&stage, &[]).await, "Select the folder of a service");
    refused(&sent(&stage, &[("", "")]).await, "Select the folder of a service");
    refused(&sent(&stage, &[("service.yaml", SERVICE)]).await, "Select one folder");
    let two = [("permit/service.yaml", SERVICE), ("other/service.yaml", SERVICE)];
    refused(&sent(&stage, &two).await, "Select one folder");
    let large = "x".repeat(3 * 1024 * 1024);
    refused(
        &sent(&stage, &[("permit/list.csv", &large)]).await,
        "too many files, or too large",
    );
    let elsewhere = SERVICE.replace("organisation: council", "organisation: elsewhere");
    assert_ne!(elsewhere, SERVICE);
    for name in ["permit", "other"] {
        let path = format!("{name}/service.yaml");
        let files = [
            (path.as_str(), elsewhere.as_str()),
            ("permit/messages/refused.en.md", REFUSED),
        ];
        let files = if name == "permit" { &files[..] } else { &files[..1] };
        refused(&sent(&stage, files).await, "do not publish the service");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn only_an_owner_brings_a_version_in_by_a_form_of_ones_own() {
    let stage = Stage::with_service().await;
    let files = [
        ("permit/service.yaml", SERVICE),
        ("permit/messages/refused.en.md", REFUSED),
    ];
    let (cookie, csrf) = stage
        .somebody("ann@example.org", StaffRole::Caseworker, Some("north"))
        .await;
    let reply = stage.send_folder(SERVICES, (&cookie, &csrf), &files).await;
    assert_eq!(reply.status, StatusCode::NOT_FOUND);
    let (cookie, _) = stage.somebody("olu@example.org", StaffRole::Owner, None).await;
    let reply = stage.send_folder(SERVICES, (&cookie, "wrong"), &files).await;
    assert_eq!(reply.status, StatusCode::FORBIDDEN);
    let reply = stage.send_folder(SERVICES, ("", ""), &files).await;
    assert_eq!(
        (reply.status, reply.location.as_str()),
        (StatusCode::SEE_OTHER, "/staff/sign-in")
    );
    assert!(stage.kit.store.proposals(&"permit".into()).await.unwrap().is_empty());
}
