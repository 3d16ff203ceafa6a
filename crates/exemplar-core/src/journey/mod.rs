//! The way of one person through a definition, worked out from their answers.
//!
//! The order of the file is the order of the journey. A page is on the path when its condition holds; the path goes on
//! from a page once its questions are answered. An answer off the path has no value: it is kept while drafting, seen
//! by no expression, and never sent. [`scope`] is what expressions see; [`rows`] are walked each by itself, as a small
//! journey within this one; [`tasks`] walks a service with a task list, [`eligibility`] tells whether a person can apply,
//! [`moving`] whether a draft can go on under another version, [`fee`] what it costs, [`documents`] which documents are to come,
//! [`holds`] which answers do not hold any more, [`records`] for which answers another system's record was looked up,
//! [`drawn`] which questions a page shows before it is answered.

mod documents;
mod drawings;
mod drawn;
mod eligibility;
mod fee;
mod holds;
mod moving;
mod records;
mod rows;
mod scope;
mod tasks;

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::ops::Range;

use indexmap::IndexMap;
use jiff::civil::Date;

use crate::answer::{Answer, Answers, Given};
use crate::definition::{Cases, Definition, Fact, Page, PageContent, Question, QuestionPlace, Task};
use crate::expression::{Expression, Value};
use crate::id::{Language, Name};
use crate::issuing::Issued;
use crate::record::Channel;
use crate::text::Text;
use holds::Past;
use tasks::Walked;

pub use documents::DocumentDue;
pub use eligibility::{Eligibility, ask_the_same};
pub use fee::{FeeDue, LineDue, in_currency};
pub use moving::{Movable, WhyNot, carried, movable};
pub use records::SentForRecord;
pub use rows::{More, RowsProblem};
pub use tasks::TaskState;

/// What a journey depends on besides the answers.
#[derive(Debug, Clone)]
pub struct Setting {
    /// The day of the request in the service's time zone.
    pub today: Date,
    /// The language of the request.
    pub language: Language,
    /// How the person deals with the service.
    pub channel: Channel,
}

/// A way through a definition.
#[derive(Debug)]
pub struct Walk<'a> {
    definition: &'a Definition,
    course: Course<'a>,
    answers: &'a Answers,
    setting: Setting,
    /// By page: whether it is on the path.
    on_path: Vec<bool>,
    /// The pages on the path, in order.
    pages: Vec<usize>,
    /// By task; empty where the service has none, and before its list.
    tasks: Vec<Walked>,
    end: Stop,
    /// Pages that count as done whatever is answered there.
    past: Past,
    facts: RefCell<Facts>,
    /// What was issued, for texts that name it.
    issued: Vec<Issued>,
}

/// What is walked: the pages of a definition, or those of one row.
#[derive(Debug, Clone, Copy)]
struct Course<'a> {
    pages: &'a [Page],
    places: &'a IndexMap<Name, QuestionPlace>,
    facts: &'a IndexMap<Name, Fact>,
    /// None in a row.
    tasks: &'a [Task],
    /// The way on which the row was given.
    outer: Option<&'a Walk<'a>>,
    /// Which row of a table or grid it is.
    row: Option<(&'a Name, &'a Text)>,
}

/// By fact: what it came to on this path, or that it is being worked out.
type Facts = Vec<Option<Option<Value>>>;

#[derive(Debug, Clone, Copy)]
enum Stop {
    CheckAnswers,
    Exit(usize),
    Unanswered(usize),
}

/// Where a path ends for now.
#[derive(Debug, Clone, Copy)]
pub enum End<'a> {
    /// Everything is answered.
    CheckAnswers,
    /// At an exit.
    Exit(&'a Page),
    /// At the first page with something left to answer, or with an answer that breaks a rule across answers.
    Unanswered(&'a Page),
}

/// All questions of a page, shown or not.
pub fn questions_of(page: &Page) -> std::slice::Iter<'_, Question> {
    page.questions().iter()
}

impl<'a> Walk<'a> {
    /// Walks as far as the answers lead.
    #[must_use]
    pub fn new(definition: &'a Definition, answers: &'a Answers, setting: Setting) -> Self {
        let course = Course {
            pages: &definition.pages,
            places: &definition.places,
            facts: &definition.facts,
            tasks: &definition.tasks,
            outer: None,
            row: None,
        };
        Self::along(definition, course, answers, setting)
    }

