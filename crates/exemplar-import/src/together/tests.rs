//! Applications of several small files, written for these tests.

use serde_json::{Value, json};

use crate::report::Became;
use crate::{Format, Imported, SourceFile, import_as_one};

fn file(name: &str, form: &Value) -> SourceFile {
    SourceFile {
        name: name.to_owned(),
        content: form.to_string().into_bytes(),
    }
}

/// A form of a question of yes or no, with a choice for those who say yes.
fn form((name, start, ask, choose): (&str, &str, &str, &str), options: [&str; 2]) -> Value {
    json!({
        "name": name, "startPage": "/start",
        "pages": [
            { "path": "/start", "title": start, "controller": "./pages/start.js",
              "components": [{ "type": "Para", "name": "p", "content": format!("<p>{start}: <b>p</b></p>") }], "next": [{ "path": "/a" }] },
            { "path": "/a", "title": ask, "section": "s", "components": [{ "type": "YesNoField", "name": "aaa", "title": ask }],
              "next": [{ "path": "/b", "condition": "c" }, { "path": "/end" }] },
            { "path": "/b", "title": choose, "section": "s", "components": [
                { "type": "RadiosField", "name": "bbb", "title": choose, "hint": format!("{choose}!"), "list": "l" }], "next": [{ "path": "/end" }] },
            { "path": "/end", "title": "Check", "controller": "./pages/summary.js", "components": [], "next": [] },
        ],
        "lists": [{ "name": "l", "items": [
            { "text": options[0], "value": options[0] }, { "text": options[1], "value": options[1] } ] }],
        "conditions": [{ "name": "c", "displayName": "Has one", "value": "s.aaa == true" }],
    })
}

const ENGLISH: (&str, &str, &str, &str) = (
    "Apply for a grant",
    "Your roof",
    "Do you have a roof?",
    "What is it made of?",
);
const WELSH: (&str, &str, &str, &str) = (
    "Gwneud cais am grant",
    "Eich to",
    "Oes to gennych chi?",
    "O beth mae wedi'i wneud?",
);

fn service(imported: &Imported) -> &exemplar_core::definition::Folder {
    assert!(imported.report.passes_check, "{}", imported.report);
    imported.folder.as_ref().unwrap()
}

#[test]
fn each_file_is_a_task_and_equal_names_are_apart() {
    let second = (
        "Apply for a grant",
        "Your floor",
        "Do you have a floor?",
        "What is it made of?",
    );
    let mut floor = form(second, ["Wood", "Stone"]);
    // What the twin of a part is, follows from its fields: these are of another part.
    floor["pages"][1]["section"] = json!("t");
    floor["pages"][2]["section"] = json!("t");
    floor["conditions"][0]["value"] = json!("t.aaa == false");
    let files = [
        file("x/roof.json", &form(ENGLISH, ["Slate", "Straw"])),
        file("x/floor.json", &floor),
    ];
    let imported = import_as_one(Format::XgovV1, "Grant Round 1", &files);
    let folder = service(&imported);
    assert_eq!(folder.name, "grant-round-1");
    let yaml = folder.text("service.yaml").unwrap();
    assert!(yaml.contains("name: Apply for a grant\n"), "{yaml}");
    assert!(
        yaml.contains("tasks:\n  roof:\n    title: Your roof\n  floor:\n    title: Your floor\n"),
        "{yaml}"
    );
    let roof = folder.text("tasks/roof.yaml").unwrap();
    assert!(roof.contains("when: has_roof\n    ask: What is it made of?"), "{roof}");
    let floor = folder.text("tasks/floor.yaml").unwrap();
    assert!(
        floor.contains("when: not has_floor\n    ask: What is it made of?"),
        "{floor}"
    );
    assert!(floor.contains("title: Your floor\n    say: "), "{floor}");
}

