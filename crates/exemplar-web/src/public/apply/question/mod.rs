//! The page of a question, of several that are one thing, of an exit, or of something to read.
//!
//! [`get`] shows it; [`post`] saves what was typed, durably, before the next page is shown.

mod anchor;
mod area;
mod beneath;
mod choose;
mod controls;
mod draw;
mod exit;
mod own;
mod search;
mod signature;
mod table;
mod way;
mod why;

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use exemplar_app::apply::{Access, Draft, Next, NotSaved, Opened, SaveAnswers};
use exemplar_core::answer::{Answer, Answers};
use exemplar_core::apply::{PageProblem, Seen, TICKED};
use exemplar_core::definition::{Page, PageContent, Question};
use exemplar_core::id::Name;
use exemplar_core::journey::Walk;
use exemplar_core::kind::Typed;

use crate::components::{ErrorLink, ErrorSummary};
use crate::form::Form;
use crate::frame::Frame;
use crate::public::apply::task_list::TASK_LIST;
use crate::public::apply::{asking, conflict, locked, opening, rows, slots};
use crate::public::errors;
use crate::visit::{Visit, access};

pub use anchor::{anchor, first_control};
pub use area::counted;
use beneath::OnPage;
pub use controls::{controls, controls_of_page};
use draw::{Drawing, asked};
use exit::exit;
pub use search::suggest;
use way::after;
pub use way::{back, back_from, where_to};
pub use why::why_of;

#[derive(Template)]
#[template(path = "public/apply/question/question.html")]
struct QuestionPage<'a> {
    frame: Frame<'a>,
    summary: Option<ErrorSummary<'a>>,
    /// Above the heading: the row that is asked about.
    caption: Option<&'a str>,
    /// The heading, where no question is the heading itself.
    heading: Option<&'a str>,
    say: String,
    action: String,
    csrf: String,
    seen: String,
    /// Where the person goes after it, where that is not the next page.
    then: Option<&'a str>,
    /// The markup of each, with what opens beneath its options.
    questions: Vec<String>,
    /// Information pages have a button that leads on.
    next: Option<String>,
    can_save: bool,
    /// Whether an entry of a long list is looked for.
    searches: bool,
    /// Whether something can be drawn.
    draws: bool,
}

/// Shows a page. Who is not there yet is led to where they are.
pub async fn get(mut visit: Visit, name: &Name, query: &str) -> Response {
    let Some(held) = visit.held() else { return visit.go("") };
    if held.is_locked(visit.now) {
        return locked::page(&mut visit, None).await;
    }
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
    if draft.loaded.is_none() && !opening::is_open(&visit) {
        return visit.go("");
    }
    let to_check = query.split('&').any(|part| part == "change");
    let Some(page) = draft.definition.page(name) else {
        return errors::not_found(&visit);
    };
    if own::is_own(page) {
        let how = own::How {
            query,
            to_check,
            ..own::How::default()
        };
        return own::show(&visit, access(held), (draft, name), &how).await;
    }
    let walk = draft.walk(&visit.manner);
    if !draft.is_asked(name) && !walk.is_on_path(page) {
        return visit.go(&where_to(&walk));
    }
    let typed = |question: &Question| stored(draft.answers(), question);
    show(
        &visit,
        &draft,
        &walk,
        page,
        &Shown {
            typed: &typed,
            problems: &[],
            to_check,
            row: None,
        },
    )
}

/// What stands in a question's controls: what is stored.
#[must_use]
pub fn stored(answers: &Answers, question: &Question) -> Typed {
    match answers.get(question.name.as_str()).map(|given| &given.answer) {
        None | Some(Answer::Blank) => Typed::default(),
        Some(Answer::Ticked) => Typed::fields([(TICKED, "yes")]),
        Some(answer) => question.kind.typed(answer),
    }
}

