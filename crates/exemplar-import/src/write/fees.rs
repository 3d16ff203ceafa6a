//! What a form costs, as lines of the fee: an amount each, or amounts of which the first whose condition holds counts.

use super::conditions::Of;
use super::service::Writing;
use super::tree::Tree;
use crate::form::Fee;
use crate::report::Became;

impl Writing<'_, '_> {
    /// The lines of the fee.
    pub(super) fn fee(&mut self) -> Vec<(String, Tree)> {
        let mut lines = Vec::new();
        for (f, fee) in self.form.fees.iter().enumerate() {
            let name = self.names.give(&fee.called.own, "", "fee");
            let when = self.condition(Of::Fee(f));
            if when == Some(None) {
                let says = "Its condition never holds.";
                self.report
                    .note(Became::NotPossible, (&fee.place, "fee"), "never_shown", says);
                continue;
            }
            let mut line = vec![("for".to_owned(), Tree::Said(fee.called.clone()))];
            if let Some(Some(when)) = when {
                line.push(("when".to_owned(), Tree::Plain(when)));
            }
            line.push(("amount".to_owned(), self.amount(f, fee)));
            self.report.carried((&fee.place, "fee"), &name, "a line of the fee");
            lines.push((name, Tree::Under(line)));
        }
        lines
    }

    /// The amount of a line, or its amounts.
    fn amount(&mut self, f: usize, fee: &Fee) -> Tree {
        let mut amounts = Vec::new();
        for (c, (_, amount)) in fee.cases.iter().enumerate() {
            let amount = self.times(fee, amount);
            match self.condition(Of::Amount(f, c)) {
                Some(Some(when)) => amounts.push(format!("{amount} when {when}")),
                Some(None) => {
                    let says = format!("The condition of the amount {amount} never holds.");
                    self.report
                        .note(Became::NotPossible, (&fee.place, "fee"), "never_shown", says);
                }
                // Nothing that follows an amount that always holds is ever charged.
                None => {
                    amounts.push(amount);
                    return listed(amounts);
                }
            }
        }
        let usual = self.times(fee, &fee.amount);
        // What comes to the usual amount just before it changes nothing.
        while amounts
            .last()
            .is_some_and(|last| last.split(" when ").next() == Some(usual.as_str()))
        {
            amounts.pop();
        }
        amounts.push(usual);
        listed(amounts)
    }

    /// An amount in the form's currency, so many times as an answer says.
    fn times(&mut self, fee: &Fee, amount: &str) -> String {
        let currency = self.form.currency.as_deref().unwrap_or("GBP");
        let amount = format!("{amount} {currency}");
        let Some(times) = &fee.times else { return amount };
        let mut numbers = self.plan.asked.iter();
        match numbers.find(|one| one.field.key == *times && one.field.kind.key() == "number") {
            Some(one) => format!("{amount} * {}", one.name),
            None => {
                let says = format!("The amount is multiplied by \"{times}\", which is no number that is asked.");
                self.report
                    .note(Became::NotPossible, (&fee.place, "fee"), "fee_times", says);
                amount
            }
        }
    }
}

fn listed(mut amounts: Vec<String>) -> Tree {
    if amounts.len() == 1 {
        Tree::Plain(amounts.remove(0))
    } else {
        Tree::List(amounts)
    }
}
