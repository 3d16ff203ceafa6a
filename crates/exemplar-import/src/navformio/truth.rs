//! What a script says of answers, as a condition: each name is looked up, and each comparison is that of the source.

use super::Reader;
use super::conditions::{as_written, one_line, rest, simplified};
use super::index::{Found, What};
use super::script::Expression;
use crate::form::{Compared, Test, Value};

/// So many parts of a condition over rows are said at once.
const TOGETHER: usize = 4;

/// Where a script stands: the path of what is around it, and what rows are called in it.
#[derive(Clone)]
pub(super) struct Scope {
    pub(super) own: String,
    pub(super) rows: Vec<(String, String)>,
}

impl Reader<'_> {
    /// Whether an expression is truthy, as the source has it.
    pub(super) fn truth(&mut self, expression: &Expression, scope: &Scope, place: &str) -> Test {
        match expression {
            Expression::Bool(holds) => Test::Always(*holds),
            Expression::Nothing => Test::Always(false),
            Expression::Text(text) => Test::Always(!text.is_empty()),
            Expression::Number(number) => Test::Always(number.parse::<f64>().is_ok_and(|number| number != 0.0)),
            Expression::Not(inner) => self.truth(inner, scope, place).opposite(),
            Expression::All(parts) => Test::All(parts.iter().map(|part| self.truth(part, scope, place)).collect()),
            Expression::Any(parts) => {
                let tests = parts.iter().map(|part| self.truth(part, scope, place));
                let tests: Vec<Test> = tests.collect();
                let tests = tests.into_iter().map(|test| self.of_some_row(test, scope));
                Test::Any(over_the_same_rows(tests.collect()))
            }
            Expression::Path(path) => self.is_there(path, scope),
            Expression::Compare(how, left, right) => self.compared(*how, left, right, scope, place),
            Expression::Includes(list, value) => self.includes(list, value, scope, place),
            Expression::Rows { every, rows, row, test } => self.over_rows(*every, (rows, row), test, scope, place),
            Expression::Call(path, arguments) => self.called(path, arguments),
            Expression::Unknown(source) => Test::Raw(one_line(source)),
            Expression::Counted(sign, ..) => Test::Raw(format!("what is worked out with {sign}")),
            Expression::List(_) => Test::Always(true),
        }
    }

    /// What a path of a script means; an error with its words where it means nothing.
    fn found(&self, path: &[String], scope: &Scope) -> Result<Found, String> {
        let whole = path.join(".");
        let (first, rest) = path.split_first().ok_or_else(|| whole.clone())?;
        if let (true, Some((_, own))) = (first == "input", scope.rows.first()) {
            let own = std::slice::from_ref(own);
            return self.index.find(own, &scope.own).ok_or(whole);
        }
        let named = scope.rows.iter().rev().find(|(name, _)| name == first);
        let own = match (first.as_str(), named) {
            (_, Some((_, rows))) => rows.as_str(),
            ("data", _) => "",
            ("row", _) => scope.own.as_str(),
            _ => return Err(whole),
        };
        self.index.find(rest, own).ok_or_else(|| rest.join("."))
    }

    fn is_there(&mut self, path: &[String], scope: &Scope) -> Test {
        let found = match self.found(path, scope) {
            Ok(found) => found,
            Err(key) => return unfound(path, key),
        };
        match (found.what, rest(&found)) {
            (What::Tick, None) => Test::is(&found.key, "true"),
            (What::Boxes, Some(option)) => Test::Contains {
                field: found.key.clone(),
                option: option.to_owned(),
            },
            // It is asked of everybody here: nobody's number is known beforehand.
            (What::Identity, Some("harDuFodselsnummer")) => Test::Always(true),
            (What::Identity, Some(part)) => Test::Answered(format!("{}.{part}", found.key)),
            (What::Address, Some(part)) if self.is_asked(part) => Test::Answered(format!("{}.{part}", found.key)),
            (What::Address, _) => self.asked_address(found.key),
            (What::Attachment, _) => Test::Raw(path.join(".")),
            _ => Test::Answered(found.key),
        }
    }

    fn compared(&mut self, how: Compared, left: &Expression, right: &Expression, scope: &Scope, place: &str) -> Test {
        match (left, right) {
            (Expression::Path(path), value) => match self.found(path, scope) {
                Ok(found) if rest(&found) == Some("length") => length(found, how, value),
                Ok(found) => match value {
                    Expression::Path(other) => self.beside(found, how, other, scope),
                    value => self.of_answer(found, how, value, place),
                },
                // What is not there is not equal to anything, in the source.
                Err(key) if how == Compared::IsNot => unfound(path, key).opposite(),
                Err(key) => unfound(path, key),
            },
            (value, Expression::Path(_)) => self.compared(turned(how), right, value, scope, place),
            (left, Expression::Bool(holds)) if matches!(how, Compared::Is | Compared::IsNot) => {
                let test = self.truth(left, scope, place);
                if *holds == (how == Compared::Is) {
                    test
                } else {
                    test.opposite()
                }
            }
            (left, right) if left == right => Test::Always(how == Compared::Is),
            (left, right) => Test::Raw(format!("{left:?} {} {right:?}", how.sign())),
        }
    }

    /// An answer beside another.
    fn beside(&mut self, found: Found, how: Compared, other: &[String], scope: &Scope) -> Test {
        match self.found(other, scope) {
            Ok(other) if other.rest.is_empty() && found.rest.is_empty() => Test::Compare {
                field: found.key,
                how,
                value: Value::Field(other.key),
            },
            Ok(other) => Test::Raw(format!("{} {} {}", found.key, how.sign(), other.key)),
            Err(key) => unfound(other, key),
        }
    }

    fn includes(&mut self, list: &Expression, value: &Expression, scope: &Scope, place: &str) -> Test {
        match (list, value) {
            (Expression::List(values), Expression::Path(path)) => {
                let values: Option<Vec<String>> = values.iter().map(as_written).collect();
                match (self.found(path, scope), values) {
                    (Ok(found), Some(values)) if matches!(found.what, What::Plain | What::Chosen) => Test::In {
                        field: found.key,
                        values,
                    },
                    (Ok(found), _) => Test::Raw(format!("includes({})", found.key)),
                    (Err(key), _) => unfound(path, key),
                }
            }
            (Expression::Path(path), value) => match (self.found(path, scope), as_written(value)) {
                (Ok(found), Some(option)) if found.rest.is_empty() => Test::Contains {
                    field: found.key,
                    option,
                },
                (Err(key), _) => unfound(path, key),
                _ => Test::Raw(format!("includes({})", path.join("."))),
            },
            _ => Test::Raw(format!("includes at {place}")),
        }
    }

    fn over_rows(
        &mut self,
        every: bool,
        (rows, row): (&Expression, &str),
        test: &Expression,
        scope: &Scope,
        place: &str,
    ) -> Test {
        let Expression::Path(path) = rows else {
            return Test::Raw(format!("{rows:?}"));
        };
        let rows = match self.found(path, scope) {
            Ok(found) if found.what == What::Rows && found.rest.is_empty() => found.key,
            Ok(found) => return Test::Raw(format!("rows of {}", found.key)),
            Err(key) => return unfound(path, key),
        };
        let mut inner = scope.clone();
        inner.rows.push((row.to_owned(), rows.clone()));
        let test = simplified(self.truth(test, &inner, place));
        let some = |test: Test| Test::SomeRow {
            rows: rows.clone(),
            test: Box::new(test),
        };
        match test {
            Test::Always(false) if !every => Test::Always(false),
            // Some parts together are short enough to be said.
            Test::Any(parts) if !every => {
                let (short, long): (Vec<Test>, Vec<Test>) = parts.into_iter().partition(is_short);
                let together = short.chunks(TOGETHER).map(|parts| match parts {
                    [only] => some(only.clone()),
                    parts => some(Test::Any(parts.to_vec())),
                });
                let together: Vec<Test> = together.collect();
                Test::Any(together.into_iter().chain(long.into_iter().map(some)).collect())
            }
            test if every => Test::EveryRow {
                rows,
                test: Box::new(test),
            },
            test => some(test),
        }
    }

    /// What is said of an answer in rows from outside of them is said of some row.
    fn of_some_row(&self, test: Test, scope: &Scope) -> Test {
        let field = match &test {
            Test::Compare { field, value, .. } if !matches!(value, Value::Field(_)) => field,
            Test::Contains { field, .. } => field,
            _ => return test,
        };
        let here = format!("{}.", scope.own);
        match self.index.rows_around(field).as_slice() {
            [rows] if !here.starts_with(&format!("{rows}.")) && scope.rows.is_empty() => Test::SomeRow {
                rows: rows.clone(),
                test: Box::new(test),
            },
            _ => test,
        }
    }

    /// The functions that are known by name.
    fn called(&mut self, path: &[String], arguments: &[Expression]) -> Test {
        let scope = Scope {
            own: String::new(),
            rows: Vec::new(),
        };
        let name = path.last().map(String::as_str).unwrap_or_default();
        match (name, arguments) {
            ("isEmpty", [Expression::Path(of)]) => self.is_there(of, &scope).opposite(),
            ("isBornBeforeYear", [Expression::Number(year), Expression::Text(key), ..]) => {
                let path: Vec<String> = key.split('.').map(str::to_owned).collect();
                match self.index.find(&path, "") {
                    Some(found) => Test::Compare {
                        field: found.key,
                        how: Compared::Less,
                        value: Value::Written(format!("{year}-01-01")),
                    },
                    None => Test::Raw(format!("{name}({year}, {key})")),
                }
            }
            ("isAgeBetween", [Expression::List(ages), Expression::Text(key), ..]) => {
                let path: Vec<String> = key.split('.').map(str::to_owned).collect();
                let years: Vec<u32> = ages
                    .iter()
                    .filter_map(as_written)
                    .filter_map(|age| age.parse().ok())
                    .collect();
                match (self.index.find(&path, ""), years.as_slice()) {
                    (Some(found), [from, to]) => Test::All(vec![
                        age(&found.key, Compared::AtLeast, *from),
                        age(&found.key, Compared::AtMost, *to),
                    ]),
                    _ => Test::Raw(format!("{name}({key})")),
                }
            }
            _ => Test::Raw(path.join(".")),
        }
    }
}

