//! Whether the organisation and the teams that a definition names stand in the file of organisations beside it.

use super::organisations::Organisations;
use super::read::listed;
use super::source::{Document, Findings};
use super::{Finding, Folder};
use crate::expression::{closest, split_case};
use crate::id::{OfficeId, OrganisationId};

/// Warnings where they do not: a case of such a service says the name as it is written, and a team that is nowhere gets
/// no cases. Teams that are looked up are not followed, nor those of an organisation without offices.
#[must_use]
pub fn not_among(folder: &Folder, organisations: &Organisations) -> Vec<Finding> {
    // What is wrong with the definition itself is for its own check to say.
    let mut of_reading = Findings::default();
    let Some(document) = Document::read(folder, &mut of_reading) else {
        return Vec::new();
    };
    let mut findings = Findings::default();
    findings.files = of_reading.files;
    let Some(node) = document.root.get("organisation") else {
        return Vec::new();
    };
    let name = node.text().unwrap_or_default();
    let Some(own) = organisations.get(&OrganisationId::from(name)) else {
        let names = organisations.keys().map(OrganisationId::as_str);
        let message = format!("organisations.yaml has no organisation \"{name}\".");
        let advice = closest(name, names).map_or_else(
            || "Add it there, or name one that stands there.".to_owned(),
            |like| format!("Did you mean \"{like}\"?"),
        );
        findings.warning(node.place, "unknown_organisation", message, advice);
        return findings.into_sorted();
    };
    let offices = || organisations.values().flat_map(|one| one.offices.keys());
    let team = document.root.get("casework").and_then(|casework| casework.get("team"));
    for line in team.filter(|_| !own.offices.is_empty()).map(listed).unwrap_or_default() {
        let value = split_case(line.text().unwrap_or_default()).0.trim();
        let is_name = value.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
        if !is_name || is_worked_out(&document, value) || offices().any(|office| *office == OfficeId::from(value)) {
            continue;
        }
        let message = format!("organisations.yaml has no office \"{value}\".");
        let advice = closest(value, offices().map(OfficeId::as_str)).map_or_else(
            || "Add it there under offices, so that it has a name.".to_owned(),
            |like| format!("Did you mean \"{like}\"?"),
        );
        findings.warning(line.place, "unknown_office", message, advice);
    }
    findings.into_sorted()
}

/// Whether a word names a fact or a question, so that the office is worked out.
fn is_worked_out(document: &Document, word: &str) -> bool {
    let headings = ["facts", "questions", "eligibility"];
    headings.iter().any(|heading| {
        document
            .root
            .get(heading)
            .is_some_and(|names| names.get(word).is_some())
    })
}
