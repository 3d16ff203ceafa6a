//! What has to be done, and how far each thing is.
use std::borrow::Cow;

use askama::Template;

use super::{Attributes, Content, Tag, component};

/// How far a task is.
#[derive(Clone)]
pub enum TaskStatus<'a> {
    /// Words alone, for what needs no more attention.
    Text(Content<'a>),
    /// A tag, for what does.
    Tag(Tag<'a>),
}

impl Default for TaskStatus<'_> {
    fn default() -> Self {
        TaskStatus::Text(Content::default())
    }
}

/// Something to be done.
#[derive(Clone, Default)]
pub struct Task<'a> {
    /// What it is.
    pub title: Content<'a>,
    /// Where it is done. Empty while it cannot be.
    pub href: Cow<'a, str>,
    /// What helps to do it.
    pub hint: Content<'a>,
    /// How far it is.
    pub status: TaskStatus<'a>,
    /// Further classes.
    pub classes: &'a str,
    /// Further classes of the title.
    pub title_classes: &'a str,
    /// Further classes of the status, such as `govuk-task-list__status--cannot-start-yet`.
    pub status_classes: &'a str,
}

/// What has to be done.
#[derive(Template, Clone, Default)]
#[template(path = "components/task_list.html")]
pub struct TaskList<'a> {
    /// The tasks.
    pub items: Vec<Task<'a>>,
    /// What the ids of hints and states begin with. Empty for `task-list`; two lists on a page need two.
    pub id_prefix: &'a str,
    /// Further classes.
    pub classes: &'a str,
    /// Further attributes.
    pub attributes: Attributes<'a>,
}

impl TaskList<'_> {
    fn id_prefix(&self) -> &str {
        if self.id_prefix.is_empty() {
            "task-list"
        } else {
            self.id_prefix
        }
    }
}

component!(TaskList);
