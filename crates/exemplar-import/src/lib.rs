//! Reads forms of other systems and writes them as services of Exemplar, with a report of what became of each thing.
//! Files are read by whoever calls: nothing here opens one, and no address that stands in a form is ever asked.
//!
//! In reading order: [`form`] is a form as every reader gives it; [`html`] and [`names`] help to read it; [`report`] says
//! what became of it; [`write`](mod@write) makes the service; [`xgov`], [`defra`], [`gcforms`] and
//! [`navformio`] read a format each.
//! [`import`] does all of it for one file, [`import_form`] for a form with files that belong to it, and [`by_form`] says
//! which do; [`import_as_one`] makes one service of an application of many forms.

pub mod defra;
pub mod form;
pub mod gcforms;
pub mod html;
pub mod names;
pub mod navformio;
pub mod report;
mod together;
pub mod write;
pub mod xgov;

use exemplar_core::definition::{self, Folder, Severity};

use form::Form;
use report::{Became, Report};

/// The most bytes of one file: the largest form that is known has some 600 KB.
pub const FILE_BYTES: usize = 4 * 1024 * 1024;
/// The most files of an application; the largest that is known has some 40.
pub const FILES: usize = 200;
/// The most pages of a form.
pub const PAGES: usize = 1_000;
/// The most questions of a form, and as many texts.
pub const FIELDS: usize = 5_000;
/// How deep conditions and what they stand for are followed.
pub const DEPTH: usize = 40;

/// A format that can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// The digital form builder of XGov, versions 1 and 2.
    XgovV1,
    /// The forms of Defra.
    DefraForms,
    /// GC Forms of the Government of Canada.
    Gcforms,
    /// The Form.io of NAV, Norway.
    Navformio,
}

impl Format {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::XgovV1, Self::DefraForms, Self::Gcforms, Self::Navformio];

    /// As it is written on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::XgovV1 => "xgov-v1",
            Self::DefraForms => "defra-forms",
            Self::Gcforms => "gcforms",
            Self::Navformio => "navformio",
        }
    }
}

/// A file of another system.
#[derive(Debug, Clone)]
pub struct SourceFile {
    /// Its name, for the report and for a form that has no title.
    pub name: String,
    /// What is in it.
    pub content: Vec<u8>,
}

/// What came of a form.
#[derive(Debug, Clone)]
pub struct Imported {
    /// The service; none where nothing could be made.
    pub folder: Option<Folder>,
    /// What became of each thing.
    pub report: Report,
}

/// Imports one form that stands in one file.
#[must_use]
pub fn import(format: Format, file: &SourceFile) -> Imported {
    import_form(format, file, &[])
}

/// Puts files in order: each form with the files that belong to it, which are its translations.
///
/// A translation belongs to the form whose file is named like it, and to all of them where none is.
#[must_use]
pub fn by_form(format: Format, files: Vec<SourceFile>) -> Vec<(SourceFile, Vec<SourceFile>)> {
    let is_twin = |file: &SourceFile| {
        let text = std::str::from_utf8(&file.content);
        format == Format::Navformio
            && file.content.len() <= FILE_BYTES
            && text.is_ok_and(|text| navformio::is_translation(text.trim_start_matches('\u{FEFF}')))
    };
    let (twins, forms): (Vec<SourceFile>, Vec<SourceFile>) = files.into_iter().partition(is_twin);
    if forms.is_empty() {
        // A translation alone is refused in words.
        return twins.into_iter().map(|file| (file, Vec::new())).collect();
    }
    let names: Vec<String> = forms.iter().map(|form| stem(&form.name).to_owned()).collect();
    let belongs = |twin: &SourceFile, form: &str| {
        let own = stem(&twin.name);
        own == form || !names.iter().any(|name| name == own)
    };
    let forms = forms.into_iter().map(|form| {
        let own = twins
            .iter()
            .filter(|twin| belongs(twin, stem(&form.name)))
            .cloned()
            .collect();
        (form, own)
    });
    forms.collect()
}

/// Imports a form with the files that belong to it.
#[must_use]
pub fn import_form(format: Format, file: &SourceFile, others: &[SourceFile]) -> Imported {
    let mut report = Report {
        files: std::iter::once(file)
            .chain(others)
            .map(|file| file.name.clone())
            .collect(),
        format: format.name(),
        ..Report::default()
    };
    let form = read(format, file, others, &mut report);
    let name = form.as_ref().map(|form| folder_name(form, file)).unwrap_or_default();
    finish(form, &name, report)
}

