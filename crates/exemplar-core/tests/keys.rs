//! The reference service in `services/everything` uses every key of the language, wherever the key may stand.

mod folder;
#[path = "folder/yaml.rs"]
mod yaml;

use std::collections::BTreeSet;

use exemplar_core::definition::Folder;
use exemplar_core::definition::keys::{DOCUMENT, EXAMPLE, Heading, OPTION, PAGE, SERVICE, Shape, kind_of};
use exemplar_core::kind::{KEYS, KindKeys, Takes};
use serde_json::Value;

/// A place of the language, or a kind of answer, and a key that stands there.
type Uses = BTreeSet<(&'static str, &'static str)>;

/// What the service cannot use, with the reason.
const EXCEPTIONS: &[(&str, &str)] = &[
    // A service asks its questions in tasks or in one list; this one has tasks.
    ("a service", "questions"),
];

#[test]
fn the_reference_service_uses_every_key() {
    let folder = folder::all_services()
        .into_iter()
        .find(|folder| folder.name == "everything")
        .expect("the reference service is there");
    let mut used = Uses::new();
    heading(&whole(&folder), &SERVICE, &mut used);
    for path in folder.files.keys().filter(|path| path.starts_with("examples/")) {
        heading(&file(&folder, path), &EXAMPLE, &mut used);
    }
    let mut all = Uses::new();
    for place in [&SERVICE, &EXAMPLE] {
        keys_of(place, &mut BTreeSet::new(), &mut all);
    }
    assert!(all.len() > 200, "the tables of keys are where they are looked for");
    let missing: Vec<_> = all.difference(&used).filter(|key| !EXCEPTIONS.contains(key)).collect();
    assert!(missing.is_empty(), "services/everything does not use {missing:?}");
    let needless: Vec<_> = EXCEPTIONS.iter().filter(|key| used.contains(*key)).collect();
    assert!(needless.is_empty(), "it uses what is excepted: {needless:?}");
}

fn file(folder: &Folder, path: &str) -> Value {
    yaml::as_json(folder.text(path).expect("it is text"))
}

/// service.yaml, with what stands in files of its own and of its tasks.
fn whole(folder: &Folder) -> Value {
    let mut service = file(folder, "service.yaml");
    let is_part = |path: &&String| path.ends_with(".yaml") && *path != "service.yaml";
    for path in folder.files.keys().filter(is_part) {
        let stem = path.strip_suffix(".yaml").unwrap_or_default();
        if let Some(task) = stem.strip_prefix("tasks/") {
            for (key, value) in file(folder, path).as_object().into_iter().flatten() {
                service["tasks"][task][key] = value.clone();
            }
        } else if !stem.contains('/') {
            service[stem] = file(folder, path);
        }
    }
    service
}

fn entries(value: &Value) -> impl Iterator<Item = (&String, &Value)> {
    value.as_object().into_iter().flatten()
}

/// The keys that stand in a place, and beneath them.
fn heading(value: &Value, place: &'static Heading, used: &mut Uses) {
    for (key, value) in entries(value) {
        if let Some(rule) = place.rule(key) {
            used.insert((place.name, rule.key));
            beneath(value, rule.takes, used);
        } else if let Some(kind) = kind_of(key).filter(|_| place.kind) {
            used.insert((place.name, kind.key));
            beneath(value, shape_of(kind), used);
        }
    }
}

fn beneath(value: &Value, shape: Shape, used: &mut Uses) {
    match shape {
        Shape::Under(place) | Shape::WordsOr(place) | Shape::CasesOr(place) => heading(value, place, used),
        Shape::ListOf(place) => {
            for entry in value.as_array().into_iter().flatten() {
                heading(entry, place, used);
            }
        }
        Shape::Each(inner) | Shape::YesOr(inner) | Shape::CasesOrEach(inner) => {
            for (_, value) in entries(value) {
                beneath(value, *inner, used);
            }
        }
        Shape::Options | Shape::Documents => {
            let place = if matches!(shape, Shape::Options) {
                &OPTION
            } else {
                &DOCUMENT
            };
            for (_, value) in entries(value) {
                heading(value, place, used);
            }
        }
        Shape::Kind(kind) => {
            for (key, _) in entries(value) {
                let rule = kind.rules.iter().find(|rule| rule.key == key.as_str());
                used.extend(rule.map(|rule| (kind.key, rule.key)));
            }
        }
        _ => {}
    }
}

/// What stands straight after the key of a kind of answer.
fn shape_of(kind: &'static KindKeys) -> Shape {
    match kind.takes {
        Takes::Choices => Shape::Options,
        Takes::Documents => Shape::Documents,
        _ => Shape::Kind(kind),
    }
}

/// Every key of a place and of those beneath it that this version knows.
fn keys_of(place: &'static Heading, seen: &mut BTreeSet<&'static str>, all: &mut Uses) {
    if !seen.insert(place.name) {
        return;
    }
    for rule in place.keys {
        if !matches!(rule.takes, Shape::Later) {
            all.insert((place.name, rule.key));
            if let Some(place) = places_in(rule.takes) {
                keys_of(place, seen, all);
            }
        }
    }
    // What the office asks for takes the same kinds of answer as a page: they are counted once.
    for kind in KEYS.iter().filter(|_| place.kind && place.name == PAGE.name) {
        all.insert((place.name, kind.key));
        all.extend(kind.rules.iter().map(|rule| (kind.key, rule.key)));
        if let Some(place) = places_in(shape_of(kind)) {
            keys_of(place, seen, all);
        }
    }
}

fn places_in(shape: Shape) -> Option<&'static Heading> {
    match shape {
        Shape::Under(place) | Shape::WordsOr(place) | Shape::CasesOr(place) | Shape::ListOf(place) => Some(place),
        Shape::Each(inner) | Shape::YesOr(inner) | Shape::CasesOrEach(inner) => places_in(*inner),
        Shape::Options => Some(&OPTION),
        Shape::Documents => Some(&DOCUMENT),
        _ => None,
    }
}
