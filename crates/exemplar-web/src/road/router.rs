//! Finds the page of a request.

use std::sync::Arc;
use std::time::Instant;

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::Response;
use tower_http::csrf::CsrfLayer;

use super::guard::{self, NotTaken};
use super::headers;
use super::metrics::{Metrics, Route};
use super::throttle::{Counted, Limits, Throttle};
use crate::assets;
use crate::form::Form;
use crate::public::apply::{
    already, asking, check_answers, come_back, done, equality, files, locked, preview, question, renewing, rows, save,
    sign, start, status, task_list, waiting, withdraw,
};
use crate::public::place::{Place, place};
use crate::public::{about, certificate, eligibility, errors, feedback, home, performance, register};
use crate::site::Site;
use crate::staff;
use crate::visit::Visit;

/// What an instance holds for its requests besides the site.
#[derive(Debug, Default)]
pub struct Road {
    /// Bounds what one address sends.
    pub throttle: Throttle,
    /// Counts.
    pub metrics: Arc<Metrics>,
}

impl Road {
    /// A road with these limits.
    #[must_use]
    pub fn new(limits: Limits) -> Self {
        Self {
            throttle: Throttle::new(limits),
            metrics: Arc::default(),
        }
    }
}

/// The whole site, with the usual limits.
pub fn router(site: Arc<Site>) -> Router {
    router_on(site, Arc::new(Road::default()))
}

/// The whole site on a road.
pub fn router_on(site: Arc<Site>, road: Arc<Road>) -> Router {
    let state = (site, road);
    Router::new()
        .fallback(within_the_deadline)
        .layer(CsrfLayer::new())
        .layer(from_fn_with_state(state.clone(), count_and_explain))
        .with_state(state)
}

type Shared = (Arc<Site>, Arc<Road>);

/// What is kept of a request for a page that is given instead of an answer: its language and its session.
struct Asked {
    path: String,
    cookie: Option<HeaderValue>,
}

impl Asked {
    fn of(request: &Request) -> Self {
        Self {
            path: request.uri().path().to_owned(),
            cookie: request.headers().get(header::COOKIE).cloned(),
        }
    }

    fn headers(&self) -> HeaderMap {
        self.cookie
            .clone()
            .map(|cookie| (header::COOKIE, cookie))
            .into_iter()
            .collect()
    }
}

/// Answers, or says that it took too long.
async fn within_the_deadline(State((site, road)): State<Shared>, request: Request) -> Response {
    let mut route = Route::default();
    let asked = Asked::of(&request);
    let deadline = site.settings.deadline + files::more_time(request.method(), request.uri().path(), request.headers());
    let answered = tokio::time::timeout(deadline, answer(&site, &road, request, &mut route)).await;
    let mut reply = answered.unwrap_or_else(|_| {
        let mut reply = errors::of_the_road(&site, &asked.path, &asked.headers(), StatusCode::REQUEST_TIMEOUT);
        // What is left of the request would be read as the next one.
        reply
            .headers_mut()
            .insert(header::CONNECTION, HeaderValue::from_static("close"));
        reply
    });
    reply.extensions_mut().insert(route);
    reply
}

/// Counts each reply, puts the headers on it, and gives a page to what the guard against other sites refused.
async fn count_and_explain(State((site, road)): State<Shared>, request: Request, next: Next) -> Response {
    let began = Instant::now();
    let refusable = (request.method() == Method::POST).then(|| Asked::of(&request));
    let mut reply = next.run(request).await;
    let route = reply.extensions().get::<Route>().copied();
    if let (None, Some(asked)) = (route, refusable) {
        reply = errors::of_the_road(&site, &asked.path, &asked.headers(), StatusCode::FORBIDDEN);
    }
    road.metrics
        .count(route.unwrap_or_default(), reply.status(), began.elapsed());
    headers::put(reply, site.settings.secure)
}

