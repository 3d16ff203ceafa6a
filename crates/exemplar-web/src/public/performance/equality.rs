//! What people chose at equality questions, by the year, as tables.

use exemplar_app::equality::EqualityFigures;
use exemplar_app::words::{Value, Words};
use exemplar_core::definition::{Definition, EqualityQuestion};
use exemplar_core::id::Name;
use exemplar_core::text::Text;

use super::say;
use super::sections::TableMarkup;
use crate::components::{Table, TableCell};

/// A table for each year and question.
pub fn tables(
    definition: &Definition,
    language: usize,
    words: &Words,
    figures: &[EqualityFigures],
) -> Vec<TableMarkup> {
    figures
        .iter()
        .filter_map(|figures| {
            let question = definition.equality.get(figures.question)?;
            Some(table(question, language, words, figures))
        })
        .collect()
}

fn table(question: &EqualityQuestion, language: usize, words: &Words, figures: &EqualityFigures) -> TableMarkup {
    let said = |own: Option<&Text>, name: &Name, kind: &str| match own {
        Some(own) => own.get(language).to_owned(),
        None => {
            let key = format!("equality-{kind}{}", name.as_str().replace('_', "-"));
            words.find(&key).to_owned()
        }
    };
    let ask = said(question.ask.as_ref(), &question.name, "");
    let with = [
        ("question", Value::Text(&ask)),
        ("year", Value::Text(&figures.year.to_string())),
    ];
    let name = words.with("equality-figures-table", &with);
    let options = question
        .options
        .iter()
        .map(|(name, label)| said(label.as_ref(), name, "option-"));
    let prefer = words.get("equality-prefer-not-to-say").to_owned();
    let rows = options.chain([prefer]).zip(&figures.counts);
    let rows = rows.map(|(option, count)| vec![TableCell::new(option), TableCell::numeric(say::count(words, *count))]);
    let table = Table {
        caption: name.clone().into(),
        caption_classes: "govuk-visually-hidden",
        head: vec![
            TableCell::new(words.get("equality-figures-chosen")),
            TableCell::numeric(words.get("equality-figures-people")),
        ],
        rows: rows.collect(),
        first_cell_is_header: true,
        ..Table::default()
    };
    TableMarkup {
        name,
        markup: table.to_string(),
    }
}
