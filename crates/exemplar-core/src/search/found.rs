//! The terms by which staff find a case: of the questions that the definition names, and of those alone.

use jiff::civil::Date;

use crate::answer::Answer;
use crate::journey::Walk;
use crate::kind::{surname, typed_terms};
use crate::record::SearchTerm;

/// The kind of the term of a surname with a date of birth.
const BORN: &str = "born";

/// The terms of a case.
pub(super) fn of_walk(walk: &Walk<'_>) -> Vec<SearchTerm> {
    let named = &walk.definition().casework.search;
    let mut terms = Vec::new();
    let (mut surnames, mut dates) = (Vec::new(), Vec::new());
    for question in walk.questions().filter(|question| named.contains(&question.name)) {
        let Some(given) = walk.answers().get(&question.name) else {
            continue;
        };
        terms.extend(question.kind.search_terms(&given.answer).into_iter().map(of_kind));
        match &given.answer {
            Answer::Date(date) => dates.push(*date),
            Answer::Fields(fields) if question.kind.key() == "name" => {
                let last = fields.get("last").map(String::as_str);
                let of_full = || fields.get("full")?.split_whitespace().last();
                surnames.extend(last.or_else(of_full).map(surname));
            }
            _ => {}
        }
    }
    for surname in &surnames {
        terms.extend(dates.iter().map(|date| born(surname, *date)));
    }
    terms
}

/// What staff typed to find a case.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Typed {
    /// Words of a name.
    pub name: String,
    /// An e-mail address.
    pub email: String,
    /// A telephone number.
    pub phone: String,
    /// A whole postcode.
    pub postcode: String,
    /// A national identifier.
    pub national_id: String,
    /// A surname, with a date of birth.
    pub born: Option<(String, Date)>,
}

/// The terms of what was typed; a case must have all of them. None where something that was typed can be no term.
#[must_use]
pub fn typed(typed: &Typed) -> Option<Vec<SearchTerm>> {
    let fields = [
        ("name", &typed.name),
        ("email", &typed.email),
        ("phone", &typed.phone),
        ("postcode", &typed.postcode),
        ("national_id", &typed.national_id),
    ];
    let mut terms = Vec::new();
    for (kind, text) in fields.into_iter().filter(|(_, text)| !text.trim().is_empty()) {
        let found = typed_terms(kind, text);
        if found.is_empty() || found.iter().any(|term| term.value.is_empty()) {
            return None;
        }
        terms.extend(found.into_iter().map(of_kind));
    }
    if let Some((name, date)) = &typed.born {
        let name = surname(name);
        if name.is_empty() {
            return None;
        }
        terms.push(born(&name, *date));
    }
    Some(terms)
}

fn of_kind(term: crate::kind::SearchTerm) -> SearchTerm {
    SearchTerm {
        kind: term.kind,
        value: term.value,
    }
}

fn born(surname: &str, date: Date) -> SearchTerm {
    SearchTerm {
        kind: BORN,
        value: format!("{surname} {date}"),
    }
}
