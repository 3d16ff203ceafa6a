//! What deciding promises, on the example permit.

use jiff::Timestamp;
use jiff::civil::date;
use uuid::Uuid;

use super::*;
use crate::definition::{Definition, Folder, read};
use crate::id::{CaseId, Name, StaffId};
use crate::journey::{Setting, Walk};
use crate::record::{Channel, FIRST, ObservationKind};

const SERVICE: &str = "language: 1
name: Apply for a permit
organisation: council
why: To decide.
law: A law of the tests
questions:
  items:
    ask: How many?
    called: the number
    number: { from: 1, to: 10 }
casework:
  decide_within: 10 days
  outcomes:
    approved:
      title: Approved
    refused:
      title: Refused
      reasons:
        has_one: You have one.
keep:
  draft: 28 days
  approved: 2 years
  refused: 1 year
  withdrawn: 28 days
";

fn definition() -> Definition {
    let mut folder = Folder {
        name: "permit".to_owned(),
        ..Folder::default()
    };
    folder
        .files
        .insert("service.yaml".to_owned(), SERVICE.as_bytes().to_vec());
    let checked = read(&folder);
    checked.definition.unwrap_or_else(|| panic!("{:?}", checked.findings))
}

fn loaded(phase: Phase, definition: &Definition) -> LoadedCase {
    let case = Case {
        id: CaseId(Uuid::from_u128(1)),
        organisation: "council".into(),
        office: None,
        team: None,
        assigned_to: None,
        service: "permit".into(),
        definition: definition.digest,
        phase,
        state: "received".to_owned(),
        channel: Channel::Web,
        language: "en".into(),
        reference: None,
        started: Timestamp::UNIX_EPOCH,
        submitted: Some(Timestamp::UNIX_EPOCH),
        due: Some(date(2026, 5, 14)),
        decided: None,
        active_on: date(2026, 5, 4),
        attempt: 7,
        hold: None,
        revision: FIRST + 2,
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
        stored: std::sync::Arc::new(()),
    }
}

fn act() -> Act {
    Act {
        commit: CommitId(Uuid::from_u128(3)),
        observation: ObservationId(Uuid::from_u128(4)),
        now: Timestamp::from_second(100).unwrap(),
        today: date(2026, 5, 11),
        submitted_on: date(2026, 5, 4),
        staff: StaffId(Uuid::from_u128(5)),
        seen: FIRST + 2,
        no_room: false,
    }
}

fn ruling(outcome: &str, reason: Option<&str>) -> Ruling {
    Ruling {
        outcome: outcome.into(),
        reason: reason.map(Name::from),
        said: String::new(),
    }
}

#[track_caller]
fn check(ruling: &Ruling, act: &Act, phase: Phase, expected: Refusal) {
    let definition = definition();
    let refused = decide(loaded(phase, &definition), &definition, &[], ruling, act);
    assert_eq!(refused.map(|_| ()).unwrap_err(), expected);
}

#[test]
fn a_decision_is_recorded_counted_and_changes_the_phase() {
    let definition = definition();
    let decided = decide(
        loaded(Phase::Submitted, &definition),
        &definition,
        &[],
        &ruling("refused", Some("has_one")),
        &act(),
    );
    let outcome = decided.unwrap();
    let case = outcome.changed_case().unwrap();
    assert_eq!(
        (case.phase, case.state.as_str(), case.revision),
        (Phase::Decided, "refused", FIRST + 3)
    );
    assert_eq!(outcome.events[0].kind, "decided");
    let seen = &outcome.observations[0];
    assert_eq!(
        (seen.kind, seen.detail.as_deref(), seen.amount),
        (ObservationKind::Decided, Some("refused"), Some(7))
    );
    assert!(
        outcome
            .changes
            .iter()
            .any(|change| matches!(change, Change::Decision(_, made) if made.reasons["reason"] == "has_one"))
    );
}

#[test]
fn an_outcome_with_reasons_needs_one_of_them() {
    check(
        &ruling("refused", None),
        &act(),
        Phase::Submitted,
        Refusal::ReasonNeeded,
    );
    check(
        &ruling("refused", Some("made_up")),
        &act(),
        Phase::Submitted,
        Refusal::ReasonNeeded,
    );
    check(
        &ruling("approved", Some("has_one")),
        &act(),
        Phase::Submitted,
        Refusal::ReasonNeeded,
    );
    check(&ruling("made_up", None), &act(), Phase::Submitted, Refusal::NoOutcome);
}

