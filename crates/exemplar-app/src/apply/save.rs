//! Saving the answers to one page.

use std::sync::Arc;

use exemplar_core::answer::Answer;
use exemplar_core::answer::Answers;
use exemplar_core::apply::{
    Act, NewCase, PageGiven, PageProblem, Refusal, RowAct, Seen, may_begin, read_page, read_row, save_answers,
};
use exemplar_core::casework::save_asked;
use exemplar_core::definition::{Definition, Page, PageContent};
use exemplar_core::id::{Language, Name, Reference};
use exemplar_core::journey::{End, Setting, Walk};
use exemplar_core::kind::{SEARCHING, Typed};
use exemplar_core::record::{Change, Committed, Observation, ObservationKind, Outcome};
use exemplar_store::Fault;
use jiff::civil::Date;

use super::{Access, CONFLICT_TRIES, Draft, Failure, Manner, Opened};
use crate::slots::chosen_in;
use crate::{App, chance};

/// What is to be saved.
pub struct SaveAnswers<'a> {
    /// The page.
    pub page: &'a Name,
    /// What is done to one of its rows; none for the page itself.
    pub row: Option<RowAct>,
    /// What was typed into a question's controls.
    pub typed: &'a (dyn Fn(&Name) -> Typed + Send + Sync),
    /// What the form showed of what was stored.
    pub seen: Seen,
}

/// The answers as they stand once saved.
#[derive(Debug)]
pub struct Saved {
    /// The version whose rules they follow.
    pub definition: Arc<Definition>,
    /// All of them.
    pub answers: Answers,
    /// The day of the request in the service's time zone.
    pub today: Date,
}

/// Where the person goes from a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Next {
    /// To another page, which may be an exit.
    Page(Name),
    /// To the task list.
    TaskList,
    /// To check answers.
    CheckAnswers,
}

impl Saved {
    /// The page after `page` on the path; with `straight_to_check`, the first that is not done, or check answers.
    #[must_use]
    pub fn next(&self, page: &Name, straight_to_check: bool, manner: &Manner) -> Next {
        next(&self.walk(manner), page, straight_to_check)
    }

    /// The way through the definition with these answers.
    #[must_use]
    pub fn walk(&self, manner: &Manner) -> Walk<'_> {
        let setting = Setting {
            today: self.today,
            language: manner.language.clone(),
            channel: manner.channel,
        };
        Walk::new(&self.definition, &self.answers, setting)
    }
}

impl Draft {
    /// As [`Saved::next`], with the answers as they were read.
    #[must_use]
    pub fn next(&self, page: &Name, straight_to_check: bool, manner: &Manner) -> Next {
        next(&self.walk(manner), page, straight_to_check)
    }
}

fn next(walk: &Walk<'_>, page: &Name, straight_to_check: bool) -> Next {
    if straight_to_check {
        return match walk.end() {
            End::CheckAnswers => Next::CheckAnswers,
            End::Exit(left) | End::Unanswered(left) if leads_to(walk, page, left) => Next::Page(left.name.clone()),
            End::Exit(_) | End::Unanswered(_) => Next::TaskList,
        };
    }
    let after = walk.definition().page(page).and_then(|page| walk.after(page));
    match after {
        Some(next) => Next::Page(next.name.clone()),
        None if walk.is_at_task_list() => Next::TaskList,
        None => Next::CheckAnswers,
    }
}

/// Whether a person goes from one page straight to another: not where the other belongs to another task.
fn leads_to(walk: &Walk<'_>, page: &Name, left: &Page) -> bool {
    let page = walk.definition().page(page);
    !walk.is_at_task_list() || page.is_some_and(|page| walk.are_together(page, left))
}

/// Why nothing was saved.
#[derive(Debug)]
pub enum NotSaved {
    /// There is no such page, or it is not on this person's path.
    NotOnPath(Box<Draft>),
    /// Something is wrong with what was typed.
    Problems(Box<Draft>, Vec<PageProblem>),
    /// Something else was saved since the form was shown.
    Changed(Box<Draft>),
    /// It was submitted.
    AlreadySubmitted(Option<Reference>),
    /// The service is closed, and this would be the first answer.
    Closed,
    /// The browser may no longer reach the case.
    Gone,
    /// The world.
    Failed(Failure),
}

impl<F: Into<Failure>> From<F> for NotSaved {
    fn from(failure: F) -> Self {
        Self::Failed(failure.into())
    }
}

/// The applicant's answers as an outcome writes them.
fn saved_answers(outcome: &Outcome) -> Option<Answers> {
    outcome.changes.iter().find_map(|change| match change {
        Change::Part(_, part) => Some(part.answers.clone()),
        _ => None,
    })
}

/// What was read of a page: answers, or what is wrong with them.
type ReadPage = Result<Vec<(Name, Answer)>, Vec<PageProblem>>;

/// Reads what was typed. None where the page, or the page of a row, is not on this person's path.
fn read(walk: &Walk<'_>, page: &Page, is_asked: bool, save: &SaveAnswers<'_>, act: &Act) -> Option<ReadPage> {
    if !is_asked && !walk.is_on_path(page) {
        return None;
    }
    let Some(row) = &save.row else {
        return Some(read_page(walk, walk.answers(), page, save.typed, act));
    };
    let PageContent::Question(question) = &page.content else {
        return None;
    };
    let read = read_row(walk, question, row, save.typed, act)?;
    Some(read.map(|given| vec![given]))
}

