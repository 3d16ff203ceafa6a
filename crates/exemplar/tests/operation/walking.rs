//! `exemplar path`: answers from a file, and where they lead.

use std::path::Path;
use std::process::Command;

use crate::place::Ran;

/// `exemplar path` on the example permit with these answers.
fn path(answers: &str, flags: &[&str]) -> Ran {
    let place = tempfile::tempdir().unwrap();
    let file = place.path().join("answers.json");
    std::fs::write(&file, answers).unwrap();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../services/example-permit");
    let mut command = Command::new(env!("CARGO_BIN_EXE_exemplar"));
    let command = command.arg("path").arg(folder).arg("--answers").arg(file).args(flags);
    Ran::of(&command.output().unwrap())
}

/// Whether a question is asked on one of these pages.
fn said_in(pages: &serde_json::Value, question: &str) -> bool {
    let pages = pages.as_array().into_iter().flatten();
    let mut asked = pages.flat_map(|page| page["asked"].as_array().into_iter().flatten());
    asked.any(|asked| asked == question)
}

#[test]
fn pages_and_questions_are_said_in_order_with_what_does_not_count() {
    let said = path(
        r#"{ "lives_in_uk": "no", "postcode": "LS1 1UR", "items": 3, "hobby": "none" }"#,
        &[],
    );
    assert_eq!(said.code, 1, "{}", said.err);
    assert!(said.out.starts_with("set 1: "), "{}", said.out);
    let at = |line: &str| said.out.lines().position(|found| found == line);
    let lines = [
        "  full_name",
        "  lives_in_uk",
        "  country",
        "  not answered: full_name, date_of_birth, country, email, phone, truth",
        "  with these answers alone one stops at full_name",
        "  does not count: hobby, there is no such question",
        "  does not count: postcode, it is not asked",
    ];
    let places = lines.map(|line| at(line).unwrap_or_else(|| panic!("{line} in {}", said.out)));
    assert!(places.is_sorted(), "{}", said.out);
    assert_eq!(at("  postcode"), None, "{}", said.out);
}

#[test]
fn a_list_of_sets_comes_back_as_a_list_for_programs() {
    let said = path(
        r#"[{ "lives_in_uk": true }, { "lives_in_uk": false }]"#,
        &["--format", "json"],
    );
    assert_eq!(said.code, 0, "{}", said.err);
    let sets: serde_json::Value = serde_json::from_str(&said.out).unwrap();
    let asks = |set: usize, question: &str| said_in(&sets[set]["pages"], question);
    assert!(asks(0, "postcode") && !asks(0, "country"), "{}", said.out);
    assert!(asks(1, "country") && !asks(1, "postcode"), "{}", said.out);
    assert_eq!(sets[0]["stops_at"], "full_name");
}

#[test]
fn nothing_is_walked_where_something_cannot_be_read() {
    let why = |answers: &str, flags: &[&str]| {
        let said = path(answers, flags);
        assert_eq!((said.code, said.out.as_str()), (2, ""), "{}", said.err);
        said.err
    };
    assert!(why("{", &[]).contains("is no JSON"));
    assert!(why("[3]", &[]).contains("set 1 is no set of answers"));
    assert!(why("{}", &["--language", "cy"]).contains("the service is not in \"cy\""));
    assert!(why("{}", &["--channel", "pigeon"]).contains("there is no channel \"pigeon\""));
    assert!(why("{}", &["--today", "soon"]).contains("--today"));
}
