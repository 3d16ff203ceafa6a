//! Builders of cases and of the outcomes that write them. Set only what matters to the test.

use exemplar_core::answer::{Answer, Answers, Given};
use exemplar_core::id::{CaseId, CommitId, Digest, Name, ObservationId, Reference};
use exemplar_core::record::{
    Actor, Case, Change, Channel, ClaimChange, ClaimKind, DeviceClass, FIRST, LoadedCase, NewEvent, Observation,
    ObservationKind, Outcome, Part, Participant, ParticipantPrivate, Phase, Role,
};
use exemplar_store::Store;
use jiff::Timestamp;
use jiff::civil::{Date, date};
use uuid::Uuid;

/// The day on which tests happen.
#[must_use]
pub fn today() -> Date {
    date(2026, 11, 23)
}

/// So many seconds after the moment at which tests happen.
///
/// # Panics
/// Never for the seconds of some years.
#[must_use]
pub fn at(seconds: i64) -> Timestamp {
    Timestamp::from_second(1_795_434_000 + seconds).unwrap()
}

/// A case that does not exist yet.
#[derive(Debug, Clone)]
pub struct Draft {
    /// The case.
    pub case: Case,
    /// The applicant.
    pub participant: Participant,
    /// The answers.
    pub part: Part,
}

impl Default for Draft {
    fn default() -> Self {
        let commit = CommitId(Uuid::now_v7());
        Self {
            case: Case {
                id: CaseId(Uuid::now_v7()),
                organisation: "council".into(),
                office: None,
                team: None,
                assigned_to: None,
                service: "missed-bin".into(),
                definition: Digest([1; 32]),
                phase: Phase::Draft,
                state: String::new(),
                channel: Channel::Web,
                language: "en".into(),
                reference: None,
                started: at(0),
                submitted: None,
                due: None,
                decided: None,
                active_on: today(),
                attempt: 42,
                hold: None,
                revision: FIRST,
                last_commit: commit,
                epoch: 0,
                head: None,
            },
            participant: Participant {
                n: 0,
                role: Role::Applicant,
                epoch: 0,
                private: ParticipantPrivate::default(),
                revision: FIRST,
            },
            part: Part {
                participant: 0,
                section: "all".into(),
                revision: FIRST,
                last_commit: commit,
                answers: answers(&[("full_name", "Ann Applicant")]),
            },
        }
    }
}

impl Draft {
    /// A draft with these answers.
    #[must_use]
    pub fn answering(pairs: &[(&str, &str)]) -> Self {
        let mut draft = Self::default();
        draft.part.answers = answers(pairs);
        draft
    }

    /// The outcome that begins it.
    #[must_use]
    pub fn begin(&self) -> Outcome {
        let id = self.case.id;
        let mut outcome = Outcome::new(CommitId(Uuid::now_v7()), at(0));
        outcome.changes = vec![
            Change::NewCase(Box::new(self.case.clone())),
            Change::Participant(id, self.participant.clone()),
            Change::Part(id, self.part.clone()),
        ];
        let started = ObservationKind::Started;
        outcome.observations = vec![observation(&self.case, started)];
        outcome
    }
}

/// Answers in words, given by the applicant.
#[must_use]
pub fn answers(pairs: &[(&str, &str)]) -> Answers {
    let given = pairs
        .iter()
        .map(|(question, words)| (Name::from(*question), given(words)));
    Answers(given.collect())
}

/// One answer in words.
#[must_use]
pub fn given(words: &str) -> Given {
    Given {
        answer: Answer::Text(words.to_owned()),
        by: Actor::Participant(0),
        at: at(0),
        channel: Channel::Web,
    }
}

/// Something to count, of a case.
#[must_use]
pub fn observation(case: &Case, kind: ObservationKind) -> Observation {
    Observation {
        id: ObservationId(Uuid::now_v7()),
        organisation: case.organisation.clone(),
        service: case.service.clone(),
        day: today(),
        kind,
        question: None,
        detail: None,
        amount: None,
        channel: case.channel,
        language: case.language.clone(),
        device: DeviceClass::Phone,
        definition: case.definition,
        attempt: case.attempt,
    }
}

/// An outcome that has read a case and changes nothing yet.
#[must_use]
pub fn changed(loaded: &LoadedCase) -> Outcome {
    let mut outcome = Outcome::new(CommitId(Uuid::now_v7()), at(1));
    outcome.read = vec![loaded.clone()];
    outcome
}

/// Saves one answer of the applicant, as each page of a journey does.
///
/// # Panics
/// If the case has no part.
#[must_use]
pub fn save(loaded: &LoadedCase, question: &str, words: &str) -> Outcome {
    let mut outcome = changed(loaded);
    let mut part = loaded.parts[0].clone();
    part.revision += 1;
    part.answers.0.insert(question.into(), given(words));
    outcome.changes = vec![Change::Part(loaded.case.id, part)];
    let mut seen = observation(&loaded.case, ObservationKind::Answered);
    seen.question = Some(question.into());
    outcome.observations = vec![seen];
    outcome
}

/// Submits a case under a reference.
#[must_use]
pub fn submit(loaded: &LoadedCase, reference: &str) -> Outcome {
    let mut outcome = changed(loaded);
    let id = loaded.case.id;
    let mut case = loaded.case.clone();
    case.phase = Phase::Submitted;
    case.state = "received".into();
    case.submitted = Some(at(1));
    case.reference = Some(Reference(reference.to_owned()));
    case.revision += 1;
    outcome.claims = vec![ClaimChange::Take {
        kind: ClaimKind::Reference,
        value: reference.to_owned(),
        owner: id,
        until: None,
    }];
    outcome.events = vec![NewEvent {
        case: id,
        kind: "submitted",
        at: at(1),
        actor: Actor::Participant(0),
        on_behalf_of: None,
        definition: case.definition,
        details: serde_json::json!({ "reference": reference }),
    }];
    let completed = ObservationKind::Completed;
    outcome.observations = vec![observation(&case, completed)];
    outcome.changes = vec![Change::Case(Box::new(case))];
    outcome
}

/// Writes observations in commits of their own, and waits until they are durable.
///
/// # Panics
/// If the store fails.
pub async fn observe_now(store: &Store, observations: Vec<Observation>) {
    for some in observations.chunks(100) {
        let mut outcome = Outcome::new(CommitId(Uuid::now_v7()), at(0));
        outcome.observations = some.to_vec();
        store.commit(outcome).await.unwrap();
    }
}
