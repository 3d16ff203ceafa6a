//! The pages of staff. [`routes`] is the table of all of them with who may use each; nothing is reached past it.
//! [`desk`] is what stands round a page, [`sign_in`] and [`first`] the way in, [`cases`] a queue with its [`filters`],
//! [`search`] finds, [`case`] is one case, [`answers`] those in it, [`access`] who may see it, [`calendars`] what is booked of times, [`letters`] what is to be posted, [`people`] the accounts, [`person`] one of them, [`sessions`] one's own sessions.
//! [`emails`] lists them without their text, [`messages`] are those of a case, [`language`] is the reader's,
//! [`feedback`] is what people wrote of services, [`volumes`] are the numbers of other channels, [`versions`] those of services, [`imports`] takes forms of other systems, [`looks`] says who looked at a case, [`failed`] what work was given up,
//! [`payments`] notes which fees were paid, [`unpaid`] lists them, [`history`] is what happened to a case,
//! [`confirm`] asks again who somebody is, [`again`] shows what was typed before a session ended.

mod access;
mod again;
mod answers;
mod asks;
mod calendars;
mod case;
mod cases;
mod confirm;
mod deciding;
mod desk;
mod documents;
mod emails;
mod facts;
mod failed;
mod feedback;
mod files;
mod filters;
mod first;
mod history;
mod imports;
mod issued;
mod language;
mod letters;
mod looks;
mod messages;
mod payments;
mod people;
mod person;
mod problems;
mod renewal;
mod routes;
mod ruling;
mod search;
mod sessions;
mod sign_in;
#[cfg(test)]
mod tests;
mod unpaid;
mod versions;
mod volumes;
mod withdraw;

use std::sync::Arc;

use axum::body::Body;
use axum::http::request::Parts;
use axum::http::{Method, StatusCode};
use axum::response::Response;

use crate::form::Form;
use crate::public::errors::of_the_site;
use crate::road::{self, NotTaken};
use crate::site::Site;
use crate::visit::{header_text, see_other};
use desk::Desk;
use routes::{Act, Found, Page, Who, find};

/// What the addresses of staff begin with.
pub const PREFIX: &str = "/staff";
/// Where staff sign in.
const SIGN_IN: &str = "/staff/sign-in";
/// What the addresses of kept forms begin with.
const AGAIN: &str = "/staff/again";
/// What the addresses begin with at which staff confirm who they are.
const CONFIRM: &str = "/staff/confirm";

/// Answers a request of staff.
pub async fn answer(site: &Arc<Site>, path: &str, parts: Parts, body: Body) -> Response {
    let act = match parts.method {
        Method::GET | Method::HEAD => Act::Read,
        Method::POST => Act::Change,
        _ => return of_the_site(site, StatusCode::NOT_FOUND),
    };
    let Some(found) = find(act, path) else {
        return of_the_site(site, StatusCode::NOT_FOUND);
    };
    let cookie = header_text(&parts.headers, &axum::http::header::COOKIE).and_then(|all| sign_in::cookie(site, all));
    let who = match cookie {
        None => None,
        Some(cookie) => match site.app.signed_in(cookie).await {
            Ok(who) => who,
            Err(fault) => return problems::fault(site, &fault),
        },
    };
    let caller = road::caller(&parts.extensions, &parts.headers, &site.settings.proxies);
    let user_agent = header_text(&parts.headers, &axum::http::header::USER_AGENT).unwrap_or_default();
    let device = crate::device::class(user_agent);
    let desk = Desk {
        site,
        who,
        path,
        query: parts.uri.query().unwrap_or_default(),
        language: language::of(site, header_text(&parts.headers, &axum::http::header::COOKIE)),
        caller,
        device,
        notice: "",
    };
    let allowed = match (&found.route.who, &desk.who) {
        (Who::Anybody, _) => true,
        (_, Some(who)) => found.route.is_for(who),
        // Files are not kept until somebody has signed in.
        (_, None) if act == Act::Read || matches!(found.route.page, Page::BringIn | Page::DoImport) => {
            return see_other(SIGN_IN);
        }
        (_, None) => return again::keep(&desk, cookie, path, body).await,
    };
    if !allowed {
        return of_the_site(site, StatusCode::NOT_FOUND);
    }
    if act == Act::Read {
        return page(&desk, &found, Form::default()).await;
    }
    if found.route.page == Page::BringIn {
        return versions::bring::post(&desk, &parts.headers, body).await;
    }
    if found.route.page == Page::DoImport {
        return imports::post(&desk, &parts.headers, body).await;
    }
    let form = match road::read_form(body).await {
        Ok(form) => form,
        Err(NotTaken::TooLarge) => return of_the_site(site, StatusCode::PAYLOAD_TOO_LARGE),
        Err(_) => return of_the_site(site, StatusCode::BAD_REQUEST),
    };
    if found.route.who != Who::Anybody && !desk.is_own(&form) {
        return of_the_site(site, StatusCode::FORBIDDEN);
    }
    if found.route.is_grave && desk.who.as_ref().is_some_and(|who| !who.is_confirmed()) {
        return confirm::ask(&desk, path, &form).await;
    }
    if found.route.page == Page::DoConfirm {
        return confirmed(&desk, &found, &form).await;
    }
    page(&desk, &found, form).await
}

