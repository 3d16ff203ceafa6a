//! The list of what was added, and the question whether there is another.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use exemplar_app::apply::{Draft, Saved};
use exemplar_app::rows::RowShown;
use exemplar_app::words::Value;
use exemplar_core::answer::{Answers, Rows};
use exemplar_core::apply::PageProblem;
use exemplar_core::id::Name;
use exemplar_core::journey::{More, Walk};

use super::{Asked, REMOVE, onward};
use crate::components::{
    Choice, Content, ErrorLink, ErrorMessage, ErrorSummary, Legend, Radios, SummaryAction, SummaryList, SummaryRow, Tag,
};
use crate::frame::Frame;
use crate::public::apply::question::{Shown, why_of};
use crate::visit::Visit;

#[derive(Template)]
#[template(path = "public/apply/rows/list.html")]
struct ListPage<'a> {
    frame: Frame<'a>,
    summary: Option<ErrorSummary<'a>>,
    changed: bool,
    /// Above the heading: the row in which the list stands.
    caption: &'a str,
    heading: String,
    say: String,
    hint: String,
    so_far: String,
    list_id: String,
    error: Option<ErrorMessage<'a>>,
    rows: Option<SummaryList<'a>>,
    bound: String,
    help: Option<(&'a str, String)>,
    why: Option<(String, String)>,
    action: String,
    csrf: String,
    seen: String,
    then: Option<&'static str>,
    more: Option<Radios<'a>>,
}

/// How the list is shown.
pub(super) struct How<'a> {
    problems: &'a [PageProblem],
    /// Where the person goes after it, where that is not the next page.
    then: Option<&'static str>,
    /// It was changed since the page was shown.
    changed: bool,
}

impl How<'_> {
    /// The rows were changed meanwhile.
    pub(super) fn changed(then: Option<&'static str>) -> Self {
        Self {
            problems: &[],
            then,
            changed: true,
        }
    }
}

/// Whether the list is shown before the first row: where there may be none, or where there is something to read.
pub(super) fn comes_first(asked: &Asked<'_>, rows: &Rows) -> bool {
    !rows.rows.is_empty() || asked.question.say.is_some() || asked.question.optional
}

/// The page of a question of rows. Where there must be one and there is none yet, the first is asked for at once.
pub fn list(visit: &Visit, draft: &Draft, walk: &Walk<'_>, asked: &Asked<'_>, shown: &Shown<'_>) -> Response {
    let then = shown.to_check.then_some(super::CHECK);
    list_in_row(visit, draft, walk, asked, (then, shown.problems))
}

