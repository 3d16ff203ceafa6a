//! What is told of conditions that can never hold or always do, and of cases that are never reached; and what is not
//! told, because it can happen.

mod folder;

use exemplar_core::definition::finding::render;
use exemplar_core::definition::read;

const QUESTIONS: &str = "\
eligibility:
  born:
    ask: When were you born?
    called: your date of birth
    date: { in: past }
  too_young:
    when: age(born) < 16
    exit: You are too young
questions:
  nation:
    ask: Where?
    called: where
    one_of: { england: England, wales: Wales, scotland: Scotland }
  moved:
    when: nation is wales
    ask: Moved?
    called: moved
    yes_no:
  children:
    ask: How many?
    called: how many
    number: { from: 0, to: 20 }
  help:
    ask: Which help?
    called: which help
    any_of: { money: Money, food: Food, none_of_these: { label: None, alone: yes } }
  rent:
    ask: How much?
    called: your rent
    optional: yes
    money:
";

/// Code, line beneath the carets, of every finding of a service of these questions and further lines.
fn told(lines: &str) -> Vec<(&'static str, String)> {
    let folder = folder::with(&format!("{QUESTIONS}{lines}"));
    let checked = read(&folder);
    let told = checked.findings.iter().map(|finding| {
        let text = folder.text(&finding.file).unwrap_or_default();
        let line = text.lines().nth(finding.line.saturating_sub(1)).unwrap_or_default();
        let beneath = line.chars().skip(finding.column.saturating_sub(1)).take(finding.length);
        (finding.code, beneath.collect())
    });
    told.collect()
}

/// A page shown when this holds has that finding.
fn page(when: &str, code: &'static str) {
    let lines = format!("  x:\n    when: {when}\n    ask: A?\n    called: a\n    yes_no:\n");
    assert_eq!(told(&lines), [(code, when.to_owned())]);
}

/// A page shown when this holds has none.
fn possible(when: &str) {
    let lines = format!("  x:\n    when: {when}\n    ask: A?\n    called: a\n    yes_no:\n");
    assert_eq!(told(&lines), [], "{when}");
}

#[test]
fn the_service_itself_has_no_findings() {
    assert_eq!(told(""), []);
}

#[test]
fn what_can_never_hold_is_told() {
    page("nation is wales and nation is england", "never_holds");
    page("not (nation in [england, wales, scotland])", "never_holds");
    page("children > 3 and children < 2", "never_holds");
    page("children > 20", "never_holds");
    page("children < 0", "never_holds");
    page("moved and nation is england", "never_holds");
    page("answered(moved) and nation is scotland", "never_holds");
    page("not answered(children)", "never_holds");
    page("money in help and not (money in help)", "never_holds");
    // Whoever is younger has left at the end before.
    page("age(born) < 16", "never_holds");
    page("nation is wales and not answered(moved)", "never_holds");
}

#[test]
fn what_always_holds_is_told() {
    page("children >= 0", "always_holds");
    page("answered(nation)", "always_holds");
    page("nation is wales or nation in [england, scotland]", "always_holds");
    page("children > 5 or children <= 5", "always_holds");
    page("age(born) >= 16", "always_holds");
}

#[test]
fn what_can_happen_is_not_told() {
    for when in [
        "nation is wales",
        "not moved",
        "children > 3",
        "children is 0",
        "children > 19",
        "not answered(rent)",
        "rent > 3 or rent <= 3",
        "money in help and food in help",
        "count(help) > 1",
        "age(born) > 17",
        "age(born) < 17",
        "nation is not wales",
    ] {
        possible(when);
    }
}

#[test]
fn facts_rules_and_options_are_looked_at_too() {
    let facts = "facts:\n  a: nation is wales and moved\n  b: a and nation is england\n";
    assert_eq!(told(facts), [("never_holds", "a and nation is england".to_owned())]);
    let rule = "  x:\n    ask: A?\n    called: a\n    yes_no:\n    must: { some: { be: children >= 0, or_say: No } }\n";
    assert_eq!(told(rule), [("always_holds", "children >= 0".to_owned())]);
    let option = "  x:\n    ask: A?\n    called: a\n    one_of: { b: B, c: { label: C, when: children > 20 } }\n";
    assert_eq!(told(option), [("never_holds", "children > 20".to_owned())]);
}

#[test]
fn a_case_that_is_never_reached_is_told() {
    let cases = |lines: &[&str]| {
        let lines: String = lines.iter().map(|line| format!("    - {line}\n")).collect();
        told(&format!("facts:\n  price:\n{lines}"))
    };
    assert_eq!(cases(&["1 when children > 3", "2 when children > 1", "3"]), []);
    assert_eq!(
        cases(&["1 when children > 1", "2 when children > 3", "3"]),
        [("case_never_applies", "children > 3".to_owned())]
    );
    assert_eq!(
        cases(&["1 when nation is wales", "2 when nation is wales", "3"]),
        [("case_never_applies", "nation is wales".to_owned())]
    );
}

#[test]
fn a_missing_answer_that_another_part_settles_is_not_told() {
    assert_eq!(told("facts: { f: nation is wales and not moved }\n"), []);
    assert_eq!(
        told("facts: { f: nation is england and not moved }\n")[0].0,
        "never_holds",
        "it can be told that nobody is asked"
    );
    assert_eq!(
        told("facts: { f: not moved }\n"),
        [("maybe_unanswered", "moved".to_owned())]
    );
}

#[test]
fn a_fact_beneath_not_that_may_have_no_value_is_told() {
    let with = |fact: &str, when: &str| {
        told(&format!(
            "  x:\n    when: {when}\n    ask: A?\n    called: a\n    yes_no:\nfacts: {{ f: {fact} }}\n"
        ))
    };
    // Those outside Wales were not asked, so they are neither: they do not see the page.
    assert_eq!(with("moved", "not f"), [("maybe_unanswered", "f".to_owned())]);
    assert_eq!(
        with("nation is wales and rent > 3", "not f"),
        [("maybe_unanswered", "f".to_owned())]
    );
    for (fact, when) in [
        ("moved", "not yes(f)"),
        ("moved", "nation is wales and not f"),
        ("nation is wales and moved", "not f"),
        ("age(born) > 17", "not f"),
        ("yes(moved)", "not f"),
    ] {
        assert_eq!(with(fact, when), [], "{fact}, {when}");
    }
}

#[test]
fn what_is_too_much_to_look_at_is_counted() {
    let many: String = (0..16)
        .map(|n| format!("  q{n}: {{ ask: A?, called: a, yes_no: }}\n"))
        .collect();
    let all: Vec<String> = (0..16).map(|n| format!("q{n}")).collect();
    let page = format!("  x: {{ when: {}, exit: A }}\n", all.join(" and "));
    let checked = read(&folder::with(&format!("{QUESTIONS}{many}{page}")));
    assert_eq!(checked.not_proved, 1);
    assert_eq!(checked.findings, []);
}

#[test]
fn the_sentences_say_what_to_do() {
    let folder = folder::with(&format!("{QUESTIONS}  x: {{ when: children > 20, exit: A }}\n"));
    let finding = &read(&folder).findings[0];
    assert_eq!(
        render(finding, &folder),
        "warning[never_holds]: This can never hold, whatever people answer.\n  at service.yaml:40:14\n    |\n 40 |   x: { \
         when: children > 20, exit: A }\n    |              ^^^^^^^^^^^^^\n  Change the condition, or take out what it \
         stands for.\n"
    );
}
