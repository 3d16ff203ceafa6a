//! The model of a definition: what the journey, the pages and the casework read.

use std::borrow::Borrow;
use std::collections::BTreeMap;
use std::sync::Arc;

use indexmap::IndexMap;
use jiff::Timestamp;

use super::afterwards::{Casework, ChannelCost, Keep, MessageTemplate, TextMessage};
use super::equality::EqualityQuestion;
use super::fact::Fact;
use super::fee::{Fee, Payment};
use super::holidays::Calendar;
use super::issues::{Certificate, Issue};
use super::opening::Opening;
use super::sending::Sending;
use super::signatory::Signatory;
use super::slots::SlotCalendar;
use super::standard::Standard;
use super::tasks::Task;
use crate::expression::Expression;
use crate::id::{Digest, Language, Name, OrganisationId, ServiceId};
use crate::kind::Kind;
use crate::text::Text;

/// The files of one service, by path inside its folder. What is checked, formatted, stored and published.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Folder {
    /// The folder's name: the service's id and address.
    pub name: String,
    /// Content by path, such as `messages/received.en.md`.
    pub files: BTreeMap<String, Vec<u8>>,
}

/// One version of a service.
#[derive(Debug)]
pub struct Definition {
    /// The folder's name.
    pub id: ServiceId,
    /// Of the folder's content.
    pub digest: Digest,
    /// The first is the one that it is written in.
    pub languages: Vec<Language>,
    /// What it is called.
    pub name: Text,
    /// Who owns it.
    pub organisation: OrganisationId,
    /// ISO 4217; `GBP` where nothing is said.
    pub currency: String,
    /// The time zone of `today`, such as `Europe/London`.
    pub time_zone: String,
    /// The start page.
    pub start: Start,
    /// All pages of the journey, eligibility first, in order.
    pub pages: Vec<Page>,
    /// So many of them are eligibility's.
    pub eligibility_pages: usize,
    /// The task list, in order; empty where the service has none. Its pages are all that follow eligibility.
    pub tasks: Vec<Task>,
    /// Named conditions and sums.
    pub facts: IndexMap<Name, Fact>,
    /// Texts to be put anywhere.
    pub phrases: IndexMap<Name, Text>,
    /// Lists by name, from `lists:` and `lists/*.csv`.
    pub lists: IndexMap<Name, Arc<List>>,
    /// The question whose answer is the second fact for coming back.
    pub confirm_with: Option<Name>,
    /// What it costs, where it is not free.
    pub fee: Option<Fee>,
    /// How that is paid.
    pub payment: Payment,
    /// A second person who signs before sending, where there is one.
    pub signatory: Option<Signatory>,
    /// What decisions issue, by name.
    pub issues: Vec<Issue>,
    /// When one can begin, where that is not always.
    pub opening: Option<Opening>,
    /// The last day, where there is one.
    pub deadline: Option<Deadline>,
    /// What counts as the same application, where the service asks "have I done this already?".
    pub already: Option<AlreadyDone>,
    /// Check answers.
    pub send: Send,
    /// The confirmation page.
    pub done: Done,
    /// What happens after submission.
    pub casework: Casework,
    /// Messages by name.
    pub messages: IndexMap<Name, MessageTemplate>,
    /// Texts by name.
    pub text_messages: IndexMap<Name, TextMessage>,
    /// When each of them goes, to whom and by which means, by name.
    pub sendings: IndexMap<Name, Sending>,
    /// Certificates of what is issued, by name.
    pub certificates: IndexMap<Name, Certificate>,
    /// By message: the certificate that goes with it.
    pub attached: BTreeMap<Name, Name>,
    /// Evidence and targets, where the team wrote them down.
    pub standard: Option<Standard>,
    /// Equality questions, which are no questions of the journey; empty where none are asked.
    pub equality: Vec<EqualityQuestion>,
    /// How long what is kept.
    pub keep: Keep,
    /// Ways to deal with the service, and what they cost.
    pub channels: IndexMap<Name, ChannelCost>,
    /// Days that are no working days besides weekends.
    pub holidays: Calendar,
    /// Calendars of times that can be booked.
    pub calendars: IndexMap<Name, Arc<SlotCalendar>>,
    /// Where each question stands.
    pub places: IndexMap<Name, QuestionPlace>,
    /// The names that pages and questions had in an earlier version, by those that they have now.
    pub former: BTreeMap<Name, Name>,
}

