//! Long lists of options, each in a file of its own.

use std::collections::HashMap;

use super::tree::Tree;
use crate::form::Choice;
use crate::names::Names;

/// From so many options on, they stand in a file.
const LONG: usize = 20;

/// The lists of a service.
#[derive(Debug, Default)]
pub(super) struct Lists {
    /// The names of lists by what is in them: the same options, the same list.
    by_rows: HashMap<Vec<(String, String)>, String>,
    pub(super) files: Vec<(String, String)>,
}

impl Lists {
    /// The options of a choice: in place, or the name of a list.
    pub(super) fn options(
        &mut self,
        (options, names): (&[Choice], &[String]),
        others: &[String],
        list: (&str, &mut Names),
        option: impl FnMut(usize, &Choice) -> Tree,
    ) -> Tree {
        let is_plain = |option: &Choice| option.hint.is_empty() && option.when.is_none() && !option.alone;
        if options.len() <= LONG || !options.iter().all(is_plain) {
            let mut option = option;
            let entries = options.iter().zip(names).enumerate();
            return Tree::Under(entries.map(|(i, (own, name))| (name.clone(), option(i, own))).collect());
        }
        let labels = options.iter().map(|option| option.label.own.clone());
        let rows: Vec<(String, String)> = names.iter().cloned().zip(labels).collect();
        let (called, known) = list;
        let name = self.by_rows.entry(rows).or_insert_with(|| {
            let name = known.give(called, "", "options");
            self.files.push((name.clone(), table((options, names), others)));
            name
        });
        Tree::plain(name.as_str())
    }
}

fn table((options, names): (&[Choice], &[String]), others: &[String]) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let mut head = vec!["id".to_owned(), "name".to_owned()];
    let complete = |language: &&String| options.iter().all(|option| option.label.others.contains_key(*language));
    let others: Vec<&String> = others.iter().filter(complete).collect();
    head.extend(others.iter().map(|language| format!("name_{language}")));
    let rows = options.iter().zip(names).map(|(option, name)| {
        let mut row = vec![name.clone(), option.label.own.clone()];
        row.extend(others.iter().map(|language| option.label.others[*language].clone()));
        row
    });
    let rows: Vec<Vec<String>> = std::iter::once(head).chain(rows).collect();
    // Writing into memory cannot fail, nor is anything written that is no UTF-8.
    for row in rows {
        let _ = writer.write_record(&row);
    }
    let bytes = writer.into_inner().unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_default()
}
