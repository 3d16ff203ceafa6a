//! Who looked at a case: asked for by its reference, answered with names of staff, and nothing of the case.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use exemplar_app::words::Words;

use super::desk::{Around, Desk};
use super::problems;
use crate::components::{Input, Label};
use crate::form::Form;
use crate::frame::Frame;

#[derive(Template)]
#[template(path = "staff/looks.html")]
struct LooksPage<'a> {
    frame: Frame<'a>,
    around: Around<'a>,
    reference: Input<'a>,
    is_asked: bool,
    looks: Vec<Row>,
}

/// One look.
struct Row {
    when: String,
    who: String,
    what: String,
}

/// The form, and what was asked for.
pub async fn get(desk: &Desk<'_>) -> Response {
    let Some(who) = &desk.who else {
        return problems::not_found(desk);
    };
    let asked = Form::read(desk.query.as_bytes()).unwrap_or_default();
    let typed = asked.get("reference").trim();
    let words = desk.words();
    let mut looks = Vec::new();
    if !typed.is_empty() {
        match desk.site.app.looks_at(who, typed).await {
            Ok(found) => {
                looks.extend(found.unwrap_or_default().into_iter().map(|(look, name)| Row {
                    when: words.moment(look.at.to_zoned(desk.zone()).datetime()),
                    who: name,
                    what: what(words, &look.reason),
                }));
            }
            Err(fault) => return problems::fault(desk.site, &fault),
        }
    }
    let page = LooksPage {
        frame: desk.frame(words.get("watching-looks-title")),
        around: desk.around(),
        reference: Input {
            id: "reference".into(),
            name: "reference".into(),
            label: Label::new(words.get("staff-reference")),
            value: typed.to_owned().into(),
            spellcheck: Some(false),
            classes: "govuk-input--width-20",
            ..Input::default()
        },
        is_asked: !typed.is_empty(),
        looks,
    };
    desk.page(StatusCode::OK, &page)
}

/// The page that was looked at, in words.
fn what(words: &Words, reason: &str) -> String {
    words.find(&format!("watching-look-{reason}")).to_owned()
}
