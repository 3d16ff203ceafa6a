//! Six ways to tamper with the record, each found by `exemplar audit verify` at its first bad entry.

use exemplar_core::id::{CaseId, StaffId};
use exemplar_core::record::{Actor, NewEvent};
use exemplar_store::Store;
use exemplar_testkit::{at, beside_the_store, changed};
use uuid::Uuid;

use crate::place::Place;

/// A submitted case with three notes: four events.
async fn case_with_a_chain(place: &Place, store: &Store, reference: &str) -> CaseId {
    let id = place.submitted(store, reference).await;
    for words in ["one", "two", "three"] {
        let read = store.load(id).await.unwrap().unwrap();
        let mut outcome = changed(&read);
        outcome.events = vec![NewEvent {
            case: id,
            kind: "noted",
            at: at(2),
            actor: Actor::Staff(StaffId(Uuid::from_u128(3))),
            on_behalf_of: None,
            definition: read.case.definition,
            details: serde_json::json!({ "note": words }),
        }];
        store.commit(outcome).await.unwrap();
    }
    id
}

/// Runs SQL on a store with two cases, a checkpoint and no other fault, and holds what the command says against the
/// first bad entry.
async fn check(tampering: &[&str], first_bad: i64) {
    for place in Place::both().await {
        let store = place.open().await;
        let case = case_with_a_chain(&place, &store, "ONE0-0000-0000").await;
        case_with_a_chain(&place, &store, "TWO0-0000-0000").await;
        store.checkpoint(at(60)).await.unwrap().unwrap();
        store.close().await;
        assert!(
            place.run(&["audit", "verify"]).done().contains("the record is whole"),
            "a false alarm"
        );
        for sql in tampering {
            let sql = sql.replace("FIRST", "case_id = (SELECT id FROM cases ORDER BY id LIMIT 1)");
            beside_the_store(&place.database, &sql).await;
        }
        let ran = place.run(&["audit", "verify", "--format", "json"]);
        assert_eq!(ran.code, 1, "{}{}", ran.out, ran.err);
        let bad: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
        assert_eq!(
            (&bad[0]["case"], &bad[0]["entry"]),
            (&serde_json::json!(case), &first_bad.into()),
            "{bad}"
        );
        let text = place.run(&["audit", "verify"]).out;
        assert!(text.starts_with(&format!("case {case}, entry {first_bad}: ")), "{text}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_changed_event_is_named() {
    check(&["UPDATE event SET actor = 'participant:0' WHERE n = 2 AND FIRST"], 2).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_deleted_event_is_named() {
    check(&["DELETE FROM event WHERE n = 3 AND FIRST"], 3).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_inserted_event_is_named() {
    let insert = "INSERT INTO event (case_id, organisation, n, kind, at, actor, on_behalf_of, definition, last_commit, \
        sealed, sealed_digest, rows_digest, before, hash) SELECT case_id, organisation, 5, kind, at, actor, \
        on_behalf_of, definition, last_commit, sealed, sealed_digest, rows_digest, before, hash FROM event \
        WHERE n = 4 AND FIRST";
    check(&[insert], 5).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn events_in_another_order_are_named() {
    let swap = [
        "UPDATE event SET n = 9 WHERE n = 2 AND FIRST",
        "UPDATE event SET n = 2 WHERE n = 3 AND FIRST",
    ];
    check(&[swap[0], swap[1], "UPDATE event SET n = 3 WHERE n = 9 AND FIRST"], 2).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_chain_that_was_cut_off_with_its_head_is_named() {
    let head = "UPDATE cases SET head_count = 3, head_hash = (SELECT hash FROM event WHERE n = 3 AND FIRST) \
        WHERE id = (SELECT id FROM cases ORDER BY id LIMIT 1)";
    check(&["DELETE FROM event WHERE n = 4 AND FIRST", head], 4).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn swapped_details_are_named() {
    let swap = "UPDATE event SET sealed = (SELECT o.sealed FROM event o WHERE o.case_id = event.case_id AND o.n = 3) \
        WHERE n = 2 AND FIRST";
    check(&[swap], 2).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_row_that_was_changed_without_its_event_is_named() {
    let sql = "UPDATE cases SET due = '2030-01-01' WHERE id = (SELECT id FROM cases ORDER BY id LIMIT 1)";
    check(&[sql], 4).await;
}
