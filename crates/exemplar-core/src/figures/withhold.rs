//! Small numbers are withheld, and so is what would let them be worked out by subtraction.
//!
//! A table has a row for each month, a column for each part, a total of each row, and the sums over all months. A number
//! from 1 to 4 is of so few people that somebody might be known by it. Withheld is always a whole rectangle, some months
//! by some columns, whose sums by month and by column are 5 or more each, and which has at least two of both. Then each
//! number in it can be at least six different ones for all that can be seen: its range is bounded by these sums alone
//! (Fréchet's bounds, which are sharp), and as wide as the smallest of them.
//!
//! A month with fewer than 5 in all shows nothing. If the sums over all months would give it away, another month, and in
//! the end the sums themselves, are withheld as well. What is worked out from a table is worked out from what is shown.

use std::collections::BTreeSet;

/// A number of people below this is not shown, nought apart.
pub const FEWEST: u64 = 5;

/// A figure as the public may see it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown<T = u64> {
    /// It is shown.
    Number(T),
    /// It is of too few people, or would tell of some that are.
    Withheld,
    /// Nobody has said, so it is not known. It is not nought.
    Unknown,
    /// There is nothing to work it out from.
    NoValue,
}

impl<T: Copy> Shown<T> {
    /// The number, where it is shown.
    #[must_use]
    pub fn number(self) -> Option<T> {
        match self {
            Self::Number(number) => Some(number),
            _ => None,
        }
    }
}

/// A row as the public may see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShownRow {
    /// By column.
    pub cells: Vec<Shown>,
    /// Of all columns.
    pub total: Shown,
}

/// A table as the public may see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShownTable {
    /// By month.
    pub rows: Vec<ShownRow>,
    /// The sums of all months.
    pub sums: ShownRow,
}

/// Counts by column; none where one is not known. A row with one that is not known has no total.
pub type Counts = Vec<Option<u64>>;

/// The table that the public may see.
#[must_use]
pub fn withhold(rows: &[Counts], columns: usize) -> ShownTable {
    let mut hidden = Hidden::new(rows, columns);
    hidden.small_months();
    hidden.small_cells();
    hidden.table()
}

/// One month, or all months that show nothing taken together: they can be told from the sums only as one.
struct Line {
    cells: Counts,
    total: Option<u64>,
}

impl Line {
    fn of(cells: Counts) -> Self {
        let total = cells.iter().copied().sum();
        Self { cells, total }
    }

    fn at(&self, column: usize) -> u64 {
        self.cells[column].unwrap_or(0)
    }

    fn within(&self, columns: &BTreeSet<usize>) -> u64 {
        columns.iter().map(|column| self.at(*column)).sum()
    }

    /// For choosing what else to withhold: little is lost by a small one.
    fn size(&self) -> u64 {
        self.cells.iter().flatten().sum()
    }
}

fn is_small(count: u64) -> bool {
    (1..FEWEST).contains(&count)
}

struct Hidden<'a> {
    rows: &'a [Counts],
    columns: usize,
    /// Months that show nothing.
    nothing: BTreeSet<usize>,
    /// Whether the sums of all months show nothing.
    no_sums: bool,
    /// Whether the sums of the withheld columns are withheld.
    no_column_sums: bool,
    lines: Vec<Line>,
    /// For each month its line; none where it shows nothing and cannot be told from the sums.
    line_of: Vec<Option<usize>>,
    /// The rectangle: lines and columns.
    in_lines: BTreeSet<usize>,
    in_columns: BTreeSet<usize>,
}

impl<'a> Hidden<'a> {
    fn new(rows: &'a [Counts], columns: usize) -> Self {
        Self {
            rows,
            columns,
            nothing: BTreeSet::new(),
            no_sums: false,
            no_column_sums: false,
            lines: Vec::new(),
            line_of: vec![None; rows.len()],
            in_lines: BTreeSet::new(),
            in_columns: BTreeSet::new(),
        }
    }

    fn total(&self, row: usize) -> Option<u64> {
        self.rows[row].iter().copied().sum()
    }

