//! Rows in examples: a list, with the answers of one row in each entry.

use indexmap::IndexMap;

use super::{Example, one};
use crate::answer::{Answer, Answers, Given, Row, Rows};
use crate::definition::read::Reader;
use crate::definition::source::{Node, What};
use crate::definition::{Definition, FixedRows, Question, RowsRules};
use crate::expression::Value;
use crate::id::Name;
use crate::journey::{RowsProblem, Walk};
use crate::kind::Reading;
use crate::record::{Actor, Channel};

/// Reads the rows of an example. Rules that refuse an answer in any row stand under the name of its question.
pub(super) fn read(example: &mut Example, question: &Question, rules: &RowsRules, node: &Node, reader: &Reader<'_>) {
    if let Some(fixed) = &rules.fixed {
        return read_fixed(example, (question, rules, fixed), node, reader);
    }
    if let Some(rows) = added(example, rules, node, reader) {
        example.answers.insert(question.name.clone(), Answer::Rows(rows));
    }
}

/// Rows that somebody adds, which may hold rows.
fn added(example: &mut Example, rules: &RowsRules, node: &Node, reader: &Reader<'_>) -> Option<Rows> {
    let What::List(nodes) = &node.what else {
        reader.error(
            node.place,
            "wrong_form",
            "Rows are a list.",
            "Write a dash before each row, and its answers after it.",
        );
        return None;
    };
    let mut rows = Rows::default();
    for node in nodes {
        let given = one_row(example, rules, node, reader);
        put(&mut rows, None, given);
    }
    rows.finished = true;
    Some(rows)
}

/// The rows of a table or grid, by name. Where one question is asked in each, its answer stands straight after the name.
fn read_fixed(
    example: &mut Example,
    (question, rules, fixed): (&Question, &RowsRules, &FixedRows),
    node: &Node,
    reader: &Reader<'_>,
) {
    let mut rows = Rows::default();
    for (key, _) in node.entries() {
        if !fixed.rows.contains_key(key.text.as_str()) {
            let message = format!("There is no row \"{}\" in this {}.", key.text, fixed.key);
            reader.error(key.place, "unknown_name", message, "Name one of its rows.");
        }
    }
    let only = rules.questions().next().filter(|_| rules.questions().count() == 1);
    for name in fixed.rows.keys() {
        let Some(node) = node.get(name.as_str()) else { continue };
        let is_short = !matches!(node.what, What::Map(_));
        let given = match only.filter(|_| is_short) {
            Some(asked) => one_answer(example, asked, node, reader).into_iter().collect(),
            None => one_row(example, rules, node, reader),
        };
        put(&mut rows, Some(name), given);
    }
    rows.finished = true;
    example.answers.insert(question.name.clone(), Answer::Rows(rows));
}

pub(super) fn put(rows: &mut Rows, name: Option<&Name>, given: IndexMap<Name, Given>) {
    rows.last = rows.last.next();
    rows.rows.push(Row {
        id: rows.last,
        name: name.cloned(),
        answers: Answers(given),
    });
}

fn one_row(example: &mut Example, rules: &RowsRules, node: &Node, reader: &Reader<'_>) -> IndexMap<Name, Given> {
    let mut given = IndexMap::new();
    for (key, node) in node.entries() {
        let Some(asked) = rules.question(&key.text) else {
            let message = format!("There is no question \"{}\" in these rows.", key.text);
            reader.error(key.place, "unknown_name", message, "Name a question of the row.");
            continue;
        };
        given.extend(match asked.kind.rows() {
            Some(inner) => added(example, inner, node, reader)
                .map(|rows| (asked.name.clone(), as_given(Answer::Rows(rows), example.channel))),
            None => one_answer(example, asked, node, reader),
        });
    }
    given
}

fn one_answer(example: &mut Example, asked: &Question, node: &Node, reader: &Reader<'_>) -> Option<(Name, Given)> {
    super::answers::check_parts(asked, node, reader);
    match one(example.today, asked, node).1 {
        Ok(answer) => Some((asked.name.clone(), as_given(answer, example.channel))),
        Err(rule) => {
            example.refused.insert(asked.name.clone(), rule);
            None
        }
    }
}

pub(super) fn as_given(answer: Answer, channel: Channel) -> Given {
    Given {
        answer,
        by: Actor::Participant(0),
        at: jiff::Timestamp::UNIX_EPOCH,
        channel,
    }
}

/// Leaves optional questions blank in each row that does not answer them.
pub(super) fn leave_blank(answers: &mut IndexMap<Name, Answer>, definition: &Definition, example: &Example) {
    for (name, answer) in answers {
        let rules = definition.question(name).and_then(|question| question.kind.rows());
        if let (Answer::Rows(rows), Some(rules)) = (answer, rules) {
            leave_blank_in(rows, rules, example);
        }
    }
}

