//! Sends the e-mails of cases. An address that nobody confirmed may be somebody else's: it gets few messages an hour,
//! counted over all instances by a keyed hash; later ones wait.

use exemplar_core::id::{CaseId, CommitId, MessageId};
use exemplar_core::record::{Change, MessageState, Outcome};
use exemplar_outbound::{Letter, NotSent};
use exemplar_store::{Fault, LeasedJob};
use jiff::SignedDuration;

use super::Undone;
use crate::{App, chance};

/// So many messages an hour go to an address that nobody confirmed: what a person brings about, and no flood.
const UNCONFIRMED_AT_MOST: i64 = 3;
const WINDOW: SignedDuration = SignedDuration::from_hours(1);

/// The kind under which they are counted, and the purpose of the keyed hash.
const UNCONFIRMED: &str = "unconfirmed_mail";

pub(super) async fn send(app: &App, job: &LeasedJob) -> Result<(), Undone> {
    let Some(case) = job.case else {
        return Err(Undone::GiveUp("the job names no case"));
    };
    let message = job.task["message"]
        .as_str()
        .and_then(|id| id.parse().ok())
        .map(MessageId);
    let Some(id) = message else {
        return Err(Undone::GiveUp("the job names no message"));
    };
    let Some(mut message) = app.store.message(case, id).await? else {
        return Err(Undone::GiveUp("the message is no longer there"));
    };
    if message.state == MessageState::Sent {
        return Ok(());
    }
    let is_confirmed = is_confirmed(app, case, &message.address).await?;
    let address = app
        .store
        .keys()
        .hash(UNCONFIRMED, "", &message.address.trim().to_lowercase());
    if !is_confirmed {
        let now = app.clock.now();
        let count = app.store.count_guess(UNCONFIRMED, address, now, WINDOW).await?;
        if count > UNCONFIRMED_AT_MOST {
            return Err(Undone::Wait(now.checked_add(WINDOW).unwrap_or(now)));
        }
    }
    let letter = Letter {
        job: job.id,
        to: &message.address,
        subject: &message.subject,
        text: &message.text,
    };
    let sent = app.mail.send(&letter).await;
    message.tries += 1;
    message.state = match sent {
        Ok(()) => MessageState::Sent,
        Err(NotSent::Retry) => {
            if !is_confirmed {
                // Nothing arrived, so it does not count.
                app.store.uncount_guess(UNCONFIRMED, address).await?;
            }
            return Err(Undone::Retry("the mail server could not be reached"));
        }
        Err(NotSent::GiveUp(_)) => MessageState::Failed,
    };
    save_state(app, case, message).await?;
    match sent {
        Err(NotSent::GiveUp(why)) => Err(Undone::GiveUp(why)),
        _ => Ok(()),
    }
}

/// Writes what became of a message. It guards nothing: messages do not stand in the way of other acts.
async fn save_state(app: &App, case: CaseId, message: exemplar_core::record::Message) -> Result<(), Fault> {
    let commit: CommitId = chance::commit_id();
    let Some(loaded) = app.store.load(case).await? else {
        return Ok(());
    };
    let mut outcome = Outcome::new(commit, app.clock.now());
    outcome.changes.push(Change::Message(case, message));
    outcome.read.push(loaded);
    app.store.commit(outcome).await.map(|_| ())
}

/// Whether somebody in the case showed that an address is theirs.
async fn is_confirmed(app: &App, case: CaseId, address: &str) -> Result<bool, Fault> {
    let Some(loaded) = app.store.load(case).await? else {
        return Ok(false);
    };
    let is_same = |email: &str| email.trim().eq_ignore_ascii_case(address.trim());
    Ok(loaded.participants.iter().any(|person| {
        let private = &person.private;
        private.email_confirmed && private.email.as_deref().is_some_and(is_same)
    }))
}
