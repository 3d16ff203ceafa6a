//! The digital form builder of XGov, versions 1 and 2: one JSON file is one form.
//!
//! In reading order: this file has the form; [`pages`] its pages and links; [`components`] what stands on them;
//! [`lists`] their options; [`by_hand`] pages that repeat without saying so; [`conditions`] both ways of writing conditions, with [`expression`]s; [`shown`] texts.

mod by_hand;
mod components;
pub(crate) mod conditions;
mod expression;
mod lists;
mod pages;
mod rules;
mod shown;

use std::collections::HashMap;

use indexmap::IndexMap;
use serde_json::Value;

use crate::form::{Condition, Fee, Form, Order, Output, Shown, Test, Words};
use crate::names;
use crate::report::{Became, Report};

/// Headings of first pages that do not say what a form is for.
const FIRST: [&str; 5] = [
    "before you start",
    "what we need to know",
    "start",
    "first page",
    "cyn i chi ddechrau",
];

/// What all parts of the reading need.
pub(crate) struct Reader<'a> {
    root: &'a Value,
    language: &'static str,
    pub(crate) report: &'a mut Report,
    /// Lists of options, by name.
    lists: HashMap<&'a str, &'a Value>,
    /// The keys of fields, by their names without the section.
    pub(crate) keys: HashMap<String, Vec<String>>,
    /// The names of conditions.
    named: Vec<String>,
    /// All conditions as they are written, to look names up in.
    written_conditions: String,
    /// How many fields and texts were read.
    count: usize,
}

/// Reads a form.
///
/// # Errors
/// A sentence, where the text is no form of this system.
pub fn read(text: &str, name: &str, report: &mut Report) -> Result<Form, String> {
    let root: Value = serde_json::from_str(text).map_err(|error| format!("The file is no JSON: {error}."))?;
    read_value(&root, name, report)
}

/// Reads a form whose text was read already.
pub(crate) fn read_value(root: &Value, name: &str, report: &mut Report) -> Result<Form, String> {
    let Some(all) = root.get("pages").and_then(Value::as_array) else {
        return Err("The file has no pages, so it is no form of this system.".to_owned());
    };
    if all.len() > crate::PAGES {
        return Err(format!(
            "The form has {} pages; at most {} are read.",
            all.len(),
            crate::PAGES
        ));
    }
    let mut reader = Reader::new(root, name, report);
    reader.keys = pages::keys(all);
    Ok(reader.form(all, name))
}

/// The language of a file, which only the names of its folder or its own say: `cy/costs.json`, `costs-cy.json`.
fn language(name: &str) -> &'static str {
    let stem = name.strip_suffix(".json").unwrap_or(name);
    let is_welsh = stem.split(['/', '\\']).any(|part| part == "cy") || stem.ends_with("-cy") || stem.ends_with("_cy");
    if is_welsh { "cy" } else { "en" }
}

impl<'a> Reader<'a> {
    /// A reader of a form in which no field is known yet.
    pub(crate) fn new(root: &'a Value, name: &str, report: &'a mut Report) -> Self {
        Self {
            language: language(name),
            lists: lists::by_name(root),
            keys: HashMap::new(),
            named: array(root, "conditions")
                .iter()
                .filter_map(|condition| Some(text_of(condition, "name")?.to_owned()))
                .collect(),
            written_conditions: written_conditions(root),
            count: 0,
            report,
            root,
        }
    }

    fn form(&mut self, all: &[Value], name: &str) -> Form {
        let mut form = Form {
            languages: vec![self.language.to_owned()],
            start: text_of(self.root, "startPage").map(str::to_owned),
            order: Order::ByLinks,
            headings_stay: true,
            conditions: self.conditions(),
            outputs: self.outputs(),
            ..Form::default()
        };
        form.pages = all.iter().enumerate().map(|(i, page)| self.page(page, i)).collect();
        self.link_start(&mut form);
        by_hand::gather(&mut form, self.root, self.report);
        pages::links_by_their_pages(&mut form.pages, self.report);
        form.fees = self.fees();
        if !form.fees.is_empty() {
            form.currency = Some("GBP".to_owned());
        }
        form.title = self.title(&form, name);
        if let Some(declaration) = text_of(self.root, "declaration").filter(|text| !text.trim().is_empty()) {
            let words = self.markdown(declaration, "declaration");
            form.before_sending.push(shown_at(words, "declaration"));
        }
        form.confirmation = self.confirmation();
        self.left_out();
        form
    }

