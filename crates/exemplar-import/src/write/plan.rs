//! Which pages of the service come of which pages of the form, what is asked on each, and what everything is called.

use super::texts::{self, Texts};
use crate::form::{Content, Field, Form, Kind, Page, Role, Words};
use crate::names::{self, Names};
use crate::report::{Became, Report};

/// A question of the service.
#[derive(Debug)]
pub(super) struct Asked<'a> {
    pub(super) field: &'a Field,
    pub(super) name: String,
    /// The names of its options, or documents.
    pub(super) options: Vec<String>,
    /// The question in whose rows it is asked.
    pub(super) rows: Option<usize>,
}

impl Asked<'_> {
    /// Whether nobody comes past it without an answer.
    pub(super) fn must_be_answered(&self) -> bool {
        self.field.required
    }

    /// The place of the option that conditions name so, by its value or else by its label.
    pub(super) fn option(&self, written: &str) -> Option<usize> {
        let Kind::Choice { options, .. } = &self.field.kind else {
            return None;
        };
        let place = |same: &dyn Fn(&crate::form::Choice) -> bool| options.iter().position(same);
        place(&|option| option.value == written)
            .or_else(|| place(&|option| option.value.trim().eq_ignore_ascii_case(written.trim())))
            .or_else(|| place(&|option| option.label.own.trim().eq_ignore_ascii_case(written.trim())))
    }
}

/// A page of the service.
#[derive(Debug)]
pub(super) struct Part<'a> {
    pub(super) name: String,
    pub(super) what: PartWhat,
    pub(super) texts: Texts<'a>,
}

/// What a page of the service is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum PartWhat {
    Question(usize),
    Together(Vec<usize>),
    Information,
    Exit,
}

/// What comes of a page of the form.
#[derive(Debug)]
pub(super) struct PlannedPage<'a> {
    pub(super) page: &'a Page,
    /// The first question that is asked here, or next.
    pub(super) order: usize,
    pub(super) parts: Vec<Part<'a>>,
}

/// What comes of a form.
#[derive(Debug, Default)]
pub(super) struct Plan<'a> {
    pub(super) pages: Vec<PlannedPage<'a>>,
    pub(super) asked: Vec<Asked<'a>>,
    /// Texts before the first question.
    pub(super) start: Texts<'a>,
    /// Texts above the button that sends.
    pub(super) send: Texts<'a>,
    /// Texts after sending.
    pub(super) done: Texts<'a>,
    pub(super) names: Names,
}

/// The most questions that stay together on a page.
const TOGETHER: usize = 8;

/// Plans the pages of a route. `ends` says of each page of the form whether nothing follows it.
pub(super) fn plan<'a>(form: &'a Form, route: &[usize], ends: &[bool], report: &mut Report) -> Plan<'a> {
    let mut planning = Planning {
        report,
        has_tasks: !form.tasks.is_empty(),
        plan: Plan::default(),
    };
    keep_options(form, &mut planning.plan.names);
    planning.plan.start.shown.extend(&form.intro);
    planning.plan.send.shown.extend(&form.before_sending);
    planning.plan.done.shown.extend(&form.confirmation);
    for (at, place) in route.iter().enumerate() {
        let page = &form.pages[*place];
        planning.page(page, ends[*place], at);
    }
    planning.plan
}

/// A word that is an option is no name of a question: in a condition beside it, it would mean two things.
fn keep_options(form: &Form, names: &mut Names) {
    for field in form.pages.iter().flat_map(Page::fields) {
        for name in option_names(field) {
            names.keep(&name);
        }
        keep_options_of_rows(field, names);
    }
}

fn keep_options_of_rows(field: &Field, names: &mut Names) {
    if let Kind::Rows { fields, .. } = &field.kind {
        for field in fields {
            option_names(field).iter().for_each(|name| names.keep(name));
            keep_options_of_rows(field, names);
        }
    }
}

