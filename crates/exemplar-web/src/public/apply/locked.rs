//! A draft that was not used for a while is locked, not lost: the second fact opens it again.
//!
//! What was posted late stands in the form of the page, so that it is kept and shown after that.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use exemplar_app::apply::{Draft, NotOpened, Said};
use exemplar_core::apply::{SecondFact, opening_fact};
use exemplar_core::definition::Question;
use exemplar_core::id::{CaseId, Name};
use exemplar_core::kind::{Problem, Typed};

use crate::components::{ErrorLink, ErrorMessage, ErrorSummary, Input, Label};
use crate::form::Form;
use crate::frame::Frame;
use crate::public::apply::conflict::OURS;
use crate::public::apply::question::{self, where_to};
use crate::public::apply::{asking, rows};
use crate::public::errors;
use crate::public::place::{Place, place};
use crate::visit::Visit;

/// The field of the chosen word.
pub const WORD: &str = "word";
/// The field with the page that was posted late.
const LATE: &str = "late";
/// What the address of a case whose issue is renewed begins with.
const RENEWAL: &str = "renewal/";
/// Before the names of fields that were posted late, so that they are told from the second fact.
const KEPT: &str = "kept.";

#[derive(Template)]
#[template(path = "public/apply/locked.html")]
struct LockedPage<'a> {
    frame: Frame<'a>,
    summary: Option<ErrorSummary<'a>>,
    action: String,
    csrf: String,
    case: String,
    late: &'a str,
    kept: Vec<(String, &'a str)>,
    control: String,
    left: bool,
    return_to: String,
}

/// Asks for the second fact of the case that the session holds for this service.
pub async fn page(visit: &mut Visit, form: Option<&Form>) -> Response {
    let held = visit
        .rest
        .rsplit('/')
        .next()
        .and_then(|part| part.parse().ok())
        .and_then(|id| visit.session.of_case(CaseId(id)));
    match held.or_else(|| visit.held()) {
        Some(held) => of_case(visit, held.case, form, false).await,
        None => visit.go(""),
    }
}

/// Asks for the second fact of a case whose issue is to be renewed, and leads there after it.
pub async fn to_renew(visit: &mut Visit, case: CaseId) -> Response {
    visit.rest = format!("{RENEWAL}{case}");
    of_case(visit, case, Some(&Form::default()), false).await
}

/// Asks for the second fact of a case; `wrong` after a try that did not match.
pub async fn of_case(visit: &mut Visit, case: CaseId, form: Option<&Form>, wrong: bool) -> Response {
    let draft = match visit.site.app.for_opening(&visit.live, case).await {
        Ok(draft) => draft,
        Err(NotOpened::Failed(failure)) => return errors::failure(visit, &failure),
        Err(_) => return visit.go(""),
    };
    if draft
        .loaded
        .as_ref()
        .is_some_and(|loaded| matches!(opening_fact(&draft.definition, loaded), SecondFact::Nothing))
    {
        // Nothing personal is stored, so nothing is asked.
        let epoch = draft.applicant().map_or(0, |applicant| applicant.epoch);
        visit.session.hold(case, &visit.live.id, epoch, visit.now);
        let rest = visit.rest.clone();
        return go_on(
            visit,
            &draft,
            form.map_or("", |_| &rest),
            form.cloned().unwrap_or_default(),
        );
    }
    let visit = &*visit;
    let late = form.map_or("", |_| visit.rest.as_str());
    let kept: Vec<(String, &str)> = form
        .into_iter()
        .flat_map(Form::fields)
        .filter(|(name, _)| !OURS.contains(name) && !name.starts_with(KEPT))
        .map(|(name, value)| (format!("{KEPT}{name}"), value))
        .collect();
    let late = if late == "unlock" {
        form.map_or("", |form| form.get(LATE))
    } else {
        late
    };
    let kept = if visit.rest == "unlock" { carried(form) } else { kept };
    show(visit, &draft, late, kept, wrong)
}

/// Fields that were kept before and are carried on.
fn carried(form: Option<&Form>) -> Vec<(String, &str)> {
    let fields = form.into_iter().flat_map(Form::fields);
    fields
        .filter(|(name, _)| name.starts_with(KEPT))
        .map(|(name, value)| (name.to_owned(), value))
        .collect()
}

