//! Small forms of this format, written for these tests.

use serde_json::{Value, json};

use crate::report::Became;
use crate::{Format, Imported, SourceFile, import};

fn imported(form: &Value) -> Imported {
    let file = SourceFile {
        name: "stall.json".to_owned(),
        content: form.to_string().into_bytes(),
    };
    import(Format::XgovV1, &file)
}

/// The text of service.yaml, which must pass the check.
fn service(form: &Value) -> String {
    let imported = imported(form);
    let folder = imported.folder.unwrap();
    let text = folder.text("service.yaml").unwrap().to_owned();
    assert!(imported.report.passes_check, "{text}\n{}", imported.report);
    text
}

fn yes_no(name: &str, title: &str) -> Value {
    json!({ "type": "YesNoField", "name": name, "title": title })
}

/// A form whose pages follow each other, or lead where `next` says.
fn form(pages: Value) -> Value {
    json!({
        "name": "Apply for a stall",
        "startPage": "/a",
        "pages": pages,
        "lists": [{ "name": "wares", "items": [
            { "text": "Food", "value": "food" },
            { "text": "Tools", "value": "tools", "description": "With a blade" },
            { "text": "Something else", "value": "other" },
        ] }],
        "conditions": [
            { "name": "isCharity", "displayName": "Is a charity", "value": "charity == true" },
            { "name": "isNoCharity", "displayName": "Is no charity", "value": { "conditions": [
                { "field": { "name": "charity" }, "operator": "is", "value": { "type": "Value", "value": "false" } },
            ] } },
        ],
    })
}

#[test]
fn ways_that_part_and_meet_become_conditions() {
    let yaml = service(&form(json!([
        { "path": "/a", "title": "Is it a charity?", "components": [yes_no("charity", "Is it a charity?")],
          "next": [{ "path": "/c" }, { "path": "/b", "condition": "isCharity" }] },
        { "path": "/b", "title": "Number", "components": [
            { "type": "TextField", "name": "no", "title": "What is its number?", "schema": { "max": 8 } }], "next": [{ "path": "/c" }] },
        { "path": "/c", "title": "What do you sell?", "components": [
            { "type": "CheckboxesField", "name": "wares", "title": "What do you sell?", "list": "wares" }], "next": [{ "path": "/s" }] },
        { "path": "/s", "title": "Check", "controller": "./pages/summary.js", "components": [] },
    ])));
    assert!(
        yaml.contains("  number:\n    when: charity\n    ask: What is its number?"),
        "{yaml}"
    );
    assert!(yaml.contains("text: { at_most: 8 characters }"), "{yaml}");
    // Both ways lead here, so it says no condition.
    assert!(
        yaml.contains("  do_sell:\n    ask: What do you sell?") || yaml.contains("  sell:\n    ask: What do you sell?"),
        "{yaml}"
    );
}

#[test]
fn a_refusal_is_an_end_and_what_follows_needs_no_condition() {
    let yaml = service(&form(json!([
        { "path": "/a", "title": "Is it a charity?", "components": [yes_no("charity", "Is it a charity?")],
          "next": [{ "path": "/no", "condition": "isNoCharity" }, { "path": "/b", "condition": "isCharity" }] },
        { "path": "/no", "title": "You cannot apply", "components": [{ "type": "Para", "content": "<p>Ask again.</p>" }] },
        { "path": "/b", "title": "x", "components": [
            { "type": "EmailAddressField", "name": "email", "title": "Email" }], "next": [{ "path": "/gone" }] },
    ])));
    assert!(
        yaml.contains("when: not charity\n    exit: You cannot apply\n    say: Ask again."),
        "{yaml}"
    );
    assert!(yaml.contains("  email:\n    ask: Email"), "{yaml}");
}

