//! The texts that stand around questions: what is said above an answer, and what opens on request.

use crate::form::{Content, Page, Shown, Words};

/// The sign before the name of a field whose answer stands in a text, and the one after it. Readers write them, and no
/// form has them: they are of Unicode's area for private use.
pub const ANSWER: (char, char) = ('\u{E000}', '\u{E001}');

/// Texts in order.
#[derive(Debug, Default)]
pub(super) struct Texts<'a> {
    pub(super) shown: Vec<&'a Shown>,
    /// Before which question of several each of them stands; all before the first where this is shorter.
    before: Vec<usize>,
}

impl Texts<'_> {
    /// Before which question of its page a text stands.
    pub(super) fn before(&self, text: usize) -> usize {
        self.before.get(text).copied().unwrap_or(0)
    }
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
    Texts {
        shown: shown.collect(),
        before: Vec::new(),
    }
}

/// The same of a page of several questions, each text before the question that it stands before. What stands below the last
/// one is read before the first.
pub(super) fn between<'a>(contents: &[&'a Content]) -> Texts<'a> {
    let mut texts = Texts::default();
    let mut asked = 0;
    for content in contents {
        match content {
            Content::Field(_) => asked += 1,
            Content::Shown(shown) if !shown.words.is_empty() => {
                texts.shown.push(shown);
                texts.before.push(asked);
            }
            Content::Shown(_) => {}
        }
    }
    for before in texts.before.iter_mut().filter(|before| **before == asked) {
        *before = 0;
    }
    texts
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

/// The fields whose answers stand in words.
pub(super) fn answers(words: &Words) -> Vec<String> {
    let parts = words.own.split(ANSWER.0).skip(1);
    parts
        .filter_map(|part| Some(part.split_once(ANSWER.1)?.0.to_owned()))
        .collect()
}

/// A heading without the full stop of its one sentence.
pub(super) fn without_stop(text: &str) -> String {
    let text = text.trim();
    let one = text
        .strip_suffix('.')
        .filter(|one| !one.ends_with('.') && !one.contains(". ") && !one.contains("? "));
    one.unwrap_or(text).to_owned()
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