    /// The title: its own, else the first heading, else the file's name.
    pub(crate) fn title(&mut self, form: &Form, name: &str) -> Words {
        let own = self
            .root
            .get("name")
            .map(|name| self.words(name, "name"))
            .unwrap_or_default();
        if !own.is_empty() {
            return own;
        }
        let first = form.pages.iter().find(|page| Some(&page.id) == form.start.as_ref());
        let first = first.or(form.pages.first());
        let asks = first.is_some_and(|page| page.fields().next().is_some());
        let first = first.map(|page| page.title.clone()).unwrap_or_default();
        let says_nothing = FIRST.contains(&first.own.trim().to_lowercase().as_str());
        let words = if first.is_empty() || asks || says_nothing {
            let stem = name.rsplit(['/', '\\']).next().unwrap_or(name);
            Words::only(names::title_of_file(stem.split('.').next().unwrap_or(name)))
        } else {
            first
        };
        let says = "The form has no name: it is called after its first page, or its file.";
        self.report
            .note(Became::Approximated, ("name", "form"), "no_title", says);
        words
    }

    fn conditions(&mut self) -> IndexMap<String, Condition> {
        let mut out = IndexMap::new();
        for (i, condition) in array(self.root, "conditions").iter().enumerate() {
            let place = format!("conditions[{i}]");
            let Some(name) = text_of(condition, "name") else {
                continue;
            };
            let test = self.condition(condition.get("value").unwrap_or(&Value::Null));
            let called = text_of(condition, "displayName").unwrap_or(name);
            let called = crate::html::to_plain(called).text;
            out.insert(name.to_owned(), Condition { called, test, place });
        }
        out
    }

    fn fees(&mut self) -> Vec<Fee> {
        let mut out = Vec::new();
        for (i, fee) in array(self.root, "fees").iter().enumerate() {
            let place = format!("fees[{i}]");
            let pence = fee.get("amount").and_then(number);
            let Some(pence) = pence else {
                let says = "The amount is no number.";
                self.report
                    .note(Became::NotPossible, (&place, "fee"), "fee_amount", says);
                continue;
            };
            let amount = (pence / rust_decimal::Decimal::from(100)).normalize().to_string();
            let when = text_of(fee, "condition")
                .filter(|name| !name.is_empty())
                .map(|name| self.reference(name));
            let times = text_of(fee, "multiplier").filter(|key| !key.is_empty());
            let times = times.map(|key| self.resolved(key).into_iter().next().unwrap_or_else(|| key.to_owned()));
            out.push(Fee {
                called: fee
                    .get("description")
                    .map(|words| self.words(words, &place))
                    .unwrap_or_default(),
                amount,
                cases: Vec::new(),
                when,
                times,
                place,
            });
        }
        out
    }

    pub(crate) fn outputs(&mut self) -> Vec<Output> {
        let all = array(self.root, "outputs").iter().enumerate();
        let known = all.filter_map(|(i, output)| {
            Some(Output {
                what: text_of(output, "type")?
                    .chars()
                    .filter(char::is_ascii_alphabetic)
                    .take(20)
                    .collect(),
                place: format!("outputs[{i}]"),
            })
        });
        known.collect()
    }

    /// What the confirmation page says.
    fn confirmation(&mut self) -> Vec<Shown> {
        let Some(page) = self
            .root
            .get("specialPages")
            .and_then(|pages| pages.get("confirmationPage"))
        else {
            return Vec::new();
        };
        let mut out = Vec::new();
        if let Some(next) = page.get("customText").and_then(|text| text_of(text, "nextSteps")) {
            let place = "specialPages.confirmationPage.customText";
            out.push(shown_at(self.markdown(next, place), place));
        }
        for (i, component) in array(page, "components").iter().enumerate() {
            let place = format!("specialPages.confirmationPage.components[{i}]");
            if let Some(shown) = self.shown(component, &place) {
                out.push(shown);
            }
        }
        out
    }

