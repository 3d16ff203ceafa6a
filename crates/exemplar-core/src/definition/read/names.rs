//! Who is called what: a name is used once in a service, for a page, question, fact, phrase or list.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::sync::Arc;

use indexmap::IndexMap;

use super::records::written_fields;
use super::within::{asked_in_rows, rows_key};
use crate::definition::keys::{KINDS_LATER, kind_of};
use crate::definition::limits::{FACTS, PAGES, RESERVED_PAGES};
use crate::definition::shape::{self, NOT_IN_EXPRESSIONS};
use crate::definition::source::{Findings, Key, Node, Place, What};
use crate::definition::{Cases, List};
use crate::expression::{Options, Type};
use crate::id::{Language, Name};
use crate::kind::RECORD;

/// Something with a name.
#[derive(Debug, Clone)]
pub(in crate::definition) struct Named {
    pub(in crate::definition) what: NamedWhat,
    pub(in crate::definition) place: Place,
}

/// What has the name.
#[derive(Debug, Clone)]
pub(in crate::definition) enum NamedWhat {
    /// A page that is no question.
    Page,
    /// A question.
    Question {
        /// None where its kind is not known.
        type_is: Option<Type>,
        options: Options,
        /// The page, by its place in the journey.
        page: usize,
        /// Its place among the questions.
        order: usize,
        /// Its kind of answer; none where that is not known.
        kind: Option<&'static str>,
        /// Whether it can be passed without an answer: it has a condition, is optional, or has a box instead.
        may_lack: bool,
        /// Its rows, where they are fixed.
        fixed: Arc<[Name]>,
    },
    Fact,
    Phrase,
    List,
    /// A check, with the question at which it is asked while the person waits.
    Check(Option<Name>),
    /// Something of each row of this question.
    InRows(Name, Box<NamedWhat>),
    /// An equality question: nothing may name it.
    Equality,
}

impl NamedWhat {
    /// What it is, in rows or not.
    pub(in crate::definition) fn itself(&self) -> &Self {
        match self {
            Self::InRows(_, what) => what.itself(),
            what => what,
        }
    }
}

/// What facts come to, as far as they were checked.
type CheckedFacts = BTreeMap<Name, Option<(Type, Options, Cases)>>;

/// A field of a record: its name, its type in expressions, and whether it may be left out.
pub(in crate::definition) type RecordName = (Name, Type, bool);

/// All names of a service.
#[derive(Debug, Default)]
pub(in crate::definition) struct Register {
    pub(in crate::definition) names: IndexMap<Name, Named>,
    pub(in crate::definition) lists: IndexMap<Name, (Arc<List>, Place)>,
    pub(super) facts: RefCell<CheckedFacts>,
    /// The lines of the fee that were read so far: those below can name them.
    pub(in crate::definition) fee_lines: RefCell<Vec<Name>>,
    /// By question of a record: its fields, each with its kind and whether it may be left out.
    pub(in crate::definition) records: BTreeMap<Name, Vec<RecordName>>,
    /// Whether the service costs anything.
    pub(in crate::definition) has_fee: bool,
}

