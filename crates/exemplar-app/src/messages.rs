//! The messages that a moment in a case brings about, written from the definition's words.
//!
//! An address that has not been confirmed may be somebody else's: a message to it holds no answer, so each paragraph
//! that names one is left out. A letter goes to the address that was given and holds all of it.

use exemplar_core::apply::SEND_EMAIL;
use exemplar_core::casework::Ruling;
use exemplar_core::definition::{Definition, Duration, MessageTemplate, OutcomeRule};
use exemplar_core::id::{JobId, Language, MessageId, Name};
use exemplar_core::journey::Walk;
use exemplar_core::record::{Case, Change, Means, Message, MessageState, NewJob, Outcome};
use exemplar_core::text::{Filling, Named, Target, Text, fill};
use jiff::Timestamp;
use uuid::Uuid;

use crate::App;
use crate::says::Says;

/// A moment in a case that may bring messages about.
pub struct Moment<'a> {
    /// Its name: `submitted`, or an outcome's.
    pub name: &'a str,
    /// What was decided, where it was.
    pub ruling: Option<&'a Ruling>,
}

/// The moment of submission.
pub const SUBMITTED: Moment<'static> = Moment {
    name: "submitted",
    ruling: None,
};

impl App {
    /// Adds the messages of a moment to an outcome, and the jobs that send them.
    pub fn add_messages(
        &self,
        outcome: &mut Outcome,
        moment: &Moment<'_>,
        case: &Case,
        walk: &Walk<'_>,
        at: Timestamp,
    ) {
        let definition = walk.definition();
        let language = &case.language;
        let place = definition.language_index(language).unwrap_or_default();
        let says = Says {
            words: self.words.of(language),
            definition,
            language: place,
        };
        let due = definition
            .messages
            .iter()
            .filter(|(_, template)| template.at.as_str() == moment.name);
        let first = if moment.ruling.is_some() {
            FIRST_OF_DECISION
        } else {
            FIRST_NUMBER
        };
        for (place, (name, template)) in due.enumerate() {
            let email = email_of(definition, walk);
            let written = Written {
                says,
                walk,
                case,
                answers: email.is_none(),
                ruling: moment.ruling,
            };
            let (subject, text) = (written.line(&template.subject), written.body(template));
            let message = Message {
                id: MessageId(Uuid::now_v7()),
                n: i32::try_from(place).unwrap_or(i32::MAX).saturating_add(first),
                event: name.clone(),
                means: if email.is_some() { Means::Email } else { Means::Letter },
                language: Language::clone(language),
                state: MessageState::Waiting,
                tries: 0,
                at,
                address: email.unwrap_or_else(|| postal_address(walk, says)),
                subject,
                text,
            };
            if message.means == Means::Email {
                outcome.jobs.push(NewJob {
                    id: JobId(Uuid::now_v7()),
                    kind: SEND_EMAIL,
                    case: Some(case.id),
                    due: at,
                    task: serde_json::json!({ "message": message.id }),
                });
            }
            outcome.changes.push(Change::Message(case.id, message));
        }
    }
}

/// Messages of a submitted case are numbered from here; those of the draft, such as links, come before.
pub const FIRST_NUMBER: i32 = 1_000;
/// Messages of the decision are numbered from here.
const FIRST_OF_DECISION: i32 = 2_000;

/// The e-mail address on the path, if one was given.
fn email_of(definition: &Definition, walk: &Walk<'_>) -> Option<String> {
    use exemplar_core::answer::Answer;
    // A second person's address is not the applicant's.
    let other = definition.signatory.as_ref().map(|signatory| &signatory.email);
    let is_own = |name: &Name| Some(name) != other;
    let mut questions = walk
        .questions()
        .filter(|question| question.kind.key() == "email" && is_own(&question.name));
    questions.find_map(|question| {
        match &walk
            .answers()
            .get(definition.question(&question.name)?.name.as_str())?
            .answer
        {
            Answer::Text(address) => Some(address.clone()),
            _ => None,
        }
    })
}

/// Where messages to the applicant go: the e-mail address on the path, or else the postal one, a line each.
/// Empty where neither was asked for.
#[must_use]
pub fn address_of(walk: &Walk<'_>, says: Says<'_>) -> (Means, String) {
    match email_of(walk.definition(), walk) {
        Some(email) => (Means::Email, email),
        None => (Means::Letter, postal_address(walk, says)),
    }
}

/// The address that was given, a line each; nothing where none was asked for.
fn postal_address(walk: &Walk<'_>, says: Says<'_>) -> String {
    let question = walk.questions().find(|question| question.kind.key() == "address");
    question.map_or_else(String::new, |question| says.answer(walk, question).join("\n"))
}

/// What a message is written from.
struct Written<'a> {
    says: Says<'a>,
    walk: &'a Walk<'a>,
    case: &'a Case,
    /// Whether answers may stand in it.
    answers: bool,
    /// What was decided, where it was.
    ruling: Option<&'a Ruling>,
}

