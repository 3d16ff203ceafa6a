//! Calendars of times that can be booked, as the team writes them. Which places are taken is not here.

use jiff::civil::{Date, DateTime, Time, Weekday};

use super::holidays::Calendar;
use super::model::{Cases, List};
use crate::expression::{Scope, Value};
use crate::id::Name;

/// A time has at most so many places: one that needs more is several times.
pub const PLACES_AT_MOST: u32 = 1_000;
/// One application takes at most so many places: each is a claim of its own.
pub const NEEDS_AT_MOST: u32 = 50;
/// One can choose at most so many times.
pub const CHOICES_AT_MOST: u32 = 10;
/// One can look at most so many days ahead.
pub const DAYS_AT_MOST: i64 = 366;

/// Times that come back each week, with places to be booked.
#[derive(Debug)]
pub struct SlotCalendar {
    /// Its name.
    pub name: Name,
    /// Where there is one calendar for each entry of a list.
    pub one_for_each: Option<OneForEach>,
    /// Its times, by weekday and start.
    pub times: Vec<WeeklyTime>,
    /// How long each lasts.
    pub minutes: u32,
    /// So many places has each.
    pub places: u32,
    /// Days without times.
    pub closed: Vec<ClosedDay>,
    /// The first day that can be booked, from today alone.
    pub from: Cases,
    /// The last day.
    pub to: Cases,
    /// What working days are counted by.
    pub holidays: Calendar,
}

/// A calendar for each entry of a list, which a question chooses from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OneForEach {
    /// The list.
    pub list: Name,
    /// The question whose answer says which entry it is; the list of times has a column of that name.
    pub question: Name,
}

/// A time that comes back each week.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WeeklyTime {
    /// The entry that it belongs to; none where there is one calendar for all.
    pub of: Option<Name>,
    /// On which day.
    pub weekday: Weekday,
    /// When it begins, in the service's time zone.
    pub start: Time,
}

/// A day without times.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClosedDay {
    /// Which day.
    pub day: Date,
    /// The entry that is closed; none: all of them.
    pub of: Option<Name>,
}

/// Why a calendar does not offer a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotOffered {
    /// It has no such time.
    NoSuchTime,
    /// It is too soon, or too far ahead.
    OutsideDays,
    /// The day is closed.
    Closed,
}

impl SlotCalendar {
    /// The first and the last day that can be booked on a day. None where there is no such span.
    #[must_use]
    pub fn days(&self, today: Date) -> Option<(Date, Date)> {
        let scope = Day {
            today,
            holidays: &self.holidays,
        };
        let day = |cases: &Cases| match cases.value(&scope)? {
            Value::Date(day) => Some(day),
            _ => None,
        };
        let (from, to) = (day(&self.from)?.max(today), day(&self.to)?);
        let furthest = today.saturating_add(jiff::Span::new().days(DAYS_AT_MOST));
        (from <= to).then(|| (from, to.min(furthest)))
    }

    /// The times of a day, earliest first, whether the day is closed or not.
    #[must_use]
    pub fn times_on(&self, of: Option<&Name>, day: Date) -> Vec<DateTime> {
        let own = self.times.iter().filter(|time| time.of.as_ref() == of);
        let mut times: Vec<DateTime> = own
            .filter(|time| time.weekday == day.weekday())
            .map(|time| day.to_datetime(time.start))
            .collect();
        times.sort_unstable();
        times
    }

    /// Whether the definition closes a day.
    #[must_use]
    pub fn is_closed(&self, of: Option<&Name>, day: Date) -> bool {
        let mut closed = self.closed.iter().filter(|closed| closed.day == day);
        closed.any(|closed| closed.of.is_none() || closed.of.as_ref() == of)
    }

    /// Whether a time can be chosen on a day, as far as the definition says.
    ///
    /// # Errors
    /// Why not.
    pub fn offers(&self, of: Option<&Name>, at: DateTime, today: Date) -> Result<(), NotOffered> {
        if !self.has(of, at) {
            return Err(NotOffered::NoSuchTime);
        }
        match self.days(today) {
            Some((from, to)) if (from..=to).contains(&at.date()) => {}
            _ => return Err(NotOffered::OutsideDays),
        }
        if self.is_closed(of, at.date()) {
            Err(NotOffered::Closed)
        } else {
            Ok(())
        }
    }

    /// Whether there is such a time, of that entry, or of any where none is named.
    fn has(&self, of: Option<&Name>, at: DateTime) -> bool {
        let mut times = self.times.iter();
        times.any(|time| {
            time.weekday == at.weekday() && time.start == at.time() && (of.is_none() || time.of.as_ref() == of)
        })
    }

    /// The entries of which there is one calendar each, in the list's order; one without a name where there is one.
    #[must_use]
    pub fn entries<'a>(&self, list: Option<&'a List>) -> Vec<Option<&'a Name>> {
        match (&self.one_for_each, list) {
            (Some(_), Some(list)) => list.rows.keys().map(Some).collect(),
            _ => vec![None],
        }
    }

    /// When a time ends.
    #[must_use]
    pub fn end(&self, at: DateTime) -> DateTime {
        at.saturating_add(jiff::Span::new().minutes(i64::from(self.minutes)))
    }
}