fn leave_blank_in(rows: &mut Rows, rules: &RowsRules, example: &Example) {
    for question in rules.questions() {
        let is_blank = question.optional && !example.refused.contains_key(&question.name);
        for row in &mut rows.rows {
            if is_blank {
                let blank = || as_given(Answer::Blank, example.channel);
                row.answers.0.entry(question.name.clone()).or_insert_with(blank);
            }
            let inner = row.answers.0.get_mut(&question.name).map(|given| &mut given.answer);
            if let (Some(Answer::Rows(rows)), Some(rules)) = (inner, question.kind.rows()) {
                leave_blank_in(rows, rules, example);
            }
        }
    }
}

/// The first answer in rows that is refused, with the rule; or the rule of the rows themselves that is broken.
pub(super) fn refusal(
    walk: &Walk<'_>,
    question: &Question,
    refused: &IndexMap<Name, String>,
) -> Option<(Name, String)> {
    let rules = question.kind.rows()?;
    let rows = walk.answers().rows(&question.name)?;
    for row in &rows.rows {
        let walk = walk.in_this_row(rules, row);
        for asked in walk.pages().flat_map(|page| walk.shown(page)) {
            if let Some(rule) = refused
                .get(&asked.name)
                .filter(|_| row.answers.get(&asked.name).is_none())
            {
                return Some((asked.name.clone(), rule.clone()));
            }
            if let Some(refused) = refusal(&walk, asked, refused) {
                return Some(refused);
            }
            let mut broken = asked.must.iter();
            if let Some(must) = broken.find(|must| walk.value(&must.be) == Some(Value::Yes(false))) {
                return Some((asked.name.clone(), must.name.to_string()));
            }
        }
    }
    let rule = match walk.rows_problem(question, rows)? {
        RowsProblem::Incomplete(_) => "incomplete",
        RowsProblem::TooFew(_) => "at_least",
        RowsProblem::TooMany(_) => "at_most",
        RowsProblem::NotExactly(_) => "exactly",
        RowsProblem::Twice(_) => "unique",
        RowsProblem::Unfinished => "empty",
    };
    Some((question.name.clone(), rule.to_owned()))
}

/// The first answer in rows that breaks a bound which another answer moved.
pub(super) fn moved_bound(walk: &Walk<'_>, question: &Question) -> Option<(Name, String)> {
    let rules = question.kind.rows()?;
    walk.rows_of(question).iter().find_map(|row| {
        let walk = walk.in_this_row(rules, row);
        let page = walk.no_longer_holds()?;
        walk.shown(page).find_map(|asked| {
            if asked.kind.rows().is_some() {
                return moved_bound(&walk, asked);
            }
            let given = row.answers.get(&asked.name)?;
            let (bounds, not_offered) = (walk.bounds(asked), walk.not_offered(asked));
            let reading = Reading {
                today: walk.today(),
                bounds: &bounds,
                not_offered: &not_offered,
            };
            let problems = asked.kind.read(&asked.kind.typed(&given.answer), &reading).err()?;
            Some((asked.name.clone(), problems.first()?.rule.to_string()))
        })
    })
}

/// Whether a question of rows is asked in any row.
pub(super) fn asks(walk: &Walk<'_>, question: &Question, name: &str) -> bool {
    let Some(rules) = question.kind.rows() else {
        return false;
    };
    walk.rows_of(question).iter().any(|row| {
        let walk = walk.in_this_row(rules, row);
        let is_it = |asked: &Question| asked.name.as_str() == name || asks(&walk, asked, name);
        walk.pages().any(|page| walk.shown(page).any(is_it))
    })
}

/// Whether a service asks a question of that name in any of its rows.
pub(super) fn is_in_rows(definition: &Definition, name: &str) -> bool {
    definition.rows().any(|rules| rules.question(name).is_some())
}

/// The question of that name that is asked in rows.
pub(super) fn asked<'d>(definition: &'d Definition, name: &Name) -> Option<&'d Question> {
    definition.rows().find_map(|rules| rules.question(name.as_str()))
}

/// Where the answer to a question of rows stands that cannot be read; the first one, where all can.
pub(super) fn answer_in<'n>(
    definition: &Definition,
    answers: &'n Node,
    name: &Name,
    refused: &IndexMap<Name, String>,
) -> Option<&'n Node> {
    let asks = |question: &&Question| {
        let rules = question.kind.rows();
        rules.is_some_and(|rules| rules.question(name.as_str()).is_some())
    };
    let of = definition.questions().find(asks)?;
    let rules = of.kind.rows()?;
    let rows = answers.get(of.name.as_str())?;
    let only = rules.fixed.is_some() && rules.questions().count() == 1;
    let nodes: Vec<&Node> = match &rows.what {
        What::List(rows) => rows.iter().filter_map(|row| row.get(name.as_str())).collect(),
        What::Map(rows) if only => rows
            .iter()
            .map(|(_, row)| row.get(name.as_str()).unwrap_or(row))
            .collect(),
        What::Map(rows) => rows.iter().filter_map(|(_, row)| row.get(name.as_str())).collect(),
        _ => Vec::new(),
    };
    let question = rules.question(name.as_str())?;
    let today = jiff::civil::Date::constant(2026, 1, 1);
    let is_wrong = |node: &&&Node| refused.contains_key(name) && one(today, question, node).1.is_err();
    let wrong = nodes.iter().find(is_wrong);
    wrong.or(nodes.first()).copied()
}
