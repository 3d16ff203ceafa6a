//! What texts say that is worked out from answers, as facts: a sum, or cases of sums, and conditions of texts.

use super::service::Writing;
use super::texts::ANSWER;
use super::tree::Tree;

/// How deep sums stand in sums.
const DEPTH: usize = 10;

/// A sum as a fact.
#[derive(Debug, Clone)]
pub(super) struct Worked {
    name: String,
    tree: Tree,
    is_money: bool,
}

impl Writing<'_, '_> {
    /// What stands in a text for the key between its marks: an answer, a sum, or the begin or end of a text with a condition.
    /// `order` is the first question that is not asked before.
    pub(super) fn key_in_text(&mut self, key: &str, order: usize) -> Option<String> {
        if key.ends_with("~/") {
            return Some("[[ endif ]]".to_owned());
        }
        if let Some(key) = key.strip_suffix('?') {
            let worked = self.worked_out(key, order, 0)?;
            return Some(format!("[[ if {} ]]", worked.name));
        }
        if self.form.sums.contains_key(key) {
            let worked = self.worked_out(key, order, 0)?;
            return Some(format!("(({}))", worked.name));
        }
        let asked = self.asked_as(key, order)?;
        Some(format!("(({}))", self.in_a_text(asked)))
    }

    /// Whether all that stands between marks in a text can be said: where a condition cannot, its text cannot either.
    pub(super) fn can_say(&mut self, keys: &[String], order: usize) -> bool {
        keys.iter().all(|key| match key.strip_suffix('?') {
            Some(key) => self.worked_out(key, order, 0).is_some(),
            None => true,
        })
    }

    /// The facts of sums that were named.
    pub(super) fn facts_of_sums(&mut self) -> Vec<(String, Tree)> {
        let mut all: Vec<(String, Worked)> = self.sums.drain().collect();
        all.sort_by(|a, b| a.1.name.cmp(&b.1.name));
        all.dedup_by(|a, b| a.1.name == b.1.name);
        all.into_iter().map(|(_, worked)| (worked.name, worked.tree)).collect()
    }

    fn asked_as(&self, key: &str, order: usize) -> Option<usize> {
        let mut asked = self.plan.asked.iter().take(order);
        asked
            .position(|one| one.rows.is_none() && (one.field.key == key || one.field.key.ends_with(&format!(".{key}"))))
    }

    fn worked_out(&mut self, key: &str, order: usize, depth: usize) -> Option<Worked> {
        if let Some(known) = self.sums.get(key) {
            return Some(known.clone());
        }
        let sum = self.form.sums.get(key).filter(|_| depth < DEPTH)?;
        let all = sum.cases.iter().flat_map(|(when, is)| when.iter().chain([is]));
        let all: Vec<&String> = all.collect();
        let mut is_money = false;
        for text in &all {
            is_money |= self.is_money(text, order, depth)?;
        }
        let mut cases = Vec::new();
        for (when, is) in &sum.cases {
            let is = self.expression(is, (order, depth), is_money)?;
            cases.push(match when {
                Some(when) => format!("{is} when {}", self.expression(when, (order, depth), is_money)?),
                None => is,
            });
        }
        // An amount that is shown as an amount is the sum itself.
        if let [only] = cases.as_slice() {
            let same = self.sums.values().find(|known| known.name == *only).cloned();
            if let Some(same) = same {
                self.sums.insert(key.to_owned(), same.clone());
                return Some(same);
            }
        }
        let tree = match cases.as_slice() {
            [only] => Tree::plain(only.as_str()),
            _ => Tree::List(cases),
        };
        let words = if sum.called == "holds" {
            words_of(&tree)
        } else {
            sum.called.clone()
        };
        let name = self.names.give(&words, "", "sum");
        let worked = Worked { name, tree, is_money };
        self.sums.insert(key.to_owned(), worked.clone());
        Some(worked)
    }

    /// Whether any answer of an expression is an amount; none where something in it is not asked before.
    fn is_money(&mut self, text: &str, order: usize, depth: usize) -> Option<bool> {
        let mut is_money = false;
        for (_, key) in pieces(text) {
            let Some(key) = key else { continue };
            is_money |= match key {
                key if key.ends_with('£') => true,
                key if key.contains('#') => false,
                key if self.form.sums.contains_key(key) => self.worked_out(key, order, depth + 1)?.is_money,
                key => {
                    let asked = self.asked_as(key.split('=').next().unwrap_or(key), order)?;
                    self.plan.asked[asked].field.kind.key() == "money"
                }
            };
        }
        Some(is_money)
    }

    fn expression(&mut self, text: &str, (order, depth): (usize, usize), is_money: bool) -> Option<String> {
        let mut out = String::new();
        let mut has_amount = false;
        for (before, key) in pieces(text) {
            out.push_str(before);
            let Some(key) = key else { continue };
            if key.ends_with('£') {
                // An amount of so many pounds, where no answer is an amount.
                if !has_amount {
                    let amount = if out.contains(' ') { format!("({out})") } else { out };
                    out = format!("1 {} * {amount}", self.currency());
                }
            } else if let Some((_, number)) = key.split_once('#') {
                let unit = if is_money && has_amount {
                    format!(" {}", self.currency())
                } else {
                    String::new()
                };
                out.push_str(&format!("{number}{unit}"));
            } else if self.form.sums.contains_key(key) {
                let worked = self.worked_out(key, order, depth + 1)?;
                has_amount |= worked.is_money;
                out.push_str(&worked.name);
            } else if let Some((key, option)) = key.split_once('=') {
                let asked = self.asked_as(key, order)?;
                let one = &self.plan.asked[asked];
                out.push_str(&format!("{} is {}", one.name, one.options.get(one.option(option)?)?));
            } else {
                let asked = self.asked_as(key, order)?;
                let one = &self.plan.asked[asked];
                has_amount |= one.field.kind.key() == "money";
                out.push_str(&one.name);
            }
        }
        Some(out)
    }

    fn currency(&self) -> &str {
        self.form.currency.as_deref().unwrap_or("GBP")
    }
}

/// The parts of an expression, each with the key that stands behind it.
fn pieces(text: &str) -> Vec<(&str, Option<&str>)> {
    let mut out = Vec::new();
    let mut rest = text;
    while let Some((before, from)) = rest.split_once(ANSWER.0) {
        let (key, after) = from.split_once(ANSWER.1).unwrap_or((from, ""));
        out.push((before, Some(key)));
        rest = after;
    }
    out.push((rest, None));
    out
}

fn words_of(tree: &Tree) -> String {
    match tree {
        Tree::Plain(is) => super::say::words_of(is),
        _ => String::new(),
    }
}
