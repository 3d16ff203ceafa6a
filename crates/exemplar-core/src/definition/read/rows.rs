//! A question of rows: the questions of a row are read like those of a service, and know each other besides.

use indexmap::IndexMap;

use super::names::entries;
use super::question::{self, Inherited};
use super::within::{asked_in_rows, is_deep, rows_key};
use super::{NamedWhat, Reader, Role, Row, Spot, facts, pages};
use crate::definition::limits::ROW_QUESTIONS;
use crate::definition::source::{Key, Node};
use crate::definition::{Cases, Page, PageContent, Question, QuestionPlace, RowsRules, rows_at_most};
use crate::expression::{Type, Wanted, closest};
use crate::id::Name;
use crate::kind::{Kind, RowsKind};

/// The last part of the address of the page that removes a row.
const REMOVE: &str = "remove";

/// Rows share their page with nothing.
pub(super) fn alone<'a>(reader: &Reader<'a>, key: &Key) -> Option<Question> {
    reader.error(
        key.place,
        "rows_alone",
        "Rows cannot share a page with other questions.",
        "Make a page of their own of them.",
    );
    None
}

/// Reads what stands under `rows` of the question `key`.
pub(super) fn read<'a>(
    reader: &Reader<'a>,
    key: &Key,
    spot: &Spot<'a>,
    inherited: &Inherited,
) -> Option<Box<dyn Kind>> {
    let around = reader.row();
    if around.as_ref().is_some_and(|row| is_deep(reader, row)) {
        reader.error(
            key.place,
            "rows_too_deep",
            "Rows can stand in rows once, no deeper.",
            "Ask for them as rows of their own, with a question that says to which row they belong.",
        );
        return None;
    }
    let each = reader.text(spot, "each");
    if each.is_none() {
        missing(reader, key, "each", "Write what one row is, such as \"each: job\".");
    }
    let rules = Reading {
        reader,
        spot,
        of: Name::from(key.text.as_str()),
        within: around.as_ref().map(|row| row.of.clone()),
    };
    let (at_least, at_most, exactly) = (rules.count("at_least"), rules.count("at_most"), rules.count("exactly"));
    rules.in_row(None);
    let title = reader.text(spot, "title");
    let facts = facts::of_spot(reader, spot);
    let together = spot.node.get("together").is_some();
    let pages = rules.pages(together, inherited);
    reader.stand_in_row(around);
    if pages.is_empty() {
        missing(reader, key, "questions", "Write what is asked in each row.");
    }
    let rules = RowsRules {
        each: each?,
        many: reader.text(spot, "many"),
        places: places(&pages),
        pages,
        together,
        at_least,
        at_most,
        exactly,
        unique: rules.unique(),
        title,
        facts,
        fixed: None,
        within: rules.within,
    };
    Some(Box::new(RowsKind(rules)))
}

fn missing(reader: &Reader<'_>, key: &Key, what: &str, advice: &str) {
    reader.error(key.place, "missing", format!("These rows have no {what}."), advice);
}

/// Where each question of a row stands.
pub(super) fn places(pages: &[Page]) -> IndexMap<Name, QuestionPlace> {
    let mut places = IndexMap::new();
    for (page, content) in pages.iter().enumerate() {
        for (on_page, question) in content.questions().iter().enumerate() {
            places.insert(question.name.clone(), QuestionPlace { page, on_page });
        }
    }
    places
}

struct Reading<'r, 'a> {
    reader: &'r Reader<'a>,
    spot: &'r Spot<'a>,
    /// The question.
    of: Name,
    /// The one in whose rows it stands.
    within: Option<Name>,
}

