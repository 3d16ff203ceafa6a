//! What an instance counts of itself, as text in the format of Prometheus. Nothing in it tells who, which case or what:
//! labels are kinds of pages and status codes. Counting a request is a few atomic additions.
// The format: https://prometheus.io/docs/instrumenting/exposition_formats/

use std::fmt::Write as _;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use axum::Router;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use exemplar_app::App;

use crate::public::place::Place;

/// A kind of page.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Route {
    /// None of the others.
    #[default]
    Other,
    /// The list of services, security.txt and the like.
    Site,
    /// Styles, scripts, pictures.
    Assets,
    /// What a load balancer asks.
    Health,
    /// All pages of staff.
    Staff,
    /// A start page, and beginning anew.
    Start,
    /// A page of questions.
    Question,
    /// Check answers, and sending them.
    CheckAnswers,
    /// The confirmation and the status page.
    Done,
    /// Save, leave, return, unlock.
    Return,
    /// What stands beside a journey.
    Beside,
}

/// The routes' names, in order.
const ROUTES: [&str; 11] = [
    "other",
    "site",
    "assets",
    "health",
    "staff",
    "start",
    "question",
    "check_answers",
    "done",
    "return",
    "beside",
];

impl Route {
    /// The kind of a page of a service.
    #[must_use]
    pub fn of(place: &Place<'_>) -> Self {
        match place {
            Place::Start | Place::Begin => Self::Start,
            Place::Page(_) | Place::Row(..) | Place::Files(..) | Place::Suggest(_) | Place::TaskList => Self::Question,
            Place::CheckAnswers => Self::CheckAnswers,
            Place::Done(_)
            | Place::Equality(_)
            | Place::Status(_)
            | Place::Asked(_)
            | Place::Waiting(_)
            | Place::Sign
            | Place::SignLink(_)
            | Place::RenewLink(_)
            | Place::Renewal(_) => Self::Done,
            Place::Save | Place::Leave | Place::Return | Place::Link(_) | Place::Unlock => Self::Return,
            _ => Self::Beside,
        }
    }
}

/// The status codes that are counted apart; the last stands for all others.
const STATUSES: [u16; 16] = [
    200, 303, 304, 400, 403, 404, 405, 408, 409, 413, 422, 429, 500, 501, 503, 0,
];
/// The upper ends of the buckets, in microseconds.
const BUCKETS: [u64; 10] = [
    500, 1_000, 2_500, 5_000, 10_000, 25_000, 100_000, 500_000, 2_500_000, 10_000_000,
];

/// The counts of one instance.
#[derive(Debug, Default)]
pub struct Metrics {
    requests: [[AtomicU64; STATUSES.len()]; ROUTES.len()],
    buckets: [AtomicU64; BUCKETS.len() + 1],
    micros: AtomicU64,
}

impl Metrics {
    /// Counts an answered request.
    pub fn count(&self, route: Route, status: StatusCode, took: Duration) {
        let of = STATUSES.iter().position(|known| *known == status.as_u16());
        self.requests[route as usize][of.unwrap_or(STATUSES.len() - 1)].fetch_add(1, Ordering::Relaxed);
        let micros = u64::try_from(took.as_micros()).unwrap_or(u64::MAX);
        let bucket = BUCKETS.partition_point(|end| *end < micros);
        self.buckets[bucket].fetch_add(1, Ordering::Relaxed);
        self.micros.fetch_add(micros, Ordering::Relaxed);
    }

