//! Documents name what is there: every link to a file in Markdown leads to one, and every path between backticks in the
//! project's own documents exists. Links to the outside are not followed.

use super::Finding;
use super::tree::Tree;

/// The documents whose paths between backticks are checked, besides their links.
const DOCUMENTS: &[&str] = &[
    "README.md",
    "ARCHITECTURE.md",
    "CONTRIBUTING.md",
    "SECURITY.md",
    "docs/",
];

/// Looks through every Markdown file.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let ignored = ignored(tree.text(".gitignore").unwrap_or_default());
    let mut findings = Vec::new();
    for (file, text) in tree.texts(".md") {
        let folder = file.path.strip_suffix(file.name()).unwrap_or_default();
        let names_paths = DOCUMENTS.iter().any(|start| file.path.starts_with(start));
        for (line, said) in prose(text) {
            for link in links(said) {
                if resolved(folder, link).is_none_or(|path| !tree.has(&path)) {
                    let wrong = format!("the link to {link} leads nowhere");
                    findings.push(Finding::new(&file.path, line, wrong, "mend or remove the link"));
                }
            }
            for path in named(tree, said).into_iter().filter(|_| names_paths) {
                if !tree.has(path) && !ignored.iter().any(|start| path.starts_with(start.as_str())) {
                    let wrong = format!("{path} is not there");
                    findings.push(Finding::new(&file.path, line, wrong, "name the path as it is now"));
                }
            }
        }
    }
    findings
}

/// The lines outside fenced blocks, with their numbers.
fn prose(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut fenced = false;
    text.lines().enumerate().filter_map(move |(at, line)| {
        let fence = line.trim_start().starts_with("```");
        fenced ^= fence;
        (!fenced && !fence).then_some((at + 1, line))
    })
}

/// The targets of `[text](target)` that are files of ours.
fn links(line: &str) -> Vec<&str> {
    let targets = line
        .split("](")
        .skip(1)
        .filter_map(|rest| Some(rest.split_once(')')?.0));
    let targets = targets.map(|target| target.split(['#', ' ']).next().unwrap_or_default());
    // Those that begin with a slash are addresses of a service; names in brackets are filled in.
    let is_file = |target: &&str| {
        !target.is_empty() && !target.starts_with(['/', '(']) && !target.contains(':') && !target.contains("((")
    };
    targets.filter(is_file).collect()
}

/// A link's target from the root of the workspace; none where it leads out of it.
fn resolved(folder: &str, target: &str) -> Option<String> {
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in target.split('/').filter(|part| !part.is_empty() && *part != ".") {
        if part == ".." {
            parts.pop()?;
        } else {
            parts.push(part);
        }
    }
    Some(parts.join("/"))
}

/// The paths between backticks: they begin with a folder of ours, or are files in the root.
fn named<'a>(tree: &Tree, line: &'a str) -> Vec<&'a str> {
    let spans = line.split('`').skip(1).step_by(2);
    let is_path = |span: &&str| {
        let plain = span.chars().all(|c| c.is_ascii_alphanumeric() || "._-/".contains(c));
        let first = span.split('/').next().unwrap_or_default();
        let of_ours = span.contains('/') && tree.has(first);
        let in_root =
            !span.contains('/') && ROOT_ENDINGS.iter().any(|ending| span.ends_with(ending)) && is_root_name(span);
        plain && !first.is_empty() && (of_ours || in_root)
    };
    spans.filter(is_path).collect()
}

/// How the names of files in the root end.
const ROOT_ENDINGS: &[&str] = &[".toml", ".md"];

/// Files of these names stand in many folders; without a folder none of them is meant in particular.
fn is_root_name(name: &str) -> bool {
    !["Cargo.toml", "README.md"].contains(&name) && !name.starts_with('.')
}

/// What .gitignore leaves out by its full path: made by a build or a run, so not there in a fresh clone.
fn ignored(text: &str) -> Vec<String> {
    text.lines()
        .filter_map(|line| Some(line.trim().strip_prefix('/')?.to_owned()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::testing::found;
    use super::*;

    fn check_document(path: &str, text: &str) -> Vec<String> {
        let files = [
            (".gitignore", "/assets/built\n"),
            ("assets/a.mjs", ""),
            ("deny.toml", ""),
            ("docs/style.md", ""),
            (path, text),
        ];
        found(check, &files)
    }

    #[test]
    fn a_link_is_followed_from_where_it_stands() {
        let text = "[a](style.md) [b](../assets/a.mjs#part) [c](https://example.org/x) [d](/elsewhere)\n[e](b.md) [f](../../c.md)";
        assert_eq!(
            check_document("docs/a.md", text),
            [
                "docs/a.md:2: the link to b.md leads nowhere",
                "docs/a.md:2: the link to ../../c.md leads nowhere",
            ]
        );
    }

    #[test]
    fn a_path_between_backticks_is_there() {
        let text = "`assets/a.mjs`, `assets/`, `deny.toml`, `assets/built/x.css`, `core::apply`, `POST /{a}`\n`assets/b.mjs` `gone.toml`";
        assert_eq!(
            check_document("ARCHITECTURE.md", text),
            [
                "ARCHITECTURE.md:2: assets/b.mjs is not there",
                "ARCHITECTURE.md:2: gone.toml is not there",
            ]
        );
    }

    #[test]
    fn what_stands_in_a_fenced_block_is_no_path() {
        assert_eq!(check_document("README.md", "```\n[a](b.md) `assets/c`\n```\n"), [""; 0]);
    }
}
