//! The task list of a long service: what is to be done, how far each task is, and where it goes on.
//! Which tasks are on it is for the journey to say.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use exemplar_app::apply::Opened;
use exemplar_app::words::Value;
use exemplar_core::definition::{Page, Task};
use exemplar_core::journey::{TaskState, Walk};

use crate::components::{ErrorLink, ErrorSummary, Tag, Task as Entry, TaskList, TaskStatus};
use crate::frame::Frame;
use crate::public::apply::question::where_to;
use crate::public::apply::{deadline, locked, opening};
use crate::public::errors;
use crate::visit::{Visit, access};

/// Its address within the service.
pub const TASK_LIST: &str = "tasks";

/// The query of whoever wanted to send before everything was complete.
pub const UNFINISHED: &str = "unfinished";

/// What a status that is no tag stands in where a task cannot begin.
const CANNOT_START: &str = "govuk-task-list__status--cannot-start-yet";

#[derive(Template)]
#[template(path = "public/apply/task_list/task_list.html")]
struct TaskListPage<'a> {
    frame: Frame<'a>,
    summary: Option<ErrorSummary<'a>>,
    progress: String,
    list: String,
    /// The last entry: check answers.
    send: String,
    deadline: String,
    /// Where the draft is left for later; nothing before the first answer.
    save: Option<String>,
}

/// An entry as it is drawn.
struct Drawn<'a> {
    title: &'a str,
    href: String,
    hint: String,
    status: &'static str,
    state: TaskState<'a>,
}

/// Shows the list. Who has not answered what stands before it is led there.
pub async fn get(mut visit: Visit, query: &str) -> Response {
    let Some(held) = visit.held() else { return visit.go("") };
    if held.is_locked(visit.now) {
        return locked::page(&mut visit, None).await;
    }
    let draft = match visit.site.app.open(&visit.live, access(held)).await {
        Ok(Opened::Draft(draft)) => draft,
        Ok(Opened::Submitted(draft)) => return visit.go(&format!("done/{}", draft.case)),
        Ok(Opened::Gone) => {
            visit.session.let_go(held.case);
            return visit.go("");
        }
        Err(fault) => return errors::fault(&visit, &fault),
    };
    visit.session.used(held.case, visit.now);
    if draft.loaded.is_none() && !opening::is_open(&visit) {
        return visit.go("");
    }
    let walk = draft.walk(&visit.manner);
    if !walk.is_at_task_list() {
        return visit.go(&where_to(&walk));
    }
    let drawn: Vec<Drawn<'_>> = walk.tasks().map(|(task, state)| entry(&visit, task, state)).collect();
    let completed = drawn.iter().filter(|entry| entry.is_completed()).count();
    let is_complete = completed == drawn.len();
    let words = visit.words();
    let heading = words.get("tasks-title");
    let errors = if query == UNFINISHED {
        left(&visit, &drawn)
    } else {
        Vec::new()
    };
    let mut frame = if errors.is_empty() {
        visit.frame(heading)
    } else {
        visit.frame_with_errors(heading)
    };
    frame.back = Some(before(&visit, &walk));
    let case = draft.loaded.as_ref().map(|loaded| &loaded.case);
    let (completed, all) = (Value::Count(count(completed)), Value::Count(count(drawn.len())));
    visit.page(
        StatusCode::OK,
        &TaskListPage {
            frame,
            summary: (!errors.is_empty()).then(|| ErrorSummary {
                title: words.get("pages-problem-title").into(),
                errors,
                ..ErrorSummary::default()
            }),
            progress: words.with("tasks-progress", &[("completed", completed), ("all", all)]),
            list: list(&visit, &drawn),
            send: send(&visit, is_complete),
            deadline: deadline::inset(&visit, Some(draft.case), case),
            save: draft.loaded.is_some().then(|| visit.address("save")),
        },
    )
}

