//! Renewals: how what a case was issued stands, beginning a renewal of it, reading what one renews before it is decided,
//! and giving it its new term. [`link`] is the link that goes with a message. What may be renewed when is decided in core.

mod link;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use exemplar_core::apply::{Act, NewCase};
use exemplar_core::definition::{Definition, Issue};
use exemplar_core::id::{CaseId, Reference};
use exemplar_core::issuing::{Issued, NUMBER_BYTES, issue, register_of};
use exemplar_core::journey::Walk;
use exemplar_core::record::{
    Actor, Case, Channel, Committed, DeviceClass, LoadedCase, NewEvent, Outcome, Phase, RegisterEntry, Renewed,
};
use exemplar_core::renewing::{
    Begin, NotRenewed, RENEWED, RENEWS, Renewal, Window, begin, counts_from, is_over, may_renew, may_send, renewable,
    renewed, renewed_event,
};
use exemplar_core::waiting::pays_back;
use exemplar_store::Fault;
use jiff::civil::Date;

use crate::apply::{Access, CONFLICT_TRIES, Failure, Manner, NotOpened, zone};
use crate::staff::SignedIn;
use crate::{App, chance};

pub(crate) use link::Drawn;
pub use link::{RenewLink, names_link};

/// How what a case was issued stands to be renewed.
#[derive(Debug)]
pub enum Standing {
    /// It can be renewed.
    Can(Renewal, Window),
    /// A renewal was begun and not sent.
    Begun(Box<LoadedCase>),
    /// A renewal was sent and is not decided.
    Sent(Box<LoadedCase>),
    /// It cannot be.
    Cannot(NotRenewed),
}

/// Why no renewal began.
#[derive(Debug)]
pub enum NotBegun {
    /// As it stands; the case that is renewed may be gone too.
    Stands(Standing),
    /// There is no such case.
    NotFound,
    /// The world.
    Failed(Failure),
}

impl<F: Into<Failure>> From<F> for NotBegun {
    fn from(failure: F) -> Self {
        Self::Failed(failure.into())
    }
}

/// Who begins a renewal, and how.
#[derive(Debug, Clone)]
pub struct Beginner {
    /// The applicant, or the member of staff to whom they speak.
    pub actor: Actor,
    /// How the person deals with the service.
    pub channel: Channel,
}

