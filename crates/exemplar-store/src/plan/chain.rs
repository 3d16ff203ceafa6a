//! The end of a commit for one case: its own row, the marks on what was read, and its events with their hashes.

use exemplar_core::id::Digest;
use exemplar_core::record::{Head, NewEvent, Outcome};

use super::digest::{self, EventFacts, PartDigest, ParticipantDigest};
use super::rows::{self, CaseEnd, step};
use super::touched::Touched;
use crate::Fault;
use crate::keys::Keys;
use crate::seal::BoundTo;
use crate::stored::Stored;
use crate::value::{Expect, Step, text, values};
use crate::words::actor_text;

/// The guards that a case adds to a commit.
pub(super) fn finish(keys: &Keys, case: &mut Touched<'_>, outcome: &Outcome) -> Result<Vec<Step>, Fault> {
    let head = case.before.and_then(|stored| stored.case.head);
    if case.events.is_empty() {
        if head.is_some() && case.changes() {
            return Err(Fault::Defect(
                "a case that has a chain of events changes without an event".into(),
            ));
        }
        if !case.whole {
            return Ok(Vec::new());
        }
    }
    case.whole = true;
    let mut head = head.unwrap_or(Head {
        count: 0,
        hash: Digest([0; 32]),
    });
    let mut events = Vec::with_capacity(case.events.len());
    if !case.events.is_empty() {
        let rows = rows_after(case);
        for event in &case.events {
            events.push(event_step(case, event, rows, &mut head)?);
        }
    }
    let end = CaseEnd {
        commit: outcome.commit,
        at: outcome.at,
        head: (head.count > 0).then_some(head),
        attached: &case.attached,
    };
    let mut steps = case_steps(keys, case, &end)?;
    if let Some(stored) = case.before
        && (!case.events.is_empty() || leaves(stored, case))
    {
        fence(case, stored, &mut steps);
    }
    steps.extend(events);
    Ok(steps)
}

/// Whether the case goes to where saves that were decided before no longer fit.
fn leaves(stored: &Stored, case: &Touched<'_>) -> bool {
    stored.case.phase != case.after.phase || stored.case.definition != case.after.definition
}

fn case_steps(keys: &Keys, case: &Touched<'_>, end: &CaseEnd<'_>) -> Result<Vec<Step>, Fault> {
    let after = case.after;
    let wrapped = || {
        let key = case.key().wrap(keys, after.id, &after.organisation)?;
        Ok::<_, Fault>(rows::case_key(after.id, &after.organisation, key))
    };
    let Some(stored) = case.before else {
        return Ok(vec![rows::insert_case(after, end)?, wrapped()?]);
    };
    let before = stored.case.last_commit;
    if !case.case_changed {
        return Ok(vec![rows::touch_case(after.id, end, before)?]);
    }
    let mut steps = vec![rows::update_case(after, end, before)?];
    if stored.case.organisation != after.organisation {
        steps.push(wrapped()?);
    }
    Ok(steps)
}

/// Marks what was read and is not written by this commit.
fn fence(case: &Touched<'_>, stored: &Stored, steps: &mut Vec<Step>) {
    for (n, row) in &stored.participants {
        if !case.participants.contains_key(n) {
            steps.push(rows::fence_participant(case.of(), *n, row.last_commit));
        }
    }
    for (key, row) in &stored.parts {
        if !case.parts.contains_key(key) {
            let (participant, section) = key;
            let section = section.as_str();
            steps.push(rows::fence_part(case.of(), *participant, section, row.last_commit));
        }
    }
}

/// The digest of the case's rows as they stand after the commit.
pub(super) fn rows_after(case: &Touched<'_>) -> [u8; 32] {
    let id = case.after.id;
    let mut participants = case.participants.clone();
    let mut parts = case.parts.clone();
    if let Some(stored) = case.before {
        for (n, row) in &stored.participants {
            participants.entry(*n).or_insert_with(|| {
                let row_facts = ParticipantDigest {
                    n: *n,
                    role: row.role,
                    epoch: row.epoch,
                    revision: row.revision,
                };
                row_facts.of(id, &row.sealed)
            });
        }
        for (key, row) in &stored.parts {
            parts.entry(key.clone()).or_insert_with(|| {
                let row_facts = PartDigest {
                    participant: key.0,
                    section: key.1.as_str(),
                    revision: row.revision,
                };
                row_facts.of(id, &row.sealed)
            });
        }
    }
    digest::case_rows(case.after, participants.values(), parts.values(), &case.attached)
}

/// The statement of one event, which moves the head on.
fn event_step(case: &Touched<'_>, event: &NewEvent, rows_digest: [u8; 32], head: &mut Head) -> Result<Step, Fault> {
    let n = head.count + 1;
    let bound_to = BoundTo::n("event", event.case.0, n, 0);
    let sealed = case.key().seal.seal_record(&bound_to, &event.details)?;
    let actor = actor_text(&event.actor);
    let on_behalf_of = event.on_behalf_of.as_ref().map(actor_text);
    let before = head.hash.0;
    let sealed_digest = digest::sha256(&sealed);
    let hash = digest::event(&EventFacts {
        case: event.case,
        n,
        kind: event.kind,
        at: event.at.as_microsecond(),
        actor: &actor,
        on_behalf_of: on_behalf_of.as_deref(),
        definition: event.definition.0,
        sealed_digest,
        rows_digest,
        before,
    });
    *head = Head {
        count: n,
        hash: Digest(hash),
    };
    Ok(step(
        "INSERT INTO event (case_id, organisation, n, kind, at, actor, on_behalf_of, definition, last_commit, sealed, \
         sealed_digest, rows_digest, before, hash) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14) ON CONFLICT DO NOTHING",
        Expect::Guard,
        values![
            event.case.0,
            text(case.after.organisation.as_str()),
            n,
            event.kind,
            event.at,
            actor,
            on_behalf_of,
            event.definition,
            case.commit.0,
            sealed,
            sealed_digest,
            rows_digest,
            before,
            hash
        ],
    ))
}
