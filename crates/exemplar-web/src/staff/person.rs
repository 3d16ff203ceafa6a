//! One account: what the person does and for whom, and what an administrator changes of it.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use exemplar_app::staff::{NewMembership, NotDone};
use exemplar_core::id::StaffId;
use exemplar_core::permission::{Membership, Staff, StaffRole, StaffState};
use jiff::Timestamp;
use jiff::civil::Date;

use super::desk::{Around, Desk};
use super::people::{ROLES, place_of, role_key, role_of, state_key};
use super::problems;
use crate::components::{
    Choice, DateInput, DateItem, ErrorLink, ErrorMessage, ErrorSummary, Input, Label, Legend, Radios, Select,
    SelectItem,
};
use crate::form::Form;
use crate::frame::Frame;
use crate::visit::see_other;

#[derive(Template)]
#[template(path = "staff/person.html")]
struct PersonPage<'a> {
    frame: Frame<'a>,
    around: Around<'a>,
    summary: Option<ErrorSummary<'a>>,
    address: String,
    name: &'a str,
    facts: Vec<(&'a str, String)>,
    memberships: Vec<Row>,
    is_ended: bool,
    is_self: bool,
    role: Radios<'a>,
    organisation: Input<'a>,
    office: Input<'a>,
    service: Select<'a>,
    until: DateInput<'a>,
}

/// One membership.
struct Row {
    id: String,
    role: String,
    place: String,
    until: String,
    holds: bool,
}

/// What is wrong: the field and the words' key.
#[derive(Clone, Copy)]
struct Wrong {
    field: &'static str,
    key: &'static str,
    status: StatusCode,
}

const UNPROCESSABLE: StatusCode = StatusCode::UNPROCESSABLE_ENTITY;

/// The page.
pub async fn get(desk: &Desk<'_>, part: &str) -> Response {
    show(desk, part, &Form::default(), None).await
}

/// The page with what was typed before a session ended.
pub async fn again(desk: &Desk<'_>, part: &str, form: &Form) -> Response {
    show(desk, part, form, None).await
}

/// Signs the person out everywhere.
pub async fn end_sessions(desk: &Desk<'_>, part: &str) -> Response {
    let Some(id) = id_of(part) else {
        return problems::not_found(desk);
    };
    match desk.site.app.end_sessions(id).await {
        Ok(_) => see_other("/staff/people"),
        Err(fault) => problems::fault(desk.site, &fault),
    }
}

/// Ends the account.
pub async fn end(desk: &Desk<'_>, part: &str) -> Response {
    let Some(id) = id_of(part) else {
        return problems::not_found(desk);
    };
    let done = desk.site.app.end_staff(id, desk.who.as_ref()).await;
    after(desk, part, &Form::default(), done).await
}

/// Sets anew how the person signs in. The link is shown once, to be handed over.
pub async fn reset(desk: &Desk<'_>, part: &str) -> Response {
    let Some(id) = id_of(part) else {
        return problems::not_found(desk);
    };
    match desk.site.app.reset_staff(id, desk.who.as_ref()).await {
        Ok(link) => {
            let words = desk.words();
            let say = [words.get("accounts-reset-say").to_owned(), link];
            problems::notice(desk, StatusCode::OK, words.get("accounts-reset-title"), &say)
        }
        Err(refused) => after(desk, part, &Form::default(), Err(refused)).await,
    }
}

/// Gives the person a membership.
pub async fn add_membership(desk: &Desk<'_>, part: &str, form: &Form) -> Response {
    let Some(id) = id_of(part) else {
        return problems::not_found(desk);
    };
    let new = match membership(desk, form) {
        Ok(new) => new,
        Err(wrong) => return show(desk, part, form, Some(wrong)).await,
    };
    let done = desk.site.app.add_membership(id, &new).await;
    after(desk, part, form, done).await
}

/// Ends a membership.
pub async fn end_membership(desk: &Desk<'_>, part: &str, form: &Form) -> Response {
    let (Some(id), Ok(membership)) = (id_of(part), form.get("membership").parse()) else {
        return problems::not_found(desk);
    };
    let done = desk.site.app.end_membership(id, membership).await;
    after(desk, part, &Form::default(), done).await
}

