//! From the tree of a folder to the model: the entry point of everything that reads a definition.
//!
//! In reading order: [`reader`] holds what all need; [`names`] collects who is called what; [`pages`], [`question`],
//! [`rows`] and [`rules`] make the journey; [`facts`], [`casework`], [`service`] and [`messages`] the rest.
//! The checks of the whole are in [`super::check`].

mod asks;
mod books;
mod calendars;
mod casework;
mod certificates;
mod deciding;
mod equality;
mod facts;
mod fee;
mod former;
mod holidays;
mod in_use;
mod issues;
mod kept_after;
mod messages;
mod names;
mod opening;
mod outcome;
mod pages;
mod question;
mod reader;
mod records;
mod renewing;
mod rows;
mod rules;
mod search;
mod sending;
mod service;
mod signatory;
mod spot;
mod standard;
mod tables;
mod tasks;
mod text_messages;
pub(super) mod values;
mod within;

use std::sync::Arc;

use indexmap::IndexMap;

use super::check;
use super::example::{self, Example};
use super::finding::Finding;
use super::keys::SERVICE;
use super::limits::{LANGUAGES, RESERVED_ADDRESSES, STACK_BYTES};
use super::source::{Document, Findings, Node, Place, What, read_table};
use super::translation::OneText;
use super::{Definition, Folder, List, shape};
use crate::id::{Language, Name, OrganisationId, ServiceId};
use crate::publishing::is_preview_name;
use crate::text::Text;
pub(super) use messages::is_draft;
pub(super) use names::NamedWhat;
use names::Register;
pub(super) use reader::Reader;
pub use service::channel;
pub(super) use spot::{Condition, Fill, Role, Row, Spot, Use, Where, Written};

/// What came of reading a folder.
#[derive(Debug, Default)]
pub struct Checked {
    /// The definition; none where a finding is an error.
    pub definition: Option<Definition>,
    /// What is wrong, by file and line.
    pub findings: Vec<Finding>,
    /// The examples, where the definition could be read.
    pub examples: Vec<Example>,
    /// What could be said better, by file and line. It is no fault, and keeps nothing from being published.
    pub advice: Vec<Finding>,
    /// So many conditions look at too much to tell whether they can hold.
    pub not_proved: usize,
    /// The languages in which it is to be offered, whatever is wrong with it; none where it cannot be read at all.
    pub languages: Vec<Language>,
}

impl Checked {
    /// Whether a finding keeps the definition from being published.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.findings
            .iter()
            .any(|finding| finding.severity == crate::definition::Severity::Error)
    }
}

/// Reads a definition and checks all of it, its examples too.
///
/// Works on a stack of its own, because the parser of expressions needs much. Reads no file and no clock.
#[must_use]
pub fn read(folder: &Folder) -> Checked {
    on_a_large_stack("definition", || read_here(folder))
}

/// Does something on a stack of its own.
fn on_a_large_stack<T: Send>(name: &str, act: impl Fn() -> T + Sync) -> T {
    std::thread::scope(|scope| {
        let thread = std::thread::Builder::new()
            .name(name.into())
            .stack_size(STACK_BYTES)
            .spawn_scoped(scope, &act);
        match thread.map(std::thread::ScopedJoinHandle::join) {
            Ok(Ok(done)) => done,
            Ok(Err(panic)) => std::panic::resume_unwind(panic),
            // The system has no room for another thread; the usual stack does for usual definitions.
            Err(_) => act(),
        }
    })
}

fn read_here(folder: &Folder) -> Checked {
    let mut findings = Findings::default();
    let Some(document) = Document::read(folder, &mut findings) else {
        return refused(findings);
    };
    shape::under(&document.root, &SERVICE, &mut findings);
    if findings.has_errors() {
        return refused(findings);
    }
    let languages = languages(&document.root, &mut findings);
    let lists = lists(&document, &languages, &mut findings);
    let register = Register::collect(&document.root, lists, &languages, &mut findings);
    let reader = Reader::new(&document, languages.clone(), register, findings);
    let definition = definition(folder, &document, &reader);
    names_of_lists(&document, &definition, |path, name| {
        let lacks = (1..languages.len()).filter(|language| !name.is_complete_in(*language));
        lacks.for_each(|language| reader.note_missing(language, path));
    });
    let not_proved = check::all(&definition, &document, &reader);
    let examples = example::read_all(&document, &definition, &reader);
    if !reader.has_errors() {
        example::check_all(&examples, &document, &definition, &reader);
    }
    let advice = check::advise(&definition, &document, &reader);
    check::gather(&document, &reader);
    let findings = reader.into_findings();
    Checked {
        definition: (!findings.has_errors()).then_some(definition),
        findings: findings.into_sorted(),
        examples,
        not_proved,
        advice,
        languages,
    }
}

