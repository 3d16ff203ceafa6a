//! What the office asks for: what is told of mistakes in it, and what asking, answering and silence change in a case.

#![allow(clippy::unwrap_used, reason = "tests may")]

mod folder;

use std::sync::Arc;

use exemplar_core::answer::{Answer, Answers, Given};
use exemplar_core::apply::{self, seen_page};
use exemplar_core::casework::{
    ASK_ANSWERED, ASK_NOT_ANSWERED, Act, Asked, END_ASK, Refusal, Ruling, State, TimeOver, answer_ask, ask_for, decide,
    end_ask, save_asked, sent_answers, take_ask_back,
};
use exemplar_core::definition::diff::compare;
use exemplar_core::definition::finding::render;
use exemplar_core::definition::{Definition, Folder, format, read};
use exemplar_core::id::{CaseId, CommitId, JobId, Name, ObservationId, StaffId};
use exemplar_core::journey::{Setting, Walk};
use exemplar_core::record::{
    Actor, Case, Change, Channel, DeviceClass, LoadedCase, Outcome, Part, Participant, ParticipantPrivate, Phase, Role,
};
use jiff::Timestamp;
use jiff::civil::{Date, date};
use uuid::Uuid;

const SERVICE: &str = "\
questions:
  begins:
    ask: When does it begin?
    called: the first day
    date:
  full_name:
    ask: What is your full name?
    name:
casework:
  decide_within: 10 working days
  second_officer: begins > \"2030-01-01\"
  asks_for:
    payslips:
      title: Your payslips
      say: Send them, please.
      long_text: { at_most: 20 words }
      within: 14 days
      otherwise: refused
      reason: not_shown
    first_pay:
      title: The day of your first pay
      date: { to: begins }
      within: 10 working days
  outcomes:
    approved: { title: Yes }
    refused:
      title: No
      reasons:
        not_shown: You did not send them.
";

fn told(folder: &Folder) -> Vec<String> {
    let findings = read(folder).findings;
    findings.iter().map(|finding| render(finding, folder)).collect()
}

#[track_caller]
fn check(from: &str, to: &str, code: &str) {
    assert!(SERVICE.contains(from), "{from}");
    let folder = folder::with(&SERVICE.replacen(from, to, 1));
    let codes: Vec<_> = read(&folder).findings.iter().map(|finding| finding.code).collect();
    assert_eq!(codes, [code], "{to}: {:?}", told(&folder));
}

#[test]
fn mistakes_in_what_is_asked_for_are_told() {
    assert_eq!(told(&folder::with(SERVICE)), [""; 0]);
    check("      title: Your payslips\n", "", "missing");
    check("      within: 14 days\n", "", "missing");
    check("      long_text: { at_most: 20 words }\n", "", "kind_missing");
    check(
        "long_text: { at_most: 20 words }",
        "long_text: { at_most: 20 wrods }",
        "rule",
    );
    check("date: { to: begins }", "date: { to: begun }", "unknown_name");
    check("date: { to: begins }", "rows: { each: pay }", "not_supported");
    check("otherwise: refused", "otherwise: refsued", "unknown_name");
    check("reason: not_shown", "reason: shown", "reason");
    check("      reason: not_shown\n", "", "reason");
    check(
        "otherwise: refused\n      reason: not_shown",
        "reason: not_shown",
        "reason",
    );
    check("    payslips:\n", "    full_name:\n", "name_twice");
    check("    payslips:\n", "    approved:\n", "reserved_name");
    check("    payslips:\n", "    status:\n", "reserved_address");
    check("      say: Send them", "      hint: Send them", "unknown_key");
}

#[test]
fn what_is_asked_for_stays_the_same_when_it_is_formatted() {
    let folder = folder::with(SERVICE);
    let formatted = format(&folder).unwrap();
    let model = |folder: &Folder| format!("{:?}", read(folder).definition.unwrap().casework.asks_for);
    assert_eq!(model(&folder), model(&formatted));
    let text = formatted.text("service.yaml").unwrap().to_owned();
    let keys = [
        "title: Your",
        "say: Send",
        "long_text:",
        "within: 14",
        "otherwise:",
        "reason: not",
    ];
    let places: Vec<_> = keys.iter().map(|key| text.find(key).unwrap()).collect();
    assert!(places.is_sorted(), "{text}");
}

