//! Checks of the workspace that no compiler makes: `cargo xtask tidy`.
//! Building and testing are the Makefile's; the checks themselves stand in [`tidy`].

mod tidy;

use std::io::{self, Write};
use std::process::ExitCode;

/// What can be asked for.
const USAGE: &str = "usage: cargo xtask tidy\n\n  tidy   check the house rules of docs/style.md and ARCHITECTURE.md\n";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let said = match words.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["tidy"] => tidy::run(),
        ["help" | "--help"] => write!(io::stdout(), "{USAGE}").map(|()| true),
        _ => write!(io::stderr(), "{USAGE}").map(|()| false),
    };
    match said {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            // Where even this cannot be written, the exit code still tells.
            let _ = writeln!(io::stderr(), "xtask: {error}");
            ExitCode::from(2)
        }
    }
}
