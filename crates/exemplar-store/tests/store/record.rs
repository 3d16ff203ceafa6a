//! The record holds, and tampering is found.

use exemplar_core::id::{StaffId, WriterId};
use exemplar_core::record::{Actor, LoadedCase, Look, NewEvent, Outcome};
use exemplar_store::Fault;
use exemplar_testkit::{Draft, Kit, at, changed, on_each_engine, save, submit};
use uuid::Uuid;

use crate::{begin, load, outsider};

fn note(read: &LoadedCase, words: &str) -> Outcome {
    let mut outcome = changed(read);
    outcome.events = vec![NewEvent {
        case: read.case.id,
        kind: "noted",
        at: at(2),
        actor: Actor::Staff(StaffId(Uuid::from_u128(3))),
        on_behalf_of: None,
        definition: read.case.definition,
        details: serde_json::json!({ "note": words }),
    }];
    outcome
}

/// A submitted case with three notes.
async fn case_with_a_chain(kit: &Kit) -> Draft {
    let draft = Draft::default();
    let read = begin(&kit.store, &draft).await;
    let reference = draft.case.id.to_string();
    kit.store.commit(submit(&read, &reference)).await.unwrap();
    for words in ["one", "two", "three"] {
        let read = load(&kit.store, &draft).await;
        kit.store.commit(note(&read, words)).await.unwrap();
    }
    draft
}

