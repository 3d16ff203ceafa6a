//! The jobs that send e-mail: each message is read, sent, and noted as sent together with the others of its round.

use exemplar_core::id::{CaseId, MessageId};
use exemplar_core::record::MessageState;
use exemplar_outbound::{Letter, NotSent};
use exemplar_store::{Fault, LeasedJob, MessageJob};
use uuid::Uuid;

use super::{Undone, leave};
use crate::App;

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
    let letter = Letter {
        case: Some(case),
        job: job.id,
        to: &message.address,
        subject: &message.subject,
        text: &message.text,
    };
    match app.mail.send(&letter).await {
        Ok(()) => Ok(sent),
        Err(NotSent::Retry) => Err(Undone::Retry("the mail server could not be reached")),
        Err(NotSent::GiveUp(why)) => Err(Undone::GiveUp(why)),
    }
}