/// Goes on with what was asked for, once it is known again who somebody is.
async fn confirmed(desk: &Desk<'_>, found: &Found<'_>, form: &Form) -> Response {
    match confirm::post(desk, found.part, form).await {
        Ok((path, kept)) => match find(Act::Change, &path) {
            Some(found) if desk.who.as_ref().is_some_and(|who| found.route.is_for(who)) => {
                page(desk, &found, kept).await
            }
            _ => of_the_site(desk.site, StatusCode::NOT_FOUND),
        },
        Err(reply) => *reply,
    }
}

/// The page of a route that this person may use.
#[expect(clippy::too_many_lines, reason = "a table: one line for each page")]
async fn page(desk: &Desk<'_>, found: &Found<'_>, form: Form) -> Response {
    let part = found.part;
    match found.route.page {
        Page::Home => people::home(desk),
        Page::SignIn => sign_in::get(desk),
        Page::DoSignIn => sign_in::post(desk, &form).await,
        Page::SignOut => sign_in::sign_out(desk).await,
        Page::First => first::get(desk, part).await,
        Page::SetUp => first::post(desk, part, &form).await,
        Page::Cases => cases::get(desk).await,
        Page::Case => case::get(desk, part).await,
        Page::Certificate => issued::certificate(desk, part).await,
        Page::Take => case::take(desk, part, &form, false).await,
        Page::HandBack => case::take(desk, part, &form, true).await,
        Page::Note => case::note(desk, part, &form).await,
        Page::Decide => case::decide(desk, part, &form).await,
        Page::ConfirmProposal => deciding::confirm(desk, part, &form).await,
        Page::SendBack => deciding::send_back(desk, part, &form).await,
        Page::TakeBack => deciding::take_back(desk, part, &form).await,
        Page::LookAgain => deciding::look_again(desk, part, &form).await,
        Page::MoveOn => deciding::move_on(desk, part, &form).await,
        Page::AnswerCheck => deciding::answer(desk, part, &form).await,
        Page::Ask => asks::ask(desk, part, &form).await,
        Page::AskBack => asks::take_back(desk, part, &form).await,
        Page::WithdrawCase => withdraw::post(desk, part, &form).await,
        Page::ChangeIssued => case::change_issued(desk, part, &form).await,
        Page::BeginRenewal => renewal::begin(desk, part, &form).await,
        Page::Access => access::get(desk, part).await,
        Page::Restrict => access::restrict(desk, part, &form).await,
        Page::Know => access::declare(desk, part).await,
        Page::Search => search::get(desk),
        Page::DoSearch => search::post(desk, &form).await,
        Page::Found => search::found(desk, part).await,
        Page::Payments => unpaid::get(desk).await,
        Page::Payment => payments::one(desk, part).await,
        Page::Paid => payments::paid(desk, part, &form).await,
        Page::Waive => payments::waive(desk, part, &form).await,
        Page::PaidBack => payments::paid_back(desk, part, &form).await,
        Page::Calendars => calendars::list(desk),
        Page::Calendar => calendars::get(desk, part).await,
        Page::CloseTime => calendars::close(desk, part, &form).await,
        Page::Letters => letters::get(desk).await,
        Page::File => files::get(desk, part).await,
        Page::Letter => letters::print(desk, part).await,
        Page::Posted => letters::posted(desk, part).await,
        Page::Looks => looks::get(desk).await,
        Page::Emails => emails::get(desk).await,
        Page::Failed => failed::get(desk).await,
        Page::DoAgain => failed::again(desk, part).await,
        Page::People => people::get(desk).await,
        Page::Feedback => feedback::get(desk).await,
        Page::Volumes => volumes::list(desk),
        Page::VolumesOf => volumes::get(desk, part).await,
        Page::EnterVolumes => volumes::post(desk, part, &form).await,
        Page::Services => versions::services(desk, None).await,
        Page::Import => imports::get(desk),
        Page::Imported => imports::one::get(desk, part).await,
        Page::ImportReport => imports::one::report(desk, part).await,
        Page::ImportFolder => imports::one::folder(desk, part).await,
        Page::KeepImport => imports::one::keep(desk, part, &form).await,
        Page::Versions => versions::get(desk, part).await,
        Page::BringBack => versions::bring_back(desk, part, &form).await,
        Page::Version => versions::one::get(desk, part).await,
        Page::Publish => versions::one::publish(desk, part, &form).await,
        Page::Agree => versions::one::agree(desk, part).await,
        Page::Withdraw => versions::one::withdraw(desk, part).await,
        Page::BeginPreview => versions::one::preview(desk, part, false).await,
        Page::EndPreview => versions::one::preview(desk, part, true).await,
        Page::Person => person::get(desk, part).await,
        Page::EndSessions => person::end_sessions(desk, part).await,
        Page::EndAccount => person::end(desk, part).await,
        Page::Reset => person::reset(desk, part).await,
        Page::AddMembership => person::add_membership(desk, part, &form).await,
        Page::EndMembership => person::end_membership(desk, part, &form).await,
        Page::Confirm => confirm::get(desk, part).await,
        Page::DoConfirm | Page::BringIn | Page::DoImport => problems::not_found(desk),
        Page::Again => again::get(desk, part).await,
        Page::Sessions => sessions::get(desk).await,
        Page::EndOwnSessions => sign_in::sign_out_everywhere(desk).await,
        Page::Language => language::choose(desk, part),
        Page::Stay => sessions::stay(desk),
    }
}