/// Writes a time as it is stored, sent and written in examples: `2026-11-14 14:00`.
#[must_use]
pub fn write_time(at: DateTime) -> String {
    at.strftime("%Y-%m-%d %H:%M").to_string()
}

/// Reads a time that was written so.
#[must_use]
pub fn read_time(written: &str) -> Option<DateTime> {
    (written.len() == 16)
        .then(|| DateTime::strptime("%Y-%m-%d %H:%M", written).ok())
        .flatten()
}

/// What the days of a calendar depend on: nothing but the day.
struct Day<'a> {
    today: Date,
    holidays: &'a Calendar,
}

impl Scope for Day<'_> {
    fn today(&self) -> Date {
        self.today
    }

    fn calendar(&self) -> &Calendar {
        self.holidays
    }
}

#[cfg(test)]
impl SlotCalendar {
    /// A calendar of tests: Tuesdays at nine, for four weeks from a day.
    pub(crate) fn on_tuesdays(name: &str, from: Date) -> Self {
        let cases = |day| Cases(vec![(crate::expression::Expression::literal(Value::Date(day)), None)]);
        Self {
            name: Name::from(name),
            one_for_each: None,
            times: vec![WeeklyTime {
                of: None,
                weekday: Weekday::Tuesday,
                start: jiff::civil::time(9, 0, 0, 0),
            }],
            minutes: 30,
            places: 2,
            closed: Vec::new(),
            from: cases(from),
            to: cases(from.saturating_add(jiff::Span::new().days(28))),
            holidays: Calendar::default(),
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::{date, time};

    use super::*;
    use crate::expression::Expression;

    fn cases(day: Date) -> Cases {
        Cases(vec![(Expression::literal(Value::Date(day)), None)])
    }

    fn calendar() -> SlotCalendar {
        let weekly = |of: &str, weekday, hour| WeeklyTime {
            of: Some(Name::from(of)),
            weekday,
            start: time(hour, 0, 0, 0),
        };
        SlotCalendar {
            name: Name::from("visits"),
            one_for_each: None,
            times: vec![
                weekly("leeds", Weekday::Saturday, 14),
                weekly("leeds", Weekday::Saturday, 9),
                weekly("cardiff", Weekday::Saturday, 10),
            ],
            minutes: 60,
            places: 30,
            closed: vec![ClosedDay {
                day: date(2026, 11, 21),
                of: Some(Name::from("leeds")),
            }],
            from: cases(date(2026, 11, 5)),
            to: cases(date(2026, 11, 30)),
            holidays: Calendar::default(),
        }
    }

    #[test]
    fn a_time_is_offered_on_its_weekday_at_its_entry_within_the_days() {
        let (calendar, leeds) = (calendar(), Name::from("leeds"));
        let offers = |of: &Name, day: Date, hour| calendar.offers(Some(of), day.at(hour, 0, 0, 0), date(2026, 11, 2));
        assert_eq!(offers(&leeds, date(2026, 11, 14), 14), Ok(()));
        assert_eq!(offers(&leeds, date(2026, 11, 14), 10), Err(NotOffered::NoSuchTime));
        assert_eq!(offers(&leeds, date(2026, 11, 15), 14), Err(NotOffered::NoSuchTime));
        assert_eq!(offers(&leeds, date(2026, 12, 5), 14), Err(NotOffered::OutsideDays));
        assert_eq!(offers(&leeds, date(2026, 11, 21), 14), Err(NotOffered::Closed));
        assert_eq!(offers(&Name::from("cardiff"), date(2026, 11, 21), 10), Ok(()));
    }

    #[test]
    fn the_times_of_a_day_are_in_order() {
        let times = calendar().times_on(Some(&Name::from("leeds")), date(2026, 11, 14));
        assert_eq!(times.iter().map(|at| at.hour()).collect::<Vec<_>>(), [9, 14]);
    }

    #[test]
    fn nothing_can_be_booked_before_today_or_more_than_a_year_ahead() {
        let calendar = SlotCalendar {
            to: cases(date(2030, 1, 1)),
            ..calendar()
        };
        let today = date(2026, 11, 20);
        assert_eq!(calendar.days(today), Some((today, date(2027, 11, 21))));
        assert_eq!(calendar.days(date(2031, 1, 1)), None);
    }

    #[test]
    fn a_time_is_written_in_one_way() {
        let at = date(2026, 11, 14).at(9, 5, 0, 0);
        assert_eq!(write_time(at), "2026-11-14 09:05");
        assert_eq!(read_time("2026-11-14 09:05"), Some(at));
        for wrong in ["2026-11-14", "2026-11-14 9:05", "2026-11-31 09:05", "2026-11-14T09:05"] {
            assert_eq!(read_time(wrong), None, "{wrong}");
        }
    }
}
