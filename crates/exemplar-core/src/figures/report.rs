//! The report on one service: what was counted, put together by month and over the last twelve months that are over, with
//! small numbers withheld. All that is shown is worked out from what is shown.

use std::collections::BTreeMap;

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::formula::{Levels, days, mean_satisfaction, satisfied_share, share, unit_cost};
use super::withhold::{Counts, Shown, ShownRow, ShownTable, withhold};
use super::{Counter, Line, Month, Way};
use crate::definition::Definition;
use crate::record::{Channel, ObservationKind};

/// So many months that are over are looked at together.
pub const MONTHS_TOGETHER: i32 = 12;

/// What was counted of one kind in one month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counted {
    /// When.
    pub month: Month,
    /// What it is of.
    pub kind: ObservationKind,
    /// By which channel.
    pub channel: Channel,
    /// The level, the days or the volume, by kind; else 0.
    pub amount: i64,
    /// How often.
    pub count: u64,
}

/// What a channel costs, as the definition says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnitCost {
    /// The channel.
    pub channel: Channel,
    /// What one transaction costs by it.
    pub cost: Option<Decimal>,
    /// How many a year there were before the service.
    pub cases_before: Option<u64>,
}

/// All figures of a service as the public may see them.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// The columns of completed transactions.
    pub ways: Vec<Way>,
    /// By month, oldest first; the last may not be over.
    pub months: Vec<Line>,
    /// The months that are over, together; none before there is one.
    pub together: Option<Line>,
    /// What each channel costs, in the definition's order.
    pub costs: Vec<UnitCost>,
}

impl Report {
    /// The first month that a report on a day looks at.
    #[must_use]
    pub fn first_month(today: Date) -> Month {
        Month::of(today).plus(-MONTHS_TOGETHER)
    }

    /// Puts the figures of a service together from what was counted since [`Report::first_month`].
    #[must_use]
    pub fn new(definition: &Definition, counted: &[Counted], today: Date) -> Self {
        let channels = definition.channels.values();
        let costs = channels.map(|channel| UnitCost {
            channel: channel.channel,
            cost: channel.cost,
            cases_before: channel.cases_before,
        });
        Self::of(costs.collect(), counted, today)
    }

    fn of(costs: Vec<UnitCost>, counted: &[Counted], today: Date) -> Self {
        let present = Month::of(today);
        let first = counted.iter().map(|one| one.month).min();
        let first = first.unwrap_or(present).max(Self::first_month(today));
        let over: Vec<Month> = std::iter::successors(Some(first), |month| Some(month.plus(1)))
            .take_while(|month| *month < present)
            .collect();
        let making = Making::new(&costs, counted);
        let (mut months, together) = making.lines(&over, true);
        months.extend(making.lines(&[present], false).0);
        let ways = making.ways;
        Self {
            ways,
            months,
            together,
            costs,
        }
    }
}

/// What the lines are made from.
struct Making<'a> {
    costs: &'a [UnitCost],
    ways: Vec<Way>,
    counts: BTreeMap<Month, Vec<&'a Counted>>,
}

impl<'a> Making<'a> {
    fn new(costs: &'a [UnitCost], counted: &'a [Counted]) -> Self {
        let mut counts: BTreeMap<Month, Vec<&Counted>> = BTreeMap::new();
        for one in counted {
            counts.entry(one.month).or_default().push(one);
        }
        Self {
            costs,
            ways: ways(costs, counted),
            counts,
        }
    }

    fn of_kind(&self, month: Month, kind: ObservationKind) -> impl Iterator<Item = &Counted> {
        let of_month = self.counts.get(&month).into_iter().flatten();
        of_month.copied().filter(move |one| one.kind == kind)
    }

    /// The lines of these months, and of all of them together.
    fn lines(&self, months: &[Month], over: bool) -> (Vec<Line>, Option<Line>) {
        let table = |columns, row: &dyn Fn(Month) -> Counts| {
            withhold(&months.iter().map(|month| row(*month)).collect::<Vec<_>>(), columns)
        };
        let tables = Tables {
            completed: table(self.ways.len(), &|month| self.completed(month)),
            started: table(1, &|month| vec![Some(self.started(month))]),
            levels: table(5, &|month| self.levels(month)),
            decided: table(1, &|month| {
                vec![Some(self.days(month).iter().map(|(_, count)| count).sum())]
            }),
        };
        let line = |of: &[Month], row: fn(&ShownTable, usize) -> &ShownRow, at: usize| {
            let (from, to) = (of.first().copied()?, of.last().copied()?);
            let days: Vec<_> = of.iter().flat_map(|month| self.days(*month)).collect();
            let rows = Rows {
                completed: row(&tables.completed, at),
                started: row(&tables.started, at),
                levels: row(&tables.levels, at),
                decided: row(&tables.decided, at),
            };
            Some(self.line((from, to, over), &rows, &days))
        };
        let each = (0..months.len()).filter_map(|at| line(&months[at..=at], |table, at| &table.rows[at], at));
        (each.collect(), line(months, |table, _| &table.sums, 0))
    }

