//! A certificate of what was issued: one page of HTML that holds all it needs, to be printed on A4 or kept as a file.
//! Applicants and staff get the same one. Its words are the service team's.

use std::sync::LazyLock;

use askama::Template;
use aws_lc_rs::digest::{SHA256, digest};
use axum::body::Body;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use data_encoding::BASE64;
use exemplar_app::App;
use exemplar_app::apply::zone;
use exemplar_app::certificates::CertificateOf;
use exemplar_app::registers::public_issue;
use exemplar_app::says::Says;
use exemplar_app::words::Value;
use exemplar_core::definition::Question;
use exemplar_core::issuing::{EntryState, Standing, standing};
use exemplar_core::journey::Walk;
use exemplar_core::text::{Text, names_in};

use crate::frame::direction;
use crate::markdown::markup;
use crate::public::apply::{done, issued};
use crate::public::errors;
use crate::sketch;
use crate::visit::Visit;

/// The whole style of a certificate. It stands in the page, so that a copy of the page looks the same anywhere.
const STYLE: &str = include_str!("certificate.css");

/// The page may use that style and nothing else, run nothing, and lead only where its text says.
static POLICY: LazyLock<String> = LazyLock::new(|| {
    let hash = BASE64.encode(digest(&SHA256, STYLE.as_bytes()).as_ref());
    format!(
        "default-src 'none'; style-src 'sha256-{hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )
});

#[derive(Template)]
#[template(path = "public/certificate.html")]
struct CertificatePage<'a> {
    style: &'static str,
    language: &'a str,
    direction: &'static str,
    organisation: String,
    title: &'a str,
    body: String,
    /// The drawings among the answers that the text names.
    drawings: Vec<String>,
    rows: Vec<(&'a str, String)>,
    /// That it is good no more.
    warning: &'a str,
    /// That it stood so when this was made: what is on paper may be old.
    as_of: String,
    /// What is said above the address where the number can be checked.
    verify: &'a str,
    address: String,
}

/// The page as text; none where nothing is issued with a certificate.
#[must_use]
pub fn page(app: &App, of: &CertificateOf<'_>) -> Option<String> {
    let (says, issue, entry) = (of.says, of.issue, of.entry);
    let definition = says.definition;
    let words = says.words;
    let certificate = definition.certificates.get(issue.document.as_ref()?)?;
    let stands = standing(&entry.state, entry.until, of.walk.today());
    let rows = issued::parts(words, says, definition, (std::slice::from_ref(entry), of.walk.today()));
    let rows = rows.into_iter().find(|part| part.issue.name == issue.name);
    let live = app.services.live(&definition.id);
    let is_public = live.is_some_and(|live| public_issue(&live).is_some_and(|own| own.name == issue.name));
    let organisation = app.services.organisation(&definition.organisation);
    let organisation = organisation.map(|known| known.name.get(&words.language).to_owned());
    let now = words.moment(app.clock.now().to_zoned(zone(definition)).datetime());
    let page = CertificatePage {
        style: STYLE,
        language: words.language.as_str(),
        direction: direction(words),
        organisation: organisation.unwrap_or_default(),
        title: &says.filled(&certificate.title, of.walk),
        body: markup(&says.filled_markdown(&certificate.body, of.walk)),
        drawings: drawings(says, &certificate.body, of.walk),
        rows: rows.map(|part| part.rows).unwrap_or_default(),
        warning: match stands {
            Standing::Is(EntryState::Live) => "",
            _ => words.get("issues-certificate-not-valid"),
        },
        as_of: words.with("register-as-of", &[("moment", Value::Text(&now))]),
        verify: if is_public {
            words.get("issues-certificate-verify")
        } else {
            ""
        },
        address: format!("{}/{}/register/{}", app.address, definition.id, entry.number),
    };
    page.render().ok()
}

/// The images of what a text names and was drawn, such as a signature: the text itself can only say that it was.
fn drawings(says: Says<'_>, body: &Text, walk: &Walk<'_>) -> Vec<String> {
    let names = names_in(body.get(says.language)).unwrap_or_default();
    let named = |question: &&Question| names.iter().any(|name| name.name == question.name.as_str());
    walk.questions()
        .filter(named)
        .filter_map(|question| walk.sketch(question))
        .map(|drawn| sketch::image(says.words, &drawn))
        .collect()
}

/// The page as a reply with a policy of its own.
pub fn reply(page: String) -> Response {
    let mut reply = Response::new(Body::from(page));
    let headers = reply.headers_mut();
    headers.insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static("text/html; charset=utf-8"),
    );
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    match HeaderValue::try_from(POLICY.as_str()) {
        Ok(policy) => {
            headers.insert(header::CONTENT_SECURITY_POLICY, policy);
            reply
        }
        Err(_) => {
            tracing::error!("the policy of certificates is no header");
            *reply.status_mut() = StatusCode::INTERNAL_SERVER_ERROR;
            *reply.body_mut() = Body::empty();
            reply
        }
    }
}

/// Shows the applicant a certificate: `CASE/ISSUE`.
pub async fn get(mut visit: Visit, part: &str) -> Response {
    let (case, name) = part.split_once('/').unwrap_or((part, ""));
    let draft = match done::open(&mut visit, case).await {
        Ok(draft) => draft,
        Err(reply) => return *reply,
    };
    let definition = &draft.definition;
    let entries = match visit.site.app.entries_of(&definition.issues, draft.case).await {
        Ok(entries) => entries,
        Err(fault) => return errors::fault(&visit, &fault),
    };
    let says = Says {
        words: visit.words(),
        definition,
        language: definition.language_index(&visit.manner.language).unwrap_or_default(),
    };
    let walk = draft.walk(&visit.manner).with_issued(issued::all(&entries));
    let parts = issued::parts(says.words, says, definition, (&entries, draft.today));
    let part = parts.iter().find(|part| part.issue.name.as_str() == name);
    let page = part.and_then(|part| {
        let of = CertificateOf {
            says,
            walk: &walk,
            issue: part.issue,
            entry: part.entry,
        };
        page(&visit.site.app, &of)
    });
    match page {
        Some(page) => visit.finish(reply(page)),
        None => errors::not_found(&visit),
    }
}
