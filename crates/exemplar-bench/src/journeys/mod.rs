//! The subcommand `journeys`: rounds of load with their floors, and the check afterwards that what was acknowledged is stored.
mod load;
mod round;

use clap::{Args, ValueEnum};
use serde_json::json;

use crate::failure::Failure;
use crate::machine;
use crate::report::{self, Figures, Format};
use crate::stage::{Engine, ServerOptions, Stage};

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
    /// Rounds, each with a new server and an empty store, or a copy of the one that was filled
    #[arg(long, default_value_t = 5, value_parser = clap::value_parser!(u32).range(1..=100))]
    rounds: u32,
    /// Cases stored before measuring, made up by `exemplar simulate`
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
    let mut filled = Vec::new();
    for result in &results {
        let stage = match options.stored {
            0 => None,
            cases => Some(Stage::filled(result.engine, &options.server, cases).await?),
        };
        filled.push(stage);
    }
    let mut folders = Vec::new();
    for number in 1..=options.rounds {
        for (result, filled) in results.iter_mut().zip(&filled) {
            eprintln!("round {number} of {}, {}", options.rounds, result.engine.name());
            folders.push(round::run(options, filled.as_ref(), result).await?);
        }
    }
    print(options, &results);
    Ok(results.iter().all(|result| result.failures.is_empty()))
}

fn print(options: &Options, results: &[Results]) {
    let scratch = machine::scratch(options.server.scratch_folder());
    let mut about = scratch
        .map(|folder| machine::describe(folder.path()))
        .unwrap_or_default();
    about["server"] = options.server.version().into();
    about["generator"] = env!("CARGO_PKG_VERSION").into();
    about["stored before"] = format!("{} cases, made up", options.stored).into();
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
            value.as_str().map_or_else(|| value.to_string(), str::to_owned)
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
