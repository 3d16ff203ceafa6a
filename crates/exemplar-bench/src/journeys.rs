//! The subcommand `journeys`: rounds of load with their floors, and the check afterwards that what was acknowledged is stored.
use std::collections::HashSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use clap::{Args, ValueEnum};
use serde_json::json;

use crate::cpu;
use crate::failure::Failure;
use crate::floor;
use crate::journey::{Acknowledged, Visitor};
use crate::load::{Phase, Users, Work};
use crate::machine;
use crate::report::{self, Figures, Format};
use crate::server::Server;
use crate::stage::{Engine, ServerOptions, Stage};
use crate::statistics::{Better, percentile};

/// How many processor seconds, pages and failures it takes to go on a journey
#[derive(Args, Debug)]
pub struct Options {
    #[command(flatten)]
    server: ServerOptions,
    /// Where the server stores
    #[arg(long, value_enum, default_value = "both")]
    engine: Engines,
    /// People at once
    #[arg(long, default_value_t = 16, value_parser = clap::value_parser!(u16).range(1..=1000))]
    users: u16,
    /// Length of each of the two phases of a round
    #[arg(long, default_value_t = 10, value_parser = clap::value_parser!(u64).range(1..=3600))]
    seconds: u64,
    /// Rounds, each with a new server and an empty store
    #[arg(long, default_value_t = 5, value_parser = clap::value_parser!(u32).range(1..=100))]
    rounds: u32,
    /// Cases stored before measuring, made by journeys over HTTP
    #[arg(long, default_value_t = 0)]
    stored: u64,
    /// How the result is printed
    #[arg(long, value_enum, default_value = "table")]
    format: Format,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Engines {
    Sqlite,
    Postgres,
    Both,
}

impl Engines {
    fn list(self) -> &'static [Engine] {
        match self {
            Engines::Sqlite => &[Engine::Sqlite],
            Engines::Postgres => &[Engine::Postgres],
            Engines::Both => &[Engine::Sqlite, Engine::Postgres],
        }
    }
}

/// All rounds on one engine.
struct Results {
    engine: Engine,
    figures: Figures,
    failures: Vec<String>,
    database: String,
}

/// Runs the rounds and prints them; true when nothing failed.
pub async fn run(options: &Options) -> Result<bool, Failure> {
    let mut results: Vec<Results> = options
        .engine
        .list()
        .iter()
        .map(|&engine| Results {
            engine,
            figures: Figures::default(),
            failures: Vec::new(),
            database: String::new(),
        })
        .collect();
    for number in 1..=options.rounds {
        for result in &mut results {
            eprintln!(
                "round {number} of {}, {}",
                options.rounds,
                result.engine.name()
            );
            round(options, result).await?;
        }
    }
    print(options, &results);
    Ok(results.iter().all(|result| result.failures.is_empty()))
}

