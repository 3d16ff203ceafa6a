//! Findings of one name that means nothing become one: whoever mistyped a name once is told once, at its cause.

use indexmap::IndexMap;

use super::{Findings, Place, Told};
use crate::definition::Finding;

/// What a name was meant to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::definition) enum Meant {
    /// Something has the name, and cannot stand where it is named.
    Known,
    /// Nothing that can be told.
    Unknown,
    /// What stands here under another name, which nothing names.
    This(Place, String),
}

/// How many of the other places are named.
const NAMED: usize = 4;

impl Findings {
    /// The names of which findings say that nothing has them.
    pub(in crate::definition) fn names_missing(&self) -> bool {
        self.found.iter().any(|told| told.missing.is_some())
    }

    /// Makes one finding of all that say of one name that nothing has it.
    pub(in crate::definition) fn gather(&mut self, meant: &dyn Fn(&str) -> Meant) {
        let mut of_names: IndexMap<String, Vec<Finding>> = IndexMap::new();
        let mut others = Vec::new();
        for told in std::mem::take(&mut self.found) {
            match told.missing {
                Some(name) => of_names.entry(name).or_default().push(told.finding),
                None => others.push(told),
            }
        }
        for (name, findings) in of_names {
            let findings = Self::sorted(findings);
            let meant = if findings.len() > 1 { meant(&name) } else { Meant::Known };
            let made = match meant {
                Meant::Known => findings,
                Meant::Unknown => vec![with_others(findings)],
                Meant::This(place, like) => vec![self.at_cause(&name, &like, place, &findings)],
            };
            let tell = |finding| Told { finding, missing: None };
            others.extend(made.into_iter().map(tell));
        }
        self.found = others;
    }

    fn at_cause(&self, name: &str, like: &str, place: Place, findings: &[Finding]) -> Finding {
        Finding {
            file: self.files.get(place.file).cloned().unwrap_or_default(),
            line: place.line,
            column: place.column,
            length: place.length.max(1),
            code: findings[0].code,
            message: format!(
                "Nothing names \"{like}\", and \"{name}\", which is named {}, is nothing.",
                times(findings)
            ),
            advice: format!(
                "If this is meant, call it \"{name}\". It is named at {}.",
                places(findings)
            ),
            severity: findings[0].severity,
        }
    }
}

/// The first of them, which says where the others are.
fn with_others(findings: Vec<Finding>) -> Finding {
    let mut findings = findings.into_iter();
    let first = findings.next();
    let others: Vec<Finding> = findings.collect();
    let mut first = first.unwrap_or_else(|| unreachable!("a name is gathered from its findings"));
    first.message = format!("{} The same is so at {}.", first.message, places(&others));
    first
}

fn times(findings: &[Finding]) -> String {
    match findings.len() {
        1 => "once".to_owned(),
        2 => "twice".to_owned(),
        more => format!("{more} times"),
    }
}

/// `service.yaml:3, questions.yaml:12 and 4 more places`.
fn places(findings: &[Finding]) -> String {
    let named = findings.iter().take(NAMED);
    let named: Vec<String> = named
        .map(|finding| format!("{}:{}", finding.file, finding.line))
        .collect();
    match findings.len().saturating_sub(NAMED) {
        0 => named.join(", "),
        1 => format!("{} and one more place", named.join(", ")),
        more => format!("{} and {more} more places", named.join(", ")),
    }
}
