//! The pages of the journey, eligibility first.

use indexmap::IndexMap;

use super::names::kind_key;
use super::question::{self, Inherited};
use super::{Reader, Role, Spot, Where, tasks};
use crate::definition::source::Key;
use crate::definition::{EndsAs, Page, PageContent, Question, QuestionPlace, Task};
use crate::id::Name;
use crate::text::Text;

/// The journey as it was read.
pub(super) struct Journey {
    pub(super) pages: Vec<Page>,
    pub(super) eligibility_pages: usize,
    pub(super) tasks: Vec<Task>,
    pub(super) places: IndexMap<Name, QuestionPlace>,
}

/// All pages, and where each question stands.
pub(super) fn read<'a>(reader: &Reader<'a>, root: &Spot<'a>) -> Journey {
    let mut pages = Vec::new();
    let mut eligibility_pages = 0;
    let service = Inherited::default().with(reader, root);
    for heading in ["eligibility", "questions"] {
        for (key, spot) in root.get(heading).iter().flat_map(Spot::entries) {
            reader.stand(Where::Page(pages.len()));
            pages.extend(page(reader, key, &spot, &service));
            if heading == "eligibility" && pages.last().is_some_and(asks_for_files) {
                reader.error(
                    key.place,
                    "files_before_a_case",
                    "Files cannot be given before there is an application.",
                    "Put this page under questions, or under a task.",
                );
            }
            if heading == "eligibility" && pages.last().is_some_and(asks_for_record) {
                reader.error(
                    key.place,
                    "record_before_a_case",
                    "A record cannot be looked up before there is an application.",
                    "Put this page under questions, or under a task.",
                );
            }
        }
        if heading == "eligibility" {
            eligibility_pages = pages.len();
        }
    }
    let tasks = tasks::read(reader, root, &service, &mut pages);
    // A case begins with the first answer. Where a question could not be read, that is told already.
    let asks_nothing = pages.iter().all(|page| page.questions().is_empty());
    if pages.is_empty() || asks_nothing && !reader.has_errors() {
        let place = root.node.get("questions").map_or(root.node.place, |node| node.place);
        reader.error(
            place,
            "missing",
            "The service asks no questions.",
            "Write them under questions, or into questions.yaml.",
        );
    }
    let mut places = IndexMap::new();
    for (page, content) in pages.iter().enumerate() {
        for (on_page, question) in content.questions().iter().enumerate() {
            places.insert(question.name.clone(), QuestionPlace { page, on_page });
        }
    }
    Journey {
        pages,
        eligibility_pages,
        tasks,
        places,
    }
}

/// Whether a page takes files.
fn asks_for_files(page: &Page) -> bool {
    page.questions().iter().any(|question| question.kind.files().is_some())
}

/// Whether a question is meant by what stands there, read or not.
pub(super) fn is_question(spot: &Spot<'_>) -> bool {
    spot.node.get("ask").is_some() || kind_key(spot.node).is_some()
}

/// Whether a page asks another system for a record.
fn asks_for_record(page: &Page) -> bool {
    page.questions().iter().any(|question| question.kind.record().is_some())
}

/// One page; nothing where it cannot be made.
pub(super) fn page<'a>(reader: &Reader<'a>, key: &'a Key, spot: &Spot<'a>, service: &Inherited) -> Option<Page> {
    let has = |key: &str| spot.node.get(key).is_some();
    let inherited = service.with(reader, spot);
    let (content, allowed): (_, &[&str]) = if has("exit") {
        (exit(reader, spot), &["was", "when", "exit", "ends_as", "say"])
    } else if has("questions") {
        let content = together(reader, key, spot, &inherited.together());
        (
            content,
            &["was", "when", "title", "together", "say", "why", "law", "questions"],
        )
    } else if is_question(spot) {
        let question = question::read(reader, key, spot, service);
        (question.map(Box::new).map(PageContent::Question), &[])
    } else {
        (information(reader, key, spot), &["was", "when", "title", "say"])
    };
    only(reader, spot, allowed);
    let when = reader.condition(spot, "when", Role::When, &key.text);
    // A page that cannot be made keeps its place, so that of those after it nothing is told that is not so.
    let content = content.or_else(|| reader.has_errors().then(nothing));
    Some(Page {
        name: Name::from(key.text.as_str()),
        when,
        content: content?,
    })
}

/// What stands for a page with an error; it is never shown.
fn nothing() -> PageContent {
    PageContent::Information {
        title: Text::default(),
        say: Text::default(),
    }
}

/// Refuses keys that belong to another kind of page.
fn only<'a>(reader: &Reader<'a>, spot: &Spot<'a>, allowed: &[&str]) {
    if allowed.is_empty() {
        return;
    }
    for (key, _) in spot.node.entries() {
        if key.text != "note" && !allowed.contains(&key.text.as_str()) {
            reader.error(
                key.place,
                "key_of_another_page",
                format!("\"{}\" does not go with the other keys of this page.", key.text),
                format!("A page of this kind has {}.", allowed.join(", ")),
            );
        }
    }
}

fn exit<'a>(reader: &Reader<'a>, spot: &Spot<'a>) -> Option<PageContent> {
    let ends_as = match spot.node.get("ends_as").and_then(|node| node.text()) {
        Some("go_elsewhere") => EndsAs::GoElsewhere,
        Some("nothing_to_do") => EndsAs::NothingToDo,
        _ => EndsAs::NotEligible,
    };
    Some(PageContent::Exit {
        heading: reader.text(spot, "exit")?,
        say: reader.text(spot, "say"),
        ends_as,
    })
}

fn together<'a>(reader: &Reader<'a>, key: &Key, spot: &Spot<'a>, inherited: &Inherited) -> Option<PageContent> {
    for needed in ["title", "together"] {
        if spot.node.get(needed).is_none() {
            let advice = match needed {
                "title" => "Write the page's heading.",
                _ => "Say in one sentence why these questions stand on one page.",
            };
            reader.error(key.place, "missing", format!("This page has no {needed}."), advice);
        }
    }
    let questions: Vec<Question> = spot
        .get("questions")?
        .entries()
        .filter_map(|(key, spot)| question::read(reader, key, &spot, inherited))
        .collect();
    if questions.is_empty() {
        reader.error(
            key.place,
            "missing",
            "This page asks no questions.",
            "Write them under questions.",
        );
    }
    Some(PageContent::Together {
        title: reader.text(spot, "title").unwrap_or_default(),
        say: reader.text(spot, "say"),
        questions,
    })
}

fn information<'a>(reader: &Reader<'a>, key: &Key, spot: &Spot<'a>) -> Option<PageContent> {
    let content = (reader.text(spot, "title"), reader.text(spot, "say"));
    let (Some(title), Some(say)) = content else {
        reader.error(
            key.place,
            "missing",
            "This page has neither a question nor a heading with text.",
            "Write ask and a kind of answer, or exit, or title and say.",
        );
        return None;
    };
    Some(PageContent::Information { title, say })
}
