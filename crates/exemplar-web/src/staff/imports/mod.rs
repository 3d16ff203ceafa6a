//! Importing a form of another system: the form to choose it, with what is wrong with what was chosen. [`coming`] takes the
//! files as they flow, [`one`] shows what became of them and keeps it, [`lines`] are those of its report.

mod coming;
mod lines;
pub mod one;

use askama::Template;
use axum::body::Body;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::Response;
use exemplar_app::importing::{ALL_BYTES, Chosen, FILE_BYTES, FILES, Format, NotImported};
use exemplar_app::words::{Value, Words};
use exemplar_core::permission::owned;
use multer::{Constraints, Multipart, SizeLimit};

use super::desk::{Around, Desk};
use super::problems;
use crate::components::{Choice, ErrorLink, ErrorMessage, ErrorSummary, FileUpload, Label, Legend, Radios};
use crate::frame::Frame;
use crate::public::errors::of_the_site;
use crate::visit::see_other;
use coming::Coming;

/// What the addresses of these pages begin with.
const IMPORT: &str = "/staff/import";
/// The fields.
const FROM: &str = "from";
const SHAPE: &str = "shape";
const FILE: &str = "file";
/// The value of the field that says that the files are parts of one application.
const MANY: &str = "many";
/// The value of the field that says that they are one form.
const ONE: &str = "one";
/// So many bytes are read in all; what is more than a form can have is thrown away.
const READ_AT_MOST: u64 = 64 * 1024 * 1024;

#[derive(Template)]
#[template(path = "staff/imports/form.html")]
struct FormPage<'a> {
    frame: Frame<'a>,
    around: Around<'a>,
    summary: Option<ErrorSummary<'a>>,
    is_owner: bool,
    from: Radios<'a>,
    shape: Radios<'a>,
    file: FileUpload<'a>,
    found: Vec<String>,
}

