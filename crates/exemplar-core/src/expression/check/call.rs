//! The check of functions: how many arguments, of which types.

use super::{Checking, Known, Mistake, Options, Part, closest, not_a};
use crate::expression::Type;
use crate::expression::function::{FUNCTIONS, Function, LATER, Signature, Takes, signature};
use crate::expression::grammar::{Raw, RawWhat};
use crate::expression::tree::Tree;
use crate::id::Name;

impl Checking<'_> {
    pub(super) fn call(&mut self, name: &str, arguments: &[Raw], raw: &Raw) -> Result<Part, Mistake> {
        let at = raw.start..(raw.start + name.chars().count()).min(raw.end);
        if name == "lookup" {
            return self.lookup(arguments, raw);
        }
        if self.is_over_rows(name, arguments) {
            return self.over_rows(name, arguments, raw);
        }
        let Some(signature) = signature(name) else {
            if LATER.contains(&name) {
                return Err(Mistake::new(
                    "not_supported",
                    at,
                    format!("{name}(...) stands nowhere but under books."),
                    "Which times are free is known only when a case is decided.".into(),
                ));
            }
            let advice = closest(name, FUNCTIONS.iter().copied()).map_or_else(
                || format!("The functions are: {}.", FUNCTIONS.join(", ")),
                |like| format!("Did you mean \"{like}\"?"),
            );
            return Err(Mistake::new(
                "unknown_function",
                at,
                format!("There is no function {name}(...)."),
                advice,
            ));
        };
        if !(signature.at_least..=signature.at_most).contains(&arguments.len()) {
            return Err(count_of_arguments(name, &signature, arguments.len(), raw));
        }
        let guarded = self.guarded;
        self.guarded |= signature.guards;
        let part = self.arguments(&signature, arguments);
        self.guarded = guarded;
        part
    }

    fn arguments(&mut self, signature: &Signature, arguments: &[Raw]) -> Result<Part, Mistake> {
        let mut trees = Vec::with_capacity(arguments.len());
        let mut type_is = None;
        for (i, argument) in arguments.iter().enumerate() {
            let takes = signature.takes.get(i).or(signature.takes.last());
            let part = self.argument(takes.copied().unwrap_or(Takes::TextLike), argument)?;
            match type_is {
                None => type_is = Some(part.type_is),
                Some(first) if first == part.type_is || signature.gives.is_some() => {}
                Some(Type::Number | Type::Money) if part.tree.as_number().is_some() => {}
                Some(first) => return Err(not_a(first.in_words(), part.type_is, argument)),
            }
            trees.push(part.tree);
        }
        let gives = signature.gives.or(type_is).unwrap_or(Type::Number);
        Ok(Part::new(Tree::Call(signature.function, trees), gives))
    }

    fn argument(&mut self, takes: Takes, raw: &Raw) -> Result<Part, Mistake> {
        if takes == Takes::Question {
            let part = self.part(raw, &Options::None)?;
            return if matches!(part.tree, Tree::Answer(_)) {
                Ok(part)
            } else {
                Err(Mistake::new(
                    "question_needed",
                    raw.start..raw.end,
                    "The name of a question is needed here.".into(),
                    "Name one question.".into(),
                ))
            };
        }
        let part = self.part(raw, &Options::None)?;
        match (takes, part.type_is) {
            (Takes::A(wanted), _) => self.as_type(part, wanted, raw),
            (Takes::TextLike, Type::Text | Type::One) => Ok(part),
            (Takes::TextLike, found) => Err(not_a("text", found, raw)),
            (Takes::NumberLike, Type::Number | Type::Money) => Ok(part),
            (Takes::NumberLike, found) => Err(not_a("a number or an amount", found, raw)),
            (Takes::Question, _) => Ok(part),
        }
    }

    /// `lookup(list, key, column)` and `lookup(list, key, column, otherwise)`.
    fn lookup(&mut self, arguments: &[Raw], raw: &Raw) -> Result<Part, Mistake> {
        let (list, key, column, otherwise) = match arguments {
            [list, key, column] => (list, key, column, None),
            [list, key, column, otherwise] => (list, key, column, Some(otherwise)),
            _ => {
                return Err(Mistake::new(
                    "arguments",
                    raw.start..raw.end,
                    "lookup takes a list, a key and a column, and what to take otherwise.".into(),
                    "Write lookup(LIST, KEY, COLUMN) or lookup(LIST, KEY, COLUMN, OTHERWISE).".into(),
                ));
            }
        };
        let (list, columns) = self.list(list)?;
        let column_name = word_of(column).unwrap_or_default();
        let Some(place) = columns.iter().position(|name| name.as_str() == column_name) else {
            let names: Vec<&str> = columns.iter().map(Name::as_str).collect();
            return Err(Mistake::new(
                "unknown_column",
                column.start..column.end,
                format!("The list \"{list}\" has no column \"{column_name}\"."),
                format!("Its columns are: {}.", names.join(", ")),
            ));
        };
        let key_part = self.part(key, &Options::None)?;
        if !matches!(key_part.type_is, Type::One | Type::Text) {
            return Err(not_a("an option or text", key_part.type_is, key));
        }
        let otherwise = match otherwise {
            Some(raw) => {
                let part = self.part(raw, &Options::Any)?;
                Some(Box::new(self.as_type(part, Type::One, raw)?.tree))
            }
            None => None,
        };
        Ok(Part {
            tree: Tree::Lookup(list, Box::new(key_part.tree), place, otherwise),
            type_is: Type::One,
            options: Options::Any,
        })
    }

    pub(super) fn list(&mut self, raw: &Raw) -> Result<(Name, Vec<Name>), Mistake> {
        let word = word_of(raw).unwrap_or_default();
        match self.names.find(word) {
            Some(Known::List(columns)) => Ok((self.mention(word, raw), columns)),
            _ => Err(Mistake::new(
                "unknown_list",
                raw.start..raw.end,
                format!("There is no list \"{word}\"."),
                format!("Put it into lists/{word}.csv, or under lists."),
            )),
        }
    }
}

fn word_of(raw: &Raw) -> Option<&str> {
    match &raw.what {
        RawWhat::Word(word) | RawWhat::Text(word) => Some(word),
        _ => None,
    }
}

fn count_of_arguments(name: &str, signature: &Signature, found: usize, raw: &Raw) -> Mistake {
    let wanted = if signature.at_least == signature.at_most {
        signature.at_least.to_string()
    } else {
        format!("{} to {}", signature.at_least, signature.at_most)
    };
    let advice = if signature.function == Function::Count && found == 2 {
        "Counting rows that meet a condition is not supported yet.".to_owned()
    } else {
        format!("Give it {wanted}.")
    };
    Mistake::new(
        "arguments",
        raw.start..raw.end,
        format!("{name}(...) has {found} arguments, and takes {wanted}."),
        advice,
    )
}
