//! GC Forms of the Government of Canada: one JSON file is one form, and each text stands in it in English and French.
//!
//! In reading order: this file has the form; [`fields`] what is asked, [`choices`] with options and conditions;
//! [`sections`] makes pages of a list of elements, [`groups`] of those that say their own pages; [`texts`] reads both
//! languages.

mod choices;
mod fields;
mod groups;
mod sections;
mod texts;

use std::collections::HashMap;

use serde_json::Value;

use crate::form::{Form, Order, Output, Role, Shown};
use crate::report::{Became, Report};

/// The language that stands beside English.
const FRENCH: &str = "fr";

/// What all parts of the reading need.
pub(crate) struct Reader<'a> {
    report: &'a mut Report,
    /// By id: where it stands in the source, and what it is.
    elements: HashMap<String, (String, &'a Value)>,
    /// The ids in the order in which they stand.
    ids: Vec<String>,
    /// How many fields and texts were read.
    count: usize,
}

/// Reads a form.
///
/// # Errors
/// A sentence, where the text is no form of this system.
pub fn read(text: &str, name: &str, report: &mut Report) -> Result<Form, String> {
    let root: Value = serde_json::from_str(text).map_err(|error| format!("The file is no JSON: {error}."))?;
    let inner = root.get("form").filter(|form| form.is_object()).unwrap_or(&root);
    let Some(all) = inner.get("elements").and_then(Value::as_array) else {
        return Err("The file has no elements, so it is no form of this system.".to_owned());
    };
    let mut reader = Reader {
        report,
        elements: HashMap::new(),
        ids: Vec::new(),
        count: 0,
    };
    reader.collect(all);
    Ok(reader.form(&root, inner, name))
}

impl<'a> Reader<'a> {
    fn collect(&mut self, all: &'a [Value]) {
        for (i, element) in all.iter().enumerate() {
            let place = format!("elements[{i}]");
            let id = id_of(element).unwrap_or_else(|| place.clone());
            if self.elements.contains_key(&id) {
                let says = format!("Another element has the id {id}: the first one is read.");
                self.report.note(Became::Untidy, (&place, "element"), "same_id", says);
                continue;
            }
            self.ids.push(id.clone());
            self.elements.insert(id, (place, element));
        }
    }

    fn form(&mut self, root: &Value, inner: &'a Value, name: &str) -> Form {
        let mut form = Form {
            languages: vec!["en".to_owned(), FRENCH.to_owned()],
            title: self.title(inner, name),
            ..Form::default()
        };
        for key in ["introduction", "startPage", "privacyPolicy"] {
            form.intro.extend(self.said(inner.get(key), key));
        }
        let groups = inner.get("groups").and_then(Value::as_object);
        match groups.filter(|groups| groups.len() > 1) {
            Some(groups) => {
                form.order = Order::ByLinks;
                form.start = Some("start".to_owned());
                self.groups(groups, inner, &mut form);
            }
            None => {
                let order = self.layout(inner);
                let made = self.sections(&order, crate::form::Words::default(), true);
                form.intro.extend(made.before);
                form.pages = made.pages;
                form.before_sending.extend(made.after);
            }
        }
        for key in ["confirmation", "endPage"] {
            form.confirmation.extend(self.said(inner.get(key), key));
        }
        if form
            .pages
            .iter()
            .flat_map(crate::form::Page::fields)
            .any(|field| field.kind.key() == "money")
        {
            form.currency = Some("CAD".to_owned());
        }
        form.pages
            .retain(|page| !page.content.is_empty() || page.role != Role::Asks || !page.next.is_empty());
        form.outputs = outputs(root);
        self.left_out(inner);
        form
    }

    /// The elements in the order in which they are shown: as the layout says, and then what it leaves out.
    fn layout(&mut self, inner: &Value) -> Vec<String> {
        let said = inner.get("layout").and_then(Value::as_array);
        let mut order: Vec<String> = Vec::new();
        for id in said.into_iter().flatten().filter_map(text_or_number) {
            if !order.contains(&id) && self.elements.contains_key(&id) {
                order.push(id);
            }
        }
        if order.is_empty() {
            return self.ids.clone();
        }
        for id in self.ids.clone() {
            if !order.contains(&id) {
                self.not_shown(&id, "The layout does not name this element, so nobody saw it.");
            }
        }
        order
    }

    fn not_shown(&mut self, id: &str, says: &str) {
        if let Some((place, element)) = self.elements.get(id) {
            let kind = element.get("type").and_then(Value::as_str).unwrap_or("element");
            self.report
                .note(Became::NotPossible, (place, kind), "unreachable", says);
        }
    }

    fn title(&mut self, inner: &Value, name: &str) -> crate::form::Words {
        let own = self.words(inner, "title", "title");
        if !own.is_empty() {
            return own;
        }
        let says = "The form has no title: it is called after its file.";
        self.report
            .note(Became::Approximated, ("titleEn", "form"), "no_title", says);
        let stem = name.rsplit(['/', '\\']).next().unwrap_or(name);
        let stem = stem.split('.').next().unwrap_or(stem).replace(['-', '_'], " ");
        crate::form::Words::only(stem)
    }

    /// What one of the texts around the questions says.
    fn said(&mut self, value: Option<&Value>, place: &str) -> Option<Shown> {
        let words = self.markdown(value?, "description", place);
        (!words.is_empty()).then(|| Shown {
            words,
            place: place.to_owned(),
            ..Shown::default()
        })
    }

    /// What Exemplar has no place for, or does by itself.
    fn left_out(&mut self, inner: &Value) {
        const KNOWN: &[(&str, &str)] = &[
            ("emailSubjectEn", "Cases are not sent by e-mail."),
            ("emailSubjectFr", "Cases are not sent by e-mail."),
            ("brand", "Pages look as the operator's do."),
            ("closedMessage", "A service is opened and shut by its owners."),
        ];
        for (key, says) in KNOWN {
            let is_there = match inner.get(key) {
                None | Some(Value::Null) => false,
                Some(Value::String(text)) => !text.trim().is_empty(),
                Some(_) => true,
            };
            if is_there {
                self.report.note(Became::LeftOut, (key, "setting"), "setting", *says);
            }
        }
    }

    /// Whether another field or text may be read.
    fn may_read(&mut self, place: &str) -> bool {
        self.count += 1;
        if self.count == crate::FIELDS + 1 {
            let says = format!(
                "The form has more than {} questions and texts: the rest is not read.",
                crate::FIELDS
            );
            self.report.note(Became::NotPossible, (place, "form"), "too_many", says);
        }
        self.count <= crate::FIELDS
    }
}

/// How answers went out. No address is kept.
fn outputs(root: &Value) -> Vec<Output> {
    let mut out = Vec::new();
    for key in ["submission", "deliveryOption"] {
        let ways = [("email", "e-mail"), ("emailAddress", "e-mail"), ("vault", "download")];
        for (way, what) in ways {
            let is_there = root.get(key).and_then(|output| output.get(way));
            if is_there.is_some_and(|way| *way != Value::Bool(false) && *way != Value::String(String::new())) {
                out.push(Output {
                    what: what.to_owned(),
                    place: format!("{key}.{way}"),
                });
            }
        }
    }
    out
}

/// An id, which may be a number or a text.
fn id_of(element: &Value) -> Option<String> {
    text_or_number(element.get("id")?)
}

fn text_or_number(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.trim().to_owned()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
