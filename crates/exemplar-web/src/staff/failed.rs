//! Work that was given up after all tries: what it was, how often it was tried, why it failed. Nothing personal is in
//! it; it can be sent again.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use exemplar_core::id::JobId;

use super::desk::{Around, Desk};
use super::problems;
use crate::frame::Frame;
use crate::visit::see_other;

#[derive(Template)]
#[template(path = "staff/failed.html")]
struct FailedPage<'a> {
    frame: Frame<'a>,
    around: Around<'a>,
    jobs: Vec<Row>,
}

/// One job that was given up.
struct Row {
    id: String,
    what: String,
    tries: i32,
    why: String,
    when: String,
}

/// The list shows so many, oldest first.
const SHOWN: usize = 100;

/// The list.
pub async fn get(desk: &Desk<'_>) -> Response {
    let jobs = match desk.site.app.store.dead_jobs(SHOWN).await {
        Ok(jobs) => jobs,
        Err(fault) => return problems::fault(desk.site, &fault),
    };
    let words = desk.words();
    let row = |job: &exemplar_app::work::DeadJob| Row {
        id: job.id.to_string(),
        what: words
            .find(&format!("watching-job-{}", job.kind.replace('_', "-")))
            .to_owned(),
        tries: job.tries,
        why: job.why.clone(),
        when: words.moment(job.died.to_zoned(desk.zone()).datetime()),
    };
    let page = FailedPage {
        frame: desk.frame(words.get("watching-failed-title")),
        around: desk.around(),
        jobs: jobs.iter().map(row).collect(),
    };
    desk.page(StatusCode::OK, &page)
}

/// Puts a job back among those that wait.
pub async fn again(desk: &Desk<'_>, part: &str) -> Response {
    let Ok(id) = part.parse() else {
        return problems::not_found(desk);
    };
    let app = &desk.site.app;
    match app.store.revive_job(JobId(id), app.clock.now()).await {
        // Where it is no longer there, somebody else was faster; the list shows it.
        Ok(_) => {
            app.wake.notify_one();
            see_other("/staff/failed")
        }
        Err(fault) => problems::fault(desk.site, &fault),
    }
}
