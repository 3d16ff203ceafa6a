//! The functions of expressions: which there are, what they take, what they give.

use super::Type;
use super::dates::Apart;

/// A function, resolved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Function {
    Answered,
    Ticked,
    Yes,
    Count,
    Total,
    Highest,
    Lowest,
    Age,
    Between(Apart),
    PostcodeOf,
    FirstPart,
    PostcodeArea,
    StartsWith,
    Length,
    Lower,
    Digits,
    Round,
    RoundUp,
    RoundDown,
}

/// What an argument may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Takes {
    /// The name of a question.
    Question,
    /// A value of this type.
    A(Type),
    /// Text, or an option, whose name is text.
    TextLike,
    /// A number or an amount.
    NumberLike,
}

/// How a function is called.
pub(super) struct Signature {
    pub(super) function: Function,
    /// What each argument may be; the last repeats where `at_most` says so.
    pub(super) takes: &'static [Takes],
    pub(super) at_least: usize,
    pub(super) at_most: usize,
    /// None: the type of its arguments.
    pub(super) gives: Option<Type>,
    /// Whether arguments without a value do no harm.
    pub(super) guards: bool,
}

/// Every function of the language, known to this version or not.
pub const FUNCTIONS: &[&str] = &[
    "any",
    "all",
    "count",
    "sum",
    "highest",
    "lowest",
    "total",
    "highest_of",
    "lowest_of",
    "latest",
    "earliest",
    "answered",
    "ticked",
    "yes",
    "age",
    "days_between",
    "weeks_between",
    "months_between",
    "years_between",
    "no_overlap",
    "lookup",
    "postcode_of",
    "first_part",
    "postcode_area",
    "starts_with",
    "length",
    "lower",
    "digits",
    "round",
    "round_up",
    "round_down",
    "first_free",
];

/// The functions that stand under `books` alone: what they come to is not known before a case is decided.
pub(super) const LATER: &[&str] = &["first_free"];

/// The functions over rows. What they take is in [`super::check`]; `count` is also one of a question with several options.
pub(super) const OVER_ROWS: &[&str] = &["any", "all", "count", "sum", "highest", "lowest", "no_overlap"];

/// The most arguments of a function that takes any number.
const MANY: usize = 20;

/// How `name` is called. `lookup` is not here: its arguments are not values.
pub(super) fn signature(name: &str) -> Option<Signature> {
    use Function as F;
    use Takes::{A, NumberLike, Question, TextLike};
    const DATE: Takes = A(Type::Date);
    let (function, takes, at_least, at_most, gives, guards): (F, &[Takes], _, _, _, _) = match name {
        "answered" => (F::Answered, &[Question], 1, 1, Some(Type::Yes), true),
        "ticked" => (F::Ticked, &[Question], 1, 1, Some(Type::Yes), true),
        "yes" => (F::Yes, &[A(Type::Yes)], 1, 1, Some(Type::Yes), true),
        "count" => (F::Count, &[A(Type::Many)], 1, 1, Some(Type::Number), true),
        "total" => (F::Total, &[NumberLike], 1, MANY, None, true),
        "highest_of" => (F::Highest, &[NumberLike], 1, MANY, None, true),
        "lowest_of" => (F::Lowest, &[NumberLike], 1, MANY, None, true),
        "latest" => (F::Highest, &[DATE], 1, MANY, Some(Type::Date), true),
        "earliest" => (F::Lowest, &[DATE], 1, MANY, Some(Type::Date), true),
        "age" => (F::Age, &[DATE], 1, 2, Some(Type::Number), false),
        "days_between" => (F::Between(Apart::Days), &[DATE], 2, 2, Some(Type::Number), false),
        "weeks_between" => (F::Between(Apart::Weeks), &[DATE], 2, 2, Some(Type::Number), false),
        "months_between" => (F::Between(Apart::Months), &[DATE], 2, 2, Some(Type::Number), false),
        "years_between" => (F::Between(Apart::Years), &[DATE], 2, 2, Some(Type::Number), false),
        "postcode_of" => (F::PostcodeOf, &[A(Type::Fields)], 1, 1, Some(Type::Text), false),
        "first_part" => (F::FirstPart, &[TextLike], 1, 1, Some(Type::Text), false),
        "postcode_area" => (F::PostcodeArea, &[TextLike], 1, 1, Some(Type::Text), false),
        "starts_with" => (F::StartsWith, &[TextLike], 2, 2, Some(Type::Yes), false),
        "length" => (F::Length, &[TextLike], 1, 1, Some(Type::Number), false),
        "lower" => (F::Lower, &[TextLike], 1, 1, Some(Type::Text), false),
        "digits" => (F::Digits, &[TextLike], 1, 1, Some(Type::Text), false),
        "round" => (F::Round, &[NumberLike], 1, 1, None, false),
        "round_up" => (F::RoundUp, &[NumberLike], 1, 1, None, false),
        "round_down" => (F::RoundDown, &[NumberLike], 1, 1, None, false),
        _ => return None,
    };
    Some(Signature {
        function,
        takes,
        at_least,
        at_most,
        gives,
        guards,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_function_is_known_or_known_to_come_later() {
        for name in FUNCTIONS {
            let known =
                signature(name).is_some() || *name == "lookup" || LATER.contains(name) || OVER_ROWS.contains(name);
            assert!(known, "{name}");
        }
    }
}