/// Saves a page and leads on.
pub async fn post(mut visit: Visit, name: &Name, form: Form) -> Response {
    let Some(held) = visit.held() else { return visit.go("") };
    if held.is_locked(visit.now) {
        return locked::page(&mut visit, Some(&form)).await;
    }
    let to_check = form.get("then") == "check-answers";
    if form.get(conflict::KEEP) == conflict::SAVED {
        return keep_saved(visit, access(held), name, to_check).await;
    }
    let leaving = form.has("save");
    let typed = |question: &Name| slots::typed(&form, question).unwrap_or_else(|| form.typed(question.as_str()));
    let save = SaveAnswers {
        page: name,
        row: None,
        typed: &typed,
        seen: Seen(form.get("seen").to_owned()),
    };
    let saved = visit
        .site
        .app
        .save_answers(&visit.live, access(held), &visit.manner, save)
        .await;
    visit.session.used(held.case, visit.now);
    match saved {
        Ok(saved) if saved.definition.casework.asks_for.contains_key(name) => visit.go(&format!("asked/{}", held.case)),
        Ok(_) if leaving => visit.go("save"),
        Ok(_) if form.has(slots::ACT) => visit.go(&slots::address(name, &form, to_check)),
        Ok(saved) => match rows::next_row(&visit, &saved, name, to_check) {
            Some(address) => visit.go(&address),
            None => lead(&visit, &saved.next(name, to_check, &visit.manner)),
        },
        Err(NotSaved::Problems(draft, problems)) => {
            if leaving && problems.iter().all(|problem| problem.problem.rule == "empty") {
                return visit.go("save");
            }
            if own::is_on(&draft, name) {
                let how = own::How {
                    problems: &problems,
                    query: &format!("week={}", form.get("week")),
                    to_check,
                    changed: false,
                };
                return own::show(&visit, access(held), (*draft, name), &how).await;
            }
            show_again(&visit, &draft, name, &form, &problems, to_check)
        }
        Err(NotSaved::Changed(draft)) if own::is_on(&draft, name) => {
            let how = own::How {
                to_check,
                changed: true,
                ..own::How::default()
            };
            own::show(&visit, access(held), (*draft, name), &how).await
        }
        Err(NotSaved::Changed(draft)) => match rows::changed(&visit, &draft, name, to_check) {
            Some(list) => list,
            None => conflict::page(&visit, &draft, name, &form),
        },
        Err(NotSaved::NotOnPath(draft)) => visit.go(&where_to(&draft.walk(&visit.manner))),
        Err(NotSaved::AlreadySubmitted(_)) => visit.go(&format!("done/{}", held.case)),
        Err(NotSaved::Closed) => visit.go(""),
        Err(NotSaved::Gone) => {
            visit.session.let_go(held.case);
            visit.go("")
        }
        Err(NotSaved::Failed(failure)) => errors::failure(&visit, &failure),
    }
}

/// Leads to what comes next.
fn lead(visit: &Visit, next: &Next) -> Response {
    match next {
        Next::Page(next) => visit.go(&next.in_address()),
        Next::TaskList => visit.go(TASK_LIST),
        Next::CheckAnswers => visit.go("check-answers"),
    }
}

/// The person chose the answer that is stored: nothing is written, and they go on.
async fn keep_saved(visit: Visit, access: Access, name: &Name, to_check: bool) -> Response {
    match visit.site.app.open(&visit.live, access).await {
        Ok(Opened::Draft(draft)) => lead(&visit, &draft.next(name, to_check, &visit.manner)),
        Ok(Opened::Submitted(draft)) if draft.is_asked(name) => visit.go(&asking::address(&draft)),
        Ok(Opened::Submitted(draft)) => visit.go(&format!("done/{}", draft.case)),
        Ok(Opened::Gone) => visit.go(""),
        Err(fault) => errors::fault(&visit, &fault),
    }
}

