//! Which answers a form has, by the dotted path that conditions name them with, and which of them a reference means.

use std::collections::HashMap;

use serde_json::Value;

use super::{array, text_of};

/// What an answer is to a condition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum What {
    /// A value as it is.
    Plain,
    /// Boxes, each by its name.
    Boxes,
    /// One box to tick.
    Tick,
    /// Rows.
    Rows,
    /// Something that is chosen from a list, with `value` and `label`.
    Chosen,
    /// Whether somebody has a national number, that number, and else the date of birth.
    Identity,
    /// An address.
    Address,
    /// How a document is sent.
    Attachment,
}

/// What a reference means: an answer, and what of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) key: String,
    pub(super) what: What,
    /// What stands after the answer's own path, such as the name of a box.
    pub(super) rest: Vec<String>,
}

/// All answers of a form.
#[derive(Debug, Default)]
pub(super) struct Index {
    answers: HashMap<String, What>,
    /// The paths by their last word.
    by_last: HashMap<String, Vec<String>>,
    /// Answers that are asked for as others, whose paths these are.
    renamed: HashMap<String, String>,
}

/// The parts of an address that conditions can look at. What is called otherwise has no value.
pub(super) const ADDRESS: [&str; 11] = [
    "borDuINorge",
    "vegadresseEllerPostboksadresse",
    "adresse",
    "bygning",
    "bySted",
    "co",
    "land",
    "landkode",
    "postboks",
    "postnummer",
    "region",
];

/// Of a path, so many words at most are no answer's own.
const REST: usize = 2;

impl Index {
    pub(super) fn new(components: &[Value]) -> Self {
        let mut index = Self::default();
        index.add(components, "", 0);
        index
    }

    fn add(&mut self, components: &[Value], scope: &str, depth: usize) {
        if depth > crate::DEPTH {
            return;
        }
        for component in components {
            let kind = text_of(component, "type").unwrap_or_default();
            let key = text_of(component, "key").unwrap_or_default();
            let path = joined(scope, key);
            let inner = match kind {
                "container" | "datagrid" => path.as_str(),
                _ => scope,
            };
            self.add(array(component, "components"), inner, depth + 1);
            let what = match kind {
                "selectboxes" => What::Boxes,
                "navCheckbox" | "checkbox" => What::Tick,
                "datagrid" => What::Rows,
                "landvelger" | "valutavelger" | "navSelect" | "select" => What::Chosen,
                "identity" => What::Identity,
                "navAddress" => What::Address,
                "attachment" => What::Attachment,
                "panel" | "container" | "navSkjemagruppe" | "fieldset" | "row" | "alertstripe" | "htmlelement"
                | "accordion" | "image" => continue,
                _ => What::Plain,
            };
            if !key.is_empty() && self.answers.insert(path.clone(), what).is_none() {
                self.by_last.entry(key.to_owned()).or_default().push(path);
            }
        }
    }

    /// What a path means that stands in `scope`: an answer beside it, or around it, or of the whole form, or the only
    /// one whose path ends so.
    pub(super) fn find(&self, path: &[String], scope: &str) -> Option<Found> {
        let lengths = (path.len().saturating_sub(REST).max(1)..=path.len()).rev();
        for length in lengths.clone() {
            let (own, rest) = path.split_at(length.min(path.len()));
            let own = own.join(".");
            let mut around = Some(scope);
            while let Some(scope) = around {
                if let Some(found) = self.found(joined(scope, &own), rest) {
                    return Some(found);
                }
                around = match scope.rsplit_once('.') {
                    Some((outer, _)) => Some(outer),
                    None => (!scope.is_empty()).then_some(""),
                };
            }
        }
        for length in lengths {
            let (own, rest) = path.split_at(length.min(path.len()));
            let ending = format!(".{}", own.join("."));
            let all = own.last().and_then(|last| self.by_last.get(last));
            let path = all.and_then(|all| all.iter().find(|path| format!(".{path}").ends_with(&ending)));
            if let Some(found) = path.and_then(|path| self.found(path.clone(), rest)) {
                return Some(found);
            }
        }
        self.part_of_address(path, scope)
    }

