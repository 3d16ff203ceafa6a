//! The task list of one person: which tasks are on it, and how far each is.
//!
//! Eligibility is walked first. Then each task is walked by itself, so that what is left of one stops no other; a task
//! that needs another one is not walked before that is complete.

use super::{Stop, Walk};
use crate::definition::{Page, Task};

/// How the walk of a task ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Walked {
    /// It is not asked of this person: its condition does not hold, or that of none of its pages.
    NotAsked,
    /// It waits for another task.
    Waits(usize),
    /// At an exit.
    Exit(usize),
    /// At the first page with something left.
    Left(usize),
    /// Everything is answered.
    Done,
}

/// How far a task is, with the page where the person goes on.
#[derive(Debug, Clone, Copy)]
pub enum TaskState<'a> {
    /// Another task must be complete first.
    CannotStart(&'a Task),
    /// Nothing is answered.
    NotStarted(&'a Page),
    /// Something is answered, and something left.
    Incomplete(&'a Page),
    /// An answer no longer holds, breaks a rule across answers, or leads to an exit.
    Problem(&'a Page),
    /// Everything is answered; it begins here.
    Completed(&'a Page),
}

impl<'a> Walk<'a> {
    /// Walks all tasks. What the journey comes to follows from them: an exit ends it, wherever it stands.
    pub(super) fn walk_tasks(&mut self) -> Stop {
        for task in self.course.tasks {
            let walked = self.walk_task(task);
            self.tasks.push(walked);
        }
        let find = |stop: fn(&Walked) -> Option<Stop>| self.tasks.iter().find_map(stop);
        let exit = find(|walked| match walked {
            Walked::Exit(page) => Some(Stop::Exit(*page)),
            _ => None,
        });
        let left = find(|walked| match walked {
            Walked::Left(page) => Some(Stop::Unanswered(*page)),
            _ => None,
        });
        exit.or(left).unwrap_or(Stop::CheckAnswers)
    }

    fn walk_task(&mut self, task: &'a Task) -> Walked {
        if task.when.as_ref().is_some_and(|when| !when.holds(self)) {
            return Walked::NotAsked;
        }
        let is_settled = |needed: &usize| matches!(self.tasks[*needed], Walked::Done | Walked::NotAsked);
        if let Some(needed) = task.needs.filter(|needed| !is_settled(needed)) {
            return Walked::Waits(needed);
        }
        let before = self.pages.len();
        match self.stretch(task.pages.clone()) {
            Some(Stop::Exit(page)) => Walked::Exit(page),
            Some(Stop::Unanswered(page)) => Walked::Left(page),
            Some(Stop::CheckAnswers) | None if self.pages.len() == before => Walked::NotAsked,
            Some(Stop::CheckAnswers) | None => Walked::Done,
        }
    }

    /// Whether the person has come to the task list: the service has one, and eligibility is answered.
    #[must_use]
    pub fn is_at_task_list(&self) -> bool {
        !self.tasks.is_empty()
    }

    /// The tasks on this person's list, in order, each with how far it is.
    pub fn tasks(&self) -> impl Iterator<Item = (&'a Task, TaskState<'a>)> + '_ {
        let walked = self.course.tasks.iter().zip(&self.tasks);
        walked.filter_map(|(task, walked)| Some((task, self.state(task, *walked)?)))
    }

    fn state(&self, task: &'a Task, walked: Walked) -> Option<TaskState<'a>> {
        let first = self.pages_of(task).next();
        let problem = self.pages_of(task).find(|page| !self.page_holds(page));
        match walked {
            Walked::NotAsked => None,
            Walked::Waits(needed) => Some(TaskState::CannotStart(&self.course.tasks[needed])),
            Walked::Exit(page) => Some(TaskState::Problem(&self.course.pages[page])),
            Walked::Left(_) | Walked::Done if problem.is_some() => problem.map(TaskState::Problem),
            Walked::Done => first.map(TaskState::Completed),
            Walked::Left(page) => {
                let left = &self.course.pages[page];
                let is_answered = |page: &'a Page| self.shown(page).any(|question| self.is_answered(question));
                Some(if self.shown(left).all(|question| self.is_answered(question)) {
                    TaskState::Problem(left)
                } else if self.pages_of(task).any(is_answered) {
                    TaskState::Incomplete(left)
                } else {
                    TaskState::NotStarted(first?)
                })
            }
        }
    }

    /// The pages of a task that are on the path, in order.
    pub fn pages_of(&self, task: &'a Task) -> impl Iterator<Item = &'a Page> + '_ {
        let places = self.pages.iter().filter(|place| task.pages.contains(place));
        places.map(|&place| &self.course.pages[place])
    }

    /// Whether two pages belong to one task, or both to eligibility. All pages of a service without tasks do.
    #[must_use]
    pub fn are_together(&self, one: &Page, other: &Page) -> bool {
        self.course.tasks.is_empty() || self.place_of_task(one) == self.place_of_task(other)
    }

    /// Whether a page stands behind the task list.
    #[must_use]
    pub fn is_of_task(&self, page: &Page) -> bool {
        !self.course.tasks.is_empty() && self.place_of_task(page).is_some()
    }

    fn place_of_task(&self, page: &Page) -> Option<usize> {
        let place = self.course.pages.iter().position(|known| known.name == page.name)?;
        self.course.tasks.iter().position(|task| task.pages.contains(&place))
    }

    /// The page after another on the path; none where its task, or eligibility, is at its end.
    #[must_use]
    pub fn after(&self, page: &Page) -> Option<&'a Page> {
        let mut after = self.pages().skip_while(|on_path| on_path.name != page.name).skip(1);
        after.next().filter(|next| self.are_together(page, next))
    }
}

#[cfg(test)]
mod tests;
