//! Reminding an applicant of a draft before it is erased: once, to the address that they gave to come back with.

use crate::id::{CaseId, CommitId, JobId, MessageId, Name};
use crate::record::{Change, ClaimChange, ClaimKind, LoadedCase, Means, Message, MessageState, NewJob, Outcome, Phase};
use jiff::Timestamp;

use super::SEND_EMAIL;

/// The name of the message.
pub const DRAFT_REMINDER: &str = "draft_reminder";

/// A reminder as it is written.
#[derive(Debug, Clone)]
pub struct Reminder {
    /// The commit's id.
    pub commit: CommitId,
    /// The message's id.
    pub message: MessageId,
    /// The job that sends it.
    pub job: JobId,
    /// Its place among the messages of the case.
    pub n: i32,
    /// The first line.
    pub subject: String,
    /// The text. The address may not have been confirmed, so no answer is in it.
    pub text: String,
}

/// The claim that keeps a draft from being reminded of twice. It goes with the draft.
#[must_use]
pub fn reminder_claim(case: CaseId) -> String {
    format!("{DRAFT_REMINDER} {case}")
}

/// The address to which a reminder of a case goes; none where it is no draft, or no address was given.
#[must_use]
pub fn reminder_address(loaded: &LoadedCase) -> Option<&str> {
    let applicant = loaded.participants.iter().find(|participant| participant.n == 0)?;
    let email = applicant.private.email.as_deref();
    email.filter(|_| loaded.case.phase == Phase::Draft)
}

/// Reminds the applicant of a draft; none where there is nobody to remind.
#[must_use]
pub fn remind(loaded: LoadedCase, reminder: Reminder, now: Timestamp) -> Option<Outcome> {
    let address = reminder_address(&loaded)?.to_owned();
    let case = loaded.case.id;
    let mut outcome = Outcome::new(reminder.commit, now);
    outcome.claims.push(ClaimChange::Take {
        kind: ClaimKind::Idempotency,
        value: reminder_claim(case),
        owner: case,
        until: None,
    });
    outcome.jobs.push(NewJob {
        id: reminder.job,
        kind: SEND_EMAIL,
        case: Some(case),
        due: now,
        task: serde_json::json!({ "message": reminder.message }),
    });
    outcome.changes.push(Change::Message(
        case,
        Message {
            id: reminder.message,
            n: reminder.n,
            event: Name::from(DRAFT_REMINDER),
            means: Means::Email,
            language: loaded.case.language.clone(),
            state: MessageState::Waiting,
            tries: 0,
            at: now,
            address,
            subject: reminder.subject,
            text: reminder.text,
        },
    ));
    outcome.read.push(loaded);
    Some(outcome)
}
