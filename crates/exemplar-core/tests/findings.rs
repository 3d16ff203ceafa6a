//! What is told of mistakes that people make: the kind, the place, and that the definition is or is not used.

mod folder;

use exemplar_core::definition::{Folder, Severity, read};

const QUESTIONS: &str = "\
questions:
  nation:
    ask: Where?
    called: where
    one_of: { england: England, wales: Wales }
  moved:
    when: nation is wales
    ask: Moved?
    called: moved
    yes_no:
  truth:
    ask: Truth?
    called: truth
    declaration: Yes
";

/// The code, the file and the text beneath the carets of every finding.
fn told(folder: &Folder) -> Vec<(&'static str, String, String)> {
    let findings = read(folder).findings;
    let told = findings.iter().map(|finding| {
        let text = folder.text(&finding.file).unwrap_or_default();
        let line = text.lines().nth(finding.line.saturating_sub(1)).unwrap_or_default();
        let beneath = line.chars().skip(finding.column.saturating_sub(1)).take(finding.length);
        (finding.code, finding.file.clone(), beneath.collect())
    });
    told.collect()
}

fn check_folder(folder: &Folder, code: &'static str, file: &str, beneath: &str) {
    let wanted = (code, file.to_owned(), beneath.to_owned());
    let told = told(folder);
    assert!(told.contains(&wanted), "{wanted:?} was wanted, told was {told:?}");
}

/// A service of these questions and further lines has this finding.
fn check(lines: &str, code: &'static str, beneath: &str) {
    check_folder(
        &folder::with(&format!("{QUESTIONS}{lines}")),
        code,
        "service.yaml",
        beneath,
    );
}

fn check_with_file(lines: &str, path: &str, content: &str, code: &'static str, beneath: &str) {
    let mut folder = folder::with(&format!("{QUESTIONS}{lines}"));
    folder.files.insert(path.into(), content.as_bytes().to_vec());
    check_folder(&folder, code, path, beneath);
}

#[test]
fn the_service_itself_has_no_findings() {
    assert_eq!(told(&folder::with(QUESTIONS)), []);
}

#[test]
fn keys_and_forms() {
    check("organization: x\n", "unknown_key", "organization");
    check(
        "already: { same: [moved], title: A }\n",
        "too_little",
        "{ same: [moved], title: A }",
    );
    check(
        "facts:\n  here: moved\nalready: { same: [moved, here], title: A }\n",
        "no_question",
        "{ same: [moved, here], title: A }",
    );
    check("fee: 3 GBP\n", "not_supported", "fee");
    check("send: yes\n", "wrong_form", "yes");
    check("  x: { ask: A?, called: a, text: { at_mots: 3 } }\n", "rule", "at_mots");
    check("  x: { ask: A?, called: a, text: , yes_no: }\n", "two_kinds", "yes_no");
    check(
        "  x: { ask: A?, called: a, grid: { rows: b } }\n",
        "not_supported",
        "grid",
    );
    check("  x: { ask: A?, called: a, rows: { each: b } }\n", "missing", "x");
    check("  x: { ask: A?, called: a }\n", "kind_missing", "x");
    check("  x: { ask: How many?, text: }\n", "called_missing", "x");
    check(
        "  x: { exit: A, when: moved, hint: b }\n",
        "key_of_another_page",
        "hint",
    );
    check("  x: { ask: A?, called: a, one_of: offices }\n", "rule", "offices");
}

#[test]
fn names() {
    check("facts: { moved: nation is wales }\n", "name_twice", "moved");
    check("facts: { age: nation is wales }\n", "reserved_name", "age");
    check("confirm_with: born\n", "unknown_name", "born");
    check("send: { say: Dear ((ful_name)) }\n", "unknown_name", "((ful_name))");
    check("casework: { show_first: [natoin] }\n", "unknown_name", "natoin");
    check("casework: { search: [natoin] }\n", "unknown_name", "natoin");
    check("casework: { search: [nation] }\n", "search", "nation");
    check("channels: { fax: { cost: 1 GBP } }\n", "unknown_name", "fax");
}

#[test]
fn expressions() {
    check("  x: { when: nation is walse, exit: A }\n", "unknown_name", "walse");
    check("  x: { when: moved > 3, exit: A }\n", "cannot_compare", "moved > 3");
    check("  x: { when: nation, exit: A }\n", "not_a_condition", "nation");
    check("facts: { f: not (moved and, g: h) }\n", "brackets_do_not_match", "(");
    check(
        "facts:\n  f:\n    - 1 when nation is walse\n    - 2\n",
        "unknown_name",
        "walse",
    );
}

