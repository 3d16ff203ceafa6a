//! What reads otherwise than it works, refused before the parser sees it: brackets without end, `not` that binds
//! tighter than it reads, dates without quotes.

use super::check::Mistake;
use super::source::{Token, WORDS, What, is_word};
use crate::definition::limits::EXPRESSION_BRACKETS;

/// `2026-04-06` without quotes would be 2026 minus 4 minus 6.
pub(super) fn unquoted_date(tokens: &[Token]) -> Result<(), Mistake> {
    for window in tokens.windows(5) {
        let [year, first, month, second, day] = window else {
            continue;
        };
        let digits = |token: &Token, length: usize| match &token.what {
            What::Number(text) => text.len() == length,
            _ => false,
        };
        let minus = What::Sign("-");
        if digits(year, 4) && digits(month, 2) && digits(day, 2) && first.what == minus && second.what == minus {
            return Err(Mistake::new(
                "date_without_quotes",
                year.start..day.end,
                "A date without quotes is a subtraction.".into(),
                "Put the date in quotes: \"2026-04-06\".".into(),
            ));
        }
    }
    Ok(())
}

/// Counts brackets before the parser sees them, and refuses indexes.
pub(super) fn brackets(tokens: &[Token]) -> Result<(), Mistake> {
    let mut open: Vec<&Token> = Vec::new();
    for (i, token) in tokens.iter().enumerate() {
        match token.what {
            What::Sign("(" | "[") => {
                open.push(token);
                if open.len() > EXPRESSION_BRACKETS {
                    return Err(Mistake::new(
                        "too_many_brackets",
                        token.start..token.end,
                        format!("Brackets stand more than {EXPRESSION_BRACKETS} deep."),
                        "Give the inner part a name under facts.".into(),
                    ));
                }
                let index = token.what == What::Sign("[")
                    && i > 0
                    && match &tokens[i - 1].what {
                        What::Word(word) => !WORDS.contains(&word.as_str()),
                        What::Sign(sign) => matches!(*sign, ")" | "]"),
                        _ => true,
                    };
                if index {
                    return Err(Mistake::new(
                        "index",
                        token.start..token.end,
                        "There are no indexes in expressions.".into(),
                        "To test for one of some, write NAME in [a, b].".into(),
                    ));
                }
            }
            What::Sign(close @ (")" | "]")) => {
                let wanted = if close == ")" { "(" } else { "[" };
                match open.pop() {
                    Some(begun) if begun.what == What::Sign(wanted) => {}
                    _ => return Err(unbalanced(token, "is not opened")),
                }
            }
            _ => {}
        }
    }
    match open.pop() {
        Some(token) => Err(unbalanced(token, "is not closed")),
        None => Ok(()),
    }
}

fn unbalanced(token: &Token, what: &str) -> Mistake {
    Mistake::new(
        "brackets_do_not_match",
        token.start..token.end,
        format!("This bracket {what}."),
        "Every bracket needs its other half. Inside { } a comma ends the text: write it on a line of its own.".into(),
    )
}

/// Asks for brackets where `not` binds tighter than it reads, and where `and` meets `or`.
pub(super) fn not_and_or(tokens: &[Token]) -> Result<(), Mistake> {
    let mut joined: Vec<Option<&str>> = vec![None];
    for (i, token) in tokens.iter().enumerate() {
        match &token.what {
            What::Sign("(" | "[") => joined.push(None),
            What::Sign(")" | "]") => {
                joined.pop();
            }
            What::Sign(",") => {
                if let Some(last) = joined.last_mut() {
                    *last = None;
                }
            }
            What::Word(word) if word == "and" || word == "or" => {
                let last = joined.last().copied().flatten();
                if last.is_some_and(|last| last != word.as_str()) {
                    return Err(Mistake::new(
                        "and_with_or",
                        token.start..token.end,
                        "\"and\" and \"or\" stand side by side without brackets.".into(),
                        "Put brackets around what belongs together: a and (b or c).".into(),
                    ));
                }
                if let Some(last) = joined.last_mut() {
                    *last = Some(word.as_str());
                }
            }
            What::Word(word) if word == "not" && !(i > 0 && is_word(&tokens[i - 1], "is")) => {
                not_needs_brackets(tokens, i)?;
            }
            _ => {}
        }
    }
    Ok(())
}

/// `not a in b` and `not a > 5` would negate `a` alone.
fn not_needs_brackets(tokens: &[Token], not: usize) -> Result<(), Mistake> {
    let mut at = not + 1;
    if tokens.get(at).is_some_and(|token| is_word(token, "not")) {
        return Err(Mistake::new(
            "not_twice",
            tokens[not].start..tokens[at].end,
            "\"not not\" says nothing.".into(),
            "Leave both out.".into(),
        ));
    }
    if matches!(tokens.get(at), Some(token) if matches!(token.what, What::Word(_))) {
        at += 1;
    }
    if matches!(tokens.get(at), Some(token) if token.what == What::Sign("(")) {
        let mut depth = 0_usize;
        while let Some(token) = tokens.get(at) {
            at += 1;
            match token.what {
                What::Sign("(" | "[") => depth += 1,
                What::Sign(")" | "]") => depth = depth.saturating_sub(1),
                _ => {}
            }
            if depth == 0 {
                break;
            }
        }
    }
    let binds = match tokens.get(at).map(|token| &token.what) {
        Some(What::Sign(sign)) => !matches!(*sign, ")" | "]" | ","),
        Some(What::Word(word)) => matches!(word.as_str(), "is" | "in"),
        _ => false,
    };
    if binds {
        return Err(Mistake::new(
            "not_needs_brackets",
            tokens[not].start..tokens[at].end,
            "\"not\" holds only for the word after it.".into(),
            "Put brackets: not (a in b).".into(),
        ));
    }
    Ok(())
}
