//! The services in `services/` go to translators and come back: complete in each of their languages, and unchanged.

mod folder;

use exemplar_core::definition::translation::{apply, from_csv, from_xliff, texts, to_csv, to_xliff};
use exemplar_core::definition::{Folder, read};

#[test]
fn every_service_is_whole_in_its_languages_and_comes_back_unchanged() {
    let mut ways = 0;
    for folder in folder::all_services() {
        let definition = read(&folder).definition.expect("the service is right");
        for language in definition.languages.iter().skip(1) {
            let texts = texts(&folder, language.as_str()).expect("the service is right");
            let missing: Vec<&str> = texts.missing().map(|text| text.path.as_str()).collect();
            assert!(missing.is_empty(), "{} in {language}: {missing:?}", folder.name);
            let xliff = from_xliff(to_xliff(&texts).as_bytes()).expect("it is ours");
            let csv = from_csv(to_csv(&texts).as_bytes()).expect("it is ours");
            for returned in [xliff, csv] {
                assert_eq!(returned.texts, texts.texts, "{} in {language}", folder.name);
                let applied = apply(&folder, &returned).expect("the service is right");
                assert_eq!((applied.not_taken, applied.taken), (Vec::new(), texts.texts.len()));
                let changed: Vec<&String> = applied.files.keys().collect();
                assert!(changed.is_empty(), "{} in {language}: {changed:?}", folder.name);
            }
            ways += 1;
        }
    }
    assert!(ways >= 6, "some service has several languages");
}

/// So many texts are missing, by what the check says.
fn missing_by_check(folder: &Folder, language: &str) -> usize {
    let findings = read(folder).findings;
    let of_language = format!("missing in \"{language}\"");
    let mut found = findings.iter().filter(|finding| finding.code == "translation_missing");
    let found = found.find(|finding| finding.message.contains(&of_language));
    found.map_or(0, |finding| {
        finding
            .message
            .split(' ')
            .next()
            .and_then(|count| count.parse().ok())
            .expect("it says how many")
    })
}

#[test]
fn check_and_words_count_the_same_texts_as_missing() {
    for mut folder in folder::all_services() {
        let languages = read(&folder).languages;
        assert!(!languages.is_empty());
        for language in languages.iter().skip(1).map(|language| language.as_str()) {
            let whole = folder.clone();
            for lacks in ["words/LL.yaml", ".LL.md"] {
                let lacks = lacks.replace("LL", language);
                folder.files.retain(|path, _| !path.ends_with(&lacks));
                let counted = texts(&folder, language).expect("it can be read").missing().count();
                assert!(counted > 0);
                assert_eq!(
                    missing_by_check(&folder, language),
                    counted,
                    "{} {language}",
                    folder.name
                );
            }
            folder = whole;
        }
    }
}
