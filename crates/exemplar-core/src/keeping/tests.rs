//! What a hold stops, and when a term is over.

use std::sync::Arc;

use jiff::civil::date;
use uuid::Uuid;

use super::*;
use crate::definition::{Folder, read};
use crate::id::{CaseId, Digest};
use crate::record::Channel;

fn case(phase: Phase, hold: Option<&str>) -> LoadedCase {
    let case = Case {
        id: CaseId(Uuid::from_u128(1)),
        organisation: "council".into(),
        office: None,
        team: None,
        assigned_to: None,
        service: "bins".into(),
        definition: Digest([1; 32]),
        phase,
        state: String::new(),
        channel: Channel::Web,
        language: "en".into(),
        reference: None,
        started: Timestamp::UNIX_EPOCH,
        submitted: None,
        due: None,
        decided: None,
        active_on: date(2026, 11, 23),
        attempt: 1,
        hold: hold.map(ToOwned::to_owned),
        revision: 4,
        last_commit: CommitId(Uuid::from_u128(2)),
        epoch: 0,
        head: None,
    };
    LoadedCase {
        case,
        participants: Vec::new(),
        parts: Vec::new(),
        renews: None,
        money: None,
        stored: Arc::new(()),
    }
}

fn act() -> Act {
    Act {
        commit: CommitId(Uuid::from_u128(3)),
        now: Timestamp::UNIX_EPOCH,
        actor: Actor::Integration("command line".into()),
    }
}

#[test]
fn a_hold_stops_an_erasure_and_says_why() {
    assert_eq!(may_erase(&case(Phase::Decided, None).case, "asked for"), Ok(()));
    let held = case(Phase::Decided, Some("court order 7"));
    let refused = may_erase(&held.case, "asked for").unwrap_err();
    assert_eq!(refused.to_string(), "a legal hold keeps this case: court order 7");
    assert_eq!(may_erase(&held.case, " "), Err(Refusal::ReasonNeeded));
    assert_eq!(may_erase(&held.case, &"a".repeat(501)), Err(Refusal::TooLong));
}

#[test]
fn a_hold_is_set_and_lifted_with_an_event_each() {
    let set = hold(case(Phase::Submitted, None), " court order 7 ", &act()).unwrap();
    assert_eq!(set.events[0].kind, "held");
    let changed = set.changed_case().unwrap();
    assert_eq!((changed.hold.as_deref(), changed.revision), (Some("court order 7"), 5));
    let lifted = lift(case(Phase::Closed, Some("court order 7")), "settled", &act()).unwrap();
    assert_eq!(lifted.events[0].kind, "hold_lifted");
    assert_eq!(lifted.events[0].details["held_for"], "court order 7");
    assert_eq!(lifted.changed_case().unwrap().hold, None);
}

#[test]
fn a_draft_cannot_be_held_and_what_is_not_held_cannot_be_lifted() {
    for phase in [Phase::Draft, Phase::WaitingForOthers, Phase::WaitingForPayment] {
        assert_eq!(
            hold(case(phase, None), "why", &act()).unwrap_err(),
            Refusal::NotSubmitted
        );
    }
    let lifted = lift(case(Phase::Submitted, None), "why", &act());
    assert_eq!(lifted.unwrap_err(), Refusal::NotHeld);
    let silent = hold(case(Phase::Submitted, None), "", &act());
    assert_eq!(silent.unwrap_err(), Refusal::ReasonNeeded);
}

/// A service with these terms.
fn keeping(keep: &str) -> Definition {
    let text = format!(
        "language: 1\nname: Apply for a permit\norganisation: council\nwhy: To decide.\nlaw: A law of the tests\n\
         questions:\n  items:\n    ask: How many?\n    called: the number\n    number: {{ from: 1, to: 10 }}\n\
         casework:\n  decide_within: 10 days\n  outcomes:\n    approved:\n      title: Approved\n    refused:\n      \
         title: Refused\nkeep:\n{keep}"
    );
    let mut folder = Folder {
        name: "permit".to_owned(),
        ..Folder::default()
    };
    folder.files.insert("service.yaml".to_owned(), text.into_bytes());
    let checked = read(&folder);
    checked.definition.unwrap_or_else(|| panic!("{:?}", checked.findings))
}

#[test]
fn a_term_counts_in_the_definition_s_own_periods_and_what_has_none_is_kept() {
    let definition = keeping("  draft: 28 days\n  approved: forever\n  refused: 13 months\n");
    let today = date(2026, 11, 23);
    assert_eq!(drafts_idle_before(&definition, today), Some(date(2026, 10, 26)));
    assert_eq!(ended_before(&definition, "refused", today), Some(date(2025, 10, 23)));
    for kept in ["approved", "withdrawn", "draft", ""] {
        assert_eq!(ended_before(&definition, kept, today), None, "{kept}");
    }
}
