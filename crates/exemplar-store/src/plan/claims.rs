//! Claims that are taken or given back.

use std::collections::BTreeMap;

use exemplar_core::id::CaseId;
use exemplar_core::record::{ClaimChange, ClaimKind, Outcome};

use super::rows::step;
use super::touched::Touched;
use crate::value::{Expect, Step, Value, text, values};

/// The statements of a commit's claims, and which ones it takes.
pub(super) fn steps(cases: &BTreeMap<CaseId, Touched<'_>>, outcome: &Outcome) -> (Vec<Step>, Vec<(ClaimKind, String)>) {
    let mut takes = Vec::new();
    let steps = outcome
        .claims
        .iter()
        .map(|change| match change {
            ClaimChange::Take {
                kind,
                value,
                owner,
                until,
            } => {
                takes.push((*kind, value.clone()));
                let organisation = cases
                    .get(owner)
                    .map_or(Value::from(""), |case| text(case.after.organisation.as_str()));
                // A hold whose time is over is anybody's.
                step(
                    "INSERT INTO claim (kind, value, owner, until, organisation) VALUES (?1, ?2, ?3, ?4, ?6) \
                     ON CONFLICT (kind, value) DO UPDATE SET owner = excluded.owner, until = excluded.until, \
                     organisation = excluded.organisation WHERE claim.until IS NOT NULL AND claim.until <= ?5",
                    Expect::Claim,
                    values![kind.as_str(), text(value), owner.0, *until, outcome.at, organisation],
                )
            }
            ClaimChange::GiveBack { kind, value, owner } => step(
                "DELETE FROM claim WHERE kind = ?1 AND value = ?2 AND owner = ?3",
                Expect::Guard,
                values![kind.as_str(), text(value), owner.0],
            ),
        })
        .collect();
    (steps, takes)
}
