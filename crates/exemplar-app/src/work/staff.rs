//! What follows from changes of accounts: cases go back to the queue, and the person is told.

use exemplar_core::casework::{Release, release};
use exemplar_core::id::{Language, StaffId};
use exemplar_core::record::{Actor, Committed};
use exemplar_outbound::{Letter, NotSent};
use exemplar_store::LeasedJob;

use super::Undone;
use super::mail::{footed, sender};
use crate::{App, chance};

/// Hands back what somebody took whose account ended. Done again, it finds nothing.
pub(super) async fn hand_back(app: &App, job: &LeasedJob) -> Result<(), Undone> {
    let staff = staff_of(job)?;
    let by = serde_json::from_value::<Actor>(job.task["by"].clone());
    let by = by.map_err(|_| Undone::GiveUp("the job does not say who ended the account"))?;
    loop {
        let cases = app.store.open_cases_of(staff).await?;
        if cases.is_empty() {
            return Ok(());
        }
        let mut handed_back = 0;
        for case in cases {
            let Some(loaded) = app.store.load(case).await? else {
                continue;
            };
            if loaded.case.assigned_to != Some(staff) {
                continue;
            }
            let act = Release {
                commit: chance::commit_id(),
                now: app.clock.now(),
                by: by.clone(),
                why: "account_ended",
            };
            let Some(outcome) = release(loaded, &act) else {
                continue;
            };
            if app.store.commit(outcome).await? != Committed::Committed {
                return Err(Undone::Retry("a case was changed at the same time"));
            }
            handed_back += 1;
        }
        // A list on which nothing can be done is not read again and again.
        if handed_back == 0 {
            return Err(Undone::Retry("no case of the list could be handed back"));
        }
    }
}

/// Tells a member of staff of a change of their account.
pub(super) async fn write(app: &App, job: &LeasedJob) -> Result<(), Undone> {
    let Some(staff) = app.store.staff(staff_of(job)?).await? else {
        return Err(Undone::GiveUp("there is no such account"));
    };
    let language = Language::from("en");
    let words = app.words.of(&language);
    let (subject, text) = match job.task["what"].as_str() {
        Some("reset") => ("accounts-mail-reset-title", "accounts-mail-reset-say"),
        _ => return Err(Undone::GiveUp("the job does not say what to write")),
    };
    let organisation = app.services.organisation(&staff.organisation);
    let text = footed(organisation.as_ref(), words.get(text), &language);
    let letter = Letter {
        case: None,
        job: job.id,
        from: sender(organisation.as_ref(), &language),
        to: &staff.private.email,
        subject: words.get(subject),
        text: &text,
    };
    match app.mail.send(&letter).await {
        Ok(()) => Ok(()),
        Err(NotSent::Down | NotSent::Retry) => Err(Undone::Retry(
            "the mail server could not be reached, or said to come again",
        )),
        Err(NotSent::GiveUp(why)) => Err(Undone::GiveUp(why)),
    }
}

fn staff_of(job: &LeasedJob) -> Result<StaffId, Undone> {
    let id = job.task["staff"].as_str().and_then(|id| id.parse().ok());
    id.map(StaffId)
        .ok_or(Undone::GiveUp("the job names no member of staff"))
}
