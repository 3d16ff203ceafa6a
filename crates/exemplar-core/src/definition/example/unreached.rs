//! Answers of an example to questions that it is never asked, each with why: they look as if they mattered.

use crate::definition::read::Reader;
use crate::definition::source::{Key, Node};
use crate::journey::{End, Walk};

/// Warns of each answer that was not asked for.
pub(super) fn check(walk: &Walk<'_>, example: &Node, reader: &Reader<'_>) {
    for (key, _) in example.get("answers").map(Node::entries).unwrap_or_default() {
        if let Some(why) = why_not(walk, key) {
            let message = format!("This example is never asked \"{}\": {why}.", key.text);
            reader.warning(
                key.place,
                "never_asked",
                message,
                "Take the answer out, or change the others.",
            );
        }
    }
}

/// Why a question is not asked; nothing where it is, or there is none.
fn why_not(walk: &Walk<'_>, key: &Key) -> Option<String> {
    let definition = walk.definition();
    let place = definition.places.get(key.text.as_str())?;
    let page = &definition.pages[place.page];
    let question = &page.questions()[place.on_page];
    let is_shown = |page| walk.shown(page).any(|shown| shown.name == question.name);
    if walk.pages().any(|on_path| on_path.name == page.name) && is_shown(page) {
        return None;
    }
    let task = definition.task_of(place.page).map(|task| &definition.tasks[task]);
    let conditions = [
        task.and_then(|task| task.when.as_ref()),
        page.when.as_ref(),
        question.when.as_ref(),
    ];
    let mut conditions = conditions.into_iter().flatten();
    if let Some(when) = conditions.find(|when| !walk.holds(when)) {
        return Some(format!("\"{}\" does not hold here", when.typed));
    }
    Some(match walk.end() {
        End::Exit(exit) => format!("the journey ends at \"{}\" before", exit.name),
        _ => "its page is not on the path".to_owned(),
    })
}
