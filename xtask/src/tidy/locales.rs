//! The platform's words: each language has every key of English with the same arguments, in the file of the same name,
//! and no other. Each has its conventions of writing too.
//! Whether a translation is right is for people to say.

use std::collections::{BTreeMap, BTreeSet};

use super::Finding;
use super::tree::Tree;

/// Where the words are.
const FOLDER: &str = "locales/";
/// The language that has every key.
const FIRST: &str = "en";

/// How languages write numbers and lists, by their tags.
const CONVENTIONS: &str = "crates/exemplar-core/data/languages.json";

/// The keys of one file.
type Keys = BTreeMap<String, Key>;

/// A key: its line, and the arguments that its words take.
#[derive(Debug, Default)]
struct Key {
    line: usize,
    arguments: BTreeSet<String>,
}

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
    let mut findings: Vec<Finding> = languages
        .iter()
        .flat_map(|(language, files)| compare(language, files, &first))
        .collect();
    let conventions = tree.texts(CONVENTIONS).next().map(|(_, text)| text);
    if let Some(conventions) = conventions {
        let lacking = languages
            .keys()
            .filter(|language| !conventions.contains(&format!("\n \"{language}\": {{")));
        let mend = "run crates/exemplar-core/data/make-languages.mjs and make-world.mjs";
        findings.extend(lacking.map(|language| Finding::new(CONVENTIONS, 0, format!("{language} is missing"), mend)));
    }
    findings
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
        findings
            .extend(unknown.map(|(key, own)| Finding::new(&path, own.line, format!("English has no {key}"), &mend)));
        for (key, own) in has {
            let wanted = wanted.get(key).map(|key| &key.arguments);
            let lost = wanted
                .into_iter()
                .flatten()
                .filter(|name| !own.arguments.contains(*name));
            let lost = lost.map(|name| (format!("{key} lacks ${name}"), "say it, as English does"));
            let added = own
                .arguments
                .iter()
                .filter(|name| wanted.is_some_and(|wanted| !wanted.contains(*name)));
            let added = added.map(|name| {
                (
                    format!("{key} has no ${name} in English"),
                    "nothing fills it: take it out",
                )
            });
            findings.extend(
                lost.chain(added)
                    .map(|(wrong, mend)| Finding::new(&path, own.line, wrong, mend)),
            );
        }
    }
    findings
}

/// The messages and terms of a Fluent file, and their attributes as `message.attribute`.
fn keys(text: &str) -> Keys {
    let mut keys = Keys::new();
    let mut message = "";
    let mut last = String::new();
    for (at, line) in text.lines().enumerate().filter(|(_, line)| !line.starts_with('#')) {
        let name = line
            .split_once('=')
            .map(|(name, _)| name.trim_end())
            .unwrap_or_default();
        if is_name(name.strip_prefix('-').unwrap_or(name)) {
            message = name;
            name.clone_into(&mut last);
        } else if let Some(attribute) = name.trim_start().strip_prefix('.').filter(|name| is_name(name)) {
            last = format!("{message}.{attribute}");
        }
        if last.is_empty() {
            continue;
        }
        let key = keys.entry(last.clone()).or_insert_with(|| Key {
            line: at + 1,
            ..Key::default()
        });
        key.arguments.extend(arguments(line));
    }
    keys
}

/// The names after a dollar sign. `$Called` is `$called` with a capital letter: a language that begins the sentence with
/// another word takes the other one.
fn arguments(line: &str) -> impl Iterator<Item = String> {
    let names = line.split('$').skip(1);
    names.map(|rest| {
        let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || c == '_' || c == '-'));
        rest[..end.unwrap_or(rest.len())].to_lowercase()
    })
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
    fn words_take_the_arguments_of_english() {
        let files = [
            ("locales/cy/a.ftl", "a = { $n ->\n   *[other] { $m }\n}\nb = { $x }\n"),
            ("locales/en/a.ftl", "# $y is nothing\na = { $n }\nb = { $x } { $y }\n"),
        ];
        assert_eq!(
            found(check, &files),
            [
                "locales/cy/a.ftl:1: a has no $m in English",
                "locales/cy/a.ftl:4: b lacks $y",
            ]
        );
    }

    #[test]
    fn a_language_has_conventions_of_writing() {
        let files = [
            ("crates/exemplar-core/data/languages.json", "{\n \"en\": {\n }\n}\n"),
            ("locales/cy/a.ftl", "a = A\n"),
            ("locales/en/a.ftl", "a = A\n"),
        ];
        assert_eq!(
            found(check, &files),
            ["crates/exemplar-core/data/languages.json: cy is missing"]
        );
    }

    #[test]
    fn a_file_that_a_language_lacks_lacks_all_its_keys() {
        let files = [("locales/cy/a.ftl", ""), ("locales/en/b.ftl", "a = A\n")];
        assert_eq!(found(check, &files), ["locales/cy/b.ftl: a is missing"]);
    }
}
