//! A service as its team writes it, read and typed. See `docs/definition.md` for the language.
//!
//! In reading order: [`model`] is what it comes to; [`keys`] every key of the language; [`source`] the files as a tree;
//! [`shape`] their form; [`read`] makes the model; [`check`] looks at the whole; [`example`]s are walked;
//! [`finding`]s are told; [`limits`] bound everything.

mod check;
pub mod example;
pub mod finding;
pub mod keys;
pub mod limits;
mod model;
mod read;
mod shape;
mod source;

pub use example::{Example, StaffAct};
pub use finding::{Finding, Severity};
pub use read::{Checked, read};
pub use source::is_safe_path;

pub use model::{
    AlreadyDone, Calendar, Cases, Casework, ChannelCost, Choices, Deadline, DeadlineCounts, Definition, Done, Duration,
    DurationUnit, EndsAs, Fact, Folder, Help, Keep, Keeping, List, MessageTemplate, Must, Option_, OutcomeRule, Page,
    PageContent, Question, QuestionPlace, Send, Start,
};
