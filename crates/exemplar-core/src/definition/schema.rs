//! A JSON Schema of service.yaml, so that editors complete and explain keys. Made from the table of keys.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::keys::{DOCUMENT, Heading, OPTION, Rule, SERVICE, Shape};
use crate::kind::{KEYS, KindKeys, Takes, countries_of};

/// The schema.
#[must_use]
pub fn schema() -> Value {
    let mut places = Places::default();
    let root = places.heading(&SERVICE);
    let definitions: Map<String, Value> = places.made.into_iter().collect();
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A service",
        "$ref": root,
        "required": ["name", "organisation"],
        "$defs": definitions,
    })
}

/// The places made so far, by name. A place may hold itself.
#[derive(Default)]
struct Places {
    made: BTreeMap<String, Value>,
}

impl Places {
    /// A reference to the place, which is made where it is not yet.
    fn heading(&mut self, heading: &'static Heading) -> String {
        let name = heading
            .name
            .trim_start_matches("a ")
            .trim_start_matches("an ")
            .replace(' ', "_");
        let reference = format!("#/$defs/{name}");
        if self.made.contains_key(&name) {
            return reference;
        }
        self.made.insert(name.clone(), Value::Null);
        let mut properties = Map::new();
        for rule in heading.keys.iter().filter(|rule| !matches!(rule.takes, Shape::Later)) {
            properties.insert(rule.key.to_owned(), self.rule(rule));
        }
        if heading.kind {
            for kind in KEYS {
                properties.insert(kind.key.to_owned(), self.kind(kind));
            }
        }
        let place = json!({ "type": "object", "additionalProperties": false, "properties": properties });
        self.made.insert(name, place);
        reference
    }

    fn rule(&mut self, rule: &Rule) -> Value {
        described(self.shape(rule.takes), rule.says)
    }

    fn shape(&mut self, shape: Shape) -> Value {
        match shape {
            Shape::Words | Shape::Plain => json!({ "type": ["string", "number", "boolean"] }),
            Shape::Name | Shape::Condition | Shape::Amount | Shape::Duration | Shape::Keeping | Shape::Moment => {
                json!({ "type": ["string", "number"] })
            }
            Shape::Names | Shape::Expressions => json!({ "type": ["array", "string"], "items": { "type": "string" } }),
            Shape::Yes => json!({ "enum": ["yes", true] }),
            Shape::Count => json!({ "type": ["integer", "string"] }),
            Shape::Cases => cases(),
            Shape::OneOf(words) => {
                let numbers = words
                    .iter()
                    .filter_map(|word| word.parse::<i64>().ok())
                    .map(Value::from);
                let words = words.iter().map(|word| Value::from(*word));
                json!({ "enum": words.chain(numbers).collect::<Vec<_>>() })
            }
            Shape::Under(heading) => json!({ "$ref": self.heading(heading) }),
            Shape::YesOr(inner) => {
                json!({ "anyOf": [self.shape(Shape::Yes), { "type": "object", "additionalProperties": self.shape(*inner) }] })
            }
            Shape::ListOf(heading) => json!({ "type": "array", "items": { "$ref": self.heading(heading) } }),
            Shape::Each(inner) => {
                json!({ "type": "object", "additionalProperties": self.shape(*inner) })
            }
            Shape::WordsOr(heading) => {
                json!({ "anyOf": [{ "type": ["string", "number", "boolean"] }, { "$ref": self.heading(heading) }] })
            }
            Shape::CasesOr(heading) => json!({ "anyOf": [cases(), { "$ref": self.heading(heading) }] }),
            Shape::CasesOrEach(inner) => {
                json!({ "anyOf": [cases(), { "type": "object", "additionalProperties": self.shape(*inner) }] })
            }
            Shape::Options => {
                let option = self.shape(Shape::WordsOr(&OPTION));
                json!({ "type": ["object", "string"], "additionalProperties": option })
            }
            Shape::Documents => {
                let document = self.shape(Shape::WordsOr(&DOCUMENT));
                json!({ "type": "object", "additionalProperties": document })
            }
            Shape::Kind(kind) => self.kind(kind),
            Shape::Cells | Shape::Answer | Shape::Later => json!({}),
        }
    }

    /// A kind of answer: bare, words or options straight after it, or rules beneath.
    fn kind(&mut self, kind: &KindKeys) -> Value {
        let made = match kind.takes {
            Takes::Choices => self.shape(Shape::Options),
            Takes::Documents => self.shape(Shape::Documents),
            Takes::Words => self.shape(Shape::Words),
            _ => {
                let rules = kind.rules.iter();
                let mut rules: Map<String, Value> = rules
                    .map(|rule| (rule.key.to_owned(), described(takes(rule.takes), rule.says)))
                    .collect();
                if let Some(note) = SERVICE.rule("note") {
                    rules.insert(note.key.to_owned(), self.rule(note));
                }
                json!({ "type": ["object", "null"], "additionalProperties": false, "properties": rules })
            }
        };
        described(made, kind.says)
    }
}

fn cases() -> Value {
    json!({ "type": ["string", "number", "array"], "items": { "type": ["string", "number"] } })
}

fn takes(takes: Takes) -> Value {
    match takes {
        Takes::Yes => json!({ "enum": ["yes", "no", true, false] }),
        Takes::OneOf(words) => json!({ "enum": words }),
        Takes::CountryOf(kind) => {
            let countries = countries_of(kind).into_iter();
            let named = countries.map(|(country, called)| json!({ "enum": [country], "description": called }));
            json!({ "anyOf": named.collect::<Vec<_>>() })
        }
        Takes::SomeOf(words) => json!({ "type": "array", "items": { "enum": words } }),
        Takes::Count => json!({ "type": ["integer", "string"], "minimum": 0 }),
        Takes::Number => json!({ "type": ["number", "string"] }),
        Takes::Bound(_) => cases(),
        Takes::Nothing
        | Takes::Words
        | Takes::Plain
        | Takes::Size
        | Takes::Length
        | Takes::Choices
        | Takes::Calendar
        | Takes::Documents => {
            json!({ "type": ["string", "number"] })
        }
    }
}

fn described(mut schema: Value, says: &str) -> Value {
    if let Value::Object(schema) = &mut schema {
        schema.insert("description".to_owned(), says.into());
    }
    schema
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_reference_leads_somewhere() {
        fn references<'v>(value: &'v Value, found: &mut Vec<&'v str>) {
            match value {
                Value::Object(object) => {
                    found.extend(object.get("$ref").and_then(Value::as_str));
                    object.values().for_each(|value| references(value, found));
                }
                Value::Array(values) => values.iter().for_each(|value| references(value, found)),
                _ => {}
            }
        }
        let schema = schema();
        let mut found = Vec::new();
        references(&schema, &mut found);
        assert!(found.len() > 10);
        for reference in found {
            assert!(
                schema
                    .pointer(reference.trim_start_matches('#'))
                    .is_some_and(Value::is_object),
                "{reference}"
            );
        }
    }

    #[test]
    fn every_kind_and_key_is_explained() {
        let schema = schema();
        let page = schema.pointer("/$defs/page/properties").unwrap();
        for key in ["ask", "when", "one_of", "date", "must"] {
            assert!(page[key]["description"].is_string(), "{key}");
        }
    }
}
