//! What happened to a case, as staff read it: one event with who did it and what was said.

use exemplar_app::apply::zone;
use exemplar_app::casework::OpenCase;
use exemplar_app::says::Says;
use exemplar_core::record::{Actor, Event};

use super::desk::Desk;

/// One event as staff read it.
pub struct Entry {
    pub when: String,
    pub who: String,
    pub what: String,
    pub text: String,
}

/// One event in words.
pub fn entry(desk: &Desk<'_>, open: &OpenCase, says: &Says<'_>, event: &Event) -> Entry {
    let words = desk.words();
    let who = match &event.actor {
        Actor::Staff(staff) => open.names.get(staff).cloned().unwrap_or_default(),
        Actor::Participant(0) => words.get("staff-applicant").to_owned(),
        Actor::Participant(_) => words.get("waiting-second-person").to_owned(),
        Actor::Job(_) | Actor::Integration(_) => words.get("staff-platform").to_owned(),
    };
    let what = words
        .find(&format!("staff-event-{}", event.kind.replace('_', "-")))
        .to_owned();
    let detail = |name: &str| event.details.as_ref().and_then(|details| details[name].as_str());
    let text = match event.kind.as_str() {
        "noted" => detail("note").unwrap_or_default().to_owned(),
        "signed" => detail("name").unwrap_or_default().to_owned(),
        "declined" | "waived" => detail("reason").unwrap_or_default().to_owned(),
        "decided" => {
            let rule = detail("outcome").and_then(|name| open.definition.casework.outcomes.get(name));
            let why = event.details.as_ref().map(|details| &details["why"]);
            let reason = why.and_then(|why| rule?.reasons.get(why["reason"].as_str()?));
            let said = why.and_then(|why| why["said"].as_str()).filter(|said| !said.is_empty());
            let parts = [
                rule.map(|rule| says.text(&rule.title)),
                reason.map(|reason| says.text(reason)),
                said,
            ];
            parts.into_iter().flatten().collect::<Vec<_>>().join(". ")
        }
        _ => String::new(),
    };
    Entry {
        when: words.moment(event.at.to_zoned(zone(&open.definition)).datetime()),
        who,
        what,
        text,
    }
}
