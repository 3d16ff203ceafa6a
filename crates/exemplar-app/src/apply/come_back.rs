//! Saving and coming back: the code, the chosen word, the link, the second fact, leaving.
//!
//! Wrong tries are counted in the store, over all instances, per code and per address. None of the counts keeps the
//! owner out: a count belongs to who guesses, and a link by e-mail opens a way of its own.

use std::collections::BTreeMap;
use std::sync::Arc;

use exemplar_core::apply::{
    self, Act, LINKS_AN_HOUR, LinkMessage, Refusal, SecondFact, is_same_answer, opening_fact, second_fact,
};
use exemplar_core::definition::Definition;
use exemplar_core::id::{CaseId, JobId, MessageId, code_as_given};
use exemplar_core::kind::{Reading, Typed};
use exemplar_core::record::{ClaimKind, Committed, LoadedCase, Outcome, Phase};
use jiff::SignedDuration;
use uuid::Uuid;

use super::{Access, CONFLICT_TRIES, Draft, Failure, Manner, Opened};
use crate::words::Value;
use crate::{App, chance, secret};

/// What the keyed hashes of codes and links are for.
pub(crate) const CODE: &str = "return code";
pub(crate) const LINK: &str = "return link";
const MAIL: &str = "mail address";
const CALLER: &str = "caller";

/// So many tries may one caller make in an hour, over all codes.
pub const TRIES_OF_CALLER: i64 = 15;
/// So many tries may one caller make in an hour at one case.
pub const TRIES_AT_CASE: i64 = 5;
/// The time over which tries are counted, in minutes.
pub const TRIES_MINUTES: i64 = 60;

/// A draft that can be come back to.
#[derive(Debug)]
pub struct Saved {
    /// The draft.
    pub draft: Draft,
    /// The code, as it is shown.
    pub code: String,
}

/// Why a place could not be found or opened.
#[derive(Debug)]
pub enum NotOpened {
    /// Nothing fits what was said. It does not say which of the two was wrong.
    Wrong,
    /// Too many tries: again after this many minutes.
    TooMany(i64),
    /// The browser may no longer reach the case, or it was erased.
    Gone,
    /// The world.
    Failed(Failure),
}

impl<F: Into<Failure>> From<F> for NotOpened {
    fn from(failure: F) -> Self {
        Self::Failed(failure.into())
    }
}

/// What a person says to show who they are.
pub struct Said<'a> {
    /// What was typed as the answer.
    pub typed: &'a Typed,
    /// What was typed as the chosen word.
    pub word: &'a str,
    /// Who asks: an address of the network; none for the operator's own machine, which has no limit.
    pub caller: Option<&'a str>,
}

impl App {
    /// Gives the draft its code, or shows the one that it has. None where nothing was answered yet.
    ///
    /// # Errors
    /// As [`NotOpened`] says.
    pub async fn save_place(
        &self,
        live: &Arc<Definition>,
        access: Access,
        manner: &Manner,
    ) -> Result<Option<Saved>, NotOpened> {
        let act = self.act(live, manner);
        for _ in 0..CONFLICT_TRIES {
            let Opened::Draft(draft) = self.open(live, access).await? else {
                return Err(NotOpened::Gone);
            };
            let Some(loaded) = draft.loaded.clone() else {
                return Ok(None);
            };
            if let Some(code) = draft
                .applicant()
                .and_then(|applicant| applicant.private.return_code.clone())
            {
                return Ok(Some(Saved { draft, code }));
            }
            let code = chance::return_code()?;
            let hashed = self.store.keys().hash_text(CODE, "", &code);
            let outcome = refused(apply::give_code(loaded, &code, hashed, &act))?;
            if self.store.commit(outcome).await? == Committed::Committed {
                return Ok(Some(Saved { draft, code }));
            }
        }
        Err(NotOpened::Failed(Failure::Conflict))
    }

    /// Keeps the word that the person chose.
    ///
    /// # Errors
    /// As [`NotOpened`] says.
    pub async fn choose_word(
        &self,
        live: &Arc<Definition>,
        access: Access,
        manner: &Manner,
        word: &str,
    ) -> Result<(), NotOpened> {
        let hashed = secret::hash(word).await?;
        self.change(live, access, manner, |loaded, act| {
            apply::choose_word(loaded, hashed.clone(), act)
        })
        .await
    }

    /// Ends every session that reaches the case.
    ///
    /// # Errors
    /// As [`NotOpened`] says.
    pub async fn leave(&self, live: &Arc<Definition>, access: Access, manner: &Manner) -> Result<(), NotOpened> {
        self.change(live, access, manner, apply::leave).await
    }

