//! Versions of services: the services that somebody publishes, one of them with all that was brought in, and going back
//! to what was live before. [`bring`] takes a version from a browser, [`one`] is a single version, [`changes`] what it changes, [`form`] the form to publish it.

pub mod bring;
mod changes;
mod form;
pub mod one;

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use exemplar_app::apply::zone;
use exemplar_app::publishing::{NotMoved, Versions};
use exemplar_app::words::{Value, Words};
use exemplar_core::id::Digest;
use exemplar_core::publishing::{Done, Proposal, ProposalState};
use exemplar_core::record::Actor;
use jiff::Timestamp;

use super::desk::{Around, Desk};
use super::problems;
use crate::components::{Attributes, ErrorLink, ErrorMessage, ErrorSummary, FileUpload, Label};
use crate::form::Form;
use crate::frame::Frame;
use crate::visit::see_other;

/// What the addresses of services in these pages begin with.
const SERVICES: &str = "/staff/services";
/// What the addresses of versions begin with.
const VERSIONS: &str = "/staff/versions";
/// So many characters of a digest are its mark.
const MARK: usize = 12;

#[derive(Template)]
#[template(path = "staff/versions/services.html")]
struct ServicesPage<'a> {
    frame: Frame<'a>,
    around: Around<'a>,
    services: Vec<(String, String)>,
    summary: Option<ErrorSummary<'a>>,
    field: FileUpload<'a>,
    found: Vec<bring::Found>,
}

#[derive(Template)]
#[template(path = "staff/versions/versions.html")]
struct VersionsPage<'a> {
    frame: Frame<'a>,
    around: Around<'a>,
    heading: &'a str,
    live: String,
    mark: String,
    list: Vec<Brought<'a>>,
    earlier: Vec<Earlier>,
    action: String,
}

/// A version that was brought in.
struct Brought<'a> {
    href: String,
    nth: String,
    state: &'a str,
    moment: String,
    by: String,
}

/// A version that was live before.
struct Earlier {
    digest: String,
    mark: String,
    moment: String,
    by: String,
    of: String,
}

/// The services that somebody publishes, and the form to bring a version in; with what is wrong with the one that came.
pub async fn services(desk: &Desk<'_>, wrong: Option<bring::Wrong>) -> Response {
    let Some(who) = &desk.who else {
        return problems::not_found(desk);
    };
    let services = match desk.site.app.services_to_publish(who).await {
        Ok(services) => services,
        Err(fault) => return problems::fault(desk.site, &fault),
    };
    let link = |service: &std::sync::Arc<exemplar_core::definition::Definition>| {
        (format!("{SERVICES}/{}", service.id), service.name.get(0).to_owned())
    };
    let words = desk.words();
    let title = words.get("publishing-title");
    let (said, found) = match wrong {
        Some(bring::Wrong::Said(key)) => (Some(key), Vec::new()),
        Some(bring::Wrong::Found(found)) => (Some("publishing-bring-not-clean"), found),
        None => (None, Vec::new()),
    };
    let (files, megabytes) = bring::limits();
    let values = [
        ("files", Value::Count(count(files))),
        ("megabytes", Value::Count(count(megabytes))),
    ];
    let page = ServicesPage {
        frame: if said.is_some() {
            desk.frame_with_errors(title)
        } else {
            desk.frame(title)
        },
        around: desk.around(),
        services: services.iter().map(link).collect(),
        summary: said.map(|key| ErrorSummary {
            title: words.get("pages-problem-title").into(),
            errors: vec![ErrorLink::new(format!("#{}", bring::FIELD), words.get(key))],
            ..ErrorSummary::default()
        }),
        field: FileUpload {
            id: bring::FIELD.into(),
            name: bring::FIELD.into(),
            label: Label::new(words.get("publishing-bring-folder")),
            hint: words.with("publishing-bring-hint", &values).into(),
            error: said.map(|key| ErrorMessage::new(words.get("pages-error-prefix"), words.get(key))),
            multiple: true,
            // A folder is chosen, and all of its files are sent with their paths.
            attributes: Attributes(&[("webkitdirectory", "")]),
            ..FileUpload::default()
        },
        found,
    };
    let status = if said.is_some() {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    };
    desk.page(status, &page)
}

