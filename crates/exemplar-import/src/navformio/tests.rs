//! Small forms of this format, written for these tests.

use serde_json::{Value, json};

use crate::{Format, Imported, SourceFile, by_form, import_form};

fn file(name: &str, content: &Value) -> SourceFile {
    SourceFile {
        name: name.to_owned(),
        content: content.to_string().into_bytes(),
    }
}

pub(super) fn imported(components: Value, translations: Option<Value>) -> Imported {
    let form = json!({ "title": "Søknad om plass på torget", "components": components });
    let others: Vec<SourceFile> = translations
        .iter()
        .map(|texts| file("texts/torg.json", texts))
        .collect();
    import_form(Format::Navformio, &file("forms/torg.json", &form), &others)
}

/// The text of service.yaml, which must pass the check.
pub(super) fn service(components: Value) -> String {
    let imported = imported(components, None);
    let text = imported.folder.unwrap().text("service.yaml").unwrap().to_owned();
    assert!(imported.report.passes_check, "{text}\n{}", imported.report);
    text
}

pub(super) fn panel(components: Value) -> Value {
    json!([{ "type": "panel", "key": "p", "title": "Om boden", "components": components }])
}

pub(super) fn yes_no(key: &str, label: &str) -> Value {
    json!({ "type": "radiopanel", "key": key, "label": label, "validate": { "required": true },
            "values": [{ "value": "ja", "label": "Ja" }, { "value": "nei", "label": "Nei" }] })
}

pub(super) fn text(key: &str, label: &str, more: Value) -> Value {
    let mut field = json!({ "type": "textfield", "key": key, "label": label, "validate": { "required": true } });
    field
        .as_object_mut()
        .unwrap()
        .extend(more.as_object().cloned().unwrap());
    field
}

pub(super) fn contains(yaml: &str, parts: &[&str]) {
    for part in parts {
        assert!(yaml.contains(part), "{part}\n{yaml}");
    }
}

#[test]
fn conditions_of_both_kinds_become_conditions() {
    let yaml = service(panel(json!([
        { "type": "container", "key": "bod", "components": [
            yes_no("harStrom", "Trenger du strøm?"),
            { "type": "selectboxes", "key": "varer", "label": "Hva selger du?", "validate": { "required": true }, "values": [
                { "value": "mat", "label": "Mat" }, { "value": "klaer", "label": "Klær" }] },
            { "type": "landvelger", "key": "land", "label": "Hvilket land kommer varene fra?", "validate": { "required": true } } ] },
        text("a", "Hvor mye strøm?", json!({ "conditional": { "when": "bod.harStrom", "eq": "ja", "show": true } })),
        text("b", "Hvilken mat?", json!({ "conditional": { "when": "bod.varer", "eq": "mat", "show": true } })),
        text("c", "Hvilke klær?", json!({ "customConditional": "show = data.bod.varer.klaer === true && row.bod.harStrom !== 'ja';" })),
        text("d", "Hvem tollet varene?", json!({ "customConditional": "show = !['NO', 'SE'].includes(data.bod.land.value)" })),
    ])));
    contains(
        &yaml,
        &[
            "when: trenger_stroem\n    ask: Hvor mye strøm?",
            "when: mat in selger\n    ask: Hvilken mat?",
            "when: not trenger_stroem and klaer in selger\n    ask: Hvilke klær?",
            "[\"NO\", \"SE\"])\n    ask: Hvem tollet varene?",
        ],
    );
}

#[test]
fn what_cannot_be_translated_is_shown_and_named() {
    let imported = imported(
        panel(json!([
            text(
                "a",
                "Hva heter boden?",
                json!({ "customConditional": "if (data.x) { show = false }" })
            ),
            text(
                "b",
                "Hvor står den?",
                json!({ "customConditional": "show = instance.isSubmissionDigital()" })
            ),
        ])),
        None,
    );
    let said: Vec<&str> = imported
        .report
        .entries
        .iter()
        .filter(|entry| entry.reason == "condition")
        .map(|entry| entry.says.as_str())
        .collect();
    assert!(
        said.iter().any(|says| says.ends_with("if (data.x) { show = false }")),
        "{said:?}"
    );
    let yaml = imported.folder.unwrap().text("service.yaml").unwrap().to_owned();
    assert!(!yaml.contains("when:"), "{yaml}");
}

