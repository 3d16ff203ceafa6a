//! Which databases are opened, and which are refused with a sentence.

use std::sync::Arc;

use exemplar_core::record::Committed;
use exemplar_store::{Database, Fault, Keys, Settings, Store};
use exemplar_testkit::{Draft, Kit, new_database, on_each_engine, save};

use crate::{begin, outsider};

async fn refusal(kit: &Kit) -> String {
    let settings = Settings::new(kit.database.clone(), Arc::clone(&kit.keys));
    match Store::open(settings).await {
        Err(Fault::Schema(sentence)) => sentence,
        Err(other) => panic!("{other}"),
        Ok(_) => panic!("it was opened"),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_schema_of_a_later_release_is_refused_with_a_sentence() {
    on_each_engine(async |kit: Kit| {
        kit.store.close().await;
        let newest = "(SELECT max(version) FROM refinery_schema_history)";
        let later = format!("UPDATE refinery_schema_history SET version = 99 WHERE version = {newest}");
        outsider::sql(&kit, &later).await;
        let sentence = refusal(&kit).await;
        assert!(sentence.contains("schema 99"), "{sentence}");
        let migrated = Store::migrate(&kit.database).await;
        assert!(matches!(migrated, Err(Fault::Schema(_))));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_postgresql_database_that_was_not_migrated_is_refused_with_a_sentence() {
    let url = tokio::task::spawn_blocking(new_database).await.unwrap();
    let keys = Arc::new(Keys::make_in_memory().unwrap());
    let database = Database::Postgres(url);
    match Store::open(Settings::new(database, keys)).await {
        Err(Fault::Schema(sentence)) => assert!(sentence.contains("exemplar migrate")),
        _ => panic!("it was opened"),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_case_does_not_open_under_the_keys_of_another_installation() {
    on_each_engine(async |kit: Kit| {
        let draft = Draft::default();
        begin(&kit.store, &draft).await;
        let keys = Arc::new(Keys::make_in_memory().unwrap());
        let other = Store::open(Settings::new(kit.database.clone(), keys)).await.unwrap();
        assert!(matches!(other.load(draft.case.id).await, Err(Fault::Keys(_))));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_copy_that_was_made_while_the_store_runs_holds_what_was_committed() {
    let kit = Kit::sqlite().await;
    let draft = Draft::default();
    let read = begin(&kit.store, &draft).await;
    let copy = kit.data_folder().join("copy.db");
    kit.store.back_up(&copy).await.unwrap();
    let settings = Settings::new(Database::Sqlite(copy), Arc::clone(&kit.keys));
    let restored = Store::open(settings).await.unwrap();
    let again = restored.load(draft.case.id).await.unwrap().unwrap();
    assert_eq!(again.parts, read.parts);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_database_that_could_not_be_written_is_opened_anew_and_serves_again() {
    let kit = Kit::sqlite().await;
    let draft = Draft::default();
    let read = begin(&kit.store, &draft).await;
    // Another process holds the database for longer than a commit waits.
    let other = rusqlite::Connection::open(kit.file().unwrap()).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    let failed = kit.store.commit(save(&read, "street", "one")).await;
    assert!(matches!(failed, Err(Fault::Busy)), "it is not acknowledged");
    assert!(!kit.store.ready());
    let at_once = kit.store.commit(save(&read, "street", "one")).await;
    assert!(matches!(at_once, Err(Fault::Busy)), "nobody waits for what is broken");
    other.execute_batch("ROLLBACK").unwrap();
    while !kit.store.ready() {
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    let again = kit.store.commit(save(&read, "street", "two")).await.unwrap();
    assert_eq!(again, Committed::Committed);
}
