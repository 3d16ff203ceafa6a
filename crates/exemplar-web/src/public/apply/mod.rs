//! The applicant's journey, page by page.
//!
//! [`start`], [`question`], with [`task_list`] between the tasks of a long service, [`check_answers`], [`done`] and [`status`] follow one another; [`conflict`] comes between
//! when one question was answered twice. [`rows`] are the pages of answers that repeat. [`already`] stands before them, [`equality`] after them, and [`deadline`] says who is in time, [`opening`] who can begin. [`waiting`] is what an applicant sees of a case that waits for a signature or its fee, [`sign`] what the second person does, [`fee`] what it costs. [`save`] leaves a draft, [`locked`] and [`come_back`] open it again.

pub mod already;
pub mod check_answers;
pub mod come_back;
pub mod conflict;
mod deadline;
pub mod done;
pub mod equality;
mod fee;
pub mod files;
pub mod locked;
mod opening;
pub mod preview;
pub mod question;
pub mod rows;
pub mod save;
mod says;
pub mod sign;
pub mod start;
pub mod status;
pub mod task_list;
pub mod waiting;
