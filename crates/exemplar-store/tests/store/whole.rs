//! Backups under load, restored into an empty place; moves from one engine to the other; a rule for each table.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

use exemplar_core::id::{CaseId, StaffId, WriterId};
use exemplar_core::record::Look;
use exemplar_store::{
    Database, Erased, Fault, Keys, NotCarried, Settings, Store, TABLES, Target, backup_name, move_all,
    read_erasure_list, remove_old_backups, restore,
};
use exemplar_testkit::{Draft, Kit, at, new_database, on_each_engine, save, submit};
use jiff::SignedDuration;
use uuid::Uuid;

use crate::{begin, load, outsider};

/// An empty target of the same engine as a kit's.
async fn empty(kit: &Kit, folder: &Path) -> Target {
    match kit.url() {
        Some(_) => Target::Postgres(tokio::task::spawn_blocking(new_database).await.unwrap()),
        None => Target::Folder(folder.join("restored")),
    }
}

fn database(target: &Target) -> Database {
    match target {
        Target::Folder(folder) => Database::Sqlite(folder.join("exemplar.sqlite")),
        Target::Postgres(url) => Database::Postgres(url.clone()),
    }
}

async fn opened(target: &Target, keys: &Arc<Keys>) -> Result<Store, Fault> {
    Store::open(Settings::new(database(target), Arc::clone(keys))).await
}

/// A submitted case with a look at it.
async fn submitted(store: &Store) -> CaseId {
    let draft = Draft::default();
    let read = begin(store, &draft).await;
    let reference = draft.case.id.to_string();
    store.commit(submit(&read, &reference)).await.unwrap();
    draft.case.id
}

fn look(case: CaseId) -> Look {
    Look {
        writer: WriterId(Uuid::from_u128(1)),
        organisation: "council".into(),
        staff: StaffId(Uuid::from_u128(3)),
        case: Some(case),
        list: None,
        reason: "case page".into(),
        at: at(3),
    }
}

