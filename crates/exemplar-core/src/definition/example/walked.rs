//! Examples walked: what came otherwise than expected is a finding.

use super::compared::{is, shown};
use super::messages::going;
use super::{Example, answers, documents, fee, rows, slots, staff, unreached};
use crate::casework::{decide_within, needs_second_officer};
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
            if then.get("refused_at").is_none() {
                unreached::check(self.walk, self.node, self.reader);
            }
            self.path(then);
            self.facts(then);
            fee::check(self.walk, then, self.reader);
            self.casework(then);
        }
    }

    /// The first answer that is refused on the path, with the rule.
    fn refusal(&self) -> Option<(Name, String)> {
        self.refusals_on(self.walk).into_iter().next()
    }

    /// The answers that are refused where the way stops, each with a rule.
    fn refusals_on(&self, walk: &Walk<'_>) -> Vec<(Name, String)> {
        let End::Unanswered(page) = walk.end() else {
            return self.moved_bounds(walk);
        };
        let questions = || page.questions().iter();
        let by_kind = questions().filter_map(|question| {
            let rule = self.example.refused.get(&question.name)?;
            Some((question.name.clone(), rule.clone()))
        });
        let in_rows = questions().filter_map(|question| rows::refusal(walk, question, &self.example.refused));
        let across = questions().flat_map(|question| {
            let broken = question.must.iter();
            let broken = broken.filter(|must| walk.value(&must.be) == Some(Value::Yes(false)));
            broken.map(|must| (question.name.clone(), must.name.to_string()))
        });
        let mut found: Vec<_> = by_kind.chain(in_rows).chain(across).collect();
        if found.is_empty() {
            found = self.moved_bounds(walk);
        }
        found
    }

    /// The answers of a page that break a bound which another answer moved.
    fn moved_bounds(&self, walk: &Walk<'_>) -> Vec<(Name, String)> {
        let Some(page) = walk.no_longer_holds() else {
            return Vec::new();
        };
        let of = |question: &Question| {
            if question.kind.rows().is_some() {
                return rows::moved_bound(walk, question);
            }
            let answer = self.example.answers.get(&question.name)?;
            let bounds = walk.bounds(question);
            let not_offered = walk.not_offered(question);
            let reading = Reading {
                today: self.example.today,
                bounds: &bounds,
                not_offered: &not_offered,
            };
            let problems: Vec<Problem> = question.kind.read(&question.kind.typed(answer), &reading).err()?;
            Some((question.name.clone(), problems.first()?.rule.to_string()))
        };
        page.questions().iter().filter_map(of).collect()
    }

    /// Whether the journey ends where it should.
    fn end(&self, then: &Node) -> bool {
        let refused = then.get("refused_at").map(Node::entries);
        let exit = then.get("exit");
        let place = exit.map_or(then.place, |node| node.place);
        let expected = exit.and_then(Node::text);
        if let Some(refused) = refused.filter(|refused| !refused.is_empty()) {
            return self.are_refused(refused);
        }
        let (message, advice) = match (self.walk.end(), expected, self.refusal()) {
            (End::Exit(page), Some(expected), _) if page.name.as_str() == expected => return true,
            (End::Exit(page), _, _) => (
                format!("The journey ends at \"{}\".", page.name),
                "Change the example, or the condition of that exit.",
            ),
            (_, _, Some((question, rule))) => {
                self.refused(&question, &rule);
                return false;
            }
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

    /// An answer that is refused and should not be: told where it stands.
    fn refused(&self, name: &Name, rule: &str) {
        let definition = self.walk.definition();
        let answers = self.node.get("answers");
        let own = answers.and_then(|answers| answers.get(name.as_str()));
        let node = own.or_else(|| rows::answer_in(definition, answers?, name, &self.example.refused));
        let question = definition
            .question(name.as_str())
            .or_else(|| rows::asked(definition, name));
        let (Some(node), Some(question)) = (node, question) else {
            let place = answers.map_or(self.node.place, |node| node.place);
            let message = format!("The answer to \"{name}\" breaks the rule \"{rule}\".");
            return self.fails(
                place,
                message,
                "Change the answer, or write refused_at: { QUESTION: RULE }.",
            );
        };
        let (bounds, not_offered) = (self.walk.bounds(question), self.walk.not_offered(question));
        let reading = Reading {
            today: self.example.today,
            bounds: &bounds,
            not_offered: &not_offered,
        };
        let (message, advice) = answers::why(question, rule, node, &reading);
        self.fails(node.place, message, &advice);
    }

    /// Whether each of these answers is refused by its rule. A journey stops at the first of them: the others are looked
    /// for beyond it, as if that had been answered well.
    fn are_refused(&self, expected: &[(Key, Node)]) -> bool {
        let mut past: Vec<Name> = Vec::new();
        let mut found: Vec<(Name, String)> = Vec::new();
        let is_in = |found: &[(Name, String)], (key, node): &(Key, Node)| {
            let mut found = found.iter();
            found.any(|(question, rule)| question.as_str() == key.text && node.text() == Some(rule))
        };
        loop {
            let walk = self.walk.going_past(&past);
            let here = self.refusals_on(&walk);
            let stops_at = match walk.end() {
                End::Unanswered(page) => Some(page),
                _ => walk.no_longer_holds(),
            };
            let is_expected = here
                .iter()
                .any(|one| expected.iter().any(|entry| is_in(std::slice::from_ref(one), entry)));
            found.extend(here);
            let Some(page) = stops_at.filter(|page| is_expected && !past.contains(&page.name)) else {
                break;
            };
            past.push(page.name.clone());
        }
        let mut holds = true;
        for entry in expected.iter().filter(|entry| !is_in(&found, entry)) {
            let (key, _) = entry;
            let own = found.iter().find(|(question, _)| question.as_str() == key.text);
            let other = || {
                found
                    .iter()
                    .find(|(name, _)| !expected.iter().any(|(key, _)| key.text == name.as_str()))
            };
            let message = match own.or_else(other) {
                Some((question, rule)) => format!("The answer to \"{question}\" breaks the rule \"{rule}\"."),
                None => format!("No answer on the path is refused, not that to \"{}\" either.", key.text),
            };
            self.fails(key.place, message, "Change the example, or the rule.");
            holds = false;
        }
        holds
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
                    && !documents::is_document(definition, name)
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
            let is_it = |question: &Question| {
                question.name.as_str() == name
                    || rows::asks(self.walk, question, name)
                    || documents::asks(self.walk, question, name)
            };
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
        let outcome =
            staff::outcome(self.walk, &self.example.staff, slots::no_room(self.walk, self.node)).filter(|_| submitted);
        let outcome = outcome.as_ref();
        if let Some(node) = then.get("second_officer") {
            let found = if needs_second_officer(self.walk) { "yes" } else { "no" };
            if node.text() != Some(found) {
                let needed = if found == "yes" { "is" } else { "is not" };
                let message = format!("A second officer {needed} needed.");
                self.fails(node.place, message, "Change the example, or second_officer.");
            }
        }
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
                "Write what staff decide under staff, and approve: yes where a second officer is needed.",
            );
        }
        slots::check(self.walk, (self.node, then), outcome, self.reader);
        if let Some(node) = then.get("decide_by") {
            let day = add_period(
                self.example.today,
                decide_within(self.walk),
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
        super::issues::check(self.walk, outcome, then, self.reader);
        if let Some(node) = then.get("messages") {
            let mut found = if submitted {
                going(self.walk, outcome)
            } else {
                Vec::new()
            };
            let mut expected = listed_texts(node);
            // At submission and at the decision: in which order they stand here does not matter.
            found.sort_unstable();
            expected.sort_unstable();
            if expected != found {
                let message = format!("The messages are [{}].", found.join(", "));
                self.fails(node.place, message, "Change the example, or the messages.");
            }
        }
    }
}
