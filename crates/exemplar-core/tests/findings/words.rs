//! Translations and messages.

use crate::{QUESTIONS, check_folder, check_with_file, folder, told};

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

/// A message of these settings has this finding.
#[track_caller]
fn check_message(settings: &str, code: &'static str, beneath: &str) {
    let text = format!(
        "{QUESTIONS}  born: {{ ask: When?, called: when, date: }}\n  email: {{ ask: Email?, called: the email, email: }}\n  \
         people:\n    ask: Who?\n    called: who\n    rows: {{ each: person, questions: {{ who: {{ ask: Name?, called: the \
         name, text: }} }} }}\nmessages:\n  soon: {settings}\n"
    );
    let mut folder = folder::with(&text);
    folder
        .files
        .insert("messages/soon.en.md".into(), b"# Soon\n\nIt is.\n".to_vec());
    check_folder(&folder, code, "service.yaml", beneath);
}

#[test]
fn messages_that_cannot_go_as_they_say_are_told() {
    check_message("{ at: sometime }", "unknown_moment", "sometime");
    check_message("{ at: nation, before: 1 day }", "unknown_moment", "nation");
    check_message("{ at: submitted, before: 1 day }", "not_known_before", "1 day");
    check_message("{ at: born, before: 1 day, after: 1 day }", "two_times", "1 day");
    check_message("{ at: born, before: soon }", "duration", "soon");
    check_message("{ at: born, to: nobody }", "wrong_recipient", "nobody");
    check_message("{ at: born, to: nation }", "wrong_recipient", "nation");
    check_message("{ at: born, to: each nation }", "wrong_recipient", "each nation");
    check_message("{ at: born, by: pigeon }", "unknown_means", "pigeon");
    check_message("{ at: born, by: text }", "missing", "text");
    check_message("{ at: born, by: post }", "cannot_reach", "post");
    check_message("{ at: born, to: each people, by: email }", "cannot_reach", "email");
    check_message("{ at: born, to: email, by: post }", "cannot_reach", "post");
    check_message("{ at: born, when: nation is france }", "unknown_name", "france");
    check_message("{ at: born, when: not known }", "unknown_name", "known");
}

#[test]
fn a_text_that_nothing_sends_is_told_and_one_that_goes_alone_is_not() {
    let lines = "  phone: { ask: Phone?, called: the phone, phone: }\n";
    let mut folder = folder::with(&format!("{QUESTIONS}{lines}"));
    let text = "messages/received.text.en.md".to_owned();
    folder.files.insert(text, b"We have it.\n".to_vec());
    assert_eq!(told(&folder), []);
    let letter = b"# We have it\n\nThank you.\n".to_vec();
    folder.files.insert("messages/received.en.md".into(), letter);
    assert_eq!(told(&folder)[0].0, "text_not_sent");
}
