//! From words to the signs of CEL, character for character, so that a place in the one is the same place in the other.
//! What means something else than it seems to is refused in [`super::misread`].

use super::check::Mistake;
use super::misread::{brackets, not_and_or, unquoted_date};
use crate::definition::limits::EXPRESSION_CHARACTERS;

/// Words that stand for signs.
pub const WORDS: &[&str] = &["and", "or", "not", "is", "in", "when"];

/// Words that are units of time. `working days` is two.
pub const UNIT_WORDS: &[&str] = &[
    "day", "days", "week", "weeks", "month", "months", "year", "years", "hour", "hours", "minute", "minutes", "working",
];

/// Words that the grammar beneath keeps for itself.
pub const CEL_WORDS: &[&str] = &[
    "as",
    "break",
    "const",
    "continue",
    "else",
    "false",
    "for",
    "function",
    "if",
    "import",
    "let",
    "loop",
    "namespace",
    "null",
    "package",
    "return",
    "true",
    "var",
    "void",
    "while",
];

/// What may stand after a name and a point: the first and the last of two days.
pub(super) const ENDS: [&str; 2] = ["first", "last"];

/// What stands before the name of a line of the fee, and a point.
pub(super) const FEE: &str = "fee";

/// A piece of an expression, with its place in characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) what: What,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// What a piece is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum What {
    Word(String),
    Number(String),
    Quoted,
    Sign(&'static str),
}

/// The words of an expression outside quotes: what it may refer to.
pub fn words_in(typed: &str) -> impl Iterator<Item = &str> {
    typed
        .split(['"', '\''])
        .step_by(2)
        .flat_map(|part| part.split(|c: char| !c.is_ascii_alphanumeric() && c != '_' && c != '.'))
        // The end of two days is no name of its own.
        .map(|word| word.split('.').next().unwrap_or_default())
        .filter(|word| word.starts_with(|c: char| c.is_ascii_alphabetic()))
}

/// Signs, the longer first.
const SIGNS: &[&str] = &[
    "==", "!=", "<=", ">=", "<", ">", "+", "-", "*", "/", "(", ")", "[", "]", ",",
];

/// The expression in CEL's signs.
pub(super) fn to_cel(typed: &str) -> Result<String, Mistake> {
    let characters: Vec<char> = typed.chars().collect();
    if characters.len() > EXPRESSION_CHARACTERS {
        return Err(Mistake::new(
            "expression_too_long",
            0..characters.len(),
            format!("This expression has {} characters.", characters.len()),
            format!("At most {EXPRESSION_CHARACTERS} are read. Give parts of it names under facts."),
        ));
    }
    let tokens = tokens(&characters)?;
    brackets(&tokens)?;
    not_and_or(&tokens)?;
    let mut out = characters;
    for (i, token) in tokens.iter().enumerate() {
        rewrite(&tokens, i, token, &mut out)?;
    }
    Ok(out.into_iter().collect())
}

fn rewrite(tokens: &[Token], i: usize, token: &Token, out: &mut [char]) -> Result<(), Mistake> {
    let after = |n: usize| match tokens.get(i + n) {
        Some(Token {
            what: What::Word(word), ..
        }) => Some(word.as_str()),
        _ => None,
    };
    match &token.what {
        What::Word(word) => match word.as_str() {
            "and" => put(out, token.start..token.end, "&&"),
            "or" => put(out, token.start..token.end, "||"),
            "is" if after(1) == Some("not") => put(out, token.start..tokens[i + 1].end, "!="),
            "is" => put(out, token.start..token.end, "=="),
            "not" if i > 0 && is_word(&tokens[i - 1], "is") => {}
            "not" => put(out, token.start..token.end, "!"),
            "when" => {
                return Err(Mistake::new(
                    "when_in_expression",
                    token.start..token.end,
                    "\"when\" belongs to cases, and this is one expression.".into(),
                    "Write a list: a line \"- VALUE when CONDITION\" for each case.".into(),
                ));
            }
            word if CEL_WORDS.contains(&word) => {
                return Err(Mistake::new(
                    "reserved_word",
                    token.start..token.end,
                    format!("\"{word}\" cannot be used in an expression."),
                    "For yes or no, write the name alone, or \"not\" before it.".into(),
                ));
            }
            _ => {}
        },
        What::Number(_) => unit_after(tokens, i, token, out)?,
        What::Quoted | What::Sign(_) => {}
    }
    Ok(())
}

