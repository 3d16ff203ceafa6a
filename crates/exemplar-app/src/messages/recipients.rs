//! To whom a message goes, and by which means.

use exemplar_core::answer::{Answer, Row};
use exemplar_core::definition::{Definition, Question, Recipient, RowsRules, Sending, kind_for};
use exemplar_core::expression::Value;
use exemplar_core::id::Name;
use exemplar_core::journey::Walk;
use exemplar_core::record::Means;

use crate::says::Says;

/// One to whom a message goes.
pub(super) struct To<'a> {
    pub means: Means,
    pub address: String,
    /// The row that says so, where it is one of rows.
    pub row: Option<(&'a RowsRules, &'a Row)>,
}

/// Those to whom a message goes, and the means by which somebody should have it and cannot be reached.
#[derive(Default)]
pub(super) struct Reached<'a> {
    pub to: Vec<To<'a>>,
    pub missing: Vec<Means>,
}

/// To whom a message goes.
pub(super) fn recipients<'w>(sending: &Sending, walk: &'w Walk<'_>, says: Says<'_>) -> Reached<'w> {
    let mut reached = Reached::default();
    if sending.by.is_empty() {
        let (means, address) = address_of(walk, says);
        reached.to.push(To {
            means,
            address,
            row: None,
        });
    }
    for means in &sending.by {
        match &sending.to {
            Recipient::Applicant => reached.add(*means, own(*means, walk, says), None),
            Recipient::Question(name) => {
                let question = walk.questions().find(|question| question.name == *name);
                let address = question.and_then(|question| address_in(question, walk, says));
                // Who was never asked where to is nobody whom the message is for.
                if question.is_some() || address.is_some() {
                    reached.add(*means, address, None);
                }
            }
            Recipient::Each(name) => {
                let Some((rules, rows)) = walk.rows_seen(name) else {
                    continue;
                };
                for row in rows {
                    let in_row = walk.in_this_row(rules, row);
                    let mut asked = in_row
                        .questions()
                        .filter(|question| question.kind.key() == kind_for(*means));
                    let address = asked.find_map(|question| address_in(question, &in_row, says));
                    reached.add(*means, address, Some((rules, row)));
                }
            }
        }
    }
    reached
}

impl<'a> Reached<'a> {
    fn add(&mut self, means: Means, address: Option<String>, row: Option<(&'a RowsRules, &'a Row)>) {
        match address.filter(|address| !address.is_empty()) {
            Some(address) => self.to.push(To { means, address, row }),
            None => self.missing.push(means),
        }
    }
}

/// Where the applicant is reached by a means.
fn own(means: Means, walk: &Walk<'_>, says: Says<'_>) -> Option<String> {
    match means {
        Means::Email => email_of(walk.definition(), walk),
        Means::Letter => Some(postal_address(walk, says)),
        Means::Text => {
            let mut questions = walk
                .questions()
                .filter(|question| question.kind.key() == kind_for(means));
            questions.find_map(|question| address_in(question, walk, says))
        }
    }
}

/// What the answer to a question says of where to; none where it was left blank.
fn address_in(question: &Question, walk: &Walk<'_>, says: Says<'_>) -> Option<String> {
    let given = &walk.given(question.name.as_str())?.answer;
    match (question.kind.key(), given) {
        (_, Answer::Blank | Answer::Ticked) => None,
        ("email", Answer::Text(address)) => Some(address.clone()),
        ("phone", _) => match walk.value_of(question.name.as_str()) {
            Some(Value::Text(number)) => Some(number),
            _ => None,
        },
        _ => Some(says.answer(walk, question).join("\n")),
    }
}

/// The e-mail address on the path, if one was given.
fn email_of(definition: &Definition, walk: &Walk<'_>) -> Option<String> {
    // A second person's address is not the applicant's.
    let other = definition.signatory.as_ref().map(|signatory| &signatory.email);
    let is_own = |name: &Name| Some(name) != other;
    let mut questions = walk
        .questions()
        .filter(|question| question.kind.key() == "email" && is_own(&question.name));
    questions.find_map(|question| {
        match &walk
            .answers()
            .get(definition.question(&question.name)?.name.as_str())?
            .answer
        {
            Answer::Text(address) => Some(address.clone()),
            _ => None,
        }
    })
}

/// Where messages to the applicant go: the e-mail address on the path, or else the postal one, a line each.
/// Empty where neither was asked for.
#[must_use]
pub fn address_of(walk: &Walk<'_>, says: Says<'_>) -> (Means, String) {
    match email_of(walk.definition(), walk) {
        Some(email) => (Means::Email, email),
        None => (Means::Letter, postal_address(walk, says)),
    }
}

/// The address that was given, a line each; nothing where none was asked for.
fn postal_address(walk: &Walk<'_>, says: Says<'_>) -> String {
    let question = walk.questions().find(|question| question.kind.key() == "address");
    question.map_or_else(String::new, |question| says.answer(walk, question).join("\n"))
}
