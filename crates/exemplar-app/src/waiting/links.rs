//! A second person's link: drawn and written to them, opened once, and the place that it leads to.
//!
//! Looking at a link changes nothing, so that a mail scanner may look as well. A link that opens nothing any more still
//! says why, as long as it is remembered.

use std::sync::Arc;

use exemplar_core::apply::{Act, LinkMessage};
use exemplar_core::definition::Definition;
use exemplar_core::id::{CaseId, JobId, MessageId};
use exemplar_core::journey::Walk;
use exemplar_core::record::{Actor, ClaimKind, Committed, LoadedCase, Outcome, Phase, Role};
use exemplar_core::waiting::{AskToSign, Signing, Wait, decline, frozen_walk, open_link, sign, signer};
use exemplar_store::Fault;
use uuid::Uuid;

use super::{NotDone, Standing};
use crate::apply::{Access, CONFLICT_TRIES, Failure, Manner, zone};
use crate::casework::Tries;
use crate::words::Value;
use crate::{App, chance};

/// What the keyed hashes of these links are for: others than those of links to come back with.
const LINK: &str = "sign link";

/// A link that was drawn and not sent yet.
#[derive(Debug, Clone)]
pub(crate) struct Drawn {
    token: String,
    hashed: String,
    message: MessageId,
    job: JobId,
}

/// What a link turned out to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SignLink {
    /// It opens the second person's part.
    Works,
    /// It was opened before.
    Used,
    /// The person has signed.
    Signed,
    /// Nothing waits for them any more: an answer was changed, they declined, or the time is over.
    Void,
    /// It is not known, or is so old that it was forgotten.
    Unknown,
}

/// What a second person sees.
#[derive(Debug)]
pub struct SignPlace {
    /// The case.
    pub loaded: LoadedCase,
    /// The version whose rules it follows.
    pub definition: Arc<Definition>,
    /// The wait.
    pub wait: Wait,
    /// Their name, as the applicant wrote it.
    pub name: String,
}

impl SignPlace {
    /// The way that the applicant's answers lead, as they were accepted.
    #[must_use]
    pub fn walk(&self) -> Option<Walk<'_>> {
        frozen_walk(&self.loaded, &self.definition, &self.wait)
    }
}

/// What came of opening a link.
#[derive(Debug)]
pub struct OpenLink {
    /// The case.
    pub case: CaseId,
    /// The second person's epoch, which their session must have.
    pub epoch: i32,
}

impl App {
    /// Draws a link.
    pub(crate) fn draw_link(&self) -> Result<Drawn, Fault> {
        let token = data_encoding::BASE64URL_NOPAD.encode(&chance::bytes::<24>()?);
        Ok(Drawn {
            hashed: self.store.keys().hash_text(LINK, "", &token),
            token,
            message: MessageId(Uuid::now_v7()),
            job: JobId(Uuid::now_v7()),
        })
    }

    /// The link as it is sent; none where nobody else must sign. `n` is the place of its message.
    pub(crate) fn sign_link(&self, drawn: &Drawn, walk: &Walk<'_>, n: usize) -> Option<AskToSign> {
        let signer = signer(walk)?;
        let definition = walk.definition();
        let language = walk.language();
        let place = definition.language_index(language).unwrap_or_default();
        let words = self.words.of(language);
        let service = Value::Text(definition.name.get(place));
        let prefix = if place == 0 {
            String::new()
        } else {
            format!("/{language}")
        };
        let until = definition
            .signatory
            .as_ref()?
            .within
            .after(walk.today(), &definition.holidays);
        let until = words.date(until);
        let text = [
            words.with("waiting-sign-email-body", &[("service", service)]),
            words.with("waiting-sign-email-use", &[("date", Value::Text(&until))]),
            format!("{}/{}{prefix}/sign/{}", self.address, definition.id, drawn.token),
            words.get("waiting-sign-email-not-you").to_owned(),
        ];
        let link = LinkMessage {
            hashed: drawn.hashed.clone(),
            message: drawn.message,
            job: drawn.job,
            address: signer.email.clone(),
            language: language.clone(),
            subject: words.with("waiting-sign-email-subject", &[("service", service)]),
            text: text.join("\n\n"),
            n: i32::try_from(n + 1).unwrap_or(i32::MAX),
        };
        Some(AskToSign { signer, link })
    }

    async fn behind(&self, live: &Definition, token: &str) -> Result<Option<(LoadedCase, String)>, Fault> {
        let hashed = self.store.keys().hash_text(LINK, "", token);
        let claim = self.store.find_claim(ClaimKind::ReturnLink, &hashed).await?;
        let now = self.clock.now();
        let Some(claim) = claim.filter(|claim| claim.until.is_none_or(|until| until > now)) else {
            return Ok(None);
        };
        let loaded = self.store.load(claim.owner).await?;
        let loaded = loaded.filter(|loaded| loaded.case.service == live.id);
        Ok(loaded.map(|loaded| (loaded, hashed)))
    }

