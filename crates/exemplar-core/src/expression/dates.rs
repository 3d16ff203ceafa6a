//! Days and lengths of time.

use jiff::civil::{Date, Weekday};
use jiff::{Span, Unit};
use rust_decimal::Decimal;

use super::Period;
use crate::definition::{Calendar, DurationUnit};

/// The day that lies `period` after `date`, or before it where `forward` is false.
///
/// 31 January and 1 month is 28 February. Working days are counted one by one and do not count the first day.
/// None where the result is no date, or so far off that nobody can mean it.
#[must_use]
pub fn add_period(date: Date, period: Period, forward: bool, calendar: &Calendar) -> Option<Date> {
    let count = i64::from(period.count);
    let span = match period.unit {
        DurationUnit::Days => Span::new().try_days(count),
        DurationUnit::Weeks => Span::new().try_weeks(count),
        DurationUnit::Months => Span::new().try_months(count),
        DurationUnit::Years => Span::new().try_years(count),
        DurationUnit::WorkingDays => {
            return add_working_days(date, period.count, forward, calendar);
        }
    }
    .ok()?;
    if forward {
        date.checked_add(span).ok()
    } else {
        date.checked_sub(span).ok()
    }
}

impl Period {
    /// The day that lies this long after `date`; `date` itself where that would be no date.
    #[must_use]
    pub fn after(self, date: Date, calendar: &Calendar) -> Date {
        add_period(date, self, true, calendar).unwrap_or(date)
    }
}

/// At most this many working days: ten years.
const WORKING_DAYS_LIMIT: u32 = 2_600;

fn add_working_days(date: Date, count: u32, forward: bool, calendar: &Calendar) -> Option<Date> {
    let mut day = date;
    let mut left = count.min(WORKING_DAYS_LIMIT);
    while left > 0 {
        day = if forward {
            day.tomorrow().ok()?
        } else {
            day.yesterday().ok()?
        };
        if is_working_day(day, calendar) {
            left -= 1;
        }
    }
    Some(day)
}

/// Whether `day` is a Monday to Friday and no holiday.
#[must_use]
pub fn is_working_day(day: Date, calendar: &Calendar) -> bool {
    !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday) && calendar.holidays.binary_search(&day).is_err()
}

/// What two days can be apart in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Apart {
    Days,
    Weeks,
    Months,
    Years,
}

/// How many whole units lie between two days; negative where the second is the earlier.
pub(super) fn between(first: Date, second: Date, apart: Apart) -> Option<Decimal> {
    let unit = match apart {
        Apart::Days | Apart::Weeks => Unit::Day,
        Apart::Months => Unit::Month,
        Apart::Years => Unit::Year,
    };
    let span = first.until((unit, second)).ok()?;
    let count = match apart {
        Apart::Days => i64::from(span.get_days()),
        Apart::Weeks => i64::from(span.get_days()) / 7,
        Apart::Months => i64::from(span.get_months()),
        Apart::Years => i64::from(span.get_years()),
    };
    Some(Decimal::from(count))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn moved(from: Date, count: u32, unit: DurationUnit) -> Option<Date> {
        let calendar = Calendar {
            known_until: None,
            holidays: vec![date(2026, 12, 25), date(2026, 12, 28)],
        };
        add_period(from, Period { count, unit }, true, &calendar)
    }

    #[test]
    fn a_month_after_the_31st_of_january_is_the_28th_of_february() {
        let day = moved(date(2026, 1, 31), 1, DurationUnit::Months);
        assert_eq!(day, Some(date(2026, 2, 28)));
    }

    #[test]
    fn working_days_pass_over_weekends_and_holidays() {
        let day = moved(date(2026, 12, 24), 2, DurationUnit::WorkingDays);
        assert_eq!(day, Some(date(2026, 12, 30)));
    }

    #[test]
    fn somebody_born_on_the_29th_of_february_is_18_on_the_1st_of_march() {
        let born = date(2008, 2, 29);
        let years = |day| between(born, day, Apart::Years);
        assert_eq!(years(date(2026, 2, 28)), Some(Decimal::from(17)));
        assert_eq!(years(date(2026, 3, 1)), Some(Decimal::from(18)));
    }

    #[test]
    fn more_days_than_the_calendar_has_are_no_date() {
        assert_eq!(moved(date(2026, 1, 1), u32::MAX, DurationUnit::Years), None);
    }
}
