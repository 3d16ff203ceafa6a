//! The forms of Defra, in JSON and YAML: one file is one form. Those of the newer engine are read here; those of the
//! older one have the pages and links of XGov, whose reader takes them.
//!
//! In reading order: this file has the form; [`yaml`] its text; [`prepare`] says it in the words that the reader of XGov
//! knows, with [`markdown`] and [`template`]s; [`pages`], [`components`] and [`conditions`] are what is different.

mod components;
mod conditions;
mod markdown;
mod older;
mod pages;
mod prepare;
mod template;
mod yaml;

use std::collections::HashMap;

use serde_json::Value;

use crate::form::{Fee, Form, Output, Shown};
use crate::report::{Became, Report};
use crate::xgov::{Reader, array, says_something, text_of};

/// What all parts of the reading need.
struct Defra<'a> {
    inner: Reader<'a>,
    root: &'a Value,
    /// The names of components, by their ids.
    components: HashMap<String, String>,
    /// The values of options, by their ids.
    items: HashMap<String, String>,
    fees: Vec<Fee>,
}

/// Reads a form.
///
/// # Errors
/// A sentence, where the text is no form of this system.
pub fn read(text: &str, name: &str, report: &mut Report) -> Result<Form, String> {
    let mut root = parsed(text)?;
    let Some(count) = root.get("pages").and_then(Value::as_array).map(Vec::len) else {
        if root.get("tasklist").is_some() {
            let says = "The file is a list of tasks: each of them is a form in a file of its own.";
            report.note(Became::NotPossible, ("tasklist", "form"), "asks_nothing", says);
        }
        return Err("The file has no pages, so it is no form of this system.".to_owned());
    };
    if count > crate::PAGES {
        return Err(format!(
            "The form has {count} pages; at most {} are read.",
            crate::PAGES
        ));
    }
    let by_order = is_by_order(&root);
    prepare::prepare(&mut root, by_order);
    if by_order {
        Ok(Defra::new(&root, name, report).form(name))
    } else {
        older::read(root, name, report)
    }
}

fn parsed(text: &str) -> Result<Value, String> {
    if text.trim_start().starts_with(['{', '[']) {
        return serde_json::from_str(text).map_err(|error| format!("The file is no JSON: {error}."));
    }
    yaml::read(text)
}

/// Whether pages are asked in the order in which they stand: the newer engine, or what is written as for it.
fn is_by_order(root: &Value) -> bool {
    let has_items = array(root, "conditions").iter().any(|one| one.get("items").is_some());
    text_of(root, "engine") == Some("V2") || root.get("schema") == Some(&Value::from(2)) || has_items
}

impl<'a> Defra<'a> {
    fn new(root: &'a Value, name: &str, report: &'a mut Report) -> Self {
        let mut inner = Reader::new(root, name, report);
        let mut components = HashMap::new();
        for component in array(root, "pages").iter().flat_map(|page| array(page, "components")) {
            if let Some(name) = text_of(component, "name") {
                inner.keys.insert(name.to_owned(), vec![name.to_owned()]);
                if let Some(id) = text_of(component, "id") {
                    components.insert(id.to_owned(), name.to_owned());
                }
            }
        }
        let mut items = HashMap::new();
        for item in array(root, "lists").iter().flat_map(|list| array(list, "items")) {
            let value = item.get("value").or_else(|| item.get("text"));
            let value = match value {
                Some(Value::String(text)) => text.clone(),
                Some(value) => value.to_string(),
                None => continue,
            };
            if let Some(id) = text_of(item, "id") {
                items.insert(id.to_owned(), value);
            }
        }
        Self {
            inner,
            root,
            components,
            items,
            fees: Vec::new(),
        }
    }

    fn form(mut self, name: &str) -> Form {
        let root = self.root;
        let mut form = Form {
            languages: vec!["en".to_owned()],
            headings_stay: true,
            conditions: self.conditions(),
            outputs: self.outputs(),
            ..Form::default()
        };
        form.pages = self.pages(array(root, "pages"));
        form.fees = std::mem::take(&mut self.fees);
        if !form.fees.is_empty() {
            form.currency = Some("GBP".to_owned());
        }
        form.title = self.inner.title(&form, name);
        if let Some(declaration) = text_of(root, "declaration") {
            form.before_sending = self.said(declaration, "declaration");
        }
        let after = root["metadata"]
            .get("confirmationContent")
            .and_then(|after| text_of(after, "html"));
        if let Some(after) = after {
            form.confirmation = self.said(after, "metadata.confirmationContent");
        }
        self.left_out();
        form
    }

    fn said(&mut self, html: &str, place: &str) -> Vec<Shown> {
        let fields = self.inner.keys.keys().cloned().collect();
        let words = self.inner.markdown(&template::expand(html, &fields), place);
        let words = self.text(&words, place);
        let shown = Shown {
            words,
            place: place.to_owned(),
            ..Shown::default()
        };
        (!shown.words.is_empty()).then_some(shown).into_iter().collect()
    }

    /// What happened to the answers. Whom they went to is never read.
    fn outputs(&mut self) -> Vec<Output> {
        let output = |what: &str, place: String| Output {
            what: what.to_owned(),
            place,
        };
        let mut out = Vec::new();
        for (i, one) in array(self.root, "outputs").iter().enumerate() {
            let kind = if one.get("emailAddress").is_some() {
                "e-mail"
            } else {
                "a hook"
            };
            out.push(output(kind, format!("outputs[{i}]")));
        }
        if self.root.get("outputEmail").is_some_and(says_something) {
            out.push(output("e-mail", "outputEmail".to_owned()));
        }
        if self.root["metadata"].get("submission").is_some_and(says_something) {
            out.push(output("the grant's own service", "metadata.submission".to_owned()));
        }
        out
    }

    /// What Exemplar has no place for, or does by itself.
    fn left_out(&mut self) {
        self.inner.left_out();
        let keys = self.root.get("metadata").and_then(Value::as_object);
        let keys = keys.into_iter().flatten().filter(|(_, value)| says_something(value));
        let keys: Vec<String> = keys.map(|(key, _)| key.chars().take(40).collect()).collect();
        for key in &keys {
            let says = match key.as_str() {
                "grantRedirectRules" => "Where one is led by how a case stands: the status page says how it stands.",
                "permissions" => "Who may see a page is not said in a service.",
                "tasklist" | "tasklistId" => "The list of tasks is not there: pages are asked one after the other.",
                "referenceNumberPrefix" => "The platform gives each case a reference of its own form.",
                "detailsPage" => "What other systems know of the person is not shown.",
                "confirmationContent" | "submission" => continue,
                _ => continue,
            };
            let place = format!("metadata.{key}");
            self.note(Became::LeftOut, (&place, "setting"), "metadata", says);
        }
        let options = self.root.get("options").and_then(Value::as_object);
        for (key, _) in options.into_iter().flatten().filter(|(_, value)| says_something(value)) {
            let place = format!("options.{}", key.chars().take(40).collect::<String>());
            let says = "The platform decides it: a case has a reference, and every service a page for feedback.";
            self.note(Became::LeftOut, (&place, "setting"), "setting", says);
        }
    }

    fn note(&mut self, became: Became, place: (&str, &str), reason: &'static str, says: impl Into<String>) {
        self.inner.report.note(became, place, reason, says);
    }
}

#[cfg(test)]
mod tests;
