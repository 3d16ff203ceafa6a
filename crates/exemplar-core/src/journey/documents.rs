//! Documents that a person said they would send: which of them are still to come, and by when.

use jiff::civil::Date;

use super::Walk;
use crate::answer::Answer;
use crate::definition::Question;
use crate::expression::add_period;
use crate::kind::{Document, comes};

/// A document that is to come after the application.
#[derive(Debug, Clone, Copy)]
pub struct DocumentDue<'a> {
    /// The question that asks for it.
    pub question: &'a Question,
    /// What it is.
    pub document: &'a Document,
    /// The last day, where the definition names a time.
    pub due: Option<Date>,
}

impl<'a> Walk<'a> {
    /// The documents on the path that are to come, in order, for somebody who applied on that day.
    #[must_use]
    pub fn documents_due(&self, applied: Date) -> Vec<DocumentDue<'a>> {
        let mut due = Vec::new();
        for question in self.pages().flat_map(|page| self.shown(page)) {
            let documents = question.kind.documents();
            if documents.is_empty() {
                continue;
            }
            let Some(Answer::Fields(ways)) = self.answers.get(&question.name).map(|given| &given.answer) else {
                continue;
            };
            let comes_later =
                |document: &&Document| ways.get(document.option.name.as_str()).is_some_and(|way| comes(way));
            due.extend(documents.iter().filter(comes_later).map(|document| {
                DocumentDue {
                    question,
                    document,
                    due: document
                        .within
                        .and_then(|within| add_period(applied, within, true, &self.definition.holidays)),
                }
            }));
        }
        due
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use jiff::civil::date;

    use super::*;
    use crate::answer::{Answers, Given};
    use crate::definition::{Folder, read};
    use crate::id::{Language, Name};
    use crate::journey::Setting;
    use crate::record::{Actor, Channel};

    const SERVICE: &str = "name: A\norganisation: county-council\nwhy: To decide.\nquestions:\n  \
        papers:\n    ask: How will you send these?\n    called: how you will send them\n    evidence:\n      \
        payslips: { label: Your payslips, within: 28 days }\n      lease: { label: Your lease, within: 1 month }\n      \
        photo: { label: A photo, ways: [now, someone_else] }\n";

    #[test]
    fn a_document_that_comes_later_is_due_so_long_after_applying() {
        let files = BTreeMap::from([("service.yaml".to_owned(), SERVICE.as_bytes().to_vec())]);
        let folder = Folder {
            name: "a".into(),
            files,
        };
        let definition = read(&folder).definition.expect("it is right");
        let ways = [("payslips", "later"), ("lease", "now"), ("photo", "someone_else")];
        let given = Given {
            answer: Answer::Fields(ways.map(|(name, way)| (name.to_owned(), way.to_owned())).into()),
            by: Actor::Participant(0),
            at: jiff::Timestamp::UNIX_EPOCH,
            channel: Channel::Web,
        };
        let answers = Answers([(Name::from("papers"), given)].into());
        let setting = Setting {
            today: date(2026, 6, 10),
            language: Language::from("en"),
            channel: Channel::Web,
        };
        let walk = Walk::new(&definition, &answers, setting);
        let due = walk.documents_due(date(2026, 6, 10));
        let due: Vec<_> = due
            .iter()
            .map(|due| (due.document.option.name.as_str(), due.due))
            .collect();
        assert_eq!(due, [("payslips", Some(date(2026, 7, 8))), ("photo", None)]);
    }
}
