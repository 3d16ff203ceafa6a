//! Which pages of the service come of which pages of the form, what is asked on each, and what everything is called.

use super::texts::{self, Texts};
use super::wording::{Wording, wording};
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
    /// With which words its question is asked, where it asks one.
    pub(super) wording: Wording,
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
/// The most words of a label that stands below a heading with others.
const SHORT: usize = 8;
/// The most words of what an answer is called, where the question is named after it.
const WORDS_OF_NAME: usize = 6;

/// Plans the pages of a route. `ends` says of each page of the form whether nothing follows it.
pub(super) fn plan<'a>(form: &'a Form, route: &[usize], ends: &[bool], report: &mut Report) -> Plan<'a> {
    let mut planning = Planning {
        report,
        has_tasks: !form.tasks.is_empty(),
        headings_stay: form.headings_stay,
        heading: String::new(),
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
    form.pages
        .iter()
        .flat_map(Page::fields)
        .for_each(|field| keep_options_of(field, names));
}

fn keep_options_of(field: &Field, names: &mut Names) {
    option_names(field).iter().for_each(|name| names.keep(name));
    if let Kind::Rows { fields, .. } = &field.kind {
        fields.iter().for_each(|field| keep_options_of(field, names));
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
    /// Headings that are not the question stay below it.
    headings_stay: bool,
    /// The heading of the last question that had one.
    heading: String,
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
                // Several ends of one heading are told apart by the question before them.
                let before = self.plan.asked.last().map(|one| one.name.clone()).unwrap_or_default();
                let name = self.plan.names.give(&page.title.own, &before, "page");
                Some(Part {
                    name,
                    what,
                    texts,
                    wording: Wording::default(),
                })
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
            return vec![Part {
                name,
                what: PartWhat::Together(asked),
                texts: texts::between(&content),
                wording: Wording::default(),
            }];
        }
        let alone = fields.len() == 1;
        let mut parts: Vec<Part<'a>> = Vec::new();
        let mut waiting: Vec<&'a Content> = Vec::new();
        for content in content {
            waiting.push(content);
            let Content::Field(field) = content else { continue };
            let mut wording = wording(page, field, (alone, parts.is_empty()));
            self.heading(page, &mut wording);
            let asked = self.ask_called(field, &words_of_name(field, &wording), &page.title.own, None);
            parts.push(Part {
                name: self.plan.asked[asked].name.clone(),
                what: PartWhat::Question(asked),
                texts: texts::of_contents(&std::mem::take(&mut waiting)),
                wording,
            });
        }
        // What stands below the last answer is read before it.
        if let Some(last) = parts.last_mut() {
            last.texts.shown.extend(texts::of_contents(&waiting).shown);
        }
        parts
    }

    /// Says what becomes of a heading that is not the question. The same one is not said again on the next page.
    fn heading(&mut self, page: &Page, wording: &mut Wording) {
        let is_heading = wording.besides.as_ref() == Some(&page.title);
        let again = is_heading && self.heading == page.title.own;
        self.heading = page.title.own.clone();
        if again {
            wording.lost = wording.besides.take().map(|words| ("heading_again", words));
        }
        let gone = wording.besides.take_if(|_| is_heading && !self.headings_stay);
        let mut note = |became, reason, says: String| {
            self.report.note(became, (&page.place, "heading"), reason, says);
        };
        if let Some(heading) = gone.filter(|_| !page.title_is_said) {
            let says = format!(
                "The question stands in place of the page's heading \"{}\".",
                heading.own
            );
            note(Became::Approximated, "heading", says);
        }
        if let Some(besides) = &wording.besides {
            let says = format!(
                "A page has one heading, which is the question. \"{}\" stands below it.",
                besides.own
            );
            note(Became::Approximated, "heading", says);
        }
        if let Some((reason, words)) = &wording.lost {
            let says = match *reason {
                "heading_again" => format!("The heading \"{}\" stands on the page before already.", words.own),
                "label_hidden" => format!("Nobody saw the label \"{}\": the heading is the question.", words.own),
                _ => format!("The question says what \"{}\" says.", words.own),
            };
            note(Became::LeftOut, *reason, says);
        }
    }

    fn ask(&mut self, field: &'a Field, context: &str, rows: Option<usize>) -> usize {
        self.ask_called(field, &field.label.own, context, rows)
    }

    /// Adds a question, and after it what is asked in each of its rows.
    fn ask_called(&mut self, field: &'a Field, words: &str, context: &str, rows: Option<usize>) -> usize {
        let words = if words.trim().is_empty() { &field.key } else { words };
        let words = field.named.unwrap_or(words);
        let words = names::without_optional(words);
        let own = if field.kind.key() == "yes_no" {
            names::of_yes_no(&words)
        } else {
            words.clone()
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
                self.ask(inner, &words, Some(place));
            }
        }
        place
    }
}

/// Whether the language takes such a question in rows: rows too, but none within those.
fn can_stand_in_rows(field: &Field, within: bool) -> bool {
    match field.kind.key() {
        "rows" => !within,
        kind => !matches!(kind, "file" | "unknown" | "slots" | "evidence"),
    }
}

/// The words that a question is named after: what its answer is called, where that is short.
fn words_of_name(field: &Field, wording: &Wording) -> String {
    let is_short = |words: &&Words| (1..=WORDS_OF_NAME).contains(&words.own.split_whitespace().count());
    let called = field.called.as_ref().or(wording.called.as_ref());
    let called = called.filter(|_| field.kind.key() != "yes_no");
    // A name of one word, such as "Form", says less than the question.
    let says_it = |words: &&Words| names::from_words(&words.own).is_some_and(|name| name.contains('_'));
    let called = called.filter(is_short).filter(says_it);
    called.unwrap_or(&wording.ask).own.clone()
}

/// Whether the fields of a page stay on one page: short labels, under a heading that says what they are.
fn belong_together(page: &Page, fields: &[&Field]) -> bool {
    let is_short = |field: &&&Field| {
        let label = field.label.own.trim();
        !label.ends_with('?') && !label.is_empty() && label.split_whitespace().count() <= SHORT
    };
    // The lines of an address, say, with one question among them.
    let declares = fields.iter().all(|field| field.kind.key() == "declaration");
    let short = if declares {
        fields.len()
    } else {
        fields.iter().filter(is_short).count()
    };
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
