//! A form of another system comes in from a browser: what is chosen, what is said of it, and what can be done with it.

use axum::http::StatusCode;
use exemplar_core::permission::StaffRole;
use exemplar_core::publishing::ProposalState;
use serde_json::Value;

use super::stage::{Read, Stage};

const IMPORT: &str = "/staff/import";

const FORM: &str = r#"{ "name": "Market stall", "pages": [{ "path": "/a", "title": "A", "next": [],
    "components": [{ "type": "EmailAddressField", "name": "e", "title": "What is your email address?" },
                   { "type": "MapField", "name": "m", "title": "Where? See https://forms.example/map" },
                   { "type": "Html", "content": "<p>Read <a href=\"https://forms.example/a\">this</a>.</p>" }] }] }"#;

/// Somebody who owns all services of the council.
async fn owner(stage: &Stage) -> (String, String) {
    let email = format!("{}@example.org", uuid::Uuid::now_v7());
    stage.somebody(&email, StaffRole::Owner, None).await
}

/// Sends files as one form of XGov.
async fn sent(stage: &Stage, (cookie, csrf): &(String, String), files: &[(&str, &str)]) -> Read {
    let chosen = [("from", "xgov-v1"), ("shape", "one")];
    stage.send_files(IMPORT, (cookie, csrf), ("file", &chosen), files).await
}

/// The address of what became of the form.
async fn imported(stage: &Stage, owner: &(String, String)) -> String {
    let reply = sent(stage, owner, &[("stall.json", FORM)]).await;
    assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", reply.body);
    assert!(reply.location.starts_with("/staff/import/"), "{}", reply.location);
    reply.location
}

