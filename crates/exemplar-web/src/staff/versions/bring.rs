//! Bringing a version in from a browser: the files of its folder, as they flow in, and what is wrong with them.

use axum::body::Body;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::Response;
use exemplar_app::publishing::NotBrought;
use exemplar_app::services::{ComingFolder, FolderProblem, NotPublished};
use exemplar_core::definition::Severity;
use exemplar_core::definition::limits::{FOLDER_BYTES, FOLDER_FILES};
use multer::{Constraints, Multipart, SizeLimit};

use super::{VERSIONS, services};
use crate::form::Form;
use crate::public::errors::of_the_site;
use crate::staff::desk::Desk;
use crate::staff::problems;
use crate::visit::see_other;

/// A folder may come with what is no part of it, which is read and thrown away: so many bytes in all.
const READ_AT_MOST: u64 = 32 * 1024 * 1024;
/// So many findings are shown; who mends them sees the next.
const SHOWN: usize = 50;
/// The name of the field.
pub const FIELD: &str = "folder";

/// Why no version was brought in.
pub enum Wrong {
    /// One sentence, by its key.
    Said(&'static str),
    /// What the check found, each as `exemplar check` shows it.
    Found(Vec<Found>),
}

/// One finding.
pub struct Found {
    /// The file and the line.
    pub place: String,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub advice: String,
}

/// Takes the folder.
pub async fn post(desk: &Desk<'_>, headers: &HeaderMap, body: Body) -> Response {
    let boundary = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let Some(boundary) = boundary.and_then(|value| multer::parse_boundary(value).ok()) else {
        return of_the_site(desk.site, StatusCode::BAD_REQUEST);
    };
    let Some(who) = &desk.who else {
        return problems::not_found(desk);
    };
    let limits = SizeLimit::new().whole_stream(READ_AT_MOST).for_field("csrf", 200);
    let limits = Constraints::new().size_limit(limits);
    let mut parts = Multipart::with_constraints(body.into_data_stream(), boundary, limits);
    let folder = match take(desk, &mut parts).await {
        Ok(Some(folder)) => folder,
        Ok(None) => return of_the_site(desk.site, StatusCode::FORBIDDEN),
        Err(key) => {
            read_to_its_end(&mut parts).await;
            return services(desk, Some(Wrong::Said(key))).await;
        }
    };
    let Some(folder) = folder.finish() else {
        return services(desk, Some(Wrong::Said("publishing-bring-empty"))).await;
    };
    let service = folder.name.clone();
    match desk.site.app.bring_in_by_page(who, folder).await {
        Ok(n) => see_other(&format!("{VERSIONS}/{service}.{n}")),
        Err(NotBrought::NotClean(not_clean)) => services(desk, Some(Wrong::Found(found(&not_clean)))).await,
        Err(NotBrought::NotYours) => services(desk, Some(Wrong::Said("publishing-bring-not-yours"))).await,
        Err(NotBrought::Fault(fault)) => problems::fault(desk.site, &fault),
    }
}

/// Reads the files; none where the form is not ours. What is wrong with them is given by its key.
async fn take(desk: &Desk<'_>, parts: &mut Multipart<'static>) -> Result<Option<ComingFolder>, &'static str> {
    let mut is_ours = false;
    let mut folder = ComingFolder::default();
    while let Some(mut field) = parts.next_field().await.map_err(|_| "publishing-bring-large")? {
        if field.name() == Some("csrf") {
            let token = field.text().await.unwrap_or_default();
            is_ours = desk.is_own(&Form::of([("csrf", token.as_str())].into_iter()));
            continue;
        }
        if !is_ours {
            // The token stands before the files: nothing is read of a form that is not ours.
            return Ok(None);
        }
        let path = field.file_name().unwrap_or_default().to_owned();
        if path.is_empty() {
            // No file was chosen.
            continue;
        }
        let is_wanted = folder.wants(&path).map_err(|problem| key(&problem))?;
        let mut content = Vec::new();
        while let Some(bytes) = field.chunk().await.map_err(|_| "publishing-bring-large")? {
            if is_wanted && content.len() + bytes.len() > FOLDER_BYTES {
                return Err("publishing-bring-large");
            }
            if is_wanted {
                content.extend_from_slice(&bytes);
            }
        }
        if is_wanted {
            folder.add(&path, content).map_err(|problem| key(&problem))?;
        }
    }
    Ok(is_ours.then_some(folder))
}

fn key(problem: &FolderProblem) -> &'static str {
    match problem {
        FolderProblem::TooLarge { .. } => "publishing-bring-large",
        FolderProblem::NoName { .. } | FolderProblem::Unreadable { .. } => "publishing-bring-no-folder",
    }
}

/// A browser listens only once it has sent all.
async fn read_to_its_end(parts: &mut Multipart<'static>) {
    while let Ok(Some(mut field)) = parts.next_field().await {
        while let Ok(Some(_)) = field.chunk().await {}
    }
}

/// The errors of a check, the first of them.
fn found(not_clean: &NotPublished) -> Vec<Found> {
    let errors = not_clean.checked.findings.iter();
    let errors = errors.filter(|finding| finding.severity == Severity::Error);
    let show = |finding: &exemplar_core::definition::Finding| Found {
        place: match finding.line {
            0 => finding.file.clone(),
            line => format!("{}:{line}", finding.file),
        },
        message: finding.message.clone(),
        advice: finding.advice.clone(),
    };
    errors.take(SHOWN).map(show).collect()
}

/// How large a folder may be, as values of the words.
pub const fn limits() -> (usize, usize) {
    (FOLDER_FILES, FOLDER_BYTES / (1024 * 1024))
}
