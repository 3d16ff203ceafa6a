//! Writes figures down: [`facts`] lists all of a report, one by one; [`csv`] and [`json`] write them out, [`chart`]
//! draws. It is given what may be shown and nothing else, so that no form tells more than another. No page is here.

pub mod chart;
pub mod csv;
pub mod facts;
pub mod json;

pub use chart::{Bar, Chart, Group, Segment};
pub use facts::{Fact, facts};
