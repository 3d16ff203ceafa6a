//! The Form.io of NAV, Norway: one JSON file is one form, and another one its translations.
//!
//! In reading order: this file has the form; [`pages`] its panels, cut into [`runs`] of what stands together; [`texts`]
//! what is only shown; [`components`] what is asked, with [`rules`], about people, [`people`], and again and again,
//! [`rows`], of which some are [`alike`]; [`sums`] what is worked out; [`ticks`] boxes instead of answers; [`attachments`] documents; [`index`] what references mean; [`conditions`] when things are there, with
//! [`script`]s and what is [`truth`] in them; [`words`] and [`intro`] texts.

mod alike;
mod attachments;
mod components;
mod conditions;
mod index;
mod intro;
mod pages;
mod people;
mod rows;
mod rules;
mod runs;
mod script;
mod texts;
mod ticks;
mod totals;
mod truth;
mod words;

#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_of_rows;

use std::collections::HashMap;

use serde_json::Value;

use crate::form::{Form, Shown, Test, Total, Words};
use crate::report::{Became, Report};
use index::Index;
use words::Translated;

/// What all parts of the reading need.
pub(crate) struct Reader<'a> {
    report: &'a mut Report,
    translated: Translated,
    /// The form's own, then those of its translations.
    languages: Vec<String>,
    index: Index,
    /// Whether a condition hangs on an address being in Norway, so that this is asked by itself.
    asks_in_norway: bool,
    /// When each address is asked, by its key: what hangs on one being given holds then.
    addresses: HashMap<String, Option<Test>>,
    /// What is worked out.
    totals: Vec<Total>,
    /// All that conditions say, to see what hangs on what.
    said: String,
    /// Within so many days documents come that do not come now.
    days_for_documents: Option<u32>,
    /// How many components were read.
    count: usize,
}

/// Whether a file has translations of a form, and not a form.
#[must_use]
pub fn is_translation(text: &str) -> bool {
    serde_json::from_str(text).is_ok_and(|file: Value| words::is_translation(&file))
}

/// Reads a form with its translations.
///
/// # Errors
/// A sentence, where the text is no form of this system.
pub fn read(text: &str, translations: &[&str], name: &str, report: &mut Report) -> Result<Form, String> {
    let root: Value = serde_json::from_str(text).map_err(|error| format!("The file is no JSON: {error}."))?;
    if words::is_translation(&root) {
        return Err("The file has translations only: give it together with its form.".to_owned());
    }
    let Some(components) = root.get("components").and_then(Value::as_array) else {
        return Err("The file has no components, so it is no form of this system.".to_owned());
    };
    if components.len() > crate::PAGES {
        return Err(format!(
            "The form has {} pages; at most {} are read.",
            components.len(),
            crate::PAGES
        ));
    }
    let mut translated = Translated::default();
    for text in translations {
        let is_read = serde_json::from_str(text).is_ok_and(|file: Value| translated.add(&file));
        if !is_read {
            let says = "A file that was given with the form has no translations that can be read.";
            report.note(Became::NotPossible, ("", "file"), "no_translation", says);
        }
    }
    let published = array(&root["properties"], "publishedLanguages")
        .iter()
        .chain(array(&root, "publishedLanguages"));
    let published: Vec<&str> = published.filter_map(Value::as_str).collect();
    let days = root
        .get("properties")
        .and_then(|properties| number(properties.get("ettersendelsesfrist")?));
    let mut reader = Reader {
        languages: translated.languages(text_of(&root, "title").unwrap_or_default(), &published),
        translated,
        index: Index::new(components),
        asks_in_norway: people::asks_in_norway(components, 0),
        addresses: HashMap::new(),
        totals: Vec::new(),
        said: conditions::all_said(components, 0),
        days_for_documents: days
            .and_then(|days| u32::try_from(days).ok())
            .filter(|days| (1..=365).contains(days)),
        count: 0,
        report,
    };
    Ok(reader.form(&root, components, name))
}

impl Reader<'_> {
    fn form(&mut self, root: &Value, components: &[Value], name: &str) -> Form {
        let title = text_of(root, "title").filter(|title| !title.trim().is_empty());
        let title = self.plain(title.unwrap_or(name), "title");
        let intro = self.intro(root);
        let pages = self.pages(components);
        self.around(root);
        let declared = text_of(&root["properties"], "declarationText").filter(|text| !text.trim().is_empty());
        let before_sending = declared.map(|text| Shown {
            words: self.markdown(text, "properties.declarationText"),
            place: "properties.declarationText".to_owned(),
            ..Shown::default()
        });
        Form {
            title: if title.is_empty() { Words::only(name) } else { title },
            languages: self.languages.clone(),
            currency: Some("NOK".to_owned()),
            pages,
            totals: std::mem::take(&mut self.totals),
            intro,
            before_sending: before_sending.into_iter().collect(),
            ..Form::default()
        }
    }

    /// What says how the form is handed in, and not what is asked.
    fn around(&mut self, root: &Value) {
        let properties = &root["properties"];
        let types: Vec<&str> = array(properties, "submissionTypes")
            .iter()
            .filter_map(Value::as_str)
            .collect();
        if types.iter().any(|kind| kind.contains("PAPER") || kind.contains("PDF")) {
            let says = "The form could be printed and sent by post: staff can enter what comes on paper.";
            self.report
                .note(Became::LeftOut, ("properties", "submissionTypes"), "on_paper", says);
        }
        if !array(properties, "signatures").is_empty() {
            let says = "Lines to sign on paper are left out: whoever sends it here is known.";
            self.report
                .note(Became::LeftOut, ("properties", "signatures"), "on_paper", says);
        }
        if let Some(days) = number(&properties["mellomlagringDurationDays"]).filter(|days| *days != 28) {
            let says = format!("Drafts were kept for {days} days: say so under keep.");
            self.report
                .note(Became::ToComplete, ("properties", "draft"), "keep_draft", says);
        }
        if !array(properties, "enhetstyper").is_empty()
            && properties["enhetMaVelgesVedPapirInnsending"] == Value::Bool(true)
        {
            let says = "On paper an office was chosen: offices stand in organisations.yaml.";
            self.report
                .note(Became::LeftOut, ("properties", "enhetstyper"), "on_paper", says);
        }
    }
}

fn array<'v>(of: &'v Value, key: &str) -> &'v [Value] {
    of.get(key).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

fn text_of<'v>(of: &'v Value, key: &str) -> Option<&'v str> {
    of.get(key).and_then(Value::as_str)
}

/// A whole number, written as one or as a text. An empty text is none.
fn number(value: &Value) -> Option<i64> {
    match value {
        Value::Number(number) => number.as_i64(),
        Value::String(text) => text.trim().parse().ok(),
        _ => None,
    }
}