async fn round(options: &Options, result: &mut Results) -> Result<(), Failure> {
    let figures = &mut result.figures;
    figures.add(
        "load of the machine before",
        "",
        Better::Less,
        machine::load(),
    );
    let stage = Stage::set(result.engine, &options.server).await?;
    if let Some(cluster) = &stage.cluster {
        result.database = cluster.version();
    }
    let server = stage.serve().await?;
    figures.add(
        "start to first page",
        "ms",
        Better::Less,
        server.start_time.as_secs_f64() * 1000.0,
    );
    let mut users = Users::new(server.address(), usize::from(options.users));
    let mut acknowledged = Vec::new();
    let mut keep = |phase: &mut Phase, what: &str| {
        acknowledged.append(&mut phase.acknowledged);
        result.failures.extend(
            phase
                .failures
                .drain(..)
                .map(|failure| format!("{what}: {failure}")),
        );
    };

    let mut stored = users.work(Work::Journeys(options.stored)).await;
    keep(&mut stored, "storing before");
    let mut first = users.work(Work::RefusedFirst).await;
    figures.add(
        "invalid answers refused first",
        "",
        Better::More,
        (first.acknowledged.len() * 8) as f64,
    );
    keep(&mut first, "first journeys");

    let (mut busy, page_bytes) = full_speed(options, &stage, &server, &mut users, figures).await;
    let rate = busy.rate();
    keep(&mut busy, "full speed");

    let mut half = users
        .work(Work::Paced(
            Duration::from_secs(options.seconds),
            (rate / 2.0).max(0.1),
        ))
        .await;
    figures.add("half rate: journeys/s", "", Better::More, half.rate());
    latencies(
        figures,
        &half,
        [
            "half rate: page p50",
            "half rate: page p95",
            "half rate: page p99",
        ],
    );
    keep(&mut half, "half rate");

    server.stop().await?;
    let server = stage.serve().await?;
    check_stored(&server, &acknowledged, result).await;
    drop(server);

    let bare = floor::bare_http(stage.folder(), usize::from(options.users), page_bytes).await?;
    let figures = &mut result.figures;
    figures.add("floor: bare axum, journeys/CPU-s", "", Better::More, bare);
    figures.add(
        "floor: durable 4 KiB appends/s",
        "",
        Better::More,
        floor::durable_commits(stage.folder())?,
    );
    Ok(())
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
    let used = || [server.pid(), database.unwrap_or(0), std::process::id()].map(cpu::seconds);
    let before = used();
    let peak = Arc::new(AtomicU64::new(0));
    let watch = tokio::spawn(watch_memory(database, peak.clone()));
    let busy = users
        .work(Work::For(Duration::from_secs(options.seconds)))
        .await;
    let after = used();
    watch.abort();
    let [app, data, client] = [0, 1, 2].map(|place| after[place] - before[place]);
    let journeys = busy.acknowledged.len() as f64;
    let mebibytes = |kibibytes: u64| kibibytes as f64 / 1024.0;

    figures.add("journeys/CPU-s", "", Better::More, journeys / (app + data));
    figures.add("journeys", "", Better::More, journeys);
    figures.add("journeys/s", "", Better::More, busy.rate());
    figures.add("CPU of the server", "s", Better::Less, app);
    if database.is_some() {
        figures.add("CPU of PostgreSQL", "s", Better::Less, data);
    }
    figures.add("CPU of this program", "s", Better::Less, client);
    figures.add(
        "peak memory of the server",
        "MiB",
        Better::Less,
        mebibytes(cpu::peak_memory_kib(server.pid())),
    );
    if let Some(pid) = database {
        let peak = peak
            .load(Ordering::Relaxed)
            .max(cpu::shared_memory_kib(pid));
        figures.add(
            "peak memory of PostgreSQL",
            "MiB",
            Better::Less,
            mebibytes(peak),
        );
    }
    latencies(figures, &busy, ["page p50", "page p95", "page p99"]);
    let page_bytes = busy.page_bytes.checked_div(busy.pages).unwrap_or(0);
    figures.add("page", "bytes", Better::Less, page_bytes as f64);
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
        figures.add(
            name,
            "ms",
            Better::Less,
            f64::from(percentile(&phase.micros, share)) / 1000.0,
        );
    }
}

/// After a restart each acknowledged submission must show the reference that its person was given, and no two the same.
async fn check_stored(server: &Server, acknowledged: &[Acknowledged], result: &mut Results) {
    let mut visitor = None;
    let mut references = HashSet::new();
    let mut same = 0_u32;
    for earlier in acknowledged {
        let visitor =
            visitor.get_or_insert_with(|| Visitor::new(server.address(), earlier.person.clone()));
        match visitor.ask_again(earlier).await {
            Ok(reference) if reference != earlier.reference => {
                result.failures.push(format!(
                    "{} was given and {reference} is stored",
                    earlier.reference
                ));
            }
            Ok(reference) if !references.insert(reference.clone()) => {
                result.failures.push(format!("{reference} was given twice"));
            }
            Ok(_) => same += 1,
            Err(failure) => result
                .failures
                .push(format!("{} is not stored: {failure}", earlier.reference)),
        }
    }
    result.figures.add(
        "acknowledged submissions",
        "",
        Better::More,
        acknowledged.len() as f64,
    );
    result.figures.add(
        "the same after a restart",
        "",
        Better::More,
        f64::from(same),
    );
}

fn print(options: &Options, results: &[Results]) {
    let scratch = machine::scratch(options.server.scratch_folder());
    let mut about = scratch
        .map(|folder| machine::describe(folder.path()))
        .unwrap_or_default();
    about["server"] = options.server.version().into();
    about["generator"] = env!("CARGO_PKG_VERSION").into();
    about["stored before"] = format!("{} cases, made over HTTP", options.stored).into();
    about["users"] = options.users.into();
    about["seconds"] = options.seconds.into();
    about["rounds"] = options.rounds.into();
    if options.format == Format::Json {
        let engine = |result: &Results| json!({ "engine": result.engine.name(), "database": result.database, "figures": result.figures.json(), "failures": result.failures });
        let engines: Vec<_> = results.iter().map(engine).collect();
        report::line(&json!({ "about": about, "engines": engines }).to_string());
        return;
    }
    for (name, value) in about.as_object().into_iter().flatten() {
        report::line(&format!(
            "{name}: {}",
            value
                .as_str()
                .map_or_else(|| value.to_string(), str::to_owned)
        ));
    }
    for result in results {
        let database = if result.database.is_empty() {
            String::new()
        } else {
            format!(", {}", result.database)
        };
        report::line(&format!(
            "\n{}{database}, failures: {}",
            result.engine.name(),
            result.failures.len()
        ));
        report::table(&["", "best", "median", "worst", ""], &result.figures.rows());
        for failure in result.failures.iter().take(20) {
            report::line(&format!("  failed: {failure}"));
        }
    }
}
