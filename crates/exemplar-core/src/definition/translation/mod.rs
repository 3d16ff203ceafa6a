//! A definition's texts for translators: which there are, which of them lack a language, and how translations come back.
//! Whether a translation is complete enough to be published is checked in [`super::check`].
//!
//! In reading order: this file has the texts; [`codes`] are the names and conditions in them that nobody translates;
//! [`skeleton`] shows what is missing, to be copied; [`xliff`] and [`sheet`] are the two ways in which texts are handed
//! over; [`apply`] takes them back.

mod apply;
mod codes;
mod sheet;
mod skeleton;
mod xliff;

pub use apply::{Applied, NotTaken, Reason, apply};
pub use sheet::{from_csv, to_csv};
pub use skeleton::skeleton;
pub use xliff::{from_xliff, to_xliff};

use super::{Finding, Folder, read};

/// A definition's texts in its own language and in another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Texts {
    /// The service.
    pub service: String,
    /// The language in which the definition is written.
    pub from: String,
    /// The other language.
    pub to: String,
    /// Whether the other one is not among the languages of the definition: it is previewed and never published.
    pub is_draft: bool,
    /// All of them, in the order in which they are read.
    pub texts: Vec<OneText>,
}

/// One text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OneText {
    /// Where it stands: `questions.full_name.ask`, or `messages/received` for a message as a whole.
    pub path: String,
    /// As it stands in the definition.
    pub source: String,
    /// In the other language; none where it is missing.
    pub target: Option<String>,
}

/// Texts as they came back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Returned {
    /// The language into which they were translated.
    pub to: String,
    /// Each with the source from which it was translated.
    pub texts: Vec<OneText>,
}

/// Why something that came back cannot be read at all.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// It is no such file.
    #[error("this is no {format} of texts: {why}")]
    Not {
        /// XLIFF or CSV.
        format: &'static str,
        /// What is wrong with it.
        why: String,
    },
    /// It is longer than any that was handed over.
    #[error("the file has more than {0} bytes")]
    TooLong(usize),
}

/// The most bytes of a file that comes back: several times the largest definition in every form.
pub const LONGEST_RETURNED: usize = 64 * 1024 * 1024;

/// The texts of a definition in its own language and in `to`.
///
/// # Errors
/// What keeps the definition from being read, or "own language" where `to` is the one in which it is written.
pub fn texts(folder: &Folder, to: &str) -> Result<Texts, Vec<Finding>> {
    let read = read::texts(folder, to)?;
    Ok(Texts {
        service: folder.name.clone(),
        from: read.from.to_string(),
        to: to.to_owned(),
        is_draft: read.is_draft,
        texts: read.texts,
    })
}

impl Texts {
    /// Those that lack the other language.
    pub fn missing(&self) -> impl Iterator<Item = &OneText> {
        self.texts.iter().filter(|text| text.target.is_none())
    }

    /// Without those that have the other language.
    #[must_use]
    pub fn only_missing(mut self) -> Self {
        self.texts.retain(|text| text.target.is_none());
        self
    }
}

/// A file as text, within its limit and without the mark that some programs put first.
fn plain<'f>(file: &'f [u8], format: &'static str) -> Result<&'f str, Unreadable> {
    if file.len() > LONGEST_RETURNED {
        return Err(Unreadable::TooLong(LONGEST_RETURNED));
    }
    let text = std::str::from_utf8(file).map_err(|_| Unreadable::Not {
        format,
        why: "it is not written in UTF-8".to_owned(),
    })?;
    Ok(text.trim_start_matches('\u{feff}'))
}

#[cfg(test)]
mod tests;
