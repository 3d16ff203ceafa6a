//! What people read when an answer of any kind is missing or wrong: whole sentences in each language of the platform, which
//! name what was asked. Which answers are wrong is tested beside each kind.
#![allow(clippy::unwrap_used, reason = "a test whose steps fail has failed")]

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use exemplar_app::says::Says;
use exemplar_app::words::{AllWords, Words};
use exemplar_core::answer::Answers;
use exemplar_core::apply::PageProblem;
use exemplar_core::definition::finding::render;
use exemplar_core::definition::{Definition, Folder, Question, read};
use exemplar_core::id::Language;
use exemplar_core::journey::{Setting, Walk};
use exemplar_core::kind::{KEYS, Problem, Reading, SEARCHING, Typed};
use exemplar_core::record::Channel;
use jiff::civil::{Date, date};

const TODAY: Date = date(2026, 11, 24);
/// The languages of the platform, and what everything is called in them here.
const LANGUAGES: [(&str, &str); 3] = [("en", "the thing"), ("cy", "y peth"), ("ar", "الشيء")];
const HEAD: &str = "name: Test\norganisation: council\ncurrency: GBP\nlaw: An act\ncasework:\n  outcomes:\n    yes_all: { title: A }\nquestions:\n";

/// Rules that the examples of the kinds do not use.
const MORE: &[&str] = &[
    "text: { at_least: 5 characters, at_most: 6 characters, pattern: A### }",
    "long_text: { at_least: 5 words, at_most: 6 words }",
    "number: { from: 5, to: 6, decimals: 2 }",
    "percent: { from: 5, to: 6 }",
    "money: { from: 5 GBP, to: 6 GBP, whole: yes }",
    "date: { in: future }",
    "date: { from: today, to: \"2026-12-01\" }",
    "month: { in: past }",
    "year: { from: 1990, to: 2000 }",
    "date_range: { in: past, at_most: 3 days }",
    "address:",
    "postcode:",
    "bank_account:",
    "national_id: { of: NO }",
    "organisation_number: { of: SE }",
    "place: { as: line, at_least: 3 }",
    "place: { as: shape, at_most: 5 }",
    "signature: { drawn: yes }",
    "any_of: { red: Red, none_of_these: { label: None of these, alone: yes } }",
];

/// Kinds whose messages name their fields, or themselves, in place of what the question is called.
const OWN_WORDS: &[&str] = &[
    "address",
    "party",
    "name",
    "bank_account",
    "place",
    "declaration",
    "website",
    "phone",
    "email",
];

/// What is wrong for most kinds, each in its own way.
fn odd() -> Vec<String> {
    let some = [
        "x",
        "-1",
        "0",
        "5.555",
        "31",
        "1990",
        "2030",
        "99999999999",
        "£",
        "a@b",
        "A12",
        "none",
        "25:61",
        "1, 1\n2, 2",
        "1, 1\n2, 2\n3, 3\n4, 4\n5, 5\n6, 6\n7, 70",
        "0, 0\n1, 1\n1, 0\n0, 1",
        "0, -100\n0, 100\n1, 0",
        "1,1 2,2",
        "?",
    ];
    let mut odd: Vec<String> = some.iter().map(|text| (*text).to_owned()).collect();
    odd.extend(["x ".repeat(3_000), "7".repeat(300)]);
    odd
}

/// A service in one language that asks once for each kind and for each of [`MORE`].
fn service((language, called): (&str, &str)) -> Definition {
    let mut yaml = format!("languages: [{language}]\n{HEAD}");
    // Times are booked in a calendar, which is another chapter with tests of its own.
    let kinds = KEYS.iter().filter(|keys| keys.key != "slots").map(|keys| keys.example);
    let kinds = kinds.chain(MORE.iter().copied());
    for (n, kind) in kinds.enumerate() {
        let _ = writeln!(
            yaml,
            "  q_{n}:\n    ask: Which one is it?\n    called: {called}\n    {kind}"
        );
    }
    let folder = Folder {
        name: "test-service".to_owned(),
        files: [("service.yaml".to_owned(), yaml.into_bytes())].into_iter().collect(),
    };
    let read = read(&folder);
    let told: String = read.findings.iter().map(|finding| render(finding, &folder)).collect();
    read.definition.unwrap_or_else(|| panic!("{told}"))
}

/// Every problem that a question has with what is odd, each message once.
fn problems(question: &Question) -> Vec<Problem> {
    let bounds = BTreeMap::new();
    let facts = Reading {
        today: TODAY,
        bounds: &bounds,
        not_offered: &[],
    };
    let example = question.kind.example(&facts);
    let suffixes: BTreeSet<&str> = example
        .0
        .keys()
        .map(String::as_str)
        .chain(["", "text", "drawn", "day", "month", "year", "first-day", "last-day"])
        .collect();
    let mut found = vec![question.kind.when_empty()];
    found.extend(question.kind.read_empty(&facts).err().unwrap_or_default());
    for text in odd() {
        let all = Typed::fields(suffixes.iter().map(|suffix| (*suffix, &*text)));
        let text_alone = Typed::fields([("text", &*text)]);
        let drawn_alone = Typed::fields([("drawn", &*text)]);
        for typed in [all, text_alone, drawn_alone] {
            found.extend(question.kind.read(&typed, &facts).err().unwrap_or_default());
        }
        // One field of several is wrong where the others are right.
        for suffix in example.0.keys() {
            let mut typed = example.clone();
            typed.0.insert(suffix.clone(), vec![text.clone()]);
            found.extend(question.kind.read(&typed, &facts).err().unwrap_or_default());
        }
    }
    let mut seen = BTreeSet::new();
    found.retain(|problem| problem.rule != SEARCHING && seen.insert((problem.message, problem.about)));
    found
}

#[test]
fn every_kind_says_in_each_language_what_is_missing_and_what_is_wrong() {
    let definitions = LANGUAGES.map(service);
    let all = AllWords::built_in();
    let answers = Answers::default();
    let mut messages = BTreeSet::new();
    for question in definitions[0].questions() {
        let key = question.kind.key();
        let mut named = BTreeSet::new();
        for problem in problems(question) {
            messages.insert(problem.message);
            let told = [0, 1, 2].map(|n| {
                let (language, called) = LANGUAGES[n];
                let words = words(
                    &definitions[n],
                    all.of(&Language::from(language)),
                    &answers,
                    question,
                    &problem,
                );
                let is_whole = words.split_whitespace().count() > 1 && !words.contains(['{', '}', '$']);
                assert!(is_whole && !words.contains("error-"), "{key} in {language}: {words}");
                named.extend(words.to_lowercase().contains(called).then_some(language));
                words
            });
            let [english, welsh, arabic] = &told;
            assert!(english != welsh && welsh != arabic, "{key}: {english} / {welsh}");
        }
        assert!(
            named.len() == 3 || OWN_WORDS.contains(&key),
            "{key} is named in {named:?} alone"
        );
    }
    assert!(messages.len() > 80, "{} messages were seen", messages.len());
}

/// What is said of a problem in the language of a definition.
fn words(definition: &Definition, words: &Words, answers: &Answers, question: &Question, problem: &Problem) -> String {
    let setting = Setting {
        today: TODAY,
        language: words.language.clone(),
        channel: Channel::Web,
    };
    let walk = Walk::new(definition, answers, setting);
    let says = Says {
        words,
        definition,
        language: 0,
    };
    let problem = PageProblem {
        question: question.name.clone(),
        problem: problem.clone(),
    };
    says.problem(&walk, definition.question(&question.name).unwrap(), &problem)
}
