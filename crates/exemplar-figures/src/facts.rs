//! A report as a list of single figures, each with its indicator, its part, its time and its unit. The names are stable:
//! programs of others read them.

use exemplar_core::figures::{Line, Report, Shown, Way};
use exemplar_core::record::Channel;
use rust_decimal::Decimal;
use serde::Serialize;

/// One figure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Fact {
    /// Which indicator.
    pub indicator: &'static str,
    /// Which part of it, or which reading.
    pub part: String,
    /// The first month.
    pub from: String,
    /// The last month.
    pub to: String,
    /// Whether the time has passed: else the figure still grows.
    pub is_over: bool,
    /// The number as text, exactly; empty where there is none.
    pub value: String,
    /// What the number is of.
    pub unit: String,
    /// `shown`, `withheld`, `unknown` or `no_value`.
    pub status: &'static str,
}

/// Ratios and amounts are written with so many places.
const PLACES: u32 = 4;

/// The names of the five levels, as programs read them.
const LEVELS: [&str; 5] = [
    "very_dissatisfied",
    "dissatisfied",
    "neither",
    "satisfied",
    "very_satisfied",
];

/// All figures of a report: months, oldest first, then the months that are over together.
#[must_use]
pub fn facts(report: &Report, currency: &str) -> Vec<Fact> {
    let lines = report.months.iter().chain(&report.together);
    lines.flat_map(|line| of_line(report, line, currency)).collect()
}

/// The name of a way, such as `web` or `telephone_outside`.
#[must_use]
pub fn way_name(way: Way) -> String {
    let name = channel_name(way.channel);
    if way.through_service {
        name.to_owned()
    } else {
        format!("{name}_outside")
    }
}

/// The name of a channel.
#[must_use]
pub fn channel_name(channel: Channel) -> &'static str {
    match channel {
        Channel::Web => "web",
        Channel::Telephone => "telephone",
        Channel::Counter => "counter",
        Channel::Paper => "paper",
        Channel::Intermediary => "intermediary",
        Channel::Api => "api",
    }
}

fn of_line(report: &Report, line: &Line, currency: &str) -> Vec<Fact> {
    let mut facts = Vec::new();
    let mut add = |indicator, part: String, (value, status): (String, &'static str), unit: &str| {
        facts.push(Fact {
            indicator,
            part,
            from: line.from.to_string(),
            to: line.to.to_string(),
            is_over: line.is_over,
            value,
            unit: unit.to_owned(),
            status,
        });
    };
    let completed = "completed_transactions";
    for (way, count) in report.ways.iter().zip(&line.by_way) {
        add(completed, way_name(*way), count_of(*count), "transactions");
    }
    add(completed, "all".to_owned(), count_of(line.completed), "transactions");
    let take_up = "digital_take_up";
    for (part, count) in [
        ("digital_alone", line.digital_alone),
        ("digital_assisted", line.digital_assisted),
        ("other", line.other),
    ] {
        add(take_up, part.to_owned(), count_of(count), "transactions");
    }
    add(
        take_up,
        "share_without_assisted".to_owned(),
        ratio(line.take_up),
        "ratio",
    );
    add(
        take_up,
        "share_with_assisted".to_owned(),
        ratio(line.take_up_assisted),
        "ratio",
    );
    add(
        "completion_rate",
        "started".to_owned(),
        count_of(line.started),
        "drafts",
    );
    add("completion_rate", "share".to_owned(), ratio(line.completion), "ratio");
    let satisfaction = "user_satisfaction";
    for (name, count) in LEVELS.iter().zip(&line.levels) {
        add(satisfaction, (*name).to_owned(), count_of(*count), "answers");
    }
    add(satisfaction, "all".to_owned(), count_of(line.answers), "answers");
    add(satisfaction, "definition_a".to_owned(), ratio(line.satisfied), "ratio");
    add(
        satisfaction,
        "definition_b".to_owned(),
        ratio(line.mean_satisfaction),
        "ratio",
    );
    add("cost_per_transaction", "all".to_owned(), ratio(line.cost), currency);
    let time = "time_to_decision";
    let (mean, median) = match line.days {
        Shown::Number(days) => (Shown::Number(days.mean), Shown::Number(Decimal::from(days.median))),
        other => (without(other), without(other)),
    };
    add(time, "decided".to_owned(), count_of(line.decided), "cases");
    add(time, "mean".to_owned(), ratio(mean), "days");
    add(time, "median".to_owned(), ratio(median), "days");
    facts
}

fn without<T, U>(shown: Shown<T>) -> Shown<U> {
    match shown {
        Shown::Number(_) | Shown::NoValue => Shown::NoValue,
        Shown::Withheld => Shown::Withheld,
        Shown::Unknown => Shown::Unknown,
    }
}

fn count_of(shown: Shown) -> (String, &'static str) {
    said(shown, |count| count.to_string())
}

fn ratio(shown: Shown<Decimal>) -> (String, &'static str) {
    said(shown, |value| value.round_dp(PLACES).normalize().to_string())
}

fn said<T>(shown: Shown<T>, write: impl Fn(T) -> String) -> (String, &'static str) {
    match shown {
        Shown::Number(number) => (write(number), "shown"),
        Shown::Withheld => (String::new(), "withheld"),
        Shown::Unknown => (String::new(), "unknown"),
        Shown::NoValue => (String::new(), "no_value"),
    }
}
