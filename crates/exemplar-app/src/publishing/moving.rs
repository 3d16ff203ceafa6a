//! Drafts when another version goes live: they are moved to it where that is provably safe, and finish on their own
//! version where it is not.

use std::sync::Arc;

use exemplar_core::apply::Act;
use exemplar_core::definition::Definition;
use exemplar_core::id::{CaseId, Digest, ServiceId};
use exemplar_core::journey::Movable;
use exemplar_core::publishing::{Foretold, move_draft};
use exemplar_core::record::{Actor, Committed, DeviceClass, Phase};
use exemplar_store::Fault;

use super::Versions;
use crate::apply::{CONFLICT_TRIES, zone};
use crate::versions::{affected, where_and_whether};
use crate::{App, chance};

/// So many drafts are read at once.
const PAGE: usize = 200;

impl App {
    /// Whom a version would affect if it went live now.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn foretell(&self, versions: &Versions, digest: Digest) -> Result<Foretold, Fault> {
        let newer = self.services.version(&self.store, digest).await?;
        if versions.live == Some(digest) {
            return Ok(Foretold::default());
        }
        let affected = affected(&self.store, &self.services, &newer, self.clock.now()).await?;
        Ok(Foretold {
            moved: affected.safe(),
            finish: affected.finish(),
            cases: affected.sent,
        })
    }

    /// Moves the drafts of a service to its live version where that is safe. Gives how many. To do it again does no
    /// harm: what was moved follows the live version already.
    ///
    /// # Errors
    /// When the store fails.
    pub(crate) async fn move_drafts(&self, service: &ServiceId) -> Result<u64, Fault> {
        // This instance may not have heard yet of what the job was written with.
        self.services.follow(&self.store).await?;
        let Some(live) = self.services.live(service) else {
            return Ok(0);
        };
        let (mut last, mut moved) = (None, 0);
        loop {
            let page = self.store.drafts_of(service, last, PAGE).await?;
            for (_, case) in &page {
                moved += u64::from(self.move_one(*case, &live).await?);
            }
            let Some(end) = page.last() else { return Ok(moved) };
            last = Some(*end);
        }
    }

    /// Moves one draft. While its person saves an answer it is looked at again, a few times; after that it stays.
    async fn move_one(&self, case: CaseId, live: &Arc<Definition>) -> Result<bool, Fault> {
        for _ in 0..CONFLICT_TRIES {
            let Some(loaded) = self.store.load(case).await? else {
                return Ok(false);
            };
            if loaded.case.phase != Phase::Draft || loaded.case.definition == live.digest {
                return Ok(false);
            }
            let older = self.services.version(&self.store, loaded.case.definition).await?;
            let now = self.clock.now();
            if where_and_whether(&older, live, &loaded, now).1 != Movable::Safe {
                return Ok(false);
            }
            let act = Act {
                commit: chance::commit_id(),
                observations: [chance::observation_id(), chance::observation_id()],
                now,
                today: now.to_zoned(zone(live)).date(),
                actor: Actor::Job("publish".to_owned()),
                channel: loaded.case.channel,
                language: loaded.case.language.clone(),
                device: DeviceClass::Other,
                no_room: false,
            };
            if self.store.commit(move_draft(loaded, live, &act)).await? == Committed::Committed {
                return Ok(true);
            }
        }
        Ok(false)
    }
}
