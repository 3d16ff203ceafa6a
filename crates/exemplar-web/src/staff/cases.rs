//! A queue: the cases of who is signed in, those due first at the front, narrowed by the address's query.

use std::collections::BTreeMap;

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use exemplar_app::apply::zone;
use exemplar_app::casework::{InQueue, Queue, QueueFilter, QueuePlace};
use exemplar_app::words::Value;
use exemplar_core::casework::{State, WITHDRAWN};
use exemplar_core::id::{CaseId, StaffId};
use exemplar_core::record::Phase;

use jiff::civil::Date;

use super::desk::{Around, Desk};
use super::filters::{self, Narrow, Narrowed};
use super::problems;
use crate::components::{Input, Label, Pagination, PaginationLink, Select, SelectItem};
use crate::form::Form;
use crate::frame::Frame;

#[derive(Template)]
#[template(path = "staff/cases.html")]
struct CasesPage<'a> {
    frame: Frame<'a>,
    around: Around<'a>,
    state: Select<'a>,
    who: Select<'a>,
    time: Select<'a>,
    service: Select<'a>,
    office: Input<'a>,
    narrow: Narrow<'a>,
    rows: Vec<Row>,
    pages: Option<Pagination<'a>>,
}

/// One case in a list.
pub struct Row {
    pub href: String,
    pub reference: String,
    pub service: String,
    pub submitted: String,
    pub due: String,
    pub age: String,
    pub assigned: String,
    pub state: String,
    pub late: bool,
    /// Whether a decision is proposed.
    pub proposed: bool,
    /// Whether it goes first.
    pub urgent: bool,
    /// Whether it waits for its applicant.
    pub asked: bool,
    /// Whether its applicant did not answer in time.
    pub unanswered: bool,
}

/// What is due before so many days have passed is due soon.
const SOON_DAYS: i32 = 7;

/// The list.
pub async fn get(desk: &Desk<'_>) -> Response {
    let Some(who) = &desk.who else {
        return problems::not_found(desk);
    };
    let asked = Form::read(desk.query.as_bytes()).unwrap_or_default();
    let today = desk.today();
    let narrowed = filters::read(&asked, today, &desk.zone());
    let soon = match asked.get("time") {
        "overdue" => Some(today),
        "soon" => today.checked_add(jiff::Span::new().days(SOON_DAYS)).ok(),
        _ => None,
    };
    let filter = QueueFilter {
        phase: match asked.get("state") {
            "decided" => Phase::Decided,
            "withdrawn" => Phase::Closed,
            _ => Phase::Submitted,
        },
        office: Some(asked.get("office").trim())
            .filter(|office| !office.is_empty())
            .map(Into::into),
        service: Some(asked.get("service"))
            .filter(|service| !service.is_empty())
            .map(Into::into),
        assigned_to: (asked.get("who") == "mine").then_some(who.staff.id),
        unassigned: asked.get("who") == "nobody",
        proposed: asked.get("state") == "proposed",
        urgent_first: desk
            .site
            .app
            .services
            .all()
            .iter()
            .any(|live| live.casework.urgent.is_some()),
        // Both must hold, so the earlier one does.
        due_before: soon.into_iter().chain(narrowed.due_before).min(),
        submitted_before: narrowed.submitted_before,
        after: place(asked.get("after")),
    };
    match desk.site.app.queue(who, &filter, desk.query).await {
        Ok(queue) => show(desk, &asked, &narrowed, &queue, today),
        Err(fault) => problems::fault(desk.site, &fault),
    }
}

/// A place in the list as it stands in an address: `2026-05-01.CASE`.
fn place(text: &str) -> Option<QueuePlace> {
    let (is_urgent, place) = match text.strip_prefix("urgent.") {
        Some(place) => (true, place),
        None => (false, text),
    };
    let (due, case) = place.split_once('.')?;
    Some(QueuePlace {
        is_urgent,
        due: due.parse().ok()?,
        case: CaseId(case.parse().ok()?),
    })
}

fn show(desk: &Desk<'_>, asked: &Form, narrowed: &Narrowed, queue: &Queue, today: Date) -> Response {
    let words = desk.words();
    let narrow = filters::draw(desk, asked, narrowed);
    let (status, frame) = if narrow.summary.is_some() {
        (
            StatusCode::UNPROCESSABLE_ENTITY,
            desk.frame_with_errors(words.get("staff-cases-title")),
        )
    } else {
        (StatusCode::OK, desk.frame(words.get("staff-cases-title")))
    };
    let next = queue.next.map(|place| {
        let mut address = form_urlencoded::Serializer::new(String::from("/staff/cases?"));
        address.extend_pairs(asked.fields().filter(|(name, _)| *name != "after"));
        let first = if place.is_urgent { "urgent." } else { "" };
        address.append_pair("after", &format!("{first}{}.{}", place.due, place.case));
        address.finish()
    });
    let page = CasesPage {
        frame,
        narrow,
        around: desk.around(),
        state: chosen(desk, asked, ("state", "staff-cases-state"), STATES),
        who: chosen(desk, asked, ("who", "staff-cases-who"), WHO),
        time: chosen(desk, asked, ("time", "staff-cases-time"), TIMES),
        service: services(desk, asked),
        office: Input {
            id: "office".into(),
            name: "office".into(),
            label: Label::new(words.get("staff-cases-office")),
            value: asked.get("office").to_owned().into(),
            classes: "govuk-input--width-20",
            ..Input::default()
        },
        rows: queue
            .cases
            .iter()
            .map(|case| row(desk, Some(&queue.names), case, today))
            .collect(),
        pages: next.map(|href| Pagination {
            label: words.get("staff-cases-pages").into(),
            next: Some(PaginationLink {
                href: href.into(),
                text: words.get("staff-cases-next").into(),
                ..PaginationLink::default()
            }),
            ..Pagination::default()
        }),
    };
    desk.page(status, &page)
}

