//! A calendar month, as figures are published by.

use std::fmt;
use std::str::FromStr;

use jiff::Span;
use jiff::civil::Date;

/// A month, by its first day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month(Date);

impl Month {
    /// The month that a day is in.
    #[must_use]
    pub fn of(day: Date) -> Self {
        Self(day.first_of_month())
    }

    /// Its first day.
    #[must_use]
    pub fn first_day(self) -> Date {
        self.0
    }

    /// Its last day.
    #[must_use]
    pub fn last_day(self) -> Date {
        self.0.last_of_month()
    }

    /// The month so many later; earlier where the number is negative. At the end of the calendar, the same month.
    #[must_use]
    pub fn plus(self, months: i32) -> Self {
        let moved = self.0.checked_add(Span::new().months(months));
        Self(moved.unwrap_or(self.0))
    }

    /// Whether it has passed on a day.
    #[must_use]
    pub fn is_over(self, today: Date) -> bool {
        self < Self::of(today)
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.0.year(), self.0.month())
    }
}

/// A text that is no month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a month is written as 2026-03")]
pub struct NoMonth;

impl FromStr for Month {
    type Err = NoMonth;

    fn from_str(text: &str) -> Result<Self, NoMonth> {
        if text.len() != 7 {
            return Err(NoMonth);
        }
        format!("{text}-01").parse().map(Self).map_err(|_| NoMonth)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_month_is_read_as_it_is_written() {
        let march = Month::of(date(2026, 3, 31));
        assert_eq!(march.to_string(), "2026-03");
        assert_eq!("2026-03".parse(), Ok(march));
        for wrong in ["2026-13", "2026-3", "26-03", "2026-03-01", "march 1"] {
            assert_eq!(wrong.parse::<Month>(), Err(NoMonth), "{wrong}");
        }
    }

    #[test]
    fn a_month_is_over_on_the_first_day_of_the_next() {
        let march = Month::of(date(2026, 3, 1));
        assert!(!march.is_over(date(2026, 3, 31)));
        assert!(march.is_over(date(2026, 4, 1)));
        assert_eq!(march.plus(-3), Month::of(date(2025, 12, 1)));
        assert_eq!(march.last_day(), date(2026, 3, 31));
    }
}
