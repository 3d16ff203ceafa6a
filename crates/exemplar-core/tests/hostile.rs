//! Hostile definitions are refused quickly, with a finding and without a panic. `hostile/definitions.rs` has them; the
//! tests of the program hold the same ones against the memory that they may take.
#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "the clock says whether reading was quick"
)]

#[path = "hostile/definitions.rs"]
mod definitions;
mod folder;

use std::time::{Duration, Instant};

use exemplar_core::definition::{Folder, Severity, format, read};

/// From here on a check hangs: it looks for that, and not for speed, on a slow and busy machine too.
const LIMIT: Duration = Duration::from_secs(20);

fn refused_folder(folder: &Folder, code: &str) {
    let begun = Instant::now();
    let checked = read(folder);
    let formatted = format(folder);
    let took = begun.elapsed();
    let codes: Vec<_> = checked.findings.iter().map(|finding| finding.code).collect();
    assert!(checked.definition.is_none(), "{code} was taken");
    assert!(codes.contains(&code), "{code} was wanted, found {codes:?}");
    assert!(
        checked
            .findings
            .iter()
            .any(|finding| finding.severity == Severity::Error)
    );
    assert!(took < LIMIT, "{code} took {took:?}");
    if let Ok(formatted) = formatted {
        assert_eq!(
            format(&formatted).as_ref(),
            Ok(&formatted),
            "{code} changes when formatted again"
        );
    }
}

fn taken_folder(folder: &Folder) {
    let begun = Instant::now();
    let checked = read(folder);
    let took = begun.elapsed();
    assert_eq!(checked.findings, []);
    assert!(checked.definition.is_some());
    assert!(took < LIMIT, "it took {took:?}");
}