/// Where a question stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct QuestionPlace {
    /// The page, in [`Definition::pages`].
    pub page: usize,
    /// The question on that page.
    pub on_page: usize,
}

impl Definition {
    /// The place of a language among the definition's.
    #[must_use]
    pub fn language_index(&self, language: &Language) -> Option<usize> {
        self.languages.iter().position(|own| own == language)
    }

    /// The question of that name.
    #[must_use]
    pub fn question(&self, name: &(impl Borrow<str> + ?Sized)) -> Option<&Question> {
        let place = self.places.get(name.borrow())?;
        self.pages.get(place.page)?.questions().get(place.on_page)
    }

    /// The page of that name: of the journey, or of what the office can ask for, to which no path leads.
    #[must_use]
    pub fn page(&self, name: &str) -> Option<&Page> {
        let of_the_journey = self.pages.iter().find(|page| page.name.as_str() == name);
        of_the_journey.or_else(|| Some(&self.casework.asks_for.get(name)?.page))
    }

    /// All questions, in order.
    pub fn questions(&self) -> impl Iterator<Item = &Question> {
        self.pages.iter().flat_map(Page::questions)
    }
}

impl Page {
    /// The questions on it; none on an exit or a page of information.
    #[must_use]
    pub fn questions(&self) -> &[Question] {
        match &self.content {
            PageContent::Question(question) => std::slice::from_ref(question),
            PageContent::Together { questions, .. } => questions,
            PageContent::Exit { .. } | PageContent::Information { .. } => &[],
        }
    }
}

/// The start page.
#[derive(Debug, Default)]
pub struct Start {
    /// Markdown: what the service does.
    pub say: Option<Text>,
    /// Markdown: who it is for.
    pub who_can: Option<Text>,
    /// How long it takes.
    pub takes: Option<Text>,
    /// Markdown: what to have ready.
    pub have_ready: Option<Text>,
    /// The button's words, in place of "Start now".
    pub button: Option<Text>,
}

/// One page of the journey.
#[derive(Debug)]
pub struct Page {
    /// Its name and, with dashes, its address.
    pub name: Name,
    /// It shows when this holds.
    pub when: Option<Expression>,
    /// What is on it.
    pub content: PageContent,
}

/// The four kinds of page.
#[derive(Debug)]
pub enum PageContent {
    /// One question, whose words are the heading.
    Question(Box<Question>),
    /// Several questions that are one thing.
    Together {
        /// The heading.
        title: Text,
        /// Markdown above the questions.
        say: Option<Text>,
        /// In order.
        questions: Vec<Question>,
    },
    /// The end of a journey that goes no further.
    Exit {
        /// The heading.
        heading: Text,
        /// Markdown.
        say: Option<Text>,
        /// What the end means.
        ends_as: EndsAs,
    },
    /// Something to read before going on.
    Information {
        /// The heading.
        title: Text,
        /// Markdown.
        say: Text,
    },
}

/// What an exit means.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum EndsAs {
    /// The person does not qualify.
    #[default]
    NotEligible,
    /// There is another service for them.
    GoElsewhere,
    /// There is nothing that they need to do.
    NothingToDo,
}

/// One question.
#[derive(Debug)]
pub struct Question {
    /// Its one name, everywhere.
    pub name: Name,
    /// What is asked.
    pub ask: Text,
    /// As it fits after "Enter" and in tables: "your full name".
    pub called: Text,
    /// One short sentence.
    pub hint: Option<Text>,
    /// Markdown above the answer.
    pub say: Option<Text>,
    /// Opens on request.
    pub help: Option<Help>,
    /// Why it is asked.
    pub why: Option<Text>,
    /// Under which act.
    pub law: Option<Arc<str>>,
    /// On a page with several questions: shown beneath an option of another, when this holds.
    pub when: Option<Expression>,
    /// Whether it may be left empty.
    pub optional: bool,
    /// The box that can be ticked instead of an answer.
    pub or_tick: Option<Text>,
    /// What it is in the vocabulary that all services share, such as `person.name`.
    pub prefill: Option<Arc<str>>,
    /// How it is answered.
    pub kind: Box<dyn Kind>,
    /// Rules across answers, in order.
    pub must: Vec<Must>,
    /// Own words for errors, by the rule that failed, or `empty`, or `wrong`.
    pub errors: BTreeMap<Name, Text>,
}

