//! What changed from one version to another, as a service team reads it, and which drafts can be moved.
#![allow(clippy::disallowed_methods, reason = "a test reads a document that is shipped")]

mod folder;

use exemplar_core::answer::{Answer, Answers, Given};
use exemplar_core::definition::diff::{How, Part, Touches, compare};
use exemplar_core::definition::{Definition, Folder, read};
use exemplar_core::journey::{Movable, Setting, WhyNot, carried, movable};
use exemplar_core::record::{Actor, Channel};

const SERVICE: &str = "\
facts:
  far: nation is wales
casework:
  decide_within: 10 working days
questions:
  nation:
    ask: Where do you live?
    called: where you live
    hint: Your main home
    one_of: { england: England, wales: Wales }
  moved:
    when: nation is wales
    ask: Did you move?
    called: whether you moved
    yes_no:
  full_name:
    ask: What is your full name?
    text: { at_most: 100 characters }
  phone:
    ask: What is your phone number?
    optional: yes
    phone:
";

fn with(lines: &str) -> Folder {
    folder::with(lines)
}

/// The sentences on what these replacements change.
fn said(replaced: &[(&str, &str)]) -> Vec<String> {
    let changes = changes(replaced);
    changes.into_iter().map(|change| change.says).collect()
}

fn changes(replaced: &[(&str, &str)]) -> Vec<exemplar_core::definition::diff::Change> {
    compare(&with(SERVICE), &with(&after(replaced)))
        .expect("both can be read")
        .changes
}

fn after(replaced: &[(&str, &str)]) -> String {
    let mut newer = SERVICE.to_owned();
    for (before, after) in replaced {
        assert!(newer.contains(before), "{before}");
        newer = newer.replace(before, after);
    }
    newer
}

const MOVED: &str = "  moved:
    when: nation is wales
    ask: Did you move?
    called: whether you moved
    yes_no:
";
const PHONE: &str = "  phone:
    ask: What is your phone number?
    optional: yes
    phone:
";

#[test]
fn the_same_version_has_no_difference_however_it_is_written() {
    assert_eq!(said(&[]), [""; 0]);
    let long = ("england: England", "england: { label: England }");
    assert_eq!(said(&[long]), [""; 0]);
    assert_eq!(
        said(&[("far: nation is wales", "far: { is: nation is wales }")]),
        [""; 0]
    );
    let (head, questions) = SERVICE.split_once("questions:\n").expect("it has questions");
    let mut folder = with(head);
    let questions: String = questions.lines().map(|line| format!("{}\n", &line[2..])).collect();
    folder.files.insert("questions.yaml".into(), questions.into_bytes());
    let difference = compare(&with(SERVICE), &folder).expect("both can be read");
    assert!(difference.is_empty(), "{difference:?}");
}

#[test]
fn questions_come_and_go_and_move() {
    assert_eq!(
        said(&[(MOVED, "")]),
        ["The question \"Did you move?\" (moved) is no longer asked."]
    );
    let email = "  email:\n    ask: What is your email address?\n    email:\n";
    assert_eq!(
        said(&[(PHONE, &format!("{email}{PHONE}"))]),
        ["The question \"What is your email address?\" (email) is new: it is asked after full_name."]
    );
    assert_eq!(
        said(&[(PHONE, ""), ("  nation:\n", &format!("{PHONE}  nation:\n"))]),
        ["The question \"What is your phone number?\" (phone) is now asked first."]
    );
    assert_eq!(
        said(&[(
            "  full_name:\n",
            "  stop:\n    when: far\n    exit: You cannot apply\n  full_name:\n"
        )]),
        ["The end \"You cannot apply\" (stop) is new: it comes after moved."]
    );
}

