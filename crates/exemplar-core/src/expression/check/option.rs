//! The options that a value can be, and a word that stands for one.

use std::sync::Arc;

use super::{Mistake, Part, closest, joined};
use crate::expression::grammar::Raw;
use crate::expression::tree::Tree;
use crate::expression::{Type, Value};
use crate::id::Name;

/// The options that a value can be.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Options {
    /// It is no option.
    #[default]
    None,
    /// Any word: the cells of a list, the offices of an organisation, the codes of countries.
    Any,
    /// These.
    Of(Arc<[Name]>),
}

impl Options {
    pub(super) fn has(&self, word: &str) -> bool {
        match self {
            Self::None => false,
            Self::Any => true,
            Self::Of(names) => names.iter().any(|name| name.as_str() == word),
        }
    }
}

/// The option, where it is one of those that can stand here.
pub(super) fn option(word: &str, options: &Options, raw: &Raw) -> Result<Part, Mistake> {
    if let Options::Of(names) = options
        && !options.has(word)
    {
        let advice = closest(word, names.iter().map(Name::as_str)).map_or_else(
            || format!("The options are: {}.", joined(names)),
            |like| format!("Did you mean \"{like}\"?"),
        );
        return Err(Mistake::new(
            "unknown_option",
            raw.start..raw.end,
            format!("\"{word}\" is not an option here."),
            advice,
        ));
    }
    Ok(Part {
        tree: Tree::Literal(Value::One(Name::from(word))),
        type_is: Type::One,
        options: options.clone(),
    })
}
