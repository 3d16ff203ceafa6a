//! The small part of JavaScript in which conditions of this format are written, as a tree. Nothing is ever run: what is
//! not known is kept as it stands in the source, to be named in the report.
//!
//! In reading order: this file has the tree and statements; [`expression`] reads expressions; [`tokens`] their pieces.

mod expression;
mod tokens;

use std::collections::HashMap;

use crate::form::Compared;
use tokens::{Kind, Token, tokens};

/// The longest script that is read; the longest that is known has some 3,000 characters.
const LONGEST: usize = 20_000;
/// The most parts of what a script says, with all that its names stand for.
const PARTS: usize = 4_000;

/// An expression.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Expression {
    Text(String),
    Number(String),
    Bool(bool),
    /// `null` and `undefined`.
    Nothing,
    List(Vec<Expression>),
    /// `data.a.b`, with what it begins with.
    Path(Vec<String>),
    Not(Box<Expression>),
    All(Vec<Expression>),
    Any(Vec<Expression>),
    Compare(Compared, Box<Expression>, Box<Expression>),
    /// `a.includes(b)`
    Includes(Box<Expression>, Box<Expression>),
    /// `_.some(rows, (row) => ...)` and `_.every(...)`: of every row, over which, what a row is called, and what is held against it.
    Rows {
        every: bool,
        rows: Box<Expression>,
        row: String,
        test: Box<Expression>,
    },
    /// A function that is called by its name.
    Call(Vec<String>, Vec<Expression>),
    /// `+`, `-` or `*` between two numbers, where something is worked out.
    Counted(&'static str, Box<Expression>, Box<Expression>),
    /// What is not known, as it stands in the source.
    Unknown(String),
}

/// What a script sets `show` to; `Ok(None)` where it sets nothing.
///
/// # Errors
/// Nothing is said of what stands in it: whoever asks has the source.
pub(super) fn shown(script: &str) -> Result<Option<Expression>, ()> {
    assigned(script, "show")
}

/// What a script sets a name to; `Ok(None)` where it sets that to nothing.
///
/// # Errors
/// Nothing is said of what stands in it: whoever asks has the source.
pub(super) fn assigned(script: &str, name: &str) -> Result<Option<Expression>, ()> {
    if script.len() > LONGEST {
        return Err(());
    }
    let tokens = tokens(script).ok_or(())?;
    reading(script, &tokens).statements(name).ok_or(())
}

/// What a script works out as its value, with sums and products in it. A function of its own that only reads a number,
/// with nothing for what is missing, stands for that number.
pub(super) fn worked_out(script: &str) -> Option<Expression> {
    if script.len() > LONGEST {
        return None;
    }
    let (tokens, readers) = without_readers(tokens(script)?);
    let mut reading = Reading {
        counts: true,
        readers,
        ..reading(script, &tokens)
    };
    reading.statements("value")?
}

fn reading<'s>(source: &'s str, tokens: &'s [Token]) -> Reading<'s> {
    Reading {
        source,
        tokens,
        at: 0,
        known: HashMap::new(),
        parts: 0,
        counts: false,
        readers: Vec::new(),
    }
}

/// Takes out functions such as `function f(x) { return parseFloat(x || 0); }`, and gives their names.
fn without_readers(mut tokens: Vec<Token>) -> (Vec<Token>, Vec<String>) {
    let mut readers = Vec::new();
    while let Some((from, length, name)) = (0..tokens.len()).find_map(|at| {
        let (length, name) = reader(&tokens[at..])?;
        Some((at, length, name))
    }) {
        tokens.drain(from..from + length);
        readers.push(name);
    }
    (tokens, readers)
}

/// How long such a function is that begins here, and its name.
fn reader(tokens: &[Token]) -> Option<(usize, String)> {
    let mut at = 0;
    let mut next = || {
        at += 1;
        tokens.get(at - 1).map(|token| &token.kind)
    };
    let sign = |kind: Option<&Kind>, sign: &str| matches!(kind, Some(Kind::Sign(own)) if *own == sign).then_some(());
    let name = |kind: Option<&Kind>| match kind {
        Some(Kind::Name(name)) => Some(name.clone()),
        _ => None,
    };
    (name(next())? == "function").then_some(())?;
    let own = name(next())?;
    sign(next(), "(")?;
    let given = name(next())?;
    sign(next(), ")")?;
    sign(next(), "{")?;
    (name(next())? == "return").then_some(())?;
    matches!(name(next())?.as_str(), "parseFloat" | "Number" | "parseInt").then_some(())?;
    sign(next(), "(")?;
    (name(next())? == given).then_some(())?;
    let mut after = next();
    if sign(after, "||").is_some() {
        (next() == Some(&Kind::Number("0".to_owned()))).then_some(())?;
        after = next();
    }
    sign(after, ")")?;
    let mut after = next();
    if sign(after, ";").is_some() {
        after = next();
    }
    sign(after, "}")?;
    Some((at, own))
}

struct Reading<'s> {
    source: &'s str,
    tokens: &'s [Token],
    at: usize,
    /// What names stand for that the script gave itself.
    known: HashMap<String, Expression>,
    parts: usize,
    /// Sums are read, and not only kept as they stand.
    counts: bool,
    /// Functions that only read a number.
    readers: Vec<String>,
}

