//! The case, its participants and its parts.

use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::work::{MoneyLine, RegisterEntry};
use crate::answer::Answers;
use crate::id::{
    CaseId, CommitId, Digest, Language, Name, OfficeId, OrganisationId, Reference, ServiceId, StaffId, TeamId,
};

/// How often a record was written. A new one has 1.
pub type Revision = i64;

/// Where a case is, in our own fixed words. The service's word for it is its state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Phase {
    /// Being answered by the applicant.
    Draft,
    /// Checked by the applicant; another person's part is missing.
    WaitingForOthers,
    /// Checked by the applicant; the fee is not paid.
    WaitingForPayment,
    /// Handed in.
    Submitted,
    /// Decided; something may still follow, such as an appeal.
    Decided,
    /// Nothing more will happen.
    Closed,
}

/// How a person deals with a service.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// The person's own browser.
    Web,
    /// A call, keyed in by a helper.
    Telephone,
    /// A visit, keyed in by a helper.
    Counter,
    /// A form on paper, keyed in by a helper.
    Paper,
    /// A trusted organisation.
    Intermediary,
    /// Another system.
    Api,
}

/// One case, from its first answer on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Case {
    /// Its key.
    pub id: CaseId,
    /// Who holds it: the owner of the service until it is routed, then the office's organisation.
    pub organisation: OrganisationId,
    /// The office that it was routed to.
    pub office: Option<OfficeId>,
    /// The team that it was routed to.
    pub team: Option<TeamId>,
    /// The caseworker who took it.
    pub assigned_to: Option<StaffId>,
    /// The service.
    pub service: ServiceId,
    /// The version whose rules it follows.
    pub definition: Digest,
    /// Where it is, in our words.
    pub phase: Phase,
    /// Where it is, in the service's words; empty while it is a draft.
    pub state: String,
    /// The channel by which it began.
    pub channel: Channel,
    /// The language that the applicant reads.
    pub language: Language,
    /// What the applicant was given at submission.
    pub reference: Option<Reference>,
    /// When the first answer was saved.
    pub started: Timestamp,
    /// When it was submitted.
    pub submitted: Option<Timestamp>,
    /// The day by which it is to be decided.
    pub due: Option<Date>,
    /// When it was decided.
    pub decided: Option<Timestamp>,
    /// The last day on which somebody worked on it: what the erasure of drafts counts from.
    /// Written with the first save of a day, so that the others need not touch this record.
    pub active_on: Date,
    /// Random, the same for all observations of one attempt, and nowhere else.
    pub attempt: i64,
    /// Why it may not be erased, where that is so: a legal hold.
    pub hold: Option<String>,
    /// How often this record was written.
    pub revision: Revision,
    /// The commit that wrote it last.
    pub last_commit: CommitId,
    /// Raised to end every session and link that reaches this case.
    pub epoch: i32,
    /// The end of its chain of events; none until the chain begins.
    pub head: Option<Head>,
}

/// The end of a chain of events.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Head {
    /// How many events there are.
    pub count: i64,
    /// The hash of the last one.
    pub hash: Digest,
}

/// What somebody is in a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Whose case it is.
    Applicant,
    /// The applicant's partner.
    Partner,
    /// The applicant's employer.
    Employer,
    /// Who signs as well.
    Signatory,
    /// Who helps, with the applicant's consent.
    Helper,
    /// Who acts for the applicant.
    Agent,
}

/// A person in a case. The applicant is number 0.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Participant {
    /// The place among the case's participants, from 0.
    pub n: i32,
    /// What they are in it.
    pub role: Role,
    /// Raised to end this person's sessions and links.
    pub epoch: i32,
    /// Sealed: how to reach them and what they chose.
    pub private: ParticipantPrivate,
    /// How often this record was written.
    pub revision: Revision,
}

/// What is sealed of a participant.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ParticipantPrivate {
    /// The name, where it is known apart from the answers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Where messages go: an e-mail address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// Whether the person has shown that the address is theirs, by a link sent to it.
    #[serde(default)]
    pub email_confirmed: bool,
    /// The code to come back with, as it was shown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub return_code: Option<String>,
    /// The keyed hash of the link that opens the person's own part, until it is used.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<String>,
    /// The word that the person chose as second fact where the definition's question has no answer yet,
    /// as an argon2id hash.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chosen_word: Option<String>,
}

/// The answers of one participant to one section. A small service has one part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Whose answers.
    pub participant: i32,
    /// Which section; `all` where the service has none.
    pub section: Name,
    /// How often this record was written.
    pub revision: Revision,
    /// The commit that wrote it last.
    pub last_commit: CommitId,
    /// What was said.
    pub answers: Answers,
}

/// A case as it was read: all that a decision about it needs.
#[derive(Debug, Clone)]
pub struct LoadedCase {
    /// The case.
    pub case: Case,
    /// Its people, by number.
    pub participants: Vec<Participant>,
    /// Their answers.
    pub parts: Vec<Part>,
    /// What it renews, where it renews something and somebody read that with it.
    pub renews: Option<Box<Renewed>>,
    /// Its money lines, where a decision may pay something back and somebody read them with it.
    pub money: Option<Vec<MoneyLine>>,
    /// What the store needs to write it again: the opened key and the hashes of its rows. Opaque to the rules.
    pub stored: Arc<dyn std::any::Any + Send + Sync>,
}

/// What a case renews, as it was read.
#[derive(Debug, Clone)]
pub struct Renewed {
    /// The entry of the register; none where it is there no more.
    pub entry: Option<RegisterEntry>,
    /// The case that it came from last; none where that was erased.
    pub former: Option<LoadedCase>,
}
