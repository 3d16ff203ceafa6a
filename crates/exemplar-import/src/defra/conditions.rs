//! Conditions by id: items that look at a component or at another condition, all or any of which must hold.

use indexmap::IndexMap;
use serde_json::{Value, json};

use super::Defra;
use crate::form::{Condition, Test};
use crate::html;
use crate::names;
use crate::report::Became;
use crate::xgov::conditions::one;
use crate::xgov::{array, text_of};

/// The name of a condition: pages say its id, and older forms its name.
pub(super) fn id_of(condition: &Value) -> Option<&str> {
    text_of(condition, "id").or_else(|| text_of(condition, "name"))
}

impl Defra<'_> {
    /// All conditions, by id.
    pub(super) fn conditions(&mut self) -> IndexMap<String, Condition> {
        let mut out = IndexMap::new();
        for (i, condition) in array(self.root, "conditions").iter().enumerate() {
            let place = format!("conditions[{i}]");
            let Some(id) = id_of(condition) else { continue };
            let test = match condition.get("items") {
                Some(_) => self.items(condition, &place),
                None => self.inner.condition(condition.get("value").unwrap_or(&Value::Null)),
            };
            let called = text_of(condition, "displayName").unwrap_or(id);
            let called = names::spaced(&html::to_plain(called).text);
            out.insert(id.to_owned(), Condition { called, test, place });
        }
        out
    }

    /// The condition that a page or an amount names.
    pub(super) fn reference(&self, holder: &Value) -> Option<Test> {
        let id = text_of(holder, "condition")?.trim();
        (!id.is_empty()).then(|| Test::Named(id.to_owned()))
    }

    fn items(&mut self, condition: &Value, place: &str) -> Test {
        let items = array(condition, "items");
        let mut tests: Vec<Test> = items.iter().map(|item| self.item(item)).collect();
        if tests.is_empty() {
            let says = "The condition says nothing.";
            self.inner
                .report
                .note(Became::Untidy, (place, "condition"), "empty_condition", says);
            return Test::Raw(shorten(condition));
        }
        if tests.len() == 1 {
            return tests.remove(0);
        }
        match text_of(condition, "coordinator") {
            Some("or") => Test::Any(tests),
            _ => Test::All(tests),
        }
    }

    fn item(&mut self, item: &Value) -> Test {
        if let Some(id) = text_of(item, "conditionId") {
            return Test::Named(id.to_owned());
        }
        let component = text_of(item, "componentId");
        let operator = text_of(item, "operator");
        let (Some(component), Some(operator)) = (component, operator) else {
            return Test::Raw(shorten(item));
        };
        let key = self.components.get(component).map_or(component, String::as_str);
        let value = self.value(item);
        one(key, operator, &value).unwrap_or_else(|| Test::Raw(shorten(item)))
    }

    /// The value of an item, as the reader of XGov knows it.
    fn value(&self, item: &Value) -> Value {
        let value = item.get("value").unwrap_or(&Value::Null);
        match text_of(item, "type") {
            Some("ListItemRef") => {
                let id = text_of(value, "itemId").unwrap_or_default();
                json!(self.items.get(id).map_or(id, String::as_str))
            }
            Some("RelativeDate") => json!({
                "timePeriod": value.get("period"),
                "timeUnit": value.get("unit"),
                "direction": value.get("direction"),
            }),
            _ => value.clone(),
        }
    }
}

fn shorten(value: &Value) -> String {
    value.to_string().chars().take(300).collect()
}
