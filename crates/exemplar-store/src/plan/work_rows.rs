//! The rows that hang on a case, and those beside it: decisions, money, messages, files, links, register entries,
//! observations, jobs.

use exemplar_core::id::{CaseId, OrganisationId};
use exemplar_core::record::{Decision, File, Link, Message, MoneyLine, NewJob, Observation, RegisterEntry};
use serde_json::json;

use super::rows::{Of, step};
use crate::Fault;
use crate::keys::Keys;
use crate::registers::REGISTERS;
use crate::seal::BoundTo;
use crate::value::{Expect, Step, Value, text, values};
use crate::words::{Word, actor_text};

pub(crate) fn decision(of: Of<'_>, decision: &Decision) -> Result<Step, Fault> {
    let bound_to = BoundTo::n("decision", of.case.0, decision.n.into(), 1);
    let sealed = of.key.seal.seal_record(&bound_to, &decision.reasons)?;
    Ok(step(
        "INSERT INTO decision (case_id, organisation, n, step, outcome, decided_by, approved_by, takes_effect, sealed) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) ON CONFLICT DO NOTHING",
        Expect::Guard,
        values![
            of.case.0,
            of.organisation(),
            decision.n,
            decision.step.word(),
            text(decision.outcome.as_str()),
            actor_text(&decision.by),
            decision.approved_by.map(|id| id.0),
            decision.takes_effect,
            sealed
        ],
    ))
}

pub(crate) fn money_line(of: Of<'_>, line: &MoneyLine) -> Step {
    step(
        "INSERT INTO money_line (case_id, organisation, n, kind, minor_units, currency, means, provider_reference, \
         state) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) ON CONFLICT (case_id, n) DO UPDATE SET \
         kind = excluded.kind, minor_units = excluded.minor_units, currency = excluded.currency, \
         means = excluded.means, provider_reference = excluded.provider_reference, state = excluded.state",
        Expect::Guard,
        values![
            of.case.0,
            of.organisation(),
            line.n,
            line.kind.word(),
            line.minor_units,
            text(&line.currency),
            text(&line.means),
            line.provider_reference.as_deref().map(text),
            text(&line.state)
        ],
    )
}

pub(crate) fn message(of: Of<'_>, message: &Message) -> Result<Step, Fault> {
    let bound_to = BoundTo::n("message", message.id.0, message.n.into(), 0);
    let private = json!([message.address, message.subject, message.text]);
    let sealed = of.key.seal.seal_record(&bound_to, &private)?;
    Ok(step(
        "INSERT INTO message (case_id, id, organisation, n, event, means, language, state, tries, at, sealed) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11) ON CONFLICT (case_id, id) DO UPDATE SET \
         state = excluded.state, tries = excluded.tries, sealed = excluded.sealed",
        Expect::Any,
        values![
            of.case.0,
            message.id.0,
            of.organisation(),
            message.n,
            text(message.event.as_str()),
            message.means.word(),
            text(message.language.as_str()),
            message.state.word(),
            message.tries,
            message.at,
            sealed
        ],
    ))
}

pub(crate) fn file(of: Of<'_>, file: &File) -> Result<Step, Fault> {
    let bound_to = BoundTo::n("file", of.case.0, file.n.into(), 0);
    let sealed = of.key.seal.seal_record(&bound_to, &file.name)?;
    Ok(step(
        "INSERT INTO file (case_id, organisation, n, size, media_type, scan, sealed) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT (case_id, n) DO UPDATE SET size = excluded.size, \
         media_type = excluded.media_type, scan = excluded.scan, sealed = excluded.sealed",
        Expect::Guard,
        values![
            of.case.0,
            of.organisation(),
            file.n,
            file.size,
            text(&file.media_type),
            file.scan.word(),
            sealed
        ],
    ))
}

pub(crate) fn no_file(case: CaseId, n: i32) -> Step {
    let sql = "DELETE FROM file WHERE case_id = ?1 AND n = ?2";
    step(sql, Expect::Guard, values![case.0, n])
}

pub(crate) fn link(of: Of<'_>, link: &Link) -> Step {
    step(
        "INSERT INTO link (from_case, organisation, to_case, kind) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING",
        Expect::Guard,
        values![of.case.0, of.organisation(), link.to.0, text(&link.kind)],
    )
}

