//! Taking an application back, or a booking: whether the person is sure, and doing it. What it came to stands on the status
//! page.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use exemplar_app::apply::Draft;
use exemplar_core::casework::Withdrawable;

use crate::frame::Frame;
use crate::public::apply::done;
use crate::public::errors;
use crate::visit::{Visit, access};

#[derive(Template)]
#[template(path = "public/apply/withdraw.html")]
struct WithdrawPage<'a> {
    frame: Frame<'a>,
    heading: &'a str,
    say: &'static str,
    button: &'static str,
    /// When the fee is paid back; empty where there is none.
    refund: String,
    action: String,
    csrf: String,
    status: String,
}

/// The address of the question, where something can be taken back, and the words of the way to it.
pub fn on_status(visit: &Visit, draft: &Draft) -> Option<(String, &'static str)> {
    let words = match draft.withdrawable(&visit.manner, &visit.site.app)? {
        Withdrawable::Application => "withdraw-link",
        Withdrawable::Booking => "withdraw-link-booking",
    };
    Some((visit.address(&address(draft)), words))
}

fn address(draft: &Draft) -> String {
    format!("withdraw/{}", draft.case)
}

fn status(draft: &Draft) -> String {
    format!("status/{}", draft.case)
}

/// Asks whether the person is sure.
pub async fn get(mut visit: Visit, case: &str) -> Response {
    let draft = match done::open(&mut visit, case).await {
        Ok(draft) => draft,
        Err(reply) => return *reply,
    };
    let (title, say, button) = match draft.withdrawable(&visit.manner, &visit.site.app) {
        Some(Withdrawable::Application) => ("withdraw-title", "withdraw-say", "withdraw-button"),
        Some(Withdrawable::Booking) => (
            "withdraw-title-booking",
            "withdraw-say-booking",
            "withdraw-button-booking",
        ),
        None => return visit.go(&status(&draft)),
    };
    let heading = visit.words().get(title);
    let back = visit.address(&status(&draft));
    let mut frame = visit.frame(heading);
    frame.back = Some(back.clone());
    let walk = draft.walk(&visit.manner);
    let refund = draft.definition.payment.refund.as_ref();
    let page = WithdrawPage {
        frame,
        heading,
        say,
        button,
        refund: refund.map_or_else(String::new, |say| visit.markup(say, &walk)),
        action: visit.address(&address(&draft)),
        csrf: visit.session.csrf_token(),
        status: back,
    };
    visit.page(StatusCode::OK, &page)
}

/// Takes it back. Who sends the form twice comes to the same page.
pub async fn post(mut visit: Visit, case: &str) -> Response {
    let draft = match done::open(&mut visit, case).await {
        Ok(draft) => draft,
        Err(reply) => return *reply,
    };
    let Some(held) = visit.session.of_case(draft.case) else {
        return visit.go(&status(&draft));
    };
    let app = &visit.site.app;
    match app.withdraw(&visit.live, access(held), &visit.manner).await {
        Ok(_) => visit.go(&status(&draft)),
        Err(failure) => errors::failure(&visit, &failure),
    }
}
