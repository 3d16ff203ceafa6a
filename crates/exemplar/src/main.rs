//! The `exemplar` command: reads the command line, wires the parts together, and prints what came of it.

mod arguments;
mod commands;
mod configuration;

use std::process::ExitCode;

fn main() -> ExitCode {
    let read = match configuration::read(std::env::args_os().collect()) {
        Ok(read) => read,
        Err(error) => error.exit(),
    };
    if let Some(shown) = read.shown {
        print!("{shown}");
        return ExitCode::SUCCESS;
    }
    commands::run(read.arguments)
}
