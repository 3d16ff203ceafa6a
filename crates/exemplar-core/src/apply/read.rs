//! Reading what was typed on a page: answers, or what is wrong with it.

use std::collections::BTreeMap;

use super::Act;
use super::rows::rows_problem;
use super::table::read_table;
use crate::answer::{Answer, Answers, Found, Given, Record, Rows, WentOn};
use crate::definition::{FixedRows, Page, Question, RowsRules};
use crate::expression::Value;
use crate::file::Files;
use crate::id::Name;
use crate::journey::{More, Walk, questions_of};
use crate::kind::{Param, Problem, Reading, Typed};

/// The suffix of the box that can be ticked instead of an answer.
pub const TICKED: &str = "ticked";

/// Something wrong with the answer to one question of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageProblem {
    /// The question.
    pub question: Name,
    /// What is wrong.
    pub problem: Problem,
}

/// Reads a page. `typed` gives what was typed into a question's controls.
///
/// Rules across answers are checked once each answer alone is right.
///
/// # Errors
/// Every problem, in the order of the page.
pub fn read_page(
    walk: &Walk<'_>,
    answers: &Answers,
    page: &Page,
    typed: &dyn Fn(&Name) -> Typed,
    act: &Act,
) -> Result<Vec<(Name, Answer)>, Vec<PageProblem>> {
    let mut read = Reader {
        walk,
        act,
        answers: answers.clone(),
        given: Vec::new(),
        problems: Vec::new(),
    };
    for question in questions_of(page) {
        if read.is_shown(question) {
            read.question(question, &typed(&question.name));
        }
    }
    if read.problems.is_empty() {
        read.rules_across(page);
    }
    if read.problems.is_empty() {
        Ok(read.given)
    } else {
        Err(read.problems)
    }
}

/// A page as far as it was read.
struct Reader<'a, 'b> {
    walk: &'b Walk<'a>,
    act: &'b Act,
    /// What is stored, with what was read put in.
    answers: Answers,
    given: Vec<(Name, Answer)>,
    problems: Vec<PageProblem>,
}

impl Reader<'_, '_> {
    /// Whether a question's own condition holds with what was read so far on this page.
    fn is_shown(&self, question: &Question) -> bool {
        question
            .when
            .as_ref()
            .is_none_or(|when| self.walk.with_answers(&self.answers).holds(when))
    }

    fn question(&mut self, question: &Question, typed: &Typed) {
        if let Some((rules, fixed)) = question
            .kind
            .rows()
            .and_then(|rules| Some((rules, rules.fixed.as_ref()?)))
        {
            return self.table(question, (rules, fixed), typed);
        }
        let read = match question.kind.rows() {
            Some(rules) => self.more_rows(question, rules, typed),
            None if question.kind.files().is_some() => self.files(question),
            None if question.kind.record().is_some() => self.record(question, typed),
            None => self.one(question, typed),
        };
        match read {
            Ok(answer) => self.put(question, answer),
            Err(problems) => self.problems.extend(problems.into_iter().map(|problem| PageProblem {
                question: question.name.clone(),
                problem,
            })),
        }
    }

    fn one(&self, question: &Question, typed: &Typed) -> Result<Answer, Vec<Problem>> {
        let ticked = question.or_tick.is_some() && !typed.get(TICKED).is_empty();
        let mut typed = typed.clone();
        typed.0.remove(TICKED);
        match (typed.is_empty(), ticked) {
            (true, true) => Ok(Answer::Ticked),
            (true, false) if question.optional => Ok(Answer::Blank),
            (true, false) if question.or_tick.is_some() => Err(vec![when_empty(question)]),
            (false, true) => Err(vec![with_box(
                question,
                Problem::new("both", "error-both-typed-and-ticked"),
            )]),
            (_, false) => {
                let bounds: BTreeMap<&'static str, Value> = self.walk.bounds(question);
                let not_offered = self.walk.not_offered(question);
                let facts = Reading {
                    today: self.act.today,
                    bounds: &bounds,
                    not_offered: &not_offered,
                };
                if typed.is_empty() {
                    question.kind.read_empty(&facts)
                } else {
                    question.kind.read(&typed, &facts)
                }
            }
        }
    }