    /// One change of a case by its applicant, tried again after a conflict.
    async fn change(
        &self,
        live: &Arc<Definition>,
        access: Access,
        manner: &Manner,
        decide: impl Fn(LoadedCase, &Act) -> Result<Outcome, Refusal>,
    ) -> Result<(), NotOpened> {
        let act = self.act(live, manner);
        for _ in 0..CONFLICT_TRIES {
            let (Opened::Draft(draft) | Opened::Submitted(draft)) = self.open(live, access).await? else {
                return Err(NotOpened::Gone);
            };
            let Some(loaded) = draft.loaded else {
                return Err(NotOpened::Gone);
            };
            let outcome = refused(decide(loaded, &act))?;
            if self.store.commit(outcome).await? == Committed::Committed {
                return Ok(());
            }
        }
        Err(NotOpened::Failed(Failure::Conflict))
    }

    /// Sends a link to an address. Whether any was sent is not told: who asks sees the same either way.
    ///
    /// # Errors
    /// As [`NotOpened`] says.
    pub async fn send_link(
        &self,
        live: &Arc<Definition>,
        access: Access,
        manner: &Manner,
        email: &str,
    ) -> Result<(), NotOpened> {
        let now = self.clock.now();
        let hashed = self.store.keys().hash(MAIL, "", &email.to_lowercase());
        if self.store.count_guess("mail", hashed, now, hour()).await? > LINKS_AN_HOUR {
            return Ok(());
        }
        let token = data_encoding::BASE64URL_NOPAD.encode(&chance::bytes::<24>()?);
        let link = LinkMessage {
            hashed: self.store.keys().hash_text(LINK, "", &token),
            message: MessageId(Uuid::now_v7()),
            job: JobId(Uuid::now_v7()),
            address: email.to_owned(),
            language: manner.language.clone(),
            subject: String::new(),
            text: String::new(),
            n: 0,
        };
        for _ in 0..CONFLICT_TRIES {
            let Opened::Draft(draft) = self.open(live, access).await? else {
                return Err(NotOpened::Gone);
            };
            let Some(loaded) = draft.loaded.clone() else {
                return Err(NotOpened::Gone);
            };
            let n = self.store.work(access.case).await?.messages.len();
            let (subject, text) = self.link_words(&draft, &loaded, manner, &token);
            let n = i32::try_from(n + 1).unwrap_or(i32::MAX);
            let message = LinkMessage {
                subject,
                text,
                n,
                ..link.clone()
            };
            let outcome = refused(apply::send_link(loaded, message, &self.act(live, manner)))?;
            if self.store.commit(outcome).await? == Committed::Committed {
                self.wake.notify_one();
                return Ok(());
            }
        }
        Err(NotOpened::Failed(Failure::Conflict))
    }

    /// The words of the message with the link. Its address has not been confirmed: it holds no answer.
    fn link_words(&self, draft: &Draft, loaded: &LoadedCase, manner: &Manner, token: &str) -> (String, String) {
        let words = self.words.of(&manner.language);
        let place = draft.definition.language_index(&manner.language).unwrap_or_default();
        let service = draft.definition.name.get(place);
        let prefix = if place == 0 {
            String::new()
        } else {
            format!("/{}", manner.language)
        };
        let address = format!("{}/{}{prefix}/return/{token}", self.address, draft.definition.id);
        let ask = match second_fact(&draft.definition, loaded) {
            SecondFact::Answer(question) => words.with(
                "apply-email-ask",
                &[("called", Value::Text(question.called.get(place)))],
            ),
            SecondFact::Word => words.get("apply-email-ask-word").to_owned(),
            SecondFact::Nothing | SecondFact::NotChosen => String::new(),
        };
        let paragraphs = [
            words.get("apply-email-body").to_owned(),
            words.get("apply-email-use").to_owned(),
            address,
            ask,
            words.get("apply-email-not-you").to_owned(),
        ];
        let text: Vec<String> = paragraphs
            .into_iter()
            .filter(|paragraph| !paragraph.is_empty())
            .collect();
        (
            words.with("apply-email-subject", &[("service", Value::Text(service))]),
            text.join("\n\n"),
        )
    }

    /// The case with this code. It opens nothing yet: the second fact does.
    ///
    /// # Errors
    /// As [`NotOpened`] says.
    pub async fn find_code(&self, code: &str, caller: Option<&str>) -> Result<CaseId, NotOpened> {
        let hashed = self.store.keys().hash_text(CODE, "", &code_as_given(code));
        self.count_caller(caller).await?;
        let claim = self.store.find_claim(ClaimKind::ReturnCode, &hashed).await?;
        claim.map(|claim| claim.owner).ok_or(NotOpened::Wrong)
    }

    /// The case that a link leads to. Looking changes nothing, so that a mail scanner may look as well.
    ///
    /// # Errors
    /// As [`NotOpened`] says.
    pub async fn find_link(&self, token: &str) -> Result<CaseId, NotOpened> {
        let hashed = self.store.keys().hash_text(LINK, "", token);
        let claim = self.store.find_claim(ClaimKind::ReturnLink, &hashed).await?;
        let now = self.clock.now();
        let claim = claim.filter(|claim| claim.until.is_none_or(|until| until > now));
        claim.map(|claim| claim.owner).ok_or(NotOpened::Wrong)
    }