/// The same for a list on the way on which its question stands, which may be that of a row.
pub(super) fn list_in_row(
    visit: &Visit,
    draft: &Draft,
    walk: &Walk<'_>,
    asked: &Asked<'_>,
    (then, problems): (Option<&'static str>, &[PageProblem]),
) -> Response {
    let rows = asked.rows(walk.answers());
    let must = walk.more(asked.question, asked.rules, &rows) == More::Must;
    if must && problems.is_empty() && !comes_first(asked, &rows) {
        return visit.go(&next_address(walk, asked, &rows, then));
    }
    let how = How {
        problems,
        then,
        changed: false,
    };
    show(visit, draft, walk, asked, how)
}

/// The list as it is now, where the page that was posted asks for rows.
pub fn changed(visit: &Visit, draft: &Draft, name: &Name, to_check: bool) -> Option<Response> {
    let asked = draft.definition.page(name).and_then(Asked::on)?;
    let walk = draft.walk(&visit.manner);
    let then = to_check.then_some(super::CHECK);
    Some(show(visit, draft, &walk, &asked, How::changed(then)))
}

/// The row that somebody goes to who said that there is another; none where the page asks for none.
pub fn next_row(visit: &Visit, saved: &Saved, name: &Name, to_check: bool) -> Option<String> {
    let rows = saved.answers.rows(name.as_str()).filter(|rows| !rows.finished)?;
    let asked = saved.definition.page(name).and_then(Asked::on)?;
    let walk = saved.walk(&visit.manner);
    Some(next_address(&walk, &asked, rows, to_check.then_some(super::CHECK)))
}

/// The address of the row to be added next to a list that leads on to `then`.
pub(super) fn next_address(walk: &Walk<'_>, asked: &Asked<'_>, rows: &Rows, then: Option<&'static str>) -> String {
    let nothing = Answers::default();
    let in_row = walk.in_row(asked.rules, &nothing);
    let onward = onward(asked.then_of_row(then));
    let first = in_row.pages().next();
    first.map_or_else(
        || asked.address.clone(),
        |first| asked.address_of(rows.last.next(), &format!("{}{onward}", first.name.in_address())),
    )
}

/// Shows the list.
pub(super) fn show(visit: &Visit, draft: &Draft, walk: &Walk<'_>, asked: &Asked<'_>, how: How<'_>) -> Response {
    let words = visit.words();
    let rows = asked.rows(walk.answers());
    let more = walk.more(asked.question, asked.rules, &rows);
    let shown = visit.says().rows(walk, asked.question);
    let (heading, so_far) = heading(visit, walk, asked, shown.len());
    let problem = how.problems.first();
    let wrong = problem.map(|problem| visit.problem(walk, asked.question, problem));
    let error = wrong
        .clone()
        .map(|wrong| ErrorMessage::new(words.get("pages-error-prefix"), wrong));
    let name = asked.question.name.to_string();
    let choices = (more == More::May).then(|| choices(visit, asked, &rows, error.clone()));
    let summary = wrong.as_ref().map(|wrong| ErrorSummary {
        title: words.get("pages-problem-title").into(),
        errors: vec![ErrorLink::new(format!("#{name}"), wrong.clone())],
        ..ErrorSummary::default()
    });
    let title = asked.titled(&heading);
    let mut frame = if wrong.is_some() {
        visit.frame_with_errors(&title)
    } else {
        visit.frame(&title)
    };
    frame.back = Some(asked.before(visit, walk, how.then.is_some()));
    let status = match (&wrong, how.changed) {
        (Some(_), _) => StatusCode::UNPROCESSABLE_ENTITY,
        (None, true) => StatusCode::CONFLICT,
        (None, false) => StatusCode::OK,
    };
    let markup = |text: &Option<_>| text.as_ref().map_or_else(String::new, |text| visit.markup(text, walk));
    let page = ListPage {
        frame,
        summary,
        changed: how.changed,
        caption: asked.stands_in(),
        say: markup(&asked.question.say),
        hint: asked
            .question
            .hint
            .as_ref()
            .map_or_else(String::new, |hint| visit.filled(hint, walk).into_owned()),
        so_far,
        // An error that belongs to no choice leads to the list.
        list_id: if choices.is_some() {
            format!("{name}-list")
        } else {
            name
        },
        error: error.filter(|_| choices.is_none()),
        rows: (!shown.is_empty()).then(|| summary_list(visit, asked, &shown, how.then)),
        bound: bound(visit, walk, asked, more),
        help: asked
            .question
            .help
            .as_ref()
            .map(|help| (visit.text(&help.title), visit.markup(&help.say, walk))),
        why: why_of(visit, walk, asked.question),
        action: visit.address(&asked.address),
        csrf: visit.session.csrf_token(),
        seen: draft.seen_page(asked.top).0,
        then: how.then,
        more: choices,
        heading,
    };
    visit.page(status, &page)
}

/// "You have added 2 jobs"; where the definition has no word for several, what was asked, and how many below.
fn heading(visit: &Visit, walk: &Walk<'_>, asked: &Asked<'_>, n: usize) -> (String, String) {
    let words = visit.words();
    let count = n.to_string();
    let ask = || visit.filled(&asked.question.ask, walk).into_owned();
    let each = visit.text(&asked.rules.each);
    match (&asked.rules.many, n) {
        (Some(_), 0) if asked.question.say.is_some() => (ask(), String::new()),
        (Some(many), 0) => (
            words.with("rows-added-none", &[("many", Value::Text(visit.text(many)))]),
            String::new(),
        ),
        (Some(_), 1) => (
            words.with("rows-added-one", &[("each", Value::Text(each))]),
            String::new(),
        ),
        (Some(many), _) => {
            let with = [("n", Value::Text(&count)), ("many", Value::Text(visit.text(many)))];
            (words.with("rows-added-many", &with), String::new())
        }
        (None, _) => (ask(), words.with("rows-added", &[("n", Value::Text(&count))])),
    }
}

/// What can be added at the most, or must be in all, where that is reached or known.
fn bound(visit: &Visit, walk: &Walk<'_>, asked: &Asked<'_>, more: More) -> String {
    let (fewest, most) = walk.row_bounds(asked.question, asked.rules);
    let n = Value::Count(i64::from(most));
    match more {
        More::Must if fewest == most => visit.words().with("rows-needed", &[("n", n)]),
        More::Full if fewest != most => visit.words().with("rows-full", &[("n", n)]),
        _ => String::new(),
    }
}

/// Whether there is another.
fn choices<'a>(visit: &'a Visit, asked: &Asked<'_>, rows: &Rows, error: Option<ErrorMessage<'a>>) -> Radios<'a> {
    let words = visit.words();
    let name = asked.question.name.to_string();
    let (is_first, is_finished) = (rows.rows.is_empty(), rows.finished);
    let each = visit.text(&asked.rules.each);
    let legend = match &asked.rules.many {
        Some(many) if is_first => words.with("rows-any", &[("many", Value::Text(visit.text(many)))]),
        None if is_first => words.get("rows-any-plain").to_owned(),
        _ => words.with("rows-another", &[("each", Value::Text(each))]),
    };
    Radios {
        id: name.clone().into(),
        name: name.into(),
        legend: Some(Legend {
            classes: "govuk-fieldset__legend--m",
            ..Legend::new(legend)
        }),
        error,
        items: vec![
            Choice::new("yes", words.get("apply-yes")).into(),
            Choice {
                checked: is_finished,
                ..Choice::new("no", words.get("apply-no"))
            }
            .into(),
        ],
        classes: "govuk-radios--inline",
        ..Radios::default()
    }
}

