//! The folder is the document: `questions.yaml` holds what could stand under `questions:`.

use std::collections::BTreeMap;

use super::folder::check_folder;
use super::tasks;
use super::{Findings, Key, Node, Place, What, read_yaml};
use crate::definition::Folder;
use crate::definition::limits::EXAMPLES;

/// The files of a definition, read.
#[derive(Debug)]
pub(in crate::definition) struct Document {
    /// service.yaml, completed by the files beside it.
    pub(in crate::definition) root: Node,
    /// Which top headings came from a file of their own.
    pub(in crate::definition) own_files: Vec<String>,
    /// Translations by language.
    pub(in crate::definition) words: BTreeMap<String, Node>,
    /// `lists/NAME.csv` by name.
    pub(in crate::definition) tables: BTreeMap<String, (usize, String)>,
    /// `messages/NAME.LANGUAGE.md`.
    pub(in crate::definition) messages: Vec<MessageFile>,
    /// `messages/NAME.text.LANGUAGE.md`.
    pub(in crate::definition) text_messages: Vec<MessageFile>,
    /// `documents/NAME.LANGUAGE.md`.
    pub(in crate::definition) certificates: Vec<MessageFile>,
    /// `documents/NAME.typ` by name, with the file's number.
    pub(in crate::definition) documents: BTreeMap<String, usize>,
    /// `examples/NAME.yaml` by name.
    pub(in crate::definition) examples: BTreeMap<String, Node>,
}

/// One message or certificate in one language.
#[derive(Debug, Clone)]
pub(in crate::definition) struct MessageFile {
    pub(in crate::definition) file: usize,
    pub(in crate::definition) name: String,
    pub(in crate::definition) language: String,
    pub(in crate::definition) text: String,
}

/// The headings that may be a file of their own.
pub(in crate::definition) const OWN_FILES: &[&str] = &[
    "start",
    "eligibility",
    "questions",
    "tasks",
    "facts",
    "phrases",
    "lists",
    "casework",
    "messages",
    "keep",
    "channels",
    "deadline",
    "already",
    "standard",
];

impl Document {
    /// Reads all files; nothing where that fails, which is then among the findings.
    pub(in crate::definition) fn read(folder: &Folder, findings: &mut Findings) -> Option<Self> {
        findings.file("service.yaml");
        check_folder(folder, findings);
        if findings.has_errors() {
            return None;
        }
        let Some(service) = folder.text("service.yaml") else {
            findings.error(
                Place::default(),
                "no_service",
                "There is no service.yaml.",
                "Every service has one, with at least name, organisation and questions.",
            );
            return None;
        };
        let root = read_yaml("service.yaml", service, findings);
        let mut document = Self {
            root: root.unwrap_or(Node {
                place: Place::default(),
                what: What::Map(Vec::new()),
            }),
            own_files: Vec::new(),
            words: BTreeMap::new(),
            tables: BTreeMap::new(),
            messages: Vec::new(),
            text_messages: Vec::new(),
            certificates: Vec::new(),
            documents: BTreeMap::new(),
            examples: BTreeMap::new(),
        };
        for path in folder.files.keys().filter(|path| *path != "service.yaml") {
            if let Some(text) = folder.text(path) {
                document.add(path, text, findings);
            }
        }
        (!findings.has_errors()).then_some(document)
    }

    fn add(&mut self, path: &str, text: &str, findings: &mut Findings) {
        let place = Place {
            file: findings.file(path),
            ..Place::default()
        };
        match path.split_once('/') {
            None => match path.strip_suffix(".yaml") {
                Some(key) if OWN_FILES.contains(&key) => self.own_file(key, path, text, findings),
                _ => unknown(place, path, findings),
            },
            Some(("words", name)) => match name.strip_suffix(".yaml") {
                Some(language) => {
                    if let Some(node) = read_yaml(path, text, findings) {
                        self.words.insert(language.to_owned(), node);
                    }
                }
                None => unknown(place, path, findings),
            },
            Some(("lists", name)) => match name.strip_suffix(".csv") {
                Some(name) => {
                    self.tables.insert(name.to_owned(), (place.file, text.to_owned()));
                }
                None => unknown(place, path, findings),
            },
            Some(("messages", name)) => match message_name(name) {
                Some(((name, is_text), language)) => {
                    let (texts, mails) = (&mut self.text_messages, &mut self.messages);
                    let of_its_means = if is_text { texts } else { mails };
                    of_its_means.push(MessageFile {
                        file: place.file,
                        name,
                        language,
                        text: text.to_owned(),
                    });
                }
                None => unknown(place, path, findings),
            },
            Some(("examples", name)) => match name.strip_suffix(".yaml") {
                Some(_) if self.examples.len() >= EXAMPLES => findings.error(
                    place,
                    "too_many_examples",
                    format!("There are more than {EXAMPLES} examples."),
                    "Keep those that show something of their own.",
                ),
                Some(name) => {
                    if let Some(node) = read_yaml(path, text, findings) {
                        self.examples.insert(name.to_owned(), node);
                    }
                }
                None => unknown(place, path, findings),
            },
            // `tasks.yaml` stands before these in the order of paths.
            Some(("tasks", name)) => match name.strip_suffix(".yaml") {
                Some(name) => tasks::complete(&mut self.root, name, path, text, findings),
                None => unknown(place, path, findings),
            },
            Some(("documents", file)) => match (file.strip_suffix(".typ"), message_name(file)) {
                (Some(name), _) => {
                    self.documents.insert(name.to_owned(), place.file);
                }
                (None, Some(((name, false), language))) => self.certificates.push(MessageFile {
                    file: place.file,
                    name,
                    language,
                    text: text.to_owned(),
                }),
                _ => unknown(place, path, findings),
            },
            Some(_) => unknown(place, path, findings),
        }
    }

    fn own_file(&mut self, key: &str, path: &str, text: &str, findings: &mut Findings) {
        let Some(node) = read_yaml(path, text, findings) else {
            return;
        };
        let key_place = Place {
            line: 1,
            column: 1,
            length: 1,
            ..node.place
        };
        if self.root.get(key).is_some() {
            findings.error(
                key_place,
                "twice",
                format!("\"{key}\" stands in service.yaml and in {path}."),
                "Keep it in one of the two.",
            );
            return;
        }
        self.own_files.push(key.to_owned());
        if let What::Map(entries) = &mut self.root.what {
            let key = Key {
                text: key.to_owned(),
                place: key_place,
            };
            entries.push((key, node));
        }
    }
}

/// `received.en.md` is the message `received` in English, and `received.text.en.md` the text of that name: the name,
/// whether it is a text, the language.
fn message_name(file: &str) -> Option<((String, bool), String)> {
    let (name, rest) = file.strip_suffix(".md")?.split_once('.')?;
    let (is_text, language) = match rest.split_once('.') {
        Some(("text", language)) => (true, language),
        Some(_) => return None,
        None => (false, rest),
    };
    let plain = !name.is_empty() && !language.is_empty() && !language.contains('.');
    plain.then(|| ((name.to_owned(), is_text), language.to_owned()))
}

fn unknown(place: Place, path: &str, findings: &mut Findings) {
    findings.error(
        place,
        "unknown_file",
        format!("{path} is not a file of a service."),
        "Known are service.yaml, questions.yaml and the like, tasks/NAME.yaml, words/LANGUAGE.yaml, lists/NAME.csv, \
         messages/NAME.LANGUAGE.md, documents/NAME.LANGUAGE.md and examples/NAME.yaml.",
    );
}
