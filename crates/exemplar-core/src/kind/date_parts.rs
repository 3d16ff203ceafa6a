//! How a day is read from what stands in three controls. Whether it is early or late enough is not known here.

use jiff::civil::Date;

use super::cleaning;
use super::month::month;
use super::{Problem, Typed};

/// What stands in the three controls.
pub(super) struct Parts {
    day: String,
    month: String,
    year: String,
}

impl Parts {
    /// The parts as they were typed. A whole date in the first control is taken apart.
    pub(super) fn from_typed(typed: &Typed) -> Self {
        let [day, month, year] = ["day", "month", "year"].map(|suffix| cleaning::plain(typed.get(suffix)));
        if month.is_empty() && year.is_empty() {
            let mut all = day.split(['/', '.', '-', ' ']).filter(|part| !part.is_empty());
            if let (Some(day), Some(month), Some(year), None) = (all.next(), all.next(), all.next(), all.next()) {
                return Self {
                    day: day.to_owned(),
                    month: month.to_owned(),
                    year: year.to_owned(),
                };
            }
        }
        Self { day, month, year }
    }

    /// Which parts are missing, and the first of them.
    fn missing(&self) -> Option<Problem> {
        let is_missing = [&self.day, &self.month, &self.year].map(String::is_empty);
        let (control, message) = match is_missing {
            [false, false, false] => return None,
            [true, true, true] => ("day", "error-date-empty"),
            [true, false, false] => ("day", "error-date-missing-day"),
            [false, true, false] => ("month", "error-date-missing-month"),
            [false, false, true] => ("year", "error-date-missing-year"),
            [true, true, false] => ("day", "error-date-missing-day-and-month"),
            [true, false, true] => ("day", "error-date-missing-day-and-year"),
            [false, true, true] => ("month", "error-date-missing-month-and-year"),
        };
        let rule = if message == "error-date-empty" {
            "empty"
        } else {
            "wrong"
        };
        Some(Problem::new(rule, message).at(control))
    }

    /// The day that the parts make.
    pub(super) fn date(&self) -> Result<Date, Problem> {
        if let Some(problem) = self.missing() {
            return Err(problem);
        }
        let not_real = || Problem::new("wrong", "error-date-not-real").at("day");
        let year: i16 = match self.year.parse() {
            Ok(year) if self.year.len() == 4 && year > 0 => year,
            Ok(_) if self.year.len() < 4 => {
                return Err(Problem::new("wrong", "error-date-short-year").at("year"));
            }
            _ => return Err(not_real()),
        };
        let month = month(&self.month).and_then(|month| i8::try_from(month).ok());
        let day = day_of_month(&self.day);
        match (month, day) {
            (Some(month), Some(day)) => Date::new(year, month, day).map_err(|_| not_real()),
            _ => Err(not_real()),
        }
    }
}

/// `3`, `03`, `3rd`.
fn day_of_month(typed: &str) -> Option<i8> {
    let lower = typed.to_lowercase();
    let digits = ["st", "nd", "rd", "th"]
        .iter()
        .find_map(|end| lower.strip_suffix(end))
        .unwrap_or(&lower);
    digits.parse().ok()
}
