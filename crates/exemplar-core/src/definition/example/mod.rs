//! Examples: people with their answers, and what must come of them. Each is walked at every check, by [`walked`];
//! [`rows`] has what is answered in rows, [`staff`] what checks say and staff do, [`fee`] what it must cost, [`issues`]
//! what must be issued, [`slots`] which time is booked; [`answers`] how answers are written, [`unreached`] those that nobody asks for; [`path`] walks answers
//! that are [`given`] from outside.

mod answers;
mod compared;
mod documents;
mod fee;
mod given;
mod issues;
mod messages;
mod path;
mod renewing;
mod rows;
mod slots;
mod staff;
mod unreached;
mod walked;

use indexmap::IndexMap;
use jiff::civil::Date;

use super::keys::EXAMPLE;
use super::read::{NamedWhat, Reader};
use super::source::{Document, Node, What};
use super::{Definition, Question, shape};
use crate::answer::{Answer, Answers, Given};
use crate::casework::Ruling;
use crate::id::Name;
use crate::kind::{Reading, Written};
use crate::record::{Actor, Channel};
use crate::renewing::{RENEWING, Renewal};
pub use given::{Ignored, WhyIgnored};
pub use path::{PageMet, Path, paths};
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
    /// What checks said, where they did.
    pub checks: IndexMap<Name, bool>,
    /// What staff do.
    pub staff: Vec<StaffAct>,
    /// What is renewed, where something is, and the example whose answers are known from before.
    pub renewing: Option<(Renewal, Option<Name>)>,
}

/// What staff do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StaffAct {
    /// An officer decides, or proposes a decision where a second one is needed.
    Decide(Ruling),
    /// A second officer confirms what was proposed.
    Approve,
}

/// Reads all examples.
pub(super) fn read_all(document: &Document, definition: &Definition, reader: &Reader<'_>) -> Vec<Example> {
    let examples = document.examples.iter();
    let mut examples: Vec<Example> = examples
        .filter_map(|(name, node)| {
            shape::under(node, &EXAMPLE, &mut reader.findings());
            read(name, node, definition, reader)
        })
        .collect();
    renewing::add_known(&mut examples, document, definition, reader);
    examples
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
        checks: staff::checks(node, definition, reader),
        staff: staff::acts(node, definition, reader),
        renewing: renewing::read(node, definition, reader),
    };
    for (key, node) in node.get("answers").map(Node::entries).unwrap_or_default() {
        match definition.question(&key.text) {
            Some(question) => match question.kind.rows() {
                Some(rules) => rows::read(&mut example, question, rules, node, reader),
                None => answer(&mut example, question, node, reader),
            },
            None if matches!(reader.register.what(&key.text), Some(NamedWhat::Question { .. })) => {}
            None => {
                let message = format!("There is no question \"{}\".", key.text);
                reader.missing_name(key.place, &key.text, message, "Name a question of this service.");
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

/// An answer as the kind would read it from a browser. Bounds that other answers move are checked on the walk.
fn answer(example: &mut Example, question: &Question, node: &Node, reader: &Reader<'_>) {
    answers::check_parts(question, node, reader);
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
    let written = written(node);
    let reading = Reading {
        today,
        bounds: &std::collections::BTreeMap::new(),
        not_offered: &left_out(question, &written),
    };
    let read = question.kind.read(&question.kind.typed_for(&written), &reading);
    let read = read.map_err(|problems| problems.first().map_or("wrong", |problem| &problem.rule).to_owned());
    (Some(written), read)
}

/// An answer as it is written.
fn written(node: &Node) -> Written {
    let text = |node: &Node| node.text().unwrap_or_default().trim_end().to_owned();
    match &node.what {
        What::List(nodes) => Written::Several(nodes.iter().map(text).collect()),
        What::Map(entries) => Written::Fields(
            entries
                .iter()
                .map(|(key, node)| (key.text.clone(), text(node)))
                .collect(),
        ),
        What::Text(..) | What::Nothing => Written::Line(text(node)),
    }
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
        for (check, said) in &self.checks {
            answers.insert(check.clone(), Answer::Yes(*said));
        }
        if let Some((renewal, _)) = &self.renewing {
            answers.insert(Name::from(RENEWING), renewal.to_answer());
        }
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
