//! Conditions of the source read against the questions of the service: each part is an answer of a question beside a
//! value. How they are held against each other is in [`super::logic`].

use std::collections::{BTreeSet, HashMap};

use indexmap::IndexMap;

use super::plan::Asked;
use crate::form::{Compared, Condition, Kind, Test, Value};
use crate::report::{Became, Report};

/// How deep conditions may name each other: what is deeper goes round in a circle.
const DEPTH: usize = 24;
/// Parts of one condition, with those of all that it names; the largest that is known has some 40.
const PARTS: usize = 2_000;
/// Fields of one name that a condition may mean.
const ALIKE: usize = 30;

/// A condition, with the questions that it looks at.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Formula {
    Always(bool),
    All(Vec<Formula>),
    Any(Vec<Formula>),
    Not(Box<Formula>),
    Atom(Atom),
}

/// One question's answer beside a value. Without an answer it does not hold.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum Atom {
    /// The answer is yes, or no.
    Yes { asked: usize, yes: bool },
    /// The answer is one of these options, by their places.
    One { asked: usize, options: BTreeSet<usize> },
    /// Anything else, as the language writes it and its opposite.
    Text { asked: usize, holds: String, fails: String },
    /// There is an answer.
    Answered { asked: usize },
}

/// Reads conditions.
pub(super) struct Reading<'a> {
    pub(super) asked: &'a [Asked<'a>],
    pub(super) conditions: &'a IndexMap<String, Condition>,
    pub(super) by_key: HashMap<&'a str, Vec<usize>>,
}

impl<'a> Reading<'a> {
    pub(super) fn new(asked: &'a [Asked<'a>], conditions: &'a IndexMap<String, Condition>) -> Self {
        let mut by_key: HashMap<&str, Vec<usize>> = HashMap::new();
        for (i, one) in asked.iter().enumerate() {
            by_key.entry(one.field.key.as_str()).or_default().push(i);
        }
        Self {
            asked,
            conditions,
            by_key,
        }
    }

    /// The formula of a condition that stands at `place`.
    /// `row` is the question in whose rows it stands.
    pub(super) fn read(&self, test: &Test, place: (&str, &str), row: Option<usize>, report: &mut Report) -> Formula {
        let mut turn = Turn {
            reading: self,
            place,
            row,
            called: "The condition".to_owned(),
            parts: 0,
            report,
        };
        turn.read(test, true, 0)
    }
}

pub(super) struct Turn<'r, 'a> {
    pub(super) reading: &'r Reading<'a>,
    place: (&'r str, &'r str),
    pub(super) row: Option<usize>,
    /// What people called the condition that is read.
    called: String,
    parts: usize,
    report: &'r mut Report,
}

impl Turn<'_, '_> {
    /// `shows`: whether that it holds makes more be shown, and not less.
    pub(super) fn read(&mut self, test: &Test, shows: bool, depth: usize) -> Formula {
        self.parts += 1;
        if depth > DEPTH || self.parts > PARTS {
            let says = "This condition goes round in a circle, or has no end, so it is taken as if it held.";
            self.report.note(Became::Untidy, self.place, "circle", says);
            return Formula::Always(shows);
        }
        match test {
            Test::Always(holds) => Formula::Always(*holds),
            Test::All(tests) => Formula::All(tests.iter().map(|test| self.read(test, shows, depth + 1)).collect()),
            Test::Any(tests) => Formula::Any(tests.iter().map(|test| self.read(test, shows, depth + 1)).collect()),
            Test::Not(test) => Formula::Not(Box::new(self.read(test, !shows, depth + 1))),
            Test::Named(name) => match self.reading.conditions.get(name) {
                Some(condition) => {
                    let called = format!("The condition \"{}\"", condition.called);
                    let before = std::mem::replace(&mut self.called, called);
                    let read = self.read(&condition.test, shows, depth + 1);
                    self.called = before;
                    read
                }
                None => {
                    let says = format!("There is no condition \"{name}\", so it is taken as if it held.");
                    self.report.note(Became::Untidy, self.place, "no_such_condition", says);
                    Formula::Always(shows)
                }
            },
            Test::Raw(source) => self.untold(source, shows),
            test => self.of_answers(test, shows, depth),
        }
    }

    pub(super) fn untold(&mut self, source: &str, shows: bool) -> Formula {
        let source: String = source.chars().take(300).collect();
        let called = &self.called;
        let says = format!("{called} could not be translated, so it is taken as if it held: {source}");
        self.report.note(Became::NotPossible, self.place, "condition", says);
        Formula::Always(shows)
    }

