//! Organisations as an installation writes them down: who sends, what stands under a message, what offices are called.
//! The file `organisations.yaml` stands beside the folders of services; how it is kept and followed is not here.

use std::collections::BTreeMap;

use jiff::tz::TimeZone;

use super::Folder;
use super::finding::{Finding, Severity};
use super::limits::{ORGANISATIONS, ORGANISATIONS_BYTES};
use super::source::{COMMENT, Findings, Key, Node, Place, What, read_yaml};
use crate::id::{Language, OfficeId, OrganisationId};
use crate::kind::email_address;

/// The file's name. No service can be called so, for its dot.
pub const ORGANISATIONS_FILE: &str = "organisations.yaml";

/// Words in the languages of an organisation, the first of which stands for those that are missing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct InLanguages(Vec<(Language, String)>);

impl InLanguages {
    /// The words in a language, or in the first.
    #[must_use]
    pub fn get(&self, language: &Language) -> &str {
        let own = self.0.iter().find(|(known, _)| known == language);
        own.or_else(|| self.0.first()).map_or("", |(_, words)| words.as_str())
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// A body that owns services, or offices of services.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Organisation {
    /// What it is called.
    pub name: InLanguages,
    /// The name that e-mails come from; that of the organisation where nothing is said.
    pub sender_name: InLanguages,
    /// The address that e-mails come from; the installation's where nothing is said.
    pub sender_address: Option<String>,
    /// Where answers to e-mails go.
    pub reply_to: Option<String>,
    /// What stands under each message.
    pub footer: InLanguages,
    /// What stands at the head of letters, a line each.
    pub postal_address: Vec<String>,
    /// Where its days begin.
    pub time_zone: Option<String>,
    /// Whether a second person has to agree before a version of one of its services goes live.
    pub publish_by_two: bool,
    /// What its offices are called.
    pub offices: BTreeMap<OfficeId, InLanguages>,
}

impl Organisation {
    /// The name that e-mails in a language come from.
    #[must_use]
    pub fn sender_name(&self, language: &Language) -> &str {
        if self.sender_name.is_empty() {
            self.name.get(language)
        } else {
            self.sender_name.get(language)
        }
    }

    /// A message's text with the organisation's footer under it.
    #[must_use]
    pub fn with_footer(&self, text: &str, language: &Language) -> String {
        match self.footer.get(language) {
            "" => text.to_owned(),
            footer => format!("{}\n\n{footer}", text.trim_end()),
        }
    }
}

/// All organisations, by their keys.
pub type Organisations = BTreeMap<OrganisationId, Organisation>;

/// What came of reading the file.
#[derive(Debug, Default)]
pub struct CheckedOrganisations {
    /// The organisations; none where a finding is an error.
    pub organisations: Option<Organisations>,
    /// What is wrong, by line.
    pub findings: Vec<Finding>,
}

impl CheckedOrganisations {
    /// Whether a finding keeps the file from being used.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.findings.iter().any(|finding| finding.severity == Severity::Error)
    }
}

/// The file as a folder with one file, as it is kept and as findings are shown from it.
#[must_use]
pub fn organisations_folder(content: Vec<u8>) -> Folder {
    Folder {
        name: ORGANISATIONS_FILE.to_owned(),
        files: BTreeMap::from([(ORGANISATIONS_FILE.to_owned(), content)]),
    }
}

/// Reads the file in a folder and checks it. Reads no file and no clock.
#[must_use]
pub fn read_organisations(folder: &Folder) -> CheckedOrganisations {
    let mut findings = Findings::default();
    let content = folder.files.get(ORGANISATIONS_FILE).map_or(&[][..], Vec::as_slice);
    let organisations = read_content(content, &mut findings);
    CheckedOrganisations {
        organisations: organisations.filter(|_| !findings.has_errors()),
        // Nothing writes this file anew, so its comments stay.
        findings: findings
            .into_sorted()
            .into_iter()
            .filter(|finding| finding.code != COMMENT)
            .collect(),
    }
}

fn read_content(content: &[u8], findings: &mut Findings) -> Option<Organisations> {
    let whole = Place {
        file: findings.file(ORGANISATIONS_FILE),
        ..Place::default()
    };
    if content.len() > ORGANISATIONS_BYTES {
        let message = format!("The file has more than {ORGANISATIONS_BYTES} bytes.");
        findings.error(whole, "too_large", message, "Leave out what is not needed.");
        return None;
    }
    let Ok(text) = std::str::from_utf8(content) else {
        findings.error(whole, "not_text", "The file is not text in UTF-8.", "Save it as UTF-8.");
        return None;
    };
    let root = read_yaml(ORGANISATIONS_FILE, text, findings)?;
    if !matches!(root.what, What::Map(_)) {
        expected(&root, "the organisations, each under its key", findings);
        return None;
    }
    if root.entries().len() > ORGANISATIONS {
        let message = format!("There are more than {ORGANISATIONS} organisations.");
        findings.error(
            root.place,
            "too_many",
            message,
            "Leave out those without a service or an office.",
        );
        return None;
    }
    let mut all = Organisations::new();
    for (key, node) in root.entries() {
        key_is_plain(key, findings);
        all.insert(key.text.as_str().into(), organisation(key, node, findings));
    }
    Some(all)
}

