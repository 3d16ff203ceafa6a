//! What the office asks the applicant for while it looks at a case: what it is and until when, the answer to be checked,
//! and sending it. The answer itself is given on the page of its question.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use exemplar_app::apply::Draft;
use exemplar_app::casework::NotSent;
use exemplar_app::words::Value;
use exemplar_core::answer::Answer;
use exemplar_core::apply::Seen;
use exemplar_core::casework::{Asked, note_of_ask, sent_answers};
use exemplar_core::definition::{Page, Question};

use crate::components::{Content, Html, SummaryAction, SummaryList, SummaryRow};
use crate::form::Form;
use crate::frame::Frame;
use crate::public::apply::done;
use crate::public::errors;
use crate::visit::{Visit, access};

/// What stands behind the address once the answer was sent.
const SENT: &str = "sent";

#[derive(Template)]
#[template(path = "public/apply/asking.html")]
struct AskingPage<'a> {
    frame: Frame<'a>,
    /// It was answered elsewhere since the page was shown.
    changed: bool,
    heading: String,
    say: String,
    note: String,
    until: String,
    /// Where the answer is given.
    answer_at: String,
    /// The answer; empty before there is one.
    list: String,
    action: String,
    csrf: String,
    seen: String,
}

#[derive(Template)]
#[template(path = "public/apply/asking_sent.html")]
struct SentPage<'a> {
    frame: Frame<'a>,
    status: String,
}

/// The address of what a case is asked for.
#[must_use]
pub fn address(draft: &Draft) -> String {
    format!("asked/{}", draft.case)
}

/// Shows what is asked for, or that it was sent.
pub async fn get(mut visit: Visit, case: &str, query: &str) -> Response {
    let draft = match done::open(&mut visit, case).await {
        Ok(draft) => draft,
        Err(reply) => return *reply,
    };
    let Some(page) = draft.asked_page() else {
        if query == SENT {
            let frame = visit.frame(visit.words().get("asks-sent-title"));
            let status = visit.address(&format!("status/{}", draft.case));
            return visit.page(StatusCode::OK, &SentPage { frame, status });
        }
        return visit.go(&format!("status/{}", draft.case));
    };
    // The page of the question is that of the case which was used last.
    if let Some(held) = visit.session.of_case(draft.case)
        && visit.held() != Some(held)
    {
        visit.session.hold(held.case, &visit.live.id, held.epoch, visit.now);
    }
    show(&visit, &draft, page, false).await
}

async fn show(visit: &Visit, draft: &Draft, page: &Page, changed: bool) -> Response {
    let (Some(question), Some(loaded)) = (page.questions().first(), &draft.loaded) else {
        return errors::not_found(visit);
    };
    let events = match visit.site.app.store.events(draft.case).await {
        Ok(events) => events,
        Err(fault) => return errors::fault(visit, &fault),
    };
    let (words, walk) = (visit.words(), draft.walk(&visit.manner));
    let heading = visit.filled(&question.ask, &walk).into_owned();
    let until = Asked::of(&loaded.case).and_then(|asked| asked.until(&draft.definition));
    let until = until.map(|day| words.date(day)).unwrap_or_default();
    let mut frame = visit.frame(&heading);
    frame.back = Some(visit.address(&format!("status/{}", draft.case)));
    let answer_at = visit.address(&page.name.in_address());
    let status = if changed { StatusCode::CONFLICT } else { StatusCode::OK };
    visit.page(
        status,
        &AskingPage {
            frame,
            changed,
            say: question
                .say
                .as_ref()
                .map_or_else(String::new, |say| visit.markup(say, &walk)),
            note: note_of_ask(&events).unwrap_or_default().to_owned(),
            until: words.with("asks-until", &[("date", Value::Text(&until))]),
            list: answer(visit, draft, question, &answer_at),
            answer_at,
            heading,
            action: visit.address(&address(draft)),
            csrf: visit.session.csrf_token(),
            seen: draft.seen_page(page).0,
        },
    )
}

/// The answer as it stands, with a link to change it; empty before it is given.
fn answer(visit: &Visit, draft: &Draft, question: &Question, change_at: &str) -> String {
    let given = draft.answers().get(question.name.as_str());
    let is_given = given.is_some_and(|given| !matches!(&given.answer, Answer::Files(files) if !files.is_done()));
    if !is_given {
        return String::new();
    }
    let (words, walk) = (visit.words(), draft.walk(&visit.manner));
    let title = visit.filled(&question.ask, &walk).into_owned();
    let value = lines(&visit.answer(&walk, question));
    let row = SummaryRow {
        actions: vec![SummaryAction::new(
            change_at.to_owned(),
            words.get("apply-change"),
            title.to_lowercase(),
        )],
        ..SummaryRow::new(title.clone(), value)
    };
    SummaryList {
        rows: vec![row],
        ..SummaryList::default()
    }
    .to_string()
}

/// Lines of an answer, each apart from the direction of the page.
fn lines(lines: &[String]) -> Html<'static> {
    let lines: Vec<String> = lines
        .iter()
        .map(|line| format!("<bdi>{}</bdi>", Content::from(line.as_str())))
        .collect();
    Html::trusted(lines.join("<br>"))
}

/// What was sent before, for the status page; empty where there is nothing.
pub fn sent(visit: &Visit, draft: &Draft) -> String {
    if draft.definition.casework.asks_for.is_empty() {
        return String::new();
    }
    let says = exemplar_app::says::Says {
        words: visit.words(),
        definition: &draft.definition,
        language: draft
            .definition
            .language_index(&visit.manner.language)
            .unwrap_or_default(),
    };
    let walk = draft.walk(&visit.manner);
    let row = |sent: exemplar_core::casework::SentAnswer<'_>| {
        let question = sent.rule.question()?;
        let shown = says.showing(|showing| question.kind.show(&sent.given.answer, showing));
        let title = says.filled(&question.ask, &walk).into_owned();
        Some(SummaryRow::new(title, lines(&shown)))
    };
    let rows: Vec<_> = sent_answers(&draft.definition, draft.answers())
        .into_iter()
        .filter_map(row)
        .collect();
    if rows.is_empty() {
        return String::new();
    }
    SummaryList {
        rows,
        ..SummaryList::default()
    }
    .to_string()
}

/// Sends the answer.
pub async fn post(mut visit: Visit, case: &str, form: Form) -> Response {
    let draft = match done::open(&mut visit, case).await {
        Ok(draft) => draft,
        Err(reply) => return *reply,
    };
    let (Some(page), Some(held)) = (draft.asked_page(), visit.session.of_case(draft.case)) else {
        return visit.go(&format!("status/{}", draft.case));
    };
    let seen = Seen(form.get("seen").to_owned());
    let app = &visit.site.app;
    match app.answer_ask(&visit.live, access(held), &visit.manner, &seen).await {
        Ok(()) => visit.go(&format!("{}?{SENT}", address(&draft))),
        Err(NotSent::Incomplete) => visit.go(&page.name.in_address()),
        Err(NotSent::Changed) => match done::open(&mut visit, case).await {
            Ok(draft) => match draft.asked_page() {
                Some(page) => show(&visit, &draft, page, true).await,
                None => visit.go(&format!("status/{}", draft.case)),
            },
            Err(reply) => *reply,
        },
        Err(NotSent::NotAsked) => visit.go(&format!("status/{}", draft.case)),
        Err(NotSent::Failed(failure)) => errors::failure(&visit, &failure),
    }
}
