//! Evaluation. A value that needs a missing answer is none; `and` and `or` follow Kleene's strong logic.

use std::borrow::Cow;
use std::cmp::Ordering;

use rust_decimal::{Decimal, RoundingStrategy};

use super::dates::{Apart, add_period, between};
use super::function::Function;
use super::scope::Scope;
use super::tree::{Comparison, Sign, Tree};
use super::{Type, Value, over_rows};

/// What `tree` comes to.
pub(super) fn value(tree: &Tree, scope: &dyn Scope) -> Option<Value> {
    match tree {
        Tree::Literal(value) => Some(value.clone()),
        Tree::Answer(name) => scope.answer(name),
        Tree::Fact(name) => scope.fact(name),
        Tree::Today => Some(Value::Date(scope.today())),
        Tree::Language => Some(Value::One(scope.language())),
        Tree::Channel => Some(Value::One(scope.channel())),
        Tree::RenewingExpires => scope.renewing().map(Value::Date),
        Tree::Row => scope.row().map(Value::One),
        Tree::Arithmetic(sign, left, right) => arithmetic(*sign, &value(left, scope)?, &value(right, scope)?),
        Tree::Negative(inner) => match value(inner, scope)? {
            Value::Number(n) => Some(Value::Number(-n)),
            Value::Money(n) => Some(Value::Money(-n)),
            _ => None,
        },
        Tree::End(dates, is_last) => match value(dates, scope)? {
            Value::Dates(_, last) if *is_last => Some(Value::Date(last)),
            Value::Dates(first, _) => Some(Value::Date(first)),
            _ => None,
        },
        Tree::Field(record, field) => match value(record, scope)? {
            Value::Record(mut fields) => fields.shift_remove(field),
            _ => None,
        },
        Tree::Moved(date, forward, period) => match value(date, scope)? {
            Value::Date(date) => add_period(date, *period, *forward, scope.calendar()).map(Value::Date),
            _ => None,
        },
        Tree::Lookup(list, key, column, otherwise) => {
            let found = value(key, scope).and_then(|key| {
                let cells = scope.list(list)?.rows.get(text_of(&key)?.as_ref())?;
                Some(Value::One(cells.get(*column)?.as_ref().into()))
            });
            found.or_else(|| otherwise.as_ref().and_then(|tree| value(tree, scope)))
        }
        Tree::Call(function, arguments) if gives_truth(*function) => {
            call_truth(*function, arguments, scope).map(Value::Yes)
        }
        Tree::Call(function, arguments) => call(*function, arguments, scope),
        Tree::OverRows(how, rows, of) => over_rows::gathered(*how, rows, of.as_deref(), scope),
        Tree::NoOverlap(rows, first, last) => Some(Value::Yes(over_rows::lie_apart(rows, first, last, scope))),
        _ => truth(tree, scope).map(Value::Yes),
    }
}

/// Whether `tree` holds; none where that is not known.
pub(super) fn truth(tree: &Tree, scope: &dyn Scope) -> Option<bool> {
    match tree {
        Tree::Literal(Value::Yes(yes)) => Some(*yes),
        Tree::Renewing => Some(scope.renewing().is_some()),
        Tree::Not(inner) => truth(inner, scope).map(|holds| !holds),
        Tree::And(parts) => settled_by(parts, false, scope),
        Tree::Or(parts) => settled_by(parts, true, scope),
        Tree::Compare(how, left, right) => compare(*how, &value(left, scope)?, &value(right, scope)?),
        Tree::InValues(left, values) => {
            let left = value(left, scope)?;
            let mut unknown = false;
            for right in values {
                match value(right, scope) {
                    Some(right) if equal(&left, &right) => return Some(true),
                    Some(_) => {}
                    None => unknown = true,
                }
            }
            (!unknown).then_some(false)
        }
        Tree::InSet(left, set) => {
            let (left, set) = (value(left, scope)?, value(set, scope)?);
            let Value::Many(set) = set else { return None };
            let left = text_of(&left)?;
            Some(set.iter().any(|option| option.as_str() == left))
        }
        Tree::InList(key, list) => Some(
            value(key, scope)
                .and_then(|key| {
                    let key = text_of(&key)?;
                    Some(scope.list(list)?.rows.contains_key(key.as_ref()))
                })
                .unwrap_or(false),
        ),
        Tree::Call(function, arguments) if gives_truth(*function) => call_truth(*function, arguments, scope),
        _ => match value(tree, scope)? {
            Value::Yes(yes) => Some(yes),
            _ => None,
        },
    }
}

