//! The store: what is written, durably, and read again. It knows no rules and no pages.
//!
//! In reading order: [`Store`] is the way in; `cases` loads and commits, `work` reads what hangs on them; `plan` turns an outcome into statements;
//! `stored` puts a case together again; `keys` and `seal` are what keeps it closed; `engine` is the two databases,
//! `sqlite` and `postgres`. `staff` and `staff_sessions` are those who work here, `queue` is their lists; `search` finds cases by terms; `definitions`, `jobs`, `guesses`, `erasing`, `record` and `observations` are what else is
//! kept.

mod cases;
mod definitions;
mod engine;
mod erasing;
mod fault;
mod guesses;
mod jobs;
mod keys;
mod migrations;
mod observations;
mod plan;
mod postgres;
mod pulse;
mod queue;
mod record;
mod seal;
mod search;
mod shut;
mod sqlite;
mod staff;
mod staff_sessions;
mod store;
mod stored;
mod value;
mod words;
mod work;

pub use cases::Claim;
pub use definitions::Publication;
pub use engine::Database;
pub use fault::Fault;
pub use jobs::{DeadJob, LeasedJob};
pub use keys::{Keys, Made};
pub use pulse::Pulse;
pub use queue::{InQueue, Letter, PAGE, QueueFilter, QueuePlace};
pub use record::{BadEntry, Checkpoint};
pub use shut::Shut;
pub use staff::StaffSaved;
pub use staff_sessions::StaffSession;
pub use store::{Settings, Store};
pub use work::Work;
