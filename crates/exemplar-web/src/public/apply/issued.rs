//! What a case was issued, as the applicant and staff read it: number, days, how it stands, what is paid.

use exemplar_app::apply::Draft;
use exemplar_app::issuing::pays;
use exemplar_app::says::Says;
use exemplar_app::words::Words;
use exemplar_core::definition::{Definition, Issue};
use exemplar_core::issuing::{Issued, Standing, standing};
use exemplar_core::record::RegisterEntry;
use jiff::civil::Date;

use crate::components::{SummaryList, SummaryRow};
use crate::visit::Visit;

/// One thing that was issued.
pub struct Part<'a> {
    /// What the definition says of it.
    pub issue: &'a Issue,
    /// As it is stored.
    pub entry: &'a RegisterEntry,
    /// What it is called.
    pub heading: String,
    /// Names and values.
    pub rows: Vec<(&'a str, String)>,
}

/// What was issued, in the order of the definition. `words` are those of the page, `says` those of the service.
pub fn parts<'a>(
    words: &'a Words,
    says: Says<'_>,
    definition: &'a Definition,
    (entries, today): (&'a [RegisterEntry], Date),
) -> Vec<Part<'a>> {
    let of = |issue: &'a Issue| {
        let entry = entries
            .iter()
            .find(|entry| Issued::of_entry(entry).issue == issue.name)?;
        Some(part(words, says, issue, entry, today))
    };
    definition.issues.iter().filter_map(of).collect()
}

fn part<'a>(words: &'a Words, says: Says<'_>, issue: &'a Issue, entry: &'a RegisterEntry, today: Date) -> Part<'a> {
    let issued = Issued::of_entry(entry);
    let stands = standing(&entry.state, entry.until, today);
    let until = entry.until.map(|until| words.date(until));
    let rows = [
        ("issues-number", issued.number.clone()),
        ("issues-issued", Some(words.date(issued.from))),
        (
            "issues-expires",
            Some(until.unwrap_or_else(|| words.get("issues-forever").to_owned())),
        ),
        ("issues-state", Some(words.get(word_of(stands)).to_owned())),
        ("issues-pays", pays(says, &issued)),
        (
            "issues-pays-from",
            issued.pays.as_ref().map(|pays| words.date(pays.from)),
        ),
    ];
    Part {
        heading: title(words, says, issue).to_owned(),
        rows: rows
            .into_iter()
            .filter_map(|(key, value)| Some((words.get(key), value?)))
            .collect(),
        issue,
        entry,
    }
}

/// What something is called that is issued.
pub fn title<'w>(words: &'w Words, says: Says<'_>, issue: &'w Issue) -> &'w str {
    match &issue.title {
        Some(title) => title.get(says.language),
        None => words.get("issues-title"),
    }
}

/// The word for how an entry stands.
pub fn word_of(stands: Standing) -> &'static str {
    match stands.as_str() {
        "live" => "issues-state-live",
        "suspended" => "issues-state-suspended",
        "revoked" => "issues-state-revoked",
        "expired" => "issues-state-expired",
        _ => "issues-state-ended",
    }
}

impl Part<'_> {
    /// The list of names and values.
    pub fn list(&self) -> String {
        let rows = self
            .rows
            .iter()
            .map(|(name, value)| SummaryRow::new(*name, value.as_str()));
        let list = SummaryList {
            rows: rows.collect(),
            ..SummaryList::default()
        };
        list.to_string()
    }
}

/// What was issued, for texts that name it.
pub fn all(entries: &[RegisterEntry]) -> Vec<Issued> {
    entries.iter().map(Issued::of_entry).collect()
}

/// One thing that was issued, as the applicant sees it.
pub struct Shown {
    pub heading: String,
    pub list: String,
    /// Where its certificate is; nothing where it has none.
    pub certificate: String,
}

/// What a case was issued, in the visit's language.
pub fn shown(visit: &Visit, draft: &Draft, entries: &[RegisterEntry]) -> Vec<Shown> {
    let definition = &draft.definition;
    let says = Says {
        words: visit.words(),
        definition,
        language: definition.language_index(&visit.manner.language).unwrap_or_default(),
    };
    let parts = parts(visit.words(), says, definition, (entries, draft.today)).into_iter();
    let one = |part: Part<'_>| {
        let address = || visit.address(&format!("issued/{}/{}", draft.case, part.issue.name));
        Shown {
            list: part.list(),
            certificate: part.issue.document.as_ref().map(|_| address()).unwrap_or_default(),
            heading: part.heading,
        }
    };
    parts.map(one).collect()
}
