//! Records of other systems: what is told of mistakes in them, what they are bound to, what conditions and texts see, and
//! what a version that changes them means.

#![allow(clippy::unwrap_used, reason = "tests may")]

mod folder;

use exemplar_core::answer::{Answer, Answers, Found, Given, Record, WentOn};
use exemplar_core::apply::{Act, read_page};
use exemplar_core::definition::diff::compare;
use exemplar_core::definition::{Definition, Folder, format, read};
use exemplar_core::expression::Value;
use exemplar_core::id::{CommitId, Language, Name, ObservationId};
use exemplar_core::journey::{End, Movable, Setting, Walk, movable};
use exemplar_core::kind::Typed;
use exemplar_core::record::{Actor, Channel, DeviceClass};
use indexmap::IndexMap;
use jiff::Timestamp;
use jiff::civil::date;

const SERVICE: &str = "\
questions:
  plate: { ask: What is your number plate?, text: }
  colour: { ask: What is your colour?, optional: yes, text: }
  vehicle:
    ask: Is this your vehicle?
    called: your vehicle
    record:
      in: vehicles
      send: [plate]
      show:
        make: Make
        tax_due: { label: Tax due, date: }
        seats: { label: Seats, optional: yes, number: }
        scrapped: { label: Scrapped, optional: yes, yes_no: }
    or_tick: Some of this is wrong
  untaxed:
    when: vehicle.tax_due < today
    ask: Did you drive it?
    called: you drove it
    yes_no:
  ford:
    when: vehicle.make is \"FORD\" and not vehicle.scrapped
    ask: Which model is it?
    called: the model
    text:
facts:
  disputed: ticked(vehicle)
  roomy: vehicle.seats > 5
";

fn codes(folder: &Folder) -> Vec<&'static str> {
    read(folder).findings.iter().map(|finding| finding.code).collect()
}

/// With one text in place of another, this is told.
fn check(before: &str, after: &str, code: &str) {
    assert!(SERVICE.contains(before), "{before}");
    let folder = folder::with(&SERVICE.replacen(before, after, 1));
    let told = codes(&folder);
    assert!(told.contains(&code), "{before} -> {after}: {told:?}");
}

fn definition(lines: &str) -> Definition {
    let checked = read(&folder::with(lines));
    assert!(!checked.has_errors(), "{:?}", checked.findings);
    checked.definition.unwrap()
}

#[test]
fn the_service_itself_has_no_errors() {
    let told = read(&folder::with(SERVICE)).findings;
    // That a field which may be left out stands under not is worth a warning.
    let told: Vec<_> = told
        .iter()
        .filter(|finding| finding.code != "maybe_unanswered")
        .collect();
    assert!(told.is_empty(), "{told:?}");
}

#[test]
fn what_is_sent_was_asked_before_and_is_always_answered() {
    check("send: [plate]", "send: [colour]", "maybe_unanswered");
    check("send: [plate]", "send: [untaxed]", "asked_later");
    check("send: [plate]", "send: [vehicle]", "wrong_kind");
    check("send: [plate]", "send: [nothing]", "unknown_name");
    check("send: [plate]", "send: [roomy]", "unknown_name");
    check("send: [plate]\n", "send: []\n", "missing");
    check("      send: [plate]\n", "", "missing");
}

#[test]
fn what_only_some_answer_is_sent_where_they_did() {
    let sends = SERVICE.replacen("send: [plate]", "send: [colour]", 1);
    let when = sends.replacen("    ask: Is this", "    when: answered(colour)\n    ask: Is this", 1);
    assert!(!read(&folder::with(&when)).has_errors());
    for not_sure in [
        "not answered(colour)",
        "answered(colour) or plate is \"A\"",
        "total(1) > 0",
    ] {
        let when = sends.replacen(
            "    ask: Is this",
            &format!("    when: {not_sure}\n    ask: Is this"),
            1,
        );
        assert!(codes(&folder::with(&when)).contains(&"maybe_unanswered"), "{not_sure}");
    }
}

#[test]
fn a_record_says_whom_it_asks_and_what_it_shows() {
    check("      in: vehicles\n", "", "missing");
    check("in: vehicles", "in: The Vehicles", "name");
    check("make: Make", "first: Make", "reserved_name");
    check("label: Tax due, date: ", "date: ", "missing");
    check("label: Tax due, date: ", "label: Tax due, date: { in: past }", "rule");
    check("label: Tax due, date: ", "label: Tax due, email: ", "rule");
    check("label: Tax due, date: ", "label: Tax due, one_of: { a: A }", "rule");
    check("label: Tax due, date: ", "label: Tax due, date: , text: ", "two_kinds");
    check("in: vehicles", "in: vehicles\n      from: vehicles", "unknown_key");
    let fields: String = (0..21).map(|n| format!("        f_{n}: F\n")).collect();
    check(
        "        make: Make\n",
        &format!("        make: Make\n{fields}"),
        "too_many_fields",
    );
}

