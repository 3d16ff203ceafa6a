//! The end of a wait for which nobody did anything: the job that its last day brings.

use exemplar_core::apply::Act;
use exemplar_core::record::{Committed, DeviceClass};
use exemplar_core::waiting::{Back, by_the_clock, take_back};
use exemplar_store::{Fault, LeasedJob};

use crate::apply::{CONFLICT_TRIES, zone};
use crate::{App, chance};

/// Makes a draft of a case whose wait is over. Safe to run twice: of another wait, or none, the job does nothing.
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
        let Some(back) = Back::for_time(&loaded.case, &standing.on_record(), number, today) else {
            return Ok(());
        };
        let act = Act {
            commit: chance::commit_id(),
            observations: [chance::observation_id(), chance::observation_id()],
            now,
            today,
            actor: by_the_clock(),
            channel: loaded.case.channel,
            language: loaded.case.language.clone(),
            device: DeviceClass::Other,
        };
        let before = loaded.clone();
        let Ok(mut outcome) = take_back(loaded, &definition, &standing.on_record(), back, &act) else {
            return Ok(());
        };
        app.tell_of_phase(&mut outcome, &before, &definition, &standing);
        if app.store.commit(outcome).await? == Committed::Committed {
            app.wake.notify_one();
            return Ok(());
        }
    }
    // Others write to it: the job is tried again.
    Err(Fault::Busy)
}
