//! Advice on words and on what makes a page hard to use. It never keeps a definition from being published.

mod folder;

use exemplar_core::definition::{Folder, Severity, read};

const QUESTIONS: &str = "\
questions:
  nation:
    ask: Where do you live?
    called: where you live
    one_of: { england: England, wales: Wales }
";

/// The codes of the advice on a folder, with the lines.
fn advice(folder: &Folder) -> Vec<(&'static str, usize)> {
    let checked = read(folder);
    assert!(checked.definition.is_some(), "{:?}", checked.findings);
    assert!(
        checked
            .advice
            .iter()
            .all(|finding| finding.severity == Severity::Advice)
    );
    checked
        .advice
        .iter()
        .map(|finding| (finding.code, finding.line))
        .collect()
}

fn of(lines: &str) -> Vec<&'static str> {
    let advice = advice(&folder::with(&format!("{QUESTIONS}{lines}")));
    advice.into_iter().map(|(code, _)| code).collect()
}

fn say(text: &str) -> Vec<&'static str> {
    let lines: String = text.lines().map(|line| format!("    {line}\n")).collect();
    of(&format!("send:\n  say: |\n{lines}"))
}

fn question(lines: &str) -> Vec<&'static str> {
    of(&format!("  x:\n    text:\n{lines}"))
}

const NONE: [&str; 0] = [];

#[test]
fn plain_words_need_no_advice() {
    assert_eq!(of(""), NONE);
    assert_eq!(
        say("We will write to you.\n\n## Next\n\nSee [what we do](https://example.org/what).\n\n### More\n\n- one"),
        NONE
    );
}

#[test]
fn headings_links_and_images() {
    assert_eq!(say("# Title"), ["heading_level"]);
    assert_eq!(say("## One\n\n#### Two"), ["heading_order"]);
    assert_eq!(say("**What happens**"), ["heading_bold"]);
    assert_eq!(say("You can [click here](https://example.org)."), ["link_text"]);
    assert_eq!(say("See [https://example.org](https://example.org)."), ["bare_address"]);
    assert_eq!(say("See https://example.org for it."), ["bare_address"]);
}

#[test]
fn sentences() {
    let long = "You must send us the form and all that belongs to it with the letter that we sent you in the first week \
                of the month before it ends.";
    assert_eq!(say(long), ["long_sentence"]);
    let hard =
        "Notwithstanding aforementioned considerations, applicants demonstrate comprehensive eligibility. ".repeat(15);
    assert_eq!(say(&hard), ["reading_age"]);
}

#[test]
fn questions_hints_and_errors() {
    assert_eq!(question("    ask: What is your trade?\n"), NONE);
    assert_eq!(
        question("    ask: What is your trade\n    called: your trade\n"),
        ["question_mark"]
    );
    assert_eq!(
        question("    ask: Your trade?\n    called: your trade\n"),
        ["question_word"]
    );
    assert_eq!(question("    ask: Trade\n    called: your trade\n"), NONE);
    assert_eq!(
        question("    ask: Can you please say what your trade is?\n    called: your trade\n"),
        ["unsaid"]
    );
    assert_eq!(
        question("    ask: What is your trade?\n    called: Your trade\n"),
        ["called_fits"]
    );
    assert_eq!(
        question("    ask: What is your trade?\n    called: your trade?\n"),
        ["called_fits"]
    );
    assert_eq!(
        question("    ask: What is your trade?\n    hint: See [trades](https://example.org)\n"),
        ["hint_link"]
    );
    assert_eq!(
        question(
            "    ask: What is your trade?\n    errors: { empty: Sorry, enter it }\n"
                .replace("Sorry,", "Sorry")
                .as_str()
        ),
        ["unsaid"]
    );
}

#[test]
fn many_questions_on_one_page() {
    let questions: String = (0..9)
        .map(|n| format!("      q{n}: {{ ask: What is number {n}?, called: number {n}, text: }}\n"))
        .collect();
    let page = format!("  many:\n    title: All\n    together: They are one\n    questions:\n{questions}");
    assert_eq!(of(&page), ["many_questions"]);
}

#[test]
fn what_nothing_uses() {
    assert_eq!(of("facts: { far: nation is wales }\n"), ["never_used"]);
    assert_eq!(of("facts: { far: { is: nation is wales, called: Far away } }\n"), NONE);
    assert_eq!(of("phrases: { thanks: Thank you }\n"), ["never_used"]);
    assert_eq!(of("phrases: { thanks: Thank you }\nsend: { say: ((thanks)) }\n"), NONE);
    assert_eq!(of("lists: { towns: { york: York } }\n"), ["never_used"]);
    assert_eq!(
        of("  town: { ask: Which town?, called: the town, one_of: towns }\nlists: { towns: { york: York } }\n"),
        NONE
    );
}

#[test]
fn a_message_is_looked_at_with_its_lines() {
    let mut folder = folder::with(QUESTIONS);
    let text = "# We have it\n\nDear all,\n\nyou can [click here](https://example.org).\n";
    folder.files.insert("messages/received.en.md".into(), text.into());
    assert_eq!(advice(&folder), [("link_text", 5)]);
}

#[test]
fn other_languages_are_not_held_against_english() {
    let mut folder = folder::with(&format!(
        "languages: [en, cy]\ncasework: {{ outcomes: {{ approved: {{ title: A }}, refused: {{ title: B }} }} }}\n{QUESTIONS}"
    ));
    let words = "name: Prawf\ncasework: { outcomes: { approved: { title: A }, refused: { title: B } } }\nquestions:\n  \
                 nation:\n    ask: Ble rydych chi'n byw?\n    called: ble rydych chi'n byw\n    one_of: { england: Lloegr, \
                 wales: Cymru }\n";
    folder.files.insert("words/cy.yaml".into(), words.into());
    assert_eq!(advice(&folder), []);
}
