//! The grammar: the parser of the crate `cel`, and its tree brought to one of ours, with places in characters.
//! Nothing beyond this file knows that crate.

use cel::common::ast::{CallExpr, Expr, IdedExpr, LiteralValue, SourceInfo, operators};
use cel::parser::Parser;
use rust_decimal::Decimal;

use super::check::Mistake;
use super::source::{ENDS, FEE, to_cel};
use super::tree::{Comparison, Sign};

/// What was written, before names are resolved.
#[derive(Debug, Clone)]
pub(super) struct Raw {
    pub(super) what: RawWhat,
    /// In characters of the typed text.
    pub(super) start: usize,
    pub(super) end: usize,
}

/// The forms.
#[derive(Debug, Clone)]
pub(super) enum RawWhat {
    Word(String),
    Text(String),
    Number(Decimal),
    Not(Box<Raw>),
    And(Vec<Raw>),
    Or(Vec<Raw>),
    Compare(Comparison, Box<Raw>, Box<Raw>),
    In(Box<Raw>, Box<Raw>),
    Arithmetic(Sign, Box<Raw>, Box<Raw>),
    Negative(Box<Raw>),
    List(Vec<Raw>),
    Call(String, Vec<Raw>),
    /// The first of two days, or the last: `stay.first`.
    End(Box<Raw>, bool),
    /// A field of a record: `vehicle.make`.
    Field(Box<Raw>, String),
}

/// Parses what was typed.
///
/// Run it on a stack of some megabytes: the parser goes one level deeper for each sign of a long sum.
pub(super) fn parse(typed: &str) -> Result<Raw, Mistake> {
    let cel = to_cel(typed)?;
    let length = typed.chars().count();
    if typed.trim().is_empty() {
        return Err(Mistake::new(
            "expression_missing",
            0..length,
            "There is no expression here.".into(),
            "Write one, or leave the key out.".into(),
        ));
    }
    let parser = Parser::new().error_recovery_limit(1);
    match parser.parse_with_source_info(&cel) {
        Ok((tree, places)) => Reading {
            places: &places,
            character_at: characters(&cel),
            cel: cel.chars().collect(),
        }
        .read(&tree),
        Err(errors) => {
            let column = errors.errors.first().map_or(1, |error| error.pos.1);
            let byte = usize::try_from(column).unwrap_or(1).saturating_sub(1);
            let at = characters(&cel).get(byte).copied().unwrap_or(length);
            let at = at.min(length.saturating_sub(1));
            Err(Mistake::new(
                "not_an_expression",
                at..at + 1,
                "The expression cannot be read from here on.".into(),
                "Check what stands before and after: a sign, a word or a name may be missing.".into(),
            ))
        }
    }
}

/// The place in characters of each byte.
fn characters(text: &str) -> Vec<usize> {
    let each = text.chars().enumerate();
    each.flat_map(|(i, c)| std::iter::repeat_n(i, c.len_utf8())).collect()
}

struct Reading<'a> {
    places: &'a SourceInfo,
    /// The parser counts bytes; we count characters.
    character_at: Vec<usize>,
    cel: Vec<char>,
}

