//! Answers that repeat: one page after the other for each row, the list of what was added, and removing a row.
//!
//! [`list`](mod@list) is the page of the question itself, [`remove`] asks before a row goes, [`level`] is how rows within
//! rows are reached. What is typed on any of them is saved on the same road as the answer to any other question.

mod level;
mod list;
mod remove;

use std::borrow::Cow;

use axum::response::Response;
use exemplar_app::apply::{Draft, NotSaved, Opened, SaveAnswers, Saved};
use exemplar_core::answer::RowId;
use exemplar_core::apply::{PageProblem, Seen, answers_of_row};
use exemplar_core::definition::Question;
use exemplar_core::id::Name;
use exemplar_core::journey::{End, Walk};

use super::question::{self, Shown, where_to};
use super::{conflict, locked};
use crate::form::Form;
use crate::public::errors;
use crate::visit::{Visit, access};

pub use level::Asked;
pub use list::{changed, list, next_row};

/// The last part of the address of the page that removes a row.
const REMOVE: &str = "remove";
/// Where a person goes who came from check answers: back there after this page.
const CHECK: &str = "check-answers";
/// The same after the row: to the list, and from there back.
const LIST: &str = "rows";
/// The same from the list of a row to which a person came from check answers: the row around it is not gone through.
const PARTS: &str = "parts";

/// What stands behind an address for somebody who goes to `then`.
fn onward(then: Option<&str>) -> &'static str {
    match then {
        None => "",
        Some(LIST) => "?rows",
        Some(PARTS) => "?parts",
        Some(_) => "?change",
    }
}

/// Where a page of a row stands.
pub struct Spot {
    /// Its address.
    pub action: String,
    /// The page before.
    pub back: String,
    /// What its form was made from.
    pub seen: String,
    /// Which row it is.
    pub caption: String,
    /// Where the person goes after it, where that is not the next page of the row.
    pub then: Option<&'static str>,
}

/// The heading, the caption above it, and the title of a page that may be one of a row.
/// Of a row whose questions stand together the heading is the row itself.
#[must_use]
pub fn headed<'a>(
    row: Option<&'a Spot>,
    heading: Cow<'a, str>,
    is_alone: bool,
) -> (Cow<'a, str>, Option<&'a str>, Cow<'a, str>) {
    match row {
        None => (heading.clone(), None, heading),
        Some(row) if is_alone => {
            let title = format!("{heading} ({})", row.caption);
            (heading, Some(&row.caption), Cow::Owned(title))
        }
        Some(row) => (Cow::Borrowed(&row.caption), None, Cow::Borrowed(&row.caption)),
    }
}

/// Shows a page of a row, or asks whether it is to be removed.
pub async fn get(mut visit: Visit, name: &Name, (row, of): (&str, &str), query: &str) -> Response {
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
    let asks = |word| query.split('&').any(|part| part == word);
    let then = match (asks("change"), asks(LIST), asks(PARTS)) {
        (true, _, _) => Some(CHECK),
        (_, true, _) => Some(LIST),
        (_, _, true) => Some(PARTS),
        _ => None,
    };
    show(&visit, &draft, name, (row, of), then, None)
}

/// A page of a row that was posted while the draft was locked: shown again, with what was typed.
#[must_use]
pub fn late(visit: &Visit, draft: &Draft, name: &Name, at: (&str, &str), form: &Form) -> Response {
    show(visit, draft, name, at, None, Some((form, &[])))
}

/// What was typed on a page, and what is wrong with it.
type Posted<'a> = Option<(&'a Form, &'a [PageProblem])>;

/// Shows a page of a row; `posted` is what was typed there.
fn show(
    visit: &Visit,
    draft: &Draft,
    name: &Name,
    (row, of): (&str, &str),
    then: Option<&'static str>,
    posted: Posted<'_>,
) -> Response {
    let walk = draft.walk(&visit.manner);
    let (Some(asked), Ok(_)) = (draft.definition.page(name).and_then(Asked::on), row.parse::<u32>()) else {
        return errors::not_found(visit);
    };
    if !walk.is_on_path(asked.page) {
        return visit.go(&where_to(&walk));
    }
    let shown = level::reach(visit, (&walk, &asked), (row, of), then, |walk, asked, id, of| {
        page_of_row(visit, draft, (walk, asked), (id, of), then, posted)
    });
    shown.unwrap_or_else(|address| visit.go(&address))
}

