//! Many reports as one table: by format, by what became of things, by reason.

use std::collections::BTreeMap;

use super::{Became, Report};

/// A table in Markdown: how many things of how many forms, by format and reason.
#[must_use]
pub fn table(reports: &[Report]) -> String {
    let mut rows: BTreeMap<(&str, Became, &str), (usize, usize)> = BTreeMap::new();
    for report in reports {
        let mut of_this: BTreeMap<(Became, &str), usize> = BTreeMap::new();
        for entry in &report.entries {
            *of_this.entry((entry.became, entry.reason)).or_default() += 1;
        }
        for ((became, reason), things) in of_this {
            let row = rows.entry((report.format, became, reason)).or_default();
            row.0 += things;
            row.1 += 1;
        }
    }
    let mut out = String::from("| format | | reason | things | forms |\n|---|---|---|---:|---:|\n");
    for ((format, became, reason), (things, forms)) in rows {
        out.push_str(&format!(
            "| {format} | {} | {} | {things} | {forms} |\n",
            became.in_words(),
            reason.replace('_', " ")
        ));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reasons_are_counted_over_forms() {
        let mut report = Report {
            format: "xgov-v1",
            ..Report::default()
        };
        report.note(Became::LeftOut, ("a", "b"), "no_words", "x");
        report.note(Became::LeftOut, ("c", "b"), "no_words", "x");
        let table = table(&[report.clone(), report]);
        assert!(table.contains("| xgov-v1 | Left out | no words | 4 | 2 |"), "{table}");
    }
}
