//! The term of each person in a case: an e-mail address. By it the store hides a case from staff who have a part in it.

use crate::answer::{Answer, Answers};
use crate::journey::Walk;
use crate::record::{Participant, SearchTerm};

/// The kind of the term.
pub const PARTY: &str = "party";

/// The term of an e-mail address.
#[must_use]
pub fn party(email: &str) -> SearchTerm {
    SearchTerm {
        kind: PARTY,
        value: one_form(email),
    }
}

/// The terms of a case: the e-mail addresses among the answers that are sent.
pub(super) fn of_walk(walk: &Walk<'_>) -> Vec<SearchTerm> {
    let mut terms = Vec::new();
    for question in walk.questions() {
        if let Some(rules) = question.kind.rows() {
            let rows = walk.rows_of(question).iter();
            terms.extend(rows.flat_map(|row| of_walk(&walk.in_this_row(rules, row))));
        } else if question.kind.key() == "email"
            && let Some(Answer::Text(email)) = walk.answers().get(&question.name).map(|given| &given.answer)
        {
            terms.push(party(email));
        }
    }
    terms
}

/// The terms of the people in a case: where messages go to them.
#[must_use]
pub fn of_people(people: &[Participant]) -> Vec<SearchTerm> {
    let emails = people.iter().filter_map(|person| person.private.email.as_deref());
    emails.map(party).collect()
}

/// Whether somebody with this e-mail address has a part in a case: as one of its people, or in any answer.
#[must_use]
pub fn has_part<'a>(email: &str, people: &[Participant], mut answers: impl Iterator<Item = &'a Answers>) -> bool {
    let own = one_form(email);
    let is_own = |text: &str| !own.is_empty() && one_form(text) == own;
    people
        .iter()
        .any(|person| person.private.email.as_deref().is_some_and(is_own))
        || answers.any(|answers| {
            let mut given = answers.all();
            given.any(|answer| matches!(answer, Answer::Text(text) if is_own(text)))
        })
}

fn one_form(email: &str) -> String {
    email.trim().to_lowercase()
}
