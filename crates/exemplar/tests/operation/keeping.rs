//! Erasing, holding and copying one case, by command.

use std::io::Write as _;
use std::path::Path;
use std::process::Stdio;

use exemplar_app::clock::Clock;
use exemplar_app::services::Services;
use exemplar_app::staff::NewStaff;
use exemplar_app::words::AllWords;
use exemplar_app::{App, chance};
use exemplar_core::id::{JobId, MessageId};
use exemplar_core::permission::StaffRole;
use exemplar_core::record::{Change, Committed, Means, Message, MessageState, NewJob};
use exemplar_outbound::Mailer;
use exemplar_store::Store;
use exemplar_testkit::{at, changed};

use crate::place::{Place, Ran};

fn app(place: &Place, store: Store) -> App {
    App {
        certificates: None,
        store,
        services: Services::default(),
        words: AllWords::built_in(),
        clock: Clock::Fixed(at(100)),
        address: "http://localhost".to_owned(),
        files: exemplar_outbound::Objects::folder(place.path("data/files")),
        scanner: None,
        connectors: exemplar_outbound::Connectors::default(),
        mail: Mailer::folder(place.path("data/mail"), "a@example.org").unwrap(),
        texts: exemplar_outbound::Texts::folder(place.path("data/texts")),
        writer: chance::writer(),
        wake: tokio::sync::Notify::new(),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_held_case_is_not_erased_until_the_hold_is_lifted() {
    for place in Place::both().await {
        let store = place.open().await;
        let case = place.submitted(&store, "HELD-0000-0000").await;
        place
            .run(&["hold", "HELD-0000-0000", "--reason", "court file 12"])
            .done();
        let refused = place
            .run(&["erase", "HELD-0000-0000", "--reason", "asked for", "--yes"])
            .refused();
        assert!(
            refused.contains("legal hold") && refused.contains("court file 12"),
            "{refused}"
        );
        place
            .run(&["hold", "HELD-0000-0000", "--lift", "--reason", "settled"])
            .done();
        let kinds: Vec<_> = store
            .events(case)
            .await
            .unwrap()
            .into_iter()
            .map(|event| event.kind)
            .collect();
        assert_eq!(kinds, ["submitted", "held", "hold_lifted"]);
        assert!(place.run(&["audit", "verify"]).done().contains("the record is whole"));
        let not_held = place
            .run(&["hold", "HELD-0000-0000", "--lift", "--reason", "settled"])
            .refused();
        assert!(not_held.contains("no hold"), "{not_held}");
        place
            .run(&["erase", "HELD-0000-0000", "--reason", "asked for", "--yes"])
            .done();
        assert!(store.load(case).await.unwrap().is_none());
        let gone = place
            .run(&["erase", "HELD-0000-0000", "--reason", "asked for", "--yes"])
            .refused();
        assert!(gone.contains("there is no such case"), "{gone}");
        assert!(place.run(&["audit", "verify"]).done().contains("the record is whole"));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_erasure_asks_first_and_does_nothing_without_a_yes() {
    let place = Place::sqlite().await;
    let store = place.open().await;
    let case = place.submitted(&store, "KEEP-0000-0000").await;
    for (typed, erased) in [("no\n", false), ("", false), ("yes\n", true)] {
        let mut command = place.command(&["erase", "KEEP-0000-0000", "--reason", "asked for"]);
        command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        child.stdin.take().unwrap().write_all(typed.as_bytes()).unwrap();
        let ran = Ran::of(&child.wait_with_output().unwrap());
        assert_eq!(ran.code, i32::from(!erased), "{}", ran.err);
        assert_eq!(store.load(case).await.unwrap().is_none(), erased);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_copy_has_questions_answers_events_and_is_itself_a_look() {
    for place in Place::both().await {
        let store = place.open().await;
        let case = place.submitted(&store, "COPY-0000-0000").await;
        let new = NewStaff {
            name: "Ann Worker".to_owned(),
            email: "ann@example.org".to_owned(),
            role: StaffRole::Caseworker,
            organisation: "example-council".into(),
            office: None,
            service: None,
        };
        app(&place, store.clone()).add_staff(new).await.unwrap();
        let nobody = place
            .run(&["copy", "COPY-0000-0000", "--by", "eve@example.org"])
            .refused();
        assert!(nobody.contains("no account"), "{nobody}");
        let copy = ["copy", "COPY-0000-0000", "--by", "ann@example.org"];
        let text = place.run(&copy).done();
        for held in [
            "What is your phone number?",
            "441632960001",
            "COPY-0000-0000",
            "Ann Worker",
            "Submitted",
        ] {
            assert!(text.contains(held), "{held} is not in {text}");
        }
        let json = place.run(&[&copy[..], &["--format", "json"]].concat()).done();
        let json: serde_json::Value = serde_json::from_str(&json).unwrap();
        assert_eq!(json["answers"][0]["what"], "What is your phone number?");
        assert_eq!(json["looks"].as_array().unwrap().len(), 2);
        let looks = store.looks_at(case, 10).await.unwrap();
        assert_eq!(looks.len(), 2);
        assert!(looks[0].reason.contains("asked for by the person"));
        assert!(place.run(&["audit", "verify"]).done().contains("the record is whole"));
    }
}

/// Whether any file in a folder holds some bytes.
fn holds(folder: &Path, bytes: &[u8]) -> bool {
    std::fs::read_dir(folder).unwrap().flatten().any(|entry| {
        let path = entry.path();
        if path.is_dir() {
            return holds(&path, bytes);
        }
        let content = std::fs::read(&path).unwrap();
        content.windows(bytes.len()).any(|window| window == bytes)
    })
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_of_an_erased_draft_is_in_any_file_of_the_installation() {
    let place = Place::sqlite().await;
    let store = place.open().await;
    let marker = "marker-of-an-erased-draft";
    let mut draft = place.draft();
    draft.part.answers = exemplar_testkit::answers(&[("full_name", marker)]);
    store.commit(draft.begin()).await.unwrap();
    let read = store.load(draft.case.id).await.unwrap().unwrap();
    let mut outcome = changed(&read);
    let message = Message {
        id: MessageId(uuid::Uuid::now_v7()),
        n: 1,
        event: "return_link".into(),
        means: Means::Email,
        language: "en".into(),
        state: MessageState::Waiting,
        tries: 0,
        at: at(1),
        address: "ann@example.org".into(),
        subject: "Your draft".into(),
        text: marker.to_owned(),
    };
    outcome.jobs = vec![NewJob {
        id: JobId(uuid::Uuid::now_v7()),
        kind: "send_email",
        case: Some(draft.case.id),
        due: at(1),
        task: serde_json::json!({ "message": message.id }),
    }];
    outcome.changes = vec![Change::Message(draft.case.id, message)];
    assert_eq!(store.commit(outcome).await.unwrap(), Committed::Committed);
    let app = app(&place, store.clone());
    assert_eq!(exemplar_app::work::round(&app, uuid::Uuid::now_v7()).await.unwrap(), 1);
    let sealed = exemplar_testkit::beside_the_store(&place.database, "SELECT hex(sealed) FROM part").await;
    let sealed: Vec<u8> = sealed
        .as_bytes()
        .chunks(2)
        .map(|pair| u8::from_str_radix(std::str::from_utf8(pair).unwrap(), 16).unwrap())
        .collect();
    let data = place.path("data");
    assert!(holds(&data, marker.as_bytes()), "the e-mail is a file");
    assert!(holds(&data, &sealed), "the answers are in the database or its log");
    let id = draft.case.id.to_string();
    // The store stays open beside the command, as where the program serves.
    place.run(&["erase", &id, "--reason", "asked for", "--yes"]).done();
    for gone in [marker.as_bytes(), &sealed] {
        assert!(!holds(place.folder.path(), gone));
    }
    // A backup that is made now holds nothing of it, and neither does the erasure list.
    place.run(&["backup", "backups"]).done();
    for gone in [marker.as_bytes(), &sealed] {
        assert!(!holds(place.folder.path(), gone));
    }
    assert!(holds(place.folder.path(), id.as_bytes()), "the list names the case");
}
