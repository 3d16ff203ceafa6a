//! Measures a draft save: one load and one commit with its observation, from 32 tasks, on both engines.
//! `cargo run -p exemplar-store --example saves --release`. PostgreSQL's CPU is that of all its processes.

use std::path::Path;
use std::time::{Duration, Instant};

use exemplar_core::record::Committed;
use exemplar_testkit::{Draft, Kit, save};

const TASKS: usize = 32;
const SAVES_EACH: usize = 200;

#[tokio::main]
async fn main() {
    measure("SQLite", Kit::sqlite().await).await;
    measure("PostgreSQL", Kit::postgres().await).await;
}

async fn measure(engine: &str, kit: Kit) {
    if let Some(url) = kit.url() {
        sync(url).await;
    }
    // Connections and statements are made ready first.
    run(&kit, 20).await;
    let folder = kit.data_folder().to_owned();
    let server = |kit: &Kit| kit.url().map_or(Duration::ZERO, |_| server_cpu(&folder));
    let (own, others, began) = (own_cpu(), server(&kit), Instant::now());
    run(&kit, SAVES_EACH).await;
    let took = began.elapsed();
    let (own, others) = (own_cpu() - own, server(&kit) - others);
    let saves = u32::try_from(TASKS * SAVES_EACH).unwrap_or(u32::MAX);
    let each = |time: Duration| time.as_secs_f64() * 1e6 / f64::from(saves);
    let rate = f64::from(saves) / took.as_secs_f64();
    eprintln!(
        "{engine}: {rate:.0} saves/s; CPU of a save: {:.0} us here, {:.0} us in the server's processes",
        each(own),
        each(others)
    );
    kit.store.close().await;
}

/// The clusters of tests do not sync; what is measured does.
async fn sync(url: &str) {
    let connected = tokio_postgres::connect(url, tokio_postgres::NoTls).await;
    let (client, connection) = connected.expect("the cluster runs");
    tokio::spawn(connection);
    for sql in ["ALTER SYSTEM SET fsync = on", "SELECT pg_reload_conf()"] {
        client.batch_execute(sql).await.expect("the setting exists");
    }
}

async fn run(kit: &Kit, saves: usize) {
    let tasks: Vec<_> = (0..TASKS)
        .map(|_| {
            let store = kit.store.clone();
            tokio::spawn(async move {
                let answers: Vec<_> = (0..8).map(|i| format!("question_{i}")).collect();
                let pairs = answers.iter().map(|name| (name.as_str(), "an answer of some words"));
                let draft = Draft::answering(&pairs.collect::<Vec<_>>());
                assert_eq!(store.commit(draft.begin()).await.ok(), Some(Committed::Committed));
                for i in 0..saves {
                    let loaded = store.load(draft.case.id).await.ok().flatten();
                    let loaded = loaded.expect("the draft was committed");
                    let outcome = save(&loaded, "question_3", &i.to_string());
                    assert_eq!(store.commit(outcome).await.ok(), Some(Committed::Committed));
                }
            })
        })
        .collect();
    for task in tasks {
        task.await.expect("no save fails");
    }
}

/// User and system time of a process and of its children that have ended, in ticks of a hundredth of a second.
fn cpu(process: &Path) -> Option<Duration> {
    let stat = std::fs::read_to_string(process.join("stat")).ok()?;
    let fields: Vec<_> = stat.rsplit_once(')')?.1.split_whitespace().collect();
    let ticks: u64 = fields[11..15]
        .iter()
        .filter_map(|field| field.parse::<u64>().ok())
        .sum();
    Some(Duration::from_millis(ticks * 10))
}

fn own_cpu() -> Duration {
    cpu(Path::new("/proc/self")).unwrap_or_default()
}

/// All processes of the server whose data is in `folder`: each works there.
fn server_cpu(folder: &Path) -> Duration {
    let processes = std::fs::read_dir("/proc").into_iter().flatten().flatten();
    processes
        .map(|entry| entry.path())
        .filter(|process| std::fs::read_link(process.join("cwd")).is_ok_and(|cwd| cwd.starts_with(folder)))
        .filter_map(|process| cpu(&process))
        .sum()
}
