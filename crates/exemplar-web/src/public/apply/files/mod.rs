//! A question of files: its page, one file at a time by a plain form, or in pieces by a script; removing one, and
//! giving one to the person whose it is.
//!
//! [`page`] shows what is there; [`upload`] takes the plain form; [`pieces`] talks with the script. Files are never
//! part of another question's form, so that a broken upload loses no other answer.

mod page;
mod pieces;
mod upload;

use std::time::Duration;

use axum::body::Body;
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method, header};
use axum::response::Response;
use exemplar_app::files::NotUploaded;
use exemplar_core::apply::PageProblem;
use exemplar_core::definition::{Page, PageContent, Question};
use exemplar_core::file::{FileRules, LARGEST};
use exemplar_core::id::Name;

use crate::attachment::attachment;
use crate::form::Form;
use crate::public::apply::locked;
use crate::public::errors;
use crate::session::Held;
use crate::visit::{Visit, access};

pub use page::{problems, show};

/// A body may hold so much besides the file: the names of its parts.
const AROUND: u64 = 64 * 1024;
/// A file that is too large is read so far and thrown away, so that the page can say so.
const READ_AT_MOST: u64 = 3 * LARGEST;
/// Who sends less than this in a second is cut off, however large the file.
const SLOWEST_BYTES_A_SECOND: u64 = 16 * 1024;

/// A page with a question of files.
pub struct Asked<'a> {
    /// The page.
    pub page: &'a Page,
    /// The question.
    pub question: &'a Question,
    /// What it takes.
    pub rules: &'a FileRules,
}

impl<'a> Asked<'a> {
    /// What a page asks for; none where it asks for no files.
    #[must_use]
    pub fn on(page: &'a Page) -> Option<Self> {
        let PageContent::Question(question) = &page.content else {
            return None;
        };
        let rules = question.kind.files()?;
        Some(Self { page, question, rules })
    }
}

/// What is done at an address below a question of files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FileAct {
    /// A plain form with one file.
    Add,
    /// A file is removed.
    Remove,
    /// A script begins an upload, or goes on with one.
    Begin,
    /// A script sends a piece.
    Piece,
    /// A script has sent all pieces.
    Finish,
    /// A file is given.
    Get(i32),
}

impl FileAct {
    /// The act that the last part of an address names.
    #[must_use]
    pub fn named(part: &str) -> Option<Self> {
        Some(match part {
            "add" => Self::Add,
            "remove" => Self::Remove,
            "begin" => Self::Begin,
            "piece" => Self::Piece,
            "finish" => Self::Finish,
            n => Self::Get(n.parse().ok()?),
        })
    }

    /// Whether its body is a file, or a part of one, in place of a form.
    #[must_use]
    pub fn brings_content(&self) -> bool {
        matches!(self, Self::Add | Self::Piece)
    }
}

/// How much longer a request may take for the size of what it brings.
#[must_use]
pub fn more_time(method: &Method, path: &str, headers: &HeaderMap) -> Duration {
    let brings = *method == Method::POST && ["/files/add", "/files/piece"].iter().any(|end| path.ends_with(end));
    if !brings {
        return Duration::ZERO;
    }
    let length = length_of(headers).unwrap_or_default().min(READ_AT_MOST);
    Duration::from_secs(length / SLOWEST_BYTES_A_SECOND)
}

fn length_of(headers: &HeaderMap) -> Option<u64> {
    headers.get(header::CONTENT_LENGTH)?.to_str().ok()?.parse().ok()
}

/// Gives a file to the person whose it is.
pub async fn get(mut visit: Visit, act: &FileAct) -> Response {
    let Some(held) = visit.held() else { return visit.go("") };
    if held.is_locked(visit.now) {
        return locked::page(&mut visit, None).await;
    }
    let FileAct::Get(n) = act else {
        return errors::not_found(&visit);
    };
    match visit.site.app.own_file(&visit.live, access(held), *n).await {
        Ok(Some(file)) => visit.finish(attachment(file)),
        Ok(None) => errors::not_found(&visit),
        Err(fault) => errors::fault(&visit, &fault),
    }
}

/// Takes what is no form.
pub async fn receive(visit: Visit, name: &Name, act: &FileAct, parts: &Parts, body: Body) -> Response {
    match act {
        FileAct::Add => upload::add(visit, name, &parts.headers, body).await,
        _ => pieces::piece(visit, name, parts, body).await,
    }
}

/// Takes a form.
pub async fn post(mut visit: Visit, name: &Name, act: &FileAct, form: Form) -> Response {
    let Some(held) = visit.held() else { return visit.go("") };
    if held.is_locked(visit.now) {
        return locked::page(&mut visit, None).await;
    }
    match act {
        FileAct::Remove => remove(visit, held, name, &form).await,
        FileAct::Begin => pieces::begin(visit, held, name, &form).await,
        FileAct::Finish => pieces::finish(visit, held, name, &form).await,
        FileAct::Add | FileAct::Piece | FileAct::Get(_) => errors::not_found(&visit),
    }
}

async fn remove(mut visit: Visit, held: Held, name: &Name, form: &Form) -> Response {
    let n = form.get("n").parse().unwrap_or_default();
    let app = &visit.site.app;
    let removed = app
        .remove_upload(&visit.live, access(held), &visit.manner, name, n)
        .await;
    visit.session.used(held.case, visit.now);
    match removed {
        Ok(()) => visit.go(&address(name, form.get("then") == page::CHECK)),
        Err(why) => not_uploaded(visit, held, name, why, form.get("then") == page::CHECK).await,
    }
}

/// The address of the page, for somebody who may go back to check answers.
fn address(name: &Name, to_check: bool) -> String {
    let onward = if to_check { "?change" } else { "" };
    format!("{}{onward}", name.in_address())
}

/// The page of an upload that came to nothing.
async fn not_uploaded(visit: Visit, held: Held, name: &Name, why: NotUploaded, to_check: bool) -> Response {
    match why {
        NotUploaded::Refused(problem) => {
            let problem = PageProblem {
                question: name.clone(),
                problem: *problem,
            };
            problems(visit, name, &[problem], to_check).await
        }
        NotUploaded::NotAsked => visit.go(&name.in_address()),
        NotUploaded::AlreadySubmitted => visit.go(&format!("done/{}", held.case)),
        NotUploaded::Closed | NotUploaded::Gone => visit.go(""),
        NotUploaded::Failed(failure) => errors::failure(&visit, &failure),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_request_may_take_longer_for_what_it_brings_alone() {
        let mut headers = HeaderMap::new();
        headers.insert(header::CONTENT_LENGTH, (160 * 1024).into());
        let of = |method: Method, path: &str| more_time(&method, path, &headers).as_secs();
        assert_eq!(of(Method::POST, "/permit/payslips/files/add"), 10);
        assert_eq!(of(Method::POST, "/permit/payslips/files/piece"), 10);
        assert_eq!(of(Method::POST, "/permit/payslips"), 0);
        assert_eq!(of(Method::GET, "/permit/payslips/files/add"), 0);
        let endless = HeaderMap::from_iter([(header::CONTENT_LENGTH, u64::MAX.into())]);
        let longest = more_time(&Method::POST, "/a/b/files/add", &endless);
        assert_eq!(longest.as_secs(), READ_AT_MOST / SLOWEST_BYTES_A_SECOND);
    }
}
