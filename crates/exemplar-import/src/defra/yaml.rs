//! A file of YAML as the same values that JSON has. Tags that nobody knows are kept as text, and what refers to another
//! place of the file is written out. What YAML can say beyond that is refused.

use std::collections::HashMap;

use granit_parser::{Event, Parser, ScalarStyle, Tag};
use serde_json::{Map, Number, Value};

/// The most values of a file, with those that are written out.
const VALUES: usize = 300_000;
/// The deepest heading.
const DEPTH: usize = 60;

/// Reads a file.
///
/// # Errors
/// A sentence, where it is no YAML, or too much.
pub(super) fn read(text: &str) -> Result<Value, String> {
    let mut building = Building::default();
    for event in Parser::new_from_str(text) {
        let (event, span) = event.map_err(|error| {
            let line = error.marker().line();
            format!("The file is no YAML that can be read, from line {line} on.")
        })?;
        // Whatever follows the first document belongs to something else.
        if matches!(event, Event::DocumentEnd) {
            break;
        }
        building
            .event(event)
            .map_err(|says| format!("{says} (line {})", span.start.line()))?;
    }
    Ok(building.root.unwrap_or(Value::Null))
}

/// A mapping or list that is not closed yet, with the number by which others refer to it.
enum Open {
    List(Vec<Value>, usize),
    Map(Map<String, Value>, Option<String>, usize),
}

#[derive(Default)]
struct Building {
    open: Vec<Open>,
    root: Option<Value>,
    /// What others refer to, and how many values it has.
    known: HashMap<usize, (Value, usize)>,
    values: usize,
}

impl Building {
    fn event(&mut self, event: Event<'_>) -> Result<(), String> {
        match event {
            Event::Scalar(text, style, anchor, tag) => {
                let value = scalar(&text, style, tag.as_deref());
                self.put(value, anchor, 1)
            }
            Event::Alias(anchor) => {
                let Some((value, size)) = self.known.get(&anchor).cloned() else {
                    return Err("A part of the file refers to itself.".to_owned());
                };
                self.put(value, 0, size)
            }
            Event::SequenceStart(_, anchor, _) => self.begin(Open::List(Vec::new(), anchor)),
            Event::MappingStart(_, anchor, _) => self.begin(Open::Map(Map::new(), None, anchor)),
            Event::SequenceEnd | Event::MappingEnd => match self.open.pop() {
                Some(Open::List(values, anchor)) => self.put(Value::Array(values), anchor, 1),
                Some(Open::Map(map, _, anchor)) => self.put(Value::Object(map), anchor, 1),
                None => Ok(()),
            },
            _ => Ok(()),
        }
    }

    fn begin(&mut self, open: Open) -> Result<(), String> {
        if self.open.len() >= DEPTH {
            return Err(format!("Headings stand more than {DEPTH} deep."));
        }
        if let Some(Open::Map(_, None, _)) = self.open.last() {
            return Err("A heading is no word.".to_owned());
        }
        self.open.push(open);
        Ok(())
    }

    fn put(&mut self, value: Value, anchor: usize, size: usize) -> Result<(), String> {
        self.values += size;
        if self.values > VALUES {
            return Err(format!("The file has more than {VALUES} values."));
        }
        if anchor != 0 {
            self.known.insert(anchor, (value.clone(), size_of(&value)));
        }
        match self.open.last_mut() {
            None => self.root = Some(value),
            Some(Open::List(values, _)) => values.push(value),
            Some(Open::Map(map, key, _)) => match key.take() {
                Some(key) => drop(map.insert(key, value)),
                None => *key = Some(written(&value)),
            },
        }
        Ok(())
    }
}

fn size_of(value: &Value) -> usize {
    match value {
        Value::Array(values) => 1 + values.iter().map(size_of).sum::<usize>(),
        Value::Object(map) => 1 + map.values().map(size_of).sum::<usize>(),
        _ => 1,
    }
}

fn written(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Null => String::new(),
        other => other.to_string(),
    }
}

/// A text, or what an unquoted text stands for: nothing, yes and no, a number.
fn scalar(text: &str, style: ScalarStyle, tag: Option<&Tag>) -> Value {
    if let Some(tag) = tag {
        let (handle, suffix) = (tag.handle(), tag.suffix());
        if handle == "!" && !suffix.is_empty() {
            // `!charity` was meant as the opposite of a condition, and YAML takes it for a tag.
            return Value::String(format!("!{suffix} {text}").trim_end().to_owned());
        }
        return Value::String(text.to_owned());
    }
    if style != ScalarStyle::Plain {
        return Value::String(text.to_owned());
    }
    match text {
        "" | "~" | "null" | "Null" | "NULL" => Value::Null,
        "true" | "True" | "TRUE" => Value::Bool(true),
        "false" | "False" | "FALSE" => Value::Bool(false),
        text => number(text).map_or_else(|| Value::String(text.to_owned()), Value::Number),
    }
}

/// A number; `0300` is a text that somebody typed.
fn number(text: &str) -> Option<Number> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let begins = digits.starts_with(|c: char| c.is_ascii_digit());
    let is_padded = digits.len() > 1 && digits.starts_with('0') && !digits.starts_with("0.");
    if !begins || is_padded || text.len() > 30 {
        return None;
    }
    if let Ok(whole) = text.parse::<i64>() {
        return Some(Number::from(whole));
    }
    let is_plain = digits.chars().all(|c| c.is_ascii_digit() || c == '.');
    text.parse::<f64>().ok().filter(|_| is_plain).and_then(Number::from_f64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn check(yaml: &str, value: &Value) {
        assert_eq!(read(yaml).as_ref(), Ok(value), "{yaml}");
    }

    #[test]
    fn values_are_those_of_json() {
        check(
            "a: 1\nb: 1.5\nc: '1'\nd: true\ne: ~\nf: 0300\ng: 2026-01-01\nh: [x, -2]\n",
            &json!({"a": 1, "b": 1.5, "c": "1", "d": true, "e": null, "f": "0300", "g": "2026-01-01", "h": ["x", -2]}),
        );
        check("a: |\n  one\n  two\n", &json!({"a": "one\ntwo\n"}));
    }

    #[test]
    fn an_unknown_tag_is_a_text_that_begins_with_a_mark() {
        check("a: !charity\nb: !!str 12\n", &json!({"a": "!charity", "b": "12"}));
    }

    #[test]
    fn what_refers_to_another_place_is_written_out() {
        check("a: &x {b: 1}\nc: *x\n", &json!({"a": {"b": 1}, "c": {"b": 1}}));
    }

    #[test]
    fn a_file_that_grows_beyond_measure_is_refused() {
        let mut yaml = String::from("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for n in 1..9 {
            let list = vec![format!("*a{}", n - 1); 10].join(", ");
            yaml.push_str(&format!("a{n}: &a{n} [{list}]\n"));
        }
        assert!(read(&yaml).is_err());
        assert!(read(&"[".repeat(5_000)).is_err());
        assert!(read("a: [").is_err());
        assert!(read("? [a]\n: b").is_err());
    }
}
