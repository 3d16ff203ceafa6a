//! What a version changes, in groups by whom that touches. The sentences are those of the comparison, in English as the
//! definition's keys are.

use exemplar_app::words::Words;
use exemplar_core::definition::Folder;
use exemplar_core::definition::diff::{Change, Touches, compare};

/// What a version changes against what is live.
pub enum Changes<'a> {
    /// Nothing is live to compare it with.
    First,
    /// Nothing.
    Same,
    /// This.
    Some(Vec<Group<'a>>),
}

/// Changes that touch the same people.
pub struct Group<'a> {
    /// Whom they touch.
    pub heading: &'a str,
    /// A sentence each.
    pub lines: Vec<String>,
}

/// The groups, those first that matter most.
const GROUPS: [(Touches, &str); 3] = [
    (Touches::NewCases, "publishing-touches-rules"),
    (Touches::Everybody, "publishing-touches-words"),
    (Touches::Nobody, "publishing-touches-nobody"),
];

/// Compares two versions that were stored, so both can be read.
pub fn changes<'a>(words: &'a Words, live: Option<&Folder>, newer: &Folder) -> Changes<'a> {
    let Some(live) = live else {
        return Changes::First;
    };
    let Ok(difference) = compare(live, newer) else {
        return Changes::First;
    };
    let line = |change: &Change| match &change.advice {
        None => change.says.clone(),
        Some(advice) => format!("{} {advice}", change.says),
    };
    let group = |(whom, key): (Touches, &'static str)| Group {
        heading: words.get(key),
        lines: difference.touching(whom).map(line).collect(),
    };
    let groups = GROUPS.into_iter().map(group).filter(|group| !group.lines.is_empty());
    let groups: Vec<_> = groups.collect();
    if groups.is_empty() {
        return Changes::Same;
    }
    Changes::Some(groups)
}
