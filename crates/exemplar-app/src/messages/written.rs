//! The words of a message, from those of the definition.
//!
//! An address that has not been confirmed may be somebody else's: an e-mail to it holds no answer, so each paragraph
//! that names one is left out. A letter goes to the address that was given and holds all of it; a text is too short to
//! leave anything out, and says what its team wrote for it.

use exemplar_core::casework::Ruling;
use exemplar_core::definition::{Duration, MessageTemplate, OutcomeRule};
use exemplar_core::id::Name;
use exemplar_core::journey::{DocumentDue, Walk};
use exemplar_core::record::{Case, Means};
use exemplar_core::text::{Filling, Named, Target, Text, fill};
use jiff::civil::Date;

use crate::apply::zone;
use crate::says::Says;

/// What a message is written from.
pub(super) struct Written<'a> {
    pub says: Says<'a>,
    pub walk: &'a Walk<'a>,
    pub case: &'a Case,
    /// Whether answers may stand in it.
    pub answers: bool,
    /// What was decided, where it was, and on which day.
    pub ruling: Option<(&'a Ruling, Date)>,
    /// The link by which it is renewed.
    pub renew: Option<&'a str>,
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
                let walk = &walk.in_this_row(rules, row);
                with(&Said { written, walk });
            }
            return;
        }
        for due in walk.documents_due(written.applied()) {
            if due.question.name.as_str() == rows {
                with(&OneDocument { said: self, due });
            }
        }
    }
}

/// What names stand for where a document is spoken of that is to come.
struct OneDocument<'s, 'w, 'a> {
    said: &'s Said<'w>,
    due: DocumentDue<'a>,
}

impl Named for OneDocument<'_, '_, '_> {
    fn named(&self, name: &str) -> Option<Filling> {
        let says = self.said.written.says;
        let words = match name {
            "label" => says.text(&self.due.document.option.label).to_owned(),
            "due" => says.words.date(self.due.due?),
            name => return self.said.named(name),
        };
        Some(Filling { words, holds: true })
    }
}

impl Written<'_> {
    /// The day on which somebody applied: from then the time for documents counts.
    fn applied(&self) -> Date {
        let submitted = self
            .case
            .submitted
            .map(|at| at.to_zoned(zone(self.says.definition)).date());
        submitted.unwrap_or_else(|| self.walk.today())
    }

    /// Its first line and its words; none where nothing is left of them.
    pub(super) fn message(&self, name: &Name, means: Means) -> Option<(String, String)> {
        let definition = self.says.definition;
        if means == Means::Text {
            let text = self.line(&definition.text_messages.get(name)?.body);
            // A text has no subject: lists show the service instead.
            let subject = self.says.text(&definition.name).to_owned();
            return (!text.trim().is_empty()).then_some((subject, text));
        }
        let template = definition.messages.get(name)?;
        Some((self.line(&template.subject), self.body(template)))
    }

    fn named(&self, walk: &Walk<'_>, name: &str) -> Option<Filling> {
        let own = match name {
            "reference" => self.case.reference.as_ref().map(ToString::to_string),
            "decide_by" => self.case.due.map(|due| self.says.words.date(due)),
            // Not set apart: it is an address.
            "renew_link" => self.renew.map(str::to_owned),
            "reason" => self.reason(),
            "reason.law" => self.law(),
            "appeal.to" => self.appeal().map(|(to, _)| self.says.text(to).to_owned()),
            "appeal.by" => self.appeal().map(|(_, within)| {
                let holidays = &self.walk.definition().holidays;
                let decided = self.ruling.map_or(self.walk.today(), |(_, on)| on);
                self.says.words.date(within.after(decided, holidays))
            }),
            name => return self.says.named(walk, name),
        };
        own.map(|words| Filling { words, holds: true })
    }

    fn rule(&self) -> Option<&OutcomeRule> {
        self.walk.definition().casework.outcomes.get(&self.ruling?.0.outcome)
    }

    /// Why it was decided so, in the applicant's words.
    fn reason(&self) -> Option<String> {
        let reason = self.ruling?.0.reason.as_ref()?;
        Some(self.line(self.rule()?.reasons.get(reason)?))
    }

    /// Under which act the reason stands, or else the outcome.
    fn law(&self) -> Option<String> {
        let rule = self.rule()?;
        let reason = self.ruling?.0.reason.as_ref();
        let law = reason.and_then(|reason| rule.reason_laws.get(reason));
        law.or(rule.law.as_ref()).map(ToString::to_string)
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
            .map(|(name, _)| Name::from(name.trim_start_matches('(').trim()))
            .any(|name| {
                definition.question(&name).is_some()
                    || definition.facts.contains_key(&name)
                    || name.as_str().ends_with(".pays")
            });
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
