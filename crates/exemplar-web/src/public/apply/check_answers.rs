//! Check answers, and sending them.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use exemplar_app::apply::{Draft, NotSubmitted, Opened};
use exemplar_app::words::Value;
use exemplar_core::apply::Seen;
use exemplar_core::definition::{Page, PageContent, Question};
use exemplar_core::journey::{End, Walk, questions_of};

use crate::components::{Content, Html, SummaryAction, SummaryList, SummaryRow};
use crate::form::Form;
use crate::frame::Frame;
use crate::public::apply::question::where_to;
use crate::public::apply::task_list::{self, TASK_LIST, UNFINISHED};
use crate::public::apply::{deadline, locked};
use crate::public::errors;
use crate::visit::{Visit, access};

#[derive(Template)]
#[template(path = "public/apply/check_answers.html")]
struct CheckAnswersPage<'a> {
    frame: Frame<'a>,
    changed: bool,
    list: String,
    deadline: String,
    say: String,
    action: String,
    save: String,
    csrf: String,
    seen: String,
    button: &'a str,
}

/// Shows all answers on the path, with links to change them.
pub async fn get(visit: Visit) -> Response {
    page(visit, false).await
}

async fn page(mut visit: Visit, changed: bool) -> Response {
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
    let walk = draft.walk(&visit.manner);
    if walk.is_at_task_list() && !task_list::is_complete(&walk) {
        return visit.go(&format!("{TASK_LIST}?{UNFINISHED}"));
    }
    let End::CheckAnswers = walk.end() else {
        return visit.go(&where_to(&walk));
    };
    let words = visit.words();
    let mut frame = visit.frame(words.get("apply-check-title"));
    frame.back = if walk.is_at_task_list() {
        Some(visit.address(TASK_LIST))
    } else {
        walk.pages().last().map(|last| visit.address(&last.name.in_address()))
    };
    let send = &draft.definition.send;
    let status = if changed { StatusCode::CONFLICT } else { StatusCode::OK };
    visit.page(
        status,
        &CheckAnswersPage {
            frame,
            changed,
            list: list(&visit, &walk, true, 2),
            deadline: deadline::inset(
                &visit,
                Some(draft.case),
                draft.loaded.as_ref().map(|loaded| &loaded.case),
            ),
            say: send
                .say
                .as_ref()
                .map_or_else(String::new, |say| visit.markup(say, &walk)),
            action: visit.address("check-answers"),
            save: visit.address("save"),
            csrf: visit.session.csrf_token(),
            seen: seen(&draft, &walk),
            button: send
                .button
                .as_ref()
                .map_or_else(|| words.get("apply-send"), |button| visit.text(button)),
        },
    )
}

fn seen(draft: &Draft, walk: &Walk<'_>) -> String {
    draft.seen_all(walk).0
}

/// The answers on the path as a list, or as one for each task under a heading of `level`; with links to change each
/// where they can still be changed.
#[must_use]
pub fn list(visit: &Visit, walk: &Walk<'_>, with_links: bool, level: u8) -> String {
    if !walk.is_at_task_list() {
        return rows(visit, walk, &mut walk.pages(), with_links);
    }
    let before = visit.words().get("tasks-before");
    let mut eligibility = walk.pages().take_while(|page| !walk.is_of_task(page));
    let mut markup = under(before, level, &rows(visit, walk, &mut eligibility, with_links));
    for (task, _) in walk.tasks() {
        let rows = rows(visit, walk, &mut walk.pages_of(task), with_links);
        markup.push_str(&under(visit.text(&task.title), level, &rows));
    }
    markup
}

/// A list under its heading; nothing where it is empty.
fn under(title: &str, level: u8, rows: &str) -> String {
    if rows.is_empty() {
        return String::new();
    }
    let class = if level > 2 {
        "govuk-heading-s"
    } else {
        "govuk-heading-m"
    };
    let title = Content::from(title);
    format!("<h{level} class=\"{class}\">{title}</h{level}>\n{rows}")
}

/// The answers on some pages, as a list; nothing where there are none.
fn rows<'a>(visit: &Visit, walk: &Walk<'a>, pages: &mut dyn Iterator<Item = &'a Page>, with_links: bool) -> String {
    let mut rows = Vec::new();
    for page in pages {
        let shown: Vec<&Question> = questions_of(page)
            .filter(|question| is_answered(walk, question))
            .collect();
        let alone = matches!(page.content, PageContent::Question(_));
        for question in shown {
            let address = visit.address(&format!("{}?change", page.name.in_address()));
            rows.push((question, alone, address));
        }
    }
    if rows.is_empty() && walk.is_at_task_list() {
        return String::new();
    }
    let words = visit.words();
    let drawn: Vec<(String, String, String, String)> = rows
        .into_iter()
        .map(|(question, _, address)| {
            let ask = visit.filled(&question.ask, walk).into_owned();
            let hidden = words.with("apply-change-hidden", &[("question", Value::Text(&ask))]);
            (ask, lines(&visit.answer(walk, question)), address, hidden)
        })
        .collect();
    let rows = drawn
        .iter()
        .map(|(ask, answer, address, hidden)| {
            let mut row = SummaryRow::new(ask, Content::Html(Html::trusted(answer.as_str())));
            if with_links {
                row.actions
                    .push(SummaryAction::new(address, words.get("apply-change"), hidden));
            }
            row
        })
        .collect();
    SummaryList {
        rows,
        ..SummaryList::default()
    }
    .to_string()
}

fn is_answered(walk: &Walk<'_>, question: &Question) -> bool {
    walk.questions().any(|answered| answered.name == question.name)
}

/// Lines of text as markup.
fn lines(lines: &[String]) -> String {
    let escaped: Vec<String> = lines
        .iter()
        .map(|line| Content::from(line.as_str()).to_string())
        .collect();
    escaped.join("<br>")
}

/// Sends the answers: once, however often it is asked for.
pub async fn post(mut visit: Visit, form: Form) -> Response {
    let Some(held) = visit.held() else { return visit.go("") };
    if held.is_locked(visit.now) {
        return locked::page(&mut visit, Some(&form)).await;
    }
    let seen = Seen(form.get("seen").to_owned());
    visit.session.used(held.case, visit.now);
    match visit
        .site
        .app
        .submit(&visit.live, access(held), &visit.manner, &seen)
        .await
    {
        Ok(submitted) => visit.go(&format!("done/{}", submitted.case)),
        Err(NotSubmitted::GoTo(_)) if !visit.live.tasks.is_empty() => visit.go(&format!("{TASK_LIST}?{UNFINISHED}")),
        Err(NotSubmitted::GoTo(page)) => visit.go(&page.in_address()),
        Err(NotSubmitted::Changed) => page(visit, true).await,
        Err(NotSubmitted::Gone) => {
            visit.session.let_go(held.case);
            visit.go("")
        }
        Err(NotSubmitted::Failed(failure)) => errors::failure(&visit, &failure),
    }
}
