//! Asking over HTTP/1.1: where another system is reached, and one exchange with it. What is asked is not here.

use std::io::{Error, Result};
use std::sync::Arc;

use hyper::body::{Body, Bytes, Incoming};
use hyper::client::conn::http1;
use hyper::header::{CONNECTION, HOST, HeaderValue, USER_AGENT};
use hyper::{Request, Response};
use hyper_util::rt::TokioIo;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::pki_types::ServerName;
use tokio_rustls::rustls::{ClientConfig, RootCertStore};

/// The head of a reply has at most so many bytes.
const HEAD_LIMIT: usize = 16 * 1024;

/// Where a system is reached.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Address {
    pub is_encrypted: bool,
    pub host: String,
    pub port: u16,
    /// With its query, and never empty.
    pub path: String,
}

/// Reaches systems, encrypted where their address says so.
#[derive(Clone, Default)]
pub(crate) struct Dial {
    tls: Option<TlsConnector>,
}

impl Dial {
    /// For these addresses. None where one is encrypted, and the certificates that this machine trusts cannot be read.
    pub(crate) fn to<'a>(addresses: impl IntoIterator<Item = &'a Address>) -> Option<Self> {
        if !addresses.into_iter().any(|address| address.is_encrypted) {
            return Some(Self::default());
        }
        let mut roots = RootCertStore::empty();
        roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
        if roots.is_empty() {
            return None;
        }
        let config = ClientConfig::builder()
            .with_root_certificates(roots)
            .with_no_client_auth();
        Some(Self {
            tls: Some(TlsConnector::from(Arc::new(config))),
        })
    }

    /// Sends one request over a connection of its own, and gives the reply when its head is there.
    pub(crate) async fn send<B>(&self, address: &Address, mut request: Request<B>) -> Result<Response<Incoming>>
    where
        B: Body<Data = Bytes> + Send + 'static,
        B::Error: Into<Box<dyn std::error::Error + Send + Sync>>,
    {
        let headers = request.headers_mut();
        headers.insert(HOST, HeaderValue::from_str(&address.authority()).map_err(Error::other)?);
        headers.insert(USER_AGENT, HeaderValue::from_static("exemplar"));
        headers.insert(CONNECTION, HeaderValue::from_static("close"));
        let host = address.host.trim_matches(['[', ']']);
        let stream = TcpStream::connect((host, address.port)).await?;
        if !address.is_encrypted {
            return exchange(stream, request).await;
        }
        let (Some(tls), Ok(name)) = (&self.tls, ServerName::try_from(host.to_owned())) else {
            return Err(Error::other("the name of the host cannot be verified"));
        };
        exchange(tls.connect(name, stream).await?, request).await
    }
}

async fn exchange<B>(
    stream: impl AsyncRead + AsyncWrite + Send + Unpin + 'static,
    request: Request<B>,
) -> Result<Response<Incoming>>
where
    B: Body<Data = Bytes> + Send + 'static,
    B::Error: Into<Box<dyn std::error::Error + Send + Sync>>,
{
    let mut client = http1::Builder::new();
    client.max_buf_size(HEAD_LIMIT);
    let (mut sender, connection) = client.handshake(TokioIo::new(stream)).await.map_err(Error::other)?;
    // It ends with the reply, or when nobody waits for the reply any more; what failed, the sender says.
    tokio::spawn(connection);
    sender.send_request(request).await.map_err(Error::other)
}

impl Address {
    /// Reads `https://HOST[:PORT][/PATH]`; `http://` only where it does not leave this machine.
    pub(crate) fn read(written: &str) -> Option<Self> {
        let (is_encrypted, rest) = match written.split_once("://")? {
            ("https", rest) => (true, rest),
            ("http", rest) => (false, rest),
            _ => return None,
        };
        if !rest.chars().all(|c| c.is_ascii_graphic()) || rest.contains(['@', '#']) {
            return None;
        }
        let (place, path) = rest.split_at(rest.find(['/', '?']).unwrap_or(rest.len()));
        let (host, port) = match place.rsplit_once(':') {
            Some((host, port)) if !port.ends_with(']') => (host, port.parse().ok()?),
            _ => (place, if is_encrypted { 443 } else { 80 }),
        };
        let is_here = host == "localhost" || host == "[::1]" || is_loopback(host);
        if host.is_empty() || (!is_encrypted && !is_here) {
            return None;
        }
        Some(Self {
            is_encrypted,
            host: host.to_owned(),
            port,
            path: if path.starts_with('/') {
                path.to_owned()
            } else {
                format!("/{path}")
            },
        })
    }

    /// Host and port; the usual port goes without saying.
    fn authority(&self) -> String {
        match (self.is_encrypted, self.port) {
            (true, 443) | (false, 80) => self.host.clone(),
            _ => format!("{}:{}", self.host, self.port),
        }
    }
}

fn is_loopback(host: &str) -> bool {
    host.parse::<std::net::Ipv4Addr>()
        .is_ok_and(|address| address.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_asked_leaves_this_machine_only_encrypted() {
        let read = |address: &str| Address::read(address).map(|address| (address.host, address.port, address.path));
        let some = |host: &str, port, path: &str| Some((host.to_owned(), port, path.to_owned()));
        assert_eq!(
            read("https://records.example/v1/ask"),
            some("records.example", 443, "/v1/ask")
        );
        assert_eq!(read("https://records.example:8443"), some("records.example", 8443, "/"));
        assert_eq!(read("https://records.example?a"), some("records.example", 443, "/?a"));
        assert_eq!(read("http://[::1]:81/a"), some("[::1]", 81, "/a"));
        for wrong in [
            "http://records.example/",
            "records.example",
            "https://",
            "https://a@b/",
            "https://a/ b",
            "ftp://a",
        ] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_usual_port_is_not_said() {
        let authority = |address: &str| Address::read(address).unwrap().authority();
        assert_eq!(authority("https://records.example/"), "records.example");
        assert_eq!(authority("https://records.example:80/"), "records.example:80");
        assert_eq!(authority("http://localhost:9000/"), "localhost:9000");
    }
}
