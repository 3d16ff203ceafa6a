//! The settings of connectors: which systems can be asked, where they are, and with which keys. Asking them is not here.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use clap::Args;
use exemplar_outbound::Connectors;

/// Other systems that checks of services ask.
#[derive(Debug, Clone, Default, Args)]
pub struct Connecting {
    /// A system that checks ask, as NAME=URL; https, or http to this machine; may be given several times.
    #[arg(long, value_name = "NAME=URL", env = "EXEMPLAR_CONNECTOR", value_delimiter = ' ')]
    pub connector: Vec<String>,
    /// File of the keys that they ask for, a line each: NAME = "KEY". Sent as a bearer token.
    #[arg(long, value_name = "FILE", env = "EXEMPLAR_CONNECTOR_KEYS")]
    pub connector_keys: Option<PathBuf>,
}

impl Connecting {
    /// The systems, ready to be asked.
    ///
    /// # Errors
    /// A sentence for who wrote the settings; no key is in it.
    pub fn connectors(&self) -> Result<Connectors, String> {
        let mut addresses = Vec::new();
        for written in &self.connector {
            let (name, address) = written
                .split_once('=')
                .ok_or_else(|| "write each connector as NAME=URL".to_owned())?;
            if addresses.iter().any(|(known, _)| known == name) {
                return Err(format!("the connector \"{name}\" stands twice"));
            }
            addresses.push((name.to_owned(), address.to_owned()));
        }
        let keys = self.connector_keys.as_deref().map_or(Ok(BTreeMap::new()), keys_in)?;
        Connectors::new(addresses, keys).map_err(|bad| bad.to_string())
    }
}

/// The keys in a file. What is wrong in it is said without a word of it.
fn keys_in(file: &Path) -> Result<BTreeMap<String, String>, String> {
    let shown = file.display();
    let text = std::fs::read_to_string(file)
        .map_err(|error| format!("the keys of connectors in {shown} cannot be read: {error}"))?;
    toml::from_str(&text).map_err(|_| format!("the keys of connectors in {shown} are not lines of NAME = \"KEY\""))
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use super::*;

    fn settings(connectors: &[&str], keys: &str) -> Result<Connectors, String> {
        let mut file = tempfile::NamedTempFile::new().unwrap();
        file.write_all(keys.as_bytes()).unwrap();
        let connecting = Connecting {
            connector: connectors.iter().map(|connector| (*connector).to_owned()).collect(),
            connector_keys: Some(file.path().into()),
        };
        connecting.connectors()
    }

    #[track_caller]
    fn refused(connectors: &[&str], keys: &str, expected: &str) {
        let said = settings(connectors, keys).unwrap_err();
        assert!(said.contains(expected) && !said.contains("secret"), "{said}");
    }

    #[test]
    fn connectors_have_an_address_and_perhaps_a_key() {
        let found = settings(
            &["a=http://localhost/ask?x=1", "b=http://127.0.0.1:9/"],
            "b = \"secret\"\n",
        );
        let found = found.unwrap();
        assert!(found.has("a") && found.has("b") && !found.has("c"));
        assert!(!format!("{found:?}").contains("secret"));
    }

    #[test]
    fn what_is_wrong_is_said_without_a_key() {
        refused(&["a"], "", "NAME=URL");
        refused(&["a=http://localhost/", "a=http://localhost/"], "", "twice");
        refused(&["a=http://elsewhere.example/"], "", "https://HOST");
        refused(&[], "b = \"secret\"\n", "no connector of that name");
        refused(&["a=http://localhost/"], "a = \"secret key\"\n", "header");
        refused(&["a=http://localhost/"], "secret\n", "NAME = ");
    }
}
