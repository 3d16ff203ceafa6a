//! A form that came after its session had ended: kept for its owner, and shown again with what was typed once they have
//! signed in.

use axum::body::Body;
use axum::http::StatusCode;
use axum::response::Response;
use exemplar_app::staff::Kept;

use super::desk::Desk;
use super::routes::{Act, Page, find};
use super::{PREFIX, SIGN_IN, access, case, imports, person, problems, search, versions, volumes};
use crate::form::Form;
use crate::public::errors::of_the_site;
use crate::road::{self, NotTaken};
use crate::visit::see_other;

/// Keeps a form of somebody whose session is over, and asks them to sign in. What is nobody's is not kept.
pub async fn keep(desk: &Desk<'_>, cookie: Option<&str>, path: &str, body: Body) -> Response {
    let Some(cookie) = cookie else {
        return see_other(SIGN_IN);
    };
    let form = match road::read_form(body).await {
        Ok(form) => form,
        Err(NotTaken::TooLarge) => return of_the_site(desk.site, StatusCode::PAYLOAD_TOO_LARGE),
        Err(_) => return of_the_site(desk.site, StatusCode::BAD_REQUEST),
    };
    let app = &desk.site.app;
    let owner = match app.late(cookie, form.get("csrf")).await {
        Ok(Some(owner)) => owner,
        Ok(None) => return see_other(SIGN_IN),
        Err(fault) => return problems::fault(desk.site, &fault),
    };
    match app.keep_form(&owner, &kept(path, &form)).await {
        Ok(id) => see_other(&format!("{SIGN_IN}?kept={id}")),
        Err(fault) => problems::fault(desk.site, &fault),
    }
}

/// A form as it is kept: without the token of the session that it came from.
pub fn kept(path: &str, form: &Form) -> Kept {
    let fields = form
        .fields()
        .filter(|(name, _)| !matches!(*name, "csrf" | "password" | "code"));
    Kept {
        path: path.to_owned(),
        fields: fields
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .collect(),
    }
}

/// The form again, with what was typed. Nothing was done yet.
pub async fn get(desk: &Desk<'_>, id: &str) -> Response {
    let Some(who) = &desk.who else {
        return see_other(SIGN_IN);
    };
    let kept = match desk.site.app.kept_form(who, id).await {
        Ok(Some(kept)) => kept,
        // Another person signed in, or it is long ago.
        Ok(None) => return see_other(PREFIX),
        Err(fault) => return problems::fault(desk.site, &fault),
    };
    let Some(found) = find(Act::Change, &kept.path).filter(|found| found.route.is_for(who)) else {
        return see_other(PREFIX);
    };
    let form = Form::of(kept.fields.iter().map(|(name, value)| (name.as_str(), value.as_str())));
    let desk = Desk {
        who: desk.who.clone(),
        caller: desk.caller.clone(),
        notice: "accounts-again-say",
        language: desk.language.clone(),
        ..*desk
    };
    match found.route.page {
        Page::Take
        | Page::HandBack
        | Page::Note
        | Page::Decide
        | Page::ConfirmProposal
        | Page::SendBack
        | Page::TakeBack
        | Page::LookAgain
        | Page::MoveOn
        | Page::AnswerCheck
        | Page::Ask
        | Page::AskBack
        | Page::WithdrawCase
        | Page::ChangeIssued => case::again(&desk, found.part, &form).await,
        Page::EndSessions | Page::EndAccount | Page::Reset | Page::AddMembership | Page::EndMembership => {
            person::again(&desk, found.part, &form).await
        }
        Page::Restrict => access::again(&desk, found.part, Some(&form)).await,
        Page::Know => access::again(&desk, found.part, None).await,
        Page::Publish | Page::Agree | Page::Withdraw | Page::BeginPreview | Page::EndPreview => {
            versions::one::again(&desk, found.part, &form).await
        }
        Page::KeepImport => imports::one::again(&desk, found.part, &form).await,
        Page::EnterVolumes => volumes::again(&desk, found.part, &form).await,
        Page::DoSearch => search::again(&desk, &form),
        Page::Posted => see_other("/staff/letters"),
        _ => see_other(PREFIX),
    }
}
