//! Options: from the lists of the form, by the name that a component gives in one of two places.

use std::collections::HashMap;

use serde_json::Value;

use super::{Reader, array, text_of};
use crate::form::{Choice, Test};
use crate::report::{Became, Report};

/// The most options that are read of one list.
const OPTIONS: usize = 5_000;

/// All lists.
pub(super) fn by_name(root: &Value) -> HashMap<&str, &Value> {
    array(root, "lists")
        .iter()
        .filter_map(|list| Some((text_of(list, "name")?, list)))
        .collect()
}

/// The name of the list of a component.
pub(super) fn list_of(component: &Value) -> Option<&str> {
    let own = text_of(component, "list");
    own.or_else(|| text_of(component.get("options")?, "list"))
        .filter(|name| !name.is_empty())
}

impl Reader<'_> {
    /// The options of a component, and the fields that some of them open: each with the option that opens it.
    pub(super) fn options(&mut self, component: &Value, place: &str) -> (Vec<Choice>, Vec<(String, Value)>) {
        let (mut options, mut opened) = (Vec::new(), Vec::new());
        let name = list_of(component);
        let list = name.and_then(|name| self.lists.get(name).copied());
        let items: &[Value] = match list {
            Some(list) => array(list, "items"),
            None => component.get("values").map_or(&[], |values| array(values, "items")),
        };
        if list.is_none() && items.is_empty() {
            let says = format!("There is no list \"{}\" of options.", name.unwrap_or_default());
            self.report.note(Became::Untidy, (place, "list"), "no_such_list", says);
        }
        for item in items.iter().take(OPTIONS) {
            let value = value_of(item);
            let label = item
                .get("text")
                .or_else(|| item.get("label"))
                .map(|text| self.words(text, place))
                .unwrap_or_default();
            if label.is_empty() {
                let says = "An option has no words, so it is left out.";
                self.report
                    .note(Became::Untidy, (place, "option"), "option_without_words", says);
                continue;
            }
            let hint = item.get("description").or_else(|| item.get("hint"));
            let when: Option<Test> = text_of(item, "condition")
                .filter(|text| !text.is_empty())
                .map(|name| self.reference(name));
            for component in item
                .get("conditional")
                .map_or(&[][..], |conditional| array(conditional, "components"))
            {
                opened.push((value.clone(), component.clone()));
            }
            options.push(Choice {
                value,
                hint: hint.map(|hint| self.words(hint, place)).unwrap_or_default(),
                label,
                when,
                alone: text_of(item, "behaviour") == Some("exclusive"),
            });
        }
        alike(&mut options, place, self.report);
        (options, opened)
    }
}

/// Of options that stand twice with one value and one label, one stays.
fn alike(options: &mut Vec<Choice>, place: &str, report: &mut Report) {
    let mut kept: Vec<Choice> = Vec::with_capacity(options.len());
    for option in options.drain(..) {
        if kept
            .iter()
            .any(|known| known.value == option.value && known.label == option.label)
        {
            let says = format!("The option \"{}\" stands twice.", option.label.own);
            report.note(Became::Untidy, (place, "option"), "option_twice", says);
        } else {
            kept.push(option);
        }
    }
    *options = kept;
}

fn value_of(item: &Value) -> String {
    match item.get("value") {
        Some(Value::String(text)) => text.clone(),
        Some(Value::Number(number)) => number.to_string(),
        Some(Value::Bool(yes)) => yes.to_string(),
        _ => text_of(item, "text").unwrap_or_default().to_owned(),
    }
}
