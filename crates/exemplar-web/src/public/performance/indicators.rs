//! The indicators, in the order of the page: for each its words, its sources, its chart and its tables. How they are made
//! is in [`super::sections`] and [`super::tables`].

use exemplar_app::figures::write::Group;

use super::sections::{Making, TableMarkup};
use super::tables::{completed, completion, cost, mean_days, satisfaction, take_up, time};

/// Where a definition comes from.
pub struct Source {
    /// The key of the definition's words.
    pub definition: &'static str,
    /// Its address; empty where it is our own.
    pub href: &'static str,
}

/// An indicator.
pub struct Indicator {
    /// Its name, in files and as an address on the page.
    pub name: &'static str,
    /// The key of its title.
    pub title: &'static str,
    /// Keys of what is said of it besides its definition.
    pub say: &'static [&'static str],
    /// Its definitions.
    pub sources: &'static [Source],
    /// Its tables.
    pub table: fn(&Making<'_>) -> Vec<TableMarkup>,
    /// The groups of its chart.
    pub chart: fn(&Making<'_>) -> Vec<Group>,
    /// Keys of the names of its chart's series, where there is more than one.
    pub series: fn(&Making<'_>) -> Vec<&'static str>,
}

const fn source(definition: &'static str, href: &'static str) -> Source {
    Source { definition, href }
}

const MANUAL: &str = "https://www.gov.uk/service-manual/measuring-success/data-you-must-publish";
const TAKE_UP: &str = "https://www.gov.uk/service-manual/measurement/digital-takeup.html";

/// The indicators, in the order of the page.
pub const INDICATORS: &[Indicator] = &[
    Indicator {
        name: "completed_transactions",
        title: "figures-completed-title",
        say: &["figures-completed-once"],
        sources: &[source("figures-completed-is", MANUAL)],
        table: completed,
        chart: |making| making.groups(|line| vec![making.counters(line)]),
        series: |making| making.series(),
    },
    Indicator {
        name: "digital_take_up",
        title: "figures-take-up-title",
        say: &["figures-take-up-say"],
        sources: &[
            source(
                "figures-take-up-without-is",
                "https://github.com/alphagov/government-service-design-manual",
            ),
            source("figures-take-up-with-is", TAKE_UP),
        ],
        table: take_up,
        chart: |making| making.groups(|line| making.two(line.take_up, line.take_up_assisted)),
        series: |_| vec!["figures-take-up-without", "figures-take-up-with"],
    },
    Indicator {
        name: "completion_rate",
        title: "figures-completion-title",
        say: &["figures-completion-say"],
        sources: &[source("figures-completion-is", MANUAL)],
        table: completion,
        chart: |making| making.groups(|line| vec![making.ratio(0, line.completion)]),
        series: |_| Vec::new(),
    },
    Indicator {
        name: "user_satisfaction",
        title: "figures-satisfaction-title",
        say: &["figures-satisfaction-say"],
        sources: &[
            source(
                "figures-satisfaction-a-is",
                "https://github.com/alphagov/government-service-design-manual",
            ),
            source("figures-satisfaction-b-is", "https://github.com/alphagov/backdrop"),
        ],
        table: satisfaction,
        chart: |making| making.groups(|line| making.two(line.satisfied, line.mean_satisfaction)),
        series: |_| vec!["figures-satisfaction-a", "figures-satisfaction-b"],
    },
    Indicator {
        name: "cost_per_transaction",
        title: "figures-cost-title",
        say: &["figures-cost-say", "figures-cost-before"],
        sources: &[source("figures-cost-is", MANUAL)],
        table: cost,
        chart: |making| {
            let most = making.most(|line| line.cost.number());
            making.groups(|line| vec![making.bar(0, line.cost, most, |cost| making.money(cost))])
        },
        series: |_| Vec::new(),
    },
    Indicator {
        name: "time_to_decision",
        title: "figures-time-title",
        say: &[],
        sources: &[source("figures-time-is", "")],
        table: time,
        chart: |making| {
            let most = making.most(|line| line.days.number().map(|days| days.mean));
            making.groups(|line| vec![making.bar(0, mean_days(line), most, |days| making.words.decimal(days))])
        },
        series: |_| Vec::new(),
    },
];