impl<'a> Reading<'_, 'a> {
    /// From here on, texts and expressions stand in a row: of what is asked in it, they know what stands before.
    fn in_row(&self, before: Option<usize>) {
        self.reader.stand_in_row(Some(Row {
            of: self.of.clone(),
            before,
        }));
    }

    /// How many rows: a number, or what is worked out from other answers.
    fn count(&self, rule: &str) -> Option<Cases> {
        let node = self.spot.node.get(rule)?;
        let written = node.text().and_then(|text| text.trim().parse::<u32>().ok());
        let most = rows_at_most(self.within.is_some());
        if let Some(n) = written.filter(|n| *n > most) {
            let message = match &self.within {
                None => format!("{n} rows are more than a question can have."),
                Some(_) => format!("{n} rows are more than a row can hold."),
            };
            let advice = format!("Write at most {most}.");
            self.reader.error(node.place, "too_many_rows", message, advice);
        }
        let cases = self
            .reader
            .cases(node, &Wanted::a(Type::Number), Role::Rule, self.of.as_str());
        let always = |(cases, _, _): &(Cases, _, _)| cases.0.last().is_none_or(|(_, when)| when.is_none());
        if rule == "exactly" && cases.as_ref().is_none_or(always) {
            for other in ["at_least", "at_most"] {
                if let Some((key, _)) = self.spot.node.entries().iter().find(|(key, _)| key.text == other) {
                    let message = format!("With exactly, {other} says nothing.");
                    self.reader.error(key.place, "rule", message, "Take one of them out.");
                }
            }
        }
        cases.map(|(cases, _, _)| cases)
    }

    fn pages(&self, together: bool, inherited: &Inherited) -> Vec<Page> {
        let questions = self.spot.get("questions");
        let entries: Vec<_> = questions.iter().flat_map(Spot::entries).collect();
        if let Some((key, _)) = entries.get(ROW_QUESTIONS) {
            let message = format!("A row has at most {ROW_QUESTIONS} questions.");
            self.reader
                .error(key.place, "too_many_questions", message, "Ask less in each.");
        }
        if together {
            return self.one_page(&entries, &inherited.together());
        }
        let pages = entries.iter().filter_map(|(key, spot)| {
            self.before(key);
            let page = pages::page(self.reader, key, spot, inherited)?;
            self.is_asked(key, spot, &page).then_some(page)
        });
        pages.collect()
    }

    /// All questions of a row on one page.
    fn one_page(&self, entries: &[(&'a Key, Spot<'a>)], inherited: &Inherited) -> Vec<Page> {
        let questions: Vec<Question> = entries
            .iter()
            .filter_map(|(key, spot)| {
                self.before(key);
                question::read(self.reader, key, spot, inherited)
            })
            .collect();
        let Some(first) = questions.first() else {
            return Vec::new();
        };
        vec![Page {
            name: first.name.clone(),
            when: None,
            content: PageContent::Together {
                title: self.reader.text(self.spot, "each").unwrap_or_default(),
                say: None,
                questions,
            },
        }]
    }

    /// What stands here knows of its row what was asked before.
    fn before(&self, key: &Key) {
        if key.text == REMOVE {
            self.reader.error(
                key.place,
                "reserved_name",
                format!("/{REMOVE} is the address at which a row is removed."),
                "Give the question another name.",
            );
        }
        self.in_row(order_of(self.reader, &key.text));
    }

    /// A row asks questions, and nothing else stands in it.
    fn is_asked(&self, key: &Key, spot: &Spot<'a>, page: &Page) -> bool {
        let asks = matches!(page.content, PageContent::Question(_) | PageContent::Together { .. });
        if !asks && pages::is_question(spot) {
            // A question that could not be read: why has been told.
            return false;
        }
        if !asks {
            self.reader.error(
                key.place,
                "key_of_another_page",
                "Only questions stand in a row.",
                "Put an end, or a page to read, after the rows.",
            );
        } else if page.when.as_ref().is_some_and(|when| when.always() == Some(false)) {
            self.reader.error(
                key.place,
                "unreachable",
                "Nobody comes here: its condition never holds.",
                "Change the condition, or take the question out.",
            );
        }
        asks
    }

    /// Questions of the row.
    fn unique(&self) -> Vec<Name> {
        let Some(node) = self.spot.node.get("unique") else {
            return Vec::new();
        };
        let mut unique = Vec::new();
        for node in super::listed(node) {
            let name = node.text().unwrap_or_default();
            let is_own = |(_, known): &(&Name, &super::names::Named)| match &known.what {
                NamedWhat::InRows(of, what) => {
                    let is_one = matches!(**what, NamedWhat::Question { type_is, .. } if type_is != Some(Type::Rows));
                    *of == self.of && is_one
                }
                _ => false,
            };
            let own = || self.reader.register.names.iter().filter(is_own).map(|(name, _)| name);
            if own().any(|known| known.as_str() == name) {
                unique.push(Name::from(name));
            } else {
                let advice = closest(name, own().map(Name::as_str)).map_or_else(
                    || "Name questions of the row.".to_owned(),
                    |like| format!("Did you mean \"{like}\"?"),
                );
                let message = format!("No question of these rows is called \"{name}\".");
                self.reader.error(node.place, "unknown_name", message, advice);
            }
        }
        unique
    }
}

/// The place of a question of a row among all questions.
pub(super) fn order_of(reader: &Reader<'_>, question: &str) -> Option<usize> {
    match reader.register.what(question).map(NamedWhat::itself) {
        Some(NamedWhat::Question { order, .. }) => Some(*order),
        _ => None,
    }
}

/// The facts of all rows of a service, each with the question whose rows have it.
pub(super) fn facts_of(root: &Node) -> Vec<(Name, &Key, &Node)> {
    let mut found = Vec::new();
    let pages = ["eligibility", "questions"].into_iter();
    let pages = pages
        .flat_map(|heading| entries(root, heading))
        .map(|(key, node)| (key, node));
    let mut asked: Vec<(&Key, &Node)> = Vec::new();
    for (key, node) in pages.chain(super::tasks::written(root)) {
        asked.push((key, node));
    }
    let mut place = 0;
    while let Some((key, node)) = asked.get(place).copied() {
        place += 1;
        let shared = node.get("questions").map(Node::entries).unwrap_or_default();
        asked.extend(shared.iter().map(|(key, node)| (key, node)));
        let Some((_, rows)) = rows_key(node) else { continue };
        asked.extend(asked_in_rows(rows).iter().map(|(key, node)| (key, node)));
        for (fact, node) in rows.get("facts").map(Node::entries).unwrap_or_default() {
            found.push((Name::from(key.text.as_str()), fact, node));
        }
    }
    found
}
