//! The `exemplar` command: reads the command line, wires the parts together, and prints what came of it.

mod accounts;
mod arguments;
mod commands;
mod comparison;
mod configuration;
mod connecting;
mod contents;
mod importing;
mod operation;
mod translation;
mod walking;

use std::process::ExitCode;

#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

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
