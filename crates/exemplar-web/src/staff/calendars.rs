//! Calendars of times that can be booked: which there are, a week of one with what is booked and free, and a day of it
//! with who is booked. Closing a time and opening it again.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use exemplar_app::slots::{CalendarHere, CalendarWeek, Closed, DayTime};
use exemplar_app::words::Value;
use exemplar_core::definition::{read_time, write_time};
use jiff::Span;
use jiff::civil::Date;

use super::desk::{Around, Desk};
use super::problems;
use crate::components::{Pagination, PaginationLink};
use crate::form::Form;
use crate::frame::Frame;
use crate::visit::see_other;

#[derive(Template)]
#[template(path = "staff/calendars.html")]
struct CalendarsPage<'a> {
    frame: Frame<'a>,
    around: Around<'a>,
    services: Vec<Service>,
}

/// A service with its calendars.
struct Service {
    name: String,
    calendars: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "staff/calendar.html")]
struct CalendarPage<'a> {
    frame: Frame<'a>,
    around: Around<'a>,
    service: String,
    heading: String,
    span: String,
    days: Vec<Day>,
    day: String,
    times: Vec<Time>,
    weeks: Pagination<'a>,
    action: String,
}

/// A day of the week in brief.
struct Day {
    called: String,
    href: String,
    is_shown: bool,
    has_times: bool,
    booked: usize,
    free: usize,
}

/// A time of the day that is shown.
struct Time {
    value: String,
    words: String,
    says: String,
    closed: Option<&'static str>,
    /// Whether staff can close it, or open it again.
    can_change: bool,
    is_closed: bool,
    cases: Vec<Case>,
    hidden: String,
}

/// A case that is booked.
struct Case {
    href: String,
    reference: String,
    who: String,
    places: String,
}

/// What a calendar is called: its service, and its entry where there is one calendar for each.
fn called(here: &CalendarHere, desk: &Desk<'_>) -> (String, String) {
    let language = here.definition.language_index(&desk.language).unwrap_or_default();
    let service = here.definition.name.get(language).to_owned();
    let entry = here.entry(language).map(str::to_owned);
    (service, entry.unwrap_or_else(|| here.calendar.name.to_string()))
}

fn address(here: &CalendarHere) -> String {
    format!("/staff/calendars/{}", here.address())
}

/// All calendars that somebody may see.
pub fn list(desk: &Desk<'_>) -> Response {
    let Some(who) = &desk.who else {
        return problems::not_found(desk);
    };
    let mut services: Vec<Service> = Vec::new();
    for here in desk.site.app.calendars_of(who) {
        let (name, entry) = called(&here, desk);
        if services.last().is_none_or(|last| last.name != name) {
            services.push(Service {
                name,
                calendars: Vec::new(),
            });
        }
        if let Some(last) = services.last_mut() {
            last.calendars.push((address(&here), entry));
        }
    }
    let page = CalendarsPage {
        frame: desk.frame(desk.words().get("slots-staff-title")),
        around: desk.around(),
        services,
    };
    desk.page(StatusCode::OK, &page)
}

/// One calendar.
pub async fn get(desk: &Desk<'_>, part: &str) -> Response {
    let app = &desk.site.app;
    let here = desk
        .who
        .as_ref()
        .and_then(|who| Some((who, app.calendar_at(who, part)?)));
    let Some((who, here)) = here else {
        return problems::not_found(desk);
    };
    let asked = Form::read(desk.query.as_bytes()).unwrap_or_default();
    match app.calendar_week(who, &here, asked.get("day").parse().ok()).await {
        Ok(week) => show(desk, &here, &week),
        Err(fault) => problems::fault(desk.site, &fault),
    }
}

fn show(desk: &Desk<'_>, here: &CalendarHere, week: &CalendarWeek) -> Response {
    let words = desk.words();
    let (service, heading) = called(here, desk);
    let address = address(here);
    let days = week.days.iter().map(|day| Day {
        called: words.named_day(day.day),
        href: format!("{address}?day={}#day", day.day),
        is_shown: day.day == week.day,
        has_times: day.has_times || day.booked > 0,
        booked: day.booked,
        free: day.free,
    });
    let between = |first: Date, last: Date| {
        let (from, to) = (words.named_day(first), words.named_day(last));
        words.with(
            "dates-from-to",
            &[("from", Value::Text(&from)), ("to", Value::Text(&to))],
        )
    };
    let span = week.days.first().zip(week.days.last());
    let page = CalendarPage {
        frame: desk.frame(&heading),
        around: desk.around(),
        service,
        span: span.map_or_else(String::new, |(first, last)| between(first.day, last.day)),
        heading,
        days: days.collect(),
        day: words.named_day(week.day),
        times: week.times.iter().map(|time| row(desk, time)).collect(),
        weeks: weeks(desk, &address, week.day),
        action: format!("{address}/close"),
    };
    desk.page(StatusCode::OK, &page)
}

fn weeks<'a>(desk: &'a Desk<'_>, address: &str, day: Date) -> Pagination<'a> {
    let words = desk.words();
    let link = |days: i64, key: &'static str| {
        let day = day.checked_add(Span::new().days(days)).ok()?;
        Some(PaginationLink {
            href: format!("{address}?day={day}").into(),
            text: words.get(key).into(),
            ..PaginationLink::default()
        })
    };
    Pagination {
        label: words.get("slots-weeks").into(),
        previous: link(-7, "slots-week-before"),
        next: link(7, "slots-week-after"),
        ..Pagination::default()
    }
}

fn row(desk: &Desk<'_>, time: &DayTime) -> Time {
    let words = desk.words();
    let count = |n: usize| Value::Count(i64::try_from(n).unwrap_or(i64::MAX));
    let (from, to) = (words.time(time.at.time()), words.time(time.end.time()));
    let between = words.with(
        "dates-from-to",
        &[("from", Value::Text(&from)), ("to", Value::Text(&to))],
    );
    let cases = time.booked.iter().map(|booked| Case {
        href: format!("/staff/cases/{}", booked.case),
        reference: booked.reference.as_ref().map(ToString::to_string).unwrap_or_default(),
        who: booked.who.join(", "),
        places: words.with("slots-staff-places", &[("n", count(booked.places))]),
    });
    Time {
        value: write_time(time.at),
        words: between,
        says: words.with(
            "slots-staff-taken",
            &[("booked", count(time.taken)), ("free", count(time.free))],
        ),
        closed: match time.closed {
            Closed::No => None,
            Closed::ByTheService => Some("slots-staff-closed-by-service"),
            Closed::ByStaff => Some("slots-staff-closed"),
        },
        can_change: time.closed != Closed::ByTheService,
        is_closed: time.closed == Closed::ByStaff,
        cases: cases.collect(),
        hidden: match time.hidden {
            0 => String::new(),
            n => words.with("slots-staff-hidden", &[("n", count(n))]),
        },
    }
}

/// Closes a time, or opens it again.
pub async fn close(desk: &Desk<'_>, part: &str, form: &Form) -> Response {
    let app = &desk.site.app;
    let here = desk
        .who
        .as_ref()
        .and_then(|who| Some((who, app.calendar_at(who, part)?)));
    let (Some((who, here)), Some(at)) = (here, read_time(form.get("at"))) else {
        return problems::not_found(desk);
    };
    if !here.calendar.times_on(here.of.as_ref(), at.date()).contains(&at) {
        return problems::not_found(desk);
    }
    match app.close_time(who, &here, at, form.get("act") == "open").await {
        Ok(()) => see_other(&format!("{}?day={}#day", address(&here), at.date())),
        Err(fault) => problems::fault(desk.site, &fault),
    }
}
