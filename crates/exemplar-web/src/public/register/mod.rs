//! The public register of a service: searched, one entry to check a number, and all of it as a file ([`file`]).
//! What is public the definition says; nothing sealed is read here.

mod entry;
mod file;

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use exemplar_app::apply::zone;
use exemplar_app::registers::{PAGE, PAGES_AT_MOST, RegisterPage, lines, public_issue};
use exemplar_app::words::Value;
use exemplar_core::definition::Issue;
use exemplar_core::issuing::holder_of;

use crate::components::{Input, Label, Pagination, PaginationItem, PaginationLink};
use crate::form::Form;
use crate::frame::Frame;
use crate::public::apply::issued::{title, word_of};
use crate::public::errors;
use crate::visit::Visit;

pub use entry::get as entry;
pub use file::get as file;

/// What is typed has at most so many characters.
const TYPED_AT_MOST: usize = 100;

#[derive(Template)]
#[template(path = "public/register/list.html")]
struct ListPage<'a> {
    frame: Frame<'a>,
    heading: String,
    action: String,
    /// None where the register cannot be searched.
    search: Option<Input<'a>>,
    /// What was searched for; nothing for the whole register.
    asked: &'a str,
    found: String,
    rows: Vec<Row>,
    pages: String,
    updated: String,
    csv: String,
    all: String,
}

/// One entry in the list.
struct Row {
    href: String,
    holder: String,
    number: String,
    state: String,
}

/// Shows a page of the register, or of what was found in it.
pub async fn get(visit: Visit, query: &str) -> Response {
    let Some(issue) = public_issue(&visit.live) else {
        return errors::not_found(&visit);
    };
    let asked = Form::read(query.as_bytes()).unwrap_or_default();
    let typed: String = asked.get("q").trim().chars().take(TYPED_AT_MOST).collect();
    let typed = if issue.search_by.is_empty() { "" } else { &typed };
    let page = asked.get("page").parse().unwrap_or(1).clamp(1, PAGES_AT_MOST);
    match visit.site.app.register_page(&visit.live, issue, (typed, page)).await {
        Ok(found) => show(&visit, issue, &found, (typed, page)),
        Err(fault) => errors::fault(&visit, &fault),
    }
}

fn show(visit: &Visit, issue: &Issue, found: &RegisterPage, (typed, page): (&str, usize)) -> Response {
    let words = visit.words();
    let heading = heading(visit, issue);
    let count = Value::Count(i64::try_from(found.count).unwrap_or(i64::MAX));
    let said = match (typed.is_empty(), found.count) {
        (true, 0) => words.get("register-empty").to_owned(),
        (true, _) => words.with("register-count", &[("n", count)]),
        (false, _) => words.with("register-found", &[("n", count), ("what", Value::Text(typed))]),
    };
    let updated = found.updated.map(|at| {
        let day = words.date(at.to_zoned(zone(&visit.live)).date());
        words.with("register-updated", &[("date", Value::Text(&day))])
    });
    let search = (!issue.search_by.is_empty()).then(|| Input {
        id: "q".into(),
        name: "q".into(),
        label: Label::new(words.get("register-search")),
        value: typed.to_owned().into(),
        ..Input::default()
    });
    let mut frame = visit.frame(&heading);
    frame.indexed = typed.is_empty() && page == 1;
    let last = found.count.div_ceil(PAGE).min(PAGES_AT_MOST);
    let shown = ListPage {
        frame,
        action: visit.address("register"),
        search,
        asked: typed,
        found: said,
        rows: found.entries.iter().map(|entry| row(visit, issue, entry)).collect(),
        pages: pages(visit, typed, page, last),
        updated: updated.unwrap_or_default(),
        csv: visit.address("register.csv"),
        all: visit.address("register"),
        heading,
    };
    visit.page(StatusCode::OK, &shown)
}

/// What the register is called.
fn heading(visit: &Visit, issue: &Issue) -> String {
    let words = visit.words();
    match &issue.title {
        Some(_) => {
            let what = title(words, visit.says(), issue);
            words.with("register-title-of", &[("what", Value::Text(what))])
        }
        None => words.get("register-title").to_owned(),
    }
}

fn row(visit: &Visit, issue: &Issue, entry: &exemplar_app::registers::PublicEntry) -> Row {
    let holder = holder_of(issue).map(|name| lines(entry, name.as_str(), &visit.manner.language).join(", "));
    let stands = visit.site.app.standing_of(&visit.live, entry);
    Row {
        href: visit.address(&format!("register/{}", entry.number)),
        holder: holder.unwrap_or_default(),
        number: entry.number.clone(),
        state: visit.words().get(word_of(stands)).to_owned(),
    }
}

/// The ways to the other pages of what was found.
fn pages(visit: &Visit, typed: &str, page: usize, last: usize) -> String {
    if last < 2 {
        return String::new();
    }
    let words = visit.words();
    let address = |page: usize| {
        let mut address = form_urlencoded::Serializer::new(format!("{}?", visit.address("register")));
        if !typed.is_empty() {
            address.append_pair("q", typed);
        }
        address.append_pair("page", &page.to_string());
        address.finish()
    };
    let link = |page: usize, key| PaginationLink {
        href: address(page).into(),
        text: words.get(key).into(),
        ..PaginationLink::default()
    };
    let mut items = Vec::new();
    for other in 1..=last {
        if other == 1 || other == last || other.abs_diff(page) <= 1 {
            let n = Value::Count(i64::try_from(other).unwrap_or(i64::MAX));
            items.push(PaginationItem::Page {
                number: words.number(other.into()).into(),
                href: address(other).into(),
                label: words.with("register-page", &[("n", n)]).into(),
                current: other == page,
            });
        } else if !matches!(items.last(), Some(PaginationItem::Gap)) {
            items.push(PaginationItem::Gap);
        }
    }
    let pagination = Pagination {
        label: words.get("register-pages").into(),
        previous: (page > 1).then(|| link(page - 1, "register-previous")),
        items,
        next: (page < last).then(|| link(page + 1, "register-next")),
        ..Pagination::default()
    };
    pagination.to_string()
}
