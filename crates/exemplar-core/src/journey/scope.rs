//! What expressions see of a journey: answers on the path, facts, the day.

use jiff::civil::Date;

use super::Walk;
use crate::answer::Answer;
use crate::definition::{Calendar, List};
use crate::expression::{Scope, Value};
use crate::id::Name;
use crate::record::Channel;

impl Walk<'_> {
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
            answer => self.question(question)?.kind.value(answer),
        }
    }

    fn answered(&self, question: &Name) -> bool {
        match self.on_path(question) {
            None | Some(Answer::Blank | Answer::Ticked) => false,
            Some(Answer::Rows(rows)) => !rows.rows.is_empty(),
            Some(Answer::Files(files)) => !files.files.is_empty(),
            Some(_) => true,
        }
    }

    fn each_row(&self, rows: &Name, see: &mut dyn FnMut(&dyn Scope)) {
        if let Some((rules, given)) = self.rows_seen(rows) {
            for row in given {
                see(&self.in_row(rules, &row.answers));
            }
        }
    }

    fn ticked(&self, question: &Name) -> bool {
        matches!(self.on_path(question), Some(Answer::Ticked))
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

    fn list(&self, list: &Name) -> Option<&List> {
        self.definition.lists.get(list).map(|list| &**list)
    }

    fn calendar(&self) -> &Calendar {
        &self.definition.holidays
    }
}