impl Register {
    /// Collects the names, and notes those that stand twice or cannot be used.
    pub(super) fn collect(
        root: &Node,
        lists: IndexMap<Name, (Arc<List>, Place)>,
        languages: &[Language],
        findings: &mut Findings,
    ) -> Self {
        let mut collecting = Collecting {
            register: Self::default(),
            languages,
            findings,
            page: 0,
            order: 0,
            rows: None,
        };
        for (name, (list, place)) in &lists {
            let key = Key {
                text: name.to_string(),
                place: *place,
            };
            let _ = list;
            collecting.add(&key, NamedWhat::List);
        }
        collecting.register.lists = lists;
        collecting.register.has_fee = root.get("fee").is_some();
        for heading in ["eligibility", "questions"] {
            for (key, node) in entries(root, heading) {
                collecting.page(key, node);
            }
        }
        for (key, node) in super::tasks::written(root) {
            collecting.page(key, node);
        }
        let facts = entries(root, "facts");
        if facts.len() > FACTS {
            let place = facts[FACTS].0.place;
            collecting.findings.error(
                place,
                "too_many_facts",
                format!("A service has at most {FACTS} facts."),
                "Leave out what nothing uses.",
            );
        }
        for (key, _) in facts {
            collecting.add(key, NamedWhat::Fact);
        }
        for (key, _) in entries(root, "phrases") {
            collecting.add(key, NamedWhat::Phrase);
        }
        let checks = root.get("casework").map(|casework| entries(casework, "checks"));
        for (key, node) in checks.unwrap_or_default() {
            let at = node.get("at").and_then(Node::text).map(Name::from);
            collecting.add(key, NamedWhat::Check(at));
        }
        let asks = root.get("casework").map(|casework| entries(casework, "asks_for"));
        for (key, _) in asks.unwrap_or_default() {
            collecting.address(key);
            collecting.add(key, NamedWhat::Page);
        }
        for (key, _) in entries(root, "equality") {
            collecting.add(key, NamedWhat::Equality);
        }
        collecting.register
    }

    /// What has the name.
    pub(in crate::definition) fn what(&self, name: &str) -> Option<&NamedWhat> {
        self.names.get(name).map(|named| &named.what)
    }
}

/// What stands under a top heading.
pub(super) fn entries<'a>(root: &'a Node, heading: &str) -> &'a [(Key, Node)] {
    root.get(heading).map(Node::entries).unwrap_or_default()
}

struct Collecting<'a> {
    register: Register,
    languages: &'a [Language],
    findings: &'a mut Findings,
    page: usize,
    order: usize,
    /// The question whose rows are being looked through.
    rows: Option<Name>,
}

