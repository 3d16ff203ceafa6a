//! What is erased when its term is over, and what is not, on both engines.

use std::collections::BTreeMap;
use std::path::Path;

use exemplar_core::id::{CaseId, Digest, JobId};
use exemplar_core::record::{Actor, Case, Change, Phase};
use exemplar_outbound::Letter;
use exemplar_testkit::{Draft, Kit, at, changed, on_each_engine, submit, today};
use jiff::{SignedDuration, ToSpan as _};

use super::*;
use crate::instance::instance;
use crate::services::{publish, read_folder};

async fn app(kit: &Kit) -> (App, Digest) {
    let app = instance(kit);
    let service = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../services/example-permit");
    let by = Actor::Integration("test".into());
    let published = publish(&app.store, read_folder(&service).unwrap(), &by, at(0))
        .await
        .unwrap();
    app.services.follow(&app.store).await.unwrap();
    (app, published.unwrap_or_else(|_| panic!("the example is not clean")))
}

/// A case of the example permit that came to this end so many days ago.
async fn ended(app: &App, definition: Digest, state: &str, phase: Phase, days: i64) -> CaseId {
    let mut draft = Draft::default();
    draft.case.service = "example-permit".into();
    draft.case.definition = definition;
    let id = draft.case.id;
    app.store.commit(draft.begin()).await.unwrap();
    let read = app.store.load(id).await.unwrap().unwrap();
    app.store.commit(submit(&read, &id.to_string())).await.unwrap();
    let read = app.store.load(id).await.unwrap().unwrap();
    let decided = at(0) - SignedDuration::from_hours(24 * days);
    let case = Case {
        phase,
        state: state.into(),
        decided: (phase == Phase::Decided).then_some(decided),
        active_on: today() - days.days(),
        revision: read.case.revision + 1,
        ..read.case.clone()
    };
    let mut outcome = changed(&read);
    outcome.events = vec![exemplar_core::record::NewEvent {
        case: id,
        kind: "decided",
        at: at(2),
        actor: Actor::Job("test".into()),
        on_behalf_of: None,
        definition,
        details: serde_json::Value::Null,
    }];
    outcome.changes = vec![Change::Case(Box::new(case))];
    assert_eq!(app.store.commit(outcome).await.unwrap(), Committed::Committed);
    id
}

#[tokio::test(flavor = "multi_thread")]
async fn a_case_is_erased_when_the_term_of_its_outcome_is_over_and_not_before() {
    on_each_engine(async |kit: Kit| {
        let (app, version) = app(&kit).await;
        // The example keeps: approved 2 years, refused 1 year, withdrawn 28 days; no term for anything else.
        let cases = [
            ("approved", Phase::Decided, 732, true),
            ("approved", Phase::Decided, 700, false),
            ("refused", Phase::Decided, 367, true),
            ("refused", Phase::Decided, 364, false),
            ("withdrawn", Phase::Closed, 30, true),
            ("withdrawn", Phase::Closed, 28, false),
            ("received", Phase::Submitted, 9_000, false),
            ("referred", Phase::Decided, 9_000, false),
        ];
        let mut ids = BTreeMap::new();
        for (state, phase, days, goes) in cases {
            ids.insert(ended(&app, version, state, phase, days).await, (state, days, goes));
        }
        let held = ended(&app, version, "refused", Phase::Decided, 900).await;
        app.hold_case(held, "court file 12", Actor::Job("test".into()))
            .await
            .unwrap();
        let erased = app.erase_what_is_over().await.unwrap();
        assert_eq!((erased.drafts, erased.ended, erased.held), (0, 3, 1));
        for (id, (state, days, goes)) in ids {
            let is_gone = app.store.load(id).await.unwrap().is_none();
            assert_eq!(is_gone, goes, "{state} after {days} days");
        }
        assert!(app.store.load(held).await.unwrap().is_some());
        app.lift_hold(held, "settled", Actor::Job("test".into())).await.unwrap();
        let erased = app.erase_what_is_over().await.unwrap();
        assert_eq!(
            (erased.ended, erased.held),
            (1, 0),
            "the term counts again once the hold is lifted"
        );
        assert_eq!(app.store.verify().await.unwrap(), []);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn more_cases_than_a_page_are_erased_in_one_run_with_their_emails() {
    let kit = Kit::sqlite().await;
    let (app, version) = app(&kit).await;
    let mut last = None;
    for _ in 0..230 {
        last = Some(ended(&app, version, "refused", Phase::Decided, 400).await);
    }
    let letter = Letter {
        case: last,
        job: JobId(uuid::Uuid::now_v7()),
        from: exemplar_outbound::Sender::default(),
        to: "ann@example.org",
        subject: "Refused",
        text: "You have one",
    };
    app.mail.send(&letter).await.unwrap();
    let erased = app.erase_what_is_over().await.unwrap();
    assert_eq!(erased.ended, 230);
    assert_eq!(std::fs::read_dir(kit.mail_folder()).unwrap().count(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_version_that_cannot_be_read_does_not_keep_the_cases_of_others() {
    let kit = Kit::sqlite().await;
    let (app, version) = app(&kit).await;
    ended(&app, Digest([0; 32]), "refused", Phase::Decided, 400).await;
    let gone = ended(&app, version, "refused", Phase::Decided, 400).await;
    assert!(app.erase_what_is_over().await.is_err(), "the job is tried again");
    assert!(app.store.load(gone).await.unwrap().is_none());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_case_is_found_by_its_id_and_by_any_way_of_writing_its_reference() {
    let kit = Kit::sqlite().await;
    let (app, _) = app(&kit).await;
    let draft = Draft::default();
    app.store.commit(draft.begin()).await.unwrap();
    let read = app.store.load(draft.case.id).await.unwrap().unwrap();
    app.store.commit(submit(&read, "ABCD-EFGH-JKMN")).await.unwrap();
    let id = draft.case.id;
    for named in ["ABCD-EFGH-JKMN", " abcd efgh jkmn", "abcdefghjkmn", &id.to_string()] {
        assert_eq!(app.case_named(named).await.unwrap(), Some(id), "{named}");
    }
    for unknown in ["", "ABCD", "019f0000-0000-7000-8000-000000000001"] {
        assert_eq!(app.case_named(unknown).await.unwrap(), None, "{unknown}");
    }
}
