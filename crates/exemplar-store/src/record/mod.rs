//! The record beside the events: looks, and checkpoints over both. Proving them is in `verify` and `verify_logs`.

mod verify;
mod verify_logs;

use exemplar_core::id::{Digest, WriterId};
use exemplar_core::record::Look;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::Fault;
use crate::plan::digest::row_digest;
use crate::plan::step;
use crate::store::Store;
use crate::value::{Expect, Value, Written, text, values};
pub use verify::BadEntry;

/// The end of one writer's chain of looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct LookHead {
    count: i64,
    hash: [u8; 32],
}

/// A signed statement of where all chains stood. Write it outside the database as well.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Checkpoint {
    /// Its place among the checkpoints, from 1.
    pub n: i64,
    /// When it was made.
    pub at: Timestamp,
    /// The heads, as JSON: `cases` and `looks`, each with id, count and hash.
    pub covers: String,
    /// The hash of the checkpoint before, in hexadecimal.
    pub before: String,
    /// Its own hash.
    pub hash: String,
    /// Which key signed it.
    pub key_id: String,
    /// Ed25519 over the hash.
    pub signature: String,
}

/// What a checkpoint covers.
#[derive(Debug, Default, Serialize, Deserialize)]
struct Covers {
    cases: Vec<(Uuid, i64, String)>,
    looks: Vec<(Uuid, i64, String)>,
}

/// A commit of just before a checkpoint may come to the disk just after it: each checkpoint looks back this far beyond
/// the one before.
const LOOK_BACK: SignedDuration = SignedDuration::from_mins(15);

fn look_hash(look: &Look, n: i64, before: [u8; 32]) -> [u8; 32] {
    row_digest("look 1", &look_values(look, n, before))
}

fn look_values(look: &Look, n: i64, hash: [u8; 32]) -> Vec<Value> {
    values![
        look.writer.0,
        text(look.organisation.as_str()),
        n,
        look.staff.0,
        look.case.map(|case| case.0),
        look.list.as_deref().map(text),
        text(&look.reason),
        look.at,
        hash
    ]
}

