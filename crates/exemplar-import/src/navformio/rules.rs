//! The rules of kinds of answer: lengths, bounds, days, and rules across answers.

use serde_json::Value;

use super::script::{Expression, assigned};
use super::{Reader, number, text_of};
use crate::form::{Compared, Kind, Test, Value as Other, Words};
use crate::report::Became;

/// The most characters of one line, and of a long text, that the language takes.
const LINE: i64 = 2_000;
const LONG: i64 = 20_000;
/// The regular expressions of a time on a clock of 24 hours.
const TIME: &str = "([0-1][0-9]|2[0-3]):[0-5][0-9]";
/// Functions that check what a kind of answer checks by itself, or what other keys of the component say.
const OWN_CHECKS: [&str; 7] = [
    "validateDatePickerV2",
    "validateDatePicker",
    "validateFnrNew",
    "validateFnr",
    "validateOrganizationNumber",
    "validateAccountNumber",
    "validateIban",
];

impl Reader<'_> {
    fn length(&mut self, component: &Value, kind: Kind, most: i64) -> Kind {
        let of = |key: &str| {
            component["validate"]
                .get(key)
                .and_then(number)
                .filter(|length| *length > 0)
        };
        let (at_least, at_most) = (of("minLength"), of("maxLength").map(|length| length.min(most)));
        let mut kind = kind;
        if let Some(least) = at_least.filter(|least| at_most.unwrap_or(most) >= *least) {
            kind = kind.with("at_least", format!("{least} characters"));
        }
        match at_most {
            Some(most) => kind.with("at_most", format!("{most} characters")),
            None => kind,
        }
    }

    pub(super) fn one_line(&mut self, component: &Value, place: &str) -> Kind {
        let validate = &component["validate"];
        let pattern = text_of(validate, "pattern").map(|pattern| pattern.trim_start_matches('^').trim_end_matches('$'));
        match pattern.filter(|pattern| !pattern.is_empty()) {
            Some(TIME) => return Kind::plain("time"),
            Some(pattern) => {
                let pattern: String = pattern.chars().take(120).collect();
                let says = format!("The form of the answer is not checked: {pattern}");
                self.report
                    .note(Became::Approximated, (place, "pattern"), "pattern", says);
            }
            None => {}
        }
        let length = |key: &str| validate.get(key).and_then(number);
        let same = length("minLength").filter(|least| Some(*least) == length("maxLength") && (1..=30).contains(least));
        let digits = validate.get("digitsOnly") == Some(&Value::Bool(true));
        match same.and_then(|same| usize::try_from(same).ok()).filter(|_| digits) {
            Some(same) => Kind::plain("text").with("pattern", "#".repeat(same)),
            None => self.length(component, Kind::plain("text"), LINE),
        }
    }

    pub(super) fn long_text(&mut self, component: &Value, _place: &str) -> Kind {
        self.length(component, Kind::plain("long_text"), LONG)
    }

    pub(super) fn number_kind(&mut self, component: &Value, _place: &str) -> Kind {
        let kind = bounded(Kind::plain("number"), component, "");
        if text_of(component, "inputType") == Some("decimal") {
            return kind.with("decimals", "2");
        }
        kind
    }

    pub(super) fn money(&mut self, component: &Value, place: &str) -> Kind {
        let currency = text_of(component, "currency").unwrap_or("nok").to_uppercase();
        if !currency.is_empty() && currency != "NOK" {
            let says = format!(
                "The amount is in {currency}: a service counts in one currency, so it is a number with a unit."
            );
            self.report
                .note(Became::Approximated, (place, "currency"), "other_currency", says);
            let Kind::Plain { mut rules, .. } = bounded(Kind::plain("number"), component, "") else {
                return Kind::plain("number");
            };
            rules.push(("decimals", "2".to_owned()));
            return Kind::Measure {
                rules,
                unit: self.known([&currency, &currency, &currency]),
            };
        }
        let kind = bounded(Kind::plain("money"), component, " NOK");
        if text_of(component, "inputType") == Some("numeric") {
            return kind.with("whole", "yes");
        }
        kind
    }

    pub(super) fn year(&mut self, component: &Value) -> Kind {
        let mut kind = Kind::plain("year");
        let of = |key: &str| component["validate"].get(key).and_then(number);
        for (rule, keys) in [("from", ["minYear", "min"]), ("to", ["maxYear", "max"])] {
            if let Some(year) = keys
                .iter()
                .find_map(|key| of(key))
                .filter(|year| (1000..=9999).contains(year))
            {
                kind = kind.with(rule, year.to_string());
            }
        }
        kind
    }

    pub(super) fn month(&mut self, component: &Value, place: &str) -> Kind {
        let mut kind = Kind::plain("month");
        for (rule, key, year, day) in [
            ("from", "earliestAllowedDate", "minYear", "01-01"),
            ("to", "latestAllowedDate", "maxYear", "12-31"),
        ] {
            match component.get(key).and_then(number) {
                Some(0) => kind = kind.with(rule, "today"),
                Some(months) if months.abs() <= 1_200 => kind = kind.with(rule, from_today(months, "months")),
                _ => {
                    let year = component["validate"].get(year).and_then(number);
                    if let Some(year) = year.filter(|year| (1901..=2099).contains(year)) {
                        kind = kind.with(rule, format!("{year}-{day}"));
                    }
                }
            }
        }
        if kind_has_rules(&kind) {
            let says = "Months before or after this one are counted as months.";
            self.report
                .note(Became::Approximated, (place, "monthPicker"), "months", says);
        }
        kind
    }

    /// A day, with its limits: days from today, fixed days, and a day that must be earlier.
    pub(super) fn date(
        &mut self,
        component: &Value,
        (key, scope): (&str, &str),
        must: &mut Vec<(Test, Words)>,
        place: &str,
    ) -> Kind {
        let mut kind = Kind::plain("date");
        for (rule, relative, fixed) in [
            ("from", "earliestAllowedDate", "specificEarliestAllowedDate"),
            ("to", "latestAllowedDate", "specificLatestAllowedDate"),
        ] {
            let days = component
                .get(relative)
                .and_then(number)
                .filter(|days| days.abs() <= 36_500);
            let day = text_of(component, fixed).map(str::trim).filter(|day| is_day(day));
            // The language has days from 1900 to 100 years ahead without being told.
            let day = day.filter(|day| ("1900-01-02".."2099-12-31").contains(day));
            if let Some(days) = days {
                kind = kind.with(rule, from_today(days, "days"));
                if let Some(day) = day {
                    let says = format!("A date has one limit on each side: {day} is left out beside that from today.");
                    self.report
                        .note(Became::Approximated, (place, fixed), "two_limits", says);
                }
            } else if let Some(day) = day {
                kind = kind.with(rule, day);
            }
        }
        if let Some(before) = text_of(component, "beforeDateInputKey")
            .map(str::trim)
            .filter(|key| !key.is_empty())
        {
            let path: Vec<String> = before.split('.').map(str::to_owned).collect();
            let may_be_equal = component.get("mayBeEqual") == Some(&Value::Bool(true));
            match self
                .index
                .find(&path, scope)
                .filter(|found| found.rest.is_empty() && found.key != key)
            {
                Some(found) => must.push((
                    Test::Compare {
                        field: key.to_owned(),
                        how: if may_be_equal {
                            Compared::AtLeast
                        } else {
                            Compared::More
                        },
                        value: Other::Field(found.key),
                    },
                    self.later(may_be_equal),
                )),
                None => {
                    let says = format!("It must be after \"{before}\", which is not asked.");
                    self.report
                        .note(Became::Untidy, (place, "beforeDateInputKey"), "no_such_field", says);
                }
            }
        }
        kind
    }

    pub(super) fn later(&self, may_be_equal: bool) -> Words {
        if may_be_equal {
            self.known([
                "Datoen kan ikke være før den første datoen",
                "Datoen kan ikkje vere før den første datoen",
                "The date cannot be before the first date",
            ])
        } else {
            self.known([
                "Datoen må være etter den første datoen",
                "Datoen må vere etter den første datoen",
                "The date must be after the first date",
            ])
        }
    }

    /// A check of a form's own: what must hold, and what is said where it does not.
    pub(super) fn custom(
        &mut self,
        component: &Value,
        (key, scope): (&str, &str),
        place: &str,
    ) -> Option<(Test, Words)> {
        let script = text_of(&component["validate"], "custom")
            .map(str::trim)
            .filter(|script| !script.is_empty())?;
        if OWN_CHECKS.iter().any(|check| script.contains(check)) {
            return None;
        }
        if let Ok(Some(Expression::Any(parts))) = assigned(script, "valid")
            && let [Expression::All(holds), Expression::All(fails)] = parts.as_slice()
            && let ([test, Expression::Bool(true)], [_, Expression::Text(says)]) = (holds.as_slice(), fails.as_slice())
        {
            let test = self.of_input(test, scope, key, place);
            return Some((test, self.plain(says, place)));
        }
        if matches!(super::script::shown(script), Ok(Some(_))) {
            let says = "A check that says when something is shown does nothing.";
            self.report.note(Became::Untidy, (place, "validate"), "no_effect", says);
            return None;
        }
        let script: String = script
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
            .chars()
            .take(300)
            .collect();
        let says = format!("This check could not be translated, so it is not made: {script}");
        self.report
            .note(Became::NotPossible, (place, "validate"), "check", says);
        None
    }
}

/// Bounds as the language writes them.
fn bounded(mut kind: Kind, component: &Value, unit: &str) -> Kind {
    for (rule, key) in [("from", "min"), ("to", "max")] {
        let bound = match component["validate"].get(key) {
            Some(Value::Number(number)) => number.to_string(),
            Some(Value::String(text)) => text.trim().to_owned(),
            _ => continue,
        };
        if let Ok(bound) = bound.parse::<rust_decimal::Decimal>() {
            kind = kind.with(rule, format!("{}{unit}", bound.normalize()));
        }
    }
    kind
}

fn kind_has_rules(kind: &Kind) -> bool {
    matches!(kind, Kind::Plain { rules, .. } if rules.iter().any(|(_, value)| value.starts_with("today ")))
}

/// `today + 5 days`
fn from_today(count: i64, unit: &str) -> String {
    match count {
        0 => "today".to_owned(),
        count => format!(
            "today {} {} {unit}",
            if count < 0 { '-' } else { '+' },
            count.unsigned_abs()
        ),
    }
}

fn is_day(text: &str) -> bool {
    let lengths: Vec<usize> = text.split('-').map(str::len).collect();
    lengths == [4, 2, 2] && text.chars().all(|c| c.is_ascii_digit() || c == '-')
}
