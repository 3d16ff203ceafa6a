//! Examples walked: what came otherwise than expected is a finding.

use super::{Example, fee, rows};
use crate::definition::read::{Reader, listed_texts};
use crate::definition::source::{Document, Key, Node, Place, What};
use crate::definition::{Cases, Definition, Question};
use crate::expression::{Value, add_period};
use crate::id::Name;
use crate::journey::{End, Setting, Walk};
use crate::kind::{Problem, Reading};

/// Walks all examples and notes what came otherwise than expected.
pub(in crate::definition) fn check_all(
    examples: &[Example],
    document: &Document,
    definition: &Definition,
    reader: &Reader<'_>,
) {
    for example in examples {
        let Some(node) = document.examples.get(&example.name) else {
            continue;
        };
        let answers = example.as_kept(definition);
        let setting = Setting {
            today: example.today,
            language: definition.languages[example.language].clone(),
            channel: example.channel,
        };
        let walk = Walk::new(definition, &answers, setting);
        let then = node.get("then");
        Checking {
            example,
            walk: &walk,
            reader,
            node,
        }
        .all(then);
    }
}

struct Checking<'r, 'a> {
    example: &'r Example,
    walk: &'r Walk<'a>,
    reader: &'r Reader<'a>,
    node: &'r Node,
}

impl Checking<'_, '_> {
    fn fails(&self, place: Place, message: String, advice: &str) {
        self.reader.error(place, "example", message, advice);
    }

    fn all(&self, then: Option<&Node>) {
        let nothing = Node {
            place: self.node.place,
            what: What::Map(Vec::new()),
        };
        let then = then.unwrap_or(&nothing);
        // Where it ends elsewhere, all else follows from that.
        if self.end(then) {
            self.path(then);
            self.facts(then);
            fee::check(self.walk, then, self.reader);
            self.casework(then);
        }
    }

    /// The first answer that is refused on the path, with the rule.
    fn refusal(&self) -> Option<(Name, String)> {
        let End::Unanswered(page) = self.walk.end() else {
            return self.moved_bound();
        };
        let refused = page.questions().iter().find_map(|question| {
            let rule = self.example.refused.get(&question.name)?;
            Some((question.name.clone(), rule.clone()))
        });
        refused
            .or_else(|| {
                let mut questions = page.questions().iter();
                questions.find_map(|question| rows::refusal(self.walk, question, &self.example.refused))
            })
            .or_else(|| {
                page.questions().iter().find_map(|question| {
                    let broken = question
                        .must
                        .iter()
                        .find(|must| self.walk.value(&must.be) == Some(Value::Yes(false)));
                    Some((question.name.clone(), broken?.name.to_string()))
                })
            })
            .or_else(|| self.moved_bound())
    }

    /// The first answer that breaks a bound which another answer moved.
    fn moved_bound(&self) -> Option<(Name, String)> {
        let page = self.walk.no_longer_holds()?;
        page.questions().iter().find_map(|question| {
            if question.kind.rows().is_some() {
                return rows::moved_bound(self.walk, question);
            }
            let answer = self.example.answers.get(&question.name)?;
            let bounds = self.walk.bounds(question);
            let not_offered = self.walk.not_offered(question);
            let reading = Reading {
                today: self.example.today,
                bounds: &bounds,
                not_offered: &not_offered,
            };
            let problems: Vec<Problem> = question.kind.read(&question.kind.typed(answer), &reading).err()?;
            Some((question.name.clone(), problems.first()?.rule.to_string()))
        })
    }

    /// Whether the journey ends where it should.
    fn end(&self, then: &Node) -> bool {
        let refused = then.get("refused_at").and_then(|node| node.entries().first());
        let exit = then.get("exit");
        let place = exit.map_or(then.place, |node| node.place);
        let expected = exit.and_then(Node::text);
        if let Some((key, node)) = refused {
            return self.is_refused(key, node);
        }
        let (message, advice) = match (self.walk.end(), expected, self.refusal()) {
            (End::Exit(page), Some(expected), _) if page.name.as_str() == expected => return true,
            (End::Exit(page), _, _) => (
                format!("The journey ends at \"{}\".", page.name),
                "Change the example, or the condition of that exit.",
            ),
            (_, _, Some((question, rule))) => (
                format!("The answer to \"{question}\" breaks the rule \"{rule}\"."),
                "Change the answer, or write refused_at: { QUESTION: RULE }.",
            ),
            (End::CheckAnswers, Some(expected), _) => (
                format!("The journey does not end at \"{expected}\" but at check answers."),
                "Change the example, or the condition of the exit.",
            ),
            (End::CheckAnswers, None, _) => return true,
            (End::Unanswered(page), _, _) => (
                format!("The journey stops at \"{}\", which has no answer here.", page.name),
                "Add the answer, or write the exit at which it should end.",
            ),
        };
        self.fails(place, message, advice);
        false
    }

    fn is_refused(&self, key: &Key, node: &Node) -> bool {
        let message = match self.refusal() {
            Some((question, rule)) if question.as_str() == key.text && node.text() == Some(&rule) => return true,
            Some((question, rule)) => format!("The answer to \"{question}\" breaks the rule \"{rule}\"."),
            None => format!("No answer on the path is refused, not that to \"{}\" either.", key.text),
        };
        self.fails(key.place, message, "Change the example, or the rule.");
        false
    }

