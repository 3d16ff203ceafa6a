//! Examples: people with their answers, and what must come of them. Each is walked at every check, by [`walked`];
//! [`rows`] has what is answered in rows, [`fee`] what it must cost.

mod fee;
mod rows;
mod walked;

use indexmap::IndexMap;
use jiff::civil::Date;

use super::keys::EXAMPLE;
use super::read::{NamedWhat, Reader};
use super::source::{Document, Node, What};
use super::{Definition, Question, shape};
use crate::answer::{Answer, Answers, Given};
use crate::id::Name;
use crate::kind::{Reading, Written};
use crate::record::{Actor, Channel};
pub(super) use walked::check_all;

/// A person with answers.
#[derive(Debug, Clone)]
pub struct Example {
    /// The file's name without its end.
    pub name: String,
    /// Who it is.
    pub who: String,
    /// The day on which it happens.
    pub today: Date,
    /// The language's place in the definition's languages.
    pub language: usize,
    /// How the person deals with the service.
    pub channel: Channel,
    /// The answers as they are written: what a browser would type.
    pub written: IndexMap<Name, Written>,
    /// The answers as they are kept. One that its kind refuses is not here.
    pub answers: IndexMap<Name, Answer>,
    /// Rules of kinds that refused an answer, by question.
    pub refused: IndexMap<Name, String>,
    /// What staff do.
    pub staff: Vec<StaffAct>,
}

/// What an officer decides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StaffAct {
    /// The outcome.
    pub decide: Name,
    /// The reason.
    pub reason: Option<Name>,
}

/// Reads all examples.
pub(super) fn read_all(document: &Document, definition: &Definition, reader: &Reader<'_>) -> Vec<Example> {
    let examples = document.examples.iter();
    examples
        .filter_map(|(name, node)| {
            shape::under(node, &EXAMPLE, &mut reader.findings());
            read(name, node, definition, reader)
        })
        .collect()
}

fn read(name: &str, node: &Node, definition: &Definition, reader: &Reader<'_>) -> Option<Example> {
    let text = |key: &str| node.get(key).and_then(Node::text);
    let Some(today) = text("today").and_then(|today| today.parse::<Date>().ok()) else {
        let place = node.get("today").map_or(node.place, |node| node.place);
        reader.error(
            place,
            "today",
            "The example does not say on which day it happens.",
            "Write today: 2026-05-01, for example.",
        );
        return None;
    };
    let language = match text("language") {
        None => 0,
        Some(tag) => known(
            reader,
            node.get("language"),
            definition.languages.iter().position(|l| *l.0 == *tag),
        )?,
    };
    let channel = match text("channel") {
        None => Channel::Web,
        Some(channel) => known(reader, node.get("channel"), super::read::channel(channel))?,
    };
    let mut example = Example {
        name: name.to_owned(),
        who: text("who").unwrap_or_default().to_owned(),
        today,
        language,
        channel,
        written: IndexMap::new(),
        answers: IndexMap::new(),
        refused: IndexMap::new(),
        staff: staff(node, definition, reader),
    };
    for (key, node) in node.get("answers").map(Node::entries).unwrap_or_default() {
        match definition.question(&key.text) {
            Some(question) => match question.kind.rows() {
                Some(rules) => rows::read(&mut example, question, rules, node, reader),
                None => answer(&mut example, question, node),
            },
            None if matches!(reader.register.what(&key.text), Some(NamedWhat::Question { .. })) => {}
            None => {
                let message = format!("There is no question \"{}\".", key.text);
                reader.error(key.place, "unknown_name", message, "Name a question of this service.");
            }
        }
    }
    Some(example)
}

fn known<T>(reader: &Reader<'_>, node: Option<&Node>, found: Option<T>) -> Option<T> {
    if let (Some(node), None) = (node, &found) {
        reader.error(
            node.place,
            "unknown_name",
            "The service has none of that name.",
            "Name one that it has.",
        );
    }
    found
}