#[test]
fn a_twin_gives_its_words_and_conditions_stay_those_of_the_first() {
    let files = [
        file("x/cy/to.json", &form(WELSH, ["Llechi", "Gwellt"])),
        file("x/en/roof.json", &form(ENGLISH, ["Slate", "Straw"])),
    ];
    let imported = import_as_one(Format::XgovV1, "grant", &files);
    let folder = service(&imported);
    let yaml = folder.text("service.yaml").unwrap();
    assert!(yaml.contains("languages: [en, cy]"), "{yaml}\n{}", imported.report);
    let words = folder.text("words/cy.yaml").unwrap();
    for part in [
        "name: Gwneud cais am grant",
        "title: Eich to",
        "ask: Oes to gennych chi?",
        "hint: O beth mae wedi'i wneud?!",
        "slate: Llechi",
        "straw: Gwellt",
    ] {
        assert!(words.contains(part), "{part}\n{words}");
    }
}

#[test]
fn what_a_twin_lacks_is_named_and_the_language_is_a_draft() {
    let mut twin = form(WELSH, ["Llechi", "Gwellt"]);
    twin["pages"][2]["components"][0]["hint"] = json!("");
    twin["lists"][0]["items"].as_array_mut().unwrap().pop();
    twin["pages"][1]["components"]
        .as_array_mut()
        .unwrap()
        .push(json!({ "type": "TextField", "name": "ccc", "title": "Mwy" }));
    let files = [
        file("roof.json", &form(ENGLISH, ["Slate", "Straw"])),
        file("roof-cy.json", &twin),
    ];
    let imported = import_as_one(Format::XgovV1, "grant", &files);
    let folder = service(&imported);
    assert!(folder.text("service.yaml").unwrap().contains("languages: [en]"));
    assert!(folder.text("words/cy.yaml").is_some());
    let reasons: Vec<&str> = imported.report.entries.iter().map(|entry| entry.reason).collect();
    for reason in ["twin_missing", "only_in_twin", "translation"] {
        assert!(reasons.contains(&reason), "{reason}: {}", imported.report);
    }
}

/// A form in Welsh that asks something else.
fn another() -> Value {
    let mut other = form(WELSH, ["Llechi", "Gwellt"]);
    other["pages"][0]["title"] = json!("Eich llawr");
    other["pages"][1]["components"][0]["name"] = json!("zzz");
    other["pages"][2]["components"][0]["name"] = json!("yyy");
    other["conditions"][0]["value"] = json!("s.zzz == true");
    other
}

#[test]
fn a_file_without_a_twin_is_no_task_in_another_language() {
    let files = [
        file("en/roof.json", &form(ENGLISH, ["Slate", "Straw"])),
        file("cy/llawr.json", &another()),
    ];
    let imported = import_as_one(Format::XgovV1, "grant", &files);
    let folder = service(&imported);
    assert!(folder.text("service.yaml").unwrap().contains("languages: [en]"));
    assert!(!folder.files.keys().any(|path| path.contains("llawr")));
    let mut lost = imported
        .report
        .entries
        .iter()
        .filter(|entry| entry.reason == "no_twin_file");
    assert!(lost.any(|entry| entry.became == Became::NotPossible && entry.place == "cy/llawr.json"));
}

#[test]
fn a_language_in_which_every_form_is_there_comes_first() {
    let files = [
        file("en/roof.json", &form(ENGLISH, ["Slate", "Straw"])),
        file("cy/to.json", &form(WELSH, ["Llechi", "Gwellt"])),
        file("cy/llawr.json", &another()),
    ];
    let imported = import_as_one(Format::XgovV1, "grant", &files);
    let folder = service(&imported);
    assert!(folder.text("service.yaml").unwrap().contains("languages: [cy]"));
    assert!(folder.text("words/en.yaml").unwrap().contains("Do you have a roof?"));
    let mut lost = imported
        .report
        .entries
        .iter()
        .filter(|entry| entry.reason == "no_twin_file");
    assert!(
        lost.all(|entry| entry.became == Became::ToComplete),
        "{}",
        imported.report
    );
}

#[test]
fn an_application_without_a_form_is_refused_in_words() {
    let imported = import_as_one(Format::XgovV1, "x", &[file("a.json", &json!({}))]);
    assert!(imported.folder.is_none() && imported.report.entries.len() == 1);
    assert_eq!(imported.report.entries[0].place, "a.json: ");
    assert!(import_as_one(Format::XgovV1, "x", &[]).folder.is_none());
}