#[test]
fn order_and_reach() {
    check(
        "  x: { when: yes(y), exit: A }\n  y: { ask: A?, called: a, yes_no: }\n",
        "asked_later",
        "y",
    );
    check("  x: { exit: A }\n", "no_end", "x");
    check(
        "  x: { exit: A }\n  y: { ask: A?, called: a, yes_no: }\n",
        "unreachable",
        "y",
    );
    check("  x: { when: 1 > 2, exit: A }\n", "unreachable", "x");
}

#[test]
fn what_may_be_unanswered() {
    check("facts: { f: not moved }\n", "maybe_unanswered", "moved");
    check(
        "  x: { when: not moved or nation is wales, exit: A }\n",
        "maybe_unanswered",
        "moved",
    );
    check("done: { say: \"((moved))\" }\n", "maybe_unanswered", "((moved))");
    for right in [
        "  x: { when: not moved, exit: A }\n",
        "facts: { f: not yes(moved) }\n",
        "done: { say: \"[[ if moved ]]((moved))[[ endif ]]\" }\n",
    ] {
        assert_eq!(told(&folder::with(&format!("{QUESTIONS}{right}"))), [], "{right}");
    }
}

#[test]
fn warnings_leave_the_definition_usable() {
    let checked = read(&folder::with(&format!("{QUESTIONS}facts: {{ f: not moved }} # why\n")));
    assert!(checked.definition.is_some());
    assert!(
        checked
            .findings
            .iter()
            .all(|finding| finding.severity == Severity::Warning)
    );
    assert!(checked.findings.iter().any(|finding| finding.code == "comment"));
}

#[test]
fn translations() {
    let own = "languages: [en, cy]\n";
    let outcomes = "casework:\n  outcomes:\n    approved: { title: A }\n    refused: { title: B }\n";
    let lines = format!("{own}{outcomes}");
    check_with_file(&lines, "words/cy.yaml", "name: Prawf\n", "translation_missing", "n");
    check_with_file(&lines, "words/cy.yaml", "nmae: Prawf\n", "not_in_definition", "nmae");
    check_with_file(
        &lines,
        "words/cy.yaml",
        "keep: { draft: 2 days }\n",
        "only_words",
        "draft",
    );
    let strange = "questions: { nation: { one_of: { france: Ffrainc } } }\n";
    check_with_file(&lines, "words/cy.yaml", strange, "not_in_definition", "france");
}

#[test]
fn former_names() {
    let asks = "was: nation, ask: A?, called: a, yes_no: }\n";
    check(&format!("  x: {{ {asks}"), "was_in_use", "nation");
    let twice = "  x: { was: old, ask: A?, called: a, yes_no: }\n  z: { was: old, ask: B?, called: b, yes_no: }\n";
    let told = told(&folder::with(&format!("{QUESTIONS}{twice}")));
    assert_eq!(told.len(), 1, "{told:?}");
    assert_eq!((told[0].0, told[0].2.as_str()), ("was_twice", "old"));
}

#[test]
fn messages() {
    check_with_file(
        "",
        "messages/received.en.md",
        "# Thanks\n\nDear ((nobody))\n",
        "unknown_name",
        "((nobody))",
    );
    check_with_file("", "messages/received.en.md", "Thanks\n", "subject_missing", "T");
    check_with_file("", "messages/aproved.en.md", "# A\n\nb\n", "unknown_moment", "#");
}

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

/// Rows as a service asks for them; `%` stands for what a test adds.
const ROWS: &str = "\
questions:
  jobs:
    ask: What jobs?
    called: your jobs
    rows:
      each: job
      questions:
        employer:
          ask: Who?
          called: your employer
          text:
        pay:
          when: answered(employer)
          ask: How much?
          called: your pay
          money:
%  truth:
    ask: Truth?
    called: truth
    declaration: Yes
";

