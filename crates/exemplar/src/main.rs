//! The `exemplar` command: reads the command line, wires the parts together, and prints what came of it.

mod arguments;
mod commands;

use std::process::ExitCode;

use clap::Parser as _;

#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let arguments = arguments::Arguments::parse();
    commands::run(arguments)
}
