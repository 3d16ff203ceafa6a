//! Names and conditions in a text, which stay as they are in every language: `((name))`, `[[ if name ]]`.

use crate::text::names_in;

/// A part of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part<'t> {
    /// Words, to be translated.
    Words(&'t str),
    /// A name or a condition with its brackets.
    Code(&'t str),
}

/// The parts of a text, in order. Brackets that do not close are words.
pub(super) fn parts(text: &str) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some((start, end)) = next_code(rest) {
        if start > 0 {
            parts.push(Part::Words(&rest[..start]));
        }
        parts.push(Part::Code(&rest[start..end]));
        rest = &rest[end..];
    }
    if !rest.is_empty() {
        parts.push(Part::Words(rest));
    }
    parts
}

/// Where the next code begins and ends, in bytes.
fn next_code(text: &str) -> Option<(usize, usize)> {
    let mut from = 0;
    while let Some(found) = text[from..].find(['(', '[']) {
        let start = from + found;
        let close = match &text[start..] {
            rest if rest.starts_with("((") => "))",
            rest if rest.starts_with("[[") => "]]",
            _ => {
                from = start + 1;
                continue;
            }
        };
        match text[start + 2..].find(close) {
            Some(length) => return Some((start, start + 2 + length + 2)),
            None => from = start + 2,
        }
    }
    None
}

/// What a translation lost or added among the codes of its source; nothing where they are the same.
///
/// A name may be said more or less often in another language. A condition stands exactly as often.
pub(super) fn differences(source: &str, target: &str) -> Option<(Vec<String>, Vec<String>)> {
    let (ours, theirs) = (codes(source), codes(target));
    let lost = without(&ours, &theirs);
    let added = without(&theirs, &ours);
    (!lost.is_empty() || !added.is_empty()).then_some((lost, added))
}

/// What is wrong in the codes of a translation, as the checker of a definition says it.
pub(super) fn mistake(target: &str) -> Option<String> {
    names_in(target).err().map(|mistake| mistake.message)
}

/// The codes of a text, blanks within them tidied: a name once, a condition as often as it stands.
fn codes(text: &str) -> Vec<String> {
    let mut codes: Vec<String> = Vec::new();
    for part in parts(text) {
        if let Part::Code(code) = part {
            let tidy: String = code.split_whitespace().collect::<Vec<_>>().join(" ");
            if tidy.starts_with("[[") || !codes.contains(&tidy) {
                codes.push(tidy);
            }
        }
    }
    codes
}

fn without(codes: &[String], others: &[String]) -> Vec<String> {
    let mut others: Vec<&String> = others.iter().collect();
    let mut left = Vec::new();
    for code in codes {
        match others.iter().position(|other| *other == code) {
            Some(place) => {
                others.swap_remove(place);
            }
            None => left.push(code.clone()),
        }
    }
    left
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_words_and_codes() {
        use Part::{Code, Words};
        assert_eq!(
            parts("a ((b)) [[ if c ]](d)[[ endif ]]"),
            [
                Words("a "),
                Code("((b))"),
                Words(" "),
                Code("[[ if c ]]"),
                Words("(d)"),
                Code("[[ endif ]]")
            ]
        );
        assert_eq!(parts("((open (( [[ "), [Words("((open (( [[ ")]);
        assert_eq!(parts(""), []);
    }

    #[test]
    fn codes_that_were_lost_or_added_are_named() {
        let same = |source, target| differences(source, target).is_none();
        assert!(same("((a)) and ((b))", "((b)), ((a)), ((a))"));
        assert!(same("[[if a]]x[[endif]]", "[[if a]]y[[endif]]"));
        assert_eq!(
            differences("((a))", "((A))"),
            Some((vec!["((a))".to_owned()], vec!["((A))".to_owned()]))
        );
        assert_eq!(
            differences("[[ if a ]]x[[ endif ]]", "x[[ endif ]]"),
            Some((vec!["[[ if a ]]".to_owned()], Vec::new()))
        );
    }
}