    /// Months with fewer than 5 show nothing; nor do others beside them, so that the rest of the sums tells of none.
    fn small_months(&mut self) {
        self.nothing = (0..self.rows.len())
            .filter(|row| self.total(*row).is_some_and(is_small))
            .collect();
        while !self.nothing.is_empty() && !self.nothing_is_safe() {
            let others = (0..self.rows.len()).filter(|row| !self.nothing.contains(row));
            let next = others
                .filter(|row| self.total(*row).is_some_and(|total| total > 0))
                .min_by_key(|row| self.total(*row));
            let Some(next) = next else {
                self.no_sums = true;
                break;
            };
            self.nothing.insert(next);
        }
        for (row, cells) in self.rows.iter().enumerate() {
            if !self.nothing.contains(&row) {
                self.line_of[row] = Some(self.lines.len());
                self.lines.push(Line::of(cells.clone()));
            }
        }
        if !self.nothing.is_empty() && !self.no_sums {
            let sum = |column| self.nothing.iter().map(|row| self.rows[*row][column]).sum();
            let together = (0..self.columns).map(sum).collect();
            self.lines.push(Line::of(together));
        }
    }

    /// Whether the sum of the months that show nothing leaves each of them open, even to one who knows which of them
    /// have fewer than 5: it is neither the least nor the most that they can come to.
    fn nothing_is_safe(&self) -> bool {
        let totals = || self.nothing.iter().filter_map(|row| self.total(*row));
        let sum: u64 = totals().sum();
        let least: u64 = totals().map(|total| if is_small(total) { 1 } else { FEWEST }).sum();
        let all_small = totals().all(is_small);
        let most = self.nothing.len() as u64 * (FEWEST - 1);
        self.nothing.len() >= 2 && sum >= FEWEST && sum > least && (!all_small || sum < most)
    }

    /// Finds the rectangle: first what is small, then what must go with it, until nothing more must.
    fn small_cells(&mut self) {
        for (at, line) in self.lines.iter().enumerate() {
            for column in 0..self.columns {
                if is_small(line.at(column)) {
                    self.in_lines.insert(at);
                    self.in_columns.insert(column);
                }
            }
        }
        while self.one_more_column() || self.one_more_line() {}
    }

    /// Adds a column where what one learns of a month by subtraction would be too small, or would be one number: from its
    /// total, or, where that is not known, from the sums of the columns.
    fn one_more_column(&mut self) -> bool {
        let no_column_sums = self.no_sums || self.no_column_sums;
        let is_learnt = |at: &&usize| !no_column_sums || self.lines[**at].total.is_some();
        let is_small = |at: &&usize| self.in_columns.len() < 2 || self.lines[**at].within(&self.in_columns) < FEWEST;
        let Some(at) = self.in_lines.iter().filter(is_learnt).find(is_small) else {
            return false;
        };
        let line = &self.lines[*at];
        let others = (0..self.columns).filter(|column| !self.in_columns.contains(column));
        // One that is nought in this month adds nothing to its rest.
        let next = others
            .filter(|column| line.at(*column) > 0)
            .min_by_key(|column| self.sum(*column));
        match next {
            Some(next) => self.in_columns.insert(next),
            // Without the sums of columns nothing is learnt of a month that has no total.
            None if line.total.is_none() => {
                self.no_column_sums = true;
                true
            }
            None => false,
        }
    }

    /// Adds a month where a column's sum less what is shown of it would be too small, or would be one number.
    fn one_more_line(&mut self) -> bool {
        let any_is_shown = self.in_columns.iter().any(|column| self.is_known(*column));
        if self.no_sums || self.no_column_sums || !any_is_shown {
            return false;
        }
        // The rest of a column that is not known follows from the totals of the months that have one.
        let adds = |at: &&usize, column: usize| self.is_known(column) || self.lines[**at].total.is_some();
        let rest = |column: usize| -> u64 {
            let lines = self.in_lines.iter().filter(|at| adds(at, column));
            lines.map(|at| self.lines[*at].at(column)).sum()
        };
        let mut columns = self.in_columns.iter().copied();
        let Some(column) = columns.find(|column| self.in_lines.len() < 2 || rest(*column) < FEWEST) else {
            return false;
        };
        let others = (0..self.lines.len()).filter(|at| !self.in_lines.contains(at));
        let next = others
            .filter(|at| self.lines[*at].at(column) > 0)
            .min_by_key(|at| self.lines[*at].size());
        match next {
            Some(next) => {
                self.in_lines.insert(next);
            }
            None => self.no_column_sums = true,
        }
        true
    }