/// Imports an application of many files, each a form of its own, as one service with a list of tasks. Files of the same
/// form in several languages become one task in these languages. `name` is the folder's.
#[must_use]
pub fn import_as_one(format: Format, name: &str, files: &[SourceFile]) -> Imported {
    let mut report = Report {
        files: files.iter().map(|file| file.name.clone()).collect(),
        format: format.name(),
        ..Report::default()
    };
    let mut parts = Vec::new();
    for (file, others) in by_form(format, files.to_vec()) {
        let mut own = Report::default();
        let form = read(format, &file, &others, &mut own);
        for mut entry in own.entries {
            entry.place = format!("{}: {}", file.name, entry.place);
            report.entries.push(entry);
        }
        parts.extend(form.map(|form| together::Part::new(&file.name, form)));
    }
    let form = together::together(parts, name, &mut report);
    let name = names::folder(name).unwrap_or_else(|| "imported-form".to_owned());
    finish(form, &name, report)
}

/// Writes what was read.
fn finish(form: Option<Form>, name: &str, mut report: Report) -> Imported {
    let folder = form.and_then(|mut form| {
        form.make_rows_of_pages();
        write::write(&form, name, &mut report)
    });
    if let Some(folder) = &folder {
        report.service = Some(folder.name.clone());
        note_findings(folder, &mut report);
    }
    Imported { folder, report }
}

fn read(format: Format, file: &SourceFile, others: &[SourceFile], report: &mut Report) -> Option<Form> {
    let refused = |report: &mut Report, reason, says: String| {
        report.note(Became::NotPossible, ("", "file"), reason, says);
        None
    };
    if file.content.len() > FILE_BYTES {
        let says = format!(
            "The file has {} bytes; at most {FILE_BYTES} are read.",
            file.content.len()
        );
        return refused(report, "too_large", says);
    }
    let Ok(text) = std::str::from_utf8(&file.content) else {
        return refused(report, "not_utf8", "The file is not text in UTF-8.".to_owned());
    };
    match format {
        Format::XgovV1 => match xgov::read(text.trim_start_matches('\u{FEFF}'), &file.name, report) {
            Ok(form) => Some(form),
            Err(says) => refused(report, "not_read", says),
        },
        Format::Gcforms => match gcforms::read(text.trim_start_matches('\u{FEFF}'), &file.name, report) {
            Ok(form) => Some(form),
            Err(says) => refused(report, "not_read", says),
        },
        Format::Navformio => {
            let others = others.iter().filter(|file| file.content.len() <= FILE_BYTES);
            let others = others.map(|file| std::str::from_utf8(&file.content).unwrap_or_default());
            let others: Vec<&str> = others.map(|text| text.trim_start_matches('\u{FEFF}')).collect();
            match navformio::read(text.trim_start_matches('\u{FEFF}'), &others, &file.name, report) {
                Ok(form) => Some(form),
                Err(says) => refused(report, "not_read", says),
            }
        }
        Format::DefraForms => match defra::read(text.trim_start_matches('\u{FEFF}'), &file.name, report) {
            Ok(form) => Some(form),
            Err(says) => refused(report, "not_read", says),
        },
    }
}

/// The folder's name: the file's, which people chose, and else the title.
fn folder_name(form: &Form, file: &SourceFile) -> String {
    let name = names::folder(stem(&file.name)).or_else(|| names::folder(&form.title.own));
    name.unwrap_or_else(|| "imported-form".to_owned())
}

/// A file's name without its folder and its ending.
fn stem(name: &str) -> &str {
    let name = name.rsplit(['/', '\\']).next().unwrap_or_default();
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

/// Checks what was written, and notes what is wrong with it.
fn note_findings(folder: &Folder, report: &mut Report) {
    let checked = definition::read(folder);
    report.passes_check = !checked.has_errors();
    for finding in checked
        .findings
        .iter()
        .filter(|finding| finding.severity == Severity::Error)
    {
        let place = format!("{}:{}", finding.file, finding.line);
        report.note(
            Became::NotPossible,
            (&place, "definition"),
            finding.code,
            finding.message.clone(),
        );
    }
}
