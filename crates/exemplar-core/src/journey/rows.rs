//! Rows: the way through one, how many there may be, and when there is nothing left to say in them.
//!
//! A row is walked as a journey of its own, on which the names of its questions mean this row and all others mean what
//! they mean outside of it.

use rust_decimal::prelude::ToPrimitive as _;

use super::{Course, End, Walk};
use crate::answer::{Answer, Answers, Given, Row, RowId, Rows};
use crate::definition::{Cases, FixedRows, Question, RowsRules};
use crate::expression::Value;
use crate::id::Name;
use crate::text::Text;

/// Whether another row can be added.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum More {
    /// One is needed: nothing is asked before it is added.
    Must,
    /// The person says whether there is another.
    May,
    /// There are as many as there can be.
    Full,
}

/// Why rows are no answer yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowsProblem {
    /// Something is left to answer in this row, or is wrong with it.
    Incomplete(RowId),
    /// There are fewer than this.
    TooFew(u32),
    /// There are more than this.
    TooMany(u32),
    /// There must be so many, no more and no fewer.
    NotExactly(u32),
    /// This row says the same as an earlier one where it must not.
    Twice(RowId),
    /// Nobody said that there are no more.
    Unfinished,
}

impl<'a> Walk<'a> {
    /// The way through one row.
    #[must_use]
    pub fn in_row<'b>(&'b self, rules: &'b RowsRules, answers: &'b Answers) -> Walk<'b> {
        let course = Course {
            pages: &rules.pages,
            places: &rules.places,
            facts: &rules.facts,
            tasks: &[],
            outer: Some(self),
            row: None,
        };
        let past = (self.setting.clone(), self.past.in_rows());
        Walk::along_past(self.definition, course, answers, past)
    }

    /// The way through one row that is there, which may be one of a table or grid.
    #[must_use]
    pub fn in_this_row<'b>(&'b self, rules: &'b RowsRules, row: &'b Row) -> Walk<'b> {
        self.in_fixed_row(rules, row.name.as_ref(), &row.answers)
    }

    /// The way through one row of a table or grid.
    #[must_use]
    pub fn in_fixed_row<'b>(&'b self, rules: &'b RowsRules, row: Option<&'b Name>, answers: &'b Answers) -> Walk<'b> {
        let mut walk = self.in_row(rules, answers);
        walk.course.row = row.and_then(|row| rules.fixed.as_ref()?.rows.get_key_value(row));
        walk
    }

    /// Which row of a table or grid this is the way through.
    #[must_use]
    pub fn row_name(&self) -> Option<&'a Name> {
        self.fixed_row().map(|(name, _)| name)
    }

    /// The name of that row, with its label.
    #[must_use]
    pub fn fixed_row(&self) -> Option<(&'a Name, &'a Text)> {
        let outer = || self.course.outer?.fixed_row();
        self.course.row.or_else(outer)
    }

    /// The rows that were given to a question, whether or not it is on the path.
    #[must_use]
    pub fn rows_of(&self, question: &Question) -> &'a [Row] {
        self.answers.rows(question.name.as_str()).map_or(&[], |rows| &rows.rows)
    }

    /// The rows that expressions and texts see under that name: those of a question on the path.
    #[must_use]
    pub fn rows_seen(&self, name: &Name) -> Option<(&'a RowsRules, &[Row])> {
        let Some(Answer::Rows(given)) = self.on_path(name) else {
            return None;
        };
        Some((self.question(name)?.kind.rows()?, &given.rows))
    }

    /// The fewest and the most rows that there can be. Where no case of `exactly` holds, the other two count.
    #[must_use]
    pub fn row_bounds(&self, question: &Question, rules: &RowsRules) -> (u32, u32) {
        let (limit, usual_most) = rules.limits();
        let count = |cases| Some(self.row_count(cases)?.min(limit));
        if let Some(exactly) = count(&rules.exactly) {
            return (exactly, exactly);
        }
        let at_most = count(&rules.at_most).unwrap_or(usual_most);
        let usual = u32::from(!question.optional);
        (count(&rules.at_least).unwrap_or(usual).min(at_most), at_most)
    }

    fn row_count(&self, cases: &Option<Cases>) -> Option<u32> {
        match self.cases(cases.as_ref()?)? {
            Value::Number(number) if number.is_sign_negative() => Some(0),
            // What is worked out may be more than there can be rows: then so many are enough.
            Value::Number(number) => Some(number.trunc().to_u32().unwrap_or(u32::MAX)),
            _ => None,
        }
    }

    /// Whether another row can be added to these.
    #[must_use]
    pub fn more(&self, question: &Question, rules: &RowsRules, rows: &Rows) -> More {
        let (fewest, most) = self.row_bounds(question, rules);
        let n = count_of(rows);
        if n >= most {
            More::Full
        } else if (n == 0 && fewest > 0) || (fewest == most && n < fewest) {
            More::Must
        } else {
            More::May
        }
    }

    /// Why these rows are no answer yet, whether or not the person said that there are no more.
    #[must_use]
    pub fn rows_problem(&self, question: &Question, rows: &Rows) -> Option<RowsProblem> {
        let problem = self.rows_problem_but_unfinished(question, rows);
        problem.or((!rows.finished).then_some(RowsProblem::Unfinished))
    }

    /// The same for somebody who says that there are no more.
    #[must_use]
    pub fn rows_problem_but_unfinished(&self, question: &Question, rows: &Rows) -> Option<RowsProblem> {
        let rules = question.kind.rows()?;
        if let Some(fixed) = &rules.fixed {
            return self.fixed_problem(rules, fixed, rows);
        }
        let incomplete = rows.rows.iter().find(|row| {
            let walk = self.in_row(rules, &row.answers);
            !matches!(walk.end(), End::CheckAnswers)
        });
        if let Some(row) = incomplete {
            return Some(RowsProblem::Incomplete(row.id));
        }
        let (fewest, most) = self.row_bounds(question, rules);
        let n = count_of(rows);
        if n != fewest && self.row_count(&rules.exactly).is_some() {
            return Some(RowsProblem::NotExactly(fewest));
        }
        if n < fewest {
            return Some(RowsProblem::TooFew(fewest));
        }
        if n > most {
            return Some(RowsProblem::TooMany(most));
        }
        self.twice(rules, rows).map(RowsProblem::Twice)
    }

    /// The first row of a table or grid that lacks something.
    fn fixed_problem(&self, rules: &RowsRules, fixed: &FixedRows, rows: &Rows) -> Option<RowsProblem> {
        let nothing = Answers::default();
        let lacks = fixed.rows.keys().enumerate().find_map(|(place, name)| {
            let row = rows.named(name);
            let answers = row.map_or(&nothing, |row| &row.answers);
            let walk = self.in_fixed_row(rules, Some(name), answers);
            let nth = RowId(u32::try_from(place + 1).unwrap_or(u32::MAX));
            (!matches!(walk.end(), End::CheckAnswers)).then(|| row.map_or(nth, |row| row.id))
        });
        lacks.map(RowsProblem::Incomplete)
    }

    /// The first row that says the same as an earlier one in all questions of which no two may.
    fn twice(&self, rules: &RowsRules, rows: &Rows) -> Option<RowId> {
        let mut before: Vec<Vec<Value>> = Vec::new();
        for row in &rows.rows {
            let Some(key) = self.in_row(rules, &row.answers).unique_key(rules) else {
                continue;
            };
            if before.contains(&key) {
                return Some(row.id);
            }
            before.push(key);
        }
        None
    }

    /// Whether this row says the same as another of `rows` in all questions of which no two may.
    #[must_use]
    pub fn is_twice(&self, rules: &RowsRules, rows: &Rows, id: RowId, answers: &Answers) -> bool {
        let Some(own) = self.in_row(rules, answers).unique_key(rules) else {
            return false;
        };
        let mut others = rows.rows.iter().filter(|row| row.id != id);
        others.any(|row| self.in_row(rules, &row.answers).unique_key(rules).as_ref() == Some(&own))
    }

    /// On the way of a row: the answers that tell it from others; none where one is missing.
    fn unique_key(&self, rules: &RowsRules) -> Option<Vec<Value>> {
        if rules.unique.is_empty() {
            return None;
        }
        let values = rules.unique.iter().map(|name| self.value_of(name));
        values.map(|value| value.map(plain)).collect()
    }

    /// Whether each answer in the rows still holds on this day.
    pub(super) fn rows_still_hold(&self, question: &Question, rows: &Rows) -> bool {
        question.kind.rows().is_none_or(|rules| {
            let mut rows = rows.rows.iter();
            rows.all(|row| self.in_this_row(rules, row).no_longer_holds().is_none())
        })
    }

    /// An answer as it is sent: of rows, only what is on the path of each.
    #[must_use]
    pub fn as_sent(&self, question: &Question, given: &Given) -> Given {
        let (Answer::Rows(rows), Some(rules)) = (&given.answer, question.kind.rows()) else {
            return given.clone();
        };
        let sent = rows.rows.iter().map(|row| {
            let walk = self.in_this_row(rules, row);
            let kept: indexmap::IndexMap<Name, Given> = walk
                .questions()
                .filter_map(|question| {
                    let given = row.answers.get(&question.name)?;
                    Some((question.name.clone(), walk.as_sent(question, given)))
                })
                .collect();
            Row {
                id: row.id,
                name: row.name.clone(),
                answers: Answers(kept),
            }
        });
        Given {
            answer: Answer::Rows(Rows {
                rows: sent.collect(),
                ..*rows
            }),
            ..given.clone()
        }
    }
}

fn count_of(rows: &Rows) -> u32 {
    u32::try_from(rows.rows.len()).unwrap_or(u32::MAX)
}

/// A value as it is held against others: capitals and blanks do not count.
fn plain(value: Value) -> Value {
    match value {
        Value::Text(text) => Value::Text(text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()),
        other => other,
    }
}
