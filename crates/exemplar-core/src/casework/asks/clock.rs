//! The clock of a case stands still while its applicant is asked for something.

use jiff::Timestamp;
use jiff::civil::Date;

use super::{ASK_ANSWERED, ASK_NOT_ANSWERED, ASK_TAKEN_BACK, ASKED_FOR, applicants};
use crate::casework::{State, decide_within};
use crate::definition::{Calendar, Definition, DurationUnit};
use crate::expression::is_working_day;
use crate::journey::{Setting, Walk};
use crate::record::{Case, Event, LoadedCase};

/// The case without the mark, and with the time that it waited put behind its last day.
pub(super) fn runs_on(case: &Case, before: &LoadedCase, definition: &Definition, today: Date) -> Case {
    let state = State::read(&case.state);
    let asked_on = state.asked.map_or(today, |asked| asked.on(definition));
    let by_working_days = applicants(before).is_some_and(|part| {
        let setting = Setting {
            today,
            language: case.language.clone(),
            channel: case.channel,
        };
        decide_within(&Walk::new(definition, &part.answers, setting)).unit == DurationUnit::WorkingDays
    });
    let state = State { asked: None, ..state };
    Case {
        due: case
            .due
            .map(|due| later(due, (asked_on, today), by_working_days, &definition.holidays)),
        state: state.line(),
        ..case.clone()
    }
}

/// A last day that stood still from one day to another: as many days are left as were.
fn later(due: Date, (from, to): (Date, Date), by_working_days: bool, holidays: &Calendar) -> Date {
    let still = to - from;
    if !by_working_days || due <= from {
        return due.checked_add(still).unwrap_or(due);
    }
    let working = |day: &Date| is_working_day(*day, holidays);
    let left = days_after(from).take_while(|day| *day <= due).filter(working).count();
    let mut after = days_after(to).filter(working);
    left.checked_sub(1).and_then(|last| after.nth(last)).unwrap_or(to)
}

fn days_after(day: Date) -> impl Iterator<Item = Date> {
    std::iter::successors(day.tomorrow().ok(), |day| day.tomorrow().ok())
}

/// So many days a case waited for answers since a moment, by its record.
pub(in crate::casework) fn days_asked(events: &[Event], since: Timestamp, day: impl Fn(Timestamp) -> Date) -> i32 {
    let mut asked = None;
    let mut days = 0;
    for event in events.iter().filter(|event| event.at >= since) {
        match event.kind.as_str() {
            ASKED_FOR => asked = Some(day(event.at)),
            ASK_ANSWERED | ASK_TAKEN_BACK | ASK_NOT_ANSWERED => {
                days += asked.take().map_or(0, |from| (day(event.at) - from).get_days());
            }
            _ => {}
        }
    }
    days
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[track_caller]
    fn check(due: Date, by_working_days: bool, expected: Date) {
        // Asked on a Wednesday, answered on the Tuesday after.
        let waited = (date(2026, 11, 4), date(2026, 11, 10));
        assert_eq!(later(due, waited, by_working_days, &Calendar::default()), expected);
    }

    #[test]
    fn as_many_days_are_left_as_were_when_it_was_asked() {
        check(date(2026, 11, 9), false, date(2026, 11, 15));
        // Thursday, Friday and Monday were left: Wednesday, Thursday and Friday are.
        check(date(2026, 11, 9), true, date(2026, 11, 13));
        check(date(2026, 11, 6), true, date(2026, 11, 12));
        // What was late is late by as much.
        check(date(2026, 11, 2), true, date(2026, 11, 8));
    }
}
