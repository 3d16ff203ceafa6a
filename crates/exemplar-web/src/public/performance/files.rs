//! The figures as CSV and JSON, at addresses that stay.

use axum::body::Body;
use axum::http::{HeaderValue, header};
use axum::response::Response;
use exemplar_app::figures::Published;
use exemplar_app::figures::write::facts::channel_name;
use exemplar_app::figures::write::json::{ChannelBefore, Defined, FORMAT, Whole};
use exemplar_app::figures::write::{Fact, csv as table, facts, json as document};
use exemplar_core::figures::{FEWEST, UnitCost};
use exemplar_core::id::Language;

use super::indicators::{INDICATORS, Source};
use crate::site::Site;

/// All figures as a table.
pub fn csv(published: &Published) -> Response {
    let id = published.definition.id.as_str();
    let text = table::write(id, &all(published));
    file(text, "text/csv; charset=utf-8; header=present", &format!("{id}.csv"))
}

/// All figures with what holds for them. Its words are in the service's first language.
pub fn json(site: &Site, published: &Published) -> Response {
    let definition = &published.definition;
    let language = definition.languages.first().cloned();
    let words = site.app.words.of(&language.unwrap_or_else(|| Language::from("en")));
    let channel = |cost: &UnitCost| ChannelBefore {
        channel: channel_name(cost.channel),
        cost: cost.cost.map(|cost| cost.to_string()),
        cases_before: cost.cases_before,
    };
    let defined = INDICATORS.iter().flat_map(|indicator| {
        let of = |source: &Source| Defined {
            indicator: indicator.name,
            definition: words.get(source.definition),
            source: source.href,
        };
        indicator.sources.iter().map(of).collect::<Vec<_>>()
    });
    let figures = all(published);
    let text = document::write(&Whole {
        format: FORMAT,
        service: definition.id.as_str(),
        name: definition.name.get(0),
        definition: definition.digest.to_string(),
        time_zone: &definition.time_zone,
        counted_to: published.counted_to.to_string(),
        fewest: FEWEST,
        channels: published.report.costs.iter().map(channel).collect(),
        definitions: defined.collect(),
        figures: &figures,
    });
    let name = format!("{}.json", definition.id);
    file(text, "application/json", &name)
}

fn all(published: &Published) -> Vec<Fact> {
    facts(&published.report, &published.definition.currency)
}

fn file(text: String, media_type: &'static str, name: &str) -> Response {
    let mut reply = Response::new(Body::from(text));
    let headers = reply.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(media_type));
    if let Ok(value) = HeaderValue::try_from(format!("inline; filename=\"{name}\"")) {
        headers.insert(header::CONTENT_DISPOSITION, value);
    }
    reply
}
