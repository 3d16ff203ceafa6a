//! What hangs on a case: events, looks, decisions, money, messages, files, links, register entries, observations.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::case::{Channel, Revision};
use crate::id::{
    CaseId, Digest, Language, MessageId, Name, ObservationId, OrganisationId, ServiceId, StaffId, WriterId,
};

/// Who acts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Actor {
    /// A participant of the case, by number; 0 is the applicant.
    Participant(i32),
    /// A member of staff.
    Staff(StaffId),
    /// A job, by its kind.
    Job(String),
    /// Another system, by its name.
    Integration(String),
}

/// Something that happened to a case and is to be recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewEvent {
    /// The case.
    pub case: CaseId,
    /// What happened, in the past tense: `submitted`, `decided`.
    pub kind: &'static str,
    /// When.
    pub at: Timestamp,
    /// Who did it.
    pub actor: Actor,
    /// For whom, where that is another person.
    pub on_behalf_of: Option<Actor>,
    /// The version whose rules were applied.
    pub definition: Digest,
    /// Sealed: the details.
    pub details: serde_json::Value,
}

/// A recorded event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// Its place in the case's chain, from 1.
    pub n: i64,
    /// What happened.
    pub kind: String,
    /// When.
    pub at: Timestamp,
    /// Who did it.
    pub actor: Actor,
    /// For whom.
    pub on_behalf_of: Option<Actor>,
    /// The version whose rules were applied.
    pub definition: Digest,
    /// The details; none where the case was erased.
    pub details: Option<serde_json::Value>,
    /// Its hash, which covers the one before.
    pub hash: Digest,
}

/// A look by staff at a case or a list. Not a change: it goes to a log of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Look {
    /// The instance that writes it.
    pub writer: WriterId,
    /// For which organisation the person looked.
    pub organisation: OrganisationId,
    /// Who looked.
    pub staff: StaffId,
    /// At which case; none for a list, a search or an export.
    pub case: Option<CaseId>,
    /// At which list, search or export.
    pub list: Option<String>,
    /// Why: the page, or the reason that was given.
    pub reason: String,
    /// When.
    pub at: Timestamp,
}

/// What a decision record is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DecisionStep {
    /// Proposed, for a second person to approve.
    Recommended,
    /// Made.
    Decided,
    /// Made again.
    Reconsidered,
    /// Challenged.
    Appealed,
}

/// A decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// Its place among the case's decisions, from 1.
    pub n: i32,
    /// What it is.
    pub step: DecisionStep,
    /// The outcome's name in the definition.
    pub outcome: Name,
    /// Who made it.
    pub by: Actor,
    /// Who approved it.
    pub approved_by: Option<StaffId>,
    /// From when it holds.
    pub takes_effect: Date,
    /// Sealed: reasons and the trace of rules.
    pub reasons: serde_json::Value,
}

/// What a money line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MoneyKind {
    /// To be paid.
    Charge,
    /// Less, for a group of people.
    Concession,
    /// Less, for one person.
    Waiver,
    /// Paid.
    Payment,
    /// Paid back.
    Refund,
}

/// Money in a case: never a number on the case itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MoneyLine {
    /// Its place among the case's money lines, from 1.
    pub n: i32,
    /// What it is.
    pub kind: MoneyKind,
    /// In the smallest coin of the currency.
    pub minor_units: i64,
    /// ISO 4217.
    pub currency: String,
    /// How it was or will be paid.
    pub means: String,
    /// What the provider calls it.
    pub provider_reference: Option<String>,
    /// Where it is.
    pub state: String,
}

/// How a message goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Means {
    /// By SMTP.
    Email,
    /// To a telephone.
    Text,
    /// By post.
    Letter,
}

/// Where a message is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MessageState {
    /// Waits for its job, or, a letter, for the post.
    Waiting,
    /// Handed over to the post, the mail server, or the network.
    Sent,
    /// Given up after all tries.
    Failed,
}

