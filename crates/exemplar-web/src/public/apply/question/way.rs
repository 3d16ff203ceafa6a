//! Where a page leads: on from it, and back.

use exemplar_app::apply::Draft;
use exemplar_core::definition::Page;
use exemplar_core::journey::{End, Walk};

use crate::public::apply::asking;
use crate::public::apply::task_list::TASK_LIST;
use crate::visit::Visit;

/// Where a person goes who asks for a page that is not on their path.
#[must_use]
pub fn where_to(walk: &Walk<'_>) -> String {
    match walk.end() {
        _ if walk.is_at_task_list() => TASK_LIST.to_owned(),
        End::CheckAnswers => "check-answers".to_owned(),
        End::Exit(page) | End::Unanswered(page) => page.name.in_address(),
    }
}

/// The address of the page after an information page.
pub(super) fn after(walk: &Walk<'_>, page: &Page) -> String {
    match walk.after(page) {
        Some(next) => next.name.in_address(),
        None if walk.is_at_task_list() => TASK_LIST.to_owned(),
        None => "check-answers".to_owned(),
    }
}

/// The page before one of a draft, or before what the office asks for.
pub fn back_from(visit: &Visit, draft: &Draft, walk: &Walk<'_>, page: &Page, to_check: bool) -> String {
    if draft.is_asked(&page.name) {
        return visit.address(&asking::address(draft));
    }
    back(visit, walk, page, to_check)
}

/// The page before another, or the start page.
pub fn back(visit: &Visit, walk: &Walk<'_>, page: &Page, to_check: bool) -> String {
    if to_check {
        return visit.address("check-answers");
    }
    before(visit, walk, page)
}

/// The page before; the task list before the first page of a task, and the start page before all.
pub(super) fn before(visit: &Visit, walk: &Walk<'_>, page: &Page) -> String {
    match walk.before(page) {
        Some(before) => visit.address(&before.name.in_address()),
        None if walk.is_of_task(page) => visit.address(TASK_LIST),
        None => visit.base.clone(),
    }
}
