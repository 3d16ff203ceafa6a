//! Each dependency has a reason: a comment above it, or above the group of lines in which it stands.
//! What a crate takes from the workspace has its reason there; our own crates need none.

use super::Finding;
use super::tree::Tree;

/// Looks through every manifest.
pub fn check(tree: &Tree) -> Vec<Finding> {
    tree.texts("Cargo.toml")
        .flat_map(|(file, text)| check_manifest(&file.path, text))
        .collect()
}

fn check_manifest(path: &str, text: &str) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut in_dependencies = false;
    let mut has_reason = false;
    // Inside a dependency that goes over several lines.
    let mut depth = 0_usize;
    for (at, line) in text.lines().enumerate() {
        let line = line.trim();
        if depth > 0 {
            depth = depth_after(depth, line);
        } else if line.starts_with('[') {
            in_dependencies = line.trim_matches(['[', ']']).ends_with("dependencies");
            has_reason = false;
        } else if line.is_empty() {
            has_reason = false;
        } else if let Some(comment) = line.strip_prefix('#') {
            has_reason |= !comment.trim().is_empty();
        } else if in_dependencies {
            depth = depth_after(0, line);
            if !has_reason && !needs_none(line) {
                let name = line.split(['.', '=', ' ']).next().unwrap_or_default();
                let wrong = format!("{name} has no reason");
                findings.push(Finding::new(
                    path,
                    at + 1,
                    wrong,
                    "say in a comment above it, or above its group, what it is for",
                ));
            }
        }
    }
    findings
}

/// Our own crates, and what the workspace gives.
fn needs_none(line: &str) -> bool {
    line.starts_with("exemplar-") || line.contains("workspace = true")
}

fn depth_after(depth: usize, line: &str) -> usize {
    let opened = depth + line.matches(['[', '{']).count();
    opened.saturating_sub(line.matches([']', '}']).count())
}

#[cfg(test)]
mod tests {
    use super::super::testing::found;
    use super::*;

    fn check_text(text: &str) -> Vec<String> {
        found(check, &[("Cargo.toml", text)])
    }

    #[test]
    fn a_comment_above_a_group_is_the_reason_of_all_in_it() {
        assert_eq!(
            check_text(
                "[workspace.dependencies]\nexemplar-core = { path = \"c\" }\n\n# HTTP.\naxum = \"1\"\ntower = \"1\"\n"
            ),
            [""; 0]
        );
    }

    #[test]
    fn a_dependency_without_a_reason_is_found() {
        assert_eq!(
            check_text(
                "[workspace.dependencies]\n# HTTP.\naxum = [\n  \"a\",\n]\n\nserde = \"1\"\n[package]\nname = \"a\"\n"
            ),
            ["Cargo.toml:7: serde has no reason"]
        );
    }

    #[test]
    fn what_the_workspace_gives_has_its_reason_there() {
        assert_eq!(
            check_text("[dependencies]\nserde.workspace = true\n[dev-dependencies]\nown = \"1\"\n"),
            ["Cargo.toml:4: own has no reason"]
        );
    }
}
