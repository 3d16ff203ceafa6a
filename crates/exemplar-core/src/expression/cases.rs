//! Cases: `VALUE when CONDITION`, a line each, read from the top.

use super::{Mistake, Names, Options, Scope, Type, Value, Wanted, check};
use crate::definition::Cases;

impl Cases {
    /// The value of the first case whose condition holds.
    ///
    /// A condition that is unknown does not hold, so the cases below it are tried.
    #[must_use]
    pub fn value(&self, scope: &dyn Scope) -> Option<Value> {
        for (value, when) in &self.0 {
            match when {
                None => return value.value(scope),
                Some(when) if when.holds(scope) => return value.value(scope),
                Some(_) => {}
            }
        }
        None
    }
}

/// Splits `VALUE when CONDITION`: the value, and the condition with its place in characters.
#[must_use]
pub fn split_case(typed: &str) -> (&str, Option<(usize, &str)>) {
    let mut quote = None;
    let mut before = ' ';
    for (count, (at, c)) in typed.char_indices().enumerate() {
        match (quote, c) {
            (Some(open), c) if c == open => quote = None,
            (None, '"' | '\'') => quote = Some(c),
            (None, 'w') if before.is_whitespace() && typed[at..].starts_with("when ") => {
                return (typed[..at].trim_end(), Some((count + 5, &typed[at + 5..])));
            }
            _ => {}
        }
        before = c;
    }
    (typed, None)
}

/// Checks cases; each entry is one line as typed.
///
/// # Errors
/// Every mistake, with the place of its line among `typed`.
pub fn check_cases(
    typed: &[&str],
    wanted: &Wanted,
    names: &dyn Names,
) -> Result<(Cases, Type, Options), Vec<(usize, Mistake)>> {
    let mut mistakes = Vec::new();
    let mut cases = Vec::with_capacity(typed.len());
    let mut wanted = wanted.clone();
    let mut options: Option<Options> = None;
    for (line, typed_line) in typed.iter().enumerate() {
        let (value, when) = split_case(typed_line);
        let checked = check(value, &wanted, names);
        let when = when.map(|(offset, typed)| {
            check(typed, &Wanted::condition(), names).map_err(|mut mistake| {
                mistake.at = mistake.at.start + offset..mistake.at.end + offset;
                mistake
            })
        });
        if when.is_none() && line + 1 < typed.len() {
            mistakes.push((line, unconditional(typed_line)));
        }
        match (checked, when.transpose()) {
            (Ok((value, found)), Ok(when)) => {
                wanted.type_is.get_or_insert(value.type_is);
                options = Some(match options {
                    Some(before) if before != found => Options::Any,
                    _ => found,
                });
                cases.push((value, when.map(|(when, _)| when)));
            }
            (value, when) => {
                mistakes.extend(value.err().map(|mistake| (line, mistake)));
                mistakes.extend(when.err().map(|mistake| (line, mistake)));
            }
        }
    }
    match (mistakes.is_empty(), cases.first()) {
        (true, Some((first, _))) => {
            let type_is = wanted.type_is.unwrap_or(first.type_is);
            Ok((Cases(cases), type_is, options.unwrap_or_default()))
        }
        _ => Err(mistakes),
    }
}

fn unconditional(typed: &str) -> Mistake {
    Mistake::new(
        "case_without_condition",
        0..typed.chars().count(),
        "Only the last case may stand without \"when\".".into(),
        "Add \"when CONDITION\", or move the line to the end.".into(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_case_is_split_at_when_outside_quotes() {
        assert_eq!(split_case("14 when a is b"), ("14", Some((8, "a is b"))));
        assert_eq!(split_case("\"x when y\""), ("\"x when y\"", None));
        assert_eq!(split_case("whenever"), ("whenever", None));
    }
}