impl Reading<'_> {
    fn place(&self, node: &IdedExpr) -> (usize, usize) {
        let (start, stop) = self.places.offset_for(node.id).unwrap_or((0, 0));
        let character = |byte: u32| {
            let byte = usize::try_from(byte).unwrap_or(0);
            self.character_at.get(byte).copied().unwrap_or(self.cel.len())
        };
        let start = character(start);
        (start, (character(stop) + 1).clamp(start, self.cel.len()))
    }

    fn read(&self, node: &IdedExpr) -> Result<Raw, Mistake> {
        let (start, end) = self.place(node);
        let what = match &node.expr {
            Expr::Ident(name) => RawWhat::Word(name.clone()),
            Expr::Literal(literal) => self.literal(literal, start, end)?,
            Expr::List(list) => RawWhat::List(self.all(&list.elements)?),
            Expr::Call(call) => return self.call(call, start, end),
            Expr::Select(select)
                if !select.test && matches!(&select.operand.expr, Expr::Ident(name) if name == FEE) =>
            {
                let start = self.place(&select.operand).0;
                let what = RawWhat::Word(format!("{FEE}.{}", select.field));
                let end = start + FEE.len() + 1 + select.field.chars().count();
                return Ok(Raw { what, start, end });
            }
            Expr::Select(select) if !select.test && ENDS.contains(&select.field.as_str()) => {
                let dates = self.read(&select.operand)?;
                let (start, end) = (dates.start, dates.end + 1 + select.field.len());
                let what = RawWhat::End(Box::new(dates), select.field == ENDS[1]);
                return Ok(Raw { what, start, end });
            }
            Expr::Select(select) if !select.test => {
                let record = self.read(&select.operand)?;
                let (start, end) = (record.start, record.end + 1 + select.field.chars().count());
                let what = RawWhat::Field(Box::new(record), select.field.clone());
                return Ok(Raw { what, start, end });
            }
            _ => return Err(self.not_ours(start, end)),
        };
        Ok(Raw { what, start, end })
    }

    fn all(&self, nodes: &[IdedExpr]) -> Result<Vec<Raw>, Mistake> {
        nodes.iter().map(|node| self.read(node)).collect()
    }

    fn not_ours(&self, start: usize, end: usize) -> Mistake {
        Mistake::new(
            "not_in_the_language",
            start..end,
            "This form is not part of expressions.".into(),
            "Use names, numbers, texts in quotes, functions, and words such as and, or, not, is, in.".into(),
        )
    }

    /// A number is made from its digits as typed, not from the parser's binary fraction.
    fn literal(&self, literal: &LiteralValue, start: usize, end: usize) -> Result<RawWhat, Mistake> {
        match literal {
            LiteralValue::Int(_) | LiteralValue::Double(_) => {
                let typed: String = self.cel[start..end].iter().collect();
                let number: Result<Decimal, _> = typed.trim().parse();
                match (number, literal) {
                    (Ok(number), _) => Ok(RawWhat::Number(number)),
                    (Err(_), LiteralValue::Int(int)) => Ok(RawWhat::Number(Decimal::from(*int.inner()))),
                    _ => Err(Mistake::new(
                        "number",
                        start..end,
                        "This number cannot be read.".into(),
                        "Write digits, with one point before decimals.".into(),
                    )),
                }
            }
            LiteralValue::String(text) => Ok(RawWhat::Text(text.inner().to_owned())),
            _ => Err(self.not_ours(start, end)),
        }
    }

    fn call(&self, call: &CallExpr, start: usize, end: usize) -> Result<Raw, Mistake> {
        if call.target.is_some() {
            return Err(self.not_ours(start, end));
        }
        let mut arguments = self.all(&call.args)?;
        let name = call.func_name.as_str();
        let what = match (name, arguments.len()) {
            (operators::LOGICAL_AND, _) => RawWhat::And(flat(arguments, true)),
            (operators::LOGICAL_OR, _) => RawWhat::Or(flat(arguments, false)),
            (operators::LOGICAL_NOT, 1) => RawWhat::Not(Box::new(arguments.remove(0))),
            (operators::NEGATE, 1) => RawWhat::Negative(Box::new(arguments.remove(0))),
            (_, 2) if binary(name).is_some() => {
                let right = Box::new(arguments.remove(1));
                let left = Box::new(arguments.remove(0));
                match binary(name) {
                    Some(Binary::Compare(how)) => RawWhat::Compare(how, left, right),
                    Some(Binary::Arithmetic(sign)) => RawWhat::Arithmetic(sign, left, right),
                    Some(Binary::In) | None => RawWhat::In(left, right),
                }
            }
            _ if name.starts_with(|c: char| c.is_ascii_alphabetic()) => {
                return Ok(self.function(name, arguments, start, end));
            }
            _ => return Err(self.not_ours(start, end)),
        };
        let (start, end) = around(&what, start, end);
        Ok(Raw { what, start, end })
    }

    /// A function's place is the bracket's in the tree; its name stands before that.
    fn function(&self, name: &str, arguments: Vec<Raw>, start: usize, end: usize) -> Raw {
        let length = name.chars().count();
        let typed_at =
            |at: usize| at + length <= self.cel.len() && self.cel[at..at + length].iter().copied().eq(name.chars());
        let begin = (0..=start).rev().find(|at| typed_at(*at)).unwrap_or(start);
        let end = self.closing(begin + length).unwrap_or(end);
        Raw {
            what: RawWhat::Call(name.to_owned(), arguments),
            start: begin,
            end: end.max(begin + length).min(self.cel.len()),
        }
    }

    /// The place after the bracket that closes the first one from `from` on.
    fn closing(&self, from: usize) -> Option<usize> {
        let mut depth = 0_usize;
        let mut quote = None;
        for (i, c) in self.cel.iter().enumerate().skip(from) {
            match (quote, *c) {
                (Some(open), c) if c == open => quote = None,
                (Some(_), _) => {}
                (None, '"' | '\'') => quote = Some(*c),
                (None, '(') => depth += 1,
                (None, ')') if depth <= 1 => return Some(i + 1),
                (None, ')') => depth -= 1,
                _ => {}
            }
        }
        None
    }
}