impl Reading<'_> {
    /// `var hide = ...; show = !hide;`
    fn statements(&mut self, wanted: &str) -> Option<Option<Expression>> {
        let mut show = None;
        while self.at < self.tokens.len() {
            if self.take(";") {
                continue;
            }
            let mut name = self.name()?;
            let is_new = matches!(name.as_str(), "var" | "let" | "const");
            if is_new {
                name = self.name()?;
            }
            if !self.take("=") {
                return None;
            }
            let value = self.expression(0)?;
            let follows_line = self.at >= self.tokens.len() || self.is_new_line();
            if !self.take(";") && !follows_line {
                return None;
            }
            match name.as_str() {
                name if name == wanted => show = Some(value),
                _ if is_new || self.known.contains_key(&name) => {
                    self.known.insert(name, value);
                }
                _ => return None,
            }
        }
        Some(show)
    }

    fn peek(&self) -> Option<&Kind> {
        self.tokens.get(self.at).map(|token| &token.kind)
    }

    fn is(&self, sign: &str) -> bool {
        matches!(self.peek(), Some(Kind::Sign(next)) if *next == sign)
    }

    fn take(&mut self, sign: &str) -> bool {
        let is_next = self.is(sign);
        self.at += usize::from(is_next);
        is_next
    }

    fn name(&mut self) -> Option<String> {
        let Some(Kind::Name(name)) = self.peek() else {
            return None;
        };
        let name = name.clone();
        self.at += 1;
        Some(name)
    }

    /// Whether a line ends before what is next.
    fn is_new_line(&self) -> bool {
        let (Some(before), Some(next)) = (
            self.at.checked_sub(1).and_then(|at| self.tokens.get(at)),
            self.tokens.get(self.at),
        ) else {
            return true;
        };
        self.source
            .get(before.to..next.from)
            .is_some_and(|between| between.contains('\n'))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(script: &str) -> Expression {
        shown(script).unwrap().unwrap()
    }

    fn path(path: &str) -> Expression {
        Expression::Path(path.split('.').map(str::to_owned).collect())
    }

    fn is(left: &str, text: &str) -> Expression {
        let text = Expression::Text(text.to_owned());
        Expression::Compare(Compared::Is, Box::new(path(left)), Box::new(text))
    }

    #[test]
    fn and_binds_tighter_than_or() {
        let wanted = Expression::Any(vec![
            is("data.a", "ja"),
            Expression::All(vec![is("row.b", "nei"), Expression::Not(Box::new(path("data.c.d")))]),
        ]);
        assert_eq!(
            read("show = data.a === \"ja\" || row.b == 'nei' && !data.c?.d;"),
            wanted
        );
        assert_eq!(
            read("show=\r\n(data.a === 'ja')\r\n|| (row.b === 'nei' && !data['c'].d)\r\n;"),
            wanted
        );
    }

    #[test]
    fn a_name_that_the_script_gives_is_what_it_stands_for() {
        assert_eq!(
            read("var hide = data.a === 'ja';\n show = !hide;"),
            Expression::Not(Box::new(is("data.a", "ja")))
        );
    }

    #[test]
    fn rows_are_looked_through_with_one_arrow() {
        let wanted = Expression::Rows {
            every: false,
            rows: Box::new(path("data.barn")),
            row: "row".to_owned(),
            test: Box::new(is("row.bor", "ja")),
        };
        for script in [
            "show = _.some(data.barn, (row) => { return row.bor === 'ja'; });",
            "show = (_.some(data.barn, row => row.bor === 'ja'))",
            "show = data.barn.some((row) => row.bor === 'ja')",
            "show = _.some(data.barn, function(row) { return row.bor === 'ja' });",
        ] {
            assert_eq!(read(script), wanted, "{script}");
        }
    }

    #[test]
    fn what_is_not_known_is_kept_as_it_stands() {
        let Expression::All(parts) = read("show = new Date().getFullYear() > 2020 && data.a === 'ja'") else {
            panic!("no two parts");
        };
        assert!(
            matches!(&parts[0], Expression::Unknown(source) if source.contains("getFullYear")),
            "{parts:?}"
        );
        assert_eq!(parts[1], is("data.a", "ja"));
    }

    #[test]
    fn what_is_no_assignment_is_refused() {
        for script in [
            "if (data.a) { show = true }",
            "show",
            "show = ",
            "show = (data.a",
            "window.x = 1",
            "show = a b",
        ] {
            assert_eq!(shown(script), Err(()), "{script}");
        }
        assert_eq!(shown("// show = moment(data.a)"), Ok(None));
    }

    #[test]
    fn what_is_worked_out_is_read_with_its_sums() {
        let counted = |sign, a, b| Expression::Counted(sign, Box::new(a), Box::new(b));
        let script = "value = f(data.a) + f(row.b) * 2; function f(x) { return parseFloat(x || 0); }";
        let two = Expression::Number("2".to_owned());
        let wanted = counted("+", path("data.a"), counted("*", path("row.b"), two));
        assert_eq!(worked_out(script), Some(wanted));
        for script in [
            "value = instance.calculate()/2",
            "value = f(data.a); function f(x) { return fetch(x); }",
            "if (data.a) value = 1",
        ] {
            assert!(!matches!(worked_out(script), Some(Expression::Counted(..))), "{script}");
        }
    }

    #[test]
    fn a_script_without_end_ends() {
        assert_eq!(shown(&format!("show = {}", "(".repeat(9_000))), Err(()));
        assert_eq!(shown(&format!("show = {}a", "!".repeat(9_000))), Err(()));
        assert_eq!(shown(&"a".repeat(LONGEST + 1)), Err(()));
        let doubling: String = (0..200).map(|n| format!("var a{} = a{n} && a{n};", n + 1)).collect();
        assert_eq!(shown(&format!("var a0 = data.a;{doubling}show = a200")), Err(()));
    }
}
