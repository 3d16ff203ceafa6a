//! Names in texts: each exists, and is known where it stands.

use crate::definition::read::{Fill, NamedWhat, Reader, Where};
use crate::definition::{Definition, PageContent};
use crate::expression::closest;

/// What the platform itself puts into texts.
pub const PLATFORM_NAMES: &[&str] = &[
    "reference",
    "decide_by",
    "decide_within",
    "reason",
    "outcome",
    "service",
    "organisation",
    "appeal.to",
    "appeal.by",
    "deadline.name",
    "deadline.last_day",
    "today",
];

/// Checks every name in every text.
pub(super) fn check(definition: &Definition, reader: &Reader<'_>) {
    for fill in reader.fills().iter() {
        if PLATFORM_NAMES.contains(&fill.name.as_str()) {
            continue;
        }
        if is_of_fee(definition, &fill.name) {
            of_fee(reader, fill);
            continue;
        }
        match reader.register.what(&fill.name) {
            what if fill.repeats && !super::rows::are_rows(what) => super::rows::no_rows(reader, fill),
            Some(NamedWhat::Question { page, may_lack, .. }) => {
                question(definition, reader, fill, *page, *may_lack);
            }
            Some(NamedWhat::Equality) => {
                reader.names_equality(fill.place, &fill.name);
            }
            Some(NamedWhat::Fact | NamedWhat::Phrase) => {}
            Some(NamedWhat::InRows(rows, what)) if !matches!(**what, NamedWhat::Page) => {
                super::rows::fill(reader, fill, rows, what);
            }
            Some(NamedWhat::Page | NamedWhat::List | NamedWhat::InRows(..)) | None => {
                let names = reader.register.names.keys().map(crate::id::Name::as_str);
                let advice = closest(&fill.name, names.chain(PLATFORM_NAMES.iter().copied())).map_or_else(
                    || "Name a question, a fact or a phrase of this service.".to_owned(),
                    |like| format!("Did you mean (({like}))?"),
                );
                let message = format!("Nothing is called \"{}\" that could be put here.", fill.name);
                reader.error(fill.place, "unknown_name", message, advice);
            }
        }
    }
}

/// Whether a name is the fee, or one of its lines.
fn is_of_fee(definition: &Definition, name: &str) -> bool {
    let Some(fee) = &definition.fee else { return false };
    let line = name.strip_prefix("fee.");
    name == "fee" || line.is_some_and(|line| fee.lines.iter().any(|known| known.name.as_str() == line))
}

/// The fee follows from answers, and before the first there are none.
fn of_fee(reader: &Reader<'_>, fill: &Fill) {
    if fill.at == Where::Before {
        let message = "The fee is not known yet where this stands.";
        let advice = "The start page says by itself what it costs.";
        reader.error(fill.place, "asked_later", message, advice);
    }
}

fn question(definition: &Definition, reader: &Reader<'_>, fill: &Fill, page: usize, may_lack: bool) {
    let name = &fill.name;
    let known_later = match fill.at {
        Where::Page(here) => page >= here,
        Where::Before => true,
        Where::After => false,
    };
    if known_later {
        let message = format!("\"{name}\" is not answered yet where this stands.");
        reader.error(
            fill.place,
            "asked_later",
            message,
            "Use what was asked on an earlier page.",
        );
    } else if (may_lack || of_another_task(definition, fill, page))
        && !fill.guarded
        && !is_implied(definition, fill, page)
    {
        reader.warning(
            fill.place,
            "maybe_unanswered",
            format!("\"{name}\" may be unanswered here, and then nothing is shown."),
            format!("Put it between [[ if {name} ]] and [[ endif ]]."),
        );
    }
}

/// Whether the question belongs to a task that may be done after the one that the text stands in.
fn of_another_task(definition: &Definition, fill: &Fill, page: usize) -> bool {
    let Where::Page(here) = fill.at else { return false };
    let (Some(here), Some(there)) = (definition.task_of(here), definition.task_of(page)) else {
        return false;
    };
    let mut needed = Some(here);
    while let Some(task) = needed {
        if task == there {
            return false;
        }
        needed = definition.tasks[task].needs;
    }
    true
}

/// Whether the page that the text stands on is shown only where the question was answered.
fn is_implied(definition: &Definition, fill: &Fill, page: usize) -> bool {
    let Where::Page(here) = fill.at else {
        return false;
    };
    let here = definition.pages.get(here).and_then(|page| page.when.as_ref());
    let there = definition.pages.get(page);
    let mentioned = here.is_some_and(|when| {
        let mut mentions = when.mentions.iter();
        mentions.any(|mention| mention.name.as_str() == fill.name && !mention.guarded && !mention.beside_or)
    });
    let same_condition = here.zip(there).is_some_and(|(here, there)| {
        let sure = match &there.content {
            PageContent::Question(question) => !question.optional && question.or_tick.is_none(),
            _ => false,
        };
        sure && there.when.as_ref().is_some_and(|when| when.typed == here.typed)
    });
    mentioned || same_condition
}