#[test]
fn what_is_wrong_with_rows_is_told() {
    let check = |within: &str, after: &str, code: &'static str, beneath: &str| {
        let lines = ROWS.replace('%', within) + after;
        check_folder(&folder::with(&lines), code, "service.yaml", beneath);
    };
    assert_eq!(told(&folder::with(&ROWS.replace('%', ""))), []);
    // Names of a row mean nothing outside of it.
    check("", "facts: { x: pay * 2 }\n", "in_rows", "pay");
    check("", "facts: { x: jobs }\n", "rows_as_value", "jobs");
    check("", "facts: { x: \"sum(jobs, employer)\" }\n", "wrong_type", "employer");
    check("", "facts: { x: \"any(truth, truth)\" }\n", "wrong_type", "truth");
    check("", "facts: { x: any(jobs) }\n", "arguments", "any(jobs)");
    check(
        "",
        "facts: { x: \"count(jobs, count(jobs) > 1)\" }\n",
        "rows_over_rows",
        "count(jobs)",
    );
    check("      facts: { x: count(jobs) }\n", "", "rows_over_rows", "count(jobs)");
    check("", "done: { say: \"((employer))\" }\n", "in_rows", "((employer))");
    check(
        "",
        "done: { say: \"[[ for truth ]][[ endfor ]]\" }\n",
        "no_rows",
        "[[ for truth ]]",
    );
    // What stands under rows.
    check("      title: ((nobody))\n", "", "unknown_name", "((nobody))");
    check("      unique: [truth]\n", "", "unknown_name", "truth");
    check("      at_most: 101\n", "", "too_many_rows", "101");
    check("      exactly: 3\n      at_least: 2\n", "", "rule", "at_least");
    check("      exactly: truth\n", "", "wrong_type", "truth");
    check("      maximum: 3\n", "", "unknown_key", "maximum");
    check("    text:\n", "", "two_kinds", "text");
    check("      facts: { pay: 3 }\n", "", "name_twice", "pay");
    check("      facts: { a: b + 1, b: a + 1 }\n", "", "fact_cycle", "a");
    let questions = |lines: &str| {
        ROWS.replace('%', "")
            .replace("        employer:\n", &format!("{lines}        employer:\n"))
    };
    let told_of = |lines: &str, code, beneath: &str| {
        check_folder(&folder::with(&questions(lines)), code, "service.yaml", beneath);
    };
    told_of(
        "        stop: { exit: No more, say: Stop }\n",
        "key_of_another_page",
        "stop",
    );
    told_of(
        "        remove: { ask: Why?, called: why, text: }\n",
        "reserved_name",
        "remove",
    );
    told_of(
        "        first: { ask: ((pay))?, called: it, text: }\n",
        "asked_later",
        "((pay))",
    );
    told_of(
        "        first: { ask: A?, called: it, text: , when: pay > 3 }\n",
        "asked_later",
        "pay",
    );
    let nested =
        "        inner: { ask: A?, called: it, rows: { each: b, questions: { c: { ask: C?, called: c, text: } } } }\n";
    check_folder(
        &folder::with(&questions(nested)),
        "not_supported",
        "service.yaml",
        "inner",
    );
    let no_each = ROWS.replace('%', "").replace("      each: job\n", "");
    check_folder(&folder::with(&no_each), "missing", "service.yaml", "jobs");
    let shared = "questions:\n  page:\n    title: T\n    together: They are one\n    questions:\n      jobs: { ask: A?, called: a, \
                  rows: { each: b, questions: { c: { ask: C?, called: c, text: } } } }\n";
    check_folder(&folder::with(shared), "rows_alone", "service.yaml", "jobs");
}

#[test]
fn an_example_of_rows_is_held_to_their_rules() {
    let example = |answers: &str, then: &str| {
        format!("today: 2026-05-01\nanswers:\n  jobs:\n{answers}  truth: yes\nthen:\n  {then}\n")
    };
    let told_of = |answers: &str, then: &str| {
        let lines = ROWS.replace('%', "      unique: [employer]\n      at_most: 2\n");
        let mut folder = folder::with(&lines);
        let text = example(answers, then);
        folder.files.insert("examples/one.yaml".into(), text.into_bytes());
        told(&folder).into_iter().map(|(code, ..)| code).collect::<Vec<_>>()
    };
    let one = "    - { employer: Acme, pay: \"3\" }\n";
    let other = "    - { employer: B Ltd, pay: \"3\" }\n";
    let third = "    - { employer: C Ltd, pay: \"3\" }\n";
    assert_eq!(told_of(one, "asks: [jobs, pay]"), [] as [&str; 0]);
    assert_eq!(told_of(one, "skips: [pay]"), ["example"]);
    assert_eq!(told_of(&format!("{one}{other}{third}"), "asks: [jobs]"), ["example"]);
    assert_eq!(
        told_of(&format!("{one}{other}{third}"), "refused_at: { jobs: at_most }"),
        [] as [&str; 0]
    );
    assert_eq!(
        told_of(&format!("{one}{one}"), "refused_at: { jobs: unique }"),
        [] as [&str; 0]
    );
    assert_eq!(
        told_of("    - { employer: A, pay: x }\n", "refused_at: { pay: wrong }"),
        [] as [&str; 0]
    );
    assert_eq!(
        told_of("    - { employer: A }\n", "refused_at: { jobs: incomplete }"),
        [] as [&str; 0]
    );
    assert_eq!(
        told_of("    - { nobody: A }\n", "refused_at: { jobs: incomplete }"),
        ["unknown_name"]
    );
}