/// The rows, each with links to change and to remove it.
fn summary_list<'a>(
    visit: &'a Visit,
    asked: &Asked<'_>,
    rows: &[RowShown],
    then: Option<&'static str>,
) -> SummaryList<'a> {
    let words = visit.words();
    let onward = onward(asked.then_of_row(then));
    let says = visit.says();
    let first = |row: &RowShown| {
        let answered = row.answers.first().map(|answer| answer.page.clone());
        row.left.clone().or(answered)
    };
    let row = |row: &RowShown| {
        let mut shown = SummaryRow::new(row.heading.clone(), value(visit, row));
        if let Some(page) = first(row) {
            let address = asked.address_of(row.id, &format!("{}{onward}", page.in_address()));
            shown.actions.push(SummaryAction::new(
                visit.address(&address),
                words.get("apply-change"),
                row.full_in(&says, ""),
            ));
        }
        let address = asked.address_of(row.id, &format!("{REMOVE}{onward}"));
        shown.actions.push(SummaryAction::new(
            visit.address(&address),
            words.get("rows-remove"),
            row.full_in(&says, ""),
        ));
        shown
    };
    SummaryList {
        rows: rows.iter().map(row).collect(),
        ..SummaryList::default()
    }
}

/// How a row is called, and whether something in it is left to answer.
fn value<'a>(visit: &'a Visit, row: &RowShown) -> Content<'a> {
    if row.left.is_none() {
        return row.title.clone().into();
    }
    let title = Content::from(row.title.as_str());
    let tag = Tag::new(visit.words().get("rows-incomplete"), "govuk-tag--blue");
    Content::Html(crate::components::Html::trusted(format!("{title} {tag}")))
}