/// Writes `sign` at the beginning of the span and blanks over the rest of it.
fn put(out: &mut [char], span: std::ops::Range<usize>, sign: &str) {
    let mut sign = sign.chars();
    for place in &mut out[span] {
        *place = sign.next().unwrap_or(' ');
    }
}

pub(super) fn is_word(token: &Token, word: &str) -> bool {
    matches!(&token.what, What::Word(w) if w == word)
}

/// Whether a word after a number is its unit: a unit of time, or a currency's code.
fn is_unit(word: &str) -> bool {
    UNIT_WORDS.contains(&word) || word.len() == 3 && word.chars().all(|letter| letter.is_ascii_uppercase())
}

/// `3 months` becomes `3*months`, `10 working days` becomes `10*working_days`.
fn unit_after(tokens: &[Token], i: usize, number: &Token, out: &mut [char]) -> Result<(), Mistake> {
    let Some(unit) = tokens.get(i + 1) else {
        return Ok(());
    };
    let What::Word(word) = &unit.what else {
        return Ok(());
    };
    if !is_unit(word) || unit.start == number.end {
        return Ok(());
    }
    if i > 0 && tokens[i - 1].what == What::Sign("/") {
        return Err(Mistake::new(
            "unit_after_division",
            number.start..unit.end,
            "An amount with a unit cannot stand right after \"/\".".into(),
            "Put brackets around what is divided, and divide by a plain number.".into(),
        ));
    }
    out[number.end] = '*';
    if word == "working" {
        if let Some(days) = tokens.get(i + 2)
            && (is_word(days, "days") || is_word(days, "day"))
            && days.start == unit.end + 1
        {
            out[unit.end] = '_';
        } else {
            return Err(Mistake::new(
                "unknown_unit",
                unit.start..unit.end,
                "\"working\" is only a unit before \"days\".".into(),
                "Write \"10 working days\", with one blank between the words.".into(),
            ));
        }
    }
    Ok(())
}

fn tokens(characters: &[char]) -> Result<Vec<Token>, Mistake> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < characters.len() {
        let start = at;
        let c = characters[at];
        let what = if c == ' ' || c == '\n' {
            at += 1;
            continue;
        } else if c.is_ascii_alphabetic() || c == '_' {
            at = run(characters, at, |c| c.is_ascii_alphanumeric() || c == '_');
            at += after_point(characters, start, at);
            What::Word(characters[start..at].iter().collect())
        } else if c.is_ascii_digit() {
            at = number_end(characters, at);
            What::Number(characters[start..at].iter().collect())
        } else if c == '"' || c == '\'' {
            at = quoted_end(characters, at)?;
            What::Quoted
        } else {
            let sign = sign_at(characters, at)?;
            at += sign.len();
            What::Sign(sign)
        };
        found.push(Token { what, start, end: at });
    }
    unquoted_date(&found)?;
    Ok(found)
}

fn run(characters: &[char], from: usize, belongs: impl Fn(char) -> bool) -> usize {
    let length = characters[from..].iter().take_while(|c| belongs(**c)).count();
    from + length
}

/// How long the name is that follows a point: `.first` or `.last`, a field of a record, a line behind `fee`.
fn after_point(characters: &[char], start: usize, at: usize) -> usize {
    if characters.get(at) != Some(&'.') {
        return 0;
    }
    let end = run(characters, at + 1, |c| c.is_ascii_alphanumeric() || c == '_');
    let is_name = characters.get(at + 1).is_some_and(char::is_ascii_lowercase);
    let before: String = characters[start..at].iter().collect();
    // What is called after a point would be a form of the grammar beneath.
    let is_called = characters[end..].iter().find(|c| **c != ' ') == Some(&'(');
    if is_name && !is_called && !WORDS.contains(&before.as_str()) {
        end - at
    } else {
        0
    }
}

fn number_end(characters: &[char], from: usize) -> usize {
    let whole = run(characters, from, |c| c.is_ascii_digit());
    let has_point = characters.get(whole) == Some(&'.') && characters.get(whole + 1).is_some_and(char::is_ascii_digit);
    if has_point {
        run(characters, whole + 1, |c| c.is_ascii_digit())
    } else {
        whole
    }
}