/// Whether everything on the list is complete. Always so in a service without a list.
#[must_use]
pub fn is_complete(walk: &Walk<'_>) -> bool {
    let is_done = |(_, state): (_, TaskState<'_>)| matches!(state, TaskState::Completed(_));
    walk.tasks().all(is_done)
}

fn count(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

/// The last page before the list, or the start page.
fn before(visit: &Visit, walk: &Walk<'_>) -> String {
    let eligibility = walk.definition().eligibility();
    let is_before = |page: &&Page| eligibility.iter().any(|before| before.name == page.name);
    match walk.pages().take_while(is_before).last() {
        Some(page) => visit.address(&page.name.in_address()),
        None => visit.base.clone(),
    }
}

impl Drawn<'_> {
    fn is_completed(&self) -> bool {
        matches!(self.state, TaskState::Completed(_))
    }
}

fn entry<'a>(visit: &'a Visit, task: &'a Task, state: TaskState<'a>) -> Drawn<'a> {
    let to = |page: &Page| visit.address(&page.name.in_address());
    let (href, status) = match state {
        TaskState::CannotStart(_) => (String::new(), "tasks-cannot-start"),
        TaskState::NotStarted(page) => (to(page), "tasks-not-started"),
        TaskState::Incomplete(page) => (to(page), "tasks-incomplete"),
        TaskState::Problem(page) => (to(page), "tasks-problem"),
        TaskState::Completed(page) => (to(page), "tasks-completed"),
    };
    let hint = match state {
        TaskState::CannotStart(needed) => {
            let needed = visit.text(&needed.title);
            visit.words().with("tasks-needs", &[("task", Value::Text(needed))])
        }
        _ => String::new(),
    };
    Drawn {
        title: visit.text(&task.title),
        href,
        hint,
        status,
        state,
    }
}

fn list(visit: &Visit, drawn: &[Drawn<'_>]) -> String {
    let items = drawn.iter().map(|entry| {
        let words = visit.words().get(entry.status);
        let (status, classes) = match entry.state {
            TaskState::Completed(_) => (TaskStatus::Text(words.into()), ""),
            TaskState::CannotStart(_) => (TaskStatus::Text(words.into()), CANNOT_START),
            TaskState::NotStarted(_) => (TaskStatus::Tag(Tag::new(words, "govuk-tag--blue")), ""),
            TaskState::Incomplete(_) => (TaskStatus::Tag(Tag::new(words, "govuk-tag--light-blue")), ""),
            TaskState::Problem(_) => (TaskStatus::Tag(Tag::new(words, "govuk-tag--red")), ""),
        };
        Entry {
            title: entry.title.into(),
            href: entry.href.as_str().into(),
            hint: entry.hint.as_str().into(),
            status,
            status_classes: classes,
            ..Entry::default()
        }
    });
    TaskList {
        items: items.collect(),
        ..TaskList::default()
    }
    .to_string()
}

/// The entry that leads to check answers, once everything above it is complete.
fn send(visit: &Visit, is_complete: bool) -> String {
    let words = visit.words();
    let entry = if is_complete {
        Entry {
            title: words.get("tasks-send").into(),
            href: visit.address("check-answers").into(),
            status: TaskStatus::Tag(Tag::new(words.get("tasks-not-started"), "govuk-tag--blue")),
            ..Entry::default()
        }
    } else {
        Entry {
            title: words.get("tasks-send").into(),
            hint: words.get("tasks-send-needs").into(),
            status: TaskStatus::Text(words.get("tasks-cannot-start").into()),
            status_classes: CANNOT_START,
            ..Entry::default()
        }
    };
    TaskList {
        items: vec![entry],
        id_prefix: "send",
        ..TaskList::default()
    }
    .to_string()
}

/// What is still to be done, for whoever wanted to send. A task that waits is left out: what it waits for is there.
fn left<'a>(visit: &Visit, drawn: &[Drawn<'a>]) -> Vec<ErrorLink<'a>> {
    drawn
        .iter()
        .filter(|entry| !entry.is_completed() && !entry.href.is_empty())
        .map(|entry| {
            let words = visit.words();
            let says = words.with("tasks-left", &[("task", Value::Text(entry.title))]);
            ErrorLink::new(entry.href.clone(), says)
        })
        .collect()
}
