//! The road to each page of staff, on a store of its own. [`stage`] is what they share.

mod access;
mod accounts;
mod cases;
mod emails;
mod everybody;
mod finding;
mod letters;
mod organisations;
mod reading;
mod stage;
mod waiting;
mod watching;
