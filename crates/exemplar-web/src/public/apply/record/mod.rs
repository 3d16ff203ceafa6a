//! The page of a record of another system: what it has, as a list, with a way to change what it was found by, and a way on.
//! Asking the other system is not here.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use exemplar_app::apply::{Access, Draft, LookedUp};
use exemplar_app::words::Value;
use exemplar_core::answer::{Found, Record, WentOn};
use exemplar_core::apply::{PageProblem, TICKED};
use exemplar_core::definition::{Page, PageContent, Question};
use exemplar_core::id::Name;
use exemplar_core::journey::Walk;
use exemplar_core::kind::RecordRules;
use exemplar_core::publishing::is_preview;

use crate::components::{
    Checkboxes, Choice, Content, ErrorLink, ErrorMessage, ErrorSummary, Html, SummaryAction, SummaryList, SummaryRow,
};
use crate::frame::Frame;
use crate::public::apply::question::{back, where_to, why_of};
use crate::public::errors;
use crate::visit::Visit;

/// A page with a question of a record.
pub struct Asked<'a> {
    /// The page.
    pub page: &'a Page,
    /// The question.
    pub question: &'a Question,
    /// What it says.
    pub rules: &'a RecordRules,
}

impl<'a> Asked<'a> {
    /// What a page asks for; none where it asks for no record.
    #[must_use]
    pub fn on(page: &'a Page) -> Option<Self> {
        let PageContent::Question(question) = &page.content else {
            return None;
        };
        let rules = question.kind.record()?;
        Some(Self { page, question, rules })
    }
}

#[derive(Template)]
#[template(path = "public/apply/record/page.html")]
struct RecordPage<'a> {
    frame: Frame<'a>,
    summary: Option<ErrorSummary<'a>>,
    /// It was changed elsewhere since the page was shown.
    changed: bool,
    /// It is made up: nothing leaves a preview.
    made_up: bool,
    heading: String,
    say: String,
    hint: String,
    id: &'a str,
    /// What was found, as a list; empty where nothing was.
    found: String,
    /// Nothing was found.
    is_nothing: bool,
    /// The other system did not answer.
    is_silent: bool,
    /// What it was looked up by, with links to change it.
    by: String,
    /// The box that stands instead of it.
    or_tick: String,
    can_go_on: bool,
    /// One can go on without a record.
    is_optional: bool,
    help: Option<(&'a str, String)>,
    why: Option<(String, String)>,
    action: String,
    /// The page once more.
    again: String,
    csrf: String,
    seen: String,
    to_check: bool,
}

/// Shows the page, and looks the record up where that was not done a moment ago; `changed` where it was changed elsewhere
/// since the page was shown.
pub async fn show(
    visit: &Visit,
    access: Access,
    (draft, name): (Draft, &Name),
    problems: &[PageProblem],
    (to_check, changed): (bool, bool),
) -> Response {
    let is_on_path = {
        let walk = draft.walk(&visit.manner);
        let page = draft.definition.page(name);
        if page.is_some_and(|page| walk.is_on_path(page)) {
            None
        } else {
            Some(where_to(&walk))
        }
    };
    if let Some(elsewhere) = is_on_path {
        return visit.go(&elsewhere);
    }
    let app = &visit.site.app;
    let looked_up = match app.look_up(&visit.live, access, &visit.manner, (draft, name)).await {
        Ok(Some(looked_up)) => looked_up,
        Ok(None) => return visit.go(""),
        Err(fault) => return errors::fault(visit, &fault),
    };
    let LookedUp { draft, answered } = &looked_up;
    let Some(asked) = draft.definition.page(name).and_then(Asked::on) else {
        return errors::not_found(visit);
    };
    let walk = draft.walk(&visit.manner);
    let shown = Shown {
        visit,
        asked: &asked,
        walk: &walk,
        to_check,
    };
    shown.page(draft, *answered, problems, changed)
}

/// What the page is made from.
struct Shown<'a> {
    visit: &'a Visit,
    asked: &'a Asked<'a>,
    walk: &'a Walk<'a>,
    to_check: bool,
}

