//! Reading what was typed on a page of one row, or on the page that removes one. What comes of it is the answer to the
//! whole question of rows, which is saved like any other answer.

use super::{Act, PageProblem, read_page};
use crate::answer::{Answer, Answers, Given, Row, RowId, Rows};
use crate::definition::{Page, Question, RowsRules};
use crate::id::Name;
use crate::journey::{More, RowsProblem, Walk};
use crate::kind::{Param, Problem, Typed};

/// What is done to one row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RowAct {
    /// One of its pages is answered. The row is added where it is not there yet.
    Answer(RowId, Name),
    /// It is removed.
    Remove(RowId),
    /// Something is done to one of the rows that it holds, for which one of its pages asks.
    Within(RowId, Name, Box<RowAct>),
}

/// The answers of a row on whose pages somebody may be: of one that is there, or none yet of the one to be added.
#[must_use]
pub fn answers_of_row(walk: &Walk<'_>, question: &Question, rows: &Rows, id: RowId) -> Option<Answers> {
    let rules = question.kind.rows()?;
    match rows.row(id) {
        Some(row) => Some(row.answers.clone()),
        None => {
            let can_be_added = id == rows.last.next() && walk.more(question, rules, rows) != More::Full;
            can_be_added.then(Answers::default)
        }
    }
}

/// Reads what was typed for a row. None where there is no such row or page on this person's path.
pub fn read_row(
    walk: &Walk<'_>,
    question: &Question,
    row: &RowAct,
    typed: &dyn Fn(&Name) -> Typed,
    act: &Act,
) -> Option<Result<(Name, Answer), Vec<PageProblem>>> {
    let rules = question.kind.rows()?;
    let stored = walk.answers().rows(question.name.as_str());
    let rows = stored.cloned().unwrap_or_default();
    let read = match row {
        RowAct::Answer(id, page) | RowAct::Within(id, page, _) => {
            let answers = answers_of_row(walk, question, &rows, *id)?;
            let in_row = walk.in_row(rules, &answers);
            let page = rules.page(page.as_str()).filter(|page| in_row.is_on_path(page))?;
            let read = match row {
                RowAct::Within(_, _, inner) => {
                    let asked = page.questions().iter().find(|asked| asked.kind.rows().is_some())?;
                    read_row(&in_row, asked, inner, typed, act)?.map(|given| vec![given])
                }
                _ => read_page(&in_row, &answers, page, typed, act),
            };
            read.and_then(|given| {
                Spot {
                    walk,
                    rules,
                    rows,
                    page,
                }
                .put(*id, given, act)
            })
        }
        RowAct::Remove(id) => {
            rows.row(*id)?;
            match typed(&question.name).get("") {
                "yes" => Ok(rows.without(*id)),
                _ => Err(vec![PageProblem {
                    question: question.name.clone(),
                    problem: Problem::new("empty", "error-rows-remove-empty"),
                }]),
            }
        }
    };
    Some(read.map(|rows| (question.name.clone(), Answer::Rows(rows))))
}

/// The page of a row, among the rows as they are stored.
struct Spot<'a, 'b> {
    walk: &'b Walk<'a>,
    rules: &'b RowsRules,
    rows: Rows,
    page: &'b Page,
}

impl Spot<'_, '_> {
    fn put(self, id: RowId, given: Vec<(Name, Answer)>, act: &Act) -> Result<Rows, Vec<PageProblem>> {
        let given = given.into_iter().map(|(name, answer)| {
            let given = Given {
                answer,
                by: act.actor.clone(),
                at: act.now,
                channel: act.channel,
            };
            (name, given)
        });
        let rows = self.rows.with(id, given);
        let asked_here = self.page.questions().iter();
        let mut asked_here = asked_here.filter(|question| self.rules.unique.contains(&question.name));
        let changed: Option<&Row> = rows.row(id);
        if let (Some(question), Some(row)) = (asked_here.next(), changed)
            && self.walk.is_twice(self.rules, &rows, id, &row.answers)
        {
            let each = Param::Words(self.rules.each.clone());
            return Err(vec![PageProblem {
                question: question.name.clone(),
                problem: Problem::new("unique", "error-rows-twice").with("each", each),
            }]);
        }
        Ok(rows)
    }
}

/// What a page says where rows are no answer yet.
pub(super) fn rows_problem(rules: &RowsRules, rows: &Rows, problem: RowsProblem) -> Problem {
    let each = Param::Words(rules.each.clone());
    let place = |id: RowId| {
        let place = rows.rows.iter().position(|row| row.id == id).unwrap_or_default();
        Param::Number((place + 1).into())
    };
    match problem {
        RowsProblem::Incomplete(id) => Problem::new("incomplete", "error-rows-incomplete").with("row", place(id)),
        RowsProblem::TooFew(n) => Problem::new("at_least", "error-rows-too-few").with("n", Param::Count(n.into())),
        RowsProblem::TooMany(n) => Problem::new("at_most", "error-rows-too-many").with("n", Param::Count(n.into())),
        RowsProblem::NotExactly(n) => Problem::new("exactly", "error-rows-exactly").with("n", Param::Count(n.into())),
        RowsProblem::Twice(id) => Problem::new("unique", "error-rows-same").with("row", place(id)),
        RowsProblem::Unfinished => Problem::new("empty", "error-rows-empty"),
    }
    .with("each", each)
}