    fn path(&self, then: &Node) {
        if let Some(node) = then.get("path") {
            let expected = listed_texts(node);
            let exit = match self.walk.end() {
                End::Exit(page) => Some(page.name.as_str()),
                _ => None,
            };
            let found: Vec<&str> = self
                .walk
                .pages()
                .map(|page| page.name.as_str())
                .filter(|name| Some(*name) != exit)
                .collect();
            if expected != found {
                let message = format!("The path is [{}].", found.join(", "));
                self.fails(
                    node.place,
                    message,
                    "Change the path here, or the conditions of the pages.",
                );
            }
        }
        for (key, wanted) in [("asks", true), ("skips", false)] {
            let Some(node) = then.get(key) else { continue };
            for name in listed_texts(node) {
                let definition = self.walk.definition();
                if definition.question(name).is_none()
                    && definition.page(name).is_none()
                    && !rows::is_in_rows(definition, name)
                {
                    self.fails(
                        node.place,
                        format!("There is no question \"{name}\"."),
                        "Name one that there is.",
                    );
                } else if (self.asks(name)) != wanted {
                    let what = if wanted { "is not asked" } else { "is asked" };
                    self.fails(
                        node.place,
                        format!("\"{name}\" {what}."),
                        "Change the example, or the condition.",
                    );
                }
            }
        }
    }

    /// Whether a page or question of that name is on the path.
    fn asks(&self, name: &str) -> bool {
        self.walk.pages().any(|page| {
            let is_it = |question: &Question| question.name.as_str() == name || rows::asks(self.walk, question, name);
            page.name.as_str() == name || self.walk.shown(page).any(is_it)
        })
    }

    fn facts(&self, then: &Node) {
        for (key, node) in then.get("facts").map(Node::entries).unwrap_or_default() {
            let name = Name::from(key.text.as_str());
            if !self.walk.definition().facts.contains_key(&name) {
                self.fails(
                    key.place,
                    format!("There is no fact \"{name}\"."),
                    "Name one that there is.",
                );
                continue;
            }
            let found = self.walk.fact(name.as_str());
            let expected = node.text().unwrap_or_default();
            if !found.as_ref().is_some_and(|found| is(found, expected)) {
                let found = found.as_ref().map_or_else(|| "nothing".into(), shown);
                self.fails(
                    node.place,
                    format!("\"{name}\" comes to {found}."),
                    "Change the example, or the fact.",
                );
            }
        }
    }

    fn casework(&self, then: &Node) {
        let submitted = matches!(self.walk.end(), End::CheckAnswers) && then.get("refused_at").is_none();
        let casework = &self.walk.definition().casework;
        let team = casework.team.as_ref().and_then(|team: &Cases| self.walk.cases(team));
        let outcome = self.example.staff.last().map(|act| &act.decide);
        let outcome = outcome.filter(|_| submitted);
        if let Some(node) = then.get("team") {
            let found = team.as_ref().map_or_else(|| "nobody".into(), shown);
            if node.text() != Some(&found) {
                self.fails(
                    node.place,
                    format!("It goes to {found}."),
                    "Change the example, or the team.",
                );
            }
        }
        if let Some(node) = then.get("outcome")
            && node.text() != outcome.map(Name::as_str)
        {
            let found = outcome.map_or("nothing", Name::as_str);
            self.fails(
                node.place,
                format!("{found} is decided."),
                "Write what staff decide under staff.",
            );
        }
        if let Some(node) = then.get("decide_by") {
            let day = add_period(
                self.example.today,
                casework.decide_within,
                true,
                &self.walk.definition().holidays,
            );
            let found = day.map(|day| day.to_string()).unwrap_or_default();
            if node.text() != Some(&found) {
                self.fails(
                    node.place,
                    format!("It is decided by {found}."),
                    "Change the example, or decide_within.",
                );
            }
        }
        if let Some(node) = then.get("messages") {
            let moments = submitted
                .then_some("submitted")
                .into_iter()
                .chain(outcome.map(Name::as_str));
            let messages = &self.walk.definition().messages;
            let found: Vec<&str> = moments
                .flat_map(|moment| {
                    messages
                        .iter()
                        .filter(move |(_, message)| message.at.as_str() == moment)
                })
                .map(|(name, _)| name.as_str())
                .collect();
            if listed_texts(node) != found {
                let message = format!("The messages are [{}].", found.join(", "));
                self.fails(node.place, message, "Change the example, or the messages.");
            }
        }
    }
}

/// Whether a value is what an example says.
fn is(value: &Value, expected: &str) -> bool {
    match value {
        Value::Number(number) | Value::Money(number) => {
            let digits = expected.split(' ').next().unwrap_or_default();
            digits.parse() == Ok(*number)
        }
        _ => shown(value) == expected,
    }
}

/// A value as examples write it.
fn shown(value: &Value) -> String {
    match value {
        Value::Text(text) => text.clone(),
        Value::Yes(true) => "yes".into(),
        Value::Yes(false) => "no".into(),
        Value::One(name) => name.to_string(),
        Value::Many(names) => names.iter().map(Name::as_str).collect::<Vec<_>>().join(", "),
        Value::Number(number) | Value::Money(number) => number.normalize().to_string(),
        Value::Date(date) => date.to_string(),
        Value::Dates(first, last) => format!("{first}, {last}"),
        Value::Time(time) => time.strftime("%H:%M").to_string(),
        Value::Period(period) => format!("{} {:?}", period.count, period.unit),
        Value::Fields(fields) => fields.values().cloned().collect::<Vec<_>>().join(", "),
    }
}