#[test]
fn a_record_has_a_page_of_its_own_in_the_journey() {
    const RECORD: &str = "record: { in: vehicles, send: [plate], show: { make: Make } }";
    let told = |lines: &str| codes(&folder::with(lines));
    let plate = "questions:\n  plate: { ask: What is your number plate?, text: }\n";
    let in_rows = format!(
        "{plate}  cars:\n    ask: Which cars?\n    called: cars\n    rows:\n      each: car\n      questions:\n        v: {{ ask: Is it this?, called: it, {RECORD} }}\n"
    );
    assert!(told(&in_rows).contains(&"record_alone"), "{:?}", told(&in_rows));
    let in_table = format!(
        "{plate}  cars:\n    ask: Which cars?\n    called: cars\n    table:\n      rows: {{ a: A }}\n      columns:\n        v: {{ ask: Is it this?, called: it, {RECORD} }}\n"
    );
    assert!(told(&in_table).contains(&"record_alone"), "{:?}", told(&in_table));
    let together = format!(
        "{plate}  both:\n    title: Both\n    together: They belong together\n    questions:\n      v: {{ ask: Is it this?, called: it, {RECORD} }}\n"
    );
    assert!(told(&together).contains(&"record_alone"), "{:?}", told(&together));
    let early = format!(
        "eligibility:\n  plate: {{ ask: What is your number plate?, text: }}\n  v: {{ ask: Is it this?, called: it, {RECORD} }}\nquestions:\n  other: {{ ask: What is your name?, text: }}\n"
    );
    assert!(told(&early).contains(&"record_before_a_case"), "{:?}", told(&early));
    let asked_for = format!(
        "{plate}casework:\n  asks_for:\n    v: {{ title: It, within: 5 days, {RECORD} }}\n  outcomes: {{ approved: {{ title: Yes }}, refused: {{ title: No }} }}\n"
    );
    assert!(!told(&asked_for).is_empty());
}

#[test]
fn conditions_and_texts_name_the_fields_that_are_shown() {
    check("vehicle.tax_due < today", "vehicle.taxdue < today", "unknown_name");
    check("vehicle.tax_due < today", "vehicle.make < today", "cannot_compare");
    check("vehicle.tax_due < today", "vehicle < today", "cannot_compare");
    check("vehicle.tax_due < today", "plate.make is \"A\"", "wrong_type");
    check("vehicle.tax_due < today", "vehicle.make.first < today", "unknown_sign");
    check("vehicle.tax_due < today", "vehicle.map(x, x)", "unknown_sign");
    check(
        "Did you drive it?",
        "Did you drive the ((vehicle.maker))?",
        "unknown_name",
    );
    check(
        "What is your colour?",
        "What colour is your ((vehicle.make))?",
        "asked_later",
    );
    check(
        "Did you drive it?",
        "Did you fill its ((vehicle.seats)) seats?",
        "maybe_unanswered",
    );
}

#[test]
fn a_field_that_does_not_fit_is_pointed_at() {
    let folder = folder::with(&SERVICE.replacen("vehicle.tax_due < today", "vehicle.tax_dew < today", 1));
    let findings = read(&folder).findings;
    let finding = findings.iter().find(|finding| finding.code == "unknown_name").unwrap();
    let line = folder
        .text("service.yaml")
        .unwrap()
        .lines()
        .nth(finding.line - 1)
        .unwrap();
    let beneath: String = line.chars().skip(finding.column - 1).take(finding.length).collect();
    assert_eq!(beneath, "vehicle.tax_dew");
    assert_eq!(finding.advice, "Did you mean \"vehicle.tax_due\"?");
}

#[test]
fn formatting_keeps_it_and_settles() {
    let folder = folder::with(SERVICE);
    let formatted = format(&folder).unwrap();
    assert_eq!(format(&formatted).unwrap(), formatted);
    let (before, after) = (read(&folder).definition.unwrap(), read(&formatted).definition.unwrap());
    let show = |definition: &Definition| -> Vec<String> {
        let rules = definition.question("vehicle").unwrap().kind.record().unwrap();
        rules
            .show
            .iter()
            .map(|(name, field)| format!("{name} {}", field.kind.key()))
            .collect()
    };
    assert_eq!(show(&before), show(&after));
    assert_eq!(
        show(&before),
        ["make text", "tax_due date", "seats number", "scrapped yes_no"]
    );
}