async fn answer(site: &Arc<Site>, road: &Road, request: Request, route: &mut Route) -> Response {
    let (parts, body) = request.into_parts();
    let path = parts.uri.path();
    let path = path.strip_suffix('/').filter(|rest| !rest.is_empty()).unwrap_or(path);
    let is_read = matches!(parts.method, Method::GET | Method::HEAD);
    *route = route_of(path);
    if let Some(reply) = of_the_site(site, path, &parts, is_read).await {
        return reply;
    }
    let caller = guard::caller(&parts.extensions, &parts.headers, &site.settings.proxies);
    if let (false, Some(caller)) = (is_read, &caller)
        && let Err(seconds) = road.throttle.count(Counted::Post, caller, site.app.clock.now())
    {
        return errors::too_fast(site, path, &parts.headers, seconds);
    }
    if path == eligibility::PATH && parts.method == Method::POST {
        return eligibility::post(site, parts.uri.query().unwrap_or_default(), body).await;
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
    let Some((on, place)) = place(&rest) else {
        return errors::not_found(&visit);
    };
    *route = Route::of(&place);
    let query = parts.uri.query().unwrap_or_default();
    if let Some(shut) = site.app.services.shut(&visit.live.id)
        && !is_open_while_shut(&place)
    {
        return errors::shut(&visit, &shut, place == Place::Start && is_read);
    }
    if is_read {
        return read(visit, place, query).await;
    }
    if parts.method != Method::POST || on.change.is_none() {
        return errors::not_found(&visit);
    }
    if let (Some(caller), true) = (&caller, is_first(&visit, &place))
        && let Err(seconds) = road.throttle.count(Counted::Start, caller, visit.now)
    {
        return errors::too_many(&visit, (seconds + 59) / 60);
    }
    if let Place::Files(name, act) = &place
        && act.brings_content()
    {
        return files::receive(visit, name, act, &parts, body).await;
    }
    match guard::form(&visit, body).await {
        Ok(form) => act(visit, place, form, caller.as_deref()).await,
        Err(NotTaken::TooLarge) => errors::unreadable(&visit, true),
        Err(NotTaken::Unreadable) => errors::unreadable(&visit, false),
        Err(NotTaken::Forged) => errors::expired(&visit),
    }
}

/// Whether a form on this page begins a draft.
fn is_first(visit: &Visit, place: &Place<'_>) -> bool {
    matches!(place, Place::Page(name) | Place::Row(name, ..) | Place::Files(name, _) if visit.live.may_begin_at(name))
}

/// What can be read of a service while it is shut: what was sent, and what stands beside the journey.
fn is_open_while_shut(place: &Place<'_>) -> bool {
    matches!(
        place,
        Place::Done(_)
            | Place::Status(_)
            | Place::Waiting(_)
            | Place::Sign
            | Place::SignLink(_)
            | Place::Certificate(_)
            | Place::Register
            | Place::RegisterFile
            | Place::Entry(_)
            | Place::Leave
            | Place::Cookies
            | Place::Privacy
            | Place::Accessibility
            | Place::Contact
            | Place::Feedback
    )
}

/// The kind of an address outside the services.
fn route_of(path: &str) -> Route {
    if path.starts_with(assets::PREFIX) {
        Route::Assets
    } else if path.starts_with("/health/") {
        Route::Health
    } else if path.starts_with(staff::PREFIX) {
        Route::Staff
    } else if matches!(
        path,
        "/" | eligibility::PATH | "/robots.txt" | "/.well-known/security.txt"
    ) {
        Route::Site
    } else {
        Route::Other
    }
}

/// Addresses that belong to no service.
async fn of_the_site(site: &Arc<Site>, path: &str, parts: &Parts, is_read: bool) -> Option<Response> {
    if !is_read {
        return None;
    }
    let query = parts.uri.query().unwrap_or_default();
    match path {
        "/" => Some(home::get(site, query)),
        eligibility::PATH => Some(eligibility::get(site, query)),
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
        path if is_below(path, performance::PREFIX) => {
            Some(performance::answer(site, &path[performance::PREFIX.len()..], query).await)
        }
        path if path.starts_with(assets::PREFIX) => assets::serve(path, &parts.headers),
        _ => None,
    }
}

/// Whether an address is a prefix, or goes on behind it with a slash.
fn is_below(path: &str, prefix: &str) -> bool {
    path.strip_prefix(prefix)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
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
        Place::Row(name, row, of) => rows::get(visit, &name, (row, of), query).await,
        Place::Files(_, act) => files::get(visit, &act).await,
        Place::TaskList => task_list::get(visit, query).await,
        Place::CheckAnswers => check_answers::get(visit).await,
        Place::Done(case) => done::get(visit, case, query).await,
        Place::Equality(case) => equality::get(visit, case).await,
        Place::Status(case) => status::get(visit, case).await,
        Place::Asked(case) => asking::get(visit, case, query).await,
        Place::Withdraw(case) => withdraw::get(visit, case).await,
        Place::Waiting(case) => waiting::get(visit, case).await,
        Place::Sign => sign::get(visit).await,
        Place::SignLink(token) => sign::get_link(&visit, token).await,
        Place::RenewLink(token) => renewing::get_link(&visit, token).await,
        Place::Renewal(case) => renewing::get(visit, case).await,
        Place::Certificate(part) => certificate::get(visit, part).await,
        Place::Register => register::get(visit, query).await,
        Place::RegisterFile => register::file(visit).await,
        Place::Entry(number) => register::entry(visit, number).await,
        Place::Save => save::get(visit).await,
        Place::Leave => save::get_leave(&visit),
        Place::Return => come_back::get(&visit),
        Place::Link(token) => come_back::get_link(&visit, token).await,
        Place::PreviewMessages => preview::messages(visit).await,
        Place::Cookies => about::cookies(&visit),
        Place::Privacy => about::privacy(&visit),
        Place::Accessibility => about::accessibility(&visit),
        Place::Contact => about::contact(&visit),
        Place::Feedback => feedback::get(&visit, query),
        Place::Begin | Place::Unlock => visit.go(""),
        Place::Suggest(_) => errors::not_found(&visit),
    }
}

