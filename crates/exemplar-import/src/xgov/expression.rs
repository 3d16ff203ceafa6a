//! Conditions that are written as text: names, texts, numbers, `== != > < >= <=`, `and or not in`, brackets. What says
//! more is kept as it stands, for the report.

use super::Reader;
use crate::form::{Compared, Test, Value};

/// The most pieces of an expression.
const PIECES: usize = 400;

#[derive(Debug, Clone, PartialEq)]
enum Piece {
    Word(String),
    Text(String),
    Sign(&'static str),
}

/// One side of a comparison.
enum Side {
    Reference(String),
    Value(String),
    Test(Test),
}

impl Reader<'_> {
    /// An expression; one that cannot be read is kept as it stands.
    pub(super) fn expression(&mut self, text: &str) -> Test {
        let raw = || Test::Raw(text.trim().chars().take(300).collect());
        let Some(pieces) = pieces(text) else { return raw() };
        let mut parsing = Parsing {
            reader: self,
            pieces: &pieces,
            at: 0,
        };
        match parsing.any(0) {
            Some(test) if parsing.at == pieces.len() && !pieces.is_empty() => test,
            _ => raw(),
        }
    }
}

struct Parsing<'p, 'a> {
    reader: &'p Reader<'a>,
    pieces: &'p [Piece],
    at: usize,
}

impl Parsing<'_, '_> {
    fn word(&mut self, word: &str) -> bool {
        let found = matches!(self.pieces.get(self.at), Some(Piece::Word(here)) if here.eq_ignore_ascii_case(word));
        self.at += usize::from(found);
        found
    }

    fn sign(&mut self, sign: &str) -> bool {
        let found = matches!(self.pieces.get(self.at), Some(Piece::Sign(here)) if *here == sign);
        self.at += usize::from(found);
        found
    }

    fn any(&mut self, depth: usize) -> Option<Test> {
        if depth > crate::DEPTH {
            return None;
        }
        let mut test = self.all(depth)?;
        while self.word("or") || self.sign("||") {
            test = test.or(self.all(depth)?);
        }
        Some(test)
    }

    fn all(&mut self, depth: usize) -> Option<Test> {
        let mut test = self.one(depth)?;
        while self.word("and") || self.sign("&&") {
            test = test.and(self.one(depth)?);
        }
        Some(test)
    }

    fn one(&mut self, depth: usize) -> Option<Test> {
        if depth > crate::DEPTH {
            return None;
        }
        if self.word("not") || self.sign("!") {
            return Some(self.one(depth + 1)?.opposite());
        }
        let left = self.side(depth)?;
        const SIGNS: [(&str, Compared); 8] = [
            ("==", Compared::Is),
            ("=", Compared::Is),
            (":", Compared::Is),
            ("!=", Compared::IsNot),
            (">=", Compared::AtLeast),
            ("<=", Compared::AtMost),
            (">", Compared::More),
            ("<", Compared::Less),
        ];
        for (sign, how) in SIGNS {
            if self.sign(sign) {
                let right = self.side(depth)?;
                return self.compare(left, how, right);
            }
        }
        if self.word("in") {
            let right = self.side(depth)?;
            return match (left, right) {
                (Side::Value(option), Side::Reference(field)) => self.reader.on_fields(&field, |key| {
                    Some(Test::Contains {
                        field: key.to_owned(),
                        option: option.clone(),
                    })
                }),
                _ => None,
            };
        }
        match left {
            Side::Test(test) => Some(test),
            Side::Reference(name) if self.reader.named.contains(&name) => Some(Test::Named(name)),
            Side::Reference(name) => self.reader.on_fields(&name, |key| Some(Test::is(key, "true"))),
            Side::Value(value) => match value.as_str() {
                "true" => Some(Test::Always(true)),
                "false" => Some(Test::Always(false)),
                _ => None,
            },
        }
    }