    /// Uses a link up. It opens nothing yet: the second fact does.
    ///
    /// # Errors
    /// [`NotOpened::Wrong`] when somebody was faster.
    pub async fn use_link(&self, live: &Arc<Definition>, token: &str, manner: &Manner) -> Result<CaseId, NotOpened> {
        let case = self.find_link(token).await?;
        let hashed = self.store.keys().hash_text(LINK, "", token);
        for _ in 0..CONFLICT_TRIES {
            let Some(loaded) = self.store.load(case).await? else {
                return Err(NotOpened::Gone);
            };
            // Until the answer is sent, a person may come by it as often as they need; the second fact guards it.
            if Self::is_asked(&loaded) {
                return Ok(case);
            }
            let outcome = refused(apply::use_link(loaded, hashed.clone(), &self.act(live, manner)))?;
            if self.store.commit(outcome).await? == Committed::Committed {
                return Ok(case);
            }
            self.find_link(token).await?;
        }
        Err(NotOpened::Failed(Failure::Conflict))
    }

    /// What a case's owner must say. Where it is nothing, the case can be opened at once.
    ///
    /// # Errors
    /// As [`NotOpened`] says.
    pub async fn for_opening(&self, live: &Arc<Definition>, case: CaseId) -> Result<Draft, NotOpened> {
        let Some(loaded) = self.store.load(case).await? else {
            return Err(NotOpened::Gone);
        };
        if loaded.case.service != live.id {
            return Err(NotOpened::Wrong);
        }
        let definition = self.services.version(&self.store, loaded.case.definition).await?;
        let today = self.clock.now().to_zoned(super::zone(&definition)).date();
        Ok(Draft {
            case,
            loaded: Some(loaded),
            definition,
            today,
        })
    }

    /// Opens a case for who says the second fact.
    ///
    /// # Errors
    /// [`NotOpened::Wrong`] or [`NotOpened::TooMany`]; the tries of one caller do not count against another.
    pub async fn confirm(&self, draft: &Draft, said: &Said<'_>) -> Result<Access, NotOpened> {
        let Some(loaded) = &draft.loaded else {
            return Err(NotOpened::Gone);
        };
        let fact = opening_fact(&draft.definition, loaded);
        let epoch = draft.applicant().map_or(0, |applicant| applicant.epoch);
        let access = Access {
            case: draft.case,
            epoch,
        };
        if matches!(fact, SecondFact::Nothing) {
            return Ok(access);
        }
        self.count_try(draft.case, said.caller).await?;
        let right = match fact {
            SecondFact::Answer(question) => {
                let facts = Reading {
                    today: draft.today,
                    bounds: &BTreeMap::new(),
                    not_offered: &[],
                };
                let stored = draft.answers().first(question.name.as_str()).map(|given| &given.answer);
                let said = question.kind.read(said.typed, &facts).ok();
                said.zip(stored)
                    .is_some_and(|(said, stored)| is_same_answer(&said, stored))
            }
            SecondFact::Word => {
                let hash = draft
                    .applicant()
                    .and_then(|applicant| applicant.private.chosen_word.clone());
                secret::is(said.word, hash.unwrap_or_default()).await?
            }
            SecondFact::Nothing | SecondFact::NotChosen => false,
        };
        if right { Ok(access) } else { Err(NotOpened::Wrong) }
    }

    async fn count_caller(&self, caller: Option<&str>) -> Result<(), NotOpened> {
        let Some(caller) = caller else { return Ok(()) };
        let hashed = self.store.keys().hash(CALLER, "", caller);
        let tries = self
            .store
            .count_guess("caller", hashed, self.clock.now(), hour())
            .await?;
        if tries > TRIES_OF_CALLER {
            Err(NotOpened::TooMany(TRIES_MINUTES))
        } else {
            Ok(())
        }
    }

    async fn count_try(&self, case: CaseId, caller: Option<&str>) -> Result<(), NotOpened> {
        self.count_caller(caller).await?;
        let Some(caller) = caller else { return Ok(()) };
        let hashed = self.store.keys().hash(CALLER, "", &format!("{caller} {case}"));
        let tries = self.store.count_guess("case", hashed, self.clock.now(), hour()).await?;
        if tries > TRIES_AT_CASE {
            Err(NotOpened::TooMany(TRIES_MINUTES))
        } else {
            Ok(())
        }
    }

    /// Whether a case is still a draft.
    #[must_use]
    pub fn is_draft(draft: &Draft) -> bool {
        draft
            .loaded
            .as_ref()
            .is_none_or(|loaded| loaded.case.phase == Phase::Draft)
    }
}

pub(super) fn hour() -> SignedDuration {
    SignedDuration::from_mins(TRIES_MINUTES)
}

/// An applicant's own changes are refused only where the case is gone or sent.
fn refused(outcome: Result<Outcome, Refusal>) -> Result<Outcome, NotOpened> {
    outcome.map_err(|_| NotOpened::Gone)
}
