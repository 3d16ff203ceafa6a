//! YAML as tests compare it: a tree of values. What headings mean is not here.

use granit_parser::{Event, Parser, ScalarStyle};
use serde_json::{Value, json};

/// A file as an editor sees it: plain numbers and `true` are what YAML 1.2 says.
pub fn as_json(text: &str) -> Value {
    let mut open: Vec<(Value, Option<String>)> = Vec::new();
    let mut root = Value::Null;
    for event in Parser::new_from_str(text) {
        let (event, _) = event.expect("the file is YAML");
        let value = match event {
            Event::MappingStart(..) => {
                open.push((json!({}), None));
                continue;
            }
            Event::SequenceStart(..) => {
                open.push((json!([]), None));
                continue;
            }
            Event::MappingEnd | Event::SequenceEnd => open.pop().expect("it was begun").0,
            Event::Scalar(text, style, ..) => {
                if let Some((Value::Object(_), key @ None)) = open.last_mut() {
                    *key = Some(text.into_owned());
                    continue;
                }
                scalar(&text, style)
            }
            _ => continue,
        };
        match open.last_mut() {
            Some((Value::Object(entries), key)) => {
                entries.insert(key.take().expect("a key came before"), value);
            }
            Some((Value::Array(values), _)) => values.push(value),
            _ => root = value,
        }
    }
    root
}

fn scalar(text: &str, style: ScalarStyle) -> Value {
    match text {
        _ if style != ScalarStyle::Plain => text.into(),
        "" | "~" | "null" => Value::Null,
        "true" => true.into(),
        "false" => false.into(),
        _ => match (text.parse::<i64>(), text.parse::<f64>()) {
            (Ok(whole), _) => whole.into(),
            (_, Ok(number)) => number.into(),
            _ => text.into(),
        },
    }
}
