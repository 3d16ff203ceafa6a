//! Renewing what was issued: the page that the link of a message leads to, and the page where somebody who has said the
//! second fact sees what is known and begins.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use exemplar_app::apply::Draft;
use exemplar_app::renewing::{Beginner, NotBegun, RenewLink, Standing};
use exemplar_app::says::Says;
use exemplar_app::words::Value;
use exemplar_core::id::CaseId;
use exemplar_core::journey::Walk;
use exemplar_core::record::{Actor, LoadedCase};
use exemplar_core::renewing::{NotRenewed, renewable};

use crate::components::{Content, InsetText};
use crate::frame::Frame;
use crate::public::apply::question::where_to;
use crate::public::apply::{check_answers, done, issued, locked, opening};
use crate::public::errors;
use crate::visit::Visit;

#[derive(Template)]
#[template(path = "public/apply/renew_link.html")]
struct LinkPage<'a> {
    frame: Frame<'a>,
    works: bool,
    say: String,
    action: String,
    csrf: String,
    start: &'a str,
}

/// The page that a link leads to. It has a button; looking at it changes nothing, and nothing of anybody stands there.
pub async fn get_link(visit: &Visit, token: &str) -> Response {
    match visit.site.app.look_at_renew_link(&visit.live, token).await {
        Ok(link) => link_page(visit, token, link != RenewLink::Unknown),
        Err(fault) => errors::fault(visit, &fault),
    }
}

fn link_page(visit: &Visit, token: &str, works: bool) -> Response {
    let words = visit.words();
    let title = if works {
        "renewing-link-title"
    } else {
        "renewing-link-old-title"
    };
    let service = visit.service_name();
    let page = LinkPage {
        frame: visit.frame(words.get(title)),
        works,
        say: words.with("renewing-link-say", &[("service", Value::Text(service))]),
        action: visit.address(&format!("renew/{token}")),
        csrf: visit.session.csrf_token(),
        start: &visit.base,
    };
    let status = if works { StatusCode::OK } else { StatusCode::NOT_FOUND };
    visit.page(status, &page)
}

/// Asks for the second fact. The link stays as it is: who comes back by it is asked again.
pub async fn post_link(mut visit: Visit, token: &str) -> Response {
    match visit.site.app.look_at_renew_link(&visit.live, token).await {
        Ok(RenewLink::Of(case)) => {
            visit.session.let_try(case, &visit.live.id);
            locked::to_renew(&mut visit, case).await
        }
        Ok(RenewLink::Unknown) => link_page(&visit, token, false),
        Err(fault) => errors::fault(&visit, &fault),
    }
}

#[derive(Template)]
#[template(path = "public/apply/renewal.html")]
struct RenewalPage<'a> {
    frame: Frame<'a>,
    title: String,
    /// Sentences on how it stands.
    say: Vec<String>,
    /// What is known; empty where nothing can be begun.
    answers: String,
    action: String,
    csrf: String,
    /// The words of the button; empty where there is none.
    button: &'static str,
    /// Where to go instead, and the words for it.
    instead: Option<(String, &'static str)>,
}

/// What is known, and how what was issued stands to be renewed.
pub async fn get(mut visit: Visit, case: &str) -> Response {
    let draft = match done::open(&mut visit, case).await {
        Ok(draft) => draft,
        Err(reply) => return *reply,
    };
    show(&visit, &draft).await
}

async fn show(visit: &Visit, draft: &Draft) -> Response {
    let Some(former) = &draft.loaded else {
        return errors::not_found(visit);
    };
    match visit.site.app.renewal_standing(&visit.live, former).await {
        Ok(standing) => page(visit, draft, &standing),
        Err(fault) => errors::fault(visit, &fault),
    }
}

