//! Days on which nobody works: the bank holidays of the United Kingdom, by nation, and a service's own lists of days.

use jiff::Span;
use jiff::civil::Date;

/// The data: see `data/SOURCES.md`.
const DATA: &str = include_str!("../../data/bank-holidays.csv");

/// The nations whose holidays the platform knows, as definitions call them.
pub const NATIONS: &[&str] = &["england_and_wales", "scotland", "northern_ireland"];

/// The column of a list that holds the days.
pub const DAY: &str = "day";

/// Days on which nobody works, besides weekends.
#[derive(Debug, Clone, Default)]
pub struct Calendar {
    /// In order, each once.
    pub holidays: Vec<Date>,
    /// The last day of the last year for which holidays are known; none where the service names no holidays.
    pub known_until: Option<Date>,
}

impl Calendar {
    /// Adds days. What is known ends with the year of the last of them, or earlier where it ended earlier.
    pub fn add(&mut self, days: &[Date]) {
        let Some(last) = days.iter().max() else { return };
        let end = last.last_of_year();
        self.known_until = Some(self.known_until.map_or(end, |known| known.min(end)));
        self.holidays.extend(days);
        self.holidays.sort();
        self.holidays.dedup();
    }

    /// Whether the days after `today` are known for less than a year: somebody should add the next ones.
    #[must_use]
    pub fn ends_soon(&self, today: Date) -> bool {
        let in_a_year = today.checked_add(Span::new().years(1)).unwrap_or(Date::MAX);
        self.known_until.is_some_and(|known| known < in_a_year)
    }
}

/// The bank holidays of a nation, in order; nothing for another name.
#[must_use]
pub fn bank_holidays(nation: &str) -> Vec<Date> {
    let rows = DATA.lines().skip(1).filter_map(|row| {
        let mut cells = row.split(',');
        (cells.next()? == nation).then_some(cells.next()?)
    });
    rows.filter_map(|day| day.parse().ok()).collect()
}

#[cfg(test)]
mod tests {
    use jiff::civil::{Weekday, date};

    use super::*;
    use crate::definition::{Duration, DurationUnit};

    #[test]
    fn every_row_is_a_working_day_of_a_nation_and_each_year_is_whole() {
        let rows = DATA.lines().count() - 1;
        let days: Vec<(&str, Vec<Date>)> = NATIONS.iter().map(|nation| (*nation, bank_holidays(nation))).collect();
        assert_eq!(days.iter().map(|(_, days)| days.len()).sum::<usize>(), rows);
        for (nation, days) in days {
            assert!(days.is_sorted(), "{nation}");
            for day in &days {
                assert!(
                    !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday),
                    "{nation} {day}"
                );
            }
            for year in 2025..=2028 {
                let count = days.iter().filter(|day| day.year() == year).count();
                let usual = match nation {
                    "england_and_wales" => 8,
                    // In 2026 one more, for the World Cup.
                    "scotland" => 9 + usize::from(year == 2026),
                    _ => 10,
                };
                assert_eq!(count, usual, "{nation} {year}");
            }
        }
    }

    #[track_caller]
    fn check(nation: &str, from: Date, working_days: u32, expected: Date) {
        let mut calendar = Calendar::default();
        calendar.add(&bank_holidays(nation));
        let within = Duration {
            count: working_days,
            unit: DurationUnit::WorkingDays,
        };
        assert_eq!(within.after(from, &calendar), expected, "{nation}");
    }

    #[test]
    fn working_days_step_over_the_holidays_of_the_nation() {
        check("england_and_wales", date(2026, 12, 23), 3, date(2026, 12, 30));
        check("scotland", date(2026, 11, 27), 1, date(2026, 12, 1));
        check("england_and_wales", date(2026, 11, 27), 1, date(2026, 11, 30));
        check("northern_ireland", date(2027, 7, 9), 1, date(2027, 7, 13));
    }

    #[test]
    fn a_list_that_ends_within_a_year_is_told_apart() {
        let mut calendar = Calendar::default();
        assert!(
            !calendar.ends_soon(date(2026, 11, 23)),
            "who names no holidays misses none"
        );
        calendar.add(&bank_holidays("scotland"));
        assert_eq!(calendar.known_until, Some(date(2028, 12, 31)));
        assert!(!calendar.ends_soon(date(2027, 12, 31)));
        assert!(calendar.ends_soon(date(2028, 1, 1)));
    }
}
