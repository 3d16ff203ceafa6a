//! The store: what is written, durably, and read again. It knows no rules and no pages.
//!
//! In reading order: [`Store`] is the way in; `cases` loads and commits, `work` reads what hangs on them; `plan` turns an outcome into statements;
//! `stored` puts a case together again; `keys` and `seal` are what keeps it closed; `engine` is the two databases,
//! `sqlite` and `postgres`. `staff`, `staff_changes` and `staff_sessions` are those who work here, `queue` is their lists, `payments` those of fees, `kept` what is kept for them
//! for a short while; `search` finds cases by terms, `scope` is what of all this somebody may see; `definitions`, `jobs`, `guesses`, `erasing`, `record`, `looks` and `observations` are what else is
//! kept, `keeping` for how long, `forgetting` is what has run out; `files` are known by their rows and keys, `whole` backs all of it up, restores and moves it;
//! `figures` counts it, `feedback` is what people wrote of a service, `equality` who uses it, `shut` closes the door of a service, `slots` says which places of its calendars are taken, `pulse` says how the store fares.

mod cases;
mod definitions;
mod emails;
mod engine;
mod equality;
mod erasing;
mod fault;
mod feedback;
mod figures;
mod files;
mod forgetting;
mod guesses;
mod jobs;
mod keeping;
mod kept;
mod keys;
mod looks;
mod migrations;
mod observations;
mod payments;
mod plan;
mod postgres;
mod proposals;
mod pulse;
mod queue;
mod record;
mod registers;
mod scope;
mod seal;
mod search;
mod shut;
mod slots;
mod sqlite;
mod staff;
mod staff_changes;
mod staff_sessions;
mod store;
mod stored;
mod value;
mod versions;
mod whole;
mod words;
mod work;

pub use cases::Claim;
pub use definitions::Publication;
pub use emails::ListedEmail;
pub use engine::Database;
pub use equality::{EqualityAnswer, EqualityCount};
pub use erasing::EndedKind;
pub use fault::Fault;
pub use feedback::KeptFeedback;
pub use figures::{NewVolume, VolumeEntry};
pub use forgetting::Forgotten;
pub use jobs::{DeadJob, LeasedJob, MessageJob};
pub use keeping::{DEAD_JOB_DAYS, FEEDBACK_DAYS, Kept, TABLES, Until};
pub use keys::{Keys, Made};
pub use payments::{RefundDue, UnpaidCase};
pub use pulse::Pulse;
pub use queue::{InQueue, Letter, PAGE, QueueFilter, QueuePlace};
pub use record::{BadEntry, Checkpoint};
pub use registers::PublicEntry;
pub use shut::Shut;
pub use slots::Seat;
pub use staff::StaffSaved;
pub use staff_changes::{AdministratorGuard, StaffChange};
pub use staff_sessions::StaffSession;
pub use store::{Settings, Store};
pub use versions::CasesOfVersion;
pub use whole::{
    BackupFile, Counts, Erased, Manifest, NotCarried, Restored, Target, backup_name, move_all, read_erasure_list,
    remove_old_backups, restore, restore_contents, verify_backup,
};
pub use work::{Waiting, Work};