#[test]
fn kinds_rules_and_words_are_carried_over() {
    let yaml = service(&form(json!([
        { "path": "/a", "title": "Costs", "section": "money", "components": [
            { "type": "Html", "content": "<p>Think <b>first</b>.</p>" },
            { "type": "NumberField", "name": "cost", "title": "What does it cost?", "options": { "prefix": "£" }, "schema": { "min": 1 } },
            { "type": "MultilineTextField", "name": "why", "title": "Why do you apply? (optional)",
              "options": { "required": false, "maxWords": "50" } },
            { "type": "FileUploadField", "name": "plan", "title": "Upload your plan", "options": { "accept": "application/pdf" } },
            { "type": "MapField", "name": "map", "title": "Where?" },
            { "type": "MultiInputField", "name": "people", "title": "People", "children": [
                { "type": "TextField", "name": "n", "title": "Name" },
                { "type": "NumberField", "name": "a", "title": "Age", "schema": { "integer": true } } ] },
        ] },
    ])));
    for part in [
        "say: |\n      ## Costs\n\n      Think **first**.\n    money: { from: 1 GBP }",
        "each: person",
        "ask: Why do you apply?",
        "optional: yes\n    long_text: { at_most: 50 words }",
        "file: { at_most: 1 file, kinds: [pdf] }",
        "rows:",
    ] {
        assert!(yaml.contains(part), "{part}\n{yaml}");
    }
}

#[test]
fn what_is_left_out_is_in_the_report() {
    let imported = imported(&form(json!([
        { "path": "/a", "title": "Costs", "components": [
            { "type": "MapField", "name": "map", "title": "Where?" },
            { "type": "TextField", "name": "t", "title": "What?", "options": { "condition": "nobody knows %%" } } ],
          "next": [{ "path": "/gone" }] },
        { "path": "/lost", "title": "Lost", "components": [{ "type": "TextField", "name": "l", "title": "Lost" }] },
    ])));
    let reasons: Vec<&str> = imported.report.entries.iter().map(|entry| entry.reason).collect();
    for reason in ["no_kind", "condition", "no_such_page", "unreachable"] {
        assert!(reasons.contains(&reason), "{reason}: {}", imported.report);
    }
    let entries = imported.report.entries.iter();
    assert!(
        entries
            .filter(|entry| entry.became == Became::NotPossible)
            .all(|entry| !entry.says.is_empty())
    );
}

#[test]
fn conditions_of_both_kinds_say_the_same() {
    let link = |condition: &str| {
        service(&form(json!([
            { "path": "/a", "title": "Is it a charity?", "section": "s", "components": [
                yes_no("charity", "Is it a charity?"),
                { "type": "NumberField", "name": "cards", "title": "How many cards do you want?", "schema": { "integer": true } } ],
              "next": [{ "path": "/c" }, { "path": "/b", "condition": condition }] },
            { "path": "/b", "title": "Number", "components": [
                { "type": "TextField", "name": "no", "title": "What is its number?" }], "next": [{ "path": "/c" }] },
            { "path": "/c", "title": "End", "components": [{ "type": "TextField", "name": "t", "title": "What else?" }] },
        ])))
    };
    assert!(link("isCharity").contains("when: charity\n"));
    assert!(link("isNoCharity").contains("when: not charity\n"));
    assert!(link("s.charity == true and s.cards > 3").contains("when: charity and cards > 3\n"));
    assert!(link("not (charity) or cards == 2").contains("when: not charity or cards is 2\n"));
}

#[test]
fn a_file_that_is_no_form_is_refused_in_words() {
    for content in ["", "{", "[]", "{\"pages\": 3}", "\u{FEFF}null"] {
        let file = SourceFile {
            name: "x.json".to_owned(),
            content: content.as_bytes().to_vec(),
        };
        let imported = import(Format::XgovV1, &file);
        assert!(
            imported.folder.is_none() && imported.report.entries.len() == 1,
            "{content}"
        );
    }
}

/// A form of one page that is asked, with the report.
fn one_page(page: &Value) -> (String, Imported) {
    let imported = imported(&form(json!([page])));
    let yaml = imported
        .folder
        .as_ref()
        .unwrap()
        .text("service.yaml")
        .unwrap()
        .to_owned();
    assert!(imported.report.passes_check, "{yaml}\n{}", imported.report);
    (yaml, imported)
}

fn has_reason(imported: &Imported, reason: &str) -> bool {
    imported.report.entries.iter().any(|entry| entry.reason == reason)
}

