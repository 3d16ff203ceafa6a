//! Kinds of answer. Each is one file: its rules, how what was typed is read, what expressions see, how it is shown.
//! HTML is not here: a kind says which controls it needs, the pages draw them.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt::Debug;
use std::sync::Arc;

use indexmap::IndexMap;
use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::answer::Answer;
use crate::expression::{Type, Value};
use crate::id::Name;
use crate::text::Text;

/// A kind of answer with the rules of one question.
pub trait Kind: Debug + Send + Sync {
    /// The key in a definition: `date`.
    fn key(&self) -> &'static str;

    /// The controls that a page draws for it, in order. `shown` is what stands in them.
    fn controls(&self) -> Vec<Control>;

    /// Reads what was typed. Only called where something was typed: emptiness is the question's business.
    ///
    /// # Errors
    /// Every problem found, in the order of the controls.
    fn read(&self, typed: &Typed, facts: &Reading<'_>) -> Result<Answer, Vec<Problem>>;

    /// What was typed, as it would have been for `answer`: fills the controls again.
    fn typed(&self, answer: &Answer) -> Typed;

    /// Which type its answers have in expressions.
    fn type_of(&self) -> Type;

    /// The answer as expressions see it.
    fn value(&self, answer: &Answer) -> Option<Value>;

    /// The answer as a person reads it: one item a line.
    fn show(&self, answer: &Answer, words: &Showing<'_>) -> Vec<String>;

    /// The rules that can fail, by name: the keys of `errors` and of examples' `refused_at`.
    fn rules(&self) -> Vec<&'static str>;

    /// The kind's own example of an answer: what a load test or a walk would type.
    fn example(&self) -> Typed;
}

/// What was typed into a question's controls, by the control's suffix; the main control has the suffix "".
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Typed(pub BTreeMap<String, Vec<String>>);

impl Typed {
    /// The first value of a control, without blanks at its ends.
    #[must_use]
    pub fn get(&self, suffix: &str) -> &str {
        self.0
            .get(suffix)
            .and_then(|values| values.first())
            .map_or("", |value| value.trim())
    }

    /// All values of a control: of tick boxes.
    #[must_use]
    pub fn all(&self, suffix: &str) -> &[String] {
        self.0.get(suffix).map_or(&[], Vec::as_slice)
    }

    /// Whether nothing was typed or chosen in any control.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0
            .values()
            .flatten()
            .all(|value| value.trim().is_empty())
    }
}

/// What reading an answer may need to know.
#[derive(Debug, Clone, Copy)]
pub struct Reading<'a> {
    /// The day of the request in the service's time zone.
    pub today: Date,
    /// Bounds that depend on other answers, already worked out: by the rule's name (`from`, `to`).
    pub bounds: &'a BTreeMap<&'static str, Value>,
}

/// What showing an answer needs.
pub struct Showing<'a> {
    /// The language's place in the definition's languages.
    pub language: usize,
    /// The language's tag, for dates and numbers.
    pub tag: &'a str,
    /// The platform's own words by key: `apply-yes`.
    pub word: &'a dyn Fn(&str) -> String,
    /// A day as it is written in that language.
    pub date: &'a dyn Fn(Date) -> String,
    /// An amount as it is written in that language.
    pub money: &'a dyn Fn(Decimal) -> String,
}

/// Something wrong with what was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The control's suffix that the message belongs to and the summary links to.
    pub control: Cow<'static, str>,
    /// The rule that failed: `empty`, `wrong`, `from`, `at_most`. Own words in the definition are found by it.
    pub rule: Cow<'static, str>,
    /// The platform's words for it: a key of `locales/*/errors.ftl`.
    pub message: &'static str,
    /// What stands in the message besides what the question is called.
    pub with: Vec<(&'static str, Param)>,
}

/// A parameter of a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Param {
    /// A count, which plurals follow.
    Count(i64),
    /// A number.
    Number(Decimal),
    /// An amount.
    Money(Decimal),
    /// A day.
    Date(Date),
    /// Words.
    Text(String),
}

/// One control of a page.
#[derive(Debug, Clone)]
pub enum Control {
    /// A line of text.
    Line(Line),
    /// Several lines of text.
    Area {
        /// How many lines it shows.
        rows: u8,
        /// How much may be written.
        at_most: Option<Size>,
    },
    /// One of some.
    Radios(Vec<ChoiceOf>),
    /// Any of some.
    Boxes(Vec<ChoiceOf>),
    /// One of many.
    Select(Vec<ChoiceOf>),
    /// Day, month and year, with the suffixes `day`, `month` and `year`.
    Date {
        /// HTML's `autocomplete`, such as `bday`, of which the parts are made.
        autocomplete: Option<&'static str>,
    },
    /// One box to tick, with its words.
    Tick(Text),
}

/// A line of text.
#[derive(Debug, Clone, Default)]
pub struct Line {
    /// "" for the main control, else the field's own.
    pub suffix: &'static str,
    /// The platform's word for its label; none where the question itself is the label.
    pub label: Option<&'static str>,
    /// Whether the label says "(optional)".
    pub optional: bool,
    /// How many characters wide: 2, 3, 4, 5, 10, 20, or 0 for the whole width.
    pub width: u8,
    /// HTML's `type`.
    pub input_type: &'static str,
    /// HTML's `inputmode`.
    pub inputmode: Option<&'static str>,
    /// HTML's `autocomplete`.
    pub autocomplete: Option<&'static str>,
    /// Whether the browser checks the spelling.
    pub spellcheck: bool,
    /// Before the line, such as a currency's sign.
    pub prefix: Option<Arc<str>>,
    /// After the line, such as a unit.
    pub after: Option<Text>,
}

/// How much may be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Size {
    /// In characters.
    Characters(u32),
    /// In words.
    Words(u32),
}

/// An option as a control shows it.
#[derive(Debug, Clone)]
pub struct ChoiceOf {
    /// What is sent.
    pub value: Name,
    /// What is read; none for yes and no, for which the platform has words.
    pub label: Label,
    /// One short sentence.
    pub hint: Option<Text>,
    /// Cannot be ticked beside others.
    pub alone: bool,
}

/// Where the words of an option come from.
#[derive(Debug, Clone)]
pub enum Label {
    /// The definition.
    Text(Text),
    /// The platform: a key of `locales/`.
    Word(&'static str),
}

/// Fields by suffix as an answer of several fields keeps them.
pub type FieldsOf = IndexMap<String, String>;
