//! The messages that a moment in a case brings about: some go with the act, others are planned as jobs.
//!
//! [`recipients`] says to whom and by which means, [`written`] makes the words, [`later`] does what was planned, [`asks`] tells of what the office asks for,
//! [`to_pay`] of a fee that is due after the decision.

mod asks;
mod later;
mod recipients;
mod to_pay;
mod written;

use exemplar_core::apply::{SEND_EMAIL, SEND_TEXT};
use exemplar_core::casework::{self, Ruling};
use exemplar_core::definition::{Definition, Sending};
use exemplar_core::id::{JobId, Language, MessageId, Name};
use exemplar_core::journey::Walk;
use exemplar_core::record::{Actor, Case, Change, Means, Message, MessageState, NewEvent, NewJob, Outcome};
use exemplar_store::Fault;
use jiff::Timestamp;
use jiff::civil::Date;
use uuid::Uuid;

use crate::App;
use crate::renewing::Drawn;
use crate::says::Says;
use recipients::{To, recipients};
use written::Written;

pub(crate) use later::{plan, write_later};
pub use recipients::address_of;

/// What the record says where a message reaches nobody, since nothing says where to.
pub const MESSAGE_NOT_SENT: &str = "message_not_sent";

/// A moment in a case that may bring messages about.
pub struct Moment<'a> {
    /// Its name: `submitted`, `paid`, or an outcome's.
    pub name: &'a str,
    /// What was decided, where it was.
    pub ruling: Option<&'a Ruling>,
}

/// The moment of submission.
pub const SUBMITTED: Moment<'static> = Moment {
    name: casework::SUBMITTED,
    ruling: None,
};

/// The moment at which the fee is settled.
pub const PAID: Moment<'static> = Moment {
    name: casework::PAID,
    ruling: None,
};

/// The moment at which an application is taken back.
pub const WITHDRAWN: Moment<'static> = Moment {
    name: casework::WITHDRAWN,
    ruling: None,
};

/// Messages of a submitted case are numbered from here; those of the draft, such as links, come before.
pub const FIRST_NUMBER: i32 = 1_000;
/// Messages of a payment are numbered from here.
const FIRST_OF_PAYMENT: i32 = 1_500;
/// Messages of the decision are numbered from here.
const FIRST_OF_DECISION: i32 = 2_000;
/// Messages of an application that was taken back are numbered from here.
const FIRST_OF_WITHDRAWAL: i32 = 2_900;
/// Messages that were planned are numbered from here.
const FIRST_OF_LATER: i32 = 3_000;

/// What messages of a case are written from.
struct About<'a> {
    case: &'a Case,
    walk: &'a Walk<'a>,
    says: Says<'a>,
    /// What was decided, where it was, and on which day.
    ruling: Option<(&'a Ruling, Date)>,
    /// The link by which it is renewed, where the message names one.
    renew: Option<Drawn>,
    /// Since when it is so.
    at: Timestamp,
    /// What stands below the words of the definition.
    below: Option<Below>,
}

/// What stands below the words of a message.
enum Below {
    /// How the person comes to what they are asked for.
    Way(asks::Way),
    /// How a fee is paid.
    HowToPay(to_pay::HowToPay),
}

impl Below {
    /// The words of a message with this under them.
    fn under(&self, text: &str, means: Means, says: Says<'_>) -> String {
        match self {
            Self::Way(way) => way.below(text, means, says),
            Self::HowToPay(how) => how.below(text, means),
        }
    }
}

