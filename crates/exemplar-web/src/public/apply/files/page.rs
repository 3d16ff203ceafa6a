//! The page of a question of files: what is there and in which state, a form for one more, and going on.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use exemplar_app::apply::{Draft, Opened};
use exemplar_app::files::{FileState, ShownFile, UnderWay};
use exemplar_app::words::Value;
use exemplar_core::apply::PageProblem;
use exemplar_core::file::size::show_size;
use exemplar_core::id::Name;
use exemplar_core::journey::Walk;

use super::Asked;
use crate::components::{ErrorLink, ErrorMessage, ErrorSummary, FileUpload, Label, Tag};
use crate::frame::Frame;
use crate::public::apply::question::{back_from, where_to, why_of};
use crate::public::errors;
use crate::visit::{Visit, access};

/// Where a person goes who came from check answers.
pub(super) const CHECK: &str = "check-answers";

#[derive(Template)]
#[template(path = "public/apply/files/page.html")]
struct FilesPage<'a> {
    frame: Frame<'a>,
    summary: Option<ErrorSummary<'a>>,
    /// They were changed elsewhere since the page was shown.
    changed: bool,
    heading: String,
    say: String,
    hint: String,
    takes: String,
    /// What is said where nobody looks for viruses.
    no_scanner: bool,
    files: Vec<Row<'a>>,
    /// What stands in place of the form, where there are as many as may be.
    full: String,
    /// The control for one more.
    upload: Option<FileUpload<'a>>,
    id: &'a str,
    help: Option<(&'a str, String)>,
    why: Option<(String, String)>,
    action: String,
    below: String,
    csrf: String,
    seen: String,
    to_check: bool,
    can_save: bool,
    resume: Vec<String>,
    /// Words for the script, with marks where it puts the name and how much has come.
    progress: String,
    paused: String,
}

/// A file.
struct Row<'a> {
    n: i32,
    name: String,
    size: String,
    state: Tag<'a>,
    /// Where it is given, if it is.
    address: Option<String>,
}

/// Shows the page again with what is wrong with a file.
pub async fn problems(mut visit: Visit, name: &Name, problems: &[PageProblem], to_check: bool) -> Response {
    let Some(held) = visit.held() else { return visit.go("") };
    let draft = match visit.site.app.open(&visit.live, access(held)).await {
        Ok(Opened::Draft(draft)) => draft,
        Ok(Opened::Submitted(draft)) if draft.is_asked(name) => draft,
        Ok(Opened::Submitted(draft)) => return visit.go(&format!("done/{}", draft.case)),
        Ok(Opened::Gone) => {
            visit.session.let_go(held.case);
            return visit.go("");
        }
        Err(fault) => return errors::fault(&visit, &fault),
    };
    visit.session.used(held.case, visit.now);
    show(&visit, &draft, name, problems, (to_check, false)).await
}

/// Shows the page; `changed` where the files were changed elsewhere since it was shown.
pub async fn show(
    visit: &Visit,
    draft: &Draft,
    name: &Name,
    problems: &[PageProblem],
    (to_check, changed): (bool, bool),
) -> Response {
    let Some(asked) = draft.definition.page(name).and_then(Asked::on) else {
        return errors::not_found(visit);
    };
    let files = match &draft.loaded {
        None => Vec::new(),
        Some(loaded) => match visit.site.app.shown_files(loaded).await {
            Ok(files) => files,
            Err(fault) => return errors::fault(visit, &fault),
        },
    };
    // What broke off is a help; where it cannot be read, the page is as good without.
    let under_way = visit
        .site
        .app
        .uploads(draft, &asked.question.name)
        .await
        .unwrap_or_default();
    let walk = draft.walk(&visit.manner);
    if !draft.is_asked(name) && !walk.is_on_path(asked.page) {
        return visit.go(&where_to(&walk));
    }
    let wrong: Vec<_> = problems
        .iter()
        .map(|problem| visit.problem(&walk, asked.question, problem))
        .collect();
    let status = match (wrong.is_empty(), changed) {
        (false, _) => StatusCode::UNPROCESSABLE_ENTITY,
        (true, true) => StatusCode::CONFLICT,
        (true, false) => StatusCode::OK,
    };
    let heading = visit.filled(&asked.question.ask, &walk).into_owned();
    let mut frame = if wrong.is_empty() {
        visit.frame(&heading)
    } else {
        visit.frame_with_errors(&heading)
    };
    frame.back = Some(back_from(visit, draft, &walk, asked.page, to_check));
    let accept = asked.rules.accept();
    let rows = rows(visit, &asked, files);
    let page = FilesPage {
        summary: summary(visit, &asked, &wrong),
        changed,
        takes: takes(visit, &asked),
        no_scanner: visit.site.app.scanner.is_none(),
        full: full(visit, &asked, &rows),
        upload: control(visit, &asked, &rows, &accept, wrong.first()),
        id: asked.question.name.as_str(),
        to_check,
        resume: resume(visit, &under_way),
        files: rows,
        ..asked_for(visit, draft, &walk, &asked, (frame, heading))
    };
    visit.page(status, &page)
}

