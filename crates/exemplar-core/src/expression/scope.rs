//! What an evaluation may ask for. The journey answers it from what was said so far.

use jiff::civil::Date;

use super::Value;
use crate::definition::{Calendar, List};
use crate::id::Name;

/// Where names get their values.
pub trait Scope {
    /// What the question was answered with; none off the path, blank, ticked instead, or not answered.
    fn answer(&self, question: &Name) -> Option<Value>;
    /// Whether the question has an answer.
    fn answered(&self, question: &Name) -> bool;
    /// Whether the box instead of an answer was ticked.
    fn ticked(&self, question: &Name) -> bool;
    /// What the fact comes to.
    fn fact(&self, fact: &Name) -> Option<Value>;
    /// The day of the request in the service's time zone.
    fn today(&self) -> Date;
    /// The language that the person reads.
    fn language(&self) -> Name;
    /// How the person deals with the service, as definitions call it.
    fn channel(&self) -> Name;
    /// Calls `see` with each row that was given to the question, in order; what it sees there is that row first.
    fn each_row(&self, rows: &Name, see: &mut dyn FnMut(&dyn Scope)) {
        let _ = (rows, see);
    }
    /// A list of the definition.
    fn list(&self, list: &Name) -> Option<&List>;
    /// The holidays that are not working days.
    fn calendar(&self) -> &Calendar;
}
