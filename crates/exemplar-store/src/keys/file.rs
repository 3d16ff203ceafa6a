//! The key file: a few secrets as JSON, readable by its owner only.

use std::fs::{File, OpenOptions};
use std::io::Write;
use std::path::Path;

use data_encoding::{BASE64, HEXLOWER};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::Fault;
use crate::seal::fill;

/// What the key file holds.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Secrets {
    /// What the file is, for whoever finds it.
    about: String,
    /// The keys under which case keys are wrapped come from these; newest first.
    pub roots: Vec<Named>,
    /// Keyed hashes of codes, links and search terms come from this one. It is never changed.
    pub lookup: Secret,
    /// Signs checkpoints and seals nothing.
    pub signing: Named,
    /// Encrypt cookies; newest first.
    #[serde(serialize_with = "write_cookies", deserialize_with = "read_cookies")]
    pub cookies: Vec<[u8; 64]>,
}

/// A secret with the name by which records call it.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Named {
    pub id: String,
    pub key: Secret,
}

/// Thirty-two secret bytes.
pub(super) struct Secret(pub [u8; 32]);

const ABOUT: &str = "Keys of an Exemplar installation. Without this file nothing that is stored can be read. \
     Keep a copy apart from the data and from its backups.";

impl Secrets {
    /// New secrets.
    pub fn make() -> Result<Self, Fault> {
        let mut cookie = [0; 64];
        fill(&mut cookie)?;
        Ok(Self {
            about: ABOUT.to_owned(),
            roots: vec![Named::make()?],
            lookup: Secret::make()?,
            signing: Named::make()?,
            cookies: vec![cookie],
        })
    }
}

impl Named {
    fn make() -> Result<Self, Fault> {
        let mut id = [0; 8];
        fill(&mut id)?;
        Ok(Self {
            id: HEXLOWER.encode(&id),
            key: Secret::make()?,
        })
    }
}

impl Secret {
    fn make() -> Result<Self, Fault> {
        let mut bytes = [0; 32];
        fill(&mut bytes)?;
        Ok(Self(bytes))
    }
}

pub(super) fn read(path: &Path) -> Result<Secrets, Fault> {
    let cannot = |why: String| Fault::Keys(format!("the key file {} {why}", path.display()));
    only_the_owner_can_read(path).map_err(cannot)?;
    let text = std::fs::read(path).map_err(|error| cannot(format!("cannot be read: {error}")))?;
    serde_json::from_slice(&text).map_err(|error| cannot(format!("is not a key file: {error}")))
}

#[cfg(unix)]
fn only_the_owner_can_read(path: &Path) -> Result<(), String> {
    use std::os::unix::fs::PermissionsExt;
    let metadata = std::fs::metadata(path).map_err(|error| format!("cannot be read: {error}"))?;
    if metadata.permissions().mode() & 0o077 != 0 {
        return Err("can be read by other users; run `chmod 600` on it".into());
    }
    Ok(())
}

#[cfg(not(unix))]
fn only_the_owner_can_read(_: &Path) -> Result<(), String> {
    Ok(())
}

/// Writes a file that was not there. It is on the disk before the first record is sealed under its keys.
pub(super) fn write_new(path: &Path, secrets: &Secrets) -> Result<(), Fault> {
    let cannot =
        |error: std::io::Error| Fault::Keys(format!("the key file {} cannot be made: {error}", path.display()));
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut text = serde_json::to_vec_pretty(secrets)
        .map_err(|error| Fault::Defect(format!("the key file cannot be encoded: {error}")))?;
    text.push(b'\n');
    let mut file = options.open(path).map_err(cannot)?;
    file.write_all(&text).map_err(cannot)?;
    file.sync_all().map_err(cannot)?;
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let folder = File::open(folder.unwrap_or(Path::new("."))).map_err(cannot)?;
    folder.sync_all().map_err(cannot)
}

impl Serialize for Secret {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&BASE64.encode(&self.0))
    }
}

impl<'de> Deserialize<'de> for Secret {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        decode(&String::deserialize(deserializer)?).map(Self)
    }
}

fn write_cookies<S: Serializer>(cookies: &[[u8; 64]], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(cookies.iter().map(|cookie| BASE64.encode(cookie)))
}

fn read_cookies<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<[u8; 64]>, D::Error> {
    let texts = Vec::<String>::deserialize(deserializer)?;
    texts.iter().map(|text| decode(text)).collect()
}

fn decode<const N: usize, E: serde::de::Error>(text: &str) -> Result<[u8; N], E> {
    let bytes = BASE64.decode(text.as_bytes()).map_err(E::custom)?;
    bytes
        .try_into()
        .map_err(|_| E::custom(format!("a secret is not {N} bytes long")))
}

#[cfg(test)]
mod tests {
    use super::super::{Keys, Made};

    #[test]
    fn a_key_file_is_made_once_and_read_again() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("keys.json");
        let (made, was) = Keys::read_or_make(&path).unwrap();
        assert_eq!(was, Made::Made);
        let (read, was) = Keys::read_or_make(&path).unwrap();
        assert_eq!(was, Made::Read);
        assert_eq!(made.hash("a", "b", "c"), read.hash("a", "b", "c"));
        assert_eq!(made.cookie(), read.cookie());
    }

    #[cfg(unix)]
    #[test]
    fn a_key_file_that_others_can_read_is_refused() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("keys.json");
        Keys::read_or_make(&path).unwrap();
        let mode = std::fs::metadata(&path).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o644)).unwrap();
        let refused = Keys::read(&path).unwrap_err().to_string();
        assert!(refused.contains("chmod 600"), "{refused}");
    }

    #[test]
    fn a_file_that_holds_something_else_is_no_key_file() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("keys.json");
        Keys::read_or_make(&path).unwrap();
        std::fs::write(&path, "{}").unwrap();
        assert!(Keys::read(&path).is_err());
    }
}
