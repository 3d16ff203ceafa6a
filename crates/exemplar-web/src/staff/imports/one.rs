//! What became of a form: its report, the files to take along, and keeping it as a version of a service.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use exemplar_app::importing::{Format, Import, NotKept, Place};
use exemplar_app::publishing::{NotBrought, NotMoved};
use exemplar_app::words::Value;
use exemplar_core::id::OrganisationId;

use super::lines::{Group, Said, counts, findings, groups, many_files};
use super::{IMPORT, name_of};
use crate::attachment::made;
use crate::components::{Choice, ErrorLink, ErrorMessage, ErrorSummary, Input, Label, Legend, Radios};
use crate::form::Form;
use crate::frame::Frame;
use crate::staff::desk::{Around, Desk};
use crate::staff::problems;
use crate::visit::see_other;

/// The fields of the form to keep it.
const PLACE: &str = "place";
const NAME: &str = "name";
/// The field and the value of the button that goes on to the preview.
const THEN: &str = "then";
const PREVIEW: &str = "preview";

#[derive(Template)]
#[template(path = "staff/imports/one.html")]
struct OnePage<'a> {
    frame: Frame<'a>,
    around: Around<'a>,
    summary: Option<ErrorSummary<'a>>,
    system: &'a str,
    heading: &'a str,
    files: &'a [String],
    /// How many there are, where they are shown on request.
    many_files: Option<String>,
    counts: Vec<(String, String)>,
    passes_check: bool,
    findings: Vec<Said<'a>>,
    keeping: Option<Keeping<'a>>,
    groups: Vec<Group<'a>>,
    address: String,
    kept_until: String,
}

/// The form to keep it.
struct Keeping<'a> {
    /// Where, if there is a choice.
    places: Option<Radios<'a>>,
    /// The one place, as words and as a value.
    only: Option<(String, String)>,
    /// The name of a new service.
    name: Option<Input<'a>>,
}

/// What was typed into the form to keep it, and what is wrong.
#[derive(Default)]
struct Typed<'a> {
    form: Option<&'a Form>,
    wrong: Option<(&'static str, &'static str)>,
}

/// The page.
pub async fn get(desk: &Desk<'_>, id: &str) -> Response {
    show(desk, id, &Typed::default()).await
}

/// The page with what was typed before a session ended.
pub async fn again(desk: &Desk<'_>, id: &str, form: &Form) -> Response {
    let typed = Typed {
        form: Some(form),
        wrong: None,
    };
    show(desk, id, &typed).await
}

/// The report as a file.
pub async fn report(desk: &Desk<'_>, id: &str) -> Response {
    match read(desk, id).await {
        Ok(import) => {
            let name = format!("{}-report.json", import.name());
            made(&name, "application/json", import.report_file())
        }
        Err(reply) => *reply,
    }
}

/// The service as a file.
pub async fn folder(desk: &Desk<'_>, id: &str) -> Response {
    match read(desk, id).await {
        Ok(import) => made(&format!("{}.zip", import.name()), "application/zip", import.archive()),
        Err(reply) => *reply,
    }
}

/// Keeps it as a draft, and opens the preview where that was asked for.
pub async fn keep(desk: &Desk<'_>, id: &str, form: &Form) -> Response {
    let (Some(who), app) = (&desk.who, &desk.site.app) else {
        return problems::not_found(desk);
    };
    let import = match read(desk, id).await {
        Ok(import) => import,
        Err(reply) => return *reply,
    };
    let places = match app.places(who, &import).await {
        Ok(places) => places,
        Err(fault) => return problems::fault(desk.site, &fault),
    };
    let refused = |field, key| Typed {
        form: Some(form),
        wrong: Some((field, key)),
    };
    let Some(place) = places.iter().find(|place| value(place) == form.get(PLACE)) else {
        return show(desk, id, &refused(PLACE, "importing-error-place")).await;
    };
    let name = form.get(NAME).trim();
    let (service, n) = match app.keep_import(who, &import, (place, name)).await {
        Ok(kept) => kept,
        Err(NotKept::WrongName) => return show(desk, id, &refused(NAME, "importing-error-name")).await,
        Err(NotKept::Taken) => return show(desk, id, &refused(NAME, "importing-error-taken")).await,
        Err(NotKept::NotBrought(NotBrought::Fault(fault))) => return problems::fault(desk.site, &fault),
        Err(NotKept::NotBrought(NotBrought::NotYours)) => {
            return show(desk, id, &refused(PLACE, "publishing-bring-not-yours")).await;
        }
        Err(NotKept::NotBrought(NotBrought::NotClean(_))) => {
            return show(desk, id, &refused(PLACE, "importing-error-not-clean")).await;
        }
    };
    if form.get(THEN) != PREVIEW {
        return see_other(&format!("/staff/versions/{service}.{n}"));
    }
    match app.begin_preview(who, (service.as_str(), n)).await {
        Ok(preview) => see_other(&format!("/{preview}")),
        Err(NotMoved::Fault(fault)) => problems::fault(desk.site, &fault),
        Err(NotMoved::NotFound | NotMoved::Refused(_)) => see_other(&format!("/staff/versions/{service}.{n}")),
    }
}

