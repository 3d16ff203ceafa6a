//! When something is asked or shown: one answer beside a value, or a script. A script wins where both are written.

use serde_json::Value as Json;

use super::index::{Found, What};
use super::script::{Expression, shown};
use super::truth::Scope;
use super::{Reader, text_of};
use crate::form::{Compared, Test, Value};
use crate::report::Became;

impl Reader<'_> {
    /// The condition of a component; none where it is always there.
    pub(super) fn condition(&mut self, component: &Json, scope: &str, place: &str) -> Option<Test> {
        if component.get("hidden") == Some(&Json::Bool(true)) {
            return Some(Test::Always(false));
        }
        let script = text_of(component, "customConditional")
            .map(str::trim)
            .unwrap_or_default();
        if script.is_empty() {
            return self.simple(component.get("conditional")?, scope, place);
        }
        let test = match shown(script) {
            Ok(None) => return None,
            Ok(Some(expression)) => {
                let scope = Scope {
                    own: scope.to_owned(),
                    rows: Vec::new(),
                };
                simplified(self.truth(&expression, &scope, place))
            }
            Err(()) => Test::Raw(one_line(script)),
        };
        (test != Test::Always(true)).then_some(test)
    }

    /// What a check says of the answer itself, which it calls `input`.
    pub(super) fn of_input(&mut self, expression: &Expression, scope: &str, key: &str, place: &str) -> Test {
        let own = key.split('.').next_back().unwrap_or(key).to_owned();
        let scope = Scope {
            own: scope.to_owned(),
            rows: vec![("input".to_owned(), own)],
        };
        simplified(self.truth(expression, &scope, place))
    }

    /// `{ when, eq, show }`
    fn simple(&mut self, conditional: &Json, scope: &str, place: &str) -> Option<Test> {
        let when = text_of(conditional, "when").filter(|when| !when.trim().is_empty())?;
        let is_shown = match conditional.get("show") {
            Some(Json::Bool(shown)) => *shown,
            Some(Json::String(shown)) if shown == "true" => true,
            Some(Json::String(shown)) if shown == "false" => false,
            _ => {
                let says = format!("It does not say what happens where \"{when}\" is so: it is always there.");
                self.report
                    .note(Became::Untidy, (place, "conditional"), "no_effect", says);
                return None;
            }
        };
        let eq = match conditional.get("eq")? {
            Json::String(text) => Expression::Text(text.clone()),
            Json::Bool(yes) => Expression::Bool(*yes),
            Json::Number(number) => Expression::Number(number.to_string()),
            _ => Expression::Text(String::new()),
        };
        let path: Vec<String> = when.split('.').map(str::to_owned).collect();
        // From the whole form first: what is written here is mostly a path from there.
        let found = self.index.find(&path, "").filter(|found| found.key == when);
        let test = match found.or_else(|| self.index.find(&path, scope)) {
            Some(found) => self.of_answer(found, Compared::Is, &eq, place),
            None => Test::is(when, &as_written(&eq).unwrap_or_default()),
        };
        Some(if is_shown { test } else { simplified(test.opposite()) })
    }

    /// Whether a part of an address is a question of its own here.
    pub(super) fn is_asked(&self, part: &str) -> bool {
        self.asks_in_norway && part == "borDuINorge"
    }

    /// An address is given where it is asked.
    pub(super) fn asked_address(&self, key: String) -> Test {
        match self.addresses.get(&key) {
            Some(when) => when.clone().unwrap_or(Test::Always(true)),
            None => Test::Answered(key),
        }
    }

    /// What hangs on how a document is sent.
    fn way_of_document(&mut self, place: &str) -> Test {
        let says = "What hangs on how a document is sent cannot be told apart: it is taken as if it held.";
        self.report
            .note(Became::NotPossible, (place, "condition"), "way_of_document", says);
        Test::Always(true)
    }

    /// An answer beside a value. Without an answer `!==` holds, as it does in the source.
    pub(super) fn of_answer(&mut self, found: Found, how: Compared, value: &Expression, place: &str) -> Test {
        let is_equality = matches!(how, Compared::Is | Compared::IsNot);
        let sided = |test: Test| {
            if how == Compared::Is {
                test
            } else {
                simplified(test.opposite())
            }
        };
        let is_empty = match value {
            Expression::Nothing => true,
            Expression::Text(text) => text.is_empty(),
            _ => false,
        };
        let Some(written) = as_written(value) else {
            return Test::Raw(format!("{} {} {value:?}", found.key, how.sign()));
        };
        // No option and no answer is called so: it hides for good.
        if written == "skalIkkeVises" {
            return Test::Always(how != Compared::Is);
        }
        let key = match (found.what, rest(&found)) {
            (What::Boxes, Some(option)) if is_equality => {
                let contains = Test::Contains {
                    field: found.key.clone(),
                    option: option.to_owned(),
                };
                return sided(if written == "true" {
                    contains
                } else {
                    contains.opposite()
                });
            }
            (What::Boxes, None) if is_equality && !is_empty => {
                let (field, option) = (found.key, written);
                return sided(Test::Contains { field, option });
            }
            (What::Tick, None) if is_equality => {
                let ticked = Test::is(&found.key, "true");
                return sided(if matches!(written.as_str(), "true" | "ja") {
                    ticked
                } else {
                    ticked.opposite()
                });
            }
            (What::Identity, Some(part)) => format!("{}.{part}", found.key),
            (What::Address, Some(part)) if self.is_asked(part) => format!("{}.{part}", found.key),
            (What::Address, _) => {
                let says =
                    "The address says itself whether it is in Norway: this is there wherever the address is asked.";
                self.report
                    .note(Became::Approximated, (place, "condition"), "address_says_it", says);
                return self.asked_address(found.key);
            }
            (What::Attachment, _) => return self.way_of_document(place),
            _ => found.key,
        };
        if is_empty {
            return sided(Test::Answered(key).opposite());
        }
        match how {
            Compared::Is | Compared::IsNot => sided(Test::is(&key, &written)),
            how => Test::Compare {
                field: key,
                how,
                value: Value::Written(written),
            },
        }
    }
}

