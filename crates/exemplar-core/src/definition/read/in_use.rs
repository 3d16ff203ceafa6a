//! The names of a service as expressions may use them. Who is called what is in [`super::names`].

use std::sync::Arc;

use super::names::{NamedWhat, Register};
use crate::expression::{Known, Names, Options, Type, closest};
use crate::id::{Language, Name};

/// The names that expressions may use.
pub(super) struct NamesInUse<'a> {
    pub(super) register: &'a Register,
    pub(super) currency: &'a str,
    pub(super) languages: &'a [Language],
    /// The question in whose rows the expression stands.
    pub(super) within: Option<Name>,
}

impl NamesInUse<'_> {
    fn known(&self, name: &str, what: &NamedWhat) -> Option<Known> {
        match what {
            NamedWhat::Question { kind, .. } if *kind == Some("evidence") => Some(Known::documents()),
            NamedWhat::Question { type_is, options, .. } => Some(match type_is {
                Some(type_is) => Known::Question(*type_is, options.clone()),
                None => Known::Broken,
            }),
            NamedWhat::Fact => Some(match self.register.facts.borrow().get(name) {
                Some(Some((type_is, options, _))) => Known::Fact(*type_is, options.clone()),
                _ => Known::Broken,
            }),
            // It is yes or no, as a fact is.
            NamedWhat::Check(_) => Some(Known::Fact(Type::Yes, Options::None)),
            NamedWhat::List => {
                let (list, _) = self.register.lists.get(name)?;
                Some(Known::List(list.columns.clone()))
            }
            NamedWhat::InRows(rows, what) => Some(Known::InRows(rows.clone(), Box::new(self.known(name, what)?))),
            NamedWhat::Page | NamedWhat::Phrase | NamedWhat::Equality => None,
        }
    }
}

impl Names for NamesInUse<'_> {
    fn find(&self, name: &str) -> Option<Known> {
        if let Some(line) = name.strip_prefix("fee.") {
            let lines = self.register.fee_lines.borrow();
            let is_above = lines.iter().any(|above| above.as_str() == line);
            return is_above.then_some(Known::Fact(Type::Money, Options::None));
        }
        self.known(name, self.register.what(name)?)
    }

    fn field(&self, question: &str, field: &str) -> Option<Type> {
        let mut fields = self.register.records.get(question)?.iter();
        fields
            .find(|(name, ..)| name.as_str() == field)
            .map(|(_, type_is, _)| *type_is)
    }

    fn fields(&self, question: &str) -> Vec<Name> {
        let fields = self.register.records.get(question).into_iter().flatten();
        fields.map(|(name, ..)| name.clone()).collect()
    }

    fn like(&self, word: &str) -> Option<String> {
        let usable =
            |what: &NamedWhat| !matches!(what.itself(), NamedWhat::Page | NamedWhat::Phrase | NamedWhat::Equality);
        let names = self.register.names.iter().filter(|(_, named)| usable(&named.what));
        closest(word, names.map(|(name, _)| name.as_str()))
    }

    fn currency(&self) -> &str {
        self.currency
    }

    fn languages(&self) -> &[Language] {
        self.languages
    }

    fn within(&self) -> Option<&Name> {
        self.within.as_ref()
    }

    fn fixed_rows(&self, question: &Name) -> Arc<[Name]> {
        match self.register.what(question.as_str()) {
            Some(NamedWhat::Question { fixed, .. }) => fixed.clone(),
            _ => Arc::from([]),
        }
    }
}
