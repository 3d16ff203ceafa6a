//! What canonical text looks like, and that nothing is lost in it: trees of any form come back as they were.

use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use super::*;
use crate::definition::source::{Key, Place, Style, What};

fn check(path: &str, text: &str, canonical: &str) {
    assert_eq!(format_file(path, text).as_deref(), Some(canonical));
    assert_eq!(format_file(path, canonical).as_deref(), Some(canonical), "again");
}

fn check_service(text: &str, canonical: &str) {
    check("service.yaml", text, canonical);
}

#[test]
fn keys_stand_in_one_order() {
    check_service(
        "organisation: a\nname: B\nsend: { say: D, button: C }\n",
        "name: B\norganisation: a\n\nsend:\n  button: C\n  say: D\n",
    );
}

#[test]
fn pages_keep_their_order_with_a_blank_line_between() {
    check(
        "questions.yaml",
        "b:\n  yes_no:\n  ask: B?\na:\n  ask: A?\n  email:\n",
        "b:\n  ask: B?\n  yes_no:\n\na:\n  ask: A?\n  email:\n",
    );
}

#[test]
fn rules_of_a_kind_stand_on_one_line_in_their_order() {
    check(
        "questions.yaml",
        "a:\n  number:\n    to: 10\n    from: 1\n  ask: B\n  when: c\n",
        "a:\n  when: c\n  ask: B\n  number: { from: 1, to: 10 }\n",
    );
}

#[test]
fn an_expression_with_a_comma_stands_on_a_line_of_its_own() {
    check(
        "questions.yaml",
        "a:\n  date: { from: 'latest(b, c)', in: past }\n",
        "a:\n  date:\n    in: past\n    from: latest(b, c)\n",
    );
}

#[test]
fn short_options_stand_on_one_line() {
    check(
        "questions.yaml",
        "a:\n  one_of:\n    england: England\n    wales: Wales\n",
        "a:\n  one_of: { england: England, wales: Wales }\n",
    );
    check(
        "questions.yaml",
        "a:\n  one_of: { b: 'Yes, all', c: { label: None, alone: yes } }\n",
        "a:\n  one_of:\n    b: Yes, all\n    c: { label: None, alone: yes }\n",
    );
}

#[test]
fn what_other_tools_misread_is_quoted() {
    check_service(
        "name: NO\nstart:\n  takes: 12.10\n  say: 'a: b'\n",
        "name: \"NO\"\n\nstart:\n  say: \"a: b\"\n  takes: \"12.10\"\n",
    );
    check(
        "examples/a.yaml",
        "answers: { a: yes, b: NO, c: 0300, d: 2026-05-01, e: '75020', 'NO': 1 }\n",
        "answers: { a: yes, b: \"NO\", c: \"0300\", d: 2026-05-01, e: 75020, \"NO\": 1 }\n",
    );
}

#[test]
fn cases_are_a_line_each() {
    check_service(
        "facts:\n  a: [1 when b, 2]\n  c: x in [d, e]\n",
        "facts:\n  a:\n    - 1 when b\n    - 2\n  c: x in [d, e]\n",
    );
}

#[test]
fn a_text_has_lines_only_where_it_needs_them() {
    let long = "a word ".repeat(20);
    let long = long.trim_end();
    check_service(
        &format!("start:\n  say: |\n    One\n\n    Two\n  who_can: |\n    One\n  have_ready: {long}\n"),
        &format!("start:\n  say: |\n    One\n\n    Two\n  who_can: One\n  have_ready: |\n    {long}\n"),
    );
}

#[test]
fn a_long_list_goes_on_below_its_beginning() {
    let name = "a".repeat(40);
    check(
        "examples/a.yaml",
        &format!("then:\n  path: [{name}, {name}, b]\n"),
        &format!("then:\n  path: [{name}, {name}, b]\n"),
    );
    check(
        "examples/a.yaml",
        &format!("then:\n  path: [{name}, {name}, {name}]\n"),
        &format!("then:\n  path: [{name}, {name},\n         {name}]\n"),
    );
}

#[test]
fn messages_and_lists_end_their_lines_as_everywhere() {
    check(
        "messages/received.en.md",
        "\r\n# A\r\n\r\nB  \r\nC\r\n\r\n",
        "# A\n\nB  \nC\n",
    );
    check(
        "lists/a.csv",
        "id,name\r\nb,\"C\r\nD\"\r\n\r\n",
        "id,name\nb,\"C\nD\"\n",
    );
    check("lists/a.csv", "id,name", "id,name\n");
}

#[test]
fn a_comment_is_never_lost() {
    let mut folder = Folder::default();
    folder.files.insert("service.yaml".into(), b"name: A # why\n".to_vec());
    let found = format(&folder).unwrap_err();
    assert_eq!((found[0].code, found[0].line), ("comment", 1));
    assert!(found[0].advice.contains("note"));
    assert_eq!(format_file("service.yaml", "name: A # why\n"), None);
}

#[test]
fn what_cannot_be_read_is_told() {
    let mut folder = Folder::default();
    folder.files.insert("service.yaml".into(), b"name: A\n".to_vec());
    folder.files.insert("facts.yaml".into(), b"a: !b\n".to_vec());
    let found = format(&folder).unwrap_err();
    assert_eq!((found[0].file.as_str(), found[0].code), ("facts.yaml", "tag"));
}

