//! The road to each page of staff, on a store of its own. [`stage`] is what they share.

mod access;
mod accounts;
mod asks;
mod booked;
mod bringing;
mod cases;
mod deciding;
mod emails;
mod everybody;
mod finding;
mod importing;
mod letters;
mod messages;
mod organisations;
mod reading;
mod slots;
mod stage;
mod to_pay;
mod waiting;
mod watching;
