//! Forms of other systems that come in by a page: they are read off the threads that answer, and what came of them is kept
//! for a day for who brought them. [`place`] is where it can go in the store, [`archive`] its folder as one file. How
//! forms are read is in `exemplar-import`; nothing of that reads a file or calls an address.

mod archive;
mod place;
mod read;
#[cfg(test)]
mod tests;

pub use exemplar_import::report::Became;
pub use exemplar_import::{FILE_BYTES, FILES, Format, SourceFile};
pub use place::{NotKept, Place};

use exemplar_core::definition::Folder;
use exemplar_core::id::OrganisationId;
use exemplar_core::permission::owned;
use exemplar_store::Fault;
use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;
use serde_json::{Map, Value, json};
use tokio::sync::Semaphore;

use crate::App;
use crate::staff::{SignedIn, token};

/// All files of one form together: the largest application that is known has a tenth of that.
pub const ALL_BYTES: usize = 16 * 1024 * 1024;
/// What came of a form is kept for so many hours.
pub const KEPT_HOURS: i64 = 24;

/// The kind of what is kept.
const IMPORT: &str = "import";
/// A form takes a core and many times its size of memory for a moment: one is read at a time.
static READING: Semaphore = Semaphore::const_new(1);

/// What somebody chose.
#[derive(Debug)]
pub struct Chosen {
    /// The system that the files come from.
    pub format: Format,
    /// Whether the files are parts of one application; else they are one form and its translations.
    pub as_one: bool,
    /// The files.
    pub files: Vec<SourceFile>,
}

/// Why nothing came of what was chosen.
#[derive(Debug)]
pub enum NotImported {
    /// This person publishes no service.
    NotYours,
    /// A file is not written in JSON: its name.
    NotJson(String),
    /// So many forms came as one form.
    ManyForms(usize),
    /// There is no question in it.
    AsksNothing,
    /// No form of this system: what the reader says, and the system that it could be a form of.
    Nothing {
        /// Sentences, in English.
        says: Vec<String>,
        /// The other system.
        looks_like: Option<Format>,
    },
    /// A defect or an outage.
    Fault(Fault),
}

impl From<Fault> for NotImported {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

/// A form that was read: the service that came of it, and the report.
#[derive(Debug)]
pub struct Import {
    /// What the service is called.
    pub title: String,
    /// What became of each thing.
    pub report: Report,
    /// Until when it is kept.
    pub until: Timestamp,
    folder: Folder,
    /// The report as it is given as a file.
    whole: Value,
}

/// What became of a form.
#[derive(Debug, Deserialize)]
pub struct Report {
    /// The files that it was read from.
    pub files: Vec<String>,
    /// The format, as on the command line.
    pub format: String,
    /// Whether the check finds no error in what came of it.
    pub passes_check: bool,
    /// Line by line.
    pub entries: Vec<Line>,
}

/// What became of one thing.
#[derive(Debug, Deserialize)]
pub struct Line {
    /// Where it stands in the source; for an error of the check, the file and line of the service.
    pub place: String,
    /// What it is in the source.
    pub what: String,
    /// What became of it.
    pub became: Became,
    /// Why, in one word.
    pub reason: String,
    /// Why, in a sentence; for what was carried over, what it became.
    pub says: String,
    /// The name in the service, where there is one.
    #[serde(default)]
    pub name: Option<String>,
}

impl Line {
    /// Whether it is an error that the check found in the service, and not a thing of the form.
    #[must_use]
    pub fn is_finding(&self) -> bool {
        self.what == "definition"
    }
}

impl Import {
    /// What the folder is called.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.folder.name
    }

    /// The report as JSON, as the command writes it.
    #[must_use]
    pub fn report_file(&self) -> String {
        // A value that was read from JSON can be written as JSON.
        serde_json::to_string_pretty(&self.whole).unwrap_or_default()
    }

    /// The folder as one file.
    #[must_use]
    pub fn archive(&self) -> Vec<u8> {
        archive::zip(&self.folder)
    }
}

impl App {
    /// Reads a form and keeps what came of it, and gives the id under which it is kept.
    ///
    /// # Errors
    /// As [`NotImported`] says.
    pub async fn import_by_page(&self, who: &SignedIn, chosen: Chosen) -> Result<String, NotImported> {
        let own = owned(&who.staff, who.now).into_iter().next();
        let organisation = own.ok_or(NotImported::NotYours)?.organisation;
        let turn = READING.acquire().await;
        let turn = turn.map_err(|_| Fault::Defect("no form is read any more".into()))?;
        let read = tokio::task::spawn_blocking(move || {
            // Who no longer waits for it gives the turn on only when it has ended.
            let _turn = turn;
            read::read(&chosen)
        });
        let read = read.await;
        // What it says of itself may hold what stood in the form.
        let read = read.map_err(|_| Fault::Defect("a form was not read to its end".into()))??;
        let report = said_by_page(&read.report)?;
        let folder = owned_by(read.folder, &organisation);
        let texts = folder.files.iter().map(|(path, content)| {
            let text = String::from_utf8_lossy(content).into_owned();
            (path.clone(), Value::String(text))
        });
        let id = token()?;
        let until = who.now.saturating_add(SignedDuration::from_hours(KEPT_HOURS));
        let until = until.unwrap_or(who.now);
        let what = json!({
            "title": read.title,
            "report": report,
            "name": folder.name,
            "files": texts.collect::<Map<String, Value>>(),
            "until": until,
        });
        self.store.keep(&who.staff, IMPORT, &id, until, &what).await?;
        Ok(id)
    }

    /// What came of a form, while it is kept; none where there is none of that id for this person.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn imported(&self, who: &SignedIn, id: &str) -> Result<Option<Import>, Fault> {
        let kept = self.store.kept(who.staff.id, IMPORT, id, self.clock.now()).await?;
        // A membership may have ended since.
        let Some(mut kept) = kept.filter(|_| !owned(&who.staff, who.now).is_empty()) else {
            return Ok(None);
        };
        let whole = kept["report"].take();
        let broken = |error| Fault::Defect(format!("what came of a form cannot be read again: {error}"));
        let report = Report::deserialize(&whole).map_err(broken)?;
        let until = Timestamp::deserialize(&kept["until"]).map_err(broken)?;
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let files = kept["files"].as_object().into_iter().flatten();
        let folder = Folder {
            name: text(&kept["name"]),
            files: files
                .map(|(path, content)| (path.clone(), text(content).into_bytes()))
                .collect(),
        };
        Ok(Some(Import {
            title: text(&kept["title"]),
            report,
            until,
            folder,
            whole,
        }))
    }
}

/// The report without what the page has said by itself: who owns the service.
fn said_by_page(report: &exemplar_import::report::Report) -> Result<Value, Fault> {
    let mut report = report.clone();
    report
        .entries
        .retain(|entry| (entry.became, entry.reason) != (Became::ToComplete, "organisation"));
    serde_json::to_value(report).map_err(|error| Fault::Defect(format!("a report cannot be written: {error}")))
}

/// The folder with its owner in service.yaml.
fn owned_by(mut folder: Folder, organisation: &OrganisationId) -> Folder {
    if let Some(content) = folder.files.get_mut("service.yaml") {
        let text = String::from_utf8_lossy(content);
        let with_owner = |line: &str| match line.strip_prefix("organisation:") {
            Some(_) => format!("organisation: {organisation}\n"),
            None => format!("{line}\n"),
        };
        *content = text.lines().map(with_owner).collect::<String>().into_bytes();
    }
    folder
}