#[test]
fn people_have_the_questions_of_people() {
    let yaml = service(panel(json!([
        { "type": "container", "key": "deg", "components": [
            { "type": "firstName", "key": "fornavn", "label": "Fornavn", "prefillKey": "sokerFornavn", "validate": { "required": true } },
            { "type": "surname", "key": "etternavn", "label": "Etternavn", "prefillKey": "sokerEtternavn", "validate": { "required": true } },
            { "type": "identity", "key": "id", "label": "Identitet", "validate": { "required": true } },
            { "type": "navAddress", "key": "adresse", "label": "Adresse", "validate": { "required": true },
              "customConditional": "show = row.id.harDuFodselsnummer === \"nei\" || (row.id.identitetsnummer && !row.id.harDuFodselsnummer)" },
            { "type": "addressValidity", "key": "varighet", "label": "Varighet", "validate": { "required": true },
              "customConditional": "show = row.adresse.borDuINorge === 'nei' || (row.adresse.borDuINorge === 'ja' && row.adresse.vegadresseEllerPostboksadresse)" },
            { "type": "alertstripe", "key": "m", "content": "<p>Hentet fra registeret.</p>",
              "customConditional": "show = row.id.identitetsnummer && !row.id.harDuFodselsnummer" } ] },
        { "type": "orgNr", "key": "org", "label": "Organisasjonsnummer", "validate": { "required": true } },
        { "type": "bankAccount", "key": "konto", "label": "Kontonummer", "validate": { "required": true } },
    ])));
    contains(
        &yaml,
        &[
            "navn:\n    ask: Hva heter du?\n    called: navnet ditt\n    name:\n    prefill: person.name",
            "called: til hvilken dato adressen gjelder",
            "title: Om boden",
            "national_id: { of: \"NO\" }",
            "ask: Adresse\n    called: adresse\n    address:",
            "organisation_number: { of: \"NO\" }",
            "bank_account: { of: \"NO\" }",
        ],
    );
    assert!(!yaml.contains("Hentet fra registeret"), "{yaml}");
    assert_eq!(
        yaml.matches("when: not norsk_foedselsnummer_d_nummer").count(),
        4,
        "{yaml}"
    );
}

#[test]
fn an_address_in_norway_is_known_by_its_part_alone() {
    let required = json!({ "required": true });
    let yaml = service(panel(json!([
        { "type": "navAddress", "key": "adresse", "label": "Adresse", "validate": required },
        { "type": "addressValidity", "key": "varighet", "label": "Varighet", "validate": required,
          "customConditional": "show = row.adresse.borDuINorge === 'nei' || (row.adresse.borDuINorge === 'ja' && row.adresse.vegadresseEllerPostboksadresse)" },
        text("kommune", "Hvilken kommune?", json!({ "conditional": { "when": "borDuINorge", "eq": "ja", "show": true } })),
        text("x", "Hvilket land?", json!({ "customConditional": "show = row.adresse.borDuINorgeX === 'nei'" })),
    ])));
    contains(
        &yaml,
        &["ask: Bor du i Norge?", "ask: Fra hvilken dato gjelder adressen?"],
    );
    let at = |ask: &str| yaml.find(ask).unwrap_or_else(|| panic!("{ask}\n{yaml}"));
    let before = &yaml[..at("ask: Hvilken kommune?")];
    assert!(before.ends_with("when: bor_norge\n    "), "{yaml}");
    // Whichever it is, how long it holds is asked.
    assert_eq!(yaml.matches("when: ").count(), 1, "{yaml}");
    assert!(!yaml.contains("Hvilket land?"), "{yaml}");
}

#[test]
fn the_report_names_what_each_place_became_also_where_several_became_one() {
    let attachment = |key: &str, label: &str| {
        json!({ "type": "attachment", "key": key, "label": label, "attachmentValues": {
            "leggerVedNaa": { "enabled": true }, "ettersender": { "enabled": true } } })
    };
    let required = json!({ "required": true });
    let imported = imported(
        panel(json!([
            { "type": "firstName", "key": "f", "label": "Fornavn", "validate": required },
            { "type": "surname", "key": "e", "label": "Etternavn", "validate": required },
            { "type": "navDatepicker", "key": "dag", "label": "Fra hvilken dag?", "validate": required,
              "customConditional": "show = row.vetIkke !== true" },
            { "type": "navCheckbox", "key": "vetIkke", "label": "Jeg vet ikke dagen", "validate": {} },
            attachment("kontrakt", "Leiekontrakt"),
            attachment("skisse", "Skisse av boden"),
        ])),
        None,
    );
    let named = |number: usize| {
        let place = format!("components[0].components[{number}]");
        let mut entries = imported.report.entries.iter().filter(|entry| entry.place == place);
        entries.find_map(|entry| entry.name.clone()).unwrap_or_default()
    };
    assert_eq!(named(0), "navn");
    assert_eq!(named(1), named(0));
    assert!(named(2).contains("dag"), "{}", named(2));
    assert_eq!(named(3), named(2));
    assert!(named(4).ends_with("[leiekontrakt]"), "{}", named(4));
    assert!(named(5).ends_with("[skisse_boden]"), "{}", named(5));
}

