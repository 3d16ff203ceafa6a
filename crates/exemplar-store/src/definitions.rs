//! Definitions: whole folders by the digest of their content, and which version of a service is live.

use std::collections::BTreeMap;

use exemplar_core::definition::{Folder, ORGANISATIONS_FILE};
use exemplar_core::id::{Digest, ServiceId};
use exemplar_core::record::Actor;
use jiff::Timestamp;

use crate::Fault;
use crate::plan::step;
use crate::proposals::make_live;
use crate::store::Store;
use crate::value::{Expect, Row, Written, text, values};
use crate::words::{actor_from_text, actor_text};

/// One line of a service's history of live versions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Publication {
    /// What became live.
    pub digest: Digest,
    /// What was live before.
    pub before: Option<Digest>,
    /// Who published it.
    pub by: Actor,
    /// When.
    pub at: Timestamp,
}

/// How often publishing is tried where others publish the same service.
const TRIES: usize = 5;
/// The first byte of a stored folder.
const FORMAT: u8 = 1;

impl Store {
    /// Stores a version and makes it the live one. Where it is live already, nothing changes.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn publish(
        &self,
        service: &ServiceId,
        digest: Digest,
        folder: &Folder,
        by: &Actor,
        at: Timestamp,
    ) -> Result<(), Fault> {
        self.keep_version(service, digest, folder, (by, at), true).await
    }

    /// Keeps a version of the file of organisations and follows it from now on. It is no service, so it stands in the
    /// history alone and not among the live versions of services.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn publish_organisations(&self, folder: &Folder, by: &Actor, at: Timestamp) -> Result<(), Fault> {
        let name = ServiceId::from(folder.name.as_str());
        self.keep_version(&name, folder.digest(), folder, (by, at), false).await
    }

    /// Which version of the file of organisations is followed; none where there was none yet.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn live_organisations(&self) -> Result<Option<Digest>, Fault> {
        let sql = "SELECT digest FROM live_history WHERE service = ?1 ORDER BY n DESC LIMIT 1";
        let rows = self
            .query(
                "read which organisations there are",
                sql,
                values![text(ORGANISATIONS_FILE)],
            )
            .await?;
        rows.into_iter().next().map(|mut row| row.digest(0)).transpose()
    }

    /// Keeps a version at the end of the history under a name; that of a service goes live by it.
    async fn keep_version(
        &self,
        service: &ServiceId,
        digest: Digest,
        folder: &Folder,
        (by, at): (&Actor, Timestamp),
        is_service: bool,
    ) -> Result<(), Fault> {
        let encoded = encode(folder);
        for _ in 0..TRIES {
            let history = self.history(service).await?;
            let before = history.last().map(|last| last.digest);
            if before == Some(digest) {
                return Ok(());
            }
            let id = || text(service.as_str());
            let by = actor_text(by);
            // Guarded by the place in the history: of two at once, one comes after the other.
            let mut steps = vec![
                step(
                    "INSERT INTO live_history (service, n, digest, before, published_by, published_at) \
                     VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT DO NOTHING",
                    Expect::Guard,
                    values![id(), history.len() as i64 + 1, digest, before, by.clone(), at],
                ),
                step(
                    "INSERT INTO definition_version (digest, service, folder, published_by, published_at) \
                     VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO NOTHING",
                    Expect::Any,
                    values![digest, id(), encoded.clone(), by, at],
                ),
            ];
            if is_service {
                steps.push(make_live(service, digest));
            }
            if is_service && before.is_some() {
                steps.push(self.moving(service, at)?);
            }
            if self.inner.engine.write(steps, None).await? == Written::Done {
                return Ok(());
            }
        }
        Err(Fault::Busy)
    }

    /// The live version of each service.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn live(&self) -> Result<Vec<(ServiceId, Digest)>, Fault> {
        let sql = "SELECT service, digest FROM live_definition ORDER BY service";
        let rows = self.query("read the live versions", sql, values![]).await?;
        rows.into_iter()
            .map(|mut row| Ok((row.text(0)?.into(), row.digest(1)?)))
            .collect()
    }

    /// The folder of a version, live or not.
    ///
    /// # Errors
    /// If the database fails or the stored folder cannot be read.
    pub async fn definition(&self, digest: Digest) -> Result<Option<Folder>, Fault> {
        let sql = "SELECT service, folder FROM definition_version WHERE digest = ?1";
        let rows = self.query("read a definition", sql, values![digest]).await?;
        rows.into_iter()
            .next()
            .map(|mut row| decode(row.text(0)?, &row.bytes(1)?))
            .transpose()
    }

    /// What was live when, oldest first.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn history(&self, service: &ServiceId) -> Result<Vec<Publication>, Fault> {
        let sql = "SELECT digest, before, published_by, published_at FROM live_history WHERE service = ?1 ORDER BY n";
        let values = values![text(service.as_str())];
        let rows = self.query("read the history of a service", sql, values).await?;
        rows.into_iter()
            .map(|mut row| {
                Ok(Publication {
                    digest: row.digest(0)?,
                    before: row.maybe(1, Row::digest)?,
                    by: actor_from_text(&row.text(2)?)?,
                    at: row.time(3)?,
                })
            })
            .collect()
    }
}

/// A folder as bytes: each path and content with its length before it.
pub(crate) fn encode(folder: &Folder) -> Vec<u8> {
    let mut bytes = vec![FORMAT];
    for (path, content) in &folder.files {
        for part in [path.as_bytes(), content] {
            bytes.extend_from_slice(&(part.len() as u64).to_be_bytes());
            bytes.extend_from_slice(part);
        }
    }
    bytes
}

fn decode(name: String, bytes: &[u8]) -> Result<Folder, Fault> {
    let broken = || Fault::broken("a stored definition cannot be read");
    let Some((&FORMAT, mut rest)) = bytes.split_first() else {
        return Err(broken());
    };
    let mut files = BTreeMap::new();
    let part = |rest: &mut &[u8]| {
        let (length, after) = rest.split_first_chunk().ok_or_else(broken)?;
        let length = usize::try_from(u64::from_be_bytes(*length)).map_err(|_| broken())?;
        let (part, after) = after.split_at_checked(length).ok_or_else(broken)?;
        *rest = after;
        Ok::<_, Fault>(part.to_vec())
    };
    while !rest.is_empty() {
        let path = String::from_utf8(part(&mut rest)?).map_err(|_| broken())?;
        files.insert(path, part(&mut rest)?);
    }
    Ok(Folder { name, files })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_read_as_it_was_stored() {
        let folder = Folder {
            name: "bins".into(),
            files: BTreeMap::from([
                ("service.yaml".into(), b"language: 1".to_vec()),
                ("messages/received.en.md".into(), Vec::new()),
            ]),
        };
        let bytes = encode(&folder);
        assert_eq!(decode("bins".into(), &bytes).unwrap(), folder);
        assert!(decode("bins".into(), &bytes[..bytes.len() - 1]).is_err());
        assert!(decode("bins".into(), b"").is_err());
    }
}
