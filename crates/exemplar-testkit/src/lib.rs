//! What the tests of Exemplar share: stores on both engines, and builders of cases with sensible defaults. A fixed
//! clock is [`at`]. Nothing here is shipped.

#![allow(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

mod cases;
mod engines;
mod outsider;
mod postgres;

pub use cases::{Draft, answers, at, changed, given, observation, observe_now, save, submit, today};
pub use engines::{Kit, on_each_engine};
pub use outsider::beside_the_store;
pub use postgres::new_database;
