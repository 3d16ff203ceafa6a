//! `lists/NAME.csv`: a line of column names, then a line for each row.

use std::collections::HashMap;
use std::sync::Arc;

use indexmap::IndexMap;

use super::{Findings, Place};
use crate::definition::List;
use crate::definition::limits::{LIST_COLUMNS, LIST_ROWS};
use crate::expression::closest;
use crate::id::{Language, Name};
use crate::text::Text;

/// Reads a list. What is wrong with it is among the findings; what can be read is given all the same.
pub(in crate::definition) fn read_table(
    file: usize,
    text: &str,
    languages: &[Language],
    findings: &mut Findings,
) -> List {
    let mut reader = csv::ReaderBuilder::new()
        .trim(csv::Trim::All)
        .flexible(true)
        .from_reader(text.as_bytes());
    let at = |line: u64| Place {
        file,
        line: usize::try_from(line).unwrap_or(0),
        column: 1,
        length: 1,
    };
    let mut list = List::default();
    let Ok(headers) = reader.headers() else {
        findings.error(at(1), "list", "This list cannot be read.", "Check its first line.");
        return list;
    };
    list.columns = headers.iter().map(Name::from).collect();
    if list.columns.first().map(Name::as_str) != Some("id") || list.columns.len() > LIST_COLUMNS {
        findings.error(
            at(1),
            "list_columns",
            format!("The first column must be \"id\", and there are at most {LIST_COLUMNS}."),
            "Begin the first line with id, then name, then any other columns.",
        );
        return list;
    }
    columns(&list.columns, languages, at(1), findings);
    let mut lines: HashMap<Name, u64> = HashMap::new();
    for (count, record) in reader.records().enumerate() {
        let Ok(record) = record else {
            findings.error(at(0), "list", "A row of this list cannot be read.", "Check its quotes.");
            return list;
        };
        let line = record.position().map_or(0, csv::Position::line);
        if count >= LIST_ROWS {
            findings.error(
                at(line),
                "list_rows",
                format!("A list has at most {LIST_ROWS} rows."),
                "Shorten it.",
            );
            return list;
        }
        if record.len() != list.columns.len() {
            findings.error(
                at(line),
                "list_row",
                format!(
                    "This row has {} cells, and there are {} columns.",
                    record.len(),
                    list.columns.len()
                ),
                "A text with a comma in it must stand in quotes.",
            );
            continue;
        }
        let id = Name::from(record.get(0).unwrap_or_default());
        let cells: Vec<Arc<str>> = record.iter().map(Arc::from).collect();
        if let Some(message) = wrong_id(&id, lines.get(&id)) {
            findings.error(at(line), "list_id", message, "Give every row an id of its own.");
            continue;
        }
        lines.insert(id.clone(), line);
        list.rows.insert(id, cells);
    }
    list.names = names(&list, languages);
    list
}

/// What is wrong with the id of a row: it has none, or one that stands above already, in that line.
fn wrong_id(id: &Name, above: Option<&u64>) -> Option<String> {
    if id.as_str().is_empty() {
        return Some("This row has no id.".to_owned());
    }
    above.map(|line| format!("The id \"{id}\" stands in line {line} already."))
}

/// Notes columns that stand twice, and those that look like a mistyped one that the platform knows.
fn columns(columns: &[Name], languages: &[Language], place: Place, findings: &mut Findings) {
    let of_languages = languages.iter().skip(1).map(|language| format!("name_{language}"));
    let known: Vec<String> = ["name".to_owned(), "also".to_owned()]
        .into_iter()
        .chain(of_languages)
        .collect();
    let is_there = |name: &str| columns.iter().any(|column| column.as_str() == name);
    let absent = || known.iter().map(String::as_str).filter(|name| !is_there(name));
    for (number, column) in columns.iter().enumerate() {
        let name = column.as_str();
        if name.is_empty() {
            let message = format!("The {}. column has no name.", number + 1);
            findings.error(place, "list_columns", message, "Name it in the first line.");
        } else if columns[..number].contains(column) {
            let message = format!("The column \"{name}\" stands here twice.");
            findings.error(place, "list_columns", message, "Rename one of them, or take it out.");
        } else if let Some(like) = closest(name, absent()).filter(|_| !known.iter().any(|known| known == name)) {
            let message = format!("The platform knows no column \"{name}\".");
            let advice = format!("Did you mean \"{like}\"? A column of your own is best called otherwise.");
            findings.warning(place, "list_column", message, advice);
        }
    }
}

/// The column `name`, and `name_cy` for another language.
fn names(list: &List, languages: &[Language]) -> IndexMap<Name, Text> {
    let column = |name: &str| list.columns.iter().position(|column| column.as_str() == name);
    let Some(own) = column("name") else {
        return IndexMap::new();
    };
    let others: Vec<Option<usize>> = languages
        .iter()
        .skip(1)
        .map(|language| column(&format!("name_{language}")))
        .collect();
    let words = |cells: &Vec<Arc<str>>| {
        let cell = |place: Option<usize>| place.and_then(|place| cells.get(place)).cloned();
        let others = others.iter().map(|place| cell(*place));
        let others = others.map(|name| name.filter(|name| !name.is_empty()));
        Text::new(std::iter::once(cell(Some(own))).chain(others).collect())
    };
    list.rows.iter().map(|(id, cells)| (id.clone(), words(cells))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_read_with_its_names_in_each_language() {
        let mut findings = Findings::default();
        let file = findings.file("lists/offices.csv");
        let languages = [Language::from("en"), Language::from("cy")];
        let text = "id,name,name_cy,office\nCF,\"Cardiff, City\",Caerdydd,cardiff\n";
        let list = read_table(file, text, &languages, &mut findings);
        assert!(!findings.has_errors());
        let name = &list.names[&Name::from("CF")];
        assert_eq!((name.get(0), name.get(1)), ("Cardiff, City", "Caerdydd"));
    }

    #[test]
    fn a_row_with_a_cell_too_many_is_refused() {
        let mut findings = Findings::default();
        let file = findings.file("lists/offices.csv");
        read_table(file, "id,name\nCF,Cardiff, City\nCF,x\nCF,y\n", &[], &mut findings);
        let codes: Vec<_> = findings.into_sorted().iter().map(|f| (f.code, f.line)).collect();
        assert_eq!(codes, [("list_row", 2), ("list_id", 4)]);
    }
}
