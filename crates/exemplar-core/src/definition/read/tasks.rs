//! The task list: each task with its pages, which follow those of eligibility.

use super::question::Inherited;
use super::{Reader, Role, Spot, Where, pages};
use crate::definition::source::{Key, Node};
use crate::definition::{Page, Task};
use crate::expression::closest;
use crate::id::Name;

/// Reads all tasks. Their pages are put behind those that are there.
pub(super) fn read<'a>(
    reader: &Reader<'a>,
    root: &Spot<'a>,
    service: &Inherited,
    all_pages: &mut Vec<Page>,
) -> Vec<Task> {
    let Some(spot) = root.get("tasks") else {
        return Vec::new();
    };
    if let Some((key, _)) = root.node.entries().iter().find(|(key, _)| key.text == "questions") {
        reader.error(
            key.place,
            "questions_and_tasks",
            "A service with a task list asks its questions in tasks.",
            "Put them under a task, or under eligibility if they come before the list.",
        );
    }
    let mut tasks: Vec<Task> = Vec::new();
    for (key, task) in spot.entries() {
        reader.findings_of_name(key);
        let first = all_pages.len();
        reader.stand(Where::Page(first));
        // A task may have the name of a question, so its condition belongs to no name.
        let when = reader.condition(&task, "when", Role::When, "");
        let needs = needs(reader, &task, &tasks);
        let title = reader.text(&task, "title");
        if title.is_none() {
            let advice = "Write title: as the task list calls it, such as \"Tell us about you\".";
            reader.error(key.place, "missing", "This task has no title.", advice);
        }
        let inherited = service.with(reader, &task);
        for (key, page) in task.get("questions").iter().flat_map(Spot::entries) {
            reader.stand(Where::Page(all_pages.len()));
            all_pages.extend(pages::page(reader, key, &page, &inherited));
        }
        let range = first..all_pages.len();
        asks_something(reader, key, &all_pages[range.clone()]);
        tasks.push(Task {
            name: Name::from(key.text.as_str()),
            title: title.unwrap_or_default(),
            when,
            needs,
            pages: range,
        });
    }
    tasks
}

/// The task that must be complete before: one that stands above, so that no task waits for itself.
fn needs<'a>(reader: &Reader<'a>, task: &Spot<'a>, before: &[Task]) -> Option<usize> {
    let node = task.node.get("needs")?;
    let name = node.text()?;
    let found = before.iter().position(|task| task.name.as_str() == name);
    if found.is_none() {
        let advice = closest(name, before.iter().map(|task| task.name.as_str())).map_or_else(
            || "Name one that stands above this one, or change their order.".to_owned(),
            |like| format!("Did you mean \"{like}\"?"),
        );
        let message = format!("No task above is called \"{name}\".");
        reader.error(node.place, "unknown_task", message, advice);
    }
    found
}

/// A task without a question could never be begun.
fn asks_something(reader: &Reader<'_>, key: &Key, pages: &[Page]) {
    // Where a question could not be read, that is told already.
    if pages.iter().all(|page| page.questions().is_empty()) && !reader.has_errors() {
        let advice = format!("Write them under questions, or into tasks/{}.yaml.", key.text);
        reader.error(key.place, "missing", "This task asks no questions.", advice);
    }
}

/// The pages of all tasks as they are written, in order.
pub(super) fn written(root: &Node) -> impl Iterator<Item = (&Key, &Node)> {
    let tasks = root.get("tasks").map(Node::entries).unwrap_or_default();
    tasks
        .iter()
        .filter_map(|(_, task)| task.get("questions"))
        .flat_map(Node::entries)
        .map(|(key, node)| (key, node))
}
