//! A text in one language or several.

use std::collections::BTreeMap;

/// A text in the form's own language, with its twins in others.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Words {
    /// In the form's own language.
    pub own: String,
    /// In other languages, by their tags.
    pub others: BTreeMap<String, String>,
}

impl Words {
    /// A text in the form's own language alone.
    #[must_use]
    pub fn only(own: impl Into<String>) -> Self {
        Self {
            own: own.into(),
            others: BTreeMap::new(),
        }
    }

    /// The same with a twin in another language. An empty twin is none.
    #[must_use]
    pub fn and(mut self, language: &str, text: impl Into<String>) -> Self {
        let text = text.into();
        if !text.trim().is_empty() {
            self.others.insert(language.to_owned(), text);
        }
        self
    }

    /// Whether nothing is said.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.own.trim().is_empty()
    }

    /// The text itself, where anything is said.
    #[must_use]
    pub fn said(&self) -> Option<&Self> {
        (!self.is_empty()).then_some(self)
    }

    /// The same made of each language's text.
    #[must_use]
    pub fn map(&self, make: impl Fn(&str) -> String) -> Self {
        Self {
            own: make(&self.own),
            others: self
                .others
                .iter()
                .map(|(language, text)| (language.clone(), make(text)))
                .collect(),
        }
    }

    /// This text, a blank line, and another below it.
    #[must_use]
    pub fn above(&self, below: &Self) -> Self {
        if self.is_empty() {
            return below.clone();
        }
        if below.is_empty() {
            return self.clone();
        }
        let mut others = BTreeMap::new();
        // What is said in half in a language would lose the other half, so a twin needs both.
        for (language, text) in &self.others {
            if let Some(rest) = below.others.get(language) {
                others.insert(language.clone(), format!("{text}\n\n{rest}"));
            }
        }
        Self {
            own: format!("{}\n\n{}", self.own, below.own),
            others,
        }
    }
}
