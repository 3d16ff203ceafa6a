//! The tables of the indicators: what stands in their columns.

use exemplar_core::figures::{Line, Shown, Way};
use rust_decimal::Decimal;

use super::say;
use super::sections::{Making, TableMarkup};
use crate::components::{Table, TableCell};

/// Completed transactions, by way.
pub fn completed(making: &Making<'_>) -> Vec<TableMarkup> {
    let words = making.words;
    let name = |way: &Way| say::way(words, *way);
    let mut head: Vec<_> = making.published.report.ways.iter().map(name).collect();
    head.push(words.get("figures-all").to_owned());
    let row = |line: &Line| {
        let cells = line.by_way.iter().chain([&line.completed]);
        cells.map(|cell| say::count(words, *cell)).collect()
    };
    vec![making.by_month(words.get("figures-completed-title"), head, row)]
}

/// The three counters and both readings of take-up.
pub fn take_up(making: &Making<'_>) -> Vec<TableMarkup> {
    let words = making.words;
    let head = making.heads(&[
        "figures-digital-alone",
        "figures-digital-assisted",
        "figures-other",
        "figures-take-up-without",
        "figures-take-up-with",
    ]);
    let row = |line: &Line| {
        vec![
            say::count(words, line.digital_alone),
            say::count(words, line.digital_assisted),
            say::count(words, line.other),
            say::percent(words, line.take_up),
            say::percent(words, line.take_up_assisted),
        ]
    };
    vec![making.by_month(words.get("figures-take-up-title"), head, row)]
}

/// Started drafts and how many of them were completed.
pub fn completion(making: &Making<'_>) -> Vec<TableMarkup> {
    let words = making.words;
    let head = making.heads(&["figures-started", "figures-completion-title"]);
    let row = |line: &Line| vec![say::count(words, line.started), say::percent(words, line.completion)];
    vec![making.by_month(words.get("figures-completion-title"), head, row)]
}

/// Answers by level, and both scores.
pub fn satisfaction(making: &Making<'_>) -> Vec<TableMarkup> {
    let words = making.words;
    let head = making.heads(&[
        "apply-satisfaction-1",
        "apply-satisfaction-2",
        "apply-satisfaction-3",
        "apply-satisfaction-4",
        "apply-satisfaction-5",
        "figures-answers",
        "figures-satisfaction-a",
        "figures-satisfaction-b",
    ]);
    let row = |line: &Line| {
        let counts = line.levels.iter().chain([&line.answers]);
        let mut cells: Vec<_> = counts.map(|count| say::count(words, *count)).collect();
        cells.push(say::percent(words, line.satisfied));
        cells.push(say::percent(words, line.mean_satisfaction));
        cells
    };
    vec![making.by_month(words.get("figures-satisfaction-title"), head, row)]
}

/// Cost per transaction, and what it is worked out from.
pub fn cost(making: &Making<'_>) -> Vec<TableMarkup> {
    let words = making.words;
    let title = words.get("figures-cost-title");
    let row = |line: &Line| vec![say::said(words, line.cost, |cost| making.money(cost))];
    let by_month = making.by_month(title, vec![title.to_owned()], row);
    let head = ["figures-channel", "figures-channel-cost", "figures-channel-before"];
    let unknown = || words.get("figures-unknown").to_owned();
    let rows = making.published.report.costs.iter().map(|channel| {
        let cost = channel.cost.map_or_else(unknown, |cost| making.money(cost));
        let before = channel.cases_before.map_or_else(unknown, |cases| words.count(cases));
        vec![
            TableCell::new(say::channel(words, channel.channel)),
            TableCell::numeric(cost),
            TableCell::numeric(before),
        ]
    });
    let name = words.get("figures-channels-table").to_owned();
    let channels = Table {
        caption: name.clone().into(),
        caption_classes: "govuk-visually-hidden",
        head: head
            .iter()
            .enumerate()
            .map(|(at, key)| TableCell {
                numeric: at > 0,
                ..TableCell::new(words.get(key))
            })
            .collect(),
        rows: rows.collect(),
        first_cell_is_header: true,
        ..Table::default()
    };
    let markup = channels.to_string();
    vec![by_month, TableMarkup { name, markup }]
}

/// Decided cases and how long they took.
pub fn time(making: &Making<'_>) -> Vec<TableMarkup> {
    let words = making.words;
    let head = making.heads(&["figures-decided", "figures-time-mean", "figures-time-median"]);
    let row = |line: &Line| {
        vec![
            say::count(words, line.decided),
            say::said(words, mean_days(line), |days| words.decimal(days)),
            say::said(words, line.days, |days| days.median.to_string()),
        ]
    };
    vec![making.by_month(words.get("figures-time-title"), head, row)]
}

/// The mean time to a decision.
pub fn mean_days(line: &Line) -> Shown<Decimal> {
    match line.days {
        Shown::Number(days) => Shown::Number(days.mean),
        Shown::Withheld => Shown::Withheld,
        Shown::Unknown => Shown::Unknown,
        Shown::NoValue => Shown::NoValue,
    }
}
