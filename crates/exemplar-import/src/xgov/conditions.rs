//! Conditions that are written as a tree: a field, an operator, a value, joined by "and" and "or", of which "and" binds
//! tighter.

use serde_json::Value as Json;

use super::{Reader, array, text_of};
use crate::form::{Compared, Test, Value};

impl Reader<'_> {
    /// A condition, written as a text or as a tree.
    pub(crate) fn condition(&mut self, value: &Json) -> Test {
        match value {
            Json::String(text) => self.expression(text),
            Json::Bool(holds) => Test::Always(*holds),
            value => self.model(value, 0),
        }
    }

    fn model(&mut self, value: &Json, depth: usize) -> Test {
        let parts = array(value, "conditions");
        if parts.is_empty() || depth > crate::DEPTH {
            return Test::Raw(shorten(value));
        }
        // What stands between two "or" is joined by "and".
        let mut any: Vec<Vec<Test>> = vec![Vec::new()];
        for (i, part) in parts.iter().enumerate() {
            if i > 0 && text_of(part, "coordinator") == Some("or") {
                any.push(Vec::new());
            }
            let test = self.part(part, depth);
            if let Some(all) = any.last_mut() {
                all.push(test);
            }
        }
        let mut any: Vec<Test> = any
            .into_iter()
            .map(|mut all| if all.len() == 1 { all.remove(0) } else { Test::All(all) })
            .collect();
        if any.len() == 1 { any.remove(0) } else { Test::Any(any) }
    }

    fn part(&mut self, part: &Json, depth: usize) -> Test {
        if let Some(name) = text_of(part, "conditionName") {
            return Test::Named(name.to_owned());
        }
        if part.get("conditions").is_some() {
            return self.model(part, depth + 1);
        }
        let field = part.get("field").and_then(|field| text_of(field, "name"));
        let operator = text_of(part, "operator");
        let (Some(field), Some(operator)) = (field, operator) else {
            return Test::Raw(shorten(part));
        };
        let none = Json::Null;
        let value = part.get("value").unwrap_or(&none);
        self.on_fields(field, |key| one(key, operator, value))
            .unwrap_or_else(|| Test::Raw(shorten(part)))
    }

    /// The same of each field that a reference means.
    pub(super) fn on_fields(&self, reference: &str, make: impl Fn(&str) -> Option<Test>) -> Option<Test> {
        let keys = self.resolved(reference);
        match keys.as_slice() {
            [] => make(reference),
            [key] => make(key),
            keys => keys
                .iter()
                .map(|key| make(key))
                .collect::<Option<Vec<Test>>>()
                .map(Test::Any),
        }
    }
}

/// One comparison.
pub(crate) fn one(key: &str, operator: &str, value: &Json) -> Option<Test> {
    let field = key.to_owned();
    let how = match operator {
        "is" => Compared::Is,
        "is not" => Compared::IsNot,
        "is more than" | "is after" => Compared::More,
        "is at least" => Compared::AtLeast,
        "is less than" | "is before" => Compared::Less,
        "is at most" => Compared::AtMost,
        "is longer than" | "is shorter than" | "has length" => {
            let characters = written(value)?.trim().parse().ok()?;
            let how = match operator {
                "is longer than" => Compared::More,
                "is shorter than" => Compared::Less,
                _ => Compared::Is,
            };
            return Some(Test::Length { field, how, characters });
        }
        "contains" => {
            let option = written(value)?;
            return Some(Test::Contains { field, option });
        }
        "does not contain" => {
            let option = written(value)?;
            let contains = Test::Contains {
                field: field.clone(),
                option,
            };
            return Some(Test::Answered(field).and(contains.opposite()));
        }
        _ => return None,
    };
    if let Some((how, from_today)) = relative(how, value) {
        return Some(Test::Compare {
            field,
            how,
            value: from_today,
        });
    }
    Some(Test::Compare {
        field,
        how,
        value: Value::Written(written(value)?),
    })
}

fn written(value: &Json) -> Option<String> {
    let inner = value.get("value").unwrap_or(value);
    match inner {
        Json::String(text) => Some(text.clone()),
        Json::Bool(yes) => Some(yes.to_string()),
        Json::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

/// "At least 3 months in the past": the day is then 3 months before today, or earlier.
fn relative(how: Compared, value: &Json) -> Option<(Compared, Value)> {
    let period: i32 = match value.get("timePeriod")? {
        Json::Number(number) => number.as_i64().and_then(|n| i32::try_from(n).ok())?,
        Json::String(text) => text.trim().parse().ok()?,
        _ => return None,
    };
    let unit = match text_of(value, "timeUnit")? {
        "years" => "years",
        "months" => "months",
        "days" => "days",
        _ => return None,
    };
    let is_past = text_of(value, "direction")? == "in the past";
    if !is_past {
        return Some((how, Value::FromToday(period, unit)));
    }
    let turned = match how {
        Compared::More => Compared::Less,
        Compared::AtLeast => Compared::AtMost,
        Compared::Less => Compared::More,
        Compared::AtMost => Compared::AtLeast,
        how => how,
    };
    Some((turned, Value::FromToday(period.checked_neg()?, unit)))
}

fn shorten(value: &Json) -> String {
    value.to_string().chars().take(300).collect()
}
