//! The jobs of files: having one scanned, forgetting the content of those that were taken away, and sweeping away
//! what never came to its end. Each is safe to do twice.

use std::time::{Duration, SystemTime};

use exemplar_core::apply::scanned;
use exemplar_core::record::{Committed, ScanState};
use exemplar_outbound::{NotScanned, ObjectFault, ObjectKey, ObjectName, Verdict};
use exemplar_store::{Fault, LeasedJob};
use jiff::Timestamp;
use uuid::Uuid;

use super::given::every;
use crate::apply::CONFLICT_TRIES;
use crate::work::Undone;
use crate::{App, chance};

/// What came no further for so long is swept away. With the time between two sweeps it is less than an hour.
const IDLE: Duration = Duration::from_secs(40 * 60);

/// Has a file scanned, and notes what was found. Without a scanner nothing is noted: the file stays unscanned.
pub(crate) async fn scan(app: &App, job: &LeasedJob) -> Result<(), Undone> {
    let asked = job.task["n"].as_i64().and_then(|n| i32::try_from(n).ok());
    let (Some(case), Some(n)) = (job.case, asked) else {
        return Err(Undone::GiveUp("the job names no file of a case"));
    };
    let Some(scanner) = &app.scanner else { return Ok(()) };
    let Some(loaded) = app.store.load(case).await? else {
        return Ok(());
    };
    let Some(object) = every(&loaded)
        .find(|(_, file)| file.n == n)
        .map(|(_, file)| file.object)
    else {
        // It was removed meanwhile.
        return Ok(());
    };
    let name = ObjectName { case, object };
    let key = ObjectKey::new(object, &app.store.content_key(&loaded, object)?);
    let verdict = match scanner.scan(app.files.read(name, key)).await {
        Ok(verdict) => verdict,
        Err(NotScanned::TooLarge) => return Err(Undone::GiveUp("the scanner does not take files of this size")),
        Err(NotScanned::Object(ObjectFault::Gone)) => return Err(Undone::GiveUp("the content of the file is gone")),
        Err(NotScanned::Object(fault)) => return Err(Undone::Fault(Fault::Defect(fault.to_string()))),
        Err(NotScanned::Down | NotScanned::Refused) => {
            return Err(Undone::Retry("the scanner could not be reached, or did not answer"));
        }
    };
    let state = match verdict {
        Verdict::Clean => ScanState::Clean,
        Verdict::Harmful => ScanState::Infected,
    };
    note(app, name, n, state).await?;
    if state == ScanState::Infected {
        tracing::warn!(case.id = %case, file.n = n, "a file was found to be harmful, and its content forgotten");
        app.files.forget(name).await.map_err(as_fault)?;
    }
    Ok(())
}

async fn note(app: &App, name: ObjectName, n: i32, state: ScanState) -> Result<(), Undone> {
    let commit = chance::commit_id();
    for _ in 0..CONFLICT_TRIES {
        let files = app.store.files(name.case).await?;
        let (Some(loaded), Some(file)) = (app.store.load(name.case).await?, files.iter().find(|file| file.n == n))
        else {
            return Ok(());
        };
        let Some(outcome) = scanned(loaded, file, state, commit, app.clock.now()) else {
            return Ok(());
        };
        if app.store.commit(outcome).await? == Committed::Committed {
            return Ok(());
        }
    }
    Err(Undone::Retry("the case was changed by others each time it was tried"))
}

/// Forgets the content of files that are no longer part of a case.
pub(crate) async fn forget(app: &App, job: &LeasedJob) -> Result<(), Undone> {
    let Some(case) = job.case else {
        return Err(Undone::GiveUp("the job names no case"));
    };
    let objects = job.task["objects"].as_array().into_iter().flatten();
    for object in objects.filter_map(|object| object.as_str()?.parse::<Uuid>().ok()) {
        app.files.forget(ObjectName { case, object }).await.map_err(as_fault)?;
    }
    Ok(())
}

/// Sweeps away uploads that came no further.
pub(crate) async fn sweep(app: &App, now: Timestamp) -> Result<(), Undone> {
    let swept = app.files.sweep(SystemTime::from(now), IDLE).await.map_err(as_fault)?;
    if swept > 0 {
        tracing::info!(uploads = swept, "uploads that broke off were forgotten");
    }
    Ok(())
}

fn as_fault(fault: ObjectFault) -> Undone {
    Undone::Fault(Fault::Defect(fault.to_string()))
}
