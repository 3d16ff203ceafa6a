//! A file as a reply: to be kept on the device, never shown by the browser as something of this site.

use axum::body::{Body, Bytes};
use axum::http::{HeaderValue, header};
use axum::response::Response;
use exemplar_app::files::GivenFile;
use futures_util::stream;

/// Whatever a browser is made to do with a file, it may run and load nothing, and is of no site.
const NOTHING: &str = "sandbox; default-src 'none'; frame-ancestors 'none'";

/// Gives a file, segment by segment.
#[must_use]
pub fn attachment(file: GivenFile) -> Response {
    let content = stream::unfold(Some(file.content), async |content| {
        let mut content = content?;
        match content.next().await {
            Ok(Some(segment)) => Some((Ok(Bytes::from(segment)), Some(content))),
            Ok(None) => None,
            Err(fault) => {
                // What was sent is not taken back, but its end never comes: the browser says that it failed.
                tracing::error!(%fault, "a file could not be given to its end");
                Some((Err(fault), None))
            }
        }
    });
    let mut reply = kept(Body::from_stream(content), &file.name, &file.media_type);
    reply.headers_mut().insert(header::CONTENT_LENGTH, file.size.into());
    reply
}

/// Gives a file that was made for this reply.
#[must_use]
pub fn made(name: &str, media_type: &str, content: impl Into<Body>) -> Response {
    kept(content.into(), name, media_type)
}

fn kept(content: Body, name: &str, media_type: &str) -> Response {
    let disposition = disposition(name);
    let mut reply = Response::new(content);
    let headers = reply.headers_mut();
    let given = [
        (header::CONTENT_TYPE, media_type),
        (header::CONTENT_DISPOSITION, disposition.as_str()),
        (header::CONTENT_SECURITY_POLICY, NOTHING),
        (header::CACHE_CONTROL, "no-store"),
    ];
    for (name, value) in given {
        if let Ok(value) = HeaderValue::try_from(value) {
            headers.insert(name, value);
        }
    }
    reply
}

/// The name of a file for a header: in ASCII for old browsers, and whole (RFC 6266, RFC 8187).
fn disposition(name: &str) -> String {
    let plain: String = name
        .chars()
        .map(|sign| match sign {
            'a'..='z' | 'A'..='Z' | '0'..='9' | '.' | '-' | '_' | ' ' => sign,
            _ => '_',
        })
        .collect();
    let mut whole = String::new();
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_') {
            whole.push(char::from(byte));
        } else {
            use std::fmt::Write as _;
            let _ = write!(whole, "%{byte:02X}");
        }
    }
    format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{whole}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_cannot_leave_its_header() {
        assert_eq!(
            disposition("Tŷ \"a\".pdf"),
            "attachment; filename=\"T_ _a_.pdf\"; filename*=UTF-8''T%C5%B7%20%22a%22.pdf"
        );
        assert!(!disposition("a\r\nset-cookie: b").contains('\n'));
    }
}