/// Shows a page of a row on the way on which its question stands.
fn page_of_row(
    visit: &Visit,
    draft: &Draft,
    (walk, asked): (&Walk<'_>, &Asked<'_>),
    (id, of): (RowId, &str),
    then: Option<&'static str>,
    posted: Posted<'_>,
) -> Response {
    let rows = asked.rows(walk.answers());
    let problems = posted.map_or(&[][..], |(_, problems)| problems);
    if of == REMOVE {
        return match rows.row(id) {
            Some(_) => remove::page(visit, draft, walk, asked, (id, then), problems),
            None => visit.go(&asked.address),
        };
    }
    let Some(answers) = answers_of_row(walk, asked.question, &rows, id) else {
        return visit.go(&asked.address);
    };
    let in_row = walk.in_row(asked.rules, &answers);
    let page = asked.rules.page(Name::from_address(of).as_str());
    let Some(page) = page.filter(|page| in_row.is_on_path(page)) else {
        return visit.go(&asked.address);
    };
    if let Some(inner) = asked.within(visit, walk, (id, &in_row, page), then) {
        return list::list_in_row(visit, draft, &in_row, &inner, (then, problems));
    }
    let typed = |question: &Question| match posted {
        Some((form, _)) => form.typed(question.name.as_str()),
        None => question::stored(&answers, question),
    };
    let spot = Spot {
        action: visit.address(&asked.address_of(id, of)),
        back: asked.back(visit, walk, (id, &in_row, page), then),
        seen: draft.seen_page(asked.top).0,
        caption: asked.caption(visit, walk, id),
        then,
    };
    let shown = Shown {
        typed: &typed,
        problems,
        to_check: false,
        row: Some(spot),
    };
    question::show(visit, draft, &in_row, page, &shown)
}

/// Saves a page of a row, or removes the row, and leads on.
pub async fn post(mut visit: Visit, name: &Name, (row, of): (&str, &str), form: Form) -> Response {
    let Some(held) = visit.held() else { return visit.go("") };
    if held.is_locked(visit.now) {
        return locked::page(&mut visit, Some(&form)).await;
    }
    let then = match form.get("then") {
        CHECK => Some(CHECK),
        LIST => Some(LIST),
        PARTS => Some(PARTS),
        _ => None,
    };
    let Some((act, list)) = level::act(name, (row, of)) else {
        return errors::not_found(&visit);
    };
    let removes = of.rsplit('/').next() == Some(REMOVE);
    let is_kept = form.get(conflict::KEEP) == conflict::SAVED;
    let rows = Name::from_address(list.rsplit('/').next().unwrap_or_default());
    let list = level::list_address(&list, then);
    if is_kept || (removes && form.get(rows.as_str()) == "no") {
        return visit.go(&list);
    }
    let typed = |question: &Name| form.typed(question.as_str());
    let save = SaveAnswers {
        page: name,
        row: Some(act),
        typed: &typed,
        seen: Seen(form.get("seen").to_owned()),
    };
    let saved = visit
        .site
        .app
        .save_answers(&visit.live, access(held), &visit.manner, save)
        .await;
    visit.session.used(held.case, visit.now);
    let leaving = form.has("save");
    match saved {
        Ok(_) if leaving => visit.go("save"),
        Ok(_) if removes => visit.go(&list),
        Ok(saved) => visit.go(&after(&visit, &saved, name, (row, of), then)),
        Err(NotSaved::Problems(_, problems))
            if leaving && problems.iter().all(|problem| problem.problem.rule == "empty") =>
        {
            visit.go("save")
        }
        Err(NotSaved::Problems(draft, problems)) => {
            show(&visit, &draft, name, (row, of), then, Some((&form, &problems)))
        }
        Err(NotSaved::Changed(draft)) => twice(&visit, &draft, name, (row, of), &form),
        Err(NotSaved::NotOnPath(_)) => visit.go(&list),
        Err(NotSaved::AlreadySubmitted(_)) => visit.go(&format!("done/{}", held.case)),
        Err(NotSaved::Closed) => visit.go(""),
        Err(NotSaved::Gone) => {
            visit.session.let_go(held.case);
            visit.go("")
        }
        Err(NotSaved::Failed(failure)) => errors::failure(&visit, &failure),
    }
}