    /// The counts as text.
    fn write(&self, out: &mut String) {
        out.push_str("# HELP exemplar_requests_total Requests answered.\n# TYPE exemplar_requests_total counter\n");
        for (route, counts) in ROUTES.iter().zip(&self.requests) {
            for (status, count) in STATUSES.iter().zip(counts) {
                let count = count.load(Ordering::Relaxed);
                let status = if *status == 0 {
                    "other".to_owned()
                } else {
                    status.to_string()
                };
                if count > 0 {
                    // Writing to a string cannot fail.
                    let _ = writeln!(
                        out,
                        "exemplar_requests_total{{route=\"{route}\",status=\"{status}\"}} {count}"
                    );
                }
            }
        }
        out.push_str("# HELP exemplar_request_seconds Time to answer.\n# TYPE exemplar_request_seconds histogram\n");
        let mut so_far = 0;
        for (bucket, count) in self.buckets.iter().enumerate() {
            so_far += count.load(Ordering::Relaxed);
            let end = BUCKETS
                .get(bucket)
                .map_or_else(|| "+Inf".to_owned(), |end| seconds(*end));
            let _ = writeln!(out, "exemplar_request_seconds_bucket{{le=\"{end}\"}} {so_far}");
        }
        let sum = seconds(self.micros.load(Ordering::Relaxed));
        let _ = writeln!(
            out,
            "exemplar_request_seconds_sum {sum}\nexemplar_request_seconds_count {so_far}"
        );
    }
}

/// Microseconds as seconds, exactly.
fn seconds(micros: u64) -> String {
    format!("{}.{:06}", micros / 1_000_000, micros % 1_000_000)
}

/// The page of the counts, for a listener of its own.
pub fn metrics_router(app: Arc<App>, metrics: Arc<Metrics>) -> Router {
    Router::new()
        .route("/metrics", axum::routing::get(page))
        .with_state((app, metrics))
}

async fn page(State((app, metrics)): State<(Arc<App>, Arc<Metrics>)>) -> Response {
    let mut out = String::with_capacity(8_192);
    metrics.write(&mut out);
    let pulse = match app.store.pulse().await {
        Ok(pulse) => pulse,
        Err(fault) => {
            tracing::error!(%fault, "the store could not be asked how it is");
            return StatusCode::SERVICE_UNAVAILABLE.into_response();
        }
    };
    let mut gauge = |name: &str, kind: &str, help: &str, values: &[(&str, u64)]| {
        let _ = writeln!(out, "# HELP {name} {help}\n# TYPE {name} {kind}");
        for (label, value) in values {
            let _ = writeln!(out, "{name}{label} {value}");
        }
    };
    gauge(
        "exemplar_commits_total",
        "counter",
        "Commits by what came of them.",
        &[
            ("{outcome=\"committed\"}", pulse.committed),
            ("{outcome=\"conflict\"}", pulse.conflicts),
            ("{outcome=\"failed\"}", pulse.failed),
        ],
    );
    gauge(
        "exemplar_commits_waiting",
        "gauge",
        "Commits that wait for the writer or a connection.",
        &[("", pulse.waiting)],
    );
    gauge(
        "exemplar_jobs",
        "gauge",
        "Jobs that wait, and jobs that were given up.",
        &[
            ("{state=\"waiting\"}", pulse.jobs_waiting),
            ("{state=\"dead\"}", pulse.jobs_dead),
        ],
    );
    gauge(
        "exemplar_observations_dropped_total",
        "counter",
        "Observations dropped because too many waited.",
        &[("", app.store.observations_dropped())],
    );
    gauge(
        "exemplar_ready",
        "gauge",
        "Whether commits can be written.",
        &[("", u64::from(app.store.ready()))],
    );
    (
        [(header::CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")],
        out,
    )
        .into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_counted_is_written_as_prometheus_reads_it() {
        let metrics = Metrics::default();
        metrics.count(Route::Question, StatusCode::OK, Duration::from_micros(700));
        metrics.count(Route::Question, StatusCode::OK, Duration::from_secs(60));
        metrics.count(Route::Beside, StatusCode::IM_A_TEAPOT, Duration::from_micros(500));
        let mut out = String::new();
        metrics.write(&mut out);
        for line in [
            "exemplar_requests_total{route=\"question\",status=\"200\"} 2",
            "exemplar_requests_total{route=\"beside\",status=\"other\"} 1",
            "exemplar_request_seconds_bucket{le=\"0.000500\"} 1",
            "exemplar_request_seconds_bucket{le=\"0.001000\"} 2",
            "exemplar_request_seconds_bucket{le=\"+Inf\"} 3",
            "exemplar_request_seconds_sum 60.001200",
        ] {
            assert!(out.lines().any(|written| written == line), "{line} is not in\n{out}");
        }
    }
}