async fn places(kit: &Kit) -> Vec<i64> {
    let bad = kit.store.verify().await.unwrap();
    bad.into_iter().filter_map(|entry| entry.n).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_record_that_nobody_touched_holds() {
    on_each_engine(async |kit: Kit| {
        let draft = case_with_a_chain(&kit).await;
        begin(&kit.store, &Draft::default()).await;
        assert_eq!(kit.store.verify().await.unwrap(), []);
        let events = kit.store.events(draft.case.id).await.unwrap();
        let kinds: Vec<_> = events.iter().map(|event| event.kind.as_str()).collect();
        assert_eq!(kinds, ["submitted", "noted", "noted", "noted"]);
        assert_eq!(events[2].details, Some(serde_json::json!({ "note": "two" })));
        assert_eq!(load(&kit.store, &draft).await.case.head.unwrap().hash, events[3].hash);
    })
    .await;
}

/// Tampers with two cases that have chains, and answers at which places the record no longer holds.
async fn after(kit: &Kit, sql: &[&str]) -> Vec<i64> {
    case_with_a_chain(kit).await;
    case_with_a_chain(kit).await;
    assert_eq!(kit.store.verify().await.unwrap(), []);
    for sql in sql {
        outsider::sql(kit, sql).await;
    }
    places(kit).await
}

const FIRST: &str = "case_id = (SELECT id FROM cases ORDER BY id LIMIT 1)";

#[tokio::test(flavor = "multi_thread")]
async fn a_changed_event_is_found() {
    on_each_engine(async |kit: Kit| {
        let sql = format!("UPDATE event SET actor = 'participant:0' WHERE n = 2 AND {FIRST}");
        assert_eq!(after(&kit, &[&sql]).await, [2]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_deleted_event_is_found() {
    on_each_engine(async |kit: Kit| {
        let sql = format!("DELETE FROM event WHERE n = 2 AND {FIRST}");
        assert_eq!(after(&kit, &[&sql]).await, [2]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_inserted_event_is_found() {
    on_each_engine(async |kit: Kit| {
        let sql = format!(
            "INSERT INTO event SELECT case_id, organisation, 5, kind, at, actor, on_behalf_of, definition, last_commit, \
             sealed, sealed_digest, rows_digest, before, hash FROM event WHERE n = 4 AND {FIRST}"
        );
        assert_eq!(after(&kit, &[&sql]).await, [5]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn events_in_another_order_are_found() {
    on_each_engine(async |kit: Kit| {
        let swap = |from: i64, to: i64| format!("UPDATE event SET n = {to} WHERE n = {from} AND {FIRST}");
        let sql = [swap(2, 9), swap(3, 2), swap(9, 3)];
        let sql: Vec<_> = sql.iter().map(String::as_str).collect();
        assert_eq!(after(&kit, &sql).await, [2]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_chain_that_was_cut_off_is_found() {
    on_each_engine(async |kit: Kit| {
        let sql = format!("DELETE FROM event WHERE n = 4 AND {FIRST}");
        assert_eq!(after(&kit, &[&sql]).await, [4]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_chain_that_was_cut_off_with_its_head_is_found_after_a_checkpoint() {
    on_each_engine(async |kit: Kit| {
        case_with_a_chain(&kit).await;
        kit.store.checkpoint(at(60)).await.unwrap().unwrap();
        outsider::sql(&kit, "DELETE FROM event WHERE n = 4").await;
        outsider::sql(
            &kit,
            "UPDATE cases SET head_count = 3, head_hash = (SELECT hash FROM event WHERE n = 3)",
        )
        .await;
        assert!(places(&kit).await.contains(&4));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn swapped_details_are_found() {
    on_each_engine(async |kit: Kit| {
        let sql = format!(
            "UPDATE event SET sealed = (SELECT o.sealed FROM event o WHERE o.case_id = event.case_id AND o.n = 3) \
             WHERE n = 2 AND {FIRST}"
        );
        assert_eq!(after(&kit, &[&sql]).await, [2]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_row_that_was_changed_without_an_event_is_found_at_once() {
    on_each_engine(async |kit: Kit| {
        let sql = "UPDATE cases SET due = '2030-01-01' WHERE id = (SELECT id FROM cases ORDER BY id LIMIT 1)";
        assert_eq!(after(&kit, &[sql]).await, [4]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn answers_that_were_put_back_to_an_older_save_are_found() {
    on_each_engine(async |kit: Kit| {
        let draft = Draft::default();
        let read = begin(&kit.store, &draft).await;
        outsider::sql(&kit, "CREATE TABLE kept AS SELECT * FROM part").await;
        kit.store.commit(save(&read, "street", "High Street")).await.unwrap();
        let read = load(&kit.store, &draft).await;
        kit.store.commit(submit(&read, "REF")).await.unwrap();
        assert_eq!(kit.store.verify().await.unwrap(), []);
        outsider::sql(
            &kit,
            "UPDATE part SET sealed = (SELECT sealed FROM kept), revision = (SELECT revision FROM kept)",
        )
        .await;
        assert_eq!(places(&kit).await, [1]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sealed_value_that_was_moved_to_another_case_does_not_open() {
    on_each_engine(async |kit: Kit| {
        let (one, two) = (Draft::default(), Draft::answering(&[("full_name", "Bob")]));
        begin(&kit.store, &one).await;
        begin(&kit.store, &two).await;
        let first = "(SELECT id FROM cases ORDER BY id LIMIT 1)";
        outsider::sql(&kit, &format!(
            "UPDATE part SET sealed = (SELECT o.sealed FROM part o WHERE o.case_id <> {first}) WHERE case_id = {first}"
        )).await;
        assert!(kit.store.load(two.case.id).await.is_ok());
        let moved = kit.store.load(one.case.id).await;
        assert!(matches!(moved, Err(Fault::Broken { .. })));
    })
    .await;
}

fn look(writer: u128, reason: &str) -> Look {
    Look {
        writer: WriterId(Uuid::from_u128(writer)),
        organisation: "council".into(),
        staff: StaffId(Uuid::from_u128(3)),
        case: Some(Draft::default().case.id),
        list: None,
        reason: reason.into(),
        at: at(3),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn looks_are_chained_for_each_writer_and_do_not_raise_a_revision() {
    on_each_engine(async |kit: Kit| {
        let draft = case_with_a_chain(&kit).await;
        let before = load(&kit.store, &draft).await.case;
        let tasks: Vec<_> = (0..30)
            .map(|i| {
                let store = kit.store.clone();
                tokio::spawn(async move { store.look(&look(1 + i % 2, "case page")).await })
            })
            .collect();
        for task in tasks {
            task.await.unwrap().unwrap();
        }
        kit.open_again().await.look(&look(3, "search")).await.unwrap();
        assert_eq!(load(&kit.store, &draft).await.case, before);
        assert_eq!(kit.store.verify().await.unwrap(), []);
        outsider::sql(&kit, "UPDATE look SET reason = 'none' WHERE n = 7").await;
        assert_eq!(places(&kit).await, [7, 7]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_checkpoint_covers_what_changed_is_chained_and_cannot_be_forged() {
    on_each_engine(async |kit: Kit| {
        assert_eq!(kit.store.checkpoint(at(0)).await.unwrap(), None);
        let first = case_with_a_chain(&kit).await;
        kit.store.look(&look(1, "case page")).await.unwrap();
        let one = kit.store.checkpoint(at(60)).await.unwrap().unwrap();
        assert!(one.covers.contains(&first.case.id.to_string()));
        case_with_a_chain(&kit).await;
        let two = kit.store.checkpoint(at(70)).await.unwrap().unwrap();
        assert_eq!((two.n, &two.before), (2, &one.hash));
        assert_eq!(kit.store.verify().await.unwrap(), []);
        outsider::sql(&kit, "UPDATE checkpoint SET at = at + 1 WHERE n = 2").await;
        assert_eq!(places(&kit).await, [2]);
    })
    .await;
}
