//! The form to publish a version, and what is said when something stands in its way.

use exemplar_app::publishing::Versions;
use exemplar_app::words::{Value, Words};

use crate::components::{DateInput, DateItem, ErrorLink, ErrorMessage, ErrorSummary, Input, Label, Legend, Textarea};
use crate::form::Form;
use crate::staff::desk::Desk;

/// The form to publish.
pub struct Fields<'a> {
    /// Why.
    pub note: Textarea<'a>,
    /// On which day.
    pub day: DateInput<'a>,
    /// At which time.
    pub time: Input<'a>,
}

/// What went wrong with what was asked, and what was typed.
#[derive(Default)]
pub struct Wrong<'a> {
    /// What was typed.
    pub form: Option<&'a Form>,
    /// The field, empty for none, and the key of what is said.
    pub said: Option<(&'static str, &'static str)>,
}

/// What stands above the page.
pub fn summary<'a>(words: &'a Words, field: &'static str, key: &'static str) -> ErrorSummary<'a> {
    let href = match field {
        "day" => "#day-day",
        _ => "#note",
    };
    let errors = if field.is_empty() {
        Vec::new()
    } else {
        vec![ErrorLink::new(href, words.get(key))]
    };
    ErrorSummary {
        title: words.get("pages-problem-title").into(),
        description: if field.is_empty() { words.get(key) } else { "" }.into(),
        errors,
        ..ErrorSummary::default()
    }
}

/// The fields, with what was typed.
pub fn fields<'a>(desk: &'a Desk<'_>, versions: &Versions, wrong: &Wrong<'_>) -> Fields<'a> {
    let words = desk.words();
    let typed = |name: &str| wrong.form.map(|form| form.get(name).to_owned()).unwrap_or_default();
    let error = |field: &str| {
        let (_, key) = wrong.said.filter(|(wrong, _)| *wrong == field)?;
        Some(ErrorMessage::new(words.get("pages-error-prefix"), words.get(key)))
    };
    let zone = &versions.definition.time_zone;
    let part = |name: &'static str, key: &'static str, width| DateItem {
        id: format!("day-{name}").into(),
        inputmode: "numeric",
        error: error("day").is_some(),
        ..DateItem::new(
            format!("day-{name}"),
            words.get(key),
            width,
            typed(&format!("day-{name}")),
        )
    };
    Fields {
        note: Textarea {
            id: "note".into(),
            name: "note".into(),
            label: Label::new(words.get("publishing-note")),
            hint: words.get("publishing-note-hint").into(),
            error: error("note"),
            value: typed("note").into(),
            rows: Some(3),
            ..Textarea::default()
        },
        day: DateInput {
            id: "day".into(),
            legend: Some(Legend::new(words.get("publishing-day"))),
            hint: words.with("publishing-day-hint", &[("zone", Value::Text(zone))]).into(),
            error: error("day"),
            items: vec![
                part("day", "apply-day", 2),
                part("month", "apply-month", 2),
                part("year", "apply-year", 4),
            ],
            ..DateInput::default()
        },
        time: Input {
            id: "time".into(),
            name: "time".into(),
            label: Label::new(words.get("publishing-time")),
            hint: words.get("publishing-time-hint").into(),
            value: typed("time").into(),
            classes: "govuk-input--width-5",
            ..Input::default()
        },
    }
}
