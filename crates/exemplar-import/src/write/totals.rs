//! What a form works out from answers, as facts that are shown with the answers.

use super::service::Writing;
use super::tree::Tree;
use crate::form::{Amount, Total};
use crate::report::Became;

impl Writing<'_, '_> {
    /// The facts that are totals, by their names.
    pub(super) fn totals(&mut self) -> Vec<(String, Tree)> {
        let form = self.form;
        let totals = form.totals.iter();
        totals.filter_map(|total| self.total(total)).collect()
    }

    fn total(&mut self, total: &Total) -> Option<(String, Tree)> {
        let place = (total.place.as_str(), total.source_type.as_str());
        let Some(is) = self.counted(&total.amount, false) else {
            let says = "It is worked out from an answer that is not asked for, so it is left out.";
            self.report.note(Became::NotPossible, place, "calculated", says);
            return None;
        };
        let name = self.names.give(&total.called.own, "", "sum");
        self.report
            .carried(place, &name, "worked out, and shown with the answers");
        let entries = vec![
            ("is".to_owned(), Tree::Plain(is)),
            ("called".to_owned(), Tree::Said(total.called.clone())),
        ];
        Some((name, Tree::Under(entries)))
    }

    /// An amount in the words of the language; a difference within another amount stands in brackets.
    fn counted(&self, amount: &Amount, within: bool) -> Option<String> {
        Some(match amount {
            Amount::Number(number) => number.clone(),
            Amount::Field(key) => {
                let mut asked = self.plan.asked.iter().filter(|one| one.rows.is_none());
                asked.find(|one| one.field.key == *key)?.name.clone()
            }
            Amount::Total(parts) => {
                let parts: Option<Vec<String>> = parts.iter().map(|part| self.counted(part, false)).collect();
                format!("total({})", parts?.join(", "))
            }
            Amount::Less(from, less) => {
                let text = format!("{} - {}", self.counted(from, true)?, self.counted(less, true)?);
                if within { format!("({text})") } else { text }
            }
            Amount::Times(one, other) => format!("{} * {}", self.counted(one, true)?, self.counted(other, true)?),
        })
    }
}
