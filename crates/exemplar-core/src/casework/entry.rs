//! To which office the cases of one entry of a calendar go, before there is any case.

use jiff::civil::Date;

use crate::definition::{Calendar, Definition, List, SlotCalendar};
use crate::expression::{Scope, Value};
use crate::id::{Name, OfficeId};

/// The office of the cases that are booked at an entry, where the entry alone says it.
#[must_use]
pub fn office_of_entry(definition: &Definition, calendar: &SlotCalendar, of: Option<&Name>) -> Option<OfficeId> {
    let entry = Entry {
        definition,
        question: calendar.one_for_each.as_ref().map(|each| &each.question),
        of,
    };
    match definition.casework.team.as_ref()?.value(&entry)? {
        Value::One(name) => Some(OfficeId::from(name.as_str())),
        Value::Text(name) => Some(OfficeId::from(name)),
        _ => None,
    }
}

/// What is known where only the entry is.
struct Entry<'a> {
    definition: &'a Definition,
    question: Option<&'a Name>,
    of: Option<&'a Name>,
}

impl Scope for Entry<'_> {
    fn answer(&self, question: &Name) -> Option<Value> {
        let of = self.of.filter(|_| self.question == Some(question))?;
        Some(Value::One(of.clone()))
    }

    fn answered(&self, question: &Name) -> bool {
        self.answer(question).is_some()
    }

    fn fact(&self, fact: &Name) -> Option<Value> {
        self.definition.facts.get(fact)?.is.value(self)
    }

    fn today(&self) -> Date {
        Date::MIN
    }

    fn list(&self, list: &Name) -> Option<&List> {
        self.definition.lists.get(list).map(|list| &**list)
    }

    fn calendar(&self) -> &Calendar {
        &self.definition.holidays
    }
}
