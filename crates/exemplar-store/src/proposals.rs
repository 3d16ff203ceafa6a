//! Versions on their way to be live: brought in, asked for, agreed to, scheduled, gone live or taken back. What may be
//! done to one is decided in core; here each step is written only where the one before it still stands.

use exemplar_core::definition::Folder;
use exemplar_core::id::{CaseId, Digest, JobId, ServiceId};
use exemplar_core::publishing::{Done, MOVE_DRAFTS, Proposal, ProposalState};
use exemplar_core::record::NewJob;
use jiff::Timestamp;
use uuid::Uuid;

use crate::Fault;
use crate::definitions::encode;
use crate::plan::{self, step};
use crate::store::Store;
use crate::value::{Expect, Row, Step, Written, text, values};
use crate::words::{Word, actor_from_text, actor_text};

/// How often a number is drawn anew where others bring in versions of the same service.
const TRIES: usize = 5;
/// The most proposals of a service that a list shows.
const LIST_LIMIT: i64 = 200;
const COLUMNS: &str = "service, n, digest, before, state, note, warnings, foretold, takes_effect, brought_by, brought_at, \
    asked_by, asked_at, ended_by, ended_at";

impl Store {
    /// Keeps a version that was brought in, and gives its number. Where the newest of the service is the same version
    /// and still a draft, it is that one.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn bring_in(&self, folder: &Folder, warnings: i64, brought: &Done) -> Result<i64, Fault> {
        let service = ServiceId::from(folder.name.as_str());
        let digest = folder.digest();
        for _ in 0..TRIES {
            let newest = self.proposals(&service).await?.into_iter().next();
            if let Some(newest) = &newest
                && newest.digest == digest
                && newest.state == ProposalState::Draft
            {
                return Ok(newest.n);
            }
            let n = newest.map_or(1, |newest| newest.n + 1);
            let by = actor_text(&brought.by);
            let steps = vec![
                keep_folder(&service, digest, encode(folder), by.clone(), brought.at),
                step(
                    "INSERT INTO proposal (service, n, digest, state, note, warnings, brought_by, brought_at) \
                     VALUES (?1, ?2, ?3, 'draft', '', ?4, ?5, ?6) ON CONFLICT DO NOTHING",
                    Expect::Guard,
                    values![text(service.as_str()), n, digest, warnings, by, brought.at],
                ),
            ];
            if self.inner.engine.write(steps, None).await? == Written::Done {
                return Ok(n);
            }
        }
        Err(Fault::Busy)
    }

    /// The proposals of a service, newest first.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn proposals(&self, service: &ServiceId) -> Result<Vec<Proposal>, Fault> {
        let sql = format!("SELECT {COLUMNS} FROM proposal WHERE service = ?1 ORDER BY n DESC LIMIT {LIST_LIMIT}");
        let values = values![text(service.as_str())];
        let rows = self.query("read the versions on their way", &sql, values).await?;
        rows.into_iter().map(proposal).collect()
    }

    /// The services of which a version was ever brought in.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn proposed_services(&self) -> Result<Vec<ServiceId>, Fault> {
        let sql = "SELECT DISTINCT service FROM proposal ORDER BY service";
        let rows = self
            .query("list services with versions on their way", sql, values![])
            .await?;
        rows.into_iter().map(|mut row| Ok(row.text(0)?.into())).collect()
    }

    /// One proposal.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn proposal(&self, service: &ServiceId, n: i64) -> Result<Option<Proposal>, Fault> {
        let sql = format!("SELECT {COLUMNS} FROM proposal WHERE service = ?1 AND n = ?2");
        let values = values![text(service.as_str()), n];
        let rows = self.query("read a version on its way", &sql, values).await?;
        rows.into_iter().next().map(proposal).transpose()
    }

    /// The proposals whose time has come.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn due_proposals(&self, now: Timestamp) -> Result<Vec<Proposal>, Fault> {
        let sql = format!(
            "SELECT {COLUMNS} FROM proposal WHERE state = 'scheduled' AND (takes_effect IS NULL OR takes_effect <= ?1) \
             ORDER BY service, n LIMIT {LIST_LIMIT}"
        );
        let rows = self.query("look which versions are due", &sql, values![now]).await?;
        rows.into_iter().map(proposal).collect()
    }

    /// Writes what was done to a proposal, where it still stands as `before` says. Answers whether it did.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn change_proposal(&self, changed: &Proposal, before: ProposalState) -> Result<bool, Fault> {
        let written = self.inner.engine.write(vec![moved(changed, before)?], None).await?;
        Ok(written == Written::Done)
    }

    /// Makes the version of a scheduled proposal live, where what it was compared with still is. Answers whether it
    /// did; of two instances that try, one does.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn publish_proposal(&self, due: &Proposal, at: Timestamp) -> Result<bool, Fault> {
        let history = self.history(&due.service).await?;
        let before = history.last().map(|last| last.digest);
        if before != due.before {
            return Ok(false);
        }
        let by = due.asked.as_ref().unwrap_or(&due.brought);
        let published = Proposal {
            state: ProposalState::Published,
            ..due.clone()
        };
        let id = || text(due.service.as_str());
        let mut steps = vec![
            moved(&published, ProposalState::Scheduled)?,
            step(
                "INSERT INTO live_history (service, n, digest, before, published_by, published_at) \
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT DO NOTHING",
                Expect::Guard,
                values![
                    id(),
                    history.len() as i64 + 1,
                    due.digest,
                    before,
                    actor_text(&by.by),
                    at
                ],
            ),
            make_live(&due.service, due.digest),
        ];
        if before.is_some() {
            steps.push(self.moving(&due.service, at)?);
        }
        Ok(self.inner.engine.write(steps, None).await? == Written::Done)
    }

    /// The job that moves drafts to what goes live.
    pub(crate) fn moving(&self, service: &ServiceId, at: Timestamp) -> Result<Step, Fault> {
        let job = NewJob {
            id: JobId(Uuid::now_v7()),
            kind: MOVE_DRAFTS,
            case: None,
            due: at,
            task: serde_json::json!({ "service": service }),
        };
        plan::job(self.keys(), None, &job)
    }

    /// Begins a preview: the folder under the preview's name runs until [`Store::end_preview`]. Who publishes the real
    /// service is not asked, and no history is kept: nobody depends on it.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn begin_preview(&self, preview: &Folder, begun: &Done) -> Result<(), Fault> {
        let service = ServiceId::from(preview.name.as_str());
        let digest = preview.digest();
        let by = actor_text(&begun.by);
        let steps = vec![
            keep_folder(&service, digest, encode(preview), by, begun.at),
            make_live(&service, digest),
        ];
        self.inner.engine.write(steps, None).await.map(|_| ())
    }

    /// The previews that were begun before a moment, by the folders that they run.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn previews_before(&self, moment: Timestamp) -> Result<Vec<ServiceId>, Fault> {
        let sql = "SELECT l.service FROM live_definition l JOIN definition_version v ON v.digest = l.digest \
            WHERE l.service LIKE '%~%' AND v.published_at < ?1 ORDER BY l.service";
        let rows = self.query("look for old previews", sql, values![moment]).await?;
        rows.into_iter().map(|mut row| Ok(row.text(0)?.into())).collect()
    }

    /// The cases of a service, in whatever phase, by id, in pages: give the last of a page to get the next.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn cases_of(&self, service: &ServiceId, after: CaseId, n: usize) -> Result<Vec<CaseId>, Fault> {
        let sql = "SELECT id FROM cases WHERE service = ?1 AND id > ?2 ORDER BY id LIMIT ?3";
        let values = values![text(service.as_str()), after.0, n as i64];
        let rows = self.query("list the cases of a service", sql, values).await?;
        rows.into_iter().map(|mut row| Ok(CaseId(row.uuid(0)?))).collect()
    }

    /// Ends a preview: nobody can begin in it any more. Its cases are erased apart from this.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn end_preview(&self, preview: &ServiceId) -> Result<(), Fault> {
        let ended = step(
            "DELETE FROM live_definition WHERE service = ?1",
            Expect::Any,
            values![text(preview.as_str())],
        );
        self.inner.engine.write(vec![ended], None).await.map(|_| ())
    }
}