fn option_names(field: &Field) -> Vec<String> {
    let labels: Vec<&str> = match &field.kind {
        Kind::Choice { options, .. } => options.iter().map(|option| option.label.own.as_str()).collect(),
        Kind::Evidence(documents) => documents.iter().map(|document| document.label.own.as_str()).collect(),
        _ => Vec::new(),
    };
    let mut names = Names::default();
    labels.into_iter().map(|label| names.option(label)).collect()
}

struct Planning<'a, 'r> {
    report: &'r mut Report,
    /// What stands before the questions of a task belongs to it, and not to the start page.
    has_tasks: bool,
    plan: Plan<'a>,
}

impl<'a> Planning<'a, '_> {
    fn page(&mut self, page: &'a Page, is_end: bool, at: usize) {
        let order = self.plan.asked.len();
        let texts = texts::of_page(page);
        let asks = page.fields().any(|field| !matches!(field.kind, Kind::Unknown));
        for field in page.fields().filter(|field| matches!(field.kind, Kind::Unknown)) {
            let says = format!(
                "There is no kind of answer for \"{}\", so it is not asked.",
                field.source_type
            );
            self.report
                .note(Became::NotPossible, (&field.place, &field.source_type), "no_kind", says);
        }
        let parts = if asks {
            self.questions(page)
        } else {
            self.without_questions(page, texts, is_end, at).into_iter().collect()
        };
        self.plan.pages.push(PlannedPage { page, order, parts });
    }

    /// A page that asks nothing goes to the start page or the confirmation, or becomes an end or a page to read.
    fn without_questions(&mut self, page: &'a Page, texts: Texts<'a>, is_end: bool, at: usize) -> Option<Part<'a>> {
        let place = (page.place.as_str(), "page");
        let is_start = page.role == Role::Start || (at == 0 && page.role == Role::Asks && !is_end);
        match page.role {
            Role::CheckAnswers => {
                let says = "Every service has this page.";
                self.report.note(Became::LeftOut, place, "check_answers", says);
                self.plan.send.shown.extend(texts.shown);
                None
            }
            _ if is_start && self.plan.asked.is_empty() && !self.has_tasks => {
                self.report.carried(place, "start", "the start page");
                self.plan.start.shown.extend(texts.shown);
                None
            }
            Role::Confirmation if page.when.is_none() => {
                self.report.carried(place, "done", "the confirmation page");
                self.plan.done.shown.extend(texts.shown);
                None
            }
            role => {
                let what = if role == Role::Exit || is_end {
                    PartWhat::Exit
                } else {
                    PartWhat::Information
                };
                if texts.shown.is_empty() && what == PartWhat::Information {
                    let says = "This page asks nothing and says nothing.";
                    self.report.note(Became::LeftOut, place, "empty_page", says);
                    return None;
                }
                let name = self.plan.names.give(&page.title.own, "", "page");
                Some(Part { name, what, texts })
            }
        }
    }

    /// One thing a page, unless short labels belong together under the heading of their page.
    fn questions(&mut self, page: &'a Page) -> Vec<Part<'a>> {
        let known =
            |content: &&Content| !matches!(content, Content::Field(field) if matches!(field.kind, Kind::Unknown));
        let content: Vec<&'a Content> = page.content.iter().filter(known).collect();
        let fields = content.iter().filter_map(|content| match content {
            Content::Field(field) => Some(&**field),
            Content::Shown(_) => None,
        });
        let fields: Vec<&Field> = fields.collect();
        if belong_together(page, &fields) {
            let context = if fields.iter().all(|field| field.label.own == fields[0].label.own) {
                ""
            } else {
                &page.title.own
            };
            let name = self.plan.names.give(&page.title.own, "", "page");
            let asked = fields.iter().map(|field| self.ask(field, context, None)).collect();
            let texts = texts::of_contents(&content);
            return vec![Part {
                name,
                what: PartWhat::Together(asked),
                texts,
            }];
        }
        let alone = fields.len() == 1;
        let mut parts: Vec<Part<'a>> = Vec::new();
        let mut waiting: Vec<&'a Content> = Vec::new();
        for content in content {
            waiting.push(content);
            let Content::Field(field) = content else { continue };
            let words = wording(page, field, alone);
            let asked = self.ask_called(field, &words.own, &page.title.own, None);
            parts.push(Part {
                name: self.plan.asked[asked].name.clone(),
                what: PartWhat::Question(asked),
                texts: texts::of_contents(&std::mem::take(&mut waiting)),
            });
            if !alone || (words != page.title && !page.title.is_empty()) {
                self.heading(page, &words);
            }
        }
        // What stands below the last answer is read before it.
        if let Some(last) = parts.last_mut() {
            last.texts.shown.extend(texts::of_contents(&waiting).shown);
        }
        parts
    }

    fn heading(&mut self, page: &Page, ask: &Words) {
        let same = |a: &str, b: &str| {
            a.trim()
                .trim_end_matches(['?', '.', ' '])
                .eq_ignore_ascii_case(b.trim().trim_end_matches(['?', '.', ' ']))
        };
        if !page.title.is_empty() && !page.title_is_said && !same(&page.title.own, &ask.own) {
            let says = format!(
                "The question stands in place of the page's heading \"{}\".",
                page.title.own
            );
            self.report
                .note(Became::Approximated, (&page.place, "heading"), "heading", says);
        }
    }

    fn ask(&mut self, field: &'a Field, context: &str, rows: Option<usize>) -> usize {
        self.ask_called(field, &field.label.own, context, rows)
    }

    /// Adds a question, and after it what is asked in each of its rows.
    fn ask_called(&mut self, field: &'a Field, words: &str, context: &str, rows: Option<usize>) -> usize {
        let words = if words.trim().is_empty() { &field.key } else { words };
        let words = field.named.unwrap_or(words);
        let own = if field.kind.key() == "yes_no" {
            names::of_yes_no(words)
        } else {
            words.to_owned()
        };
        let name = self.plan.names.give(&own, context, field.kind.key());
        let place = self.plan.asked.len();
        self.plan.asked.push(Asked {
            field,
            name,
            options: option_names(field),
            rows,
        });
        if let Kind::Rows { fields, .. } = &field.kind {
            for inner in fields.iter().filter(|inner| can_stand_in_rows(inner, rows.is_some())) {
                self.ask(inner, words, Some(place));
            }
        }
        place
    }
}

