//! What all parts of the reading need: findings, languages and words; [`expressions`] are those that it meets.

mod expressions;

use std::cell::{Cell, Ref, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use indexmap::{IndexMap, IndexSet};

use super::names::Register;
use super::spot::{Condition, Fill, Role, Row, Spot, Use, Where, Written};
use crate::definition::shape;
use crate::definition::source::{Document, Findings, Key, Node, Place};
use crate::definition::translation::OneText;
use crate::definition::{List, SlotCalendar};
use crate::expression::{Expression, Type};
use crate::id::{Language, Name};
use crate::text::{Text, names_in};

/// The state of a reading.
#[derive(Debug)]
pub(in crate::definition) struct Reader<'a> {
    languages: Vec<Language>,
    words: Vec<Option<&'a Node>>,
    currency: String,
    pub(in crate::definition) register: Register,
    findings: RefCell<Findings>,
    missing: RefCell<BTreeMap<usize, IndexSet<String>>>,
    /// All texts in the first and the last language, by where they stand; none unless somebody asks for them.
    texts: Option<RefCell<IndexMap<String, OneText>>>,
    fills: RefCell<Vec<Fill>>,
    /// The questions that are sent for records.
    sent: RefCell<Vec<Fill>>,
    uses: RefCell<Vec<Use>>,
    conditions: RefCell<Vec<Condition>>,
    written: RefCell<Vec<Written>>,
    case_lists: Cell<usize>,
    at: Cell<Where>,
    row: RefCell<Option<Row>>,
    expressions: Cell<usize>,
    calendars: RefCell<IndexMap<Name, Arc<SlotCalendar>>>,
    /// The pages and questions of which a condition could not be read.
    broken: RefCell<BTreeSet<Name>>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(
        document: &'a Document,
        languages: Vec<Language>,
        register: Register,
        findings: Findings,
    ) -> Self {
        let words = languages.iter().skip(1);
        let words = words.map(|language| document.words.get(&*language.0)).collect();
        let currency = document.root.get("currency").and_then(Node::text);
        Self {
            languages,
            words,
            currency: currency.unwrap_or("GBP").to_owned(),
            register,
            findings: RefCell::new(findings),
            missing: RefCell::default(),
            texts: None,
            fills: RefCell::default(),
            sent: RefCell::default(),
            uses: RefCell::default(),
            conditions: RefCell::default(),
            written: RefCell::default(),
            case_lists: Cell::new(0),
            at: Cell::new(Where::Before),
            row: RefCell::default(),
            expressions: Cell::new(0),
            calendars: RefCell::default(),
            broken: RefCell::default(),
        }
    }

    /// The same, keeping all texts.
    pub(super) fn keeping_texts(self) -> Self {
        Self {
            texts: Some(RefCell::default()),
            ..self
        }
    }

    /// All texts, where they were kept.
    pub(super) fn into_texts(self) -> IndexMap<String, OneText> {
        self.texts.map(RefCell::into_inner).unwrap_or_default()
    }

    /// Keeps a text, where texts are kept.
    pub(in crate::definition) fn keep_text(&self, path: &str, source: &str, target: Option<&str>) {
        let Some(texts) = &self.texts else { return };
        let text = OneText {
            path: path.to_owned(),
            source: source.to_owned(),
            target: target.map(str::to_owned),
        };
        texts.borrow_mut().insert(path.to_owned(), text);
    }

    pub(super) fn root(&self, document: &'a Document) -> Spot<'a> {
        Spot {
            node: &document.root,
            words: self.words.clone(),
            path: String::new(),
        }
    }

    pub(in crate::definition) fn languages(&self) -> &[Language] {
        &self.languages
    }

    pub(in crate::definition) fn currency(&self) -> &str {
        &self.currency
    }

    pub(super) fn lists(&self) -> IndexMap<Name, Arc<List>> {
        let lists = self.register.lists.iter();
        lists
            .map(|(name, (list, _))| (name.clone(), Arc::clone(list)))
            .collect()
    }

    /// Keeps the calendars for the questions that name them.
    pub(super) fn keep_calendars(&self, calendars: IndexMap<Name, Arc<SlotCalendar>>) {
        self.calendars.replace(calendars);
    }

    /// The calendars.
    pub(super) fn calendars(&self) -> IndexMap<Name, Arc<SlotCalendar>> {
        self.calendars.borrow().clone()
    }

    /// From here on, texts and expressions stand there.
    pub(in crate::definition) fn stand(&self, at: Where) {
        self.at.set(at);
    }

    /// From here on, they stand in that row, or in none. Gives the row in which they stood before.
    pub(super) fn stand_in_row(&self, row: Option<Row>) -> Option<Row> {
        self.row.replace(row)
    }

    /// The row in which they stand.
    pub(super) fn row(&self) -> Option<Row> {
        self.row.borrow().clone()
    }

    pub(in crate::definition) fn error(
        &self,
        place: Place,
        code: &'static str,
        message: impl Into<String>,
        advice: impl Into<String>,
    ) {
        self.findings.borrow_mut().error(place, code, message, advice);
    }

    /// An error: a name that nothing has.
    pub(in crate::definition) fn missing_name(
        &self,
        place: Place,
        name: &str,
        message: impl Into<String>,
        advice: impl Into<String>,
    ) {
        let mut findings = self.findings.borrow_mut();
        findings.missing(place, name, "unknown_name", message, advice);
    }

    pub(in crate::definition) fn warning(
        &self,
        place: Place,
        code: &'static str,
        message: impl Into<String>,
        advice: impl Into<String>,
    ) {
        self.findings.borrow_mut().warning(place, code, message, advice);
    }

    pub(in crate::definition) fn findings(&self) -> std::cell::RefMut<'_, Findings> {
        self.findings.borrow_mut()
    }

    pub(in crate::definition) fn has_errors(&self) -> bool {
        self.findings.borrow().has_errors()
    }

    /// Whether the condition of a page or question could not be read, so that nothing is known of when it is shown. A
    /// task has no name here.
    pub(in crate::definition) fn is_broken(&self, name: &str) -> bool {
        self.broken.borrow().contains(name)
    }

    pub(super) fn into_findings(self) -> Findings {
        self.findings.into_inner()
    }

    pub(in crate::definition) fn missing(&self) -> Ref<'_, BTreeMap<usize, IndexSet<String>>> {
        self.missing.borrow()
    }

    pub(in crate::definition) fn fills(&self) -> Ref<'_, Vec<Fill>> {
        self.fills.borrow()
    }

    /// Notes a question that is sent for a record.
    pub(super) fn note_sent(&self, sent: Fill) {
        self.sent.borrow_mut().push(sent);
    }

    /// The questions that are sent for records, where they stand.
    pub(in crate::definition) fn sent(&self) -> Ref<'_, Vec<Fill>> {
        self.sent.borrow()
    }

    /// Where texts and expressions stand now.
    pub(super) fn at(&self) -> Where {
        self.at.get()
    }

    pub(in crate::definition) fn uses(&self) -> Ref<'_, Vec<Use>> {
        self.uses.borrow()
    }

    pub(in crate::definition) fn conditions(&self) -> Ref<'_, Vec<Condition>> {
        self.conditions.borrow()
    }

    pub(in crate::definition) fn written(&self) -> Ref<'_, Vec<Written>> {
        self.written.borrow()
    }

    /// Notes a condition with the place where it stands.
    fn note_condition(
        &self,
        node: &Node,
        from: usize,
        condition: &Expression,
        (role, of): (Role, &str),
        case: Option<usize>,
    ) {
        if condition.type_is == Type::Yes {
            self.conditions.borrow_mut().push(Condition {
                expression: condition.clone(),
                place: node.within(&(from..from + condition.typed.chars().count())),
                at: self.at.get(),
                role,
                of: Name::from(of),
                is_in_row: self.row.borrow().is_some(),
                case,
            });
        }
    }

    /// The words under `key`, in every language.
    pub(super) fn text(&self, spot: &Spot<'a>, key: &str) -> Option<Text> {
        spot.get(key).and_then(|spot| self.words(&spot))
    }

    /// The words that stand here, in every language.
    pub(super) fn words(&self, spot: &Spot<'a>) -> Option<Text> {
        spot.node.text()?;
        let nodes = std::iter::once(Some(spot.node)).chain(spot.words.iter().copied());
        let mut by_language = Vec::with_capacity(self.languages.len());
        for (language, node) in nodes.enumerate() {
            let words = node.and_then(|node| node.text().map(|text| (node, text.trim_end())));
            match words.filter(|(_, text)| !text.is_empty()) {
                Some((node, text)) => {
                    self.note_fills(node, text);
                    self.written.borrow_mut().push(Written {
                        node: node.clone(),
                        language,
                        path: spot.path.clone(),
                    });
                    by_language.push(Some(Arc::from(text)));
                }
                None => {
                    self.note_missing(language, &spot.path);
                    by_language.push(None);
                }
            }
        }
        if let Some(source) = by_language.first().cloned().flatten() {
            let target = by_language.last().cloned().flatten();
            self.keep_text(&spot.path, &source, target.as_deref());
        }
        Some(Text::new(by_language))
    }

    /// That a text lacks a language.
    pub(super) fn note_missing(&self, language: usize, path: &str) {
        let mut missing = self.missing.borrow_mut();
        missing.entry(language).or_default().insert(path.to_owned());
    }

    fn note_fills(&self, node: &Node, text: &str) {
        match names_in(text) {
            Ok(names) => {
                for name in names {
                    self.goes_within(&name, node.within(&name.at));
                    self.fills.borrow_mut().push(Fill {
                        name: name.name.to_owned(),
                        place: node.within(&name.at),
                        guarded: name.guarded,
                        at: self.at.get(),
                        row: self.row_of(&name),
                        repeats: name.repeats,
                    });
                }
            }
            Err(mistake) => {
                self.error(node.within(&mistake.at), "text", mistake.message, mistake.advice);
            }
        }
    }

    /// Names in a text that has no node: a message's. `line` is the text's first line in its file.
    pub(super) fn note_fills_in_file(&self, file: usize, line: usize, text: &str) {
        let at = |range: &std::ops::Range<usize>| {
            let before: String = text.chars().take(range.start).collect();
            let column = before.rsplit('\n').next().unwrap_or_default().chars().count();
            Place {
                file,
                line: line + before.matches('\n').count(),
                column: column + 1,
                length: range.len(),
            }
        };
        match names_in(text) {
            Ok(names) => self.fills.borrow_mut().extend(names.into_iter().map(|name| {
                self.goes_within(&name, at(&name.at));
                Fill {
                    name: name.name.to_owned(),
                    place: at(&name.at),
                    guarded: name.guarded,
                    at: Where::After,
                    row: self.row_of(&name),
                    repeats: name.repeats,
                }
            })),
            Err(mistake) => self.error(at(&mistake.at), "text", mistake.message, mistake.advice),
        }
    }

    /// Notes a name that cannot be one.
    pub(super) fn findings_of_name(&self, key: &Key) {
        shape::name(key, &[], &mut self.findings.borrow_mut());
    }

    /// Text that is not translated.
    pub(super) fn plain(&self, spot: &Spot<'a>, key: &str) -> Option<Arc<str>> {
        spot.node
            .get(key)
            .and_then(Node::text)
            .map(|text| Arc::from(text.trim_end()))
    }
}
