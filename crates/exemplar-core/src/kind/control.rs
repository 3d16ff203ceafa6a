//! The controls that kinds of answer need on a page. How they are drawn is not here.

use std::sync::Arc;

use crate::definition::{Duration, Option_};
use crate::expression::Expression;
use crate::file::FileRules;
use crate::id::Name;
use crate::text::Text;

use super::Search;

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
    Radios(Radios),
    /// Any of some.
    Boxes(Boxes),
    /// One of many.
    Select(Select),
    /// One of so many that it is found by typing.
    Search(Search),
    /// A day or a month in its parts.
    Date(DateBoxes),
    /// One box to tick, with its words; sends `yes`.
    Tick(Text),
    /// Points of the earth, one a line.
    Points {
        /// How many lines it shows.
        rows: u8,
    },
    /// A name, or a drawing in its place.
    Signature(Line),
    /// Files, which come one by one on a page of their own.
    File(FileRules),
    /// Times of a calendar, which have a page of their own kind.
    Slots,
}

/// A line of text.
#[derive(Debug, Clone, Default)]
pub struct Line {
    /// "" for the main control, else the field's own.
    pub suffix: &'static str,
    /// The platform's word for its label; none where the question itself is the label.
    pub label: Option<&'static str>,
    /// The platform's word for one short sentence below the label.
    pub hint: Option<&'static str>,
    /// Whether it may be left empty where the question may not.
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
    pub after: Option<Label>,
    /// Whether what is typed runs from left to right in every language: codes and numbers.
    pub left_to_right: bool,
}

impl Line {
    /// Whether what is typed runs from left to right in every language, as codes, numbers and addresses of e-mail do.
    #[must_use]
    pub fn runs_left_to_right(&self) -> bool {
        self.left_to_right || self.inputmode.is_some() || matches!(self.input_type, "email" | "tel" | "url")
    }

    /// A line of plain text for the main control.
    #[must_use]
    pub fn plain() -> Self {
        Self {
            input_type: "text",
            ..Self::default()
        }
    }

    /// A line of plain text for one field of several, labelled with a word of the platform.
    #[must_use]
    pub fn field(suffix: &'static str, label: &'static str) -> Self {
        Self {
            suffix,
            label: Some(label),
            ..Self::plain()
        }
    }
}

/// A day or a month in its parts, side by side.
#[derive(Debug, Clone, Copy)]
pub struct DateBoxes {
    /// The suffixes of the boxes for day, month and year; without a day, the month alone is asked for.
    pub parts: [Option<&'static str>; 3],
    /// The platform's word for its label; none where the question itself is the label.
    pub label: Option<&'static str>,
    /// HTML's `autocomplete`, such as `bday`, of which the parts are made.
    pub autocomplete: Option<&'static str>,
}

impl DateBoxes {
    /// A day that is the whole answer.
    pub const DAY: Self = Self {
        parts: [Some("day"), Some("month"), Some("year")],
        label: None,
        autocomplete: None,
    };

    /// The suffix of its first box.
    #[must_use]
    pub fn first(&self) -> &'static str {
        self.parts.iter().flatten().next().copied().unwrap_or_default()
    }
}

/// One of some, all to be seen at once.
#[derive(Debug, Clone)]
pub struct Radios {
    /// "" for the main control, else the field's own.
    pub suffix: Arc<str>,
    /// Its label; none where the question itself is the label.
    pub label: Option<Label>,
    /// One short sentence.
    pub hint: Option<Text>,
    /// By when what is asked about must come, counted from the day of applying.
    pub within: Option<Duration>,
    /// Drawn only where this holds.
    pub when: Option<Arc<Expression>>,
    /// In the order of the definition.
    pub choices: Arc<[ChoiceOf]>,
    /// Whether they stand side by side: yes and no.
    pub inline: bool,
}

