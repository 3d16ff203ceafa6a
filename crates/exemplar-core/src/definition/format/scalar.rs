//! One text in YAML: plain where everybody reads it alike, in quotes where not, as a block where it has lines.

/// Where a text stands, which decides what must be quoted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Around {
    /// On a line of its own.
    Block,
    /// As a heading.
    Key,
    /// On a line of its own, where `yes`, numbers and days are meant as such.
    Answer,
    /// Between brackets.
    Flow,
    /// Between brackets, where `yes`, numbers and days are meant as such.
    FlowAnswer,
}

impl Around {
    fn is_flow(self) -> bool {
        matches!(self, Self::Flow | Self::FlowAnswer | Self::Key)
    }
}

/// The text as it is, or in double quotes.
pub(super) fn plain_or_quoted(text: &str, around: Around) -> String {
    if is_plain(text, around) {
        return text.to_owned();
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

/// Signs with a meaning at the beginning of a text.
const BEGINNINGS: &str = "-?:,[]{}#&*!|>'\"%@`~=<";

fn is_plain(text: &str, around: Around) -> bool {
    let hazard = text.is_empty()
        || text.trim() != text
        || text.starts_with(|c| BEGINNINGS.contains(c))
        || text.contains(": ")
        || text.contains(" #")
        || text.ends_with(':')
        || text.contains(['\n', '\t'])
        || (around.is_flow() && text.contains([',', '[', ']', '{', '}']));
    !hazard && !is_misread(text, around)
}

/// Words that some reader of YAML takes for yes, no or nothing.
const MISREAD: &[&str] = &["yes", "no", "on", "off", "y", "n", "true", "false", "null"];

/// Whether another reader of YAML would take the text for something else.
fn is_misread(text: &str, around: Around) -> bool {
    let is_answer = matches!(around, Around::Answer | Around::FlowAnswer);
    if MISREAD.contains(&text.to_ascii_lowercase().as_str()) {
        return !(is_answer && matches!(text, "yes" | "no"));
    }
    let digit = |c: char| c.is_ascii_digit();
    let numeric = text.starts_with(|c: char| digit(c) || matches!(c, '+' | '.'))
        && text.chars().all(|c| c.is_ascii_hexdigit() || "._:+-, xoTZ".contains(c));
    if !numeric {
        return false;
    }
    let is_day = text.len() == 10 && text.chars().filter(|c| *c == '-').count() == 2;
    let whole = text.chars().all(digit) && (text == "0" || !text.starts_with('0'));
    let decimal = text.split_once('.').is_some_and(|(before, after)| {
        let before_is_plain = before == "0" || !before.starts_with('0');
        before_is_plain
            && !before.is_empty()
            && before.chars().all(digit)
            && after.chars().all(digit)
            && !after.ends_with('0')
            && !after.is_empty()
    });
    !(is_day || whole || decimal)
}

/// The text after `|`; nothing where that would lose something.
pub(super) fn block(text: &str, indent: usize) -> Option<String> {
    let first = text.lines().next()?;
    if first.starts_with(' ') || first.trim().is_empty() || text.contains('\t') || text.contains('\r') {
        return None;
    }
    // A line of blanks alone would come back empty.
    if text.lines().any(|line| !line.is_empty() && line.trim().is_empty()) {
        return None;
    }
    let mut out = String::from("|");
    for line in text.lines() {
        out.push('\n');
        if !line.trim().is_empty() {
            out.push_str(&" ".repeat(indent));
            out.push_str(line);
        }
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_everybody_reads_alike_is_plain() {
        for text in [
            "England",
            "2026-05-01",
            "10",
            "0.5",
            "10 working days",
            "age(b) >= 18",
            "a, b",
            "it's",
        ] {
            assert_eq!(plain_or_quoted(text, Around::Block), text);
        }
        for text in [
            "NO",
            "0300",
            "12.10",
            "10:30",
            "1e5",
            "a: b",
            "a #b",
            "- a",
            "@a",
            "",
            " a",
            "2026-06-07 23:59",
        ] {
            assert!(plain_or_quoted(text, Around::Block).starts_with('"'), "{text}");
        }
        assert_eq!(plain_or_quoted("yes", Around::Answer), "yes");
        assert_eq!(plain_or_quoted("a, b", Around::Flow), "\"a, b\"");
    }
}
