//! Checks of a definition as a whole: that pages can be reached, that conditions look back and not forward, that
//! texts name what there is, that every language is complete.

mod conditions;
mod reach;
mod rows;
mod texts;
mod translations;

use super::Definition;
use super::read::Reader;
use super::source::Document;

/// All of them.
pub(super) fn all(definition: &Definition, document: &Document, reader: &Reader<'_>) {
    reach::check(definition, reader);
    conditions::check(reader);
    rows::check(definition, reader);
    texts::check(definition, reader);
    translations::check(document, reader);
}