#[test]
fn a_page_has_one_heading_and_what_stood_besides_is_kept_or_named() {
    let page = |title: &str, label: &str, hidden: bool| {
        one_page(&json!({ "path": "/a", "title": title, "components": [
            { "type": "TextField", "name": "t", "title": label, "options": { "hideTitle": hidden } } ] }))
    };
    // The heading says whose it is, the label what it is.
    let (yaml, _) = page("Late partner's death certificate", "Death certificate", false);
    assert!(
        yaml.contains(
            "  death_certificate:\n    ask: Late partner's death certificate\n    called: the death certificate"
        ),
        "{yaml}"
    );
    let (yaml, _) = page("Which council is accountable?", "Accountable council", false);
    assert!(
        yaml.contains("ask: Which council is accountable?\n    called: the accountable council"),
        "{yaml}"
    );
    let (yaml, imported) = page("Feedback", "What is your feedback?", false);
    assert!(
        yaml.contains("ask: What is your feedback?") && has_reason(&imported, "heading_said"),
        "{yaml}"
    );
    let (yaml, imported) = page("Management case", "How much do you need?", false);
    assert!(
        yaml.contains("say: Management case\n") && has_reason(&imported, "heading"),
        "{yaml}"
    );
    let (yaml, imported) = page(
        "What is your name?",
        "Tell us the name that you use every single day",
        true,
    );
    assert!(
        !yaml.contains("every single day") && has_reason(&imported, "label_hidden"),
        "{yaml}"
    );
    let (yaml, _) = page("Costs.", "What does it cost. All of it?", false);
    assert!(yaml.contains("ask: What does it cost. All of it?"), "{yaml}");
}

#[test]
fn texts_between_questions_stay_between_them() {
    let (yaml, _) = one_page(&json!({ "path": "/a", "title": "Your details", "components": [
        { "type": "Para", "content": "As in your passport" },
        { "type": "TextField", "name": "f", "title": "First name" },
        { "type": "Html", "content": "<h2>Contact details</h2>" },
        { "type": "EmailAddressField", "name": "e", "title": "Email address" },
        { "type": "Para", "content": "At the end" } ] }));
    assert!(yaml.contains("    together: The form asked for them on one page\n    say: |\n      As in your passport\n\n      At the end"), "{yaml}");
    assert!(
        yaml.contains("ask: Email address\n        called: the email address\n        say: \"## Contact details\""),
        "{yaml}"
    );
}

#[test]
fn a_single_box_that_must_be_ticked_is_a_declaration() {
    let form = json!({ "name": "A", "startPage": "/a", "conditions": [], "lists": [{ "name": "l", "items": [{ "text": "I confirm that it is true", "value": "yes" }] }],
        "pages": [{ "path": "/a", "title": "Declaration", "components": [
            { "type": "CheckboxesField", "name": "d", "title": "Confirm", "list": "l" } ] }] });
    let yaml = service(&form);
    assert!(
        yaml.contains("ask: Declaration\n    called: the declaration\n    declaration: I confirm that it is true"),
        "{yaml}"
    );
}

#[test]
fn a_value_that_stands_in_a_text_is_a_word_of_it() {
    let yaml = service(&json!({ "name": "A", "startPage": "/a", "conditions": [],
        "lists": [{ "name": "l", "items": [{ "text": "Myself", "value": "you" }, { "text": "Somebody else", "value": "they" }] }],
        "pages": [
            { "path": "/a", "title": "Who is applying?", "section": "s", "components": [{ "type": "RadiosField", "name": "for", "title": "Who is applying?", "list": "l" }], "next": [{ "path": "/b" }] },
            { "path": "/b", "title": "Person", "components": [
                { "type": "Html", "content": "<h2>Do {{ s.for }} live alone?</h2>" },
                { "type": "YesNoField", "name": "alone", "title": "'Yes' if so", "options": { "hideTitle": true } } ] } ] }));
    assert!(
        yaml.contains("ask: Do ((applying_words)) live alone?\n    called: ((applying_words)) live alone"),
        "{yaml}"
    );
    assert!(yaml.contains("- you when ") && yaml.contains("- they\n"), "{yaml}");
    assert!(yaml.contains("  live_alone:\n"), "{yaml}");
}

