//! Asking the applicant for something, on the screen of a case: what can be asked for, the page that asks whether it is to
//! go, what is being waited for, and what was answered.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use exemplar_app::casework::OpenCase;
use exemplar_app::says::Says;
use exemplar_app::words::Value;
use exemplar_core::casework::{ASK_ANSWERED, ASKED_FOR, Asked, NOTE_AT_MOST, State, sent_answers};
use exemplar_core::id::Name;
use exemplar_core::kind::Sketch;
use exemplar_core::record::{Event, Phase};

use super::case::{after, id_of, revision, says, show_wrong};
use super::desk::{Around, Desk};
use super::problems;
use crate::components::{Choice, ErrorMessage, Label, Legend, Radios, Textarea};
use crate::form::Form;
use crate::frame::Frame;

/// What can be asked for.
pub struct AskForm<'a> {
    pub what: Radios<'a>,
    pub note: Textarea<'a>,
}

/// What is being asked for.
pub struct Waiting {
    pub what: String,
    pub say: String,
}

/// How the pieces of the page find their errors.
type Error<'e, 'a> = &'e dyn Fn(&str) -> Option<ErrorMessage<'a>>;

#[derive(Template)]
#[template(path = "staff/ask_sure.html")]
struct SurePage<'a> {
    frame: Frame<'a>,
    around: Around<'a>,
    address: String,
    revision: i64,
    reference: String,
    ask: String,
    title: String,
    say: String,
    until: String,
    note: String,
    /// The language of the service's own words.
    spoken: &'a str,
}

/// The field in which what is asked for is chosen.
const ASK: &str = "ask";
/// The field of what is written beside it.
const NOTE: &str = "ask-note";
/// The field by which it is confirmed.
const SURE: &str = "sure";

/// The form, where something can be asked for now.
pub fn form<'a>(
    desk: &'a Desk<'_>,
    open: &'a OpenCase,
    says: &Says<'_>,
    form: &Form,
    error: Error<'_, 'a>,
) -> Option<AskForm<'a>> {
    let words = desk.words();
    let case = &open.loaded.case;
    let state = State::read(&case.state);
    let asks = &open.definition.casework.asks_for;
    if asks.is_empty() || case.phase != Phase::Submitted || state.is_proposed || state.asked.is_some() {
        return None;
    }
    let items = asks.iter().filter_map(|(name, rule)| {
        let choice = Choice {
            checked: form.get(ASK) == name.as_str(),
            ..Choice::new(name.as_str(), says.text(&rule.question()?.ask).to_owned())
        };
        Some(choice.into())
    });
    Some(AskForm {
        what: Radios {
            id: ASK.into(),
            name: ASK.into(),
            legend: Some(Legend::new(words.get("asks-staff-what"))),
            error: error(ASK),
            items: items.collect(),
            classes: "govuk-radios--small",
            ..Radios::default()
        },
        note: Textarea {
            id: NOTE.into(),
            name: NOTE.into(),
            label: Label::new(words.get("asks-staff-note")),
            hint: words.get("asks-staff-note-hint").into(),
            error: error(NOTE),
            value: form.get(NOTE).to_owned().into(),
            rows: Some(3),
            ..Textarea::default()
        },
    })
}

/// What the case waits for.
pub fn waiting(desk: &Desk<'_>, open: &OpenCase, says: &Says<'_>) -> Option<Waiting> {
    let asked = Asked::of(&open.loaded.case)?;
    let rule = open.definition.casework.asks_for.get(asked.name)?;
    let words = desk.words();
    let (on, until) = (asked.on(&open.definition), asked.until(&open.definition)?);
    let (on, until) = (words.date(on), words.date(until));
    let with = [("date", Value::Text(&on)), ("until", Value::Text(&until))];
    Some(Waiting {
        what: says.text(&rule.question()?.ask).to_owned(),
        say: words.with("asks-staff-waiting", &with),
    })
}

/// Whether the applicant was asked, and did not answer in time.
pub fn is_unanswered(open: &OpenCase) -> bool {
    open.loaded.case.phase == Phase::Submitted && State::read(&open.loaded.case.state).is_unanswered
}

