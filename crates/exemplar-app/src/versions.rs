//! Whom a new version of a service would concern: how many cases stay on their rules, where each draft stands, and
//! which drafts could be moved. Nothing is changed here.

use std::collections::{BTreeMap, HashSet};

use exemplar_core::definition::Definition;
use exemplar_core::id::{CaseId, Name};
use exemplar_core::journey::{End, Movable, Setting, Walk, WhyNot, movable};
use exemplar_core::record::{LoadedCase, Phase};
use exemplar_store::{Fault, Store};
use jiff::Timestamp;

use crate::apply::zone;
use crate::services::Services;

/// So many drafts are read at once.
const PAGE: usize = 200;

/// Whom a new version would concern.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Affected {
    /// Cases that were sent, or wait to be: they keep the rules under which they began.
    pub sent: u64,
    /// Drafts that follow the new version already.
    pub already: u64,
    /// The other drafts, by the page at which each stands.
    pub drafts: BTreeMap<Place, Drafts>,
}

/// Where a draft stands.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// At a page, by the name that it has in the version on which the draft began.
    Page(Name),
    /// Everything is answered.
    CheckAnswers,
}

/// The drafts that stand at one place.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Drafts {
    /// So many can be moved without harm.
    pub safe: u64,
    /// The others finish on the version on which they began: how many, by the reason.
    pub finish: BTreeMap<WhyNot, u64>,
}

impl Affected {
    /// How many drafts can be moved.
    #[must_use]
    pub fn safe(&self) -> u64 {
        self.drafts.values().map(|drafts| drafts.safe).sum()
    }

    /// How many finish on the version on which they began.
    #[must_use]
    pub fn finish(&self) -> u64 {
        self.drafts.values().flat_map(|drafts| drafts.finish.values()).sum()
    }
}

/// Whom `newer` would concern if it became live now.
///
/// # Errors
/// When the store fails, or a case follows a version that can no longer be read.
pub async fn affected(
    store: &Store,
    services: &Services,
    newer: &Definition,
    now: Timestamp,
) -> Result<Affected, Fault> {
    let mut affected = Affected::default();
    for of_version in store.cases_by_version(&newer.id).await? {
        if of_version.phase != Phase::Draft {
            affected.sent += of_version.count;
        }
    }
    let (mut last, mut seen) = (None, HashSet::new());
    loop {
        let page = store.drafts_of(&newer.id, last, PAGE).await?;
        for (_, case) in &page {
            if seen.insert(*case) {
                one_draft(store, services, newer, (*case, now), &mut affected).await?;
            }
        }
        let Some(end) = page.last() else { break };
        last = Some(*end);
    }
    Ok(affected)
}

async fn one_draft(
    store: &Store,
    services: &Services,
    newer: &Definition,
    (case, now): (CaseId, Timestamp),
    affected: &mut Affected,
) -> Result<(), Fault> {
    // It may have been sent or erased since it was listed.
    let Some(loaded) = store
        .load(case)
        .await?
        .filter(|loaded| loaded.case.phase == Phase::Draft)
    else {
        return Ok(());
    };
    if loaded.case.definition == newer.digest {
        affected.already += 1;
        return Ok(());
    }
    let older = services.version(store, loaded.case.definition).await?;
    let (place, moved) = where_and_whether(&older, newer, &loaded, now);
    let drafts = affected.drafts.entry(place).or_default();
    match moved {
        Movable::Safe => drafts.safe += 1,
        Movable::Finishes(why) => *drafts.finish.entry(why).or_default() += 1,
    }
    Ok(())
}

/// Where a draft stands under the version on which it began, and whether it can be moved to a newer one.
#[must_use]
pub fn where_and_whether(
    older: &Definition,
    newer: &Definition,
    loaded: &LoadedCase,
    now: Timestamp,
) -> (Place, Movable) {
    let answers = loaded.parts.iter().find(|part| part.participant == 0);
    let answers = answers.map(|part| part.answers.clone()).unwrap_or_default();
    let setting = Setting {
        today: now.to_zoned(zone(older)).date(),
        language: loaded.case.language.clone(),
        channel: loaded.case.channel,
    };
    let walk = Walk::new(older, &answers, setting.clone());
    let place = match walk.end() {
        End::CheckAnswers => Place::CheckAnswers,
        End::Exit(page) | End::Unanswered(page) => Place::Page(page.name.clone()),
    };
    (place, movable(older, newer, &answers, &setting))
}