    /// What Exemplar has no place for, or does by itself.
    pub(crate) fn left_out(&mut self) {
        const KNOWN: &[(&str, &str)] = &[
            (
                "feeOptions",
                "How a fee is paid is said under payment, and set up by the operator.",
            ),
            ("payApiKey", "Keys are never taken over."),
            ("metadata", "It is for the system that the form comes from."),
            ("feedback", "Every service has a page for feedback."),
            ("phaseBanner", "The phase stands in standard.yaml."),
            ("analytics", "Nothing follows people here."),
            ("authentication", "Who signs in is said by the operator."),
            ("magicLinkConfig", "Everybody can come back to a draft by a link."),
            ("jwtKey", "Keys are never taken over."),
            ("toggle", "A service is opened and shut by its owners."),
            ("toggleRedirect", "A service is opened and shut by its owners."),
            (
                "allowedDomains",
                "Whose addresses can be used is not said in a service.",
            ),
            ("returnTo", "Where one came from is not followed."),
            ("retryTimeoutSeconds", "Waiting times are those of the platform."),
            ("confirmationSessionTimeout", "Waiting times are those of the platform."),
        ];
        for (key, says) in KNOWN {
            if self.root.get(key).is_some_and(says_something) {
                self.report.note(Became::LeftOut, (key, "setting"), "setting", *says);
            }
        }
        if self.root.get("skipSummary") == Some(&Value::Bool(true)) {
            let says = "Everybody can check their answers before sending.";
            self.report
                .note(Became::Approximated, ("skipSummary", "setting"), "check_answers", says);
        }
    }

    /// The keys of the fields that a reference means: by section and name, or by name alone.
    fn resolved(&self, reference: &str) -> Vec<String> {
        let reference = reference.trim();
        let bare = reference.rsplit('.').next().unwrap_or(reference);
        let Some(keys) = self.keys.get(bare) else {
            return Vec::new();
        };
        if keys.iter().any(|key| key == reference) {
            return vec![reference.to_owned()];
        }
        keys.clone()
    }

    /// A condition that is named, or written out where a name is meant.
    fn reference(&mut self, written: &str) -> Test {
        let written = written.trim();
        if self.named.iter().any(|name| name == written) {
            return Test::Named(written.to_owned());
        }
        self.expression(written)
    }

    /// Whether another field or text may be read.
    pub(crate) fn may_read(&mut self, place: &str) -> bool {
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

/// The conditions of a form, and where else its lists and pages say one, as one text.
fn written_conditions(root: &Value) -> String {
    let conditions = root.get("conditions").map(Value::to_string).unwrap_or_default();
    let links = array(root, "pages").iter().flat_map(|page| array(page, "next"));
    let links: Vec<&str> = links.filter_map(|link| text_of(link, "if")).collect();
    format!("{conditions} {}", links.join(" "))
}

fn shown_at(words: Words, place: &str) -> Shown {
    Shown {
        words,
        place: place.to_owned(),
        ..Shown::default()
    }
}

pub(crate) fn says_something(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => false,
        Value::String(text) => !text.is_empty(),
        Value::Object(map) => !map.is_empty(),
        Value::Array(all) => !all.is_empty(),
        _ => true,
    }
}

/// The entries under a key; none where there is no list.
pub(crate) fn array<'v>(value: &'v Value, key: &str) -> &'v [Value] {
    value.get(key).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

/// The text under a key.
pub(crate) fn text_of<'v>(value: &'v Value, key: &str) -> Option<&'v str> {
    value.get(key).and_then(Value::as_str)
}

/// A number, also where it is written as a text.
pub(crate) fn number(value: &Value) -> Option<rust_decimal::Decimal> {
    match value {
        Value::Number(number) => number.to_string().parse().ok(),
        Value::String(text) => text.trim().parse().ok(),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
