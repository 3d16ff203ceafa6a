//! Loading and committing: all or nothing, each record once per revision, each claim one owner.

use exemplar_core::record::{Change, ClaimChange, ClaimKind, Committed, LoadedCase, ObservationKind, Outcome, Phase};
use exemplar_store::{Fault, Store};
use exemplar_testkit::{Draft, Kit, at, changed, observation, on_each_engine, save, submit};

use crate::{begin, load};

/// Runs all outcomes at once and counts what came of them: committed, conflict, taken.
async fn all_at_once(store: &Store, outcomes: Vec<Outcome>) -> (usize, usize, usize) {
    let tasks: Vec<_> = outcomes
        .into_iter()
        .map(|outcome| {
            let store = store.clone();
            tokio::spawn(async move { store.commit(outcome).await.unwrap() })
        })
        .collect();
    let mut counts = (0, 0, 0);
    for task in tasks {
        match task.await.unwrap() {
            Committed::Committed => counts.0 += 1,
            Committed::Conflict => counts.1 += 1,
            Committed::Taken { .. } => counts.2 += 1,
        }
    }
    counts
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_committed_is_loaded_as_it_was_written() {
    on_each_engine(async |kit: Kit| {
        let mut draft = Draft::answering(&[("full_name", "Ann"), ("email", "ann@example.org")]);
        draft.case.office = Some("north".into());
        draft.case.due = Some(exemplar_testkit::today());
        draft.participant.private.email = Some("ann@example.org".into());
        let outcome = draft.begin();
        let commit = outcome.commit;
        assert_eq!(kit.store.commit(outcome).await.unwrap(), Committed::Committed);
        let loaded = load(&kit.store, &draft).await;
        draft.case.last_commit = commit;
        draft.part.last_commit = commit;
        assert_eq!(loaded.case, draft.case);
        assert_eq!(loaded.participants, [draft.participant.clone()]);
        assert_eq!(loaded.parts, [draft.part.clone()]);
        let unknown = Draft::default().case.id;
        assert!(kit.store.load(unknown).await.unwrap().is_none());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_save_that_was_decided_on_an_older_revision_is_a_conflict() {
    on_each_engine(async |kit: Kit| {
        let draft = Draft::default();
        let read = begin(&kit.store, &draft).await;
        let first = kit.store.commit(save(&read, "street", "High Street")).await;
        assert_eq!(first.unwrap(), Committed::Committed);
        let second = kit.store.commit(save(&read, "street", "Low Street")).await;
        assert_eq!(second.unwrap(), Committed::Conflict);
        let now = load(&kit.store, &draft).await;
        assert_eq!(now.parts[0].revision, 2);
        assert_eq!(
            now.parts[0].answers.get("street").unwrap().answer,
            exemplar_testkit::given("High Street").answer
        );
        assert_eq!(now.case.revision, 1, "a save does not touch the case");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn of_fifty_saves_at_once_one_is_committed_for_each_revision() {
    on_each_engine(async |kit: Kit| {
        let draft = Draft::default();
        begin(&kit.store, &draft).await;
        for round in 1..=5 {
            let read = load(&kit.store, &draft).await;
            let outcomes = (0..50).map(|i| save(&read, "street", &format!("{round}.{i}")));
            let counts = all_at_once(&kit.store, outcomes.collect()).await;
            assert_eq!(counts, (1, 49, 0));
            assert_eq!(load(&kit.store, &draft).await.parts[0].revision, round + 1);
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn of_fifty_submissions_at_once_one_gets_its_reference() {
    on_each_engine(async |kit: Kit| {
        let draft = Draft::default();
        let read = begin(&kit.store, &draft).await;
        let outcomes = (0..50).map(|i| submit(&read, &format!("REF-{i}")));
        assert_eq!(all_at_once(&kit.store, outcomes.collect()).await, (1, 49, 0));
        let now = load(&kit.store, &draft).await;
        assert_eq!(now.case.phase, Phase::Submitted);
        let mut claimed = Vec::new();
        for i in 0..50 {
            let reference = format!("REF-{i}");
            if kit
                .store
                .find_claim(ClaimKind::Reference, &reference)
                .await
                .unwrap()
                .is_some()
            {
                claimed.push(reference);
            }
        }
        assert_eq!(claimed, [now.case.reference.unwrap().0]);
        assert_eq!(kit.store.events(draft.case.id).await.unwrap().len(), 1);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_save_and_a_submission_of_one_moment_never_both_hold() {
    on_each_engine(async |kit: Kit| {
        for _ in 0..20 {
            let draft = Draft::default();
            let read = begin(&kit.store, &draft).await;
            let reference = draft.case.id.to_string();
            let outcomes = vec![save(&read, "street", "Late"), submit(&read, &reference)];
            assert_eq!(all_at_once(&kit.store, outcomes).await, (1, 1, 0));
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_part_and_a_submission_of_one_moment_never_both_hold() {
    on_each_engine(async |kit: Kit| {
        for _ in 0..20 {
            let draft = Draft::default();
            let read = begin(&kit.store, &draft).await;
            let mut more = changed(&read);
            let mut part = draft.part.clone();
            part.section = "home".into();
            more.changes = vec![Change::Part(draft.case.id, part)];
            let outcomes = vec![more, submit(&read, &draft.case.id.to_string())];
            assert_eq!(all_at_once(&kit.store, outcomes).await, (1, 1, 0));
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_claim_that_is_somebodys_is_an_answer_and_nothing_else_is_written() {
    on_each_engine(async |kit: Kit| {
        let (first, second) = (Draft::default(), Draft::default());
        let one = begin(&kit.store, &first).await;
        let two = begin(&kit.store, &second).await;
        assert_eq!(
            kit.store.commit(submit(&one, "SAME")).await.unwrap(),
            Committed::Committed
        );
        let answer = kit.store.commit(submit(&two, "SAME")).await.unwrap();
        let (kind, owner) = (ClaimKind::Reference, first.case.id);
        assert_eq!(answer, Committed::Taken { kind, owner });
        let now = load(&kit.store, &second).await;
        assert_eq!(now.case.phase, Phase::Draft);
        assert_eq!(now.case.last_commit, two.case.last_commit);
        assert!(kit.store.events(second.case.id).await.unwrap().is_empty());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn of_fifty_who_want_the_last_seat_one_gets_it() {
    on_each_engine(async |kit: Kit| {
        let mut outcomes = Vec::new();
        for _ in 0..50 {
            let draft = Draft::default();
            let mut outcome = draft.begin();
            outcome.claims.push(ClaimChange::Take {
                kind: ClaimKind::Seat,
                value: "monday 9:00/1".into(),
                owner: draft.case.id,
                until: None,
            });
            outcomes.push(outcome);
        }
        assert_eq!(all_at_once(&kit.store, outcomes).await, (1, 0, 49));
    })
    .await;
}

fn hold(read: &LoadedCase, until: i64, now: i64) -> Outcome {
    let mut outcome = changed(read);
    outcome.at = at(now);
    outcome.claims = vec![ClaimChange::Take {
        kind: ClaimKind::Seat,
        value: "1".into(),
        owner: read.case.id,
        until: Some(at(until)),
    }];
    outcome
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hold_whose_time_is_over_is_anybodys() {
    on_each_engine(async |kit: Kit| {
        let one = begin(&kit.store, &Draft::default()).await;
        let two = begin(&kit.store, &Draft::default()).await;
        let commit = async |outcome| kit.store.commit(outcome).await.unwrap();
        assert_eq!(commit(hold(&one, 60, 0)).await, Committed::Committed);
        let (kind, owner) = (ClaimKind::Seat, one.case.id);
        assert_eq!(commit(hold(&two, 90, 30)).await, Committed::Taken { kind, owner });
        assert_eq!(commit(hold(&two, 120, 60)).await, Committed::Committed);
        let claim = kit.store.find_claim(kind, "1").await.unwrap().unwrap();
        assert_eq!((claim.owner, claim.until), (two.case.id, Some(at(120))));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_can_be_used_up_once() {
    on_each_engine(async |kit: Kit| {
        let draft = Draft::default();
        let mut outcome = draft.begin();
        let (kind, value, owner) = (ClaimKind::ReturnLink, "hash".to_owned(), draft.case.id);
        let until = Some(at(1000));
        outcome.claims = vec![ClaimChange::Take {
            kind,
            value: value.clone(),
            owner,
            until,
        }];
        assert_eq!(kit.store.commit(outcome).await.unwrap(), Committed::Committed);
        let read = load(&kit.store, &draft).await;
        let use_up = || {
            let mut outcome = changed(&read);
            let value = value.clone();
            outcome.claims = vec![ClaimChange::GiveBack { kind, value, owner }];
            outcome.observations = vec![observation(&read.case, ObservationKind::Resumed)];
            outcome
        };
        let outcomes = (0..20).map(|_| use_up()).collect();
        assert_eq!(all_at_once(&kit.store, outcomes).await, (1, 19, 0));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_revision_that_does_not_follow_what_was_read_is_a_defect() {
    on_each_engine(async |kit: Kit| {
        let read = begin(&kit.store, &Draft::default()).await;
        let mut outcome = save(&read, "street", "High Street");
        if let Change::Part(_, part) = &mut outcome.changes[0] {
            part.revision = 5;
        }
        assert!(matches!(kit.store.commit(outcome).await, Err(Fault::Defect(_))));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_case_with_a_chain_does_not_change_without_an_event() {
    on_each_engine(async |kit: Kit| {
        let draft = Draft::default();
        let read = begin(&kit.store, &draft).await;
        kit.store.commit(submit(&read, "R")).await.unwrap();
        let submitted = load(&kit.store, &draft).await;
        let late = kit.store.commit(save(&submitted, "street", "High Street")).await;
        assert!(matches!(late, Err(Fault::Defect(_))));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_acknowledged_is_there_after_the_store_is_opened_again() {
    on_each_engine(async |kit: Kit| {
        let draft = Draft::answering(&[("full_name", "Ann")]);
        begin(&kit.store, &draft).await;
        kit.store.close().await;
        let again = kit.open_again().await;
        assert_eq!(load(&again, &draft).await.parts[0].answers, draft.part.answers);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_commit_that_meets_a_guard_takes_none_of_those_beside_it_along() {
    on_each_engine(async |kit: Kit| {
        let stale = Draft::default();
        let read = begin(&kit.store, &stale).await;
        kit.store.commit(save(&read, "street", "High Street")).await.unwrap();
        let mut outcomes = Vec::new();
        for place in 0..20 {
            let draft = Draft::default();
            let fresh = begin(&kit.store, &draft).await;
            outcomes.push(save(&fresh, "street", &format!("{place} Low Street")));
            outcomes.push(save(&read, "street", "late"));
        }
        assert_eq!(all_at_once(&kit.store, outcomes).await, (20, 20, 0));
        let kept = load(&kit.store, &stale).await;
        let street = kept.parts[0].answers.get("street").unwrap();
        assert_eq!(street.answer, exemplar_testkit::given("High Street").answer);
    })
    .await;
}
