//! Looking for viruses: the content of a file is sent to clamd by its `INSTREAM`, and what it says comes back.
//! What follows from it is not here.

use std::path::PathBuf;
use std::str::FromStr;
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncReadExt as _, AsyncWrite, AsyncWriteExt as _};
use tokio::net::{TcpStream, UnixStream};

use crate::objects::{ObjectFault, ObjectReader};

/// Scanning one file may take so long.
const DEADLINE: Duration = Duration::from_secs(50);
/// An answer has no more bytes.
const ANSWER_LIMIT: u64 = 4_096;

/// Where the scanner listens: `unix:PATH` or `tcp:HOST:PORT`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Scanner {
    /// A socket of this machine.
    Unix(PathBuf),
    /// An address of the network.
    Tcp(String),
}

impl FromStr for Scanner {
    type Err = String;

    fn from_str(written: &str) -> Result<Self, String> {
        match written.split_once(':') {
            Some(("unix", path)) if !path.is_empty() => Ok(Self::Unix(path.into())),
            Some(("tcp", address)) if address.contains(':') => Ok(Self::Tcp(address.to_owned())),
            _ => Err("write unix:PATH or tcp:HOST:PORT".to_owned()),
        }
    }
}

/// What a scanner said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Nothing was found.
    Clean,
    /// Something was.
    Harmful,
}

/// Why a file was not scanned.
#[derive(Debug, thiserror::Error)]
pub enum NotScanned {
    /// The scanner could not be reached, or broke off.
    #[error("the scanner could not be reached, or broke off")]
    Down,
    /// It does not take files of this size: its `StreamMaxLength` is too small.
    #[error("the scanner does not take files of this size")]
    TooLarge,
    /// It answered something else.
    #[error("the scanner answered with an error")]
    Refused,
    /// The file.
    #[error(transparent)]
    Object(#[from] ObjectFault),
}

impl Scanner {
    /// Has a content scanned.
    ///
    /// # Errors
    /// As [`NotScanned`] says.
    pub async fn scan(&self, content: ObjectReader) -> Result<Verdict, NotScanned> {
        let down = |_| NotScanned::Down;
        let scanning = async {
            match self {
                Self::Unix(path) => stream(UnixStream::connect(path).await.map_err(down)?, content).await,
                Self::Tcp(address) => stream(TcpStream::connect(address).await.map_err(down)?, content).await,
            }
        };
        tokio::time::timeout(DEADLINE, scanning)
            .await
            .map_err(|_| NotScanned::Down)?
    }
}

/// Sends the content in chunks, each with its length before it, and reads the answer.
async fn stream(
    mut clamd: impl AsyncRead + AsyncWrite + Unpin,
    mut content: ObjectReader,
) -> Result<Verdict, NotScanned> {
    let sent = send(&mut clamd, &mut content).await;
    if let Err(NotScanned::Object(fault)) = sent {
        return Err(fault.into());
    }
    // Where it takes no more, it says why before it breaks off.
    let mut answer = Vec::new();
    let read = clamd.take(ANSWER_LIMIT).read_to_end(&mut answer).await;
    if answer.is_empty() {
        sent?;
        read.map_err(|_| NotScanned::Down)?;
    }
    let answer = String::from_utf8_lossy(&answer);
    let answer = answer.trim_end_matches(['\0', '\n']);
    match answer {
        "stream: OK" => Ok(Verdict::Clean),
        found if found.starts_with("stream: ") && found.ends_with(" FOUND") => Ok(Verdict::Harmful),
        limit if limit.contains("size limit exceeded") => Err(NotScanned::TooLarge),
        "" => Err(NotScanned::Down),
        _ => Err(NotScanned::Refused),
    }
}

async fn send(clamd: &mut (impl AsyncWrite + Unpin), content: &mut ObjectReader) -> Result<(), NotScanned> {
    let down = |_| NotScanned::Down;
    clamd.write_all(b"zINSTREAM\0").await.map_err(down)?;
    while let Some(segment) = content.next().await? {
        let length = u32::try_from(segment.len()).map_err(|_| NotScanned::Refused)?;
        clamd.write_all(&length.to_be_bytes()).await.map_err(down)?;
        clamd.write_all(&segment).await.map_err(down)?;
    }
    clamd.write_all(&0_u32.to_be_bytes()).await.map_err(down)?;
    clamd.flush().await.map_err(down)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_says_how_the_scanner_is_reached() {
        assert_eq!("unix:/run/clamd".parse(), Ok(Scanner::Unix("/run/clamd".into())));
        assert_eq!("tcp:localhost:3310".parse(), Ok(Scanner::Tcp("localhost:3310".into())));
        for wrong in ["", "unix:", "tcp:localhost", "/run/clamd"] {
            assert!(wrong.parse::<Scanner>().is_err(), "{wrong}");
        }
    }
}
