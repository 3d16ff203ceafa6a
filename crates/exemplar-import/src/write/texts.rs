//! The texts that stand around questions: what is said above an answer, and what opens on request.

use crate::form::{Content, Page, Shown, Words};

/// The sign before the name of a field whose answer stands in a text, and the one after it. Readers write them, and no
/// form has them: they are of Unicode's area for private use.
pub const ANSWER: (char, char) = ('\u{E000}', '\u{E001}');

/// Texts in order.
#[derive(Debug, Default)]
pub(super) struct Texts<'a> {
    pub(super) shown: Vec<&'a Shown>,
}

/// The texts of a page.
pub(super) fn of_page(page: &Page) -> Texts<'_> {
    of_contents(&page.content.iter().collect::<Vec<_>>())
}

/// The texts among contents that say anything.
pub(super) fn of_contents<'a>(contents: &[&'a Content]) -> Texts<'a> {
    let shown = contents.iter().filter_map(|content| match content {
        Content::Shown(shown) if !shown.words.is_empty() => Some(shown),
        _ => None,
    });
    Texts { shown: shown.collect() }
}

/// Words in which each field that stands in them is what `name` says, or nothing.
pub(super) fn filled(words: &Words, name: &dyn Fn(&str) -> Option<String>) -> Words {
    words.map(|text| {
        let mut out = String::with_capacity(text.len());
        let mut rest = text;
        while let Some((before, from)) = rest.split_once(ANSWER.0) {
            out.push_str(before);
            let (key, after) = from.split_once(ANSWER.1).unwrap_or((from, ""));
            if let Some(name) = name(key) {
                out.push_str(&format!("(({name}))"));
            }
            rest = after;
        }
        out.push_str(rest);
        out
    })
}

/// Whether an answer stands in words.
pub(super) fn has_answers(words: &Words) -> bool {
    words.own.contains(ANSWER.0)
}

/// A heading in Markdown below which a text stands that would open on request, where nothing can open.
pub(super) fn under_heading(opens: &Words, words: &Words) -> Words {
    opens.map(|text| format!("## {text}")).above(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_in_a_text_is_put_there_by_its_name() {
        let words = Words::only("Dear \u{E000}a.b\u{E001}, \u{E000}c\u{E001}!");
        let name = |key: &str| (key == "a.b").then(|| "full_name".to_owned());
        assert_eq!(filled(&words, &name).own, "Dear ((full_name)), !");
    }
}