/// Help that opens on request.
#[derive(Debug)]
pub struct Help {
    /// The line that opens it.
    pub title: Text,
    /// Markdown.
    pub say: Text,
}

/// A rule across answers.
#[derive(Debug)]
pub struct Must {
    /// Its name, for translations and examples.
    pub name: Name,
    /// What must hold. Where it has no value, the rule is not broken.
    pub be: Expression,
    /// What to say where it does not.
    pub or_say: Text,
}

/// `VALUE when CONDITION`, read from the top; the last may stand without a condition.
#[derive(Debug)]
pub struct Cases(pub Vec<(Expression, Option<Expression>)>);

/// A list of options with further columns.
#[derive(Debug, Default)]
pub struct List {
    /// The columns' names, `id` and `name` among them.
    pub columns: Vec<Name>,
    /// Rows by id.
    pub rows: IndexMap<Name, Vec<Arc<str>>>,
    /// The names in the languages of the definition, by id, where the list has them.
    pub names: IndexMap<Name, Text>,
}

/// The options of a choice, in order.
#[derive(Debug, Clone, Default)]
pub struct Choices(pub Vec<Option_>);

/// One option.
#[derive(Debug, Clone)]
pub struct Option_ {
    /// Its name, in expressions and in the store.
    pub name: Name,
    /// What the person reads.
    pub label: Text,
    /// One short sentence.
    pub hint: Option<Text>,
    /// Other names under which it is found in a long list, with `;` between them.
    pub also: Option<Arc<str>>,
    /// Offered when this holds.
    pub when: Option<Arc<Expression>>,
    /// Cannot be ticked beside others.
    pub alone: bool,
}

/// The last day on which one can apply.
#[derive(Debug)]
pub struct Deadline {
    /// What ends.
    pub name: Text,
    /// Until when, in the service's time zone.
    pub last_moment: Timestamp,
    /// What must have happened by then.
    pub counts: DeadlineCounts,
    /// A later end, and the law that sets it.
    pub extended: Option<(Timestamp, Arc<str>)>,
    /// Markdown, until then.
    pub before: Option<Text>,
    /// Markdown, after it.
    pub after: Option<Text>,
}

impl Deadline {
    /// The last second as it is at present, extended or not: the minute that is written counts to its end.
    #[must_use]
    pub fn end(&self) -> Timestamp {
        self.extended.as_ref().map_or(self.last_moment, |(later, _)| *later)
    }

    /// Whether it is over at that moment.
    #[must_use]
    pub fn is_over(&self, at: Timestamp) -> bool {
        at.as_second() > self.end().as_second()
    }
}

/// What must have happened by the last moment to be in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DeadlineCounts {
    /// The first answer was saved.
    FirstAnswer,
    /// The application was submitted.
    Submission,
    /// The person stood in the queue.
    PlaceInQueue,
}

/// "Have I done this already?"
#[derive(Debug)]
pub struct AlreadyDone {
    /// Expressions that are equal in two applications of the same person.
    pub same: Vec<Expression>,
    /// The heading.
    pub title: Text,
    /// Markdown.
    pub say: Option<Text>,
    /// Markdown, where there is an application.
    pub found: Option<Text>,
    /// Markdown, where there is none.
    pub not_found: Option<Text>,
}

/// Check answers.
#[derive(Debug, Default)]
pub struct Send {
    /// The button's words, in place of "Accept and send".
    pub button: Option<Text>,
    /// Markdown above the button.
    pub say: Option<Text>,
}

/// The confirmation page.
#[derive(Debug, Default)]
pub struct Done {
    /// Markdown: what happens next.
    pub say: Option<Text>,
}
