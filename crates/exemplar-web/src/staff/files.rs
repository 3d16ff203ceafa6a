//! The files of a case: which there are and in which state, and one of them, given to be kept.

use axum::response::Response;
use exemplar_app::casework::OpenCase;
use exemplar_app::files::{FileState, ShownFile};
use exemplar_core::file::size::show_size;
use exemplar_core::id::CaseId;

use super::desk::Desk;
use super::problems;
use crate::attachment::attachment;
use crate::components::Tag;

/// A file on the screen of its case.
pub struct FileRow<'a> {
    /// Its name.
    pub name: String,
    /// How large it is.
    pub size: String,
    /// What is known of it.
    pub state: Tag<'a>,
    /// Where it is given; only what was found to be clean is.
    pub address: Option<String>,
}

/// The files of a case, as its screen shows them.
pub fn rows<'a>(desk: &'a Desk<'_>, open: &OpenCase) -> Vec<FileRow<'a>> {
    let case = open.loaded.case.id;
    let row = |file: &ShownFile| {
        let (key, classes) = match file.state {
            FileState::Clean => ("files-clean", "govuk-tag--green"),
            FileState::Waiting => ("files-waiting", "govuk-tag--blue"),
            FileState::Unscanned => ("files-unscanned", "govuk-tag--grey"),
            FileState::Harmful => ("files-harmful", "govuk-tag--red"),
        };
        FileRow {
            address: (file.state == FileState::Clean).then(|| format!("/staff/files/{case}.{}", file.n)),
            size: show_size(file.size),
            name: file.name.clone(),
            state: Tag::new(desk.words().get(key), classes),
        }
    };
    open.files.iter().map(row).collect()
}

/// Gives a file. The look is on record before the first byte is sent.
pub async fn get(desk: &Desk<'_>, part: &str) -> Response {
    let named = part.split_once('.');
    let ids = named.and_then(|(case, n)| Some((CaseId(case.parse().ok()?), n.parse().ok()?)));
    let (Some(who), Some((case, n))) = (&desk.who, ids) else {
        return problems::not_found(desk);
    };
    match desk.site.app.file_for_staff(who, case, n).await {
        Ok(Some(file)) => attachment(file),
        Ok(None) => problems::not_found(desk),
        Err(fault) => problems::fault(desk.site, &fault),
    }
}
