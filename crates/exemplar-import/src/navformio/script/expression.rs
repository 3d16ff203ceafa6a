//! Expressions, by how tightly their signs bind: `? :`, `||`, `&&`, comparisons, `!`, members and calls.

use super::tokens::Kind;
use super::{Expression, PARTS, Reading};
use crate::form::Compared;

impl Reading<'_> {
    /// An expression; none where something stands in it that cannot even be kept as it is.
    pub(super) fn expression(&mut self, depth: usize) -> Option<Expression> {
        if depth > crate::DEPTH {
            return None;
        }
        let test = self.any(depth)?;
        if !self.take("?") {
            return Some(test);
        }
        let then = self.expression(depth + 1)?;
        self.take(":").then_some(())?;
        let otherwise = self.expression(depth + 1)?;
        self.spend(&test)?;
        let not = Expression::Not(Box::new(test.clone()));
        Some(Expression::Any(vec![
            Expression::All(vec![test, then]),
            Expression::All(vec![not, otherwise]),
        ]))
    }

    fn any(&mut self, depth: usize) -> Option<Expression> {
        let mut parts = vec![self.all(depth)?];
        while self.take("||") || self.take("??") {
            parts.push(self.all(depth)?);
        }
        Some(if parts.len() == 1 {
            parts.remove(0)
        } else {
            Expression::Any(parts)
        })
    }

    fn all(&mut self, depth: usize) -> Option<Expression> {
        let mut parts = vec![self.comparison(depth)?];
        while self.take("&&") {
            parts.push(self.comparison(depth)?);
        }
        Some(if parts.len() == 1 {
            parts.remove(0)
        } else {
            Expression::All(parts)
        })
    }

    fn comparison(&mut self, depth: usize) -> Option<Expression> {
        const SIGNS: [(&str, Compared); 8] = [
            ("===", Compared::Is),
            ("==", Compared::Is),
            ("!==", Compared::IsNot),
            ("!=", Compared::IsNot),
            ("<=", Compared::AtMost),
            (">=", Compared::AtLeast),
            ("<", Compared::Less),
            (">", Compared::More),
        ];
        let from = self.at;
        let left = self.sum(depth)?;
        let Some((_, how)) = SIGNS.iter().find(|(sign, _)| self.take(sign)) else {
            return Some(left);
        };
        let right = self.sum(depth)?;
        // A part that is not known makes the whole comparison so.
        if matches!(left, Expression::Unknown(_)) || matches!(right, Expression::Unknown(_)) {
            return Some(self.unknown(from));
        }
        Some(Expression::Compare(*how, Box::new(left), Box::new(right)))
    }

    /// Sums are not translated in conditions: they are kept as they stand.
    fn sum(&mut self, depth: usize) -> Option<Expression> {
        if self.counts {
            return self.counted(depth);
        }
        let from = self.at;
        let first = self.not(depth)?;
        let mut is_sum = false;
        while ["+", "-", "*", "/", "%"].iter().any(|sign| self.take(sign)) {
            self.not(depth)?;
            is_sum = true;
        }
        Some(if is_sum { self.unknown(from) } else { first })
    }

    /// Sums and differences of products. What is divided is kept as it stands.
    fn counted(&mut self, depth: usize) -> Option<Expression> {
        let mut sum = self.product(depth)?;
        while let Some(sign) = ["+", "-"].into_iter().find(|sign| self.take(sign)) {
            let more = self.product(depth)?;
            self.spend(&more)?;
            sum = Expression::Counted(sign, Box::new(sum), Box::new(more));
        }
        Some(sum)
    }

    fn product(&mut self, depth: usize) -> Option<Expression> {
        let from = self.at;
        let mut product = self.not(depth)?;
        while self.take("*") {
            let more = self.not(depth)?;
            self.spend(&more)?;
            product = Expression::Counted("*", Box::new(product), Box::new(more));
        }
        if self.take("/") || self.take("%") {
            self.not(depth)?;
            return Some(self.unknown(from));
        }
        Some(product)
    }

    fn not(&mut self, depth: usize) -> Option<Expression> {
        if depth > crate::DEPTH {
            return None;
        }
        if self.take("!") {
            return Some(Expression::Not(Box::new(self.not(depth + 1)?)));
        }
        if self.take("-") {
            return match self.not(depth + 1)? {
                Expression::Number(number) => Some(Expression::Number(format!("-{number}"))),
                _ => None,
            };
        }
        let from = self.at;
        let first = self.first(depth)?;
        self.members(first, from, depth)
    }

    fn first(&mut self, depth: usize) -> Option<Expression> {
        if self.take("(") {
            let inner = self.expression(depth + 1)?;
            return self.take(")").then_some(inner);
        }
        if self.take("[") {
            return Some(Expression::List(self.list("]", depth)?));
        }
        let first = match self.peek()?.clone() {
            Kind::Text(text) => Expression::Text(text),
            Kind::Number(number) => Expression::Number(number),
            Kind::Name(name) => {
                self.at += 1;
                return self.named(name, depth);
            }
            Kind::Sign(_) => return None,
        };
        self.at += 1;
        Some(first)
    }

    fn named(&mut self, name: String, depth: usize) -> Option<Expression> {
        Some(match name.as_str() {
            "true" => Expression::Bool(true),
            "false" => Expression::Bool(false),
            "null" | "undefined" | "NaN" => Expression::Nothing,
            "new" => {
                let from = self.at;
                self.not(depth + 1)?;
                self.unknown(from)
            }
            "function" | "if" | "for" | "while" | "return" | "typeof" | "delete" | "await" => return None,
            _ => match self.known.get(&name).cloned() {
                Some(known) => {
                    self.spend(&known)?;
                    known
                }
                None => Expression::Path(vec![name]),
            },
        })
    }

    /// `.b`, `["b"]` and `(...)` after something.
    fn members(&mut self, mut of: Expression, from: usize, depth: usize) -> Option<Expression> {
        loop {
            if self.take(".") || self.take("?.") {
                let name = self.name()?;
                of = match of {
                    Expression::Path(mut path) => {
                        path.push(name);
                        Expression::Path(path)
                    }
                    Expression::List(list) if name == "includes" && self.take("(") => {
                        let mut arguments = self.list(")", depth)?;
                        (arguments.len() == 1).then_some(())?;
                        Expression::Includes(Box::new(Expression::List(list)), Box::new(arguments.remove(0)))
                    }
                    _ => self.unknown(from),
                };
            } else if self.take("[") {
                let inner = self.expression(depth + 1)?;
                self.take("]").then_some(())?;
                of = match (of, inner) {
                    (Expression::Path(mut path), Expression::Text(name)) => {
                        path.push(name);
                        Expression::Path(path)
                    }
                    _ => self.unknown(from),
                };
            } else if self.take("(") {
                of = self.call(of, from, depth)?;
            } else {
                return Some(of);
            }
        }
    }

    fn call(&mut self, of: Expression, from: usize, depth: usize) -> Option<Expression> {
        let Expression::Path(path) = of else {
            self.list(")", depth)?;
            return Some(self.unknown(from));
        };
        let words: Vec<&str> = path.iter().map(String::as_str).collect();
        let over = match words.as_slice() {
            [.., "some"] => Some(false),
            [.., "every"] => Some(true),
            _ => None,
        };
        if let Some(every) = over {
            let rows = if words.first() == Some(&"_") {
                let rows = self.expression(depth + 1)?;
                self.take(",").then_some(())?;
                rows
            } else {
                Expression::Path(path[..path.len() - 1].to_vec())
            };
            let (row, test) = self.arrow(depth + 1)?;
            self.take(")").then_some(())?;
            return Some(Expression::Rows {
                every,
                rows: Box::new(rows),
                row,
                test: Box::new(test),
            });
        }
        let mut arguments = self.list(")", depth)?;
        Some(match words.as_slice() {
            // A number that is written as a text is a number all the same.
            ["parseInt" | "parseFloat" | "Number" | "String" | "Boolean"] if arguments.len() == 1 => {
                arguments.remove(0)
            }
            [.., "includes"] if arguments.len() == 1 && path.len() > 2 => {
                let list = Expression::Path(path[..path.len() - 1].to_vec());
                Expression::Includes(Box::new(list), Box::new(arguments.remove(0)))
            }
            [name] if arguments.len() == 1 && self.readers.iter().any(|reader| reader == name) => arguments.remove(0),
            ["instance" | "utils" | "_", _] => Expression::Call(path, arguments),
            _ => self.unknown(from),
        })
    }

    /// What stands between commas, up to where it closes.
    fn list(&mut self, close: &str, depth: usize) -> Option<Vec<Expression>> {
        let mut list = Vec::new();
        while !self.take(close) {
            list.push(self.expression(depth + 1)?);
            if !self.is(close) {
                self.take(",").then_some(())?;
            }
        }
        Some(list)
    }

    /// `(row) => { return ...; }`, `row => ...` and `function (row) { return ...; }`.
    fn arrow(&mut self, depth: usize) -> Option<(String, Expression)> {
        let is_function = matches!(self.peek(), Some(Kind::Name(name)) if name == "function");
        self.at += usize::from(is_function);
        let has_brackets = self.take("(");
        let row = self.name()?;
        if has_brackets {
            self.take(")").then_some(())?;
        }
        if !is_function {
            self.take("=>").then_some(())?;
        }
        if !self.take("{") {
            return Some((row, self.expression(depth + 1)?));
        }
        (self.name()? == "return").then_some(())?;
        let test = self.expression(depth + 1)?;
        self.take(";");
        self.take("}").then_some((row, test))
    }

    /// What stands from a place to here, as it is in the source.
    fn unknown(&self, from: usize) -> Expression {
        let begins = self.tokens.get(from).map_or(0, |token| token.from);
        let ends = self
            .at
            .checked_sub(1)
            .and_then(|at| self.tokens.get(at))
            .map_or(begins, |token| token.to);
        Expression::Unknown(self.source.get(begins..ends).unwrap_or_default().to_owned())
    }

    /// Counts the parts of what is said once more; none where there are too many.
    fn spend(&mut self, more: &Expression) -> Option<()> {
        self.parts = self.parts.saturating_add(parts(more));
        (self.parts <= PARTS).then_some(())
    }
}

fn parts(expression: &Expression) -> usize {
    1 + match expression {
        Expression::List(all) | Expression::All(all) | Expression::Any(all) | Expression::Call(_, all) => {
            all.iter().map(parts).sum()
        }
        Expression::Not(one) => parts(one),
        Expression::Compare(_, a, b) | Expression::Includes(a, b) | Expression::Counted(_, a, b) => parts(a) + parts(b),
        Expression::Rows { rows, test, .. } => parts(rows) + parts(test),
        _ => 0,
    }
}
