//! What stands beside every service: cookies, privacy, accessibility, contact.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use exemplar_app::words::Value;
use exemplar_core::definition::Keeping;

use crate::components::{SummaryList, SummaryRow, Table, TableCell};
use crate::frame::Frame;
use crate::public::apply::start::ways;
use crate::session::MAX_AGE_SECONDS;
use crate::visit::Visit;

#[derive(Template)]
#[template(path = "public/about.html")]
struct AboutPage<'a> {
    frame: Frame<'a>,
    heading: &'a str,
    parts: Vec<Part<'a>>,
}

/// A part of such a page.
enum Part<'a> {
    Heading(&'a str),
    Paragraph(String),
    List(Vec<String>),
    /// Markup of a component.
    Table(String),
}

fn page(visit: &Visit, title: &'static str, parts: Vec<Part<'_>>) -> Response {
    let heading = visit.words().get(title);
    visit.page(
        StatusCode::OK,
        &AboutPage {
            frame: visit.frame(heading),
            heading,
            parts,
        },
    )
}

fn say(visit: &Visit, key: &'static str) -> Part<'static> {
    Part::Paragraph(visit.words().get(key).to_owned())
}

/// Which cookies there are: one.
#[must_use]
pub fn cookies(visit: &Visit) -> Response {
    let words = visit.words();
    let days = words.with(
        "dates-days",
        &[("n", Value::Count(i64::from(MAX_AGE_SECONDS) / 86_400))],
    );
    let expires = words.with("pages-cookies-expires-after", &[("duration", Value::Text(&days))]);
    let table = Table {
        caption: words.get("pages-cookies-table-title").into(),
        caption_classes: "govuk-table__caption--m",
        head: ["pages-cookies-name", "pages-cookies-purpose", "pages-cookies-expires"]
            .map(|key| TableCell::new(words.get(key)))
            .into(),
        rows: vec![vec![
            TableCell::new(visit.site.sealer.name()),
            TableCell::new(words.get("pages-cookies-draft-purpose")),
            TableCell::new(&expires),
        ]],
        first_cell_is_header: true,
        ..Table::default()
    };
    let parts = vec![
        say(visit, "pages-cookies-what"),
        say(visit, "pages-cookies-only-essential"),
        say(visit, "pages-cookies-no-banner"),
        Part::Table(table.to_string()),
    ];
    page(visit, "pages-cookies-title", parts)
}

/// Why each question is asked and how long answers are kept: from the definition itself.
#[must_use]
pub fn privacy(visit: &Visit) -> Response {
    let words = visit.words();
    let live = &visit.live;
    let rows = live.questions().map(|question| {
        let why = question.why.as_ref().map_or("", |why| visit.text(why));
        let law = question.law.as_deref().map_or_else(String::new, |law| {
            words.with("apply-why-law", &[("law", Value::Text(law))])
        });
        SummaryRow::new(visit.text(&question.ask), format!("{why} {law}"))
    });
    let questions = SummaryList {
        rows: rows.collect(),
        ..SummaryList::default()
    };
    let kept: Vec<String> = live
        .keep
        .0
        .iter()
        .filter_map(|(name, keeping)| kept(visit, name.as_str(), keeping))
        .collect();
    let rights = [
        "pages-privacy-right-copy",
        "pages-privacy-right-correct",
        "pages-privacy-right-erase",
    ];
    let parts = vec![
        Part::Heading(words.get("pages-privacy-what-title")),
        say(visit, "pages-privacy-what"),
        Part::Table(questions.to_string()),
        say(visit, "pages-privacy-measure"),
        Part::Heading(words.get("pages-privacy-keep-title")),
        Part::List(kept),
        say(visit, "pages-privacy-keep-erased"),
        say(visit, "feedback-privacy"),
        Part::Heading(words.get("pages-privacy-who-sees-title")),
        say(visit, "pages-privacy-who-sees"),
        Part::Heading(words.get("pages-privacy-rights-title")),
        say(visit, "pages-privacy-rights"),
        Part::List(rights.map(|key| words.get(key).to_owned()).into()),
    ];
    page(visit, "pages-privacy-title", parts)
}

/// How long one outcome is kept, as a sentence.
fn kept(visit: &Visit, name: &str, keeping: &Keeping) -> Option<String> {
    let words = visit.words();
    let what = match name {
        "draft" => words.get("pages-privacy-keep-draft").to_owned(),
        "withdrawn" => words.get("pages-privacy-keep-withdrawn").to_owned(),
        outcome => {
            let title = visit.text(&visit.live.casework.outcomes.get(outcome)?.title);
            words.with("pages-privacy-keep-outcome", &[("outcome", Value::Text(title))])
        }
    };
    match keeping {
        Keeping::Forever => Some(what),
        Keeping::For(time) => Some(format!("{what}: {}", visit.length(*time))),
        Keeping::AfterBooked(time, _) => {
            let time = visit.length(*time);
            let after = words.with("slots-kept-after", &[("time", Value::Text(&time))]);
            Some(format!("{what}: {after}"))
        }
        Keeping::After(time, ends) => {
            let issue = visit.live.issues.iter().find(|issue| issue.name == ends.issue)?;
            let title = issue.title.as_ref().map(|title| visit.text(title));
            let title = title.unwrap_or_else(|| words.get("issues-title"));
            let time = visit.length(*time);
            let with = [("time", Value::Text(&time)), ("what", Value::Text(title))];
            Some(format!("{what}: {}", words.with("renewing-kept-after", &with)))
        }
    }
}

/// What is known of how accessible the service is: tests by software, on every page in every state.
#[must_use]
pub fn accessibility(visit: &Visit) -> Response {
    let words = visit.words();
    let can = ["zoom", "keyboard", "speech", "reader", "script"];
    let can = can.map(|what| words.find(&format!("pages-accessibility-can-{what}")).to_owned());
    let parts = vec![
        say(visit, "pages-accessibility-aim"),
        Part::List(can.into()),
        Part::Heading(words.get("pages-accessibility-status-title")),
        say(visit, "pages-accessibility-status-untested"),
        Part::Heading(words.get("pages-accessibility-report-title")),
        say(visit, "pages-accessibility-report"),
    ];
    page(visit, "pages-accessibility-title", parts)
}

/// The other channels of the service.
#[must_use]
pub fn contact(visit: &Visit) -> Response {
    let ways: Vec<String> = visit
        .live
        .channels
        .values()
        .flat_map(|channel| ways(visit, channel))
        .collect();
    let parts = if ways.is_empty() {
        vec![say(visit, "pages-contact-none")]
    } else {
        vec![say(visit, "pages-contact-intro"), Part::List(ways)]
    };
    page(visit, "pages-contact-title", parts)
}
