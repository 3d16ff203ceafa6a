//! "Have I done this already?": what a service asks for it, and the one term that two applications of the same person
//! have in common. The values alone are never a term: a postcode or a birthday belongs to many.

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::Date;

use crate::answer::{Answer, Answers, Given};
use crate::apply::PageProblem;
use crate::definition::{Calendar, Definition, List, Question};
use crate::expression::{Expression, Scope, Value};
use crate::id::Name;
use crate::journey::Walk;
use crate::kind::{Problem, Reading, Typed, bare};
use crate::record::{Actor, Channel, SearchTerm};

/// The kind of the term.
pub const ALREADY: &str = "already";

/// Stands between the values: no answer can hold it, since typing is cleaned of control characters.
const BETWEEN: char = '\u{1f}';

/// A question as the page "have I done this already?" asks it.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'a> {
    /// The question.
    pub question: &'a Question,
    /// The one field of it that is asked for, such as the postcode of an address; none for all of it.
    pub field: Option<&'static str>,
}

/// What the page asks, in the order of `same`; nothing where the service has no such page.
#[must_use]
pub fn asked(definition: &Definition) -> Vec<Asked<'_>> {
    let mut asked: Vec<Asked<'_>> = Vec::new();
    for same in definition.already.iter().flat_map(|already| &already.same) {
        let field = same.only_field();
        for mention in &same.mentions {
            let Some(question) = definition.question(&mention.name) else {
                continue;
            };
            match asked.iter_mut().find(|known| known.question.name == question.name) {
                // One expression needs a field and another one all of it, or another field: then all is asked for.
                Some(known) if known.field != field => known.field = None,
                Some(_) => {}
                None => asked.push(Asked { question, field }),
            }
        }
    }
    asked
}

/// Reads what was typed into the page on that day. Rules across answers do not apply: nothing is sent.
///
/// # Errors
/// Every problem, in the order of the page.
pub fn read_asked(
    definition: &Definition,
    typed: &dyn Fn(&Name) -> Typed,
    today: Date,
) -> Result<Answers, Vec<PageProblem>> {
    let mut answers = Answers::default();
    let mut problems = Vec::new();
    for asked in asked(definition) {
        let name = &asked.question.name;
        match asked.read(&typed(name), today) {
            Ok(answer) => {
                let given = Given {
                    answer,
                    by: Actor::Participant(0),
                    at: Timestamp::UNIX_EPOCH,
                    channel: Channel::Web,
                };
                answers.0.insert(name.clone(), given);
            }
            Err(found) => problems.extend(found.into_iter().map(|problem| PageProblem {
                question: name.clone(),
                problem,
            })),
        }
    }
    if problems.is_empty() {
        Ok(answers)
    } else {
        Err(problems)
    }
}

impl Asked<'_> {
    fn read(&self, typed: &Typed, today: Date) -> Result<Answer, Vec<Problem>> {
        let kind = &self.question.kind;
        let facts = Reading {
            today,
            bounds: &BTreeMap::new(),
            not_offered: &[],
        };
        let Some(field) = self.field else {
            if typed.is_empty() {
                return Err(vec![kind.when_empty()]);
            }
            return kind.read(typed, &facts);
        };
        // The kind reads whole answers, so what was not asked for stands in as in its example, and is dropped again.
        let mut whole = kind.example(&facts);
        whole.0.insert(field.to_owned(), vec![typed.get(field).to_owned()]);
        let Answer::Fields(mut fields) = kind.read(&whole, &facts)? else {
            return Err(vec![kind.when_empty()]);
        };
        fields.retain(|name, _| name == field);
        Ok(Answer::Fields(fields))
    }
}

/// What somebody who wonders typed into that page. No page is off its path here.
#[derive(Debug)]
pub struct Wondered<'a> {
    /// The service.
    pub definition: &'a Definition,
    /// What was read of it.
    pub answers: &'a Answers,
    /// The day of the request.
    pub today: Date,
}

impl Wondered<'_> {
    /// The term to look for; none where something that it needs is missing.
    #[must_use]
    pub fn term(&self) -> Option<SearchTerm> {
        term(self.definition, self)
    }
}

/// The term of a case.
pub(super) fn of_walk(walk: &Walk<'_>) -> Option<SearchTerm> {
    term(walk.definition(), walk)
}

/// The service and all values, joined: one organisation may have several services.
fn term(definition: &Definition, scope: &dyn Scope) -> Option<SearchTerm> {
    let same = &definition.already.as_ref()?.same;
    let mut value = definition.id.to_string();
    for expression in same {
        value.push(BETWEEN);
        value.push_str(&normalised(expression, scope)?);
    }
    Some(SearchTerm { kind: ALREADY, value })
}

/// A value in one form, however it was typed: letters and digits in lower case, without accents.
fn normalised(expression: &Expression, scope: &dyn Scope) -> Option<String> {
    let text = match expression.value(scope)? {
        Value::Text(text) => plain(&text),
        Value::Fields(fields) => fields.values().map(|field| plain(field)).collect(),
        Value::Yes(yes) => yes.to_string(),
        Value::One(name) => name.to_string(),
        Value::Many(names) => names.iter().map(|name| name.as_str()).collect::<Vec<_>>().join(","),
        Value::Number(number) | Value::Money(number) => number.normalize().to_string(),
        Value::Date(date) => date.to_string(),
        Value::Dates(first, last) => format!("{first},{last}"),
        Value::Time(time) => time.to_string(),
        Value::Period(_) | Value::Record(_) => return None,
    };
    (!text.is_empty()).then_some(text)
}

fn plain(text: &str) -> String {
    bare(text).chars().filter(|c| c.is_alphanumeric()).collect()
}

impl Scope for Wondered<'_> {
    fn answer(&self, question: &Name) -> Option<Value> {
        match &self.answers.get(question)?.answer {
            Answer::Blank | Answer::Ticked => None,
            answer => self.definition.question(question)?.kind.value(answer),
        }
    }

    fn answered(&self, question: &Name) -> bool {
        self.answers.get(question).is_some()
    }

    fn today(&self) -> Date {
        self.today
    }

    fn channel(&self) -> Name {
        Name::from("web")
    }

    fn list(&self, list: &Name) -> Option<&List> {
        self.definition.lists.get(list).map(|list| &**list)
    }

    fn calendar(&self) -> &Calendar {
        &self.definition.holidays
    }
}
