//! The check of what stands behind a point: the first or the last of two days, or a field of a record.

use super::say::joined;
use super::{Checking, Mistake, Options, Part, closest, not_a};
use crate::expression::Type;
use crate::expression::grammar::{Raw, RawWhat};
use crate::expression::tree::Tree;
use crate::id::Name;

impl Checking<'_> {
    /// One of two days.
    pub(super) fn end(&mut self, dates: &Raw, is_last: bool) -> Result<Part, Mistake> {
        let part = self.part(dates, &Options::None)?;
        if part.type_is != Type::Dates {
            return Err(not_a("a question of two days", part.type_is, dates));
        }
        Ok(Part::new(Tree::End(Box::new(part.tree), is_last), Type::Date))
    }

    /// One field of a record.
    pub(super) fn field(&mut self, record: &Raw, field: &str, raw: &Raw) -> Result<Part, Mistake> {
        let part = self.part(record, &Options::None)?;
        let RawWhat::Word(question) = &record.what else {
            return Err(not_a("a question of a record", part.type_is, record));
        };
        if part.type_is != Type::Record {
            return Err(not_a("a question of a record", part.type_is, record));
        }
        let Some(type_is) = self.names.field(question, field) else {
            let fields = self.names.fields(question);
            let advice = match closest(field, fields.iter().map(Name::as_str)) {
                Some(like) => format!("Did you mean \"{question}.{like}\"?"),
                None => format!("What it shows is: {}.", joined(&fields)),
            };
            let message = format!("\"{question}\" shows nothing that is called \"{field}\".");
            return Err(Mistake::new("unknown_name", raw.start..raw.end, message, advice));
        };
        Ok(Part::new(Tree::Field(Box::new(part.tree), Name::from(field)), type_is))
    }
}