#[track_caller]
fn refused(reply: &Read, says: &str) {
    assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", reply.body);
    assert!(reply.body.contains(says), "{says}: {}", reply.body);
    assert!(reply.body.contains("govuk-error-summary"), "{}", reply.body);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_owner_imports_a_form_reads_its_report_and_opens_the_preview() {
    let stage = Stage::with_service().await;
    let owner = owner(&stage).await;
    let services = stage.get("/staff/services", &owner.0).await;
    assert!(services.body.contains("href=\"/staff/import\""));
    let form = stage.get(IMPORT, &owner.0).await;
    assert_eq!(form.status, StatusCode::OK);
    let address = imported(&stage, &owner).await;

    let page = stage.get(&address, &owner.0).await;
    assert_eq!(page.status, StatusCode::OK);
    for says in [
        "Market stall",
        "Not possible",
        "pages[0].components[1]",
        "MapField",
        "passes the check",
    ] {
        assert!(page.body.contains(says), "{says}: {}", page.body);
    }
    assert!(!page.body.contains("href=\"http"), "no address of the form is a link");
    let report = stage.get(&format!("{address}/report"), &owner.0).await;
    let report: Value = serde_json::from_str(&report.body).unwrap();
    assert_eq!(
        (&report["format"], &report["service"]),
        (&"xgov-v1".into(), &"stall".into())
    );
    let folder = stage.get(&format!("{address}/folder"), &owner.0).await;
    assert!(folder.body.starts_with("PK") && folder.body.contains("stall/service.yaml"));

    let keep = [
        ("csrf", owner.1.as_str()),
        ("place", "new.council"),
        ("name", "stall"),
        ("then", "preview"),
    ];
    let kept = stage.post(&format!("{address}/keep"), &owner.0, &keep).await;
    assert_eq!(kept.status, StatusCode::SEE_OTHER, "{}", kept.body);
    assert!(kept.location.starts_with("/stall~"), "{}", kept.location);
    let preview = stage.get(&kept.location, "").await;
    assert!(
        preview.status == StatusCode::OK && preview.body.contains("Market stall"),
        "{}",
        preview.body
    );
    let proposals = stage.kit.store.proposals(&"stall".into()).await.unwrap();
    assert_eq!((proposals.len(), proposals[0].state), (1, ProposalState::Draft));
    assert!(stage.site.app.services.live("stall").is_none());

    // It is there now, so it can become another version of that, or a service of another name.
    let page = stage.get(&address, &owner.0).await;
    assert!(
        page.body.contains("value=\"of.stall\"") && page.body.contains("value=\"stall-2\""),
        "{}",
        page.body
    );
    refused(
        &stage.post(&format!("{address}/keep"), &owner.0, &keep).await,
        "There is a service with that address",
    );
    let again = [("csrf", owner.1.as_str()), ("place", "of.stall")];
    let kept = stage.post(&format!("{address}/keep"), &owner.0, &again).await;
    assert_eq!(kept.location, "/staff/versions/stall.1");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_imported_is_said_and_what_was_chosen_stays() {
    let stage = Stage::with_service().await;
    let owner = owner(&stage).await;
    let send = async |from: &str, shape: &str, files: &[(&str, &str)]| {
        let chosen = [("from", from), ("shape", shape)];
        let reply = stage
            .send_files(IMPORT, (&owner.0, &owner.1), ("file", &chosen), files)
            .await;
        for value in [from, shape].iter().filter(|value| !value.is_empty()) {
            assert!(
                reply.body.contains(&format!("value=\"{value}\" checked")),
                "{value}: {}",
                reply.body
            );
        }
        reply
    };
    let nothing = send("", "", &[("", "")]).await;
    for says in [
        "Select which system the form comes from",
        "Select whether it is one form or an application of many files",
        "Select the file of the form",
    ] {
        refused(&nothing, says);
    }
    let form = [("stall.json", FORM)];
    let chosen = [("from", "no-system"), ("shape", "one")];
    let no_system = stage
        .send_files(IMPORT, (&owner.0, &owner.1), ("file", &chosen), &form)
        .await;
    refused(&no_system, "Select which system the form comes from");
    refused(
        &send("gcforms", "one", &form).await,
        "looks like a form of another system: ",
    );
    refused(&send("xgov-v1", "one", &[("a.json", "name: x")]).await, "is not JSON");
    let unknown = send("navformio", "one", &[("a.json", "{}")]).await;
    refused(&unknown, "is no form of the system that you chose");
    refused(&unknown, "The file has no components");
    refused(
        &send("xgov-v1", "one", &[("a.json", r#"{"pages":[]}"#)]).await,
        "asks nothing",
    );
    let two = [("a.json", FORM), ("b.json", FORM)];
    refused(&send("xgov-v1", "one", &two).await, "You selected 2 forms");
    let large = "x".repeat(4 * 1024 * 1024 + 1);
    refused(
        &send("xgov-v1", "one", &[("a.json", &large)]).await,
        "4 MB or smaller each, and 16 MB",
    );
    let full = "x".repeat(4 * 1024 * 1024);
    let five: Vec<_> = ["a", "b", "c", "d", "e"]
        .iter()
        .map(|name| (*name, full.as_str()))
        .collect();
    refused(&send("xgov-v1", "many", &five).await, "4 MB or smaller each, and 16 MB");
    let many = vec![("a.json", FORM); 201];
    refused(&send("xgov-v1", "many", &many).await, "Select at most 200 files");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_place_that_is_not_ones_own_or_a_name_that_cannot_be_is_refused() {
    let stage = Stage::with_service().await;
    let owner = owner(&stage).await;
    let keep = format!("{}/keep", imported(&stage, &owner).await);
    let kept = async |place: &str, name: &str| {
        let fields = [("csrf", owner.1.as_str()), ("place", place), ("name", name)];
        stage.post(&keep, &owner.0, &fields).await
    };
    refused(&kept("new.elsewhere", "stall").await, "Select what it should become");
    refused(&kept("", "stall").await, "Select what it should become");
    let wrong = kept("new.council", "My stall").await;
    refused(&wrong, "Enter an address in small letters");
    assert!(
        wrong.body.contains("value=\"My stall\""),
        "what was typed stays: {}",
        wrong.body
    );
    refused(
        &kept("new.council", "permit").await,
        "There is a service with that address already",
    );
    assert!(stage.kit.store.proposed_services().await.unwrap().is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_service_with_errors_is_given_along_and_not_kept() {
    let stage = Stage::with_service().await;
    let owner = owner(&stage).await;
    // More words than a text of a service can have.
    let form = FORM.replace("Read ", &"word ".repeat(5_000));
    let reply = sent(&stage, &owner, &[("stall.json", &form)]).await;
    let page = stage.get(&reply.location, &owner.0).await;
    for says in [
        "The check finds errors",
        "service.yaml:",
        "bytes; at most 20000 are read",
        "/folder\"",
    ] {
        assert!(page.body.contains(says), "{says}: {}", page.body);
    }
    assert!(!page.body.contains("/keep"), "{}", page.body);
    let keep = [("csrf", owner.1.as_str()), ("place", "new.council"), ("name", "stall")];
    let kept = stage.post(&format!("{}/keep", reply.location), &owner.0, &keep).await;
    refused(&kept, "The check finds errors in it, so it cannot be kept");
    assert!(stage.kit.store.proposed_services().await.unwrap().is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn what_became_of_a_form_is_for_who_imported_it_alone() {
    let stage = Stage::with_service().await;
    let owner = owner(&stage).await;
    let address = imported(&stage, &owner).await;
    let other = self::owner(&stage).await;
    let (cookie, csrf) = stage.somebody("root@example.org", StaffRole::Administrator, None).await;
    for path in [
        address.clone(),
        format!("{address}/report"),
        format!("{address}/folder"),
    ] {
        for cookie in [&other.0, &cookie] {
            assert_eq!(stage.get(&path, cookie).await.status, StatusCode::NOT_FOUND, "{path}");
        }
        assert_eq!(stage.get(&path, "").await.location, "/staff/sign-in", "{path}");
    }
    let fields = [("csrf", other.1.as_str()), ("place", "new.council"), ("name", "stall")];
    let kept = stage.post(&format!("{address}/keep"), &other.0, &fields).await;
    assert_eq!(kept.status, StatusCode::NOT_FOUND);
    let files = [("stall.json", FORM)];
    let reply = sent(&stage, &(cookie, csrf), &files).await;
    assert_eq!(
        reply.status,
        StatusCode::NOT_FOUND,
        "an administrator publishes nothing"
    );
    let reply = sent(&stage, &(other.0.clone(), "made-up".to_owned()), &files).await;
    assert_eq!(reply.status, StatusCode::FORBIDDEN);
    let reply = sent(&stage, &(String::new(), String::new()), &files).await;
    assert_eq!(
        (reply.status, reply.location.as_str()),
        (StatusCode::SEE_OTHER, "/staff/sign-in")
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn the_pages_are_there_in_each_language() {
    let stage = Stage::with_service().await;
    let owner = owner(&stage).await;
    let address = imported(&stage, &owner).await;
    for (language, form, one) in [
        ("cy", "Mewnforio ffurflen o system arall", "Beth a ddaeth o"),
        ("ar", "استيراد نموذج من نظام آخر", "ما صار إليه"),
    ] {
        let cookie = format!("{}; exemplar-staff-language={language}", owner.0);
        for (path, says) in [(IMPORT, form), (address.as_str(), one)] {
            let page = stage.get(path, &cookie).await;
            assert!(page.body.contains(says), "{language}: {}", page.body);
            assert!(!page.body.contains("importing-"), "a key has no words: {}", page.body);
        }
    }
}