/// `and` and `or`: one part that is `by` settles it, else all must be known.
fn settled_by(parts: &[Tree], by: bool, scope: &dyn Scope) -> Option<bool> {
    let mut unknown = false;
    for part in parts {
        match truth(part, scope) {
            Some(holds) if holds == by => return Some(by),
            Some(_) => {}
            None => unknown = true,
        }
    }
    (!unknown).then_some(!by)
}

/// What `tree` comes to whatever was answered.
pub(super) fn always(tree: &Tree) -> Option<bool> {
    match tree {
        Tree::Literal(Value::Yes(yes)) => Some(*yes),
        Tree::Not(inner) => always(inner).map(|holds| !holds),
        Tree::And(parts) => settled_always(parts, false),
        Tree::Or(parts) => settled_always(parts, true),
        Tree::Compare(how, left, right) => match (&**left, &**right) {
            (Tree::Literal(left), Tree::Literal(right)) => compare(*how, left, right),
            _ => None,
        },
        _ => None,
    }
}

fn settled_always(parts: &[Tree], by: bool) -> Option<bool> {
    if parts.iter().any(|part| always(part) == Some(by)) {
        return Some(by);
    }
    let all = parts.iter().all(|part| always(part) == Some(!by));
    all.then_some(!by)
}

pub(super) fn arithmetic(sign: Sign, left: &Value, right: &Value) -> Option<Value> {
    let (a, b) = (number_of(left)?, number_of(right)?);
    let result = match sign {
        Sign::Plus => a.checked_add(b),
        Sign::Minus => a.checked_sub(b),
        Sign::Times => a.checked_mul(b),
        Sign::Over => a.checked_div(b),
    }?;
    let left_money = matches!(left, Value::Money(_));
    let right_money = matches!(right, Value::Money(_));
    let is_money = match sign {
        Sign::Over => left_money && !right_money,
        _ => left_money || right_money,
    };
    Some(if is_money {
        Value::Money(result)
    } else {
        Value::Number(result)
    })
}

fn compare(how: Comparison, left: &Value, right: &Value) -> Option<bool> {
    Some(match how {
        Comparison::Is => equal(left, right),
        Comparison::IsNot => !equal(left, right),
        Comparison::Less => order(left, right)?.is_lt(),
        Comparison::AtMost => order(left, right)?.is_le(),
        Comparison::More => order(left, right)?.is_gt(),
        Comparison::AtLeast => order(left, right)?.is_ge(),
    })
}

fn equal(left: &Value, right: &Value) -> bool {
    if let (Some(a), Some(b)) = (number_of(left), number_of(right)) {
        return a == b;
    }
    match (text_of(left), text_of(right)) {
        (Some(a), Some(b)) => a == b,
        _ => left == right,
    }
}

pub(super) fn order(left: &Value, right: &Value) -> Option<Ordering> {
    match (left, right) {
        (Value::Date(a), Value::Date(b)) => Some(a.cmp(b)),
        (Value::Time(a), Value::Time(b)) => Some(a.cmp(b)),
        _ => Some(number_of(left)?.cmp(&number_of(right)?)),
    }
}

fn number_of(value: &Value) -> Option<Decimal> {
    match value {
        Value::Number(n) | Value::Money(n) => Some(*n),
        _ => None,
    }
}

/// Text, or an option's name.
fn text_of(value: &Value) -> Option<Cow<'_, str>> {
    match value {
        Value::Text(text) => Some(Cow::Borrowed(text)),
        Value::One(name) => Some(Cow::Borrowed(name.as_str())),
        _ => None,
    }
}

fn gives_truth(function: Function) -> bool {
    matches!(
        function,
        Function::Answered | Function::Ticked | Function::Yes | Function::StartsWith
    )
}

fn call_truth(function: Function, arguments: &[Tree], scope: &dyn Scope) -> Option<bool> {
    match (function, arguments) {
        (Function::Answered, [Tree::Answer(name)]) => Some(scope.answered(name)),
        (Function::Ticked, [Tree::Answer(name)]) => Some(scope.ticked(name)),
        (Function::Yes, [condition]) => Some(truth(condition, scope) == Some(true)),
        (Function::StartsWith, [text, start]) => {
            let (text, start) = (value(text, scope)?, value(start, scope)?);
            Some(text_of(&text)?.starts_with(text_of(&start)?.as_ref()))
        }
        _ => None,
    }
}