/// What can be said of an organisation.
const KEYS: &[&str] = &[
    "name",
    "email",
    "footer",
    "address",
    "time_zone",
    "publish_by_two",
    "offices",
];
/// What can be said of its e-mails.
const EMAIL_KEYS: &[&str] = &["sender", "from", "reply_to"];

fn organisation(key: &Key, node: &Node, findings: &mut Findings) -> Organisation {
    known_keys(node, KEYS, findings);
    let name = node.get("name").map(|name| line(name, findings));
    if name.is_none() {
        let message = format!("{} has no name.", key.text);
        findings.error(key.place, "no_name", message, "Write `name:` beneath it.");
    }
    let email = node.get("email");
    if let Some(email) = email {
        known_keys(email, EMAIL_KEYS, findings);
    }
    let email = |key: &str| email.and_then(|email| email.get(key));
    let lines = node.get("address").map(|lines| plain(lines, findings));
    Organisation {
        name: name.unwrap_or_default(),
        sender_name: email("sender").map(|name| line(name, findings)).unwrap_or_default(),
        sender_address: email("from").and_then(|from| address(from, findings)),
        reply_to: email("reply_to").and_then(|to| address(to, findings)),
        footer: node
            .get("footer")
            .map(|footer| words(footer, findings))
            .unwrap_or_default(),
        postal_address: lines
            .unwrap_or_default()
            .lines()
            .map(|line| line.trim().to_owned())
            .filter(|line| !line.is_empty())
            .collect(),
        time_zone: node.get("time_zone").and_then(|zone| time_zone(zone, findings)),
        publish_by_two: node.get("publish_by_two").is_some_and(|said| yes(said, findings)),
        offices: node
            .get("offices")
            .map(|offices| names_of_offices(offices, findings))
            .unwrap_or_default(),
    }
}

fn names_of_offices(node: &Node, findings: &mut Findings) -> BTreeMap<OfficeId, InLanguages> {
    if node.entries().is_empty() {
        expected(node, "offices, each with its name", findings);
    }
    let office = |(key, node): &(Key, Node)| {
        key_is_plain(key, findings);
        (OfficeId::from(key.text.as_str()), line(node, findings))
    };
    node.entries().iter().map(office).collect()
}

/// Words in one language, or each under its language.
fn words(node: &Node, findings: &mut Findings) -> InLanguages {
    if let Some(text) = node.text() {
        return InLanguages(vec![(Language::from("en"), text.trim().to_owned())]);
    }
    if node.entries().is_empty() {
        expected(node, "words, or words under each language", findings);
    }
    let mut all = Vec::new();
    for (key, node) in node.entries() {
        let is_tag = key
            .text
            .split('-')
            .all(|part| (1..=8).contains(&part.len()) && part.chars().all(|letter| letter.is_ascii_alphanumeric()));
        if !is_tag || !(2..=3).contains(&key.text.split('-').next().unwrap_or_default().len()) {
            let message = format!("\"{}\" is no language.", key.text);
            findings.error(
                key.place,
                "language",
                message,
                "Write its tag, such as en, cy or zh-Hant.",
            );
        }
        let text = plain(node, findings);
        all.push((Language::from(key.text.as_str()), text));
    }
    InLanguages(all)
}

/// Words that stand on one line, such as a name.
fn line(node: &Node, findings: &mut Findings) -> InLanguages {
    let words = words(node, findings);
    if words.0.iter().any(|(_, words)| words.contains(char::is_control)) {
        expected(node, "words on one line", findings);
    }
    words
}

fn plain(node: &Node, findings: &mut Findings) -> String {
    match node.text().map(str::trim) {
        Some(text) if !text.is_empty() => text.to_owned(),
        _ => {
            expected(node, "words", findings);
            String::new()
        }
    }
}

fn address(node: &Node, findings: &mut Findings) -> Option<String> {
    let typed = node.text().unwrap_or_default().trim();
    let address = email_address(typed).filter(|address| address == typed);
    if address.is_none() {
        let message = format!("\"{typed}\" is no e-mail address.");
        let advice = "Write the address alone, such as permits@example.org.";
        findings.error(node.place, "email_address", message, advice);
    }
    address
}

fn time_zone(node: &Node, findings: &mut Findings) -> Option<String> {
    let name = node.text().unwrap_or_default();
    if TimeZone::get(name).is_ok() {
        return Some(name.to_owned());
    }
    let message = format!("There is no time zone \"{name}\".");
    findings.error(node.place, "time_zone", message, "Write one such as Europe/London.");
    None
}

