//! Reads what was chosen. Takes a while for a large application, so it runs on a thread of its own.

use exemplar_core::definition::{self, Folder};
use exemplar_import::report::{Became, Report};
use exemplar_import::{Imported, SourceFile, by_form, import_as_one, import_form, names};

use super::{Chosen, Format, NotImported};

/// What an application is called whose files have nothing in common in their names, until it is called as its service is.
const APPLICATION: &str = "application";
/// The fewest letters that make a name.
const FEWEST_LETTERS: usize = 3;
/// Reasons of the report that say that there is nothing to ask.
const ASKS_NOTHING: [&str; 2] = ["empty_form", "asks_nothing"];

/// What came of it.
pub(super) struct Read {
    /// The service.
    pub(super) folder: Folder,
    /// What it is called.
    pub(super) title: String,
    /// What became of each thing.
    pub(super) report: Report,
}

/// Reads it.
pub(super) fn read(chosen: &Chosen) -> Result<Read, NotImported> {
    if let Some(file) = chosen.files.iter().find(|file| is_no_json(chosen.format, file)) {
        return Err(NotImported::NotJson(file.name.clone()));
    }
    let Imported { folder, mut report } = import(chosen.format, chosen)?;
    let Some(mut folder) = folder else {
        return Err(nothing(chosen, &report));
    };
    let named = definition::read(&folder).definition;
    let title = named.map_or_else(|| folder.name.clone(), |definition| definition.name.get(0).to_owned());
    if folder.name == APPLICATION {
        folder.name = names::folder(&title).unwrap_or(folder.name);
        report.service = Some(folder.name.clone());
    }
    Ok(Read { folder, title, report })
}

fn import(format: Format, chosen: &Chosen) -> Result<Imported, NotImported> {
    if chosen.as_one {
        return Ok(import_as_one(format, &common_name(&chosen.files), &chosen.files));
    }
    let mut forms = by_form(format, chosen.files.clone());
    match (forms.pop(), forms.len()) {
        (Some((form, others)), 0) => Ok(import_form(format, &form, &others)),
        (_, more) => Err(NotImported::ManyForms(more + 1)),
    }
}

/// Why nothing came of it.
fn nothing(chosen: &Chosen, report: &Report) -> NotImported {
    let came_of = |format: Format| import(format, chosen).is_ok_and(|imported| imported.folder.is_some());
    let mut others = Format::ALL.into_iter().filter(|format| *format != chosen.format);
    if report.entries.iter().any(|entry| ASKS_NOTHING.contains(&entry.reason)) {
        return NotImported::AsksNothing;
    }
    let refused = report
        .entries
        .iter()
        .filter(|entry| entry.became == Became::NotPossible);
    NotImported::Nothing {
        says: refused.map(|entry| entry.says.clone()).collect(),
        looks_like: others.find(|format| came_of(*format)),
    }
}

/// Whether a file is not written as those of its system are. One that stands in YAML is told apart by its beginning.
fn is_no_json(format: Format, file: &SourceFile) -> bool {
    let text = String::from_utf8_lossy(&file.content);
    let text = text.trim_start_matches('\u{FEFF}').trim_start();
    let may_be_yaml = format == Format::DefraForms && !text.starts_with(['{', '[']);
    !may_be_yaml && serde_json::from_str::<serde::de::IgnoredAny>(text).is_err()
}

/// What the names of files begin with, all of them.
fn common_name(files: &[SourceFile]) -> String {
    let stem = |file: &SourceFile| {
        file.name
            .rsplit_once('.')
            .map_or(&*file.name, |(stem, _)| stem)
            .to_owned()
    };
    let common = files.iter().map(stem).reduce(|one, other| {
        let alike = one.chars().zip(other.chars()).take_while(|(a, b)| a == b);
        alike.map(|(sign, _)| sign).collect()
    });
    let name = common.unwrap_or_default();
    let name = name.trim_matches(|sign: char| !sign.is_alphabetic());
    if name.chars().count() < FEWEST_LETTERS {
        return APPLICATION.to_owned();
    }
    name.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_application_is_called_as_its_files_begin() {
        let named = |names: &[&str]| {
            let file = |name: &&str| SourceFile {
                name: (*name).to_owned(),
                content: Vec::new(),
            };
            common_name(&names.iter().map(file).collect::<Vec<_>>())
        };
        assert_eq!(
            named(&["night-shelter-1-costs.json", "night-shelter-2-staff.json"]),
            "night-shelter"
        );
        assert_eq!(named(&["costs.json", "staff.json"]), "application");
        assert_eq!(named(&["costs.json"]), "costs");
    }
}