impl Collecting<'_> {
    fn add(&mut self, key: &Key, what: NamedWhat) {
        let what = match &self.rows {
            Some(rows) => NamedWhat::InRows(rows.clone(), Box::new(what)),
            None => what,
        };
        shape::name(key, NOT_IN_EXPRESSIONS, self.findings);
        let name = Name::from(key.text.as_str());
        if let Some(before) = self.register.names.get(&name) {
            let message = format!(
                "\"{name}\" is used already, in line {} of {}.",
                before.place.line, self.findings.files[before.place.file]
            );
            self.findings
                .error(key.place, "name_twice", message, "Use a name once in a service.");
            return;
        }
        let place = key.place;
        self.register.names.insert(name, Named { what, place });
    }

    fn page(&mut self, key: &Key, node: &Node) {
        let page = self.page;
        self.page += 1;
        if page == PAGES {
            self.findings.error(
                key.place,
                "too_many_pages",
                format!("A service has at most {PAGES} pages."),
                "Split it into two services.",
            );
        }
        self.address(key);
        let conditional = node.get("when").is_some();
        if let Some(questions) = node.get("questions") {
            self.add(key, NamedWhat::Page);
            for (key, node) in questions.entries() {
                self.question(key, node, page, conditional);
            }
        } else if kind_key(node).is_some() || node.get("ask").is_some() {
            self.question(key, node, page, conditional);
        } else {
            self.add(key, NamedWhat::Page);
        }
    }

    fn address(&mut self, key: &Key) {
        let address = key.text.replace('_', "-");
        let language = self.languages.iter().any(|language| *language.0 == *address);
        if language || RESERVED_PAGES.contains(&address.as_str()) {
            self.findings.error(
                key.place,
                "reserved_address",
                format!("/{address} is an address of every service."),
                "Give the page another name.",
            );
        }
    }

    fn question(&mut self, key: &Key, node: &Node, page: usize, conditional: bool) {
        let order = self.order;
        self.order += 1;
        let has = |key: &str| node.get(key).is_some();
        let may_lack = conditional || has("when") || has("optional") || has("or_tick");
        let kind = kind_key(node);
        let rows = rows_key(node);
        let known = kind.and_then(|(kind, _)| kind_of(&kind.text));
        let record = node.get(RECORD);
        let type_is = match (rows, record) {
            (Some(_), _) => Some(Type::Rows),
            (None, Some(_)) => Some(Type::Record),
            (None, None) => known.map(|kind| kind.type_of),
        };
        let known = rows
            .map(|(key, _)| key)
            .or(record.map(|_| RECORD))
            .or(known.map(|kind| kind.key));
        if let Some(record) = record {
            let fields = written_fields(record).into_iter();
            let fields = fields.filter_map(|(name, kind, lacks)| Some((name, kind_of(kind)?.type_of, lacks)));
            self.register
                .records
                .insert(Name::from(key.text.as_str()), fields.collect());
        }
        let what = NamedWhat::Question {
            type_is,
            kind: known,
            options: match rows {
                Some((_, rows)) => self.options_of_grid(rows),
                None => kind.map_or(Options::None, |(kind, node)| self.options(type_is, kind, node)),
            },
            page,
            order,
            may_lack,
            fixed: rows.map_or_else(|| Arc::from([]), |(_, rows)| names_of(rows, "rows")),
        };
        self.add(key, what);
        // What is deeper is refused where it is read.
        let around = self.rows.as_ref().map(|rows| self.register.what(rows));
        let is_too_deep = matches!(around, Some(Some(NamedWhat::InRows(..))));
        if let Some((_, rows)) = rows.filter(|_| !is_too_deep) {
            let around = self.rows.replace(Name::from(key.text.as_str()));
            self.in_rows(rows, page, conditional || may_lack);
            self.rows = around;
        }
    }

    /// The names of what is asked and worked out in each row.
    fn in_rows(&mut self, rows: &Node, page: usize, conditional: bool) {
        for (key, node) in asked_in_rows(rows) {
            let Some(questions) = node.get("questions") else {
                self.question(key, node, page, conditional);
                continue;
            };
            self.add(key, NamedWhat::Page);
            for (key, question) in questions.entries() {
                self.question(key, question, page, conditional || node.get("when").is_some());
            }
        }
        for (key, _) in rows.get("facts").map(Node::entries).unwrap_or_default() {
            self.add(key, NamedWhat::Fact);
        }
    }

    /// What is chosen in each row of a grid.
    fn options_of_grid(&self, grid: &Node) -> Options {
        match grid.get("one_of").map(|node| &node.what) {
            None => Options::None,
            Some(What::Text(list, _)) => match self.register.lists.get(list.trim()) {
                Some((list, _)) => Options::Of(list.rows.keys().cloned().collect()),
                None => Options::Any,
            },
            Some(_) => Options::Of(names_of(grid, "one_of")),
        }
    }

    fn options(&self, type_is: Option<Type>, kind: &Key, node: &Node) -> Options {
        if !matches!(type_is, Some(Type::One | Type::Many)) {
            return Options::None;
        }
        match &node.what {
            What::Map(entries) if matches!(kind.text.as_str(), "one_of" | "any_of") => {
                Options::Of(entries.iter().map(|(key, _)| Name::from(key.text.as_str())).collect())
            }
            What::Text(list, _) => match self.register.lists.get(list.as_str()) {
                Some((list, _)) => Options::Of(list.rows.keys().cloned().collect()),
                None => Options::Any,
            },
            _ => Options::Any,
        }
    }
}

/// The names of the entries beneath a key.
fn names_of(node: &Node, key: &str) -> Arc<[Name]> {
    let entries = node.get(key).map(Node::entries).unwrap_or_default();
    entries.iter().map(|(key, _)| Name::from(key.text.as_str())).collect()
}

/// The kind of answer under a question: its key and what stands beneath.
pub(super) fn kind_key(node: &Node) -> Option<(&Key, &Node)> {
    let mut entries = node.entries().iter();
    entries
        .find(|(key, _)| KINDS_LATER.contains(&key.text.as_str()) || kind_of(&key.text).is_some())
        .map(|(key, node)| (key, node))
}
