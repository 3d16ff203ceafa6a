//! What an applicant does to a case: answer, submit. Each act comes to an [`Outcome`] or a [`Refusal`].
//!
//! [`read`] reads a page, [`rows`] one of a row, [`records`] notes what another system has on record, [`files`] brings and removes files; [`answer`] saves answers to a draft, the first of which begins it; [`submit`] hands it in;
//! [`come_back`] lets a person leave and return; [`deadline`] tells who was in time for the last day, [`opening`] who can begin.
//! [`seen`] tells whether what a form showed is still what is stored.

mod answer;
mod come_back;
mod deadline;
mod files;
mod opening;
mod read;
mod records;
mod remind;
mod rows;
mod seen;
mod submit;
mod table;

use jiff::Timestamp;
use jiff::civil::Date;

use crate::id::{CaseId, CommitId, Language, Name, ObservationId, Reference};
use crate::kind::Problem;
use crate::record::{Actor, Channel, DeviceClass};

pub use answer::{NewCase, PageGiven, save_answers};
pub(crate) use answer::{begin_draft, put};
pub use come_back::{
    LINK_DAYS, LINKS_AN_HOUR, LinkMessage, RETURN_LINK, SEND_EMAIL, SEND_TEXT, SecondFact, WORD_AT_LEAST, WORD_AT_MOST,
    choose_word, give_code, is_same_answer, leave, opening_fact, second_fact, send_link, use_link,
};
pub use deadline::{IN_TIME, InTime, in_time, still_in_time};
pub(crate) use files::take_away;
pub use files::{FORGET_FILES, NewFile, SCAN_FILE, add_file, no_files_yet, remove_file, scanned};
pub use opening::may_begin;
pub use read::{PageProblem, TICKED, read_page};
pub use records::{is_fresh, note_record};
pub use remind::{DRAFT_REMINDER, Reminder, remind, reminder_address, reminder_claim};
pub use rows::{RowAct, answers_of_row, read_row};
pub use seen::{Seen, seen_all, seen_page};
pub(crate) use submit::{Sending, found_by, hand_in, office};
pub use submit::{Submission, due, submit};

/// The section of a service that has none.
pub const WHOLE: &str = "all";

/// Who acts, when and how. Drawn before the act, so that it can be decided again without harm.
#[derive(Debug, Clone)]
pub struct Act {
    /// The commit's id.
    pub commit: CommitId,
    /// The ids of the observations that may be written; as many as an act can need.
    pub observations: [ObservationId; 2],
    /// When.
    pub now: Timestamp,
    /// The day in the service's time zone.
    pub today: Date,
    /// Who.
    pub actor: Actor,
    /// How.
    pub channel: Channel,
    /// In which language.
    pub language: Language,
    /// On what.
    pub device: DeviceClass,
    /// None of the times that the computer would book has room, as far as that was looked at.
    pub no_room: bool,
}

/// Why an act was not done. Data; the pages turn it into words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// The case has been submitted: what was asked for is done, or can no longer be done.
    AlreadySubmitted {
        /// The case.
        case: CaseId,
        /// Its reference.
        reference: Option<Reference>,
    },
    /// A question on the path has no answer that holds: go there first.
    Incomplete {
        /// The page.
        page: Name,
    },
    /// The path leads to an exit.
    NotEligible {
        /// The exit's page.
        page: Name,
    },
    /// What the form showed is not what is stored: somebody answered in between.
    Changed,
    /// The case was erased, or is not this person's.
    Gone,
    /// A file cannot be taken: the rule of its question that says so.
    NotTaken(Box<Problem>),
}
