//! Which of our crates may use which. The rule is the table in ARCHITECTURE.md, read from there, so that the document
//! and the check are one.

use std::collections::BTreeMap;

use super::Finding;
use super::manifest;
use super::tree::Tree;

/// Where the table stands.
const DOCUMENT: &str = "ARCHITECTURE.md";
/// The head of the table's first column.
const HEAD: &str = "| crate |";

/// What a row of the table allows.
#[derive(Debug, PartialEq, Eq)]
struct Row {
    /// The line in the document.
    line: usize,
    /// Full names of crates; none where all are allowed.
    may_use: Option<Vec<String>>,
    /// Whether nothing that is shipped may use it.
    development: bool,
}

/// Holds the manifests against the table.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = manifest::unreadable(tree);
    let rows = rows(tree.text(DOCUMENT).unwrap_or_default());
    let crates: Vec<_> = manifest::crates(tree)
        .into_iter()
        .filter(|one| one.path.starts_with("crates/"))
        .collect();
    for (name, row) in &rows {
        if !crates.iter().any(|one| one.name == *name) {
            let wrong = format!("the table of crates names {name}, which is not there");
            findings.push(Finding::new(
                DOCUMENT,
                row.line,
                wrong,
                "take the row out, or add the crate",
            ));
        }
    }
    for one in &crates {
        let Some(row) = rows.get(&one.name) else {
            let wrong = format!("{} has no row in the table of crates", one.name);
            findings.push(Finding::new(
                &one.path,
                0,
                wrong,
                "add its row to ARCHITECTURE.md, with what it may use",
            ));
            continue;
        };
        for dependency in one.dependencies.iter().filter(|dependency| !dependency.tests_only) {
            let Some(target) = rows.get(&dependency.name) else {
                continue;
            };
            findings.extend(arrow(one, row, dependency, target));
        }
    }
    findings
}

/// One arrow between two of our crates.
fn arrow(from: &manifest::Crate, row: &Row, to: &manifest::Dependency, target: &Row) -> Option<Finding> {
    let wrong = if target.development && !row.development {
        format!("{} uses {}, which is for development only", from.name, to.name)
    } else if row.may_use.as_ref().is_some_and(|allowed| !allowed.contains(&to.name)) {
        format!("{} may not use {}", from.name, to.name)
    } else {
        return None;
    };
    let mend = if target.development {
        "move it to [dev-dependencies]".to_owned()
    } else {
        format!("take it out; a new arrow needs a page in docs/decisions/ and the table in {DOCUMENT}")
    };
    Some(Finding::new(&from.path, 0, wrong, mend))
}

/// The rows of the table, by the crate's full name.
fn rows(document: &str) -> BTreeMap<String, Row> {
    let mut lines = document
        .lines()
        .enumerate()
        .skip_while(|(_, line)| !line.starts_with(HEAD))
        .skip(2);
    let mut rows = BTreeMap::new();
    while let Some((at, line)) = lines.next().filter(|(_, line)| line.starts_with('|')) {
        let mut cells = line.split('|').skip(1).map(str::trim);
        let (Some(name), Some(uses)) = (cells.next(), cells.next()) else {
            continue;
        };
        let development = uses.contains("development only");
        let row = Row {
            line: at + 1,
            may_use: allowed(uses),
            development,
        };
        rows.insert(name.trim_matches('`').to_owned(), row);
    }
    rows
}

/// The second cell: "none of ours", "all", or short names with commas; after a semicolon stands a remark.
fn allowed(cell: &str) -> Option<Vec<String>> {
    let names = cell.split(';').next().unwrap_or_default().trim();
    match names {
        "all" => None,
        "none of ours" => Some(Vec::new()),
        names => Some(
            names
                .split(',')
                .map(|name| format!("exemplar-{}", name.trim().trim_matches('`')))
                .collect(),
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::found;
    use super::*;

    const TABLE: &str = "# A\n\n| crate | may use | home of |\n|---|---|---|\n| `exemplar-core` | none of ours | rules |\n\
        | `exemplar-store` | core | SQL |\n| `exemplar` | all | main |\n| `exemplar-testkit` | core; development only | |\n\nEnd | of | it.\n";

    fn manifest_of(name: &str, rest: &str) -> String {
        format!("[package]\nname = \"{name}\"\n{rest}\n")
    }

    /// Checks one store crate, the rest being in order.
    fn check_store(rest: &str) -> Vec<String> {
        found(
            check,
            &[
                ("ARCHITECTURE.md", TABLE),
                (
                    "crates/core/Cargo.toml",
                    &manifest_of("exemplar-core", "[dev-dependencies]\nexemplar-store.workspace = true"),
                ),
                (
                    "crates/main/Cargo.toml",
                    &manifest_of("exemplar", "[dependencies]\nexemplar-core.workspace = true"),
                ),
                ("crates/store/Cargo.toml", &manifest_of("exemplar-store", rest)),
                ("crates/testkit/Cargo.toml", &manifest_of("exemplar-testkit", "")),
                ("xtask/Cargo.toml", &manifest_of("xtask", "")),
            ],
        )
    }

    #[test]
    fn an_arrow_of_the_table_is_allowed() {
        assert_eq!(
            check_store("[dependencies]\nexemplar-core.workspace = true\nserde = \"1\""),
            [""; 0]
        );
    }

    #[test]
    fn an_arrow_that_is_not_in_the_table_is_found() {
        assert_eq!(
            check_store("[dependencies]\nexemplar.workspace = true"),
            ["crates/store/Cargo.toml: exemplar-store may not use exemplar"]
        );
    }

    #[test]
    fn what_is_for_development_is_used_by_tests_only() {
        assert_eq!(
            check_store("[dev-dependencies]\nexemplar-testkit.workspace = true"),
            [""; 0]
        );
        assert_eq!(
            check_store("[dependencies]\nexemplar-testkit.workspace = true"),
            ["crates/store/Cargo.toml: exemplar-store uses exemplar-testkit, which is for development only"]
        );
    }

    #[test]
    fn the_table_and_the_crates_are_the_same() {
        let found = found(
            check,
            &[
                (
                    "ARCHITECTURE.md",
                    "| crate | may use |\n|---|---|\n| `exemplar-core` | none of ours |\n",
                ),
                ("crates/web/Cargo.toml", &manifest_of("exemplar-web", "")),
            ],
        );
        assert_eq!(
            found,
            [
                "ARCHITECTURE.md:3: the table of crates names exemplar-core, which is not there",
                "crates/web/Cargo.toml: exemplar-web has no row in the table of crates",
            ]
        );
    }
}
