//! The canonical text of a definition: one order of keys, one way to write each value.
//! Formatting again changes nothing, and what is read from it is the same. What the keys mean is not here.
//!
//! In reading order: [`form`] says what stands where, and in which order; [`write`] writes headings and lists;
//! [`line`] what fits on one line; [`scalar`] single texts.

mod form;
mod line;
mod scalar;
mod write;

use super::keys::{EXAMPLE, SERVICE, Shape, TASK};
use super::source::{Document, Findings, Node, read_yaml};
use super::{Finding, Folder};

/// The same folder in canonical text.
///
/// # Errors
/// What cannot be read, and where a comment stands: nothing that somebody wrote is lost without a word.
pub fn format(folder: &Folder) -> Result<Folder, Vec<Finding>> {
    let mut findings = Findings::default();
    let document = Document::read(folder, &mut findings);
    let found = findings.into_sorted();
    if document.is_none() || !found.is_empty() {
        return Err(found);
    }
    // All files were read above, so each has a text.
    let files = folder.files.iter().map(|(path, content)| {
        let text = std::str::from_utf8(content).ok();
        let written = text.and_then(|text| format_file(path, text));
        (
            path.clone(),
            written.map_or_else(|| content.clone(), String::into_bytes),
        )
    });
    Ok(Folder {
        name: folder.name.clone(),
        files: files.collect(),
    })
}

/// One file in canonical text; nothing where it cannot be read, has comments, or is no file of a definition.
#[must_use]
pub fn format_file(path: &str, text: &str) -> Option<String> {
    if path.ends_with(".md") {
        return Some(message(text));
    }
    if path.ends_with(".csv") {
        return Some(lines(text));
    }
    let shape = shape_of(path)?;
    let mut findings = Findings::default();
    let node = read_yaml(path, text, &mut findings)?;
    findings.into_sorted().is_empty().then(|| yaml(&node, shape))
}

/// The text of a translation.
pub(super) fn words_file(node: &Node) -> String {
    yaml(node, Shape::Under(&SERVICE))
}

/// What stands in the file of that name.
fn shape_of(path: &str) -> Option<Shape> {
    let key = path.strip_suffix(".yaml")?;
    match path.split_once('/') {
        None if key == "service" => Some(Shape::Under(&SERVICE)),
        None => Some(SERVICE.rule(key)?.takes),
        Some(("words", _)) => Some(Shape::Under(&SERVICE)),
        Some(("tasks", _)) => Some(Shape::Under(&TASK)),
        Some(("examples", _)) => Some(Shape::Under(&EXAMPLE)),
        Some(_) => None,
    }
}

fn yaml(node: &Node, shape: Shape) -> String {
    let mut out = String::new();
    write::file(&mut out, node, shape);
    out
}

/// A message begins with its subject. Blanks within it stay: two at the end of a line are a line break of Markdown.
fn message(text: &str) -> String {
    let text = lines(text);
    match text.trim() {
        "" => String::new(),
        text => format!("{text}\n"),
    }
}

/// Lines that end as on every system, the last one too.
fn lines(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    match text.trim_end_matches('\n') {
        "" => String::new(),
        text => format!("{text}\n"),
    }
}

#[cfg(test)]
mod tests;
