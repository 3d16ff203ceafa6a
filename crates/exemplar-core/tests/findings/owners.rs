//! A definition held against the file of organisations beside it.

use exemplar_core::definition::{not_among, organisations_folder, read_organisations};

use crate::folder;

const ALL: &str =
    "council: { name: A, offices: { permits: B } }\nother: { name: C, offices: { north: D } }\nbare: { name: E }\n";

fn told(organisation: &str, team: &str) -> Vec<(&'static str, usize, String)> {
    let all = read_organisations(&organisations_folder(ALL.as_bytes().to_vec()));
    let head = folder::HEAD.replace("council", organisation);
    let lines = format!(
        "{head}questions:\n  x_1: {{ ask: A?, called: a, yes_no: }}\nfacts: {{ f: 1 }}\ncasework:\n  team: {team}\n"
    );
    let folder = folder::of(&[("service.yaml", &lines)]);
    let findings = not_among(&folder, &all.organisations.unwrap());
    let told = findings
        .into_iter()
        .map(|finding| (finding.code, finding.line, finding.advice));
    told.collect()
}

#[test]
fn an_organisation_and_an_office_that_nobody_knows_are_warned_of() {
    assert_eq!(told("council", "permits"), []);
    assert_eq!(
        told("council", "[north when x_1, permits]"),
        [],
        "an office may be of another organisation"
    );
    assert_eq!(told("council", "f"), [], "what is worked out is not followed");
    assert_eq!(
        told("bare", "anybody"),
        [],
        "an organisation without offices has teams of any name"
    );
    let (code, line, advice) = &told("counsil", "permits")[0];
    assert_eq!((*code, *line), ("unknown_organisation", 2));
    assert!(advice.contains("\"council\""), "{advice}");
    let (code, line, advice) = &told("council", "[permtis when x_1, permits]")[0];
    assert_eq!((*code, *line), ("unknown_office", 13));
    assert!(advice.contains("\"permits\""), "{advice}");
}