#[test]
fn a_question_with_another_name_is_known_by_what_it_was() {
    let renamed = changes(&[("  full_name:\n", "  applicant:\n")]);
    assert_eq!(renamed.len(), 2);
    assert_eq!(renamed[0].how, How::Added);
    assert_eq!(
        renamed[0].advice.as_deref(),
        Some(
            "If this is full_name under another name, write \"was: full_name\" beneath it: drafts then keep their answers."
        )
    );
    assert_eq!(
        said(&[("  full_name:\n", "  applicant:\n    was: full_name\n")]),
        ["The question \"What is your full name?\" (applicant) was called full_name before. Its answers are kept."]
    );
}

/// This replacement makes one change, of that kind and with that sentence.
fn check(before: &str, after: &str, part: Part, touches: Touches, says: &str) {
    let found = changes(&[(before, after)]);
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(
        (found[0].part, found[0].touches, found[0].says.as_str()),
        (part, touches, says)
    );
}

#[test]
fn rules_words_and_what_is_true_today_are_told_apart() {
    check(
        "    when: nation is wales\n",
        "",
        Part::Condition,
        Touches::NewCases,
        "The question \"Did you move?\" (moved) is now asked always. Before, only when: nation is wales.",
    );
    check(
        "    optional: yes\n",
        "",
        Part::Rule,
        Touches::NewCases,
        "The question \"What is your phone number?\" (phone) must now be answered.",
    );
    check(
        "    phone:\n",
        "    text:\n",
        Part::Question,
        Touches::NewCases,
        "The question \"What is your phone number?\" (phone) is now answered by \"text\", and was by \"phone\".",
    );
    check(
        "100 characters",
        "50 characters",
        Part::Rule,
        Touches::NewCases,
        "At the question \"What is your full name?\" (full_name), the rule \"at_most\" is now \"50 characters\", and was \"100 characters\".",
    );
    check(
        ", wales: Wales }",
        ", wales: Wales, scotland: Scotland }",
        Part::Option,
        Touches::NewCases,
        "The question \"Where do you live?\" (nation) has a new option \"Scotland\" (scotland).",
    );
    check(
        "wales: Wales }",
        "wales: Cymru }",
        Part::Words,
        Touches::Everybody,
        "The label of the option wales of the question \"Where do you live?\" (nation) is now \"Cymru\", and was \"Wales\".",
    );
    check(
        "hint: Your main home",
        "hint: Your only home",
        Part::Words,
        Touches::Everybody,
        "The hint of the question \"Where do you live?\" (nation) is now \"Your only home\", and was \"Your main home\".",
    );
    check(
        "far: nation is wales",
        "far: nation is england",
        Part::Fact,
        Touches::NewCases,
        "The fact far is now \"nation is england\", and was \"nation is wales\".",
    );
    check(
        "10 working days",
        "5 working days",
        Part::Casework,
        Touches::NewCases,
        "The \"decide_within\" of \"casework\" is now \"5 working days\", and was \"10 working days\".",
    );
}

#[test]
fn what_stands_beside_the_pages_is_compared_too() {
    let mut newer = with(&format!(
        "{SERVICE}channels: {{ phone: {{ call: \"0300 1234567\" }} }}\n"
    ));
    newer
        .files
        .insert("messages/received.en.md".into(), b"# Thanks\n\nWe have it.\n".to_vec());
    newer
        .files
        .insert("lists/offices.csv".into(), b"id,name\nnorth,North\n".to_vec());
    newer.files.insert("examples/ann.yaml".into(), b"who: Ann\n".to_vec());
    newer.files.insert("words/cy.yaml".into(), b"name: Prawf\n".to_vec());
    let difference = compare(&with(SERVICE), &newer).expect("both can be read");
    let said: Vec<_> = difference.changes.iter().map(|change| change.says.as_str()).collect();
    assert_eq!(
        said,
        [
            "The channel phone is new.",
            "The list offices is new, with 1 entries.",
            "The message received in \"en\" is new.",
            "The translation cy is new.",
            "The example ann is new.",
        ]
    );
    assert!(difference.touches_rules(), "a list is a rule");
    let file = newer.files.get_mut("words/cy.yaml").expect("it is there");
    *file = b"name: Prawf arall\n".to_vec();
    let mut older = newer.clone();
    older.files.insert("words/cy.yaml".into(), b"name: Prawf\n".to_vec());
    let difference = compare(&older, &newer).expect("both can be read");
    assert_eq!(difference.changes[0].says, "The translation cy changed at name.");
    assert!(!difference.touches_rules());
}

