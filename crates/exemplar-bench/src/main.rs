//! The load generator and the crash test of Exemplar: a black box that knows the server's pages and nothing of its code.
//! Modules in reading order: permit (the service), journey, page, client, head, cookies, meter; journeys, crash, double, scale, sync;
//! stage, server, postgres, cpu, machine, floor; statistics, report, failure.
mod client;
mod cookies;
mod cpu;
mod crash;
mod double;
mod failure;
mod floor;
mod head;
mod journey;
mod journeys;
mod machine;
mod meter;
mod page;
mod permit;
mod postgres;
mod report;
mod scale;
mod server;
mod stage;
mod statistics;
mod sync;

use std::net::SocketAddr;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::failure::Failure;

/// Measures a running Exemplar, and tries to make it lose or double what it acknowledged.
#[derive(Parser, Debug)]
#[command(name = "exemplar-bench", version)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand, Debug)]
enum Command {
    /// Measure journeys for each processor second, memory and latency
    Journeys(journeys::Options),
    /// Kill the server at random moments: nothing acknowledged may be lost, doubled or changed
    Crash(crash::Options),
    /// Submit the same form many times at once: one case, one reference
    Double(double::Options),
    /// Check and answer a service of 1,000 questions with 300 conditions
    Scale(scale::Options),
    /// Show under strace that each answer is on the disk before its reply
    Sync(sync::Options),
    /// Serve one page and nothing else: the floor that `journeys` measures beside the server
    Floor {
        /// Address to listen on
        #[arg(long)]
        listen: SocketAddr,
        /// Size of the page
        #[arg(long, default_value_t = 8192)]
        bytes: usize,
    },
}

fn main() -> ExitCode {
    let cli = Cli::parse();
    // One thread for the client leaves the rest of the machine to the server; the bare server gets what the server gets.
    let mut builder = match cli.command {
        Command::Floor { .. } => tokio::runtime::Builder::new_multi_thread(),
        _ => tokio::runtime::Builder::new_current_thread(),
    };
    let runtime = match builder.enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => return explain(&Failure::setup("the runtime", error)),
    };
    let result = runtime.block_on(async {
        match &cli.command {
            Command::Journeys(options) => journeys::run(options).await,
            Command::Crash(options) => crash::run(options).await,
            Command::Double(options) => double::run(options).await,
            Command::Scale(options) => scale::run(options).await,
            Command::Sync(options) => sync::run(options).await,
            Command::Floor { listen, bytes } => floor::serve(*listen, *bytes).await.map(|()| true),
        }
    });
    match result {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        Err(failure) => explain(&failure),
    }
}

/// A run that could not be made says nothing about the server: it ends with 2, not 1.
fn explain(failure: &Failure) -> ExitCode {
    eprintln!("exemplar-bench: {failure}");
    ExitCode::from(2)
}
