//! Answers that somebody hands over as JSON, each written as an example writes it. What cannot be taken is named and left
//! aside, so that one wrong answer hides nothing of the rest.

use indexmap::IndexMap;
use serde::Serialize;
use serde_json::Value;

use super::rows::{as_given, put};
use super::{Example, answers, one};
use crate::answer::{Answer, Given, Rows};
use crate::definition::source::{Key, Node, Place, Style, What};
use crate::definition::{Definition, Question, RowsRules};
use crate::id::Name;
use crate::journey::Setting;

/// An answer that does not count.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Ignored {
    /// Its question, as it was named: `email`, or `jobs[0].employer` in rows.
    pub answer: String,
    /// Why.
    #[serde(flatten)]
    pub why: WhyIgnored,
}

/// Why an answer does not count.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "why", rename_all = "snake_case")]
pub enum WhyIgnored {
    /// There is no question of that name, or no such row.
    Unknown,
    /// It is written in another form than answers to this question are.
    WrongForm,
    /// Its kind of answer refuses it.
    Refused {
        /// By this rule.
        rule: String,
    },
    /// This person is not asked.
    NotAsked,
}

/// One set of answers.
#[derive(Debug)]
pub(super) struct Taken {
    /// The answers, as an example has them.
    pub(super) example: Example,
    /// Which questions they are given to, those in rows too, in the order in which they were given.
    pub(super) given: Vec<String>,
    /// What was left aside.
    pub(super) ignored: Vec<Ignored>,
}

/// Reads a set of answers. One that is `null` is none.
pub(super) fn read(definition: &Definition, set: &serde_json::Map<String, Value>, setting: &Setting) -> Taken {
    let mut taken = Taken {
        example: Example {
            name: String::new(),
            who: String::new(),
            today: setting.today,
            language: definition.language_index(&setting.language).unwrap_or_default(),
            channel: setting.channel,
            written: IndexMap::new(),
            answers: IndexMap::new(),
            refused: IndexMap::new(),
            checks: IndexMap::new(),
            staff: Vec::new(),
            renewing: None,
        },
        given: Vec::new(),
        ignored: Vec::new(),
    };
    for (key, value) in set.iter().filter(|(_, value)| !value.is_null()) {
        match definition.question(key.as_str()) {
            None => taken.ignore(key, WhyIgnored::Unknown),
            Some(question) => {
                if let Some(answer) = taken.answer(key, question, value) {
                    taken.example.answers.insert(question.name.clone(), answer);
                }
            }
        }
    }
    taken
}

impl Taken {
    fn ignore(&mut self, answer: &str, why: WhyIgnored) {
        self.ignored.push(Ignored {
            answer: answer.to_owned(),
            why,
        });
    }

    /// The answer to a question; `key` is how the question was named.
    fn answer(&mut self, key: &str, question: &Question, value: &Value) -> Option<Answer> {
        match question.kind.rows() {
            None => self.one(key, question, value),
            Some(rules) => match (&rules.fixed, value) {
                (None, Value::Array(rows)) => Some(self.added(key, rules, rows)),
                (Some(_), Value::Object(rows)) => Some(self.fixed(key, rules, rows)),
                _ => {
                    self.ignore(key, WhyIgnored::WrongForm);
                    None
                }
            },
        }
    }

    fn one(&mut self, key: &str, question: &Question, value: &Value) -> Option<Answer> {
        let node = node(value);
        if !answers::is_in_form(question, &node) {
            self.ignore(key, WhyIgnored::WrongForm);
            return None;
        }
        match one(self.example.today, question, &node).1 {
            Ok(answer) => {
                self.given.push(key.to_owned());
                Some(answer)
            }
            Err(rule) => {
                self.example.refused.insert(question.name.clone(), rule.clone());
                self.ignore(key, WhyIgnored::Refused { rule });
                None
            }
        }
    }

    /// Rows that somebody adds.
    fn added(&mut self, key: &str, rules: &RowsRules, given: &[Value]) -> Answer {
        self.given.push(key.to_owned());
        let mut rows = Rows::default();
        for (place, value) in given.iter().enumerate() {
            let key = format!("{key}[{place}]");
            let answers = self.row(&key, rules, value);
            put(&mut rows, None, answers);
        }
        rows.finished = true;
        Answer::Rows(rows)
    }

    /// The rows of a table or grid, by name. Where one question is asked in each, its answer may stand after the name.
    fn fixed(&mut self, key: &str, rules: &RowsRules, given: &serde_json::Map<String, Value>) -> Answer {
        self.given.push(key.to_owned());
        let names = rules.fixed.as_ref().map(|fixed| &fixed.rows);
        let is_grid = rules.fixed.as_ref().is_some_and(|fixed| fixed.is_grid());
        let only = rules.questions().next().filter(|_| rules.questions().count() == 1);
        let mut rows = Rows::default();
        for (name, value) in given {
            let key = format!("{key}[{name}]");
            let Some((name, _)) = names.and_then(|names| names.get_key_value(name.as_str())) else {
                self.ignore(&key, WhyIgnored::Unknown);
                continue;
            };
            let answers = match only.filter(|_| is_grid || !value.is_object()) {
                Some(asked) if is_grid => self.in_row(&key, asked, value).into_iter().collect(),
                Some(asked) => {
                    let key = format!("{key}.{}", asked.name);
                    self.in_row(&key, asked, value).into_iter().collect()
                }
                None => self.row(&key, rules, value),
            };
            put(&mut rows, Some(name), answers);
        }
        rows.finished = true;
        Answer::Rows(rows)
    }

    /// The answers of one row.
    fn row(&mut self, key: &str, rules: &RowsRules, value: &Value) -> IndexMap<Name, Given> {
        let Value::Object(given) = value else {
            self.ignore(key, WhyIgnored::WrongForm);
            return IndexMap::new();
        };
        let mut answers = IndexMap::new();
        for (name, value) in given.iter().filter(|(_, value)| !value.is_null()) {
            let key = format!("{key}.{name}");
            match rules.question(name) {
                None => self.ignore(&key, WhyIgnored::Unknown),
                Some(asked) => answers.extend(self.in_row(&key, asked, value)),
            }
        }
        answers
    }

    fn in_row(&mut self, key: &str, asked: &Question, value: &Value) -> Option<(Name, Given)> {
        let answer = self.answer(key, asked, value)?;
        Some((asked.name.clone(), as_given(answer, self.example.channel)))
    }
}

/// A value as it would stand in the file of an example; `true` is `yes` there.
fn node(value: &Value) -> Node {
    let text = |text: &str| What::Text(text.to_owned(), Style::Plain);
    let what = match value {
        Value::Null => What::Nothing,
        Value::Bool(true) => text("yes"),
        Value::Bool(false) => text("no"),
        Value::Number(number) => text(&number.to_string()),
        Value::String(typed) => text(typed),
        Value::Array(values) => What::List(values.iter().map(node).collect()),
        Value::Object(fields) => What::Map(fields.iter().map(|(name, value)| (key(name), node(value))).collect()),
    };
    Node {
        place: Place::default(),
        what,
    }
}

fn key(name: &str) -> Key {
    Key {
        text: name.to_owned(),
        place: Place::default(),
    }
}