fn show(visit: &Visit, draft: &Draft, late: &str, kept: Vec<(String, &str)>, wrong: bool) -> Response {
    let words = visit.words();
    let Some(loaded) = &draft.loaded else {
        return visit.go("");
    };
    let walk = draft.walk(&visit.manner);
    let message = words.get("apply-wrong-try");
    let error = wrong.then(|| ErrorMessage::new(words.get("pages-error-prefix"), message));
    let (control, anchor) = match opening_fact(&draft.definition, loaded) {
        SecondFact::Answer(question) => (
            asked(visit, &walk, question, wrong),
            question::first_control(visit, question),
        ),
        _ => {
            let word = Input {
                id: WORD.into(),
                name: WORD.into(),
                label: Label {
                    classes: "govuk-label--m",
                    ..Label::new(words.get("apply-confirm-word"))
                },
                error,
                spellcheck: Some(false),
                autocomplete: "off",
                classes: "govuk-input--width-20",
                ..Input::default()
            };
            (word.to_string(), format!("#{WORD}"))
        }
    };
    let heading = words.get("apply-confirm-title");
    let frame = if wrong {
        visit.frame_with_errors(heading)
    } else {
        visit.frame(heading)
    };
    let summary = wrong.then(|| ErrorSummary {
        title: words.get("pages-problem-title").into(),
        errors: vec![ErrorLink::new(anchor.as_str(), message)],
        ..ErrorSummary::default()
    });
    let status = if wrong {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    };
    visit.page(
        status,
        &LockedPage {
            frame,
            summary,
            action: visit.address("unlock"),
            csrf: visit.session.csrf_token(),
            case: draft.case.to_string(),
            late,
            kept,
            control,
            left: wrong,
            return_to: visit.address("return"),
        },
    )
}

/// The controls of the question that is the second fact, empty.
fn asked(visit: &Visit, walk: &exemplar_core::journey::Walk<'_>, question: &Question, wrong: bool) -> String {
    let problem = exemplar_core::apply::PageProblem {
        question: question.name.clone(),
        problem: Problem::new("wrong", "apply-wrong-try"),
    };
    let words = visit.words().get("apply-wrong-try").to_owned();
    let problems = if wrong { vec![(&problem, words)] } else { Vec::new() };
    question::controls(visit, walk, (question, None), &Typed::default(), &problems)
}

/// Opens the draft for who says the second fact, and goes on where they were.
pub async fn post(mut visit: Visit, form: Form, caller: Option<&str>) -> Response {
    let Ok(case) = form.get("case").parse().map(CaseId) else {
        return visit.go("");
    };
    let draft = match visit.site.app.for_opening(&visit.live, case).await {
        Ok(draft) => draft,
        Err(NotOpened::Failed(failure)) => return errors::failure(&visit, &failure),
        Err(_) => return visit.go("return"),
    };
    if visit.session.of_case(case).is_none() {
        return visit.go("return");
    }
    let typed = match draft
        .loaded
        .as_ref()
        .map(|loaded| opening_fact(&draft.definition, loaded))
    {
        Some(SecondFact::Answer(question)) => form.typed(question.name.as_str()),
        _ => Typed::default(),
    };
    let said = Said {
        typed: &typed,
        word: form.get(WORD),
        caller,
    };
    match visit.site.app.confirm(&draft, &said).await {
        Ok(access) => {
            visit.session.hold(access.case, &visit.live.id, access.epoch, visit.now);
            let kept = form
                .fields()
                .filter_map(|(field, value)| Some((field.strip_prefix(KEPT)?, value)));
            go_on(&visit, &draft, form.get(LATE), Form::of(kept))
        }
        Err(NotOpened::Wrong) => of_case(&mut visit, case, Some(&form), true).await,
        Err(NotOpened::TooMany(minutes)) => errors::too_many(&visit, minutes),
        Err(NotOpened::Gone) => visit.go(""),
        Err(NotOpened::Failed(failure)) => errors::failure(&visit, &failure),
    }
}

/// Goes on: with the page that was posted late, if there was one.
fn go_on(visit: &Visit, draft: &Draft, late: &str, kept: Form) -> Response {
    if late
        .strip_prefix(RENEWAL)
        .is_some_and(|case| case == draft.case.to_string())
    {
        return visit.go(late);
    }
    if !exemplar_app::App::is_draft(draft) {
        return match draft.asked_page() {
            Some(page) if page.name == Name::from_address(late) => {
                question::show_again(visit, draft, &page.name, &kept, &[], false)
            }
            Some(_) => visit.go(&asking::address(draft)),
            None => visit.go(&format!("done/{}", draft.case)),
        };
    }
    if let Some((_, Place::Row(name, row, of))) = place(late) {
        return rows::late(visit, draft, &name, (row, of), &kept);
    }
    let name = Name::from_address(late);
    if late.is_empty() || draft.definition.page(&name).is_none() {
        return visit.go(&where_to(&draft.walk(&visit.manner)));
    }
    question::show_again(visit, draft, &name, &kept, &[], false)
}
