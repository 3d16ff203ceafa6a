//! The rows of a case, its people and its parts as they are written: for each its statement and values. When to write
//! them is decided in [`super`].

use std::borrow::Cow;

use exemplar_core::id::{CaseId, CommitId, OrganisationId};
use exemplar_core::record::{Case, Head, Part, Participant};
use jiff::Timestamp;

use crate::Fault;
use crate::keys::{CaseKey, WrappedKey};
use crate::seal::BoundTo;
use crate::stored::Attached;
use crate::value::{Expect, Step, Value, text, values};
use crate::words::Word;

pub(crate) fn step(sql: impl Into<Cow<'static, str>>, expect: Expect, values: Vec<Value>) -> Step {
    Step {
        sql: sql.into(),
        values,
        expect,
    }
}

/// What of a case's row its chain vouches for: all but its last commit, the end of the chain and the list of digests,
/// which follow from the rest.
pub(crate) fn case_in_digest(case: &Case) -> Vec<Value> {
    values![
        case.id.0,
        text(case.organisation.as_str()),
        case.office.as_ref().map(|id| text(id.as_str())),
        case.team.as_ref().map(|id| text(id.as_str())),
        case.assigned_to.map(|id| id.0),
        text(case.service.as_str()),
        case.definition,
        case.phase.word(),
        text(&case.state),
        case.channel.word(),
        text(case.language.as_str()),
        case.reference.as_ref().map(|reference| text(&reference.0)),
        case.started,
        case.submitted,
        case.due,
        case.decided,
        case.active_on,
        case.attempt,
        case.hold.as_deref().map(text),
        case.revision,
        case.epoch
    ]
}

/// What else stands in a case's row.
pub(crate) struct CaseEnd<'a> {
    pub commit: CommitId,
    pub at: Timestamp,
    pub head: Option<Head>,
    pub attached: &'a Attached,
}

impl CaseEnd<'_> {
    fn values(&self) -> Result<Vec<Value>, Fault> {
        Ok(values![
            self.commit.0,
            self.head.map(|head| head.count),
            self.head.map(|head| head.hash),
            self.head.map(|_| self.at),
            self.attached.to_bytes()?
        ])
    }
}

const INSERT_CASE: &str = "INSERT INTO cases (id, organisation, office, team, assigned_to, service, definition, \
    phase, state, channel, language, reference, started, submitted, due, decided, active_on, attempt, hold, revision, \
    epoch, last_commit, head_count, head_hash, head_at, attached) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, \
    ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24, ?25, ?26) ON CONFLICT DO NOTHING";

const UPDATE_CASE: &str = "UPDATE cases SET organisation = ?2, office = ?3, team = ?4, assigned_to = ?5, \
    service = ?6, definition = ?7, phase = ?8, state = ?9, channel = ?10, language = ?11, reference = ?12, \
    started = ?13, submitted = ?14, due = ?15, decided = ?16, active_on = ?17, attempt = ?18, hold = ?19, \
    revision = ?20, epoch = ?21, last_commit = ?22, head_count = ?23, head_hash = ?24, head_at = ?25, attached = ?26 \
    WHERE id = ?1 AND last_commit = ?27";

const TOUCH_CASE: &str = "UPDATE cases SET last_commit = ?2, head_count = ?3, head_hash = ?4, head_at = ?5, \
    attached = ?6 WHERE id = ?1 AND last_commit = ?7";

pub(crate) fn insert_case(case: &Case, end: &CaseEnd<'_>) -> Result<Step, Fault> {
    let mut values = case_in_digest(case);
    values.extend(end.values()?);
    Ok(step(INSERT_CASE, Expect::Guard, values))
}

pub(crate) fn update_case(case: &Case, end: &CaseEnd<'_>, before: CommitId) -> Result<Step, Fault> {
    let mut values = case_in_digest(case);
    values.extend(end.values()?);
    values.push(before.0.into());
    Ok(step(UPDATE_CASE, Expect::Guard, values))
}

pub(crate) fn touch_case(id: CaseId, end: &CaseEnd<'_>, before: CommitId) -> Result<Step, Fault> {
    let mut values = values![id.0];
    values.extend(end.values()?);
    values.push(before.0.into());
    Ok(step(TOUCH_CASE, Expect::Guard, values))
}