/// The key is written where it holds, so `yes` is all that can stand there.
fn yes(node: &Node, findings: &mut Findings) -> bool {
    let is_yes = node.text() == Some("yes");
    if !is_yes {
        expected(node, "`yes`, or nothing at all", findings);
    }
    is_yes
}

fn known_keys(node: &Node, keys: &[&str], findings: &mut Findings) {
    if !matches!(node.what, What::Map(_)) {
        expected(node, &keys.join(", "), findings);
    }
    for (key, _) in node.entries() {
        if !keys.contains(&key.text.as_str()) {
            let message = format!("Nothing is called \"{}\" here.", key.text);
            let advice = format!("What can stand here: {}.", keys.join(", "));
            findings.error(key.place, "unknown_key", message, advice);
        }
    }
}

/// Keys of organisations and offices are as those of services: what addresses and tables hold.
fn key_is_plain(key: &Key, findings: &mut Findings) {
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' || c == '_';
    if key.text.is_empty() || !key.text.chars().all(fits) {
        let message = format!("\"{}\" cannot be a key.", key.text);
        findings.error(
            key.place,
            "key",
            message,
            "Write it in lower case, with digits and hyphens.",
        );
    }
}

fn expected(node: &Node, what: &str, findings: &mut Findings) {
    findings.error(
        node.place,
        "shape",
        format!("Here should stand {what}."),
        "Write it so.",
    );
}

#[cfg(test)]
mod tests {
    use super::*;

    const WHOLE: &str = "council:
  name: { en: Council, cy: Cyngor }
  email:
    sender: Council permits
    from: permits@example.org
    reply_to: help@example.org
  footer:
    en: |
      Council, 1 Street
    cy: Cyngor, 1 Stryd
  address: |
    1 Street
    Town
  time_zone: Europe/London
  offices:
    north: { en: North office, cy: Swyddfa'r gogledd }
";

    fn read(text: &str) -> CheckedOrganisations {
        read_organisations(&organisations_folder(text.as_bytes().to_vec()))
    }

    #[test]
    fn an_organisation_is_read_in_its_languages() {
        let all = read(WHOLE);
        assert_eq!(all.findings, []);
        let all = all.organisations.unwrap();
        let council = &all[&OrganisationId::from("council")];
        let (en, cy, fr) = (Language::from("en"), Language::from("cy"), Language::from("fr"));
        assert_eq!(council.name.get(&cy), "Cyngor");
        assert_eq!(council.name.get(&fr), "Council");
        assert_eq!(council.sender_name(&cy), "Council permits");
        assert_eq!(council.reply_to.as_deref(), Some("help@example.org"));
        assert_eq!(council.with_footer("Hello.\n", &en), "Hello.\n\nCouncil, 1 Street");
        assert_eq!(council.postal_address, ["1 Street", "Town"]);
        assert_eq!(council.offices[&OfficeId::from("north")].get(&cy), "Swyddfa'r gogledd");
    }

    #[test]
    fn without_more_than_a_name_messages_come_from_it_and_have_no_footer() {
        let all = read("council: { name: Council }").organisations.unwrap();
        let council = &all[&OrganisationId::from("council")];
        let cy = Language::from("cy");
        assert_eq!(council.sender_name(&cy), "Council");
        assert_eq!(council.with_footer("Hello.", &cy), "Hello.");
        assert_eq!(council.sender_address, None);
    }

    #[track_caller]
    fn check(text: &str, code: &str, line: usize) {
        let read = read(text);
        let found = read.findings.iter().map(|finding| (finding.code, finding.line));
        assert!(read.organisations.is_none() && read.has_errors());
        assert_eq!(found.collect::<Vec<_>>(), [(code, line)]);
    }

    #[test]
    fn what_is_wrong_is_found_where_it_stands() {
        check("council:\n  footer: A\n", "no_name", 1);
        check("council:\n  name: A\n  phone: 1\n", "unknown_key", 3);
        check(
            "council:\n  name: A\n  email: { from: A <a@example.org> }\n",
            "email_address",
            3,
        );
        check(
            "council:\n  name: A\n  email: { reply_to: nobody }\n",
            "email_address",
            3,
        );
        check("council:\n  name: A\n  time_zone: Europe/Londres\n", "time_zone", 3);
        check("council:\n  name: A\n  publish_by_two: perhaps\n", "shape", 3);
        check("The Council:\n  name: A\n", "key", 1);
        check("council:\n  name: { welsh: A }\n", "language", 2);
        check("council:\n  name: |\n    A\n    Bcc B\n", "shape", 3);
        check("- council\n", "shape", 1);
    }

    #[test]
    fn a_file_that_is_too_large_is_refused() {
        let large = "# ".repeat(ORGANISATIONS_BYTES);
        check(&large, "too_large", 0);
    }
}
