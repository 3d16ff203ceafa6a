//! Messages carry what is known of their organisation, and the installation's sender where nothing is.

use axum::http::StatusCode;
use exemplar_core::definition::organisations_folder;
use exemplar_core::permission::StaffRole;
use exemplar_core::record::Actor;
use exemplar_testkit::at;

use super::stage::{ANSWERS, Stage, on_each_engine, revision_in};

const COUNCIL: &str = "council:
  name: { en: Council, cy: Cyngor }
  email: { sender: Council permits, from: permits@example.org, reply_to: help@example.org }
  footer: Do not send personal details.
  address: |
    1 Street
    Exampleton
";

async fn follow(stage: &Stage, file: &str) {
    let by = Actor::Integration("test".to_owned());
    let folder = organisations_folder(file.as_bytes().to_vec());
    let store = &stage.kit.store;
    let kept = exemplar_app::services::publish_organisations(store, &folder, &by, at(0)).await;
    assert!(kept.unwrap().is_ok());
    stage.site.app.services.follow(store).await.unwrap();
}

async fn refuse(stage: &Stage, reference: &str, answers: &[(&str, &str)], who: &(String, String)) {
    let case = stage.case("north", reference, answers).await;
    let (cookie, csrf) = who;
    let revision = revision_in(&stage.get(&case, cookie).await);
    let ruling = [
        ("csrf", csrf.as_str()),
        ("revision", &revision),
        ("outcome", "refused"),
        ("reason-refused", "has_one"),
    ];
    let path = format!("{case}/decide");
    assert_eq!(stage.post(&path, cookie, &ruling).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_email_comes_from_the_organisation_with_its_footer() {
    on_each_engine(async |stage: Stage| {
        let stage = stage.serving().await;
        let ann = stage.somebody("ann@example.org", StaffRole::Caseworker, None).await;
        // Of another organisation nothing is known: the installation sends, and nothing is added.
        follow(&stage, "other: { name: Other, footer: Not ours }").await;
        refuse(&stage, "NNNN-1111", ANSWERS, &ann).await;
        stage.work().await;
        let mail = stage.mail().remove(0);
        assert!(mail.contains("From: a@example.org\r\n") && !mail.contains("Reply-To"));
        assert!(!mail.contains("Not ours"));
        // What is published later is followed, and what was before no longer.
        follow(&stage, COUNCIL).await;
        refuse(&stage, "NNNN-2222", ANSWERS, &ann).await;
        stage.work().await;
        let mail = stage
            .mail()
            .into_iter()
            .find(|mail| mail.contains("NNNN-2222"))
            .unwrap();
        assert!(
            mail.contains("From: \"Council permits\" <permits@example.org>\r\n"),
            "{mail}"
        );
        assert!(mail.contains("Reply-To: help@example.org\r\n"));
        assert!(mail.contains("Do not send personal details."));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_letter_shows_its_organisation_and_footer() {
    let stage = Stage::with_service().await;
    let ann = stage.somebody("ann@example.org", StaffRole::Caseworker, None).await;
    follow(&stage, COUNCIL).await;
    refuse(&stage, "NNNN-1111", &ANSWERS[..1], &ann).await;
    let list = stage.get("/staff/letters", &ann.0).await.body;
    let part = list.split("href=\"/staff/letters/").nth(1).unwrap();
    let address = format!("/staff/letters/{}", part.split('"').next().unwrap());
    let letter = stage.get(&address, &ann.0).await.body;
    assert!(letter.contains("1 Street<br>Exampleton"));
    assert!(letter.contains("Do not send personal details."));
}