/// Some row is so, or some row is otherwise: some row is one of both.
fn over_the_same_rows(tests: Vec<Test>) -> Vec<Test> {
    let mut out: Vec<Test> = Vec::new();
    for test in tests {
        if let Test::SomeRow { rows, test: inner } = &test
            && is_short(inner)
            && let Some(known) = out.iter_mut().find_map(|known| match known {
                Test::SomeRow { rows: own, test } if own == rows => Some(test),
                _ => None,
            })
            && let Some(both) = either(known, inner)
        {
            **known = both;
            continue;
        }
        out.push(test);
    }
    out
}

/// Two short conditions of which one holds, where that is short too.
fn either(one: &Test, other: &Test) -> Option<Test> {
    let mut parts = match one {
        Test::Any(parts) => parts.clone(),
        test if is_short(test) => vec![test.clone()],
        _ => return None,
    };
    parts.push(other.clone());
    (parts.len() <= TOGETHER && parts.iter().all(is_short)).then_some(Test::Any(parts))
}

/// Whether a condition is said in some words.
fn is_short(test: &Test) -> bool {
    match test {
        Test::In { values, .. } => values.len() <= TOGETHER,
        Test::All(_) | Test::Any(_) => false,
        Test::Not(test) => is_short(test),
        _ => true,
    }
}

fn age(field: &str, how: Compared, years: u32) -> Test {
    Test::Age {
        field: field.to_owned(),
        how,
        years,
    }
}

/// A path that no answer has: the writer says so.
fn unfound(path: &[String], key: String) -> Test {
    match path.first().map(String::as_str) {
        Some("data" | "row") => Test::Answered(key),
        _ => Test::Raw(path.join(".")),
    }
}

fn length(found: Found, how: Compared, value: &Expression) -> Test {
    let Some(count) = as_written(value).and_then(|written| written.parse().ok()) else {
        return Test::Raw(format!("{}.length {} {value:?}", found.key, how.sign()));
    };
    let field = found.key;
    if matches!(found.what, What::Rows | What::Boxes) {
        Test::Count { field, how, count }
    } else {
        Test::Length {
            field,
            how,
            characters: count,
        }
    }
}

fn turned(how: Compared) -> Compared {
    match how {
        Compared::More => Compared::Less,
        Compared::AtLeast => Compared::AtMost,
        Compared::Less => Compared::More,
        Compared::AtMost => Compared::AtLeast,
        how => how,
    }
}