/// What all conditions of components say, one after the other.
pub(super) fn all_said(components: &[Json], depth: usize) -> String {
    let mut out = String::new();
    for component in components {
        let script = text_of(component, "customConditional").unwrap_or_default();
        let when = text_of(&component["conditional"], "when").unwrap_or_default();
        out.push_str(if script.is_empty() { when } else { script });
        out.push('\n');
        if depth < crate::DEPTH {
            out.push_str(&all_said(super::array(component, "components"), depth + 1));
        }
    }
    out
}

/// What of an answer is meant; the value of what is chosen is the answer itself.
pub(super) fn rest(found: &Found) -> Option<&str> {
    let rest = found.rest.first().map(String::as_str)?;
    (found.what != What::Chosen || rest != "value").then_some(rest)
}

pub(super) fn as_written(value: &Expression) -> Option<String> {
    match value {
        Expression::Text(text) | Expression::Number(text) => Some(text.clone()),
        Expression::Bool(yes) => Some(yes.to_string()),
        Expression::Nothing => Some(String::new()),
        _ => None,
    }
}

pub(super) fn one_line(script: &str) -> String {
    script.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A condition without parts that always hold or never do.
pub(super) fn simplified(test: Test) -> Test {
    match test {
        Test::All(tests) => {
            let tests: Vec<Test> = tests.into_iter().map(simplified).collect();
            if tests.contains(&Test::Always(false)) {
                return Test::Always(false);
            }
            one_of(tests, &Test::Always(true), Test::All)
        }
        Test::Any(tests) => {
            let tests: Vec<Test> = tests.into_iter().map(simplified).collect();
            if tests.contains(&Test::Always(true)) {
                return Test::Always(true);
            }
            one_of(tests, &Test::Always(false), Test::Any)
        }
        Test::Not(inner) => simplified(*inner).opposite(),
        test => test,
    }
}

fn one_of(tests: Vec<Test>, without: &Test, make: fn(Vec<Test>) -> Test) -> Test {
    let mut kept: Vec<Test> = tests.into_iter().filter(|test| test != without).collect();
    match kept.len() {
        0 => without.clone(),
        1 => kept.remove(0),
        _ => make(kept),
    }
}
