//! What must hold of the whole, tried on the built program: hostile definitions stay small, nothing personal is left
//! where it does not belong, mail arrives, and what was stored by a release is read.

#![allow(clippy::unwrap_used, reason = "a test whose steps fail has failed")]

mod browser;
mod hostile;
mod jobs;
mod mail;
mod markers;
#[allow(dead_code, reason = "the tests of the operation use more of it")]
#[path = "../operation/place.rs"]
mod place;
mod server;
mod upgrades;
mod uploads;
mod walk;