#[test]
fn a_newer_version_says_what_is_asked_for_in_another_way() {
    let changed = |from: &str, to: &str| {
        let newer = folder::with(&SERVICE.replacen(from, to, 1));
        let changes = compare(&folder::with(SERVICE), &newer).unwrap().changes;
        changes.into_iter().map(|change| change.says).collect::<Vec<_>>()
    };
    let kind = changed("at_most: 20 words", "at_most: 30 words");
    assert!(
        kind.len() == 1 && kind[0].contains("payslips") && kind[0].contains("30"),
        "{kind:?}"
    );
    let time = changed("within: 14 days", "within: 21 days");
    assert!(time.len() == 1 && time[0].contains("21 days"), "{time:?}");
    let gone = changed(
        "    first_pay:\n      title: The day of your first pay\n      date: { to: begins }\n      within: 10 working days\n",
        "",
    );
    assert_eq!(gone, ["The thing to ask for first_pay of \"casework\" is gone."]);
}

fn definition() -> Definition {
    read(&folder::with(SERVICE)).definition.unwrap()
}

fn at(day: Date) -> Timestamp {
    day.at(12, 0, 0, 0).in_tz("Europe/London").unwrap().timestamp()
}

fn given(answer: Answer) -> Given {
    Given {
        answer,
        by: Actor::Participant(0),
        at: at(date(2026, 11, 2)),
        channel: Channel::Web,
    }
}

/// Handed in on Monday 2 November 2026, to be decided by Monday 16 November.
fn case(definition: &Definition, begins: Date) -> LoadedCase {
    let answers = Answers([("begins".into(), given(Answer::Date(begins)))].into());
    let id = CaseId(Uuid::from_u128(1));
    LoadedCase {
        case: Case {
            id,
            organisation: definition.organisation.clone(),
            office: None,
            team: None,
            assigned_to: Some(staff()),
            service: definition.id.clone(),
            definition: definition.digest,
            phase: Phase::Submitted,
            state: "received urgent".into(),
            channel: Channel::Web,
            language: "en".into(),
            reference: None,
            started: at(date(2026, 11, 2)),
            submitted: Some(at(date(2026, 11, 2))),
            due: Some(date(2026, 11, 16)),
            decided: None,
            active_on: date(2026, 11, 2),
            attempt: 1,
            hold: None,
            revision: 3,
            last_commit: CommitId(Uuid::from_u128(2)),
            epoch: 0,
            head: None,
        },
        participants: vec![Participant {
            n: 0,
            role: Role::Applicant,
            epoch: 0,
            private: ParticipantPrivate::default(),
            revision: 1,
        }],
        parts: vec![Part {
            participant: 0,
            section: "all".into(),
            revision: 1,
            last_commit: CommitId(Uuid::from_u128(2)),
            answers,
        }],
        stored: Arc::new(()),
        renews: None,
        money: None,
    }
}

fn staff() -> StaffId {
    StaffId(Uuid::from_u128(9))
}

fn act(loaded: &LoadedCase, today: Date) -> Act {
    Act {
        no_room: false,
        commit: CommitId(Uuid::from_u128(3)),
        observation: ObservationId(Uuid::from_u128(4)),
        now: at(today),
        today,
        submitted_on: date(2026, 11, 2),
        staff: staff(),
        seen: loaded.case.revision,
    }
}

fn applicants_act(today: Date) -> apply::Act {
    apply::Act {
        no_room: false,
        commit: CommitId(Uuid::from_u128(5)),
        observations: [ObservationId(Uuid::from_u128(6)); 2],
        now: at(today),
        today,
        actor: Actor::Participant(0),
        channel: Channel::Web,
        language: "en".into(),
        device: DeviceClass::Other,
    }
}

/// The case as an outcome leaves it.
fn after(outcome: &Outcome, before: &LoadedCase) -> LoadedCase {
    let mut after = before.clone();
    for change in &outcome.changes {
        match change {
            Change::Case(case) => after.case = (**case).clone(),
            Change::Part(_, part) => after.parts = vec![part.clone()],
            _ => {}
        }
    }
    after
}

fn asked(loaded: &LoadedCase, definition: &Definition, name: &str, today: Date) -> Result<Outcome, Refusal> {
    let end = JobId(Uuid::from_u128(7));
    let act = act(loaded, today);
    ask_for(
        loaded.clone(),
        definition,
        (&name.into(), " The last three. "),
        end,
        &act,
    )
}

