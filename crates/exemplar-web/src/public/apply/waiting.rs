//! What an applicant sees of a case that waits: what for, until when, what is due, and how to go back.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use exemplar_app::apply::{Access, Draft};
use exemplar_app::says::Says;
use exemplar_app::waiting::{NotDone, Standing, statement};
use exemplar_app::words::Value;
use exemplar_core::journey::in_currency;
use exemplar_core::record::{Phase, Role};
use exemplar_core::waiting::{Wait, frozen_walk, waits_to_be_sent};

use crate::form::Form;
use crate::frame::Frame;
use crate::public::apply::{check_answers, done, fee};
use crate::public::errors;
use crate::visit::Visit;

/// The field that says what is done.
const ACT: &str = "act";
/// Going back to change an answer.
const CHANGE: &str = "change";
/// Sending the second person another link.
const AGAIN: &str = "again";

#[derive(Template)]
#[template(path = "public/apply/waiting.html")]
struct WaitingPage<'a> {
    frame: Frame<'a>,
    title: &'a str,
    say: Vec<String>,
    reference: String,
    /// How and where to pay, in the service's words.
    how: String,
    refund: String,
    fee: String,
    signed: String,
    answers: String,
    action: String,
    csrf: String,
    can_ask_again: bool,
    was_asked_again: bool,
}

/// Shows it.
pub async fn get(visit: Visit, case: &str) -> Response {
    show(visit, case, false).await
}

async fn show(mut visit: Visit, case: &str, was_asked_again: bool) -> Response {
    let draft = match done::open_checked(&mut visit, case).await {
        Ok(draft) => draft,
        Err(reply) => return *reply,
    };
    let Some(loaded) = &draft.loaded else {
        return errors::not_found(&visit);
    };
    let phase = loaded.case.phase;
    if !waits_to_be_sent(&loaded.case) {
        return visit.go(&format!("done/{}", draft.case));
    }
    let standing = match visit.site.app.standing(draft.case).await {
        Ok(standing) => standing,
        Err(fault) => return errors::fault(&visit, &fault),
    };
    let Some(wait) = standing.wait() else {
        return errors::not_found(&visit);
    };
    let Some(walk) = frozen_walk(loaded, &draft.definition, &wait) else {
        return errors::not_found(&visit);
    };
    let words = visit.words();
    let pays = phase == Phase::WaitingForPayment;
    let title = words.get(if pays {
        "waiting-payment-title"
    } else {
        "waiting-signature-title"
    });
    let payment = &draft.definition.payment;
    let markup = |text: &Option<_>| text.as_ref().map_or_else(String::new, |text| visit.markup(text, &walk));
    let says = Says {
        words,
        definition: &draft.definition,
        language: visit.language,
    };
    let page = WaitingPage {
        frame: visit.frame(title),
        title,
        say: said(&visit, &draft, &wait, &standing),
        reference: loaded
            .case
            .reference
            .as_ref()
            .filter(|_| pays)
            .map(ToString::to_string)
            .unwrap_or_default(),
        how: if pays { markup(&payment.say) } else { String::new() },
        refund: markup(&payment.refund),
        fee: fee::list(statement(says, loaded, &draft.definition, &standing)),
        signed: signed(&visit, &draft, &wait),
        answers: check_answers::list(&visit, &walk, false, 3),
        action: visit.address(&format!("waiting/{}", draft.case)),
        csrf: visit.session.csrf_token(),
        can_ask_again: !pays,
        was_asked_again,
    };
    visit.page(StatusCode::OK, &page)
}

/// What is waited for, and until when.
fn said(visit: &Visit, draft: &Draft, wait: &Wait, standing: &Standing) -> Vec<String> {
    let words = visit.words();
    let until = words.date(wait.until);
    let until = Value::Text(&until);
    let Some(loaded) = &draft.loaded else { return Vec::new() };
    if loaded.case.phase == Phase::WaitingForPayment {
        let currency = &draft.definition.currency;
        let amount = words.money(in_currency(standing.outstanding(), currency), currency);
        return vec![
            words.with(
                "waiting-payment-say",
                &[("amount", Value::Text(&amount)), ("date", until)],
            ),
            words.get("waiting-payment-closed").to_owned(),
        ];
    }
    let person = loaded.participants.iter().find(|person| person.role == Role::Signatory);
    let (name, email) = person.map_or(("", ""), |person| {
        let private = &person.private;
        (
            private.name.as_deref().unwrap_or(""),
            private.email.as_deref().unwrap_or(""),
        )
    });
    let with = [
        ("name", Value::Text(name)),
        ("email", Value::Text(email)),
        ("date", until),
    ];
    let mut said = vec![words.with("waiting-signature-say", &with)];
    if standing.outstanding() > 0 {
        said.push(words.get("waiting-signature-then-pay").to_owned());
    }
    said.push(words.get("waiting-signature-closed").to_owned());
    said
}

fn signed(visit: &Visit, draft: &Draft, wait: &Wait) -> String {
    let words = visit.words();
    wait.signature.as_ref().map_or_else(String::new, |signature| {
        let day = words.date(
            signature
                .at
                .to_zoned(exemplar_app::apply::zone(&draft.definition))
                .date(),
        );
        let with = [("name", Value::Text(&signature.name)), ("date", Value::Text(&day))];
        words.with("waiting-signed", &with)
    })
}

/// Goes back to change an answer, or sends the second person another link.
pub async fn post(mut visit: Visit, case: &str, form: Form) -> Response {
    let draft = match done::open_checked(&mut visit, case).await {
        Ok(draft) => draft,
        Err(reply) => return *reply,
    };
    let epoch = draft.applicant().map_or(0, |applicant| applicant.epoch);
    let access = Access {
        case: draft.case,
        epoch,
    };
    let app = &visit.site.app;
    let (done, again) = match form.get(ACT) {
        CHANGE => (app.take_back(&visit.live, access, &visit.manner).await, false),
        AGAIN => (app.ask_again(&visit.live, access, &visit.manner).await, true),
        _ => return show(visit, case, false).await,
    };
    match done {
        Ok(()) if again => show(visit, case, true).await,
        Ok(()) => visit.go("check-answers"),
        // It was submitted, or is a draft, by now: its page says so.
        Err(NotDone::Refused(_)) => visit.go(&format!("done/{}", draft.case)),
        Err(NotDone::NotFound) => errors::not_found(&visit),
        Err(NotDone::Failed(failure)) => errors::failure(&visit, &failure),
    }
}
