//! What `docs/definition.md` says is held against the program: every example is checked, and every key, kind of answer
//! and rule has its place.
#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "tests read the documents that are shipped"
)]

mod folder;

use std::path::Path;

use exemplar_core::definition::finding::render;
use exemplar_core::definition::keys::{DOCUMENT, EXAMPLE, Heading, OPTION, SERVICE, Shape};
use exemplar_core::definition::{organisations_folder, read, read_organisations};
use exemplar_core::kind::{KEYS, countries_of};

fn text() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/definition.md");
    std::fs::read_to_string(path).unwrap()
}

/// The chapter on kinds of answer.
fn chapter() -> String {
    let text = text();
    let (_, chapter) = text.split_once("\n## Kinds of answer\n").unwrap();
    chapter.split("\n## ").next().unwrap().to_owned()
}

/// The sections of the chapter: the kind's key and its text.
fn sections(chapter: &str) -> Vec<(&str, &str)> {
    let sections = chapter.split("\n#### `").skip(1);
    sections.map(|section| section.split_once("`\n").unwrap()).collect()
}

/// The examples of a section.
fn examples(section: &str) -> Vec<&str> {
    let parts = section.split("```");
    parts
        .skip(1)
        .step_by(2)
        .map(|block| block.strip_prefix("yaml\n").unwrap())
        .collect()
}

const CALENDAR: &str = "calendars:
  visits: { times: visit_times, minutes: 60, places: 30 }
lists:
  visit_times:
    one: { name: One, weekday: Saturday, start: '14:00' }
";

#[test]
fn every_example_passes_the_check() {
    let chapter = chapter();
    for (kind, section) in sections(&chapter) {
        let examples = examples(section);
        assert!(!examples.is_empty(), "{kind} has no example");
        for example in examples {
            assert!(example.contains(&format!("  {kind}:")), "{kind}: {example}");
            let lines: String = example.lines().map(|line| format!("  {line}\n")).collect();
            // A question of times needs a calendar, which stands elsewhere.
            let calendar = if kind == "slots" { CALENDAR } else { "" };
            let folder = folder::with(&format!("questions:\n{lines}{calendar}"));
            let checked = read(&folder);
            let told: Vec<String> = checked
                .findings
                .iter()
                .map(|finding| render(finding, &folder))
                .collect();
            assert_eq!(told, [""; 0], "{kind}");
            assert!(checked.definition.is_some(), "{kind}");
        }
    }
}

#[test]
fn every_kind_and_each_of_its_rules_is_explained() {
    let chapter = chapter();
    let sections = sections(&chapter);
    for keys in KEYS {
        let section = sections.iter().find(|(kind, _)| *kind == keys.key);
        let (_, section) = section.unwrap_or_else(|| panic!("{} is not explained", keys.key));
        for rule in keys.rules {
            let is_named = section.contains(&format!("`{}", rule.key)) || section.contains(&format!("{}:", rule.key));
            assert!(is_named, "{}: {}", keys.key, rule.key);
        }
    }
    assert_eq!(sections.len(), KEYS.len());
}

#[test]
fn every_country_with_a_scheme_is_named() {
    let chapter = chapter();
    for (kind, section) in sections(&chapter) {
        if kind != "bank_account" {
            for (country, _) in countries_of(kind) {
                assert!(section.contains(country), "{kind} of {country}");
            }
        }
    }
}

/// A service into which the examples of the chapters are put, heading by heading.
const BASE: &str = r"
name: Apply for a stall
organisation: example-council
law: An act
questions:
  full_name: { ask: What is your full name?, name: }
  email: { ask: What is your email address?, email: }
  applies_as:
    ask: Who are you applying for?
    called: who you are applying for
    one_of: { person: Myself, company: A company, student: A student }
  trading_since: { ask: When did you start trading?, called: the day on which you started, date: { in: past } }
  cards: { ask: How many cards do you want?, called: the number of cards, number: { from: 1, to: 20 } }
  stand_in_name:
    when: applies_as is student
    ask: Who stands in for you?
    called: the name of who stands in for you
    optional: yes
    name:
  stand_in_email:
    when: applies_as is student
    ask: What is their email address?
    called: their email address
    optional: yes
    email:
  address: { ask: What is your address?, address: }
keep:
  draft: 1 day
  approved: 1 year
  refused: 1 year
  withdrawn: 1 day
";

/// The headings of a service with their lines.
fn headings(service: &str) -> Vec<(&str, String)> {
    let mut headings: Vec<(&str, String)> = Vec::new();
    for line in service.lines().filter(|line| !line.is_empty()) {
        if !line.starts_with(' ') {
            headings.push((line.split(':').next().unwrap(), String::new()));
        }
        let (_, lines) = headings.last_mut().unwrap();
        *lines += &format!("{line}\n");
    }
    headings
}

/// The base with what the example says in place of what the base says; a task list stands in place of questions.
fn service_with(example: &str) -> String {
    let said = headings(example);
    let says = |key: &str| said.iter().any(|(heading, _)| *heading == key);
    let is_kept = |key: &str| !says(key) && !(key == "questions" && says("tasks"));
    let kept = headings(BASE).into_iter().filter(|(heading, _)| is_kept(heading));
    kept.chain(said.clone()).map(|(_, lines)| lines).collect()
}

/// The blocks of a chapter: the file that each is, or nothing where it is part of service.yaml, and its text.
fn blocks(chapter: &str) -> Vec<(Option<&str>, &str)> {
    let parts = chapter.split("```").skip(1).step_by(2);
    let blocks = parts.map(|part| part.split_once('\n').unwrap());
    blocks
        .map(|(kind, text)| (kind.split_once(' ').map(|(_, file)| file), text))
        .collect()
}