impl<'a> Shown<'a> {
    fn page(&self, draft: &'a Draft, answered: bool, problems: &[PageProblem], changed: bool) -> Response {
        let (visit, walk, question) = (self.visit, self.walk, self.asked.question);
        let wrong: Vec<String> = problems
            .iter()
            .map(|problem| visit.problem(walk, question, problem))
            .collect();
        let status = match (wrong.is_empty(), changed) {
            (false, _) => StatusCode::UNPROCESSABLE_ENTITY,
            (true, true) => StatusCode::CONFLICT,
            (true, false) => StatusCode::OK,
        };
        let found = walk.record(&question.name).filter(|_| answered);
        let is_found = found.is_some_and(|record| matches!(record.found, Found::Record(_)));
        let heading = visit.filled(&question.ask, walk).into_owned();
        let mut frame = if wrong.is_empty() {
            visit.frame(&heading)
        } else {
            visit.frame_with_errors(&heading)
        };
        frame.back = Some(back(visit, walk, self.asked.page, self.to_check));
        let markup = |text: &Option<_>| text.as_ref().map_or_else(String::new, |text| visit.markup(text, walk));
        let hint = question.hint.as_ref();
        let is_ticked = found.is_some_and(|record| record.went_on == Some(WentOn::Ticked));
        let change = if self.to_check { "?change" } else { "" };
        let action = visit.address(&self.asked.page.name.in_address());
        let page = RecordPage {
            frame,
            summary: self.summary(&wrong),
            changed,
            made_up: is_preview(&visit.live.id),
            heading,
            say: markup(&question.say),
            hint: hint.map_or_else(String::new, |hint| visit.filled(hint, walk).into_owned()),
            id: question.name.as_str(),
            found: found.map_or_else(String::new, |record| self.found(record)),
            is_nothing: found.is_some() && !is_found,
            is_silent: found.is_none(),
            by: self.by(),
            // What says that a record is wrong means nothing where there is none, unless one can only go on by it.
            or_tick: if is_found || is_ticked || !question.optional {
                self.or_tick(is_ticked, &wrong)
            } else {
                String::new()
            },
            can_go_on: is_found || question.optional || question.or_tick.is_some(),
            is_optional: !is_found && question.optional,
            help: question
                .help
                .as_ref()
                .map(|help| (visit.text(&help.title), visit.markup(&help.say, walk))),
            why: why_of(visit, walk, question),
            again: format!("{action}{change}"),
            action,
            csrf: visit.session.csrf_token(),
            seen: draft.seen_page(self.asked.page).0,
            to_check: self.to_check,
        };
        visit.page(status, &page)
    }

    fn summary(&self, wrong: &[String]) -> Option<ErrorSummary<'a>> {
        let question = self.asked.question;
        let anchor = match question.or_tick {
            Some(_) => format!("#{}-{TICKED}", question.name),
            None => format!("#{}", question.name),
        };
        let errors = wrong.iter().map(|wrong| ErrorLink::new(anchor.clone(), wrong.clone()));
        (!wrong.is_empty()).then(|| ErrorSummary {
            title: self.visit.words().get("pages-problem-title").into(),
            errors: errors.collect(),
            ..ErrorSummary::default()
        })
    }

    /// What was found, as a list of what is shown of it.
    fn found(&self, record: &Record) -> String {
        let Found::Record(fields) = &record.found else {
            return String::new();
        };
        let rows = self.asked.rules.show.iter().filter_map(|(name, field)| {
            let answer = fields.get(name)?;
            let shown = self.visit.says().showing(|showing| field.kind.show(answer, showing));
            Some(self.row(self.visit.text(&field.label), &shown))
        });
        SummaryList {
            rows: rows.collect(),
            ..SummaryList::default()
        }
        .to_string()
    }

    /// The answers that were sent, each with a link to change it.
    fn by(&self) -> String {
        let (visit, walk) = (self.visit, self.walk);
        let words = visit.words();
        let sent = self
            .asked
            .rules
            .send
            .iter()
            .filter_map(|name| walk.question(name.as_str()));
        let rows = sent.map(|question| {
            let ask = visit.filled(&question.ask, walk).into_owned();
            let mut row = self.row(&ask, &visit.answer(walk, question));
            let hidden = words.with("apply-change-hidden", &[("question", Value::Text(&ask))]);
            let page = walk
                .pages()
                .find(|page| page.questions().iter().any(|one| one.name == question.name));
            let address = page.map(|page| visit.address(&format!("{}?change", page.name.in_address())));
            let change = words.get("apply-change").to_owned();
            row.actions
                .extend(address.map(|address| SummaryAction::new(address, change, hidden)));
            row
        });
        SummaryList {
            rows: rows.collect(),
            ..SummaryList::default()
        }
        .to_string()
    }

    /// What another system or a person wrote may run the other way than the page.
    fn row<'b>(&self, key: &str, lines: &[String]) -> SummaryRow<'b> {
        let lines: Vec<String> = lines
            .iter()
            .map(|line| format!("<bdi>{}</bdi>", Content::from(line.as_str())))
            .collect();
        SummaryRow::new(key.to_owned(), Content::Html(Html::trusted(lines.join("<br>"))))
    }

    fn or_tick(&self, is_ticked: bool, wrong: &[String]) -> String {
        let question = self.asked.question;
        let Some(words) = &question.or_tick else {
            return String::new();
        };
        let name = format!("{}-{TICKED}", question.name);
        let prefix = self.visit.words().get("pages-error-prefix");
        let choice = Choice {
            checked: is_ticked,
            ..Choice::new("yes", self.visit.text(words))
        };
        Checkboxes {
            id: (&name).into(),
            name: (&name).into(),
            error: wrong.first().map(|wrong| ErrorMessage::new(prefix, wrong)),
            items: vec![choice.into()],
            ..Checkboxes::default()
        }
        .to_string()
    }
}