fn page(visit: &Visit, draft: &Draft, standing: &Standing) -> Response {
    let words = visit.words();
    let day = |key: &'static str, date| words.with(key, &[("date", Value::Text(&words.date(date)))]);
    let what = renewable(&visit.live).map(|(issue, _)| issued::title(words, says_of(visit), issue));
    let what = what.unwrap_or_default();
    let cannot = || words.with("renewing-title-cannot", &[("what", Value::Text(what))]);
    let (mut button, mut instead, mut answers, mut status) = ("", None, String::new(), StatusCode::OK);
    let (title, say) = match standing {
        Standing::Can(renewal, window) if opening::is_open(visit) => {
            button = "renewing-begin";
            let walk = draft.walk(&visit.manner);
            answers = check_answers::list(visit, &walk, false, 3);
            let with = [("what", Value::Text(what)), ("number", Value::Text(&renewal.number))];
            let expires = if draft.today > renewal.expires {
                Vec::new()
            } else {
                vec![day("renewing-expires", renewal.expires)]
            };
            let until = day("renewing-until", window.until);
            (
                words.with("renewing-title", &with),
                expires.into_iter().chain([until]).collect(),
            )
        }
        // The start page says when the service is open.
        Standing::Can(..) => return visit.go(""),
        Standing::Begun(_) => {
            button = "renewing-continue";
            (cannot(), vec![words.get("renewing-begun").to_owned()])
        }
        Standing::Sent(renewal) => {
            instead = Some((visit.address(&format!("status/{}", draft.case)), "renewing-status"));
            (cannot(), vec![sent(visit, renewal)])
        }
        Standing::Cannot(why) => {
            status = StatusCode::CONFLICT;
            instead = apply_again(visit, *why);
            (cannot(), vec![why_not(visit, *why)])
        }
    };
    let page = RenewalPage {
        frame: visit.frame(&title),
        title,
        say,
        answers,
        action: visit.address(&format!("renewal/{}", draft.case)),
        csrf: visit.session.csrf_token(),
        button,
        instead,
    };
    visit.page(status, &page)
}

fn says_of(visit: &Visit) -> Says<'_> {
    Says {
        words: visit.words(),
        definition: &visit.live,
        language: visit.language,
    }
}

fn sent(visit: &Visit, renewal: &LoadedCase) -> String {
    let reference = renewal.case.reference.as_ref().map(ToString::to_string);
    let reference = reference.unwrap_or_default();
    visit
        .words()
        .with("renewing-sent", &[("reference", Value::Text(&reference))])
}

/// Why it cannot be renewed, and when it can or could.
fn why_not(visit: &Visit, why: NotRenewed) -> String {
    let words = visit.words();
    match why {
        NotRenewed::TooEarly(window) | NotRenewed::TooLate(window) => {
            let key = match why {
                NotRenewed::TooEarly(_) => "renewing-too-early",
                _ => "renewing-too-late",
            };
            let (date, from, until) = (
                words.date(window.expires),
                words.date(window.from),
                words.date(window.until),
            );
            let with = [
                ("date", Value::Text(&date)),
                ("from", Value::Text(&from)),
                ("until", Value::Text(&until)),
            ];
            words.with(key, &with)
        }
        NotRenewed::TakenAway => words.get("renewing-taken-away").to_owned(),
        NotRenewed::Forever => words.get("renewing-forever").to_owned(),
        NotRenewed::Done => words.get("renewing-done").to_owned(),
        NotRenewed::Nothing => words.get("renewing-nothing").to_owned(),
    }
}

/// Who is too late, or lost it, can apply again.
fn apply_again(visit: &Visit, why: NotRenewed) -> Option<(String, &'static str)> {
    let again = matches!(
        why,
        NotRenewed::TooLate(_) | NotRenewed::TakenAway | NotRenewed::Nothing
    );
    again.then(|| (visit.base.clone(), "renewing-apply"))
}

