//! The end of a wait for which nobody did anything: the job that its last day brings.

use exemplar_core::apply::Act;
use exemplar_core::definition::Definition;
use exemplar_core::record::{Committed, DeviceClass, LoadedCase, Outcome};
use exemplar_core::waiting::{Back, by_the_clock, end_unpaid, take_back, waits_after_decision};
use exemplar_store::{Fault, LeasedJob};

use super::{Standing, next};
use crate::apply::{CONFLICT_TRIES, Failure, zone};
use crate::casework::walk;
use crate::slots::Free;
use crate::{App, chance};

/// Makes a draft of a case whose wait is over; one that was decided is open again. Safe to run twice: of another wait, or none, the job does nothing.
pub(crate) async fn end_wait(app: &App, job: &LeasedJob) -> Result<(), Fault> {
    let (Some(id), Some(number)) = (job.case, job.task["wait"].as_i64()) else {
        return Ok(());
    };
    for _ in 0..CONFLICT_TRIES {
        let Some(loaded) = app.store.load(id).await? else {
            return Ok(());
        };
        let definition = app.services.version(&app.store, loaded.case.definition).await?;
        let standing = app.standing(id).await?;
        let now = app.clock.now();
        let today = now.to_zoned(zone(&definition)).date();
        let act = Act {
            commit: chance::commit_id(),
            observations: [chance::observation_id(), chance::observation_id()],
            now,
            today,
            actor: by_the_clock(),
            channel: loaded.case.channel,
            language: loaded.case.language.clone(),
            device: DeviceClass::Other,
            no_room: false,
        };
        let before = loaded.clone();
        let ended = match waits_after_decision(&loaded.case) {
            true => app.end_unpaid(loaded, &definition, &standing, number, &act),
            false => Back::for_time(&loaded.case, &standing.on_record(), number, today)
                .and_then(|back| take_back(loaded, &definition, &standing.on_record(), back, &act).ok()),
        };
        let Some(mut outcome) = ended else { return Ok(()) };
        let free = Free::default();
        match app.tell_of_phase(&mut outcome, &before, &definition, (&standing, &free)) {
            Ok(()) => {}
            Err(Failure::Fault(fault)) => return Err(fault),
            Err(Failure::Conflict) => continue,
        }
        if app.store.commit(outcome).await? == Committed::Committed {
            app.wake.notify_one();
            return Ok(());
        }
    }
    // Others write to it: the job is tried again.
    Err(Fault::Busy)
}

impl App {
    /// Opens a case again whose fee was not paid in time, and tells the applicant so.
    fn end_unpaid(
        &self,
        loaded: LoadedCase,
        definition: &Definition,
        standing: &Standing,
        number: i64,
        act: &Act,
    ) -> Option<Outcome> {
        let submitted = loaded.case.submitted.unwrap_or(act.now).to_zoned(zone(definition));
        let before = loaded.clone();
        let walk = walk(&before, definition, submitted.date());
        let mut outcome = end_unpaid(loaded, &walk, &standing.events, number, act)?;
        let case = outcome.changed_case()?.clone();
        self.tell(&mut outcome, "not-paid", &case, &walk, next(standing.messages));
        Some(outcome)
    }
}