    /// Completed transactions by way. One that staff enter is not known until they have, where the definition says that
    /// there is such a channel.
    fn completed(&self, month: Month) -> Counts {
        let count = |way: &Way| {
            let kind = if way.through_service {
                ObservationKind::Completed
            } else {
                ObservationKind::Volume
            };
            let mut found = self
                .of_kind(month, kind)
                .filter(|one| one.channel == way.channel)
                .peekable();
            if !way.through_service && found.peek().is_none() {
                let is_named = self.costs.iter().any(|cost| cost.channel == way.channel);
                return (!is_named).then_some(0);
            }
            // A correction of a volume is written as the difference, which may be below nought.
            let times = |one: &Counted| if way.through_service { 1 } else { one.amount };
            let sum: i64 = found
                .map(|one| times(one) * i64::try_from(one.count).unwrap_or(i64::MAX))
                .sum();
            Some(u64::try_from(sum).unwrap_or(0))
        };
        self.ways.iter().map(count).collect()
    }

    fn started(&self, month: Month) -> u64 {
        let started = self.of_kind(month, ObservationKind::Started);
        started
            .filter(|one| one.channel == Channel::Web)
            .map(|one| one.count)
            .sum()
    }

    fn levels(&self, month: Month) -> Counts {
        let of = |level| {
            let answers = self.of_kind(month, ObservationKind::Satisfaction);
            Some(answers.filter(|one| one.amount == level).map(|one| one.count).sum())
        };
        (1..=5).map(of).collect()
    }

    fn days(&self, month: Month) -> Vec<(i64, u64)> {
        let decided = self.of_kind(month, ObservationKind::Decided);
        decided.map(|one| (one.amount, one.count)).collect()
    }

    fn line(&self, (from, to, is_over): (Month, Month, bool), rows: &Rows<'_>, days_seen: &[(i64, u64)]) -> Line {
        let completed = rows.completed.total;
        let of = |counters: &[Counter]| self.part(rows.completed, counters);
        let alone = of(&[Counter::DigitalAlone]);
        let web = self.cell(rows.completed, |way| way.through_service && way.channel == Channel::Web);
        let started = rows.started.cells[0];
        let decided = rows.decided.cells[0];
        let levels = &rows.levels.cells;
        Line {
            from,
            to,
            is_over,
            by_way: rows.completed.cells.clone(),
            completed,
            digital_alone: alone,
            digital_assisted: of(&[Counter::DigitalAssisted]),
            other: of(&[Counter::Other]),
            take_up: both(alone, completed, share),
            take_up_assisted: both(of(&[Counter::DigitalAlone, Counter::DigitalAssisted]), completed, share),
            started,
            completion: both(web, started, share),
            levels: levels.clone(),
            answers: rows.levels.total,
            satisfied: of_levels(levels, satisfied_share),
            mean_satisfaction: of_levels(levels, mean_satisfaction),
            cost: self.cost(rows.completed),
            decided,
            days: both(decided, decided, |_, _| days(days_seen)),
        }
    }

    /// The sum of the ways of some counters, from what is shown: by adding, or from the total by taking the others away.
    fn part(&self, row: &ShownRow, counters: &[Counter]) -> Shown {
        let inside = |at: &usize| counters.contains(&self.ways[*at].counter());
        let (inside, outside): (Vec<usize>, Vec<usize>) = (0..self.ways.len()).partition(inside);
        let added = sum(inside.iter().map(|at| row.cells[*at]));
        if added != Shown::Withheld {
            return added;
        }
        match (row.total, sum(outside.iter().map(|at| row.cells[*at]))) {
            (Shown::Number(total), Shown::Number(others)) => Shown::Number(total - others),
            _ => Shown::Withheld,
        }
    }

    fn cell(&self, row: &ShownRow, is: impl Fn(&Way) -> bool) -> Shown {
        let at = self.ways.iter().position(is);
        at.map_or(Shown::NoValue, |at| row.cells[at])
    }

