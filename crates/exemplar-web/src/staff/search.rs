//! Searching for a case: the form, and what was found. The address carries a random id and never a name.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use exemplar_app::casework::{Found, Search};
use exemplar_core::id::CaseId;
use exemplar_core::search::Typed;
use jiff::civil::Date;

use super::cases::{Row, row};
use super::desk::{Around, Desk};
use super::problems;
use crate::components::{
    DateInput, DateItem, ErrorLink, ErrorMessage, ErrorSummary, Input, Label, Legend, Pagination, PaginationLink,
};
use crate::form::Form;
use crate::frame::Frame;
use crate::visit::see_other;

#[derive(Template)]
#[template(path = "staff/search.html")]
struct SearchPage<'a> {
    frame: Frame<'a>,
    around: Around<'a>,
    summary: Option<ErrorSummary<'a>>,
    reference: Input<'a>,
    fields: Vec<Input<'a>>,
    surname: Input<'a>,
    born: DateInput<'a>,
}

#[derive(Template)]
#[template(path = "staff/found.html")]
struct FoundPage<'a> {
    frame: Frame<'a>,
    around: Around<'a>,
    rows: Vec<Row>,
    pages: Option<Pagination<'a>>,
}

/// The form.
pub fn get(desk: &Desk<'_>) -> Response {
    form_page(desk, &Form::default(), "")
}

/// The form with what was typed before a session ended.
pub fn again(desk: &Desk<'_>, form: &Form) -> Response {
    form_page(desk, form, "")
}

/// Keeps what was typed, and leads to what it finds.
pub async fn post(desk: &Desk<'_>, form: &Form) -> Response {
    let Some(who) = &desk.who else {
        return problems::not_found(desk);
    };
    let search = match search(form) {
        Ok(search) => search,
        Err(key) => return form_page(desk, form, key),
    };
    match desk.site.app.keep_search(who, &search).await {
        Ok(Some(id)) => see_other(&format!("/staff/search/{id}")),
        Ok(None) => form_page(desk, form, "finding-nothing-typed"),
        Err(fault) => problems::fault(desk.site, &fault),
    }
}

fn search(form: &Form) -> Result<Search, &'static str> {
    let typed = |name: &str| form.get(name).trim().to_owned();
    let reference = typed("reference");
    if !reference.is_empty() {
        return Ok(Search::Reference(reference));
    }
    let parts = ["born-day", "born-month", "born-year"].map(|name| form.get(name).trim());
    let surname = typed("surname");
    let has_date = parts.iter().any(|part| !part.is_empty());
    let born = match (surname.is_empty(), has_date) {
        (true, false) => None,
        (false, true) => Some((surname, date(parts).ok_or("finding-born-wrong")?)),
        _ => return Err("finding-born-both"),
    };
    Ok(Search::Answers(Typed {
        name: typed("name"),
        email: typed("email"),
        phone: typed("phone"),
        postcode: typed("postcode"),
        national_id: typed("national_id"),
        born,
    }))
}

fn date([day, month, year]: [&str; 3]) -> Option<Date> {
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

/// The form; `wrong` is the key of what is wrong with it, or nothing.
fn form_page(desk: &Desk<'_>, form: &Form, wrong: &'static str) -> Response {
    let words = desk.words();
    let is_wrong = !wrong.is_empty();
    let target = match wrong {
        "finding-nothing-typed" => "reference",
        "finding-born-wrong" => "born-day",
        _ => "surname",
    };
    let error = |field: &str| {
        let is_here = is_wrong && target == field;
        is_here.then(|| ErrorMessage::new(words.get("pages-error-prefix"), words.get(wrong)))
    };
    let input = |name: &'static str, key: &'static str| Input {
        id: name.into(),
        name: name.into(),
        label: Label::new(words.get(key)),
        error: error(name),
        value: form.get(name).to_owned().into(),
        spellcheck: Some(false),
        autocomplete: "off",
        classes: "govuk-input--width-20",
        ..Input::default()
    };
    let item = |name: &'static str, key: &'static str, width| DateItem {
        id: name.into(),
        error: target == "born-day" && is_wrong,
        ..DateItem::new(name, words.get(key), width, form.get(name).to_owned())
    };
    let heading = words.get("finding-title");
    let page = SearchPage {
        frame: if is_wrong {
            desk.frame_with_errors(heading)
        } else {
            desk.frame(heading)
        },
        around: desk.around(),
        summary: is_wrong.then(|| ErrorSummary {
            title: words.get("pages-problem-title").into(),
            errors: vec![ErrorLink::new(format!("#{target}"), words.get(wrong))],
            ..ErrorSummary::default()
        }),
        reference: input("reference", "staff-reference"),
        fields: vec![
            input("name", "finding-name"),
            input("email", "staff-email"),
            input("phone", "finding-phone"),
            input("postcode", "finding-postcode"),
            input("national_id", "finding-national-id"),
        ],
        surname: input("surname", "finding-surname"),
        born: DateInput {
            id: "born".into(),
            legend: Some(Legend::new(words.get("finding-born"))),
            hint: words.get("finding-born-hint").into(),
            error: error("born-day"),
            items: vec![
                item("born-day", "apply-day", 2),
                item("born-month", "apply-month", 2),
                item("born-year", "apply-year", 4),
            ],
            ..DateInput::default()
        },
    };
    let status = if is_wrong {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    };
    desk.page(status, &page)
}

/// What a search found. The look is on record before the page is sent.
pub async fn found(desk: &Desk<'_>, id: &str) -> Response {
    let Some(who) = &desk.who else {
        return problems::not_found(desk);
    };
    let asked = Form::read(desk.query.as_bytes()).unwrap_or_default();
    let after = asked.get("after").parse().ok().map(CaseId);
    match desk.site.app.search(who, id, after).await {
        Ok(Some(found)) => show(desk, id, &found),
        // Its time is over: one searches again.
        Ok(None) => see_other("/staff/search"),
        Err(fault) => problems::fault(desk.site, &fault),
    }
}

fn show(desk: &Desk<'_>, id: &str, found: &Found) -> Response {
    let words = desk.words();
    let today = desk.today();
    let next = found.next.map(|after| PaginationLink {
        href: format!("/staff/search/{id}?after={after}").into(),
        text: words.get("staff-cases-next").into(),
        ..PaginationLink::default()
    });
    let page = FoundPage {
        frame: desk.frame(words.get("finding-found-title")),
        around: desk.around(),
        rows: found.cases.iter().map(|case| row(desk, None, case, today)).collect(),
        pages: next.map(|next| Pagination {
            label: words.get("staff-cases-pages").into(),
            next: Some(next),
            ..Pagination::default()
        }),
    };
    desk.page(StatusCode::OK, &page)
}
