//! What each command does. [`definitions`] works on folders alone; [`serve`], [`shutting`], [`staff`] and [`store`] open the store.

mod definitions;
mod serve;
mod shutting;
mod staff;
mod store;

use std::process::ExitCode;

use crate::arguments::{Arguments, Audit, Command};

/// Why a command failed, as a sentence for who typed it.
pub type Failure = Box<dyn std::error::Error + Send + Sync>;

/// Runs a command. A failure is printed and becomes exit code 1.
pub fn run(arguments: Arguments) -> ExitCode {
    let done = match arguments.command {
        Command::Check(check) => definitions::check(&check),
        Command::Format(format) => definitions::format(&format),
        Command::Schema => definitions::print_schema(),
        Command::Serve(serve) => serve::serve(*serve),
        Command::Publish(publish) => store::publish(&publish),
        Command::Shut(shut) => shutting::shut(&shut),
        Command::Open(open) => shutting::open(&open),
        Command::Migrate(arguments) => store::migrate(&arguments),
        Command::Staff(command) => staff::run(command),
        Command::Audit(Audit::Verify(arguments)) => store::verify(&arguments),
    };
    match done {
        Ok(code) => code,
        Err(failure) => {
            eprintln!("exemplar: {failure}");
            ExitCode::FAILURE
        }
    }
}