fn walk<'a>(definition: &'a Definition, loaded: &'a LoadedCase, today: Date) -> Walk<'a> {
    let setting = Setting {
        today,
        language: "en".into(),
        channel: Channel::Web,
    };
    Walk::new(definition, &loaded.parts[0].answers, setting)
}

/// Gives an answer and sends it.
fn answered(loaded: &LoadedCase, definition: &Definition, answer: Answer, today: Date) -> Option<LoadedCase> {
    let page = &definition.casework.asks_for[Asked::of(&loaded.case)?.name].page;
    let act = applicants_act(today);
    let seen = seen_page(page, &loaded.parts[0].answers);
    let given = vec![(page.name.clone(), answer)];
    let saved = save_asked(loaded.clone(), definition, page, given, &seen, &act).ok()?;
    let saved = after(&saved, loaded);
    let seen = seen_page(page, &saved.parts[0].answers);
    let sent = answer_ask(saved.clone(), &walk(definition, &saved, today), page, &seen, &act).ok()?;
    assert_eq!(sent.events[0].kind, ASK_ANSWERED);
    Some(after(&sent, &saved))
}

#[test]
fn a_case_waits_and_its_clock_runs_on_with_the_answer() {
    let definition = definition();
    let before = case(&definition, date(2026, 12, 1));
    let outcome = asked(&before, &definition, "payslips", date(2026, 11, 4)).unwrap();
    assert_eq!(outcome.events[0].details["note"], "The last three.");
    assert_eq!((outcome.jobs.len(), outcome.jobs[0].kind), (1, END_ASK));
    // The last day is the 18th, and counts to its end.
    assert_eq!(outcome.jobs[0].due.to_string(), "2026-11-19T00:00:00Z");
    let waits = after(&outcome, &before);
    let state = State::read(&waits.case.state);
    assert!(state.is_urgent && state.at == "received");
    let asked_now = state.asked.unwrap();
    assert_eq!(asked_now.until(&definition), Some(date(2026, 11, 18)));

    let answer = Answer::Text("Here they are".into());
    let back = answered(&waits, &definition, answer.clone(), date(2026, 11, 11)).unwrap();
    assert_eq!(back.case.state, "received urgent");
    assert_eq!(back.case.assigned_to, Some(staff()));
    // Eight working days were left on the 4th: they are on the 11th.
    assert_eq!(back.case.due, Some(date(2026, 11, 23)));
    let sent = sent_answers(&definition, &back.parts[0].answers);
    assert_eq!((sent.len(), &sent[0].given.answer), (1, &answer));

    // The same can be asked for again, and both answers stay.
    let again = asked(&back, &definition, "payslips", date(2026, 11, 12)).unwrap();
    let again = after(&again, &back);
    let twice = answered(
        &again,
        &definition,
        Answer::Text("Once more".into()),
        date(2026, 11, 12),
    )
    .unwrap();
    assert_eq!(sent_answers(&definition, &twice.parts[0].answers).len(), 2);
}

#[test]
fn an_answer_counts_on_the_last_day_and_not_after_it() {
    let definition = definition();
    let before = case(&definition, date(2026, 12, 1));
    let waits = after(
        &asked(&before, &definition, "payslips", date(2026, 11, 4)).unwrap(),
        &before,
    );
    let answer = || Answer::Text("Here".into());
    assert!(answered(&waits, &definition, answer(), date(2026, 11, 18)).is_some());
    assert!(answered(&waits, &definition, answer(), date(2026, 11, 19)).is_none());
}

#[test]
fn an_answer_that_breaks_a_rule_is_not_sent() {
    let definition = definition();
    let before = case(&definition, date(2026, 12, 1));
    let waits = after(
        &asked(&before, &definition, "first_pay", date(2026, 11, 4)).unwrap(),
        &before,
    );
    let day = |day| Answer::Date(day);
    assert!(answered(&waits, &definition, day(date(2026, 12, 2)), date(2026, 11, 5)).is_none());
    assert!(answered(&waits, &definition, day(date(2026, 12, 1)), date(2026, 11, 5)).is_some());
}

