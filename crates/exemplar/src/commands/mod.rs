//! What each command does. [`definitions`], [`import`], [`path`] and [`translate`] work on folders alone, and [`diff`] where no store is named; the others open the store: [`backup`] as a whole, [`keeping`] for one case, [`shutting`] for one service.

mod backup;
mod definitions;
mod diff;
mod import;
mod keeping;
mod path;
mod serve;
mod shutting;
mod simulate;
mod staff;
mod store;
mod translate;
mod work;

use std::process::ExitCode;

use crate::arguments::{Arguments, Audit, Command, Figures};

/// Why a command failed, as a sentence for who typed it.
pub type Failure = Box<dyn std::error::Error + Send + Sync>;

/// Runs a command. A failure is printed and becomes exit code 1.
pub fn run(arguments: Arguments) -> ExitCode {
    let done = match arguments.command {
        Command::Check(check) => definitions::check(&check),
        Command::Format(format) => definitions::format(&format),
        Command::Diff(arguments) => diff::diff(&arguments),
        Command::Path(arguments) => path::path(&arguments),
        Command::Import(arguments) => import::run(&arguments),
        Command::Schema => definitions::print_schema(),
        Command::Words(arguments) => translate::words(&arguments),
        Command::Translate(command) => translate::run(&command),
        Command::Serve(serve) => serve::serve(*serve),
        Command::Publish(publish) => store::publish(&publish),
        Command::Shut(shut) => shutting::shut(&shut),
        Command::Open(open) => shutting::open(&open),
        Command::Migrate(arguments) => store::migrate(&arguments),
        Command::Backup(arguments) => backup::backup(&arguments),
        Command::Restore(arguments) => backup::restore(&arguments),
        Command::Move(arguments) => backup::move_store(&arguments),
        Command::Erase(arguments) => keeping::erase(&arguments),
        Command::Hold(arguments) => keeping::hold(&arguments),
        Command::Copy(arguments) => keeping::copy(&arguments),
        Command::Simulate(arguments) => simulate::run(&arguments),
        Command::Work(arguments) => work::work(&arguments),
        Command::Staff(command) => staff::run(command),
        Command::Audit(Audit::Verify(arguments)) => store::verify(&arguments),
        Command::Figures(Figures::Rebuild(arguments)) => store::rebuild_figures(&arguments),
    };
    match done {
        Ok(code) => code,
        Err(failure) => {
            eprintln!("exemplar: {}", with_causes(&*failure));
            ExitCode::FAILURE
        }
    }
}

/// A failure and what caused it, in one line.
fn with_causes(failure: &(dyn std::error::Error + 'static)) -> String {
    let mut sentence = failure.to_string();
    let mut cause = failure.source();
    while let Some(next) = cause {
        let words = next.to_string();
        if !sentence.contains(&words) {
            sentence.push_str(": ");
            sentence.push_str(&words);
        }
        cause = next.source();
    }
    sentence
}
