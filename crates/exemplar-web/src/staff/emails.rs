//! The e-mails of the organisation: when, of which service, what became of each. Their text is on the case's page, for
//! those who may see it.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use exemplar_app::casework::ListedEmail;
use exemplar_core::id::{CaseId, MessageId};

use super::desk::{Around, Desk};
use super::problems;
use crate::components::{Pagination, PaginationLink};
use crate::form::Form;
use crate::frame::Frame;
use crate::staff::messages::state_key;

#[derive(Template)]
#[template(path = "staff/emails.html")]
struct EmailsPage<'a> {
    frame: Frame<'a>,
    around: Around<'a>,
    /// Whether no server is known, so that e-mails are files.
    are_files: bool,
    rows: Vec<Row<'a>>,
    pages: Option<Pagination<'a>>,
}

/// One e-mail in the list.
struct Row<'a> {
    when: String,
    service: String,
    what: String,
    state: &'a str,
    tries: i32,
    /// The case's page; empty for who may not see it.
    href: String,
}

/// The list.
pub async fn get(desk: &Desk<'_>) -> Response {
    let Some(who) = &desk.who else {
        return problems::not_found(desk);
    };
    let asked = Form::read(desk.query.as_bytes()).unwrap_or_default();
    let page = match desk.site.app.emails(who, place(asked.get("after"))).await {
        Ok(page) => page,
        Err(fault) => return problems::fault(desk.site, &fault),
    };
    let words = desk.words();
    let pages = page.next.map(|(case, message)| Pagination {
        label: words.get("emails-pages").into(),
        next: Some(PaginationLink {
            href: format!("/staff/emails?after={case}.{message}").into(),
            text: words.get("emails-next").into(),
            ..PaginationLink::default()
        }),
        ..Pagination::default()
    });
    let page = EmailsPage {
        frame: desk.frame(words.get("emails-title")),
        around: desk.around(),
        are_files: desk.site.app.mail.writes_files(),
        rows: page
            .emails
            .iter()
            .map(|(email, may_open)| row(desk, email, *may_open))
            .collect(),
        pages,
    };
    desk.page(StatusCode::OK, &page)
}

/// A place in the list as it stands in an address.
fn place(text: &str) -> Option<(CaseId, MessageId)> {
    let (case, message) = text.split_once('.')?;
    Some((CaseId(case.parse().ok()?), MessageId(message.parse().ok()?)))
}

fn row<'a>(desk: &'a Desk<'_>, email: &ListedEmail, may_open: bool) -> Row<'a> {
    let words = desk.words();
    let live = desk.site.app.services.live(email.service.as_str());
    Row {
        when: words.moment(email.at.to_zoned(desk.zone()).datetime()),
        service: live.map_or_else(|| email.service.to_string(), |live| live.name.get(0).to_owned()),
        what: email.event.to_string(),
        state: words.get(state_key(email.state, false)),
        tries: email.tries,
        href: if may_open {
            format!("/staff/cases/{}#messages", email.case)
        } else {
            String::new()
        },
    }
}
