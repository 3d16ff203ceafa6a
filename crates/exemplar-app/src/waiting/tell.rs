//! What the applicant is told of a wait, in the platform's words. No answer is in it: the address may be another's.

use exemplar_core::apply::SEND_EMAIL;
use exemplar_core::id::{JobId, MessageId, Name};
use exemplar_core::journey::Walk;
use exemplar_core::record::{Case, Change, Means, Message, MessageState, NewJob, Outcome, Phase};
use exemplar_core::waiting::{DECLINED, WAIT_ENDED};
use uuid::Uuid;

use crate::App;
use crate::messages::address_of;
use crate::says::Says;
use crate::words::Value;

/// What people are told about: before the keys of its words.
pub(super) type About = &'static str;

/// What is told of an act of this kind that brings a case to a phase; nothing of what the applicant did themselves.
pub(super) fn about(phase: Phase, kind: &str) -> Option<About> {
    match (phase, kind) {
        (Phase::WaitingForPayment, _) => Some("asked-to-pay"),
        (Phase::Draft, DECLINED) => Some("declined"),
        (Phase::Draft, WAIT_ENDED) => Some("wait-ended"),
        _ => None,
    }
}

impl App {
    /// Adds the `n`th message to the applicant, and its job. Nothing where no address was given.
    pub(super) fn tell(&self, outcome: &mut Outcome, about: About, case: &Case, walk: &Walk<'_>, n: i32) {
        let definition = walk.definition();
        let language = &case.language;
        let place = definition.language_index(language).unwrap_or_default();
        let words = self.words.of(language);
        let says = Says {
            words,
            definition,
            language: place,
        };
        let (means, address) = address_of(walk, says);
        if address.is_empty() {
            return;
        }
        let prefix = if place == 0 {
            String::new()
        } else {
            format!("/{language}")
        };
        let link = format!("{}/{}{prefix}/return", self.address, definition.id);
        let service = Value::Text(says.text(&definition.name));
        let reference = case.reference.as_ref().map(ToString::to_string).unwrap_or_default();
        let with = [("service", service), ("reference", Value::Text(&reference))];
        let text = [
            words.with(&format!("waiting-tell-{about}"), &with),
            words.with("waiting-tell-reference", &with),
            words.get("waiting-tell-go-on").to_owned(),
            link,
            words.get("waiting-tell-not-you").to_owned(),
        ];
        let message = Message {
            id: MessageId(Uuid::now_v7()),
            n,
            event: Name::from(about.replace('-', "_")),
            means,
            language: language.clone(),
            state: MessageState::Waiting,
            tries: 0,
            at: outcome.at,
            address,
            subject: words.with(&format!("waiting-tell-{about}-subject"), &with),
            text: text.join("\n\n"),
        };
        if means == Means::Email {
            outcome.jobs.push(NewJob {
                id: JobId(Uuid::now_v7()),
                kind: SEND_EMAIL,
                case: Some(case.id),
                due: outcome.at,
                task: serde_json::json!({ "message": message.id }),
            });
        }
        outcome.changes.push(Change::Message(case.id, message));
    }
}
