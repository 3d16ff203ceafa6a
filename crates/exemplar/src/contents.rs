//! The settings of where the content of uploaded files is kept: a folder, or a bucket of an object store. Keeping it is not here.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use clap::Args;
use exemplar_outbound::{BucketSettings, Objects};

/// How a place begins that is a bucket.
const BUCKET: &str = "s3://";

/// Where the content of uploaded files is kept.
#[derive(Debug, Clone, Default, Args)]
pub struct Contents {
    /// Where uploaded files are kept, sealed: a folder, or s3://BUCKET[/PREFIX]; usual: files in the data folder. All
    /// instances share it.
    #[arg(long, value_name = "PLACE", env = "EXEMPLAR_FILES")]
    pub files: Option<String>,
    /// Address of the object store of --files s3://..., without the bucket; usual: that of Amazon in the region.
    #[arg(long, value_name = "URL", env = "EXEMPLAR_S3_ENDPOINT")]
    pub s3_endpoint: Option<String>,
    /// Region of the bucket.
    #[arg(long, value_name = "NAME", env = "EXEMPLAR_S3_REGION", default_value = "us-east-1")]
    pub s3_region: String,
    /// File of the key that opens the bucket, two lines: access_key = "NAME" and secret_key = "KEY".
    #[arg(long, value_name = "FILE", env = "EXEMPLAR_S3_KEY")]
    pub s3_key: Option<PathBuf>,
}

impl Contents {
    /// The contents, with those of a data folder where nothing else is said.
    ///
    /// # Errors
    /// A sentence for who wrote the settings; no key is in it.
    pub fn objects(&self, data: &Path) -> Result<Objects, String> {
        let Some(place) = &self.files else {
            return Ok(Objects::folder(data.join("files")));
        };
        let Some(bucket) = place.strip_prefix(BUCKET) else {
            return Ok(Objects::folder(place.into()));
        };
        let file = self.s3_key.as_deref();
        let file = file.ok_or_else(|| format!("{place} needs its key: name the file of it with --s3-key"))?;
        let (access_key, secret_key) = key_in(file)?;
        let (bucket, prefix) = bucket.split_once('/').unwrap_or((bucket, ""));
        let region = self.s3_region.clone();
        let endpoint = self.s3_endpoint.clone();
        let settings = BucketSettings {
            bucket: bucket.to_owned(),
            prefix: prefix.to_owned(),
            endpoint: endpoint.unwrap_or_else(|| format!("https://s3.{region}.amazonaws.com")),
            region,
            access_key,
            secret_key,
        };
        Objects::bucket(&settings).map_err(|bad| bad.to_string())
    }
}

/// The key in a file, and its name. What is wrong in it is said without a word of it.
fn key_in(file: &Path) -> Result<(String, String), String> {
    let shown = file.display();
    let text = std::fs::read_to_string(file)
        .map_err(|error| format!("the key of the bucket in {shown} cannot be read: {error}"))?;
    let lines: Option<BTreeMap<String, String>> = toml::from_str(&text).ok();
    let key = lines.and_then(|mut lines| {
        let key = lines.remove("access_key").zip(lines.remove("secret_key"));
        key.filter(|_| lines.is_empty())
    });
    key.ok_or_else(|| format!("{shown} does not have the two lines access_key = \"NAME\" and secret_key = \"KEY\""))
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use super::*;

    fn contents(place: &str, key: &str) -> Result<Objects, String> {
        let mut file = tempfile::NamedTempFile::new().unwrap();
        file.write_all(key.as_bytes()).unwrap();
        let contents = Contents {
            files: Some(place.to_owned()),
            s3_endpoint: Some("http://127.0.0.1:9".to_owned()),
            s3_region: "here".to_owned(),
            s3_key: Some(file.path().into()),
        };
        contents.objects(Path::new("data"))
    }

    #[test]
    fn a_place_is_a_folder_or_a_bucket() {
        let usual = Contents::default().objects(Path::new("data")).unwrap();
        assert_eq!(usual.kept(), Some("data/files/kept".into()));
        assert_eq!(
            contents("/srv/files", "").unwrap().kept(),
            Some("/srv/files/kept".into())
        );
        let key = "access_key = \"a\"\nsecret_key = \"secret\"\n";
        for place in ["s3://files", "s3://files/town/2026"] {
            let bucket = contents(place, key).unwrap();
            assert_eq!(bucket.kept(), None);
            assert!(!format!("{bucket:?}").contains("secret"));
        }
    }

    #[test]
    fn what_is_wrong_is_said_without_the_key() {
        let refused = |place: &str, key: &str| contents(place, key).unwrap_err();
        assert!(refused("s3://", "access_key = \"a\"\nsecret_key = \"secret\"\n").contains("name of a bucket"));
        let said = refused("s3://files", "secret_key = \"secret\"\n");
        assert!(said.contains("access_key") && !said.contains("\"secret\""), "{said}");
        let none = Contents {
            files: Some("s3://files".to_owned()),
            ..Contents::default()
        };
        assert!(none.objects(Path::new("data")).unwrap_err().contains("--s3-key"));
    }
}
