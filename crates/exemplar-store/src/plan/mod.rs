//! From an outcome to the statements that write it. Nothing here talks to a database.
//!
//! Guards come first, then claims, then what cannot be refused. A commit that changes only people and parts as they
//! were read guards these rows alone. Any other guards the case's own row by its last commit; and where the chain goes
//! on or the phase changes it also marks every part and participant as it was read, so that neither a save nor a
//! submission slips in beside the other.

pub(crate) mod access;
mod chain;
mod claims;
pub(crate) mod digest;
pub(crate) mod rows;
mod touched;
mod work_rows;

use std::collections::BTreeMap;

use exemplar_core::id::CaseId;
use exemplar_core::publishing::is_preview;
use exemplar_core::record::{CHANGES_LIMIT, Change, ClaimKind, FIRST, Observation, Outcome};

use crate::Fault;
use crate::keys::Keys;
use crate::stored;
use crate::value::{Expect, Step, values};
pub(crate) use rows::step;
use touched::Touched;
pub(crate) use work_rows::{job, observation};

/// What a commit does to the database.
#[derive(Debug)]
pub(crate) struct Plan {
    pub steps: Vec<Step>,
    /// The claims that are taken, for the answer if one is somebody's.
    pub takes: Vec<(ClaimKind, String)>,
    /// Finds the commit's id in a row that it wrote: what to ask when the reply was lost.
    pub trace: Option<Step>,
}

/// Plans a commit.
pub(crate) fn plan(keys: &Keys, outcome: &Outcome) -> Result<Plan, Fault> {
    if outcome.changes.len() > CHANGES_LIMIT {
        return Err(Fault::Defect(format!(
            "a commit changes {} records; the limit is {CHANGES_LIMIT}",
            outcome.changes.len()
        )));
    }
    let mut cases = touched_cases(outcome)?;
    let mut steps = Vec::with_capacity(outcome.changes.len() + outcome.observations.len() + 4);
    for change in &outcome.changes {
        apply(keys, &mut cases, change, &mut steps)?;
    }
    for event in &outcome.events {
        find(&mut cases, event.case)?.events.push(event);
    }
    let mut guards = Vec::new();
    let mut trace = None;
    for case in cases.values_mut() {
        guards.extend(chain::finish(keys, case, outcome)?);
        trace = trace.or(case.trace());
    }
    for job in &outcome.jobs {
        let of = match job.case {
            Some(id) => Some(find(&mut cases, id)?.of()),
            None => None,
        };
        steps.push(work_rows::job(keys, of, job)?);
    }
    // Nothing of a preview counts.
    let counts = |seen: &&Observation| !is_preview(&seen.service);
    steps.extend(outcome.observations.iter().filter(counts).map(observation));
    let (claims, takes) = claims::steps(&cases, outcome);
    guards.extend(claims);
    guards.extend(steps);
    let mut steps = guards;
    steps.sort_by_key(|step| match step.expect {
        Expect::Guard => 0,
        Expect::Claim => 1,
        Expect::Any => 2,
    });
    Ok(Plan { steps, takes, trace })
}

/// The cases that were read or are new.
fn touched_cases(outcome: &Outcome) -> Result<BTreeMap<CaseId, Touched<'_>>, Fault> {
    let mut cases = BTreeMap::new();
    for loaded in &outcome.read {
        let touched = Touched::read(stored::of(loaded)?, outcome.commit);
        cases.insert(loaded.case.id, touched);
    }
    for change in &outcome.changes {
        if let Change::NewCase(case) = change
            && cases.insert(case.id, Touched::new(case, outcome.commit)?).is_some()
        {
            return Err(Fault::Defect("a new case was read before".into()));
        }
    }
    Ok(cases)
}

fn find<'a, 'b>(cases: &'a mut BTreeMap<CaseId, Touched<'b>>, id: CaseId) -> Result<&'a mut Touched<'b>, Fault> {
    cases
        .get_mut(&id)
        .ok_or_else(|| Fault::Defect("an outcome changes a case that it did not read".into()))
}

