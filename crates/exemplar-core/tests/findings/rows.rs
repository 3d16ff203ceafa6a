//! What is told of rows, in a service and in its examples.

use crate::{check_folder, folder, told};

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
    // A page of several questions may ask what was answered before it in the row, and nothing after.
    let page = |when: &str| {
        format!(
            "        ends:\n          when: answered({when})\n          title: How did it end?\n          together: Both \
             are one event\n          questions:\n            last_day: {{ ask: Day, called: the day, date: }}\n            \
             why: {{ ask: Why, called: why, text: }}\n"
        )
    };
    assert_eq!(told(&folder::with(&ROWS.replace('%', &page("employer")))), []);
    check(&page("why"), "", "asked_later", "why");
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
    let nested = "        inner: { ask: A?, called: it, rows: { each: b, questions: { c: { ask: C?, called: c, rows: { each: d, \
                  questions: { e: { ask: E?, called: e, text: } } } } } } }\n";
    check_folder(&folder::with(&questions(nested)), "rows_too_deep", "service.yaml", "c");
    let no_each = ROWS.replace('%', "").replace("      each: job\n", "");
    check_folder(&folder::with(&no_each), "missing", "service.yaml", "jobs");
    let shared = "questions:\n  page:\n    title: T\n    together: They are one\n    questions:\n      jobs: { ask: A?, called: a, \
                  rows: { each: b, questions: { c: { ask: C?, called: c, text: } } } }\n";
    check_folder(&folder::with(shared), "rows_alone", "service.yaml", "jobs");
    let files = shared.replace(
        "rows: { each: b, questions: { c: { ask: C?, called: c, text: } } }",
        "file:",
    );
    check_folder(&folder::with(&files), "files_alone", "service.yaml", "jobs");
    let in_rows = "        scan: { ask: A?, called: it, file: }\n";
    check_folder(
        &folder::with(&questions(in_rows)),
        "not_supported",
        "service.yaml",
        "scan",
    );
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
