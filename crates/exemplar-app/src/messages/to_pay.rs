//! Messages to somebody whose fee is due, since what they applied for was granted: the team's own words, or ours where
//! there are none, and below them how much it is, until when and how it is paid, and the reference.

use exemplar_core::casework::TO_PAY;
use exemplar_core::definition::{Moment, Recipient, Sending};
use exemplar_core::id::Name;
use exemplar_core::journey::{Walk, in_currency};
use exemplar_core::record::{Case, Means, Outcome};
use exemplar_core::waiting::ToPay;
use exemplar_store::Fault;

use super::{About, Below, add, not_sent, plan, recipients, write};
use crate::App;
use crate::says::Says;
use crate::words::Value;

/// Messages that ask for a fee are numbered from here: above all others, and so many for each decision.
const FIRST_TO_PAY: i32 = 1_000_000_000;
const NUMBERS_OF_DECISION: i32 = 1_000;

/// How a fee is paid, as a message ends.
pub(super) struct HowToPay {
    /// Each a paragraph.
    said: Vec<String>,
    /// Where and how, in the service's words.
    how: String,
    /// The same for an e-mail, whose address may be somebody else's: without what names an answer.
    how_without_answers: String,
}

impl HowToPay {
    /// The words of a message with this below them.
    pub(super) fn below(&self, text: &str, means: Means) -> String {
        let how = match means {
            Means::Letter => &self.how,
            Means::Email => &self.how_without_answers,
            // A text is too short for it: what its team wrote and the amount stand in it.
            Means::Text => "",
        };
        let said = self.said.iter().map(String::as_str);
        let parts = [text].into_iter().chain(said).chain([how]);
        parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n\n")
    }
}

impl App {
    /// Adds to a decision that waits for the fee the messages that ask for it, and those that remind of it.
    ///
    /// # Errors
    /// Where the machine gives no random bytes for a link.
    pub(crate) fn tell_to_pay(
        &self,
        outcome: &mut Outcome,
        case: &Case,
        walk: &Walk<'_>,
        to_pay: &ToPay,
    ) -> Result<(), Fault> {
        let definition = walk.definition();
        let says = self.says_of(case, definition);
        let at = outcome.at;
        let about = About {
            case,
            walk,
            says,
            ruling: None,
            renew: None,
            at,
            below: Some(Below::HowToPay(self.how_to_pay(case, walk, says, to_pay))),
        };
        let mut next = FIRST_TO_PAY.saturating_add(to_pay.decision.saturating_mul(NUMBERS_OF_DECISION));
        let mut is_told = false;
        let is_of_it = |sending: &&Sending| sending.begins_at(TO_PAY);
        for (message, sending) in definition.sendings.iter().filter(|(_, sending)| is_of_it(sending)) {
            if sending.goes_at_once() {
                is_told |= sending.to == Recipient::Applicant && sending.when.is_none();
                write(outcome, (message, sending), &about, &mut next);
            } else {
                plan(outcome, (message, sending), case, walk, at);
            }
        }
        if !is_told {
            usual(outcome, &about, &mut next);
        }
        Ok(())
    }

    fn how_to_pay(&self, case: &Case, walk: &Walk<'_>, says: Says<'_>, to_pay: &ToPay) -> HowToPay {
        let (words, definition) = (says.words, says.definition);
        let currency = &definition.currency;
        let amount = words.money(in_currency(to_pay.minor_units, currency), currency);
        let until = words.date(to_pay.until);
        let reference = case.reference.as_ref().map(ToString::to_string).unwrap_or_default();
        let page = format!("{}/return", self.base_of(definition, &case.language));
        let with = [
            ("amount", Value::Text(&amount)),
            ("date", Value::Text(&until)),
            ("reference", Value::Text(&reference)),
            ("link", Value::Text(&page)),
        ];
        let keys = [
            "to-pay-message-amount",
            "to-pay-message-reference",
            "to-pay-message-page",
        ];
        let say = definition.payment.say.as_ref();
        let filled = |say| says.filled_markdown(say, walk).into_owned();
        HowToPay {
            said: keys.into_iter().map(|key| words.with(key, &with)).collect(),
            how_without_answers: say.filter(|say| !say.has_names()).map_or_else(String::new, filled),
            how: say.map_or_else(String::new, filled),
        }
    }
}

/// The message where the definition has none of its own for the applicant.
fn usual(outcome: &mut Outcome, about: &About<'_>, next: &mut i32) {
    let Some(below) = &about.below else { return };
    let (says, words) = (about.says, about.says.words);
    let name = Name::from(TO_PAY);
    let sending = Sending {
        at: Moment::Act(name.clone()),
        shift: None,
        when: None,
        to: Recipient::Applicant,
        by: Vec::new(),
    };
    let service = [("service", Value::Text(says.text(&says.definition.name)))];
    for to in recipients(&sending, about.walk, says).to {
        if to.address.is_empty() {
            outcome.events.push(not_sent(&name, to.means, about));
            continue;
        }
        let subject = words.with("to-pay-message-subject", &service);
        let text = below.under(&words.with("to-pay-message-say", &service), to.means, says);
        add(outcome, &name, about, (to, subject, text), next);
    }
}
