//! Draws the controls of a question with the design system's components.

use std::borrow::Cow;
use std::fmt::Write as _;

use exemplar_core::apply::PageProblem;
use exemplar_core::definition::Question;
use exemplar_core::journey::Walk;
use exemplar_core::kind::{Control, DateBoxes, Line, Typed};

use super::table;
use crate::components::{
    Affix, Checkboxes, Content, DateInput, DateItem, ErrorMessage, Fieldset, Html, Input, Label, Legend,
};
use crate::visit::Visit;

/// A question as a page draws it.
pub struct Drawing<'a> {
    /// The visit.
    pub visit: &'a Visit,
    /// The way, for options that depend on other answers.
    pub walk: &'a Walk<'a>,
    /// The question.
    pub question: &'a Question,
    /// What stands in its controls.
    pub typed: &'a Typed,
    /// What is wrong with it, with its words.
    pub problems: &'a [(&'a PageProblem, String)],
    /// Whether the question is the page's heading.
    pub is_heading: bool,
    /// Whether the box that stands for an answer can be ticked here.
    pub offers_tick: bool,
    /// Whether its page can ask again: an entry of a long list is found by typing there.
    pub searches: bool,
    /// What opens beneath its options.
    pub beneath: &'a [Beneath<'a>],
    /// Where it stands, if that is a cell of a table or grid.
    pub cell: Option<Cell<'a>>,
}

/// What opens beneath an option once it is chosen.
#[derive(Debug)]
pub struct Beneath<'a> {
    /// The option.
    pub option: &'a str,
    /// The markup of a question.
    pub markup: String,
}

/// A cell of a table or grid.
#[derive(Debug, Clone, Copy)]
pub struct Cell<'a> {
    /// What the names of its controls begin with.
    pub name: &'a str,
    /// The label of its row.
    pub row: &'a str,
    /// Whether the row's label says what is chosen there: in a grid.
    pub alone: bool,
}

