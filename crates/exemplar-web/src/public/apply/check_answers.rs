//! Check answers, and sending them.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use exemplar_app::apply::{Draft, NotSubmitted, Opened};
use exemplar_app::rows::RowShown;
use exemplar_app::words::Value;
use exemplar_core::apply::Seen;
use exemplar_core::definition::{Page, Question, Send};
use exemplar_core::id::Name;
use exemplar_core::journey::{End, Walk, questions_of};
use exemplar_core::kind::Sketch;

use crate::components::{Content, HeadingLevel, Html, SummaryAction, SummaryCard, SummaryList, SummaryRow};
use crate::form::Form;
use crate::frame::Frame;
use crate::public::apply::question::where_to;
use crate::public::apply::task_list::{self, TASK_LIST, UNFINISHED};
use crate::public::apply::{deadline, fee, locked, renewing};
use crate::public::errors;
use crate::sketch;
use crate::visit::{Visit, access};

#[derive(Template)]
#[template(path = "public/apply/check_answers.html")]
struct CheckAnswersPage<'a> {
    frame: Frame<'a>,
    changed: bool,
    /// How a wait before ended, where the case waited.
    ended: String,
    /// What is renewed, where something is.
    renewing: String,
    list: String,
    fee: String,
    /// What comes between the button and the sending: a signature, the fee.
    before_sending: Vec<String>,
    /// When a fee is paid that is not paid before sending.
    paid_later: String,
    not_sent: &'static str,
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
    let ended = match fee::ended(&visit, &draft).await {
        Ok(ended) => ended,
        Err(fault) => return errors::fault(&visit, &fault),
    };
    let walk = draft.walk(&visit.manner);
    if walk.is_at_task_list() && !task_list::is_complete(&walk) {
        return visit.go(&format!("{TASK_LIST}?{UNFINISHED}"));
    }
    let End::CheckAnswers = walk.end() else {
        return visit.go(&where_to(&walk));
    };
    let before_sending = fee::before_sending(&visit, &walk);
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
            ended,
            renewing: renewing::inset(&visit, &walk),
            list: list(&visit, &walk, true, 2),
            fee: fee::of_walk(&visit, &walk),
            paid_later: fee::after_decision(&visit, &walk),
            not_sent: if before_sending.is_empty() {
                "apply-check-not-sent"
            } else {
                "waiting-check-not-yet"
            },
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
            button: button(&visit, send, before_sending.is_empty()),
            before_sending,
        },
    )
}

/// The words of the button: those of the service, or what the button does.
fn button<'a>(visit: &'a Visit, send: &'a Send, is_sent_at_once: bool) -> &'a str {
    match &send.button {
        Some(button) => visit.text(button),
        None if is_sent_at_once => visit.words().get("apply-send"),
        None => visit.words().get("waiting-check-button"),
    }
}

fn seen(draft: &Draft, walk: &Walk<'_>) -> String {
    draft.seen_all(walk).0
}

/// The answers on the path as a list, or as one for each task under a heading of `level`; with links to change each
/// where they can still be changed.
#[must_use]
pub fn list(visit: &Visit, walk: &Walk<'_>, with_links: bool, level: u8) -> String {
    let shown = Shown {
        visit,
        walk,
        with_links,
        level,
    };
    if !walk.is_at_task_list() {
        let markup = shown.answers(&mut walk.pages());
        return if markup.is_empty() {
            SummaryList::default().to_string()
        } else {
            markup + &shown.facts()
        };
    }
    let before = visit.words().get("tasks-before");
    let mut eligibility = walk.pages().take_while(|page| !walk.is_of_task(page));
    let mut markup = shown.under(before, &shown.answers(&mut eligibility));
    for (task, _) in walk.tasks() {
        let answers = shown.answers(&mut walk.pages_of(task));
        markup.push_str(&shown.under(visit.text(&task.title), &answers));
    }
    markup + &shown.facts()
}

/// How answers are shown.
struct Shown<'v> {
    visit: &'v Visit,
    walk: &'v Walk<'v>,
    /// Whether they can be changed.
    with_links: bool,
    /// Of the headings above the answers of each task.
    level: u8,
}