impl Radios {
    /// The main control.
    #[must_use]
    pub fn main(choices: Arc<[ChoiceOf]>) -> Self {
        Self::field("".into(), None, choices)
    }

    /// One field of several.
    #[must_use]
    pub fn field(suffix: Arc<str>, label: Option<Label>, choices: Arc<[ChoiceOf]>) -> Self {
        Self {
            suffix,
            label,
            hint: None,
            within: None,
            when: None,
            choices,
            inline: false,
        }
    }
}

/// Any of some.
#[derive(Debug, Clone)]
pub struct Boxes {
    /// In the order of the definition.
    pub choices: Arc<[ChoiceOf]>,
}

/// One of many, from a list that opens.
#[derive(Debug, Clone)]
pub struct Select {
    /// "" for the main control, else the field's own.
    pub suffix: &'static str,
    /// The platform's word for its label; none where the question itself is the label.
    pub label: Option<&'static str>,
    /// HTML's `autocomplete`.
    pub autocomplete: Option<&'static str>,
    /// In the order in which they are shown.
    pub choices: Arc<[ChoiceOf]>,
}

/// How much may be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Size {
    /// In characters.
    Characters(u32),
    /// In words.
    Words(u32),
}

impl Size {
    /// How many.
    #[must_use]
    pub fn count(self) -> u32 {
        match self {
            Self::Characters(n) | Self::Words(n) => n,
        }
    }

    /// Whether it counts words.
    #[must_use]
    pub fn is_words(self) -> bool {
        matches!(self, Self::Words(_))
    }

    /// How many characters that is at the most. A word is taken for ten, which is twice what English needs.
    #[must_use]
    pub fn characters(self) -> u32 {
        match self {
            Self::Characters(n) => n,
            Self::Words(n) => n.saturating_mul(10),
        }
    }

    /// How many of its unit `text` has. A word is what stands between blanks.
    #[must_use]
    pub fn of(self, text: &str) -> u32 {
        let n = match self {
            Self::Characters(_) => text.chars().count(),
            Self::Words(_) => text.split_whitespace().count(),
        };
        u32::try_from(n).unwrap_or(u32::MAX)
    }
}

/// An option as a control shows it.
#[derive(Debug, Clone)]
pub struct ChoiceOf {
    /// What is sent.
    pub value: Name,
    /// What is read; of the platform for yes and no.
    pub label: Label,
    /// One short sentence.
    pub hint: Option<Text>,
    /// Other names under which it is found, with `;` between them.
    pub also: Option<Arc<str>>,
    /// Cannot be ticked beside others: drawn last, below an "or".
    pub alone: bool,
    /// Drawn only where this holds.
    pub when: Option<Arc<Expression>>,
}

impl ChoiceOf {
    /// Every name under which it is found: its label in each language, and its other names.
    #[must_use]
    pub fn names(&self) -> Vec<&str> {
        let labels: Vec<&str> = match &self.label {
            Label::Text(text) => text.in_each().collect(),
            // Words of the platform are those of yes and no, which no long list has.
            Label::Word(_) => Vec::new(),
        };
        let also = self.also.iter().flat_map(|also| also.split(';'));
        labels.into_iter().chain(also).collect()
    }

    /// An option without conditions.
    #[must_use]
    pub fn new(value: &str, label: Label) -> Self {
        Self {
            value: Name::from(value),
            label,
            hint: None,
            also: None,
            alone: false,
            when: None,
        }
    }
}

impl From<&Option_> for ChoiceOf {
    fn from(option: &Option_) -> Self {
        Self {
            value: option.name.clone(),
            label: Label::Text(option.label.clone()),
            hint: option.hint.clone(),
            also: option.also.clone(),
            alone: option.alone,
            when: option.when.clone(),
        }
    }
}

/// Where the words of an option come from.
#[derive(Debug, Clone)]
pub enum Label {
    /// The definition.
    Text(Text),
    /// The platform: a key of `locales/`.
    Word(&'static str),
}