/// Begins and submits cases without a pause until told to stop; notes each one that was acknowledged.
fn write_on(
    store: &Store,
    acknowledged: &Arc<Mutex<Vec<CaseId>>>,
    stop: &Arc<AtomicBool>,
) -> tokio::task::JoinHandle<()> {
    let (store, acknowledged, stop) = (store.clone(), Arc::clone(acknowledged), Arc::clone(stop));
    tokio::spawn(async move {
        while !stop.load(Ordering::Relaxed) {
            let case = submitted(&store).await;
            acknowledged.lock().unwrap().push(case);
        }
    })
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_acknowledged_before_a_backup_under_load_is_restored_and_verifies() {
    on_each_engine(async |kit: Kit| {
        let folder = tempfile::tempdir().unwrap();
        let (acknowledged, stop) = (Arc::default(), Arc::default());
        let writers: Vec<_> = (0..6).map(|_| write_on(&kit.store, &acknowledged, &stop)).collect();
        while acknowledged.lock().unwrap().len() < 300 {
            tokio::time::sleep(std::time::Duration::from_millis(5)).await;
        }
        kit.store.look(&look(Draft::default().case.id)).await.unwrap();
        kit.store.checkpoint(at(60)).await.unwrap();
        let before = acknowledged.lock().unwrap().clone();
        let (backup, manifest) = kit.store.back_up_into(folder.path(), at(100)).await.unwrap();
        let during = acknowledged.lock().unwrap().len();
        stop.store(true, Ordering::Relaxed);
        for writer in writers {
            writer.await.unwrap();
        }
        assert!(during > before.len(), "others wrote while it was made");
        assert!(manifest.rows["cases"] >= before.len() as u64);
        let target = empty(&kit, folder.path()).await;
        let restored = restore(&backup, &target, &kit.keys, &[], at(200)).await.unwrap();
        assert_eq!((restored.bad, restored.erased), (Vec::new(), 0));
        let again = opened(&target, &kit.keys).await.unwrap();
        for case in &before {
            let (was, is) = (kit.store.load(*case).await.unwrap(), again.load(*case).await.unwrap());
            let (was, is) = (was.unwrap(), is.expect("it was acknowledged"));
            assert_eq!((was.case, was.parts), (is.case, is.parts));
        }
        assert_eq!(again.verify().await.unwrap(), []);
        // What was restored goes on: its tables of months, chains and claims are in order.
        again.prepare_months(at(0)).await.unwrap();
        submitted(&again).await;
        again.look(&look(before[0])).await.unwrap();
        assert_eq!(again.verify().await.unwrap(), []);
    })
    .await;
}

async fn a_backup(kit: &Kit, folder: &Path) -> PathBuf {
    kit.store.back_up_into(folder, at(100)).await.unwrap().0
}

async fn refusal(backup: &Path, target: &Target, keys: &Arc<Keys>) -> String {
    match restore(backup, target, keys, &[], at(200)).await {
        Err(NotCarried::Refused(sentence)) => sentence,
        Err(NotCarried::Fault(fault)) => panic!("{fault}"),
        Ok(_) => panic!("it was restored"),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_in_which_anything_was_changed_is_refused() {
    on_each_engine(async |kit: Kit| {
        let folder = tempfile::tempdir().unwrap();
        submitted(&kit.store).await;
        let backup = a_backup(&kit, folder.path()).await;
        let target = empty(&kit, folder.path()).await;
        let name = if kit.url().is_some() {
            "cases.rows.jsonl"
        } else {
            "exemplar.sqlite"
        };
        let whole = std::fs::read(backup.join(name)).unwrap();
        let mut changed = whole.clone();
        changed[whole.len() / 2] ^= 1;
        for content in [&changed[..], &whole[..whole.len() - 1]] {
            std::fs::write(backup.join(name), content).unwrap();
            assert!(refusal(&backup, &target, &kit.keys).await.contains(name));
        }
        std::fs::remove_file(backup.join(name)).unwrap();
        assert!(refusal(&backup, &target, &kit.keys).await.contains("missing"));
        std::fs::write(backup.join(name), whole).unwrap();
        let manifest = backup.join("manifest.json");
        let text = std::fs::read_to_string(&manifest).unwrap();
        std::fs::write(&manifest, text.replace("\"cases\": 1", "\"cases\": 2")).unwrap();
        assert!(refusal(&backup, &target, &kit.keys).await.contains("manifest"));
        std::fs::write(&manifest, &text).unwrap();
        assert!(restore(&backup, &target, &kit.keys, &[], at(200)).await.is_ok());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_is_not_restored_over_anything_nor_under_other_keys() {
    on_each_engine(async |kit: Kit| {
        let folder = tempfile::tempdir().unwrap();
        submitted(&kit.store).await;
        let backup = a_backup(&kit, folder.path()).await;
        let target = empty(&kit, folder.path()).await;
        let others = Arc::new(Keys::make_in_memory().unwrap());
        assert!(refusal(&backup, &target, &others).await.contains("needs the key file"));
        restore(&backup, &target, &kit.keys, &[], at(200)).await.unwrap();
        assert!(refusal(&backup, &target, &kit.keys).await.contains("empty"));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn no_key_is_in_a_backup() {
    on_each_engine(async |kit: Kit| {
        let folder = tempfile::tempdir().unwrap();
        let draft = Draft::answering(&[("full_name", "marker of an answer")]);
        begin(&kit.store, &draft).await;
        let backup = a_backup(&kit, folder.path()).await;
        for entry in std::fs::read_dir(backup).unwrap() {
            let content = std::fs::read(entry.unwrap().path()).unwrap();
            assert!(!content.windows(19).any(|bytes| bytes == b"marker of an answer"));
            for secret in kit.keys.cookie() {
                let text = data_encoding::BASE64.encode(secret);
                assert!(!content.windows(text.len()).any(|bytes| bytes == text.as_bytes()));
            }
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_erased_after_a_backup_is_erased_again_by_the_list() {
    on_each_engine(async |kit: Kit| {
        let folder = tempfile::tempdir().unwrap();
        let list = folder.path().join("erased");
        let mut settings = Settings::new(kit.database.clone(), kit.keys.clone());
        settings.erasure_list = Some(list.clone());
        let store = Store::open(settings).await.unwrap();
        let (gone, stays) = (submitted(&store).await, submitted(&store).await);
        let backup = a_backup(&kit, folder.path()).await;
        assert!(store.erase(gone, "asked for", at(110)).await.unwrap());
        let erased = read_erasure_list(&list).unwrap();
        assert_eq!(erased.iter().map(|line| line.case).collect::<Vec<_>>(), [gone]);
        let target = empty(&kit, folder.path()).await;
        let restored = restore(&backup, &target, &kit.keys, &erased, at(200)).await.unwrap();
        assert_eq!((restored.erased, restored.bad), (1, Vec::new()));
        let again = opened(&target, &kit.keys).await.unwrap();
        assert!(again.load(gone).await.unwrap().is_none());
        assert!(again.load(stays).await.unwrap().is_some());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_with_a_record_that_does_not_hold_is_restored_and_stays_closed() {
    on_each_engine(async |kit: Kit| {
        let folder = tempfile::tempdir().unwrap();
        submitted(&kit.store).await;
        outsider::sql(&kit, "UPDATE event SET actor = 'participant:7'").await;
        let backup = a_backup(&kit, folder.path()).await;
        let target = empty(&kit, folder.path()).await;
        let restored = restore(&backup, &target, &kit.keys, &[], at(200)).await.unwrap();
        assert_eq!(restored.bad[0].n, Some(1));
        match &target {
            Target::Folder(folder) => assert!(!folder.join("exemplar.sqlite").exists()),
            Target::Postgres(_) => {
                let opened = opened(&target, &kit.keys).await;
                assert!(matches!(opened, Err(Fault::Schema(sentence)) if sentence.contains("did not come to its end")));
            }
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn old_backups_are_removed_and_nothing_that_is_not_ours() {
    let kit = Kit::sqlite().await;
    let folder = tempfile::tempdir().unwrap();
    let days = |days: i64| at(0) + SignedDuration::from_hours(24 * days);
    let mut made = Vec::new();
    for day in [0, 10, 36] {
        made.push(kit.store.back_up_into(folder.path(), days(day)).await.unwrap().0);
    }
    let others = [
        folder.path().join("photos"),
        folder.path().join(backup_name(days(1))),
        folder.path().join(format!("{}.unfinished", backup_name(days(36)))),
    ];
    let left_over = folder.path().join(format!("{}.unfinished", backup_name(days(2))));
    for other in others.iter().chain([&left_over]) {
        std::fs::create_dir(other).unwrap();
    }
    // A copy under another name is somebody's own.
    let kept = folder.path().join("before-the-audit");
    std::fs::create_dir(&kept).unwrap();
    std::fs::copy(made[0].join("manifest.json"), kept.join("manifest.json")).unwrap();
    let removed = remove_old_backups(folder.path(), 35, days(36)).unwrap();
    assert_eq!(removed, [made[0].clone(), left_over]);
    for there in others.iter().chain([&made[1], &made[2], &kept]) {
        assert!(there.exists(), "{}", there.display());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_store_is_moved_to_the_other_engine_and_back_with_all_its_rows() {
    let kit = Kit::sqlite().await;
    let folder = tempfile::tempdir().unwrap();
    let mut cases = Vec::new();
    for _ in 0..450 {
        cases.push(submitted(&kit.store).await);
    }
    let draft = Draft::default();
    let read = begin(&kit.store, &draft).await;
    kit.store.commit(save(&read, "street", "High Street")).await.unwrap();
    kit.store.look(&look(cases[0])).await.unwrap();
    kit.store.checkpoint(at(60)).await.unwrap();
    assert!(kit.store.erase(cases[7], "asked for", at(70)).await.unwrap());
    let url = Target::Postgres(tokio::task::spawn_blocking(new_database).await.unwrap());
    let served = move_all(&kit.database, &url, &kit.keys).await;
    assert!(
        matches!(served, Err(NotCarried::Fault(Fault::InUse(_)))),
        "it is being served"
    );
    kit.store.close().await;
    let there = move_all(&kit.database, &url, &kit.keys).await.unwrap();
    assert_eq!((there["cases"], there["tombstone"], there["look"]), (450, 1, 1));
    let full = move_all(&kit.database, &url, &kit.keys).await;
    assert!(matches!(full, Err(NotCarried::Refused(sentence)) if sentence.contains("empty")));
    let moved = opened(&url, &kit.keys).await.unwrap();
    assert_eq!(moved.verify().await.unwrap(), []);
    moved.prepare_months(at(0)).await.unwrap();
    let read = load(&moved, &draft).await;
    moved.commit(save(&read, "street", "Low Street")).await.unwrap();
    let back = Target::Folder(folder.path().join("back"));
    let served = move_all(&database(&url), &back, &kit.keys).await;
    assert!(matches!(served, Err(NotCarried::Refused(sentence)) if sentence.contains("connections")));
    moved.close().await;
    // The server takes a moment to notice that a connection is gone.
    let mut counts = Err(NotCarried::Fault(Fault::Busy));
    for _ in 0..100 {
        counts = move_all(&database(&url), &back, &kit.keys).await;
        if !matches!(&counts, Err(NotCarried::Refused(sentence)) if sentence.contains("connections")) {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    let counts = counts.unwrap();
    assert_eq!(counts["cases"], 450);
    let back = opened(&back, &kit.keys).await.unwrap();
    assert_eq!(back.verify().await.unwrap(), []);
    assert_eq!(load(&back, &draft).await.parts[0].revision, read.parts[0].revision + 1);
    assert!(back.load(cases[449]).await.unwrap().is_some());
}

#[tokio::test(flavor = "multi_thread")]
async fn every_table_has_a_rule_for_how_long_it_keeps_its_rows() {
    on_each_engine(async |kit: Kit| {
        let sql = match kit.url() {
            Some(_) => {
                "SELECT string_agg(relname, ',') FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace \
                 WHERE relkind IN ('r', 'p') AND NOT relispartition AND nspname = current_schema()"
            }
            None => "SELECT group_concat(name) FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
        };
        let there = outsider::sql(&kit, sql).await;
        let mut there: Vec<_> = there
            .split(',')
            .filter(|name| *name != "refinery_schema_history")
            .collect();
        there.sort_unstable();
        let mut ruled: Vec<_> = TABLES.iter().map(|kept| kept.table).collect();
        ruled.sort_unstable();
        assert_eq!(there, ruled);
    })
    .await;
}

#[test]
fn the_page_on_keeping_names_every_table_and_its_rule() {
    let page = include_str!("../../../../docs/operating/keeping.md");
    for kept in TABLES {
        let row = format!("| `{}` | {} |", kept.table, kept.until.words());
        assert!(page.contains(&row), "docs/operating/keeping.md lacks the row {row}");
    }
    assert_eq!(page.matches("\n| `").count(), TABLES.len());
}

#[test]
fn a_line_of_the_list_that_was_taken_back_does_not_count() {
    let folder = tempfile::tempdir().unwrap();
    let list = folder.path().join("erased");
    let line = Erased {
        case: Draft::default().case.id,
        reason: "not sent in time".into(),
        at: at(0),
        kept: true,
    };
    std::fs::write(&list, serde_json::to_string(&line).unwrap()).unwrap();
    assert_eq!(read_erasure_list(&list).unwrap(), []);
}