/// What was asked for and answered, each with when, and what a drawing looks like.
pub fn answers(open: &OpenCase, says: &Says<'_>) -> Vec<(String, Vec<String>, Option<Sketch>)> {
    let walk = open.walk();
    let sent = sent_answers(&open.definition, walk.answers());
    let shown = sent.into_iter().filter_map(|sent| {
        let question = sent.rule.question()?;
        let words = says.words;
        let answered = words.date(open.day(sent.given.at));
        let asked = asked_on(&open.events, sent.kept).map(|event| words.date(open.day(event.at)));
        let asked = asked.unwrap_or_else(|| answered.clone());
        let title = says.filled(&question.ask, &walk);
        let with = [
            ("title", Value::Text(&title)),
            ("asked", Value::Text(&asked)),
            ("answered", Value::Text(&answered)),
        ];
        let lines = says.showing(|showing| question.kind.show(&sent.given.answer, showing));
        let drawn = question.kind.sketch(&sent.given.answer);
        Some((words.with("asks-staff-answer", &with), lines, drawn))
    });
    shown.collect()
}

/// The event by which an answer was asked for.
fn asked_on<'e>(events: &'e [Event], kept: &Name) -> Option<&'e Event> {
    let is_it = |event: &Event| {
        let of = event.details.as_ref().and_then(|details| details["kept"].as_str());
        event.kind == ASK_ANSWERED && of == Some(kept.as_str())
    };
    let answered = events.iter().position(is_it)?;
    events[..answered].iter().rfind(|event| event.kind == ASKED_FOR)
}

/// What an event says was asked for.
pub fn what_was_asked(open: &OpenCase, says: &Says<'_>, event: &Event) -> String {
    let detail = |name: &str| event.details.as_ref().and_then(|details| details[name].as_str());
    let rule = detail("ask").and_then(|name| open.definition.casework.asks_for.get(name));
    let title = rule.and_then(|rule| Some(says.text(&rule.question()?.ask)));
    let note = detail("note").filter(|note| !note.is_empty());
    let parts = [title, note].into_iter().flatten();
    parts.collect::<Vec<_>>().join(". ")
}

/// Asks whether it is to go, and once that was said, asks the applicant.
pub async fn ask(desk: &Desk<'_>, part: &str, form: &Form) -> Response {
    let (Some(who), Some(id)) = (&desk.who, id_of(part)) else {
        return problems::not_found(desk);
    };
    let (name, note) = (Name::from(form.get(ASK)), form.get(NOTE));
    if form.get(SURE) == "yes" {
        let done = desk.site.app.ask_for(who, id, (&name, note), revision(form)).await;
        return after(desk, part, form, done).await;
    }
    let open = match desk.site.app.open_case(who, id, "ask").await {
        Ok(Some(open)) => open,
        Ok(None) => return problems::not_found(desk),
        Err(fault) => return problems::fault(desk.site, &fault),
    };
    let rule = open.definition.casework.asks_for.get(&name);
    let Some((rule, question)) = rule.and_then(|rule| Some((rule, rule.question()?))) else {
        return show_wrong(desk, part, form, ASK.to_owned(), "asks-staff-nothing").await;
    };
    if note.trim().chars().count() > NOTE_AT_MOST {
        return show_wrong(desk, part, form, NOTE.to_owned(), "staff-note-too-long").await;
    }
    let (words, says, walk) = (desk.words(), says(desk, &open), open.walk());
    let until = words.date(rule.within.after(open.today, &open.definition.holidays));
    let reference = open.loaded.case.reference.as_ref();
    let page = SurePage {
        frame: desk.frame(words.get("asks-sure-title")),
        around: desk.around(),
        address: format!("/staff/cases/{id}"),
        revision: revision(form),
        reference: reference.map(ToString::to_string).unwrap_or_default(),
        title: says.filled(&question.ask, &walk).into_owned(),
        say: question
            .say
            .as_ref()
            .map_or_else(String::new, |say| says.filled(say, &walk).into_owned()),
        until: words.with("asks-sure-until", &[("date", Value::Text(&until))]),
        note: note.trim().to_owned(),
        spoken: says.words.language.as_str(),
        ask: name.to_string(),
    };
    desk.page(StatusCode::OK, &page)
}

/// Takes it back.
pub async fn take_back(desk: &Desk<'_>, part: &str, form: &Form) -> Response {
    let (Some(who), Some(id)) = (&desk.who, id_of(part)) else {
        return problems::not_found(desk);
    };
    let done = desk.site.app.take_ask_back(who, id, revision(form)).await;
    after(desk, part, form, done).await
}