pub(crate) fn register_entry(keys: &Keys, organisation: &OrganisationId, entry: &RegisterEntry) -> Result<Step, Fault> {
    let (key_id, key) = keys.newest(REGISTERS, entry.register.as_str())?;
    let bound_to = BoundTo::named("register_entry", entry.case.0, 0, &entry.number, entry.revision);
    let sealed = key.seal_record(&bound_to, &entry.private)?;
    let mut values = values![
        text(entry.register.as_str()),
        text(&entry.number),
        text(organisation.as_str()),
        entry.case.0,
        text(&entry.state),
        entry.from,
        entry.until,
        entry.public.to_string(),
        entry.revision,
        key_id,
        sealed,
        text(&entry.called),
        entry.updated
    ];
    let sql = if entry.revision == exemplar_core::record::FIRST {
        "INSERT INTO register_entry (register, number, organisation, case_id, state, valid_from, valid_until, public, \
         revision, key_id, sealed, called, updated) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13) ON CONFLICT DO NOTHING"
    } else {
        values.push((entry.revision - 1).into());
        "UPDATE register_entry SET organisation = ?3, case_id = ?4, state = ?5, valid_from = ?6, valid_until = ?7, \
         public = ?8, revision = ?9, key_id = ?10, sealed = ?11, called = ?12, updated = ?13 \
         WHERE register = ?1 AND number = ?2 AND revision = ?14"
    };
    Ok(step(sql, Expect::Guard, values))
}

/// The words by which everybody finds an entry, in place of those before. What is the same stays: the statements may run
/// in any order.
pub(crate) fn register_terms(of: Of<'_>, (register, number): (&str, &str), terms: &[String]) -> Vec<Step> {
    let mut sql = String::from("DELETE FROM register_term WHERE register = ?1 AND number = ?2");
    let mut values = values![text(register), text(number)];
    if !terms.is_empty() {
        let marks: Vec<_> = (0..terms.len()).map(|place| format!("?{}", place + 3)).collect();
        sql.push_str(&format!(" AND term NOT IN ({})", marks.join(", ")));
        values.extend(terms.iter().map(|term| text(term)));
    }
    let mut steps = vec![Step {
        sql: sql.into(),
        values,
        expect: Expect::Any,
    }];
    steps.extend(terms.iter().map(|term| {
        step(
            "INSERT INTO register_term (register, term, number, organisation) VALUES (?1, ?2, ?3, ?4) \
             ON CONFLICT DO NOTHING",
            Expect::Any,
            values![text(register), text(term), text(number), of.organisation()],
        )
    }));
    steps
}

pub(crate) fn observation(seen: &Observation) -> Step {
    step(
        "INSERT INTO observation (service, day, id, organisation, kind, question, detail, amount, channel, language, \
         device, definition, attempt, counted) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, 0) \
         ON CONFLICT DO NOTHING",
        Expect::Any,
        values![
            text(seen.service.as_str()),
            seen.day,
            seen.id.0,
            text(seen.organisation.as_str()),
            seen.kind.word(),
            seen.question.as_ref().map(|name| text(name.as_str())),
            seen.detail.as_deref().map(text),
            seen.amount,
            seen.channel.word(),
            text(seen.language.as_str()),
            seen.device.word(),
            seen.definition,
            seen.attempt
        ],
    )
}

/// A job of a case is sealed under the case's key, another under one of the installation.
pub(crate) fn job(keys: &Keys, of: Option<Of<'_>>, job: &NewJob) -> Result<Step, Fault> {
    let bound_to = BoundTo::id("job", job.id.0);
    let (key_id, sealed) = match of {
        Some(of) => (None, of.key.seal.seal_record(&bound_to, &job.task)?),
        None => {
            let (id, key) = keys.newest("jobs", "")?;
            (Some(id), key.seal_record(&bound_to, &job.task)?)
        }
    };
    Ok(step(
        "INSERT INTO job (id, organisation, kind, case_id, due, state, tries, key_id, sealed) \
         VALUES (?1, ?2, ?3, ?4, ?5, 'waiting', 0, ?6, ?7) ON CONFLICT (id) DO NOTHING",
        Expect::Any,
        values![
            job.id.0,
            of.map_or(Value::from(""), Of::organisation),
            job.kind,
            job.case.map(|case| case.0),
            job.due,
            key_id,
            sealed
        ],
    ))
}