/// The page again, with what was typed and what is wrong with it.
pub fn show_again(
    visit: &Visit,
    draft: &Draft,
    name: &Name,
    form: &Form,
    problems: &[PageProblem],
    to_check: bool,
) -> Response {
    let walk = draft.walk(&visit.manner);
    let Some(page) = draft.definition.page(name) else {
        return errors::not_found(visit);
    };
    let typed = |question: &Question| form.typed(question.name.as_str());
    show(
        visit,
        draft,
        &walk,
        page,
        &Shown {
            typed: &typed,
            problems,
            to_check,
            row: None,
        },
    )
}

/// What a page shows besides what is stored.
pub struct Shown<'a> {
    /// What stands in a question's controls.
    pub typed: &'a dyn Fn(&Question) -> Typed,
    /// What is wrong with it.
    pub problems: &'a [PageProblem],
    /// The person came from check answers and goes back there.
    pub to_check: bool,
    /// Where it stands, if it is a page of a row.
    pub row: Option<rows::Spot>,
}

/// Shows a page on a way, which may be that of a row.
pub fn show(visit: &Visit, draft: &Draft, walk: &Walk<'_>, page: &Page, shown: &Shown<'_>) -> Response {
    let (heading, say) = match &page.content {
        PageContent::Exit { heading, say, .. } => {
            let heading = visit.filled(heading, walk).into_owned();
            let say = say.as_ref().map_or_else(String::new, |say| visit.markup(say, walk));
            return exit(visit, walk, page, heading, say);
        }
        PageContent::Question(question) => (asked(visit, walk, question), None),
        PageContent::Together { title, say, .. } => (visit.filled(title, walk), say.as_ref()),
        PageContent::Information { title, say } => (visit.filled(title, walk), Some(say)),
    };
    let alone = matches!(page.content, PageContent::Question(_));
    if own::is_own(page) {
        return visit.go(&page.name.in_address());
    }
    if let Some(rows) = rows::Asked::on(page) {
        return rows::list(visit, draft, walk, &rows, shown);
    }
    let OnPage { errors, questions } = beneath::on_page(visit, walk, page, shown);
    let row = shown.row.as_ref();
    let (heading, caption, title) = rows::headed(row, heading, alone);
    let mut frame = if errors.is_empty() {
        visit.frame(&title)
    } else {
        visit.frame_with_errors(&title)
    };
    frame.back = Some(row.map_or_else(
        || back_from(visit, draft, walk, page, shown.to_check),
        |row| row.back.clone(),
    ));
    let status = if errors.is_empty() {
        StatusCode::OK
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    let is_information = matches!(page.content, PageContent::Information { .. });
    visit.page(
        status,
        &QuestionPage {
            frame,
            summary: summary(visit, &errors),
            caption,
            heading: (!alone).then_some(&heading),
            say: say.map_or_else(String::new, |say| visit.markup(say, walk)),
            action: row.map_or_else(|| visit.address(&page.name.in_address()), |row| row.action.clone()),
            csrf: visit.session.csrf_token(),
            seen: row.map_or_else(|| draft.seen_page(page).0, |row| row.seen.clone()),
            then: row.map_or(shown.to_check.then_some("check-answers"), |row| row.then),
            questions,
            next: is_information.then(|| visit.address(&after(walk, page))),
            can_save: !is_information && !draft.is_asked(&page.name),
            draws: page.questions().iter().any(|question| question.kind.draws()),
            searches: page
                .questions()
                .iter()
                .any(|question| search::of(visit, question).is_some()),
        },
    )
}

/// The list of all that is wrong, each with a link to where it stands; none where nothing is.
fn summary<'a>(visit: &'a Visit, errors: &'a [(String, String)]) -> Option<ErrorSummary<'a>> {
    let links = errors
        .iter()
        .map(|(href, words)| ErrorLink::new(href.as_str(), words.as_str()));
    (!errors.is_empty()).then(|| ErrorSummary {
        title: visit.words().get("pages-problem-title").into(),
        errors: links.collect(),
        ..ErrorSummary::default()
    })
}
