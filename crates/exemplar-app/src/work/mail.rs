//! The jobs that send e-mail and texts: each message is read, sent, and noted as sent together with the others of its round.
//! An address or a number that nobody confirmed may be somebody else's: it gets few messages an hour, counted over all instances by
//! a keyed hash; later ones wait.

use std::borrow::Cow;
use std::collections::BTreeMap;

use exemplar_core::apply::SEND_TEXT;
use exemplar_core::definition::Organisation;
use exemplar_core::id::{Language, MessageId};
use exemplar_core::publishing::is_preview;
use exemplar_core::record::{LoadedCase, Means, MessageState};
use exemplar_outbound::{AttachedPage, Letter, NotSent, Sender, TextTo};
use exemplar_store::{Fault, LeasedJob, MessageJob, Waiting};
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
/// They are read together, counted together, and what was sent is noted in one write. A process that is killed before
/// it sends those messages again, with the same Message-ID: better twice than never.
///
/// # Errors
/// When the store fails.
pub async fn send_all(app: &App, worker: Uuid, jobs: Vec<LeasedJob>) -> Result<(), Fault> {
    let mut undone = Vec::new();
    let mut about = Vec::with_capacity(jobs.len());
    for job in jobs {
        match message_of(&job) {
            Some(which) => about.push((job, which)),
            None => undone.push((job, Undone::GiveUp("the job names no message of a case"))),
        }
    }
    let which: Vec<_> = about.iter().map(|(_, which)| *which).collect();
    let mut messages = app.store.messages(&which).await?;
    let mut done = Vec::with_capacity(about.len());
    let mut waiting = Vec::with_capacity(about.len());
    for (job, which) in about {
        match messages.remove(&which.message) {
            None => undone.push((job, Undone::GiveUp("the message is no longer there"))),
            Some(Err(fault)) => undone.push((job, Undone::Fault(fault))),
            Some(Ok(found)) if found.message.state == MessageState::Sent => done.push(which),
            // No message leaves a preview: it can be read there.
            Some(Ok(found)) if is_preview(&found.service) => done.push(which),
            Some(Ok(found)) => waiting.push((job, which, found)),
        }
    }
    let mut post = Post::open(app, waiting.iter().map(|(_, _, found)| found)).await?;
    for (job, which, found) in waiting {
        match post.send(which, &found).await {
            Ok(()) => done.push(which),
            Err(why) => undone.push((job, why)),
        }
    }
    app.store.messages_sent(worker, &done).await?;
    for (job, why) in undone {
        if let (Undone::GiveUp(_), Some(which)) = (&why, message_of(&job)) {
            app.store.message_failed(which.case, which.message).await?;
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
            .lease_jobs(worker, &[SEND_EMAIL, SEND_TEXT], now, LEASE, usize::MAX)
            .await?;
        if jobs.is_empty() {
            return Ok(());
        }
        let sent: Vec<_> = jobs.iter().filter_map(message_of).collect();
        app.store.messages_sent(worker, &sent).await?;
    }
}

/// The message that a job is about.
fn message_of(job: &LeasedJob) -> Option<MessageJob> {
    let id = job.task["message"].as_str()?.parse().ok()?;
    Some(MessageJob {
        job: job.id,
        case: job.case?,
        message: MessageId(id),
    })
}

/// The sending of one round.
struct Post<'a> {
    app: &'a App,
    /// By address: how many went to it within the hour.
    sent: BTreeMap<[u8; 32], i64>,
    /// What could not be reached: the others of the round do not wait for it in turn.
    down: Vec<Means>,
}

impl<'a> Post<'a> {
    /// Counts the messages of a round. Whether an address is confirmed stands in the sealed record of its case: it is
    /// asked only beyond the limit, so those to confirmed addresses count too.
    async fn open(app: &'a App, messages: impl Iterator<Item = &Waiting>) -> Result<Self, Fault> {
        let hashes: Vec<_> = messages.map(|found| hashed(app, &found.message.address)).collect();
        let now = app.clock.now();
        let mut sent = app.store.count_guesses(UNCONFIRMED, &hashes, now, WINDOW).await?;
        for hash in hashes {
            sent.entry(hash).and_modify(|count| *count -= 1);
        }
        Ok(Self {
            app,
            sent,
            down: Vec::new(),
        })
    }

    async fn send(&mut self, which: MessageJob, found: &Waiting) -> Result<(), Undone> {
        let (app, message) = (self.app, &found.message);
        let address = hashed(app, &message.address);
        let sent = self.sent.entry(address).or_default();
        *sent += 1;
        if *sent > UNCONFIRMED_AT_MOST {
            let loaded = app.store.load(which.case).await?;
            if !loaded.is_some_and(|loaded| is_confirmed(&loaded, &message.address)) {
                let now = app.clock.now();
                return Err(Undone::Wait(now.checked_add(WINDOW).unwrap_or(now)));
            }
        }
        let is_theirs = |loaded: &LoadedCase| is_confirmed(loaded, &message.address);
        let of = (found.service.as_str(), is_theirs);
        let posted = if self.down.contains(&message.means) {
            Err(NotSent::Down)
        } else {
            let attached = app.attached(which.case, message, of).await?;
            self.post(which, found, attached).await
        };
        if matches!(posted, Err(NotSent::Down)) {
            self.down.push(message.means);
        }
        match posted {
            Ok(()) => Ok(()),
            Err(NotSent::Down | NotSent::Retry) => {
                // Nothing arrived, so it does not count.
                app.store.uncount_guess(UNCONFIRMED, address).await?;
                Err(Undone::Retry(match message.means {
                    Means::Text => "the folder for texts could not be written to",
                    _ => "the mail server could not be reached, or said to come again",
                }))
            }
            Err(NotSent::GiveUp(why)) => Err(Undone::GiveUp(why)),
        }
    }

    async fn post(&self, which: MessageJob, found: &Waiting, attached: Option<AttachedPage>) -> Result<(), NotSent> {
        let Waiting {
            organisation, message, ..
        } = found;
        if message.means == Means::Text {
            let text = TextTo {
                case: which.case,
                job: which.job,
                number: &message.address,
                words: &message.text,
            };
            return self.app.texts.send(&text).await;
        }
        let organisation = self.app.services.organisation(organisation);
        let text = footed(organisation.as_ref(), &message.text, &message.language);
        let letter = Letter {
            case: Some(which.case),
            job: which.job,
            from: sender(organisation.as_ref(), &message.language),
            to: &message.address,
            subject: &message.subject,
            text: &text,
        };
        self.app.mail.send_with(&letter, attached.as_ref()).await
    }
}

fn hashed(app: &App, address: &str) -> [u8; 32] {
    app.store.keys().hash(UNCONFIRMED, "", &address.trim().to_lowercase())
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
