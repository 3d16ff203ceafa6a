//! Records of other systems: what is sent for one is always answered by then, and texts name what it shows.

use super::texts::{is_asked_later, known, may_be_unanswered};
use crate::definition::Definition;
use crate::definition::read::{Fill, NamedWhat, Reader, Where};
use crate::id::Name;

/// Checks what is sent.
pub(super) fn check(definition: &Definition, reader: &Reader<'_>) {
    for sent in reader.sent().iter() {
        let Some(NamedWhat::Question { page, may_lack, .. }) = reader.register.what(&sent.name) else {
            continue;
        };
        let name = &sent.name;
        if is_asked_later(sent, *page) {
            reader.error(
                sent.place,
                "asked_later",
                format!("\"{name}\" is not answered yet where this record is looked up."),
                "Send what was asked on an earlier page.",
            );
        } else if may_be_unanswered(definition, reader, sent, (*page, *may_lack)) && !is_asked_for(definition, sent) {
            reader.error(
                sent.place,
                "maybe_unanswered",
                format!("\"{name}\" may be unanswered where this record is looked up."),
                format!("Send what everybody answers who comes here, or show this page only when answered({name})."),
            );
        }
    }
}

/// Whether the page is shown only where the question is known to be answered: its condition says so.
fn is_asked_for(definition: &Definition, sent: &Fill) -> bool {
    let Where::Page(here) = sent.at else { return false };
    let when = definition.pages.get(here).and_then(|page| page.when.as_ref());
    when.is_some_and(|when| {
        let is_said = ["answered", "yes"]
            .iter()
            .any(|f| when.typed.contains(&format!("{f}({})", sent.name)));
        let mut mentions = when.mentions.iter();
        is_said
            && mentions.any(|mention| *mention.name.as_str() == *sent.name && !mention.negated && !mention.beside_or)
    })
}

/// The question and the field that a name with a point means, where that is one of a record.
fn named<'n>(reader: &Reader<'_>, name: &'n str) -> Option<(&'n str, &'n str)> {
    let (record, field) = name.split_once('.')?;
    reader.register.records.contains_key(record).then_some((record, field))
}

/// Whether a name in a text is one of a record with a field: `vehicle.make`.
pub(super) fn is_field(reader: &Reader<'_>, name: &str) -> bool {
    named(reader, name).is_some()
}

/// Checks that the field is shown, and known where the text stands.
pub(super) fn fill(definition: &Definition, reader: &Reader<'_>, fill: &Fill) {
    let Some((record, field)) = named(reader, &fill.name) else {
        return;
    };
    let fields = reader.register.records.get(record).into_iter().flatten();
    let shown: Vec<_> = fields.collect();
    let Some((_, _, lacks)) = shown.iter().find(|(name, ..)| name.as_str() == field) else {
        let names: Vec<&str> = shown.iter().map(|(name, ..)| Name::as_str(name)).collect();
        let message = format!("\"{record}\" shows nothing that is called \"{field}\".");
        let advice = format!("What it shows is: {}.", names.join(", "));
        reader.error(fill.place, "unknown_name", message, advice);
        return;
    };
    if let Some(NamedWhat::Question { page, may_lack, .. }) = reader.register.what(record) {
        // Where the page is shown by what the record says, the record is there.
        let whole = Fill {
            name: record.to_owned(),
            ..fill.clone()
        };
        let may_lack = *lacks || may_be_unanswered(definition, reader, &whole, (*page, *may_lack));
        known(reader, fill, *page, may_lack);
    }
}
