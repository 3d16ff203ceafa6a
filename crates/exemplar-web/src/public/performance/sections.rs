//! How an indicator becomes a section of the page: its words, its chart, and the frame of its tables.

use exemplar_app::figures::Published;
use exemplar_app::figures::write::{Bar, Chart, Group, Segment, chart};
use exemplar_app::words::{Value, Words};
use exemplar_core::figures::{Line, Shown};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;

use super::indicators::Indicator;
use super::say;
use crate::components::{Table, TableCell};

/// A table, and the name of the box that it moves in.
pub struct TableMarkup {
    /// What it shows.
    pub name: String,
    /// The markup of the component.
    pub markup: String,
}

/// One indicator as the page shows it.
pub struct Section {
    /// Its address on the page.
    pub id: &'static str,
    /// Its title.
    pub title: String,
    /// What is said of it.
    pub say: Vec<String>,
    /// Its definitions, each with the address of its source.
    pub sources: Vec<(String, &'static str)>,
    /// The chart, as SVG.
    pub chart: String,
    /// The same in tables.
    pub tables: Vec<TableMarkup>,
}

/// What the sections are made from.
pub struct Making<'a> {
    /// The figures.
    pub published: &'a Published,
    /// The words of the page's language.
    pub words: &'a Words,
}

impl Making<'_> {
    /// An indicator as the page shows it.
    pub fn section(&self, indicator: &Indicator) -> Section {
        let words = self.words;
        let title = words.get(indicator.title);
        let series = (indicator.series)(self);
        let drawn = Chart {
            id: format!("chart-{}", indicator.name),
            title: title.to_owned(),
            description: words.get("figures-chart-say").to_owned(),
            series: series.iter().map(|key| words.get(key).to_owned()).collect(),
            groups: (indicator.chart)(self),
        };
        Section {
            id: indicator.name,
            title: title.to_owned(),
            say: indicator.say.iter().map(|key| words.get(key).to_owned()).collect(),
            sources: indicator
                .sources
                .iter()
                .map(|source| (words.get(source.definition).to_owned(), source.href))
                .collect(),
            chart: chart::draw(&drawn),
            tables: (indicator.table)(self),
        }
    }

    /// The groups of a chart: one for each month.
    pub fn groups(&self, bars: impl Fn(&Line) -> Vec<Bar>) -> Vec<Group> {
        let group = |line: &Line| Group {
            name: say::span(self.words, line),
            bars: bars(line),
        };
        self.published.report.months.iter().map(group).collect()
    }

    /// The largest that a chart of amounts has to show.
    pub fn most(&self, of: impl Fn(&Line) -> Option<Decimal>) -> Decimal {
        let all = self.published.report.months.iter().filter_map(of);
        all.max().unwrap_or_default()
    }

    /// A bar of one series, as a share of the most.
    pub fn bar(&self, series: usize, shown: Shown<Decimal>, most: Decimal, number: impl Fn(Decimal) -> String) -> Bar {
        let share = |value: Decimal| value.checked_div(most).and_then(|share| share.to_f64());
        let segment = |value| share(value).map(|share| Segment { series, share });
        Bar {
            label: say::said(self.words, shown, number),
            segments: shown.number().and_then(segment).into_iter().collect(),
        }
    }

    /// A bar of a ratio.
    pub fn ratio(&self, series: usize, shown: Shown<Decimal>) -> Bar {
        self.bar(series, shown, Decimal::ONE, |ratio| self.words.percent(ratio))
    }

    /// Two ratios, one below the other.
    pub fn two(&self, first: Shown<Decimal>, second: Shown<Decimal>) -> Vec<Bar> {
        vec![self.ratio(0, first), self.ratio(1, second)]
    }

    /// An amount in the service's currency.
    pub fn money(&self, amount: Decimal) -> String {
        self.words.money(amount, &self.published.definition.currency)
    }

    /// The names of the counters, and of a whole that is not split where there is one.
    pub fn series(&self) -> Vec<&'static str> {
        let months = &self.published.report.months;
        let is_whole = |line: &Line| counters(line).is_none() && line.completed.number().is_some_and(|all| all > 0);
        let parts = ["figures-digital-alone", "figures-digital-assisted", "figures-other"];
        let whole = months.iter().any(is_whole).then_some("figures-not-split");
        parts.into_iter().chain(whole).collect()
    }

    /// The three counters of a month in one bar; those that are withheld are one rest.
    pub fn counters(&self, line: &Line) -> Bar {
        let months = &self.published.report.months;
        let known = |line: &Line| -> u64 {
            let parts: u64 = parts_shown(line).sum();
            parts.max(line.completed.number().unwrap_or(0))
        };
        let most = months.iter().map(known).max().unwrap_or(0).max(1);
        #[expect(clippy::cast_precision_loss, reason = "a chart's lengths need few digits")]
        let segment = |(series, count): (usize, u64)| Segment {
            series,
            share: count as f64 / most as f64,
        };
        let parts = [line.digital_alone, line.digital_assisted, line.other];
        let parts = parts
            .iter()
            .enumerate()
            .filter_map(|(series, part)| Some((series, part.number()?)));
        let mut segments: Vec<_> = parts.map(segment).collect();
        if let (None, Some(all)) = (counters(line), line.completed.number()) {
            let shown: u64 = parts_shown(line).sum();
            segments.push(segment((3, all - shown)));
        }
        Bar {
            label: say::count(self.words, line.completed),
            segments,
        }
    }

    /// A table with a row for each month and one for those that are over together.
    pub fn by_month(&self, title: &str, head: Vec<String>, row: impl Fn(&Line) -> Vec<String>) -> TableMarkup {
        let report = &self.published.report;
        let cells = |line: &Line| {
            let first = TableCell::new(say::span(self.words, line));
            let rest = row(line).into_iter().map(TableCell::numeric);
            std::iter::once(first).chain(rest).collect::<Vec<_>>()
        };
        let month = TableCell::new(self.words.get("figures-month"));
        let name = self.words.with("figures-by-month", &[("figure", Value::Text(title))]);
        let table = Table {
            caption: name.clone().into(),
            caption_classes: "govuk-visually-hidden",
            head: std::iter::once(month)
                .chain(head.into_iter().map(TableCell::numeric))
                .collect(),
            rows: report.months.iter().chain(&report.together).map(cells).collect(),
            first_cell_is_header: true,
            ..Table::default()
        };
        TableMarkup {
            name,
            markup: table.to_string(),
        }
    }

    /// Names of columns.
    pub fn heads(&self, keys: &[&str]) -> Vec<String> {
        keys.iter().map(|key| self.words.get(key).to_owned()).collect()
    }
}

/// Those of the three counters that are shown.
fn parts_shown(line: &Line) -> impl Iterator<Item = u64> {
    let parts = [line.digital_alone, line.digital_assisted, line.other];
    parts.into_iter().filter_map(Shown::number)
}

/// The three counters, where all are shown.
fn counters(line: &Line) -> Option<[u64; 3]> {
    Some([
        line.digital_alone.number()?,
        line.digital_assisted.number()?,
        line.other.number()?,
    ])
}