/// Why nothing was saved, where the rules refuse it.
fn refused(refusal: Refusal, draft: Draft) -> NotSaved {
    match refusal {
        Refusal::AlreadySubmitted { reference, .. } => NotSaved::AlreadySubmitted(reference),
        Refusal::Changed => NotSaved::Changed(Box::new(draft)),
        _ => NotSaved::Gone,
    }
}

impl App {
    /// Saves the answers to a page, durably, and gives the draft as it is then.
    ///
    /// # Errors
    /// As [`NotSaved`] says.
    pub async fn save_answers(
        &self,
        live: &Arc<Definition>,
        access: Access,
        manner: &Manner,
        save: SaveAnswers<'_>,
    ) -> Result<Saved, NotSaved> {
        let mut act = self.act(live, manner);
        let new = NewCase {
            id: access.case,
            attempt: chance::attempt()?,
        };
        for _ in 0..CONFLICT_TRIES {
            let draft = match self.open(live, access).await? {
                Opened::Draft(draft) => draft,
                Opened::Submitted(draft) if draft.is_asked(save.page) && save.row.is_none() => draft,
                Opened::Submitted(draft) => {
                    return Err(NotSaved::AlreadySubmitted(
                        draft.loaded.and_then(|loaded| loaded.case.reference),
                    ));
                }
                Opened::Gone => return Err(NotSaved::Gone),
            };
            if draft.loaded.is_none() && !may_begin(live, Some(access.case), act.now) {
                return Err(NotSaved::Closed);
            }
            act.today = draft.today;
            let definition = Arc::clone(&draft.definition);
            let Some(page) = definition.page(save.page) else {
                return Err(NotSaved::NotOnPath(Box::new(draft)));
            };
            let is_asked = draft.is_asked(save.page);
            let given = match read(&draft.walk(manner), page, is_asked, &save, &act) {
                None => return Err(NotSaved::NotOnPath(Box::new(draft))),
                Some(Ok(given)) => given,
                Some(Err(problems)) => {
                    self.observe_problems(&draft, page.name.clone(), &problems, manner);
                    return Err(NotSaved::Problems(Box::new(draft), problems));
                }
            };
            let full = self.full_of(live, &draft, manner, &given).await?;
            if !full.is_empty() {
                self.observe_problems(&draft, page.name.clone(), &full, manner);
                return Err(NotSaved::Problems(Box::new(draft), full));
            }
            let loaded = draft.loaded.clone();
            let outcome = match loaded {
                Some(loaded) if is_asked => save_asked(loaded, &definition, page, given, &save.seen, &act),
                loaded => {
                    let seen = &save.seen;
                    let answers = given;
                    save_answers(loaded, new, &definition, PageGiven { page, answers, seen }, &act)
                }
            };
            let outcome = match outcome {
                Ok(outcome) => outcome,
                Err(refusal) => return Err(refused(refusal, draft)),
            };
            let answers = saved_answers(&outcome).unwrap_or_else(|| draft.answers().clone());
            if outcome.changes.is_empty() || self.store.commit(outcome).await? == Committed::Committed {
                let mut answers = answers;
                if definition.casework.checks.values().any(|check| check.at.is_some()) {
                    let names: Vec<Name> = page.questions().iter().map(|question| question.name.clone()).collect();
                    let asked = self.ask_while_waiting(live, access, manner, &names).await?;
                    answers = asked.unwrap_or(answers);
                }
                return Ok(Saved {
                    definition,
                    answers,
                    today: draft.today,
                });
            }
        }
        Err(NotSaved::Failed(Failure::Conflict))
    }

    /// The times among what is to be saved that have no room. Most pages have none, and then nothing is asked.
    async fn full_of(
        &self,
        live: &Definition,
        draft: &Draft,
        manner: &Manner,
        given: &[(Name, Answer)],
    ) -> Result<Vec<PageProblem>, Fault> {
        if !given.iter().any(|(_, answer)| matches!(answer, Answer::Slots(_))) {
            return Ok(Vec::new());
        }
        let chosen = chosen_in(&draft.walk(manner), live, draft.answers(), given);
        self.full_times(&live.id, chosen).await
    }

    /// Counts which rule refused what, without a word of what was typed.
    fn observe_problems(&self, draft: &Draft, page: Name, problems: &[PageProblem], manner: &Manner) {
        let observation = |problem: &PageProblem| Observation {
            id: chance::observation_id(),
            organisation: draft.definition.organisation.clone(),
            service: draft.definition.id.clone(),
            day: draft.today,
            kind: ObservationKind::Refused,
            question: Some(page.clone()),
            detail: Some(format!("{}:{}", problem.question, problem.problem.rule)),
            amount: None,
            channel: manner.channel,
            language: Language::clone(&manner.language),
            device: manner.device,
            definition: draft.definition.digest,
            attempt: draft.loaded.as_ref().map_or(0, |loaded| loaded.case.attempt),
        };
        // Who looks for an entry of a list has done nothing wrong.
        let refused = problems.iter().filter(|problem| problem.problem.rule != SEARCHING);
        self.store.observe(refused.map(observation).collect());
    }
}
