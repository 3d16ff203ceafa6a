//! What became of a form: each thing of the source with its place, as values, as words and as JSON. [`table`] counts
//! over many forms. Nothing that was left out is left out of here.

mod table;
mod words;

use serde::{Deserialize, Serialize};

pub use table::table;

/// Among so many lines before it, a line is looked for that is the same.
const ALIKE: usize = 100;

/// What became of one thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Became {
    /// It is there, and means the same.
    CarriedOver,
    /// Something close to it is there.
    Approximated,
    /// It is not there: the language cannot say it, or the source says too little.
    NotPossible,
    /// It is not there on purpose: it did nothing, or the platform does it by itself.
    LeftOut,
    /// The source is untidy here; it was read in the likeliest way.
    Untidy,
    /// The service team must say it: a form does not.
    ToComplete,
}

impl Became {
    /// All of them, in the order of the report.
    pub const ALL: [Self; 6] = [
        Self::NotPossible,
        Self::Approximated,
        Self::Untidy,
        Self::LeftOut,
        Self::ToComplete,
        Self::CarriedOver,
    ];

    /// As a heading.
    #[must_use]
    pub fn in_words(self) -> &'static str {
        match self {
            Self::CarriedOver => "Carried over",
            Self::Approximated => "Approximated",
            Self::NotPossible => "Not possible",
            Self::LeftOut => "Left out",
            Self::Untidy => "Untidy in the source",
            Self::ToComplete => "To be completed by the service team",
        }
    }
}

/// One line of the report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Entry {
    /// Where it stands in the source, such as `pages[3].components[0]`.
    pub place: String,
    /// What it is in the source, such as `TextField` or `condition`.
    pub what: String,
    /// What became of it.
    pub became: Became,
    /// Why, in one word, so that it can be counted; empty for what was carried over.
    pub reason: &'static str,
    /// Why, in a sentence; for what was carried over, what it became.
    pub says: String,
    /// The name in the service, where there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

/// The report on one form.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Report {
    /// The files that it was read from.
    pub files: Vec<String>,
    /// The format.
    pub format: &'static str,
    /// The service that came of it: the folder's name. None where nothing did.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub service: Option<String>,
    /// Whether `exemplar check` finds no error in it.
    pub passes_check: bool,
    /// Line by line.
    pub entries: Vec<Entry>,
}

impl Report {
    /// Notes what became of something.
    pub fn note(&mut self, became: Became, (place, what): (&str, &str), reason: &'static str, says: impl Into<String>) {
        let entry = Entry {
            place: place.to_owned(),
            what: what.to_owned(),
            became,
            reason,
            says: says.into(),
            name: None,
        };
        // The same line twice says nothing more; those that are alike come soon after each other.
        if !self.entries.iter().rev().take(ALIKE).any(|known| *known == entry) {
            self.entries.push(entry);
        }
    }

    /// Notes that something is there under a name.
    pub fn carried(&mut self, (place, what): (&str, &str), name: &str, says: impl Into<String>) {
        self.entries.push(Entry {
            place: place.to_owned(),
            what: what.to_owned(),
            became: Became::CarriedOver,
            reason: "",
            says: says.into(),
            name: Some(name.to_owned()),
        });
    }

    /// How many lines are so.
    #[must_use]
    pub fn count(&self, became: Became) -> usize {
        self.entries.iter().filter(|entry| entry.became == became).count()
    }
}