    /// What a link is. Looking changes nothing.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn look_at_sign_link(&self, live: &Definition, token: &str) -> Result<SignLink, Fault> {
        let Some((loaded, hashed)) = self.behind(live, token).await? else {
            return Ok(SignLink::Unknown);
        };
        let person = loaded.participants.iter().find(|person| person.role == Role::Signatory);
        let is_it = person.is_some_and(|person| person.private.link.as_deref() == Some(hashed.as_str()));
        Ok(match loaded.case.phase {
            Phase::WaitingForOthers if is_it => SignLink::Works,
            Phase::WaitingForOthers => SignLink::Used,
            Phase::Draft => SignLink::Void,
            _ => SignLink::Signed,
        })
    }

    /// Uses a link up. None where it opens nothing any more.
    ///
    /// # Errors
    /// As [`NotDone`] says.
    pub async fn open_sign_link(
        &self,
        live: &Definition,
        token: &str,
        manner: &Manner,
    ) -> Result<Option<OpenLink>, NotDone> {
        for _ in 0..CONFLICT_TRIES {
            let Some((loaded, hashed)) = self.behind(live, token).await? else {
                return Ok(None);
            };
            let Some(person) = loaded.participants.iter().find(|person| person.role == Role::Signatory) else {
                return Ok(None);
            };
            let opened = OpenLink {
                case: loaded.case.id,
                epoch: person.epoch,
            };
            let definition = self.services.version(&self.store, loaded.case.definition).await?;
            let act = self.act_of_signatory(&definition, manner);
            let Ok(outcome) = open_link(loaded, &definition, &hashed, &act) else {
                return Ok(None);
            };
            if self.store.commit(outcome).await? == Committed::Committed {
                return Ok(Some(opened));
            }
        }
        Err(NotDone::Failed(Failure::Conflict))
    }

    fn act_of_signatory(&self, definition: &Definition, manner: &Manner) -> Act {
        Act {
            actor: Actor::Participant(SIGNATORY),
            ..self.act(definition, manner)
        }
    }

    /// What a second person sees whose session reaches a case; none where nothing waits for them.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn sign_place(&self, live: &Definition, access: Access) -> Result<Option<SignPlace>, Fault> {
        Ok(self.place_and_standing(live, access).await?.map(|(place, _)| place))
    }

    async fn place_and_standing(
        &self,
        live: &Definition,
        access: Access,
    ) -> Result<Option<(SignPlace, Standing)>, Fault> {
        let Some(loaded) = self.store.load(access.case).await? else {
            return Ok(None);
        };
        let person = loaded.participants.iter().find(|person| person.role == Role::Signatory);
        let Some(person) = person.filter(|person| person.epoch == access.epoch) else {
            return Ok(None);
        };
        if loaded.case.phase != Phase::WaitingForOthers || loaded.case.service != live.id {
            return Ok(None);
        }
        let name = person.private.name.clone().unwrap_or_default();
        let definition = self.services.version(&self.store, loaded.case.definition).await?;
        let loaded = self.to_decide(&definition, loaded).await?;
        let standing = self.standing(access.case).await?;
        let Some(wait) = standing.wait() else { return Ok(None) };
        let place = SignPlace {
            loaded,
            definition,
            wait,
            name,
        };
        Ok(Some((place, standing)))
    }

    /// Signs as the second person. The case is handed in, or waits for the fee.
    ///
    /// # Errors
    /// As [`NotDone`] says.
    pub async fn sign_case(
        &self,
        live: &Definition,
        access: Access,
        manner: &Manner,
        name: &str,
    ) -> Result<(), NotDone> {
        let signing = Signing {
            name: name.to_owned(),
            end_job: JobId(Uuid::now_v7()),
        };
        self.as_signatory(live, access, manner, |place, standing, act| {
            let SignPlace { loaded, definition, .. } = place;
            sign(loaded.clone(), definition, &standing.on_record(), &signing, act)
        })
        .await
    }

    /// Declines to sign. The case is a draft again, and the applicant is told.
    ///
    /// # Errors
    /// As [`NotDone`] says.
    pub async fn decline_to_sign(
        &self,
        live: &Definition,
        access: Access,
        manner: &Manner,
        reason: &str,
    ) -> Result<(), NotDone> {
        self.as_signatory(live, access, manner, |place, standing, act| {
            let SignPlace { loaded, definition, .. } = place;
            decline(loaded.clone(), definition, &standing.on_record(), reason, act)
        })
        .await
    }

    async fn as_signatory(
        &self,
        live: &Definition,
        access: Access,
        manner: &Manner,
        decide: impl Fn(&SignPlace, &Standing, &Act) -> Result<Outcome, exemplar_core::waiting::Refusal>,
    ) -> Result<(), NotDone> {
        let mut tries = Tries::default();
        while tries.are_left() {
            let found = self.place_and_standing(live, access).await?;
            let (place, standing) = found.ok_or(NotDone::NotFound)?;
            let free = self.free(&place.loaded, &place.definition).await?;
            let mut act = self.act_of_signatory(&place.definition, manner);
            act.no_room = free.no_room(&place.definition);
            act.today = act.now.to_zoned(zone(&place.definition)).date();
            let mut outcome = decide(&place, &standing, &act).map_err(NotDone::Refused)?;
            self.tell_of_phase(&mut outcome, &place.loaded, &place.definition, (&standing, &free))?;
            match self.store.commit(outcome).await? {
                Committed::Committed => {
                    self.wake.notify_one();
                    return Ok(());
                }
                other => tries.count(&other),
            }
        }
        Err(NotDone::Failed(Failure::Conflict))
    }
}

/// The second person's number among the people of a case.
const SIGNATORY: i32 = 1;