#[test]
fn dates_have_their_limits_and_an_empty_one_is_none() {
    let date = |key: &str, label: &str, more: Value| {
        let mut date = text(key, label, more);
        date["type"] = json!("navDatepicker");
        date
    };
    let yaml = service(panel(json!([
        date(
            "fra",
            "Når åpner boden? (dd.mm.åååå)",
            json!({ "earliestAllowedDate": 0, "latestAllowedDate": "365" })
        ),
        date(
            "til",
            "Når stenger boden? (dd.mm.åååå)",
            json!({ "beforeDateInputKey": "fra", "mayBeEqual": true,
            "earliestAllowedDate": "", "specificEarliestAllowedDate": "2000-01-01", "specificLatestAllowedDate": "" })
        ),
        date(
            "annen",
            "Når kan du ellers? (dd.mm.åååå)",
            json!({ "earliestAllowedDate": "", "beforeDateInputKey": "" })
        ),
    ])));
    contains(
        &yaml,
        &[
            "ask: Når åpner boden?\n",
            "date: { from: today, to: today + 365 days }",
            "date: { from: 2000-01-01 }",
            "be: stenger_boden >= aapner_boden",
            "ask: Når kan du ellers?\n    called: når du kan ellers\n    date:\n",
        ],
    );
}

#[test]
fn rows_are_asked_for_each_and_a_box_takes_the_place_of_an_answer() {
    let yaml = service(panel(json!([
        { "type": "datagrid", "key": "boder", "label": "Boder", "addAnother": "Legg til en bod til", "components": [
            text("navn", "Hva heter boden?", json!({})),
            yes_no("ute", "Står den ute?"),
            { "type": "navDatepicker", "key": "dag", "label": "Fra hvilken dag?", "validate": { "required": true },
              "customConditional": "show = row.vetIkke !== true" },
            { "type": "navCheckbox", "key": "vetIkke", "label": "Jeg vet ikke dagen", "validate": {} } ] },
        text("telt", "Hvor er teltet?", json!({ "customConditional": "show = _.some(data.boder, (row) => { return row.ute === 'ja'; });" })),
    ])));
    contains(
        &yaml,
        &[
            "rows:\n      each: bod\n",
            "or_tick: Jeg vet ikke dagen",
            "when: any(boder, staar_ute)\n    ask: Hvor er teltet?",
        ],
    );
    assert!(!yaml.contains("declaration:"), "{yaml}");
}

#[test]
fn what_was_not_answered_in_a_row_is_equal_to_nothing() {
    let yaml = service(panel(json!([
        { "type": "datagrid", "key": "boder", "label": "Boder", "components": [
            yes_no("ute", "Står den ute?"),
            { "type": "navCheckbox", "key": "strøm", "label": "Den har strøm", "validate": {} } ] },
        text("a", "Hvem betaler?", json!({ "customConditional": "show = _.some(data.boder, (row) => { return row.strøm !== true; });" })),
        text("b", "Hvem rydder?", json!({ "customConditional": "show = _.some(data.boder, (row) => { return row.ute !== 'ja'; });" })),
    ])));
    contains(
        &yaml,
        &[
            "when: any(boder, not yes(stroem))\n    ask: Hvem betaler?",
            "when: any(boder, not staar_ute)\n    ask: Hvem rydder?",
        ],
    );
}

#[test]
fn what_nobody_is_asked_for_is_not_asked() {
    let attachment = |key: &str, label: &str, condition: Value| {
        let mut document = json!({ "type": "attachment", "key": key, "label": label,
            "attachmentValues": { "leggerVedNaa": { "enabled": true }, "ettersender": { "enabled": true } } });
        document["conditional"] = condition;
        document
    };
    let imported = imported(
        panel(json!([
            { "type": "datagrid", "key": "boder", "label": "Boder", "components": [yes_no("ute", "Står den ute?")] },
            attachment("kontrakt", "Leiekontrakt", json!({})),
            attachment("skisse", "Skisse", json!({ "when": "finnes.ikke", "eq": "ja", "show": true })),
            text("a", "Hvor er teltet?", json!({ "customConditional": "show = _.some(data.boder, (row) => { return row.telt === 'ja'; });" })),
        ])),
        None,
    );
    let yaml = imported.folder.unwrap().text("service.yaml").unwrap().to_owned();
    assert!(imported.report.passes_check, "{yaml}");
    assert!(yaml.contains("Leiekontrakt") && !yaml.contains("Skisse"), "{yaml}");
    assert!(!yaml.contains("Hvor er teltet?"), "{yaml}");
    let entries = imported.report.entries.iter();
    let never: Vec<&str> = entries
        .filter(|entry| entry.reason == "never_shown")
        .map(|entry| entry.place.as_str())
        .collect();
    assert_eq!(never.len(), 2, "{never:?}");
    assert!(never.contains(&"components[0].components[2]"), "{never:?}");
}