impl Store {
    /// Puts a look on record. It is durable when this returns: send the page after it.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn look(&self, look: &Look) -> Result<(), Fault> {
        // One after the other, so that the writer's chain does not fork.
        let mut heads = self.inner.look_heads.lock().await;
        let before = match heads.remove(&look.writer) {
            Some(head) => head,
            None => self.look_head(look.writer).await?,
        };
        let n = before.count + 1;
        let hash = look_hash(look, n, before.hash);
        let steps = vec![
            step(
                "INSERT INTO look (writer, organisation, n, staff, case_id, list, reason, at, hash) \
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) ON CONFLICT DO NOTHING",
                Expect::Guard,
                look_values(look, n, hash),
            ),
            step(
                "INSERT INTO look_head (writer, organisation, count, hash, at) VALUES (?1, ?2, ?3, ?4, ?5) \
                 ON CONFLICT (writer) DO UPDATE SET count = excluded.count, hash = excluded.hash, at = excluded.at \
                 WHERE look_head.count = ?6",
                Expect::Guard,
                values![
                    look.writer.0,
                    text(look.organisation.as_str()),
                    n,
                    hash,
                    look.at,
                    before.count
                ],
            ),
        ];
        match self.inner.engine.write(steps, None).await? {
            Written::Done => {
                heads.insert(look.writer, LookHead { count: n, hash });
                Ok(())
            }
            _ => Err(Fault::Defect("two instances write looks under one id".into())),
        }
    }

    async fn look_head(&self, writer: WriterId) -> Result<LookHead, Fault> {
        let sql = "SELECT count, hash FROM look_head WHERE writer = ?1";
        let rows = self.query("read the last look", sql, values![writer.0]).await?;
        let none = LookHead {
            count: 0,
            hash: [0; 32],
        };
        rows.into_iter().next().map_or(Ok(none), |mut row| {
            Ok(LookHead {
                count: row.int(0)?,
                hash: row.digest(1)?.0,
            })
        })
    }

    /// Signs where the chains stand that moved since the last checkpoint. None where none did.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn checkpoint(&self, now: Timestamp) -> Result<Option<Checkpoint>, Fault> {
        let last = self.last_checkpoint().await?;
        let since = last.as_ref().map_or(Timestamp::MIN, |last| {
            last.at.saturating_sub(LOOK_BACK).unwrap_or(Timestamp::MIN)
        });
        let sql = "SELECT id, head_count, head_hash FROM cases WHERE head_at > ?1 ORDER BY id";
        let cases = self.heads(sql, since).await?;
        let sql = "SELECT writer, count, hash FROM look_head WHERE at > ?1 ORDER BY writer";
        let looks = self.heads(sql, since).await?;
        let covers = serde_json::to_string(&Covers { cases, looks })
            .map_err(|error| Fault::Defect(format!("a checkpoint cannot be encoded: {error}")))?;
        if last.as_ref().is_some_and(|last| last.covers == covers) || covers == NOTHING {
            return Ok(None);
        }
        let n = last.as_ref().map_or(1, |last| last.n + 1);
        let before = last.map_or_else(|| Digest([0; 32]).to_string(), |last| last.hash);
        let mut checkpoint = Checkpoint {
            n,
            at: Timestamp::from_microsecond(now.as_microsecond()).unwrap_or(now),
            covers,
            before,
            hash: String::new(),
            key_id: String::new(),
            signature: String::new(),
        };
        let hash = checkpoint.work_out_hash();
        let (key_id, signature) = self.keys().sign(&hash);
        checkpoint.hash = Digest(hash).to_string();
        checkpoint.key_id = key_id.to_owned();
        checkpoint.signature = data_encoding::HEXLOWER.encode(&signature);
        let insert = step(
            "INSERT INTO checkpoint (n, organisation, at, covers, before, hash, key_id, signature) \
             VALUES (?1, '', ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT DO NOTHING",
            Expect::Guard,
            values![
                n,
                checkpoint.at,
                checkpoint.covers.clone(),
                unhex(&checkpoint.before)?,
                hash,
                checkpoint.key_id.clone(),
                signature
            ],
        );
        // Where another instance was first, its checkpoint stands.
        match self.inner.engine.write(vec![insert], None).await? {
            Written::Done => Ok(Some(checkpoint)),
            _ => Ok(None),
        }
    }

    async fn heads(&self, sql: &'static str, since: Timestamp) -> Result<Vec<(Uuid, i64, String)>, Fault> {
        let rows = self.query("read the ends of chains", sql, values![since]).await?;
        rows.into_iter()
            .map(|mut row| Ok((row.uuid(0)?, row.int(1)?, row.digest(2)?.to_string())))
            .collect()
    }

    async fn last_checkpoint(&self) -> Result<Option<Checkpoint>, Fault> {
        let checkpoints = self.checkpoints("ORDER BY n DESC LIMIT 1").await?;
        Ok(checkpoints.into_iter().next())
    }

    async fn checkpoints(&self, order: &str) -> Result<Vec<Checkpoint>, Fault> {
        let sql = format!("SELECT n, at, covers, before, hash, key_id, signature FROM checkpoint {order}");
        let rows = self.query("read checkpoints", &sql, values![]).await?;
        rows.into_iter()
            .map(|mut row| {
                Ok(Checkpoint {
                    n: row.int(0)?,
                    at: row.time(1)?,
                    covers: row.text(2)?,
                    before: row.digest(3)?.to_string(),
                    hash: row.digest(4)?.to_string(),
                    key_id: row.text(5)?,
                    signature: data_encoding::HEXLOWER.encode(&row.bytes(6)?),
                })
            })
            .collect()
    }
}

const NOTHING: &str = r#"{"cases":[],"looks":[]}"#;

impl Checkpoint {
    fn work_out_hash(&self) -> [u8; 32] {
        let row = values![self.n, self.at, self.covers.clone(), self.before.clone()];
        row_digest("checkpoint 1", &row)
    }
}

fn unhex(text: &str) -> Result<Vec<u8>, Fault> {
    data_encoding::HEXLOWER
        .decode(text.as_bytes())
        .map_err(|_| Fault::broken("a hash in a checkpoint is not one"))
}
