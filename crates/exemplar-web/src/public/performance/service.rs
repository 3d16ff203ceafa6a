//! The figures of one service: each indicator with its definition, a chart and tables.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use exemplar_app::equality::EqualityFigures;
use exemplar_app::figures::Published;
use exemplar_app::words::Value;
use exemplar_core::id::Language;

use super::indicators::INDICATORS;
use super::sections::{Making, Section, TableMarkup};
use super::{PREFIX, equality};
use crate::frame::{Frame, LanguageLink};
use crate::public::errors::{html, site_frame};
use crate::site::Site;

#[derive(Template)]
#[template(path = "public/performance/service.html")]
struct ServicePage<'a> {
    frame: Frame<'a>,
    heading: String,
    counted_to: String,
    csv: String,
    json: String,
    sections: Vec<Section>,
    /// Tables of equality questions, where any year is over.
    equality: Vec<TableMarkup>,
}

/// The page, in one of the service's languages.
pub fn page(site: &Site, published: &Published, chosen: &[EqualityFigures], language: &Language) -> Response {
    let definition = &published.definition;
    let words = site.app.words.of(language);
    let place = definition.language_index(language).unwrap_or(0);
    let name = definition.name.get(place);
    let heading = words.with("figures-title", &[("service", Value::Text(name))]);
    let counted_to = words.with(
        "figures-counted-to",
        &[
            ("moment", Value::Text(&words.moment(published.counted_to_here()))),
            ("zone", Value::Text(&definition.time_zone)),
        ],
    );
    let making = Making { published, words };
    let mut frame = site_frame(site, words, &heading);
    frame.indexed = true;
    frame.languages = languages(site, published, language);
    let page = ServicePage {
        frame,
        heading,
        counted_to,
        csv: format!("{PREFIX}/{}.csv", definition.id),
        json: format!("{PREFIX}/{}.json", definition.id),
        sections: INDICATORS.iter().map(|indicator| making.section(indicator)).collect(),
        equality: equality::tables(definition, place, words, chosen),
    };
    html(StatusCode::OK, &page)
}

/// The same page in the service's other languages.
fn languages<'a>(site: &'a Site, published: &'a Published, own: &Language) -> Vec<LanguageLink<'a>> {
    let definition = &published.definition;
    let link = |(place, tag): (usize, &'a Language)| {
        let words = site.app.words.of(tag);
        let address = match place {
            0 => format!("{PREFIX}/{}", definition.id),
            _ => format!("{PREFIX}/{}/{tag}", definition.id),
        };
        LanguageLink::new(words, tag, (tag != own).then_some(address))
    };
    definition.languages.iter().enumerate().map(link).collect()
}