    fn side(&mut self, depth: usize) -> Option<Side> {
        if self.sign("(") {
            let test = self.any(depth + 1)?;
            return self.sign(")").then_some(Side::Test(test));
        }
        let piece = self.pieces.get(self.at)?.clone();
        self.at += 1;
        match piece {
            Piece::Text(text) => Some(Side::Value(text)),
            Piece::Word(word) if word == "true" || word == "false" => Some(Side::Value(word)),
            Piece::Word(word) if word.starts_with(|c: char| c.is_ascii_digit()) => Some(Side::Value(word)),
            Piece::Word(word) => Some(Side::Reference(word)),
            Piece::Sign("-") => match self.pieces.get(self.at) {
                Some(Piece::Word(word)) if word.starts_with(|c: char| c.is_ascii_digit()) => {
                    self.at += 1;
                    Some(Side::Value(format!("-{word}")))
                }
                _ => None,
            },
            Piece::Sign(_) => None,
        }
    }

    fn compare(&self, left: Side, how: Compared, right: Side) -> Option<Test> {
        let make = |field: &str, how: Compared, value: Value| {
            self.reader.on_fields(field, |key| {
                Some(Test::Compare {
                    field: key.to_owned(),
                    how,
                    value: value.clone(),
                })
            })
        };
        match (left, right) {
            // A condition that has a name, held against true or false.
            (Side::Reference(name), Side::Value(value))
                if self.reader.named.contains(&name) && self.reader.resolved(&name).is_empty() =>
            {
                let holds = (value == "true") == (how == Compared::Is);
                let test = Test::Named(name);
                Some(if holds { test } else { test.opposite() })
            }
            (Side::Reference(field), Side::Value(value)) => make(&field, how, Value::Written(value)),
            (Side::Value(value), Side::Reference(field)) => {
                let turned = match how {
                    Compared::More => Compared::Less,
                    Compared::Less => Compared::More,
                    Compared::AtLeast => Compared::AtMost,
                    Compared::AtMost => Compared::AtLeast,
                    how => how,
                };
                make(&field, turned, Value::Written(value))
            }
            (Side::Reference(one), Side::Reference(other)) => {
                let other = self.reader.resolved(&other).into_iter().next()?;
                make(&one, how, Value::Field(other))
            }
            _ => None,
        }
    }
}

/// The pieces of an expression; none where a sign is not known, or a text has no end.
fn pieces(text: &str) -> Option<Vec<Piece>> {
    const SIGNS: [&str; 15] = [
        "===", "!==", "==", "!=", ">=", "<=", "&&", "||", ">", "<", "(", ")", "!", ":", "=",
    ];
    let mut out = Vec::new();
    let mut rest = text.trim();
    while let Some(c) = rest.chars().next() {
        if out.len() >= PIECES {
            return None;
        }
        if matches!(c, '\'' | '"') {
            let (inner, after) = rest[1..].split_once(c)?;
            out.push(Piece::Text(inner.to_owned()));
            rest = after.trim_start();
            continue;
        }
        if let Some(sign) = SIGNS.iter().find(|sign| rest.starts_with(**sign)) {
            out.push(Piece::Sign(match *sign {
                "===" => "==",
                "!==" => "!=",
                sign => sign,
            }));
            rest = rest[sign.len()..].trim_start();
            continue;
        }
        if c == '-' {
            out.push(Piece::Sign("-"));
            rest = rest[1..].trim_start();
            continue;
        }
        let end = rest
            .find(|c: char| !(c.is_alphanumeric() || matches!(c, '_' | '.' | '-')))
            .unwrap_or(rest.len());
        if end == 0 {
            return None;
        }
        let word = &rest[..end];
        match out.last_mut() {
            // Blanks around a dot mean nothing: "section .field" is one name.
            Some(Piece::Word(before)) if word.starts_with('.') || before.ends_with('.') => before.push_str(word),
            _ => out.push(Piece::Word(word.to_owned())),
        }
        rest = rest[end..].trim_start();
    }
    Some(out)
}
