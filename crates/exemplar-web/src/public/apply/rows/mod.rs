//! Answers that repeat: one page after the other for each row, the list of what was added, and removing a row.
//!
//! [`list`](mod@list) is the page of the question itself, [`remove`] asks before a row goes. What is typed on any of
//! them is saved on the same road as the answer to any other question.

mod list;
mod remove;

use std::borrow::Cow;

use axum::response::Response;
use exemplar_app::apply::{Draft, NotSaved, Opened, SaveAnswers, Saved};
use exemplar_core::answer::{Answers, RowId, Rows};
use exemplar_core::apply::{PageProblem, RowAct, Seen, answers_of_row};
use exemplar_core::definition::{Page, PageContent, Question, RowsRules};
use exemplar_core::id::Name;
use exemplar_core::journey::{End, Walk};

use super::question::{self, Shown, where_to};
use super::{conflict, locked};
use crate::form::Form;
use crate::public::errors;
use crate::visit::{Visit, access};

pub use list::{changed, list, next_row};

/// The last part of the address of the page that removes a row.
const REMOVE: &str = "remove";
/// Where a person goes who came from check answers: back there after this page.
const CHECK: &str = "check-answers";
/// The same after the row: to the list, and from there back.
const LIST: &str = "rows";

/// A page with a question of rows.
pub struct Asked<'a> {
    /// The page.
    pub page: &'a Page,
    /// The question.
    pub question: &'a Question,
    /// Its rules.
    pub rules: &'a RowsRules,
}

impl<'a> Asked<'a> {
    /// What a page asks in rows; none where it asks something else.
    #[must_use]
    pub fn on(page: &'a Page) -> Option<Self> {
        let PageContent::Question(question) = &page.content else {
            return None;
        };
        let rules = question.kind.rows()?;
        Some(Self { page, question, rules })
    }

    /// The rows that are stored.
    fn rows(&self, answers: &Answers) -> Rows {
        answers.rows(self.question.name.as_str()).cloned().unwrap_or_default()
    }

    /// The address of the list.
    fn address(&self) -> String {
        self.page.name.in_address()
    }

