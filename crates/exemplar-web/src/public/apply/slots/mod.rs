//! A question of times: its page, which shows one week after the other, and what its buttons do. Each choice is saved
//! at once, in its order, so that paging and leaving lose nothing. Which times have room is not decided here.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use exemplar_app::apply::Draft;
use exemplar_app::slots::{OfferedTime, Week, wanted_on_page};
use exemplar_app::words::Value;
use exemplar_core::apply::PageProblem;
use exemplar_core::definition::{Page, PageContent, Question, write_time};
use exemplar_core::id::Name;
use exemplar_core::kind::{MORE, SlotsRules, Typed};
use jiff::civil::{Date, DateTime};

use crate::components::{ErrorLink, ErrorSummary, Pagination, PaginationLink};
use crate::form::Form;
use crate::frame::Frame;
use crate::public::apply::question::{back, where_to, why_of};
use crate::public::errors;
use crate::visit::Visit;

/// The field of the buttons that choose a time, take one away, or move one up.
pub const ACT: &str = "act";

/// A page with a question of times.
pub struct Asked<'a> {
    /// The page.
    pub page: &'a Page,
    /// The question.
    pub question: &'a Question,
    /// What it says.
    pub rules: &'a SlotsRules,
}

impl<'a> Asked<'a> {
    /// What a page asks for; none where it asks for no times.
    #[must_use]
    pub fn on(page: &'a Page) -> Option<Self> {
        let PageContent::Question(question) = &page.content else {
            return None;
        };
        let rules = question.kind.slots()?;
        Some(Self { page, question, rules })
    }
}

#[derive(Template)]
#[template(path = "public/apply/slots/page.html")]
struct SlotsPage<'a> {
    frame: Frame<'a>,
    summary: Option<ErrorSummary<'a>>,
    /// They were changed elsewhere since the page was shown.
    changed: bool,
    heading: String,
    say: String,
    hint: String,
    wrong: Vec<String>,
    id: &'a str,
    chosen: Vec<Chosen>,
    /// What is said where as many were chosen as can be.
    full: String,
    /// What is said where no time is free.
    none_free: bool,
    /// The days that are shown, in words.
    span: String,
    week: String,
    days: Vec<Day>,
    pages: Option<Pagination<'a>>,
    help: Option<(&'a str, String)>,
    why: Option<(String, String)>,
    action: String,
    csrf: String,
    seen: String,
    to_check: bool,
}

/// A time that was chosen.
struct Chosen {
    value: String,
    words: String,
    /// It has no room any more.
    gone: bool,
}

/// A day of the week that is shown.
struct Day {
    called: String,
    times: Vec<Time>,
}

struct Time {
    value: String,
    words: String,
    /// The time with its day, for those who hear the button alone.
    day: String,
    state: State,
}

#[derive(PartialEq, Eq)]
enum State {
    Free,
    Full,
    Chosen,
    /// It is free, and no more can be chosen.
    NoMore,
}

/// What the form of a page of times comes to, with the button that was pressed. None where it was another form.
#[must_use]
pub fn typed(form: &Form, question: &str) -> Option<Typed> {
    let (act, time) = form.get(ACT).split_once(' ')?;
    let mut typed = form.typed(question);
    let times = typed.0.entry(String::new()).or_default();
    let place = times.iter().position(|other| other == time);
    match (act, place) {
        ("add", None) => times.push(time.to_owned()),
        ("remove", Some(place)) => {
            times.remove(place);
        }
        ("up", Some(place)) if place > 0 => times.swap(place - 1, place),
        _ => {}
    }
    typed.0.insert(MORE.to_owned(), vec!["yes".to_owned()]);
    Some(typed)
}

/// The address of the page after one of its buttons was pressed: the same week again.
#[must_use]
pub fn address(name: &Name, form: &Form, to_check: bool) -> String {
    let week: Option<Date> = form.get("week").parse().ok();
    let change = if to_check { "&change" } else { "" };
    let week = week.map_or_else(String::new, |week| format!("week={week}"));
    format!("{}?{week}{change}#chosen-times", name.in_address())
}

