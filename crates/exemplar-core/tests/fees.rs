//! Fees: what is told of mistakes in them, what `docs/definition.md` says of them, and that sums are exact to the coin.

#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "tests read the documents that are shipped"
)]

mod folder;

use std::path::Path;

use exemplar_core::definition::finding::render;
use exemplar_core::definition::{Definition, Folder, format, read};
use exemplar_core::journey::{Setting, Walk};
use exemplar_core::record::Channel;
use proptest::prelude::*;
use rust_decimal::{Decimal, RoundingStrategy};

const QUESTIONS: &str = "\
questions:
  applies_as:
    ask: Who?
    called: who
    one_of: { student: Student, other: Somebody else }
  trading_since:
    ask: Since when?
    called: since when
    date: { in: past }
  cards:
    ask: How many cards?
    called: how many
    number: { from: 0, to: 99 }
  stand_in_name:
    ask: Who stands in?
    called: who stands in
    optional: yes
    name: { parts: [first, last] }
  stand_in_email:
    ask: Where do we write?
    called: where we write
    optional: yes
    email:
  extra:
    ask: How much more?
    called: how much more
    optional: yes
    money:
";

fn folder(lines: &str) -> Folder {
    folder::with(&format!("{QUESTIONS}{lines}"))
}

fn told(folder: &Folder) -> Vec<String> {
    let findings = read(folder).findings;
    findings.iter().map(|finding| render(finding, folder)).collect()
}

#[track_caller]
fn check(lines: &str, code: &str) {
    let codes: Vec<_> = read(&folder(lines))
        .findings
        .iter()
        .map(|finding| finding.code)
        .collect();
    assert_eq!(codes, [code], "{lines}: {:?}", told(&folder(lines)));
}

/// What it costs to answer so, in the smallest coins.
#[track_caller]
fn cost(lines: &str, answers: &str) -> String {
    let mut folder = folder(lines);
    let example = format!("who: A\ntoday: 2026-05-01\nanswers: {answers}\nthen: {{ fee: 987654 GBP }}\n");
    folder.files.insert("examples/a.yaml".into(), example.into_bytes());
    let findings = read(&folder).findings;
    let [only] = findings.as_slice() else {
        panic!("{:?}", told(&folder));
    };
    only.message.clone()
}

const ALL: &str = "{ applies_as: student, trading_since: 2025-11-01, cards: 2 }";

#[test]
fn every_example_of_the_documentation_passes_the_check() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/definition.md");
    let text = std::fs::read_to_string(path).unwrap();
    let (_, chapter) = text.split_once("\n## Fees\n").unwrap();
    let chapter = chapter.split("\n## ").next().unwrap();
    let examples: Vec<_> = chapter.split("```yaml\n").skip(1).collect();
    assert_eq!(examples.len(), 6);
    for example in examples {
        let folder = folder(example.split("```").next().unwrap());
        assert_eq!(told(&folder), [""; 0], "{example}");
        let formatted = format(&folder).unwrap();
        assert_eq!(format(&formatted).as_ref(), Ok(&formatted));
        let model = |folder: &Folder| format!("{:?}", read(folder).definition.unwrap().fee);
        assert_eq!(model(&folder), model(&formatted));
    }
    for key in ["for", "when", "amount", "less", "law", "within", "say", "refund"] {
        assert!(
            chapter.contains(&format!("`{key}`")) || chapter.contains(&format!("{key}:")),
            "{key}"
        );
    }
}

#[test]
fn a_second_signatory_is_explained_and_its_mistakes_are_told() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/definition.md");
    let text = std::fs::read_to_string(path).unwrap();
    let (_, chapter) = text.split_once("\n## A second signatory\n").unwrap();
    let example = chapter.split("```yaml\n").nth(1).unwrap().split("```").next().unwrap();
    assert_eq!(told(&folder(example)), [""; 0]);
    let definition = read(&folder(example)).definition.unwrap();
    assert_eq!(definition.signatory.unwrap().shows.len(), 2);
    for key in ["when", "name", "email", "say", "shows", "declaration", "within"] {
        assert!(chapter.contains(&format!("`{key}`")), "{key}");
    }
    let with = |keys: &str| format!("signatory: {{ declaration: I do, {keys} }}\n");
    check(
        &with("name: stand_in_name, email: applies_as, when: answered(stand_in_name)"),
        "wrong_kind",
    );
    check(&with("name: stand_in_name"), "missing");
    check(
        &with("name: stand_in_name, email: nobody, when: answered(stand_in_name)"),
        "unknown_name",
    );
    let always = read(&folder(&with("name: stand_in_name, email: stand_in_email"))).findings;
    assert!(always.iter().all(|finding| finding.code == "maybe_unanswered") && always.len() == 2);
}

