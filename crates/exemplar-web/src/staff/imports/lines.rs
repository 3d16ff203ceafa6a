//! The lines of a report, as a page shows them: counted, grouped by what became of each thing, and each sentence once with
//! the places of which it is said.

use std::borrow::Cow;
use std::collections::HashMap;

use exemplar_app::importing::{Became, Line, Report};
use exemplar_app::words::{Value, Words};

/// A longer group opens on request.
const SHORT: usize = 10;
/// So many sentences of a group are shown; the others stand in the report's file.
const SHOWN: usize = 500;
/// So many places of a sentence are named.
const PLACES: usize = 5;

/// What became of things in one way.
pub struct Group<'a> {
    /// What.
    pub heading: &'a str,
    /// What that means.
    pub say: &'a str,
    /// What opens a long one; nothing for a short one.
    pub opens: Option<String>,
    /// What is said of them.
    pub lines: Vec<Said<'a>>,
    /// That more is said in the file; empty where all is here.
    pub more: String,
}

/// A sentence, and the places of which it is said.
pub struct Said<'a> {
    /// The sentence, in English.
    pub says: Cow<'a, str>,
    /// The places in the source, the first of them.
    pub places: Vec<String>,
    /// How many there are.
    pub count: usize,
}

impl Said<'_> {
    /// The places in one line; where not all are named, how many there are.
    pub fn at(&self) -> String {
        let named = self.places.join(", ");
        if self.count > self.places.len() {
            return format!("{named}, \u{2026} ({})", self.count);
        }
        named
    }
}

/// How many things became what: those alone that there are, in the order of the report.
pub fn counts(words: &Words, report: &Report) -> Vec<(String, String)> {
    let ways = Became::ALL
        .into_iter()
        .map(|became| (became, of(report, became).count()));
    let counted = ways.filter(|(_, n)| *n > 0);
    counted
        .map(|(became, n)| (words.get(heading(became)).to_owned(), things(words, n)))
        .collect()
}

/// The lines in groups.
pub fn groups<'a>(words: &'a Words, report: &'a Report) -> Vec<Group<'a>> {
    let group = |became: Became| {
        let count = of(report, became).count();
        let mut lines = said(of(report, became));
        // What went well is looked for rather than read.
        let is_long = lines.len() > SHORT || became == Became::CarriedOver;
        let more = lines.len().saturating_sub(SHOWN);
        lines.truncate(SHOWN);
        Group {
            heading: words.get(heading(became)),
            say: words.get(meaning(became)),
            opens: is_long.then(|| things(words, count)),
            lines,
            more: match more {
                0 => String::new(),
                n => words.with("importing-more", &[("n", number(n))]),
            },
        }
    };
    let groups = Became::ALL.into_iter().map(group);
    groups.filter(|group| !group.lines.is_empty()).collect()
}

/// How many files there are, where they are too many to be shown unasked.
pub fn many_files(words: &Words, n: usize) -> Option<String> {
    (n > SHORT).then(|| words.with("importing-files-count", &[("n", number(n))]))
}

/// What the check found.
pub fn findings(report: &Report) -> Vec<Said<'_>> {
    let mut found = said(report.entries.iter().filter(|line| line.is_finding()));
    found.truncate(SHOWN);
    found
}

/// Each sentence once, in the order in which they come first.
fn said<'a>(lines: impl Iterator<Item = &'a Line>) -> Vec<Said<'a>> {
    let mut all: Vec<Said<'a>> = Vec::new();
    let mut known: HashMap<Cow<'a, str>, usize> = HashMap::new();
    for line in lines {
        let says = sentence(line);
        let at = *known.entry(says.clone()).or_insert(all.len());
        if at == all.len() {
            all.push(Said {
                says,
                places: Vec::new(),
                count: 0,
            });
        }
        all[at].count += 1;
        if all[at].places.len() < PLACES {
            all[at].places.push(place(line));
        }
    }
    all
}

/// What is said of a thing: of one that is there, under which name first.
fn sentence(line: &Line) -> Cow<'_, str> {
    match &line.name {
        Some(name) => format!("{name}: {}", line.says).into(),
        None => line.says.as_str().into(),
    }
}

/// Where it stands, and what it is there.
fn place(line: &Line) -> String {
    match (line.place.as_str(), line.is_finding()) {
        ("", _) => line.what.clone(),
        (place, true) => place.to_owned(),
        (place, false) => format!("{place} ({})", line.what),
    }
}

fn of(report: &Report, became: Became) -> impl Iterator<Item = &Line> {
    let lines = report.entries.iter();
    lines.filter(move |line| line.became == became && !line.is_finding())
}

fn things(words: &Words, n: usize) -> String {
    words.with("importing-lines", &[("n", number(n))])
}

fn number(n: usize) -> Value<'static> {
    Value::Count(i64::try_from(n).unwrap_or(i64::MAX))
}

const fn heading(became: Became) -> &'static str {
    match became {
        Became::CarriedOver => "importing-carried",
        Became::Approximated => "importing-approximated",
        Became::NotPossible => "importing-not-possible",
        Became::LeftOut => "importing-left-out",
        Became::Untidy => "importing-untidy",
        Became::ToComplete => "importing-to-complete",
    }
}

const fn meaning(became: Became) -> &'static str {
    match became {
        Became::CarriedOver => "importing-carried-say",
        Became::Approximated => "importing-approximated-say",
        Became::NotPossible => "importing-not-possible-say",
        Became::LeftOut => "importing-left-out-say",
        Became::Untidy => "importing-untidy-say",
        Became::ToComplete => "importing-to-complete-say",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(place: &str, says: &str) -> Line {
        Line {
            place: place.to_owned(),
            what: "heading".to_owned(),
            became: Became::Approximated,
            reason: String::new(),
            says: says.to_owned(),
            name: None,
        }
    }

    #[test]
    fn a_sentence_stands_once_with_its_places() {
        let places: Vec<String> = (0..12).map(|n| format!("pages[{n}]")).collect();
        let mut lines: Vec<Line> = places.iter().map(|place| line(place, "Its heading went.")).collect();
        lines.insert(1, line("", "It has no name."));
        let said = said(lines.iter());
        assert_eq!((said.len(), said[0].count), (2, 12));
        assert!(said[0].at().starts_with("pages[0] (heading), pages[1] (heading), "));
        assert!(
            said[0].at().ends_with("pages[4] (heading), \u{2026} (12)"),
            "{}",
            said[0].at()
        );
        assert_eq!((&*said[1].says, &*said[1].at()), ("It has no name.", "heading"));
        let mut there = line("pages[0]", "email");
        there.name = Some("email_address".to_owned());
        assert_eq!(sentence(&there), "email_address: email");
    }
}
