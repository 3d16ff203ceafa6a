//! Conditions as a small tree. Fields and options are named as in the source: [`crate::write`] knows what they become.

/// A condition.
#[derive(Debug, Clone, PartialEq)]
pub enum Test {
    /// It always holds, or never.
    Always(bool),
    /// All of them hold.
    All(Vec<Test>),
    /// One of them holds.
    Any(Vec<Test>),
    /// It does not hold. What looks at no answer does not hold, so this does.
    Not(Box<Test>),
    /// The condition of that name in [`super::Form::conditions`].
    Named(String),
    /// An answer beside a value: `is`, `is not`, more, less. Without an answer none of them holds.
    Compare {
        /// The field.
        field: String,
        /// How.
        how: Compared,
        /// The other side.
        value: Value,
    },
    /// One of the options that were chosen is this one.
    Contains {
        /// The field.
        field: String,
        /// The option's value.
        option: String,
    },
    /// The answer is one of these.
    In {
        /// The field.
        field: String,
        /// The values, as they were written.
        values: Vec<String>,
    },
    /// There is an answer.
    Answered(String),
    /// How many characters an answer has.
    Length {
        /// The field.
        field: String,
        /// How.
        how: Compared,
        /// So many.
        characters: u32,
    },
    /// How many rows, files or options there are.
    Count {
        /// The field.
        field: String,
        /// How.
        how: Compared,
        /// So many.
        count: u32,
    },
    /// The age that follows from a date, in whole years.
    Age {
        /// The field.
        field: String,
        /// How.
        how: Compared,
        /// So many years.
        years: u32,
    },
    /// Some row is so.
    SomeRow {
        /// The field of rows.
        rows: String,
        /// What holds of the row.
        test: Box<Test>,
    },
    /// Every row is so.
    EveryRow {
        /// The field of rows.
        rows: String,
        /// What holds of the row.
        test: Box<Test>,
    },
    /// What could not be translated, as it stands in the source.
    Raw(String),
}

/// How two values are held against each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Compared {
    /// Equal.
    Is,
    /// Not equal.
    IsNot,
    /// More, or later.
    More,
    /// As much or more.
    AtLeast,
    /// Less, or earlier.
    Less,
    /// As much or less.
    AtMost,
}

impl Compared {
    /// As the language writes it.
    #[must_use]
    pub fn sign(self) -> &'static str {
        match self {
            Self::Is => "is",
            Self::IsNot => "is not",
            Self::More => ">",
            Self::AtLeast => ">=",
            Self::Less => "<",
            Self::AtMost => "<=",
        }
    }

    /// What holds where this does not, and both values are known.
    #[must_use]
    pub fn opposite(self) -> Self {
        match self {
            Self::Is => Self::IsNot,
            Self::IsNot => Self::Is,
            Self::More => Self::AtMost,
            Self::AtLeast => Self::Less,
            Self::Less => Self::AtLeast,
            Self::AtMost => Self::More,
        }
    }
}

/// The other side of a comparison.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Value {
    /// A text, a number or an option's value as it was written: what it is follows from the field.
    Written(String),
    /// A day from today: `+3 months` is `(3, "months")`, `(-3, "months")` is in the past.
    FromToday(i32, &'static str),
    /// The answer to another field.
    Field(String),
}

impl Test {
    /// The answer is this.
    #[must_use]
    pub fn is(field: &str, value: &str) -> Self {
        Self::Compare {
            field: field.to_owned(),
            how: Compared::Is,
            value: Value::Written(value.to_owned()),
        }
    }

    /// The opposite.
    #[must_use]
    pub fn opposite(self) -> Self {
        match self {
            Self::Always(holds) => Self::Always(!holds),
            Self::Not(inner) => *inner,
            test => Self::Not(Box::new(test)),
        }
    }

    /// Both hold.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Always(true), test) | (test, Self::Always(true)) => test,
            (Self::All(mut tests), other) => {
                tests.push(other);
                Self::All(tests)
            }
            (one, other) => Self::All(vec![one, other]),
        }
    }

    /// Either holds.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        match (self, other) {
            (Self::Always(false), test) | (test, Self::Always(false)) => test,
            (Self::Any(mut tests), other) => {
                tests.push(other);
                Self::Any(tests)
            }
            (one, other) => Self::Any(vec![one, other]),
        }
    }

    /// The same of another field in place of one.
    #[must_use]
    pub fn renamed(&self, from: &str, to: &str) -> Self {
        let new = |field: &String| if field == from { to.to_owned() } else { field.clone() };
        let all = |tests: &[Self]| tests.iter().map(|test| test.renamed(from, to)).collect();
        let mut test = self.clone();
        match &mut test {
            Self::All(tests) | Self::Any(tests) => *tests = all(tests),
            Self::Not(inner) => **inner = inner.renamed(from, to),
            Self::SomeRow { rows, test } | Self::EveryRow { rows, test } => {
                *rows = new(rows);
                **test = test.renamed(from, to);
            }
            Self::Compare { field, value, .. } => {
                *field = new(field);
                if let Value::Field(other) = value {
                    *other = new(other);
                }
            }
            Self::Contains { field, .. }
            | Self::In { field, .. }
            | Self::Answered(field)
            | Self::Length { field, .. }
            | Self::Count { field, .. }
            | Self::Age { field, .. } => *field = new(field),
            Self::Always(_) | Self::Named(_) | Self::Raw(_) => {}
        }
        test
    }

    /// What could not be translated in it.
    #[must_use]
    pub fn raw(&self) -> Vec<&str> {
        match self {
            Self::Raw(source) => vec![source],
            Self::All(tests) | Self::Any(tests) => tests.iter().flat_map(Self::raw).collect(),
            Self::Not(test) | Self::SomeRow { test, .. } | Self::EveryRow { test, .. } => test.raw(),
            _ => Vec::new(),
        }
    }

    /// Whether it looks at a field. What a condition with a name looks at is not known here.
    #[must_use]
    pub fn looks_at(&self, key: &str) -> bool {
        match self {
            Self::All(tests) | Self::Any(tests) => tests.iter().any(|test| test.looks_at(key)),
            Self::Not(test) => test.looks_at(key),
            Self::Compare { field, value, .. } => field == key || *value == Value::Field(key.to_owned()),
            Self::Contains { field, .. }
            | Self::In { field, .. }
            | Self::Answered(field)
            | Self::Length { field, .. }
            | Self::Count { field, .. }
            | Self::Age { field, .. } => field == key,
            Self::SomeRow { rows, test } | Self::EveryRow { rows, test } => rows == key || test.looks_at(key),
            Self::Named(_) => true,
            Self::Always(_) | Self::Raw(_) => false,
        }
    }
}
