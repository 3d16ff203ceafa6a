//! A record of another system: which connector is asked, what it is sent, and what of its answer is shown. Whether what is
//! sent is always answered by then is checked in [`crate::definition::check`].

use indexmap::IndexMap;

use super::deciding::connector;
use super::names::kind_key;
use super::question::kind;
use super::rules::KindRules;
use super::spot::Fill;
use super::{NamedWhat, Reader, Spot, listed};
use crate::definition::keys::kind_of;
use crate::definition::limits::RECORD_FIELDS;
use crate::definition::shape;
use crate::definition::source::{Key, Node, Place, What};
use crate::expression::closest;
use crate::id::Name;
use crate::kind::{Kind, RecordField, RecordKind, RecordRules, build};

/// The kinds that a field can be of.
const FIELD_KINDS: &[&str] = &["text", "date", "number", "money", "yes_no"];

/// What a field without a kind is.
const USUAL_KIND: &str = "text";

/// What stands under a kind without rules.
static NO_RULES: Node = Node {
    place: Place {
        file: 0,
        line: 0,
        column: 0,
        length: 0,
    },
    what: What::Nothing,
};

/// Kinds of answer whose content is not sent to look for something.
const NOT_SENT: &[&str] = &["file", "evidence", "signature", "record", "rows", "table", "grid"];

/// What expressions read behind a point otherwise: the two days of a date range, and a time that was booked.
const NO_FIELDS: &[&str] = &["first", "last", "booked"];

/// Reads what stands under `record` of the question `key`.
pub(super) fn read<'a>(reader: &Reader<'a>, key: &Key, spot: &Spot<'a>, shares_page: bool) -> Option<Box<dyn Kind>> {
    if shares_page || reader.row().is_some() {
        reader.error(
            key.place,
            "record_alone",
            "A record cannot share a page with other questions, nor be asked for in rows or a table.",
            "Make a page of its own of it.",
        );
        return None;
    }
    let show = fields(reader, key, spot);
    let send = sent(reader, key, spot);
    let Some(node) = spot.node.get("in") else {
        let advice = "Write in: and the name that the operator's settings give the other system.";
        reader.error(key.place, "missing", "Nobody can tell who has this record.", advice);
        return None;
    };
    Some(Box::new(RecordKind(RecordRules {
        connector: connector(reader, node),
        send,
        show,
    })))
}

/// The questions whose answers are sent.
fn sent(reader: &Reader<'_>, key: &Key, spot: &Spot<'_>) -> Vec<Name> {
    let nodes = spot.node.get("send").map(listed).unwrap_or_default();
    if nodes.is_empty() {
        let advice = "Write send: and the questions whose answers the other system needs.";
        reader.error(key.place, "missing", "This record is looked for with nothing.", advice);
    }
    for node in &nodes {
        sendable(reader, node);
    }
    nodes.into_iter().filter_map(Node::text).map(Name::from).collect()
}

fn sendable(reader: &Reader<'_>, node: &Node) {
    let name = node.text().unwrap_or_default();
    let (code, message) = match reader.register.what(name) {
        Some(NamedWhat::Question { kind: Some(kind), .. }) if NOT_SENT.contains(kind) => {
            ("wrong_kind", format!("\"{name}\" cannot be sent to look for a record."))
        }
        Some(NamedWhat::Question { .. }) => {
            return reader.note_sent(Fill {
                name: name.to_owned(),
                place: node.place,
                guarded: false,
                at: reader.at(),
                row: None,
                repeats: false,
            });
        }
        Some(NamedWhat::Equality) => {
            reader.names_equality(node.place, name);
            return;
        }
        _ => (
            "unknown_name",
            format!("There is no question \"{name}\" outside of rows."),
        ),
    };
    let like = closest(name, reader.register.names.keys().map(Name::as_str));
    let advice = like
        .filter(|like| like != name)
        .map_or("Name questions that were asked before.".to_owned(), |like| {
            format!("Did you mean \"{like}\"?")
        });
    reader.error(node.place, code, message, advice);
}

/// What is shown, in order.
fn fields<'a>(reader: &Reader<'a>, key: &Key, spot: &Spot<'a>) -> IndexMap<Name, RecordField> {
    let mut fields = IndexMap::new();
    for (key, spot) in spot.get("show").iter().flat_map(Spot::entries) {
        if fields.len() == RECORD_FIELDS {
            let message = format!("A record shows at most {RECORD_FIELDS} fields.");
            reader.error(
                key.place,
                "too_many_fields",
                message,
                "Show what the person needs to see.",
            );
            break;
        }
        shape::name(key, &[NO_FIELDS], &mut reader.findings());
        if let Some(field) = field(reader, key, &spot) {
            fields.insert(Name::from(key.text.as_str()), field);
        }
    }
    if spot.node.get("show").is_none_or(|show| show.entries().is_empty()) {
        let advice = "Write show: and a line for each field: NAME: Label.";
        reader.error(key.place, "missing", "This record shows nothing.", advice);
    }
    fields
}

fn field<'a>(reader: &Reader<'a>, key: &Key, spot: &Spot<'a>) -> Option<RecordField> {
    let is_long = matches!(spot.node.what, What::Map(_));
    let label = if is_long {
        reader.text(spot, "label")
    } else {
        reader.words(spot)
    };
    if label.is_none() {
        reader.error(key.place, "missing", "This field has no label.", "Write it.");
    }
    // Rows and the like are keys of a page, and not known here: what is left is one kind of answer, with its rules.
    let kind = match kind_key(spot.node).filter(|_| is_long) {
        None => usual(reader, key),
        Some((own, rules)) => {
            let is_known = FIELD_KINDS.contains(&own.text.as_str());
            let is_bare = matches!(rules.what, What::Nothing) || rules.entries().is_empty() && rules.text().is_none();
            if !is_known || !is_bare {
                let message = "A field of a record is of a kind without rules: what is on record is shown as it is.";
                let advice = format!("Write one of {}, such as date: {{}}.", FIELD_KINDS.join(", "));
                reader.error(own.place, "rule", message, advice);
                return None;
            }
            kind(reader, key, spot)
        }
    };
    Some(RecordField {
        label: label?,
        kind: kind?,
        optional: spot.node.get("optional").is_some(),
    })
}

/// A field without a kind is text.
fn usual(reader: &Reader<'_>, key: &Key) -> Option<Box<dyn Kind>> {
    let rules = KindRules {
        reader,
        spot: Spot {
            node: &NO_RULES,
            words: Vec::new(),
            path: String::new(),
        },
        kind: kind_of(USUAL_KIND)?,
        question: &key.text,
    };
    build(USUAL_KIND, &rules).ok()
}

/// Which type a field has in expressions, and whether it may be left out, by what is written.
pub(super) fn written_fields(record: &Node) -> Vec<(Name, &'static str, bool)> {
    let shown = record.get("show").map(Node::entries).unwrap_or_default();
    let fields = shown.iter().map(|(key, node)| {
        let kind = kind_key(node).and_then(|(own, _)| FIELD_KINDS.iter().find(|kind| **kind == own.text));
        let is_optional = node.get("optional").is_some();
        (
            Name::from(key.text.as_str()),
            kind.copied().unwrap_or(USUAL_KIND),
            is_optional,
        )
    });
    fields.collect()
}
