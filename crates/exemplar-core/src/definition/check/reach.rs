//! Pages that nobody can reach.

use crate::definition::read::Reader;
use crate::definition::{Definition, PageContent};

/// Notes pages whose condition never holds, and what comes after an exit that everybody reaches.
pub(super) fn check(definition: &Definition, reader: &Reader<'_>) {
    // Of a task whose condition could not be read nothing is known.
    if reader.is_broken("") {
        return;
    }
    let mut stopped_by = None;
    let mut in_task = None;
    for (place, page) in definition.pages.iter().enumerate() {
        let task = definition.task_of(place).map(|task| &definition.tasks[task]);
        if task.map(|task| &task.name) != in_task {
            // An exit of a task that only some have to do ends nothing for the others.
            if definition
                .tasks
                .iter()
                .any(|task| Some(&task.name) == in_task && task.when.is_some())
            {
                stopped_by = None;
            }
            in_task = task.map(|task| &task.name);
        }
        let Some(named) = reader.register.names.get(&page.name) else {
            continue;
        };
        let task_always = task.and_then(|task| task.when.as_ref()).and_then(|when| when.always());
        let always = match page.when.as_ref().map_or(Some(true), |when| when.always()) {
            _ if task_always == Some(false) => Some(false),
            _ if reader.is_broken(page.name.as_str()) => None,
            own => own,
        };
        if let Some(exit) = &stopped_by {
            reader.error(
                named.place,
                "unreachable",
                format!("Nobody comes here: every journey ends at \"{exit}\"."),
                "Give that exit a condition, or take this page out.",
            );
        } else if always == Some(false) {
            reader.error(
                named.place,
                "unreachable",
                "Nobody comes here: its condition never holds.",
                "Change the condition, or take the page out.",
            );
        } else if always == Some(true) && matches!(page.content, PageContent::Exit { .. }) {
            stopped_by = Some(page.name.clone());
        }
    }
    let for_all = definition.tasks.last().is_none_or(|last| last.when.is_none());
    if let Some(exit) = stopped_by.filter(|_| for_all)
        && let Some(named) = reader.register.names.get(&exit)
    {
        reader.error(
            named.place,
            "no_end",
            "Every journey ends here, so nobody can apply.",
            "Give the exit a condition.",
        );
    }
}
