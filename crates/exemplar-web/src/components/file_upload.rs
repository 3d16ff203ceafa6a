//! A field for files.
use std::borrow::Cow;

use askama::Template;

use super::attributes::{DescribedBy, PluralAttributes};
use super::{Attributes, Content, ErrorMessage, Label, Plurals, component};

/// What the browser says in a field where files can be dropped. Without them it speaks English.
#[derive(Clone, Copy, Default)]
pub struct FileUploadWords<'a> {
    /// The button that opens the list of files.
    pub choose_files: &'a str,
    /// That files can be dropped.
    pub drop_instruction: &'a str,
    /// That no file is chosen.
    pub no_file_chosen: &'a str,
    /// That so many files are chosen.
    pub multiple_files_chosen: Plurals<'a>,
    /// That a file is above the field, for those who hear the page.
    pub entered_drop_zone: &'a str,
    /// That it has left again, for those who hear the page.
    pub left_drop_zone: &'a str,
}

/// A field for files.
#[derive(Template, Clone, Default)]
#[template(path = "components/file_upload.html")]
pub struct FileUpload<'a> {
    /// Its id.
    pub id: Cow<'a, str>,
    /// The name that the form sends.
    pub name: Cow<'a, str>,
    /// What it asks for.
    pub label: Label<'a>,
    /// What helps to answer.
    pub hint: Content<'a>,
    /// What is wrong with the answer.
    pub error: Option<ErrorMessage<'a>>,
    /// Which files the browser offers, such as `.pdf,.jpg`.
    pub accept: &'a str,
    /// Whether several files may be chosen.
    pub multiple: bool,
    /// Whether it cannot be changed.
    pub disabled: bool,
    /// What the script says, if it makes the field one where files can be dropped.
    pub drop_zone: Option<FileUploadWords<'a>>,
    /// Ids of what else describes it.
    pub described_by: &'a str,
    /// Further classes.
    pub classes: &'a str,
    /// Further classes of the box around it.
    pub group_classes: &'a str,
    /// Further attributes.
    pub attributes: Attributes<'a>,
}

impl FileUpload<'_> {
    fn described_by(&self) -> DescribedBy<'_> {
        DescribedBy::field(self.described_by, &self.id, &self.hint, self.error.is_some())
    }
}

component!(FileUpload);