    /// The address of a page of a row.
    fn address_of(&self, id: RowId, of: &str) -> String {
        format!("{}/{}/{of}", self.address(), id.0)
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
    let then = match (asks("change"), asks(LIST)) {
        (true, _) => Some(CHECK),
        (_, true) => Some(LIST),
        _ => None,
    };
    show(&visit, &draft, name, (row, of), then, None)
}

/// A page of a row that was posted while the draft was locked: shown again, with what was typed.
#[must_use]
pub fn late(visit: &Visit, draft: &Draft, name: &Name, at: (&str, &str), form: &Form) -> Response {
    show(visit, draft, name, at, None, Some((form, &[])))
}

/// Shows a page of a row; `posted` is what was typed there, and what is wrong with it.
fn show(
    visit: &Visit,
    draft: &Draft,
    name: &Name,
    (row, of): (&str, &str),
    then: Option<&'static str>,
    posted: Option<(&Form, &[PageProblem])>,
) -> Response {
    let walk = draft.walk(&visit.manner);
    let (Some(asked), Ok(id)) = (draft.definition.page(name).and_then(Asked::on), row.parse()) else {
        return errors::not_found(visit);
    };
    if !walk.is_on_path(asked.page) {
        return visit.go(&where_to(&walk));
    }
    let id = RowId(id);
    let rows = asked.rows(walk.answers());
    if of == REMOVE {
        let problems = posted.map_or(&[][..], |(_, problems)| problems);
        return match rows.row(id) {
            Some(_) => remove::page(visit, draft, &walk, &asked, (id, then), problems),
            None => visit.go(&asked.address()),
        };
    }
    let Some(answers) = answers_of_row(&walk, asked.question, &rows, id) else {
        return visit.go(&asked.address());
    };
    let in_row = walk.in_row(asked.rules, &answers);
    let on_path = |page: &&Page| in_row.is_on_path(page);
    let page = asked.rules.page(Name::from_address(of).as_str());
    let Some(page) = page.filter(on_path) else {
        return visit.go(&asked.address());
    };
    let typed = |question: &Question| match posted {
        Some((form, _)) => form.typed(question.name.as_str()),
        None => question::stored(&answers, question),
    };
    let spot = Spot {
        action: visit.address(&asked.address_of(id, of)),
        back: back(visit, &walk, &asked, (id, &in_row, page), then),
        seen: draft.seen_page(asked.page).0,
        caption: caption(visit, &walk, &asked, &rows, id),
        then,
    };
    let shown = Shown {
        typed: &typed,
        problems: posted.map_or(&[], |(_, problems)| problems),
        to_check: false,
        row: Some(spot),
    };
    question::show(visit, draft, &in_row, page, &shown)
}

/// Which row it is: "Job 2".
fn caption(visit: &Visit, walk: &Walk<'_>, asked: &Asked<'_>, rows: &Rows, id: RowId) -> String {
    let place = rows.rows.iter().position(|row| row.id == id);
    let nth = place.unwrap_or(rows.rows.len()) + 1;
    let (fewest, most) = walk.row_bounds(asked.question, asked.rules);
    let of = (fewest == most && most > 1).then_some(most);
    visit.says().row_heading(asked.rules, nth, of)
}

/// Back goes to the page before in the row, from its first to the list, and where there is none yet to the page before.
fn back(
    visit: &Visit,
    walk: &Walk<'_>,
    asked: &Asked<'_>,
    (id, in_row, page): (RowId, &Walk<'_>, &Page),
    then: Option<&'static str>,
) -> String {
    if then == Some(CHECK) {
        return visit.address(CHECK);
    }
    let onward = if then == Some(LIST) { "?rows" } else { "" };
    if let Some(before) = in_row.before(page) {
        return visit.address(&asked.address_of(id, &format!("{}{onward}", before.name.in_address())));
    }
    if list::comes_first(asked, &asked.rows(walk.answers())) {
        let onward = if then == Some(LIST) { "?change" } else { "" };
        return visit.address(&format!("{}{onward}", asked.address()));
    }
    question::back(visit, walk, asked.page, false)
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
        _ => None,
    };
    let list = list_address(name, then);
    let Ok(id) = row.parse().map(RowId) else {
        return errors::not_found(&visit);
    };
    let is_kept = form.get(conflict::KEEP) == conflict::SAVED;
    if is_kept || (of == REMOVE && form.get(name.as_str()) == "no") {
        return visit.go(&list);
    }
    let act = match of {
        REMOVE => RowAct::Remove(id),
        of => RowAct::Answer(id, Name::from_address(of)),
    };
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
        Ok(_) if of == REMOVE => visit.go(&list),
        Ok(saved) => visit.go(&after(&visit, &saved, name, (id, of), then)),
        Err(NotSaved::Problems(_, problems))
            if leaving && problems.iter().all(|problem| problem.problem.rule == "empty") =>
        {
            visit.go("save")
        }
        Err(NotSaved::Problems(draft, problems)) => {
            show(&visit, &draft, name, (row, of), then, Some((&form, &problems)))
        }
        Err(NotSaved::Changed(draft)) => twice(&visit, &draft, name, (id, of), &form),
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

/// The address of the list, for somebody who goes to `then` after it.
fn list_address(name: &Name, then: Option<&'static str>) -> String {
    let onward = if then.is_some() { "?change" } else { "" };
    format!("{}{onward}", name.in_address())
}

/// Where a person goes from a page of a row.
fn after(visit: &Visit, saved: &Saved, name: &Name, (id, of): (RowId, &str), then: Option<&'static str>) -> String {
    let walk = saved.walk(&visit.manner);
    if then == Some(CHECK) && matches!(walk.end(), End::CheckAnswers) {
        return CHECK.to_owned();
    }
    let Some(asked) = saved.definition.page(name).and_then(Asked::on) else {
        return where_to(&walk);
    };
    let rows = asked.rows(&saved.answers);
    let Some(row) = rows.row(id) else {
        return asked.address();
    };
    let in_row = walk.in_row(asked.rules, &row.answers);
    let here = Name::from_address(of);
    let onward = match then {
        None => "",
        Some(LIST) => "?rows",
        Some(_) => "?change",
    };
    let next = match (then, in_row.end()) {
        // One answer was changed from check answers: only what that left open is asked.
        (Some(CHECK), End::Unanswered(page)) => Some(page),
        (Some(CHECK), _) => None,
        _ => in_row.pages().skip_while(|page| page.name != here).nth(1),
    };
    match next {
        Some(page) => asked.address_of(id, &format!("{}{onward}", page.name.in_address())),
        None => list_address(name, then),
    }
}

/// The rows were changed since the page was shown: both answers of the page are shown, or the list as it is now.
fn twice(visit: &Visit, draft: &Draft, name: &Name, (id, of): (RowId, &str), form: &Form) -> Response {
    let walk = draft.walk(&visit.manner);
    let Some(asked) = draft.definition.page(name).and_then(Asked::on) else {
        return errors::not_found(visit);
    };
    let rows = asked.rows(walk.answers());
    let answers = rows.row(id).map(|row| row.answers.clone());
    let page = asked.rules.page(Name::from_address(of).as_str());
    match (answers, page) {
        (Some(answers), Some(page)) => {
            let twice = conflict::Twice {
                draft,
                walk: &walk.in_row(asked.rules, &answers),
                page,
                action: visit.address(&asked.address_of(id, of)),
                seen: draft.seen_page(asked.page).0,
            };
            conflict::show(visit, twice, form)
        }
        _ => list::show(visit, draft, &walk, &asked, list::How::changed(false)),
    }
}
