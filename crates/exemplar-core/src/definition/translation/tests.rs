//! Tests of the whole way: out to translators and back.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::*;
use crate::definition::{format_file, read as read_definition};

const SERVICE: &str = "language: 1\nname: Apply\norganisation: council\nlanguages: [en, cy]\nwhy: To decide.\n\
    questions:\n  full_name:\n    ask: What is your full name?\n    name:\n  colour:\n    ask: Which colour?\n    \
    called: the colour\n    one_of:\n      red: Red\n      green: { label: Green, hint: Like grass }\n\
    done:\n  say: |\n    We write to ((full_name)).\n\n    Goodbye.\n";

fn folder(files: &[(&str, &str)]) -> Folder {
    let files = files
        .iter()
        .map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec()));
    Folder {
        name: "permit".to_owned(),
        files: files.collect(),
    }
}

fn both_ways(texts: &Texts) -> [Returned; 2] {
    [
        from_xliff(to_xliff(texts).as_bytes()).unwrap(),
        from_csv(to_csv(texts).as_bytes()).unwrap(),
    ]
}

fn with_all(folder: &Folder, translate: impl Fn(&OneText) -> String) -> Returned {
    let texts = texts(folder, "cy").unwrap();
    let mut returned = both_ways(&texts)[0].clone();
    for text in &mut returned.texts {
        text.target = Some(translate(text));
    }
    returned
}

#[test]
fn all_texts_are_found_and_those_that_are_missing() {
    let service = folder(&[
        ("service.yaml", SERVICE),
        ("words/cy.yaml", "questions:\n  colour:\n    ask: Pa liw?\n"),
        ("messages/received.en.md", "# Got it\n\nDear ((full_name))\n"),
    ]);
    let texts = texts(&service, "cy").unwrap();
    let mut missing: Vec<&str> = texts.missing().map(|text| text.path.as_str()).collect();
    missing.sort_unstable();
    let expected = [
        "done.say",
        "messages/received",
        "name",
        "questions.colour.called",
        "questions.colour.one_of.green.hint",
        "questions.colour.one_of.green.label",
        "questions.colour.one_of.red",
        "questions.full_name.ask",
        "questions.full_name.called",
        "why",
    ];
    assert_eq!(missing, expected);
    assert_eq!(texts.texts.len(), expected.len() + 1);
    assert!(!texts.is_draft);
}

#[test]
fn a_language_that_is_not_published_is_a_draft() {
    let service = folder(&[("service.yaml", SERVICE)]);
    assert!(texts(&service, "ar").unwrap().is_draft);
    assert_eq!(texts(&service, "en").unwrap_err()[0].code, "own_language");
}

#[test]
fn what_comes_back_whole_is_complete_and_canonical() {
    let service = folder(&[
        ("service.yaml", SERVICE),
        (
            "words/cy.yaml",
            "note: Ours\nquestions:\n  colour: { one_of: { green: { label: Gwyrdd } } }\n",
        ),
        ("messages/received.en.md", "# Got it\n\nDear ((full_name))\n"),
    ]);
    let returned = with_all(&service, |text| format!("{} - cy: #", text.source));
    let applied = apply(&service, &returned).unwrap();
    assert_eq!((applied.not_taken, applied.taken), (Vec::new(), returned.texts.len()));
    let mut after = service.clone();
    after.files.extend(applied.files);
    assert_eq!(texts(&after, "cy").unwrap().missing().count(), 0);
    let words = after.text("words/cy.yaml").unwrap();
    assert!(
        words.contains("note: Ours") && words.contains("label: \"Green - cy: #\""),
        "{words}"
    );
    assert_eq!(format_file("words/cy.yaml", words).as_deref(), Some(words));
    let codes: Vec<_> = read_definition(&after)
        .findings
        .iter()
        .map(|finding| finding.code)
        .collect();
    assert!(
        !codes.contains(&"translation_missing") && !codes.contains(&"not_in_definition"),
        "{codes:?}"
    );
    for again in both_ways(&texts(&after, "cy").unwrap()) {
        assert_eq!(apply(&after, &again).unwrap().files, BTreeMap::new());
    }
}

#[test]
fn what_does_not_fit_is_named_and_the_rest_is_taken() {
    let service = folder(&[("service.yaml", SERVICE)]);
    let returned = with_all(&service, |text| match text.path.as_str() {
        "done.say" => "Ysgrifennwn at ((enw)).".to_owned(),
        "why" => String::new(),
        _ => "Gair".to_owned(),
    });
    let changed = folder(&[("service.yaml", &SERVICE.replace("Which colour?", "What colour?"))]);
    let applied = apply(&changed, &returned).unwrap();
    let named: Vec<String> = applied
        .not_taken
        .iter()
        .map(|not| format!("{}: {}", not.path, not.reason))
        .collect();
    assert_eq!(
        named,
        [
            "questions.colour.ask: its source has changed since it was handed over, and is now: What colour?",
            "done.say: it lacks ((full_name)), and has ((enw)) in place of it",
        ]
    );
    assert_eq!((applied.taken, applied.untranslated), (returned.texts.len() - 3, 1));
    assert!(applied.files.contains_key("words/cy.yaml"));
    let strange = Returned {
        to: "cy".to_owned(),
        texts: vec![OneText {
            path: "questions.nobody.ask".to_owned(),
            source: String::new(),
            target: Some("Pwy?".to_owned()),
        }],
    };
    assert_eq!(apply(&service, &strange).unwrap().not_taken[0].reason, Reason::Unknown);
}

/// Words as people and tools write them, with what formats trip over.
fn words() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[ -~]{0,8}",
        "[\\p{Arabic}\u{200f}\u{2068}\u{2069} ]{0,6}",
        Just("((full_name))".to_owned()),
        Just("[[ if full_name ]]x[[ endif ]]".to_owned()),
        Just("\n\n- ".to_owned()),
        Just("]]>&amp;<b>'\"".to_owned()),
        Just("=1+1".to_owned()),
        Just(": # | > \\ ".to_owned()),
    ];
    proptest::collection::vec(piece, 1..6).prop_map(|pieces| pieces.concat().trim().to_owned())
}

proptest! {
    #[test]
    fn any_texts_come_back_as_they_went(pairs in proptest::collection::vec((words(), words()), 1..8)) {
        let text = |(i, (source, target)): (usize, (String, String))| OneText {
            path: format!("phrases.p{i}"),
            source,
            target: Some(target).filter(|target| !target.is_empty()),
        };
        let ours = Texts {
            service: "permit".to_owned(),
            from: "en".to_owned(),
            to: "cy".to_owned(),
            is_draft: false,
            texts: pairs.into_iter().enumerate().map(text).collect(),
        };
        for came in both_ways(&ours) {
            prop_assert_eq!(&came.texts, &ours.texts);
        }
    }

    #[test]
    fn any_translation_that_is_taken_reads_back_the_same(target in words()) {
        let service = folder(&[("service.yaml", SERVICE)]);
        let returned = with_all(&service, |text| match text.path.as_str() {
            "done.say" => target.clone(),
            _ => "Gair".to_owned(),
        });
        let applied = apply(&service, &returned).unwrap();
        let mut after = service.clone();
        after.files.extend(applied.files.clone());
        let texts = texts(&after, "cy").unwrap();
        let say = texts.texts.iter().find(|text| text.path == "done.say").unwrap();
        let taken = !target.is_empty() && applied.not_taken.is_empty();
        prop_assert_eq!(say.target.as_deref(), Some(target.trim_end()).filter(|_| taken));
        prop_assert_eq!(apply(&after, &returned).unwrap().files, BTreeMap::new());
    }
}
