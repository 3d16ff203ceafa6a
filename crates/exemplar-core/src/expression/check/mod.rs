//! The check of an expression: every name exists, every type fits, every option is one of its question's.
//!
//! [`call`] checks functions; what is here resolves names, signs and options.

mod call;

use std::ops::Range;
use std::sync::Arc;

use jiff::civil::Date;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::grammar::{Raw, RawWhat, parse};
use super::tree::{Comparison, Mention, Period, Sign, Tree};
use super::{Expression, Type, Value};
use crate::definition::DurationUnit;
use crate::id::{Language, Name};

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

/// The options that a value can be.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Options {
    /// It is no option.
    #[default]
    None,
    /// Any word: the cells of a list, the offices of an organisation, the codes of countries.
    Any,
    /// These.
    Of(Arc<[Name]>),
}

impl Options {
    fn has(&self, word: &str) -> bool {
        match self {
            Self::None => false,
            Self::Any => true,
            Self::Of(names) => names.iter().any(|name| name.as_str() == word),
        }
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
    /// Something that has a mistake of its own.
    Broken,
}

/// The names of a definition.
pub trait Names {
    /// What `name` stands for.
    fn find(&self, name: &str) -> Option<Known>;
    /// A name that looks like `word`, for advice.
    fn like(&self, word: &str) -> Option<String>;
    /// The definition's currency.
    fn currency(&self) -> &str;
    /// The definition's languages.
    fn languages(&self) -> &[Language];
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
    };
    let mut part = checking.part(&raw, &wanted.options)?;
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
        match (word, found) {
            ("today", _) => Ok(Part::new(Tree::Today, Type::Date)),
            ("language", _) => Ok(Part {
                tree: Tree::Language,
                type_is: Type::One,
                options: Options::Of(
                    self.names
                        .languages()
                        .iter()
                        .map(|language| Name(language.0.clone()))
                        .collect(),
                ),
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
            (_, None) if *options == Options::Any => option(word, options, raw),
            (_, None) => Err(self.unknown(word, raw, options)),
        }
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

    /// Checks two parts that are held against each other; the side with options goes first.
    fn pair(&mut self, left: &Raw, right: &Raw) -> Result<(Part, Part), Mistake> {
        let before = self.mentions.len();
        match self.part(left, &Options::None) {
            Ok(left) => {
                let right = self.part(right, &left.options)?;
                Ok((left, right))
            }
            Err(mistake) if mistake.code == "unknown_name" => {
                self.mentions.truncate(before);
                let right = self.part(right, &Options::None).map_err(|_| mistake)?;
                let left = self.part(left, &right.options)?;
                Ok((left, right))
            }
            Err(mistake) => Err(mistake),
        }
    }

    fn compare(&mut self, how: Comparison, left: &Raw, right: &Raw) -> Result<Part, Mistake> {
        let (left_part, right_part) = self.pair(left, right)?;
        let (left_part, right_part) = dated(left_part, right_part, left, right)?;
        let (a, b) = (left_part.type_is, right_part.type_is);
        let equality = matches!(how, Comparison::Is | Comparison::IsNot);
        let literal = |part: &Part| matches!(part.tree, Tree::Literal(_));
        let text_like = |kind: Type| matches!(kind, Type::Text | Type::One);
        let fits = match (a, b) {
            (Type::Number | Type::Date, _) if a == b => true,
            (Type::Money, Type::Money) => true,
            (Type::Money, Type::Number) => literal(&right_part),
            (Type::Number, Type::Money) => literal(&left_part),
            (Type::Yes, Type::Yes) => equality,
            _ => equality && text_like(a) && text_like(b),
        };
        if !fits {
            return Err(cannot_compare(a, b, equality, left.start..right.end));
        }
        let (left, right) = (Box::new(left_part.tree), Box::new(right_part.tree));
        Ok(Part::new(Tree::Compare(how, left, right), Type::Yes))
    }

    fn in_some(&mut self, left: &Raw, right: &Raw) -> Result<Part, Mistake> {
        if let RawWhat::List(values) = &right.what {
            let left_part = self.part(left, &Options::None)?;
            let mut trees = Vec::with_capacity(values.len());
            for value in values {
                let part = self.part(value, &left_part.options)?;
                let (_, part) = dated(Part::new(Tree::Today, left_part.type_is), part, left, value)?;
                let text_like = |kind: Type| matches!(kind, Type::Text | Type::One);
                let fits = part.type_is == left_part.type_is || text_like(part.type_is) && text_like(left_part.type_is);
                if !fits || left_part.type_is == Type::Many {
                    return Err(cannot_compare(
                        left_part.type_is,
                        part.type_is,
                        true,
                        value.start..value.end,
                    ));
                }
                trees.push(part.tree);
            }
            let tree = Tree::InValues(Box::new(left_part.tree), trees);
            return Ok(Part::new(tree, Type::Yes));
        }
        if let RawWhat::Word(word) = &right.what
            && let Some(Known::List(_)) = self.names.find(word)
        {
            let list = self.mention(word, right);
            let key = self.part(left, &Options::None)?;
            if !matches!(key.type_is, Type::One | Type::Text) {
                return Err(not_a("an option or text", key.type_is, left));
            }
            return Ok(Part::new(Tree::InList(Box::new(key.tree), list), Type::Yes));
        }
        let set = self.part(right, &Options::None)?;
        if set.type_is != Type::Many {
            return Err(Mistake::new(
                "not_a_set",
                right.start..right.end,
                format!("After \"in\" stands {}.", set.type_is.in_words()),
                "Put a list in [ ], the name of a list, or a question that takes several options.".into(),
            ));
        }
        let left_part = self.part(left, &set.options)?;
        if !matches!(left_part.type_is, Type::One | Type::Text) {
            return Err(not_a("an option", left_part.type_is, left));
        }
        let tree = Tree::InSet(Box::new(left_part.tree), Box::new(set.tree));
        Ok(Part::new(tree, Type::Yes))
    }

    fn arithmetic(&mut self, sign: Sign, left: &Raw, right: &Raw, raw: &Raw) -> Result<Part, Mistake> {
        if let (Sign::Times, RawWhat::Number(number), RawWhat::Word(unit)) = (sign, &left.what, &right.what)
            && let Some(part) = self.with_unit(*number, unit, raw)?
        {
            return Ok(part);
        }
        let a = self.part(left, &Options::None)?;
        let b = self.part(right, &Options::None)?;
        if let (Type::Date, Tree::Literal(Value::Period(period))) = (a.type_is, &b.tree) {
            let forward = match sign {
                Sign::Plus => true,
                Sign::Minus => false,
                _ => return Err(not_a("a number", Type::Date, left)),
            };
            let tree = Tree::Moved(Box::new(a.tree), forward, *period);
            return Ok(Part::new(tree, Type::Date));
        }
        if (sign, a.type_is, b.type_is) == (Sign::Minus, Type::Date, Type::Date) {
            return Err(Mistake::new(
                "dates_subtracted",
                raw.start..raw.end,
                "One date cannot be taken from another.".into(),
                "Use days_between(a, b), or weeks_between, months_between, years_between.".into(),
            ));
        }
        let type_is = result_type(sign, &a, &b).ok_or_else(|| cannot_count(sign, a.type_is, b.type_is, raw))?;
        let tree = Tree::Arithmetic(sign, Box::new(a.tree), Box::new(b.tree));
        Ok(Part::new(tree, type_is))
    }

    /// `3 months` and `154 GBP`.
    fn with_unit(&self, number: Decimal, unit: &str, raw: &Raw) -> Result<Option<Part>, Mistake> {
        if unit.len() == 3 && unit.chars().all(|letter| letter.is_ascii_uppercase()) {
            if unit != self.names.currency() {
                return Err(Mistake::new(
                    "other_currency",
                    raw.start..raw.end,
                    format!("The service's money is in {}.", self.names.currency()),
                    format!("Write {number} {}.", self.names.currency()),
                ));
            }
            return Ok(Some(Part::new(Tree::Literal(Value::Money(number)), Type::Money)));
        }
        let unit = match unit {
            "day" | "days" => DurationUnit::Days,
            "working_day" | "working_days" => DurationUnit::WorkingDays,
            "week" | "weeks" => DurationUnit::Weeks,
            "month" | "months" => DurationUnit::Months,
            "year" | "years" => DurationUnit::Years,
            _ => return Ok(None),
        };
        let count = number.is_integer().then(|| number.to_u32()).flatten().ok_or_else(|| {
            Mistake::new(
                "period",
                raw.start..raw.end,
                "A length of time is a whole number.".into(),
                "Use a smaller unit.".into(),
            )
        })?;
        let period = Period { count, unit };
        Ok(Some(Part::new(Tree::Literal(Value::Period(period)), Type::Period)))
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

fn option(word: &str, options: &Options, raw: &Raw) -> Result<Part, Mistake> {
    if let Options::Of(names) = options
        && !options.has(word)
    {
        let advice = closest(word, names.iter().map(Name::as_str)).map_or_else(
            || format!("The options are: {}.", joined(names)),
            |like| format!("Did you mean \"{like}\"?"),
        );
        return Err(Mistake::new(
            "unknown_option",
            raw.start..raw.end,
            format!("\"{word}\" is not an option here."),
            advice,
        ));
    }
    Ok(Part {
        tree: Tree::Literal(Value::One(Name::from(word))),
        type_is: Type::One,
        options: options.clone(),
    })
}

/// The first names, as they stand in advice.
fn joined(names: &[Name]) -> String {
    let shown: Vec<&str> = names.iter().take(12).map(Name::as_str).collect();
    shown.join(", ")
}

/// The candidate that is most like `word`, where one is like it at all.
pub(crate) fn closest<'a>(word: &str, candidates: impl Iterator<Item = &'a str>) -> Option<String> {
    candidates
        .map(|candidate| (strsim::jaro_winkler(word, candidate), candidate))
        .filter(|(likeness, _)| *likeness > 0.84)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, candidate)| candidate.to_owned())
}

/// Text beside a date is a date.
fn dated(left: Part, right: Part, left_raw: &Raw, right_raw: &Raw) -> Result<(Part, Part), Mistake> {
    let made = |text: &str, raw: &Raw| -> Result<Part, Mistake> {
        Ok(Part::new(Tree::Literal(Value::Date(day(text, raw)?)), Type::Date))
    };
    match (&left.tree, &right.tree) {
        (_, Tree::Literal(Value::Text(text))) if left.type_is == Type::Date => {
            let right = made(text, right_raw)?;
            Ok((left, right))
        }
        (Tree::Literal(Value::Text(text)), _) if right.type_is == Type::Date => {
            let left = made(text, left_raw)?;
            Ok((left, right))
        }
        _ => Ok((left, right)),
    }
}

fn day(text: &str, raw: &Raw) -> Result<Date, Mistake> {
    let shaped = text.len() == 10 && text.as_bytes()[4] == b'-';
    text.parse().ok().filter(|_| shaped).ok_or_else(|| {
        Mistake::new(
            "date",
            raw.start..raw.end,
            format!("\"{text}\" is not a date."),
            "Write the year, month and day: \"2026-04-06\".".into(),
        )
    })
}

fn not_a(wanted: &str, found: Type, raw: &Raw) -> Mistake {
    Mistake::new(
        "wrong_type",
        raw.start..raw.end,
        format!("This is {}, and {wanted} is needed.", found.in_words()),
        "Use a question or fact of that type.".into(),
    )
}

fn cannot_compare(a: Type, b: Type, equality: bool, at: Range<usize>) -> Mistake {
    let advice = if a == Type::Many || b == Type::Many {
        "To test for one option of several, write OPTION in NAME."
    } else if !equality && a == b {
        "Only numbers, amounts and dates are more or less than others."
    } else {
        "Compare values of one type."
    };
    Mistake::new(
        "cannot_compare",
        at,
        format!("{} cannot be compared so with {}.", capital(a.in_words()), b.in_words()),
        advice.into(),
    )
}

fn cannot_count(sign: Sign, a: Type, b: Type, raw: &Raw) -> Mistake {
    let what = match sign {
        Sign::Plus => "added to",
        Sign::Minus => "taken away from each other:",
        Sign::Times => "multiplied with",
        Sign::Over => "divided by",
    };
    Mistake::new(
        "cannot_count",
        raw.start..raw.end,
        format!("{} cannot be {what} {}.", capital(a.in_words()), b.in_words()),
        "Numbers go with numbers, amounts with amounts; dates move by lengths of time.".into(),
    )
}

fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters
        .next()
        .map(|first| first.to_uppercase().chain(letters).collect())
        .unwrap_or_default()
}

fn result_type(sign: Sign, a: &Part, b: &Part) -> Option<Type> {
    use Type::{Money, Number};
    let literal = |part: &Part| part.tree.as_number().is_some();
    match (sign, a.type_is, b.type_is) {
        (_, Number, Number) => Some(Number),
        (Sign::Plus | Sign::Minus, Money, Money) => Some(Money),
        (Sign::Plus | Sign::Minus, Money, Number) if literal(b) => Some(Money),
        (Sign::Plus | Sign::Minus, Number, Money) if literal(a) => Some(Money),
        (Sign::Times, Money, Number) | (Sign::Times, Number, Money) => Some(Money),
        (Sign::Over, Money, Number) => Some(Money),
        (Sign::Over, Money, Money) => Some(Number),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