#[test]
fn a_version_that_cannot_be_read_is_not_compared() {
    let broken = with("questions: [\n");
    assert!(compare(&with(SERVICE), &broken).is_err_and(|unreadable| unreadable.is_newer));
    assert!(compare(&broken, &with(SERVICE)).is_err_and(|unreadable| !unreadable.findings.is_empty()));
}

/// A version that passes the check.
fn definition(lines: &str) -> Definition {
    let checked = read(&with(lines));
    checked.definition.unwrap_or_else(|| panic!("{:?}", checked.findings))
}

fn answers(pairs: &[(&str, Answer)]) -> Answers {
    let given = |answer: &Answer| Given {
        answer: answer.clone(),
        by: Actor::Participant(0),
        at: jiff::Timestamp::UNIX_EPOCH,
        channel: Channel::Web,
    };
    Answers(
        pairs
            .iter()
            .map(|(name, answer)| ((*name).into(), given(answer)))
            .collect(),
    )
}

/// What comes of moving a draft with the first so many answers of a person in Wales.
fn moving(replaced: &[(&str, &str)], answered: usize) -> Movable {
    let all = [
        ("nation", Answer::One("wales".into())),
        ("moved", Answer::Yes(true)),
        ("full_name", Answer::Text("Ann Applicant".into())),
        ("phone", Answer::Blank),
    ];
    let setting = Setting {
        today: jiff::civil::date(2026, 11, 23),
        language: "en".into(),
        channel: Channel::Web,
    };
    let answers = answers(&all[..answered]);
    movable(&definition(SERVICE), &definition(&after(replaced)), &answers, &setting)
}

#[test]
fn a_draft_is_moved_only_where_nobody_loses_an_answer() {
    let finishes = |why| Movable::Finishes(why);
    let name = |text: &str| text.into();
    for answered in 0..=4 {
        assert_eq!(moving(&[], answered), Movable::Safe, "{answered}");
    }
    // Gone, before and after it was answered.
    assert_eq!(moving(&[(PHONE, "")], 1), Movable::Safe);
    assert_eq!(moving(&[(PHONE, "")], 3), finishes(WhyNot::PageGone(name("phone"))));
    assert_eq!(moving(&[(PHONE, "")], 4), finishes(WhyNot::QuestionGone(name("phone"))));
    // Another kind, and answers that are no longer taken.
    let kind = ("    text: { at_most: 100 characters }\n", "    name:\n");
    assert_eq!(moving(&[kind], 2), Movable::Safe);
    assert_eq!(moving(&[kind], 3), finishes(WhyNot::AnotherKind(name("full_name"))));
    let shorter = ("100 characters", "5 characters");
    assert_eq!(moving(&[shorter], 3), finishes(WhyNot::NotTaken(name("full_name"))));
    let needed = ("    optional: yes\n", "");
    assert_eq!(moving(&[needed], 4), finishes(WhyNot::NotTaken(name("phone"))));
    // Renamed.
    let renamed = ("  full_name:\n", "  applicant:\n    was: full_name\n");
    assert_eq!(moving(&[renamed], 4), Movable::Safe);
    let unsaid = ("  full_name:\n", "  applicant:\n");
    assert_eq!(moving(&[unsaid], 4), finishes(WhyNot::QuestionGone(name("full_name"))));
    // Added behind and before where the person stands.
    let email = "  email:\n    ask: What is your email address?\n    email:\n";
    let behind = format!("{PHONE}{email}");
    assert_eq!(moving(&[(PHONE, &behind)], 3), Movable::Safe);
    assert_eq!(moving(&[(PHONE, &behind)], 4), Movable::Safe);
    let before = format!("{email}  nation:\n");
    assert_eq!(
        moving(&[("  nation:\n", &before)], 1),
        finishes(WhyNot::AskedBefore(name("email")))
    );
    assert_eq!(moving(&[("  nation:\n", &before)], 0), Movable::Safe);
    // In another order.
    let phone_first = [(PHONE, ""), ("  full_name:\n", &*format!("{PHONE}  full_name:\n"))];
    assert_eq!(moving(&phone_first, 2), Movable::Safe);
    assert_eq!(
        moving(&phone_first, 3),
        finishes(WhyNot::AnotherPath(name("full_name")))
    );
    // No longer shown to this person.
    let elsewhere = ("    when: nation is wales\n", "    when: nation is england\n");
    assert_eq!(moving(&[elsewhere], 1), Movable::Safe);
    assert_eq!(moving(&[elsewhere], 2), finishes(WhyNot::AnotherPath(name("moved"))));
    // Of another organisation.
    let older = definition(SERVICE);
    let folder = folder::of(&[(
        "service.yaml",
        &format!("{}{SERVICE}", folder::HEAD.replace("council", "county")),
    )]);
    let newer = read(&folder).definition.expect("it is right");
    let setting = Setting {
        today: jiff::civil::date(2026, 11, 23),
        language: "en".into(),
        channel: Channel::Web,
    };
    assert_eq!(
        movable(&older, &newer, &answers(&[]), &setting),
        finishes(WhyNot::AnotherFrame)
    );
}

