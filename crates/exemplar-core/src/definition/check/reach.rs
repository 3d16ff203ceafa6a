//! Pages that nobody can reach.

use crate::definition::read::Reader;
use crate::definition::{Definition, PageContent};

/// Notes pages whose condition never holds, and what comes after an exit that everybody reaches.
pub(super) fn check(definition: &Definition, reader: &Reader<'_>) {
    let mut stopped_by = None;
    for page in &definition.pages {
        let Some(named) = reader.register.names.get(&page.name) else {
            continue;
        };
        let always = page.when.as_ref().map_or(Some(true), |when| when.always());
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
    if let Some(exit) = stopped_by
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
