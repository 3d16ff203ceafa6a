//! Asking other systems: a question is posted as JSON to the address that the operator gave a connector, and yes or no
//! comes back, or a record. What is asked, and what follows from the answer, is not here.

use std::collections::BTreeMap;
use std::fmt;
use std::time::Duration;

use http_body_util::{BodyExt as _, Full, Limited};
use hyper::body::Bytes;
use hyper::{Method, Request, header};
use serde_json::{Map, Value};

use crate::http::{Address, Dial};

/// A reply has at most so many bytes beside its head: yes or no needs some 20, a record some hundreds.
const REPLY_LIMIT: usize = 16 * 1024;

/// One system that can be asked.
#[derive(Clone)]
struct Connector {
    address: Address,
    key: Option<String>,
}

/// All systems that can be asked, by the names that definitions give them.
#[derive(Clone, Default)]
pub struct Connectors {
    by_name: BTreeMap<String, Connector>,
    dial: Dial,
}

// A key must not come into a log.
impl fmt::Debug for Connectors {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_list().entries(self.by_name.keys()).finish()
    }
}

/// Why a connector could not be set up.
#[derive(Debug, thiserror::Error)]
pub enum BadConnector {
    /// Its address.
    #[error(
        "the address of the connector \"{0}\" cannot be used: write https://HOST/PATH; http:// only to this machine"
    )]
    Address(String),
    /// A key.
    #[error("the key of the connector \"{0}\" has a character that cannot stand in a header")]
    Key(String),
    /// A key of nothing.
    #[error("there is a key for \"{0}\", and no connector of that name")]
    KeyOfNothing(String),
    /// The certificates of this machine.
    #[error("the certificates that this machine trusts cannot be read, so that no https:// address can be asked")]
    Certificates,
}

/// Why no answer came.
#[derive(Debug, thiserror::Error)]
pub enum NotAnswered {
    /// No address is set for it.
    #[error("no address is set for this connector")]
    NotSetUp,
    /// Worth another try.
    #[error("the other system could not be reached in time, or said to come again")]
    Down,
    /// Never worth one.
    #[error("{0}")]
    GiveUp(&'static str),
}

impl Connectors {
    /// The systems at these addresses, with their keys.
    ///
    /// # Errors
    /// As [`BadConnector`] says.
    pub fn new(
        addresses: impl IntoIterator<Item = (String, String)>,
        mut keys: BTreeMap<String, String>,
    ) -> Result<Self, BadConnector> {
        let mut by_name = BTreeMap::new();
        for (name, address) in addresses {
            let Some(address) = Address::read(&address) else {
                return Err(BadConnector::Address(name));
            };
            let key = keys.remove(&name);
            if key
                .as_ref()
                .is_some_and(|key| !key.chars().all(|c| c.is_ascii_graphic()))
            {
                return Err(BadConnector::Key(name));
            }
            by_name.insert(name, Connector { address, key });
        }
        if let Some((name, _)) = keys.pop_first() {
            return Err(BadConnector::KeyOfNothing(name));
        }
        let addresses = by_name.values().map(|connector| &connector.address);
        let dial = Dial::to(addresses).ok_or(BadConnector::Certificates)?;
        Ok(Self { by_name, dial })
    }

    /// Whether a system of that name can be asked.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.by_name.contains_key(name)
    }

    /// Asks a system. None where it answers that it cannot tell. `key` is the same whenever the same is asked.
    ///
    /// # Errors
    /// As [`NotAnswered`] says.
    pub async fn ask(
        &self,
        name: &str,
        question: &Value,
        key: &str,
        within: Duration,
    ) -> Result<Option<bool>, NotAnswered> {
        answer(&self.reply(name, question, key, within).await?)
    }

    /// Asks a system for a record. None where it answers that it has none. `key` is the same whenever the same is asked.
    ///
    /// # Errors
    /// As [`NotAnswered`] says.
    pub async fn look_up(
        &self,
        name: &str,
        question: &Value,
        key: &str,
        within: Duration,
    ) -> Result<Option<Map<String, Value>>, NotAnswered> {
        record(&self.reply(name, question, key, within).await?)
    }

    /// The body of a reply that is one.
    async fn reply(&self, name: &str, question: &Value, key: &str, within: Duration) -> Result<Bytes, NotAnswered> {
        let connector = self.by_name.get(name).ok_or(NotAnswered::NotSetUp)?;
        let asked = tokio::time::timeout(within, self.post(connector, question, key));
        let (status, body) = match asked.await {
            Ok(Ok(reply)) => reply,
            Ok(Err(_)) | Err(_) => return Err(NotAnswered::Down),
        };
        match status {
            200 => Ok(body),
            408 | 425 | 429 | 500..=599 => Err(NotAnswered::Down),
            _ => Err(NotAnswered::GiveUp("the other system refused the question")),
        }
    }

    async fn post(&self, connector: &Connector, question: &Value, key: &str) -> std::io::Result<(u16, Bytes)> {
        let mut request = Request::builder()
            .method(Method::POST)
            .uri(connector.address.path.as_str())
            .header(header::ACCEPT, "application/json")
            .header(header::CONTENT_TYPE, "application/json")
            .header("idempotency-key", key);
        if let Some(key) = &connector.key {
            request = request.header(header::AUTHORIZATION, format!("Bearer {key}"));
        }
        let body = Full::from(question.to_string());
        let request = request.body(body).map_err(std::io::Error::other)?;
        let reply = self.dial.send(&connector.address, request).await?;
        let status = reply.status().as_u16();
        let body = Limited::new(reply.into_body(), REPLY_LIMIT).collect().await;
        Ok((status, body.map_err(std::io::Error::other)?.to_bytes()))
    }
}

/// What a body says.
fn answer(body: &[u8]) -> Result<Option<bool>, NotAnswered> {
    let said: Option<Value> = serde_json::from_slice(body).ok();
    match said.as_ref().and_then(|said| said.get("answer")) {
        Some(Value::Bool(yes)) => Ok(Some(*yes)),
        Some(Value::Null) => Ok(None),
        _ => Err(NotAnswered::GiveUp("the other system answered neither yes nor no")),
    }
}

/// The record in a body.
fn record(body: &[u8]) -> Result<Option<Map<String, Value>>, NotAnswered> {
    let said: Option<Map<String, Value>> = serde_json::from_slice(body).ok();
    match said.and_then(|mut said| said.remove("answer")) {
        Some(Value::Object(record)) => Ok(Some(record)),
        Some(Value::Null) => Ok(None),
        _ => Err(NotAnswered::GiveUp(
            "the other system answered neither with a record nor that it has none",
        )),
    }
}

#[cfg(test)]
mod tests;
