//! Each step of a version on its way, and what stands in its way.

use jiff::SignedDuration;
use uuid::Uuid;

use super::*;
use crate::id::StaffId;

fn person(n: u128) -> Actor {
    Actor::Staff(StaffId(Uuid::from_u128(n)))
}

fn at(second: i64) -> Timestamp {
    Timestamp::from_second(second).unwrap()
}

fn live() -> Option<Digest> {
    Some(Digest([1; 32]))
}

fn draft() -> Proposal {
    Proposal {
        service: "bins".into(),
        n: 1,
        digest: Digest([2; 32]),
        before: None,
        state: ProposalState::Draft,
        note: String::new(),
        warnings: 0,
        foretold: None,
        takes_effect: None,
        brought: Done {
            by: person(1),
            at: at(0),
        },
        asked: None,
        ended: None,
    }
}

fn asking() -> Asking {
    Asking {
        by: person(1),
        at: at(10),
        takes_effect: None,
        note: "New fee from April".into(),
        seen_live: live(),
        foretold: Foretold::default(),
    }
}

#[test]
fn where_one_person_is_enough_what_is_asked_for_is_due() {
    let asked = draft().ask(asking(), live(), false).unwrap();
    assert_eq!(asked.state, ProposalState::Scheduled);
    assert!(asked.is_due(at(10)));
    assert_eq!(asked.ended.unwrap().by, person(1));
}

#[test]
fn the_second_person_is_another() {
    let asked = draft().ask(asking(), live(), true).unwrap();
    assert!(!asked.is_due(at(99)), "nobody has agreed");
    let same = asked.clone().agree(person(1), at(20), live());
    assert_eq!(same.unwrap_err(), NotPublished::SamePerson);
    let agreed = asked.agree(person(2), at(20), live()).unwrap();
    assert!(agreed.is_due(at(20)));
}

#[test]
fn it_goes_live_at_its_time_and_not_before() {
    let later = Asking {
        takes_effect: Some(at(3_600)),
        ..asking()
    };
    let asked = draft().ask(later, live(), false).unwrap();
    assert!(!asked.is_due(at(3_599)));
    assert!(asked.is_due(at(3_600)));
}

#[track_caller]
fn refused(change: impl FnOnce(&mut Asking), expected: NotPublished) {
    let mut asking = asking();
    change(&mut asking);
    assert_eq!(draft().ask(asking, live(), false).unwrap_err(), expected);
}

#[test]
fn what_cannot_be_asked_for_is_named() {
    refused(|asking| asking.note = "  ".into(), NotPublished::NoteMissing);
    refused(
        |asking| asking.note = "n".repeat(NOTE_CHARACTERS + 1),
        NotPublished::NoteTooLong,
    );
    refused(|asking| asking.takes_effect = Some(at(10)), NotPublished::WrongTime);
    let too_far = at(10) + SignedDuration::from_hours(DAYS_AHEAD * 24 + 1);
    refused(|asking| asking.takes_effect = Some(too_far), NotPublished::WrongTime);
    refused(|asking| asking.seen_live = None, NotPublished::LiveChanged);
    let same = Proposal {
        digest: live().unwrap(),
        ..draft()
    };
    assert_eq!(same.ask(asking(), live(), false).unwrap_err(), NotPublished::Live);
}

#[test]
fn what_is_live_or_was_taken_back_is_taken_back_no_more() {
    let withdrawn = draft().withdraw(person(1), at(5)).unwrap();
    assert_eq!(
        withdrawn.clone().withdraw(person(1), at(6)).unwrap_err(),
        NotPublished::MovedOn
    );
    assert_eq!(
        withdrawn.ask(asking(), live(), false).unwrap_err(),
        NotPublished::MovedOn
    );
}

#[test]
fn nobody_agrees_to_what_was_compared_with_another_version() {
    let asked = draft().ask(asking(), live(), true).unwrap();
    assert_eq!(
        asked.agree(person(2), at(20), None).unwrap_err(),
        NotPublished::LiveChanged
    );
}
