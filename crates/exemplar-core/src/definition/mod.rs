//! A service as its team writes it, read and typed. See `docs/definition.md` for the language.
//!
//! In reading order: [`model`] is what it comes to, [`rows`] its questions that repeat, [`fact`] what is worked out, [`afterwards`] its part on casework, [`deciding`] how a case comes to be decided, [`issues`] what a decision issues, [`holidays`] the days on which nobody works, [`tasks`] its task list, [`opening`] when it can be used, [`fee`] what it costs, [`signatory`] who signs besides, [`slots`] which times can be booked, [`sending`] when messages go and to whom, [`standard`] its evidence and targets, [`equality`] what is asked for figures alone; [`keys`] every key of the language; [`source`] the files as a tree;
//! [`shape`] their form; [`read`] makes the model; [`check`] looks at the whole; [`diff`] compares two versions; [`example`]s are walked;
//! [`organisations`] are who owns services, [`owners`] holds definitions against them; [`outline`] says in short what one holds; [`finding`]s are told; [`translation`] hands texts to translators and takes them back; [`format`] writes canonical text; [`schema`] is for editors; [`limits`] bound everything.

mod afterwards;
mod asks;
mod check;
mod deciding;
pub mod diff;
mod equality;
pub mod example;
mod fact;
mod fee;
pub mod finding;
mod format;
mod holidays;
mod issues;
pub mod keys;
pub mod limits;
mod model;
mod opening;
mod organisations;
mod outline;
mod owners;
mod read;
mod rows;
mod schema;
mod sending;
mod shape;
mod signatory;
mod slots;
mod source;
mod standard;
mod tasks;
pub mod translation;

pub use example::{Example, Ignored, PageMet, Path, StaffAct, WhyIgnored, paths};
pub use finding::{Finding, Severity};
pub use format::{format, format_file};
pub use organisations::{
    CheckedOrganisations, InLanguages, ORGANISATIONS_FILE, Organisation, Organisations, organisations_folder,
    read_organisations,
};
pub use outline::{FactOutline, FeeOutline, Outline, PageOutline, PageRole, QuestionOutline, TaskOutline};
pub use owners::not_among;
pub use read::{Checked, channel, read};
pub use rows::{FixedRows, GRID, RowsRules, TABLE, rows_at_most};
pub use schema::schema;
pub use shape::{can_be_name, can_be_option};
pub use source::is_safe_path;

pub use holidays::Calendar;

pub use afterwards::{
    Casework, ChannelCost, Duration, DurationUnit, IssueEnds, Keep, Keeping, MessageTemplate, OutcomeRule, RefundRule,
    TextMessage,
};
pub use asks::{AskRule, Otherwise};
pub use deciding::{Automatic, CheckRule, Stage};
pub use equality::{EqualityQuestion, PREFER_NOT_TO_SAY, equality_answer_id};
pub use fact::Fact;
pub use fee::{Fee, FeeLine, Payment};
pub use issues::{Certificate, Issue, Pays, Renew, SearchedBy, Shown};
pub use model::{
    AlreadyDone, Cases, Choices, Deadline, DeadlineCounts, Definition, Done, EndsAs, Folder, Help, List, Must, Option_,
    Page, PageContent, Question, QuestionPlace, Send, Start,
};
pub use opening::{Opening, OpeningNow};
pub use sending::{Moment, Recipient, Sending, Shift, kind_for, means_for};
pub use signatory::Signatory;
pub use slots::{
    CHOICES_AT_MOST, ClosedDay, DAYS_AT_MOST, NEEDS_AT_MOST, NotOffered, OneForEach, PLACES_AT_MOST, SlotCalendar,
    WeeklyTime, read_time, write_time,
};
pub use standard::{Evidence, Measure, Standard, Target};
pub use tasks::Task;
