//! A second person: opening the link, signing, declining, and asking them again.

use super::back::{Back, end_job, go_back};
use super::freeze::{AskToSign, SIGNATORY, ask};
use super::money::outstanding;
use super::pay::end_by_event;
use super::record::{DECLINED, SIGNED};
use super::{OnRecord, Refusal, event, in_phase, outcome, wait};
use crate::apply::Act;
use crate::definition::Definition;
use crate::id::JobId;
use crate::record::{Change, LoadedCase, Outcome, Participant, Phase};

/// Characters of a typed signature, and of a reason not to sign.
const NAME_AT_MOST: usize = 200;

/// A second person's yes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signing {
    /// The name as it was typed.
    pub name: String,
    /// The job that ends a wait for payment, where one begins.
    pub end_job: JobId,
}

fn signatory(loaded: &LoadedCase) -> Result<&Participant, Refusal> {
    let person = loaded.participants.iter().find(|person| person.n == SIGNATORY);
    person.ok_or(Refusal::NotWaiting)
}

/// Uses a link up: whoever opened it has shown that the address is theirs.
///
/// # Errors
/// [`Refusal::NotWaiting`] where the link opens nothing any more.
pub fn open_link(loaded: LoadedCase, definition: &Definition, hashed: &str, act: &Act) -> Result<Outcome, Refusal> {
    let mut person = signatory(&loaded)?.clone();
    let is_it = person.private.link.as_deref() == Some(hashed);
    if loaded.case.phase != Phase::WaitingForOthers || !is_it {
        return Err(Refusal::NotWaiting);
    }
    person.private.link = None;
    person.private.email_confirmed = true;
    person.revision += 1;
    let mut outcome = outcome(act);
    outcome.events.push(event(
        loaded.case.id,
        "link_opened",
        definition,
        serde_json::Value::Null,
        act,
    ));
    outcome.changes.push(Change::Participant(loaded.case.id, person));
    outcome.read.push(loaded);
    Ok(outcome)
}

/// Signs. The case is handed in, or waits for the fee.
///
/// # Errors
/// As [`Refusal`] says.
pub fn sign(
    loaded: LoadedCase,
    definition: &Definition,
    on_record: &OnRecord<'_>,
    signing: &Signing,
    act: &Act,
) -> Result<Outcome, Refusal> {
    let wait = wait(&loaded.case, Phase::WaitingForOthers, on_record)?;
    let name = said(&signing.name)?;
    let mut outcome = outcome(act);
    let case = loaded.case.id;
    let mut details = serde_json::json!({ "name": name, "digest": wait.frozen.digest });
    if outstanding(on_record.money) == 0 {
        outcome.events.push(event(case, SIGNED, definition, details, act));
        let settled = super::money::settled(case, on_record.money);
        outcome.changes.extend(settled);
        end_by_event(&mut outcome, &loaded, definition, &wait, act)?;
    } else {
        let until = definition.payment.within.after(act.today, &definition.holidays);
        details["until"] = serde_json::json!(until);
        outcome.events.push(event(case, SIGNED, definition, details, act));
        let number = loaded.case.head.map_or(0, |head| head.count) + 1;
        outcome
            .jobs
            .extend(end_job(signing.end_job, case, until, number, definition));
        let waits = in_phase(&loaded.case, Phase::WaitingForPayment, act);
        outcome.changes.push(Change::Case(Box::new(waits)));
    }
    outcome.read.push(loaded);
    Ok(outcome)
}

/// What somebody typed, neither nothing nor too long.
fn said(typed: &str) -> Result<&str, Refusal> {
    let typed = typed.trim();
    match typed.chars().count() {
        0 => Err(Refusal::NothingSaid),
        count if count > NAME_AT_MOST => Err(Refusal::TooLong),
        _ => Ok(typed),
    }
}

/// Does not sign, for a reason: the case is a draft again.
///
/// # Errors
/// As [`Refusal`] says.
pub fn decline(
    loaded: LoadedCase,
    definition: &Definition,
    on_record: &OnRecord<'_>,
    reason: &str,
    act: &Act,
) -> Result<Outcome, Refusal> {
    wait(&loaded.case, Phase::WaitingForOthers, on_record)?;
    let details = serde_json::json!({ "reason": said(reason)? });
    let back = Back {
        kind: DECLINED,
        details,
    };
    Ok(go_back(loaded, definition, on_record, back, act))
}

/// Sends the second person another link, in place of the one before.
///
/// # Errors
/// [`Refusal::NotWaiting`] where nobody is waited for.
pub fn ask_again(
    loaded: LoadedCase,
    definition: &Definition,
    on_record: &OnRecord<'_>,
    asks: &AskToSign,
    act: &Act,
) -> Result<Outcome, Refusal> {
    let wait = wait(&loaded.case, Phase::WaitingForOthers, on_record)?;
    let mut outcome = outcome(act);
    outcome.events.push(event(
        loaded.case.id,
        "asked_again",
        definition,
        serde_json::Value::Null,
        act,
    ));
    ask(&mut outcome, &loaded, asks, wait.until, act);
    outcome.read.push(loaded);
    Ok(outcome)
}
