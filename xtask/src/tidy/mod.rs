//! The house rules that a program can hold. Each rule is one file with one `check`; what it finds says where, what is
//! wrong and what to do. Formatting is rustfmt's, defects are clippy's, licences are cargo-deny's: none of that is here.
//!
//! [`tree`] is what is checked, [`source`] reads Rust; then the rules: [`graph`], [`homes`], [`reasons`], [`shape`],
//! [`purity`], [`paths`], [`leftovers`], [`locales`].

mod graph;
mod homes;
mod leftovers;
mod locales;
mod manifest;
mod paths;
mod purity;
mod reasons;
mod shape;
mod source;
mod tree;

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use tree::Tree;

/// One thing that is not as the house rules say.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Finding {
    /// The file, from the root of the workspace.
    path: String,
    /// The line, from 1; 0 where the whole file is meant.
    line: usize,
    /// What is wrong.
    wrong: String,
    /// What to do about it.
    mend: String,
}

impl Finding {
    fn new(path: &str, line: usize, wrong: impl Into<String>, mend: impl Into<String>) -> Self {
        Self {
            path: path.to_owned(),
            line,
            wrong: wrong.into(),
            mend: mend.into(),
        }
    }

    fn place(&self) -> String {
        if self.line == 0 {
            self.path.clone()
        } else {
            format!("{}:{}", self.path, self.line)
        }
    }
}

/// Every rule, in the order of the module's header.
const RULES: &[fn(&Tree) -> Vec<Finding>] = &[
    graph::check,
    homes::check,
    reasons::check,
    shape::check,
    purity::check,
    paths::check,
    leftovers::check,
    locales::check,
];

/// Checks the workspace and prints what was found. True when there is nothing.
///
/// # Errors
/// When the files cannot be listed or read, or nothing can be printed.
pub fn run() -> io::Result<bool> {
    let tree = Tree::read(&root())?;
    let mut findings: Vec<Finding> = RULES.iter().flat_map(|rule| rule(&tree)).collect();
    findings.sort();
    let mut out = io::stdout().lock();
    for finding in &findings {
        writeln!(out, "{}: {}\n    {}", finding.place(), finding.wrong, finding.mend)?;
    }
    let files = tree.files().len();
    match findings.len() {
        0 => writeln!(out, "tidy: {files} files, all in order")?,
        n => writeln!(out, "tidy: {files} files, {n} to mend")?,
    }
    Ok(findings.is_empty())
}

/// The workspace: above the manifest that cargo runs, or else where we stand.
fn root() -> PathBuf {
    std::env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| PathBuf::from("."), |xtask| Path::new(&xtask).join(".."))
}

#[cfg(test)]
mod testing {
    //! What the tests of the rules share.

    use super::{Finding, Tree};

    /// The places and complaints of a rule about files given as (path, text).
    pub fn found(rule: fn(&Tree) -> Vec<Finding>, files: &[(&str, &str)]) -> Vec<String> {
        let tree = Tree::of(files);
        rule(&tree)
            .iter()
            .map(|finding| format!("{}: {}", finding.place(), finding.wrong))
            .collect()
    }
}
