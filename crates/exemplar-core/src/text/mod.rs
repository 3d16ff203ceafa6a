//! Words of a service in its languages. [`fill`] puts answers into them.

mod fill;

use std::sync::Arc;

pub use fill::{Filling, NameIn, Named, Target, TextMistake, fill, names_in};

/// One text of a definition in each of its languages. A language that lacks it shows the first one's.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Text {
    /// By the language's place in [`crate::definition::Definition::languages`].
    by_language: Vec<Option<Arc<str>>>,
    /// Whether any of them holds `((` or `[[`, so that it must be filled in.
    has_names: bool,
}

impl Text {
    /// A text from its words in each language, the first of which must be there.
    #[must_use]
    pub fn new(by_language: Vec<Option<Arc<str>>>) -> Self {
        let has_names = by_language
            .iter()
            .flatten()
            .any(|words| words.contains("((") || words.contains("[["));
        Self { by_language, has_names }
    }

    /// A text in the first language alone.
    #[must_use]
    pub fn only(words: &str) -> Self {
        Self::new(vec![Some(Arc::from(words))])
    }

    /// The words in the language at `index`, or in the first.
    #[must_use]
    pub fn get(&self, index: usize) -> &str {
        self.by_language
            .get(index)
            .and_then(Option::as_deref)
            .or_else(|| self.by_language.first().and_then(Option::as_deref))
            .unwrap_or_default()
    }

    /// The words in every language that has them.
    pub fn in_each(&self) -> impl Iterator<Item = &str> {
        self.by_language.iter().filter_map(Option::as_deref)
    }

    /// Whether the words hold names of answers that must be filled in.
    #[must_use]
    pub fn has_names(&self) -> bool {
        self.has_names
    }

    /// Whether the language at `index` has words of its own.
    #[must_use]
    pub fn is_complete_in(&self, index: usize) -> bool {
        self.by_language.get(index).is_some_and(Option::is_some)
    }
}
