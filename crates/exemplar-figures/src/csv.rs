//! Figures as a table for spreadsheets and programs: one line for each, as RFC 4180 has it.

use crate::facts::Fact;

/// The columns, in order.
pub const COLUMNS: [&str; 9] = [
    "service",
    "indicator",
    "part",
    "from",
    "to",
    "is_over",
    "value",
    "unit",
    "status",
];

/// The table.
#[must_use]
pub fn write(service: &str, facts: &[Fact]) -> String {
    let terminator = csv::Terminator::CRLF;
    let mut writer = csv::WriterBuilder::new().terminator(terminator).from_writer(Vec::new());
    // Writing to memory does not fail; what did would be an empty table, never half a one.
    let written = writer.write_record(COLUMNS).and_then(|()| {
        facts.iter().try_for_each(|fact| {
            let is_over = if fact.is_over { "true" } else { "false" };
            let (part, from, to, value) = (&*fact.part, &*fact.from, &*fact.to, &*fact.value);
            writer.write_record([
                service,
                fact.indicator,
                part,
                from,
                to,
                is_over,
                value,
                &fact.unit,
                fact.status,
            ])
        })
    });
    let bytes = writer.into_inner().unwrap_or_default();
    written.map_or_else(|_| String::new(), |()| String::from_utf8(bytes).unwrap_or_default())
}

/// Lines of any table. A cell that a spreadsheet would take for a formula begins with an apostrophe, which keeps it text.
#[must_use]
pub fn lines(rows: &[Vec<String>]) -> String {
    let terminator = csv::Terminator::CRLF;
    let mut writer = csv::WriterBuilder::new().terminator(terminator).from_writer(Vec::new());
    let is_formula = |cell: &str| cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let written = rows.iter().try_for_each(|row| {
        writer.write_record(row.iter().map(|cell| match is_formula(cell) {
            true => format!("'{cell}"),
            false => cell.clone(),
        }))
    });
    let bytes = writer.into_inner().unwrap_or_default();
    written.map_or_else(|_| String::new(), |()| String::from_utf8(bytes).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_no_formula() {
        let rows = [vec!["=1+1".to_owned(), "Brick, Sons".to_owned()]];
        assert_eq!(lines(&rows), "'=1+1,\"Brick, Sons\"\r\n");
    }

    #[test]
    fn a_figure_that_is_withheld_has_no_value_in_its_line() {
        let fact = Fact {
            indicator: "completed_transactions",
            part: "web".to_owned(),
            from: "2026-03".to_owned(),
            to: "2026-03".to_owned(),
            is_over: true,
            value: String::new(),
            unit: "transactions".to_owned(),
            status: "withheld",
        };
        assert_eq!(
            write("example-permit", &[fact]),
            "service,indicator,part,from,to,is_over,value,unit,status\r\n\
             example-permit,completed_transactions,web,2026-03,2026-03,true,,transactions,withheld\r\n"
        );
    }
}