/// The wrapped key of a new case, or of one that another organisation holds from now on.
pub(crate) fn case_key(case: CaseId, organisation: &OrganisationId, key: WrappedKey) -> Step {
    step(
        "INSERT INTO case_key (case_id, organisation, key_id, wrapped) VALUES (?1, ?2, ?3, ?4) \
         ON CONFLICT (case_id) DO UPDATE SET organisation = excluded.organisation, key_id = excluded.key_id, \
         wrapped = excluded.wrapped",
        Expect::Guard,
        values![case.0, text(organisation.as_str()), key.key_id, key.wrapped],
    )
}

/// The case that a row belongs to, who holds it, and its key.
#[derive(Clone, Copy)]
pub(crate) struct Of<'a> {
    pub case: CaseId,
    pub organisation: &'a OrganisationId,
    pub key: &'a CaseKey,
    pub commit: CommitId,
}

impl Of<'_> {
    pub fn organisation(self) -> Value {
        text(self.organisation.as_str())
    }
}

pub(crate) fn seal_participant(of: Of<'_>, participant: &Participant) -> Result<Vec<u8>, Fault> {
    let n = i64::from(participant.n);
    let bound_to = BoundTo::n("participant", of.case.0, n, participant.revision);
    of.key.seal.seal_record(&bound_to, &participant.private)
}

pub(crate) fn participant(of: Of<'_>, participant: &Participant, sealed: Vec<u8>, before: Option<uuid::Uuid>) -> Step {
    let mut values = values![
        of.case.0,
        participant.n,
        participant.role.word(),
        participant.epoch,
        participant.revision,
        of.commit.0,
        sealed
    ];
    let sql = if let Some(before) = before {
        values.push(before.into());
        "UPDATE participant SET role = ?3, epoch = ?4, revision = ?5, last_commit = ?6, sealed = ?7 \
         WHERE case_id = ?1 AND n = ?2 AND last_commit = ?8"
    } else {
        values.push(of.organisation());
        "INSERT INTO participant (case_id, n, role, epoch, revision, last_commit, sealed, organisation) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT DO NOTHING"
    };
    step(sql, Expect::Guard, values)
}

pub(crate) fn seal_part(of: Of<'_>, part: &Part) -> Result<Vec<u8>, Fault> {
    let bound_to = BoundTo::named(
        "part",
        of.case.0,
        part.participant.into(),
        part.section.as_str(),
        part.revision,
    );
    of.key.seal.seal_record(&bound_to, &part.answers)
}

pub(crate) fn part(of: Of<'_>, part: &Part, sealed: Vec<u8>, before: Option<uuid::Uuid>) -> Step {
    let size = i64::try_from(sealed.len()).unwrap_or(i64::MAX);
    let mut values = values![
        of.case.0,
        part.participant,
        text(part.section.as_str()),
        part.revision,
        of.commit.0,
        size,
        sealed
    ];
    let sql = if let Some(before) = before {
        values.push(before.into());
        "UPDATE part SET revision = ?4, last_commit = ?5, size = ?6, sealed = ?7 \
         WHERE case_id = ?1 AND participant = ?2 AND section = ?3 AND last_commit = ?8"
    } else {
        values.push(of.organisation());
        "INSERT INTO part (case_id, participant, section, revision, last_commit, size, sealed, organisation) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT DO NOTHING"
    };
    step(sql, Expect::Guard, values)
}

/// Marks a participant as it was read, so that a change decided before this commit no longer fits.
pub(crate) fn fence_participant(of: Of<'_>, n: i32, before: uuid::Uuid) -> Step {
    step(
        "UPDATE participant SET last_commit = ?3 WHERE case_id = ?1 AND n = ?2 AND last_commit = ?4",
        Expect::Guard,
        values![of.case.0, n, of.commit.0, before],
    )
}

/// Marks a part as it was read, so that a save decided before this commit no longer fits.
pub(crate) fn fence_part(of: Of<'_>, participant: i32, section: &str, before: uuid::Uuid) -> Step {
    step(
        "UPDATE part SET last_commit = ?4 \
         WHERE case_id = ?1 AND participant = ?2 AND section = ?3 AND last_commit = ?5",
        Expect::Guard,
        values![of.case.0, participant, text(section), of.commit.0, before],
    )
}