    /// What looks at one field: where several have its name, at any of them.
    fn of_answers(&mut self, test: &Test, shows: bool, depth: usize) -> Formula {
        let key = match test {
            Test::Compare { field, .. }
            | Test::Contains { field, .. }
            | Test::In { field, .. }
            | Test::Answered(field)
            | Test::Length { field, .. }
            | Test::Count { field, .. }
            | Test::Age { field, .. } => field,
            Test::SomeRow { rows, .. } | Test::EveryRow { rows, .. } => rows,
            _ => return Formula::Always(shows),
        };
        let Some(places) = self.reading.by_key.get(key.as_str()).cloned() else {
            let called = &self.called;
            let says = format!("{called} looks at \"{key}\", which is not asked: without an answer it does not hold.");
            self.report.note(Became::Untidy, self.place, "no_such_field", says);
            return Formula::Always(false);
        };
        let mut any = Vec::new();
        for asked in places.into_iter().take(ALIKE) {
            any.push(match test {
                Test::SomeRow { test, .. } => self.over_rows(asked, ("any", test), shows, depth),
                Test::EveryRow { test, .. } => self.over_rows(asked, ("all", test), shows, depth),
                // From outside of its rows, an answer of some row is meant.
                test => match self.reading.asked[asked].rows {
                    Some(rows) if !self.is_within(rows) => self.over_rows(rows, ("any", test), shows, depth),
                    _ => self.of_answer(asked, test, shows),
                },
            });
        }
        if any.len() == 1 {
            any.remove(0)
        } else {
            Formula::Any(any)
        }
    }

    fn of_answer(&mut self, asked: usize, test: &Test, shows: bool) -> Formula {
        let one = &self.reading.asked[asked];
        let name = &one.name;
        let text = |holds: String, fails: String| Formula::Atom(Atom::Text { asked, holds, fails });
        let signed = |what: String, how: Compared, value: String| {
            let fails = format!("{what} {} {value}", how.opposite().sign());
            text(format!("{what} {} {value}", how.sign()), fails)
        };
        match test {
            Test::Compare { how, value, .. } => self.compare(asked, *how, value, shows),
            Test::Contains { option, .. } => self.contains(asked, option, shows),
            Test::In { values, .. } => self.among(asked, values, shows),
            Test::Answered(_) => Formula::Atom(Atom::Answered { asked }),
            Test::Length { how, characters, .. } => signed(format!("length({name})"), *how, characters.to_string()),
            Test::Count { how, count, .. } => signed(format!("count({name})"), *how, count.to_string()),
            Test::Age { how, years, .. } if one.field.kind.key() == "date" => {
                signed(format!("age({name})"), *how, years.to_string())
            }
            test => self.untold(&format!("{test:?}"), shows),
        }
    }

    fn compare(&mut self, asked: usize, how: Compared, value: &Value, shows: bool) -> Formula {
        let one = &self.reading.asked[asked];
        let is_equality = matches!(how, Compared::Is | Compared::IsNot);
        let written = match value {
            Value::Written(written) => written.trim(),
            Value::FromToday(..) | Value::Field(_) => return self.beside_another(asked, how, value, shows),
        };
        match (&one.field.kind, one.field.kind.key()) {
            (_, "yes_no" | "declaration") if is_equality => match yes(written) {
                Some(yes) => Formula::Atom(Atom::Yes {
                    asked,
                    yes: yes == (how == Compared::Is),
                }),
                None => self.no_such_option(asked, written),
            },
            (
                Kind::Choice {
                    many: false, options, ..
                },
                _,
            ) => {
                let holds = |i: usize| is_so(&options[i].value, how, written);
                let chosen: BTreeSet<usize> = match how {
                    Compared::Is | Compared::IsNot => match one.option(written) {
                        Some(option) if how == Compared::Is => BTreeSet::from([option]),
                        Some(option) => (0..options.len()).filter(|i| *i != option).collect(),
                        None if how == Compared::Is => return self.no_such_option(asked, written),
                        None => return Formula::Atom(Atom::Answered { asked }),
                    },
                    _ => (0..options.len()).filter(|i| holds(*i)).collect(),
                };
                Formula::Atom(Atom::One { asked, options: chosen })
            }
            (Kind::Choice { many: true, .. }, _) if is_equality => {
                let contains = self.contains(asked, written, shows);
                if how == Compared::Is {
                    contains
                } else {
                    answered_and_not(asked, contains)
                }
            }
            (_, "number" | "percent" | "year" | "duration" | "money") if plain_number(written).is_some() => {
                self.signed(asked, how, plain_number(written).unwrap_or_default())
            }
            (_, "date" | "month") if is_day(written) => self.signed(asked, how, format!("\"{written}\"")),
            (
                _,
                "text" | "long_text" | "email" | "phone" | "postcode" | "website" | "name" | "country" | "currency",
            ) if is_equality => match quotable(written) {
                Some(quoted) => self.signed(asked, how, quoted),
                None => self.untold(&format!("{} {} {written}", one.field.key, how.sign()), shows),
            },
            _ => self.untold(&format!("{} {} {written}", one.field.key, how.sign()), shows),
        }
    }

    /// One of several values: codes of countries stand in one list, all else is compared one by one.
    fn among(&mut self, asked: usize, values: &[String], shows: bool) -> Formula {
        let one = &self.reading.asked[asked];
        if matches!(one.field.kind.key(), "country" | "nationality" | "currency") && !values.is_empty() {
            let quoted: Option<Vec<String>> = values.iter().map(|value| quotable(value)).collect();
            if let Some(quoted) = quoted {
                let holds = format!("{} in [{}]", one.name, quoted.join(", "));
                let fails = format!("not ({holds})");
                return Formula::Atom(Atom::Text { asked, holds, fails });
            }
        }
        let value = |value: &String| Value::Written(value.clone());
        let any = values
            .iter()
            .map(|own| self.compare(asked, Compared::Is, &value(own), shows));
        Formula::Any(any.collect())
    }

