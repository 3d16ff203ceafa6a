//! The start page of a service, and beginning anew.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use exemplar_app::apply::{Draft, Opened, zone};
use exemplar_app::chance;
use exemplar_app::registers::public_issue;
use exemplar_app::words::Value;
use exemplar_core::definition::ChannelCost;
use exemplar_core::record::Case;
use exemplar_core::waiting::waits_to_be_sent;

use crate::frame::Frame;
use crate::public::apply::question::where_to;
use crate::public::apply::task_list::TASK_LIST;
use crate::public::apply::{deadline, fee, opening};
use crate::public::errors;
use crate::visit::{Visit, access};

#[derive(Template)]
#[template(path = "public/apply/start.html")]
struct StartPage<'a> {
    frame: Frame<'a>,
    name: &'a str,
    say: String,
    deadline: String,
    /// What is said while the service is closed.
    closed: String,
    is_open: bool,
    who_can: String,
    takes: String,
    /// What it costs: a sentence, and the lines where it depends on answers.
    costs: Vec<String>,
    have_ready: String,
    button: &'a str,
    first: String,
    return_to: String,
    /// Where one can ask whether this was done already, and the words for it.
    already: Option<(String, &'a str)>,
    /// The public register, where there is one.
    register: Option<String>,
    /// A draft on this device: when it was last saved, where it goes on, where it begins anew.
    draft: Option<OpenDraft>,
    csrf: String,
    other_ways: Vec<String>,
}

struct OpenDraft {
    case: Case,
    say: String,
    go_on: String,
    anew: String,
}

/// Shows the start page. It gives the browser the id that its case will have; nothing is stored before an answer.
pub async fn get(mut visit: Visit) -> Response {
    let draft = match open_draft(&mut visit).await {
        Ok(draft) => draft,
        Err(reply) => return *reply,
    };
    let words = visit.words();
    let name = visit.service_name();
    let start = &visit.live.start;
    let say = |text: &Option<_>| text.as_ref().map_or_else(String::new, |text| visit.markup_before(text));
    let takes = start.takes.as_ref().map(|takes| visit.text(takes));
    let mut frame = visit.frame(name);
    frame.indexed = true;
    frame.title = name.to_owned();
    visit.page(
        StatusCode::OK,
        &StartPage {
            name,
            say: say(&start.say),
            deadline: deadline::inset(
                &visit,
                visit.held().map(|held| held.case),
                draft.as_ref().map(|draft| &draft.case),
            ),
            register: public_issue(&visit.live).map(|_| visit.address("register")),
            closed: opening::inset(&visit, draft.is_some()),
            is_open: opening::is_open(&visit),
            who_can: say(&start.who_can),
            takes: takes.map_or_else(String::new, |takes| {
                words.with("apply-start-takes", &[("duration", Value::Text(takes))])
            }),
            costs: fee::on_start(&visit),
            have_ready: say(&start.have_ready),
            button: start
                .button
                .as_ref()
                .map_or_else(|| words.get("apply-start-button"), |text| visit.text(text)),
            first: visit.address(&first(&visit)),
            return_to: visit.address("return"),
            already: visit
                .live
                .already
                .as_ref()
                .map(|already| (visit.address("already"), visit.text(&already.title))),
            draft,
            csrf: visit.session.csrf_token(),
            other_ways: other_ways(&visit),
            frame,
        },
    )
}

/// The draft that this browser holds, if it has answers; else a place for a new one.
async fn open_draft(visit: &mut Visit) -> Result<Option<OpenDraft>, Box<Response>> {
    let Some(held) = visit.held() else {
        visit
            .session
            .hold(chance::case_id(visit.now), &visit.live.id, 0, visit.now);
        return Ok(None);
    };
    match visit.site.app.open(&visit.live, access(held)).await {
        Ok(Opened::Draft(draft)) => {
            let Some(loaded) = &draft.loaded else {
                visit.session.used(held.case, visit.now);
                return Ok(None);
            };
            let last = draft
                .answers()
                .0
                .values()
                .map(|given| given.at)
                .max()
                .unwrap_or(loaded.case.started);
            let when = visit.words().moment(last.to_zoned(zone(&draft.definition)).datetime());
            Ok(Some(OpenDraft {
                case: loaded.case.clone(),
                say: visit.words().with("apply-resume-say", &[("when", Value::Text(&when))]),
                go_on: visit.address(&where_to(&draft.walk(&visit.manner))),
                anew: visit.address("start"),
            }))
        }
        Ok(Opened::Submitted(draft)) if is_waiting(&draft) => Ok(draft.loaded.as_ref().map(|loaded| OpenDraft {
            case: loaded.case.clone(),
            say: visit.words().get("waiting-resume-say").to_owned(),
            go_on: visit.address(&format!("waiting/{}", draft.case)),
            anew: visit.address("start"),
        })),
        Ok(Opened::Submitted(_) | Opened::Gone) => {
            visit
                .session
                .hold(chance::case_id(visit.now), &visit.live.id, 0, visit.now);
            Ok(None)
        }
        Err(fault) => Err(Box::new(errors::fault(visit, &fault))),
    }
}

/// Whether a case waits for a signature or its fee.
fn is_waiting(draft: &Draft) -> bool {
    draft
        .loaded
        .as_ref()
        .is_some_and(|loaded| waits_to_be_sent(&loaded.case))
}

/// Begins anew: the draft before stays where it is, and can be reached by its code until it is erased.
pub fn post(mut visit: Visit) -> Response {
    if !opening::is_open(&visit) {
        return visit.go("");
    }
    // Who begins anew keeps the place that they had when they came.
    let mut came = visit.now;
    if let Some(held) = visit.held() {
        came = held.case.drawn().unwrap_or(came).min(came);
        visit.session.let_go(held.case);
    }
    visit.session.hold(chance::case_id(came), &visit.live.id, 0, visit.now);
    visit.go(&first(&visit))
}

/// Where a journey begins: at its first page, or at the task list where no page stands before it.
fn first(visit: &Visit) -> String {
    if !visit.live.tasks.is_empty() && visit.live.eligibility().is_empty() {
        return TASK_LIST.to_owned();
    }
    let first = visit.live.pages.first();
    first.map_or_else(String::new, |page| page.name.in_address())
}

/// Other ways to use the service, as sentences.
fn other_ways(visit: &Visit) -> Vec<String> {
    visit
        .live
        .channels
        .values()
        .flat_map(|channel| ways(visit, channel))
        .collect()
}

/// The ways of one channel.
#[must_use]
pub fn ways(visit: &Visit, channel: &ChannelCost) -> Vec<String> {
    let words = visit.words();
    let mut ways = Vec::new();
    if let Some(call) = &channel.call {
        let hours = channel.hours.as_ref().map_or("", |hours| visit.text(hours));
        let number = visit.text(call);
        ways.push(words.with(
            "apply-start-phone",
            &[("number", Value::Text(number)), ("hours", Value::Text(hours))],
        ));
    }
    if let Some(place) = &channel.write_to {
        ways.push(words.with("apply-start-write", &[("place", Value::Text(visit.text(place)))]));
    }
    if let Some(place) = &channel.visit {
        ways.push(words.with("apply-start-visit", &[("place", Value::Text(visit.text(place)))]));
    }
    ways
}
