//! Values held against each other: `is`, `<`, `in`.

use jiff::civil::{Date, Time};

use super::say::{cannot_compare, not_a};
use super::{Checking, Known, Mistake, Options, Part};
use crate::expression::grammar::{Raw, RawWhat};
use crate::expression::tree::{Comparison, Tree};
use crate::expression::{Type, Value};

impl Checking<'_> {
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

    pub(super) fn compare(&mut self, how: Comparison, left: &Raw, right: &Raw) -> Result<Part, Mistake> {
        let (left_part, right_part) = self.pair(left, right)?;
        let (left_part, right_part) = dated(left_part, right_part, left, right)?;
        let (a, b) = (left_part.type_is, right_part.type_is);
        let equality = matches!(how, Comparison::Is | Comparison::IsNot);
        let literal = |part: &Part| matches!(part.tree, Tree::Literal(_));
        let text_like = |kind: Type| matches!(kind, Type::Text | Type::One);
        let fits = match (a, b) {
            (Type::Number | Type::Date | Type::Time, _) if a == b => true,
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

    pub(super) fn in_some(&mut self, left: &Raw, right: &Raw) -> Result<Part, Mistake> {
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
}

/// Text beside a date is a date, beside a time of day a time.
fn dated(left: Part, right: Part, left_raw: &Raw, right_raw: &Raw) -> Result<(Part, Part), Mistake> {
    let made = |text: &str, beside: Type, raw: &Raw| -> Result<Part, Mistake> {
        let value = if beside == Type::Time {
            Value::Time(clock_time(text, raw)?)
        } else {
            Value::Date(day(text, raw)?)
        };
        Ok(Part::new(Tree::Literal(value), beside))
    };
    let is_timed = |type_is: Type| matches!(type_is, Type::Date | Type::Time);
    match (&left.tree, &right.tree) {
        (_, Tree::Literal(Value::Text(text))) if is_timed(left.type_is) => {
            let right = made(text, left.type_is, right_raw)?;
            Ok((left, right))
        }
        (Tree::Literal(Value::Text(text)), _) if is_timed(right.type_is) => {
            let left = made(text, right.type_is, left_raw)?;
            Ok((left, right))
        }
        _ => Ok((left, right)),
    }
}

pub(super) fn day(text: &str, raw: &Raw) -> Result<Date, Mistake> {
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

pub(super) fn clock_time(text: &str, raw: &Raw) -> Result<Time, Mistake> {
    let time = Time::strptime("%H:%M", text).ok().filter(|_| text.len() == 5);
    time.ok_or_else(|| {
        Mistake::new(
            "time",
            raw.start..raw.end,
            format!("\"{text}\" is not a time of day."),
            "Write it on the clock of 24 hours: \"17:30\".".into(),
        )
    })
}