/// A part of a document, without its place and style, with texts as the reader takes them.
fn bare(node: &Node, shape: Shape) -> Node {
    let what = match &node.what {
        What::Nothing => What::Nothing,
        What::Text(text, _) => What::Text(scalar::ended(text, shape).to_owned(), Style::Plain),
        What::List(nodes) => What::List(nodes.iter().map(|node| bare(node, shape)).collect()),
        What::Map(_) => {
            let entries = form::in_order(node, shape).into_iter();
            let entries = entries.map(|(key, node)| {
                let place = Place::default();
                let text = key.text.clone();
                (Key { text, place }, bare(node, form::under(shape, &key.text)))
            });
            What::Map(entries.collect())
        }
    };
    let place = Place::default();
    Node { place, what }
}

/// Texts with all that YAML gives a meaning to.
fn text() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "yes",
        "NO",
        "y",
        "null",
        "0300",
        "12.10",
        "10:30",
        "1e5",
        ".5",
        "2026-05-01",
        "2026-06-07 23:59",
        "England",
        "a and b",
        "not a",
        "latest(a, b)",
        "x in [a, b]",
        "\"GB\"",
        "it's",
        "((name))",
        "154 GBP",
        "\u{e9}\u{4e2d}",
        "---",
        "...",
        "a long sentence that goes on and on, as sentences of the law do now and then",
    ]);
    let signs = "[-?:,{}\\[\\]#&*!|>'\"%@`~=<.\\\\ \n\t0-9a-z]{1,5}";
    let piece = prop_oneof![3 => words.prop_map(str::to_owned), 1 => signs, 1 => Just(": ".to_owned()),
        1 => Just(" #".to_owned()), 1 => Just("\n".to_owned()), 1 => Just("\n\n  ".to_owned())];
    prop::collection::vec(piece, 1..5).prop_map(|pieces| pieces.concat())
}

/// Headings: those of the language, so that shapes are met, and any others.
fn key() -> impl Strategy<Value = String> {
    let known = prop::sample::select(vec![
        "name",
        "organisation",
        "note",
        "start",
        "say",
        "deadline",
        "questions",
        "ask",
        "when",
        "one_of",
        "label",
        "alone",
        "date",
        "in",
        "from",
        "to",
        "number",
        "must",
        "be",
        "or_say",
        "facts",
        "is",
        "casework",
        "team",
        "outcomes",
        "appeal",
        "reasons",
        "keep",
        "channels",
        "web",
        "cost",
        "hours",
        "lists",
        "answers",
        "then",
        "path",
        "staff",
        "NO",
        "01",
        "7",
    ]);
    prop_oneof![4 => known.prop_map(str::to_owned), 2 => "[a-z][a-z_]{0,6}", 1 => "[-a-zA-Z0-9:#,{}'\" ]{1,8}"]
}

fn tree() -> impl Strategy<Value = Node> {
    let made = |what| Node {
        place: Place::default(),
        what,
    };
    let leaf = prop_oneof![
        8 => text().prop_map(|text| What::Text(text, Style::Plain)),
        1 => Just(What::Nothing),
        1 => Just(What::List(Vec::new())),
        1 => Just(What::Map(Vec::new())),
    ];
    leaf.prop_map(made).prop_recursive(6, 60, 6, move |inner| {
        let entries = prop::collection::btree_map(key(), inner.clone(), 0..6);
        let entries = entries.prop_map(BTreeEntries::into_entries).prop_shuffle();
        prop_oneof![
            1 => prop::collection::vec(inner, 0..4).prop_map(What::List),
            4 => entries.prop_map(What::Map),
        ]
        .prop_map(made)
    })
}

/// Headings that stand once each.
trait BTreeEntries {
    fn into_entries(self) -> Vec<(Key, Node)>;
}

impl BTreeEntries for std::collections::BTreeMap<String, Node> {
    fn into_entries(self) -> Vec<(Key, Node)> {
        let place = Place::default();
        self.into_iter()
            .map(|(text, node)| (Key { text, place }, node))
            .collect()
    }
}

/// Of the trees that are made.
const SEED: u64 = 20_260_601;

proptest! {
    // A failure prints the tree, and this seed makes it again.
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(SEED),
        cases: 1000,
        ..ProptestConfig::default()
    })]

    #[test]
    fn any_tree_comes_back_as_it_was(
        tree in tree(),
        path in prop::sample::select(vec!["service.yaml", "questions.yaml", "facts.yaml", "words/cy.yaml", "examples/a.yaml"]),
    ) {
        let shape = shape_of(path).unwrap();
        let written = yaml(&tree, shape);
        let mut findings = Findings::default();
        let read = read_yaml(path, &written, &mut findings);
        let found = findings.into_sorted();
        prop_assert!(found.is_empty(), "{found:?}\n{written}\nseed {SEED}");
        let read = read.unwrap();
        prop_assert_eq!(bare(&read, shape), bare(&tree, shape), "{}\nseed {}", written, SEED);
        prop_assert_eq!(yaml(&read, shape), written);
    }
}
