//! Saving answers to a draft. The first answer begins it.

use jiff::civil::Date;

use super::seen::{Seen, seen_page};
use super::{Act, Refusal, WHOLE};
use crate::answer::{Answer, Answers, Given};
use crate::casework::void_checks;
use crate::definition::{Definition, Page};
use crate::id::{CaseId, Name};
use crate::record::{
    Case, Change, FIRST, LoadedCase, NewEvent, Observation, ObservationKind, Outcome, Part, Participant,
    ParticipantPrivate, Phase, Role,
};

/// What a case that does not exist yet will be.
#[derive(Debug, Clone, Copy)]
pub struct NewCase {
    /// Its id, drawn when the person was shown the first question.
    pub id: CaseId,
    /// Random: the attempt that its observations belong to.
    pub attempt: i64,
}

/// The answers to one page, as its form sent them.
#[derive(Debug)]
pub struct PageGiven<'a> {
    /// The page.
    pub page: &'a Page,
    /// The answers, by question.
    pub answers: Vec<(Name, Answer)>,
    /// What the form showed: if something else is stored by now, and it is not what is being saved, nothing is written.
    pub seen: &'a Seen,
}

/// Saves the answers to one page.
///
/// `loaded` is the draft, or none before its first answer; then `new` says what it will be.
///
/// # Errors
/// [`Refusal::AlreadySubmitted`] when the case is no draft any more, [`Refusal::Changed`] as said.
pub fn save_answers(
    loaded: Option<LoadedCase>,
    new: NewCase,
    definition: &Definition,
    given: PageGiven<'_>,
    act: &Act,
) -> Result<Outcome, Refusal> {
    let PageGiven {
        page,
        answers: given,
        seen,
    } = given;
    let Some(loaded) = loaded else {
        return Ok(begin(new, definition, page, given, act));
    };
    if loaded.case.phase != Phase::Draft {
        return Err(Refusal::AlreadySubmitted {
            case: loaded.case.id,
            reference: loaded.case.reference,
        });
    }
    let Some(mut part) = loaded.parts.iter().find(|part| part.participant == 0).cloned() else {
        return Err(Refusal::Gone);
    };
    let stored = |name: &Name| part.answers.get(name.as_str()).map(|given| &given.answer);
    let unchanged = given.iter().all(|(name, answer)| stored(name) == Some(answer));
    if seen_page(page, &part.answers) != *seen && !unchanged {
        return Err(Refusal::Changed);
    }
    let mut outcome = Outcome::new(act.commit, act.now);
    if unchanged {
        // The same again, by a double click or the back button: it is stored already.
        return Ok(outcome);
    }
    let first_time = given.iter().any(|(name, _)| part.answers.get(name.as_str()).is_none());
    if !definition.casework.checks.is_empty() {
        let changed = given.iter().filter(|(name, answer)| stored(name) != Some(answer));
        let changed: Vec<Name> = changed.map(|(name, _)| name.clone()).collect();
        void_checks(&mut part.answers, definition, &changed);
    }
    put(&mut part.answers, given, act);
    part.revision += 1;
    part.last_commit = act.commit;
    outcome.changes.push(Change::Part(loaded.case.id, part));
    if loaded.case.head.is_some() {
        outcome.events.push(answered(&loaded.case, page, act));
    }
    if first_time {
        outcome.observations.push(observation(
            definition,
            ObservationKind::Answered,
            page,
            loaded.case.attempt,
            act,
            0,
        ));
    }
    if loaded.case.active_on != act.today {
        outcome
            .changes
            .push(Change::Case(Box::new(active_today(&loaded.case, act.today, act))));
    }
    outcome.read.push(loaded);
    Ok(outcome)
}

/// What the record of a draft says that waited before: from then on each change of it is on record.
fn answered(case: &Case, page: &Page, act: &Act) -> NewEvent {
    NewEvent {
        case: case.id,
        kind: "answered",
        at: act.now,
        actor: act.actor.clone(),
        on_behalf_of: None,
        definition: case.definition,
        details: serde_json::json!({ "page": page.name }),
    }
}

/// The case on its first save of a day: what the erasure of drafts counts from.
fn active_today(case: &Case, today: Date, act: &Act) -> Case {
    Case {
        active_on: today,
        revision: case.revision + 1,
        last_commit: act.commit,
        language: act.language.clone(),
        ..case.clone()
    }
}

/// A draft begins with the first answer, not with a visit.
fn begin(new: NewCase, definition: &Definition, page: &Page, given: Vec<(Name, Answer)>, act: &Act) -> Outcome {
    let mut outcome = begin_draft(new, definition, Some(page.name.clone()), act);
    for change in &mut outcome.changes {
        if let Change::Part(_, part) = change {
            put(&mut part.answers, given, act);
            break;
        }
    }
    let kind = ObservationKind::Answered;
    let answered = observation(definition, kind, page, new.attempt, act, 1);
    outcome.observations.push(answered);
    outcome
}

/// A draft without answers, that begins on a page.
pub(crate) fn begin_draft(new: NewCase, definition: &Definition, page: Option<Name>, act: &Act) -> Outcome {
    let mut outcome = Outcome::new(act.commit, act.now);
    outcome.changes.push(Change::NewCase(Box::new(Case {
        id: new.id,
        organisation: definition.organisation.clone(),
        office: None,
        team: None,
        assigned_to: None,
        service: definition.id.clone(),
        definition: definition.digest,
        phase: Phase::Draft,
        state: String::new(),
        channel: act.channel,
        language: act.language.clone(),
        reference: None,
        started: act.now,
        submitted: None,
        due: None,
        decided: None,
        active_on: act.today,
        attempt: new.attempt,
        hold: None,
        revision: FIRST,
        last_commit: act.commit,
        epoch: 0,
        head: None,
    })));
    outcome.changes.push(Change::Participant(
        new.id,
        Participant {
            n: 0,
            role: Role::Applicant,
            epoch: 0,
            private: ParticipantPrivate::default(),
            revision: FIRST,
        },
    ));
    outcome.changes.push(Change::Part(
        new.id,
        Part {
            participant: 0,
            section: Name::from(WHOLE),
            revision: FIRST,
            last_commit: act.commit,
            answers: Answers::default(),
        },
    ));
    outcome.observations.push(observed(
        (definition, ObservationKind::Started),
        page,
        new.attempt,
        act,
        0,
    ));
    outcome
}

/// Puts answers that were given into those of a part.
pub(crate) fn put(answers: &mut Answers, given: Vec<(Name, Answer)>, act: &Act) {
    for (name, answer) in given {
        let given = Given {
            answer,
            by: act.actor.clone(),
            at: act.now,
            channel: act.channel,
        };
        answers.0.insert(name, given);
    }
}

/// An observation of this act; `nth` says which of the act's ids it takes.
pub(super) fn observation(
    definition: &Definition,
    kind: ObservationKind,
    page: &Page,
    attempt: i64,
    act: &Act,
    nth: usize,
) -> Observation {
    observed((definition, kind), Some(page.name.clone()), attempt, act, nth)
}

fn observed(
    (definition, kind): (&Definition, ObservationKind),
    page: Option<Name>,
    attempt: i64,
    act: &Act,
    nth: usize,
) -> Observation {
    Observation {
        id: act.observations[nth],
        organisation: definition.organisation.clone(),
        service: definition.id.clone(),
        day: act.today,
        kind,
        question: page,
        detail: None,
        amount: None,
        channel: act.channel,
        language: act.language.clone(),
        device: act.device,
        definition: definition.digest,
        attempt,
    }
}