#[test]
fn pages_that_ask_again_and_again_are_rows() {
    let person = |n: u32, next: &str| {
        json!({ "path": format!("/p{n}"), "title": "Details of a person", "section": format!("p{n}"), "components": [
            { "type": "TextField", "name": "n", "title": "Full name" },
            { "type": "EmailAddressField", "name": "e", "title": "Email address" } ], "next": [{ "path": next }] })
    };
    let more = |n: u32| {
        json!({ "path": format!("/m{n}"), "title": "Person", "controller": "RepeatingSectionSummaryPageController",
            "components": [{ "type": "YesNoField", "name": format!("more{n}"), "title": "Is there one more?" }],
            "next": [{ "path": format!("/p{}", n + 1), "condition": format!("y{n}") }, { "path": "/end" }] })
    };
    let condition = |n: u32| json!({ "name": format!("y{n}"), "value": format!("more{n} == true") });
    let imported = imported(
        &json!({ "name": "A", "startPage": "/p1", "lists": [], "conditions": [condition(1), condition(2)],
        "pages": [person(1, "/m1"), more(1), person(2, "/m2"), more(2), person(3, "/end"),
            { "path": "/end", "title": "What else?", "components": [{ "type": "TextField", "name": "t", "title": "What else?" }] } ] }),
    );
    let yaml = imported.folder.as_ref().unwrap().text("service.yaml").unwrap();
    assert!(imported.report.passes_check, "{yaml}\n{}", imported.report);
    assert!(
        yaml.contains("each: person\n") && yaml.contains("at_most: 3\n"),
        "{yaml}"
    );
    assert_eq!(yaml.matches("ask: Full name").count(), 1, "{yaml}");
    assert!(has_reason(&imported, "rows_by_hand"));
}

#[test]
fn rows_stand_in_rows_and_are_looked_at_from_outside() {
    let yaml = service(&form(json!([
        { "path": "/n", "title": "How many jobs?", "components": [
            { "type": "NumberField", "name": "jobs", "title": "How many jobs?", "schema": { "integer": true } }], "next": [{ "path": "/a" }] },
        { "path": "/a", "title": "Your jobs", "repeatField": "jobs", "components": [
            { "type": "TextField", "name": "work", "title": "Employer" },
            { "type": "MultiInputField", "name": "pays", "title": "Payments", "children": [
                { "type": "NumberField", "name": "paid", "title": "Amount paid", "schema": { "integer": true } } ] } ],
          "next": [{ "path": "/b", "condition": "pays.paid > 5" }, { "path": "/s" }] },
        { "path": "/b", "title": "Why so much?", "components": [{ "type": "TextField", "name": "why", "title": "Why so much?" }], "next": [{ "path": "/s" }] },
        { "path": "/s", "title": "Check", "controller": "./pages/summary.js", "components": [] },
    ])));
    assert_eq!(yaml.matches("rows:").count(), 2, "{yaml}");
    assert!(
        yaml.contains("any(jobs_2, any(payments, amount_paid > 5))")
            || yaml.contains(", any(payments, amount_paid > 5))"),
        "{yaml}"
    );
}

#[test]
fn a_form_without_a_name_is_called_after_its_file() {
    let page = json!({ "path": "/a", "title": "Full name", "components": [{ "type": "TextField", "name": "t", "title": "Full name" }] });
    let yaml = service(&json!({ "startPage": "/a", "pages": [page], "lists": [], "conditions": [] }));
    assert!(yaml.contains("name: Stall\n"), "{yaml}");
}

#[test]
fn an_option_that_nobody_can_have_chosen_is_not_named() {
    let yaml = service(&json!({ "name": "A", "startPage": "/a",
        "lists": [{ "name": "l", "items": [{ "text": "Charity", "value": "c" }, { "text": "Group", "value": "g" }, { "text": "Other", "value": "o" }] }],
        "conditions": [{ "name": "other", "value": "x == 'o'" }, { "name": "group", "value": "x == 'g'" }],
        "pages": [
            { "path": "/a", "title": "What are you?", "components": [{ "type": "RadiosField", "name": "x", "title": "What are you?", "list": "l" }],
              "next": [{ "path": "/no", "condition": "other" }, { "path": "/g", "condition": "group" }, { "path": "/b" }] },
            { "path": "/no", "title": "You cannot apply", "components": [{ "type": "Para", "content": "No." }] },
            { "path": "/g", "title": "How many are you?", "components": [{ "type": "TextField", "name": "n", "title": "How many are you?" }], "next": [{ "path": "/b" }] },
            { "path": "/b", "title": "What else?", "components": [{ "type": "TextField", "name": "t", "title": "What else?" }] } ] }));
    assert!(yaml.contains("is group\n"), "{yaml}");
}