#[test]
fn a_case_that_changed_or_is_decided_is_not_decided() {
    check(
        &ruling("approved", None),
        &Act { seen: FIRST, ..act() },
        Phase::Submitted,
        Refusal::Changed,
    );
    check(&ruling("approved", None), &act(), Phase::Decided, Refusal::NotOpen);
}

#[test]
fn a_case_is_taken_and_handed_back() {
    let definition = definition();
    let taken = take(loaded(Phase::Submitted, &definition), false, &act()).unwrap();
    assert_eq!(taken.changed_case().unwrap().assigned_to, Some(act().staff));
    let back = take(loaded(Phase::Submitted, &definition), true, &act()).unwrap();
    assert_eq!(
        (back.changed_case().unwrap().assigned_to, back.events[0].kind),
        (None, "handed_back")
    );
}

#[test]
fn a_note_says_something_and_stands_in_nobodys_way() {
    let definition = definition();
    let noted = note(loaded(Phase::Submitted, &definition), " Called. ", &act()).unwrap();
    assert!(noted.changed_case().is_none());
    assert_eq!(noted.events[0].details["note"], "Called.");
    let nothing = note(loaded(Phase::Submitted, &definition), "  ", &act());
    assert_eq!(nothing.map(|_| ()).unwrap_err(), Refusal::NothingSaid);
    let long = "x".repeat(NOTE_AT_MOST + 1);
    assert_eq!(
        note(loaded(Phase::Submitted, &definition), &long, &act())
            .map(|_| ())
            .unwrap_err(),
        Refusal::TooLong
    );
}

#[test]
fn an_application_is_taken_back_until_it_is_decided() {
    let definition = definition();
    let answers = crate::answer::Answers::default();
    let taken_back_after = |submitted, phase, by: Actor, said: &str| {
        let mut loaded = loaded(phase, &definition);
        loaded.case.submitted = submitted;
        let setting = Setting {
            today: date(2026, 5, 6),
            language: "en".into(),
            channel: Channel::Web,
        };
        let walk = Walk::new(&definition, &answers, setting);
        let withdrawal = Withdrawal {
            commit: CommitId(Uuid::from_u128(9)),
            now: Timestamp::UNIX_EPOCH,
            today: date(2026, 5, 6),
            by,
            said: said.to_owned(),
        };
        withdraw(loaded, &walk, &withdrawal)
    };
    let taken_back = |phase, by, said: &str| taken_back_after(Some(Timestamp::UNIX_EPOCH), phase, by, said);
    let outcome = taken_back(Phase::Submitted, Actor::Participant(0), "").unwrap();
    let case = outcome.changed_case().unwrap();
    assert_eq!((case.phase, case.state.as_str()), (Phase::Closed, WITHDRAWN));
    assert_eq!((case.decided, case.active_on), (None, date(2026, 5, 6)));
    assert_eq!(outcome.events[0].kind, CASE_WITHDRAWN);
    for phase in [Phase::Decided, Phase::Closed] {
        let refused = taken_back(phase, Actor::Participant(0), "").unwrap_err();
        assert_eq!(refused, Refusal::NotOpen, "{phase:?}");
    }
    for phase in [Phase::Draft, Phase::WaitingForOthers, Phase::WaitingForPayment] {
        let refused = taken_back_after(None, phase, Actor::Participant(0), "").unwrap_err();
        assert_eq!(refused, Refusal::NotOpen, "{phase:?}, before it is sent");
    }
    let unpaid = taken_back(Phase::WaitingForPayment, Actor::Participant(0), "");
    assert!(unpaid.is_ok(), "what was granted waits for its fee");
    let staff = Actor::Staff(StaffId(Uuid::from_u128(3)));
    assert_eq!(
        taken_back(Phase::Submitted, staff.clone(), " ").unwrap_err(),
        Refusal::NothingSaid
    );
    assert!(taken_back(Phase::Submitted, staff, "Called").is_ok());
}