#[test]
fn facts_decide_what_a_line_costs_and_who_signs() {
    let lines = "\
facts:
  is_student: applies_as is student
  is_other: applies_as is other
  price: 7 GBP * cards
fee:
  cards: { for: Cards, when: is_student, amount: price }
  others: { for: For others, when: is_other, amount: 100 GBP }
";
    assert!(cost(lines, ALL).contains("14"), "{}", cost(lines, ALL));
    assert!(!cost(lines, ALL).contains("114"), "{}", cost(lines, ALL));
    let signs = "\
facts: { is_student: applies_as is student }
signatory:
  when: is_student and answered(stand_in_name) and answered(stand_in_email)
  name: stand_in_name
  email: stand_in_email
  declaration: I do
";
    let definition = read(&folder(signs)).definition;
    let definition = definition.unwrap_or_else(|| panic!("{:?}", told(&folder(signs))));
    assert!(definition.signatory.unwrap().when.is_some());
}

#[test]
fn mistakes_are_told() {
    check("fee: cards\n", "wrong_type");
    check("fee: { a: { amount: 3 GBP } }\n", "missing");
    check("fee: { a: { for: A } }\n", "missing");
    check("fee: { a: { for: A, amount: 3 GBP, less: 2 GBP } }\n", "two_amounts");
    check(
        "fee: { a: { for: A, amount: fee.b }, b: { for: B, amount: 3 GBP } }\n",
        "unknown_name",
    );
    check("fee: 3 GBP * cars\n", "unknown_name");
    check("fee: { a: { for: A, amount: extra } }\n", "maybe_unanswered");
    check("fee:\n  - 3 GBP when cards > 1\n", "no_last_case");
    check("payment: { within: 3 days }\n", "missing");
    check("fee: 3 GBP\npayment: { when: after_decision }\n", "nothing_issued");
    check("fee: 3 GBP\nfacts:\n  fee: 3\n", "reserved_name");
    check("fee: 3 GBP\nstart: { say: It costs ((fee)). }\n", "asked_later");
    check("fee: 3 GBP\ndone: { say: You paid ((fee.a)). }\n", "unknown_name");
}

#[test]
fn lines_are_added_and_taken_off() {
    let lines = "fee:
  registration: { for: A, amount: 154 GBP }
  young: { for: B, when: trading_since > today - 1 year, less: fee.registration * 0.20 }
  cards: { for: C, amount: 5 GBP * cards }
";
    assert_eq!(cost(lines, ALL), "It costs 133.2 GBP.");
    let old = "{ applies_as: student, trading_since: 2020-11-01, cards: 2 }";
    assert_eq!(cost(lines, old), "It costs 164 GBP.");
    assert_eq!(
        cost("fee:\n  - 1 GBP when applies_as is student\n  - 2 GBP\n", ALL),
        "It costs 1 GBP."
    );
    assert_eq!(cost("fee: { a: { for: A, less: 3 GBP } }\n", ALL), "It costs 0 GBP.");
    // Half a penny goes up, on each line by itself.
    assert_eq!(cost("fee: 0.125 GBP\n", ALL), "It costs 0.13 GBP.");
    let halves = "fee: { a: { for: A, amount: 0.125 GBP }, b: { for: B, amount: 0.125 GBP } }\n";
    assert_eq!(cost(halves, ALL), "It costs 0.26 GBP.");
}

/// What random lines come to, worked out beside the program.
fn expected(lines: &[(bool, u32, u32, u32)]) -> i64 {
    let sum: i64 = lines
        .iter()
        .map(|(is_less, whole, decimals, by)| {
            let amount = Decimal::new(i64::from(whole * 1_000 + decimals), 3) * Decimal::new(i64::from(*by), 2);
            let rounded = amount.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero);
            let pence: i64 = (rounded * Decimal::from(100)).normalize().to_string().parse().unwrap();
            if *is_less { -pence } else { pence }
        })
        .sum();
    sum.max(0)
}

fn setting(definition: &Definition) -> Setting {
    Setting {
        today: "2026-05-01".parse().unwrap(),
        language: definition.languages[0].clone(),
        channel: Channel::Web,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn sums_are_exact_to_the_penny(lines in proptest::collection::vec((any::<bool>(), 0..100_000_u32, 0..1_000_u32, 0..1_000_u32), 1..20)) {
        let written: String = lines.iter().enumerate().map(|(n, (is_less, whole, decimals, by))| {
            let key = if *is_less { "less" } else { "amount" };
            format!("  l{n}:\n    for: Line {n}\n    {key}: {whole}.{decimals:03} GBP * {}.{:02}\n", by / 100, by % 100)
        }).collect();
        let folder = folder(&format!("fee:\n{written}"));
        let checked = read(&folder);
        prop_assert!(checked.definition.is_some(), "{:?}", told(&folder));
        let definition = checked.definition.unwrap();
        let answers = Default::default();
        let walk = Walk::new(&definition, &answers, setting(&definition));
        prop_assert_eq!(walk.fee().unwrap().total(), expected(&lines));
    }
}