fn id_of(part: &str) -> Option<StaffId> {
    part.parse().ok().map(StaffId)
}

async fn after(desk: &Desk<'_>, part: &str, form: &Form, done: Result<(), NotDone>) -> Response {
    let key = match done {
        Ok(()) => return see_other(&format!("/staff/people/{part}")),
        Err(NotDone::Unknown | NotDone::Taken) => return problems::not_found(desk),
        Err(NotDone::Fault(fault)) => return problems::fault(desk.site, &fault),
        Err(NotDone::LastAdministrator) => "accounts-last-administrator",
        Err(NotDone::Own) => "accounts-own",
        Err(NotDone::Conflict) => "accounts-changed",
    };
    let status = StatusCode::CONFLICT;
    let field = "memberships";
    show(desk, part, form, Some(Wrong { field, key, status })).await
}

/// The membership that a form asks for.
fn membership(desk: &Desk<'_>, form: &Form) -> Result<NewMembership, Wrong> {
    let wrong = |field, key| Wrong {
        field,
        key,
        status: UNPROCESSABLE,
    };
    let role = role_of(form.get("role")).ok_or(wrong("role", "accounts-role-needed"))?;
    let named = |name: &str| Some(form.get(name).trim().to_owned()).filter(|text| !text.is_empty());
    let organisation = named("organisation");
    let sees_cases = !matches!(role, StaffRole::Administrator | StaffRole::Operator);
    if organisation.is_none() && sees_cases {
        return Err(wrong("organisation", "accounts-organisation-needed"));
    }
    let service = named("service");
    let is_live = |service: &String| desk.site.app.services.live(service).is_some();
    if !service.as_ref().is_none_or(is_live) {
        return Err(wrong("service", "accounts-service-unknown"));
    }
    Ok(NewMembership {
        role,
        organisation: organisation.unwrap_or_default().into(),
        office: named("office").map(Into::into),
        service: service.map(Into::into),
        until: until(desk, form).ok_or(wrong("until", "accounts-until-wrong"))?,
    })
}

/// The end of the last day that was typed; none within where nothing was typed, none at all where it is no day to come.
fn until(desk: &Desk<'_>, form: &Form) -> Option<Option<Timestamp>> {
    let parts = ["until-day", "until-month", "until-year"].map(|name| form.get(name).trim());
    if parts.iter().all(|part| part.is_empty()) {
        return Some(None);
    }
    let [day, month, year] = parts;
    let last = Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()?;
    let end = last.tomorrow().ok()?.to_zoned(desk.zone()).ok()?.timestamp();
    let now = desk.who.as_ref()?.now;
    (end > now).then_some(Some(end))
}

async fn show(desk: &Desk<'_>, part: &str, form: &Form, wrong: Option<Wrong>) -> Response {
    let (Some(id), Some(who)) = (id_of(part), &desk.who) else {
        return problems::not_found(desk);
    };
    let staff = match desk.site.app.store.staff(id).await {
        Ok(Some(staff)) => staff,
        Ok(None) => return problems::not_found(desk),
        Err(fault) => return problems::fault(desk.site, &fault),
    };
    let words = desk.words();
    let error = |field: &str| {
        let wrong = wrong.filter(|wrong| wrong.field == field)?;
        Some(ErrorMessage::new(words.get("pages-error-prefix"), words.get(wrong.key)))
    };
    let name = staff.private.name.as_str();
    let input = |name: &'static str, label: &'static str, hint: &'static str| Input {
        id: name.into(),
        name: name.into(),
        label: Label::new(words.get(label)),
        hint: words.get(hint).into(),
        error: error(name),
        value: form.get(name).to_owned().into(),
        spellcheck: Some(false),
        classes: "govuk-input--width-20",
        ..Input::default()
    };
    let page = PersonPage {
        frame: if wrong.is_some() {
            desk.frame_with_errors(name)
        } else {
            desk.frame(name)
        },
        around: desk.around(),
        summary: wrong.map(|wrong| ErrorSummary {
            title: words.get("pages-problem-title").into(),
            errors: vec![ErrorLink::new(
                format!("#{}", target(wrong.field)),
                words.get(wrong.key),
            )],
            ..ErrorSummary::default()
        }),
        address: format!("/staff/people/{id}"),
        name,
        facts: facts(desk, &staff),
        memberships: staff.memberships.iter().map(|held| row(desk, held)).collect(),
        is_ended: staff.state == StaffState::Ended,
        is_self: who.staff.id == id,
        role: roles(desk, form, error("role")),
        organisation: input("organisation", "accounts-organisation", "accounts-organisation-hint"),
        office: input("office", "accounts-office", "accounts-office-hint"),
        service: services(desk, form, error("service")),
        until: until_input(desk, form, error("until")),
    };
    desk.page(wrong.map_or(StatusCode::OK, |wrong| wrong.status), &page)
}

