//! A case as it was read, with what the store needs to write it again: its opened key and its rows as they stood.

use std::collections::BTreeMap;
use std::sync::Arc;

use exemplar_core::answer::Answers;
use exemplar_core::id::{CaseId, CommitId, Name, OfficeId, Reference, StaffId, TeamId};
use exemplar_core::record::{Case, Head, LoadedCase, Part, Participant, Revision};
use uuid::Uuid;

use crate::Fault;
use crate::keys::{CaseKey, Keys, WrappedKey};
use crate::seal::BoundTo;
use crate::value::{Row, Value};
use crate::words::Word;

/// What was read of a case, beside what the rules see of it.
pub(crate) struct Stored {
    pub key: CaseKey,
    pub case: Case,
    pub participants: BTreeMap<i32, StoredParticipant>,
    pub parts: BTreeMap<(i32, Name), StoredPart>,
    pub attached: Attached,
}

/// A participant's row.
pub(crate) struct StoredParticipant {
    pub role: &'static str,
    pub epoch: i32,
    pub revision: Revision,
    pub last_commit: Uuid,
    pub sealed: Vec<u8>,
}

/// A part's row.
pub(crate) struct StoredPart {
    pub revision: Revision,
    pub last_commit: Uuid,
    pub sealed: Vec<u8>,
}

/// The digests of the rows that hang on a case, by table and key. They stand in the case's own row, so that a commit
/// can vouch for all of them without reading them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Attached(pub BTreeMap<Vec<u8>, [u8; 32]>);

impl Attached {
    /// A table's letter and a number.
    pub fn key(table: u8, n: i32) -> Vec<u8> {
        let mut key = vec![table];
        key.extend_from_slice(&n.to_be_bytes());
        key
    }

    /// A link's letter, the other case and the kind.
    pub fn link_key(to: CaseId, kind: &str) -> Vec<u8> {
        let mut key = vec![b'l'];
        key.extend_from_slice(to.0.as_bytes());
        key.extend_from_slice(kind.as_bytes());
        key
    }

    pub fn to_bytes(&self) -> Result<Vec<u8>, Fault> {
        let mut bytes = Vec::with_capacity(self.0.len() * 40);
        for (key, digest) in &self.0 {
            let length = u8::try_from(key.len()).map_err(|_| Fault::Defect("the kind of a link is too long".into()))?;
            bytes.push(length);
            bytes.extend_from_slice(key);
            bytes.extend_from_slice(digest);
        }
        Ok(bytes)
    }

    pub fn from_bytes(mut bytes: &[u8]) -> Result<Self, Fault> {
        let cut_off = || Fault::broken("the list of what hangs on a case is cut off");
        let mut attached = BTreeMap::new();
        while let Some((length, rest)) = bytes.split_first() {
            let (key, rest) = rest.split_at_checked(usize::from(*length)).ok_or_else(cut_off)?;
            let (digest, rest) = rest.split_first_chunk().ok_or_else(cut_off)?;
            attached.insert(key.to_vec(), *digest);
            bytes = rest;
        }
        Ok(Self(attached))
    }
}

/// Case, people and parts in one statement, so that they are of one moment. The first column says which row it is, and
/// nothing else does: a database may answer them in any order.
pub(crate) const LOAD: &str = "\
    SELECT 0, c.epoch, c.attempt, c.revision, c.last_commit, c.organisation, k.wrapped, c.started, c.submitted, \
      c.decided, c.head_count, c.assigned_to, c.office, c.team, c.service, c.phase, c.state, c.channel, c.language, \
      c.reference, c.due, c.active_on, c.hold, k.key_id, c.definition, c.head_hash, c.attached \
      FROM cases c JOIN case_key k ON k.case_id = c.id WHERE c.id = ?1 \
    UNION ALL SELECT 1, n, epoch, revision, last_commit, role, sealed, NULL, NULL, NULL, NULL, NULL, NULL, NULL, \
      NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL \
      FROM participant WHERE case_id = ?1 \
    UNION ALL SELECT 2, participant, NULL, revision, last_commit, section, sealed, NULL, NULL, NULL, NULL, NULL, \
      NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL \
      FROM part WHERE case_id = ?1";