impl Drawing<'_> {
    /// The markup of the question's controls.
    #[must_use]
    pub fn markup(&self) -> String {
        let mut markup = match self.question.kind.controls(self.visit.language) {
            [] => self.table(),
            [only] => self.control(only),
            several => self.group(several),
        };
        if let Some(words) = self
            .question
            .or_tick
            .as_ref()
            .filter(|_| self.offers_tick && !self.has_found())
        {
            self.or_tick(&mut markup, self.visit.text(words));
        }
        markup
    }

    /// The markup of one of its lines, under the label of that line.
    #[must_use]
    pub fn one_line(&self, suffix: &str) -> String {
        let controls = self.question.kind.controls(self.visit.language).iter();
        let line = controls.into_iter().find_map(|control| match control {
            Control::Line(line) if line.suffix == suffix => Some(line),
            _ => None,
        });
        line.map_or_else(String::new, |line| {
            let words = self.field_label(line);
            self.line(line, self.label(&words), "")
        })
    }

    pub(super) fn name(&self, suffix: &str) -> String {
        let name = self.cell.map_or(self.question.name.as_str(), |cell| cell.name);
        if suffix.is_empty() {
            name.to_string()
        } else {
            format!("{name}-{suffix}")
        }
    }

    pub(super) fn ask(&self) -> Cow<'_, str> {
        asked(self.visit, self.walk, self.question)
    }

    pub(super) fn hint(&self) -> String {
        if self.cell.is_some() {
            // It stands at the head of the column.
            return String::new();
        }
        self.question
            .hint
            .as_ref()
            .map_or_else(String::new, |hint| self.visit.filled(hint, self.walk).into_owned())
    }

    /// The first message for a control; for the whole question where `suffix` is none.
    pub(super) fn error(&self, suffix: Option<&str>) -> Option<ErrorMessage<'_>> {
        let (_, words) = self
            .problems
            .iter()
            .find(|(problem, _)| suffix.is_none_or(|suffix| problem.problem.control == suffix))?;
        Some(ErrorMessage::new(self.visit.words().get("pages-error-prefix"), words))
    }

    fn hint_of_cell(&self) -> &str {
        self.question.hint.as_ref().map_or("", |hint| self.visit.text(hint))
    }

    pub(super) fn label<'b>(&self, words: &'b str) -> Label<'b> {
        if let Some(cell) = self.cell {
            return Label {
                classes: "app-table__label",
                ..Label::new(table::label(cell, words, self.hint_of_cell()))
            };
        }
        if self.is_heading {
            Label {
                classes: "govuk-label--l",
                ..Label::page_heading(words)
            }
        } else {
            Label {
                classes: "govuk-label--m",
                ..Label::new(words)
            }
        }
    }

    pub(super) fn legend<'b>(&self, words: &'b str) -> Legend<'b> {
        if let Some(cell) = self.cell {
            return Legend {
                classes: if cell.alone {
                    "govuk-fieldset__legend--s"
                } else {
                    "app-table__label"
                },
                ..Legend::new(table::label(cell, words, self.hint_of_cell()))
            };
        }
        if self.is_heading {
            Legend {
                classes: "govuk-fieldset__legend--l",
                ..Legend::page_heading(words)
            }
        } else {
            Legend {
                classes: "govuk-fieldset__legend--m",
                ..Legend::new(words)
            }
        }
    }

    /// A question with one control, whose label or legend is what is asked.
    fn control(&self, control: &Control) -> String {
        let (ask, hint) = (self.ask(), self.hint());
        match control {
            Control::Line(line) => self.line(line, self.label(&ask), &hint),
            Control::Area { rows, at_most } => self.area(*rows, *at_most, &ask, &hint),
            Control::Radios(radios) => self.radios(radios, self.legend(&ask), &hint, self.error(None)),
            Control::Boxes(boxes) => Checkboxes {
                id: self.name("").into(),
                name: self.name("").into(),
                legend: Some(self.legend(&ask)),
                hint: (&hint).into(),
                error: self.error(None),
                items: self.choices(&boxes.choices, ""),
                ..Checkboxes::default()
            }
            .to_string(),
            Control::Select(select) => self.select(select.suffix, &select.choices, self.label(&ask), &hint),
            Control::Search(search) => self.search(search, &ask, &hint),
            Control::Points { rows } => self.points(*rows, &ask, &hint),
            Control::Signature(line) => self.signature(line, &ask, &hint),
            Control::Date(boxes) => self.date(boxes, self.legend(&ask), &hint, self.error(None)),
            // Files and times have pages of their own.
            Control::File(_) | Control::Slots => String::new(),
            Control::Tick(words) => {
                let words = self.visit.filled(words, self.walk);
                Checkboxes {
                    id: self.name("").into(),
                    name: self.name("").into(),
                    legend: Some(self.legend(&ask)),
                    hint: (&hint).into(),
                    error: self.error(None),
                    items: vec![self.choice("yes", (&*words).into(), ("", "")).into()],
                    ..Checkboxes::default()
                }
                .to_string()
            }
        }
    }

    /// A question with several controls: they stand in a fieldset whose legend is what is asked.
    fn group(&self, controls: &[Control]) -> String {
        let (ask, hint) = (self.ask(), self.hint());
        let mut inside = String::new();
        let hint_id = format!("{}-hint", self.question.name);
        if !hint.is_empty() {
            let hint = crate::components::Hint {
                text: (&hint).into(),
                id: (&hint_id).into(),
                ..Default::default()
            };
            let _ = write!(inside, "{hint}");
        }
        let own = controls
            .iter()
            .any(|control| matches!(control, Control::Line(line) if line.suffix.is_empty()));
        let of_all = if own { None } else { self.error(Some("")) };
        let error_id = format!("{}-error", self.question.name);
        if let Some(mut error) = of_all.clone() {
            error.id = (&error_id).into();
            let _ = write!(inside, "{error}");
        }
        for control in controls {
            inside.push_str(&self.field(control));
        }
        let described_by = match (hint.is_empty(), of_all.is_some()) {
            (true, false) => String::new(),
            (false, false) => hint_id,
            (true, true) => error_id,
            (false, true) => format!("{hint_id} {error_id}"),
        };
        let fieldset = Fieldset {
            legend: self.legend(&ask),
            content: Content::Html(Html::trusted(inside)),
            described_by: &described_by,
            ..Fieldset::default()
        };
        let wrong = if of_all.is_some() {
            " govuk-form-group--error"
        } else {
            ""
        };
        format!("<div class=\"govuk-form-group{wrong}\">{fieldset}</div>")
    }

    /// One control of several, under its own label.
    fn field(&self, control: &Control) -> String {
        let words = self.visit.words();
        match control {
            Control::Line(line) => {
                let hint = line.hint.map_or("", |key| words.get(key));
                self.line(line, Label::new(self.field_label(line)), hint)
            }
            Control::Select(select) => {
                let label = select.label.map_or("", |key| words.get(key));
                self.select(select.suffix, &select.choices, Label::new(label), "")
            }
            Control::Radios(radios) => {
                if radios.when.as_ref().is_some_and(|when| !self.walk.holds(when)) {
                    return String::new();
                }
                let label = radios.label.as_ref().map_or("", |label| self.visit.label(label));
                let hint = radios.hint.as_ref().map_or("", |hint| self.visit.text(hint));
                let hint = self.hint_with_time(hint, radios.within);
                self.radios(radios, field_legend(label), &hint, self.error(Some(&radios.suffix)))
            }
            Control::Date(boxes) => {
                let label = boxes.label.map_or("", |key| words.get(key));
                let mut parts = boxes.parts.iter().flatten();
                let error = parts.find_map(|suffix| self.error(Some(suffix)));
                self.date(boxes, field_legend(label), "", error)
            }
            other => self.control(other),
        }
    }

    fn field_label(&self, line: &Line) -> String {
        let words = self.visit.words();
        let label = line.label.map_or("", |key| words.get(key));
        if line.optional {
            words.with(
                "apply-optional",
                &[("question", exemplar_app::words::Value::Text(label))],
            )
        } else {
            label.to_owned()
        }
    }

    pub(super) fn line(&self, line: &Line, label: Label<'_>, hint: &str) -> String {
        let width = match line.width {
            2 => "govuk-input--width-2",
            3 => "govuk-input--width-3",
            4 => "govuk-input--width-4",
            5 => "govuk-input--width-5",
            10 => "govuk-input--width-10",
            20 => "govuk-input--width-20",
            _ => "",
        };
        let words = self.visit.words();
        let is_alone = self.question.kind.controls(self.visit.language).len() == 1;
        Input {
            id: self.name(line.suffix).into(),
            name: self.name(line.suffix).into(),
            label,
            hint: hint.into(),
            // What is wrong with a question of one line is wrong with that line, whatever it is called.
            error: self.error((!is_alone).then_some(line.suffix)),
            value: self.typed.get(line.suffix).into(),
            input_type: line.input_type,
            inputmode: line.inputmode.unwrap_or_default(),
            autocomplete: line.autocomplete.unwrap_or_default(),
            spellcheck: (!line.spellcheck).then_some(false),
            prefix: line.prefix.as_deref().map(Affix::new),
            suffix: line.after.as_ref().map(|after| Affix::new(self.visit.label(after))),
            classes: width,
            dir: if line.runs_left_to_right() {
                words.left_to_right()
            } else {
                ""
            },
            ..Input::default()
        }
        .to_string()
    }

    fn date(&self, boxes: &DateBoxes, legend: Legend<'_>, hint: &str, error: Option<ErrorMessage<'_>>) -> String {
        const PARTS: [(&str, u8, &str); 3] = [
            ("apply-day", 2, "bday-day"),
            ("apply-month", 2, "bday-month"),
            ("apply-year", 4, "bday-year"),
        ];
        let words = self.visit.words();
        let wrong: Vec<&str> = self
            .problems
            .iter()
            .map(|(problem, _)| problem.problem.control.as_ref())
            .collect();
        let parts = boxes.parts.iter().zip(PARTS);
        let items = parts.filter_map(|(suffix, (key, width, complete))| {
            let suffix = (*suffix)?;
            Some(DateItem {
                error: wrong.contains(&suffix),
                autocomplete: if boxes.autocomplete.is_some() { complete } else { "" },
                id: self.name(suffix).into(),
                ..DateItem::new(suffix, words.get(key), width, self.typed.get(suffix))
            })
        });
        // The boxes of one of several dates begin with its name.
        let id = match boxes.first().split_once('-') {
            Some((date, _)) => self.name(date),
            None => self.name(""),
        };
        DateInput {
            id: id.into(),
            name_prefix: self.name("").into(),
            legend: Some(legend),
            hint: hint.into(),
            error,
            items: items.collect(),
            ..DateInput::default()
        }
        .to_string()
    }
}

/// The legend of one field of several.
fn field_legend(words: &str) -> Legend<'_> {
    Legend {
        classes: "govuk-fieldset__legend--s",
        ..Legend::new(words)
    }
}

/// What is asked, with the word for a question that may be left empty: the heading, and the title of the page.
pub(super) fn asked<'a>(visit: &'a Visit, walk: &Walk<'_>, question: &'a Question) -> Cow<'a, str> {
    let ask = visit.filled(&question.ask, walk);
    if !question.optional {
        return ask;
    }
    let parameters = [("question", exemplar_app::words::Value::Text(&ask))];
    Cow::Owned(visit.words().with("apply-optional", &parameters))
}