#[test]
fn a_change_of_what_is_asked_is_said() {
    let says = |before: &str, after: &str| -> String {
        let newer = folder::with(&SERVICE.replacen(before, after, 1));
        let changes = compare(&folder::with(SERVICE), &newer).unwrap();
        changes
            .changes
            .iter()
            .map(|change| change.says.clone())
            .collect::<Vec<_>>()
            .join("\n")
    };
    assert!(says("in: vehicles", "in: cars").contains("cars"));
    assert!(says("send: [plate]", "send: [plate, plate]").contains("plate"));
    assert!(says("label: Tax due", "label: Tax ends").contains("Tax ends"));
    assert!(says("        make: Make\n", "").contains("make"));
}

/// Somebody with answers.
struct Person {
    definition: Definition,
    answers: Answers,
}

impl Person {
    fn new() -> Self {
        let mut person = Self {
            definition: definition(SERVICE),
            answers: Answers::default(),
        };
        person.put("plate", Answer::Text("AB12 CDE".into()));
        person.put("colour", Answer::Blank);
        person
    }

    fn put(&mut self, name: &str, answer: Answer) {
        let given = Given {
            answer,
            by: Actor::Participant(0),
            at: Timestamp::UNIX_EPOCH,
            channel: Channel::Web,
        };
        self.answers.0.insert(Name::from(name), given);
    }

    fn walk(&self) -> Walk<'_> {
        Walk::new(&self.definition, &self.answers, setting())
    }

    fn of(&self) -> String {
        let walk = self.walk();
        walk.sent_for_record(walk.question("vehicle").unwrap()).unwrap().of
    }

    fn find(&mut self, found: Found, went_on: Option<WentOn>) {
        let of = self.of();
        self.put("vehicle", Answer::Record(Record { of, found, went_on }));
    }

    /// What pressing "Continue" comes to, with or without the box.
    fn goes_on(&self, is_ticked: bool) -> Result<Record, String> {
        let walk = self.walk();
        let page = self.definition.page("vehicle").unwrap();
        let typed = |_: &Name| {
            // A browser may send what it likes: none of it counts but the box.
            let mut typed = Typed::fields([("make", "Rolls-Royce"), ("-of", "1"), ("-went-on", "with")]);
            if is_ticked {
                typed.0.insert("ticked".into(), vec!["yes".into()]);
            }
            typed
        };
        match read_page(&walk, &self.answers, page, &typed, &act()) {
            Ok(given) => match &given[..] {
                [(_, Answer::Record(record))] => Ok(record.clone()),
                other => panic!("{other:?}"),
            },
            Err(problems) => Err(problems[0].problem.rule.to_string()),
        }
    }

    fn stops_at(&self) -> Option<String> {
        match self.walk().end() {
            End::Unanswered(page) => Some(page.name.to_string()),
            _ => None,
        }
    }
}

fn setting() -> Setting {
    Setting {
        today: date(2026, 5, 1),
        language: Language::from("en"),
        channel: Channel::Web,
    }
}

fn act() -> Act {
    Act {
        commit: CommitId(uuid::Uuid::nil()),
        observations: [ObservationId(uuid::Uuid::nil()); 2],
        now: Timestamp::UNIX_EPOCH,
        today: date(2026, 5, 1),
        actor: Actor::Participant(0),
        channel: Channel::Web,
        language: Language::from("en"),
        device: DeviceClass::Other,
        no_room: false,
    }
}

fn ford(due: jiff::civil::Date) -> Found {
    Found::Record(IndexMap::from([
        (Name::from("make"), Answer::Text("FORD".into())),
        (Name::from("tax_due"), Answer::Date(due)),
    ]))
}

#[test]
fn what_was_found_is_no_answer_before_the_person_goes_on() {
    let mut person = Person::new();
    assert_eq!(person.goes_on(false), Err("empty".into()), "nothing was looked up yet");
    person.find(ford(date(2026, 4, 30)), None);
    assert_eq!(person.stops_at().as_deref(), Some("vehicle"));
    assert_eq!(person.walk().value_of("vehicle"), None);
    let record = person.goes_on(false).unwrap();
    assert_eq!(
        record.found,
        ford(date(2026, 4, 30)),
        "what the browser sent does not count"
    );
    person.put("vehicle", Answer::Record(record));
    assert_eq!(person.stops_at().as_deref(), Some("untaxed"));
    assert!(matches!(person.walk().value_of("vehicle"), Some(Value::Record(fields)) if fields.len() == 2));
}