/// Where a person goes from a page of a row.
fn after(visit: &Visit, saved: &Saved, name: &Name, at: (&str, &str), then: Option<&'static str>) -> String {
    let walk = saved.walk(&visit.manner);
    if then == Some(CHECK) && matches!(walk.end(), End::CheckAnswers) {
        return CHECK.to_owned();
    }
    let Some(asked) = saved.definition.page(name).and_then(Asked::on) else {
        return where_to(&walk);
    };
    let next = level::reach(visit, (&walk, &asked), at, then, |walk, asked, id, of| {
        after_page(visit, (walk, asked), (id, of), then)
    });
    next.unwrap_or_else(|address| address)
}

/// The same on the way on which the question of the row stands.
fn after_page(
    visit: &Visit,
    (walk, asked): (&Walk<'_>, &Asked<'_>),
    (id, of): (RowId, &str),
    then: Option<&'static str>,
) -> String {
    let rows = asked.rows(walk.answers());
    let Some(row) = rows.row(id) else {
        return asked.address.clone();
    };
    let in_row = walk.in_row(asked.rules, &row.answers);
    let here = Name::from_address(of);
    if let Some(page) = asked.rules.page(here.as_str())
        && let Some(inner) = asked.within(visit, walk, (id, &in_row, page), then)
        && let Some(inner_rows) = row.answers.rows(inner.question.name.as_str())
        && !inner_rows.finished
    {
        // Whoever said that there is another goes to it.
        return list::next_address(&in_row, &inner, inner_rows, then);
    }
    let next = match (then, in_row.end()) {
        // One answer was changed from check answers: only what that left open is asked.
        (Some(CHECK), End::Unanswered(page)) => Some(page),
        (Some(CHECK), _) => None,
        _ => in_row.pages().skip_while(|page| page.name != here).nth(1),
    };
    match next {
        Some(page) => asked.address_of(id, &format!("{}{}", page.name.in_address(), onward(then))),
        None => level::list_address(&asked.address, then),
    }
}

/// The rows were changed since the page was shown: both answers of the page are shown, or the list as it is now.
fn twice(visit: &Visit, draft: &Draft, name: &Name, at: (&str, &str), form: &Form) -> Response {
    let walk = draft.walk(&visit.manner);
    let Some(asked) = draft.definition.page(name).and_then(Asked::on) else {
        return errors::not_found(visit);
    };
    let shown = level::reach(visit, (&walk, &asked), at, None, |walk, asked, id, of| {
        twice_in_row(visit, draft, (walk, asked), (id, of), form)
    });
    // The row around is gone: its list is shown.
    shown.unwrap_or_else(|_| list::show(visit, draft, &walk, &asked, list::How::changed(None)))
}

fn twice_in_row(
    visit: &Visit,
    draft: &Draft,
    (walk, asked): (&Walk<'_>, &Asked<'_>),
    (id, of): (RowId, &str),
    form: &Form,
) -> Response {
    let rows = asked.rows(walk.answers());
    let answers = rows.row(id).map(|row| row.answers.clone());
    let page = asked.rules.page(Name::from_address(of).as_str());
    let (Some(answers), Some(page)) = (answers, page) else {
        return list::show(visit, draft, walk, asked, list::How::changed(None));
    };
    let in_row = walk.in_row(asked.rules, &answers);
    if let Some(inner) = asked.within(visit, walk, (id, &in_row, page), None) {
        return list::show(visit, draft, &in_row, &inner, list::How::changed(None));
    }
    let twice = conflict::Twice {
        draft,
        walk: &in_row,
        page,
        action: visit.address(&asked.address_of(id, of)),
        seen: draft.seen_page(asked.top).0,
    };
    conflict::show(visit, twice, form)
}