/// Keeps a folder under its digest, where it is not kept already.
fn keep_folder(service: &ServiceId, digest: Digest, encoded: Vec<u8>, by: String, at: Timestamp) -> Step {
    step(
        "INSERT INTO definition_version (digest, service, folder, published_by, published_at) \
         VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO NOTHING",
        Expect::Any,
        values![digest, text(service.as_str()), encoded, by, at],
    )
}

pub(crate) fn make_live(service: &ServiceId, digest: Digest) -> Step {
    step(
        "INSERT INTO live_definition (service, digest) VALUES (?1, ?2) \
         ON CONFLICT (service) DO UPDATE SET digest = excluded.digest",
        Expect::Any,
        values![text(service.as_str()), digest],
    )
}

/// All of a proposal that can change, where it still stands as it was.
fn moved(to: &Proposal, from: ProposalState) -> Result<Step, Fault> {
    let foretold = to.foretold.map(|foretold| serde_json::to_string(&foretold)).transpose();
    let foretold = foretold.map_err(|error| Fault::Defect(format!("what was foretold cannot be encoded: {error}")))?;
    let done = |done: &Option<Done>| {
        let by = done.as_ref().map(|done| actor_text(&done.by));
        (by, done.as_ref().map(|done| done.at))
    };
    let (asked_by, asked_at) = done(&to.asked);
    let (ended_by, ended_at) = done(&to.ended);
    Ok(step(
        "UPDATE proposal SET before = ?3, state = ?4, note = ?5, foretold = ?6, takes_effect = ?7, asked_by = ?8, \
         asked_at = ?9, ended_by = ?10, ended_at = ?11 WHERE service = ?1 AND n = ?2 AND state = ?12",
        Expect::Guard,
        values![
            text(to.service.as_str()),
            to.n,
            to.before,
            text(to.state.word()),
            text(&to.note),
            foretold,
            to.takes_effect,
            asked_by,
            asked_at,
            ended_by,
            ended_at,
            text(from.word())
        ],
    ))
}

fn proposal(mut row: Row) -> Result<Proposal, Fault> {
    let foretold = row.maybe(7, Row::text)?;
    let foretold = foretold
        .map(|json| serde_json::from_str(&json))
        .transpose()
        .map_err(|_| Fault::broken("what was foretold of a version cannot be read"))?;
    Ok(Proposal {
        service: row.text(0)?.into(),
        n: row.int(1)?,
        digest: row.digest(2)?,
        before: row.maybe(3, Row::digest)?,
        state: Word::from_word(&row.text(4)?)?,
        note: row.text(5)?,
        warnings: row.int(6)?,
        foretold,
        takes_effect: row.maybe(8, Row::time)?,
        brought: Done {
            by: actor_from_text(&row.text(9)?)?,
            at: row.time(10)?,
        },
        asked: done(&mut row, 11)?,
        ended: done(&mut row, 13)?,
    })
}

fn done(row: &mut Row, column: usize) -> Result<Option<Done>, Fault> {
    let Some(by) = row.maybe(column, Row::text)? else {
        return Ok(None);
    };
    Ok(Some(Done {
        by: actor_from_text(&by)?,
        at: row.time(column + 1)?,
    }))
}
