//! "Check what you can apply for": the eligibility questions of all services, one page at a time, and what they come
//! to. Nothing is stored: each form carries what was said before it, and no address does.

mod said;

use std::sync::Arc;

use askama::Template;
use axum::body::Body;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use exemplar_app::eligibility::{CanApply, OfService, Said as _};
use exemplar_app::words::Value;
use exemplar_core::apply::PageProblem;
use exemplar_core::definition::{Page, PageContent};
use exemplar_core::id::{Language, Name};
use exemplar_core::journey::Walk;

use crate::components::{ErrorLink, ErrorSummary};
use crate::frame::Frame;
use crate::public::apply::question;
use crate::public::errors::{self, html, site_frame};
use crate::public::language;
use crate::road::{NotTaken, read_form};
use crate::site::Site;
use crate::visit::{Visit, see_other};
use said::Carried;

/// Its address.
pub const PATH: &str = "/eligibility";

/// The field of the button that leads to the list before everything is answered.
const SHOW: &str = "show";

#[derive(Template)]
#[template(path = "public/eligibility/start.html")]
struct StartPage<'a> {
    frame: Frame<'a>,
    services: Vec<(String, String)>,
    action: String,
}

#[derive(Template)]
#[template(path = "public/eligibility/question.html")]
struct QuestionPage<'a> {
    frame: Frame<'a>,
    summary: Option<ErrorSummary<'a>>,
    /// The heading, where no question is the heading itself.
    heading: Option<&'a str>,
    say: String,
    controls: Vec<(String, String)>,
    carried: Vec<(String, String)>,
    at: String,
    action: String,
}

#[derive(Template)]
#[template(path = "public/eligibility/list.html")]
struct ListPage<'a> {
    frame: Frame<'a>,
    can: Vec<Told>,
    cannot: Vec<Told>,
    not_known: Vec<Told>,
    carried: Vec<(String, String)>,
    action: String,
}

/// What is told of one service.
struct Told {
    name: String,
    address: String,
    /// Why not, in the words of its exit.
    heading: String,
    say: String,
    is_open: bool,
}

/// Shows what will be asked about.
#[must_use]
pub fn get(site: &Site, query: &str) -> Response {
    let language = language::of(site, query);
    let heading = site.app.words.of(&language).get("eligibility-title");
    let mut frame = language::frame(site, &language, PATH, heading);
    frame.indexed = true;
    let services = site.app.with_eligibility(&language);
    let listed = services.iter().filter_map(|service| {
        let place = service.language_index(&language)?;
        let behind = if place == 0 {
            String::new()
        } else {
            format!("/{language}")
        };
        Some((format!("/{}{behind}", service.id), service.name.get(place).to_owned()))
    });
    let services = listed.collect();
    html(
        StatusCode::OK,
        &StartPage {
            frame,
            services,
            action: language::address(PATH, &language),
        },
    )
}

/// Takes the answers to a page and shows the next one, or what they all come to.
pub async fn post(site: &Arc<Site>, query: &str, body: Body) -> Response {
    let language = &language::of(site, query);
    let form = match read_form(body).await {
        Ok(form) => form,
        Err(NotTaken::TooLarge) => return errors::of_the_site(site, StatusCode::PAYLOAD_TOO_LARGE),
        Err(NotTaken::Unreadable | NotTaken::Forged) => return errors::of_the_site(site, StatusCode::BAD_REQUEST),
    };
    let said = Carried::new(form);
    let services = site.app.what_can_i_apply_for(language, &said);
    let asked = services.iter().find_map(|service| match &service.can_apply {
        CanApply::NotKnown(page, problems) => Some((service, page, problems)),
        CanApply::Yes | CanApply::No(_) => None,
    });
    // What is wrong with the page that was sent is shown before anything else.
    let wrong = services.iter().find_map(|service| match &service.can_apply {
        CanApply::NotKnown(page, problems) if said.is_at(&service.definition, page) && !problems.is_empty() => {
            Some((service, page, problems))
        }
        _ => None,
    });
    let wants_list = said.form.has(SHOW);
    match wrong.or(asked) {
        Some((service, page, problems)) if !wants_list => ask(site, language, &said, (service, page), problems),
        _ => list(site, language, &said, &services),
    }
}

