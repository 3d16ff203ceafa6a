//! Small values as definitions write them: lengths of time, amounts, moments.

use jiff::civil::{DateTime, Time};
use rust_decimal::Decimal;

use super::{Reader, Spot};
use crate::definition::{Duration, DurationUnit, Keeping};

/// `10 working days`.
pub(in crate::definition) fn duration(typed: &str) -> Option<Duration> {
    let (count, unit) = typed.trim().split_once(' ')?;
    let unit = match unit.trim() {
        "day" | "days" => DurationUnit::Days,
        "working day" | "working days" => DurationUnit::WorkingDays,
        "week" | "weeks" => DurationUnit::Weeks,
        "month" | "months" => DurationUnit::Months,
        "year" | "years" => DurationUnit::Years,
        _ => return None,
    };
    let count = count.parse().ok().filter(|count| *count <= 10_000)?;
    Some(Duration { count, unit })
}

/// `13 months` or `forever`.
pub(in crate::definition) fn keeping(typed: &str) -> Option<Keeping> {
    match typed.trim() {
        "forever" => Some(Keeping::Forever),
        typed => duration(typed).map(Keeping::For),
    }
}

/// `1.12 GBP`, or a plain number.
pub(in crate::definition) fn amount(typed: &str, currency: &str) -> Option<Decimal> {
    let typed = typed.trim();
    let number = typed.strip_suffix(currency).map_or(typed, str::trim_end);
    plain_number(number)
}

/// Digits, with one point at most.
pub(in crate::definition) fn plain_number(typed: &str) -> Option<Decimal> {
    let digits = typed.strip_prefix('-').unwrap_or(typed);
    let plain = digits.starts_with(|c: char| c.is_ascii_digit())
        && digits.len() <= 20
        && digits.chars().all(|c| c.is_ascii_digit() || c == '.');
    plain.then(|| typed.parse().ok()).flatten()
}

/// `17:30`.
pub(in crate::definition) fn clock_time(typed: &str) -> Option<Time> {
    let typed = typed.trim();
    (typed.len() == 5)
        .then(|| Time::strptime("%H:%M", typed).ok())
        .flatten()
}

/// `2026-06-07 23:59`: the last second of that minute. A day alone ends at its last second.
pub(in crate::definition) fn moment(typed: &str) -> Option<DateTime> {
    let typed = typed.trim();
    let (day, time) = typed.split_once(' ').unwrap_or((typed, "23:59"));
    if day.len() != 10 || time.len() != 5 {
        return None;
    }
    let (hour, minute) = time.split_once(':')?;
    let time = Time::new(hour.parse().ok()?, minute.parse().ok()?, 59, 0).ok()?;
    Some(day.parse::<jiff::civil::Date>().ok()?.to_datetime(time))
}

impl<'a> Reader<'a> {
    /// A length of time under `key`.
    pub(super) fn duration(&self, spot: &Spot<'a>, key: &str) -> Option<Duration> {
        let node = spot.node.get(key)?;
        let duration = node.text().and_then(duration);
        if duration.is_none() {
            self.error(
                node.place,
                "duration",
                "This is no length of time.",
                "Write a whole number and days, working days, weeks, months or years.",
            );
        }
        duration
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_of_time_are_read() {
        let of = |typed| duration(typed).map(|d| (d.count, d.unit));
        assert_eq!(of("10 working days"), Some((10, DurationUnit::WorkingDays)));
        assert_eq!(of("1 month"), Some((1, DurationUnit::Months)));
        assert_eq!(of("soon"), None);
        assert_eq!(of("-1 days"), None);
        assert_eq!(keeping("forever"), Some(Keeping::Forever));
    }

    #[test]
    fn a_moment_lasts_to_the_end_of_its_minute() {
        let end = |typed| moment(typed).map(|m| m.to_string());
        assert_eq!(end("2026-06-07 23:59").as_deref(), Some("2026-06-07T23:59:59"));
        assert_eq!(end("2026-06-07").as_deref(), Some("2026-06-07T23:59:59"));
        assert_eq!(end("7 June"), None);
        assert_eq!(end("2026-06-31 10:00"), None);
    }

    #[test]
    fn an_amount_is_in_the_services_money() {
        assert_eq!(amount("1.12 GBP", "GBP"), Some("1.12".parse().unwrap()));
        assert_eq!(amount("1.12 EUR", "GBP"), None);
        assert_eq!(amount("1e9", "GBP"), None);
    }
}
