//! How what was typed is tidied before a kind reads it: one form for the same characters, no invisible ones.
//! What is right or wrong is not decided here.

use unicode_normalization::UnicodeNormalization;

/// How many bytes of one control are looked at. Every rule of length is below it, so that what is cut off belongs to
/// an answer that is refused anyway; it bounds the work that one request can ask for.
pub const LONGEST_TYPED: usize = 10_000;

/// One line: composed, without control characters, runs of blanks as one space, none at the ends.
pub(super) fn line(typed: &str) -> String {
    let mut out = String::with_capacity(typed.len().min(LONGEST_TYPED));
    for c in start(typed, LONGEST_TYPED).nfc() {
        push_in_line(&mut out, c);
    }
    if out.ends_with(' ') {
        out.pop();
    }
    out
}

/// Several lines: composed, without control characters, no blanks at the ends of lines, no empty lines around.
/// Looks at `longest` bytes.
pub(super) fn lines(typed: &str, longest: usize) -> String {
    let composed: String = start(typed, longest).nfc().collect();
    let tidied: Vec<String> = composed
        .replace("\r\n", "\n")
        .split(['\n', '\r'])
        .map(|line| {
            let kept: String = line.chars().filter(|c| *c == '\t' || !is_unwanted(*c)).collect();
            kept.trim_end().to_owned()
        })
        .collect();
    tidied.join("\n").trim().to_owned()
}

/// One line in which wide and other digits are plain ones, and every dash is `-`: for numbers, codes and dates.
pub(super) fn plain(typed: &str) -> String {
    let mut out = String::with_capacity(typed.len().min(LONGEST_TYPED));
    for c in start(typed, LONGEST_TYPED).nfkc() {
        push_in_line(&mut out, plain_char(c));
    }
    if out.ends_with(' ') {
        out.pop();
    }
    out
}

/// Letters and digits alone, in upper case: how codes are compared and searched for.
pub(super) fn code(typed: &str) -> String {
    plain(typed)
        .chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_uppercase)
        .collect()
}

/// Lower case without accents: how words are compared and searched for.
pub(crate) fn bare(words: &str) -> String {
    words
        .nfkd()
        .filter(|c| !unicode_normalization::char::is_combining_mark(*c))
        .flat_map(char::to_lowercase)
        .collect()
}

/// The start of `typed`, up to `longest` bytes.
fn start(typed: &str, longest: usize) -> &str {
    &typed[..typed.floor_char_boundary(longest)]
}

/// Adds `c` to a line.
fn push_in_line(out: &mut String, c: char) {
    if c.is_whitespace() {
        if !out.is_empty() && !out.ends_with(' ') {
            out.push(' ');
        }
    } else if !is_unwanted(c) {
        out.push(c);
    }
}

/// Control characters, the byte order mark, and the marks that turn the direction of what follows: with those, an
/// answer could rearrange the page of whoever reads it. Joiners stay, since scripts need them.
fn is_unwanted(c: char) -> bool {
    c.is_control() || matches!(c, '\u{feff}' | '\u{200b}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// A plain digit for a digit of another script, `-` for a dash, `'` for a curved apostrophe.
fn plain_char(c: char) -> char {
    /// The noughts of scripts whose ten digits follow one another. Source: Unicode, general category Nd.
    const NOUGHTS: [u32; 12] = [
        0x0660, 0x06f0, 0x07c0, 0x0966, 0x09e6, 0x0a66, 0x0ae6, 0x0b66, 0x0be6, 0x0c66, 0x0ce6, 0x0e50,
    ];
    match c {
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' => '-',
        '\u{2018}' | '\u{2019}' => '\'',
        _ => NOUGHTS
            .iter()
            .filter_map(|nought| u32::from(c).checked_sub(*nought))
            .find_map(|above| char::from_digit(above, 10))
            .unwrap_or(c),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_has_no_blanks_to_spare_and_one_form_for_each_letter() {
        assert_eq!(line("  a\u{a0} \t b\r\nc "), "a b c");
        assert_eq!(line("e\u{301}"), "é");
        assert_eq!(line("a\u{0}b\u{202e}c\u{feff}"), "abc");
        assert_eq!(line("نام\u{200c}ها"), "نام\u{200c}ها");
        assert_eq!(line(" \u{0}\u{7} "), "");
    }

    #[test]
    fn lines_stay_lines() {
        assert_eq!(lines("\r\n a \r\n\r\n  b\u{1}\r\n", 100), "a\n\n  b");
    }

    #[test]
    fn digits_and_dashes_of_any_keyboard_are_plain() {
        assert_eq!(plain("12–3"), "12-3");
        assert_eq!(plain("١٢۳"), "123");
        assert_eq!(code("qq 12-34 56 c"), "QQ123456C");
    }

    #[test]
    fn no_more_than_the_limit_is_looked_at() {
        let long = "é".repeat(LONGEST_TYPED);
        assert_eq!(line(&long).len(), LONGEST_TYPED);
    }

    #[test]
    fn words_compare_without_accents_and_case() {
        assert_eq!(bare("Siân ÅSE"), "sian ase");
    }
}