/// The names in lists that stand in the definition itself, each with where it stands.
fn names_of_lists(document: &Document, definition: &Definition, each: impl Fn(&str, &Text)) {
    for (key, node) in document.root.get("lists").map(Node::entries).unwrap_or_default() {
        let names = definition.lists.get(key.text.as_str()).map(|list| &list.names);
        for (id, name) in names
            .into_iter()
            .flatten()
            .filter(|(id, _)| node.get(id.as_str()).is_some())
        {
            each(&format!("lists.{}.{id}", key.text), name);
        }
    }
}

/// All texts of a definition, for translators.
pub(super) struct TextsRead {
    /// The language in which it is written.
    pub(super) from: Language,
    /// Whether the other is not among its languages.
    pub(super) is_draft: bool,
    pub(super) texts: Vec<OneText>,
}

/// Reads the texts of a definition in its own language and in `to`, whatever is wrong with its rules.
pub(super) fn texts(folder: &Folder, to: &str) -> Result<TextsRead, Vec<Finding>> {
    on_a_large_stack("texts", || texts_here(folder, to))
}

fn texts_here(folder: &Folder, to: &str) -> Result<TextsRead, Vec<Finding>> {
    let mut findings = Findings::default();
    let Some(document) = Document::read(folder, &mut findings) else {
        return Err(findings.into_sorted());
    };
    shape::under(&document.root, &SERVICE, &mut findings);
    let known = languages(&document.root, &mut findings);
    let (from, to) = (known[0].clone(), Language::from(to));
    if from == to {
        let message = format!("The service is written in \"{to}\" itself.");
        findings.error(
            Place::default(),
            "own_language",
            message,
            "Name the language to translate into.",
        );
    }
    if findings.has_errors() {
        return Err(findings.into_sorted());
    }
    let both = vec![from.clone(), to.clone()];
    let lists = lists(&document, &both, &mut findings);
    let register = Register::collect(&document.root, lists, &both, &mut findings);
    let reader = Reader::new(&document, both, register, findings).keeping_texts();
    let definition = definition(folder, &document, &reader);
    names_of_lists(&document, &definition, |path, name| {
        let target = name.is_complete_in(1).then(|| name.get(1));
        reader.keep_text(path, name.get(0), target);
    });
    Ok(TextsRead {
        is_draft: !known.contains(&to),
        from,
        texts: reader.into_texts().into_values().collect(),
    })
}

fn refused(findings: Findings) -> Checked {
    Checked {
        findings: findings.into_sorted(),
        ..Checked::default()
    }
}

/// The languages, `en` where nothing is said.
fn languages(root: &Node, findings: &mut Findings) -> Vec<Language> {
    let Some(node) = root.get("languages") else {
        return vec![Language::from("en")];
    };
    let mut languages = Vec::new();
    for node in listed(node).into_iter().take(LANGUAGES) {
        let tag = node.text().unwrap_or_default();
        let plain = tag
            .split('-')
            .all(|part| (1..=8).contains(&part.len()) && part.chars().all(|c| c.is_ascii_alphanumeric()));
        let short = tag.split('-').next().unwrap_or_default();
        let language = Language::from(tag);
        if !plain || !(2..=3).contains(&short.len()) || languages.contains(&language) {
            findings.error(
                node.place,
                "language",
                format!("\"{tag}\" is no language, or stands here twice."),
                "Write its tag, such as en, cy or zh-Hant.",
            );
        } else {
            languages.push(language);
        }
    }
    if languages.is_empty() {
        languages.push(Language::from("en"));
    }
    languages
}

/// A list's entries; a single text is a list of one.
pub(in crate::definition) fn listed(node: &Node) -> Vec<&Node> {
    match &node.what {
        What::List(nodes) => nodes.iter().collect(),
        What::Nothing => Vec::new(),
        _ => vec![node],
    }
}

/// The texts of a list.
pub(super) fn listed_texts(node: &Node) -> Vec<&str> {
    listed(node).into_iter().filter_map(Node::text).collect()
}

