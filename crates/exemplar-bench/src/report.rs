//! Tables and JSON on standard output. It measures nothing.
use std::io::Write;

use clap::ValueEnum;
use serde_json::{Map, Value, json};

use crate::statistics::{Better, spread};

/// How a result is printed.
#[derive(Clone, Copy, Debug, PartialEq, ValueEnum)]
pub enum Format {
    /// For people.
    Table,
    /// For programs.
    Json,
}

/// One line of a table: a value from each round.
#[derive(Clone, Debug)]
pub struct Figure {
    name: &'static str,
    unit: &'static str,
    better: Better,
    values: Vec<f64>,
}

/// The figures of one engine over all rounds, in the order in which they were first given.
#[derive(Debug, Default)]
pub struct Figures {
    list: Vec<Figure>,
}

impl Figures {
    /// Adds the value of one round, of a figure that should be great.
    pub fn more(&mut self, name: &'static str, unit: &'static str, value: f64) {
        self.add(name, unit, Better::More, value);
    }

    /// Adds the value of one round, of a figure that should be small.
    pub fn less(&mut self, name: &'static str, unit: &'static str, value: f64) {
        self.add(name, unit, Better::Less, value);
    }

    fn add(&mut self, name: &'static str, unit: &'static str, better: Better, value: f64) {
        match self.list.iter_mut().find(|figure| figure.name == name) {
            Some(figure) => figure.values.push(value),
            None => self.list.push(Figure {
                name,
                unit,
                better,
                values: vec![value],
            }),
        }
    }

    /// As rows: name, best, median, worst, unit.
    pub fn rows(&self) -> Vec<Vec<String>> {
        let row = |figure: &Figure| {
            let [best, median, worst] = spread(&figure.values, figure.better)?.map(number);
            Some(vec![
                figure.name.to_owned(),
                best,
                median,
                worst,
                figure.unit.to_owned(),
            ])
        };
        self.list.iter().filter_map(row).collect()
    }

    /// As an object: each figure with its unit, its spread and the value of each round.
    pub fn json(&self) -> Value {
        let mut object = Map::new();
        for figure in &self.list {
            let spread = spread(&figure.values, figure.better);
            let [best, median, worst] = spread.map_or([None; 3], |spread| spread.map(Some));
            let value =
                json!({ "unit": figure.unit, "best": best, "median": median, "worst": worst, "rounds": figure.values });
            object.insert(figure.name.to_owned(), value);
        }
        Value::Object(object)
    }
}

/// Writes a line to standard output.
pub fn line(text: &str) {
    // When nobody reads any more there is nobody to tell.
    let _ = writeln!(std::io::stdout(), "{text}");
}

/// Writes rows in columns; all but the first and the last column stand to the right.
pub fn table(header: &[&str], rows: &[Vec<String>]) {
    let header: Vec<String> = header.iter().map(|&name| name.to_owned()).collect();
    let all: Vec<&Vec<String>> = std::iter::once(&header).chain(rows).collect();
    let width = |column: usize| {
        all.iter()
            .filter_map(|row| Some(row.get(column)?.chars().count()))
            .max()
            .unwrap_or(0)
    };
    for row in &all {
        let last = row.len().saturating_sub(1);
        let cell = |(column, text): (usize, &String)| match column {
            0 => format!("{text:<width$}", width = width(0)),
            column if column == last => text.clone(),
            column => format!("{text:>width$}", width = width(column)),
        };
        line(
            row.iter()
                .enumerate()
                .map(cell)
                .collect::<Vec<_>>()
                .join("  ")
                .trim_end(),
        );
    }
}

/// A number with as many digits as it deserves.
fn number(value: f64) -> String {
    match value.abs() {
        size if size >= 100.0 || value.fract() == 0.0 => format!("{value:.0}"),
        size if size >= 10.0 => format!("{value:.1}"),
        _ => format!("{value:.2}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_shows_its_rounds_from_best_to_worst() {
        let mut figures = Figures::default();
        for value in [4.0, 12.25, 8.0] {
            figures.less("latency", "ms", value);
        }
        assert_eq!(figures.rows(), [["latency", "4", "8", "12.2", "ms"]]);
        assert_eq!(figures.json()["latency"]["rounds"], json!([4.0, 12.25, 8.0]));
    }

    #[test]
    fn small_numbers_keep_their_digits() {
        assert_eq!(
            [number(0.123), number(12.34), number(1234.5), number(3.0)],
            ["0.12", "12.3", "1234", "3"]
        );
    }
}