    /// Not known where a channel that had transactions has no cost.
    fn cost(&self, row: &ShownRow) -> Shown<Decimal> {
        let mut parts = Vec::new();
        for (way, count) in self.ways.iter().zip(&row.cells) {
            let count = match count {
                Shown::Number(0) => continue,
                Shown::Number(count) => *count,
                Shown::Withheld if row.total != Shown::Unknown => return Shown::Withheld,
                _ => return Shown::Unknown,
            };
            let of_channel = self.costs.iter().find(|cost| cost.channel == way.channel);
            let Some(cost) = of_channel.and_then(|channel| channel.cost) else {
                return Shown::Unknown;
            };
            parts.push((cost, count));
        }
        unit_cost(&parts).map_or(Shown::NoValue, Shown::Number)
    }
}

/// The tables of one stretch of time.
struct Tables {
    completed: ShownTable,
    started: ShownTable,
    levels: ShownTable,
    decided: ShownTable,
}

/// One row of each.
struct Rows<'a> {
    completed: &'a ShownRow,
    started: &'a ShownRow,
    levels: &'a ShownRow,
    decided: &'a ShownRow,
}

/// The ways of a service: its own page always, what the definition names outside it, and whatever was counted.
fn ways(costs: &[UnitCost], counted: &[Counted]) -> Vec<Way> {
    let through = |channel| Way {
        channel,
        through_service: true,
    };
    let outside = |channel| Way {
        channel,
        through_service: false,
    };
    let named = costs.iter().map(|cost| cost.channel);
    let named = named.filter(|channel| !matches!(channel, Channel::Web | Channel::Api));
    let seen = counted.iter().filter_map(|one| match one.kind {
        ObservationKind::Completed => Some(through(one.channel)),
        ObservationKind::Volume => Some(outside(one.channel)),
        _ => None,
    });
    let mut ways: Vec<Way> = seen.chain([through(Channel::Web)]).chain(named.map(outside)).collect();
    ways.sort_by_key(|way| (!way.through_service, way.channel));
    ways.dedup();
    ways
}

/// The sum of what is shown.
fn sum(cells: impl Iterator<Item = Shown>) -> Shown {
    let mut sum = 0;
    let mut withheld = false;
    for cell in cells {
        match cell {
            Shown::Number(count) => sum += count,
            Shown::Withheld => withheld = true,
            Shown::Unknown | Shown::NoValue => return Shown::Unknown,
        }
    }
    if withheld { Shown::Withheld } else { Shown::Number(sum) }
}

/// What is worked out from two numbers that are shown.
fn both<T>(one: Shown, other: Shown, work_out: impl Fn(u64, u64) -> Option<T>) -> Shown<T> {
    match (one, other) {
        (Shown::Number(one), Shown::Number(other)) => work_out(one, other).map_or(Shown::NoValue, Shown::Number),
        (Shown::Unknown, _) | (_, Shown::Unknown) => Shown::Unknown,
        (Shown::Withheld, _) | (_, Shown::Withheld) => Shown::Withheld,
        _ => Shown::NoValue,
    }
}