#[test]
fn answers_are_carried_under_their_new_names() {
    let newer = definition(&after(&[("  full_name:\n", "  applicant:\n    was: full_name\n")]));
    let given = answers(&[("full_name", Answer::Text("Ann".into())), ("phone", Answer::Blank)]);
    let names = |answers: &Answers| answers.0.keys().map(ToString::to_string).collect::<Vec<_>>();
    assert_eq!(names(&carried(&newer, &given)), ["applicant", "phone"]);
    let plain = definition(SERVICE);
    assert_eq!(carried(&plain, &given), given);
}

#[test]
fn the_example_of_another_name_passes_the_check() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/changing.md");
    let text = std::fs::read_to_string(path).expect("it is shipped");
    let example = text.split("```yaml\n").nth(1).and_then(|rest| rest.split("```").next());
    let lines: String = example
        .into_iter()
        .flat_map(str::lines)
        .map(|line| format!("  {line}\n"))
        .collect();
    let newer = definition(&format!("questions:\n{lines}"));
    let former: Vec<_> = newer
        .former
        .iter()
        .map(|(now, was)| (now.as_str(), was.as_str()))
        .collect();
    assert_eq!(former, [("applicant", "full_name")]);
}

#[test]
fn what_format_alone_changed_is_no_change() {
    let mut before = with(SERVICE);
    let example = "then:\n    path: [ nation , moved, full_name ]\nanswers: {moved: \"no\", nation: 'wales', full_name: A}\n\
                   today: \"2026-05-01\"\nwho: A\n";
    before.files.insert("examples/a.yaml".into(), example.into());
    before
        .files
        .insert("messages/received.en.md".into(), "# A\n\n\n\nb   \n\n".into());
    let after = exemplar_core::definition::format(&before).expect("it can be formatted");
    assert_ne!(before.files, after.files);
    let said = compare(&before, &after).expect("both can be read").changes;
    assert_eq!(said, []);
    let mut other = after.clone();
    let text = after
        .text("examples/a.yaml")
        .expect("it is there")
        .replace("wales", "england");
    other.files.insert("examples/a.yaml".into(), text.into_bytes());
    let said = compare(&before, &other).expect("both can be read").changes;
    assert_eq!(said.len(), 1);
}