/// Notes one change and adds the statements that need nothing but themselves.
fn apply<'a>(
    keys: &Keys,
    cases: &mut BTreeMap<CaseId, Touched<'a>>,
    change: &'a Change,
    steps: &mut Vec<Step>,
) -> Result<(), Fault> {
    match change {
        Change::NewCase(_) => {}
        Change::Case(case) => find(cases, case.id)?.change_case(case)?,
        Change::Participant(id, participant) => {
            steps.push(find(cases, *id)?.participant(participant)?);
        }
        Change::Part(id, part) => steps.push(find(cases, *id)?.part(part)?),
        Change::Decision(id, decision) => {
            let case = find(cases, *id)?;
            let step = work_rows::decision(case.of(), decision)?;
            steps.push(case.attach(b'd', decision.n, "decision", step));
        }
        Change::MoneyLine(id, line) => {
            let case = find(cases, *id)?;
            let step = work_rows::money_line(case.of(), line);
            steps.push(case.attach(b'm', line.n, "money_line", step));
        }
        Change::File(id, file) => {
            let case = find(cases, *id)?;
            let step = work_rows::file(case.of(), file)?;
            steps.push(case.attach(b'f', file.n, "file", step));
        }
        Change::NoFile(id, n) => {
            find(cases, *id)?.detach(b'f', *n);
            steps.push(work_rows::no_file(*id, *n));
        }
        Change::Link(link) => {
            let case = find(cases, link.from)?;
            let step = work_rows::link(case.of(), link);
            steps.push(case.attach_link(link, step));
        }
        Change::Message(id, message) => {
            steps.push(work_rows::message(find(cases, *id)?.of(), message)?);
        }
        Change::RegisterEntry(entry) => {
            let organisation = find(cases, entry.case)?.of().organisation;
            steps.push(work_rows::register_entry(keys, organisation, entry)?);
        }
        Change::RegisterTerms(id, register, number, terms) => {
            let of = find(cases, *id)?.of();
            steps.extend(work_rows::register_terms(of, (register.as_str(), number), terms));
        }
        Change::Access(id, organisation, change) => {
            find(cases, *id)?;
            steps.extend(access::steps(*id, organisation, change));
        }
        Change::SearchTerms(id, organisation, terms) => {
            steps.extend(search_terms(keys, *id, organisation.as_str(), terms));
        }
    }
    Ok(())
}

/// The terms of a case in place of those before. What is the same stays: both statements may run in any order.
fn search_terms(
    keys: &Keys,
    case: CaseId,
    organisation: &str,
    terms: &[exemplar_core::record::SearchTerm],
) -> Vec<Step> {
    let hashes: Vec<_> = terms.iter().map(|term| term_hash(keys, organisation, term)).collect();
    let mut sql = String::from("DELETE FROM search_term WHERE case_id = ?1");
    let mut values = values![case.0];
    if !hashes.is_empty() {
        let marks: Vec<_> = (0..hashes.len()).map(|i| format!("?{}", i + 2)).collect();
        sql.push_str(&format!(" AND hash NOT IN ({})", marks.join(", ")));
        values.extend(hashes.iter().map(|hash| (*hash).into()));
    }
    let mut steps = vec![Step {
        sql: sql.into(),
        values,
        expect: Expect::Any,
    }];
    steps.extend(terms.iter().zip(hashes).map(|(term, hash)| {
        step(
            "INSERT INTO search_term (organisation, kind, hash, case_id) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING",
            Expect::Any,
            values![organisation.to_owned(), term.kind, hash, case.0],
        )
    }));
    steps
}

/// What is stored of a term: its hash under the organisation's key for terms of that kind.
pub(crate) fn term_hash(keys: &Keys, organisation: &str, term: &exemplar_core::record::SearchTerm) -> [u8; 32] {
    keys.hash(&format!("term {}", term.kind), organisation, &term.value)
}

/// A record that is new has the first revision; one that changes has one more than was read.
fn check_revision(what: &str, before: Option<i64>, after: i64) -> Result<(), Fault> {
    let wanted = before.map_or(FIRST, |revision| revision + 1);
    if after == wanted {
        return Ok(());
    }
    Err(Fault::Defect(format!(
        "a {what} has revision {after}, where {wanted} follows what was read"
    )))
}

/// The digest of a case's rows as they were read.
pub(crate) fn rows_digest(stored: &stored::Stored, commit: exemplar_core::id::CommitId) -> [u8; 32] {
    chain::rows_after(&Touched::read(stored, commit))
}
