//! Equality questions, after an application was sent: each can be left, and what is chosen is kept without the case.
//! The case is looked at only to see that this browser sent one.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use exemplar_core::definition::{EqualityQuestion, PREFER_NOT_TO_SAY};
use exemplar_core::id::Name;
use exemplar_core::text::Text;

use crate::components::{Choice, ChoiceItem, Legend, Radios};
use crate::form::Form;
use crate::frame::Frame;
use crate::public::apply::done;
use crate::public::errors;
use crate::visit::Visit;

/// The field with the word of the form.
const FORM: &str = "form";

/// The query of the confirmation once they were answered.
pub const ANSWERED: &str = "equality";

/// Before the names of the controls, so that none is taken for one of ours.
const CONTROL: &str = "equality-";

#[derive(Template)]
#[template(path = "public/apply/equality/equality.html")]
struct EqualityPage<'a> {
    frame: Frame<'a>,
    questions: Vec<String>,
    action: String,
    csrf: String,
    form: String,
}

/// Shows the questions to whoever sent an application.
pub async fn get(mut visit: Visit, case: &str) -> Response {
    if visit.live.equality.is_empty() {
        return errors::not_found(&visit);
    }
    let draft = match done::open(&mut visit, case).await {
        Ok(draft) => draft,
        Err(reply) => return *reply,
    };
    let form = match visit.site.app.equality_form() {
        Ok(form) => form,
        Err(fault) => return errors::fault(&visit, &fault),
    };
    let mut frame = visit.frame(visit.words().get("equality-title"));
    frame.back = Some(visit.address(&format!("done/{}", draft.case)));
    let page = EqualityPage {
        frame,
        questions: visit
            .live
            .equality
            .iter()
            .map(|question| drawn(&visit, question))
            .collect(),
        action: visit.address(&format!("equality/{}", draft.case)),
        csrf: visit.session.csrf_token(),
        form,
    };
    visit.page(StatusCode::OK, &page)
}

fn drawn(visit: &Visit, question: &EqualityQuestion) -> String {
    let id = format!("{CONTROL}{}", question.name);
    let ask = said(visit, question.ask.as_ref(), &question.name, "");
    let option =
        |(name, label): &(Name, Option<Text>)| (name.to_string(), said(visit, label.as_ref(), name, "option-"));
    let mut options: Vec<(String, String)> = question.options.iter().map(option).collect();
    let prefer = visit.words().get("equality-prefer-not-to-say");
    options.push((PREFER_NOT_TO_SAY.to_owned(), prefer.to_owned()));
    let items = options
        .iter()
        .map(|(value, label)| -> ChoiceItem<'_> { Choice::new(value.as_str(), label.as_str()).into() });
    Radios {
        id: id.as_str().into(),
        name: id.as_str().into(),
        legend: Some(Legend {
            classes: "govuk-fieldset__legend--m",
            ..Legend::new(ask.as_str())
        }),
        hint: question.hint.as_ref().map_or("", |hint| visit.text(hint)).into(),
        items: items.collect(),
        ..Radios::default()
    }
    .to_string()
}

/// The service's words, or the platform's for one of its own questions.
fn said(visit: &Visit, own: Option<&Text>, name: &Name, kind: &str) -> String {
    match own {
        Some(own) => visit.text(own).to_owned(),
        None => {
            let key = format!("equality-{kind}{}", name.as_str().replace('_', "-"));
            visit.words().find(&key).to_owned()
        }
    }
}

/// Keeps what was chosen, and goes back to the confirmation.
pub async fn post(mut visit: Visit, case: &str, form: Form) -> Response {
    if visit.live.equality.is_empty() {
        return errors::not_found(&visit);
    }
    let draft = match done::open(&mut visit, case).await {
        Ok(draft) => draft,
        Err(reply) => return *reply,
    };
    let chosen = |question: &Name| form.get(&format!("{CONTROL}{question}")).to_owned();
    let kept = visit.site.app.take_equality(&visit.live, form.get(FORM), &chosen).await;
    match kept {
        Ok(()) => visit.go(&format!("done/{}?{ANSWERED}", draft.case)),
        Err(fault) => errors::fault(&visit, &fault),
    }
}
