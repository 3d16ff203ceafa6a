//! Messages to somebody whom the office asks for something: the team's own words, or ours where there are none, and below
//! them until when an answer counts, and a way of the person's own to give it.

use exemplar_core::casework::Asked;
use exemplar_core::definition::{AskRule, Definition, Moment, Recipient, Sending};
use exemplar_core::id::{Language, Name};
use exemplar_core::journey::Walk;
use exemplar_core::record::{
    Actor, Case, Change, ClaimChange, ClaimKind, LoadedCase, Means, NewEvent, Outcome, Participant,
};
use exemplar_core::waiting::over_after;
use exemplar_store::Fault;
use jiff::civil::Date;

use super::{About, Below, add, not_sent, plan, recipients, write};
use crate::apply::{CODE, LINK, zone};
use crate::says::Says;
use crate::words::Value;
use crate::{App, chance};

/// The name of the message where the definition has none of its own.
const ASKED_MESSAGE: &str = "asked_for";
/// Messages of what the office asks for are numbered from here.
const FIRST_OF_ASKS: i32 = 100_000;
/// As many numbers has each time that somebody is asked: one for each to whom its messages go.
const NUMBERS_OF_ASK: i32 = 1_000;

/// How a person comes to what they are asked for.
pub(super) struct Way {
    /// What a caseworker wrote, for a letter; empty for nothing.
    note: String,
    /// The last day for an answer.
    until: Date,
    /// A link of the person's own.
    link: String,
    /// For a letter: where a code is typed, and the code.
    code: Option<(String, String)>,
}

impl Way {
    /// The words of a message with the way below them.
    pub(super) fn below(&self, text: &str, means: Means, says: Says<'_>) -> String {
        let words = says.words;
        let until = words.date(self.until);
        let until = ("date", Value::Text(&until));
        let how = match (&self.code, means) {
            (Some((address, code)), Means::Letter) => {
                let with = [until, ("address", Value::Text(address)), ("code", Value::Text(code))];
                words.with("asks-message-code", &with)
            }
            _ => words.with("asks-message-link", &[until, ("link", Value::Text(&self.link))]),
        };
        // An e-mail may reach somebody else: what is written of one case stands on the page that its link opens.
        let note = if means == Means::Letter { self.note.as_str() } else { "" };
        let parts = [text, note, how.as_str()];
        let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        parts.join("\n\n")
    }
}

impl App {
    /// Adds to an outcome by which somebody is asked for something the messages that say so, and those that remind of it.
    ///
    /// # Errors
    /// Where the machine gives no random bytes for the link.
    pub(crate) fn tell_of_ask(
        &self,
        outcome: &mut Outcome,
        loaded: &LoadedCase,
        walk: &Walk<'_>,
        note: &str,
    ) -> Result<(), Fault> {
        let Some(case) = outcome.changed_case().cloned() else {
            return Ok(());
        };
        let definition = walk.definition();
        let Some((name, rule)) = asked(&case, definition) else {
            return Ok(());
        };
        let at = outcome.at;
        let way = self.way_to_answer(outcome, loaded, &case, definition, note.trim())?;
        let about = About {
            case: &case,
            walk,
            says: self.says_of(&case, definition),
            ruling: None,
            renew: None,
            at,
            below: way.map(Below::Way),
        };
        let asking = loaded
            .case
            .head
            .map_or(0, |head| i32::try_from(head.count).unwrap_or(0));
        let mut next = FIRST_OF_ASKS.saturating_add(asking.saturating_mul(NUMBERS_OF_ASK));
        let mut is_told = false;
        let is_of_it = |sending: &&Sending| matches!(&sending.at, Moment::Act(act) if act == name);
        for (message, sending) in definition.sendings.iter().filter(|(_, sending)| is_of_it(sending)) {
            if sending.goes_at_once() {
                is_told |= sending.to == Recipient::Applicant && sending.when.is_none();
                write(outcome, (message, sending), &about, &mut next);
            } else {
                plan(outcome, (message, sending), &case, walk, at);
            }
        }
        if !is_told {
            usual(outcome, (name, rule), &about, &mut next);
        }
        Ok(())
    }

