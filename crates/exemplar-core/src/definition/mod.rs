//! A service as its team writes it, read and typed. See `docs/definition.md` for the language.

pub mod finding;
pub mod limits;
mod model;
mod source;

pub use model::{
    AlreadyDone, Calendar, Cases, Casework, ChannelCost, Choices, Deadline, DeadlineCounts,
    Definition, Done, Duration, DurationUnit, EndsAs, Fact, Folder, Help, Keep, Keeping, List,
    MessageTemplate, Must, Option_, OutcomeRule, Page, PageContent, Question, Send, Start,
};