/// One page of a service's eligibility.
fn ask(
    site: &Arc<Site>,
    language: &Language,
    said: &Carried,
    (service, name): (&OfService, &Name),
    problems: &[PageProblem],
) -> Response {
    let definition = &service.definition;
    let rest = match definition.language_index(language) {
        Some(0) | None => String::new(),
        Some(_) => language.to_string(),
    };
    let visit = Visit::new(site, definition.id.as_str(), &rest, &HeaderMap::new());
    let (Some(visit), Some(page)) = (visit, definition.page(name)) else {
        // It was replaced by another version in between.
        return see_other(&language::address(PATH, language));
    };
    let act = site.app.asking(definition, language);
    let walk = service.walk(&act);
    let problems = if said.is_at(definition, name) { problems } else { &[] };
    let (heading, say) = heading(&visit, &walk, page);
    let alone = matches!(page.content, PageContent::Question(_));
    let mut links = Vec::new();
    let mut controls = Vec::new();
    for question in page.questions() {
        let own = problems.iter().filter(|problem| problem.question == question.name);
        let own: Vec<(&PageProblem, String)> = own
            .map(|problem| (problem, visit.problem(&walk, question, problem)))
            .collect();
        links.extend(own.iter().map(|(problem, words)| {
            let anchor = question::anchor(&visit, question, problem);
            ErrorLink::new(anchor, words.clone())
        }));
        let typed = said.typed(definition, &question.name);
        let above = question.say.as_ref();
        controls.push((
            above.map_or_else(String::new, |say| visit.markup(say, &walk)),
            question::controls_of_page(&visit, &walk, question, &typed, &own, alone),
        ));
    }
    let words = site.app.words.of(language);
    let mut frame = site_frame(site, words, &heading);
    if !links.is_empty() {
        let title = words.get("pages-site");
        frame.title = words.with(
            "pages-title-with-error",
            &[("title", Value::Text(&heading)), ("service", Value::Text(title))],
        );
    }
    frame.back = Some(language::address(PATH, language));
    let status = if links.is_empty() {
        StatusCode::OK
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    html(
        status,
        &QuestionPage {
            frame,
            summary: (!links.is_empty()).then(|| ErrorSummary {
                title: words.get("pages-problem-title").into(),
                errors: links,
                ..ErrorSummary::default()
            }),
            heading: (!alone).then_some(&heading),
            say,
            controls,
            carried: said.without(definition, page),
            at: said::place(definition, name),
            action: language::address(PATH, language),
        },
    )
}

/// The heading of a page, and what stands under it.
fn heading(visit: &Visit, walk: &Walk<'_>, page: &Page) -> (String, String) {
    let (heading, say) = match &page.content {
        PageContent::Question(question) => (&question.ask, None),
        PageContent::Together { title, say, .. } => (title, say.as_ref()),
        PageContent::Exit { heading, say, .. } => (heading, say.as_ref()),
        PageContent::Information { title, say } => (title, Some(say)),
    };
    (
        visit.filled(heading, walk).into_owned(),
        say.map_or_else(String::new, |say| visit.markup(say, walk)),
    )
}

/// What all answers come to.
fn list(site: &Arc<Site>, language: &Language, said: &Carried, services: &[OfService]) -> Response {
    let words = site.app.words.of(language);
    let told: Vec<(&CanApply, Told)> = services
        .iter()
        .filter_map(|service| Some((&service.can_apply, tell(site, language, service)?)))
        .collect();
    let (mut can, mut cannot, mut not_known) = (Vec::new(), Vec::new(), Vec::new());
    for (can_apply, told) in told {
        match can_apply {
            CanApply::Yes => can.push(told),
            CanApply::No(_) => cannot.push(told),
            CanApply::NotKnown(..) => not_known.push(told),
        }
    }
    let mut frame = site_frame(site, words, words.get("eligibility-list-title"));
    frame.back = Some(language::address(PATH, language));
    html(
        StatusCode::OK,
        &ListPage {
            frame,
            can,
            cannot,
            not_known,
            carried: said.all(),
            action: language::address(PATH, language),
        },
    )
}

fn tell(site: &Arc<Site>, language: &Language, service: &OfService) -> Option<Told> {
    let definition = &service.definition;
    let place = definition.language_index(language)?;
    let rest = if place == 0 {
        String::new()
    } else {
        language.to_string()
    };
    let visit = Visit::new(site, definition.id.as_str(), &rest, &HeaderMap::new())?;
    let act = site.app.asking(definition, language);
    let walk = service.walk(&act);
    let (heading, say) = match &service.can_apply {
        CanApply::No(exit) => heading(&visit, &walk, definition.page(exit)?),
        CanApply::Yes | CanApply::NotKnown(..) => Default::default(),
    };
    Some(Told {
        name: definition.name.get(place).to_owned(),
        address: visit.base.clone(),
        heading,
        say,
        is_open: service.is_open,
    })
}
