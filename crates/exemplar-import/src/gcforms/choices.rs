//! Options, and the conditions that look at them: `8.0` is the first option of element 8.

use serde_json::Value;

use super::{Reader, text_or_number};
use crate::form::{Choice, Kind, Test, Words};
use crate::report::Became;

impl Reader<'_> {
    /// What a list of options becomes: a choice, a question of yes or no, or words to agree with.
    pub(super) fn choice(&mut self, kind: &str, properties: &Value, place: &str) -> Kind {
        let options = self.options(kind, properties, place);
        if options.is_empty() {
            return self.without_options(properties, place);
        }
        let many = kind == "checkbox";
        let validation = &properties["validation"];
        let is = |key: &str| validation.get(key) == Some(&Value::Bool(true));
        if many && is("all") {
            return self.attestation(options, place);
        }
        if many && options.len() == 1 && is("required") {
            let words = options
                .into_iter()
                .next()
                .map(|option| option.label)
                .unwrap_or_default();
            return Kind::Declaration(words);
        }
        if yes_place(properties).is_some() {
            if many {
                let says = "Yes and no are boxes to tick here: one asks which it is.";
                self.report.note(Became::Untidy, (place, kind), "boxes_yes_no", says);
            }
            return Kind::plain("yes_no");
        }
        Kind::Choice {
            many,
            options,
            list: None,
        }
    }

    fn options(&mut self, kind: &str, properties: &Value, place: &str) -> Vec<Choice> {
        let all = properties.get("choices").and_then(Value::as_array);
        let mut out: Vec<Choice> = Vec::new();
        for (i, choice) in all.into_iter().flatten().enumerate() {
            let label = self.label(choice, place);
            let begins = label.own.to_lowercase();
            let asks_to_choose = ["select", "choose", "please", "--"]
                .iter()
                .any(|word| begins.starts_with(word));
            let is_first_of_list = i == 0 && matches!(kind, "dropdown" | "combobox");
            if is_first_of_list && asks_to_choose {
                let says = format!("\"{}\" is no answer, but asks for one: it is left out.", label.own);
                self.report.note(Became::LeftOut, (place, "option"), "prompt", says);
                continue;
            }
            if label.is_empty() {
                continue;
            }
            if out.iter().any(|known| known.label.own == label.own) {
                let says = format!("\"{}\" is offered twice: once is enough.", label.own);
                self.report.note(Became::Untidy, (place, "option"), "same_option", says);
                continue;
            }
            out.push(Choice {
                value: i.to_string(),
                label,
                ..Choice::default()
            });
        }
        out
    }

    /// Options that stand elsewhere, or nowhere.
    fn without_options(&mut self, properties: &Value, place: &str) -> Kind {
        let Some(list) = properties.get("managedChoices").and_then(Value::as_str) else {
            return Kind::Unknown;
        };
        if list.to_lowercase().contains("countr") {
            return Kind::plain("country");
        }
        let says = format!("The options are a list \"{list}\" that is not in the file: the answer is a line of text.");
        self.report
            .note(Became::Approximated, (place, "options"), "list_elsewhere", says);
        Kind::plain("text")
    }

    /// All boxes must be ticked: the words stand above one box.
    fn attestation(&mut self, options: Vec<Choice>, place: &str) -> Kind {
        if let [only] = options.as_slice() {
            return Kind::Declaration(only.label.clone());
        }
        let says = "All boxes had to be ticked. Here their words stand above one box.";
        self.report
            .note(Became::Approximated, (place, "attestation"), "attestation", says);
        Kind::Declaration(Words::only("I confirm all of this").and(super::FRENCH, "Je confirme tout ce qui précède"))
    }

    /// One of the options that are named must have been chosen.
    pub(super) fn rules(&mut self, properties: &Value) -> Option<Test> {
        let rules = properties.get("conditionalRules").and_then(Value::as_array)?;
        let named = rules.iter().filter_map(|rule| text_or_number(rule.get("choiceId")?));
        let tests: Vec<Test> = named.collect::<Vec<_>>().iter().map(|id| self.chosen(id)).collect();
        match tests.len() {
            0 => None,
            1 => tests.into_iter().next(),
            _ => Some(Test::Any(tests)),
        }
    }

    /// That an option was chosen.
    pub(super) fn chosen(&self, choice: &str) -> Test {
        let (id, option) = match choice.split_once('.') {
            Some((id, option)) => (id, option),
            None => return Test::Answered(choice.to_owned()),
        };
        let none = Value::Null;
        let element = self.elements.get(id).map_or(&none, |(_, element)| element);
        let properties = &element["properties"];
        let many = element["type"].as_str() == Some("checkbox");
        let is = |key: &str| properties["validation"].get(key) == Some(&Value::Bool(true));
        let alone = properties["choices"]
            .as_array()
            .is_some_and(|choices| choices.len() == 1);
        if many && (is("all") || (alone && is("required"))) {
            return Test::is(id, "yes");
        }
        match yes_place(properties) {
            Some(yes) => Test::is(id, if option == yes.to_string() { "yes" } else { "no" }),
            None if many => Test::Contains {
                field: id.to_owned(),
                option: option.to_owned(),
            },
            None => Test::is(id, option),
        }
    }
}

/// Where yes stands among options that are yes and no.
fn yes_place(properties: &Value) -> Option<usize> {
    let choices = properties.get("choices").and_then(Value::as_array)?;
    let is = |at: usize, word: &str| {
        let label = choices
            .get(at)
            .and_then(|choice| choice.get("en"))
            .and_then(Value::as_str);
        label.is_some_and(|label| label.trim().trim_end_matches('.').eq_ignore_ascii_case(word))
    };
    if choices.len() != 2 {
        return None;
    }
    (0..2).find(|yes| is(*yes, "yes") && is(1 - *yes, "no"))
}
