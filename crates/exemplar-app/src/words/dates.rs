//! Days and times as a language writes them, by Unicode's CLDR.

use exemplar_core::language::Conventions;
use icu_calendar::Gregorian;
use icu_datetime::fieldsets::{E, T, YM, YMD};
use icu_datetime::input::{Date, Time};
use icu_datetime::{FixedCalendarDateTimeFormatter, NoCalendarFormatter};
use icu_locale_core::Locale;
use jiff::civil;

use super::{Value, Words};

/// What writes days and times in one language.
pub(super) struct Dates {
    day: FixedCalendarDateTimeFormatter<Gregorian, YMD>,
    month: FixedCalendarDateTimeFormatter<Gregorian, YM>,
    weekday: FixedCalendarDateTimeFormatter<Gregorian, E>,
    time: TimeFormatter,
}

type TimeFormatter = NoCalendarFormatter<T>;

impl Dates {
    pub(super) fn of(conventions: &Conventions) -> Self {
        let locale: Locale = conventions.locale.parse().unwrap_or(Locale::UNKNOWN);
        let day = FixedCalendarDateTimeFormatter::try_new(locale.clone().into(), YMD::long());
        let month = FixedCalendarDateTimeFormatter::try_new(locale.clone().into(), YM::long());
        let weekday = FixedCalendarDateTimeFormatter::try_new(locale.clone().into(), E::long());
        let time: Result<TimeFormatter, _> = NoCalendarFormatter::try_new(locale.into(), T::hm());
        Self {
            day: day.expect("the language data is built in"),
            month: month.expect("the language data is built in"),
            weekday: weekday.expect("the language data is built in"),
            time: time.expect("the language data is built in"),
        }
    }
}

impl Words {
    /// A day written out: 31 March 1980.
    #[must_use]
    pub fn date(&self, day: civil::Date) -> String {
        let (month, of_month) = (day.month().unsigned_abs(), day.day().unsigned_abs());
        Date::try_new_gregorian(i32::from(day.year()), month, of_month)
            .map_or_else(|_| day.to_string(), |date| self.dates.day.format(&date).to_string())
    }

    /// The month of a day written out: March 1980.
    #[must_use]
    pub fn month(&self, day: civil::Date) -> String {
        let month = day.month().unsigned_abs();
        Date::try_new_gregorian(i32::from(day.year()), month, 1).map_or_else(
            |_| day.strftime("%Y-%m").to_string(),
            |date| self.dates.month.format(&date).to_string(),
        )
    }

    /// A time of day written out: 17:05.
    #[must_use]
    pub fn time(&self, time: civil::Time) -> String {
        match (time.hour(), time.minute()) {
            (0, 0) => self.get("dates-midnight").to_owned(),
            (12, 0) => self.get("dates-midday").to_owned(),
            (hour, minute) => Time::try_new(hour.unsigned_abs(), minute.unsigned_abs(), 0, 0)
                .map_or_else(|_| time.to_string(), |time| self.dates.time.format(&time).to_string()),
        }
    }

    /// A day written out with its name: Monday 31 March 1980.
    #[must_use]
    pub fn named_day(&self, day: civil::Date) -> String {
        let (month, of_month) = (day.month().unsigned_abs(), day.day().unsigned_abs());
        let Ok(date) = Date::try_new_gregorian(i32::from(day.year()), month, of_month) else {
            return day.to_string();
        };
        let weekday = self.dates.weekday.format(&date).to_string();
        let written = self.date(day);
        let with = [("weekday", Value::Text(&weekday)), ("date", Value::Text(&written))];
        self.with("dates-named-day", &with)
    }

    /// A time that can be booked: Monday 31 March 1980 at 17:05.
    #[must_use]
    pub fn slot(&self, at: civil::DateTime) -> String {
        let (date, time) = (self.named_day(at.date()), self.time(at.time()));
        let with = [("date", Value::Text(&date)), ("time", Value::Text(&time))];
        self.with("dates-day-and-time", &with)
    }

    /// A moment written out: 31 March 1980 at 17:05.
    #[must_use]
    pub fn moment(&self, moment: civil::DateTime) -> String {
        let date = self.date(moment.date());
        let time = self.time(moment.time());
        self.with(
            "dates-day-and-time",
            &[("date", Value::Text(&date)), ("time", Value::Text(&time))],
        )
    }
}

#[cfg(test)]
mod tests {
    use super::super::AllWords;
    use exemplar_core::id::Language;
    use jiff::civil::date;

    #[track_caller]
    fn check(language: &str, expected: &str) {
        let words = AllWords::built_in();
        let moment = date(1980, 3, 31).at(17, 5, 0, 0);
        assert_eq!(words.of(&Language::from(language)).moment(moment), expected);
    }

    #[test]
    fn a_month_is_written_as_each_language_writes_it() {
        let words = AllWords::built_in();
        let month = |language: &str| words.of(&Language::from(language)).month(date(1980, 3, 31));
        assert_eq!(
            (month("en"), month("cy")),
            ("March 1980".to_owned(), "Mawrth 1980".to_owned())
        );
    }

    #[test]
    fn a_named_day_is_written_as_each_language_writes_it() {
        let words = AllWords::built_in();
        let named = |language: &str| words.of(&Language::from(language)).named_day(date(1980, 3, 31));
        assert_eq!(
            (named("en"), named("cy")),
            ("Monday 31 March 1980".to_owned(), "Dydd Llun 31 Mawrth 1980".to_owned())
        );
    }

    #[test]
    fn a_moment_is_written_as_each_language_writes_it() {
        check("en", "31 March 1980 at 17:05");
        check("cy", "31 Mawrth 1980 am 17:05");
        check("ar", "\u{2068}31 مارس 1980\u{2069} الساعة \u{2068}5:05 م\u{2069}");
    }
}
