//! Reads the manifests of our crates: which dependencies each one has, and for what.

use toml::Table;

use super::Finding;
use super::tree::{File, Tree};

/// A crate of the workspace.
pub struct Crate {
    /// Its name.
    pub name: String,
    /// The path of its manifest.
    pub path: String,
    /// What it depends on.
    pub dependencies: Vec<Dependency>,
}

/// One dependency of a crate.
pub struct Dependency {
    /// The crate that is depended on.
    pub name: String,
    /// Whether it is used by tests alone.
    pub tests_only: bool,
}

/// The manifests of crates, without that of the workspace.
pub fn files(tree: &Tree) -> impl Iterator<Item = (&File, &str)> {
    tree.texts("/Cargo.toml")
}

/// Our crates; a manifest that cannot be read is none, see [`unreadable`].
pub fn crates(tree: &Tree) -> Vec<Crate> {
    files(tree)
        .filter_map(|(file, text)| read(file, &text.parse().ok()?))
        .collect()
}

/// The manifests that are no TOML.
pub fn unreadable(tree: &Tree) -> Vec<Finding> {
    let findings = files(tree).filter_map(|(file, text)| {
        let error = text.parse::<Table>().err()?;
        Some(Finding::new(
            &file.path,
            0,
            format!("this is not TOML: {}", error.message()),
            "mend it",
        ))
    });
    findings.collect()
}

fn read(file: &File, manifest: &Table) -> Option<Crate> {
    let name = manifest.get("package")?.get("name")?.as_str()?.to_owned();
    let mut dependencies = Vec::new();
    collect(manifest, &mut dependencies);
    let targets = manifest.get("target").and_then(toml::Value::as_table);
    for target in targets
        .into_iter()
        .flat_map(Table::values)
        .filter_map(toml::Value::as_table)
    {
        collect(target, &mut dependencies);
    }
    Some(Crate {
        name,
        path: file.path.clone(),
        dependencies,
    })
}

fn collect(table: &Table, dependencies: &mut Vec<Dependency>) {
    for (section, tests_only) in [
        ("dependencies", false),
        ("build-dependencies", false),
        ("dev-dependencies", true),
    ] {
        let Some(entries) = table.get(section).and_then(toml::Value::as_table) else {
            continue;
        };
        for (key, entry) in entries {
            let renamed = entry.get("package").and_then(toml::Value::as_str);
            dependencies.push(Dependency {
                name: renamed.unwrap_or(key).to_owned(),
                tests_only,
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_section_of_a_manifest_is_read() {
        let text = "[package]\nname = \"a\"\n[dependencies]\nb.workspace = true\nc = { package = \"d\", version = \"1\" }\n\
            [dev-dependencies]\ne = \"1\"\n[target.'cfg(unix)'.dependencies]\nf = \"1\"\n";
        let crates = crates(&Tree::of(&[("crates/a/Cargo.toml", text)]));
        let names: Vec<_> = crates[0]
            .dependencies
            .iter()
            .map(|one| (one.name.as_str(), one.tests_only))
            .collect();
        assert_eq!(names, [("b", false), ("d", false), ("e", true), ("f", false)]);
    }

    #[test]
    fn a_manifest_that_is_no_toml_is_found() {
        assert_eq!(unreadable(&Tree::of(&[("crates/a/Cargo.toml", "[package")])).len(), 1);
    }
}
