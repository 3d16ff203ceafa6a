//! What a backup says of itself: its files with their digests, its counts, the keys that it needs; signed.

use std::fs::File;
use std::io::{Read, Write};
use std::path::Path;

use aws_lc_rs::digest::{Context, SHA256};
use data_encoding::HEXLOWER;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{Counts, NotCarried, refused};
use crate::Fault;
use crate::keys::Keys;

/// The file of the manifest. It is written last: a folder without it is no backup.
pub(super) const FILE: &str = "manifest.json";
/// What the first field says.
const FORMAT: &str = "exemplar backup 1";

/// What a backup holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// What this is.
    pub format: String,
    /// When it was made: all that was acknowledged before is in it.
    pub at: Timestamp,
    /// `sqlite`, a copy of the database; or `postgres`, a file of rows for each table.
    pub engine: String,
    /// The schema of the database.
    pub schema: i64,
    /// The release that made it.
    pub release: String,
    /// Which keys the key file must hold, by their ids.
    pub keys: Vec<String>,
    /// How many rows each table has.
    pub rows: Counts,
    /// Its files, in the order in which they are put back.
    pub files: Vec<BackupFile>,
}

/// One file of a backup.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BackupFile {
    /// Its name.
    pub name: String,
    /// In bytes.
    pub size: u64,
    /// SHA-256, in hexadecimal.
    pub sha256: String,
}

/// The manifest as it stands in its file.
#[derive(Serialize, Deserialize)]
struct Signed {
    manifest: Manifest,
    key_id: String,
    /// Ed25519 over the manifest as compact JSON.
    signature: String,
}

impl Manifest {
    pub(super) fn new(at: Timestamp, engine: &str, schema: i64) -> Self {
        Self {
            format: FORMAT.to_owned(),
            at,
            engine: engine.to_owned(),
            schema,
            release: env!("CARGO_PKG_VERSION").to_owned(),
            keys: Vec::new(),
            rows: Counts::new(),
            files: Vec::new(),
        }
    }

    fn to_sign(&self) -> Result<Vec<u8>, Fault> {
        serde_json::to_vec(self).map_err(|error| Fault::Defect(format!("a manifest cannot be encoded: {error}")))
    }

    /// Signs the manifest and writes it durably.
    pub(super) fn write(&self, folder: &Path, keys: &Keys) -> Result<(), Fault> {
        let (key_id, signature) = keys.sign(&self.to_sign()?);
        let signed = Signed {
            manifest: self.clone(),
            key_id: key_id.to_owned(),
            signature: HEXLOWER.encode(&signature),
        };
        let text = serde_json::to_vec_pretty(&signed)
            .map_err(|error| Fault::Defect(format!("a manifest cannot be encoded: {error}")))?;
        let write = || {
            let mut file = File::create_new(folder.join(FILE))?;
            file.write_all(&text)?;
            file.write_all(b"\n")?;
            file.sync_all()?;
            File::open(folder)?.sync_all()
        };
        write().map_err(|error| Fault::database("write the manifest of a backup", error))
    }
}

/// Reads the manifest of a folder; none where the folder is no backup of ours.
pub(super) fn read(folder: &Path) -> Option<(Manifest, String)> {
    let text = std::fs::read(folder.join(FILE)).ok()?;
    let signed: Signed = serde_json::from_slice(&text).ok()?;
    (signed.manifest.format == FORMAT).then_some((signed.manifest, signed.signature))
}

/// Reads a backup's manifest and holds each of its files against it.
///
/// # Errors
/// [`NotCarried::Refused`] where the folder is no backup, the keys are not those that it needs, or a file is missing,
/// cut off or was changed.
pub fn verify_backup(folder: &Path, keys: &Keys) -> Result<Manifest, NotCarried> {
    let Some((manifest, signature)) = read(folder) else {
        return Err(refused(format!("{} is not a whole backup of ours", folder.display())));
    };
    let missing: Vec<_> = manifest.keys.iter().filter(|id| !keys.has(id)).cloned().collect();
    if !missing.is_empty() {
        return Err(refused(format!(
            "this backup needs the key file with the keys {}; the one given lacks {}",
            manifest.keys.join(", "),
            missing.join(", ")
        )));
    }
    let signature = HEXLOWER.decode(signature.as_bytes()).unwrap_or_default();
    if !keys.signed(&manifest.to_sign()?, &signature) {
        return Err(refused(
            "the manifest of the backup was changed, or was signed with another key file",
        ));
    }
    for file in &manifest.files {
        let name = Path::new(&file.name);
        let is_plain = name.file_name() == Some(name.as_os_str());
        if !is_plain || digest(&folder.join(name)).ok().as_ref() != Some(file) {
            return Err(refused(format!(
                "{} of the backup is missing or was changed",
                file.name
            )));
        }
    }
    Ok(manifest)
}

/// A file as the manifest says it.
pub(super) fn digest(path: &Path) -> Result<BackupFile, Fault> {
    let cannot = |error| Fault::database("read a file of a backup", error);
    let mut file = File::open(path).map_err(cannot)?;
    let mut context = Context::new(&SHA256);
    let mut size = 0;
    let mut bytes = vec![0; 256 * 1024];
    loop {
        let count = file.read(&mut bytes).map_err(cannot)?;
        if count == 0 {
            break;
        }
        size += count as u64;
        context.update(&bytes[..count]);
    }
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    Ok(BackupFile {
        name,
        size,
        sha256: HEXLOWER.encode(context.finish().as_ref()),
    })
}
