//! The files of the workspace as git knows them: tracked, and new ones that it does not ignore.
//! Nothing is judged here.

use std::collections::BTreeSet;
use std::io;
use std::path::Path;
use std::process::Command;

/// One file.
pub struct File {
    /// From the root of the workspace, with `/`.
    pub path: String,
    /// Its text; none where it is not text.
    pub text: Option<String>,
    /// Its size in bytes.
    pub bytes: usize,
}

impl File {
    /// The last part of the path.
    pub fn name(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or_default()
    }

    /// What follows the last dot of the name.
    pub fn extension(&self) -> &str {
        self.name().rsplit_once('.').map_or("", |(_, extension)| extension)
    }
}

/// All files, by path.
pub struct Tree {
    files: Vec<File>,
    /// Every folder that holds a file.
    folders: BTreeSet<String>,
}

impl Tree {
    /// The files of the workspace at `root`.
    ///
    /// # Errors
    /// When git is missing or refuses, or a file cannot be read.
    pub fn read(root: &Path) -> io::Result<Self> {
        let mut files = Vec::new();
        for path in listed(root)? {
            let place = root.join(&path);
            // A file that was deleted stays listed until that is committed; a link is not ours to follow.
            if !place.symlink_metadata().is_ok_and(|data| data.is_file()) {
                continue;
            }
            let bytes = std::fs::read(&place).map_err(|error| io::Error::other(format!("{path}: {error}")))?;
            let size = bytes.len();
            files.push(File {
                path,
                text: String::from_utf8(bytes).ok(),
                bytes: size,
            });
        }
        Ok(Self::new(files))
    }

    /// Files given by path and text.
    #[cfg(test)]
    pub fn of(files: &[(&str, &str)]) -> Self {
        let file = |&(path, text): &(&str, &str)| File {
            path: path.to_owned(),
            text: Some(text.to_owned()),
            bytes: text.len(),
        };
        Self::new(files.iter().map(file).collect())
    }

    fn new(mut files: Vec<File>) -> Self {
        files.sort_by(|a, b| a.path.cmp(&b.path));
        let folders = files.iter().flat_map(|file| folders_of(&file.path)).collect();
        Self { files, folders }
    }

    /// All files, by path.
    pub fn files(&self) -> &[File] {
        &self.files
    }

    /// The file at a path.
    pub fn get(&self, path: &str) -> Option<&File> {
        let place = self.files.binary_search_by(|file| file.path.as_str().cmp(path)).ok()?;
        self.files.get(place)
    }

    /// The text of the file at a path.
    pub fn text(&self, path: &str) -> Option<&str> {
        self.get(path)?.text.as_deref()
    }

    /// Whether there is such a file, or a folder with files in it.
    pub fn has(&self, path: &str) -> bool {
        let path = path.trim_end_matches('/');
        self.get(path).is_some() || self.folders.contains(path)
    }

    /// Every text file whose path ends so, with its text.
    pub fn texts(&self, ending: &str) -> impl Iterator<Item = (&File, &str)> {
        self.files
            .iter()
            .filter(move |file| file.path.ends_with(ending))
            .filter_map(|file| Some((file, file.text.as_deref()?)))
    }
}

/// `a` and `a/b` for `a/b/c`.
fn folders_of(path: &str) -> Vec<String> {
    path.match_indices('/').map(|(at, _)| path[..at].to_owned()).collect()
}

fn listed(root: &Path) -> io::Result<Vec<String>> {
    let output = Command::new("git")
        .current_dir(root)
        .args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
        .output()
        .map_err(|error| io::Error::other(format!("git lists the files to check, and could not be run: {error}")))?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        return Err(io::Error::other(format!(
            "git could not list the files to check: {said}"
        )));
    }
    let paths = String::from_utf8(output.stdout)
        .map_err(|_| io::Error::other("a path is not UTF-8: give each file a plain name"))?;
    // In a merge one path is listed once for each side.
    let paths: BTreeSet<&str> = paths.split('\0').filter(|path| !path.is_empty()).collect();
    Ok(paths.into_iter().map(str::to_owned).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_there_when_it_holds_a_file() {
        let tree = Tree::of(&[("crates/a/src/lib.rs", ""), ("Makefile", "")]);
        for path in ["crates", "crates/a/", "crates/a/src/lib.rs", "Makefile"] {
            assert!(tree.has(path), "{path}");
        }
        for path in ["crate", "crates/a/src/lib", "src", ""] {
            assert!(!tree.has(path), "{path}");
        }
    }

    #[test]
    fn an_extension_is_what_follows_the_last_dot() {
        let tree = Tree::of(&[("a.b/c.en.md", ""), ("a.b/Makefile", "")]);
        let extensions: Vec<_> = tree.files().iter().map(File::extension).collect();
        assert_eq!(extensions, ["", "md"]);
    }
}
