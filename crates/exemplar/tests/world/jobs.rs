//! Every kind of job that the worker knows is done by the program, and done again without harm.

use exemplar_app::work::KINDS;
use exemplar_core::id::{CaseId, JobId, MessageId, StaffId};
use exemplar_core::record::{Actor, Change, Means, Message, MessageState, NewEvent, NewJob, Outcome};
use exemplar_store::Store;
use exemplar_testkit::{at, beside_the_store, changed};
use serde_json::{Value, json};

use crate::place::Place;

/// What the jobs of the test are about.
struct About {
    case: CaseId,
    message: MessageId,
    text: MessageId,
    staff: StaffId,
}

/// What a job of a kind is told to do. A kind that is not here has no test.
fn task(kind: &str, about: &About) -> (Option<CaseId>, Value) {
    let by = Actor::Integration("command".to_owned());
    match kind {
        "send_email" => (Some(about.case), json!({ "message": about.message })),
        "send_text" => (Some(about.case), json!({ "message": about.text })),
        // The version of this case has no such message.
        "write_message" => (
            Some(about.case),
            json!({ "message": "no_more", "day": "2026-01-01", "since": 0 }),
        ),
        "tell_earlier" => {
            let term = "00".repeat(32);
            (
                None,
                json!({ "organisation": "council", "term": term, "language": "en" }),
            )
        }
        "hand_back_cases" => (None, json!({ "staff": about.staff, "by": by })),
        "write_to_staff" => (None, json!({ "staff": about.staff, "what": "reset" })),
        "ask_check" => (Some(about.case), json!({ "check": "known" })),
        "end_ask" => (Some(about.case), json!({ "ask": "payslips", "since": 0 })),
        "end_wait" => (Some(about.case), json!({ "wait": 1 })),
        "move_drafts" => (None, json!({ "service": "example-permit" })),
        "forget_files" => (Some(about.case), json!({ "objects": [about.message] })),
        "scan_file" => (Some(about.case), json!({ "n": 1, "object": about.message })),
        "sweep_uploads" | "remind_of_drafts" | "erase_drafts" | "checkpoint" | "keep_house" => (None, Value::Null),
        kind => panic!("{kind}: say here what such a job is told, and below what came of it"),
    }
}

fn message(about: &About, (id, means): (MessageId, Means), address: &str) -> Change {
    let message = Message {
        id,
        n: if id == about.message { 1 } else { 2 },
        event: "received".into(),
        means,
        language: "en".into(),
        state: MessageState::Waiting,
        tries: 0,
        at: at(1),
        address: address.into(),
        subject: "Received".into(),
        text: "Thank you".into(),
    };
    Change::Message(about.case, message)
}

async fn prepared(place: &Place, store: &Store) -> About {
    let arguments = [
        "--name",
        "Ann Officer",
        "--email",
        "ann@example.org",
        "--role",
        "caseworker",
    ];
    place
        .run(&[&["staff", "add", "--organisation", "council"], &arguments[..]].concat())
        .done();
    let about = About {
        case: place.submitted(store, "WORK-0000-0000").await,
        message: MessageId(uuid::Uuid::now_v7()),
        text: MessageId(uuid::Uuid::now_v7()),
        staff: store.all_staff().await.unwrap()[0].id,
    };
    let read = store.load(about.case).await.unwrap().unwrap();
    let mut outcome = changed(&read);
    let mut case = read.case.clone();
    case.assigned_to = Some(about.staff);
    case.revision += 1;
    outcome.events = vec![NewEvent {
        case: about.case,
        kind: "taken",
        at: at(1),
        actor: Actor::Staff(about.staff),
        on_behalf_of: None,
        definition: case.definition,
        details: json!({}),
    }];
    outcome.changes = vec![
        Change::Case(Box::new(case)),
        message(&about, (about.message, Means::Email), "ann@example.org"),
        message(&about, (about.text, Means::Text), "+447700900123"),
    ];
    store.commit(outcome).await.unwrap();
    about
}

#[tokio::test(flavor = "multi_thread")]
async fn every_kind_of_job_is_done_and_done_twice_it_does_no_harm() {
    for place in Place::both().await {
        let store = place.open().await;
        let about = prepared(&place, &store).await;
        let mut idle = place.draft();
        idle.case.active_on = jiff::civil::date(2020, 1, 1);
        store.commit(idle.begin()).await.unwrap();
        for kind in KINDS {
            let mut outcome = Outcome::new(exemplar_app::chance::commit_id(), at(2));
            if task(kind, &about).0.is_some() {
                outcome.read.push(store.load(about.case).await.unwrap().unwrap());
            }
            for _ in 0..2 {
                let (case, task) = task(kind, &about);
                outcome.jobs.push(NewJob {
                    id: JobId(uuid::Uuid::now_v7()),
                    kind,
                    case,
                    due: jiff::Timestamp::UNIX_EPOCH,
                    task,
                });
            }
            store.commit(outcome).await.unwrap();
        }
        let mut worker = place.command(&["work"]).spawn().unwrap();
        let began = std::time::Instant::now();
        let waiting = "SELECT CAST(count(*) AS TEXT) FROM job WHERE state = 'waiting'";
        while beside_the_store(&place.database, waiting).await != "0" {
            assert!(began.elapsed().as_secs() < 30, "the jobs are not done");
            tokio::time::sleep(std::time::Duration::from_millis(100)).await;
        }
        worker.kill().unwrap();
        worker.wait().unwrap();
        assert_eq!(store.dead_jobs(10).await.unwrap(), []);
        let messages = store.work(about.case).await.unwrap().messages;
        assert_eq!(messages.len(), 2);
        assert!(messages.iter().all(|message| message.state == MessageState::Sent));
        let texts = std::fs::read_dir(place.path("data/texts")).unwrap();
        assert_eq!(texts.count(), 1, "written once");
        let mails = std::fs::read_dir(place.path("data/mail")).unwrap();
        let mails: Vec<_> = mails
            .map(|mail| std::fs::read_to_string(mail.unwrap().path()).unwrap())
            .collect();
        assert_eq!(
            mails.iter().filter(|mail| mail.contains("Thank you")).count(),
            1,
            "sent once"
        );
        assert_eq!(mails.len(), 3, "one for each job of staff, which are two");
        let case = store.load(about.case).await.unwrap().unwrap().case;
        assert_eq!(case.assigned_to, None, "handed back");
        let events = store.events(about.case).await.unwrap();
        assert_eq!(
            events.iter().filter(|event| event.kind == "handed_back").count(),
            1,
            "once"
        );
        assert!(
            store.load(idle.case.id).await.unwrap().is_none(),
            "the idle draft is erased"
        );
        let checkpoints = beside_the_store(&place.database, "SELECT CAST(count(*) AS TEXT) FROM checkpoint").await;
        assert_ne!(checkpoints, "0", "a checkpoint is signed");
        assert!(store.verify().await.unwrap().is_empty());
        store.close().await;
    }
}
