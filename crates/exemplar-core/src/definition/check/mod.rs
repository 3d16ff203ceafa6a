//! Checks of a definition as a whole: that pages can be reached, that conditions look back and not forward, that
//! texts name what there is, that every language is complete, what conditions can come to, and what could be said better.

mod causes;
mod conditions;
mod html;
mod issues;
mod messages;
mod proof;
mod reach;
mod records;
mod rows;
mod texts;
mod translations;
mod unused;
mod wording;

use super::Definition;
use super::read::Reader;
use super::source::Document;
pub(super) use causes::gather;
pub(super) use wording::advise;

/// All of them. Gives how many conditions were too much to look into.
pub(super) fn all(definition: &Definition, document: &Document, reader: &Reader<'_>) -> usize {
    reach::check(definition, reader);
    conditions::check(definition, reader);
    rows::check(definition, reader);
    records::check(definition, reader);
    texts::check(definition, document, reader);
    html::check(document, reader);
    translations::check(document, reader);
    // What can come of conditions is known only where each of them is right.
    if reader.has_errors() {
        0
    } else {
        proof::check(definition, reader)
    }
}
