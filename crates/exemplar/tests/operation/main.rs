//! The commands that keep a store going, run as an operator runs them: the built program on each engine.

#![allow(clippy::unwrap_used, reason = "a test whose steps fail has failed")]

mod backup;
mod comparing;
mod keeping;
mod place;
mod simulating;
mod tampering;
mod walking;
mod working;