    /// The address of which a part is meant that stands alone: one beside it, or else the first of the form.
    fn part_of_address(&self, path: &[String], scope: &str) -> Option<Found> {
        let [part] = path else { return None };
        let addresses = self.answers.iter().filter(|(_, what)| **what == What::Address);
        let is_elsewhere = |key: &str| key.rsplit_once('.').map_or("", |(around, _)| around) != scope;
        let nearest = addresses
            .map(|(key, _)| key)
            .min_by_key(|key| (is_elsewhere(key), *key))?;
        // Words such as "land" are as well fields that were taken out of the form.
        (part == ADDRESS[0] || part == ADDRESS[1]).then(|| Found {
            key: nearest.clone(),
            what: What::Address,
            rest: vec![part.clone()],
        })
    }

    /// From now on, an answer is the same as another one.
    pub(super) fn rename(&mut self, from: &str, to: &str) {
        self.renamed.insert(from.to_owned(), to.to_owned());
    }

    /// The rows in which an answer of that path stands, the innermost first.
    pub(super) fn rows_around(&self, path: &str) -> Vec<String> {
        let mut rows = Vec::new();
        let mut outer = path.rsplit_once('.');
        while let Some((path, _)) = outer {
            if self.is(path, What::Rows) {
                rows.push(path.to_owned());
            }
            outer = path.rsplit_once('.');
        }
        rows
    }

    /// Whether an answer of that path is such a one.
    pub(super) fn is(&self, path: &str, what: What) -> bool {
        self.answers.get(path) == Some(&what)
    }

    fn found(&self, key: String, rest: &[String]) -> Option<Found> {
        let what = *self.answers.get(&key)?;
        let may_have = match (what, rest) {
            (_, []) => true,
            (_, [length]) if length == "length" => true,
            (What::Boxes | What::Chosen, [_]) | (What::Identity | What::Attachment, _) => true,
            (What::Address, [part]) => ADDRESS.contains(&part.as_str()),
            _ => false,
        };
        if !may_have {
            return None;
        }
        Some(Found {
            key: self.renamed.get(&key).cloned().unwrap_or(key),
            what,
            rest: rest.to_vec(),
        })
    }
}

/// A path within another.
pub(super) fn joined(scope: &str, key: &str) -> String {
    if scope.is_empty() {
        key.to_owned()
    } else {
        format!("{scope}.{key}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn found(index: &Index, path: &str, scope: &str) -> Option<(String, usize)> {
        let path: Vec<String> = path.split('.').map(str::to_owned).collect();
        index.find(&path, scope).map(|found| (found.key, found.rest.len()))
    }

    #[test]
    fn a_reference_means_what_stands_nearest() {
        let form = json!([
            { "type": "container", "key": "a", "components": [
                { "type": "navSkjemagruppe", "key": "g", "components": [{ "type": "textfield", "key": "x" }] },
                { "type": "selectboxes", "key": "b" } ] },
            { "type": "textfield", "key": "x" },
            { "type": "datagrid", "key": "d", "components": [{ "type": "radiopanel", "key": "y" }] },
        ]);
        let index = Index::new(form.as_array().unwrap());
        let is = |key: &str, rest: usize| Some((key.to_owned(), rest));
        assert_eq!(found(&index, "x", "a"), is("a.x", 0));
        assert_eq!(found(&index, "x", ""), is("x", 0));
        assert_eq!(found(&index, "b.sko", "a"), is("a.b", 1));
        assert_eq!(found(&index, "a.b.sko", "d"), is("a.b", 1));
        assert_eq!(found(&index, "y", ""), is("d.y", 0));
        assert_eq!(found(&index, "z", ""), None);
    }

    #[test]
    fn an_address_has_its_parts_and_no_others() {
        let form = json!([
            { "type": "navAddress", "key": "annen" },
            { "type": "container", "key": "a", "components": [{ "type": "navAddress", "key": "adresse" }] },
        ]);
        let index = Index::new(form.as_array().unwrap());
        let is = |key: &str| Some((key.to_owned(), 1));
        assert_eq!(found(&index, "adresse.borDuINorge", "a"), is("a.adresse"));
        assert_eq!(found(&index, "adresse.borDuINorgeX", "a"), None);
        assert_eq!(found(&index, "borDuINorge", "a"), is("a.adresse"));
        assert_eq!(found(&index, "borDuINorge", ""), is("annen"));
        assert_eq!(found(&index, "land", ""), None);
    }
}