impl App {
    /// The renewals of a case, oldest first.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn renewals_of(&self, former: CaseId) -> Result<Vec<LoadedCase>, Fault> {
        let mut renewals = Vec::new();
        for case in self.store.linked_to(former, RENEWS).await? {
            renewals.extend(self.store.load(case).await?);
        }
        Ok(renewals)
    }

    /// How what a case was issued stands to be renewed, by the rules that are live.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn renewal_standing(&self, live: &Definition, former: &LoadedCase) -> Result<Standing, Fault> {
        if renewable(live).is_none() || former.case.phase != Phase::Decided {
            return Ok(Standing::Cannot(NotRenewed::Nothing));
        }
        let renewals = self.renewals_of(former.case.id).await?;
        Ok(self.standing_among(live, former, renewals).await?.0)
    }

    async fn standing_among(
        &self,
        live: &Definition,
        former: &LoadedCase,
        renewals: Vec<LoadedCase>,
    ) -> Result<(Standing, Option<CaseId>), Fault> {
        let last = renewals.last().map(|renewal| renewal.case.id);
        for renewal in renewals {
            match renewal.case.phase {
                Phase::Draft => return Ok((Standing::Begun(Box::new(renewal)), last)),
                Phase::WaitingForOthers | Phase::WaitingForPayment | Phase::Submitted => {
                    return Ok((Standing::Sent(Box::new(renewal)), last));
                }
                Phase::Decided | Phase::Closed => {}
            }
        }
        let entry = self.entry_to_renew(live, former.case.id).await?;
        let today = self.clock.now().to_zoned(zone(live)).date();
        let standing = match may_renew(live, entry.as_ref(), today) {
            Ok((renewal, window)) => Standing::Can(renewal, window),
            // The entry went on to the renewal.
            Err(NotRenewed::Nothing) if last.is_some() => Standing::Cannot(NotRenewed::Done),
            Err(why) => Standing::Cannot(why),
        };
        Ok((standing, last))
    }

    /// What a case was issued that the service renews.
    async fn entry_to_renew(&self, live: &Definition, case: CaseId) -> Result<Option<RegisterEntry>, Fault> {
        let Some((issue, _)) = renewable(live) else {
            return Ok(None);
        };
        let register = register_of(&live.id, &issue.name);
        let entries = self.store.entries_of_case(case).await?;
        Ok(entries.into_iter().find(|entry| entry.register == register))
    }

    /// Begins a renewal of what a case was issued: a draft of its own, with what is known.
    ///
    /// # Errors
    /// As [`NotBegun`] says.
    pub async fn begin_renewal(
        &self,
        live: &Arc<Definition>,
        former: CaseId,
        manner: &Manner,
        by: &Beginner,
    ) -> Result<Access, NotBegun> {
        let new = NewCase {
            id: CaseId(uuid::Uuid::now_v7()),
            attempt: chance::attempt()?,
        };
        let act = Act {
            actor: by.actor.clone(),
            channel: by.channel,
            ..self.act(live, manner)
        };
        for _ in 0..CONFLICT_TRIES {
            let former = self.store.load(former).await?.ok_or(NotBegun::NotFound)?;
            if former.case.service != live.id || former.case.phase != Phase::Decided {
                return Err(NotBegun::Stands(Standing::Cannot(NotRenewed::Nothing)));
            }
            let renewals = self.renewals_of(former.case.id).await?;
            let (standing, after) = self.standing_among(live, &former, renewals).await?;
            let renewal = match standing {
                Standing::Can(renewal, _) => renewal,
                other => return Err(NotBegun::Stands(other)),
            };
            let older = self.services.version(&self.store, former.case.definition).await?;
            let begins = Begin { new, renewal, after };
            let outcome = begin(former, (&older, live), &begins, &act);
            // One that somebody else began meanwhile is found when it is looked at again.
            if self.store.commit(outcome).await? == Committed::Committed {
                return Ok(Access { case: new.id, epoch: 0 });
            }
        }
        Err(NotBegun::Failed(Failure::Conflict))
    }

    /// Begins a renewal for somebody on the telephone, and gives it its code: who opens it says the second fact.
    ///
    /// # Errors
    /// As [`NotBegun`] says.
    pub async fn begin_renewal_for(&self, who: &SignedIn, former: CaseId) -> Result<(), NotBegun> {
        let loaded = self.case_in_scope(who, former).await?.ok_or(NotBegun::NotFound)?;
        let live = self.services.live(loaded.case.service.as_str());
        let live = live.ok_or(NotBegun::NotFound)?;
        let manner = Manner {
            language: loaded.case.language.clone(),
            channel: Channel::Telephone,
            device: DeviceClass::Other,
        };
        let by = Beginner {
            actor: Actor::Staff(who.staff.id),
            channel: Channel::Telephone,
        };
        let access = self.begin_renewal(&live, former, &manner, &by).await?;
        match self.save_place(&live, access, &manner).await {
            Ok(_) => Ok(()),
            Err(NotOpened::Failed(failure)) => Err(NotBegun::Failed(failure)),
            // Between the two nobody else knows of it.
            Err(_) => Err(NotBegun::NotFound),
        }
    }

    /// A case with what it renews, where it renews something, and with its money, where a decision may pay some back or ask for some:
    /// whatever may decide it reads it so.
    ///
    /// # Errors
    /// When the store fails.
    pub(crate) async fn to_decide(&self, definition: &Definition, mut loaded: LoadedCase) -> Result<LoadedCase, Fault> {
        if pays_back(definition) || definition.payment.after_decision {
            loaded.money = Some(self.store.work(loaded.case.id).await?.money);
        }
        let part = loaded.parts.iter().find(|part| part.participant == 0);
        let renewal = part
            .filter(|_| renewable(definition).is_some())
            .and_then(|part| Renewal::of(&part.answers));
        let Some(renewal) = renewal else { return Ok(loaded) };
        let register = register_of(&loaded.case.service, &renewal.issue);
        let entry = self.store.entry(&register, &renewal.number).await?;
        let former = match &entry {
            Some(entry) if entry.case != loaded.case.id => self.store.load(entry.case).await?,
            _ => None,
        };
        loaded.renews = Some(Box::new(Renewed { entry, former }));
        Ok(loaded)
    }

    /// Whether a case that was read with what it renews can be sent today.
    ///
    /// # Errors
    /// As [`NotRenewed`] says.
    pub(crate) fn may_send_renewal(
        definition: &Definition,
        loaded: &LoadedCase,
        today: Date,
    ) -> Result<(), NotRenewed> {
        let part = loaded.parts.iter().find(|part| part.participant == 0);
        let Some(renewal) = part.and_then(|part| Renewal::of(&part.answers)) else {
            return Ok(());
        };
        let entry = loaded.renews.as_ref().and_then(|renews| renews.entry.as_ref());
        may_send(definition, &renewal, entry, today)
    }

    /// The reference under which people know a case that is linked with another, where it is still there.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn case_before(&self, case: CaseId) -> Result<Option<(CaseId, Option<Reference>)>, Fault> {
        let Some(before) = self.store.linked_from(case, RENEWS).await? else {
            return Ok(None);
        };
        let loaded = self.store.load(before).await?;
        Ok(Some((before, loaded.and_then(|loaded| loaded.case.reference))))
    }
}

/// Gives what a case renews its new term, where it renews this; none where something new is to be issued. The record of
/// the case before says so too.
///
/// # Errors
/// Where the case was not read with what it renews: a second number would be issued.
pub(crate) fn renewed_entry(
    outcome: &mut Outcome,
    (case, rule): (&Case, &Issue),
    walk: &Walk<'_>,
    today: Date,
    public: exemplar_core::issuing::PublicPart,
) -> Result<Option<(Issued, RegisterEntry)>, Fault> {
    let Some(renewal) = walk.renewal().filter(|renewal| renewal.issue == rule.name) else {
        return Ok(None);
    };
    let read = outcome.read.iter().find(|read| read.case.id == case.id);
    let renews = read.and_then(|read| read.renews.clone());
    let renews = renews.ok_or_else(|| Fault::Defect("a renewal is decided without what it renews".to_owned()))?;
    let Some(entry) = renews.entry.filter(|entry| !is_over(entry)) else {
        return Ok(None);
    };
    if entry.case == case.id {
        // Decided so before, and again: one term is enough.
        return Ok(Some((Issued::of_entry(&entry), entry)));
    }
    let mut issued = issue(rule, walk, counts_from(&entry, today), &[0; NUMBER_BYTES]);
    let next = renewed(&entry, &mut issued, (case.id, public), (today, outcome.at));
    if let Some(decided) = outcome.events.last().cloned() {
        let details = serde_json::json!({ "issue": rule.name, "number": renewal.number, "until": issued.until });
        outcome.events.push(NewEvent {
            kind: RENEWED,
            details,
            ..decided.clone()
        });
        if let Some(former) = renews.former {
            let of = (&rule.name, renewal.number.as_str());
            outcome.events.push(renewed_event(&former, &decided, of));
            outcome.read.push(former);
        }
    }
    Ok(Some((issued, next)))
}
