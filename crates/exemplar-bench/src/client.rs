//! One keep-alive HTTP/1.1 connection that sends what a browser sends. It reads whole replies and keeps cookies; it knows no page.
use std::net::SocketAddr;
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use crate::cookies::Jar;
use crate::failure::Failure;
use crate::head::{self, Extent};
use crate::meter::Meter;

/// How long a reply may take. Longer is a failure, so that no run can hang.
const REPLY_LIMIT: Duration = Duration::from_secs(30);

/// What a browser says with each request. Compression is not asked for: it would measure the compressor.
const BROWSER: &str = "User-Agent: Mozilla/5.0 (X11; Linux x86_64) exemplar-bench\r\n\
    Accept: text/html,application/xhtml+xml;q=0.9,*/*;q=0.8\r\nAccept-Language: en-GB,en;q=0.9\r\n\
    Sec-Fetch-Site: same-origin\r\nSec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: document\r\nSec-Fetch-User: ?1\r\n\
    Upgrade-Insecure-Requests: 1\r\n";

/// A whole reply.
#[derive(Debug)]
pub struct Reply {
    /// The status.
    pub status: u16,
    /// Where a redirect leads: path and query, without the origin when it is ours.
    pub location: Option<String>,
    /// The body; pages are UTF-8.
    pub body: String,
}

/// One person's browser: a connection, cookies, and a watch.
#[derive(Debug)]
pub struct Client {
    address: SocketAddr,
    origin: String,
    stream: Option<TcpStream>,
    received: Vec<u8>,
    sending: Vec<u8>,
    /// The cookies of the person who is using the browser.
    pub jar: Jar,
    /// The watch.
    pub meter: Meter,
}

impl Client {
    /// A browser that is not connected yet.
    pub fn new(address: SocketAddr) -> Self {
        Client {
            address,
            origin: format!("http://{address}"),
            stream: None,
            received: Vec::with_capacity(64 * 1024),
            sending: Vec::with_capacity(4 * 1024),
            jar: Jar::default(),
            meter: Meter::default(),
        }
    }

    /// Connects now, so that a later request starts at once.
    pub async fn connect(&mut self) -> Result<(), Failure> {
        let why = |error: std::io::Error| Failure::NoReply {
            request: format!("connection to {}", self.address),
            why: error.to_string(),
        };
        let stream = TcpStream::connect(self.address).await.map_err(why)?;
        stream.set_nodelay(true).map_err(why)?;
        self.stream = Some(stream);
        Ok(())
    }

    /// Asks for a page.
    pub async fn get(&mut self, path: &str) -> Result<Reply, Failure> {
        self.exchange("GET", path, "").await
    }

    /// Sends a form.
    pub async fn post(&mut self, path: &str, form: &str) -> Result<Reply, Failure> {
        self.exchange("POST", path, form).await
    }

    async fn exchange(&mut self, method: &str, path: &str, form: &str) -> Result<Reply, Failure> {
        let since = self.meter.due().await;
        self.compose(method, path, form);
        let mut result = self.send_in_time().await;
        // A server may close an idle connection. Asking again for a page is harmless; a form is never sent twice unasked.
        if let Err(Broken { reused: true, .. }) = &result
            && method == "GET"
        {
            result = self.send_in_time().await;
        }
        let reply = result.map_err(|broken| Failure::NoReply {
            request: format!("{method} {path}"),
            why: broken.why,
        })?;
        self.meter.took(since, reply.status, reply.body.len());
        Ok(reply)
    }

    fn compose(&mut self, method: &str, path: &str, form: &str) {
        let out = &mut self.sending;
        out.clear();
        let host = &self.origin["http://".len()..];
        for part in [method, " ", path, " HTTP/1.1\r\nHost: ", host, "\r\n", BROWSER] {
            out.extend_from_slice(part.as_bytes());
        }
        if !self.jar.is_empty() {
            out.extend_from_slice(b"Cookie: ");
            self.jar.write(out);
            out.extend_from_slice(b"\r\n");
        }
        if method == "POST" {
            let length = form.len().to_string();
            let origin = self.origin.as_str();
            for part in [
                "Origin: ",
                origin,
                "\r\nReferer: ",
                origin,
                path,
                "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ",
                &length,
                "\r\n",
            ] {
                out.extend_from_slice(part.as_bytes());
            }
        }
        out.extend_from_slice(b"\r\n");
        out.extend_from_slice(form.as_bytes());
    }

    async fn send_in_time(&mut self) -> Result<Reply, Broken> {
        let reused = self.stream.is_some();
        let result = match tokio::time::timeout(REPLY_LIMIT, self.send()).await {
            Ok(result) => result.map_err(|why| Broken {
                why,
                reused: reused && self.received.is_empty(),
            }),
            Err(_) => Err(Broken {
                why: format!("nothing within {} seconds", REPLY_LIMIT.as_secs()),
                reused: false,
            }),
        };
        if result.is_err() {
            self.stream = None;
        }
        result
    }

    async fn send(&mut self) -> Result<Reply, String> {
        self.received.clear();
        if self.stream.is_none() {
            self.connect().await.map_err(|failure| failure.to_string())?;
        }
        let stream = self.stream.as_mut().ok_or("not connected")?;
        stream
            .write_all(&self.sending)
            .await
            .map_err(|error| error.to_string())?;
        let head = loop {
            if let Some(head) = head::read(&self.received)? {
                break head;
            }
            if stream
                .read_buf(&mut self.received)
                .await
                .map_err(|error| error.to_string())?
                == 0
            {
                return Err("closed before a whole head came".to_owned());
            }
        };
        let body = loop {
            let rest = &self.received[head.size..];
            let whole = match head.extent {
                Extent::Length(length) => (rest.len() >= length).then(|| rest[..length].to_vec()),
                Extent::Chunked => head::join_chunks(rest)?,
                Extent::UntilClose => None,
            };
            if let Some(body) = whole {
                break body;
            }
            if stream
                .read_buf(&mut self.received)
                .await
                .map_err(|error| error.to_string())?
                == 0
            {
                if matches!(head.extent, Extent::UntilClose) {
                    break self.received[head.size..].to_vec();
                }
                return Err("closed before the whole body came".to_owned());
            }
        };
        if head.closes {
            self.stream = None;
        }
        for cookie in &head.cookies {
            self.jar.take(cookie);
        }
        let location = head
            .location
            .map(|to| to.strip_prefix(&self.origin).map_or(to.clone(), str::to_owned));
        let body = String::from_utf8(body).map_err(|_| "the body is not UTF-8".to_owned())?;
        Ok(Reply {
            status: head.status,
            location,
            body,
        })
    }
}

/// A request without a whole reply; `reused` when an old connection turned out to be closed before any byte came.
struct Broken {
    why: String,
    reused: bool,
}