    fn sum(&self, column: usize) -> u64 {
        self.rows.iter().filter_map(|row| row[column]).sum()
    }

    fn is_known(&self, column: usize) -> bool {
        self.rows.iter().all(|row| row[column].is_some())
    }

    fn table(&self) -> ShownTable {
        let rows = (0..self.rows.len()).map(|row| self.row(row)).collect();
        let cell = |column: usize| {
            let withheld = self.no_sums || (self.no_column_sums && self.in_columns.contains(&column));
            shown(self.is_known(column).then(|| self.sum(column)), withheld)
        };
        let total: Option<u64> = (0..self.rows.len()).map(|row| self.total(row)).sum();
        ShownTable {
            rows,
            sums: ShownRow {
                cells: (0..self.columns).map(cell).collect(),
                total: shown(total, self.no_sums),
            },
        }
    }

    fn row(&self, row: usize) -> ShownRow {
        let nothing = self.nothing.contains(&row);
        let in_rectangle = self.line_of[row].is_some_and(|line| self.in_lines.contains(&line));
        let cell = |(column, count): (usize, &Option<u64>)| {
            shown(*count, nothing || (in_rectangle && self.in_columns.contains(&column)))
        };
        ShownRow {
            cells: self.rows[row].iter().enumerate().map(cell).collect(),
            total: shown(self.total(row), nothing),
        }
    }
}

