//! The jobs that send e-mail: each message is read, sent, and noted as sent together with the others of its round.
//! An address that nobody confirmed may be somebody else's: it gets few messages an hour, counted over all instances by
//! a keyed hash; later ones wait.

use std::borrow::Cow;

use exemplar_core::definition::Organisation;
use exemplar_core::id::{CaseId, Language, MessageId};
use exemplar_core::record::{LoadedCase, MessageState};
use exemplar_outbound::{Letter, NotSent, Sender};
use exemplar_store::{Fault, LeasedJob, MessageJob};
use jiff::SignedDuration;
use uuid::Uuid;

use super::{LEASE, SEND_EMAIL, Undone, leave};
use crate::App;

/// So many messages an hour go to an address that nobody confirmed: what a person brings about, and no flood.
const UNCONFIRMED_AT_MOST: i64 = 3;
const WINDOW: SignedDuration = SignedDuration::from_hours(1);

/// The kind under which they are counted, and the purpose of the keyed hash.
const UNCONFIRMED: &str = "unconfirmed_mail";

/// Sends the messages of these jobs, in their order.
///
/// What was sent is noted in one write. A process that is killed before it sends those messages again, with the same
/// Message-ID: better twice than never.
///
/// # Errors
/// When the store fails.
pub async fn send_all(app: &App, worker: Uuid, jobs: Vec<LeasedJob>) -> Result<(), Fault> {
    let mut done = Vec::with_capacity(jobs.len());
    let mut undone = Vec::new();
    for job in jobs {
        match send(app, &job).await {
            Ok(sent) => done.push(sent),
            Err(why) => undone.push((job, why)),
        }
    }
    app.store.messages_sent(worker, &done).await?;
    for (job, why) in undone {
        if let (Undone::GiveUp(_), Some((case, message))) = (&why, about(&job)) {
            app.store.message_failed(case, message).await?;
        }
        leave(app, worker, &job, why).await?;
    }
    Ok(())
}

/// Notes every message that waits as sent without sending any: those of made-up people go to nobody.
///
/// # Errors
/// When the store fails.
pub(crate) async fn settle_simulated(app: &App) -> Result<(), Fault> {
    let worker = Uuid::now_v7();
    let now = app.clock.now();
    loop {
        let jobs = app
            .store
            .lease_jobs(worker, &[SEND_EMAIL], now, LEASE, usize::MAX)
            .await?;
        if jobs.is_empty() {
            return Ok(());
        }
        let about = |job: &LeasedJob| {
            let (case, message) = about(job)?;
            Some(MessageJob {
                job: job.id,
                case,
                message,
            })
        };
        let sent: Vec<_> = jobs.iter().filter_map(about).collect();
        app.store.messages_sent(worker, &sent).await?;
    }
}

/// The case and the message that a job is about.
fn about(job: &LeasedJob) -> Option<(CaseId, MessageId)> {
    let id = job.task["message"].as_str()?.parse().ok()?;
    Some((job.case?, MessageId(id)))
}

async fn send(app: &App, job: &LeasedJob) -> Result<MessageJob, Undone> {
    let Some((case, id)) = about(job) else {
        return Err(Undone::GiveUp("the job names no message of a case"));
    };
    let sent = MessageJob {
        job: job.id,
        case,
        message: id,
    };
    let Some(message) = app.store.message(case, id).await? else {
        return Err(Undone::GiveUp("the message is no longer there"));
    };
    if message.state == MessageState::Sent {
        return Ok(sent);
    }
    let loaded = app.store.load(case).await?;
    let is_confirmed = loaded
        .as_ref()
        .is_some_and(|loaded| is_confirmed(loaded, &message.address));
    let organisation = loaded.and_then(|loaded| app.services.organisation(&loaded.case.organisation));
    let text = footed(organisation.as_ref(), &message.text, &message.language);
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
        case: Some(case),
        job: job.id,
        from: sender(organisation.as_ref(), &message.language),
        to: &message.address,
        subject: &message.subject,
        text: &text,
    };
    match app.mail.send(&letter).await {
        Ok(()) => Ok(sent),
        Err(NotSent::Retry) => {
            if !is_confirmed {
                // Nothing arrived, so it does not count.
                app.store.uncount_guess(UNCONFIRMED, address).await?;
            }
            Err(Undone::Retry("the mail server could not be reached"))
        }
        Err(NotSent::GiveUp(why)) => Err(Undone::GiveUp(why)),
    }
}

/// Whether somebody in the case showed that an address is theirs.
fn is_confirmed(loaded: &LoadedCase, address: &str) -> bool {
    let is_same = |email: &str| email.trim().eq_ignore_ascii_case(address.trim());
    loaded.participants.iter().any(|person| {
        let private = &person.private;
        private.email_confirmed && private.email.as_deref().is_some_and(is_same)
    })
}

/// From whom an organisation's e-mails come; the installation where nothing is known of it.
pub(super) fn sender<'a>(organisation: Option<&'a Organisation>, language: &Language) -> Sender<'a> {
    organisation.map_or_else(Sender::default, |organisation| Sender {
        name: Some(organisation.sender_name(language)),
        address: organisation.sender_address.as_deref(),
        reply_to: organisation.reply_to.as_deref(),
    })
}

/// A text with the footer of an organisation, where it has one.
pub(super) fn footed<'a>(organisation: Option<&Organisation>, text: &'a str, language: &Language) -> Cow<'a, str> {
    organisation.map_or(Cow::Borrowed(text), |organisation| {
        Cow::Owned(organisation.with_footer(text, language))
    })
}