/// Checks every service that a chapter shows, each with the chapter's files.
#[test]
fn the_examples_of_every_chapter_pass_the_check() {
    let text = text();
    for chapter in text
        .split("\n## ")
        .skip(1)
        .filter(|chapter| !chapter.starts_with("Kinds of answer\n"))
    {
        let title = chapter.lines().next().unwrap();
        let blocks = blocks(chapter);
        let files: Vec<_> = blocks
            .iter()
            .filter_map(|(file, text)| file.map(|file| (file, *text)))
            .collect();
        let mut examples: Vec<_> = blocks
            .iter()
            .filter(|(file, _)| file.is_none())
            .map(|(_, text)| *text)
            .collect();
        if examples.is_empty() {
            examples.push("");
        }
        for example in examples {
            let service = service_with(example);
            let mut all = vec![("service.yaml", service.as_str())];
            all.extend(files.iter().copied());
            let folder = folder::of(&all);
            let checked = read(&folder);
            // A translation that is not whole yet is shown as one.
            let found = checked
                .findings
                .iter()
                .filter(|finding| finding.code != "draft_translation");
            let told: Vec<String> = found.map(|finding| render(finding, &folder)).collect();
            assert_eq!(told, [""; 0], "{title}: {example}");
            assert!(checked.definition.is_some(), "{title}");
        }
    }
}

/// Every heading of the language that can be reached from one.
fn headings_under(heading: &'static Heading, found: &mut Vec<&'static Heading>) {
    if found.iter().any(|known| std::ptr::eq(*known, heading)) {
        return;
    }
    found.push(heading);
    for rule in heading.keys {
        let mut takes = rule.takes;
        while let Shape::Each(inner) | Shape::YesOr(inner) | Shape::CasesOrEach(inner) = takes {
            takes = *inner;
        }
        if let Shape::Under(next) | Shape::ListOf(next) | Shape::WordsOr(next) | Shape::CasesOr(next) = takes {
            headings_under(next, found);
        }
    }
}

#[test]
fn every_key_is_shown_in_an_example() {
    let text = text();
    let is_own_file = |file: Option<&str>| file.map(|file| file.trim_end_matches(".yaml").to_owned());
    let examples: Vec<String> = blocks(&text)
        .into_iter()
        .map(|(file, example)| format!("{}:\n{example}", is_own_file(file).unwrap_or_default()))
        .collect();
    let mut headings = vec![];
    for heading in [&SERVICE, &EXAMPLE, &OPTION, &DOCUMENT] {
        headings_under(heading, &mut headings);
    }
    let mut missing = vec![];
    for heading in headings {
        for rule in heading.keys.iter().filter(|rule| !matches!(rule.takes, Shape::Later)) {
            let starts = [" ", "\n", "{"].map(|before| format!("{before}{}:", rule.key));
            let is_in = |example: &String| starts.iter().any(|start| format!("\n{example}").contains(start));
            if !examples.iter().any(is_in) {
                missing.push(format!("{}: no example of {}", heading.name, rule.key));
            }
            if !text.contains(&format!("`{}", rule.key)) {
                missing.push(format!("{}: {} is not explained", heading.name, rule.key));
            }
        }
    }
    assert_eq!(missing, [""; 0]);
}

/// The table of how answers are written: kind and answer.
fn answers(text: &str) -> Vec<(&str, &str)> {
    let (_, table) = text.split_once("\n### How an answer is written\n").unwrap();
    let rows = table.split("\n### ").next().unwrap().lines();
    let rows = rows.filter_map(|row| row.strip_prefix("| `")?.split_once("` | `"));
    rows.map(|(kind, rest)| (kind, rest.split_once("` |").unwrap().0))
        .collect()
}

#[test]
fn an_answer_of_each_kind_is_read_as_the_table_writes_it() {
    let (text, chapter) = (text(), chapter());
    let answers = answers(&text);
    assert_eq!(answers.len(), KEYS.len());
    for (kind, answer) in answers {
        let sections = sections(&chapter);
        let (_, section) = sections.iter().find(|(key, _)| *key == kind).unwrap();
        let question = examples(section)[0];
        // Of the questions that are shown, the one of this kind.
        let is_of_kind = |at: usize| question[at..].find(&format!("\n  {kind}:")).map(|found| at + found);
        let before = &question[..is_of_kind(0).unwrap()];
        let name = before
            .lines()
            .rfind(|line| !line.starts_with(' '))
            .unwrap()
            .trim_end_matches(':');
        let lines: String = question.lines().map(|line| format!("  {line}\n")).collect();
        let calendar = if kind == "slots" { CALENDAR } else { "" };
        let mut folder = folder::with(&format!("questions:\n{lines}{calendar}"));
        let example = format!("who: A\ntoday: 2026-05-01\nanswers:\n  {name}: {answer}\n");
        folder.files.insert("examples/a.yaml".into(), example.into_bytes());
        let checked = read(&folder);
        let example = &checked.examples[0];
        assert!(example.answers.contains_key(name), "{kind}: {:?}", checked.findings);
        assert!(example.refused.is_empty(), "{kind}");
        let strange = checked.findings.iter().find(|finding| finding.message.contains("part"));
        assert!(strange.is_none(), "{kind}: {strange:?}");
    }
}

#[test]
fn the_file_of_organisations_is_read_as_it_is_shown() {
    let text = text();
    let (_, section) = text.split_once("\n### The file of organisations\n").unwrap();
    let section = section.split("\n## ").next().unwrap();
    let shown = section.lines().filter_map(|line| line.strip_prefix("    "));
    let shown: String = shown.map(|line| format!("{line}\n")).collect();
    let checked = read_organisations(&organisations_folder(shown.into_bytes()));
    assert_eq!(checked.findings, []);
    assert_eq!(checked.organisations.unwrap().len(), 1);
}