    fn signed(&self, asked: usize, how: Compared, value: String) -> Formula {
        let name = &self.reading.asked[asked].name;
        Formula::Atom(Atom::Text {
            asked,
            holds: format!("{name} {} {value}", how.sign()),
            fails: format!("{name} {} {value}", how.opposite().sign()),
        })
    }

    /// A date beside a day from today, or an answer beside another.
    fn beside_another(&mut self, asked: usize, how: Compared, value: &Value, shows: bool) -> Formula {
        let one = &self.reading.asked[asked];
        let key = one.field.kind.key();
        match value {
            Value::FromToday(0, _) if key == "date" => self.signed(asked, how, "today".to_owned()),
            Value::FromToday(n, unit) if key == "date" => {
                let sign = if *n < 0 { "-" } else { "+" };
                self.signed(asked, how, format!("today {sign} {} {unit}", n.unsigned_abs()))
            }
            Value::Field(other) => {
                let places = self.reading.by_key.get(other.as_str());
                // Of several with this name, the one in the same rows; what is in other rows is many answers.
                let all = places.into_iter().flatten().map(|place| &self.reading.asked[*place]);
                let other_one = all
                    .filter(|other| other.rows.is_none() || other.rows == one.rows)
                    .max_by_key(|other| other.rows == one.rows);
                let fits = |other: &&Asked<'_>| {
                    other.field.kind.key() == key && matches!(key, "number" | "money" | "date" | "text" | "year")
                };
                match other_one.filter(fits) {
                    Some(other) => self.signed(asked, how, other.name.clone()),
                    None => self.untold(&format!("{} {} {other}", one.field.key, how.sign()), shows),
                }
            }
            _ => self.untold(&format!("{} {} {value:?}", one.field.key, how.sign()), shows),
        }
    }

    fn contains(&mut self, asked: usize, option: &str, shows: bool) -> Formula {
        let one = &self.reading.asked[asked];
        match (&one.field.kind, one.option(option)) {
            (Kind::Choice { many: true, .. }, Some(place)) => {
                let holds = format!("{} in {}", one.options[place], one.name);
                Formula::Atom(Atom::Text {
                    asked,
                    fails: format!("not ({holds})"),
                    holds,
                })
            }
            (Kind::Choice { many: false, .. }, Some(place)) => Formula::Atom(Atom::One {
                asked,
                options: BTreeSet::from([place]),
            }),
            (Kind::Choice { .. }, None) => self.no_such_option(asked, option),
            _ => self.untold(&format!("{} contains {option}", one.field.key), shows),
        }
    }

    fn no_such_option(&mut self, asked: usize, option: &str) -> Formula {
        let one = &self.reading.asked[asked];
        let option: String = option.chars().take(60).collect();
        let called = &self.called;
        let says = format!(
            "{called} never holds: \"{}\" has no option \"{option}\".",
            one.field.key
        );
        self.report.note(Became::Untidy, self.place, "no_such_option", says);
        Formula::Always(false)
    }
}

fn answered_and_not(asked: usize, formula: Formula) -> Formula {
    Formula::All(vec![
        Formula::Atom(Atom::Answered { asked }),
        Formula::Not(Box::new(formula)),
    ])
}

/// Yes or no, as the four systems write it.
fn yes(written: &str) -> Option<bool> {
    match written.to_lowercase().as_str() {
        "true" | "yes" | "ja" | "1" | "on" => Some(true),
        "false" | "no" | "nei" | "0" | "" => Some(false),
        _ => None,
    }
}

/// A number without what the language does not write.
fn plain_number(written: &str) -> Option<String> {
    let number: rust_decimal::Decimal = written.replace(',', "").parse().ok()?;
    Some(number.normalize().to_string())
}

/// Whether an option's value is so beside a number.
fn is_so(value: &str, how: Compared, written: &str) -> bool {
    let number = |text: &str| text.trim().parse::<rust_decimal::Decimal>().ok();
    let (Some(value), Some(written)) = (number(value), number(written)) else {
        return false;
    };
    match how {
        Compared::Is => value == written,
        Compared::IsNot => value != written,
        Compared::More => value > written,
        Compared::AtLeast => value >= written,
        Compared::Less => value < written,
        Compared::AtMost => value <= written,
    }
}

fn is_day(written: &str) -> bool {
    let parts: Vec<&str> = written.split('-').collect();
    let lengths: Vec<usize> = parts.iter().map(|part| part.len()).collect();
    lengths == [4, 2, 2] && parts.iter().all(|part| part.chars().all(|c| c.is_ascii_digit()))
}

/// A text in quotes, where it can stand in an expression.
fn quotable(written: &str) -> Option<String> {
    let is_plain = !written.contains(['"', '\\', '\n']) && written.len() <= 80 && !written.is_empty();
    is_plain.then(|| format!("\"{written}\""))
}