/// Whether the language takes such a question in rows. Rows can hold rows once more, and no deeper.
fn can_stand_in_rows(field: &Field, is_deep: bool) -> bool {
    match field.kind.key() {
        "file" | "unknown" | "slots" | "evidence" => false,
        "rows" => !is_deep,
        _ => true,
    }
}

/// The words with which a question that has its page alone is asked.
pub(super) fn wording(page: &Page, field: &Field, alone: bool) -> Words {
    let asks = |words: &Words| words.own.trim_end().ends_with('?');
    let title_asks =
        alone && !page.title.is_empty() && (field.label_is_hidden || field.label.is_empty() || asks(&page.title));
    let title_alone = field.label.is_empty() && !page.title.is_empty();
    if title_alone || title_asks && (asks(&page.title) || !asks(&field.label)) {
        page.title.clone()
    } else if field.label.is_empty() {
        Words::only(field.key.as_str())
    } else {
        field.label.clone()
    }
}

/// Whether the fields of a page stay on one page: short labels, under a heading that says what they are.
fn belong_together(page: &Page, fields: &[&Field]) -> bool {
    let is_short = |field: &&&Field| {
        let label = field.label.own.trim();
        !label.ends_with('?') && !label.is_empty() && label.split_whitespace().count() <= 6
    };
    // The lines of an address, say, with one question among them.
    let short = fields.iter().filter(is_short).count();

    let keys: Vec<&str> = fields.iter().map(|field| field.key.as_str()).collect();
    let looks_here = |field: &&Field| {
        field
            .when
            .as_ref()
            .is_some_and(|test| keys.iter().any(|key| test.looks_at(key)))
    };
    (2..=TOGETHER).contains(&fields.len())
        && !page.title.is_empty()
        && short >= 2
        && short * 3 >= fields.len() * 2
        && !fields
            .iter()
            .any(|field| field.kind.stands_alone() || matches!(field.kind.key(), "long_text" | "table" | "grid"))
        && !fields.iter().any(looks_here)
}
