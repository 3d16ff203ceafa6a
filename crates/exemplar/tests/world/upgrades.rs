//! A small store of each release, kept in `tests/upgrades` as it was left: this release opens it, reads every event,
//! part and job in it as `tests/golden` says, goes on with its draft, and finds the record whole.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;

use exemplar_app::work::KINDS;
use exemplar_core::id::{CaseId, JobId};
use exemplar_core::record::{NewJob, Outcome, Phase};
use exemplar_store::{Database, Keys, Settings, Store};
use exemplar_testkit::{at, beside_the_store, save, submit};
use tempfile::TempDir;

use crate::browser::Browser;
use crate::markers::{staff, typed};
use crate::place::Place;
use crate::server::Server;

/// Set to a release's name, a store of it is made by this program, to be kept.
const MAKE: &str = "EXEMPLAR_MAKE_UPGRADE";

fn tests(folder: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests").join(folder)
}

fn tar(arguments: &[&str], folder: &Path) {
    assert!(
        Command::new("tar")
            .args(arguments)
            .current_dir(folder)
            .status()
            .unwrap()
            .success()
    );
}

/// A store of a release, unpacked.
async fn unpacked(archive: &Path) -> (TempDir, Database, Store) {
    let folder = tempfile::tempdir().unwrap();
    tar(&["-xzf", archive.to_str().unwrap()], folder.path());
    let database = Database::Sqlite(folder.path().join("data/exemplar.sqlite"));
    Store::migrate(&database).await.unwrap();
    assert!(
        folder.path().join("keys.json").is_file(),
        "the keys are kept with the store"
    );
    let (keys, _) = Keys::read_or_make(&folder.path().join("keys.json")).unwrap();
    let store = Store::open(Settings::new(database.clone(), Arc::new(keys)))
        .await
        .unwrap();
    (folder, database, store)
}

async fn cases(database: &Database) -> Vec<CaseId> {
    let sql = "SELECT group_concat(hex(id)) FROM (SELECT id FROM cases ORDER BY id)";
    let ids = beside_the_store(database, sql).await;
    ids.split(',').map(|id| CaseId(id.parse().unwrap())).collect()
}

/// All that is sealed in a store and kept for long, in words.
async fn read(database: &Database, store: &Store) -> String {
    let mut all = String::new();
    for case in cases(database).await {
        let loaded = store.load(case).await.unwrap().unwrap();
        writeln!(
            all,
            "{:#?}\n{:#?}\n{:#?}",
            loaded.case, loaded.participants, loaded.parts
        )
        .unwrap();
        for event in store.events(case).await.unwrap() {
            writeln!(all, "{event:#?}").unwrap();
        }
        writeln!(all, "{:#?}", store.work(case).await.unwrap()).unwrap();
    }
    let worker = uuid::Uuid::now_v7();
    let (now, lease) = (jiff::Timestamp::MAX, jiff::SignedDuration::from_secs(60));
    for job in store.lease_jobs(worker, &KINDS, now, lease, 100).await.unwrap() {
        writeln!(all, "{} {:?} {} {}", job.kind, job.case, job.due, job.task).unwrap();
    }
    all
}

/// Makes a store with a draft, a case that was worked on and decided, and a job of each kind that waits.
async fn make(release: &str) {
    let place = Place::sqlite().await;
    let server = Server::start(&place, &[]);
    let mut applicant = Browser::new(server.address);
    let reference = crate::walk::submit(&mut applicant, "example-permit", "full-name", &[]);
    let mut someone = staff(&place, &server, "example-council", "manager");
    someone.get("/staff/search");
    someone.post("/staff/search", &typed(&[("reference", &reference)]));
    let case = someone.link("/staff/cases/");
    someone.get(&case);
    someone
        .post("/take", &[])
        .post("/note", &typed(&[("note", "Rang twice.")]));
    someone.post("/hand-back", &[]).post("/take", &[]);
    let ruling = typed(&[
        ("outcome", "refused"),
        ("reason-refused", "has_one"),
        ("said", "Spoke to her."),
    ]);
    someone.post("/decide", &ruling);
    drop(server);
    let store = place.open().await;
    store.commit(place.draft().begin()).await.unwrap();
    let mut outcome = Outcome::new(exemplar_app::chance::commit_id(), at(2));
    outcome.jobs.extend(KINDS.map(|kind| NewJob {
        id: JobId(uuid::Uuid::now_v7()),
        kind,
        case: None,
        due: at(3_000_000_000),
        task: serde_json::json!({ "of": kind, "n": 1 }),
    }));
    store.commit(outcome).await.unwrap();
    store.checkpoint(at(3)).await.unwrap();
    store.close().await;
    std::fs::create_dir_all(tests("upgrades")).unwrap();
    std::fs::create_dir_all(tests("golden")).unwrap();
    let archive = tests("upgrades")
        .canonicalize()
        .unwrap()
        .join(format!("{release}.tar.gz"));
    let keep = [
        "-czf",
        archive.to_str().unwrap(),
        "--exclude=data/mail",
        "data",
        "keys.json",
    ];
    tar(&keep, place.folder.path());
    let (_folder, database, store) = unpacked(&archive).await;
    std::fs::write(
        tests("golden").join(format!("{release}.txt")),
        read(&database, &store).await,
    )
    .unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_former_release_stored_is_read_and_gone_on_with() {
    if let Ok(release) = std::env::var(MAKE) {
        make(&release).await;
    }
    let mut releases = 0;
    for archive in std::fs::read_dir(tests("upgrades")).unwrap() {
        let archive = archive.unwrap().path().canonicalize().unwrap();
        let name = archive
            .file_name()
            .unwrap()
            .to_str()
            .unwrap()
            .replace(".tar.gz", ".txt");
        let golden = std::fs::read_to_string(tests("golden").join(&name)).unwrap();
        let (_folder, database, store) = unpacked(&archive).await;
        assert!(
            read(&database, &store).await == golden,
            "{name} is read otherwise than it was written"
        );
        for kind in ["submitted", "taken", "noted", "handed_back", "decided"] {
            assert!(golden.contains(&format!("kind: \"{kind}\"")), "{name} has no {kind}");
        }
        assert!(store.verify().await.unwrap().is_empty(), "{name}: the record is whole");
        let mut drafts = 0;
        for case in cases(&database).await {
            let loaded = store.load(case).await.unwrap().unwrap();
            if loaded.case.phase != Phase::Draft {
                continue;
            }
            drafts += 1;
            store.commit(save(&loaded, "phone", "+441632960001")).await.unwrap();
            let loaded = store.load(case).await.unwrap().unwrap();
            store.commit(submit(&loaded, "GOES-ON00-0000")).await.unwrap();
            assert_eq!(store.load(case).await.unwrap().unwrap().case.phase, Phase::Submitted);
        }
        assert_eq!(drafts, 1, "{name} has one draft");
        assert!(
            store.verify().await.unwrap().is_empty(),
            "{name}: the record is whole afterwards"
        );
        store.close().await;
        releases += 1;
    }
    assert!(
        releases > 0,
        "no store of a release is kept: make one with {MAKE}=0.1.0"
    );
}
