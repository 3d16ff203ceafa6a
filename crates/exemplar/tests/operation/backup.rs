//! Backup, restore and move, by command.

use std::process::Command;

use exemplar_core::id::CaseId;
use exemplar_store::Database;
use exemplar_testkit::new_database;

use crate::place::{Place, Ran};

/// The folder of the one backup in `backups`.
fn only_backup(place: &Place) -> String {
    let entries: Vec<_> = std::fs::read_dir(place.path("backups")).unwrap().flatten().collect();
    assert_eq!(entries.len(), 1);
    entries[0].path().to_str().unwrap().to_owned()
}

/// Where to restore: an empty place of the same engine.
async fn empty(place: &Place) -> Vec<String> {
    match &place.database {
        Database::Sqlite(_) => vec!["--data".into(), place.path("again").to_str().unwrap().into()],
        Database::Postgres(_) => {
            let url = tokio::task::spawn_blocking(new_database).await.unwrap();
            vec!["--database".into(), url]
        }
    }
}

fn run(place: &Place, arguments: &[&str], place_arguments: &[String]) -> Ran {
    let mut command = Command::new(env!("CARGO_BIN_EXE_exemplar"));
    command
        .args(arguments)
        .args(place_arguments)
        .arg("--keys")
        .arg(place.path("keys.json"));
    Ran::of(&command.current_dir(place.folder.path()).output().unwrap())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_is_restored_and_forgets_what_was_erased_since() {
    for place in Place::both().await {
        let store = place.open().await;
        let (gone, stays) = (
            place.submitted(&store, "GONE-0000-0000").await,
            place.submitted(&store, "STAY-0000-0000").await,
        );
        let content = |kept: std::path::PathBuf, case: CaseId| kept.join(case.to_string()).join("object/00000");
        for case in [gone, stays] {
            let content = content(place.path("data/files/kept"), case);
            std::fs::create_dir_all(content.parent().unwrap()).unwrap();
            std::fs::write(content, "sealed").unwrap();
        }
        let backups = place.path("backups");
        let done = place
            .run(&["backup", backups.to_str().unwrap(), "--format", "json"])
            .done();
        let done: serde_json::Value = serde_json::from_str(&done).unwrap();
        assert_eq!(done["manifest"]["rows"]["cases"], 2);
        place
            .run(&["erase", "gone 0000 0000", "--reason", "asked for", "--yes"])
            .done();
        assert!(
            place.path("keys.erased.jsonl").exists(),
            "the list stands beside the keys"
        );
        let backup = only_backup(&place);
        assert_eq!(done["backup"], backup.as_str());
        let verified = place.run(&["audit", "verify", &backup]).done();
        assert!(verified.contains("the record is whole"));
        let left = content(place.path("data/files/kept"), gone);
        assert!(!left.exists(), "erased with its case");
        let mut target = empty(&place).await;
        target.extend(["--files".into(), place.path("again-files").to_str().unwrap().into()]);
        let said = run(&place, &["restore", &backup], &target).done();
        let back = |case| content(place.path("again-files/kept"), case).exists();
        assert_eq!((back(gone), back(stays)), (false, true), "the content of files is back");
        assert!(
            said.contains("2 cases") && said.contains("1 cases were erased again"),
            "{said}"
        );
        let verified = run(&place, &["audit", "verify"], &target).done();
        assert!(verified.contains("the record is whole"));
        let there = |case: &str| {
            run(
                &place,
                &["hold", case, "--reason", "to see whether it is there"],
                &target,
            )
            .code
        };
        assert_eq!((there(&stays.to_string()), there(&gone.to_string())), (0, 1));
        let again = run(&place, &["restore", &backup], &target).refused();
        assert!(again.contains("empty"), "{again}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_under_other_keys_is_refused_and_says_which_are_needed() {
    let place = Place::sqlite().await;
    let store = place.open().await;
    place.submitted(&store, "ABCD-0000-0000").await;
    place.run(&["backup", "backups"]).done();
    let target = empty(&place).await;
    let keys = place.path("keys.json");
    std::fs::rename(&keys, place.path("safe.json")).unwrap();
    let missing = run(&place, &["restore", &only_backup(&place)], &target).refused();
    assert!(missing.contains("key"), "{missing}");
    assert!(!keys.exists(), "a restore makes no keys");
    exemplar_store::Keys::read_or_make(&keys).unwrap();
    let refused = run(&place, &["restore", &only_backup(&place)], &target).refused();
    assert!(refused.contains("needs the key file with the keys"), "{refused}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_store_that_is_served_is_not_moved_and_one_that_is_stopped_is() {
    let place = Place::sqlite().await;
    let store = place.open().await;
    let case = place.submitted(&store, "MOVE-0000-0000").await;
    let url = tokio::task::spawn_blocking(new_database).await.unwrap();
    let served = place.run(&["move", "--to", &url]).refused();
    assert!(served.contains("Stop it first"), "{served}");
    store.close().await;
    let moved = place.run(&["move", "--to", &url]).done();
    assert!(
        moved.contains("cases\t1") && moved.contains("the record is whole"),
        "{moved}"
    );
    let there = vec!["--database".to_owned(), url];
    run(
        &place,
        &["hold", &case.to_string(), "--reason", "to see whether it is there"],
        &there,
    )
    .done();
    let back = place.path("back");
    run(&place, &["move", "--to-data", back.to_str().unwrap()], &there).done();
    let verified = run(
        &place,
        &["audit", "verify"],
        &["--data".into(), back.to_str().unwrap().into()],
    );
    assert!(verified.done().contains("the record is whole"));
    let nowhere = place.run(&["move"]);
    assert_eq!(nowhere.code, 2, "a move needs a target");
}
