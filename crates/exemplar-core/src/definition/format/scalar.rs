//! One text in YAML: plain where everybody reads it alike, in quotes where not, below its key where it has lines.

use super::form::ends_are_free;
use crate::definition::keys::Shape;

/// Where a text stands, which decides what must be quoted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Around {
    /// Between brackets, where commas and brackets have a meaning.
    pub(super) brackets: bool,
    /// Among words for people, where `yes` is a word.
    pub(super) prose: bool,
}

impl Around {
    /// As a heading, which is written alike on a line of its own and between brackets.
    pub(super) fn key() -> Self {
        Self {
            brackets: true,
            prose: true,
        }
    }
}

/// The text without what says nothing at its end.
pub(super) fn ended(text: &str, shape: Shape) -> &str {
    if ends_are_free(shape) { text.trim_end() } else { text }
}

/// The text as it is, or in quotes.
pub(super) fn plain_or_quoted(text: &str, around: Around) -> String {
    if is_plain(text, around) {
        return text.to_owned();
    }
    // Single quotes spare the signs of which double ones need a second, but know no line breaks and tabs.
    if text.contains(['"', '\\']) && !text.contains(['\'', '\n', '\t']) {
        return format!("'{text}'");
    }
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// Signs that have a meaning at the beginning of a text, or that some reader takes for the beginning of a number.
const BEGINNINGS: &str = "-+.?:,[]{}#&*!|>'\"%@`~=<";

/// Whether the text needs no quotes.
pub(super) fn is_plain(text: &str, around: Around) -> bool {
    let has_meaning = text.is_empty()
        || text.trim() != text
        || text.starts_with(|c| BEGINNINGS.contains(c))
        || text.contains(": ")
        || text.contains(" #")
        || text.ends_with(':')
        || text.contains(['\n', '\t'])
        || (around.brackets && text.contains([',', '[', ']', '{', '}']));
    !has_meaning && !is_misread_word(text, around) && !is_misread_number(text)
}

/// Words that some reader of YAML takes for yes, no or nothing.
const MISREAD: &[&str] = &["yes", "no", "on", "off", "y", "n", "true", "false", "null"];

fn is_misread_word(text: &str, around: Around) -> bool {
    let is_meant = !around.prose && matches!(text, "yes" | "no");
    !is_meant && MISREAD.iter().any(|word| word.eq_ignore_ascii_case(text))
}

/// Whether some reader takes the text for a number, a time or a moment, and so loses how it was written.
/// Whole numbers, fractions and days that every reader writes back alike are meant as such.
fn is_misread_number(text: &str) -> bool {
    if !text.starts_with(|c: char| c.is_ascii_digit()) || is_whole(text) || is_fraction(text) || is_day(text) {
        return false;
    }
    let bare = text.replace('_', "");
    text.chars().all(|c| c.is_ascii_digit() || "_:.,+- ".contains(c))
        || bare.parse::<f64>().is_ok()
        || ["0x", "0o", "0b"].iter().any(|base| {
            let digits = bare.strip_prefix(base);
            digits.is_some_and(|digits| digits.chars().all(|c| c.is_ascii_hexdigit()))
        })
        || is_moment(text)
}

fn are_digits(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_ascii_digit())
}

/// `0`, `10`, not `0300`.
fn is_whole(text: &str) -> bool {
    are_digits(text) && (text == "0" || !text.starts_with('0'))
}

/// `0.5`, not `12.10`.
fn is_fraction(text: &str) -> bool {
    let parts = text.split_once('.');
    parts.is_some_and(|(whole, rest)| is_whole(whole) && are_digits(rest) && !rest.ends_with('0'))
}

/// `2026-05-01`.
fn is_day(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let lengths: Vec<usize> = parts.iter().map(|part| part.len()).collect();
    lengths == [4, 2, 2] && parts.iter().all(|part| are_digits(part))
}

