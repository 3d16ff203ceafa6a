//! What is told of examples.

use crate::{QUESTIONS, check_folder, check_with_file, codes, folder, told};

#[test]
fn examples() {
    let example = |then: &str| {
        format!("who: A\ntoday: 2026-05-01\nanswers: {{ nation: wales, moved: no, truth: yes }}\nthen: {{ {then} }}\n")
    };
    let check = |then: &str, beneath: &str| {
        check_with_file("", "examples/a.yaml", &example(then), "example", beneath);
    };
    check("path: [nation, truth]", "[nation, truth]");
    check("exit: nowhere", "nowhere");
    check("skips: [moved]", "[moved]");
    check("messages: [received]", "[received]");
    let mut folder = folder::with(QUESTIONS);
    let right = example("path: [nation, moved, truth], messages: [], fee: none");
    folder.files.insert("examples/a.yaml".into(), right.into_bytes());
    assert_eq!(told(&folder), []);
    check_with_file(
        "",
        "examples/b.yaml",
        "who: A\nanswers: { nation: wales }\n",
        "today",
        "w",
    );
}

#[test]
fn rules_across_answers_are_met_by_examples() {
    let must = "    must: { wales_only: { be: nation is wales, or_say: Only Wales } }\n";
    let example =
        "today: 2026-05-01\nanswers: { nation: england, truth: yes }\nthen: { refused_at: { truth: wales_only } }\n";
    let mut folder = folder::with(&format!("{QUESTIONS}{must}"));
    folder
        .files
        .insert("examples/a.yaml".into(), example.as_bytes().to_vec());
    assert_eq!(told(&folder), []);
    let other = example.replace("england", "wales");
    let other = other.replace("truth: yes }", "moved: no, truth: yes }");
    folder.files.insert("examples/a.yaml".into(), other.into_bytes());
    check_folder(&folder, "example", "examples/a.yaml", "truth");
}

#[test]
fn several_refused_answers_of_an_example_must_all_be_refused() {
    let service = "name: A\norganisation: council\nwhy: To decide.\nlaw: A law\nquestions:\n  \
        first: { ask: One?, called: one, number: { from: 1 }, must: { even: { be: first is 2, or_say: Two } } }\n  \
        second: { ask: Two?, called: two, number: { from: 5 } }\n  third: { ask: Three?, called: three, yes_no: }\n\
        keep: { draft: 1 day, approved: 1 day, refused: 1 day, withdrawn: 1 day }\n";
    let of = |then: &str| {
        let example = format!(
            "who: A\ntoday: 2026-05-01\nanswers: {{ first: 3, second: 4, third: yes }}\nthen: {{ refused_at: {then} }}\n"
        );
        codes(&folder::of(&[("service.yaml", service), ("examples/a.yaml", &example)]))
    };
    let nothing: [&str; 0] = [];
    assert_eq!(of("{ first: even, second: from }"), nothing);
    assert_eq!(of("{ first: even }"), nothing);
    assert_eq!(of("{ first: even, third: empty }"), ["example"]);
    assert_eq!(of("{ first: even, second: to }"), ["example"]);
    assert_eq!(
        of("{ second: from }"),
        ["example"],
        "the first that is refused must be named"
    );
}

/// The findings on an example of these answers: the code, what stands beneath the carets, and the words.
fn of_answers(answers: &str, then: &str) -> Vec<(&'static str, String, String)> {
    let lines = "questions:\n  full_name: { ask: What is your full name?, name: }\n  \
                 born: { ask: What is your date of birth?, date: { in: past } }\n  \
                 nation: { ask: Where?, called: where, one_of: { england: England, wales: Wales } }\n  \
                 abroad: { when: nation is wales, exit: A }\n  \
                 moved: { ask: Moved?, called: moved, yes_no: }\n  \
                 since: { when: moved, ask: Since?, called: since, text: }\n";
    let example = format!("who: A\ntoday: 2026-05-01\nanswers:\n{answers}then: {then}\n");
    let mut folder = folder::with(lines);
    folder
        .files
        .insert("examples/a.yaml".into(), example.clone().into_bytes());
    let findings = exemplar_core::definition::read(&folder).findings;
    let told = findings.into_iter().map(|finding| {
        let line = example.lines().nth(finding.line.saturating_sub(1)).unwrap_or_default();
        let beneath = line.chars().skip(finding.column.saturating_sub(1)).take(finding.length);
        (
            finding.code,
            beneath.collect(),
            format!("{} {}", finding.message, finding.advice),
        )
    });
    told.collect()
}

const NAME: &str = "  full_name: { first: A, last: B }\n";
const REST: &str = "  nation: england\n  moved: no\n";

#[track_caller]
fn check_answers(answers: &str, then: &str, code: &'static str, beneath: &str, says: &str) {
    let told = of_answers(answers, then);
    let is_it = |(found, at, words): &(&str, String, String)| *found == code && at == beneath && words.contains(says);
    assert!(told.len() == 1 && is_it(&told[0]), "{told:?}");
}

#[test]
fn a_part_that_an_answer_does_not_have_is_told() {
    let born = "  born: 1984-07-19\n";
    assert_eq!(of_answers(&format!("{NAME}{born}{REST}"), "{}"), []);
    let name = "  full_name: { first: A, last: B, middel: C }\n";
    check_answers(&format!("{name}{born}{REST}"), "{}", "example", "middel", "first, last");
    let name = "  full_name: { first: A, last: B, frist: C }\n";
    check_answers(&format!("{name}{born}{REST}"), "{}", "example", "frist", "\"first\"");
    let both = "  nation: [england, wales]\n  moved: no\n";
    check_answers(
        &format!("{NAME}{born}{both}"),
        "{}",
        "example",
        "[england, wales]",
        "takes one answer",
    );
}

#[test]
fn a_wrong_answer_is_told_where_it_stands_with_what_is_wrong() {
    let check = |name: &str, born: &str, beneath: &str, says: &str| {
        let answers = format!("  full_name: {name}\n  born: {born}\n{REST}");
        check_answers(&answers, "{}", "example", beneath, says);
    };
    check("{ first: A }", "1984-07-19", "{ first: A }", "lacks its part \"last\"");
    check(
        "{ first: A, last: B }",
        "19th of July",
        "19th of July",
        "cannot be read as the answer to \"born\"",
    );
    check("{ first: A, last: B }", "2084-07-19", "2084-07-19", "\"in\"");
    check("{ first: A, last: B }", "\"\"", "\"\"", "is empty");
}

#[test]
fn an_answer_that_is_never_asked_for_is_warned_of_with_why() {
    let begin = format!("{NAME}  born: 1984-07-19\n");
    let since = format!("{begin}{REST}  since: May\n");
    check_answers(&since, "{}", "never_asked", "since", "\"moved\" does not hold here");
    let moved = format!("{begin}  nation: wales\n  moved: no\n");
    check_answers(&moved, "{ exit: abroad }", "never_asked", "moved", "ends at \"abroad\"");
}