#[test]
fn documents_of_a_panel_are_one_question() {
    let yaml = service(json!([
        { "type": "panel", "key": "p", "title": "Om boden", "components": [yes_no("leie", "Leier du bod?")] },
        { "type": "panel", "key": "v", "title": "Vedlegg", "isAttachmentPanel": true, "components": [
            { "type": "attachment", "key": "kontrakt", "label": "Leiekontrakt", "attachmentValues": {
                "leggerVedNaa": { "enabled": true }, "ettersender": { "enabled": true }, "nav": { "enabled": false }, "andre": { "enabled": true } },
              "conditional": { "when": "leie", "eq": "ja", "show": true } },
            { "type": "attachment", "key": "annet", "label": "Annet", "attachmentType": "other", "attachmentValues": {
                "leggerVedNaa": { "enabled": true }, "nei": { "enabled": true } } } ] },
    ]));
    contains(
        &yaml,
        &[
            "ask: Hvordan vil du sende oss dokumentene?",
            "when: leier_bod",
            "ways: [now, later, someone_else]",
            "say: \"**Om boden**\"",
            "ways: [now, do_not_have]",
        ],
    );
}

#[test]
fn a_text_that_hangs_on_an_answer_comes_after_it() {
    let yaml = service(panel(json!([
        yes_no("leie", "Leier du bod?"),
        { "type": "alertstripe", "key": "m", "content": "<p>Send oss <b>kontrakten</b>.</p>",
          "conditional": { "when": "leie", "eq": "ja", "show": true } },
        text("navn", "Hva heter boden?", json!({ "conditional": { "when": "leie", "eq": "nei", "show": true },
            "additionalDescriptionLabel": "Hva er et navn?", "additionalDescriptionText": "<p>Det som står på skiltet.</p>" })),
    ])));
    contains(
        &yaml,
        &[
            "when: leier_bod\n    title: Om boden\n    say: Send oss **kontrakten**.",
            "help:\n      title: Hva er et navn?\n      say: Det som står på skiltet.",
        ],
    );
}

#[test]
fn translations_belong_to_the_form_whose_name_they_have() {
    let form = |title: &str| json!({ "title": title, "components": [] });
    let texts = json!({ "nn-NO": { "Ikke": "Ikkje" } });
    let files = vec![
        file("forms/a.json", &form("A")),
        file("forms/b.json", &form("B")),
        file("texts/b.json", &texts),
        file("texts/all.json", &texts),
    ];
    let names: Vec<Vec<String>> = by_form(Format::Navformio, files)
        .into_iter()
        .map(|(form, others)| std::iter::once(form).chain(others).map(|file| file.name).collect())
        .collect();
    assert_eq!(
        names,
        [
            vec!["forms/a.json", "texts/all.json"],
            vec!["forms/b.json", "texts/b.json", "texts/all.json"]
        ]
    );
}

#[test]
fn a_form_is_written_in_its_languages() {
    let texts = json!({
        "nn-NO": { "Søknad om plass på torget": "Søknad om plass på torget", "Om boden": "Om bua",
            "<p>Hva heter boden?</p>": "<p>Kva heiter bua?</p>" },
        "en": { "Søknad om plass på torget": "Apply for a stall" },
    });
    let imported = imported(
        panel(json!([text("a", "<p>Hva heter boden?</p>", json!({}))])),
        Some(texts),
    );
    assert!(imported.report.passes_check, "{}", imported.report);
    let folder = imported.folder.unwrap();
    contains(
        folder.text("service.yaml").unwrap(),
        &["languages: [nb, nn]", "ask: Hva heter boden?"],
    );
    contains(folder.text("words/nn.yaml").unwrap(), &["ask: Kva heiter bua?"]);
    contains(folder.text("words/en.yaml").unwrap(), &["name: Apply for a stall"]);
}

#[test]
fn a_file_that_is_no_form_is_refused_in_words() {
    for content in [json!(null), json!({}), json!({ "components": 1 }), json!({ "en": {} })] {
        let imported = import_form(Format::Navformio, &file("x.json", &content), &[]);
        assert!(
            imported.folder.is_none() && !imported.report.entries.is_empty(),
            "{content}"
        );
    }
}