/// The place after a text in quotes. A backslash would let the parser see another text than the reader does.
fn quoted_end(characters: &[char], from: usize) -> Result<usize, Mistake> {
    let quote = characters[from];
    let mut at = from + 1;
    while let Some(c) = characters.get(at) {
        if *c == quote {
            return Ok(at + 1);
        }
        if *c == '\\' || c.is_control() {
            return Err(Mistake::new(
                "bad_character",
                at..at + 1,
                "Text in quotes cannot hold a backslash or a line break.".into(),
                "Leave it out.".into(),
            ));
        }
        at += 1;
    }
    Err(Mistake::new(
        "quote_not_closed",
        from..characters.len(),
        "The quote that begins here does not end.".into(),
        "Put the same quote at its end.".into(),
    ))
}

fn sign_at(characters: &[char], at: usize) -> Result<&'static str, Mistake> {
    let next: String = characters[at..].iter().take(2).collect();
    let advice = match next.as_str() {
        "&&" => Some("Write \"and\"."),
        "||" => Some("Write \"or\"."),
        _ => None,
    };
    if advice.is_none()
        && let Some(sign) = SIGNS.iter().find(|sign| next.starts_with(**sign))
    {
        return Ok(sign);
    }
    let advice = advice.unwrap_or(match characters[at] {
        '!' => "Write \"not\".",
        '=' => "Write \"is\".",
        '?' | ':' => "Write cases: a list of lines \"- VALUE when CONDITION\".",
        '.' => "After a name, a point leads to NAME.first and NAME.last of a date_range, or to a field of a record.",
        '%' => "There are no remainders in expressions.",
        '{' | '}' => "Write a list in [ ], or use a list of the service.",
        '\t' => "Use blanks in place of tabs.",
        '“' | '”' | '‘' | '’' => "Use straight quotes.",
        _ => "Use names, numbers, texts in quotes, and words such as and, or, not, is, in.",
    });
    Err(Mistake::new(
        "unknown_sign",
        at..at + 1,
        format!("{:?} means nothing here.", characters[at]),
        advice.into(),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(typed: &str, cel: &str) {
        let made = to_cel(typed).unwrap();
        assert_eq!(made, cel);
        assert_eq!(made.chars().count(), typed.chars().count());
    }

    fn refused(typed: &str, code: &str) {
        assert_eq!(to_cel(typed).unwrap_err().code, code, "{typed}");
    }

    #[test]
    fn words_become_signs_in_the_same_place() {
        check("a and b", "a &&  b");
        check("a or b", "a || b");
        check("not a", "!   a");
        check("a is b", "a == b");
        check("a is not b", "a !=     b");
        check("x in [a, b]", "x in [a, b]");
        check("\"a and b\" is c", "\"a and b\" == c");
    }

    #[test]
    fn units_are_multiplied_in_the_same_place() {
        check("d + 3 months", "d + 3*months");
        check("d - 10 working days", "d - 10*working_days");
        check("x > 154 GBP", "x > 154*GBP");
    }

    #[test]
    fn what_reads_otherwise_than_it_works_is_refused() {
        refused("not a in b", "not_needs_brackets");
        refused("not age(b) > 5", "not_needs_brackets");
        refused("not (a) is b", "not_needs_brackets");
        refused("a and b or c", "and_with_or");
        refused("d > 2026-04-06", "date_without_quotes");
        refused("a / 3 months", "unit_after_division");
        refused("a && b", "unknown_sign");
        refused("a ? b : c", "unknown_sign");
        refused("a.B", "unknown_sign");
        refused("a. b", "unknown_sign");
        refused("a[1]", "index");
        refused("\"a\\\"b\"", "bad_character");
        refused("package is a", "reserved_word");
    }

    #[test]
    fn brackets_separate_and_from_or() {
        assert!(to_cel("a and (b or c)").is_ok());
        assert!(to_cel("f(a and b, c or d)").is_ok());
        assert!(to_cel("not (a in b) and not c").is_ok());
    }

    #[test]
    fn depth_and_length_are_counted_before_parsing() {
        refused(&format!("{}a{}", "(".repeat(7), ")".repeat(7)), "too_many_brackets");
        refused(&"(".repeat(100_000), "expression_too_long");
        refused("(a", "brackets_do_not_match");
        refused("a)", "brackets_do_not_match");
        refused("(a]", "brackets_do_not_match");
    }
}
