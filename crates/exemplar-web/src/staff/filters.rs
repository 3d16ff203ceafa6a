//! What narrows a queue by time: how long ago a case was submitted, and by which day it is to be decided.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Span, Timestamp};

use super::desk::Desk;
use crate::components::{DateInput, DateItem, ErrorLink, ErrorMessage, ErrorSummary, Input, Label, Legend};
use crate::form::Form;

/// What was asked for, as far as it could be read.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Narrowed {
    /// Submitted before this moment.
    pub submitted_before: Option<Timestamp>,
    /// To be decided before this day.
    pub due_before: Option<Date>,
    /// The number of days is none.
    age_is_wrong: bool,
    /// The day is none.
    due_is_wrong: bool,
}

/// The fields of a queue's form.
pub struct Narrow<'a> {
    /// What is wrong with them.
    pub summary: Option<ErrorSummary<'a>>,
    /// How many days ago.
    pub age: Input<'a>,
    /// By which day.
    pub due: DateInput<'a>,
}

/// The parts of the day, as the form names them, with the words that ask for each.
const PARTS: [(&str, &str, u8); 3] = [
    ("day", "apply-day", 2),
    ("month", "apply-month", 2),
    ("year", "apply-year", 4),
];

/// Reads an address's query on a day in a time zone.
pub fn read(asked: &Form, today: Date, zone: &TimeZone) -> Narrowed {
    let mut narrowed = Narrowed::default();
    let age = asked.get("age").trim();
    if !age.is_empty() {
        // Submitted so many days ago or more: before the end of that day.
        let end = number(age)
            .and_then(|days| today.checked_sub(Span::new().try_days(days).ok()?).ok())
            .and_then(|day| day.tomorrow().ok())
            .and_then(|day| day.to_zoned(zone.clone()).ok());
        narrowed.age_is_wrong = end.is_none();
        narrowed.submitted_before = end.map(|end| end.timestamp());
    }
    let parts = PARTS.map(|(name, ..)| asked.get(&format!("due-{name}")).trim());
    if parts.iter().any(|part| !part.is_empty()) {
        let [day, month, year] = parts.map(number);
        let whole = (|| Date::new(year?.try_into().ok()?, month?.try_into().ok()?, day?.try_into().ok()?).ok())();
        // Four figures: a year such as 27 is a slip.
        let whole = whole.filter(|day| day.year() >= 1_000);
        narrowed.due_is_wrong = whole.is_none();
        narrowed.due_before = whole.and_then(|day| day.tomorrow().ok());
    }
    narrowed
}

fn number(text: &str) -> Option<i64> {
    let is_number = !text.is_empty() && text.chars().all(|c| c.is_ascii_digit());
    text.parse().ok().filter(|_| is_number)
}

/// Draws the fields with what was typed.
pub fn draw<'a>(desk: &'a Desk<'_>, asked: &Form, narrowed: &Narrowed) -> Narrow<'a> {
    let words = desk.words();
    let error = |wrong: bool, key| wrong.then(|| ErrorMessage::new(words.get("pages-error-prefix"), words.get(key)));
    let link = |wrong: bool, to: &'static str, key| wrong.then(|| ErrorLink::new(to, words.get(key)));
    let errors: Vec<_> = [
        link(narrowed.age_is_wrong, "#age", "filter-age-wrong"),
        link(narrowed.due_is_wrong, "#due-day", "filter-due-wrong"),
    ]
    .into_iter()
    .flatten()
    .collect();
    let item = |(name, label, width): (&'static str, &'static str, u8)| {
        DateItem::new(
            name,
            words.get(label),
            width,
            asked.get(&format!("due-{name}")).to_owned(),
        )
    };
    Narrow {
        summary: (!errors.is_empty()).then(|| ErrorSummary {
            title: words.get("pages-problem-title").into(),
            errors,
            ..ErrorSummary::default()
        }),
        age: Input {
            id: "age".into(),
            name: "age".into(),
            label: Label::new(words.get("filter-age")),
            error: error(narrowed.age_is_wrong, "filter-age-wrong"),
            value: asked.get("age").to_owned().into(),
            inputmode: "numeric",
            classes: "govuk-input--width-4",
            spellcheck: Some(false),
            ..Input::default()
        },
        due: DateInput {
            id: "due".into(),
            name_prefix: "due".into(),
            legend: Some(Legend::new(words.get("filter-due"))),
            hint: words.get("filter-due-hint").into(),
            error: error(narrowed.due_is_wrong, "filter-due-wrong"),
            items: PARTS.map(item).into(),
            ..DateInput::default()
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn narrowed(query: &str) -> Narrowed {
        let asked = Form::read(query.as_bytes()).unwrap();
        read(&asked, date(2026, 11, 23), &TimeZone::UTC)
    }

    #[test]
    fn days_count_back_from_today_and_the_day_itself_is_in() {
        let before = narrowed("age=14").submitted_before.unwrap();
        assert_eq!(before.to_string(), "2026-11-10T00:00:00Z");
        assert_eq!(
            narrowed("due-day=3&due-month=12&due-year=2026").due_before,
            Some(date(2026, 12, 4))
        );
        assert_eq!(narrowed("age=&due-day="), Narrowed::default());
    }

    #[test]
    fn what_is_no_number_and_no_day_is_said() {
        for query in ["age=two", "age=-1", "age=99999999999999999999"] {
            assert!(narrowed(query).age_is_wrong, "{query}");
        }
        for query in [
            "due-day=3",
            "due-day=31&due-month=2&due-year=2026",
            "due-day=3&due-month=1&due-year=26",
        ] {
            assert!(narrowed(query).due_is_wrong, "{query}");
        }
    }
}
