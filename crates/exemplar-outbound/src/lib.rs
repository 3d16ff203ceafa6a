//! What leaves the installation. One module a capability: [`mail`] is the first.
//! No rule and no SQL is here.

pub mod mail;

pub use mail::{Letter, Mailer, NotSent, Sender};
