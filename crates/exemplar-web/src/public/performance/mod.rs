//! The figures in public: [`list`] names the services, [`service`] is the page of one; [`indicators`] are what it shows,
//! made by [`sections`] and [`tables`]; [`files`] the same as CSV and JSON, [`say`] how a figure is said, [`equality`] what was chosen at equality questions. What may be shown was decided before: no number
//! is worked out here.

mod equality;
mod files;
mod indicators;
mod list;
mod say;
mod sections;
mod service;
mod tables;

use std::sync::Arc;

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use exemplar_core::id::Language;

use super::errors::{log, of_the_site};
use crate::site::Site;
pub use say::channel as channel_words;

/// What the addresses of figures begin with.
pub const PREFIX: &str = "/performance";
/// Whoever stands between may keep a page of figures so long. It says itself up to when it counts.
const KEPT: HeaderValue = HeaderValue::from_static("public, max-age=300");

/// What is asked for of a service.
enum Form {
    Page(Language),
    Csv,
    Json,
}

/// Answers below [`PREFIX`]: `/performance`, `/performance/SERVICE`, the same with `.csv` or `.json`, or with a language
/// behind it. `rest` begins with a slash or is empty.
pub async fn answer(site: &Arc<Site>, rest: &str, query: &str) -> Response {
    let Some(asked) = rest.strip_prefix('/') else {
        return list::get(site, query);
    };
    let Some((service, form)) = form(site, asked) else {
        return of_the_site(site, StatusCode::NOT_FOUND);
    };
    let published = match site.app.figures(service).await {
        Ok(Some(published)) => published,
        Ok(None) => return of_the_site(site, StatusCode::NOT_FOUND),
        Err(fault) => {
            log(&fault);
            return of_the_site(site, StatusCode::SERVICE_UNAVAILABLE);
        }
    };
    let mut reply = match form {
        Form::Page(language) => match site.app.equality_figures(&published.definition).await {
            Ok(equality) => service::page(site, &published, &equality, &language),
            Err(fault) => {
                log(&fault);
                return of_the_site(site, StatusCode::SERVICE_UNAVAILABLE);
            }
        },
        Form::Csv => files::csv(&published),
        Form::Json => files::json(site, &published),
    };
    reply.headers_mut().insert(header::CACHE_CONTROL, KEPT);
    reply
}

/// The service and the form that an address names.
fn form<'a>(site: &Site, asked: &'a str) -> Option<(&'a str, Form)> {
    if let Some(service) = asked.strip_suffix(".csv") {
        return Some((service, Form::Csv));
    }
    if let Some(service) = asked.strip_suffix(".json") {
        return Some((service, Form::Json));
    }
    let (service, tag) = asked.split_once('/').map_or((asked, None), |(s, tag)| (s, Some(tag)));
    let live = site.app.services.live(service)?;
    // The service's first language has no part of its own in addresses.
    let language = match tag {
        None => live.languages.first(),
        Some(tag) => live.languages.iter().skip(1).find(|language| language.as_str() == tag),
    };
    Some((service, Form::Page(language?.clone())))
}
