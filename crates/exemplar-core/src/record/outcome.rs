//! What one commit writes: all of it, durably, or nothing.

use jiff::Timestamp;

use super::case::{Case, LoadedCase, Part, Participant, Revision};
use super::work::{Decision, File, Link, Message, MoneyLine, NewEvent, Observation, RegisterEntry};
use crate::id::{CaseId, CommitId, JobId, Name, OrganisationId, StaffId};

/// At most this many records of cases, parts and the like change in one commit.
pub const CHANGES_LIMIT: usize = 64;

/// One record that changes, and the revision at which it was read.
///
/// The store refuses the whole commit as a conflict if any of them has been written since.
/// The records carry the revision that they will have: one more than was read, 1 for a new one.
#[derive(Debug, Clone)]
pub enum Change {
    /// A case that does not exist yet, with its people and first parts.
    NewCase(Box<Case>),
    /// A case as it was read, changed.
    Case(Box<Case>),
    /// A person who is new in a case (revision 1), or changed.
    Participant(CaseId, Participant),
    /// Answers, new (revision 1) or changed.
    Part(CaseId, Part),
    /// A decision, new.
    Decision(CaseId, Decision),
    /// A money line, new or in a new state.
    MoneyLine(CaseId, MoneyLine),
    /// A message, new or in a new state.
    Message(CaseId, Message),
    /// A file, new or scanned.
    File(CaseId, File),
    /// A file that was taken away, by its number.
    NoFile(CaseId, i32),
    /// A link, new.
    Link(Link),
    /// A register entry, new (revision 1) or changed.
    RegisterEntry(Box<RegisterEntry>),
    /// Who may see a case, or may not.
    Access(CaseId, OrganisationId, AccessChange),
    /// The words by which staff can find a case, in place of those before.
    SearchTerms(CaseId, OrganisationId, Vec<SearchTerm>),
    /// The words by which everybody finds a register entry, by its register and number, in place of those before.
    RegisterTerms(CaseId, Name, String, Vec<String>),
}

/// Who may see a case, besides what their memberships say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AccessChange {
    /// Nobody but these, in place of those before; with none named, everybody in whose scope it is.
    Restricted(Vec<StaffId>),
    /// Not this person any more: they know somebody in it.
    Hidden(StaffId),
}

/// A word by which staff can find a case. The store keeps only a keyed hash of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SearchTerm {
    /// What kind of word, so that a surname does not find a town.
    pub kind: &'static str,
    /// The word, normalised.
    pub value: String,
}

/// What a claim is on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ClaimKind {
    /// A case's reference.
    Reference,
    /// A code to come back with; the value is kept as a keyed hash.
    ReturnCode,
    /// A link to come back with, by the keyed hash of its token.
    ReturnLink,
    /// A seat of a slot.
    Seat,
    /// A number in a register.
    RegisterNumber,
    /// A provider's payment.
    Payment,
    /// An idempotency key.
    Idempotency,
    /// The mark of a store whose cases are made up.
    Simulated,
}

impl ClaimKind {
    /// The word that is stored.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Reference => "reference",
            Self::ReturnCode => "return_code",
            Self::ReturnLink => "return_link",
            Self::Seat => "seat",
            Self::RegisterNumber => "register_number",
            Self::Payment => "payment",
            Self::Idempotency => "idempotency",
            Self::Simulated => "simulated",
        }
    }
}

/// A claim that is taken or given back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ClaimChange {
    /// Taken: the commit answers [`Committed::Taken`] if somebody has it.
    Take {
        /// On what.
        kind: ClaimKind,
        /// Which one.
        value: String,
        /// Whose it is then.
        owner: CaseId,
        /// Until when, for a hold or a link.
        until: Option<Timestamp>,
    },
    /// Given back. If it is not there, or not this owner's, the whole commit is a conflict:
    /// a link can be used up once only.
    GiveBack {
        /// On what.
        kind: ClaimKind,
        /// Which one.
        value: String,
        /// Whose it was.
        owner: CaseId,
    },
}

/// Something to do after the commit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewJob {
    /// Its key, and the idempotency key outside.
    pub id: JobId,
    /// Which code does it.
    pub kind: &'static str,
    /// The case that it is about.
    pub case: Option<CaseId>,
    /// Not before.
    pub due: Timestamp,
    /// Sealed: what to do.
    pub task: serde_json::Value,
}

/// What an act changes. Made by the rules, written by the store, in one durable commit.
#[derive(Debug, Clone)]
pub struct Outcome {
    /// Drawn before, so that a lost reply can be told from a lost commit.
    pub commit: CommitId,
    /// When the act was.
    pub at: Timestamp,
    /// The cases that were read, whose records may change.
    pub read: Vec<LoadedCase>,
    /// The records that change.
    pub changes: Vec<Change>,
    /// What must be unique.
    pub claims: Vec<ClaimChange>,
    /// What happened, in order.
    pub events: Vec<NewEvent>,
    /// What to count.
    pub observations: Vec<Observation>,
    /// What to do next.
    pub jobs: Vec<NewJob>,
}

impl Outcome {
    /// An outcome that changes nothing yet.
    #[must_use]
    pub fn new(commit: CommitId, at: Timestamp) -> Self {
        Self {
            commit,
            at,
            read: Vec::new(),
            changes: Vec::new(),
            claims: Vec::new(),
            events: Vec::new(),
            observations: Vec::new(),
            jobs: Vec::new(),
        }
    }

    /// The case as it will be, where it changes.
    #[must_use]
    pub fn changed_case(&self) -> Option<&Case> {
        self.changes.iter().find_map(|change| match change {
            Change::Case(case) | Change::NewCase(case) => Some(&**case),
            _ => None,
        })
    }
}

/// What came of a commit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Committed {
    /// All of it is durable.
    Committed,
    /// A record was written since it was read: read and decide again.
    Conflict,
    /// A claim is somebody's.
    Taken {
        /// On what.
        kind: ClaimKind,
        /// Whose it is.
        owner: CaseId,
    },
}

/// The revision that a new record has.
pub const FIRST: Revision = 1;
