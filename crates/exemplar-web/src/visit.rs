//! One request by a person to one service: the language, the session, the words, and how a page is answered.

use std::sync::Arc;

use askama::Template;
use axum::body::Body;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::Response;
use exemplar_app::apply::{Access, Manner};
use exemplar_app::chance;
use exemplar_app::words::{Value, Words};
use exemplar_core::definition::Definition;
use exemplar_core::publishing::is_preview;
use exemplar_core::record::Channel;
use exemplar_core::text::Text;
use jiff::Timestamp;

use crate::device;
use crate::frame::{Frame, LanguageLink};
use crate::session::{Held, Session};
use crate::site::Site;

/// A person's request to a service.
pub struct Visit {
    /// The site.
    pub site: Arc<Site>,
    /// The service as it is live.
    pub live: Arc<Definition>,
    /// How the person comes.
    pub manner: Manner,
    /// The language's place in the definition.
    pub language: usize,
    /// What the browser may reach. A new one where it sent none.
    pub session: Session,
    /// Whether the browser sent a session of ours.
    pub had_session: bool,
    /// What addresses of this service in this language begin with: `/register-to-vote/cy`.
    pub base: String,
    /// The rest of the address, behind the base, without a slash at its front.
    pub rest: String,
    /// When the request came.
    pub now: Timestamp,
}

impl Visit {
    /// The visit that an address below a service asks for; none where there is no such service.
    #[must_use]
    pub fn new(site: &Arc<Site>, service: &str, rest: &str, headers: &HeaderMap) -> Option<Self> {
        let live = site.app.services.live(service)?;
        let (first, after) = rest.split_once('/').unwrap_or((rest, ""));
        let named = live
            .languages
            .iter()
            .skip(1)
            .position(|language| language.as_str() == first);
        let (language, base, rest) = match named {
            Some(place) => (place + 1, format!("/{service}/{first}"), after.to_owned()),
            None => (0, format!("/{service}"), rest.to_owned()),
        };
        let opened = header_text(headers, &header::COOKIE).and_then(|cookies| site.sealer.open(cookies));
        let had_session = opened.is_some();
        let session = match opened {
            Some(session) => session,
            None => Session::new(chance::bytes().ok()?),
        };
        let user_agent = header_text(headers, &header::USER_AGENT).unwrap_or_default();
        let manner = Manner {
            language: live.languages[language].clone(),
            channel: Channel::Web,
            device: device::class(user_agent),
        };
        let now = site.app.clock.now();
        Some(Self {
            site: Arc::clone(site),
            live,
            manner,
            language,
            session,
            had_session,
            base,
            rest,
            now,
        })
    }

    /// The platform's words in the visit's language.
    #[must_use]
    pub fn words(&self) -> &Words {
        self.site.app.words.of(&self.manner.language)
    }

    /// The service's words in the visit's language.
    #[must_use]
    pub fn text<'a>(&self, text: &'a Text) -> &'a str {
        text.get(self.language)
    }

    /// The service's name.
    #[must_use]
    pub fn service_name(&self) -> &str {
        self.text(&self.live.name)
    }

    /// What the use cases need to reach the case that the session holds for this service.
    #[must_use]
    pub fn held(&self) -> Option<Held> {
        self.session.of_service(&self.live.id)
    }

    /// The frame of a page with this heading.
    #[must_use]
    pub fn frame(&self, heading: &str) -> Frame<'_> {
        self.frame_titled("pages-title", heading)
    }

    /// The frame of a page with this heading that shows errors.
    #[must_use]
    pub fn frame_with_errors(&self, heading: &str) -> Frame<'_> {
        self.frame_titled("pages-title-with-error", heading)
    }

    fn frame_titled(&self, key: &str, heading: &str) -> Frame<'_> {
        let service = self.service_name();
        let words = self.words();
        let title = words.with(
            key,
            &[("title", Value::Text(heading)), ("service", Value::Text(service))],
        );
        Frame {
            words,
            assets: &self.site.assets,
            title,
            service,
            base: &self.base,
            back: None,
            languages: self.languages(),
            indexed: false,
            preview: is_preview(&self.live.id).then(|| self.address("preview-messages")),
            simulated: self.site.settings.simulated,
        }
    }

    fn languages(&self) -> Vec<LanguageLink<'_>> {
        let all = &self.live.languages;
        if all.len() < 2 {
            return Vec::new();
        }
        let link = |place: usize| {
            let tag = &all[place];
            let words = self.site.app.words.of(tag);
            let href = (place != self.language).then(|| self.address_in(place));
            LanguageLink::new(words, tag, href)
        };
        (0..all.len()).map(link).collect()
    }

    /// This page's address in another language of the service.
    fn address_in(&self, place: usize) -> String {
        let mut address = format!("/{}", self.live.id);
        if place > 0 {
            address.push('/');
            address.push_str(self.live.languages[place].as_str());
        }
        if !self.rest.is_empty() {
            address.push('/');
            address.push_str(&self.rest);
        }
        address
    }

    /// An address of this service in this language.
    #[must_use]
    pub fn address(&self, rest: &str) -> String {
        format!("{}/{rest}", self.base)
    }

    /// Answers with a page.
    #[must_use]
    pub fn page(&self, status: StatusCode, page: &impl Template) -> Response {
        let Ok(body) = page.render() else {
            tracing::error!("a page could not be written");
            return Response::new(Body::empty());
        };
        let mut reply = Response::new(Body::from(body));
        *reply.status_mut() = status;
        let headers = reply.headers_mut();
        headers.insert(
            header::CONTENT_TYPE,
            HeaderValue::from_static("text/html; charset=utf-8"),
        );
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        self.finish(reply)
    }

    /// Leads to another page of this service.
    #[must_use]
    pub fn go(&self, rest: &str) -> Response {
        let address = if rest.is_empty() {
            self.base.clone()
        } else {
            self.address(rest)
        };
        self.finish(see_other(&address))
    }

    /// Gives the browser its session, where it changed.
    #[must_use]
    pub fn finish(&self, mut reply: Response) -> Response {
        if self.session.changed {
            let cookie = self
                .site
                .sealer
                .seal(&self.session)
                .and_then(|cookie| HeaderValue::try_from(cookie).ok());
            if let Some(cookie) = cookie {
                reply.headers_mut().insert(header::SET_COOKIE, cookie);
            }
        }
        reply
    }
}

/// The access that a held case gives.
#[must_use]
pub fn access(held: Held) -> Access {
    Access {
        case: held.case,
        epoch: held.epoch,
    }
}

/// 303 to an address.
#[must_use]
pub fn see_other(address: &str) -> Response {
    let mut reply = Response::new(Body::empty());
    *reply.status_mut() = StatusCode::SEE_OTHER;
    let headers = reply.headers_mut();
    if let Ok(address) = HeaderValue::try_from(address) {
        headers.insert(header::LOCATION, address);
    }
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    reply
}

/// A header as text.
#[must_use]
pub fn header_text<'a>(headers: &'a HeaderMap, name: &header::HeaderName) -> Option<&'a str> {
    headers.get(name)?.to_str().ok()
}