async fn read(desk: &Desk<'_>, id: &str) -> Result<Import, Box<Response>> {
    let Some(who) = &desk.who else {
        return Err(Box::new(problems::not_found(desk)));
    };
    match desk.site.app.imported(who, id).await {
        Ok(Some(import)) => Ok(import),
        Ok(None) => Err(Box::new(problems::not_found(desk))),
        Err(fault) => Err(Box::new(problems::fault(desk.site, &fault))),
    }
}

async fn show(desk: &Desk<'_>, id: &str, typed: &Typed<'_>) -> Response {
    let import = match read(desk, id).await {
        Ok(import) => import,
        Err(reply) => return *reply,
    };
    let report = &import.report;
    let keeping = match keeping(desk, &import, typed).await {
        Ok(keeping) => keeping.filter(|_| report.passes_check),
        Err(reply) => return *reply,
    };
    let words = desk.words();
    let heading = words.with("importing-of", &[("title", Value::Text(&import.title))]);
    let format = Format::ALL.into_iter().find(|format| format.name() == report.format);
    let kept_until = words.moment(import.until.to_zoned(desk.zone()).datetime());
    let page = OnePage {
        frame: if typed.wrong.is_some() {
            desk.frame_with_errors(&heading)
        } else {
            desk.frame(&heading)
        },
        around: desk.around(),
        summary: typed.wrong.map(|(field, key)| ErrorSummary {
            title: words.get("pages-problem-title").into(),
            errors: vec![ErrorLink::new(format!("#{field}"), words.get(key))],
            ..ErrorSummary::default()
        }),
        system: format.map(|format| words.get(name_of(format))).unwrap_or_default(),
        heading: &heading,
        files: &report.files,
        many_files: many_files(words, report.files.len()),
        counts: counts(words, report),
        passes_check: report.passes_check,
        findings: findings(report),
        keeping,
        groups: groups(words, report),
        address: format!("{IMPORT}/{id}"),
        kept_until: words.with("importing-kept-until", &[("moment", Value::Text(&kept_until))]),
    };
    let status = match typed.wrong {
        Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
        None => StatusCode::OK,
    };
    desk.page(status, &page)
}

/// The form to keep it; none where it can go nowhere.
async fn keeping<'a>(
    desk: &'a Desk<'_>,
    import: &Import,
    typed: &Typed<'_>,
) -> Result<Option<Keeping<'a>>, Box<Response>> {
    let (Some(who), app) = (&desk.who, &desk.site.app) else {
        return Ok(None);
    };
    let faulty = |fault| Box::new(problems::fault(desk.site, &fault));
    let places = app.places(who, import).await.map_err(faulty)?;
    let free = app.free_name(import.name()).await.map_err(faulty)?;
    let words = desk.words();
    let given = |name: &str| typed.form.map(|form| form.get(name).to_owned());
    let error = |field: &str| {
        let (_, key) = typed.wrong.filter(|(wrong, _)| *wrong == field)?;
        Some(ErrorMessage::new(words.get("pages-error-prefix"), words.get(key)))
    };
    let is_new = |place: &Place| matches!(place, Place::New(_));
    // A new service is the likeliest: only somebody who knows it replaces what is there.
    let chosen = given(PLACE).or_else(|| places.iter().find(|place| is_new(place)).map(value));
    let choice = |place: &Place| Choice {
        checked: chosen == Some(value(place)),
        ..Choice::new(value(place), said(desk, place))
    };
    let only = (places.len() == 1).then(|| places.first()).flatten();
    Ok((!places.is_empty()).then(|| Keeping {
        places: only.is_none().then(|| Radios {
            id: PLACE.into(),
            name: PLACE.into(),
            legend: Some(Legend::new(words.get("importing-place"))),
            error: error(PLACE),
            items: places.iter().map(|place| choice(place).into()).collect(),
            ..Radios::default()
        }),
        only: only.map(|place| (said(desk, place), value(place))),
        name: places.iter().any(is_new).then(|| Input {
            id: NAME.into(),
            name: NAME.into(),
            label: Label::new(words.get("importing-name")),
            hint: words.get("importing-name-hint").into(),
            error: error(NAME),
            value: given(NAME).unwrap_or(free).into(),
            autocapitalize: "none",
            dir: "ltr",
            spellcheck: Some(false),
            classes: "govuk-input--width-20",
            ..Input::default()
        }),
    }))
}

/// A place as the form sends it.
fn value(place: &Place) -> String {
    match place {
        Place::New(organisation) => format!("new.{organisation}"),
        Place::Of { service, .. } => format!("of.{service}"),
    }
}

/// A place in words.
fn said(desk: &Desk<'_>, place: &Place) -> String {
    let words = desk.words();
    match place {
        Place::New(organisation) => {
            let name = organisation_name(desk, organisation);
            words.with("importing-place-new", &[("organisation", Value::Text(&name))])
        }
        Place::Of { service, title, .. } => {
            let title = title.as_deref().unwrap_or(service.as_str());
            let values = [
                ("title", Value::Text(title)),
                ("service", Value::Text(service.as_str())),
            ];
            words.with("importing-place-of", &values)
        }
    }
}

fn organisation_name(desk: &Desk<'_>, organisation: &OrganisationId) -> String {
    let known = desk.site.app.services.organisation(organisation);
    let name = known.map(|known| known.name.get(&desk.language).to_owned());
    name.filter(|name| !name.is_empty())
        .unwrap_or_else(|| organisation.to_string())
}
