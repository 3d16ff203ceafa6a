//! What is told of texts: HTML, which is not taken, and indents.

use exemplar_core::definition::read;

use crate::{QUESTIONS, check, check_with_file, folder, told};

#[test]
fn html_is_told_where_it_stands_with_what_to_write() {
    check("done: { say: \"One<br>two\" }\n", "html", "<br>");
    check("done:\n  say: |\n    One\n    is <b>two</b>.\n", "html", "<b>");
    check(
        "  x_1: { ask: Is it <i>here</i>?, called: a, yes_no: }\n",
        "html",
        "<i>",
    );
    check(
        "  x_1: { ask: Which?, called: a, say: Your <name here>, yes_no: }\n",
        "html",
        "<name here>",
    );
    check_with_file("", "messages/received.en.md", "# A\n\nOne <br/> two\n", "html", "<br/>");
    let folder = folder::with(&format!("{QUESTIONS}done: {{ say: \"<b>A</b>\" }}\n"));
    assert!(read(&folder).findings[0].advice.contains("**words**"));
    for fine in ["if < 5 and > 3", "<https://example.org>", "\\\\<b>", "`<b>`"] {
        let lines = format!("{QUESTIONS}done: {{ say: \"{fine}\" }}\n");
        assert_eq!(told(&folder::with(&lines)), [], "{fine}");
    }
    // A plain text is shown as it stands.
    let lines = format!("{QUESTIONS}  x_1: {{ ask: What is <this>?, called: a, yes_no: }}\n");
    assert_eq!(told(&folder::with(&lines)), []);
}

#[test]
fn a_wrong_indent_is_told_where_it_changed() {
    let lines = "questions:\n  one:\n    ask: One?\n     called: one\n    yes_no:\n";
    let findings = read(&folder::with(lines)).findings;
    assert_eq!((findings[0].code, findings[0].line), ("indent", 12), "{findings:?}");
    assert_eq!(findings[0].advice, "Begin it in column 5, as line 11 does.");
}

#[test]
fn a_pattern_of_programmers_is_told_what_its_letters_are() {
    for pattern in ["\"[A-Z]{2}\"", "\"\\\\d+\"", "\"A*\"", "\"^A#$\""] {
        let lines = format!("{QUESTIONS}  x_1: {{ ask: A?, called: a, text: {{ pattern: {pattern} }} }}\n");
        let findings = read(&folder::with(&lines)).findings;
        assert!(
            findings.iter().any(|found| found.advice.contains("`#` for each digit")),
            "{pattern}: {findings:?}"
        );
    }
    let lines = format!("{QUESTIONS}  x_1: {{ ask: A?, called: a, text: {{ pattern: AA(##).A }} }}\n");
    assert_eq!(told(&folder::with(&lines)), []);
}