#[test]
fn the_box_says_that_it_is_wrong_and_keeps_what_was_shown() {
    let mut person = Person::new();
    person.find(ford(date(2026, 4, 30)), None);
    let record = person.goes_on(true).unwrap();
    assert_eq!(
        (&record.found, record.went_on),
        (&ford(date(2026, 4, 30)), Some(WentOn::Ticked))
    );
    person.put("vehicle", Answer::Record(record));
    assert_eq!(person.stops_at(), None, "nothing is known of the vehicle");
    assert_eq!(person.walk().fact("disputed"), Some(Value::Yes(true)));
}

#[test]
fn where_nothing_is_found_the_ways_on_are_those_of_the_question() {
    let mut person = Person::new();
    person.find(Found::Nothing, None);
    assert_eq!(person.goes_on(false), Err("empty".into()));
    assert_eq!(person.goes_on(true).unwrap().went_on, Some(WentOn::Ticked));
    person.definition = definition(&SERVICE.replacen(
        "    called: your vehicle",
        "    called: your vehicle\n    optional: yes",
        1,
    ));
    let record = person.goes_on(false).unwrap();
    assert_eq!(
        (&record.found, record.went_on),
        (&Found::Nothing, Some(WentOn::Without))
    );
    person.answers.0.shift_remove("vehicle");
    let record = person.goes_on(false).unwrap();
    assert_eq!(
        (&record.found, record.went_on),
        (&Found::NoReply, Some(WentOn::Without))
    );
}

#[test]
fn another_answer_that_is_sent_makes_it_unanswered_until_it_is_as_before() {
    let mut person = Person::new();
    person.find(ford(date(2026, 12, 1)), Some(WentOn::With));
    assert_eq!(
        person.stops_at().as_deref(),
        Some("ford").filter(|_| false),
        "scrapped is not known"
    );
    person.put("colour", Answer::Text("red".into()));
    assert_eq!(person.stops_at(), None, "what is not sent does not matter");
    person.put("plate", Answer::Text("XY99 ZZZ".into()));
    assert_eq!(person.stops_at().as_deref(), Some("vehicle"));
    assert_eq!(person.walk().value_of("vehicle"), None);
    assert_eq!(person.walk().fact("disputed"), Some(Value::Yes(false)));
    assert_eq!(person.goes_on(false), Err("empty".into()));
    person.put("plate", Answer::Text("AB12 CDE".into()));
    assert_eq!(person.stops_at(), None);
}

#[test]
fn a_draft_with_a_record_is_moved_where_the_newer_version_takes_it() {
    let mut person = Person::new();
    person.find(ford(date(2026, 12, 1)), Some(WentOn::With));
    let to = |before: &str, after: &str| {
        let newer = definition(&SERVICE.replacen(before, after, 1));
        movable(&person.definition, &newer, &person.answers, &setting())
    };
    assert_eq!(to("label: Tax due", "label: Tax ends"), Movable::Safe);
    assert_eq!(
        to(
            "        seats:",
            "        doors: { label: Doors, optional: yes, number: }\n        seats:"
        ),
        Movable::Safe
    );
    assert!(matches!(
        to("make: Make", "make: Make\n        model: Model"),
        Movable::Finishes(_)
    ));
    assert!(matches!(to("in: vehicles", "in: other-vehicles"), Movable::Finishes(_)));
}

#[test]
fn examples_say_what_is_found() {
    let told = |answer: &str, then: &str| {
        let mut folder = folder::with(SERVICE);
        let example = format!("who: Somebody\ntoday: 2026-05-01\nanswers:\n  plate: AB12 CDE\n{answer}then:\n{then}");
        folder.files.insert("examples/one.yaml".into(), example.into_bytes());
        let findings = read(&folder).findings;
        let wrong = findings.into_iter().filter(|finding| finding.code == "example");
        wrong.map(|finding| finding.message).collect::<Vec<_>>()
    };
    let found = "  vehicle: { make: Seat, tax_due: 2026-12-01, seats: 7, scrapped: no }\n";
    assert_eq!(
        told(found, "  skips: [untaxed]\n  facts: { roomy: yes, disputed: no }\n"),
        [""; 0]
    );
    assert_eq!(told("  vehicle: ticked\n", "  facts: { disputed: yes }\n"), [""; 0]);
    assert_eq!(told("  vehicle: none\n", "  skips: [untaxed, ford]\n"), [""; 0]);
    assert_eq!(
        told("  vehicle: { make: Seat }\n", "  refused_at: { vehicle: wrong }\n"),
        [""; 0]
    );
    assert_eq!(
        told(
            "  vehicle: { make: Seat, tax_due: 2026-12-01, x: 1 }\n",
            "  refused_at: { vehicle: wrong }\n"
        ),
        ["The answer to \"vehicle\" has no part \"x\"."]
    );
    assert_eq!(told("", "  skips: [untaxed]\n").len(), 1, "it has no answer");
}
