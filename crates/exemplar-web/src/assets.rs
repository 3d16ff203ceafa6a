//! Styles, scripts and the mark: built from `assets/`, embedded, served in the encoding that a browser takes.

use axum::body::Body;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::Response;
use rust_embed::RustEmbed;

#[derive(RustEmbed)]
#[folder = "../../assets/built"]
struct Built;

/// What the addresses of assets begin with.
pub const PREFIX: &str = "/assets/";

/// Where pages find styles and scripts. Their names hold a digest, so a browser keeps them for good.
#[derive(Debug, Clone)]
pub struct Addresses {
    /// The style sheet.
    pub style: String,
    /// The same, mirrored for languages that are written from right to left.
    pub style_rtl: String,
    /// Marks that scripts run; comes first in the body.
    pub enable: String,
    /// Our module.
    pub script: String,
    /// The module that ours imports.
    pub components: String,
    /// The module of staff: warns before a session ends.
    pub session: String,
    /// The module of pages of files: sends them in pieces.
    pub upload: String,
    /// The module of questions that are signed: lets one draw.
    pub sign: String,
    /// The module of questions with long lists: suggests entries while one types.
    pub search: String,
    /// The mark.
    pub icon: String,
}

impl Addresses {
    /// The addresses as the build's manifest has them.
    ///
    /// # Panics
    /// When the embedded manifest lacks a file: it is part of the program, and a test reads it.
    #[must_use]
    pub fn built_in() -> Self {
        let manifest = Built::get("manifest.json").expect("the build of the assets writes a manifest");
        let manifest: serde_json::Value =
            serde_json::from_slice(&manifest.data).expect("the manifest of the assets is JSON");
        let address = |name: &str| {
            let file = manifest[name]["file"].as_str().expect("the manifest names every asset");
            format!("{PREFIX}{file}")
        };
        Self {
            style: address("exemplar.css"),
            style_rtl: address("exemplar.rtl.css"),
            enable: address("enable.js"),
            script: address("exemplar.js"),
            components: address("govuk-frontend.js"),
            session: address("session.js"),
            upload: address("upload.js"),
            search: address("search.js"),
            sign: address("sign.js"),
            icon: address("favicon.svg"),
        }
    }
}

/// Serves an asset, compressed where the browser takes it.
#[must_use]
pub fn serve(path: &str, headers: &HeaderMap) -> Option<Response> {
    let name = path.strip_prefix(PREFIX)?;
    let media_type = match name.rsplit_once('.')?.1 {
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "svg" => "image/svg+xml",
        _ => return None,
    };
    let accepted = headers
        .get(header::ACCEPT_ENCODING)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    let takes = |encoding: &str| {
        accepted
            .split(',')
            .any(|one| one.trim().split(';').next() == Some(encoding))
    };
    let found = [("br", ".br"), ("gzip", ".gz")]
        .iter()
        .filter(|(encoding, _)| takes(encoding))
        .find_map(|(encoding, ending)| Some((Some(*encoding), Built::get(&format!("{name}{ending}"))?)))
        .or_else(|| Some((None, Built::get(name)?)));
    let (encoding, file) = found?;
    let mut reply = Response::new(Body::from(file.data.into_owned()));
    *reply.status_mut() = StatusCode::OK;
    let headers = reply.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(media_type));
    let kept = if name == "favicon.svg" {
        "public, max-age=86400"
    } else {
        "public, max-age=31536000, immutable"
    };
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(kept));
    headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    if let Some(encoding) = encoding {
        headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static(encoding));
    }
    Some(reply)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_address_is_served() {
        let addresses = Addresses::built_in();
        for address in [
            addresses.style,
            addresses.style_rtl,
            addresses.enable,
            addresses.script,
            addresses.icon,
        ] {
            assert!(serve(&address, &HeaderMap::new()).is_some(), "{address}");
        }
        assert!(serve("/assets/manifest.json", &HeaderMap::new()).is_none());
        assert!(serve("/assets/nothing.css", &HeaderMap::new()).is_none());
    }

    #[test]
    fn a_browser_that_takes_brotli_gets_it() {
        let mut headers = HeaderMap::new();
        headers.insert(header::ACCEPT_ENCODING, HeaderValue::from_static("gzip, br;q=1.0"));
        let reply = serve(&Addresses::built_in().style, &headers).unwrap();
        assert_eq!(reply.headers()[header::CONTENT_ENCODING], "br");
    }
}