impl App {
    /// Adds the messages of a moment to an outcome, with the jobs that send them, and those that write others later.
    ///
    /// # Errors
    /// Where the machine gives no random bytes for a link.
    pub fn add_messages(
        &self,
        outcome: &mut Outcome,
        moment: &Moment<'_>,
        case: &Case,
        walk: &Walk<'_>,
        at: Timestamp,
    ) -> Result<(), Fault> {
        let definition = walk.definition();
        let mut next = match (moment.ruling, moment.name) {
            (Some(_), _) => FIRST_OF_DECISION,
            (None, casework::PAID) => FIRST_OF_PAYMENT,
            (None, casework::WITHDRAWN) => FIRST_OF_WITHDRAWAL,
            (None, _) => FIRST_NUMBER,
        };
        let begun = definition.sendings.iter();
        for (name, sending) in begun.filter(|(_, sending)| sending.begins_at(moment.name)) {
            if !sending.goes_at_once() {
                plan(outcome, (name, sending), case, walk, at);
                continue;
            }
            let about = About {
                case,
                walk,
                says: self.says_of(case, definition),
                ruling: moment.ruling.map(|ruling| (ruling, walk.today())),
                renew: self.draw_renew_link((name, sending), case, walk)?,
                at,
                below: None,
            };
            write(outcome, (name, sending), &about, &mut next);
        }
        Ok(())
    }

    /// How a case's language says things.
    fn says_of<'a>(&'a self, case: &Case, definition: &'a Definition) -> Says<'a> {
        Says {
            words: self.words.of(&case.language),
            definition,
            language: definition.language_index(&case.language).unwrap_or_default(),
        }
    }
}

/// Adds a message for each to whom it goes, where its condition holds. Whom nothing says how to reach is noted.
fn write(outcome: &mut Outcome, (name, sending): (&Name, &Sending), about: &About<'_>, next: &mut i32) {
    let About { case, walk, .. } = *about;
    if sending.when.as_ref().is_some_and(|when| !walk.holds(when)) {
        return;
    }
    let reached = recipients(sending, walk, about.says);
    for means in reached.missing {
        outcome.events.push(not_sent(name, means, about));
    }
    let before = outcome.changes.len();
    for to in reached.to {
        let in_row = to.row.map(|(rules, row)| walk.in_this_row(rules, row));
        let written = Written {
            says: about.says,
            walk: in_row.as_ref().unwrap_or(walk),
            case,
            answers: to.means != Means::Email,
            ruling: about.ruling,
            renew: about.renew.as_ref().map(|link| link.address.as_str()),
        };
        let Some((subject, text)) = written.message(name, to.means) else {
            continue;
        };
        let text = match &about.below {
            Some(below) => below.under(&text, to.means, about.says),
            None => text,
        };
        add(outcome, name, about, (to, subject, text), next);
    }
    let link = about.renew.iter().filter(|_| outcome.changes.len() > before);
    outcome.claims.extend(link.map(|link| link.claim(case.id)));
}

/// Adds one message, and the job that sends it.
fn add(outcome: &mut Outcome, name: &Name, about: &About<'_>, what: (To<'_>, String, String), next: &mut i32) {
    let (to, subject, text) = what;
    let message = Message {
        id: MessageId(Uuid::now_v7()),
        n: *next,
        event: name.clone(),
        means: to.means,
        language: Language::clone(&about.case.language),
        state: MessageState::Waiting,
        tries: 0,
        at: about.at,
        address: to.address,
        subject,
        text,
    };
    *next = next.saturating_add(1);
    let kind = match message.means {
        Means::Email => Some(SEND_EMAIL),
        Means::Text => Some(SEND_TEXT),
        Means::Letter => None,
    };
    outcome.jobs.extend(kind.map(|kind| NewJob {
        id: JobId(Uuid::now_v7()),
        kind,
        case: Some(about.case.id),
        due: about.at,
        task: serde_json::json!({ "message": message.id }),
    }));
    outcome.changes.push(Change::Message(about.case.id, message));
}

fn not_sent(name: &Name, means: Means, about: &About<'_>) -> NewEvent {
    NewEvent {
        case: about.case.id,
        kind: MESSAGE_NOT_SENT,
        at: about.at,
        actor: Actor::Job(casework::WRITE_MESSAGE.to_owned()),
        on_behalf_of: None,
        definition: about.walk.definition().digest,
        details: serde_json::json!({ "message": name, "means": means }),
    }
}
