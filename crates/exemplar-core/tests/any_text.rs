//! Whatever words somebody writes, formatting keeps them.

mod folder;

use exemplar_core::definition::{format, format_file, read};
use proptest::prelude::*;

/// Words with all that YAML gives a meaning to.
fn words() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[a-z]{1,8}",
        "[A-Z0-9]{1,5}",
        Just(": ".to_owned()),
        Just(" #".to_owned()),
        Just("\n".to_owned()),
        Just("\n\n  ".to_owned()),
        Just("- ".to_owned()),
        "[-?:,{}#&*!|>'\"%@`~=<. 0-9é]{1,6}",
        prop_oneof![
            Just("yes"),
            Just("NO"),
            Just("null"),
            Just("0300"),
            Just("1e5"),
            Just("12.10")
        ]
        .prop_map(str::to_owned),
    ];
    proptest::collection::vec(piece, 1..8).prop_map(|pieces| pieces.concat())
}

/// The words in double quotes.
fn quoted(words: &str) -> String {
    serde_json::to_string(words).expect("text is JSON")
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn words_are_kept(name in words(), say in words(), label in words()) {
        let text = format!(
            "{}send:\n  say: {}\nquestions:\n  a:\n    ask: A?\n    called: {}\n    one_of: {{ b: {}, c: {{ label: {} }} }}\n",
            folder::HEAD, quoted(&say), quoted(&name), quoted(&label), quoted(&say),
        );
        let folder = folder::of(&[("service.yaml", &text)]);
        let formatted = format(&folder).expect("it can be read");
        let again = format(&formatted);
        prop_assert_eq!(again.as_ref(), Ok(&formatted));
        let told = |folder| read(folder).findings.iter().map(|finding| finding.code).collect::<Vec<_>>();
        prop_assert_eq!(told(&folder), told(&formatted));
        if let Some(before) = read(&folder).definition {
            let after = read(&formatted).definition.expect("it was right before");
            prop_assert_eq!(&before.send.say, &after.send.say);
            let question = |definition: &exemplar_core::definition::Definition| {
                let question = definition.question("a").expect("it is there");
                format!("{:?} {:?}", question.called, question.kind.choices())
            };
            prop_assert_eq!(question(&before), question(&after));
        }
    }

    #[test]
    fn nothing_makes_the_reader_panic(text in "[a-z:\\-\\[\\]{}|>&*!'\"#, \n\t]{0,200}") {
        let _ = format_file("service.yaml", &text);
        let _ = read(&folder::of(&[("service.yaml", &text)]));
    }

    #[test]
    fn no_expression_makes_the_reader_panic(text in "[ab0-9()\\[\\],.<>=+*/\"'é -]{0,60}") {
        let questions = format!("questions:\n  a:\n    ask: A?\n    called: a\n    yes_no:\n  b:\n    when: {}\n    exit: B\n", quoted(&text));
        let _ = read(&folder::with(&questions));
    }
}
