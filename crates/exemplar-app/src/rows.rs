//! Rows as a person reads them, on pages, in messages and in a copy.

use exemplar_core::answer::{Answer, Row, RowId};
use exemplar_core::definition::{Question, RowsRules};
use exemplar_core::id::Name;
use exemplar_core::journey::{End, Walk};

use crate::says::{Says, capitalised};
use crate::words::Value as Word;

/// One row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowShown {
    /// Its number.
    pub id: RowId,
    /// Which it is: "Job 2".
    pub heading: String,
    /// How it is called; empty before there is an answer for it.
    pub title: String,
    /// What was answered on its path, in order.
    pub answers: Vec<RowAnswer>,
    /// The page of the row with something left to answer.
    pub left: Option<Name>,
}

/// One answer of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowAnswer {
    /// The page of the row on which it is asked.
    pub page: Name,
    /// What was asked.
    pub ask: String,
    /// What was answered, one item a line.
    pub lines: Vec<String>,
}

impl RowShown {
    /// The row's name in a sentence: "job 2, Acme Ltd".
    #[must_use]
    pub fn full(&self) -> String {
        if self.title.is_empty() {
            self.heading.clone()
        } else {
            format!("{}, {}", self.heading, self.title)
        }
    }
}

impl Says<'_> {
    /// The rows that were given to a question, in order.
    #[must_use]
    pub fn rows(&self, walk: &Walk<'_>, question: &Question) -> Vec<RowShown> {
        let Some(rules) = question.kind.rows() else {
            return Vec::new();
        };
        let rows = walk.rows_of(question).iter().enumerate();
        rows.map(|(place, row)| self.row(walk, rules, (place + 1, row)))
            .collect()
    }

    fn row(&self, walk: &Walk<'_>, rules: &RowsRules, (nth, row): (usize, &Row)) -> RowShown {
        let in_row = walk.in_row(rules, &row.answers);
        let mut answers = Vec::new();
        for page in in_row.pages() {
            let shown = in_row.shown(page);
            answers.extend(shown.filter_map(|question| {
                row.answers.get(&question.name)?;
                Some(RowAnswer {
                    page: page.name.clone(),
                    ask: self.filled(&question.ask, &in_row).into_owned(),
                    lines: self.answer(&in_row, question),
                })
            }));
        }
        RowShown {
            id: row.id,
            heading: self.row_heading(rules, nth, None),
            title: self.row_title(&in_row, rules),
            answers,
            left: match in_row.end() {
                End::Unanswered(page) | End::Exit(page) => Some(page.name.clone()),
                End::CheckAnswers => None,
            },
        }
    }

    /// Which row it is: "Job 2", or "Job 2 of 3" where it is known how many there will be.
    #[must_use]
    pub fn row_heading(&self, rules: &RowsRules, nth: usize, of: Option<u32>) -> String {
        let each = capitalised(self.text(&rules.each));
        let (nth, of_all) = (nth.to_string(), of.unwrap_or_default().to_string());
        let with = [
            ("Each", Word::Text(&each)),
            ("n", Word::Text(&nth)),
            ("of", Word::Text(&of_all)),
        ];
        let key = if of.is_some() {
            "rows-numbered-of"
        } else {
            "rows-numbered"
        };
        self.words.with(key, &with)
    }

    /// How a row is called: as the definition says, or by the answer to its first question.
    fn row_title(&self, in_row: &Walk<'_>, rules: &RowsRules) -> String {
        if let Some(title) = &rules.title {
            return self.filled(title, in_row).trim().to_owned();
        }
        let Some(first) = rules.questions().next() else {
            return String::new();
        };
        match in_row.answers().get(&first.name).map(|given| &given.answer) {
            None | Some(Answer::Blank) => String::new(),
            Some(_) => self.words.conventions.in_a_row(&self.answer(in_row, first)),
        }
    }

    /// How each row is called, or that there is none.
    pub(crate) fn row_titles(&self, walk: &Walk<'_>, question: &Question) -> Vec<String> {
        let rows = self.rows(walk, question);
        if rows.is_empty() {
            return vec![self.words.get("rows-none").to_owned()];
        }
        let title = |row: RowShown| if row.title.is_empty() { row.heading } else { row.title };
        rows.into_iter().map(title).collect()
    }

    /// All that was answered in the rows of a question, a line for each answer, those off the path too.
    #[must_use]
    pub fn row_lines(&self, walk: &Walk<'_>, rules: &RowsRules, rows: &[Row]) -> Vec<String> {
        let mut lines = Vec::new();
        for (place, row) in rows.iter().enumerate() {
            let in_row = walk.in_row(rules, &row.answers);
            lines.push(self.row_heading(rules, place + 1, None));
            lines.extend(rules.questions().filter_map(|question| {
                row.answers.get(&question.name)?;
                let ask = self.filled(&question.ask, &in_row);
                Some(format!(
                    "{ask} {}",
                    self.words.conventions.in_a_row(&self.answer(&in_row, question))
                ))
            }));
        }
        lines
    }
}