/// What a list can be narrowed by: the value in its address, and the key of its words.
type Choices = &'static [(&'static str, &'static str)];

const STATES: Choices = &[
    ("open", "staff-cases-open"),
    ("proposed", "deciding-needs-second"),
    ("decided", "staff-cases-decided"),
    ("withdrawn", "staff-event-withdrawn"),
];

const WHO: Choices = &[
    ("", "staff-cases-all"),
    ("mine", "staff-cases-mine"),
    ("nobody", "staff-cases-nobody"),
];

const TIMES: Choices = &[
    ("", "staff-cases-any-time"),
    ("soon", "watching-due-soon"),
    ("overdue", "staff-cases-overdue"),
];

fn chosen<'a>(
    desk: &'a Desk<'_>,
    asked: &Form,
    (name, label): (&'static str, &'static str),
    choices: Choices,
) -> Select<'a> {
    let words = desk.words();
    let items = choices.iter().map(|(value, key)| SelectItem {
        selected: asked.get(name) == *value,
        ..SelectItem::new(*value, words.get(key))
    });
    Select {
        id: name.into(),
        name: name.into(),
        label: Label::new(words.get(label)),
        items: items.collect(),
        ..Select::default()
    }
}

fn services<'a>(desk: &'a Desk<'_>, asked: &Form) -> Select<'a> {
    let item = |value: String, text: String| SelectItem {
        selected: asked.get("service") == value,
        ..SelectItem::new(value, text)
    };
    let all = desk.site.app.services.all();
    let named = all
        .iter()
        .map(|service| (service.id.to_string(), service.name.get(0).to_owned()));
    let mut named: Vec<(String, String)> = named.collect();
    desk.words().sort(&mut named, |(_, name)| name);
    let named = named.into_iter().map(|(id, name)| item(id, name));
    let any = item(String::new(), desk.words().get("accounts-service-any").to_owned());
    Select {
        id: "service".into(),
        name: "service".into(),
        label: Label::new(desk.words().get("staff-service")),
        items: std::iter::once(any).chain(named).collect(),
        ..Select::default()
    }
}

/// A case as a list shows it; `names` are those of staff, where the list shows them.
pub fn row(desk: &Desk<'_>, names: Option<&BTreeMap<StaffId, String>>, case: &InQueue, today: Date) -> Row {
    let words = desk.words();
    let live = desk.site.app.services.live(&case.service);
    let zone = live.as_ref().map_or_else(|| desk.zone(), |live| zone(live));
    let submitted = case.submitted.map(|at| at.to_zoned(zone).date());
    let days = submitted.map_or(0, |day| i64::from((today - day).get_days()));
    let outcome = live
        .as_ref()
        .and_then(|live| live.casework.outcomes.get(case.state.as_str()));
    let state = State::read(&case.state);
    let stage = live.as_ref().and_then(|live| live.casework.stages.get(state.at));
    let is_withdrawn = case.state == WITHDRAWN;
    let name = case.assigned_to.and_then(|staff| names?.get(&staff));
    Row {
        href: format!("/staff/cases/{}", case.case),
        reference: case.reference.as_ref().map(ToString::to_string).unwrap_or_default(),
        service: live
            .as_ref()
            .map_or_else(|| case.service.to_string(), |live| live.name.get(0).to_owned()),
        submitted: submitted.map(|day| words.date(day)).unwrap_or_default(),
        due: case.due.map(|day| words.date(day)).unwrap_or_default(),
        age: words.with("dates-days", &[("n", Value::Count(days))]),
        assigned: match (name, case.assigned_to) {
            (Some(name), _) => name.clone(),
            (None, Some(_)) => words.get("finding-somebody").to_owned(),
            (None, None) => words.get("staff-cases-nobody").to_owned(),
        },
        state: match (outcome, stage) {
            (Some(rule), _) => rule.title.get(0).to_owned(),
            (None, Some(stage)) => stage.title.get(0).to_owned(),
            (None, None) if is_withdrawn => words.get("staff-event-withdrawn").to_owned(),
            (None, None) => words.get("staff-state-received").to_owned(),
        },
        proposed: state.is_proposed,
        urgent: state.is_urgent,
        asked: state.asked.is_some(),
        unanswered: state.is_unanswered,
        // Its clock stands still while it waits for the applicant.
        late: outcome.is_none() && !is_withdrawn && state.asked.is_none() && case.due.is_some_and(|due| due < today),
    }
}
