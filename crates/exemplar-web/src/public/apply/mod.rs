//! The applicant's journey, page by page.
//!
//! [`start`], [`question`], with [`task_list`] between the tasks of a long service, [`check_answers`], [`done`] and [`status`] follow one another; [`conflict`] comes between
//! when one question was answered twice. [`rows`] are the pages of answers that repeat, [`record`] shows what another system has. [`already`] stands before them, [`equality`] after them, and [`deadline`] says who is in time, [`opening`] who can begin. [`waiting`] is what an applicant sees of a case that waits for a signature or its fee, [`sign`] what the second person does, [`fee`] what it costs, [`issued`] what the decision gave, [`renewing`] how that is renewed. [`asking`] is what the office asks for meanwhile, and [`withdraw`] takes it all back. [`save`] leaves a draft, [`locked`] and [`come_back`] open it again.

pub mod already;
pub mod asking;
pub mod check_answers;
pub mod come_back;
pub mod conflict;
mod deadline;
pub mod done;
pub mod equality;
mod fee;
pub mod files;
pub mod issued;
pub mod locked;
mod opening;
pub mod preview;
pub mod question;
pub mod record;
pub mod renewing;
pub mod rows;
pub mod save;
mod says;
pub mod sign;
pub mod slots;
pub mod start;
pub mod status;
pub mod task_list;
mod to_pay;
pub mod waiting;
pub mod withdraw;
