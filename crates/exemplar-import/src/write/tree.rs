//! A definition on its way to text: headings in order, texts in all languages. The canonical form is core's own.

use crate::form::Words;

/// A part of a definition.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Tree {
    /// A heading with nothing beneath.
    Nothing,
    /// What is not translated: names, conditions, amounts.
    Plain(String),
    /// What people read.
    Said(Words),
    /// Headings.
    Under(Vec<(String, Tree)>),
    /// Short texts in a list.
    List(Vec<String>),
}

impl Tree {
    pub(super) fn plain(text: impl Into<String>) -> Self {
        Self::Plain(text.into())
    }

    pub(super) fn said(text: &str) -> Self {
        Self::Said(Words::only(text))
    }

    /// What stands under a heading.
    pub(super) fn under(&mut self, key: &str) -> Option<&mut Self> {
        match self {
            Self::Under(entries) => entries.iter_mut().find(|(known, _)| known == key).map(|(_, tree)| tree),
            _ => None,
        }
    }

    /// Whether there is such a heading.
    pub(super) fn has(&self, key: &str) -> bool {
        matches!(self, Self::Under(entries) if entries.iter().any(|(known, _)| known == key))
    }

    /// The file, as any reader of YAML takes it.
    pub(super) fn to_yaml(&self) -> String {
        let mut out = String::new();
        self.write(&mut out, 0);
        out.push('\n');
        out
    }

    fn write(&self, out: &mut String, indent: usize) {
        match self {
            Self::Nothing => {}
            Self::Plain(text) => out.push_str(&quoted(text)),
            Self::Said(words) => out.push_str(&quoted(words.own.trim_end())),
            Self::List(texts) => {
                let texts: Vec<String> = texts.iter().map(|text| quoted(text)).collect();
                out.push_str(&format!("[{}]", texts.join(", ")));
            }
            Self::Under(entries) if entries.is_empty() => out.push_str("{}"),
            Self::Under(entries) => {
                for (key, tree) in entries {
                    out.push('\n');
                    out.push_str(&" ".repeat(indent));
                    out.push_str(&quoted(key));
                    out.push_str(": ");
                    tree.write(out, indent + 2);
                }
            }
        }
    }

    /// The words in a language under the same headings, and how many there are, and should be.
    pub(super) fn in_language(&self, language: &str) -> (Option<Self>, usize, usize) {
        match self {
            Self::Said(words) => match words.others.get(language) {
                Some(text) => (Some(Self::said(text)), 1, 1),
                None => (None, 0, 1),
            },
            Self::Under(entries) => {
                let (mut kept, mut there, mut all) = (Vec::new(), 0, 0);
                for (key, tree) in entries {
                    let (words, has, needs) = tree.in_language(language);
                    there += has;
                    all += needs;
                    if let Some(words) = words {
                        kept.push((key.clone(), words));
                    }
                }
                ((!kept.is_empty()).then_some(Self::Under(kept)), there, all)
            }
            _ => (None, 0, 0),
        }
    }
}

/// A text in double quotes.
fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' | '\r' => out.push(' '),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tree_is_written_and_its_words_apart() {
        let said = Words::only("A \"b\"\nc").and("cy", "Ch");
        let tree = Tree::Under(vec![
            ("ask".to_owned(), Tree::Said(said)),
            ("yes_no".to_owned(), Tree::Nothing),
            ("law".to_owned(), Tree::plain("NO")),
            ("hint".to_owned(), Tree::said("d")),
        ]);
        let yaml = "\n\"ask\": \"A \\\"b\\\"\\nc\"\n\"yes_no\": \n\"law\": \"NO\"\n\"hint\": \"d\"\n";
        assert_eq!(tree.to_yaml(), yaml);
        let (words, there, all) = tree.in_language("cy");
        assert_eq!((there, all), (1, 2));
        assert_eq!(words.unwrap().to_yaml(), "\n\"ask\": \"Ch\"\n");
    }
}
