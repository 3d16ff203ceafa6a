//! "Have I done this already?": asks, and says the same whatever there is. The answer goes to the address in the
//! application.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use exemplar_app::apply::{NotAsked, zone};
use exemplar_core::answer::Answers;
use exemplar_core::apply::PageProblem;
use exemplar_core::definition::AlreadyDone;
use exemplar_core::id::Name;
use exemplar_core::journey::{Setting, Walk};
use exemplar_core::kind::Typed;
use exemplar_core::search::{asked, read_asked};

use crate::components::{ErrorLink, ErrorSummary};
use crate::form::Form;
use crate::frame::Frame;
use crate::public::apply::question;
use crate::public::errors;
use crate::visit::Visit;

#[derive(Template)]
#[template(path = "public/apply/already.html")]
struct AlreadyPage<'a> {
    frame: Frame<'a>,
    summary: Option<ErrorSummary<'a>>,
    heading: &'a str,
    say: String,
    controls: Vec<String>,
    action: String,
    csrf: String,
}

#[derive(Template)]
#[template(path = "public/apply/asked.html")]
struct AskedPage<'a> {
    frame: Frame<'a>,
    not_found: String,
    start: &'a str,
}

/// Shows the questions, or what is said after asking.
#[must_use]
pub fn get(visit: &Visit, query: &str) -> Response {
    let Some(already) = &visit.live.already else {
        return errors::not_found(visit);
    };
    if query == "asked" {
        return after(visit, already);
    }
    show(visit, already, &|_| Typed::default(), &[])
}

/// Takes the question. Whoever asks sees one page, in one time.
pub async fn post(visit: Visit, form: Form, caller: Option<&str>) -> Response {
    let Some(already) = &visit.live.already else {
        return errors::not_found(&visit);
    };
    let typed = |name: &Name| form.typed(name.as_str());
    let today = visit.now.to_zoned(zone(&visit.live)).date();
    let answers = match read_asked(&visit.live, &typed, today) {
        Ok(answers) => answers,
        Err(problems) => return show(&visit, already, &typed, &problems),
    };
    let asked = visit.site.app.ask_already(&visit.live, &visit.manner, &answers, caller);
    match asked.await {
        Ok(()) => visit.go("already?asked"),
        Err(NotAsked::TooMany(minutes)) => errors::too_many(&visit, minutes),
        Err(NotAsked::Failed(failure)) => errors::failure(&visit, &failure),
    }
}

/// A walk without answers: for the words of questions.
fn walk<'a>(visit: &'a Visit, answers: &'a Answers) -> Walk<'a> {
    let setting = Setting {
        today: visit.now.to_zoned(zone(&visit.live)).date(),
        language: visit.manner.language.clone(),
        channel: visit.manner.channel,
    };
    Walk::new(&visit.live, answers, setting)
}

fn show(visit: &Visit, already: &AlreadyDone, typed: &dyn Fn(&Name) -> Typed, problems: &[PageProblem]) -> Response {
    let nothing = Answers::default();
    let walk = walk(visit, &nothing);
    let mut links = Vec::new();
    let mut controls = Vec::new();
    for asked in asked(&visit.live) {
        let question = asked.question;
        let own = problems.iter().filter(|problem| problem.question == question.name);
        let own: Vec<(&PageProblem, String)> = own
            .map(|problem| (problem, visit.problem(&walk, question, problem)))
            .collect();
        links.extend(
            own.iter()
                .map(|(problem, words)| (question::anchor(visit, question, problem), words.clone())),
        );
        let typed = typed(&question.name);
        controls.push(question::controls(visit, &walk, (question, asked.field), &typed, &own));
    }
    let heading = visit.text(&already.title);
    let mut frame = if links.is_empty() {
        visit.frame(heading)
    } else {
        visit.frame_with_errors(heading)
    };
    frame.back = Some(visit.base.clone());
    let status = if links.is_empty() {
        StatusCode::OK
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    let summary = (!links.is_empty()).then(|| ErrorSummary {
        title: visit.words().get("pages-problem-title").into(),
        errors: links
            .iter()
            .map(|(href, words)| ErrorLink::new(href.as_str(), words.as_str()))
            .collect(),
        ..ErrorSummary::default()
    });
    let say = already.say.as_ref();
    let page = AlreadyPage {
        frame,
        summary,
        heading,
        say: say.map_or_else(String::new, |say| visit.markup(say, &walk)),
        controls,
        action: visit.address("already"),
        csrf: visit.session.csrf_token(),
    };
    visit.page(status, &page)
}

/// What is said after asking, whatever there is.
fn after(visit: &Visit, already: &AlreadyDone) -> Response {
    let nothing = Answers::default();
    let walk = walk(visit, &nothing);
    let not_found = already.not_found.as_ref();
    let page = AskedPage {
        frame: visit.frame(visit.words().get("already-asked-title")),
        not_found: not_found.map_or_else(String::new, |words| visit.markup(words, &walk)),
        start: &visit.base,
    };
    visit.page(StatusCode::OK, &page)
}
