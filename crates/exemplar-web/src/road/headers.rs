//! Headers on every reply: what a browser may load, and from where.

use axum::http::{HeaderValue, header};
use axum::response::Response;

/// Scripts, styles and pictures come from this site alone; nothing is inline; nobody frames a page.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; \
                      form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// HTTPS alone, for a year.
/// Source: the service manual on using HTTPS; RFC 6797.
const HTTPS_ONLY: &str = "max-age=31536000; includeSubDomains";

/// Puts the headers on a reply.
#[must_use]
pub fn put(mut reply: Response, secure: bool) -> Response {
    let headers = reply.headers_mut();
    let fixed = [
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::X_FRAME_OPTIONS, "DENY"),
        // The origin must be told within the site: the guard against forged posts reads it.
        (header::REFERRER_POLICY, "same-origin"),
        (
            header::HeaderName::from_static("cross-origin-opener-policy"),
            "same-origin",
        ),
        (
            header::HeaderName::from_static("cross-origin-resource-policy"),
            "same-origin",
        ),
        (
            header::HeaderName::from_static("permissions-policy"),
            "camera=(), geolocation=(), microphone=(), payment=()",
        ),
    ];
    for (name, value) in fixed {
        // A file that is given has a policy of its own, which is narrower.
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    }
    if secure {
        headers.insert(header::STRICT_TRANSPORT_SECURITY, HeaderValue::from_static(HTTPS_ONLY));
    }
    reply
}