fn staff(node: &Node, definition: &Definition, reader: &Reader<'_>) -> Vec<StaffAct> {
    let Some(What::List(acts)) = node.get("staff").map(|node| &node.what) else {
        return Vec::new();
    };
    let mut read = Vec::new();
    for act in acts {
        let decide = act.get("decide").and_then(Node::text).unwrap_or_default();
        let reason = act.get("reason").and_then(Node::text);
        let Some(outcome) = definition.casework.outcomes.get(decide) else {
            let message = format!("\"{decide}\" is no outcome.");
            reader.error(
                act.place,
                "unknown_name",
                message,
                "Write decide: and an outcome of casework.",
            );
            continue;
        };
        let missing = reason.is_none() && !outcome.reasons.is_empty();
        let strange = reason.is_some_and(|reason| !outcome.reasons.contains_key(reason));
        if missing || strange {
            let names: Vec<&str> = outcome.reasons.keys().map(Name::as_str).collect();
            let advice = format!("Its reasons are {}.", names.join(", "));
            reader.error(
                act.place,
                "reason",
                "This outcome has no such reason, or needs one.",
                advice,
            );
        }
        read.push(StaffAct {
            decide: Name::from(decide),
            reason: reason.map(Name::from),
        });
    }
    read
}

/// An answer as the kind would read it from a browser. Bounds that other answers move are checked on the walk.
fn answer(example: &mut Example, question: &Question, node: &Node) {
    let name = question.name.clone();
    let (written, read) = one(example.today, question, node);
    match read {
        Ok(answer) => {
            example.answers.insert(name.clone(), answer);
        }
        Err(rule) => {
            example.refused.insert(name.clone(), rule);
        }
    }
    if let Some(written) = written {
        example.written.insert(name, written);
    }
}

/// An answer as it is written, unless its box is ticked, and as it is read, or the rule that refuses it.
fn one(today: Date, question: &Question, node: &Node) -> (Option<Written>, Result<Answer, String>) {
    if node.text() == Some("ticked") && question.or_tick.is_some() {
        return (None, Ok(Answer::Ticked));
    }
    let text = |node: &Node| node.text().unwrap_or_default().trim_end().to_owned();
    let written = match &node.what {
        What::List(nodes) => Written::Several(nodes.iter().map(text).collect()),
        What::Map(entries) => Written::Fields(
            entries
                .iter()
                .map(|(key, node)| (key.text.clone(), text(node)))
                .collect(),
        ),
        What::Text(..) | What::Nothing => Written::Line(text(node)),
    };
    let reading = Reading {
        today,
        bounds: &std::collections::BTreeMap::new(),
        not_offered: &left_out(question, &written),
    };
    let read = question.kind.read(&question.kind.typed_for(&written), &reading);
    let read = read.map_err(|problems| problems.first().map_or("wrong", |problem| &problem.rule).to_owned());
    (Some(written), read)
}

/// The fields that depend on other answers and were left out: whether they are needed is checked on the walk.
fn left_out(question: &Question, written: &Written) -> Vec<Name> {
    let Written::Fields(fields) = written else {
        return Vec::new();
    };
    let options = question.kind.choices().into_iter().flat_map(|choices| &choices.0);
    let left_out = options.filter(|option| option.when.is_some() && !fields.contains_key(option.name.as_str()));
    left_out.map(|option| option.name.clone()).collect()
}

impl Example {
    /// The answers as a case would keep them, with those left blank that may be and are not there.
    #[must_use]
    pub fn as_kept(&self, definition: &Definition) -> Answers {
        let mut answers = self.answers.clone();
        for question in definition.questions().filter(|question| question.optional) {
            if !self.refused.contains_key(&question.name) {
                answers.entry(question.name.clone()).or_insert(Answer::Blank);
            }
        }
        rows::leave_blank(&mut answers, definition, self);
        let given = |answer| Given {
            answer,
            by: Actor::Participant(0),
            at: jiff::Timestamp::UNIX_EPOCH,
            channel: self.channel,
        };
        Answers(
            answers
                .into_iter()
                .map(|(name, answer)| (name, given(answer)))
                .collect(),
        )
    }
}
