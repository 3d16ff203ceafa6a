//! How a day or a month is read from what stands in its boxes. Whether it is early or late enough is not known here.

use jiff::civil::Date;

use super::cleaning;
use super::month_name::month;
use super::{DateBoxes, Problem, Typed};

/// What stands in the boxes.
pub(super) struct Parts {
    boxes: DateBoxes,
    /// Day, month and year.
    typed: [String; 3],
}

impl Parts {
    /// The parts as they were typed. A whole date in the first box is taken apart.
    pub(super) fn from_typed(typed: &Typed, boxes: DateBoxes) -> Self {
        let typed = boxes.parts.map(|suffix| {
            let typed = suffix.map(|suffix| cleaning::plain(typed.get(suffix)));
            typed.unwrap_or_default()
        });
        let mut parts = Self { boxes, typed };
        parts.take_apart();
        parts
    }

    /// Whether a day is asked for.
    fn has_day(&self) -> bool {
        self.boxes.parts[0].is_some()
    }

    /// Takes a whole date in the first box apart, where the others are empty.
    fn take_apart(&mut self) {
        let first = usize::from(!self.has_day());
        if self.typed[first + 1..].iter().any(|typed| !typed.is_empty()) {
            return;
        }
        let whole = std::mem::take(&mut self.typed[first]);
        let mut pieces: Vec<&str> = whole
            .split(['/', '.', '-', ' '])
            .filter(|piece| !piece.is_empty())
            .collect();
        // `2026-03-31`: nothing but a year has four digits.
        if pieces
            .first()
            .is_some_and(|piece| piece.len() == 4 && piece.parse::<u16>().is_ok())
        {
            pieces.reverse();
        }
        if pieces.len() == 3 - first {
            for (typed, piece) in self.typed[first..].iter_mut().zip(pieces) {
                piece.clone_into(typed);
            }
        } else {
            self.typed[first] = whole;
        }
    }

    /// A problem beside the box at `place`: 0 the day, 1 the month, 2 the year.
    fn at(&self, problem: Problem, place: usize) -> Problem {
        problem.at(self.boxes.parts[place].unwrap_or_else(|| self.boxes.first()))
    }

    /// Which parts are missing, and the first of them.
    fn missing(&self) -> Option<Problem> {
        let [day, month, year] = [0, 1, 2].map(|place| self.typed[place].is_empty());
        let (place, message) = match (day && self.has_day(), month, year) {
            (false, false, false) => return None,
            (_, true, true) if day => (0, "error-date-empty"),
            (true, false, false) => (0, "error-date-missing-day"),
            (false, true, false) => (1, "error-date-missing-month"),
            (false, false, true) => (2, "error-date-missing-year"),
            (true, true, _) => (0, "error-date-missing-day-and-month"),
            (true, false, true) => (0, "error-date-missing-day-and-year"),
            (false, true, true) => (1, "error-date-missing-month-and-year"),
        };
        let rule = if message == "error-date-empty" {
            "empty"
        } else {
            "wrong"
        };
        Some(self.at(Problem::new(rule, message), place))
    }

    /// The day that the parts make; the first of the month where no day is asked for.
    pub(super) fn date(&self) -> Result<Date, Problem> {
        if let Some(problem) = self.missing() {
            return Err(problem);
        }
        let message = if self.has_day() {
            "error-date-not-real"
        } else {
            "error-month-not-real"
        };
        let not_real = || self.at(Problem::new("wrong", message), 0);
        let [day, month_typed, year] = &self.typed;
        let year: i16 = match year.parse() {
            Ok(number) if year.len() == 4 && number > 0 => number,
            Ok(_) if year.len() < 4 => {
                return Err(self.at(Problem::new("wrong", "error-date-short-year"), 2));
            }
            _ => return Err(not_real()),
        };
        let month = month(month_typed).and_then(|month| i8::try_from(month).ok());
        let day = if self.has_day() { day_of_month(day) } else { Some(1) };
        match (month, day) {
            (Some(month), Some(day)) => Date::new(year, month, day).map_err(|_| not_real()),
            _ => Err(not_real()),
        }
    }
}

/// What would have been typed for a day.
pub(super) fn typed_in(boxes: DateBoxes, date: Date) -> Vec<(&'static str, String)> {
    let values = [
        date.day().to_string(),
        date.month().to_string(),
        date.year().to_string(),
    ];
    let pairs = boxes.parts.into_iter().zip(values);
    pairs.filter_map(|(suffix, value)| Some((suffix?, value))).collect()
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
