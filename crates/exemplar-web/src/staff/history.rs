//! What happened to a case, as staff read it: one event with who did it and what was said.

use exemplar_app::apply::zone;
use exemplar_app::casework::{OpenCase, check_words, said_words};
use exemplar_app::says::Says;
use exemplar_app::words::Value;
use exemplar_core::casework::{
    ASK_ANSWERED, ASK_NOT_ANSWERED, ASK_TAKEN_BACK, ASKED_FOR, CASE_WITHDRAWN, COMPUTER, RECONSIDERED, STAGE_MOVED,
    Said,
};
use exemplar_core::id::StaffId;
use exemplar_core::record::{Actor, Event};

use super::desk::Desk;

/// That the computer decided a case, and under which law where the definition names one; none where an officer did.
pub fn computer(desk: &Desk<'_>, open: &OpenCase) -> Option<String> {
    let words = desk.words();
    let last = open.work.decisions.last()?;
    let is_computer = last.by == Actor::Job(COMPUTER.to_owned());
    let law = last.reasons["automatic_law"].as_str();
    let said = law.map_or_else(
        || words.get("deciding-computer").to_owned(),
        |law| words.with("deciding-computer-under", &[("law", Value::Text(law))]),
    );
    is_computer.then_some(said)
}

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
        Actor::Job(job) if job == COMPUTER => words.get("deciding-computer").to_owned(),
        Actor::Integration(name) if event.kind == "check_answered" => {
            words.with("deciding-check-system", &[("name", Value::Text(name))])
        }
        Actor::Job(_) | Actor::Integration(_) => words.get("staff-platform").to_owned(),
    };
    let what = words
        .find(&format!("staff-event-{}", event.kind.replace('_', "-")))
        .to_owned();
    let detail = |name: &str| event.details.as_ref().and_then(|details| details[name].as_str());
    let text = match event.kind.as_str() {
        "noted" | "sent_back" | CASE_WITHDRAWN => detail("note").unwrap_or_default().to_owned(),
        "entry_issued" | "entry_renewed" | "renewal_begun" => detail("number").unwrap_or_default().to_owned(),
        "message_not_sent" => detail("message").unwrap_or_default().replace('_', " "),
        "signed" => detail("name").unwrap_or_default().to_owned(),
        "declined" | "waived" | "entry_suspended" | "entry_revoked" | "entry_ended" | "entry_restored" => {
            detail("reason").unwrap_or_default().to_owned()
        }
        ASKED_FOR | ASK_ANSWERED | ASK_TAKEN_BACK | ASK_NOT_ANSWERED => super::asks::what_was_asked(open, says, event),
        STAGE_MOVED => {
            let stage = detail("to").and_then(|name| open.definition.casework.stages.get(name));
            stage
                .map(|stage| says.text(&stage.title).to_owned())
                .unwrap_or_default()
        }
        "check_answered" => {
            let check = detail("check").and_then(|name| open.definition.casework.checks.get_key_value(name));
            let called = check.map(|(name, rule)| check_words(says, name, rule));
            let said = detail("answer")
                .and_then(Said::read)
                .map(|said| words.get(said_words(said)).to_owned());
            let why = detail("why").filter(|why| !why.is_empty()).map(str::to_owned);
            [called, said, why].into_iter().flatten().collect::<Vec<_>>().join(". ")
        }
        "decided" | "proposed" | RECONSIDERED => {
            let walk = open.walk();
            let rule = detail("outcome").and_then(|name| open.definition.casework.outcomes.get(name));
            let why = event.details.as_ref().map(|details| &details["why"]);
            let reason = why.and_then(|why| rule?.reasons.get(why["reason"].as_str()?));
            let reason = reason.map(|reason| says.filled(reason, &walk));
            let said = why.and_then(|why| why["said"].as_str()).filter(|said| !said.is_empty());
            let first = detail("proposed_by").and_then(|id| open.names.get(&StaffId(id.parse().ok()?)));
            let first = first.map(|name| words.with("deciding-event-proposed-by", &[("name", Value::Text(name))]));
            let parts = [
                rule.map(|rule| says.text(&rule.title)),
                reason.as_deref(),
                said,
                first.as_deref(),
            ];
            let parts = parts.into_iter().flatten().map(|part| part.trim_end_matches('.'));
            parts.collect::<Vec<_>>().join(". ")
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
