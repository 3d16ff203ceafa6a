//! Rows as a person reads them, on pages, in messages and in a copy.

use exemplar_core::answer::{Answer, Given, Row, RowId};
use exemplar_core::definition::{Question, RowsRules};
use exemplar_core::id::Name;
use exemplar_core::journey::{End, Walk};
use exemplar_core::kind::Sketch;

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
    /// What it looks like, where it is a drawing.
    pub sketch: Option<Sketch>,
    /// The rows that it holds, where it is one of rows.
    pub rows: Vec<RowShown>,
}

impl RowShown {
    /// Which it is among the rows of another: "Job 2, Pay period 1"; its own heading where `around` is empty.
    #[must_use]
    pub fn heading_in(&self, says: &Says<'_>, around: &str) -> String {
        says.in_row(around, &self.heading)
    }

    /// The same with its name: "Job 2, Pay period 1, 3 March 2020".
    #[must_use]
    pub fn full_in(&self, says: &Says<'_>, around: &str) -> String {
        let heading = self.heading_in(says, around);
        if self.title.is_empty() {
            return heading;
        }
        says.in_row(&heading, &self.title)
    }
}

impl Says<'_> {
    /// What something is called that stands in a row: the row first.
    #[must_use]
    pub fn in_row(&self, around: &str, of: &str) -> String {
        if around.is_empty() {
            return of.to_owned();
        }
        self.words.conventions.in_a_row(&[around, of])
    }

    /// The rows that were added to a question, in order. Those of a table or grid are lines of its answer.
    #[must_use]
    pub fn rows(&self, walk: &Walk<'_>, question: &Question) -> Vec<RowShown> {
        let Some(rules) = question.kind.rows().filter(|rules| rules.fixed.is_none()) else {
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
                    sketch: in_row.sketch(question),
                    rows: self.rows(&in_row, question),
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

    /// The label of a row of a table or grid.
    #[must_use]
    pub fn row_label<'a>(&self, rules: &'a RowsRules, row: Option<&Name>) -> Option<&'a str> {
        Some(self.text(rules.fixed.as_ref()?.rows.get(row?)?))
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
        if question.kind.rows().is_some_and(|rules| rules.fixed.is_some()) {
            let given = walk.given(question.name.as_str());
            let show = |given: &Given| self.showing(|showing| question.kind.show(&given.answer, showing));
            return given.map(show).unwrap_or_default();
        }
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
        self.lines_in(walk, rules, rows, "")
    }

    fn lines_in(&self, walk: &Walk<'_>, rules: &RowsRules, rows: &[Row], around: &str) -> Vec<String> {
        let mut lines = Vec::new();
        for (place, row) in rows.iter().enumerate() {
            let in_row = walk.in_this_row(rules, row);
            let of = match self.row_label(rules, row.name.as_ref()) {
                Some(label) => label.to_owned(),
                None => self.in_row(around, &self.row_heading(rules, place + 1, None)),
            };
            lines.push(of.clone());
            for question in rules.questions() {
                let Some(given) = row.answers.get(&question.name) else {
                    continue;
                };
                let ask = self.filled(&question.ask, &in_row);
                let answer = self.words.conventions.in_a_row(&self.answer(&in_row, question));
                lines.push(format!("{ask} {answer}"));
                if let (Answer::Rows(inner), Some(rules)) = (&given.answer, question.kind.rows()) {
                    lines.extend(self.lines_in(&in_row, rules, &inner.rows, &of));
                }
            }
        }
        lines
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use exemplar_core::definition::read;
    use exemplar_core::id::Language;
    use exemplar_core::journey::Setting;
    use exemplar_core::record::Channel;

    use super::*;
    use crate::services::read_folder;
    use crate::words::AllWords;

    /// Calls `with` on the way of the example that answers everything.
    fn on_the_way(with: impl FnOnce(Says<'_>, &Walk<'_>)) {
        let place = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../services/everything");
        let checked = read(&read_folder(&place).unwrap());
        let definition = checked.definition.unwrap();
        let mut examples = checked.examples.iter();
        let example = examples.find(|example| example.name == "answers-everything").unwrap();
        let answers = example.as_kept(&definition);
        let setting = Setting {
            today: example.today,
            language: Language::from("en"),
            channel: Channel::Web,
        };
        let words = AllWords::built_in();
        let says = Says {
            words: words.of(&setting.language),
            definition: &definition,
            language: 0,
        };
        with(says, &Walk::new(&definition, &answers, setting));
    }

    #[test]
    fn a_row_is_shown_with_the_rows_that_it_holds() {
        on_the_way(|says, walk| {
            let jobs = says.rows(walk, walk.question("jobs").unwrap());
            let away = jobs[0].answers.last().unwrap();
            assert_eq!(away.lines, ["3 March 2025", "4 August 2025"]);
            let second = &away.rows[1];
            let around = jobs[0].heading_in(&says, "");
            assert_eq!(second.heading_in(&says, &around), "Job 1, Time away 2");
            assert_eq!(second.full_in(&says, &around), "Job 1, Time away 2, 4 August 2025");
            assert_eq!(second.answers[1].lines, ["1"]);
            assert!(jobs[1].answers.iter().all(|answer| answer.rows.is_empty()));
        });
    }

    #[test]
    fn a_copy_says_all_of_the_rows_within_rows() {
        on_the_way(|says, walk| {
            let jobs = walk.question("jobs").unwrap();
            let lines = says.row_lines(walk, jobs.kind.rows().unwrap(), walk.rows_of(jobs));
            let from = lines.iter().position(|line| line == "Job 1, Time away 2").unwrap();
            assert_eq!(
                lines[from + 1..from + 4],
                [
                    "When did it begin? 4 August 2025",
                    "For how many weeks were you away? 1",
                    "Job 2"
                ]
            );
        });
    }

    #[test]
    fn a_text_goes_through_rows_within_rows() {
        on_the_way(|says, walk| {
            let say = says.definition.done.say.as_ref().unwrap();
            let said = says.filled_markdown(say, walk);
            let line = "- Exampleton Library, where you work now; away from 3 March 2025; away from 4 August 2025\n";
            assert!(said.contains(line), "{said}");
        });
    }
}
