//! Figures that are published of a service: the four indicators and the time to a decision, by month.
//!
//! In reading order: [`Month`]; the [`formula`]e with their sources; [`withhold`] keeps small numbers back; [`Way`] says
//! which of the three counters of take-up a transaction belongs to; [`volume`] what staff enter of other channels;
//! [`Report`] puts all of it together, [`Line`] by line. Whoever writes a
//! page, a file or a chart has the report alone, so that all of them hold the same.

pub mod formula;
mod line;
mod month;
mod report;
pub mod volume;
mod way;
mod withhold;

pub use line::Line;
pub use month::{Month, NoMonth};
pub use report::{Counted, Report, UnitCost};
pub use way::{Counter, Way};
pub use withhold::{Counts, FEWEST, Shown, ShownRow, ShownTable, withhold};
