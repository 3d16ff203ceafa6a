//! What a renewal begins with: the answers of the case before, as far as the live version still takes them.
//!
//! Files are asked for again, and so is what is signed or declared: what was shown then need not hold now, files belong
//! to their case and are sealed with its key, and nobody signs for another time.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::answer::{Answer, Answers, Given, Row, Rows};
use crate::definition::{Definition, Question, RowsRules};
use crate::id::Name;
use crate::journey::carried;
use crate::kind::Reading;

/// Kinds of answer that a renewal asks again.
const ASKED_AGAIN: &[&str] = &["file", "evidence", "declaration", "signature", "slots", "record"];

/// Whether a renewal asks this again, whatever was answered before.
#[must_use]
pub fn asked_again(question: &Question) -> bool {
    ASKED_AGAIN.contains(&question.kind.key())
}

/// The answers of a case under `older` with which a renewal under `newer` begins, on that day.
#[must_use]
pub fn known((older, newer): (&Definition, &Definition), answers: &Answers, today: Date) -> Answers {
    let before = |name: &Name| {
        // Where the version is the same, the former name is nobody's any more.
        let former = newer.former.get(name).and_then(|former| older.question(former));
        let question = older.question(name).or(former);
        question.map(|question| question.kind.key())
    };
    let mut known = Answers::default();
    for (name, given) in carried(newer, answers).0 {
        let question = newer.question(&name);
        let question = question.filter(|question| before(&name) == Some(question.kind.key()));
        if let Some(given) = question.and_then(|question| taken(question, given, today)) {
            known.0.insert(name, given);
        }
    }
    known
}

/// The answer, where the question takes it as it is stored; of rows as much as it takes.
fn taken(question: &Question, given: Given, today: Date) -> Option<Given> {
    if asked_again(question) {
        return None;
    }
    match &given.answer {
        Answer::Blank => question.optional.then_some(given),
        Answer::Ticked => question.or_tick.is_some().then_some(given),
        Answer::Files(_) => None,
        Answer::Rows(rows) => {
            let rules = question.kind.rows()?;
            let rows = rows.rows.iter().filter(|row| has_row(rules, row));
            let rows = Rows {
                rows: rows.map(|row| row_taken(rules, row, today)).collect(),
                last: last_of(&given.answer),
                finished: true,
            };
            let answer = Answer::Rows(rows);
            Some(Given { answer, ..given })
        }
        answer => {
            let reading = Reading {
                today,
                bounds: &BTreeMap::new(),
                not_offered: &[],
            };
            let read = question.kind.read(&question.kind.typed(answer), &reading);
            (read.as_ref() == Ok(answer)).then_some(given)
        }
    }
}

fn last_of(answer: &Answer) -> crate::answer::RowId {
    match answer {
        Answer::Rows(rows) => rows.last,
        _ => crate::answer::RowId::default(),
    }
}

/// Whether the row is still there, in a table or grid; what is added is.
fn has_row(rules: &RowsRules, row: &Row) -> bool {
    match (&rules.fixed, &row.name) {
        (None, None) => true,
        (Some(fixed), Some(name)) => fixed.rows.contains_key(name),
        _ => false,
    }
}

fn row_taken(rules: &RowsRules, row: &Row, today: Date) -> Row {
    let answers = row.answers.0.iter().filter_map(|(name, given)| {
        let question = rules.question(name.as_str())?;
        Some((name.clone(), taken(question, given.clone(), today)?))
    });
    Row {
        id: row.id,
        name: row.name.clone(),
        answers: Answers(answers.collect()),
    }
}