fn shown(count: Option<u64>, withheld: bool) -> Shown {
    match count {
        None => Shown::Unknown,
        Some(_) if withheld => Shown::Withheld,
        Some(count) => Shown::Number(count),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn known(rows: &[&[u64]]) -> Vec<Counts> {
        rows.iter()
            .map(|row| row.iter().map(|count| Some(*count)).collect())
            .collect()
    }

    fn text(row: &ShownRow) -> String {
        let one = |shown: &Shown| match shown {
            Shown::Number(number) => number.to_string(),
            Shown::Withheld => "c".to_owned(),
            Shown::Unknown => "?".to_owned(),
            Shown::NoValue => "-".to_owned(),
        };
        let cells: Vec<_> = row.cells.iter().map(one).collect();
        format!("{} = {}", cells.join(" "), one(&row.total))
    }

    #[track_caller]
    fn check(rows: &[Counts], expected: &[&str]) {
        let table = withhold(rows, rows[0].len());
        let lines: Vec<_> = table.rows.iter().chain([&table.sums]).map(text).collect();
        assert_eq!(lines, expected);
    }

    #[test]
    fn what_is_large_enough_is_shown() {
        check(
            &known(&[&[500, 0], &[5, 9]]),
            &["500 0 = 500", "5 9 = 14", "505 9 = 514"],
        );
    }

    #[test]
    fn a_small_number_goes_with_others_of_its_month_and_its_column() {
        check(
            &known(&[&[500, 30, 3], &[400, 20, 9], &[450, 25, 12]]),
            &["500 c c = 533", "400 c c = 429", "450 25 12 = 487", "1350 75 24 = 1449"],
        );
    }

    #[test]
    fn a_column_that_is_small_in_all_shows_no_sum() {
        check(
            &known(&[&[500, 30, 3], &[400, 20, 0]]),
            &["500 c c = 533", "400 c c = 420", "900 c c = 953"],
        );
    }

    #[test]
    fn a_month_with_too_few_shows_nothing_and_takes_another_with_it() {
        check(&known(&[&[3], &[40], &[20]]), &["c = c", "40 = 40", "c = c", "63 = 63"]);
        check(&known(&[&[3], &[0]]), &["c = c", "0 = 0", "c = c"]);
        check(&known(&[&[4], &[4]]), &["c = c", "c = c", "c = c"]);
        check(&known(&[&[4], &[3]]), &["c = c", "c = c", "7 = 7"]);
    }

    #[test]
    fn what_is_not_known_has_no_total() {
        check(
            &[vec![Some(50), None], vec![Some(60), Some(7)]],
            &["50 ? = ?", "60 7 = 67", "110 ? = ?"],
        );
        check(
            &[vec![Some(2), None], vec![Some(60), Some(7)]],
            &["c ? = ?", "60 7 = 67", "c ? = ?"],
        );
    }

    #[test]
    fn a_column_that_is_not_known_does_not_tell_of_the_others() {
        check(
            &[vec![Some(7), None], vec![Some(4), Some(1)], vec![Some(5), Some(0)]],
            &["7 ? = ?", "c c = 5", "c c = 5", "c ? = ?"],
        );
        check(
            &[vec![Some(0), None, Some(1)], vec![Some(5), Some(5), Some(4)]],
            &["c ? c = ?", "c 5 c = 14", "c ? c = ?"],
        );
    }

    /// Tries to work hidden numbers out from what is shown: each total is a sum; each number is nought or more.
    /// Bounds are drawn in from all sums until nothing moves.
    fn attack(table: &ShownTable) -> Vec<Vec<(i64, i64)>> {
        let columns = table.sums.cells.len();
        let width = columns + 1;
        let all: Vec<&ShownRow> = table.rows.iter().chain([&table.sums]).collect();
        let bound = |shown: &Shown| match shown {
            Shown::Number(number) => (*number as i64, *number as i64),
            _ => (0, 1_000_000),
        };
        let mut bounds: Vec<Vec<(i64, i64)>> = all
            .iter()
            .map(|row| row.cells.iter().chain([&row.total]).map(bound).collect())
            .collect();
        let last = all.len() - 1;
        let mut sums: Vec<Vec<(usize, usize)>> = Vec::new();
        for row in 0..all.len() {
            sums.push((0..width).rev().map(|column| (row, column)).collect());
        }
        for column in 0..width {
            sums.push((0..=last).rev().map(|row| (row, column)).collect());
        }
        loop {
            let before = bounds.clone();
            for sum in &sums {
                let (whole, parts) = (sum[0], &sum[1..]);
                let low: i64 = parts.iter().map(|at| bounds[at.0][at.1].0).sum();
                let high: i64 = parts.iter().map(|at| bounds[at.0][at.1].1).sum();
                let (least, most) = bounds[whole.0][whole.1];
                bounds[whole.0][whole.1] = (least.max(low), most.min(high));
                let (least, most) = bounds[whole.0][whole.1];
                for at in parts {
                    let (own_low, own_high) = bounds[at.0][at.1];
                    bounds[at.0][at.1] = (
                        own_low.max(least - (high - own_high)),
                        own_high.min(most - (low - own_low)),
                    );
                }
            }
            if bounds == before {
                return bounds;
            }
        }
    }

    /// Whether a hidden number follows from the sums by adding and taking away alone: whether it is fixed once all sums
    /// are, which is to say whether no other numbers have the same sums. Solved with a large prime in place of fractions.
    fn is_fixed(table: &ShownTable) -> Vec<(usize, usize)> {
        const PRIME: i128 = 2_147_483_647;
        let columns = table.sums.cells.len();
        let all: Vec<&ShownRow> = table.rows.iter().chain([&table.sums]).collect();
        let width = columns + 1;
        let hidden: Vec<(usize, usize)> = (0..all.len())
            .flat_map(|row| (0..width).map(move |column| (row, column)))
            .filter(|(row, column)| {
                all[*row]
                    .cells
                    .get(*column)
                    .unwrap_or(&all[*row].total)
                    .number()
                    .is_none()
            })
            .collect();
        let place = |at: (usize, usize)| hidden.iter().position(|one| *one == at);
        let mut equations: Vec<Vec<i128>> = Vec::new();
        let mut add = |members: Vec<(usize, usize)>, whole: (usize, usize)| {
            let mut equation = vec![0; hidden.len()];
            for at in members {
                if let Some(place) = place(at) {
                    equation[place] += 1;
                }
            }
            if let Some(place) = place(whole) {
                equation[place] += PRIME - 1;
            }
            equations.push(equation);
        };
        for row in 0..all.len() {
            add((0..columns).map(|column| (row, column)).collect(), (row, columns));
        }
        for column in 0..width {
            add(
                (0..all.len() - 1).map(|row| (row, column)).collect(),
                (all.len() - 1, column),
            );
        }
        let mut solved = Vec::new();
        for column in 0..hidden.len() {
            let Some(pivot) = (solved.len()..equations.len()).find(|row| equations[*row][column] % PRIME != 0) else {
                continue;
            };
            let at = solved.len();
            equations.swap(at, pivot);
            let inverse = power(equations[at][column], PRIME - 2, PRIME);
            equations[at]
                .iter_mut()
                .for_each(|value| *value = *value * inverse % PRIME);
            for row in (0..equations.len()).filter(|row| *row != at) {
                let times = equations[row][column];
                let solving = equations[at].clone();
                for (value, of_pivot) in equations[row].iter_mut().zip(solving) {
                    let less = times * of_pivot % PRIME;
                    *value = (*value + PRIME - less) % PRIME;
                }
            }
            solved.push(column);
        }
        let alone = |row: &usize| equations[*row].iter().filter(|value| **value != 0).count() == 1;
        (0..solved.len()).filter(alone).map(|row| hidden[solved[row]]).collect()
    }

    fn power(mut base: i128, mut exponent: i128, prime: i128) -> i128 {
        let mut result = 1;
        while exponent > 0 {
            if exponent & 1 == 1 {
                result = result * base % prime;
            }
            base = base * base % prime;
            exponent >>= 1;
        }
        result
    }

    #[test]
    fn the_attack_itself_finds_what_was_withheld_too_little() {
        let mut table = withhold(&known(&[&[500, 30, 9], &[400, 20, 9]]), 3);
        table.rows[0].cells[2] = Shown::Withheld;
        assert_eq!(attack(&table)[0][2], (9, 9));
        assert_eq!(is_fixed(&table), [(0, 2)]);
    }

    fn tables() -> impl Strategy<Value = Vec<Counts>> {
        let cell = prop_oneof![
            3 => (0_u64..7).prop_map(Some),
            3 => (0_u64..40).prop_map(Some),
            1 => (5_u64..2_000).prop_map(Some),
            1 => Just(Some(0)),
        ];
        let gap = prop::option::weighted(0.97, Just(()));
        (1_usize..6, 1_usize..14).prop_flat_map(move |(columns, rows)| {
            let cell = (cell.clone(), gap.clone()).prop_map(|(count, gap)| gap.and(count));
            prop::collection::vec(prop::collection::vec(cell, columns), rows)
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4_000))]

        #[test]
        fn no_small_number_is_shown_or_can_be_worked_out(rows in tables()) {
            let columns = rows[0].len();
            let table = withhold(&rows, columns);
            let fixed = is_fixed(&table);
            let bounds = attack(&table);
            for (at, row) in table.rows.iter().chain([&table.sums]).enumerate() {
                for (column, shown) in row.cells.iter().chain([&row.total]).enumerate() {
                    let truth = |column: usize| -> Option<u64> {
                        let of = |row: &Counts| if column < columns { row[column] } else { row.iter().copied().sum() };
                        if at < rows.len() { of(&rows[at]) } else { rows.iter().map(of).sum() }
                    };
                    match shown {
                        Shown::Number(number) => {
                            prop_assert_eq!(Some(*number), truth(column));
                            prop_assert!(!is_small(*number), "{} is shown", number);
                        }
                        Shown::Unknown => prop_assert_eq!(truth(column), None),
                        Shown::NoValue => prop_assert!(false),
                        Shown::Withheld => {
                            let truth = truth(column).unwrap_or_default();
                            if is_small(truth) {
                                let (low, high) = bounds[at][column];
                                prop_assert!(!fixed.contains(&(at, column)), "{} at {},{}", truth, at, column);
                                prop_assert!(high - low >= 2, "{} is between {} and {}", truth, low, high);
                            }
                        }
                    }
                }
            }
        }
    }
}
