//! A version goes live while people are in the middle of their applications, on two instances over one store.

use std::collections::BTreeMap;

use exemplar_core::answer::{Answer, Answers};
use exemplar_core::apply::{Act, NewCase, PageGiven, Seen, save_answers};
use exemplar_core::id::{Name, ObservationId};
use exemplar_core::permission::{Membership, Staff, StaffPrivate, StaffRole, StaffState};
use exemplar_core::record::{Channel, Committed, DeviceClass, LoadedCase};
use exemplar_testkit::{Kit, at, on_each_engine};
use jiff::SignedDuration;
use uuid::Uuid;

use super::*;
use crate::clock::Clock;
use crate::{chance, work};

const SERVICE: &str = "bins";
const HEAD: &str = "name: Order a bin\norganisation: council\nlaw: An act\nkeep:\n  draft: 28 days\n  withdrawn: 1 day\n  \
                    approved: 1 year\n  refused: 1 year\nquestions:\n";
const COLOUR: &str = "  colour:\n    ask: What is your colour?\n    text:\n";
const SIZE: &str = "  size:\n    ask: What is your size?\n    text:\n";
const REASON: &str = "  reason:\n    ask: What is your reason?\n    text:\n";
const STREET: &str = "  street:\n    ask: What is your street?\n    text:\n";
const NOTE: &str = "  other_words:\n    ask: What is your other word?\n    text:\n";

/// A folder with these questions.
fn folder(questions: &[&str]) -> Folder {
    Folder {
        name: SERVICE.into(),
        files: [(
            "service.yaml".to_owned(),
            format!("{HEAD}{}", questions.concat()).into_bytes(),
        )]
        .into(),
    }
}

/// `colour` is renamed, `reason` removed, `street` and `other_words` change places, `floor` is added.
fn newer() -> Folder {
    let renamed = "  shade:\n    was: colour\n    ask: What is your colour?\n    text:\n";
    let added = "  floor:\n    ask: What is your floor?\n    text:\n";
    folder(&[renamed, SIZE, NOTE, STREET, added])
}

fn older() -> Folder {
    folder(&[COLOUR, SIZE, REASON, STREET, NOTE])
}

/// The names of the questions of [`older`], in order.
const OLDER: [&str; 5] = ["colour", "size", "reason", "street", "other_words"];

/// One of several instances over a store.
async fn instance(kit: &Kit) -> App {
    let app = crate::instance::instance(kit);
    app.services.follow(&app.store).await.unwrap();
    app
}

fn owner(n: u128) -> SignedIn {
    let staff = Staff {
        id: StaffId(Uuid::from_u128(n)),
        organisation: "council".into(),
        state: StaffState::Active,
        epoch: 0,
        revision: 1,
        private: StaffPrivate::default(),
        memberships: vec![Membership {
            id: Uuid::from_u128(n),
            organisation: "council".into(),
            role: StaffRole::Owner,
            office: None,
            team: None,
            service: None,
            from: Timestamp::UNIX_EPOCH,
            until: None,
        }],
    };
    crate::staff::acting(staff, at(0))
}

/// A draft in which the first `answered` questions are answered.
async fn draft(app: &App, n: usize, answered: usize) -> exemplar_core::id::CaseId {
    let live = app.services.live(SERVICE).unwrap();
    let id = chance::case_id(at(0));
    let act = Act {
        commit: chance::commit_id(),
        observations: [chance::observation_id(), chance::observation_id()],
        now: at(0),
        today: at(0).to_zoned(crate::apply::zone(&live)).date(),
        actor: Actor::Participant(0),
        channel: Channel::Web,
        language: "en".into(),
        device: DeviceClass::Other,
        no_room: false,
    };
    let given = OLDER[..answered].iter();
    let given = given.map(|name| (Name::from(*name), Answer::Text(format!("{name} of {n}"))));
    let new = NewCase { id, attempt: 1 };
    let seen = Seen(String::new());
    let given = PageGiven {
        page: &live.pages[0],
        answers: given.collect(),
        seen: &seen,
    };
    let outcome = save_answers(None, new, &live, given, &act).unwrap();
    assert_eq!(app.store.commit(outcome).await.unwrap(), Committed::Committed);
    id
}

fn texts(answers: &Answers) -> BTreeMap<String, String> {
    let text = |answer: &Answer| match answer {
        Answer::Text(text) => text.clone(),
        other => panic!("{other:?} is no text"),
    };
    let pairs = answers
        .0
        .iter()
        .map(|(name, given)| (name.to_string(), text(&given.answer)));
    pairs.collect()
}

async fn load(app: &App, case: exemplar_core::id::CaseId) -> LoadedCase {
    app.store.load(case).await.unwrap().unwrap()
}

/// Brings a folder in, asks for it, and lets the worker do what follows. Gives what was foretold.
async fn publish_newer(app: &App, folder: Folder, takes_effect: Option<Timestamp>) -> Foretold {
    let who = owner(1);
    let n = bring_in(&app.store, folder, &Actor::Staff(who.staff.id), at(0))
        .await
        .unwrap();
    let n = n.unwrap_or_else(|refused| panic!("{:?}", refused.checked.findings));
    let live = app.versions(&who, SERVICE).await.unwrap().unwrap().live;
    let asking = |foretold| Asking {
        by: Actor::Staff(who.staff.id),
        at: at(0),
        takes_effect,
        note: "A test".into(),
        seen_live: live,
        foretold,
    };
    let asked = app.ask_to_publish(&who, (SERVICE, n), asking).await.unwrap();
    asked.foretold.unwrap()
}

