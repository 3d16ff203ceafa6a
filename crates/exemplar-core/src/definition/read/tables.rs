//! A table or a grid: what is asked in each of some fixed rows. Rows that people add are in [`super::rows`].

use indexmap::IndexMap;

use super::question::{self, Inherited};
use super::rules::KindRules;
use super::{Reader, Row, Spot, facts, rows};
use crate::definition::keys::kind_of;
use crate::definition::limits::{GRID_OPTIONS, TABLE_COLUMNS, TABLE_ROWS};
use crate::definition::source::{Key, Node};
use crate::definition::{FixedRows, GRID, Page, PageContent, Question, RowsRules, TABLE, shape};
use crate::id::Name;
use crate::kind::{Control, Kind, TableKind, build};
use crate::text::Text;

/// What a question of a table cannot have: there is no place for it in a cell.
const NOT_IN_A_CELL: &[&str] = &["when", "say", "help", "or_tick"];

/// Reads what stands under `table` or `grid` of the question `key`.
pub(super) fn read<'a>(
    reader: &Reader<'a>,
    key: &'a Key,
    (is, spot): (&'static str, &Spot<'a>),
    (question, inherited): (&Spot<'a>, &Inherited),
) -> Option<Box<dyn Kind>> {
    if reader.row().is_some() {
        reader.error(
            key.place,
            "not_supported",
            format!("A {is} cannot stand within rows."),
            "Ask for it on a page of its own.",
        );
        return None;
    }
    for strange in ["or_tick"] {
        if let Some((key, _)) = question.node.entries().iter().find(|(key, _)| key.text == strange) {
            let message = format!("A {is} has no \"{strange}\".");
            reader.error(key.place, "rule", message, "Write optional: yes, or ask before.");
        }
    }
    let fixed = fixed_rows(reader, key, (is, spot));
    let of = Name::from(key.text.as_str());
    reader.stand_in_row(Some(Row {
        of: of.clone(),
        before: None,
    }));
    let questions = if is == GRID {
        grid_question(reader, key, spot).into_iter().collect()
    } else {
        columns(reader, key, &of, spot, inherited)
    };
    let facts = facts::of_spot(reader, spot);
    reader.stand_in_row(None);
    if questions.is_empty() || fixed.is_empty() {
        return None;
    }
    let pages = vec![Page {
        name: of,
        when: None,
        content: PageContent::Together {
            title: Text::default(),
            say: None,
            questions,
        },
    }];
    let rules = RowsRules {
        each: Text::default(),
        many: None,
        places: rows::places(&pages),
        pages,
        together: true,
        at_least: None,
        at_most: None,
        exactly: None,
        unique: Vec::new(),
        title: None,
        facts,
        fixed: None,
        within: None,
    };
    Some(Box::new(TableKind::new(rules, FixedRows { key: is, rows: fixed })))
}

/// The rows by name, each with its label.
fn fixed_rows<'a>(reader: &Reader<'a>, key: &Key, (is, spot): (&str, &Spot<'a>)) -> IndexMap<Name, Text> {
    let mut rows = IndexMap::new();
    for (key, spot) in spot.get("rows").iter().flat_map(Spot::entries) {
        shape::name(key, &[], &mut reader.findings());
        if rows.len() == TABLE_ROWS {
            let message = format!("A {is} has at most {TABLE_ROWS} rows.");
            reader.error(key.place, "too_many_rows", message, "Split it into two questions.");
            break;
        }
        if let Some(label) = reader.words(&spot) {
            rows.insert(Name::from(key.text.as_str()), label);
        }
    }
    if rows.is_empty() {
        missing(reader, key, is, "rows", "Write NAME: Label beneath rows, a line each.");
    }
    rows
}

fn missing(reader: &Reader<'_>, key: &Key, is: &str, what: &str, advice: &str) {
    reader.error(key.place, "missing", format!("This {is} has no {what}."), advice);
}

/// The questions of a table, each of one control.
fn columns<'a>(reader: &Reader<'a>, key: &Key, of: &Name, spot: &Spot<'a>, inherited: &Inherited) -> Vec<Question> {
    let columns = spot.get("columns");
    let entries: Vec<_> = columns.iter().flat_map(Spot::entries).collect();
    if entries.is_empty() {
        missing(
            reader,
            key,
            TABLE,
            "columns",
            "Write the questions of a row beneath columns.",
        );
    }
    if let Some((key, _)) = entries.get(TABLE_COLUMNS) {
        let message = format!("A table has at most {TABLE_COLUMNS} columns.");
        reader.error(key.place, "too_many_questions", message, "Ask less in each row.");
    }
    let together = inherited.together();
    let columns = entries.iter().filter_map(|(key, spot)| {
        reader.stand_in_row(Some(Row {
            of: of.clone(),
            before: rows::order_of(reader, &key.text),
        }));
        for (strange, _) in spot.node.entries() {
            if NOT_IN_A_CELL.contains(&strange.text.as_str()) {
                let message = format!("A column of a table has no \"{}\".", strange.text);
                reader.error(
                    strange.place,
                    "column",
                    message,
                    "Take it out, or ask on a page of its own.",
                );
            }
        }
        let question = question::read(reader, key, spot, &together)?;
        let fits = matches!(
            question.kind.controls(0),
            [Control::Line(_) | Control::Select(_) | Control::Search(_) | Control::Date(_) | Control::Radios(_)]
        );
        if !fits {
            reader.error(
                key.place,
                "column",
                format!("\"{}\" does not fit into a cell of a table.", question.kind.key()),
                "Ask for it on a page of its own, or in rows.",
            );
        }
        fits.then_some(question)
    });
    columns.collect()
}

/// The one question of a grid: it has the grid's own name.
fn grid_question<'a>(reader: &Reader<'a>, key: &'a Key, spot: &Spot<'a>) -> Option<Question> {
    let Some(choices) = spot.get("one_of") else {
        missing(
            reader,
            key,
            GRID,
            "one_of",
            "Write the options that are chosen from in each row.",
        );
        return None;
    };
    let rules = KindRules {
        reader,
        spot: choices,
        kind: kind_of("one_of")?,
        question: &key.text,
    };
    let kind = match build("one_of", &rules) {
        Ok(kind) => kind,
        Err(problems) => {
            for problem in problems {
                let place = spot.node.get("one_of").map_or(key.place, |node: &Node| node.place);
                let advice = problem.mend.unwrap_or_else(|| "Change it.".into());
                reader.error(place, "rule", problem.says, advice);
            }
            return None;
        }
    };
    let n = kind.choices().map_or(0, |choices| choices.0.len());
    if n > GRID_OPTIONS {
        let message = format!("A grid has at most {GRID_OPTIONS} options.");
        reader.error(
            key.place,
            "too_many_options",
            message,
            "Ask with a table and a choice in each row.",
        );
    }
    Some(Question {
        name: Name::from(key.text.as_str()),
        ask: Text::default(),
        called: Text::default(),
        hint: None,
        say: None,
        help: None,
        why: None,
        law: None,
        when: None,
        optional: false,
        or_tick: None,
        prefill: None,
        kind,
        must: Vec::new(),
        errors: std::collections::BTreeMap::new(),
    })
}
