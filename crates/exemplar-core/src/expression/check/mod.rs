//! The check of an expression: every name exists, every type fits, every option is one of its question's.
//!
//! What is here resolves names and options; [`compare`] and [`count`] check signs, [`call`] functions, [`rows`] those over rows; [`say`] has the
//! words of mistakes.

mod call;
mod compare;
mod count;
mod field;
mod option;
mod rows;
mod say;

use std::ops::Range;
use std::sync::Arc;

use super::grammar::{Raw, RawWhat, parse};
use super::tree::{Mention, Tree};
use super::{Expression, Type, Value};
use crate::id::{Language, Name};
use compare::{clock_time, day};
pub use option::Options;
use option::option;
pub use rows::ROW;
use rows::rows_as_value;
pub(crate) use say::closest;
use say::{joined, not_a};

/// Something wrong in an expression.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mistake {
    /// The kind of mistake, in one word.
    pub code: &'static str,
    /// Where, in characters of the expression.
    pub at: Range<usize>,
    /// What is wrong. Empty where it follows from another mistake, which is told by itself.
    pub message: String,
    /// What to do.
    pub advice: String,
}

impl Mistake {
    pub(super) fn new(code: &'static str, at: Range<usize>, message: String, advice: String) -> Self {
        Self {
            code,
            at,
            message,
            advice,
        }
    }

    /// Whether it only follows from a mistake elsewhere.
    #[must_use]
    pub fn is_consequence(&self) -> bool {
        self.message.is_empty()
    }
}

/// What a name in an expression stands for.
#[derive(Debug, Clone)]
pub enum Known {
    /// A question.
    Question(Type, Options),
    /// A fact.
    Fact(Type, Options),
    /// A list, with its columns.
    List(Vec<Name>),
    /// Something of each row of this question.
    InRows(Name, Box<Known>),
    /// Something that has a mistake of its own.
    Broken,
}

/// The names of a definition.
pub trait Names {
    /// What `name` stands for.
    fn find(&self, name: &str) -> Option<Known>;
    /// A name that looks like `word`, for advice.
    fn like(&self, word: &str) -> Option<String>;
    /// What stands behind a point after the name of a question: the type of that field of a record, or nothing.
    fn field(&self, question: &str, field: &str) -> Option<Type> {
        let _ = (question, field);
        None
    }
    /// The fields of a record, for advice.
    fn fields(&self, question: &str) -> Vec<Name> {
        let _ = question;
        Vec::new()
    }
    /// The definition's currency.
    fn currency(&self) -> &str;
    /// The definition's languages.
    fn languages(&self) -> &[Language];
    /// The question in whose rows the expression stands.
    fn within(&self) -> Option<&Name> {
        None
    }
    /// The rows of a table or grid; none where rows are added.
    fn fixed_rows(&self, question: &Name) -> Arc<[Name]> {
        let _ = question;
        Arc::from([])
    }
}

/// What an expression should come to.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    /// The type; none: any.
    pub type_is: Option<Type>,
    /// The options that words stand for first.
    pub options: Options,
}

impl Wanted {
    /// A condition.
    #[must_use]
    pub fn condition() -> Self {
        Self::a(Type::Yes)
    }

    /// A value of this type.
    #[must_use]
    pub fn a(type_is: Type) -> Self {
        Self {
            type_is: Some(type_is),
            options: Options::None,
        }
    }
}

/// Checks what was typed.
///
/// # Errors
/// The first mistake in it.
pub fn check(typed: &str, wanted: &Wanted, names: &dyn Names) -> Result<(Expression, Options), Mistake> {
    let raw = parse(typed)?;
    let mut checking = Checking {
        names,
        mentions: Vec::new(),
        negated: false,
        guarded: false,
        beside_or: false,
        rows: None,
    };
    let mut part = checking.part(&raw, &wanted.options)?;
    if part.type_is == Type::Rows {
        return Err(rows_as_value(&raw));
    }
    if let Some(type_is) = wanted.type_is {
        part = checking.as_type(part, type_is, &raw)?;
    }
    let expression = Expression {
        typed: typed.to_owned(),
        type_is: part.type_is,
        mentions: checking.mentions,
        tree: Arc::new(part.tree),
    };
    Ok((expression, part.options))
}

/// A checked part.
struct Part {
    tree: Tree,
    type_is: Type,
    options: Options,
}

