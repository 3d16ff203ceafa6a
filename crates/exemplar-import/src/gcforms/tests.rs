//! Small forms of our own, in both shapes.

#![allow(clippy::unwrap_used, reason = "a test whose steps fail has failed")]

use crate::{Format, Imported, SourceFile, import};

fn imported(content: &str) -> Imported {
    let imported = import(
        Format::Gcforms,
        &SourceFile {
            name: "stalls.json".to_owned(),
            content: content.as_bytes().to_vec(),
        },
    );
    assert!(
        imported.report.passes_check,
        "{}\n{:?}",
        imported.report,
        file(&imported, "service.yaml")
    );
    imported
}

fn file(imported: &Imported, name: &str) -> String {
    let folder = imported.folder.as_ref().unwrap();
    String::from_utf8(folder.files.get(name).unwrap().clone()).unwrap()
}

const LIST: &str = r###"{"submission":{"email":"nobody@a.example"},"form":{"titleEn":"Apply for a stall","titleFr":"Demander un kiosque","layout":[1,2,"3",4,5,6,7],
"endPage":{"descriptionEn":"#Thank you","descriptionFr":"#Merci"},"elements":[
{"id":1,"type":"richText","properties":{"descriptionEn":"Use this form to apply.","descriptionFr":"Utilisez ce formulaire."}},
{"id":2,"type":"heading","properties":{"titleEn":"Your stall","titleFr":"Votre kiosque"}},
{"id":3,"type":"textField","properties":{"titleEn":"Name of stall","titleFr":"Nom du kiosque","charLimit":80,"validation":{"required":true}}},
{"id":4,"type":"textField","properties":{"titleEn":"Email","titleFr":"Courriel","validation":{"required":true,"type":"email"}}},
{"id":5,"type":"radio","properties":{"titleEn":"Do you sell food?","titleFr":"Vendez-vous de la nourriture?","choices":[{"en":"Yes","fr":"Oui"},{"en":"No","fr":"Non"}],"validation":{"required":true}}},
{"id":6,"type":"textArea","properties":{"titleEn":"Which food do you sell?","titleFr":"Quelle nourriture vendez-vous?","conditionalRules":[{"choiceId":"5.0"}],"validation":{"required":true}}},
{"id":7,"type":"dynamicRow","properties":{"titleEn":"Your helpers","titleFr":"Vos aides","maxNumberOfRows":3,"rowTitleEn":"Helper","rowTitleFr":"Aide","subElements":[
{"id":7,"type":"textField","properties":{"titleEn":"Full name","titleFr":"Nom complet","validation":{"required":true,"type":"name"}}}]}}]}}"###;

#[test]
fn a_list_of_elements_becomes_pages_under_its_headings() {
    let service = file(&imported(LIST), "service.yaml");
    for said in [
        "languages: [en, fr]",
        "Use this form to apply.",
        "title: Your stall",
        "together:",
        "text: { at_most: 80 characters }",
        "email:",
        "yes_no:",
        "when: sell_food",
        "at_most: 3",
        "each: helper",
        "Thank you",
    ] {
        assert!(service.contains(said), "{said}\n{service}");
    }
    assert!(!service.contains("nobody@a.example"));
}

#[test]
fn french_stands_in_a_file_of_its_own_and_is_complete() {
    let imported = imported(LIST);
    let words = file(&imported, "words/fr.yaml");
    for said in [
        "Demander un kiosque",
        "Nom du kiosque",
        "Vendez-vous de la nourriture?",
        "Merci",
    ] {
        assert!(words.contains(said), "{said}\n{words}");
    }
    let reasons: Vec<&str> = imported.report.entries.iter().map(|entry| entry.reason).collect();
    assert!(!reasons.contains(&"translation"), "{}", imported.report);
}

#[test]
fn a_language_with_missing_texts_is_a_draft() {
    let imported = imported(&LIST.replace("Nom du kiosque", ""));
    assert!(file(&imported, "service.yaml").contains("languages: [en]"));
    assert!(
        imported
            .report
            .entries
            .iter()
            .any(|entry| entry.reason == "translation")
    );
}

