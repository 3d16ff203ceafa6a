//! Opening a case for its applicant.

use std::sync::{Arc, LazyLock};

use exemplar_core::answer::Answers;
use exemplar_core::apply::{Seen, seen_all, seen_page};
use exemplar_core::definition::{Definition, Page};
use exemplar_core::id::CaseId;
use exemplar_core::journey::{Setting, Walk};
use exemplar_core::record::{LoadedCase, Observation, ObservationKind, Participant, Phase};
use exemplar_store::Fault;
use jiff::civil::Date;

use super::{Access, Manner, zone};
use crate::{App, chance};

/// A draft with the version whose rules it follows; before its first answer, the live one.
#[derive(Debug, Clone)]
pub struct Draft {
    /// The id that it has or will have.
    pub case: CaseId,
    /// As it was read; none before the first answer.
    pub loaded: Option<LoadedCase>,
    /// The version.
    pub definition: Arc<Definition>,
    /// The day of the request in the service's time zone.
    pub today: Date,
}

/// What a browser's case turned out to be.
#[derive(Debug, Clone)]
pub enum Opened {
    /// A draft, or one that is yet to begin.
    Draft(Draft),
    /// A case that was submitted.
    Submitted(Draft),
    /// Another browser ended this one's access, or the case was erased.
    Gone,
}

static NO_ANSWERS: LazyLock<Answers> = LazyLock::new(Answers::default);

impl Draft {
    /// The applicant's answers.
    #[must_use]
    pub fn answers(&self) -> &Answers {
        self.loaded
            .as_ref()
            .and_then(|loaded| loaded.parts.iter().find(|part| part.participant == 0))
            .map_or(&NO_ANSWERS, |part| &part.answers)
    }

    /// The applicant.
    #[must_use]
    pub fn applicant(&self) -> Option<&Participant> {
        self.loaded
            .as_ref()?
            .participants
            .iter()
            .find(|participant| participant.n == 0)
    }

    /// The way through the definition with these answers.
    #[must_use]
    pub fn walk(&self, manner: &Manner) -> Walk<'_> {
        let setting = Setting {
            today: self.today,
            language: manner.language.clone(),
            channel: manner.channel,
        };
        Walk::new(&self.definition, self.answers(), setting)
    }

    /// What a form on `page` must say it was made from.
    #[must_use]
    pub fn seen_page(&self, page: &Page) -> Seen {
        seen_page(page, self.answers())
    }

    /// What check-answers must say it was made from.
    #[must_use]
    pub fn seen_all(&self, walk: &Walk<'_>) -> Seen {
        seen_all(self.answers(), walk.questions().map(|question| &question.name))
    }

    /// Whether what is stored tells something about a person, so that it takes a second fact to open it again.
    #[must_use]
    pub fn is_personal(&self) -> bool {
        self.answers().0.keys().any(|name| {
            self.definition
                .question(name)
                .is_none_or(|question| question.kind.personal())
        })
    }
}

impl App {
    /// Opens the case that a session holds for a service.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn open(&self, live: &Arc<Definition>, access: Access) -> Result<Opened, Fault> {
        let now = self.clock.now();
        let Some(loaded) = self.store.load(access.case).await? else {
            let today = now.to_zoned(zone(live)).date();
            let draft = Draft {
                case: access.case,
                loaded: None,
                definition: Arc::clone(live),
                today,
            };
            return Ok(Opened::Draft(draft));
        };
        let epoch = loaded
            .participants
            .iter()
            .find(|participant| participant.n == 0)
            .map(|applicant| applicant.epoch);
        if epoch != Some(access.epoch) || loaded.case.service != live.id {
            return Ok(Opened::Gone);
        }
        let definition = if loaded.case.definition == live.digest {
            Arc::clone(live)
        } else {
            self.services.version(&self.store, loaded.case.definition).await?
        };
        let today = now.to_zoned(zone(&definition)).date();
        let submitted = loaded.case.phase != Phase::Draft;
        let draft = Draft {
            case: access.case,
            loaded: Some(loaded),
            definition,
            today,
        };
        Ok(if submitted {
            Opened::Submitted(draft)
        } else {
            Opened::Draft(draft)
        })
    }
}

impl App {
    /// Counts the answer to the satisfaction question: 1 is very dissatisfied, 5 very satisfied.
    pub fn observe_satisfaction(&self, draft: &Draft, level: i64, manner: &Manner) {
        self.store.observe(vec![Observation {
            id: chance::observation_id(),
            organisation: draft.definition.organisation.clone(),
            service: draft.definition.id.clone(),
            day: draft.today,
            kind: ObservationKind::Satisfaction,
            question: None,
            detail: None,
            amount: Some(level),
            channel: manner.channel,
            language: manner.language.clone(),
            device: manner.device,
            definition: draft.definition.digest,
            attempt: draft.loaded.as_ref().map_or(0, |loaded| loaded.case.attempt),
        }]);
    }
}