    /// The way to what a case is asked for: a link that works until the last day, and for letters a code.
    /// None where it is asked for nothing.
    pub(super) fn way_to_answer(
        &self,
        outcome: &mut Outcome,
        loaded: &LoadedCase,
        case: &Case,
        definition: &Definition,
        note: &str,
    ) -> Result<Option<Way>, Fault> {
        let until = Asked::of(case).and_then(|asked| asked.until(definition));
        let Some(until) = until else { return Ok(None) };
        let token = data_encoding::BASE64URL_NOPAD.encode(&chance::bytes::<24>()?);
        outcome.claims.push(ClaimChange::Take {
            kind: ClaimKind::ReturnLink,
            value: self.store.keys().hash_text(LINK, "", &token),
            owner: case.id,
            until: over_after(until, &zone(definition)),
        });
        let base = self.base_of(definition, &case.language);
        let walk = crate::casework::walk(loaded, definition, until);
        let (means, _) = super::address_of(&walk, self.says_of(case, definition));
        let code = match means {
            Means::Letter => self.code_of(outcome, loaded)?,
            _ => None,
        };
        Ok(Some(Way {
            note: note.to_owned(),
            until,
            link: format!("{base}/return/{token}"),
            code: code.map(|code| (format!("{base}/return"), code)),
        }))
    }

    /// Where a service is reached in a language.
    pub(super) fn base_of(&self, definition: &Definition, language: &Language) -> String {
        let place = definition.language_index(language).unwrap_or_default();
        let of_language = if place == 0 {
            String::new()
        } else {
            format!("/{language}")
        };
        format!("{}/{}{of_language}", self.address, definition.id)
    }

    /// The code by which the applicant comes back; drawn where there is none yet.
    fn code_of(&self, outcome: &mut Outcome, loaded: &LoadedCase) -> Result<Option<String>, Fault> {
        let Some(applicant) = loaded.participants.iter().find(|person| person.n == 0) else {
            return Ok(None);
        };
        if let Some(code) = &applicant.private.return_code {
            return Ok(Some(code.clone()));
        }
        let code = chance::return_code()?;
        let mut private = applicant.private.clone();
        private.return_code = Some(code.clone());
        let person = Participant {
            private,
            revision: applicant.revision + 1,
            ..applicant.clone()
        };
        outcome.claims.push(ClaimChange::Take {
            kind: ClaimKind::ReturnCode,
            value: self.store.keys().hash_text(CODE, "", &code),
            owner: loaded.case.id,
            until: None,
        });
        outcome.events.push(NewEvent {
            case: loaded.case.id,
            kind: "ways_back_changed",
            at: outcome.at,
            actor: Actor::Job(ASKED_MESSAGE.to_owned()),
            on_behalf_of: None,
            definition: loaded.case.definition,
            details: serde_json::Value::Null,
        });
        outcome.changes.push(Change::Participant(loaded.case.id, person));
        Ok(Some(code))
    }
}

/// What a case is asked for, by the definition.
fn asked<'d>(case: &Case, definition: &'d Definition) -> Option<(&'d Name, &'d AskRule)> {
    definition.casework.asks_for.get_key_value(Asked::of(case)?.name)
}

/// The message where the definition has none of its own for the applicant.
fn usual(outcome: &mut Outcome, (name, rule): (&Name, &AskRule), about: &About<'_>, next: &mut i32) {
    let (Some(question), Some(below)) = (rule.question(), &about.below) else {
        return;
    };
    let (says, walk) = (about.says, about.walk);
    let sending = Sending {
        at: Moment::Act(name.clone()),
        shift: None,
        when: None,
        to: Recipient::Applicant,
        by: Vec::new(),
    };
    let reference = about
        .case
        .reference
        .as_ref()
        .map(ToString::to_string)
        .unwrap_or_default();
    let (service, title) = (says.text(&says.definition.name), says.text(&question.ask));
    let subject = says
        .words
        .with("asks-message-subject", &[("title", Value::Text(title))]);
    for to in recipients(&sending, walk, says).to {
        if to.address.is_empty() {
            outcome.events.push(not_sent(name, to.means, about));
            continue;
        }
        // An e-mail goes to an address that may be somebody else's: what names an answer is on the page alone.
        let say = question.say.as_ref();
        let say = say.filter(|say| to.means == Means::Letter || !say.has_names());
        let say = say.map_or_else(String::new, |say| says.filled_markdown(say, walk).into_owned());
        let with = [
            ("service", Value::Text(service)),
            ("reference", Value::Text(&reference)),
        ];
        let parts = [says.words.with("asks-message-say", &with), title.to_owned(), say];
        let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        let text = below.under(&parts.join("\n\n"), to.means, says);
        let message = Name::from(ASKED_MESSAGE);
        add(outcome, &message, about, (to, subject.clone(), text), next);
    }
}