const GROUPS: &str = r#"{"titleEn":"Get a permit","titleFr":"Obtenir un permis","introduction":{"descriptionEn":"Apply here.","descriptionFr":"Demandez ici."},
"groupsLayout":["who","firm","out"],"groups":{
"start":{"titleEn":"Start","titleFr":"Début","elements":["1"],"nextAction":[{"groupId":"firm","choiceId":"1.1"},{"groupId":"out","choiceId":"1.2"},{"groupId":"who","choiceId":"catch-all"}]},
"who":{"titleEn":"About you","titleFr":"Vous","elements":["2"],"nextAction":"review"},
"firm":{"titleEn":"Your firm","titleFr":"Votre entreprise","elements":["3"],"nextAction":"review"},
"out":{"titleEn":"You need no permit","titleFr":"Aucun permis requis","elements":["4"],"nextAction":"exit","exitUrlEn":"https://a.example/en","exitUrlFr":"https://a.example/fr"},
"review":{"elements":[],"nextAction":"end"},"end":{"elements":[]}},"elements":[
{"id":1,"type":"radio","properties":{"titleEn":"Who applies?","titleFr":"Qui fait la demande?","choices":[{"en":"A person","fr":"Une personne"},{"en":"A firm","fr":"Une entreprise"},{"en":"Nobody","fr":"Personne"}],"validation":{"required":true}}},
{"id":2,"type":"formattedDate","properties":{"titleEn":"When were you born?","titleFr":"Quand êtes-vous né?","validation":{"required":true}}},
{"id":3,"type":"checkbox","properties":{"titleEn":"Attestation","titleFr":"Attestation","choices":[{"en":"It is true","fr":"C'est vrai"},{"en":"It is complete","fr":"C'est complet"}],"validation":{"required":true,"all":true}}},
{"id":4,"type":"richText","properties":{"descriptionEn":"Go ahead.","descriptionFr":"Allez-y."}}]}"#;

#[test]
fn groups_lead_by_choices_and_else_by_the_catch_all() {
    let imported = imported(GROUPS);
    let service = file(&imported, "service.yaml");
    for said in [
        "when: applies is firm",
        "when: applies is nobody",
        "exit: You need no permit",
        "https://a.example/en",
        "declaration: I confirm all of this",
        "- It is true",
        "when: applies is person",
        "date:",
        "languages: [en, fr]",
    ] {
        assert!(service.contains(said), "{said}\n{service}");
    }
}

#[test]
fn what_is_no_form_is_refused() {
    let file = SourceFile {
        name: "x.json".to_owned(),
        content: b"{}".to_vec(),
    };
    let imported = import(Format::Gcforms, &file);
    assert!(imported.folder.is_none());
    assert_eq!(imported.report.entries[0].reason, "not_read");
}

#[test]
fn a_heading_above_questions_alone_stands_above_the_first() {
    let imported = imported(
        &LIST
            .replace("\"Name of stall\"", "\"What is it called?\"")
            .replace("\"titleEn\":\"Email\"", "\"titleEn\":\"What is your email address?\""),
    );
    let service = file(&imported, "service.yaml");
    assert!(service.contains("say: \"**Your stall**\""), "{service}");
    assert_eq!(service.matches("Your stall").count(), 1, "{service}");
}

#[test]
fn an_entry_that_only_asks_to_select_is_no_option() {
    let form = LIST.replace("\"type\":\"radio\"", "\"type\":\"dropdown\"").replace(
        "[{\"en\":\"Yes\",\"fr\":\"Oui\"},{\"en\":\"No\",\"fr\":\"Non\"}]",
        "[{\"en\":\"Select one\",\"fr\":\"Choisir\"},{\"en\":\"Hot food\",\"fr\":\"Chaud\"},{\"en\":\"Cold food\",\"fr\":\"Froid\"},{\"en\":\"None\",\"fr\":\"Non\"}]",
    );
    let imported = imported(&form.replace("\"5.0\"", "\"5.1\""));
    let service = file(&imported, "service.yaml");
    assert!(
        service.contains("hot_food: Hot food") && service.contains("when: sell_food is hot_food"),
        "{service}"
    );
    assert!(!service.contains("Select one"), "{service}");
    assert!(imported.report.entries.iter().any(|entry| entry.reason == "prompt"));
}