/// What the definition says of the page, and what its forms carry.
fn asked_for<'a>(
    visit: &'a Visit,
    draft: &Draft,
    walk: &Walk<'_>,
    asked: &Asked<'a>,
    (frame, heading): (Frame<'a>, String),
) -> FilesPage<'a> {
    let question = asked.question;
    let address = visit.address(&asked.page.name.in_address());
    let markup = |text: &Option<_>| text.as_ref().map_or_else(String::new, |text| visit.markup(text, walk));
    let hint = question.hint.as_ref();
    FilesPage {
        frame,
        summary: None,
        changed: false,
        heading,
        say: markup(&question.say),
        hint: hint.map_or_else(String::new, |hint| visit.filled(hint, walk).into_owned()),
        takes: String::new(),
        no_scanner: false,
        files: Vec::new(),
        full: String::new(),
        upload: None,
        id: question.name.as_str(),
        help: question
            .help
            .as_ref()
            .map(|help| (visit.text(&help.title), visit.markup(&help.say, walk))),
        why: why_of(visit, walk, question),
        below: format!("{address}/files"),
        action: address,
        csrf: visit.session.csrf_token(),
        seen: draft.seen_page(asked.page).0,
        to_check: false,
        can_save: !draft.is_asked(&asked.page.name),
        resume: Vec::new(),
        progress: for_script(visit, "files-progress"),
        paused: for_script(visit, "files-paused"),
    }
}

/// The files of this question.
fn rows<'a>(visit: &'a Visit, asked: &Asked<'_>, files: Vec<ShownFile>) -> Vec<Row<'a>> {
    let address = visit.address(&asked.page.name.in_address());
    let own = files.into_iter().filter(|file| file.question == asked.question.name);
    own.map(|file| Row {
        n: file.n,
        address: (file.state == FileState::Clean).then(|| format!("{address}/files/{}", file.n)),
        name: file.name,
        size: show_size(file.size),
        state: tag(visit, file.state),
    })
    .collect()
}

fn is_full(asked: &Asked<'_>, rows: &[Row<'_>]) -> bool {
    rows.len() >= asked.rules.at_most as usize
}

/// What is said where there are as many as may be.
fn full(visit: &Visit, asked: &Asked<'_>, rows: &[Row<'_>]) -> String {
    let most = Value::Count(i64::from(asked.rules.at_most));
    if is_full(asked, rows) {
        visit.words().with("files-full", &[("n", most)])
    } else {
        String::new()
    }
}

/// What may be uploaded.
fn takes(visit: &Visit, asked: &Asked<'_>) -> String {
    let (size, kinds) = (show_size(asked.rules.each_at_most), asked.rules.called());
    let with = [
        ("n", Value::Count(i64::from(asked.rules.at_most))),
        ("size", Value::Text(&size)),
        ("kinds", Value::Text(&kinds)),
    ];
    visit.words().with("files-takes", &with)
}

/// The control for one more, where there may be one.
fn control<'a>(
    visit: &'a Visit,
    asked: &Asked<'a>,
    rows: &[Row<'_>],
    accept: &'a str,
    wrong: Option<&String>,
) -> Option<FileUpload<'a>> {
    if is_full(asked, rows) {
        return None;
    }
    let (words, id) = (visit.words(), asked.question.name.as_str());
    let label = if rows.is_empty() {
        "files-upload"
    } else {
        "files-upload-another"
    };
    Some(FileUpload {
        id: id.into(),
        name: id.into(),
        label: Label {
            classes: "govuk-label--m",
            ..Label::new(words.get(label))
        },
        error: wrong.map(|wrong| ErrorMessage::new(words.get("pages-error-prefix"), wrong.clone())),
        accept,
        ..FileUpload::default()
    })
}

fn summary<'a>(visit: &'a Visit, asked: &Asked<'_>, wrong: &[String]) -> Option<ErrorSummary<'a>> {
    let id = asked.question.name.as_str();
    let errors = wrong
        .iter()
        .map(|wrong| ErrorLink::new(format!("#{id}"), wrong.clone()));
    (!wrong.is_empty()).then(|| ErrorSummary {
        title: visit.words().get("pages-problem-title").into(),
        errors: errors.collect(),
        ..ErrorSummary::default()
    })
}

/// What is said of uploads that broke off, here or on another device. Without scripts there is none: those are swept
/// away, and the file is sent again.
fn resume(visit: &Visit, under_way: &[UnderWay]) -> Vec<String> {
    let resumable = under_way
        .iter()
        .filter(|upload| upload.about.size.is_some() && !upload.pieces.is_empty());
    resumable
        .map(|upload| {
            let name = Value::Text(&upload.about.name);
            visit.words().with("files-resume", &[("name", name)])
        })
        .collect()
}

/// Words with marks that a script fills.
fn for_script(visit: &Visit, key: &str) -> String {
    let marks = [("name", Value::Text("%name")), ("percent", Value::Text("%percent"))];
    visit.words().with(key, &marks)
}

fn tag<'a>(visit: &'a Visit, state: FileState) -> Tag<'a> {
    let (key, classes) = match state {
        FileState::Clean => ("files-clean", "govuk-tag--green"),
        FileState::Waiting => ("files-waiting", "govuk-tag--blue"),
        FileState::Unscanned => ("files-unscanned", "govuk-tag--grey"),
        FileState::Harmful => ("files-harmful", "govuk-tag--red"),
    };
    Tag::new(visit.words().get(key), classes)
}
