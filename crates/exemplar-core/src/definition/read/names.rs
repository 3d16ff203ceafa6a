//! Who is called what: a name is used once in a service, for a page, question, fact, phrase or list.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::sync::Arc;

use indexmap::IndexMap;

use crate::definition::keys::{KINDS_LATER, kind_of};
use crate::definition::limits::{FACTS, PAGES, RESERVED_PAGES};
use crate::definition::shape::{self, NOT_IN_EXPRESSIONS};
use crate::definition::source::{Findings, Key, Node, Place, What};
use crate::definition::{Cases, List};
use crate::expression::{Known, Names, Options, Type, closest};
use crate::id::{Language, Name};

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
    },
    Fact,
    Phrase,
    List,
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

/// The kind of answer whose rules are questions.
pub(super) const ROWS: &str = "rows";

/// What facts come to, as far as they were checked.
type CheckedFacts = BTreeMap<Name, Option<(Type, Options, Cases)>>;

/// All names of a service.
#[derive(Debug, Default)]
pub(in crate::definition) struct Register {
    pub(in crate::definition) names: IndexMap<Name, Named>,
    pub(in crate::definition) lists: IndexMap<Name, (Arc<List>, Place)>,
    pub(super) facts: RefCell<CheckedFacts>,
    /// The lines of the fee that were read so far: those below can name them.
    pub(in crate::definition) fee_lines: RefCell<Vec<Name>>,
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
        let rows = node.get(ROWS);
        let known = kind.and_then(|(kind, _)| kind_of(&kind.text));
        let type_is = rows.map(|_| Type::Rows).or(known.map(|kind| kind.type_of));
        let known = rows.map(|_| ROWS).or(known.map(|kind| kind.key));
        let what = NamedWhat::Question {
            type_is,
            kind: known,
            options: kind.map_or(Options::None, |(kind, node)| self.options(type_is, kind, node)),
            page,
            order,
            may_lack,
        };
        self.add(key, what);
        // Rows in rows are refused where they are read.
        if let Some(rows) = rows.filter(|_| self.rows.is_none()) {
            self.rows = Some(Name::from(key.text.as_str()));
            self.in_rows(rows, page, conditional || may_lack);
            self.rows = None;
        }
    }

    /// The names of what is asked and worked out in each row.
    fn in_rows(&mut self, rows: &Node, page: usize, conditional: bool) {
        for (key, node) in rows.get("questions").map(Node::entries).unwrap_or_default() {
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

/// The kind of answer under a question: its key and what stands beneath.
pub(super) fn kind_key(node: &Node) -> Option<(&Key, &Node)> {
    let mut entries = node.entries().iter();
    entries
        .find(|(key, _)| KINDS_LATER.contains(&key.text.as_str()) || kind_of(&key.text).is_some())
        .map(|(key, node)| (key, node))
}

/// The names that expressions may use.
pub(super) struct NamesInUse<'a> {
    pub(super) register: &'a Register,
    pub(super) currency: &'a str,
    pub(super) languages: &'a [Language],
    /// The question in whose rows the expression stands.
    pub(super) within: Option<Name>,
}

impl NamesInUse<'_> {
    fn known(&self, name: &str, what: &NamedWhat) -> Option<Known> {
        match what {
            NamedWhat::Question { type_is, options, .. } => Some(match type_is {
                Some(type_is) => Known::Question(*type_is, options.clone()),
                None => Known::Broken,
            }),
            NamedWhat::Fact => Some(match self.register.facts.borrow().get(name) {
                Some(Some((type_is, options, _))) => Known::Fact(*type_is, options.clone()),
                _ => Known::Broken,
            }),
            NamedWhat::List => {
                let (list, _) = self.register.lists.get(name)?;
                Some(Known::List(list.columns.clone()))
            }
            NamedWhat::InRows(rows, what) => Some(Known::InRows(rows.clone(), Box::new(self.known(name, what)?))),
            NamedWhat::Page | NamedWhat::Phrase | NamedWhat::Equality => None,
        }
    }
}

impl Names for NamesInUse<'_> {
    fn find(&self, name: &str) -> Option<Known> {
        if let Some(line) = name.strip_prefix("fee.") {
            let lines = self.register.fee_lines.borrow();
            let is_above = lines.iter().any(|above| above.as_str() == line);
            return is_above.then_some(Known::Fact(Type::Money, Options::None));
        }
        self.known(name, self.register.what(name)?)
    }

    fn like(&self, word: &str) -> Option<String> {
        let usable =
            |what: &NamedWhat| !matches!(what.itself(), NamedWhat::Page | NamedWhat::Phrase | NamedWhat::Equality);
        let names = self.register.names.iter().filter(|(_, named)| usable(&named.what));
        closest(word, names.map(|(name, _)| name.as_str()))
    }

    fn currency(&self) -> &str {
        self.currency
    }

    fn languages(&self) -> &[Language] {
        self.languages
    }

    fn within(&self) -> Option<&Name> {
        self.within.as_ref()
    }
}