/// Groups as they are found where somebody took things out again: numbers for ids, a step to nowhere, a way back, the
/// catch-all first, a group that only says something, and rows.
const UNTIDY: &str = r#"{"titleEn":"Get a permit","titleFr":"Obtenir un permis","groupsLayout":["a","b","c","d"],"groups":{
"start":{"titleEn":"Start","titleFr":"Début","elements":[1,99],"nextAction":[{"groupId":"c","choiceId":"catch-all"},{"groupId":"a","choiceId":"1.0"},{"groupId":"nowhere","choiceId":"1.2"}]},
"a":{"titleEn":"Your helpers","titleFr":"Vos aides","elements":["2"],"autoFlow":true},
"b":{"titleEn":"Read this","titleFr":"Lisez ceci","elements":["3"],"nextAction":"d"},
"c":{"titleEn":"Your plan","titleFr":"Votre plan","elements":["4",5],"nextAction":"start"},
"d":{"titleEn":"Contact","titleFr":"Contact","elements":["6","7"],"nextAction":"review"},
"review":{"elements":[],"nextAction":"end"},"end":{"elements":[]}},"elements":[
{"id":1,"type":"dropdown","properties":{"titleEn":"Who helps you?","titleFr":"Qui vous aide?","choices":[{"en":"Friends","fr":"Des amis"},{"en":"Nobody","fr":"Personne"},{"en":"A firm","fr":"Une entreprise"}],"validation":{"required":true}}},
{"id":2,"type":"dynamicRow","properties":{"titleEn":"Helpers","titleFr":"Aides","rowTitleEn":"Helper","rowTitleFr":"Aide","subElements":[{"id":201,"type":"textField","properties":{"titleEn":"Full name","titleFr":"Nom complet","validation":{"required":true}}},{"id":202,"type":"fileInput","properties":{"titleEn":"Photo","titleFr":"Photo"}}]}},
{"id":3,"type":"richText","properties":{"descriptionEn":"Helpers must be 18.","descriptionFr":"Les aides ont 18 ans."}},
{"id":4,"type":"checkbox","properties":{"titleEn":"What do you plan?","titleFr":"Que prévoyez-vous?","choices":[{"en":"Food","fr":"Nourriture"},{"en":"Music","fr":"Musique"}],"validation":{"required":true}}},
{"id":5,"type":"textArea","properties":{"titleEn":"Which music?","titleFr":"Quelle musique?","conditionalRules":[{"choiceId":"4.1"}],"validation":{"required":true}}},
{"id":6,"type":"textField","properties":{"titleEn":"Email","titleFr":"Courriel","validation":{"required":true,"type":"email"}}},
{"id":7,"type":"textField","properties":{"titleEn":"Town","titleFr":"Ville","validation":{"required":true}}}]}"#;

#[test]
fn groups_that_are_untidy_are_read_in_the_likeliest_way() {
    let imported = imported(UNTIDY);
    let service = file(&imported, "service.yaml");
    for said in [
        "when: helps is friends\n    ask: Helpers",
        "when: helps is friends\n    title: Read this",
        "when: helps is not friends\n    ask: What do you plan?",
        "when: music in plan\n    ask: Which music?",
        "title: Contact",
    ] {
        assert!(service.contains(said), "{said}\n{service}");
    }
    let reasons: Vec<&str> = imported.report.entries.iter().map(|entry| entry.reason).collect();
    for reason in ["no_such_element", "not_in_rows"] {
        assert!(reasons.contains(&reason), "{reason}\n{}", imported.report);
    }
}