/// One service with its versions.
pub async fn get(desk: &Desk<'_>, service: &str) -> Response {
    let versions = match read(desk, service).await {
        Ok(versions) => versions,
        Err(reply) => return *reply,
    };
    let history = match desk.site.app.store.history(&versions.definition.id).await {
        Ok(history) => history,
        Err(fault) => return problems::fault(desk.site, &fault),
    };
    let words = desk.words();
    let name = versions.definition.name.get(0);
    let heading = words.with("publishing-of", &[("service", Value::Text(name))]);
    let said = |at: Timestamp, by: &Actor| (moment(desk, &versions, at), doer(words, &versions, by));
    let live = history.last().map_or_else(
        || words.get("publishing-live-none").to_owned(),
        |last| {
            let (moment, by) = said(last.at, &last.by);
            let values = [("moment", Value::Text(&moment)), ("by", Value::Text(&by))];
            words.with("publishing-live-since", &values)
        },
    );
    let earlier = history
        .iter()
        .rev()
        .skip(1)
        .filter(|line| Some(line.digest) != versions.live);
    let earlier = earlier.map(|line| {
        let (moment, by) = said(line.at, &line.by);
        Earlier {
            digest: line.digest.to_string(),
            mark: mark(line.digest),
            of: words.with("publishing-back-of", &[("moment", Value::Text(&moment))]),
            moment,
            by,
        }
    });
    let page = VersionsPage {
        frame: desk.frame(&heading),
        around: desk.around(),
        heading: &heading,
        live,
        mark: versions.live.map(mark).unwrap_or_default(),
        list: list(desk, &versions),
        earlier: earlier.collect(),
        action: format!("{SERVICES}/{service}/bring-back"),
    };
    desk.page(StatusCode::OK, &page)
}

/// Brings a version in again that was live before.
pub async fn bring_back(desk: &Desk<'_>, service: &str, form: &Form) -> Response {
    let Some(who) = &desk.who else {
        return problems::not_found(desk);
    };
    let Some(digest) = digest(form.get("digest")) else {
        return problems::not_found(desk);
    };
    match desk.site.app.bring_back(who, service, digest).await {
        Ok(n) => see_other(&format!("{VERSIONS}/{service}.{n}")),
        // What is live already needs no bringing back: the list shows it.
        Err(NotMoved::Refused(_)) => see_other(&format!("{SERVICES}/{service}")),
        Err(NotMoved::NotFound) => problems::not_found(desk),
        Err(NotMoved::Fault(fault)) => problems::fault(desk.site, &fault),
    }
}

async fn read(desk: &Desk<'_>, service: &str) -> Result<Versions, Box<Response>> {
    let Some(who) = &desk.who else {
        return Err(Box::new(problems::not_found(desk)));
    };
    match desk.site.app.versions(who, service).await {
        Ok(Some(versions)) => Ok(versions),
        Ok(None) => Err(Box::new(problems::not_found(desk))),
        Err(fault) => Err(Box::new(problems::fault(desk.site, &fault))),
    }
}

fn list<'a>(desk: &'a Desk<'_>, versions: &Versions) -> Vec<Brought<'a>> {
    let words = desk.words();
    let row = |one: &Proposal| Brought {
        href: format!("{VERSIONS}/{}.{}", one.service, one.n),
        nth: words.with("publishing-nth", &[("n", Value::Count(one.n))]),
        state: state(words, versions, one),
        moment: moment(desk, versions, one.brought.at),
        by: doer(words, versions, &one.brought.by),
    };
    versions.proposals.iter().map(row).collect()
}

/// Where a version is, in words.
fn state<'a>(words: &'a Words, versions: &Versions, proposal: &Proposal) -> &'a str {
    words.get(match proposal.state {
        ProposalState::Draft => "publishing-state-draft",
        ProposalState::Asked => "publishing-state-asked",
        ProposalState::Scheduled => "publishing-state-scheduled",
        ProposalState::Published if versions.live == Some(proposal.digest) => "publishing-state-live",
        ProposalState::Published => "publishing-state-published",
        ProposalState::Withdrawn => "publishing-state-withdrawn",
    })
}

fn moment(desk: &Desk<'_>, versions: &Versions, at: Timestamp) -> String {
    desk.words().moment(at.to_zoned(zone(&versions.definition)).datetime())
}

/// Who did something: a person by name, all else as the platform.
fn doer(words: &Words, versions: &Versions, by: &Actor) -> String {
    match by {
        Actor::Staff(staff) => versions.names.get(staff).cloned().unwrap_or_default(),
        _ => words.get("publishing-platform").to_owned(),
    }
}

fn done(desk: &Desk<'_>, versions: &Versions, done: &Done) -> String {
    let (moment, by) = (moment(desk, versions, done.at), doer(desk.words(), versions, &done.by));
    let values = [("moment", Value::Text(&moment)), ("by", Value::Text(&by))];
    desk.words().with("publishing-done", &values)
}

fn count(of: usize) -> i64 {
    i64::try_from(of).unwrap_or(i64::MAX)
}

fn mark(digest: Digest) -> String {
    digest.to_string().chars().take(MARK).collect()
}

fn digest(text: &str) -> Option<Digest> {
    let bytes = data_encoding::HEXLOWER.decode(text.as_bytes()).ok()?;
    Some(Digest(bytes.try_into().ok()?))
}