/// Shows the page; `changed` where the times were changed elsewhere since it was shown.
pub async fn show(
    visit: &Visit,
    draft: &Draft,
    name: &Name,
    problems: &[PageProblem],
    (query, to_check, changed): (&str, bool, bool),
) -> Response {
    let Some(asked) = draft.definition.page(name).and_then(Asked::on) else {
        return errors::not_found(visit);
    };
    // The way is not held while the store is asked.
    let wanted = {
        let walk = draft.walk(&visit.manner);
        if !walk.is_on_path(asked.page) {
            return visit.go(&where_to(&walk));
        }
        wanted_on_page(&walk, &visit.live, &asked.question.name)
    };
    let Some((wanted, _)) = wanted else {
        return errors::not_found(visit);
    };
    let form = Form::read(query.as_bytes()).unwrap_or_default();
    let day = form.get("week").parse().ok();
    let app = &visit.site.app;
    let week = match app.week(&visit.live.id, &wanted, (draft.today, day)).await {
        Ok(week) => week,
        Err(fault) => return errors::fault(visit, &fault),
    };
    let shown = Shown {
        visit,
        asked: &asked,
        week: week.as_ref(),
        chosen: &wanted.times,
        to_check,
    };
    shown.page(draft, problems, changed)
}

/// What the page is made from.
struct Shown<'a> {
    visit: &'a Visit,
    asked: &'a Asked<'a>,
    week: Option<&'a Week>,
    chosen: &'a [DateTime],
    to_check: bool,
}

impl<'a> Shown<'a> {
    fn page(&self, draft: &Draft, problems: &[PageProblem], changed: bool) -> Response {
        let (visit, question) = (self.visit, self.asked.question);
        let walk = draft.walk(&visit.manner);
        let gone = self.week.map_or(&[][..], |week| &week.gone);
        // A time that became full is told, whoever comes here: from check answers it is why they came.
        let lost = gone.iter().map(|at| PageProblem {
            question: question.name.clone(),
            problem: SlotsRules::full(*at),
        });
        let lost: Vec<PageProblem> = lost.filter(|_| problems.is_empty()).collect();
        let problems = problems.iter().chain(&lost);
        let wrong: Vec<String> = problems
            .map(|problem| visit.problem(&walk, question, problem))
            .collect();
        let status = match (wrong.is_empty() || !lost.is_empty(), changed) {
            (false, _) => StatusCode::UNPROCESSABLE_ENTITY,
            (true, true) => StatusCode::CONFLICT,
            (true, false) => StatusCode::OK,
        };
        let heading = visit.filled(&question.ask, &walk).into_owned();
        let mut frame = if wrong.is_empty() {
            visit.frame(&heading)
        } else {
            visit.frame_with_errors(&heading)
        };
        frame.back = Some(back(visit, &walk, self.asked.page, self.to_check));
        let markup = |text: &Option<_>| text.as_ref().map_or_else(String::new, |text| visit.markup(text, &walk));
        let hint = question.hint.as_ref();
        let page = SlotsPage {
            frame,
            summary: self.summary(&wrong),
            changed,
            heading,
            say: markup(&question.say),
            hint: hint.map_or_else(String::new, |hint| visit.filled(hint, &walk).into_owned()),
            wrong,
            id: question.name.as_str(),
            chosen: self.chosen(gone),
            full: self.full(),
            none_free: self.week.is_none_or(|week| week.none_free),
            span: self.week.map_or_else(String::new, |week| self.span(week)),
            week: self.week.map_or_else(String::new, |week| week.first.to_string()),
            days: self.week.map_or_else(Vec::new, |week| self.days(week)),
            pages: self.pages(),
            help: question
                .help
                .as_ref()
                .map(|help| (visit.text(&help.title), visit.markup(&help.say, &walk))),
            why: why_of(visit, &walk, question),
            action: visit.address(&self.asked.page.name.in_address()),
            csrf: visit.session.csrf_token(),
            seen: draft.seen_page(self.asked.page).0,
            to_check: self.to_check,
        };
        visit.page(status, &page)
    }

