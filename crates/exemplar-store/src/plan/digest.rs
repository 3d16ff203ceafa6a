//! Digests of rows and hashes of events: what the chain of a case vouches for.

use aws_lc_rs::digest::{Context, SHA256};
use exemplar_core::id::CaseId;
use exemplar_core::record::Case;

use super::rows;
use crate::stored::Attached;
use crate::value::{Value, values};

/// SHA-256 over a table's name and values, each with its kind and length, so that no two rows look alike.
pub(crate) fn row_digest(table: &str, values: &[Value]) -> [u8; 32] {
    let mut context = Context::new(&SHA256);
    let mut add = |kind: u8, bytes: &[u8]| {
        context.update(&[kind]);
        context.update(&(bytes.len() as u64).to_be_bytes());
        context.update(bytes);
    };
    add(b't', table.as_bytes());
    for value in values {
        match value {
            Value::Null => add(b'0', &[]),
            Value::Int(value) => add(b'i', &value.to_be_bytes()),
            Value::Text(value) => add(b's', value.as_bytes()),
            Value::Bytes(value) => add(b'b', value),
            Value::Uuid(value) => add(b'b', value.as_bytes()),
        }
    }
    finish(context)
}

/// SHA-256 of bytes.
pub(crate) fn sha256(bytes: &[u8]) -> [u8; 32] {
    let mut context = Context::new(&SHA256);
    context.update(bytes);
    finish(context)
}

fn finish(context: Context) -> [u8; 32] {
    let mut digest = [0; 32];
    digest.copy_from_slice(context.finish().as_ref());
    digest
}

/// The digest of a case's rows: its own, its people's and parts' (in the order of their keys), and what hangs on it.
pub(crate) fn case_rows<'a>(
    case: &Case,
    people: impl Iterator<Item = &'a [u8; 32]>,
    parts: impl Iterator<Item = &'a [u8; 32]>,
    attached: &Attached,
) -> [u8; 32] {
    let mut row = rows::case_in_digest(case);
    row.extend(people.map(|digest| Value::from(*digest)));
    row.push(Value::Null);
    row.extend(parts.map(|digest| Value::from(*digest)));
    row.push(Value::Null);
    for (key, digest) in &attached.0 {
        row.push(Value::Bytes(key.clone()));
        row.push(Value::from(*digest));
    }
    row_digest("cases", &row)
}

/// What the digest of a participant's row covers, beside what is sealed.
pub(crate) struct ParticipantDigest {
    pub n: i32,
    pub role: &'static str,
    pub epoch: i32,
    pub revision: i64,
}

impl ParticipantDigest {
    pub fn of(&self, case: CaseId, sealed: &[u8]) -> [u8; 32] {
        let sealed = sha256(sealed);
        let row = values![case.0, self.n, self.role, self.epoch, self.revision, sealed];
        row_digest("participant", &row)
    }
}

/// What the digest of a part's row covers, beside what is sealed.
pub(crate) struct PartDigest<'a> {
    pub participant: i32,
    pub section: &'a str,
    pub revision: i64,
}

impl PartDigest<'_> {
    pub fn of(&self, case: CaseId, sealed: &[u8]) -> [u8; 32] {
        let section = self.section.to_owned();
        let row = values![case.0, self.participant, section, self.revision, sha256(sealed)];
        row_digest("part", &row)
    }
}

/// What an event's hash covers.
pub(crate) struct EventFacts<'a> {
    pub case: CaseId,
    pub n: i64,
    pub kind: &'a str,
    pub at: i64,
    pub actor: &'a str,
    pub on_behalf_of: Option<&'a str>,
    pub definition: [u8; 32],
    pub sealed_digest: [u8; 32],
    pub rows_digest: [u8; 32],
    pub before: [u8; 32],
}

/// The hash of an event.
pub(crate) fn event(facts: &EventFacts<'_>) -> [u8; 32] {
    let row = values![
        facts.case.0,
        facts.n,
        facts.kind.to_owned(),
        facts.at,
        facts.actor.to_owned(),
        facts.on_behalf_of.map(ToOwned::to_owned),
        facts.definition,
        facts.sealed_digest,
        facts.rows_digest,
        facts.before
    ];
    row_digest("event 1", &row)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_that_read_alike_when_joined_have_different_digests() {
        let a = row_digest("part", &["ab".into(), "c".into()]);
        assert_ne!(a, row_digest("part", &["a".into(), "bc".into()]));
        assert_ne!(a, row_digest("par", &["tab".into(), "c".into()]));
        let nothing = row_digest("part", &[Value::Null]);
        assert_ne!(nothing, row_digest("part", &["".into()]));
    }
}
