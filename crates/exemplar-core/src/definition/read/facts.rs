//! Facts: each is checked after those that it needs, and none may need itself.

use std::collections::BTreeMap;

use indexmap::IndexMap;

use super::names::entries;
use super::{Reader, Role, Row, Spot, Where, listed, rows};
use crate::definition::limits::FACT_DEPTH;
use crate::definition::shape;
use crate::definition::source::{Key, Node};
use crate::definition::{Cases, Fact};
use crate::expression::{Options, Type, Wanted, words_in};
use crate::id::Name;
use crate::text::Text;

/// Where the checking of a fact stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Begun,
    Done,
}

/// A fact, and the question in whose rows it is worked out.
#[derive(Clone)]
struct Standing<'a> {
    key: &'a Key,
    node: &'a Node,
    rows: Option<Name>,
}

struct Checking<'r, 'a> {
    reader: &'r Reader<'a>,
    facts: Vec<Standing<'a>>,
    state: BTreeMap<&'a str, State>,
}

/// Checks all facts, those of rows too, so that expressions can use them.
pub(super) fn check<'a>(reader: &Reader<'a>, root: &Spot<'a>) {
    reader.stand(Where::After);
    let of_service = entries(root.node, "facts")
        .iter()
        .map(|(key, node)| Standing { key, node, rows: None });
    let of_rows = rows::facts_of(root.node).into_iter().map(|(rows, key, node)| Standing {
        key,
        node,
        rows: Some(rows),
    });
    let facts: Vec<Standing<'a>> = of_service.chain(of_rows).collect();
    let mut checking = Checking {
        reader,
        facts: facts.clone(),
        state: BTreeMap::new(),
    };
    for fact in &facts {
        checking.fact(fact, &mut Vec::new());
    }
}

impl<'a> Checking<'_, 'a> {
    fn fact(&mut self, fact: &Standing<'a>, path: &mut Vec<&'a str>) {
        let (key, node) = (fact.key, fact.node);
        let name = key.text.as_str();
        match self.state.get(name) {
            Some(State::Done) => return,
            Some(State::Begun) => return self.cycle(key, path),
            None if path.len() >= FACT_DEPTH => {
                self.reader.error(
                    key.place,
                    "facts_too_deep",
                    format!("Facts lead to facts more than {FACT_DEPTH} deep."),
                    "Leave out some between.",
                );
                return;
            }
            None => {}
        }
        self.state.insert(name, State::Begun);
        path.push(name);
        let is = node.get("is").unwrap_or(node);
        for line in listed(is) {
            for word in words_in(line.text().unwrap_or_default()) {
                let known = self.facts.iter().find(|fact| fact.key.text == word).cloned();
                if let Some(known) = known {
                    self.fact(&known, path);
                }
            }
        }
        path.pop();
        self.state.insert(name, State::Done);
        let row = fact.rows.clone().map(|of| Row { of, before: None });
        self.reader.stand_in_row(row);
        let wanted = wanted(node);
        let checked = self.reader.cases(is, &wanted, Role::Fact, name);
        self.reader.stand_in_row(None);
        if let Some((_, _, options)) = &checked
            && wanted.type_is.is_some()
            && *options != wanted.options
        {
            self.reader.error(
                key.place,
                "no_label",
                "This fact can come to something that has no label.",
                "Write cases of its own options, or add the label under one_of.",
            );
        }
        let checked = checked.map(|(cases, type_is, options)| (type_is, options, cases));
        self.reader
            .register
            .facts
            .borrow_mut()
            .insert(Name::from(name), checked);
    }

    fn cycle(&self, key: &Key, path: &[&str]) {
        let from = path.iter().position(|name| *name == key.text).unwrap_or(0);
        let mut around: Vec<&str> = path[from..].to_vec();
        around.push(&key.text);
        self.reader.error(
            key.place,
            "fact_cycle",
            format!("This fact needs itself: {}.", around.join(" needs ")),
            "Take it out of one of them.",
        );
    }
}

/// What the cases of a fact may come to: one of its options, where it names them.
fn wanted(fact: &Node) -> Wanted {
    let Some(options) = fact.get("one_of") else {
        return Wanted::default();
    };
    let names = options.entries().iter().map(|(key, _)| Name::from(key.text.as_str()));
    Wanted {
        options: Options::Of(names.collect()),
        ..Wanted::a(Type::One)
    }
}

/// The labels of what a fact can come to.
pub(super) fn labels<'a>(reader: &Reader<'a>, fact: &Spot<'a>) -> IndexMap<Name, Text> {
    let mut labels = IndexMap::new();
    for (key, spot) in fact.get("one_of").iter().flat_map(Spot::entries) {
        shape::name(key, &[], &mut reader.findings());
        if let Some(label) = reader.words(&spot) {
            labels.insert(Name::from(key.text.as_str()), label);
        }
    }
    labels
}

/// What is worked out in each row. It was checked with the facts of the service.
pub(super) fn of_spot<'a>(reader: &Reader<'a>, rows: &Spot<'a>) -> IndexMap<Name, Fact> {
    let mut facts = IndexMap::new();
    for (key, spot) in rows.get("facts").iter().flat_map(Spot::entries) {
        let called = reader.text(&spot, "called");
        let one_of = labels(reader, &spot);
        if let Some(Some((_, _, is))) = reader.register.facts.borrow().get(key.text.as_str()) {
            let is = Cases(is.0.clone());
            facts.insert(Name::from(key.text.as_str()), Fact { is, called, one_of });
        }
    }
    facts
}

/// The facts, once all was checked.
pub(super) fn take<'a>(reader: &Reader<'a>, root: &Spot<'a>) -> IndexMap<Name, Fact> {
    reader.stand(Where::After);
    let mut checked = std::mem::take(&mut *reader.register.facts.borrow_mut());
    let mut facts = IndexMap::new();
    for (key, spot) in root.get("facts").iter().flat_map(Spot::entries) {
        let name = Name::from(key.text.as_str());
        if let Some(Some((_, _, is))) = checked.remove(&name) {
            let called = reader.text(&spot, "called");
            let one_of = labels(reader, &spot);
            facts.insert(name, Fact { is, called, one_of });
        }
    }
    facts
}