fn call(function: Function, arguments: &[Tree], scope: &dyn Scope) -> Option<Value> {
    match function {
        Function::Total => total(arguments, scope),
        Function::Highest => furthest(arguments, scope, Ordering::Greater),
        Function::Lowest => furthest(arguments, scope, Ordering::Less),
        Function::Count => {
            let set = arguments.first().and_then(|tree| value(tree, scope));
            let count = match set {
                Some(Value::Many(options)) => options.len(),
                _ => 0,
            };
            Some(Value::Number(Decimal::from(count)))
        }
        Function::Age => {
            let on = match arguments.get(1) {
                Some(on) => date(value(on, scope)?)?,
                None => scope.today(),
            };
            let born = date(value(arguments.first()?, scope)?)?;
            between(born, on, Apart::Years).map(Value::Number)
        }
        Function::Between(apart) => {
            let first = date(value(arguments.first()?, scope)?)?;
            let second = date(value(arguments.get(1)?, scope)?)?;
            between(first, second, apart).map(Value::Number)
        }
        Function::PostcodeOf => match value(arguments.first()?, scope)? {
            Value::Fields(fields) => fields.get("postcode").cloned().map(Value::Text),
            _ => None,
        },
        Function::FirstPart | Function::PostcodeArea | Function::Length | Function::Lower | Function::Digits => {
            let text = value(arguments.first()?, scope)?;
            Some(of_text(function, text_of(&text)?.as_ref()))
        }
        Function::Round | Function::RoundUp | Function::RoundDown => {
            let strategy = match function {
                Function::RoundUp => RoundingStrategy::ToPositiveInfinity,
                Function::RoundDown => RoundingStrategy::ToNegativeInfinity,
                _ => RoundingStrategy::MidpointAwayFromZero,
            };
            match value(arguments.first()?, scope)? {
                Value::Number(n) => Some(Value::Number(n.round_dp_with_strategy(0, strategy))),
                Value::Money(n) => Some(Value::Money(n.round_dp_with_strategy(0, strategy))),
                _ => None,
            }
        }
        Function::Answered | Function::Ticked | Function::Yes | Function::StartsWith => None,
    }
}

fn date(value: Value) -> Option<jiff::civil::Date> {
    match value {
        Value::Date(date) => Some(date),
        _ => None,
    }
}

/// The sum of what has a value; nothing at all is nought.
fn total(arguments: &[Tree], scope: &dyn Scope) -> Option<Value> {
    let mut sum = Value::Number(Decimal::ZERO);
    for argument in arguments {
        if let Some(next) = value(argument, scope) {
            sum = arithmetic(Sign::Plus, &sum, &next)?;
        }
    }
    Some(sum)
}

/// The highest or lowest of what has a value.
fn furthest(arguments: &[Tree], scope: &dyn Scope, wanted: Ordering) -> Option<Value> {
    let mut found: Option<Value> = None;
    for argument in arguments {
        let Some(next) = value(argument, scope) else {
            continue;
        };
        let further = match &found {
            Some(so_far) => order(&next, so_far) == Some(wanted),
            None => true,
        };
        if further {
            found = Some(next);
        }
    }
    found
}

fn of_text(function: Function, text: &str) -> Value {
    match function {
        Function::Length => Value::Number(Decimal::from(text.chars().count())),
        Function::Lower => Value::Text(text.to_lowercase()),
        Function::Digits => Value::Text(text.chars().filter(char::is_ascii_digit).collect()),
        Function::PostcodeArea => {
            let letters = text.trim().chars().take_while(char::is_ascii_alphabetic);
            Value::Text(letters.collect())
        }
        _ => Value::Text(first_part(text).to_owned()),
    }
}

/// The part of a postcode before its blank. A British one without a blank ends three characters before its end.
fn first_part(postcode: &str) -> &str {
    let postcode = postcode.trim();
    if let Some((first, _)) = postcode.split_once(char::is_whitespace) {
        return first;
    }
    let split = postcode.len().saturating_sub(3);
    if (5..=7).contains(&postcode.len()) {
        postcode.get(..split).unwrap_or(postcode)
    } else {
        postcode
    }
}

impl Value {
    /// The name of an option.
    #[must_use]
    pub fn as_name(&self) -> Option<&crate::id::Name> {
        match self {
            Self::One(name) => Some(name),
            _ => None,
        }
    }

    /// Which type it has.
    #[must_use]
    pub fn type_of(&self) -> Type {
        match self {
            Self::Text(_) => Type::Text,
            Self::Yes(_) => Type::Yes,
            Self::One(_) => Type::One,
            Self::Many(_) => Type::Many,
            Self::Number(_) => Type::Number,
            Self::Money(_) => Type::Money,
            Self::Date(_) => Type::Date,
            Self::Dates(..) => Type::Dates,
            Self::Time(_) => Type::Time,
            Self::Period(_) => Type::Period,
            Self::Fields(_) => Type::Fields,
            Self::Record(_) => Type::Record,
        }
    }
}
