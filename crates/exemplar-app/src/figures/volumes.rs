//! Volumes of channels outside the digital service: owners of a service enter and correct them, month by month.

use std::collections::BTreeMap;
use std::sync::Arc;

use exemplar_core::definition::Definition;
use exemplar_core::figures::Month;
use exemplar_core::figures::volume::{entered_channels, entered_months, may_enter};
use exemplar_core::id::StaffId;
use exemplar_core::record::{Channel, DeviceClass, Observation, ObservationKind};
use exemplar_store::{Fault, NewVolume, VolumeEntry};

use crate::apply::zone;
use crate::staff::SignedIn;
use crate::{App, chance};

/// The volumes of a service.
#[derive(Debug)]
pub struct VolumesOf {
    /// The service.
    pub definition: Arc<Definition>,
    /// The channels that volumes are entered for.
    pub channels: Vec<Channel>,
    /// The months that can be entered, latest first.
    pub months: Vec<Month>,
    /// All entries, by month and channel, each with those before it first.
    pub entries: Vec<VolumeEntry>,
    /// The names of who entered them.
    pub names: BTreeMap<StaffId, String>,
}

impl VolumesOf {
    /// The entry that counts.
    #[must_use]
    pub fn last(&self, month: Month, channel: Channel) -> Option<&VolumeEntry> {
        let same = |entry: &&VolumeEntry| entry.month == month && entry.channel == channel;
        self.entries.iter().filter(same).max_by_key(|entry| entry.n)
    }
}

/// A volume as it was typed and read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entered {
    /// By which channel.
    pub channel: Channel,
    /// How many.
    pub volume: i64,
    /// The number of the last entry when the form was shown; 0 where there was none.
    pub seen: i64,
}

/// Why nothing was entered.
#[derive(Debug, thiserror::Error)]
pub enum NotEntered {
    /// There is no such service for this person, or no such month or channel.
    #[error("there is nothing that this person can enter")]
    NotFound,
    /// Somebody else has entered one of them since the form was shown.
    #[error("somebody else has entered a volume meanwhile")]
    Conflict,
    /// A defect or an outage.
    #[error(transparent)]
    Fault(#[from] Fault),
}

impl App {
    /// The services whose volumes somebody enters.
    #[must_use]
    pub fn services_with_volumes(&self, who: &SignedIn) -> Vec<Arc<Definition>> {
        let mut all = self.services.all();
        all.retain(|definition| may_enter(&who.staff, definition, who.now) && !entered_channels(definition).is_empty());
        all
    }

    /// The volumes of a service; none where there is no such service for this person.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn volumes(&self, who: &SignedIn, service: &str) -> Result<Option<VolumesOf>, Fault> {
        let mut own = self.services_with_volumes(who).into_iter();
        let Some(definition) = own.find(|definition| definition.id.as_str() == service) else {
            return Ok(None);
        };
        let months = entered_months(who.now.to_zoned(zone(&definition)).date());
        let Some(earliest) = months.last().copied() else {
            return Ok(None);
        };
        let entries = self.store.volumes(&definition.id, earliest).await?;
        let mut names = BTreeMap::new();
        for entry in &entries {
            if !names.contains_key(&entry.by)
                && let Some(staff) = self.store.staff(entry.by).await?
            {
                names.insert(entry.by, staff.private.name);
            }
        }
        Ok(Some(VolumesOf {
            channels: entered_channels(&definition),
            definition,
            months,
            entries,
            names,
        }))
    }

    /// Enters volumes of a month. What is as it was is not entered again.
    ///
    /// # Errors
    /// As [`NotEntered`] says.
    pub async fn enter_volumes(
        &self,
        who: &SignedIn,
        service: &str,
        month: Month,
        entered: &[Entered],
    ) -> Result<(), NotEntered> {
        let volumes = self.volumes(who, service).await?.ok_or(NotEntered::NotFound)?;
        let is_known = |one: &Entered| volumes.channels.contains(&one.channel);
        if !volumes.months.contains(&month) || !entered.iter().all(is_known) {
            return Err(NotEntered::NotFound);
        }
        let mut new = Vec::new();
        for one in entered {
            let last = volumes.last(month, one.channel);
            if last.map_or(0, |last| last.n) != one.seen {
                return Err(NotEntered::Conflict);
            }
            if last.is_none_or(|last| last.volume != one.volume) {
                new.push(new_volume(&volumes.definition, who, month, *one, last));
            }
        }
        if new.is_empty() || self.store.enter_volumes(&new).await? {
            self.wake.notify_one();
            return Ok(());
        }
        Err(NotEntered::Conflict)
    }
}

/// The entry, and the observation of how much it differs from the last one.
fn new_volume(
    definition: &Definition,
    who: &SignedIn,
    month: Month,
    one: Entered,
    last: Option<&VolumeEntry>,
) -> NewVolume {
    NewVolume {
        entry: VolumeEntry {
            month,
            channel: one.channel,
            n: one.seen + 1,
            volume: one.volume,
            by: who.staff.id,
            at: who.now,
        },
        difference: Observation {
            id: chance::observation_id(),
            organisation: definition.organisation.clone(),
            service: definition.id.clone(),
            day: month.first_day(),
            kind: ObservationKind::Volume,
            question: None,
            detail: None,
            amount: Some(one.volume - last.map_or(0, |last| last.volume)),
            channel: one.channel,
            language: definition.languages[0].clone(),
            device: DeviceClass::Other,
            definition: definition.digest,
            attempt: 0,
        },
    }
}
