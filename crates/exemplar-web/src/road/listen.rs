//! Listens, with total deadlines: a client that sends its headers drop by drop is cut off, however it spreads them.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::ConnectInfo;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use tokio::net::TcpListener;
use tokio::sync::{Semaphore, watch};
use tower::ServiceExt as _;

use super::tls::Certificates;

/// How long a client may take.
#[derive(Debug, Clone, Copy)]
pub struct Deadlines {
    /// For the greeting of TLS, and again for the headers of a request: all of them, not each byte, counted from the
    /// connection or from the end of the request before.
    pub headers: Duration,
}

impl Default for Deadlines {
    fn default() -> Self {
        Self {
            headers: Duration::from_secs(10),
        }
    }
}

/// So many connections are held at once; further ones wait in the system's queue.
const CONNECTIONS_LIMIT: usize = 4_096;
/// When stopping, what was accepted has so long to finish.
const FINISH_DEADLINE: Duration = Duration::from_secs(10);

/// Serves until it is stopped, then finishes what was accepted.
pub async fn listen(
    listener: TcpListener,
    router: Router,
    certificates: Option<Arc<Certificates>>,
    deadlines: Deadlines,
    mut stopped: watch::Receiver<bool>,
) {
    let graceful = GracefulShutdown::new();
    let places = Arc::new(Semaphore::new(CONNECTIONS_LIMIT));
    loop {
        let Ok(place) = Arc::clone(&places).acquire_owned().await else {
            break;
        };
        let accepted = tokio::select! {
            _ = stopped.changed() => break,
            accepted = listener.accept() => accepted,
        };
        let (stream, peer) = match accepted {
            Ok(accepted) => accepted,
            Err(error) => {
                // Too many open files, or a client that went away: neither ends the server.
                tracing::warn!(%error, "a connection could not be accepted");
                tokio::time::sleep(Duration::from_millis(50)).await;
                continue;
            }
        };
        let _ = stream.set_nodelay(true);
        let service = TowerToHyperService::new(with_peer(router.clone(), peer));
        let mut http = http1::Builder::new();
        http.timer(TokioTimer::new())
            .header_read_timeout(deadlines.headers)
            .max_buf_size(64 * 1024);
        let watcher = graceful.watcher();
        let acceptor = certificates.as_ref().map(|certificates| certificates.acceptor());
        tokio::spawn(async move {
            match acceptor {
                None => {
                    let connection = http.serve_connection(TokioIo::new(stream), service);
                    let _ = watcher.watch(connection).await;
                }
                Some(acceptor) => {
                    // Who does not greet in time, or not by TLS, is cut off; that is nobody's fault to log.
                    if let Ok(Ok(stream)) = tokio::time::timeout(deadlines.headers, acceptor.accept(stream)).await {
                        let connection = http.serve_connection(TokioIo::new(stream), service);
                        let _ = watcher.watch(connection).await;
                    }
                }
            }
            drop(place);
        });
    }
    drop(listener);
    if tokio::time::timeout(FINISH_DEADLINE, graceful.shutdown())
        .await
        .is_err()
    {
        tracing::warn!("some connections did not finish in time");
    }
}

/// The router, told who calls.
fn with_peer(
    router: Router,
    peer: SocketAddr,
) -> impl tower::Service<
    hyper::Request<hyper::body::Incoming>,
    Response = axum::response::Response,
    Error = std::convert::Infallible,
    Future: Send,
> + Clone {
    router.map_request(move |mut request: hyper::Request<hyper::body::Incoming>| {
        request.extensions_mut().insert(ConnectInfo(peer));
        request.map(axum::body::Body::new)
    })
}