fn lists(document: &Document, languages: &[Language], findings: &mut Findings) -> IndexMap<Name, (Arc<List>, Place)> {
    let mut lists = IndexMap::new();
    for (key, node) in document.root.get("lists").map(Node::entries).unwrap_or_default() {
        let list = service::inline_list(node, document, &key.text, languages);
        lists.insert(Name::from(key.text.as_str()), (Arc::new(list), key.place));
    }
    for (name, (file, text)) in &document.tables {
        let place = Place {
            file: *file,
            ..Place::default()
        };
        let list = read_table(*file, text, languages, findings);
        if lists.contains_key(name.as_str()) {
            findings.error(
                place,
                "twice",
                format!("The list \"{name}\" stands under lists too."),
                "Keep one of the two.",
            );
        }
        lists.insert(Name::from(name.as_str()), (Arc::new(list), place));
    }
    lists
}

/// Checks that the folder's name can be the address of a service.
fn address(folder: &Folder, document: &Document, reader: &Reader<'_>) {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '_');
    if !(folder.name.chars().all(plain) || is_preview_name(&folder.name)) {
        reader.error(
            document.root.place,
            "bad_name",
            format!("\"{}\" cannot be the address of a service.", folder.name),
            "Name the folder in lower case, with digits and hyphens.",
        );
    }
    if RESERVED_ADDRESSES.contains(&folder.name.as_str()) {
        reader.error(
            document.root.place,
            "reserved_address",
            format!("\"{}\" is an address that the platform keeps for itself.", folder.name),
            "Give the folder another name.",
        );
    }
}

/// Checks that the service says what it is called and who is responsible.
fn named(document: &Document, root: &Spot<'_>, reader: &Reader<'_>) {
    for key in ["name", "organisation"] {
        if root.get(key).is_none() {
            let message = format!("The service has no {key}.");
            reader.error(
                document.root.place,
                "missing",
                message,
                "Write it at the beginning of service.yaml.",
            );
        }
    }
}

fn definition(folder: &Folder, document: &Document, reader: &Reader<'_>) -> Definition {
    let root = reader.root(document);
    address(folder, document, reader);
    named(document, &root, reader);
    facts::check(reader, &root);
    let time_zone = service::time_zone(reader, &root);
    let holidays = holidays::read(reader, &root);
    // Before the pages: a question of times looks for its calendar.
    reader.keep_calendars(calendars::read(reader, &root, &holidays));
    let pages::Journey {
        pages,
        eligibility_pages,
        tasks,
        places,
    } = pages::read(reader, &root);
    let signatory = signatory::read(reader, &root, (&pages, &places));
    let casework = casework::read(reader, &root);
    let issues = issues::read(reader, &root, &casework);
    let sendings = sending::read(reader, document, &root, (&casework, &issues));
    let attached = certificates::attached(reader, &root, &issues);
    let certificates = certificates::read(reader, document, &root, &issues);
    let keep = casework::keep(reader, &root, &casework, &issues);
    let organisation = root.node.get("organisation").and_then(Node::text);
    // Before the facts are taken: a fact in `same` is refused by its name.
    let already = service::already(reader, &root);
    Definition {
        former: former::read(reader, &document.root),
        id: ServiceId::from(folder.name.as_str()),
        digest: folder.digest(),
        languages: reader.languages().to_vec(),
        name: reader.text(&root, "name").unwrap_or_default(),
        organisation: OrganisationId::from(organisation.unwrap_or_default()),
        currency: reader.currency().to_owned(),
        start: service::start(reader, &root),
        pages,
        eligibility_pages,
        tasks,
        phrases: service::phrases(reader, &root),
        lists: reader.lists(),
        confirm_with: service::confirm_with(reader, &root),
        fee: fee::read(reader, &root),
        payment: fee::payment(reader, &root, (&casework, &issues)),
        signatory,
        issues,
        opening: opening::read(reader, &root, &time_zone),
        deadline: service::deadline(reader, &root, &time_zone),
        already,
        send: service::send(reader, &root),
        done: service::done(reader, &root),
        messages: messages::read(reader, document, &root),
        text_messages: text_messages::read(reader, document, &root),
        sendings,
        attached,
        certificates,
        standard: standard::read(reader, &root),
        equality: equality::read(reader, &root),
        keep,
        casework,
        channels: service::channels(reader, &root),
        time_zone,
        holidays,
        calendars: reader.calendars(),
        places,
        // The last: what is read before may name facts, and they are gone from where it looks for them.
        facts: facts::take(reader, &root),
    }
}