#[test]
fn opening_and_closing() {
    check("opening: { closed_says: A }\n", "missing", "{ closed_says: A }");
    check(
        "opening: { from: \"2026-05-26\" }\n",
        "missing",
        "{ from: \"2026-05-26\" }",
    );
    check("opening: { to: soon, closed_says: A }\n", "moment", "soon");
    check(
        "opening: { from: \"2026-05-26\", to: \"2026-05-25\", closed_says: A }\n",
        "opening",
        "\"2026-05-25\"",
    );
    let day = "opening: { from: \"2026-05-26\", to: \"2026-05-26\", closed_says: A }\n";
    assert_eq!(told(&folder::with(&format!("{QUESTIONS}{day}"))), []);
}

#[test]
fn evidence_and_targets() {
    let standard = |content: &str, code, beneath: &str| check_with_file("", "standard.yaml", content, code, beneath);
    standard("phase: soon\n", "wrong_form", "soon");
    standard("evidence: { research: yes }\n", "wrong_form", "yes");
    standard("evidence: { research: [{ what: A }] }\n", "missing", "{ what: A }");
    standard("evidence: { research: [{ at: soon, what: A }] }\n", "date", "soon");
    standard(
        "evidence: { research: [{ at: 2026-03-12, what: A, link: javascript:x }] }\n",
        "link",
        "javascript:x",
    );
    standard(
        "targets: { digital_takeup: { target: 85% } }\n",
        "unknown_name",
        "digital_takeup",
    );
    standard("targets: { completion: { target: 3 GBP } }\n", "measure", "3 GBP");
    standard("targets: { cost: { now: 69%, target: 3 GBP } }\n", "measure", "69%");
    standard(
        "exceptions: { one_thing_a_page: { note: A } }\n",
        "missing",
        "one_thing_a_page",
    );
    let mut folder = folder::with(QUESTIONS);
    let right = "follows: uk-service-standard\nphase: beta\nevidence: { research: [{ at: 2026-03-12, what: A, \
                 access_needs: 3, link: /research }] }\ntargets: { cost: { now: 3.90 GBP, target: 2.50 GBP } }\n";
    folder.files.insert("standard.yaml".into(), right.into());
    assert_eq!(told(&folder), []);
}

#[test]
fn what_is_kept_and_not_used_yet_is_told() {
    check_with_file("", "documents/certificate.typ", "#import x\n", "not_used_yet", "#");
    check_with_file("", "messages/received.text.en.md", "We have it.\n", "not_used_yet", "W");
    check_with_file(
        "",
        "messages/received.text.en.md",
        "Dear ((nobody))\n",
        "unknown_name",
        "((nobody))",
    );
    check_with_file("", "messages/later.text.en.md", "We have it.\n", "unknown_moment", "W");
    check_with_file(
        "",
        "messages/received.text.en.md",
        &"x".repeat(919),
        "text_too_long",
        "x",
    );
    check_with_file("", "documents/certificate.pdf", "%\n", "unknown_file", "%");
    check("  x: { ask: A?, called: a, prefill: Name, text: }\n", "prefill", "Name");
}

#[test]
fn equality_questions_are_kept_apart() {
    let sex = "equality:\n  sex: { ask: Which sex?, one_of: { female: Female, male: Male } }\n";
    assert_eq!(told(&folder::with(&format!("{QUESTIONS}{sex}"))), []);
    assert_eq!(told(&folder::with(&format!("{QUESTIONS}equality: yes\n"))), []);
    let with = |lines: &str| format!("{lines}{sex}");
    check(
        &with("  x: { when: sex is male, exit: A }\n"),
        "equality_kept_apart",
        "sex",
    );
    check(&with("facts: { f: answered(sex) }\n"), "equality_kept_apart", "sex");
    check(&with("done: { say: \"((sex))\" }\n"), "equality_kept_apart", "((sex))");
    check(&with("casework: { show_first: [sex] }\n"), "unknown_name", "sex");
    check(&with("casework: { search: [sex] }\n"), "unknown_name", "sex");
    check(&with("confirm_with: sex\n"), "unknown_name", "sex");
    check(
        "equality: { moved: { ask: A?, one_of: { a: A, b: B } } }\n",
        "name_twice",
        "moved",
    );
    check("equality: no\n", "wrong_form", "no");
    check("equality: { a: { ask: A? } }\n", "missing", "a");
    check("equality: { a: { ask: A?, text: } }\n", "unknown_key", "text");
    check(
        "equality: { a: { ask: A?, one_of: { b: B, prefer_not_to_say: C } } }\n",
        "equality",
        "prefer_not_to_say",
    );
}