    /// The same way with other answers.
    #[must_use]
    pub fn with_answers<'b>(&'b self, answers: &'b Answers) -> Walk<'b> {
        Walk::along(self.definition, self.course, answers, self.setting.clone())
    }

    fn along(definition: &'a Definition, course: Course<'a>, answers: &'a Answers, setting: Setting) -> Self {
        Self::along_past(definition, course, answers, (setting, Past::none()))
    }

    fn along_past(
        definition: &'a Definition,
        course: Course<'a>,
        answers: &'a Answers,
        (setting, past): (Setting, Past),
    ) -> Self {
        let mut walk = Self {
            definition,
            course,
            answers,
            setting,
            on_path: vec![false; course.pages.len()],
            pages: Vec::with_capacity(course.pages.len()),
            tasks: Vec::new(),
            end: Stop::CheckAnswers,
            past,
            facts: RefCell::new(vec![None; course.facts.len()]),
            issued: Vec::new(),
        };
        let tasks = course.tasks;
        let to_the_tasks = tasks.first().map_or(course.pages.len(), |task| task.pages.start);
        walk.end = match walk.stretch(0..to_the_tasks) {
            Some(stop) => stop,
            None if tasks.is_empty() => Stop::CheckAnswers,
            None => walk.walk_tasks(),
        };
        walk
    }

    /// The same way, with what was issued at its end.
    #[must_use]
    pub fn with_issued(self, issued: Vec<Issued>) -> Self {
        Self { issued, ..self }
    }

    /// What was issued under that name.
    #[must_use]
    pub fn issued(&self, issue: &str) -> Option<&Issued> {
        let outer = || self.course.outer?.issued(issue);
        let mut own = self.issued.iter();
        own.find(|issued| issued.issue.as_str() == issue).or_else(outer)
    }

    /// Walks a stretch of pages, to its end or to where it stops before.
    fn stretch(&mut self, pages: Range<usize>) -> Option<Stop> {
        for place in pages {
            let page = &self.course.pages[place];
            if page.when.as_ref().is_some_and(|when| !when.holds(self)) {
                continue;
            }
            self.step(place);
            if matches!(page.content, PageContent::Exit { .. }) {
                return Some(Stop::Exit(place));
            }
            if !self.is_done(page) {
                return Some(Stop::Unanswered(place));
            }
        }
        None
    }

    /// Takes a page onto the path. What facts come to may change with its answers.
    fn step(&mut self, place: usize) {
        self.on_path[place] = true;
        self.pages.push(place);
        if !self.course.facts.is_empty() {
            self.facts.get_mut().fill(None);
        }
    }

    /// Whether each question that the page shows is answered, and no rule across answers is broken.
    fn is_done(&self, page: &Page) -> bool {
        if self.past.has(page) {
            return true;
        }
        self.shown(page).all(|question| {
            self.is_answered(question)
                && !question
                    .must
                    .iter()
                    .any(|must| must.be.value(self) == Some(Value::Yes(false)))
        })
    }

    /// Whether there is an answer, and, where it is one of rows, whether there is nothing left to say in them.
    fn is_answered(&self, question: &Question) -> bool {
        match self.answers.get(&question.name).map(|given| &given.answer) {
            None => false,
            Some(Answer::Rows(rows)) => self.rows_problem(question, rows).is_none(),
            Some(Answer::Files(files)) => files.is_done(),
            Some(Answer::Slots(slots)) => slots.finished,
            Some(Answer::Record(record)) => record.went_on.is_some() && self.is_of_what_is_sent(&question.name, record),
            Some(_) => true,
        }
    }

