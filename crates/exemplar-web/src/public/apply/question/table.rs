//! Draws a table, whose cells are questions, and a grid, whose rows are choices. In one column of a narrow screen each row
//! stands by itself, with its labels.

use std::fmt::Write as _;

use askama::Template;
use exemplar_core::apply::PageProblem;
use exemplar_core::definition::{FixedRows, Question, RowsRules};
use exemplar_core::id::Name;
use exemplar_core::kind::{cell_of, typed_in};

use super::draw::{Cell, Drawing, asked};
use crate::components::{Content, Fieldset, Hint, Html};
use crate::visit::Visit;

#[derive(Template)]
#[template(path = "public/apply/question/table.html")]
struct Table {
    columns: Vec<(String, String)>,
    rows: Vec<(String, Vec<String>)>,
}

/// What a control of a cell is called: what is asked there with its hint, and, for whoever does not see the row, in which
/// row. On a wide screen the head of the column says it to the eye.
pub(super) fn label<'a>(cell: Cell<'_>, ask: &str, hint: &str) -> Content<'a> {
    let row = Content::from(cell.row);
    if cell.alone {
        return Content::Html(Html::trusted(row.to_string()));
    }
    let (ask, hint) = (Content::from(ask), Content::from(hint));
    let mut label = format!("{ask}<span class=\"govuk-visually-hidden\"> ({row})</span>");
    if !hint.is_empty() {
        let _ = write!(label, "<span class=\"govuk-hint app-table__hint\">{hint}</span>");
    }
    Content::Html(Html::trusted(label))
}

impl Drawing<'_> {
    /// A table or grid: its rows in a fieldset, whose legend is what is asked.
    pub(super) fn table(&self) -> String {
        let rules = self.question.kind.rows();
        let Some((rules, fixed)) = rules.and_then(|rules| Some((rules, rules.fixed.as_deref()?))) else {
            return String::new();
        };
        let (ask, hint) = (self.ask(), self.hint());
        let hint_id = format!("{}-hint", self.question.name);
        let mut inside = String::new();
        if !hint.is_empty() {
            let hint = Hint {
                text: (&hint).into(),
                id: (&hint_id).into(),
                ..Hint::default()
            };
            let _ = write!(inside, "{hint}");
        }
        inside.push_str(&self.of_all(rules));
        inside.push_str(&if fixed.is_grid() {
            self.grid_rows(rules, fixed)
        } else {
            self.table_rows(rules, fixed)
        });
        let fieldset = Fieldset {
            legend: self.legend(&ask),
            content: Content::Html(Html::trusted(inside)),
            described_by: if hint.is_empty() { "" } else { &hint_id },
            ..Fieldset::default()
        };
        format!("<div class=\"govuk-form-group\">{fieldset}</div>")
    }

    /// What is wrong with the whole, and with no cell of it.
    fn of_all(&self, rules: &RowsRules) -> String {
        let mut problems = self.problems.iter();
        let whole = problems.find(|(problem, _)| cell_of(rules, &problem.problem.control).is_none());
        let Some((_, words)) = whole else { return String::new() };
        let prefix = self.visit.words().get("pages-error-prefix");
        crate::components::ErrorMessage {
            id: (&format!("{}-error", self.question.name)).into(),
            ..crate::components::ErrorMessage::new(prefix, words.as_str())
        }
        .to_string()
    }

    fn table_rows(&self, rules: &RowsRules, fixed: &FixedRows) -> String {
        let column = |question: &Question| {
            let hint = question.hint.as_ref();
            let hint = hint.map_or_else(String::new, |hint| self.visit.filled(hint, self.walk).into_owned());
            (asked(self.visit, self.walk, question).into_owned(), hint)
        };
        let row = |(name, label): (&Name, &exemplar_core::text::Text)| {
            let label = self.visit.text(label);
            let cells = rules.questions();
            let cells = cells.map(|question| self.cell(question, label, &fixed.cell(name, &question.name)));
            (label.to_owned(), cells.collect())
        };
        let table = Table {
            columns: rules.questions().map(column).collect(),
            rows: fixed.rows.iter().map(row).collect(),
        };
        table.render().unwrap_or_default()
    }

    fn grid_rows(&self, rules: &RowsRules, fixed: &FixedRows) -> String {
        let Some(question) = rules.questions().next() else {
            return String::new();
        };
        let row = |(name, label)| self.cell(question, self.visit.text(label), &fixed.cell(name, &question.name));
        let rows: String = fixed.rows.iter().map(row).collect();
        format!("<div class=\"app-grid\">{rows}</div>")
    }

    /// The controls of one cell.
    fn cell(&self, question: &Question, row: &str, cell: &str) -> String {
        let own: Vec<(PageProblem, String)> = self
            .problems
            .iter()
            .filter_map(|(problem, words)| Some((within(problem, cell)?, words.clone())))
            .collect();
        let problems: Vec<(&PageProblem, String)> =
            own.iter().map(|(problem, words)| (problem, words.clone())).collect();
        let name = format!("{}-{cell}", self.question.name);
        let drawing = Drawing {
            question,
            typed: &typed_in(self.typed, cell),
            problems: &problems,
            is_heading: false,
            offers_tick: false,
            searches: false,
            beneath: &[],
            cell: Some(Cell {
                name: &name,
                row,
                alone: question.name == self.question.name,
            }),
            ..*self
        };
        drawing.markup()
    }
}

/// A problem of a cell, as the question in that cell has it; none where it is another's.
fn within(problem: &PageProblem, cell: &str) -> Option<PageProblem> {
    let rest = problem.problem.control.strip_prefix(cell)?;
    let control = match rest.strip_prefix('-') {
        Some(control) => control,
        None if rest.is_empty() => "",
        None => return None,
    };
    Some(PageProblem {
        problem: problem.problem.clone().at_field(control),
        ..problem.clone()
    })
}

/// The control of a table or grid to which a problem of it leads: that of its cell, or the first of all.
pub(super) fn anchor(visit: &Visit, rules: &RowsRules, control: &str) -> Option<String> {
    let fixed = rules.fixed.as_ref()?;
    let first = || Some((fixed.rows.keys().next()?, rules.questions().next()?));
    let found = cell_of(rules, control);
    let (row, question) = found.or_else(first)?;
    let cell = fixed.cell(row, &question.name);
    if found.is_some() && control.len() > cell.len() {
        return Some(control.to_owned());
    }
    let first = super::anchor::first_suffix(visit, question);
    Some(if first.is_empty() {
        cell
    } else {
        format!("{cell}-{first}")
    })
}
