//! A service as its team writes it, read and typed. See `docs/definition.md` for the language.
//!
//! In reading order: [`model`] is what it comes to, [`rows`] its questions that repeat, [`afterwards`] its part on casework, [`holidays`] the days on which nobody works, [`tasks`] its task list, [`opening`] when it can be used, [`standard`] its evidence and targets, [`equality`] what is asked for figures alone; [`keys`] every key of the language; [`source`] the files as a tree;
//! [`shape`] their form; [`read`] makes the model; [`check`] looks at the whole; [`diff`] compares two versions; [`example`]s are walked;
//! [`organisations`] are who owns services; [`finding`]s are told; [`format`] writes canonical text; [`schema`] is for editors; [`limits`] bound everything.

mod afterwards;
mod check;
pub mod diff;
mod equality;
pub mod example;
pub mod finding;
mod format;
mod holidays;
pub mod keys;
pub mod limits;
mod model;
mod opening;
mod organisations;
mod read;
mod rows;
mod schema;
mod shape;
mod source;
mod standard;
mod tasks;

pub use example::{Example, StaffAct};
pub use finding::{Finding, Severity};
pub use format::{format, format_file};
pub use organisations::{
    CheckedOrganisations, InLanguages, ORGANISATIONS_FILE, Organisation, Organisations, organisations_folder,
    read_organisations,
};
pub use read::{Checked, read};
pub use rows::RowsRules;
pub use schema::schema;
pub use source::is_safe_path;

pub use holidays::Calendar;

pub use afterwards::{
    Casework, ChannelCost, Duration, DurationUnit, Keep, Keeping, MessageTemplate, OutcomeRule, TextMessage,
};
pub use equality::{EqualityQuestion, PREFER_NOT_TO_SAY, equality_answer_id};
pub use model::{
    AlreadyDone, Cases, Choices, Deadline, DeadlineCounts, Definition, Done, EndsAs, Fact, Folder, Help, List, Must,
    Option_, Page, PageContent, Question, QuestionPlace, Send, Start,
};
pub use opening::{Opening, OpeningNow};
pub use standard::{Evidence, Measure, Standard, Target};
pub use tasks::Task;