/// What was chosen, and what is wrong with it.
#[derive(Default)]
struct Shown {
    from: String,
    shape: String,
    /// Each field with what is said of it.
    wrong: Vec<(&'static str, String)>,
    /// What the reader says, in English.
    found: Vec<String>,
}

/// The form.
pub fn get(desk: &Desk<'_>) -> Response {
    show(desk, &Shown::default())
}

/// Imports what was chosen.
pub async fn post(desk: &Desk<'_>, headers: &HeaderMap, body: Body) -> Response {
    let boundary = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let Some(boundary) = boundary.and_then(|value| multer::parse_boundary(value).ok()) else {
        return of_the_site(desk.site, StatusCode::BAD_REQUEST);
    };
    let Some(who) = &desk.who else {
        return problems::not_found(desk);
    };
    let limits = SizeLimit::new().whole_stream(READ_AT_MOST).for_field("csrf", 200);
    let limits = limits.for_field(FROM, 40).for_field(SHAPE, 40);
    let limits = Constraints::new().size_limit(limits);
    let mut parts = Multipart::with_constraints(body.into_data_stream(), boundary, limits);
    let mut coming = Coming::default();
    let too_much = match coming.take(desk, &mut parts).await {
        Ok(true) => None,
        Ok(false) => return of_the_site(desk.site, StatusCode::FORBIDDEN),
        Err(key) => {
            coming::read_to_its_end(&mut parts).await;
            Some(key)
        }
    };
    let mut shown = Shown {
        from: coming.from,
        shape: coming.shape,
        ..Shown::default()
    };
    let words = desk.words();
    let format = Format::ALL.into_iter().find(|format| format.name() == shown.from);
    if format.is_none() {
        shown.wrong.push((FROM, words.get("importing-error-from").to_owned()));
    }
    if ![ONE, MANY].contains(&shown.shape.as_str()) {
        shown.wrong.push((SHAPE, words.get("importing-error-shape").to_owned()));
    }
    let missing = coming.files.is_empty().then_some("importing-error-file");
    if let Some(key) = too_much.or(missing) {
        shown.wrong.push((FILE, words.with(key, &limits_in_words())));
    }
    let Some(format) = format.filter(|_| shown.wrong.is_empty()) else {
        return show(desk, &shown);
    };
    let chosen = Chosen {
        format,
        as_one: shown.shape == MANY,
        files: coming.files,
    };
    match desk.site.app.import_by_page(who, chosen).await {
        Ok(id) => see_other(&format!("{IMPORT}/{id}")),
        Err(NotImported::NotYours) => problems::not_found(desk),
        Err(NotImported::Fault(fault)) => problems::fault(desk.site, &fault),
        Err(why) => {
            not_imported(words, why, &mut shown);
            show(desk, &shown)
        }
    }
}

/// What is said where nothing came of a form.
fn not_imported(words: &Words, why: NotImported, shown: &mut Shown) {
    let said = match why {
        NotImported::NotJson(name) => {
            let said = words.with("importing-error-not-json", &[("name", Value::Text(&name))]);
            (FILE, said)
        }
        NotImported::ManyForms(n) => {
            let n = Value::Count(i64::try_from(n).unwrap_or(i64::MAX));
            (SHAPE, words.with("importing-error-many-forms", &[("n", n)]))
        }
        NotImported::AsksNothing => (FILE, words.get("importing-error-asks-nothing").to_owned()),
        NotImported::Nothing {
            looks_like: Some(other),
            ..
        } => {
            let system = Value::Text(words.get(name_of(other)));
            (FROM, words.with("importing-error-other", &[("system", system)]))
        }
        NotImported::Nothing { says, .. } => {
            shown.found = says;
            (FILE, words.get("importing-error-nothing").to_owned())
        }
        // They are answered before.
        NotImported::NotYours | NotImported::Fault(_) => return,
    };
    shown.wrong.push(said);
}

fn show(desk: &Desk<'_>, shown: &Shown) -> Response {
    let words = desk.words();
    let title = words.get("importing-title");
    let error = |field: &str| {
        let (_, said) = shown.wrong.iter().find(|(wrong, _)| *wrong == field)?;
        Some(ErrorMessage::new(words.get("pages-error-prefix"), said))
    };
    let is_wrong = !shown.wrong.is_empty();
    let link = |(field, said): &(&'static str, String)| ErrorLink::new(format!("#{field}"), said.clone());
    let system = |format: Format| Choice {
        hint: words.get(hint_of(format)).into(),
        checked: shown.from == format.name(),
        ..Choice::new(format.name(), words.get(name_of(format)))
    };
    let shape = |value: &'static str, name: &'static str, hint: &'static str| Choice {
        hint: words.get(hint).into(),
        checked: shown.shape == value,
        ..Choice::new(value, words.get(name))
    };
    let now = desk.site.app.clock.now();
    let page = FormPage {
        frame: if is_wrong {
            desk.frame_with_errors(title)
        } else {
            desk.frame(title)
        },
        around: desk.around(),
        summary: is_wrong.then(|| ErrorSummary {
            title: words.get("pages-problem-title").into(),
            errors: shown.wrong.iter().map(link).collect(),
            ..ErrorSummary::default()
        }),
        is_owner: desk.who.as_ref().is_some_and(|who| !owned(&who.staff, now).is_empty()),
        from: Radios {
            id: FROM.into(),
            name: FROM.into(),
            legend: Some(Legend::new(words.get("importing-from"))),
            error: error(FROM),
            items: Format::ALL.into_iter().map(|format| system(format).into()).collect(),
            ..Radios::default()
        },
        shape: Radios {
            id: SHAPE.into(),
            name: SHAPE.into(),
            legend: Some(Legend::new(words.get("importing-shape"))),
            error: error(SHAPE),
            items: vec![
                shape(ONE, "importing-shape-one", "importing-shape-one-hint").into(),
                shape(MANY, "importing-shape-many", "importing-shape-many-hint").into(),
            ],
            ..Radios::default()
        },
        file: FileUpload {
            id: FILE.into(),
            name: FILE.into(),
            label: Label::new(words.get("importing-file")),
            hint: words.with("importing-file-hint", &limits_in_words()).into(),
            error: error(FILE),
            accept: ".json,.yaml,.yml",
            multiple: true,
            ..FileUpload::default()
        },
        found: shown.found.clone(),
    };
    let status = if is_wrong {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    };
    desk.page(status, &page)
}

/// The key of what a system is called.
const fn name_of(format: Format) -> &'static str {
    match format {
        Format::XgovV1 => "importing-from-xgov",
        Format::DefraForms => "importing-from-defra",
        Format::Gcforms => "importing-from-gcforms",
        Format::Navformio => "importing-from-nav",
    }
}

const fn hint_of(format: Format) -> &'static str {
    match format {
        Format::XgovV1 => "importing-from-xgov-hint",
        Format::DefraForms => "importing-from-defra-hint",
        Format::Gcforms => "importing-from-gcforms-hint",
        Format::Navformio => "importing-from-nav-hint",
    }
}

/// How much can be imported, as values of the words.
fn limits_in_words() -> [(&'static str, Value<'static>); 3] {
    let count = |of: usize| Value::Count(i64::try_from(of).unwrap_or(i64::MAX));
    [
        ("files", count(FILES)),
        ("megabytes", count(FILE_BYTES / (1024 * 1024))),
        ("all", count(ALL_BYTES / (1024 * 1024))),
    ]
}