impl Part {
    fn new(tree: Tree, type_is: Type) -> Self {
        Self {
            tree,
            type_is,
            options: Options::None,
        }
    }
}

struct Checking<'a> {
    names: &'a dyn Names,
    mentions: Vec<Mention>,
    negated: bool,
    guarded: bool,
    beside_or: bool,
    /// The question whose rows are being looked at.
    rows: Option<Name>,
}

impl Checking<'_> {
    fn part(&mut self, raw: &Raw, options: &Options) -> Result<Part, Mistake> {
        match &raw.what {
            RawWhat::Word(word) => self.word(word, raw, options),
            RawWhat::Text(text) => Ok(match options {
                Options::None => Part::new(Tree::Literal(Value::Text(text.clone())), Type::Text),
                _ => option(text, options, raw)?,
            }),
            RawWhat::Number(number) => Ok(Part::new(Tree::Literal(Value::Number(*number)), Type::Number)),
            RawWhat::Not(inner) => {
                self.negated = !self.negated;
                let inner = self.condition(inner);
                self.negated = !self.negated;
                Ok(Part::new(Tree::Not(Box::new(inner?)), Type::Yes))
            }
            RawWhat::And(parts) => Ok(Part::new(Tree::And(self.conditions(parts)?), Type::Yes)),
            RawWhat::Or(parts) => {
                let before = std::mem::replace(&mut self.beside_or, true);
                let parts = self.conditions(parts);
                self.beside_or = before;
                Ok(Part::new(Tree::Or(parts?), Type::Yes))
            }
            RawWhat::Compare(how, left, right) => self.compare(*how, left, right),
            RawWhat::In(left, right) => self.in_some(left, right),
            RawWhat::Arithmetic(sign, left, right) => self.arithmetic(*sign, left, right, raw),
            RawWhat::Negative(inner) => {
                let part = self.part(inner, &Options::None)?;
                if !matches!(part.type_is, Type::Number | Type::Money) {
                    return Err(not_a("a number", part.type_is, inner));
                }
                Ok(Part::new(Tree::Negative(Box::new(part.tree)), part.type_is))
            }
            RawWhat::List(_) => Err(Mistake::new(
                "list_alone",
                raw.start..raw.end,
                "A list in [ ] stands only after \"in\".".into(),
                "Write NAME in [a, b].".into(),
            )),
            RawWhat::Call(name, arguments) => self.call(name, arguments, raw),
            RawWhat::End(dates, is_last) => self.end(dates, *is_last),
            RawWhat::Field(record, field) => self.field(record, field, raw),
        }
    }

    fn condition(&mut self, raw: &Raw) -> Result<Tree, Mistake> {
        let part = self.part(raw, &Options::None)?;
        Ok(self.as_type(part, Type::Yes, raw)?.tree)
    }

    fn conditions(&mut self, parts: &[Raw]) -> Result<Vec<Tree>, Mistake> {
        parts.iter().map(|part| self.condition(part)).collect()
    }

    fn word(&mut self, word: &str, raw: &Raw, options: &Options) -> Result<Part, Mistake> {
        let is_own = matches!(options, Options::Of(_)) && options.has(word);
        let found = self.names.find(word);
        if is_own {
            if let Some(Known::Question(Type::One, _)) = found {
                return Err(Mistake::new(
                    "two_meanings",
                    raw.start..raw.end,
                    format!("\"{word}\" is an option here, and also a question."),
                    "Put the option in quotes, or rename one of the two.".into(),
                ));
            }
            return option(word, options, raw);
        }
        if let Some(part) = self.of_this_row(word, found.as_ref(), raw) {
            return Ok(part);
        }
        match (word, self.seen_from_here(word, found, raw)?) {
            ("today", _) => Ok(Part::new(Tree::Today, Type::Date)),
            ("renewing", _) => Ok(Part::new(Tree::Renewing, Type::Yes)),
            ("renewing_expires", _) => Ok(Part::new(Tree::RenewingExpires, Type::Date)),
            ("language", _) => Ok(Part {
                tree: Tree::Language,
                type_is: Type::One,
                options: Options::Of(self.languages()),
            }),
            ("channel", _) => Ok(Part {
                tree: Tree::Channel,
                type_is: Type::One,
                options: Options::Of(CHANNELS.iter().map(|name| Name::from(*name)).collect()),
            }),
            (_, Some(Known::Question(type_is, options))) => {
                let name = self.mention(word, raw);
                Ok(Part {
                    tree: Tree::Answer(name),
                    type_is,
                    options,
                })
            }
            (_, Some(Known::Fact(type_is, options))) => {
                let name = self.mention(word, raw);
                Ok(Part {
                    tree: Tree::Fact(name),
                    type_is,
                    options,
                })
            }
            (_, Some(Known::List(_))) => Err(Mistake::new(
                "list_as_value",
                raw.start..raw.end,
                format!("\"{word}\" is a list."),
                format!("Write NAME in {word}, or lookup({word}, NAME, COLUMN)."),
            )),
            (_, Some(Known::Broken)) => {
                self.mention(word, raw);
                Err(Mistake::new(
                    "consequence",
                    raw.start..raw.end,
                    String::new(),
                    String::new(),
                ))
            }
            // It was looked through above.
            (_, Some(Known::InRows(..))) => Err(self.unknown(word, raw, options)),
            (_, None) if *options == Options::Any => option(word, options, raw),
            (_, None) => Err(self.unknown(word, raw, options)),
        }
    }

    /// The languages of the service, as options.
    fn languages(&self) -> Arc<[Name]> {
        let languages = self.names.languages().iter();
        languages.map(|language| Name(language.0.clone())).collect()
    }

    fn unknown(&self, word: &str, raw: &Raw, options: &Options) -> Mistake {
        if matches!(word, "yes" | "no") {
            return Mistake::new(
                "yes_as_value",
                raw.start..raw.end,
                format!("\"{word}\" is not written beside a yes or no question."),
                "Write the question's name alone for yes, or \"not\" before it for no.".into(),
            );
        }
        let like = match options {
            Options::Of(names) => closest(word, names.iter().map(Name::as_str)),
            _ => None,
        };
        let (message, own) = match options {
            Options::Of(names) => (format!("\"{word}\" is neither an option here nor a name."), Some(names)),
            _ => (format!("Nothing is called \"{word}\"."), None),
        };
        let advice = match (like.or_else(|| self.names.like(word)), own) {
            (Some(like), _) => format!("Did you mean \"{like}\"?"),
            (None, Some(names)) => format!("The options are: {}.", joined(names)),
            (None, None) => "Use the name of a question or fact of this service.".into(),
        };
        Mistake::new("unknown_name", raw.start..raw.end, message, advice)
    }

    fn mention(&mut self, word: &str, raw: &Raw) -> Name {
        let name = Name::from(word);
        self.mentions.push(Mention {
            name: name.clone(),
            start: raw.start,
            length: raw.end - raw.start,
            negated: self.negated,
            guarded: self.guarded,
            beside_or: self.beside_or,
        });
        name
    }

    /// Brings a part to the type that is wanted, where what was written out allows it.
    fn as_type(&self, part: Part, wanted: Type, raw: &Raw) -> Result<Part, Mistake> {
        if part.type_is == wanted {
            return Ok(part);
        }
        match (&part.tree, wanted) {
            (Tree::Literal(Value::Number(number)), Type::Money) => {
                Ok(Part::new(Tree::Literal(Value::Money(*number)), Type::Money))
            }
            (Tree::Literal(Value::Text(text)), Type::Date) => {
                Ok(Part::new(Tree::Literal(Value::Date(day(text, raw)?)), Type::Date))
            }
            (Tree::Literal(Value::Text(text)), Type::Time) => Ok(Part::new(
                Tree::Literal(Value::Time(clock_time(text, raw)?)),
                Type::Time,
            )),
            (_, Type::Text) if part.type_is == Type::One => Ok(part),
            (_, Type::One) if part.type_is == Type::Text => Ok(part),
            (_, Type::Yes) => Err(Mistake::new(
                "not_a_condition",
                raw.start..raw.end,
                format!("This is {}, and a condition is needed.", part.type_is.in_words()),
                match part.type_is {
                    Type::One | Type::Text => "Write NAME is VALUE, or answered(NAME).".into(),
                    Type::Many => "Write OPTION in NAME.".into(),
                    _ => "Compare it with something, or write answered(NAME).".into(),
                },
            )),
            _ => Err(not_a(wanted.in_words(), part.type_is, raw)),
        }
    }
}

/// The channels, as definitions call them.
const CHANNELS: &[&str] = &["web", "phone", "counter", "paper", "helper", "api"];

#[cfg(test)]
mod tests;
