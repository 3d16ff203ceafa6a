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
fn blanks_around_a_dot_belong_to_the_name() {
    let yaml = service(&form(json!([
        { "path": "/a", "title": "Is it a charity?", "section": "stall", "components": [yes_no("charity", "Is it a charity?")],
          "next": [{ "path": "/c" }, { "path": "/b", "if": "stall .charity == true" }] },
        { "path": "/b", "title": "Number", "components": [
            { "type": "TextField", "name": "no", "title": "What is its number?" }], "next": [{ "path": "/c" }] },
        { "path": "/c", "title": "Name", "components": [
            { "type": "TextField", "name": "name", "title": "What is its name?" }], "next": [] },
    ])));
    assert!(
        yaml.contains("  number:\n    when: charity\n    ask: What is its number?"),
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
        "say: Think **first**.\n    money: { from: 1 GBP }",
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
