//! What expressions see of a journey: answers on the path, facts, the day.

use jiff::civil::Date;

use super::Walk;
use crate::answer::{Answer, WentOn};
use crate::definition::{Calendar, List};
use crate::expression::{Scope, Value};
use crate::id::Name;
use crate::record::Channel;
use crate::renewing::Renewal;

impl Walk<'_> {
    /// What is renewed, where something is.
    #[must_use]
    pub fn renewal(&self) -> Option<Renewal> {
        match self.course.outer {
            Some(outer) => outer.renewal(),
            None => Renewal::of(self.answers),
        }
    }

    /// What a check said; nothing until it answers, and nothing where it could not tell.
    pub(super) fn check(&self, name: &str) -> Option<Value> {
        if !self.definition.casework.checks.contains_key(name) {
            return None;
        }
        match self.answers.get(name)?.answer {
            Answer::Yes(yes) => Some(Value::Yes(yes)),
            _ => None,
        }
    }

    /// The answer to a question, where its page is on the path so far.
    pub(super) fn on_path(&self, question: &Name) -> Option<&Answer> {
        let Some(place) = self.course.places.get(question) else {
            return self.course.outer?.on_path(question);
        };
        if !self.on_path[place.page] {
            return None;
        }
        let asked = &self.course.pages[place.page].questions()[place.on_page];
        if asked.when.as_ref().is_some_and(|when| !when.holds(self)) {
            return None;
        }
        Some(&self.answers.get(question)?.answer)
    }
}

impl Scope for Walk<'_> {
    fn answer(&self, question: &Name) -> Option<Value> {
        match self.on_path(question)? {
            Answer::Blank | Answer::Ticked => None,
            Answer::Record(record) if !self.is_of_what_is_sent(question, record) => None,
            answer => self.question(question)?.kind.value(answer),
        }
    }

    fn answered(&self, question: &Name) -> bool {
        match self.on_path(question) {
            None | Some(Answer::Blank | Answer::Ticked) => false,
            Some(Answer::Rows(rows)) => !rows.rows.is_empty(),
            Some(Answer::Files(files)) => !files.files.is_empty(),
            Some(Answer::Slots(slots)) => !slots.times.is_empty(),
            Some(Answer::Record(record)) => record.taken().is_some() && self.is_of_what_is_sent(question, record),
            Some(_) => true,
        }
    }

    fn each_row(&self, rows: &Name, see: &mut dyn FnMut(&dyn Scope)) {
        if let Some((rules, given)) = self.rows_seen(rows) {
            for row in given {
                see(&self.in_this_row(rules, row));
            }
        } else if let Some(Answer::Fields(ways)) = self.on_path(rows)
            && self
                .question(rows)
                .is_some_and(|question| !question.kind.documents().is_empty())
        {
            for way in ways.values() {
                let way = Name::from(way.as_str());
                see(&OneDocument { walk: self, way });
            }
        }
    }

    fn ticked(&self, question: &Name) -> bool {
        match self.on_path(question) {
            Some(Answer::Ticked) => true,
            Some(Answer::Record(record)) => {
                record.went_on == Some(WentOn::Ticked) && self.is_of_what_is_sent(question, record)
            }
            _ => false,
        }
    }

    fn fact(&self, fact: &Name) -> Option<Value> {
        Walk::fact(self, fact)
    }

    fn today(&self) -> Date {
        self.setting.today
    }

    fn language(&self) -> Name {
        Name::from(self.setting.language.as_str())
    }

    fn channel(&self) -> Name {
        Name::from(match self.setting.channel {
            Channel::Web => "web",
            Channel::Telephone => "phone",
            Channel::Counter => "counter",
            Channel::Paper => "paper",
            Channel::Intermediary => "helper",
            Channel::Api => "api",
        })
    }

    fn renewing(&self) -> Option<Date> {
        self.renewal().map(|renewal| renewal.expires)
    }

    fn row(&self) -> Option<Name> {
        self.row_name().cloned()
    }

    fn list(&self, list: &Name) -> Option<&List> {
        self.definition.lists.get(list).map(|list| &**list)
    }

    fn calendar(&self) -> &Calendar {
        &self.definition.holidays
    }
}

/// What is seen of one document of a list: its way, and the journey around it.
struct OneDocument<'w, 'a> {
    walk: &'w Walk<'a>,
    way: Name,
}

impl Scope for OneDocument<'_, '_> {
    fn around(&self) -> Option<&dyn Scope> {
        Some(self.walk)
    }

    fn today(&self) -> Date {
        Scope::today(self.walk)
    }

    fn row(&self) -> Option<Name> {
        Some(self.way.clone())
    }

    fn calendar(&self) -> &Calendar {
        Scope::calendar(self.walk)
    }
}