async fn act(visit: Visit, place: Place<'_>, form: Form, caller: Option<&str>) -> Response {
    match place {
        Place::Begin => start::post(visit),
        Place::Already => already::post(visit, form, caller).await,
        Place::Page(name) => question::post(visit, &name, form).await,
        Place::Row(name, row, of) => rows::post(visit, &name, (row, of), form).await,
        Place::Files(name, act) => files::post(visit, &name, &act, form).await,
        Place::Suggest(name) => question::suggest(&visit, &name, &form),
        Place::CheckAnswers => check_answers::post(visit, form).await,
        Place::Done(case) => done::post(visit, case, form).await,
        Place::Equality(case) => equality::post(visit, case, form).await,
        Place::Asked(case) => asking::post(visit, case, form).await,
        Place::Withdraw(case) => withdraw::post(visit, case).await,
        Place::Waiting(case) => waiting::post(visit, case, form).await,
        Place::Sign => sign::post(visit, form).await,
        Place::SignLink(token) => sign::post_link(visit, token).await,
        Place::RenewLink(token) => renewing::post_link(visit, token).await,
        Place::Renewal(case) => renewing::post(visit, case).await,
        Place::Save => save::post(visit, form).await,
        Place::Leave => save::post_leave(visit).await,
        Place::Return => come_back::post(visit, form, caller).await,
        Place::Link(token) => come_back::post_link(visit, token).await,
        Place::Unlock => locked::post(visit, form, caller).await,
        Place::Feedback => feedback::post(visit, form, caller).await,
        Place::Start
        | Place::TaskList
        | Place::Status(_)
        | Place::Certificate(_)
        | Place::Register
        | Place::RegisterFile
        | Place::Entry(_)
        | Place::PreviewMessages
        | Place::Cookies
        | Place::Privacy
        | Place::Accessibility
        | Place::Contact => errors::not_found(&visit),
    }
}
