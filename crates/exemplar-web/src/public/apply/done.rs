//! The confirmation: reference, what happens next and when, a copy to keep, the satisfaction question.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use exemplar_app::apply::{Access, Draft, Opened};
use exemplar_app::words::Value;
use exemplar_core::id::CaseId;
use exemplar_core::waiting::waits_to_be_sent;

use crate::components::{Choice, ChoiceItem, Legend, Radios};
use crate::form::Form;
use crate::frame::Frame;
use crate::public::apply::{check_answers, deadline, equality, fee, issued, locked};
use crate::public::errors;
use crate::visit::Visit;

/// The field of the satisfaction question, and of the choice of a level.
pub const LEVEL: &str = "satisfaction";

#[derive(Template)]
#[template(path = "public/apply/done.html")]
struct DonePage<'a> {
    frame: Frame<'a>,
    reference: String,
    say: String,
    decide_by: String,
    deadline: String,
    /// What was issued already.
    issued: Vec<issued::Shown>,
    status: String,
    fee: String,
    answers: String,
    satisfaction: String,
    action: String,
    csrf: String,
    thanks: bool,
    /// Where equality questions can be answered, where the service asks any.
    equality: Option<String>,
    equality_thanks: bool,
}

/// Opens a submitted case for a page; a reply where the page cannot be shown.
pub async fn open(visit: &mut Visit, case: &str) -> Result<Draft, Box<Response>> {
    let draft = open_checked(visit, case).await?;
    if draft
        .loaded
        .as_ref()
        .is_some_and(|loaded| waits_to_be_sent(&loaded.case))
    {
        return Err(Box::new(visit.go(&format!("waiting/{}", draft.case))));
    }
    Ok(draft)
}

/// Opens a case whose answers were accepted, whether it waits or was submitted.
pub async fn open_checked(visit: &mut Visit, case: &str) -> Result<Draft, Box<Response>> {
    let held = case.parse().ok().and_then(|id| visit.session.of_case(CaseId(id)));
    let Some(held) = held else {
        return Err(Box::new(errors::not_found(visit)));
    };
    if held.is_locked(visit.now) {
        return Err(Box::new(locked::page(visit, None).await));
    }
    match visit
        .site
        .app
        .open(
            &visit.live,
            Access {
                case: held.case,
                epoch: held.epoch,
            },
        )
        .await
    {
        Ok(Opened::Submitted(draft)) => {
            visit.session.used(held.case, visit.now);
            Ok(draft)
        }
        Ok(Opened::Draft(_)) => Err(Box::new(visit.go("check-answers"))),
        Ok(Opened::Gone) => {
            visit.session.let_go(held.case);
            Err(Box::new(errors::not_found(visit)))
        }
        Err(fault) => Err(Box::new(errors::fault(visit, &fault))),
    }
}

/// Shows the confirmation.
pub async fn get(mut visit: Visit, case: &str, query: &str) -> Response {
    let draft = match open(&mut visit, case).await {
        Ok(draft) => draft,
        Err(reply) => return *reply,
    };
    let deadline = match deadline::was_in_time(&visit, &draft).await {
        Ok((sentence, _)) => sentence,
        Err(fault) => return errors::fault(&visit, &fault),
    };
    let fee = match fee::of_case(&visit, &draft).await {
        Ok(fee) => fee,
        Err(fault) => return errors::fault(&visit, &fault),
    };
    let entries = match visit.site.app.entries_of(&draft.definition.issues, draft.case).await {
        Ok(entries) => entries,
        Err(fault) => return errors::fault(&visit, &fault),
    };
    let walk = draft.walk(&visit.manner).with_issued(issued::all(&entries));
    let words = visit.words();
    let case = draft.loaded.as_ref().map(|loaded| &loaded.case);
    let due = case
        .and_then(|case| case.due)
        .map(|due| words.date(due))
        .unwrap_or_default();
    let level = |n: i64| -> ChoiceItem<'_> {
        let (value, key) = LEVELS[usize::try_from(n).unwrap_or_default()];
        Choice::new(value, words.get(key)).into()
    };
    let satisfaction = Radios {
        id: LEVEL.into(),
        name: LEVEL.into(),
        legend: Some(Legend {
            classes: "govuk-fieldset__legend--m",
            ..Legend::new(words.get("apply-satisfaction-question"))
        }),
        items: (0..5).map(level).collect(),
        ..Radios::default()
    };
    let say = draft.definition.done.say.as_ref();
    visit.page(
        StatusCode::OK,
        &DonePage {
            frame: visit.frame(words.get("apply-done-title")),
            reference: case
                .and_then(|case| case.reference.as_ref())
                .map(ToString::to_string)
                .unwrap_or_default(),
            say: say.map_or_else(String::new, |say| visit.markup(say, &walk)),
            deadline,
            issued: issued::shown(&visit, &draft, &entries),
            decide_by: words.with("apply-done-decide-by", &[("date", Value::Text(&due))]),
            status: visit.address(&format!("status/{}", draft.case)),
            fee,
            answers: check_answers::list(&visit, &walk, false, 4),
            satisfaction: satisfaction.to_string(),
            action: visit.address(&format!("done/{}", draft.case)),
            csrf: visit.session.csrf_token(),
            thanks: query == "thanks",
            equality: (!visit.live.equality.is_empty() && query != equality::ANSWERED)
                .then(|| visit.address(&format!("equality/{}", draft.case))),
            equality_thanks: query == equality::ANSWERED,
        },
    )
}

/// The levels of the satisfaction question, best first.
pub const LEVELS: [(&str, &str); 5] = [
    ("5", "apply-satisfaction-5"),
    ("4", "apply-satisfaction-4"),
    ("3", "apply-satisfaction-3"),
    ("2", "apply-satisfaction-2"),
    ("1", "apply-satisfaction-1"),
];

/// Takes the answer to the satisfaction question. It is counted; it is not kept with the case.
pub async fn post(mut visit: Visit, case: &str, form: Form) -> Response {
    let draft = match open(&mut visit, case).await {
        Ok(draft) => draft,
        Err(reply) => return *reply,
    };
    if let Ok(level @ 1..=5) = form.get(LEVEL).parse::<i64>() {
        visit.site.app.observe_satisfaction(&draft, level, &visit.manner);
    }
    visit.go(&format!("done/{}?thanks", draft.case))
}
