//! What renewing promises, on a small register.

use jiff::Timestamp;
use jiff::civil::{Date, date};
use uuid::Uuid;

use super::*;
use crate::answer::{Row, RowId, Rows};
use crate::definition::{Folder, read};
use crate::journey::{End, Setting, Walk};
use crate::record::FIRST;

const SERVICE: &str = "language: 1
name: Register
organisation: council
why: To register.
law: A law of the tests
questions:
  charity:
    when: not renewing
    ask: Is it a charity?
    called: whether it is a charity
    yes_no:
  trade:
    ask: What is your trade name?
    called: your trade name
    text: { at_most: 20 characters }
  proof:
    ask: Send proof
    called: the proof
    file:
  jobs:
    ask: What do you do?
    called: what you do
    rows:
      each: job
      at_most: 5
      questions:
        job: { ask: What?, called: the work, text: }
        truly: { ask: Is it?, called: that it is, declaration: It is. }
  truth:
    ask: Is it true?
    called: that it is true
    declaration: It is true.
facts:
  late: renewing and today > renewing_expires
fee:
  new: { for: Registration, when: not renewing, amount: 154 GBP }
  again: { for: Renewal, when: renewing, amount: [154 GBP when late, 105 GBP] }
casework:
  outcomes:
    registered: { title: Registered }
    refused: { title: Refused }
issues:
  registration:
    at: registered
    number: S######
    lasts: 3 years
    can_be: [suspended, revoked]
    renew: { from: 60 days, until: 14 days }
keep: { draft: 28 days, registered: 7 years after registration expires, refused: 1 year, withdrawn: 28 days }
";

fn definition_of(service: &str) -> Definition {
    let mut folder = Folder {
        name: "register".to_owned(),
        ..Folder::default()
    };
    let content = service.as_bytes().to_vec();
    folder.files.insert("service.yaml".to_owned(), content);
    let checked = read(&folder);
    assert!(!checked.has_errors(), "{:?}", checked.findings);
    checked.definition.unwrap()
}

fn definition() -> Definition {
    definition_of(SERVICE)
}

fn expires() -> Date {
    date(2026, 7, 10)
}

fn entry(state: &str, until: Option<Date>) -> RegisterEntry {
    let issued = Issued {
        issue: "registration".into(),
        number: Some("S123456".to_owned()),
        from: date(2023, 7, 10),
        until,
        pays: None,
    };
    let case = CaseId(Uuid::from_u128(7));
    let entry = issued.entry(&"register".into(), case, PublicPart::default(), Timestamp::UNIX_EPOCH);
    RegisterEntry {
        state: state.to_owned(),
        ..entry
    }
}

fn on(today: Date) -> Result<(Renewal, Window), NotRenewed> {
    may_renew(&definition(), Some(&entry("live", Some(expires()))), today)
}

fn given(answer: Answer) -> Given {
    Given {
        answer,
        by: Actor::Participant(0),
        at: Timestamp::UNIX_EPOCH,
        channel: Channel::Web,
    }
}

fn renewal() -> Renewal {
    Renewal {
        issue: "registration".into(),
        number: "S123456".to_owned(),
        expires: expires(),
    }
}

fn setting(today: Date) -> Setting {
    Setting {
        today,
        language: "en".into(),
        channel: Channel::Web,
    }
}

#[test]
fn it_is_renewed_from_so_long_before_its_last_day_until_so_long_after() {
    let window = Window {
        expires: expires(),
        from: date(2026, 5, 11),
        until: date(2026, 7, 24),
    };
    assert_eq!(on(date(2026, 5, 10)), Err(NotRenewed::TooEarly(window)));
    assert_eq!(on(date(2026, 5, 11)), Ok((renewal(), window)));
    assert_eq!(on(date(2026, 7, 24)), Ok((renewal(), window)));
    assert_eq!(on(date(2026, 7, 25)), Err(NotRenewed::TooLate(window)));
}

#[test]
fn what_was_taken_away_or_is_good_forever_is_not_renewed() {
    let of = |entry: Option<&RegisterEntry>| may_renew(&definition(), entry, expires()).unwrap_err();
    assert_eq!(of(Some(&entry("revoked", Some(expires())))), NotRenewed::TakenAway);
    assert_eq!(of(Some(&entry("live", None))), NotRenewed::Forever);
    assert_eq!(of(None), NotRenewed::Nothing);
    assert!(may_renew(&definition(), Some(&entry("suspended", Some(expires()))), expires()).is_ok());
}

#[test]
fn a_renewal_is_sent_in_its_time_and_only_for_the_term_that_it_began_with() {
    let of = |until, today| may_send(&definition(), &renewal(), Some(&entry("live", Some(until))), today);
    assert_eq!(of(expires(), expires()), Ok(()));
    assert_eq!(of(date(2029, 7, 10), expires()), Err(NotRenewed::Done));
    assert!(matches!(of(expires(), date(2026, 8, 1)), Err(NotRenewed::TooLate(_))));
}

