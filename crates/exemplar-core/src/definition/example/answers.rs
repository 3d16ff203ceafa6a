//! How an answer is written in an example, by its kind; parts that an answer does not have, and why one is refused.

use indexmap::IndexMap;

use super::written;
use crate::definition::Question;
use crate::definition::read::Reader;
use crate::definition::source::{Node, What};
use crate::expression::closest;
use crate::kind::{Control, Problem, Reading, Written};

/// An answer of each kind, as an example has it. `docs/definition.md` has the same ones.
const SAMPLES: &[(&str, &str)] = &[
    ("text", "AB12 CDE"),
    ("long_text", "To grow vegetables."),
    ("yes_no", "yes"),
    ("one_of", "england"),
    ("any_of", "[paid, unpaid]"),
    ("declaration", "yes"),
    ("number", "2.5"),
    ("percent", "33.3"),
    ("money", "650"),
    ("date", "1984-07-19"),
    ("month", "\"2019-03\""),
    ("year", "1987"),
    ("time", "\"08:30\""),
    ("date_range", "{ first: 2026-06-01, last: 2026-06-14 }"),
    ("duration", "{ years: 7, months: 2 }"),
    ("name", "{ first: Amina, last: Clarke }"),
    ("party", "{ is: organisation, name: Mill Road Bakery }"),
    ("address", "{ line_1: 7 Mill Road, town: Leeds, postcode: LS2 1AA }"),
    ("postcode", "LS2 1AA"),
    ("country", "FR"),
    ("nationality", "FR"),
    ("place", "{ latitude: 53.8008, longitude: \"-1.5491\" }"),
    ("email", "amina@example.com"),
    ("phone", "\"07700 900123\""),
    ("website", "www.example.com"),
    ("currency", "GBP"),
    (
        "bank_account",
        "{ name: A Clarke, sort_code: \"00 00 00\", number: \"12345678\" }",
    ),
    ("national_id", "AB 12 34 56 C"),
    ("organisation_number", "\"999999999\""),
    ("evidence", "{ payslips: now, lease: do_not_have }"),
    ("file", "[march.pdf, april.pdf]"),
    ("slots", "[\"2026-05-16 14:00\", \"2026-05-23 14:00\"]"),
    ("signature", "Amina Clarke"),
];

/// What to write instead.
fn advice(question: &Question) -> String {
    let sample = SAMPLES.iter().find(|(kind, _)| *kind == question.kind.key());
    match (sample, question.or_tick.is_some()) {
        (Some((_, sample)), false) => format!("Write it as in {}: {sample}", question.name),
        (Some((_, sample)), true) => format!("Write it as in {0}: {sample}, or {0}: ticked", question.name),
        (None, _) => "Write it as its kind of answer has it.".to_owned(),
    }
}

/// Notes parts that the answer does not have, and several answers where one is taken.
pub(super) fn check_parts(question: &Question, node: &Node, reader: &Reader<'_>) {
    match &node.what {
        What::Map(entries) => {
            let parts = parts(question);
            for (key, _) in entries.iter().filter(|(key, _)| !has_part(question, &parts, &key.text)) {
                let own: Vec<&str> = parts
                    .iter()
                    .map(String::as_str)
                    .filter(|part| !part.is_empty())
                    .collect();
                let message = format!("The answer to \"{}\" has no part \"{}\".", question.name, key.text);
                let advice = match closest(&key.text, own.iter().copied()) {
                    Some(like) => format!("Did you mean \"{like}\"?"),
                    None if own.is_empty() => advice(question),
                    None => format!("Its parts are {}.", own.join(", ")),
                };
                reader.error(key.place, "example", message, advice);
            }
        }
        What::List(nodes) if nodes.len() > 1 && takes_one(question) => {
            let message = format!("\"{}\" takes one answer.", question.name);
            reader.error(node.place, "example", message, advice(question));
        }
        _ => {}
    }
}

/// Whether an answer has only parts that its question has, and is one where one is taken.
pub(super) fn is_in_form(question: &Question, node: &Node) -> bool {
    match &node.what {
        What::Map(entries) => {
            let parts = parts(question);
            entries.iter().all(|(key, _)| has_part(question, &parts, &key.text))
        }
        What::List(nodes) => nodes.len() <= 1 || !takes_one(question),
        What::Text(..) | What::Nothing => true,
    }
}

