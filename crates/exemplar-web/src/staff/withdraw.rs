//! Taking an application back for an applicant who asked for it, by telephone or at a counter: the form on the screen of a
//! case, and the page that asks whether it is to be.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use exemplar_app::casework::OpenCase;
use exemplar_core::casework::{NOTE_AT_MOST, Withdrawable};

use super::case::{after, id_of, revision, show_wrong};
use super::desk::{Around, Desk};
use super::problems;
use crate::components::{ErrorMessage, Label, Textarea};
use crate::form::Form;
use crate::frame::Frame;

/// The field of how the applicant asked for it.
pub const SAID: &str = "withdraw-said";
/// The field by which it is confirmed.
const SURE: &str = "sure";

/// What a caseworker sees of it on a case.
pub struct WithdrawForm<'a> {
    pub said: Textarea<'a>,
}

#[derive(Template)]
#[template(path = "staff/withdraw.html")]
struct SurePage<'a> {
    frame: Frame<'a>,
    around: Around<'a>,
    address: String,
    revision: i64,
    reference: String,
    say: &'a str,
    said: String,
}

/// The form, where the application can be taken back now.
pub fn form<'a>(
    desk: &'a Desk<'_>,
    open: &OpenCase,
    form: &Form,
    error: &dyn Fn(&str) -> Option<ErrorMessage<'a>>,
) -> Option<WithdrawForm<'a>> {
    open.withdrawable(&desk.site.app)?;
    let words = desk.words();
    Some(WithdrawForm {
        said: Textarea {
            id: SAID.into(),
            name: SAID.into(),
            label: Label::new(words.get("withdraw-staff-said")),
            hint: words.get("withdraw-staff-said-hint").into(),
            error: error(SAID),
            value: form.get(SAID).to_owned().into(),
            rows: Some(3),
            ..Textarea::default()
        },
    })
}

/// Asks whether it is to be, and once that was said, takes it back.
pub async fn post(desk: &Desk<'_>, part: &str, form: &Form) -> Response {
    let (Some(who), Some(id)) = (&desk.who, id_of(part)) else {
        return problems::not_found(desk);
    };
    let said = form.get(SAID).trim();
    if form.get(SURE) == "yes" {
        let done = desk.site.app.withdraw_case(who, id, said, revision(form)).await;
        return after(desk, part, form, done).await;
    }
    let open = match desk.site.app.open_case(who, id, "withdraw").await {
        Ok(Some(open)) => open,
        Ok(None) => return problems::not_found(desk),
        Err(fault) => return problems::fault(desk.site, &fault),
    };
    let wrong = match said.chars().count() {
        0 => Some("withdraw-staff-nothing"),
        count if count > NOTE_AT_MOST => Some("staff-note-too-long"),
        _ => None,
    };
    if let Some(key) = wrong {
        return show_wrong(desk, part, form, SAID.to_owned(), key).await;
    }
    let words = desk.words();
    let say = match open.withdrawable(&desk.site.app) {
        Some(Withdrawable::Application) => "withdraw-staff-sure-say",
        Some(Withdrawable::Booking) => "withdraw-staff-sure-say-booking",
        None => return show_wrong(desk, part, form, "history".to_owned(), "staff-case-not-open").await,
    };
    let reference = open.loaded.case.reference.as_ref();
    let page = SurePage {
        frame: desk.frame(words.get("withdraw-staff-sure-title")),
        around: desk.around(),
        address: format!("/staff/cases/{id}"),
        revision: revision(form),
        reference: reference.map(ToString::to_string).unwrap_or_default(),
        say: words.get(say),
        said: said.to_owned(),
    };
    desk.page(StatusCode::OK, &page)
}
