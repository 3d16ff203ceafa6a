//! Finds the page of a request.

use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, Method, StatusCode, header};
use axum::response::Response;
use tower_http::csrf::CsrfLayer;

use super::guard::{self, NotTaken};
use super::headers;
use crate::assets;
use crate::form::Form;
use crate::public::apply::{already, check_answers, come_back, done, locked, question, save, start, status};
use crate::public::place::{Place, place};
use crate::public::{about, errors, home};
use crate::site::Site;
use crate::staff;
use crate::visit::Visit;

/// The whole site.
pub fn router(site: Arc<Site>) -> Router {
    let deadline = site.settings.deadline;
    let answer = move |State(site): State<Arc<Site>>, request: Request| async move {
        let secure = site.settings.secure;
        let reply = match tokio::time::timeout(deadline, answer(&site, request)).await {
            Ok(reply) => reply,
            Err(_) => errors::of_the_site(&site, StatusCode::REQUEST_TIMEOUT),
        };
        headers::put(reply, secure)
    };
    Router::new().fallback(answer).layer(CsrfLayer::new()).with_state(site)
}

async fn answer(site: &Arc<Site>, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    let path = parts.uri.path();
    let path = path.strip_suffix('/').filter(|rest| !rest.is_empty()).unwrap_or(path);
    let is_read = matches!(parts.method, Method::GET | Method::HEAD);
    if let Some(reply) = of_the_site(site, path, &parts.headers, is_read).await {
        return reply;
    }
    if path == staff::PREFIX
        || path
            .strip_prefix(staff::PREFIX)
            .is_some_and(|rest| rest.starts_with('/'))
    {
        let path = path.to_owned();
        return staff::answer(site, &path, parts, body).await;
    }
    let inside = path.trim_start_matches('/');
    let (service, rest) = inside.split_once('/').unwrap_or((inside, ""));
    let Some(visit) = Visit::new(site, service, rest, &parts.headers) else {
        return errors::of_the_site(site, StatusCode::NOT_FOUND);
    };
    let rest = visit.rest.clone();
    let Some(place) = place(&rest) else {
        return errors::not_found(&visit);
    };
    let query = parts.uri.query().unwrap_or_default();
    if is_read {
        return read(visit, place, query).await;
    }
    if parts.method != Method::POST {
        return errors::not_found(&visit);
    }
    let caller = guard::caller(&parts.extensions, &parts.headers, &site.settings.proxies);
    match guard::form(&visit, body).await {
        Ok(form) => act(visit, place, form, caller.as_deref()).await,
        Err(NotTaken::TooLarge) => errors::unreadable(&visit, true),
        Err(NotTaken::Unreadable) => errors::unreadable(&visit, false),
        Err(NotTaken::Forged) => errors::expired(&visit),
    }
}

/// Addresses that belong to no service.
async fn of_the_site(site: &Arc<Site>, path: &str, headers: &axum::http::HeaderMap, is_read: bool) -> Option<Response> {
    if !is_read {
        return None;
    }
    match path {
        "/" => Some(home::get(site)),
        "/health/live" => Some(plain(StatusCode::OK, "live\n".to_owned())),
        "/health/ready" => Some(match site.app.store.live().await {
            Ok(_) => plain(StatusCode::OK, "ready\n".to_owned()),
            Err(_) => plain(StatusCode::SERVICE_UNAVAILABLE, "not ready\n".to_owned()),
        }),
        "/robots.txt" => Some(plain(StatusCode::OK, "User-agent: *\nDisallow: /staff\n".to_owned())),
        "/.well-known/security.txt" => site.settings.security_contact.as_ref().map(|contact| {
            plain(
                StatusCode::OK,
                format!("Contact: {contact}\nExpires: {}\n", security_text_ends(site)),
            )
        }),
        path if path.starts_with(assets::PREFIX) => assets::serve(path, headers),
        _ => None,
    }
}

/// A year from now: RFC 9116 wants an end.
fn security_text_ends(site: &Site) -> String {
    let year = jiff::SignedDuration::from_hours(24 * 365);
    site.app
        .clock
        .now()
        .checked_add(year)
        .map(|at| at.to_string())
        .unwrap_or_default()
}

fn plain(status: StatusCode, text: String) -> Response {
    let mut reply = Response::new(Body::from(text));
    *reply.status_mut() = status;
    reply.headers_mut().insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static("text/plain; charset=utf-8"),
    );
    reply
}

async fn read(visit: Visit, place: Place<'_>, query: &str) -> Response {
    match place {
        Place::Start => start::get(visit).await,
        Place::Already => already::get(&visit, query),
        Place::Page(name) => question::get(visit, &name, query).await,
        Place::CheckAnswers => check_answers::get(visit).await,
        Place::Done(case) => done::get(visit, case, query).await,
        Place::Status(case) => status::get(visit, case).await,
        Place::Save => save::get(visit).await,
        Place::Leave => save::get_leave(&visit),
        Place::Return => come_back::get(&visit),
        Place::Link(token) => come_back::get_link(&visit, token).await,
        Place::Cookies => about::cookies(&visit),
        Place::Privacy => about::privacy(&visit),
        Place::Accessibility => about::accessibility(&visit),
        Place::Contact => about::contact(&visit),
        Place::Begin | Place::Unlock => visit.go(""),
    }
}

async fn act(visit: Visit, place: Place<'_>, form: Form, caller: Option<&str>) -> Response {
    match place {
        Place::Begin => start::post(visit),
        Place::Already => already::post(visit, form, caller).await,
        Place::Page(name) => question::post(visit, &name, form).await,
        Place::CheckAnswers => check_answers::post(visit, form).await,
        Place::Done(case) => done::post(visit, case, form).await,
        Place::Save => save::post(visit, form).await,
        Place::Leave => save::post_leave(visit).await,
        Place::Return => come_back::post(visit, form, caller).await,
        Place::Link(token) => come_back::post_link(visit, token).await,
        Place::Unlock => locked::post(visit, form, caller).await,
        Place::Start | Place::Status(_) | Place::Cookies | Place::Privacy | Place::Accessibility | Place::Contact => {
            errors::not_found(&visit)
        }
    }
}
