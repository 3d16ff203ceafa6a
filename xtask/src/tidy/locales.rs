//! The platform's words: each language has every key of English, in the file of the same name, and no other.
//! Whether a translation is right is for people to say.

use std::collections::BTreeMap;

use super::Finding;
use super::tree::Tree;

/// Where the words are.
const FOLDER: &str = "locales/";
/// The language that has every key.
const FIRST: &str = "en";

/// The keys of one file, each with its line.
type Keys = BTreeMap<String, usize>;

/// Compares every language with English.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let mut languages: BTreeMap<&str, BTreeMap<&str, Keys>> = BTreeMap::new();
    for (file, text) in tree.texts(".ftl") {
        let Some((language, name)) = file.path.strip_prefix(FOLDER).and_then(|path| path.split_once('/')) else {
            continue;
        };
        languages.entry(language).or_default().insert(name, keys(text));
    }
    let Some(first) = languages.remove(FIRST) else {
        return Vec::new();
    };
    languages
        .iter()
        .flat_map(|(language, files)| compare(language, files, &first))
        .collect()
}

fn compare(language: &str, files: &BTreeMap<&str, Keys>, first: &BTreeMap<&str, Keys>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let none = Keys::new();
    for (name, wanted) in first {
        let path = format!("{FOLDER}{language}/{name}");
        let has = files.get(name).unwrap_or(&none);
        let missing = wanted.keys().filter(|key| !has.contains_key(*key));
        findings.extend(missing.map(|key| Finding::new(&path, 0, format!("{key} is missing"), "translate it")));
    }
    for (name, has) in files {
        let path = format!("{FOLDER}{language}/{name}");
        let wanted = first.get(name).unwrap_or(&none);
        let unknown = has.iter().filter(|(key, _)| !wanted.contains_key(*key));
        let mend = format!("take it out, or add it to {FOLDER}{FIRST}/{name}");
        findings.extend(unknown.map(|(key, line)| Finding::new(&path, *line, format!("English has no {key}"), &mend)));
    }
    findings
}

/// The messages and terms of a Fluent file, and their attributes as `message.attribute`.
fn keys(text: &str) -> Keys {
    let mut keys = Keys::new();
    let mut message = "";
    for (at, line) in text.lines().enumerate() {
        let Some((name, _)) = line.split_once('=') else {
            continue;
        };
        let name = name.trim_end();
        if is_name(name.strip_prefix('-').unwrap_or(name)) {
            message = name;
            keys.insert(name.to_owned(), at + 1);
        } else if let Some(attribute) = name.trim_start().strip_prefix('.').filter(|name| is_name(name)) {
            keys.insert(format!("{message}.{attribute}"), at + 1);
        }
    }
    keys
}

fn is_name(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_')
}

#[cfg(test)]
mod tests {
    use super::super::testing::found;
    use super::*;

    #[test]
    fn a_language_has_the_keys_of_english_and_no_other() {
        let english =
            "### About\n\n# note = x\na = One\n-b = { $n ->\n    [one] 1 = 1\n   *[other] 2\n}\nc = C\n    .d = D\n";
        let files = [
            ("locales/cy/a.ftl", "a = Un\nc = C\ne = E\n"),
            ("locales/en/a.ftl", english),
        ];
        assert_eq!(
            found(check, &files),
            [
                "locales/cy/a.ftl: -b is missing",
                "locales/cy/a.ftl: c.d is missing",
                "locales/cy/a.ftl:3: English has no e",
            ]
        );
    }

    #[test]
    fn a_file_that_a_language_lacks_lacks_all_its_keys() {
        let files = [("locales/cy/a.ftl", ""), ("locales/en/b.ftl", "a = A\n")];
        assert_eq!(found(check, &files), ["locales/cy/b.ftl: a is missing"]);
    }
}
