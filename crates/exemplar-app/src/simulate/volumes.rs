//! Volumes of the other channels, falling while the digital service grows, as the owner of a service would enter them.

use exemplar_core::permission::StaffRole;
use exemplar_core::record::Channel;
use exemplar_store::Fault;
use jiff::Timestamp;

use super::Cast;
use crate::App;
use crate::figures::{Entered, NotEntered};
use crate::staff::SignedIn;

/// So many in the latest month; each month before had a little more.
const LATEST: i64 = 9;

/// Enters the volumes of every month that can be entered.
pub(super) async fn enter(
    app: &App,
    casts: &[Cast],
    staff: &[SignedIn],
    now: Timestamp,
    seed: u64,
) -> Result<(), Fault> {
    let mut chance = fastrand::Rng::with_seed(seed);
    for cast in casts {
        let definition = &cast.definition;
        let owner = staff.iter().find(|who| {
            who.staff.organisation == definition.organisation
                && who.staff.memberships.iter().any(|one| one.role == StaffRole::Owner)
        });
        let Some(owner) = owner else { continue };
        let mut who = owner.clone();
        who.now = now;
        let Some(volumes) = app.volumes(&who, definition.id.as_str()).await? else {
            continue;
        };
        for (back, month) in (1i64..).zip(volumes.months.iter().skip(1)) {
            let entered = |channel: &Channel| Entered {
                channel: *channel,
                volume: LATEST + back * 2 + chance.i64(0..6),
                seen: volumes.last(*month, *channel).map_or(0, |last| last.n),
            };
            let entered: Vec<_> = volumes.channels.iter().map(entered).collect();
            match app.enter_volumes(&who, definition.id.as_str(), *month, &entered).await {
                Ok(()) | Err(NotEntered::NotFound | NotEntered::Conflict) => {}
                Err(NotEntered::Fault(fault)) => return Err(fault),
            }
        }
    }
    Ok(())
}