impl Shown<'_> {
    /// A list under its heading; nothing where it is empty.
    fn under(&self, title: &str, answers: &str) -> String {
        if answers.is_empty() {
            return String::new();
        }
        let level = self.level;
        let class = if level > 2 {
            "govuk-heading-s"
        } else {
            "govuk-heading-m"
        };
        let title = Content::from(title);
        format!("<h{level} class=\"{class}\">{title}</h{level}>\n{answers}")
    }

    /// What was worked out from the answers, where the definition says how it is called.
    fn facts(&self) -> String {
        let facts = self.visit.says().facts(self.walk);
        if facts.is_empty() {
            return String::new();
        }
        let row_of = |(_, called, value): (_, &str, String)| row(self.visit, called, (&[value], None), None);
        let list = SummaryList {
            rows: facts.into_iter().map(row_of).collect(),
            ..SummaryList::default()
        };
        self.under(self.visit.words().get("facts-title"), &list.to_string())
    }

    /// The answers on some pages, as lists; nothing where there are none.
    fn answers(&self, pages: &mut dyn Iterator<Item = &Page>) -> String {
        let (visit, walk) = (self.visit, self.walk);
        let mut markup = String::new();
        let mut list = SummaryList::default();
        for page in pages {
            let address = visit.address(&format!("{}?change", page.name.in_address()));
            for question in questions_of(page).filter(|question| is_answered(walk, question)) {
                let ask = visit.filled(&question.ask, walk);
                let answer = visit.answer(walk, question);
                let sketch = walk.sketch(question);
                list.rows.push(row(
                    visit,
                    &ask,
                    (&answer, sketch.as_ref()),
                    self.with_links.then_some(&address),
                ));
                if question.kind.rows().is_some_and(|rules| rules.fixed.is_none()) {
                    // Each row stands in a frame of its own, between what was answered before and after.
                    let before = std::mem::take(&mut list);
                    markup.push_str(&before.to_string());
                    markup.push_str(&self.each_row(page, question));
                }
            }
        }
        if !list.rows.is_empty() {
            markup.push_str(&list.to_string());
        }
        markup
    }

    /// What was answered in each row of a question, in a frame each.
    fn each_row(&self, page: &Page, question: &Question) -> String {
        let rows = self.visit.says().rows(self.walk, question);
        self.frames(&rows, &page.name.in_address(), "")
    }

    /// A frame for each row, after which those of the rows follow that it holds.
    fn frames(&self, rows: &[RowShown], list: &str, around: &str) -> String {
        let visit = self.visit;
        let says = visit.says();
        let mut markup = String::new();
        for shown in rows {
            let place = |of: &Name| format!("{list}/{}/{}", shown.id.0, of.in_address());
            let address = |of: &Name| visit.address(&format!("{}?change", place(of)));
            let answers = shown.answers.iter();
            let list = SummaryList {
                rows: answers
                    .map(|answer| {
                        let address = self.with_links.then(|| address(&answer.page));
                        row(
                            visit,
                            &answer.ask,
                            (&answer.lines, answer.sketch.as_ref()),
                            address.as_ref(),
                        )
                    })
                    .collect(),
                card: Some(SummaryCard {
                    title: shown.full_in(&says, around).into(),
                    heading_level: Some(self.level_of_rows(!around.is_empty())),
                    ..SummaryCard::default()
                }),
                ..SummaryList::default()
            };
            markup.push_str(&list.to_string());
            let of = shown.heading_in(&says, around);
            for answer in &shown.answers {
                markup.push_str(&self.frames(&answer.rows, &place(&answer.page), &of));
            }
        }
        markup
    }

    /// One below the heading of a task, where there is one; of a row within a row, one below that row's.
    fn level_of_rows(&self, is_in_row: bool) -> HeadingLevel {
        match self.level + u8::from(self.walk.is_at_task_list()) + u8::from(is_in_row) {
            ..=2 => HeadingLevel::H2,
            3 => HeadingLevel::H3,
            4 => HeadingLevel::H4,
            5 => HeadingLevel::H5,
            6.. => HeadingLevel::H6,
        }
    }
}

/// A question with its answer, and a link to change it.
fn row<'a>(
    visit: &Visit,
    ask: &str,
    (answer, sketch): (&[String], Option<&Sketch>),
    address: Option<&String>,
) -> SummaryRow<'a> {
    let words = visit.words();
    let image = sketch.map_or_else(String::new, |sketch| sketch::image(words, sketch));
    let markup = lines(answer, words.right_to_left) + &image;
    let mut row = SummaryRow::new(ask.to_owned(), Content::Html(Html::trusted(markup)));
    if let Some(address) = address {
        let hidden = words.with("apply-change-hidden", &[("question", Value::Text(ask))]);
        let change = words.get("apply-change").to_owned();
        row.actions.push(SummaryAction::new(address.clone(), change, hidden));
    }
    row
}

fn is_answered(walk: &Walk<'_>, question: &Question) -> bool {
    walk.questions().any(|answered| answered.name == question.name)
}

/// Lines of text as markup. On a page from right to left each stands apart, since it may run the other way.
fn lines(lines: &[String], right_to_left: bool) -> String {
    let line = |line: &String| {
        let line = Content::from(line.as_str());
        if right_to_left {
            format!("<bdi>{line}</bdi>")
        } else {
            line.to_string()
        }
    };
    let escaped: Vec<String> = lines.iter().map(line).collect();
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
        Err(NotSubmitted::NotRenewed(why)) => renewing::refused(&visit, held.case, why),
        Err(NotSubmitted::Gone) => {
            visit.session.let_go(held.case);
            visit.go("")
        }
        Err(NotSubmitted::Failed(failure)) => errors::failure(&visit, &failure),
    }
}