#[test]
fn a_case_is_asked_for_one_thing_at_a_time_and_not_decided_meanwhile() {
    let definition = definition();
    let before = case(&definition, date(2026, 12, 1));
    let day = date(2026, 11, 4);
    assert_eq!(asked(&before, &definition, "nothing", day).unwrap_err(), Refusal::NoAsk);
    let waits = after(&asked(&before, &definition, "payslips", day).unwrap(), &before);
    assert_eq!(
        asked(&waits, &definition, "first_pay", day).unwrap_err(),
        Refusal::Asked
    );
    let ruling = Ruling {
        outcome: "approved".into(),
        reason: None,
        said: String::new(),
    };
    let refused = decide(waits.clone(), &definition, &[], &ruling, &act(&waits, day));
    assert_eq!(refused.unwrap_err(), Refusal::Asked);
    let forget = JobId(Uuid::from_u128(8));
    let back = take_ask_back(waits.clone(), &definition, forget, &act(&waits, date(2026, 11, 6))).unwrap();
    let back = after(&back, &waits);
    assert_eq!(
        (back.case.state.as_str(), back.case.due),
        ("received urgent", Some(date(2026, 11, 18)))
    );
    let act = act(&back, day);
    let twice = take_ask_back(back, &definition, forget, &act);
    assert_eq!(twice.unwrap_err(), Refusal::NotAsked);
}

/// What comes of silence on a day.
fn ended(loaded: &LoadedCase, definition: &Definition, today: Date) -> Option<Outcome> {
    let asked = Asked::of(&loaded.case).unwrap();
    let on = TimeOver {
        commit: CommitId(Uuid::from_u128(10)),
        observation: ObservationId(Uuid::from_u128(11)),
        forget: JobId(Uuid::from_u128(12)),
        now: at(today),
        today,
        submitted_on: date(2026, 11, 2),
    };
    end_ask(loaded.clone(), definition, &[], (asked.name, asked.since), &on)
}

#[test]
fn silence_is_decided_as_the_definition_says_once_the_last_day_is_over() {
    let definition = definition();
    let before = case(&definition, date(2026, 12, 1));
    let waits = after(
        &asked(&before, &definition, "payslips", date(2026, 11, 4)).unwrap(),
        &before,
    );
    assert!(ended(&waits, &definition, date(2026, 11, 18)).is_none());
    let outcome = ended(&waits, &definition, date(2026, 11, 19)).unwrap();
    let kinds: Vec<_> = outcome.events.iter().map(|event| event.kind).collect();
    assert_eq!(kinds, [ASK_NOT_ANSWERED, "decided"]);
    let decided = after(&outcome, &waits);
    assert_eq!(
        (decided.case.phase, decided.case.state.as_str()),
        (Phase::Decided, "refused")
    );
    let decision = outcome.changes.iter().find_map(|change| match change {
        Change::Decision(_, decision) => Some(decision),
        _ => None,
    });
    assert_eq!(decision.unwrap().reasons["reason"], "not_shown");
}

#[test]
fn silence_brings_the_case_back_where_nothing_else_is_said_or_two_officers_decide() {
    let definition = definition();
    let two = case(&definition, date(2031, 1, 1));
    let one = case(&definition, date(2026, 12, 1));
    for (before, name) in [(&two, "payslips"), (&one, "first_pay")] {
        let waits = after(&asked(before, &definition, name, date(2026, 11, 4)).unwrap(), before);
        let outcome = ended(&waits, &definition, date(2026, 11, 30)).unwrap();
        let back = after(&outcome, &waits);
        assert_eq!(back.case.phase, Phase::Submitted, "{name}");
        assert_eq!(back.case.state, "received urgent unanswered", "{name}");
        let again = asked(&back, &definition, name, date(2026, 11, 30)).unwrap();
        assert!(!State::read(&after(&again, &back).case.state).is_unanswered);
    }
}

#[test]
fn what_was_given_and_not_sent_goes_when_the_time_is_over() {
    let definition = definition();
    let before = case(&definition, date(2026, 12, 1));
    let mut waits = after(
        &asked(&before, &definition, "first_pay", date(2026, 11, 4)).unwrap(),
        &before,
    );
    let kept: Name = "first_pay".into();
    waits.parts[0]
        .answers
        .0
        .insert(kept.clone(), given(Answer::Date(date(2026, 12, 1))));
    let back = after(&ended(&waits, &definition, date(2026, 11, 30)).unwrap(), &waits);
    assert!(back.parts[0].answers.get(&kept).is_none());
    assert!(back.parts[0].answers.get("begins").is_some());
}
