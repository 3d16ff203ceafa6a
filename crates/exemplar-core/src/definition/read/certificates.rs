//! Certificates of what is issued: their words from `documents/NAME.LANGUAGE.md`.

use std::collections::BTreeMap;
use std::sync::Arc;

use indexmap::IndexMap;

use super::messages::{keep, parts};
use super::{Reader, Spot, Where};
use crate::definition::source::{Document, MessageFile, Node, Place};
use crate::definition::{Certificate, Issue};
use crate::expression::closest;
use crate::id::Name;
use crate::text::Text;

/// All of them. Each belongs to something that is issued.
pub(super) fn read<'a>(
    reader: &Reader<'a>,
    document: &'a Document,
    root: &Spot<'a>,
    issues: &[Issue],
) -> IndexMap<Name, Certificate> {
    reader.stand(Where::After);
    let mut by_name: BTreeMap<&str, Vec<&MessageFile>> = BTreeMap::new();
    for file in &document.certificates {
        by_name.entry(&file.name).or_default().push(file);
    }
    for (key, spot) in root.get("issues").iter().flat_map(Spot::entries) {
        let Some(node) = spot.node.get("document") else {
            continue;
        };
        let name = node.text().unwrap_or_default();
        if !by_name.contains_key(name) {
            let first = &reader.languages()[0];
            let advice = closest(name, by_name.keys().copied()).map_or_else(
                || format!("Write documents/{name}.{first}.md."),
                |like| format!("Did you mean \"{like}\"?"),
            );
            let message = format!("The certificate of \"{}\" has no words.", key.text);
            reader.error(node.place, "missing", message, advice);
        }
    }
    for (name, file) in &document.documents {
        let message = "A certificate is written in Markdown: this file is kept and nothing is made of it.";
        reader.warning(
            whole(*file),
            "not_used_yet",
            message,
            format!("Write documents/{name}.LANGUAGE.md."),
        );
    }
    let mut certificates = IndexMap::new();
    for (name, files) in by_name {
        if !issues
            .iter()
            .any(|issue| issue.document.as_ref().is_some_and(|own| own.as_str() == name))
        {
            let advice = format!("Write document: {name} under what is issued.");
            reader.warning(
                whole(files[0].file),
                "not_used",
                "Nothing is issued with this certificate.",
                advice,
            );
        }
        if let Some(certificate) = certificate(reader, name, &files) {
            certificates.insert(Name::from(name), certificate);
        }
    }
    certificates
}

/// Which message goes with which certificate. What a message attaches must be issued to somebody.
pub(super) fn attached(reader: &Reader<'_>, root: &Spot<'_>, issues: &[Issue]) -> BTreeMap<Name, Name> {
    let mut attached = BTreeMap::new();
    for (key, spot) in root.get("messages").iter().flat_map(Spot::entries) {
        let Some(node) = spot.node.get("attach") else { continue };
        let name = node.text().unwrap_or_default();
        let known = issues
            .iter()
            .filter_map(|issue| issue.document.as_ref())
            .map(Name::as_str);
        if known.clone().any(|known| known == name) {
            attached.insert(Name::from(key.text.as_str()), Name::from(name));
        } else {
            let advice = closest(name, known).map_or_else(
                || "Name a document of what is issued.".to_owned(),
                |like| format!("Did you mean \"{like}\"?"),
            );
            let message = format!("Nothing is issued with the document \"{name}\".");
            reader.error(node.place, "unknown_name", message, advice);
        }
    }
    attached
}

/// The certificate that a node names.
pub(super) fn named(node: &Node) -> Option<Name> {
    node.text().map(Name::from)
}

fn whole(file: usize) -> Place {
    Place {
        file,
        ..Place::default()
    }
}

fn certificate(reader: &Reader<'_>, name: &str, files: &[&MessageFile]) -> Option<Certificate> {
    let (mut titles, mut bodies) = (Vec::new(), Vec::new());
    for (place, language) in reader.languages().iter().enumerate() {
        let file = files.iter().find(|file| *file.language == *language.0);
        if file.is_none() {
            reader.note_missing(place, &format!("documents/{name}.{language}.md"));
        }
        let parts = file.and_then(|file| parts(reader, file));
        titles.push(parts.map(|(title, _)| Arc::from(title)));
        bodies.push(parts.map(|(_, body)| Arc::from(body)));
    }
    if titles.first().is_some_and(Option::is_none) {
        return None;
    }
    keep(reader, &format!("documents/{name}"), files);
    Some(Certificate {
        title: Text::new(titles),
        body: Text::new(bodies),
    })
}