    /// Rows, of which the person says whether there are more.
    fn more_rows(&self, question: &Question, rules: &RowsRules, typed: &Typed) -> Result<Answer, Vec<Problem>> {
        let stored = self.answers.rows(question.name.as_str());
        let rows = stored.cloned().unwrap_or_default();
        let there_are_more = match (self.walk.more(question, rules, &rows), typed.get("")) {
            (More::Must, _) | (More::May, "yes") => true,
            (More::May, "no") | (More::Full, _) => false,
            (More::May, _) => {
                let each = Param::Words(rules.each.clone());
                return Err(vec![when_empty(question).with("each", each)]);
            }
        };
        match self.walk.rows_problem_but_unfinished(question, &rows) {
            Some(problem) if !there_are_more => Err(vec![rows_problem(rules, &rows, problem)]),
            _ => Ok(Answer::Rows(Rows {
                finished: !there_are_more,
                ..rows
            })),
        }
    }

    /// Files, which are there already: the person says that these are all.
    fn files(&self, question: &Question) -> Result<Answer, Vec<Problem>> {
        let stored = self.answers.files(question.name.as_str()).cloned().unwrap_or_default();
        if let Some(harmful) = stored.files.iter().find(|file| file.harmful) {
            let problem = Problem::new("harmful", "error-file-harmful");
            return Err(vec![problem.with("name", Param::Text(harmful.name.clone()))]);
        }
        match (stored.files.is_empty(), question.optional) {
            (true, true) => Ok(Answer::Blank),
            (true, false) => Err(vec![question.kind.when_empty()]),
            (false, _) => Ok(Answer::Files(Files {
                finished: true,
                ..stored
            })),
        }
    }

    /// A record, which was found already: the person says how they go on. What was found comes from the store alone.
    fn record(&self, question: &Question, typed: &Typed) -> Result<Answer, Vec<Problem>> {
        let sent = self.walk.sent_for_record(question).map(|sent| sent.of);
        let stored = self.answers.record(question.name.as_str());
        let stored = stored.filter(|record| Some(&record.of) == sent.as_ref());
        let found = stored.map_or(Found::NoReply, |record| record.found.clone());
        let is_ticked = question.or_tick.is_some() && !typed.get(TICKED).is_empty();
        let went_on = match found {
            _ if is_ticked => WentOn::Ticked,
            Found::Record(_) => WentOn::With,
            Found::Nothing | Found::NoReply if question.optional => WentOn::Without,
            Found::Nothing | Found::NoReply => return Err(vec![when_empty(question)]),
        };
        Ok(Answer::Record(Record {
            of: sent.unwrap_or_default(),
            found,
            went_on: Some(went_on),
        }))
    }

    /// A table or grid: each row as a page of its own.
    fn table(&mut self, question: &Question, of: (&RowsRules, &FixedRows), typed: &Typed) {
        if question.optional && typed.is_empty() {
            return self.put(question, Answer::Blank);
        }
        let walk = self.walk.with_answers(&self.answers);
        match read_table(&walk, question, of, typed, self.act) {
            Ok(rows) => self.put(question, Answer::Rows(rows)),
            Err(problems) => self.problems.extend(problems),
        }
    }

    fn put(&mut self, question: &Question, answer: Answer) {
        let given = Given {
            answer: answer.clone(),
            by: self.act.actor.clone(),
            at: self.act.now,
            channel: self.act.channel,
        };
        self.answers.0.insert(question.name.clone(), given);
        self.given.push((question.name.clone(), answer));
    }

    fn rules_across(&mut self, page: &Page) {
        let walk = self.walk.with_answers(&self.answers);
        // Of what is not all there yet, nothing is asked.
        let is_whole = |question: &Question| {
            let given = self.answers.get(question.name.as_str());
            given.is_none_or(|given| given.answer.is_finished())
        };
        let asked = questions_of(page).filter(|question| !question.must.is_empty());
        for question in asked.filter(|question| is_whole(question)) {
            let broken = question
                .must
                .iter()
                .find(|must| walk.value(&must.be) == Some(Value::Yes(false)));
            if let Some(must) = broken {
                let problem = Problem::own(&must.name);
                self.problems.push(PageProblem {
                    question: question.name.clone(),
                    problem,
                });
            }
        }
    }
}

/// What is wrong with a question that was left empty; one with a box to tick instead names the box.
fn when_empty(question: &Question) -> Problem {
    let problem = question.kind.when_empty();
    if question.or_tick.is_none() {
        return problem;
    }
    with_box(
        question,
        Problem {
            message: "error-empty-or-tick",
            with: Vec::new(),
            ..problem
        },
    )
}

fn with_box(question: &Question, problem: Problem) -> Problem {
    match &question.or_tick {
        Some(words) => problem.with("option", Param::Words(words.clone())),
        None => problem,
    }
}
