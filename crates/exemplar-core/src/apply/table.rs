//! Reading what was typed into a table or grid. Each of its rows is read like a page of its own, so that bounds and rules
//! of its questions mean that row.

use super::Act;
use super::read::{PageProblem, read_page};
use crate::answer::{Answers, Given, Row, Rows};
use crate::definition::{FixedRows, Question, RowsRules};
use crate::id::Name;
use crate::journey::Walk;
use crate::kind::Typed;
use crate::kind::{in_cell, typed_in};

/// Reads all rows; what was stored of a row stays where it says the same.
///
/// # Errors
/// Every problem, row by row, beside the control that it belongs to.
pub(super) fn read_table(
    walk: &Walk<'_>,
    question: &Question,
    (rules, fixed): (&RowsRules, &FixedRows),
    typed: &Typed,
    act: &Act,
) -> Result<Rows, Vec<PageProblem>> {
    let stored = walk.answers().rows(question.name.as_str()).cloned().unwrap_or_default();
    let mut rows = Rows {
        rows: Vec::with_capacity(fixed.rows.len()),
        ..stored.clone()
    };
    let mut problems = Vec::new();
    for name in fixed.rows.keys() {
        let before = stored.named(name);
        let answers = before.map(|row| row.answers.clone()).unwrap_or_default();
        let in_row = walk.in_fixed_row(rules, Some(name), &answers);
        let cell = |asked: &Name| typed_in(typed, &fixed.cell(name, asked));
        let read = rules
            .pages
            .iter()
            .map(|page| read_page(&in_row, &answers, page, &cell, act));
        let mut given = Vec::new();
        for read in read {
            match read {
                Ok(read) => given.extend(read),
                Err(wrong) => problems.extend(wrong.into_iter().map(|wrong| PageProblem {
                    question: question.name.clone(),
                    problem: in_cell(wrong.problem, &fixed.cell(name, &wrong.question)),
                })),
            }
        }
        let id = before.map_or_else(|| rows.last.next(), |row| row.id);
        rows.last = rows.last.max(id);
        let mut kept = Answers(answers.0.clone());
        for (name, answer) in given {
            if kept.get(&name).is_none_or(|stored| stored.answer != answer) {
                let given = Given {
                    answer,
                    by: act.actor.clone(),
                    at: act.now,
                    channel: act.channel,
                };
                kept.0.insert(name, given);
            }
        }
        rows.rows.push(Row {
            id,
            name: Some(name.clone()),
            answers: kept,
        });
    }
    rows.finished = true;
    if problems.is_empty() { Ok(rows) } else { Err(problems) }
}
