//! Rows in examples: a list, with the answers of one row in each entry.

use indexmap::IndexMap;

use super::{Example, one};
use crate::answer::{Answer, Answers, Given, Row, Rows};
use crate::definition::read::Reader;
use crate::definition::source::{Node, What};
use crate::definition::{Definition, Question, RowsRules};
use crate::expression::Value;
use crate::id::Name;
use crate::journey::{RowsProblem, Walk};
use crate::kind::Reading;
use crate::record::{Actor, Channel};

/// Reads the rows of an example. Rules that refuse an answer in any row stand under the name of its question.
pub(super) fn read(example: &mut Example, question: &Question, rules: &RowsRules, node: &Node, reader: &Reader<'_>) {
    let What::List(nodes) = &node.what else {
        reader.error(
            node.place,
            "wrong_form",
            "Rows are a list.",
            "Write a dash before each row, and its answers after it.",
        );
        return;
    };
    let mut rows = Rows::default();
    for node in nodes {
        let id = rows.last.next();
        let mut given = IndexMap::new();
        for (key, node) in node.entries() {
            let Some(asked) = rules.question(&key.text) else {
                let message = format!("There is no question \"{}\" in these rows.", key.text);
                reader.error(key.place, "unknown_name", message, "Name a question of the row.");
                continue;
            };
            match one(example.today, asked, node).1 {
                Ok(answer) => {
                    given.insert(asked.name.clone(), as_given(answer, example.channel));
                }
                Err(rule) => {
                    example.refused.insert(asked.name.clone(), rule);
                }
            }
        }
        rows.last = id;
        rows.rows.push(Row {
            id,
            answers: Answers(given),
        });
    }
    rows.finished = true;
    example.answers.insert(question.name.clone(), Answer::Rows(rows));
}

fn as_given(answer: Answer, channel: Channel) -> Given {
    Given {
        answer,
        by: Actor::Participant(0),
        at: jiff::Timestamp::UNIX_EPOCH,
        channel,
    }
}

/// Leaves optional questions blank in each row that does not answer them.
pub(super) fn leave_blank(answers: &mut IndexMap<Name, Answer>, definition: &Definition, example: &Example) {
    for (name, answer) in answers {
        let rules = definition.question(name).and_then(|question| question.kind.rows());
        let (Answer::Rows(rows), Some(rules)) = (answer, rules) else {
            continue;
        };
        let optional = rules.questions().filter(|question| question.optional);
        for question in optional.filter(|question| !example.refused.contains_key(&question.name)) {
            for row in &mut rows.rows {
                let blank = || as_given(Answer::Blank, example.channel);
                row.answers.0.entry(question.name.clone()).or_insert_with(blank);
            }
        }
    }
}

/// The first answer in rows that is refused, with the rule; or the rule of the rows themselves that is broken.
pub(super) fn refusal(
    walk: &Walk<'_>,
    question: &Question,
    refused: &IndexMap<Name, String>,
) -> Option<(Name, String)> {
    let rules = question.kind.rows()?;
    let rows = walk.answers().rows(&question.name)?;
    for row in &rows.rows {
        let walk = walk.in_row(rules, &row.answers);
        for asked in walk.pages().flat_map(|page| walk.shown(page)) {
            if let Some(rule) = refused
                .get(&asked.name)
                .filter(|_| row.answers.get(&asked.name).is_none())
            {
                return Some((asked.name.clone(), rule.clone()));
            }
            let mut broken = asked.must.iter();
            if let Some(must) = broken.find(|must| walk.value(&must.be) == Some(Value::Yes(false))) {
                return Some((asked.name.clone(), must.name.to_string()));
            }
        }
    }
    let rule = match walk.rows_problem(question, rows)? {
        RowsProblem::Incomplete(_) => "incomplete",
        RowsProblem::TooFew(_) => "at_least",
        RowsProblem::TooMany(_) => "at_most",
        RowsProblem::Twice(_) => "unique",
        RowsProblem::Unfinished => "empty",
    };
    Some((question.name.clone(), rule.to_owned()))
}

/// The first answer in rows that breaks a bound which another answer moved.
pub(super) fn moved_bound(walk: &Walk<'_>, question: &Question) -> Option<(Name, String)> {
    let rules = question.kind.rows()?;
    walk.rows_of(question).iter().find_map(|row| {
        let walk = walk.in_row(rules, &row.answers);
        let page = walk.no_longer_holds()?;
        walk.shown(page).find_map(|asked| {
            let given = row.answers.get(&asked.name)?;
            let (bounds, not_offered) = (walk.bounds(asked), walk.not_offered(asked));
            let reading = Reading {
                today: walk.today(),
                bounds: &bounds,
                not_offered: &not_offered,
            };
            let problems = asked.kind.read(&asked.kind.typed(&given.answer), &reading).err()?;
            Some((asked.name.clone(), problems.first()?.rule.to_string()))
        })
    })
}

/// Whether a question of rows is asked in any row.
pub(super) fn asks(walk: &Walk<'_>, question: &Question, name: &str) -> bool {
    let Some(rules) = question.kind.rows() else {
        return false;
    };
    walk.rows_of(question).iter().any(|row| {
        let walk = walk.in_row(rules, &row.answers);
        walk.pages()
            .any(|page| walk.shown(page).any(|asked| asked.name.as_str() == name))
    })
}

/// Whether a service asks a question of that name in any of its rows.
pub(super) fn is_in_rows(definition: &Definition, name: &str) -> bool {
    let mut rules = definition.questions().filter_map(|question| question.kind.rows());
    rules.any(|rules| rules.question(name).is_some())
}