    fn summary(&self, wrong: &[String]) -> Option<ErrorSummary<'a>> {
        let id = self.asked.question.name.as_str();
        let errors = wrong
            .iter()
            .map(|wrong| ErrorLink::new(format!("#{id}"), wrong.clone()));
        (!wrong.is_empty()).then(|| ErrorSummary {
            title: self.visit.words().get("pages-problem-title").into(),
            errors: errors.collect(),
            ..ErrorSummary::default()
        })
    }

    fn chosen(&self, gone: &[DateTime]) -> Vec<Chosen> {
        let chosen = self.chosen.iter().map(|at| Chosen {
            value: write_time(*at),
            words: self.visit.words().slot(*at),
            gone: gone.contains(at),
        });
        chosen.collect()
    }

    fn is_full(&self) -> bool {
        self.chosen.len() >= self.asked.rules.at_most as usize
    }

    fn full(&self) -> String {
        let most = Value::Count(i64::from(self.asked.rules.at_most));
        if self.is_full() {
            self.visit.words().with("slots-full-choice", &[("n", most)])
        } else {
            String::new()
        }
    }

    fn span(&self, week: &Week) -> String {
        let words = self.visit.words();
        let (from, to) = (words.named_day(week.first), words.named_day(week.last));
        let with = [("from", Value::Text(&from)), ("to", Value::Text(&to))];
        words.with("dates-from-to", &with)
    }

    fn days(&self, week: &Week) -> Vec<Day> {
        let words = self.visit.words();
        let days = week.days.iter().map(|day| {
            let called = words.named_day(day.day);
            let times = day.times.iter().map(|time| self.time(time, &called));
            Day {
                times: times.collect(),
                called,
            }
        });
        days.collect()
    }

    fn time(&self, time: &OfferedTime, day: &str) -> Time {
        let words = self.visit.words();
        let (from, to) = (words.time(time.at.time()), words.time(time.end.time()));
        let with = [("from", Value::Text(&from)), ("to", Value::Text(&to))];
        Time {
            value: write_time(time.at),
            words: words.with("dates-from-to", &with),
            day: day.to_owned(),
            state: match () {
                () if self.chosen.contains(&time.at) => State::Chosen,
                () if !time.has_room => State::Full,
                () if self.is_full() => State::NoMore,
                () => State::Free,
            },
        }
    }

    fn pages(&self) -> Option<Pagination<'a>> {
        let week = self.week?;
        let words = self.visit.words();
        let change = if self.to_check { "&change" } else { "" };
        let address = self.visit.address(&self.asked.page.name.in_address());
        let link = |day: Option<Date>, key: &'static str| {
            day.map(|day| PaginationLink {
                href: format!("{address}?week={day}{change}#week-times").into(),
                text: words.get(key).into(),
                ..PaginationLink::default()
            })
        };
        (week.before.is_some() || week.after.is_some()).then(|| Pagination {
            label: words.get("slots-weeks").into(),
            previous: link(week.before, "slots-week-before"),
            next: link(week.after, "slots-week-after"),
            ..Pagination::default()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_button_changes_the_times_and_keeps_their_order() {
        let check = |act: &str, expected: &[&str]| {
            let fields = [("times", "a 1"), ("times", "b 2"), (ACT, act)];
            let typed = typed(&Form::of(fields.into_iter()), "times").unwrap();
            assert_eq!(typed.all(""), expected, "{act}");
            assert_eq!(typed.get(MORE), "yes");
        };
        check("add c 3", &["a 1", "b 2", "c 3"]);
        check("add a 1", &["a 1", "b 2"]);
        check("remove a 1", &["b 2"]);
        check("remove c 3", &["a 1", "b 2"]);
        check("up b 2", &["b 2", "a 1"]);
        check("up a 1", &["a 1", "b 2"]);
        assert!(typed(&Form::default(), "times").is_none());
    }
}
