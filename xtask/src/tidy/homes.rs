//! Which libraries have one home among our crates, and which are not used at all. The rule is `bans` in deny.toml, so
//! that it holds for our own crates even where cargo-deny is not installed; cargo-deny also looks further down.

use toml::Table;

use super::Finding;
use super::manifest;
use super::tree::Tree;

/// Where the rule stands.
const RULES: &str = "deny.toml";

/// A library and the crates that may use it.
struct Ban {
    name: String,
    wrappers: Vec<String>,
    reason: String,
}

/// Holds the direct dependencies of our crates against deny.toml.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let Some(rules) = tree.text(RULES).and_then(|text| text.parse::<Table>().ok()) else {
        return vec![Finding::new(
            RULES,
            0,
            "it is not there, or is not TOML",
            "it states the home of each library",
        )];
    };
    let bans = bans(&rules);
    let mut findings = Vec::new();
    for one in manifest::crates(tree) {
        for dependency in &one.dependencies {
            let Some(ban) = bans.iter().find(|ban| ban.name == dependency.name) else {
                continue;
            };
            if !ban.wrappers.contains(&one.name) {
                let wrong = format!("{} may not use {}: {}", one.name, ban.name, ban.reason);
                findings.push(Finding::new(&one.path, 0, wrong, home(&ban.wrappers)));
            }
        }
    }
    findings
}

fn home(wrappers: &[String]) -> String {
    if wrappers.is_empty() {
        "take it out; docs/decisions/ says how to propose another choice".to_owned()
    } else {
        format!("its home is {}: move the code there", wrappers.join(", "))
    }
}

fn bans(rules: &Table) -> Vec<Ban> {
    let entries = rules
        .get("bans")
        .and_then(|bans| bans.get("deny"))
        .and_then(toml::Value::as_array);
    let ban = |entry: &toml::Value| {
        let text = |key: &str| entry.get(key).and_then(toml::Value::as_str);
        let wrappers = entry.get("wrappers").and_then(toml::Value::as_array);
        let wrappers = wrappers
            .into_iter()
            .flatten()
            .filter_map(|name| Some(name.as_str()?.to_owned()));
        Some(Ban {
            name: text("crate").or_else(|| entry.as_str())?.to_owned(),
            wrappers: wrappers.collect(),
            reason: text("reason").unwrap_or("it is banned").to_owned(),
        })
    };
    entries.into_iter().flatten().filter_map(ban).collect()
}

#[cfg(test)]
mod tests {
    use super::super::testing::found;
    use super::*;

    const RULES_TEXT: &str = "[bans]\ndeny = [\n  { crate = \"rusqlite\", wrappers = [\"exemplar-store\"], reason = \"SQL has one home\" },\n  \"chrono\",\n]\n";

    fn check_web(dependencies: &str) -> Vec<String> {
        let manifest = format!("[package]\nname = \"exemplar-web\"\n{dependencies}\n");
        found(
            check,
            &[("crates/web/Cargo.toml", &manifest), ("deny.toml", RULES_TEXT)],
        )
    }

    #[test]
    fn a_library_stays_in_its_home() {
        assert_eq!(
            check_web("[dependencies]\nrusqlite.workspace = true\naxum = \"1\""),
            ["crates/web/Cargo.toml: exemplar-web may not use rusqlite: SQL has one home"]
        );
    }

    #[test]
    fn tests_are_no_exception() {
        assert_eq!(
            check_web("[dev-dependencies]\nchrono = \"1\""),
            ["crates/web/Cargo.toml: exemplar-web may not use chrono: it is banned"]
        );
    }

    #[test]
    fn the_home_may_use_its_library() {
        let manifest = "[package]\nname = \"exemplar-store\"\n[dependencies]\nrusqlite = \"1\"\n";
        assert_eq!(
            found(
                check,
                &[("crates/store/Cargo.toml", manifest), ("deny.toml", RULES_TEXT)]
            ),
            [""; 0]
        );
    }
}