/// Puts a case together from the rows of [`LOAD`], and opens what is sealed.
pub(crate) fn assemble(keys: &Keys, id: CaseId, mut rows: Vec<Row>) -> Result<Option<LoadedCase>, Fault> {
    if rows.is_empty() {
        return Ok(None);
    }
    let own = rows.iter().position(|row| row.0.first() == Some(&Value::Int(0)));
    let own = own.ok_or_else(|| Fault::broken("a case has people or answers but no row"))?;
    let mut first = rows.swap_remove(own);
    let wrapped = WrappedKey {
        wrapped: first.bytes(6)?,
        key_id: first.text(23)?,
    };
    let attached = Attached::from_bytes(&first.bytes(26)?)?;
    let case = case_from_row(id, &mut first)?;
    let mut stored = Stored {
        key: CaseKey::unwrap(keys, id, &case.organisation, &wrapped)?,
        case: case.clone(),
        participants: BTreeMap::new(),
        parts: BTreeMap::new(),
        attached,
    };
    let mut participants = Vec::new();
    let mut parts = Vec::new();
    for mut row in rows {
        match row.int(0)? {
            1 => participants.push(participant(&mut stored, &mut row)?),
            _ => parts.push(part(&mut stored, &mut row)?),
        }
    }
    participants.sort_by_key(|participant| participant.n);
    parts.sort_by(|a, b| (a.participant, &a.section).cmp(&(b.participant, &b.section)));
    Ok(Some(LoadedCase {
        case,
        participants,
        parts,
        renews: None,
        money: None,
        stored: Arc::new(stored),
    }))
}

fn case_from_row(id: CaseId, row: &mut Row) -> Result<Case, Fault> {
    let head = match row.maybe(10, Row::int)? {
        Some(count) => Some(Head {
            count,
            hash: row.digest(25)?,
        }),
        None => None,
    };
    Ok(Case {
        id,
        epoch: row.small(1)?,
        attempt: row.int(2)?,
        revision: row.int(3)?,
        last_commit: CommitId(row.uuid(4)?),
        organisation: row.text(5)?.into(),
        started: row.time(7)?,
        submitted: row.maybe(8, Row::time)?,
        decided: row.maybe(9, Row::time)?,
        assigned_to: row.maybe(11, Row::uuid)?.map(StaffId),
        office: row.maybe(12, Row::text)?.map(OfficeId::from),
        team: row.maybe(13, Row::text)?.map(TeamId::from),
        service: row.text(14)?.into(),
        phase: Word::from_word(&row.text(15)?)?,
        state: row.text(16)?,
        channel: Word::from_word(&row.text(17)?)?,
        language: row.text(18)?.into(),
        reference: row.maybe(19, Row::text)?.map(Reference),
        due: row.maybe(20, Row::date)?,
        active_on: row.date(21)?,
        hold: row.maybe(22, Row::text)?,
        definition: row.digest(24)?,
        head,
    })
}

fn participant(stored: &mut Stored, row: &mut Row) -> Result<Participant, Fault> {
    let n = row.small(1)?;
    let epoch = row.small(2)?;
    let revision = row.int(3)?;
    let role: exemplar_core::record::Role = Word::from_word(&row.text(5)?)?;
    let sealed = row.bytes(6)?;
    let bound_to = BoundTo::n("participant", stored.case.id.0, n.into(), revision);
    let private = stored.key.seal.open_record(&bound_to, &sealed)?;
    let row = StoredParticipant {
        role: role.word(),
        epoch,
        revision,
        last_commit: row.uuid(4)?,
        sealed,
    };
    stored.participants.insert(n, row);
    Ok(Participant {
        n,
        role,
        epoch,
        private,
        revision,
    })
}

fn part(stored: &mut Stored, row: &mut Row) -> Result<Part, Fault> {
    let participant = row.small(1)?;
    let revision = row.int(3)?;
    let last_commit = row.uuid(4)?;
    let section = Name::from(row.text(5)?);
    let sealed = row.bytes(6)?;
    let bound_to = BoundTo::named("part", stored.case.id.0, participant.into(), section.as_str(), revision);
    let answers: Answers = stored.key.seal.open_record(&bound_to, &sealed)?;
    let row = StoredPart {
        revision,
        last_commit,
        sealed,
    };
    stored.parts.insert((participant, section.clone()), row);
    Ok(Part {
        participant,
        section,
        revision,
        last_commit: CommitId(last_commit),
        answers,
    })
}

/// What the store keeps in a loaded case.
pub(crate) fn of(loaded: &LoadedCase) -> Result<&Stored, Fault> {
    loaded
        .stored
        .downcast_ref()
        .ok_or_else(|| Fault::Defect("a case in an outcome was not read from the store".into()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_of_what_hangs_on_a_case_is_read_as_it_was_written() {
        let mut attached = Attached::default();
        attached.0.insert(Attached::key(b'd', 1), [1; 32]);
        let other = CaseId(Uuid::from_u128(5));
        attached.0.insert(Attached::link_key(other, "renews"), [2; 32]);
        let bytes = attached.to_bytes().unwrap();
        assert_eq!(Attached::from_bytes(&bytes).unwrap(), attached);
        assert!(Attached::from_bytes(&bytes[..bytes.len() - 1]).is_err());
    }
}
