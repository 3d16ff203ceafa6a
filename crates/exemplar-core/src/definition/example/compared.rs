//! Values held against what an example says of them.

use crate::expression::Value;
use crate::id::Name;

/// Whether a value is what an example says.
pub(super) fn is(value: &Value, expected: &str) -> bool {
    match value {
        Value::Number(number) | Value::Money(number) => {
            let digits = expected.split(' ').next().unwrap_or_default();
            digits.parse() == Ok(*number)
        }
        _ => shown(value) == expected,
    }
}

/// A value as examples write it.
pub(super) fn shown(value: &Value) -> String {
    match value {
        Value::Text(text) => text.clone(),
        Value::Yes(true) => "yes".into(),
        Value::Yes(false) => "no".into(),
        Value::One(name) => name.to_string(),
        Value::Many(names) => names.iter().map(Name::as_str).collect::<Vec<_>>().join(", "),
        Value::Number(number) | Value::Money(number) => number.normalize().to_string(),
        Value::Date(date) => date.to_string(),
        Value::Dates(first, last) => format!("{first}, {last}"),
        Value::Time(time) => time.strftime("%H:%M").to_string(),
        Value::Period(period) => format!("{} {:?}", period.count, period.unit),
        Value::Fields(fields) => fields.values().cloned().collect::<Vec<_>>().join(", "),
        Value::Record(fields) => fields.values().map(shown).collect::<Vec<_>>().join(", "),
    }
}
