//! Small forms of this format, written for these tests.

use crate::report::Became;
use crate::{Format, Imported, SourceFile, import};

fn imported(form: &str) -> Imported {
    let file = SourceFile {
        name: "stall.yaml".to_owned(),
        content: form.as_bytes().to_vec(),
    };
    import(Format::DefraForms, &file)
}

/// The text of service.yaml, which must pass the check.
fn service(form: &str) -> String {
    let imported = imported(form);
    let folder = imported.folder.unwrap();
    let text = folder.text("service.yaml").unwrap().to_owned();
    assert!(imported.report.passes_check, "{text}\n{}", imported.report);
    text
}

/// A form of these pages, with conditions by id.
fn form(pages: &str) -> String {
    let indented: String = pages.lines().map(|line| format!("  {line}\n")).collect();
    format!(
        "engine: V2\nschema: 2\nname: Apply for a stall\nstartPage: /summary\npages:\n{indented}{}",
        r#"
lists:
  - id: l1
    name: wares
    items:
      - { id: i1, text: Food, value: food }
      - { id: i2, text: Tools, value: tools, hint: { id: h1, text: With a blade } }
conditions:
  - id: c1
    displayName: isCharity
    items: [{ id: a, componentId: q1, operator: is, type: BooleanValue, value: true }]
  - id: c2
    displayName: sellsFood
    items: [{ id: a, componentId: q2, operator: contains, type: ListItemRef, value: { listId: l1, itemId: i1 } }]
  - id: c3
    displayName: Charity that sells food
    coordinator: and
    items: [{ id: a, conditionId: c1 }, { id: b, conditionId: c2 }]
  - id: c4
    displayName: Goes round
    coordinator: or
    items: [{ id: a, conditionId: c5 }, { id: b, conditionId: c1 }]
  - id: c5
    displayName: Goes round too
    items: [{ id: a, conditionId: c4 }]
  - id: c6
    displayName: Old stall
    items:
      - { id: a, componentId: q3, operator: is at least, type: RelativeDate, value: { period: 2, unit: years, direction: in the past } }
"#
    )
}

const CHARITY: &str = r"
- path: /charity
  title: Is it a charity?
  components:
    - id: q1
      type: YesNoField
      name: charity
      title: Is it a charity?
      options: { customValidationMessages: { any.required: Select yes if it is a charity } }
- path: /wares
  title: ''
  components:
    - { id: q2, type: CheckboxesField, name: wares, title: What do you sell?, list: l1 }
";

#[test]
fn pages_come_as_they_stand_and_conditions_are_found_by_id() {
    let yaml = service(&form(&format!(
        "{CHARITY}{}",
        r"
- { path: /food, title: '', condition: c3, next: [{ path: /gone }], components: [{ type: TextField, name: f, title: Which food do you sell? }] }
- { path: /name, title: '', components: [{ type: TextField, name: n, title: What is your full name?, shortDescription: Full name }] }
- { path: /summary, title: Check, controller: SummaryPageController }
"
    )));
    for part in [
        "called: it is a charity\n    yes_no:\n",
        "tools: { label: Tools, hint: With a blade }",
        "when: charity and food in ",
        "ask: Which food do you sell?",
        "called: your full name",
    ] {
        assert!(yaml.contains(part), "{part}\n{yaml}");
    }
    assert!(!yaml.contains("errors:"), "{yaml}");
}

#[test]
fn a_terminal_page_is_an_end_and_what_follows_the_confirmation_is_another_journey() {
    let imported = imported(&form(&format!(
        "{CHARITY}{}",
        r##"
- { path: /no, title: You cannot apply, condition: c1, controller: TerminalPageController, components: [{ type: Html, content: "<p>Ask again.</p>" }] }
- { path: /done, title: Sent, controller: ConfirmationPageController, components: [{ type: Markdown, content: "# Next\n\n* We **write** to you" }] }
- { path: /claim, title: Claim, components: [{ type: TextField, name: c, title: How much? }] }
"##
    )));
    let folder = imported.folder.unwrap();
    let yaml = folder.text("service.yaml").unwrap();
    assert!(
        yaml.contains("when: charity\n    exit: You cannot apply\n    say: Ask again."),
        "{yaml}"
    );
    assert!(yaml.contains("- We **write** to you"), "{yaml}");
    assert!(!yaml.contains("How much"), "{yaml}");
    let mut lost = imported
        .report
        .entries
        .iter()
        .filter(|entry| entry.reason == "after_the_end");
    assert!(lost.any(|entry| entry.became == Became::NotPossible));
}

#[test]
fn a_circle_of_conditions_ends() {
    let imported = imported(&form(&format!(
        "{CHARITY}- {{ path: /n, title: '', condition: c4, components: [{{ type: TextField, name: n, title: What else? }}] }}"
    )));
    assert!(imported.report.passes_check, "{}", imported.report);
    assert!(imported.report.entries.iter().any(|entry| entry.reason == "circle"));
}

#[test]
fn a_page_that_repeats_is_a_question_of_rows() {
    let yaml = service(&form(
        r"
- path: /people
  title: Who works with you?
  controller: RepeatPageController
  repeat: { options: { name: people, title: Person }, schema: { min: 1, max: 200 } }
  components:
    - { type: TextField, name: n, title: Full name }
    - { type: DatePartsField, name: d, title: Date of birth, options: { latestDate: 2020-01-01 } }
",
    ));
    for part in [
        "rows:",
        "each: person",
        "at_least: 1",
        "at_most: 100",
        "date: { to: 2020-01-01 }",
    ] {
        assert!(yaml.contains(part), "{part}\n{yaml}");
    }
}