    /// The definition.
    #[must_use]
    pub fn definition(&self) -> &'a Definition {
        self.definition
    }

    /// All answers, on the path and off it.
    #[must_use]
    pub fn answers(&self) -> &'a Answers {
        self.answers
    }

    /// The day of the request.
    #[must_use]
    pub fn today(&self) -> Date {
        self.setting.today
    }

    /// The language of the request.
    #[must_use]
    pub fn language(&self) -> &'_ Language {
        &self.setting.language
    }

    /// Where the path ends for now.
    #[must_use]
    pub fn end(&self) -> End<'a> {
        match self.end {
            Stop::CheckAnswers => End::CheckAnswers,
            Stop::Exit(place) => End::Exit(&self.course.pages[place]),
            Stop::Unanswered(place) => End::Unanswered(&self.course.pages[place]),
        }
    }

    /// The pages on the path, up to and with the one where it ends.
    pub fn pages(&self) -> impl Iterator<Item = &'a Page> + '_ {
        self.pages.iter().map(|&place| &self.course.pages[place])
    }

    /// The question of that name: of this row, or of the service.
    #[must_use]
    pub fn question(&self, name: &str) -> Option<&'a Question> {
        let own = self.course.places.get(name);
        let own = own.and_then(|place| self.course.pages.get(place.page)?.questions().get(place.on_page));
        own.or_else(|| self.course.outer?.question(name))
    }

    /// Whether a page is on the path.
    #[must_use]
    pub fn is_on_path(&self, page: &Page) -> bool {
        self.pages().any(|on_path| on_path.name == page.name)
    }

    /// The page before another on the path; none where its task, or the journey, begins with it.
    #[must_use]
    pub fn before(&self, page: &Page) -> Option<&'a Page> {
        let place = self.pages().position(|on_path| on_path.name == page.name)?;
        let before = self.pages().nth(place.checked_sub(1)?)?;
        self.are_together(page, before).then_some(before)
    }

    /// The questions that a page shows: on a page with several, those whose own condition holds.
    pub fn shown<'b>(&'b self, page: &'a Page) -> impl Iterator<Item = &'a Question> + 'b {
        questions_of(page).filter(|question| question.when.as_ref().is_none_or(|when| when.holds(self)))
    }

    /// The questions on the path that are answered, in order: what is sent.
    pub fn questions(&self) -> impl Iterator<Item = &'a Question> + '_ {
        self.pages()
            .flat_map(|page| self.shown(page))
            .filter(|question| self.answers.get(&question.name).is_some())
    }

    /// Whether a condition holds.
    #[must_use]
    pub fn holds(&self, condition: &Expression) -> bool {
        condition.holds(self)
    }

    /// What an expression comes to.
    #[must_use]
    pub fn value(&self, expression: &Expression) -> Option<Value> {
        expression.value(self)
    }

    /// What cases come to.
    #[must_use]
    pub fn cases(&self, cases: &Cases) -> Option<Value> {
        cases.value(self)
    }

    /// The answer to a question as expressions see it.
    #[must_use]
    pub fn value_of(&self, question: &str) -> Option<Value> {
        crate::expression::Scope::answer(self, &Name::from(question))
    }

    /// What was given to a question, in this row or outside of it, on the path or off it.
    #[must_use]
    pub fn given(&self, question: &str) -> Option<&'a Given> {
        match self.course.outer {
            Some(outer) if !self.course.places.contains_key(question) => outer.given(question),
            _ => self.answers.get(question),
        }
    }

    /// What a fact comes to.
    #[must_use]
    pub fn fact(&self, name: &str) -> Option<Value> {
        let Some(place) = self.course.facts.get_index_of(name) else {
            return match self.course.outer {
                Some(outer) => outer.fact(name),
                None => self.check(name),
            };
        };
        if let Some(known) = &self.facts.borrow()[place] {
            return known.clone();
        }
        let value = self.course.facts[place].is.value(self);
        self.facts.borrow_mut()[place] = Some(value.clone());
        value
    }

    /// How a fact is worked out and shown: one of this row, or of the service.
    #[must_use]
    pub fn rules_of_fact(&self, name: &str) -> Option<&'a Fact> {
        let own = self.course.facts.get(name);
        own.or_else(|| self.course.outer?.rules_of_fact(name))
    }

    /// The bounds of a question that depend on other answers.
    #[must_use]
    pub fn bounds(&self, question: &Question) -> BTreeMap<&'static str, Value> {
        let bounds = question.kind.bounds().iter();
        bounds
            .filter_map(|bound| Some((bound.rule, bound.cases.value(self)?)))
            .collect()
    }

    /// The options of a question that are not offered to this person.
    #[must_use]
    pub fn not_offered(&self, question: &Question) -> Vec<Name> {
        let options = question.kind.choices().into_iter().flat_map(|choices| choices.0.iter());
        options
            .filter(|option| option.when.as_ref().is_some_and(|when| !when.holds(self)))
            .map(|option| option.name.clone())
            .collect()
    }
}