#[test]
fn conditions_and_the_fee_know_that_it_is_a_renewal() {
    let definition = definition();
    let check = |renews: bool, today, (is_asked, fee): (bool, i64)| {
        let mut answers = Answers::default();
        if renews {
            answers
                .0
                .extend([renewal().given(Actor::Participant(0), Timestamp::UNIX_EPOCH, Channel::Web)]);
        }
        let walk = Walk::new(&definition, &answers, setting(today));
        let first = walk.pages().next().unwrap().name.as_str();
        assert_eq!((first == "charity", walk.fee().unwrap().total()), (is_asked, fee));
    };
    check(false, expires(), (true, 15_400));
    check(true, expires(), (false, 10_500));
    check(true, date(2026, 7, 11), (false, 15_400));
}

#[test]
fn a_renewal_knows_what_was_answered_but_asks_for_files_and_signatures_again() {
    let definition = definition();
    let row = Row {
        id: RowId(1),
        name: None,
        answers: Answers(
            [
                ("job".into(), given(Answer::Text("Skips".to_owned()))),
                ("truly".into(), given(Answer::Yes(true))),
            ]
            .into(),
        ),
    };
    let rows = Rows {
        rows: vec![row],
        last: RowId(1),
        finished: true,
    };
    let answers = Answers(
        [
            ("charity".into(), given(Answer::Yes(false))),
            ("trade".into(), given(Answer::Text("Brick & Sons".to_owned()))),
            ("proof".into(), given(Answer::Files(crate::file::Files::default()))),
            ("jobs".into(), given(Answer::Rows(rows))),
            ("truth".into(), given(Answer::Yes(true))),
        ]
        .into(),
    );
    let found = known((&definition, &definition), &answers, expires());
    let names: Vec<&str> = found.0.keys().map(Name::as_str).collect();
    assert_eq!(names, ["charity", "trade", "jobs"]);
    let row = &found.rows("jobs").unwrap().rows[0];
    assert_eq!(row.answers.0.keys().map(Name::as_str).collect::<Vec<_>>(), ["job"]);
    let shorter = definition_of(&SERVICE.replace("20 characters", "5 characters"));
    let found = known((&definition, &shorter), &answers, expires());
    assert!(
        found.get("trade").is_none(),
        "what the rules do not take any more is asked"
    );
    let mut all = found;
    all.0
        .extend([renewal().given(Actor::Participant(0), Timestamp::UNIX_EPOCH, Channel::Web)]);
    let walk = Walk::new(&shorter, &all, setting(expires()));
    assert!(matches!(walk.end(), End::Unanswered(page) if page.name.as_str() == "trade"));
}

#[test]
fn the_entry_keeps_its_number_and_gets_its_term_from_the_old_end() {
    let check = |state: &str, today: Date, (from, base): (Date, Date)| {
        let before = entry(state, Some(expires()));
        assert_eq!(counts_from(&before, today), base);
        let mut issued = Issued {
            issue: "registration".into(),
            number: Some("S999999".to_owned()),
            from: base,
            until: Some(date(2029, 7, 10)),
            pays: None,
        };
        let case = CaseId(Uuid::from_u128(8));
        let days = (today, Timestamp::UNIX_EPOCH);
        let after = renewed(&before, &mut issued, (case, PublicPart::default()), days);
        assert_eq!((after.number.as_str(), after.case), ("S123456", case));
        assert_eq!(
            (after.register.as_str(), after.state.as_str()),
            ("register/registration", state)
        );
        assert_eq!((after.from, after.until), (from, Some(date(2029, 7, 10))));
        assert_eq!((after.revision, issued.number.as_deref()), (FIRST + 1, Some("S123456")));
    };
    check("live", date(2026, 6, 1), (date(2023, 7, 10), expires()));
    check("suspended", date(2026, 6, 1), (date(2023, 7, 10), expires()));
    check("live", date(2026, 7, 20), (date(2026, 7, 20), date(2026, 7, 20)));
}

#[test]
fn a_case_is_kept_until_so_long_after_what_it_was_issued_ended() {
    use crate::keeping::{ended_before, is_over_after, kept_after};
    let definition = definition();
    let today = date(2033, 7, 11);
    assert_eq!(ended_before(&definition, "registered", today), Some(date(2026, 7, 11)));
    assert!(kept_after(&definition, "refused", today).is_none());
    let kept = kept_after(&definition, "registered", today).unwrap();
    let is_over = |entry: RegisterEntry| is_over_after(&kept, Some(&entry));
    assert!(is_over(entry("live", Some(expires()))));
    assert!(is_over(entry("suspended", Some(expires()))));
    assert!(
        !is_over(entry("live", Some(date(2026, 7, 11)))),
        "the last day is not past"
    );
    assert!(!is_over(entry("live", None)), "what is good forever keeps its case");
    let changing = crate::issuing::Changing {
        to: EntryState::Revoked,
        reason: "Fly-tipping.",
        by: crate::id::StaffId(Uuid::from_u128(5)),
        today: date(2025, 1, 1),
        now: Timestamp::UNIX_EPOCH,
    };
    let later = entry("live", Some(date(2030, 1, 1)));
    let revoked = crate::issuing::change(&later, &definition.issues[0], &changing).unwrap();
    assert!(!is_over(later) && is_over(revoked));
    assert!(is_over_after(&kept, None));
}
