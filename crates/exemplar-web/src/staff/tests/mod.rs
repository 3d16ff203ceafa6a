//! The road to each page of staff, on a store of its own. [`stage`] is what they share.

mod access;
mod accounts;
mod cases;
mod everybody;
mod finding;
mod letters;
mod stage;
mod watching;
