//! What a form works out from answers while one types: sums and products of numbers become facts, which are not asked for.

use serde_json::Value;

use super::index::What;
use super::script::{Expression, worked_out};
use super::{Reader, text_of};
use crate::form::{Amount, Total};
use crate::report::Became;

/// The most characters of a script in the report.
const SHOWN: usize = 300;

impl Reader<'_> {
    /// Whether a component is worked out, so that it is not asked. What cannot be said is asked for, and named.
    pub(super) fn worked_out(
        &mut self,
        component: &Value,
        (key, scope): (&str, &str),
        kind: &str,
        place: &str,
    ) -> bool {
        let Some(script) = text_of(component, "calculateValue").filter(|script| !script.trim().is_empty()) else {
            return false;
        };
        // Where one can type over what was worked out, it is an answer.
        let is_fixed = ["readOnly", "disabled"]
            .iter()
            .any(|key| component.get(*key) == Some(&Value::Bool(true)));
        let is_number = matches!(kind, "number" | "currency");
        let amount = worked_out(script).and_then(|value| self.amount(&value, scope));
        match amount.filter(|_| is_number && is_fixed && !self.hangs_on(key) && !self.is_in_rows(key)) {
            Some(amount) => {
                let called = self.plain(text_of(component, "label").unwrap_or_default(), place);
                self.totals.push(Total {
                    key: key.to_owned(),
                    called,
                    amount,
                    place: place.to_owned(),
                    source_type: kind.to_owned(),
                });
                true
            }
            None => {
                let script: Vec<&str> = script.split_whitespace().collect();
                let script: String = script.join(" ").chars().take(SHOWN).collect();
                let says = format!("It was filled in from other answers, and is asked for here: {script}");
                self.report
                    .note(Became::Approximated, (place, "calculateValue"), "calculated", says);
                false
            }
        }
    }

    /// A number that follows from answers; none where anything else stands in it.
    fn amount(&self, value: &Expression, scope: &str) -> Option<Amount> {
        let of = |value: &Expression| self.amount(value, scope);
        match value {
            Expression::Number(number) => Some(Amount::Number(number.clone())),
            Expression::Path(path) => {
                let (first, rest) = path.split_first()?;
                let from = match first.as_str() {
                    "data" => "",
                    "row" => scope,
                    _ => return None,
                };
                let found = self.index.find(rest, from)?;
                let is_number = found.what == What::Plain && found.rest.is_empty() && !self.is_in_rows(&found.key);
                is_number.then_some(Amount::Field(found.key))
            }
            // `x || 0`: what was not answered counts as nothing, as in a total.
            Expression::Any(parts) => match parts.as_slice() {
                [value, Expression::Number(zero)] if zero == "0" => of(value),
                _ => None,
            },
            Expression::Counted("+", a, b) => {
                let parts = [of(a)?, of(b)?].into_iter();
                let parts = parts.flat_map(|part| match part {
                    Amount::Total(parts) => parts,
                    part => vec![part],
                });
                Some(Amount::Total(parts.collect()))
            }
            Expression::Counted("-", a, b) => Some(Amount::Less(Box::new(of(a)?), Box::new(of(b)?))),
            Expression::Counted("*", a, b) => Some(Amount::Times(Box::new(of(a)?), Box::new(of(b)?))),
            _ => None,
        }
    }

    /// Whether some condition names an answer by its own key.
    fn hangs_on(&self, key: &str) -> bool {
        let own = key.rsplit('.').next().unwrap_or(key);
        self.said.contains(own)
    }

    /// Whether a path stands in rows.
    fn is_in_rows(&self, path: &str) -> bool {
        !self.index.rows_around(path).is_empty()
    }
}