/// The suffixes of its controls.
fn parts(question: &Question) -> Vec<String> {
    // What is shown of a record is no control, and an example says what another system has.
    let record = question.kind.record().into_iter();
    let mut parts: Vec<String> = record
        .flat_map(|record| record.show.keys())
        .map(ToString::to_string)
        .collect();
    for control in question.kind.controls(0) {
        match control {
            Control::Line(line) | Control::Signature(line) => parts.push(line.suffix.to_owned()),
            Control::Radios(radios) => parts.push(radios.suffix.to_string()),
            Control::Select(select) => parts.push(select.suffix.to_owned()),
            Control::Date(boxes) => parts.extend(boxes.parts.iter().flatten().map(|part| (*part).to_owned())),
            Control::Area { .. }
            | Control::Boxes(_)
            | Control::Search(_)
            | Control::Tick(_)
            | Control::Points { .. }
            | Control::File(_)
            | Control::Slots => parts.push(String::new()),
        }
    }
    parts
}

/// Whether what is written under that part comes into any control.
fn has_part(question: &Question, parts: &[String], part: &str) -> bool {
    let written = Written::Fields(IndexMap::from([(part.to_owned(), "1".to_owned())]));
    let typed = question.kind.typed_for(&written);
    typed.0.keys().any(|suffix| parts.contains(suffix))
}

/// Whether it has a single control, for a single answer.
fn takes_one(question: &Question) -> bool {
    match question.kind.controls(0) {
        [Control::Line(line)] => line.suffix.is_empty(),
        [Control::Radios(_) | Control::Select(_) | Control::Search(_) | Control::Tick(_)] => true,
        _ => false,
    }
}

/// What is wrong with an answer that breaks a rule, and what to write.
pub(super) fn why(question: &Question, rule: &str, node: &Node, reading: &Reading<'_>) -> (String, String) {
    let name = &question.name;
    let problem = first_problem(question, node, reading).filter(|problem| problem.rule == rule);
    let is_empty = matches!(&node.what, What::Nothing) || node.text().is_some_and(|text| text.trim().is_empty());
    let part = problem
        .as_ref()
        .map(|problem| problem.control.as_ref())
        .unwrap_or_default();
    let otherwise = format!(
        "{}. If it should be refused, write refused_at: {{ {name}: {rule} }}.",
        advice(question)
    );
    let message = match (rule, part, &node.what) {
        ("empty", ..) if is_empty => format!("The answer to \"{name}\" is empty."),
        ("empty", part, What::Map(entries)) if !entries.iter().any(|(key, _)| key.text == part) && !part.is_empty() => {
            format!("The answer to \"{name}\" lacks its part \"{part}\".")
        }
        ("empty" | "wrong", ..) => {
            let said = node
                .text()
                .map_or_else(|| "This".to_owned(), |text| format!("\"{}\"", text.trim()));
            format!("{said} cannot be read as the answer to \"{name}\".")
        }
        (rule, "", _) => format!("The answer to \"{name}\" breaks the rule \"{rule}\"."),
        (rule, part, _) => format!("The answer to \"{name}\" breaks the rule \"{rule}\" in its part \"{part}\"."),
    };
    (message, otherwise)
}

fn first_problem(question: &Question, node: &Node, reading: &Reading<'_>) -> Option<Problem> {
    let typed = question.kind.typed_for(&written(node));
    question.kind.read(&typed, reading).err()?.into_iter().next()
}

#[cfg(test)]
mod tests {
    use super::SAMPLES;
    use crate::kind::KEYS;

    const DOCUMENT: &str = include_str!("../../../../../docs/definition.md");

    #[test]
    fn each_kind_has_a_sample_and_the_document_has_the_same_one() {
        for kind in KEYS {
            let sample = SAMPLES.iter().find(|(key, _)| *key == kind.key);
            let (key, sample) = sample.unwrap_or_else(|| panic!("{} has no sample", kind.key));
            let row = format!("| `{key}` | `{sample}` |");
            assert!(DOCUMENT.contains(&row), "{row}");
        }
        assert_eq!(SAMPLES.len(), KEYS.len());
    }
}
