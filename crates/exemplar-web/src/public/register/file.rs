//! The whole register as CSV, in the language of its address. It flows: however long it is, a page of it is in memory.

use std::sync::Arc;

use axum::body::{Body, Bytes};
use axum::http::{HeaderValue, header};
use axum::response::Response;
use exemplar_app::registers::public_issue;
use futures_util::stream;

use crate::public::errors;
use crate::visit::Visit;

/// Gives the file, some lines at a time.
pub async fn get(visit: Visit) -> Response {
    if public_issue(&visit.live).is_none() {
        return errors::not_found(&visit);
    }
    let (site, live, language) = (
        Arc::clone(&visit.site),
        Arc::clone(&visit.live),
        visit.manner.language.clone(),
    );
    let content = stream::unfold(Some(None::<String>), move |after| {
        let (site, live, language) = (Arc::clone(&site), Arc::clone(&live), language.clone());
        async move {
            let (after, issue) = (after?, public_issue(&live)?);
            match site
                .app
                .register_lines(&live, issue, (&language, after.as_deref()))
                .await
            {
                Ok((lines, last)) => Some((Ok(Bytes::from(lines)), last.map(Some))),
                Err(fault) => {
                    // What was sent is not taken back, but its end never comes: whoever reads it sees that it failed.
                    tracing::error!(%fault, "a register could not be given to its end");
                    Some((Err(fault), None))
                }
            }
        }
    });
    let mut reply = Response::new(Body::from_stream(content));
    let headers = reply.headers_mut();
    headers.insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static("text/csv; charset=utf-8"),
    );
    let name = format!("attachment; filename=\"{}-register.csv\"", visit.live.id);
    if let Ok(name) = HeaderValue::try_from(name) {
        headers.insert(header::CONTENT_DISPOSITION, name);
    }
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    reply
}