async fn work_off(app: &App) {
    while work::round(app, Uuid::now_v7()).await.unwrap() > 0 {}
}

#[tokio::test(flavor = "multi_thread")]
async fn whom_a_version_affects_was_foretold_and_nobody_loses_an_answer() {
    on_each_engine(async |kit: Kit| {
        let (one, other) = (instance(&kit).await, instance(&kit).await);
        let by = Actor::Integration("test".into());
        let first = crate::services::publish(&one.store, older(), &by, at(0)).await.unwrap();
        let Ok(first) = first else {
            panic!("the first version is not clean")
        };
        one.services.follow(&one.store).await.unwrap();
        work_off(&one).await;
        let mut drafts = Vec::new();
        for n in 0..100 {
            drafts.push(draft(&one, n, n % 5 + 1).await);
        }
        let foretold = publish_newer(&one, newer(), None).await;
        // Who has answered the colour alone goes on. The others stand at the page that is gone, or have answered it.
        assert_eq!((foretold.moved, foretold.finish, foretold.cases), (20, 80, 0));
        work_off(&other).await;
        other.services.follow(&other.store).await.unwrap();
        let second = other.services.live(SERVICE).unwrap().digest;
        assert_eq!(one.services.live(SERVICE).unwrap().digest, second, "on both instances");
        let mut moved = 0;
        for (n, case) in drafts.iter().enumerate() {
            let loaded = load(&other, *case).await;
            let kept = texts(&loaded.parts[0].answers);
            assert_eq!(kept.len(), n % 5 + 1, "no answer is lost");
            let is_moved = loaded.case.definition == second;
            moved += u64::from(is_moved);
            assert_eq!(is_moved, n % 5 == 0);
            let colour = if is_moved { "shade" } else { "colour" };
            assert_eq!(kept[colour], format!("colour of {n}"), "under the name that it has now");
        }
        assert_eq!(moved, foretold.moved);

        // Back to the first: a publication like any other.
        let who = owner(1);
        let n = one.bring_back(&who, SERVICE, first).await.unwrap();
        let asking = |foretold| Asking {
            by: Actor::Staff(who.staff.id),
            at: at(0),
            takes_effect: None,
            note: "It was better before".into(),
            seen_live: Some(second),
            foretold,
        };
        let back = one.ask_to_publish(&who, (SERVICE, n), asking).await.unwrap();
        assert_eq!(back.state, ProposalState::Published);
        work_off(&one).await;
        assert_eq!(one.services.live(SERVICE).unwrap().digest, first);
        for case in &drafts {
            let loaded = load(&one, *case).await;
            assert!(!loaded.parts[0].answers.0.is_empty());
        }
        let history = one.store.history(&SERVICE.into()).await.unwrap();
        assert_eq!(history.len(), 3, "all of it is kept");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_scheduled_version_goes_live_at_its_time_on_every_instance() {
    on_each_engine(async |kit: Kit| {
        let (one, mut other) = (instance(&kit).await, instance(&kit).await);
        let by = Actor::Integration("test".into());
        crate::services::publish(&one.store, older(), &by, at(0))
            .await
            .unwrap()
            .ok();
        one.services.follow(&one.store).await.unwrap();
        publish_newer(&one, newer(), Some(at(3_600))).await;
        assert_eq!(one.publish_what_is_due().await.unwrap(), 0, "not before its time");
        other.clock = Clock::Fixed(at(3_600));
        assert_eq!(other.publish_what_is_due().await.unwrap(), 1);
        one.services.follow(&one.store).await.unwrap();
        assert_eq!(one.services.live(SERVICE).unwrap().digest, newer().digest());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_preview_is_apart_and_is_erased_with_its_cases() {
    on_each_engine(async |kit: Kit| {
        let mut app = instance(&kit).await;
        let who = owner(1);
        let n = bring_in(&app.store, older(), &Actor::Staff(who.staff.id), at(0))
            .await
            .unwrap();
        let n = n.unwrap_or_else(|_| panic!("not clean"));
        let preview = app.begin_preview(&who, (SERVICE, n)).await.unwrap();
        assert!(app.services.live(&preview).is_some());
        assert!(app.services.all().is_empty(), "nobody finds it in a list");
        let definition = app.services.live(&preview).unwrap();
        let case = chance::case_id(at(0));
        let act = Act {
            commit: chance::commit_id(),
            observations: [ObservationId(Uuid::now_v7()), ObservationId(Uuid::now_v7())],
            now: at(0),
            today: jiff::civil::date(2026, 1, 1),
            actor: Actor::Participant(0),
            channel: Channel::Web,
            language: "en".into(),
            device: DeviceClass::Other,
            no_room: false,
        };
        let new = NewCase { id: case, attempt: 1 };
        let given = PageGiven {
            page: &definition.pages[0],
            answers: vec![("colour".into(), Answer::Text("green".into()))],
            seen: &Seen(String::new()),
        };
        let outcome = save_answers(None, new, &definition, given, &act).unwrap();
        assert!(!outcome.observations.is_empty());
        app.store.commit(outcome).await.unwrap();
        let counted =
            exemplar_testkit::beside_the_store(&kit.database, "SELECT CAST(count(*) AS TEXT) FROM observation");
        assert_eq!(counted.await, "0", "nothing in it counts");
        let days = publishing::PREVIEW_DAYS;
        app.clock = Clock::Fixed(at(0) + SignedDuration::from_hours(24 * days + 1));
        assert_eq!(app.end_old_previews().await.unwrap(), 1);
        assert!(app.store.load(case).await.unwrap().is_none());
        assert!(app.services.live(&preview).is_none());
    })
    .await;
}