fn of_levels(levels: &[Shown], formula: fn(Levels) -> Option<Decimal>) -> Shown<Decimal> {
    let mut counts = Levels::default();
    for (count, level) in counts.iter_mut().zip(levels) {
        match level.number() {
            Some(number) => *count = number,
            None => return Shown::Withheld,
        }
    }
    formula(counts).map_or(Shown::NoValue, Shown::Number)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn today() -> Date {
        date(2026, 3, 9)
    }

    fn counted(month: &str, kind: ObservationKind, channel: Channel, amount: i64, count: u64) -> Counted {
        Counted {
            month: month.parse().unwrap(),
            kind,
            channel,
            amount,
            count,
        }
    }

    fn cost(channel: Channel, cost: &str) -> UnitCost {
        UnitCost {
            channel,
            cost: cost.parse().ok(),
            cases_before: Some(1_000),
        }
    }

    fn completed(month: &str, channel: Channel, count: u64) -> Counted {
        counted(month, ObservationKind::Completed, channel, 0, count)
    }

    fn volume(month: &str, channel: Channel, amount: i64) -> Counted {
        counted(month, ObservationKind::Volume, channel, amount, 1)
    }

    fn ratio(text: &str) -> Shown<Decimal> {
        Shown::Number(text.parse().unwrap())
    }

    #[test]
    fn take_up_has_two_readings_and_three_counters() {
        let costs = vec![cost(Channel::Web, "1"), cost(Channel::Telephone, "5")];
        let all = [
            completed("2026-02", Channel::Web, 60),
            completed("2026-02", Channel::Telephone, 20),
            completed("2026-02", Channel::Paper, 5),
            volume("2026-02", Channel::Telephone, 15),
        ];
        let line = Report::of(costs, &all, today()).months.remove(0);
        assert_eq!(
            [line.digital_alone, line.digital_assisted, line.other, line.completed],
            [60, 20, 20, 100].map(Shown::Number)
        );
        assert_eq!((line.take_up, line.take_up_assisted), (ratio("0.6"), ratio("0.8")));
        assert_eq!(line.cost, Shown::Unknown, "paper has no cost");
    }

    #[test]
    fn a_channel_of_the_definition_is_not_known_until_staff_enter_it() {
        let costs = vec![cost(Channel::Web, "1"), cost(Channel::Counter, "9")];
        let all = [
            completed("2026-01", Channel::Web, 60),
            completed("2026-02", Channel::Web, 30),
        ];
        let report = Report::of(costs.clone(), &all, today());
        let january = &report.months[0];
        assert_eq!(january.digital_alone, Shown::Number(60));
        assert_eq!(
            (january.completed, january.take_up, january.cost),
            (Shown::Unknown, Shown::Unknown, Shown::Unknown)
        );
        let none = volume("2026-01", Channel::Counter, 0);
        let january = Report::of(costs.clone(), &[&all[..], &[none]].concat(), today())
            .months
            .remove(0);
        assert_eq!((january.completed, january.take_up), (Shown::Number(60), ratio("1")));
        let corrected = [
            volume("2026-01", Channel::Counter, 50),
            volume("2026-01", Channel::Counter, -10),
        ];
        let january = Report::of(costs, &[&all[..], &corrected[..]].concat(), today())
            .months
            .remove(0);
        assert_eq!((january.other, january.cost), (Shown::Number(40), ratio("4.2")));
    }

    #[test]
    fn a_month_that_is_not_over_is_marked_and_not_in_the_sum() {
        let all = [
            completed("2025-03", Channel::Web, 7),
            completed("2026-02", Channel::Web, 30),
            completed("2026-03", Channel::Web, 9),
        ];
        let report = Report::of(vec![cost(Channel::Web, "1")], &all, today());
        assert_eq!(report.months.len(), 13);
        let last = report.months.last().unwrap();
        assert_eq!((last.is_over, last.completed), (false, Shown::Number(9)));
        let together = report.together.unwrap();
        assert_eq!(
            (together.from.to_string(), together.to.to_string()),
            ("2025-03".into(), "2026-02".into())
        );
        assert_eq!((together.is_over, together.completed), (true, Shown::Number(37)));
    }

    #[test]
    fn what_is_worked_out_from_a_withheld_number_is_withheld() {
        let costs = vec![
            cost(Channel::Web, "1"),
            cost(Channel::Telephone, "5"),
            cost(Channel::Counter, "9"),
        ];
        let mut all = Vec::new();
        for (month, telephone) in [("2026-01", 3), ("2026-02", 30)] {
            all.push(completed(month, Channel::Web, 100));
            all.push(volume(month, Channel::Telephone, telephone));
            all.push(volume(month, Channel::Counter, 20));
            all.push(counted(month, ObservationKind::Satisfaction, Channel::Web, 5, 40));
            all.push(counted(month, ObservationKind::Satisfaction, Channel::Web, 1, 2));
            all.push(counted(month, ObservationKind::Decided, Channel::Web, 4, 3));
        }
        let report = Report::of(costs, &all, today());
        let january = &report.months[0];
        assert_eq!(january.by_way, [Shown::Number(100), Shown::Withheld, Shown::Withheld]);
        assert_eq!(
            (january.other, january.take_up),
            (Shown::Number(23), ratio("0.8130081300813008130081300813"))
        );
        assert_eq!(january.cost, Shown::Withheld);
        assert_eq!(
            (january.answers, january.satisfied),
            (Shown::Number(42), Shown::Withheld)
        );
        assert_eq!((january.decided, january.days), (Shown::Withheld, Shown::Withheld));
        let together = report.together.unwrap();
        assert_eq!(together.decided, Shown::Number(6));
        assert_eq!(together.days.number().map(|days| days.median), Some(4));
    }

    #[test]
    fn more_completed_than_started_has_no_rate() {
        let all = [
            completed("2026-02", Channel::Web, 30),
            counted("2026-02", ObservationKind::Started, Channel::Web, 0, 20),
        ];
        let line = Report::of(Vec::new(), &all, today()).months.remove(0);
        assert_eq!((line.completion, line.decided), (Shown::NoValue, Shown::Number(0)));
        assert_eq!(line.days, Shown::NoValue);
        assert_eq!(line.satisfied, Shown::NoValue);
    }
}
