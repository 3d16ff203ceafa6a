//! How a time of day is read from what people type: on the clock of 12 hours or of 24, or in words.
//! Which times are taken is not known here.

use std::sync::LazyLock;

use jiff::civil::Time;

use super::cleaning::bare;
use crate::language::Conventions;

/// Why there is no time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NoTime {
    /// It can be read in no way.
    NotATime,
    /// It could be in the morning or in the afternoon.
    MorningOrAfternoon,
}

/// What people type for times and halves of the day in all languages, without accents and case.
struct Spoken {
    /// Words for the two times that the clock of 12 hours makes people mistake, with their hour.
    words: Vec<(String, i8)>,
    /// What stands after the time, and whether it is the afternoon; the longest first.
    halves: Vec<(String, bool)>,
}

static SPOKEN: LazyLock<Spoken> = LazyLock::new(|| {
    let mut spoken = Spoken {
        words: Vec::new(),
        halves: Vec::new(),
    };
    for own in Conventions::all() {
        spoken.words.extend(own.noon.iter().map(|word| (bare(word), 12)));
        spoken.words.extend(own.midnight.iter().map(|word| (bare(word), 0)));
        spoken.halves.extend(own.morning.iter().map(|end| (bare(end), false)));
        spoken.halves.extend(own.afternoon.iter().map(|end| (bare(end), true)));
    }
    spoken.halves.sort_by_key(|(end, _)| std::cmp::Reverse(end.len()));
    spoken
});

/// Reads a time that was tidied as plain: `2:30pm`, `2.30 p.m.`, `14:30`, `1430`, `midday`.
///
/// An hour from 1 to 11 without a nought before it could be in the morning or in the afternoon: it is not guessed.
pub(super) fn time(plain: &str) -> Result<Time, NoTime> {
    let lower = bare(plain);
    let word = lower.strip_prefix("12 ").unwrap_or(&lower);
    if let Some((_, hour)) = SPOKEN.words.iter().find(|(known, _)| *known == word) {
        return Time::new(*hour, 0, 0, 0).map_err(|_| NoTime::NotATime);
    }
    let half = SPOKEN.halves.iter().find(|(end, _)| lower.ends_with(end.as_str()));
    let digits = half
        .map_or(&*lower, |(end, _)| lower.trim_end_matches(end.as_str()))
        .trim_end();
    let (hour_typed, minute_typed) = hour_and_minute(digits, half.is_some()).ok_or(NoTime::NotATime)?;
    let (hour, minute) = match (number(hour_typed), number(minute_typed)) {
        (Some(hour), Some(minute)) => (hour, minute),
        _ => return Err(NoTime::NotATime),
    };
    let hour = match half {
        Some((_, is_afternoon)) if (1..=12).contains(&hour) => hour % 12 + if *is_afternoon { 12 } else { 0 },
        // `14:30 pm` says the same twice.
        Some((_, true)) if hour > 12 => hour,
        Some(_) => return Err(NoTime::NotATime),
        None if (1..=11).contains(&hour) && hour_typed.len() == 1 => return Err(NoTime::MorningOrAfternoon),
        None => hour,
    };
    Time::new(hour, minute, 0, 0).map_err(|_| NoTime::NotATime)
}

/// The digits of the hour and of the minute. The minute may be left out where morning or afternoon is said.
fn hour_and_minute(digits: &str, has_half: bool) -> Option<(&str, &str)> {
    if let Some(parts) = digits.split_once([':', '.', 'h', ' ']) {
        return Some(parts).filter(|(_, minute)| minute.len() == 2);
    }
    match (digits.len(), has_half) {
        (1 | 2, true) => Some((digits, "00")),
        (3, true) | (4, _) => digits.split_at_checked(digits.len() - 2),
        _ => None,
    }
}

/// One or two digits.
fn number(digits: &str) -> Option<i8> {
    let is_number = (1..=2).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
    is_number.then(|| digits.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(typed: &str, expected: Result<(i8, i8), NoTime>) {
        let expected = expected.map(|(hour, minute)| Time::new(hour, minute, 0, 0).unwrap());
        assert_eq!(time(typed), expected, "{typed}");
    }

    #[test]
    fn times_are_read_as_people_write_them() {
        for (typed, hour, minute) in [
            ("2:30pm", 14, 30),
            ("2.30 p.m.", 14, 30),
            ("230pm", 14, 30),
            ("2PM", 14, 0),
            ("9 a.m.", 9, 0),
            ("9:05yb", 9, 5),
            ("3 y prynhawn", 15, 0),
            ("2:30 م", 14, 30),
            ("9 صباحًا", 9, 0),
            ("3 بعد الظهر", 15, 0),
            ("منتصف الليل", 0, 0),
            ("14:30", 14, 30),
            ("14.30", 14, 30),
            ("14h30", 14, 30),
            ("1430", 14, 30),
            ("09:05", 9, 5),
            ("0905", 9, 5),
            ("0:15", 0, 15),
            ("12:15", 12, 15),
            ("12am", 0, 0),
            ("12pm", 12, 0),
            ("Midday", 12, 0),
            ("12 noon", 12, 0),
            ("hanner dydd", 12, 0),
            ("midnight", 0, 0),
            ("14:30pm", 14, 30),
        ] {
            check(typed, Ok((hour, minute)));
        }
    }

    #[test]
    fn morning_or_afternoon_is_not_guessed() {
        for typed in ["2:30", "9.05", "1 15"] {
            check(typed, Err(NoTime::MorningOrAfternoon));
        }
    }

    #[test]
    fn what_is_no_time_is_refused() {
        for typed in [
            "",
            "2",
            "14",
            "24:00",
            "12:60",
            "2:3pm",
            "0pm",
            "14:30am",
            "pm",
            "half past two",
            "14:30:00",
            "99999",
            "ﬁ",
            "-1:30",
            "13 noon",
            "ém",
        ] {
            check(typed, Err(NoTime::NotATime));
        }
    }
}
