//! One case within a commit: how it was read, and what of it changes.

use std::collections::BTreeMap;

use exemplar_core::id::{CommitId, Name};
use exemplar_core::record::{Case, FIRST, Link, NewEvent, Part, Participant};

use super::check_revision;
use super::digest::{PartDigest, ParticipantDigest, row_digest};
use super::rows::{self, Of, step};
use crate::Fault;
use crate::keys::CaseKey;
use crate::stored::{Attached, Stored};
use crate::value::{Expect, Step, values};
use crate::words::Word;

/// A case that a commit reads, changes or begins.
pub(crate) struct Touched<'a> {
    pub before: Option<&'a Stored>,
    pub after: &'a Case,
    pub commit: CommitId,
    pub attached: Attached,
    pub events: Vec<&'a NewEvent>,
    /// Digests of the people and parts that this commit writes.
    pub participants: BTreeMap<i32, [u8; 32]>,
    pub parts: BTreeMap<(i32, Name), [u8; 32]>,
    /// The case's own row is written, or more than its present people and parts.
    pub whole: bool,
    /// The case's own record changes.
    pub case_changed: bool,
    drawn: Option<CaseKey>,
}

impl<'a> Touched<'a> {
    pub fn read(stored: &'a Stored, commit: CommitId) -> Self {
        Self {
            before: Some(stored),
            after: &stored.case,
            commit,
            attached: stored.attached.clone(),
            events: Vec::new(),
            participants: BTreeMap::new(),
            parts: BTreeMap::new(),
            whole: false,
            case_changed: false,
            drawn: None,
        }
    }

    pub fn new(case: &'a Case, commit: CommitId) -> Result<Self, Fault> {
        check_revision("case", None, case.revision)?;
        Ok(Self {
            before: None,
            after: case,
            commit,
            attached: Attached::default(),
            events: Vec::new(),
            participants: BTreeMap::new(),
            parts: BTreeMap::new(),
            whole: true,
            case_changed: true,
            drawn: Some(CaseKey::draw()?),
        })
    }

    pub fn key(&self) -> &CaseKey {
        match (&self.drawn, self.before) {
            (Some(drawn), _) => drawn,
            (None, Some(stored)) => &stored.key,
            (None, None) => unreachable!("a case is either new or was read"),
        }
    }

    pub fn of(&self) -> Of<'_> {
        Of {
            case: self.after.id,
            organisation: &self.after.organisation,
            key: self.key(),
            commit: self.commit,
        }
    }

    pub fn change_case(&mut self, case: &'a Case) -> Result<(), Fault> {
        let before = self.before.map(|stored| stored.case.revision);
        check_revision("case", before, case.revision)?;
        self.after = case;
        self.whole = true;
        self.case_changed = true;
        Ok(())
    }

    pub fn participant(&mut self, participant: &Participant) -> Result<Step, Fault> {
        let before = self.before.and_then(|stored| stored.participants.get(&participant.n));
        check_revision("participant", before.map(|row| row.revision), participant.revision)?;
        let sealed = rows::seal_participant(self.of(), participant)?;
        let digest = ParticipantDigest {
            n: participant.n,
            role: participant.role.word(),
            epoch: participant.epoch,
            revision: participant.revision,
        };
        self.participants
            .insert(participant.n, digest.of(self.after.id, &sealed));
        self.whole |= participant.revision == FIRST;
        let before = before.map(|row| row.last_commit);
        Ok(rows::participant(self.of(), participant, sealed, before))
    }

    pub fn part(&mut self, part: &Part) -> Result<Step, Fault> {
        let key = (part.participant, part.section.clone());
        let before = self.before.and_then(|stored| stored.parts.get(&key));
        check_revision("part", before.map(|row| row.revision), part.revision)?;
        let sealed = rows::seal_part(self.of(), part)?;
        let digest = PartDigest {
            participant: part.participant,
            section: part.section.as_str(),
            revision: part.revision,
        };
        self.parts.insert(key, digest.of(self.after.id, &sealed));
        self.whole |= part.revision == FIRST;
        let before = before.map(|row| row.last_commit);
        Ok(rows::part(self.of(), part, sealed, before))
    }

    /// Notes the digest of a row that hangs on the case, and hands its statement on.
    pub fn attach(&mut self, letter: u8, n: i32, table: &str, step: Step) -> Step {
        self.attach_as(Attached::key(letter, n), table, step)
    }

    pub fn attach_link(&mut self, link: &Link, step: Step) -> Step {
        self.attach_as(Attached::link_key(link.to, &link.kind), "link", step)
    }

    fn attach_as(&mut self, key: Vec<u8>, table: &str, step: Step) -> Step {
        self.whole = true;
        let digest = row_digest(table, &step.values);
        self.attached.0.insert(key, digest);
        step
    }

    pub fn detach(&mut self, letter: u8, n: i32) {
        self.whole = true;
        self.attached.0.remove(&Attached::key(letter, n));
    }

    /// Whether anything of the case is written that its chain vouches for.
    pub fn changes(&self) -> bool {
        self.whole || !self.participants.is_empty() || !self.parts.is_empty()
    }

    /// A query that finds this commit in a row that it wrote.
    pub fn trace(&self) -> Option<Step> {
        let id = self.after.id.0;
        let commit = self.commit.0;
        if !self.events.is_empty() {
            let sql = "SELECT 1 FROM event WHERE case_id = ?1 AND last_commit = ?2";
            return Some(step(sql, Expect::Any, values![id, commit]));
        }
        if self.whole {
            let sql = "SELECT 1 FROM cases WHERE id = ?1 AND last_commit = ?2";
            return Some(step(sql, Expect::Any, values![id, commit]));
        }
        if !self.parts.is_empty() {
            let sql = "SELECT 1 FROM part WHERE case_id = ?1 AND last_commit = ?2";
            return Some(step(sql, Expect::Any, values![id, commit]));
        }
        if !self.participants.is_empty() {
            let sql = "SELECT 1 FROM participant WHERE case_id = ?1 AND last_commit = ?2";
            return Some(step(sql, Expect::Any, values![id, commit]));
        }
        None
    }
}