enum Binary {
    Compare(Comparison),
    Arithmetic(Sign),
    In,
}

fn binary(name: &str) -> Option<Binary> {
    Some(match name {
        operators::EQUALS => Binary::Compare(Comparison::Is),
        operators::NOT_EQUALS => Binary::Compare(Comparison::IsNot),
        operators::LESS => Binary::Compare(Comparison::Less),
        operators::LESS_EQUALS => Binary::Compare(Comparison::AtMost),
        operators::GREATER => Binary::Compare(Comparison::More),
        operators::GREATER_EQUALS => Binary::Compare(Comparison::AtLeast),
        operators::ADD => Binary::Arithmetic(Sign::Plus),
        operators::SUBSTRACT => Binary::Arithmetic(Sign::Minus),
        operators::MULTIPLY => Binary::Arithmetic(Sign::Times),
        operators::DIVIDE => Binary::Arithmetic(Sign::Over),
        operators::IN => Binary::In,
        _ => return None,
    })
}

/// `a and b and c` is one `and` of three.
fn flat(parts: Vec<Raw>, and: bool) -> Vec<Raw> {
    let mut out = Vec::with_capacity(parts.len());
    for part in parts {
        match part.what {
            RawWhat::And(inner) if and => out.extend(inner),
            RawWhat::Or(inner) if !and => out.extend(inner),
            _ => out.push(part),
        }
    }
    out
}

/// From the first part's beginning to the last part's end.
fn around(what: &RawWhat, start: usize, end: usize) -> (usize, usize) {
    let (first, last) = match what {
        RawWhat::And(parts) | RawWhat::Or(parts) => (parts.first(), parts.last()),
        RawWhat::Compare(_, left, right) | RawWhat::In(left, right) | RawWhat::Arithmetic(_, left, right) => {
            (Some(&**left), Some(&**right))
        }
        RawWhat::Not(inner) | RawWhat::Negative(inner) => (None, Some(&**inner)),
        _ => (None, None),
    };
    (
        first.map_or(start, |part| part.start.min(start)),
        last.map_or(end, |part| part.end.max(end)),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(typed: &str, at: std::ops::Range<usize>) {
        let raw = parse(typed).unwrap();
        assert_eq!((raw.start, raw.end), (at.start, at.end), "{typed}");
    }

    #[test]
    fn a_part_is_found_where_it_was_typed() {
        check("abc", 0..3);
        check("a is b", 0..6);
        check("a is not b", 0..10);
        check("not abc", 0..7);
        check("age(born)", 0..9);
        let raw = parse("\"ä\" is b").unwrap();
        let RawWhat::Compare(_, _, right) = raw.what else {
            panic!("a comparison")
        };
        assert_eq!((right.start, right.end), (7, 8));
    }

    #[test]
    fn decimals_are_exact() {
        let RawWhat::Number(number) = parse("0.1").unwrap().what else {
            panic!("a number")
        };
        assert_eq!(number.to_string(), "0.1");
    }

    #[test]
    fn a_long_sum_is_read() {
        let sum = vec!["1"; 125].join(" + ");
        let on_large_stack = std::thread::Builder::new().stack_size(crate::definition::limits::STACK_BYTES);
        let read = on_large_stack.spawn(move || parse(&sum).is_ok()).unwrap();
        assert!(read.join().unwrap());
    }
}
