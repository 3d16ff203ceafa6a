//! An object store of the test: it keeps objects in memory, lists two names at a time, and fails when it is told to.

use std::collections::BTreeMap;
use std::convert::Infallible;
use std::sync::{Arc, Mutex};

use http_body_util::{BodyExt as _, Full};
use hyper::body::{Bytes, Incoming};
use hyper::service::service_fn;
use hyper::{Method, Request, Response};
use hyper_util::rt::TokioIo;
use jiff::Timestamp;
use tokio::net::TcpListener;
use url::Url;

use super::super::{BucketSettings, Objects};

/// Names, and what they hold.
type Kept = BTreeMap<String, (Bytes, Timestamp)>;

#[derive(Clone, Default)]
pub(super) struct Store(Arc<Mutex<Inside>>);

#[derive(Default)]
struct Inside {
    kept: Kept,
    /// What is answered to the next ones who ask, in place of an answer.
    failures: Vec<u16>,
    asked: usize,
}

impl Store {
    /// Starts it, and gives it with the contents in its bucket `files`.
    pub(super) async fn start() -> (Self, Objects) {
        let store = Self::default();
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let endpoint = format!("http://{}", listener.local_addr().unwrap());
        let serving = store.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let store = serving.clone();
                let answer = service_fn(move |request| {
                    let store = store.clone();
                    async move { Ok::<_, Infallible>(store.answer(request).await) }
                });
                tokio::spawn(hyper::server::conn::http1::Builder::new().serve_connection(TokioIo::new(stream), answer));
            }
        });
        let objects = Objects::bucket(&settings(&endpoint, "files")).unwrap();
        (store, objects)
    }

    pub(super) fn fail_with(&self, failures: &[u16]) {
        self.0.lock().unwrap().failures = failures.to_vec();
    }

    pub(super) fn asked(&self) -> usize {
        self.0.lock().unwrap().asked
    }

    pub(super) fn names(&self) -> Vec<String> {
        self.0.lock().unwrap().kept.keys().cloned().collect()
    }

    /// Changes what the objects hold whose names end so.
    pub(super) fn change(&self, end: &str, change: impl Fn(&mut Vec<u8>)) {
        for (key, (content, _)) in &mut self.0.lock().unwrap().kept {
            if key.ends_with(end) {
                let mut changed = content.to_vec();
                change(&mut changed);
                *content = changed.into();
            }
        }
    }

    async fn answer(&self, request: Request<Incoming>) -> Response<Full<Bytes>> {
        let url = Url::parse(&format!("http://store{}", request.uri())).unwrap();
        let method = request.method().clone();
        let query: BTreeMap<String, String> = url.query_pairs().into_owned().collect();
        assert!(query["X-Amz-Credential"].starts_with("name/") && query["X-Amz-Credential"].contains("/here/s3/"));
        assert_eq!(query["X-Amz-Signature"].len(), 64);
        let body = request.into_body().collect().await.unwrap().to_bytes();
        let mut inside = self.0.lock().unwrap();
        inside.asked += 1;
        if !inside.failures.is_empty() {
            let status = inside.failures.remove(0);
            return reply(status, Bytes::new());
        }
        let Some(key) = url.path().strip_prefix("/files/") else {
            return reply(404, Bytes::new());
        };
        match method {
            Method::PUT => {
                inside.kept.insert(key.to_owned(), (body, Timestamp::now()));
                reply(200, Bytes::new())
            }
            Method::DELETE => {
                inside.kept.remove(key);
                reply(204, Bytes::new())
            }
            _ if key.is_empty() => reply(200, list(&inside.kept, &query).into()),
            _ => match inside.kept.get(key) {
                Some((content, _)) => reply(200, content.clone()),
                None => reply(404, Bytes::new()),
            },
        }
    }
}

pub(super) fn settings(endpoint: &str, bucket: &str) -> BucketSettings {
    BucketSettings {
        bucket: bucket.to_owned(),
        prefix: "/town/".to_owned(),
        endpoint: endpoint.to_owned(),
        region: "here".to_owned(),
        access_key: "name".to_owned(),
        secret_key: "secret".to_owned(),
    }
}

fn reply(status: u16, body: Bytes) -> Response<Full<Bytes>> {
    Response::builder().status(status).body(Full::new(body)).unwrap()
}

/// Two names, from where the list before ended.
fn list(kept: &Kept, query: &BTreeMap<String, String>) -> String {
    let from = query.get("continuation-token").map_or(0, |from| from.parse().unwrap());
    let named = kept.iter().filter(|(key, _)| key.starts_with(&query["prefix"]));
    let mut left = named.skip(from);
    let shown: String = left
        .by_ref()
        .take(2)
        .map(|(key, (_, at))| format!("<Contents><Key>{key}</Key><LastModified>{at}</LastModified></Contents>"))
        .collect();
    let next = left.next().map_or_else(String::new, |_| {
        format!("<NextContinuationToken>{}</NextContinuationToken>", from + 2)
    });
    format!(r#"<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/">{shown}{next}</ListBucketResult>"#)
}
