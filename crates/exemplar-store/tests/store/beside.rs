//! What is kept beside cases: definitions, guesses, observations; and what hangs on a case.

use std::collections::BTreeMap;

use exemplar_core::definition::Folder;
use exemplar_core::id::{CaseId, Digest, JobId, MessageId, ServiceId};
use exemplar_core::record::{
    Actor, Change, Committed, Decision, DecisionStep, File, Link, Means, Message, MessageState, MoneyKind, MoneyLine,
    NewEvent, NewJob, ObservationKind, RegisterEntry, ScanState,
};
use exemplar_store::MessageJob;
use exemplar_testkit::{Draft, Kit, at, changed, observation, on_each_engine, submit, today};
use jiff::SignedDuration;
use uuid::Uuid;

use crate::{begin, load, outsider};

fn folder(words: &str) -> Folder {
    Folder {
        name: "missed-bin".into(),
        files: BTreeMap::from([("service.yaml".into(), words.as_bytes().to_vec())]),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_published_version_is_live_and_the_one_before_is_still_there() {
    on_each_engine(async |kit: Kit| {
        let store = &kit.store;
        let service = ServiceId::from("missed-bin");
        let by = Actor::Integration("command line".into());
        let (one, two) = (Digest([1; 32]), Digest([2; 32]));
        store
            .publish(&service, one, &folder("first"), &by, at(0))
            .await
            .unwrap();
        store
            .publish(&service, one, &folder("first"), &by, at(1))
            .await
            .unwrap();
        store
            .publish(&service, two, &folder("second"), &by, at(2))
            .await
            .unwrap();
        assert_eq!(store.live().await.unwrap(), [(service.clone(), two)]);
        assert_eq!(store.definition(one).await.unwrap(), Some(folder("first")));
        assert_eq!(store.definition(two).await.unwrap(), Some(folder("second")));
        assert_eq!(store.definition(Digest([3; 32])).await.unwrap(), None);
        let back = store.publish(&service, one, &folder("first"), &by, at(3)).await;
        back.unwrap();
        let history = store.history(&service).await.unwrap();
        let moves: Vec<_> = history.iter().map(|line| (line.before, line.digest)).collect();
        assert_eq!(moves, [(None, one), (Some(one), two), (Some(two), one)]);
        assert_eq!((&history[1].by, history[1].at), (&by, at(2)));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn guesses_are_counted_over_all_instances_until_the_window_is_over() {
    on_each_engine(async |kit: Kit| {
        let other = kit.open_again().await;
        let window = SignedDuration::from_mins(15);
        let hash = kit.keys.hash("return code", "", "ABCD");
        let tasks: Vec<_> = (0..20)
            .map(|i| {
                let store = if i % 2 == 0 { &kit.store } else { &other }.clone();
                tokio::spawn(async move { store.count_guess("code", hash, at(0), window).await })
            })
            .collect();
        let mut counts = Vec::new();
        for task in tasks {
            counts.push(task.await.unwrap().unwrap());
        }
        counts.sort_unstable();
        assert_eq!(counts, (1..=20).collect::<Vec<_>>());
        let elsewhere = kit.keys.hash("return code", "", "EFGH");
        assert_eq!(
            kit.store.count_guess("code", elsewhere, at(1), window).await.unwrap(),
            1
        );
        assert_eq!(kit.store.count_guess("code", hash, at(900), window).await.unwrap(), 1);
        kit.store.uncount_guess("code", hash).await.unwrap();
        assert_eq!(kit.store.count_guess("code", hash, at(900), window).await.unwrap(), 1);
        assert_eq!(kit.store.forget_guesses(at(901)).await.unwrap(), 1);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn guesses_that_are_counted_together_are_counted_each() {
    on_each_engine(async |kit: Kit| {
        let window = SignedDuration::from_mins(15);
        let [one, two] = ["ABCD", "EFGH"].map(|code| kit.keys.hash("return code", "", code));
        let count = async |hashes: &[[u8; 32]], seconds| {
            let counts = kit.store.count_guesses("code", hashes, at(seconds), window).await;
            counts.unwrap()
        };
        assert_eq!(count(&[], 0).await, BTreeMap::new());
        assert_eq!(count(&[one, two, one], 0).await, BTreeMap::from([(one, 2), (two, 1)]));
        assert_eq!(count(&[two, two], 1).await, BTreeMap::from([(two, 3)]));
        assert_eq!(kit.store.count_guess("code", one, at(1), window).await.unwrap(), 3);
        assert_eq!(
            count(&[one, one, two], 900).await,
            BTreeMap::from([(one, 2), (two, 1)]),
            "the window is over"
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn observations_that_nobody_awaits_are_written_once() {
    on_each_engine(async |kit: Kit| {
        let case = Draft::default().case;
        let seen: Vec<_> = (0..2_570)
            .map(|_| observation(&case, ObservationKind::Refused))
            .collect();
        kit.store.observe(seen.clone());
        kit.store.observe(seen[..5].to_vec());
        kit.store.close().await;
        assert_eq!(outsider::sql(&kit, "SELECT count(*) FROM observation").await, "2570");
        assert_eq!(kit.store.observations_dropped(), 0);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn where_too_many_observations_wait_the_oldest_are_dropped_and_counted() {
    on_each_engine(async |kit: Kit| {
        let case = Draft::default().case;
        let seen = (0..10_003).map(|_| observation(&case, ObservationKind::Refused));
        kit.store.observe(seen.collect());
        assert_eq!(kit.store.observations_dropped(), 3);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn observations_come_to_the_disk_while_no_commit_does() {
    on_each_engine(async |kit: Kit| {
        let case = Draft::default().case;
        kit.store.observe(vec![observation(&case, ObservationKind::Ineligible)]);
        for _ in 0..100 {
            if outsider::sql(&kit, "SELECT count(*) FROM observation").await == "1" {
                return;
            }
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        }
        panic!("it was not written within 5 s");
    })
    .await;
}

fn message(text: &str, state: MessageState) -> Message {
    Message {
        id: MessageId(Uuid::from_u128(9)),
        n: 1,
        event: "received".into(),
        means: Means::Email,
        language: "en".into(),
        state,
        tries: 0,
        at: at(1),
        address: "ann@example.org".into(),
        subject: "We have your application".into(),
        text: text.into(),
    }
}

fn sending(case: CaseId, message: &Message) -> NewJob {
    NewJob {
        id: JobId(Uuid::now_v7()),
        kind: "send_email",
        case: Some(case),
        due: at(1),
        task: serde_json::json!({ "message": message.id }),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_hangs_on_a_case_is_read_as_it_was_written() {
    on_each_engine(async |kit: Kit| {
        let draft = Draft::default();
        let id = draft.case.id;
        let read = begin(&kit.store, &draft).await;
        let mut outcome = submit(&read, "REF");
        let decision = Decision {
            n: 1,
            step: DecisionStep::Decided,
            outcome: "granted".into(),
            by: Actor::Participant(0),
            approved_by: None,
            takes_effect: today(),
            reasons: serde_json::json!(["it was missed"]),
        };
        let line = MoneyLine {
            n: 1,
            kind: MoneyKind::Charge,
            minor_units: 1250,
            currency: "GBP".into(),
            means: "card".into(),
            provider_reference: None,
            state: "due".into(),
        };
        let file = File {
            n: 1,
            size: 12,
            media_type: "image/png".into(),
            scan: ScanState::Clean,
            name: "bin.png".into(),
        };
        let link = Link {
            from: id,
            to: Draft::default().case.id,
            kind: "repeats".into(),
        };
        let entry = RegisterEntry {
            register: "bins".into(),
            number: "7".into(),
            case: id,
            state: "in force".into(),
            from: today(),
            until: None,
            public: serde_json::json!({}),
            private: serde_json::json!({ "name": "Ann" }),
            called: String::new(),
            updated: jiff::Timestamp::UNIX_EPOCH,
            revision: 1,
        };
        outcome.changes.extend([
            Change::Decision(id, decision.clone()),
            Change::MoneyLine(id, line.clone()),
            Change::File(id, file.clone()),
            Change::Link(link.clone()),
            Change::Message(id, message("Thank you", MessageState::Waiting)),
            Change::RegisterEntry(Box::new(entry)),
        ]);
        assert_eq!(kit.store.commit(outcome).await.unwrap(), Committed::Committed);
        let work = kit.store.work(id).await.unwrap();
        assert_eq!(work.decisions, [decision]);
        assert_eq!(work.money, [line]);
        assert_eq!(work.files, [file]);
        assert_eq!(work.links, [link]);
        assert_eq!(work.messages, [message("Thank you", MessageState::Waiting)]);
        assert_eq!(
            outsider::sql(&kit, "SELECT state FROM register_entry").await,
            "in force"
        );
        assert_eq!(kit.store.verify().await.unwrap(), []);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_message_that_was_sent_does_not_stand_in_the_way_of_an_act() {
    on_each_engine(async |kit: Kit| {
        let draft = Draft::default();
        let id = draft.case.id;
        let read = begin(&kit.store, &draft).await;
        kit.store.commit(submit(&read, "REF")).await.unwrap();
        let staff_read = load(&kit.store, &draft).await;
        let waits = message("Thank you", MessageState::Waiting);
        let mut asked = changed(&staff_read);
        asked.jobs = vec![sending(id, &waits)];
        asked.changes = vec![Change::Message(id, waits)];
        assert_eq!(kit.store.commit(asked).await.unwrap(), Committed::Committed);
        let worker = Uuid::from_u128(1);
        let leased = kit
            .store
            .lease_jobs(worker, &["send_email"], at(2), SignedDuration::from_mins(1), 10)
            .await
            .unwrap();
        let done: Vec<_> = leased
            .iter()
            .map(|job| MessageJob {
                job: job.id,
                case: id,
                message: MessageId(Uuid::from_u128(9)),
            })
            .collect();
        assert_eq!(done.len(), 1);
        kit.store.messages_sent(Uuid::from_u128(2), &done).await.unwrap();
        let jobs = "SELECT CAST(count(*) AS TEXT) FROM job";
        assert_eq!(outsider::sql(&kit, jobs).await, "1", "another worker has it");
        kit.store.messages_sent(worker, &done).await.unwrap();
        assert_eq!(outsider::sql(&kit, jobs).await, "0");
        let mut noted = changed(&staff_read);
        noted.events = vec![NewEvent {
            case: id,
            kind: "noted",
            at: at(2),
            actor: Actor::Participant(0),
            on_behalf_of: None,
            definition: draft.case.definition,
            details: serde_json::json!({}),
        }];
        assert_eq!(kit.store.commit(noted).await.unwrap(), Committed::Committed);
        let found = kit.store.message(id, MessageId(Uuid::from_u128(9))).await.unwrap();
        assert_eq!(found.unwrap().state, MessageState::Sent);
    })
    .await;
}
