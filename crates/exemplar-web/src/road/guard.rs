//! What a POST must show before anything is done: that it comes from a page of ours, in a session of ours.
//! And who calls, for counting tries.

use std::net::{IpAddr, SocketAddr};

use axum::extract::ConnectInfo;
use axum::http::{Extensions, HeaderMap};
use http_body_util::{BodyExt as _, LengthLimitError, Limited};

use crate::form::{BODY_LIMIT, Form};
use crate::visit::Visit;

/// Why a form was not taken.
pub enum NotTaken {
    /// Too large.
    TooLarge,
    /// Not a form, or it broke off.
    Unreadable,
    /// Without the token of its session.
    Forged,
}

/// Reads a form of this visit's session.
///
/// # Errors
/// As [`NotTaken`] says.
pub async fn form(visit: &Visit, body: axum::body::Body) -> Result<Form, NotTaken> {
    let form = read(body).await?;
    if !visit.had_session || !visit.session.is_csrf_token(form.get("csrf")) {
        return Err(NotTaken::Forged);
    }
    Ok(form)
}

/// Reads a form, whoever sent it.
///
/// # Errors
/// [`NotTaken::TooLarge`] or [`NotTaken::Unreadable`].
pub async fn read(body: axum::body::Body) -> Result<Form, NotTaken> {
    let body = Limited::new(body, BODY_LIMIT).collect().await;
    let body = body.map_err(|error| {
        if error.downcast_ref::<LengthLimitError>().is_some() {
            NotTaken::TooLarge
        } else {
            NotTaken::Unreadable
        }
    })?;
    Form::read(&body.to_bytes()).ok_or(NotTaken::Unreadable)
}

/// Who calls, as an address of the network. None for this machine itself without a forwarded address: that is the
/// operator's own, and has no limit per address. A forwarded address is believed only from `proxies`.
#[must_use]
pub fn caller(extensions: &Extensions, headers: &HeaderMap, proxies: &[IpAddr]) -> Option<String> {
    let peer = extensions.get::<ConnectInfo<SocketAddr>>().map(|info| info.0.ip());
    let forwarded = headers.get("x-forwarded-for").and_then(|value| value.to_str().ok());
    match (peer, forwarded) {
        (Some(peer), Some(forwarded)) if proxies.contains(&peer) => {
            // The last address is the one that our own proxy saw.
            forwarded.rsplit(',').next().map(|address| address.trim().to_owned())
        }
        (Some(peer), None) if peer.is_loopback() => None,
        (Some(peer), _) => Some(peer.to_string()),
        (None, _) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(peer: &str, forwarded: Option<&str>, expected: Option<&str>) {
        let mut extensions = Extensions::new();
        extensions.insert(ConnectInfo(SocketAddr::new(peer.parse().unwrap(), 1)));
        let mut headers = HeaderMap::new();
        if let Some(forwarded) = forwarded {
            headers.insert("x-forwarded-for", forwarded.parse().unwrap());
        }
        let proxies = ["10.0.0.1".parse().unwrap()];
        assert_eq!(caller(&extensions, &headers, &proxies).as_deref(), expected);
    }

    #[test]
    fn a_forwarded_address_is_believed_from_named_proxies_alone() {
        check("10.0.0.1", Some("1.2.3.4, 192.0.2.7"), Some("192.0.2.7"));
        check("192.0.2.9", Some("1.2.3.4"), Some("192.0.2.9"));
        check("127.0.0.1", None, None);
        check("127.0.0.1", Some("1.2.3.4"), Some("127.0.0.1"));
    }
}
