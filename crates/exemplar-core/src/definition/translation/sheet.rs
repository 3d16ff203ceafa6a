//! Texts as a table for spreadsheets: a row each, with its place, its source and its translation. Names and conditions
//! stand in them as they are; they are looked at when the table comes back.

use super::{OneText, Returned, Texts, Unreadable, plain};

/// The first column: where a text stands.
const PLACE: &str = "text";

/// The texts as CSV, with the mark by which spreadsheets know that it is UTF-8.
#[must_use]
pub fn to_csv(texts: &Texts) -> String {
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(Vec::new());
    let mut rows = vec![[PLACE.to_owned(), texts.from.clone(), texts.to.clone()]];
    rows.extend(texts.texts.iter().map(|text| {
        let target = text.target.as_deref().unwrap_or_default();
        [text.path.clone(), harmless(&text.source), harmless(target)]
    }));
    let written = rows.iter().try_for_each(|row| writer.write_record(row));
    let bytes = writer.into_inner().unwrap_or_default();
    debug_assert!(written.is_ok(), "memory takes every row");
    format!("\u{feff}{}", String::from_utf8_lossy(&bytes))
}

/// The texts of a table that came back. Spreadsheets of some countries write semicolons or tabs between the cells.
///
/// # Errors
/// It is no such table.
pub fn from_csv(file: &[u8]) -> Result<Returned, Unreadable> {
    let text = plain(file, "CSV")?;
    let head = text.lines().next().unwrap_or_default();
    let between = [b',', b';', b'\t'];
    let between = between.into_iter().find(|sign| head.contains(char::from(*sign)));
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(between.unwrap_or(b','))
        .flexible(true)
        .from_reader(text.as_bytes());
    let not = |why: String| Unreadable::Not { format: "CSV", why };
    let head = reader.headers().map_err(|error| not(error.to_string()))?.clone();
    let to = match (head.get(0), head.get(1), head.get(2)) {
        (Some(PLACE), Some(_), Some(to)) if !to.is_empty() => to.to_owned(),
        _ => {
            let why = format!("its first line must be {PLACE}, the language of the definition, the other language");
            return Err(not(why));
        }
    };
    let mut texts = Vec::new();
    for row in reader.records() {
        let row = row.map_err(|error| not(error.to_string()))?;
        let cell = |place| as_written(row.get(place).unwrap_or_default());
        if let Some(path) = row.get(0).filter(|path| !path.is_empty()) {
            texts.push(OneText {
                path: path.to_owned(),
                source: cell(1),
                target: Some(cell(2)).filter(|target| !target.is_empty()),
            });
        }
    }
    Ok(Returned { to, texts })
}

/// A cell that no spreadsheet takes for a formula: an apostrophe before what would begin one.
/// Source: OWASP, CSV injection.
fn harmless(cell: &str) -> String {
    if begins_formula(cell) {
        format!("'{cell}")
    } else {
        cell.to_owned()
    }
}

/// A cell without the apostrophe that we put before it, and with the ends of lines as we write them.
fn as_written(cell: &str) -> String {
    let own = cell.strip_prefix('\'').filter(|rest| begins_formula(rest));
    own.unwrap_or(cell).replace("\r\n", "\n")
}

/// Whether a spreadsheet would work a cell out. One with our apostrophe before it counts too, so that it comes back.
fn begins_formula(cell: &str) -> bool {
    cell.trim_start_matches('\'')
        .starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(targets: &[&str]) -> Texts {
        let text = |(i, target): (usize, &&str)| OneText {
            path: format!("phrases.p{i}"),
            source: "A \"quoted\", ((name))".to_owned(),
            target: Some((*target).to_owned()).filter(|target| !target.is_empty()),
        };
        Texts {
            service: "permit".to_owned(),
            from: "en".to_owned(),
            to: "ar".to_owned(),
            is_draft: true,
            texts: targets.iter().enumerate().map(text).collect(),
        }
    }

    #[test]
    fn a_table_comes_back_as_it_went() {
        let ours = texts(&["", "=1+1", "'=1", "''", "- one\n- two", "سطر\n\nسطر", "\"", "a;b"]);
        let came = from_csv(to_csv(&ours).as_bytes()).unwrap();
        assert_eq!((came.to.as_str(), came.texts), ("ar", ours.texts));
    }

    #[test]
    fn no_cell_begins_a_formula() {
        let table = to_csv(&texts(&["=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\t=1"]));
        for row in csv::Reader::from_reader(table.as_bytes()).records() {
            assert!(row.unwrap()[2].starts_with('\''));
        }
    }

    #[test]
    fn a_table_of_another_country_is_read() {
        let came = from_csv(b"text;en;cy\r\nname;Apply;Gwneud cais\r\n").unwrap();
        assert_eq!(came.texts[0].target.as_deref(), Some("Gwneud cais"));
    }

    #[test]
    fn what_is_no_table_of_texts_is_refused() {
        for wrong in [&b"a,b,c\n"[..], b"text,en\n", b"", b"\xff\xfe"] {
            assert!(matches!(from_csv(wrong), Err(Unreadable::Not { format: "CSV", .. })));
        }
    }
}
