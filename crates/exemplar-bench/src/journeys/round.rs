//! One round: a new server and an empty store or a copy of a filled one, the two phases, the check of what is stored, and the floors.
use std::collections::HashSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use tempfile::TempDir;

use super::load::{Phase, Users, Work};
use super::{Options, Results};
use crate::cpu;
use crate::failure::Failure;
use crate::floor;
use crate::journey::{Acknowledged, Visitor};
use crate::machine;
use crate::report::Figures;
use crate::server::Server;
use crate::stage::Stage;
use crate::statistics::percentile;

/// Runs one round and adds its figures and failures to the results. Answers its folder, which is to be kept until the
/// last round: some file systems take longer to make files while many others are freshly deleted.
pub async fn run(options: &Options, filled: Option<&Stage>, result: &mut Results) -> Result<TempDir, Failure> {
    result.figures.less("load of the machine before", "", machine::load());
    let stage = match filled {
        Some(filled) => filled.copy().await?,
        None => Stage::set(result.engine, &options.server).await?,
    };
    if let Some(cluster) = &stage.cluster {
        result.database = cluster.version();
    }
    let server = stage.serve().await?;
    result
        .figures
        .less("start to first page", "ms", server.start_time.as_secs_f64() * 1000.0);
    let (acknowledged, page_bytes) = load(options, &stage, &server, result).await;

    server.stop().await?;
    let server = stage.serve().await?;
    check_stored(&server, &acknowledged, result).await;
    drop(server);

    let bare = floor::bare_http(stage.folder(), usize::from(options.users), page_bytes).await?;
    result.figures.more("floor: bare axum, journeys/CPU-s", "", bare);
    let commits = floor::durable_commits(stage.folder())?;
    result.figures.more("floor: durable 4 KiB appends/s", "", commits);
    Ok(stage.into_folder())
}

/// All journeys of the round. Returns what was acknowledged, and the size of a page.
async fn load(options: &Options, stage: &Stage, server: &Server, result: &mut Results) -> (Vec<Acknowledged>, usize) {
    let Results { figures, failures, .. } = result;
    let mut users = Users::new(server.address(), usize::from(options.users));
    let mut acknowledged = Vec::new();
    let mut keep = |mut phase: Phase, what: &str| {
        acknowledged.append(&mut phase.acknowledged);
        failures.extend(phase.failures.iter().map(|failure| format!("{what}: {failure}")));
    };
    let first = users.work(Work::RefusedFirst).await;
    figures.more(
        "invalid answers refused first",
        "",
        (first.acknowledged.len() * 8) as f64,
    );
    keep(first, "first journeys");

    let (busy, page_bytes) = full_speed(options, stage, server, &mut users, figures).await;
    let half_rate = (busy.rate() / 2.0).max(0.1);
    keep(busy, "full speed");

    let time = Duration::from_secs(options.seconds);
    let half = users.work(Work::Paced(time, half_rate)).await;
    figures.more("half rate: journeys/s", "", half.rate());
    latencies(
        figures,
        &half,
        ["half rate: page p50", "half rate: page p95", "half rate: page p99"],
    );
    keep(half, "half rate");
    (acknowledged, page_bytes)
}

/// The phase that gives the main figure. Also says how large a page is on average.
async fn full_speed(
    options: &Options,
    stage: &Stage,
    server: &Server,
    users: &mut Users,
    figures: &mut Figures,
) -> (Phase, usize) {
    let database = stage.cluster.as_ref().and_then(|cluster| cluster.pid());
    let used = || {
        [
            cpu::seconds(server.pid()),
            database.map_or(0.0, cpu::seconds),
            cpu::own_seconds(),
        ]
    };
    let peak = Arc::new(AtomicU64::new(0));
    let watch = tokio::spawn(watch_memory(database, peak.clone()));
    let before = used();
    let busy = users.work(Work::For(Duration::from_secs(options.seconds))).await;
    let after = used();
    watch.abort();
    let [app, data, client] = [0, 1, 2].map(|place| after[place] - before[place]);
    let journeys = busy.acknowledged.len() as f64;
    let mebibytes = |kibibytes: u64| kibibytes as f64 / 1024.0;

    figures.more("journeys/CPU-s", "", journeys / (app + data));
    figures.more("journeys", "", journeys);
    figures.more("journeys/s", "", busy.rate());
    figures.less("CPU of the server", "s", app);
    if database.is_some() {
        figures.less("CPU of PostgreSQL", "s", data);
    }
    figures.less("CPU of this program", "s", client);
    figures.less(
        "peak memory of the server",
        "MiB",
        mebibytes(cpu::peak_memory_kib(server.pid())),
    );
    if let Some(pid) = database {
        let peak = peak.load(Ordering::Relaxed).max(cpu::shared_memory_kib(pid));
        figures.less("peak memory of PostgreSQL", "MiB", mebibytes(peak));
    }
    latencies(figures, &busy, ["page p50", "page p95", "page p99"]);
    let page_bytes = busy.page_bytes.checked_div(busy.pages).unwrap_or(0);
    figures.less("page", "bytes", page_bytes as f64);
    (busy, usize::try_from(page_bytes).unwrap_or(0))
}

/// Looks once a second. The server's own peak is kept by the kernel; that of processes sharing memory is not.
async fn watch_memory(database: Option<u32>, peak: Arc<AtomicU64>) {
    while let Some(pid) = database {
        peak.fetch_max(cpu::shared_memory_kib(pid), Ordering::Relaxed);
        tokio::time::sleep(Duration::from_secs(1)).await;
    }
}

fn latencies(figures: &mut Figures, phase: &Phase, names: [&'static str; 3]) {
    for (name, share) in names.into_iter().zip([0.50, 0.95, 0.99]) {
        figures.less(name, "ms", f64::from(percentile(&phase.micros, share)) / 1000.0);
    }
}

/// After a restart each acknowledged submission must show the reference that its person was given, no two the same,
/// and every answer that was sent.
async fn check_stored(server: &Server, acknowledged: &[Acknowledged], result: &mut Results) {
    let Some(first) = acknowledged.first() else {
        return;
    };
    let mut visitor = Visitor::new(server.address(), first.person.clone());
    let mut references = HashSet::new();
    let mut same = 0_u32;
    for earlier in acknowledged {
        let given = &earlier.reference;
        let wrong = match visitor.ask_again(earlier).await {
            Ok(stored) if stored.reference != *given => {
                Some(format!("{given} was given and {} is stored", stored.reference))
            }
            Ok(stored) if !references.insert(given) => Some(format!("{} was given twice", stored.reference)),
            Ok(stored) => {
                let missing = stored.missing(&earlier.person).join(", ");
                (!missing.is_empty()).then(|| format!("{given} does not hold what was sent: {missing}"))
            }
            Err(failure) => Some(format!("{given} is not stored: {failure}")),
        };
        same += u32::from(wrong.is_none());
        result.failures.extend(wrong);
    }
    result
        .figures
        .more("acknowledged submissions", "", acknowledged.len() as f64);
    result.figures.more("the same after a restart", "", f64::from(same));
}