/// Begins a renewal, or goes on with the one that was begun.
pub async fn post(mut visit: Visit, case: &str) -> Response {
    let draft = match done::open(&mut visit, case).await {
        Ok(draft) => draft,
        Err(reply) => return *reply,
    };
    if !opening::is_open(&visit) {
        return visit.go("");
    }
    let by = Beginner {
        actor: Actor::Participant(0),
        channel: visit.manner.channel,
    };
    let app = &visit.site.app;
    let begun = app.begin_renewal(&visit.live, draft.case, &visit.manner, &by).await;
    let (case, epoch) = match begun {
        Ok(access) => (access.case, access.epoch),
        // Who has said the second fact of the case before goes on with what was begun from it, unless that has one of
        // its own by now.
        Err(NotBegun::Stands(Standing::Begun(renewal))) => match goes_on(&draft, &renewal) {
            Some(epoch) => (renewal.case.id, epoch),
            None => {
                visit.session.let_try(renewal.case.id, &visit.live.id);
                return locked::of_case(&mut visit, renewal.case.id, None, false).await;
            }
        },
        Err(NotBegun::Stands(standing)) => return page(&visit, &draft, &standing),
        Err(NotBegun::NotFound) => return errors::not_found(&visit),
        Err(NotBegun::Failed(failure)) => return errors::failure(&visit, &failure),
    };
    visit.session.hold(case, &visit.live.id, epoch, visit.now);
    lead_on(&visit, case).await
}

/// The epoch with which a begun renewal is opened, where nothing that was answered there is unknown to who opens it.
fn goes_on(draft: &Draft, renewal: &LoadedCase) -> Option<i32> {
    let known = draft.answers();
    let own = renewal.parts.iter().find(|part| part.participant == 0)?;
    let is_known = own.answers.0.iter().all(|(name, given)| {
        let before = known.get(name.as_str()).map(|before| &before.answer);
        name.as_str() == exemplar_core::renewing::RENEWING || before == Some(&given.answer)
    });
    let applicant = renewal.participants.iter().find(|person| person.n == 0)?;
    is_known.then_some(applicant.epoch)
}

/// To the first page that is to be answered, or to check answers.
async fn lead_on(visit: &Visit, case: CaseId) -> Response {
    match visit.site.app.for_opening(&visit.live, case).await {
        Ok(renewal) => visit.go(&where_to(&renewal.walk(&visit.manner))),
        Err(_) => visit.go("check-answers"),
    }
}

/// What check answers says of a renewal; empty where nothing is renewed.
pub fn inset(visit: &Visit, walk: &Walk<'_>) -> String {
    let Some(renewal) = walk.renewal() else {
        return String::new();
    };
    let words = visit.words();
    let key = if walk.today() > renewal.expires {
        "renewing-check-late"
    } else {
        "renewing-check"
    };
    let date = words.date(renewal.expires);
    let number = words.apart(renewal.number);
    let with = [("number", Value::Text(&number)), ("date", Value::Text(&date))];
    InsetText {
        content: Content::from(words.with(key, &with)),
        ..InsetText::default()
    }
    .to_string()
}

/// What is said where a renewal cannot be sent any more.
pub fn refused(visit: &Visit, case: CaseId, why: NotRenewed) -> Response {
    let draft = Draft {
        case,
        loaded: None,
        definition: std::sync::Arc::clone(&visit.live),
        today: visit.now.to_zoned(exemplar_app::apply::zone(&visit.live)).date(),
    };
    page(visit, &draft, &Standing::Cannot(why))
}

/// Where the status page leads to renew; nothing where the service renews nothing, or it is not the time.
pub async fn on_status(visit: &Visit, draft: &Draft) -> Result<Option<String>, exemplar_app::Fault> {
    let Some(former) = draft.loaded.as_ref().filter(|_| renewable(&visit.live).is_some()) else {
        return Ok(None);
    };
    let standing = visit.site.app.renewal_standing(&visit.live, former).await?;
    let leads = matches!(standing, Standing::Can(..) | Standing::Begun(_) | Standing::Sent(_));
    Ok(leads.then(|| visit.address(&format!("renewal/{}", draft.case))))
}