#[test]
fn the_first_amount_whose_condition_holds_is_paid() {
    let yaml = service(&form(&format!(
        "{CHARITY}{}",
        r"
- path: /pay
  title: ''
  components:
    - type: PaymentField
      name: p
      title: Pay
      options:
        amount: 40
        description: A stall
        emailField: e
        conditionalAmounts: [{ condition: c3, amount: 0 }, { condition: c1, amount: 12.5 }]
"
    )));
    assert!(yaml.contains("for: A stall"), "{yaml}");
    assert!(yaml.contains("- 0 GBP when charity and food in "), "{yaml}");
    assert!(
        yaml.contains("- 12.5 GBP when charity\n") && yaml.contains("- 40 GBP\n"),
        "{yaml}"
    );
}

#[test]
fn places_declarations_and_dates_have_a_kind() {
    let yaml = service(&form(
        r"
- { path: /a, title: '', components: [{ type: NationalGridFieldNumberField, name: a, title: Which field is it? }] }
- { path: /b, title: '', components: [{ type: GeospatialField, name: b, title: Where does it go?, options: { geometryTypes: [line] } }] }
- { path: /c, title: Where is it?, components: [{ type: EastingNorthingField, name: c, title: Where is it? }] }
- { path: /d, title: Declaration, components: [{ type: DeclarationField, name: d, title: Declaration, content: 'It is **true**' }] }
- { path: /e, title: '', components: [{ id: q3, type: DatePartsField, name: e, title: When did it open? }] }
- { path: /f, title: '', condition: c6, components: [{ type: LatLongField, name: f, title: Where was it? }, { type: HiddenField, name: h, title: H }] }
- { path: /g, title: Upload a plan, controller: FileUploadPageController, components: [{ type: FileUploadField, name: g, title: Upload a plan, options: { accept: application/pdf }, schema: { max: 3 } }] }
",
    ));
    for part in [
        "pattern: \"AA #### ####\"",
        "place: { as: line }",
        "ask: Easting",
        "number: { from: 0, to: 1300000 }",
        "say: It is **true**",
        "declaration: I understand and agree",
        "<= today - 2 years",
        "file: { at_most: 3 files, kinds: [pdf] }",
    ] {
        assert!(yaml.contains(part), "{part}\n{yaml}");
    }
}

#[test]
fn what_only_the_code_of_a_service_knows_is_named() {
    let imported = imported(&form(
        r#"
- { path: /land, title: Select your land, controller: SelectLandPageController, config: { topSection: "<p>All of it.</p>", x: 1 }, components: [{ type: CheckboxesField, name: land, title: Land parcels }] }
- { path: /score, title: Your score, view: score.html, events: { onLoad: { type: http, options: { url: "https://a.example/key" } } } }
- { path: /name, title: "{% assign n = 'who' | answer %}Hello {{ n }}, your grant is {{ total }}", components: [{ type: TextField, name: who, title: What is your name? }] }
"#,
    ));
    assert!(imported.report.passes_check, "{}", imported.report);
    let reasons: Vec<&str> = imported.report.entries.iter().map(|entry| entry.reason).collect();
    for reason in [
        "controller",
        "options_elsewhere",
        "event",
        "view",
        "only_a_title",
        "template",
    ] {
        assert!(reasons.contains(&reason), "{reason}: {}", imported.report);
    }
    let folder = imported.folder.unwrap();
    let yaml = folder.text("service.yaml").unwrap();
    assert!(yaml.contains("say: All of it.\n    long_text:"), "{yaml}");
    assert!(!imported.report.to_string().contains("a.example"));
}

#[test]
fn a_form_of_the_older_engine_follows_its_links() {
    let yaml = service(
        r#"{ "name": "Stall", "startPage": "/a", "pages": [
            { "path": "/a", "title": "Is it open?", "components": [{ "type": "YesNoField", "name": "y", "title": "Is it open?" }],
              "next": [{ "path": "/b" }, { "path": "/end", "condition": "isShut" }] },
            { "path": "/end", "title": "It is shut", "controller": "TerminalPageController", "components": [] },
            { "path": "/b", "title": "Where is it?", "components": [{ "type": "LatLongField", "name": "t", "title": "Where is it?" }] } ],
          "conditions": [{ "name": "isShut", "displayName": "Shut", "value": { "conditions": [
            { "field": { "name": "y" }, "operator": "is", "value": { "type": "Value", "value": "false" } }] } }], "lists": [] }"#,
    );
    assert!(
        yaml.contains("ask: Where is it?") && yaml.contains("    place:"),
        "{yaml}"
    );
    assert!(yaml.contains("when: not open\n    exit: It is shut"), "{yaml}");
}

#[test]
fn a_file_that_is_no_form_is_refused_in_words() {
    for content in ["", "{", "[]", "a: [", "pages: 3", "tasklist: { id: a }", "!x"] {
        let imported = imported(content);
        assert!(
            imported.folder.is_none() && !imported.report.entries.is_empty(),
            "{content}"
        );
    }
}

#[test]
fn how_many_files_must_come_is_checked_or_named() {
    let page = |schema: &str| {
        let imported = imported(&form(&format!(
            "- {{ path: /g, title: Upload a plan, controller: FileUploadPageController, components: [{{ type: FileUploadField, name: g, title: Upload a plan, schema: {schema} }}] }}"
        )));
        assert!(imported.report.passes_check, "{}", imported.report);
        let reasons: Vec<&str> = imported.report.entries.iter().map(|entry| entry.reason).collect();
        (reasons.contains(&"fewest_files"), reasons.contains(&"how_many_files"))
    };
    assert_eq!(page("{ min: 1, max: 3 }"), (false, false));
    assert_eq!(page("{ min: 2, max: 3 }"), (true, false));
    assert_eq!(page("{ length: 2 }"), (true, false));
    assert_eq!(page("{}"), (false, true));
}