/// What names stand for in a message, on a way or in one of its rows.
struct Said<'a> {
    written: &'a Written<'a>,
    walk: &'a Walk<'a>,
}

impl Named for Said<'_> {
    fn named(&self, name: &str) -> Option<Filling> {
        let filling = self.written.named(self.walk, name)?;
        Some(Filling {
            words: self.written.says.words.apart(filling.words),
            ..filling
        })
    }

    fn each_row(&self, rows: &str, with: &mut dyn FnMut(&dyn Named)) {
        let (written, walk) = (self.written, self.walk);
        if let Some((rules, rows)) = walk.rows_seen(&Name::from(rows)) {
            for row in rows {
                let walk = &walk.in_row(rules, &row.answers);
                with(&Said { written, walk });
            }
        }
    }
}

impl Written<'_> {
    fn named(&self, walk: &Walk<'_>, name: &str) -> Option<Filling> {
        let own = match name {
            "reference" => self.case.reference.as_ref().map(ToString::to_string),
            "decide_by" => self.case.due.map(|due| self.says.words.date(due)),
            "reason" => self.reason(),
            "appeal.to" => self.appeal().map(|(to, _)| self.says.text(to).to_owned()),
            "appeal.by" => self.appeal().map(|(_, within)| {
                let definition = self.walk.definition();
                self.says
                    .words
                    .date(within.after(self.walk.today(), &definition.holidays))
            }),
            name => return self.says.named(walk, name),
        };
        own.map(|words| Filling { words, holds: true })
    }

    fn rule(&self) -> Option<&OutcomeRule> {
        self.walk.definition().casework.outcomes.get(&self.ruling?.outcome)
    }

    /// Why it was decided so, in the applicant's words.
    fn reason(&self) -> Option<String> {
        let reason = self.ruling?.reason.as_ref()?;
        Some(self.says.text(self.rule()?.reasons.get(reason)?).to_owned())
    }

    /// To whom one can appeal, and for how long.
    fn appeal(&self) -> Option<(&Text, Duration)> {
        self.rule()?.appeal.as_ref().map(|(to, within)| (to, *within))
    }

    fn line(&self, text: &Text) -> String {
        self.fill(self.says.text(text))
    }

    fn fill(&self, words: &str) -> String {
        let said = Said {
            written: self,
            walk: self.walk,
        };
        fill(words, &said, Target::Plain).unwrap_or_default()
    }

    fn body(&self, template: &MessageTemplate) -> String {
        let words = self.says.text(&template.body);
        let paragraphs = paragraphs(words).into_iter();
        let paragraphs = paragraphs.filter(|paragraph| self.answers || !self.names_an_answer(paragraph));
        let paragraphs: Vec<String> = paragraphs.map(|paragraph| self.fill(paragraph.trim())).collect();
        paragraphs.join("\n\n")
    }

    /// Whether a paragraph shows an answer or what was worked out from answers.
    fn names_an_answer(&self, paragraph: &str) -> bool {
        let definition = self.walk.definition();
        let names = paragraph.split("((").skip(1).filter_map(|rest| rest.split_once("))"));
        let answers = names
            .map(|(name, _)| Name::from(name.trim()))
            .any(|name| definition.question(&name).is_some() || definition.facts.contains_key(&name));
        answers || for_rows(paragraph) > 0
    }
}

/// The paragraphs of a text. What is said of each row, or on a condition, is one, however many it has.
fn paragraphs(words: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut open = 0;
    for paragraph in words.split("\n\n") {
        match found.last_mut() {
            Some(last) if open > 0 => {
                last.push_str("\n\n");
                last.push_str(paragraph);
            }
            _ => found.push(paragraph.to_owned()),
        }
        open += for_rows(paragraph) - blocks(paragraph, "endfor");
        open += blocks(paragraph, "if") - blocks(paragraph, "endif");
    }
    found
}

/// How many blocks in it begin that are said of each row.
fn for_rows(paragraph: &str) -> i32 {
    blocks(paragraph, "for")
}

fn blocks(paragraph: &str, word: &str) -> i32 {
    let blocks = paragraph.split("[[").skip(1);
    let is_it = |block: &str| {
        let words = block.split("]]").next().unwrap_or_default();
        words.split_whitespace().next() == Some(word)
    };
    i32::try_from(blocks.filter(|block| is_it(block)).count()).unwrap_or(i32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_of_each_row_stays_together() {
        let words = "a\n\n[[ if jobs ]]b\n\n[[ for jobs ]]\nc\n\nd\n[[ endfor ]]\n[[ endif ]]\n\ne";
        let found = paragraphs(words);
        assert_eq!(found.len(), 3);
        assert_eq!((found[0].as_str(), found[2].as_str()), ("a", "e"));
        assert!(for_rows(&found[1]) == 1 && for_rows("[[for x]] [[ fort ]]") == 1);
    }
}
