//! What is known of a case besides its answers: its days, its office, whose it is.

use exemplar_app::apply::zone;
use exemplar_app::casework::OpenCase;
use exemplar_app::words::Value;
use exemplar_core::apply::InTime;
use exemplar_core::waiting::{ToPay, waits_after_decision};

use super::case::says;
use super::desk::Desk;
use super::{deciding, documents, history};

/// What is known of the case besides its answers.
pub fn facts<'a>(desk: &'a Desk<'_>, open: &OpenCase) -> Vec<(&'a str, String)> {
    let words = desk.words();
    let case = &open.loaded.case;
    let day = |at: jiff::Timestamp| words.date(at.to_zoned(zone(&open.definition)).date());
    let assigned = case.assigned_to.and_then(|staff| open.names.get(&staff));
    let facts = [
        ("staff-submitted", case.submitted.map(day)),
        ("deadline-row", in_time(desk, open)),
        ("staff-due", case.due.map(|due| words.date(due))),
        ("deciding-stage", deciding::stage(open)),
        ("deciding-stage-by", deciding::stage_by(open).map(|day| words.date(day))),
        ("staff-office", office(desk, open)),
        (
            "staff-assigned",
            Some(assigned.map_or_else(|| words.get("staff-cases-nobody").to_owned(), Clone::clone)),
        ),
        ("staff-decided-on", case.decided.map(day)),
        ("to-pay-staff-until", to_pay_until(desk, open)),
        ("deciding-decided-by", history::computer(desk, open)),
        ("documents-to-come", documents::to_come(desk, open, &says(desk, open))),
        ("slots-booked", booked(desk, open)),
    ];
    facts
        .into_iter()
        .filter_map(|(key, value)| Some((words.get(key), value?)))
        .collect()
}

/// The last day on which the fee can be paid, where a decision waits for it.
fn to_pay_until(desk: &Desk<'_>, open: &OpenCase) -> Option<String> {
    let to_pay = ToPay::of(&open.events).filter(|_| waits_after_decision(&open.loaded.case))?;
    Some(desk.words().date(to_pay.until))
}

/// The time that is booked, with how many places.
fn booked(desk: &Desk<'_>, open: &OpenCase) -> Option<String> {
    let part = open.loaded.parts.iter().find(|part| part.participant == 0)?;
    let booked = part.answers.all().find_map(|answer| match answer {
        exemplar_core::answer::Answer::Slots(slots) => slots.booked.as_ref(),
        _ => None,
    })?;
    let places = i64::try_from(booked.places.len()).unwrap_or(i64::MAX);
    let time = desk.words().slot(booked.at);
    let with = [("time", Value::Text(&time)), ("n", Value::Count(places))];
    Some(desk.words().with("slots-booked-places", &with))
}

/// What the office of the case is called, or its key where that is not known.
fn office(desk: &Desk<'_>, open: &OpenCase) -> Option<String> {
    let case = &open.loaded.case;
    let office = case.office.as_ref()?;
    let known = desk.site.app.services.organisation(&case.organisation);
    let name = known.and_then(|known| Some(known.offices.get(office)?.get(&desk.language).to_owned()));
    Some(name.unwrap_or_else(|| office.to_string()))
}

/// Whether the case was in time for the service's last day, and what that was decided by.
fn in_time(desk: &Desk<'_>, open: &OpenCase) -> Option<String> {
    let words = desk.words();
    let submitted = open.events.iter().find(|event| event.kind == "submitted")?;
    let noted = InTime::of_details(submitted.details.as_ref()?)?;
    let moment = |at: jiff::Timestamp| words.moment(at.to_zoned(zone(&open.definition)).datetime());
    let (counted, end) = (moment(noted.counted), moment(noted.end));
    let with = [("counted", Value::Text(&counted)), ("end", Value::Text(&end))];
    let key = if noted.in_time {
        "deadline-staff-in-time"
    } else {
        "deadline-staff-late"
    };
    Some(words.with(key, &with))
}