/// A message to a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// Its key.
    pub id: MessageId,
    /// Its place among the case's messages, from 1.
    pub n: i32,
    /// The name in the definition, or one of ours, such as `return_link`.
    pub event: Name,
    /// How it goes.
    pub means: Means,
    /// Its language.
    pub language: Language,
    /// Where it is.
    pub state: MessageState,
    /// How often it was tried.
    pub tries: i32,
    /// When it was made.
    pub at: Timestamp,
    /// Sealed: to whom.
    pub address: String,
    /// Sealed: the first line.
    pub subject: String,
    /// Sealed: the text, in Markdown.
    pub text: String,
}

/// What is known of a file's content.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ScanState {
    /// Not looked at.
    Unscanned,
    /// Nothing found.
    Clean,
    /// Refused.
    Infected,
}

/// A file of a case; its content is in the object store.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Its place among the case's files, from 1.
    pub n: i32,
    /// In bytes.
    pub size: i64,
    /// Sniffed, not as claimed.
    pub media_type: String,
    /// What the scanner said.
    pub scan: ScanState,
    /// Sealed: as the person named it.
    pub name: String,
}

/// How one case belongs to another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// The later case.
    pub from: CaseId,
    /// The earlier case.
    pub to: CaseId,
    /// `renews`, `appeals`, `repeats`, `belongs_with`.
    pub kind: String,
}

/// What was issued. It outlives its case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegisterEntry {
    /// The register.
    pub register: Name,
    /// Unique in it.
    pub number: String,
    /// The case that it came from.
    pub case: CaseId,
    /// Where it is.
    pub state: String,
    /// First day.
    pub from: Date,
    /// Last day.
    pub until: Option<Date>,
    /// What the definition calls public.
    pub public: serde_json::Value,
    /// The rest, sealed under the register's key.
    pub private: serde_json::Value,
    /// By what it stands in a list, in small letters; empty where nothing is public.
    pub called: String,
    /// When it was written last.
    pub updated: Timestamp,
    /// How often this record was written.
    pub revision: Revision,
}

/// What an observation is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ObservationKind {
    /// A draft began with its first answer.
    Started,
    /// A question was answered for the first time.
    Answered,
    /// A page was refused with an error; `detail` names the rule.
    Refused,
    /// A draft was opened again after it was left.
    Resumed,
    /// The journey ended at an exit page.
    Ineligible,
    /// Submitted.
    Completed,
    /// Given up: erased unfinished.
    Failed,
    /// Decided; `detail` names the outcome, `amount` the days it took.
    Decided,
    /// The satisfaction question; `amount` is 1 (very dissatisfied) to 5 (very satisfied).
    Satisfaction,
    /// Volume of another channel, entered by staff; `amount` is how many.
    Volume,
}

/// The class of a device, from its user agent: no more is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DeviceClass {
    /// A telephone.
    Phone,
    /// A tablet.
    Tablet,
    /// Anything with a keyboard.
    Computer,
    /// Cannot be told, or no device.
    Other,
}

/// One thing to count. It holds no case id and nothing personal, and outlives erasure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Observation {
    /// Its key.
    pub id: ObservationId,
    /// Who owns the service.
    pub organisation: OrganisationId,
    /// The service.
    pub service: ServiceId,
    /// The day, in the organisation's time zone.
    pub day: Date,
    /// What it is of.
    pub kind: ObservationKind,
    /// The question or page.
    pub question: Option<Name>,
    /// The rule, outcome or reason, by name.
    pub detail: Option<String>,
    /// How many, how long (days) or which level, by kind.
    pub amount: Option<i64>,
    /// The channel.
    pub channel: Channel,
    /// The language.
    pub language: Language,
    /// The device.
    pub device: DeviceClass,
    /// The version of the definition.
    pub definition: Digest,
    /// Random, the same for one attempt.
    pub attempt: i64,
}