/// Where a line of the summary leads: into the first control of its field.
fn target(field: &str) -> &str {
    if field == "until" { "until-day" } else { field }
}

fn facts<'a>(desk: &'a Desk<'_>, staff: &Staff) -> Vec<(&'a str, String)> {
    let words = desk.words();
    vec![
        (words.get("staff-email"), staff.private.email.clone()),
        (words.get("staff-state"), words.get(state_key(staff.state)).to_owned()),
    ]
}

fn row(desk: &Desk<'_>, held: &Membership) -> Row {
    let words = desk.words();
    let now = desk.site.app.clock.now();
    let until = held.until.map(|until| {
        // The end is the first moment of the next day, or the moment at which somebody ended it.
        let last = until
            .saturating_sub(jiff::SignedDuration::from_secs(1))
            .unwrap_or(until);
        words.date(last.to_zoned(desk.zone()).date())
    });
    Row {
        id: held.id.to_string(),
        role: words.get(role_key(held.role)).to_owned(),
        place: place_of(held),
        until: until.unwrap_or_else(|| words.get("accounts-no-end").to_owned()),
        holds: held.holds(now),
    }
}

fn roles<'a>(desk: &'a Desk<'_>, form: &'a Form, error: Option<ErrorMessage<'a>>) -> Radios<'a> {
    let words = desk.words();
    let items = ROLES.iter().map(|(word, role)| {
        let mut choice = Choice::new(*word, words.get(role_key(*role)));
        choice.checked = form.get("role") == *word;
        choice.into()
    });
    Radios {
        id: "role".into(),
        name: "role".into(),
        legend: Some(Legend::new(words.get("staff-role"))),
        error,
        items: items.collect(),
        ..Radios::default()
    }
}

fn services<'a>(desk: &'a Desk<'_>, form: &Form, error: Option<ErrorMessage<'a>>) -> Select<'a> {
    let words = desk.words();
    let item = |value: String, text: String| SelectItem {
        selected: form.get("service") == value,
        ..SelectItem::new(value, text)
    };
    let all = desk.site.app.services.all();
    let named = all
        .iter()
        .map(|service| item(service.id.to_string(), service.name.get(0).to_owned()));
    let any = item(String::new(), words.get("accounts-service-any").to_owned());
    Select {
        id: "service".into(),
        name: "service".into(),
        label: Label::new(words.get("staff-service")),
        error,
        items: std::iter::once(any).chain(named).collect(),
        ..Select::default()
    }
}

fn until_input<'a>(desk: &'a Desk<'_>, form: &Form, error: Option<ErrorMessage<'a>>) -> DateInput<'a> {
    let words = desk.words();
    let has_error = error.is_some();
    let item = |name: &'static str, key: &'static str, width| DateItem {
        error: has_error,
        id: name.into(),
        ..DateItem::new(name, words.get(key), width, form.get(name).to_owned())
    };
    DateInput {
        id: "until".into(),
        legend: Some(Legend::new(words.get("accounts-until-label"))),
        hint: words.get("accounts-until-hint").into(),
        error,
        items: vec![
            item("until-day", "apply-day", 2),
            item("until-month", "apply-month", 2),
            item("until-year", "apply-year", 4),
        ],
        ..DateInput::default()
    }
}
