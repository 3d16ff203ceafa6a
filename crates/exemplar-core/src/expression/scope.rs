//! What an evaluation may ask for. The journey answers it from what was said so far.

use jiff::civil::Date;

use super::Value;
use crate::definition::{Calendar, List};
use crate::id::Name;

/// Where names get their values. What a scope does not say itself, the one around it says; without one there is nothing.
pub trait Scope {
    /// The scope around this one.
    fn around(&self) -> Option<&dyn Scope> {
        None
    }
    /// What the question was answered with; none off the path, blank, ticked instead, or not answered.
    fn answer(&self, question: &Name) -> Option<Value> {
        self.around()?.answer(question)
    }
    /// Whether the question has an answer.
    fn answered(&self, question: &Name) -> bool {
        self.around().is_some_and(|around| around.answered(question))
    }
    /// Whether the box instead of an answer was ticked.
    fn ticked(&self, question: &Name) -> bool {
        self.around().is_some_and(|around| around.ticked(question))
    }
    /// What the fact comes to.
    fn fact(&self, fact: &Name) -> Option<Value> {
        self.around()?.fact(fact)
    }
    /// The day of the request in the service's time zone.
    fn today(&self) -> Date;
    /// The language that the person reads.
    fn language(&self) -> Name {
        self.around().map_or_else(|| Name::from(""), Scope::language)
    }
    /// How the person deals with the service, as definitions call it.
    fn channel(&self) -> Name {
        self.around().map_or_else(|| Name::from(""), Scope::channel)
    }
    /// The last day of what is being renewed; none where nothing is.
    fn renewing(&self) -> Option<Date> {
        self.around()?.renewing()
    }
    /// Calls `see` with each row that was given to the question, in order; what it sees there is that row first.
    fn each_row(&self, rows: &Name, see: &mut dyn FnMut(&dyn Scope)) {
        let _ = (rows, see);
    }
    /// Which row of a table or grid this is; none outside of them.
    fn row(&self) -> Option<Name> {
        None
    }
    /// A list of the definition.
    fn list(&self, list: &Name) -> Option<&List> {
        self.around()?.list(list)
    }
    /// The holidays that are not working days.
    fn calendar(&self) -> &Calendar;
}