/// `2026-05-01T10:00:00Z`, or with a blank between.
fn is_moment(text: &str) -> bool {
    text.split_at_checked(10)
        .is_some_and(|(day, rest)| is_day(day) && rest.chars().all(|c| c.is_ascii_digit() || " :.TtZz+-".contains(c)))
}

/// The text after `|`, on lines of its own; nothing where that would lose something.
pub(super) fn block(text: &str, shape: Shape, indent: usize) -> Option<String> {
    // A line break at the end comes with `|`; where it matters, `|-` leaves it out.
    let (lines, mark) = match text.strip_suffix('\n') {
        Some(lines) => (lines, "|"),
        None if ends_are_free(shape) => (text, "|"),
        None => (text, "|-"),
    };
    let loses = |line: &str| !line.is_empty() && line.trim().is_empty();
    if lines.starts_with([' ', '\n']) || lines.ends_with('\n') || lines.is_empty() {
        return None;
    }
    if text.contains('\t') || lines.split('\n').any(loses) {
        return None;
    }
    let mut out = String::from(mark);
    for line in lines.split('\n') {
        out.push('\n');
        if !line.is_empty() {
            out.push_str(&" ".repeat(indent));
            out.push_str(line);
        }
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINE: Around = Around {
        brackets: false,
        prose: true,
    };
    const MEANT: Around = Around { prose: false, ..LINE };
    const BRACKETS: Around = Around { brackets: true, ..LINE };

    fn check(text: &str, around: Around, written: &str) {
        assert_eq!(plain_or_quoted(text, around), written);
    }

    #[test]
    fn only_what_everybody_reads_alike_is_plain() {
        let alike = [
            "England",
            "2026-05-01",
            "10",
            "0.5",
            "10 working days",
            "age(b) >= 18",
            "a, b",
            "it's",
            "say \"a\"",
            "G2 8AA",
            "14 Ada Road",
            "3d",
            "a:b",
        ];
        for text in alike {
            check(text, LINE, text);
        }
        let misread = [
            "NO",
            "no",
            "y",
            "On",
            "Null",
            "0300",
            "0808 157 0100",
            "12.10",
            "10:30",
            "1e5",
            "1_000",
            "0x1F",
            "1.",
            ".5",
            ".inf",
            "+44",
            "-5",
            "2026-06-07 23:59",
            "2026-06-07T23:59:00Z",
            "a: b",
            "a #b",
            "a:",
            "- a",
            "@a",
            "",
            " a",
        ];
        for text in misread {
            check(text, LINE, &format!("\"{text}\""));
        }
    }

    #[test]
    fn yes_is_plain_where_it_means_yes() {
        check("yes", MEANT, "yes");
        check("yes", LINE, "\"yes\"");
        check("NO", MEANT, "\"NO\"");
    }

    #[test]
    fn between_brackets_a_comma_needs_quotes() {
        check("a, b", BRACKETS, "\"a, b\"");
        check("a]", BRACKETS, "\"a]\"");
        check("a b", BRACKETS, "a b");
    }

    #[test]
    fn quotes_are_those_that_leave_the_text_as_it_is() {
        check("\"a\": \\b", LINE, "'\"a\": \\b'");
        check("\"it's\"", LINE, "\"\\\"it's\\\"\"");
        check("\"\n", LINE, "\"\\\"\\n\"");
    }

    #[test]
    fn a_text_with_lines_stands_below_its_key() {
        let words = |text| block(text, Shape::Words, 2);
        assert_eq!(words("a\n\n  b").as_deref(), Some("|\n  a\n\n    b"));
        for text in [" a\nb", "\na", "a\n  \nb", "a\n\tb"] {
            assert_eq!(words(text), None, "{text:?}");
        }
    }

    #[test]
    fn a_line_break_at_the_end_is_kept_where_it_matters() {
        let answer = |text| block(text, Shape::Answer, 2);
        assert_eq!(answer("a\nb").as_deref(), Some("|-\n  a\n  b"));
        assert_eq!(answer("a\nb\n").as_deref(), Some("|\n  a\n  b"));
        assert_eq!(answer("a\n\n"), None);
    }
}
