//! Names in texts: each exists, and is known where it stands.

use crate::definition::read::{Fill, NamedWhat, Reader, Where};
use crate::definition::source::Document;
use crate::definition::{Definition, PageContent};
use crate::expression::closest;

/// What the platform itself puts into texts.
pub const PLATFORM_NAMES: &[&str] = &[
    "reference",
    "decide_by",
    "decide_within",
    "reason",
    REASON_LAW,
    "outcome",
    "service",
    "organisation",
    "appeal.to",
    "appeal.by",
    "deadline.name",
    "deadline.last_day",
    "today",
];

/// Under which act the reason of a decision stands.
const REASON_LAW: &str = "reason.law";

/// Checks every name in every text.
pub(super) fn check(definition: &Definition, document: &Document, reader: &Reader<'_>) {
    for fill in reader.fills().iter() {
        if PLATFORM_NAMES.contains(&fill.name.as_str()) {
            if fill.name == REASON_LAW && !fill.guarded {
                every_reason_has_a_law(definition, reader, fill);
            }
            continue;
        }
        if is_of_fee(document, &fill.name) {
            of_fee(reader, fill);
            continue;
        }
        if super::records::is_field(reader, &fill.name) {
            super::records::fill(definition, reader, fill);
            continue;
        }
        if is_booked(reader, &fill.name) {
            booked(reader, fill);
            continue;
        }
        if super::messages::is_of_message(definition, document, reader, fill) {
            continue;
        }
        if super::issues::is_of_issue(definition, reader, fill) || super::rows::is_this_row(reader, fill) {
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
            Some(NamedWhat::Fact | NamedWhat::Phrase | NamedWhat::Check(_)) => {}
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
                reader.missing_name(fill.place, &fill.name, message, advice);
            }
        }
    }
}

/// A sentence with the law of a reason would break off where a reason has none.
fn every_reason_has_a_law(definition: &Definition, reader: &Reader<'_>, fill: &Fill) {
    for (name, rule) in &definition.casework.outcomes {
        let mut without = rule
            .reasons
            .keys()
            .filter(|reason| !rule.reason_laws.contains_key(*reason));
        if let (None, Some(reason)) = (&rule.law, without.next()) {
            reader.error(
                fill.place,
                "reason_without_law",
                format!("The reason \"{reason}\" of \"{name}\" has no law."),
                "Write one, or put this between [[ if reason.law ]] and [[ endif ]].",
            );
            return;
        }
    }
}

/// Whether a name is the fee, or one of its lines, as they are written: what is wrong with them is told where they stand.
fn is_of_fee(document: &Document, name: &str) -> bool {
    let Some(fee) = document.root.get("fee") else {
        return false;
    };
    let line = name.strip_prefix("fee.");
    name == "fee" || line.is_some_and(|line| fee.get(line).is_some())
}

/// Whether a name is the time that was booked of a question of times: `times.booked`.
fn is_booked(reader: &Reader<'_>, name: &str) -> bool {
    let question = name.strip_suffix(".booked");
    let what = question.and_then(|question| reader.register.what(question));
    matches!(
        what,
        Some(NamedWhat::Question {
            kind: Some("slots"),
            ..
        })
    )
}

/// A time is booked by a decision, long after the last page.
fn booked(reader: &Reader<'_>, fill: &Fill) {
    if fill.at != Where::After {
        let message = "No time is booked yet where this stands.";
        reader.error(
            fill.place,
            "asked_later",
            message,
            "Say it in a message after the decision.",
        );
    }
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
    let may_be_unanswered = may_be_unanswered(definition, reader, fill, (page, may_lack));
    known(reader, fill, page, may_be_unanswered);
}

/// Tells where what a name stands for is not known yet, or may not be.
pub(super) fn known(reader: &Reader<'_>, fill: &Fill, page: usize, may_be_unanswered: bool) {
    let name = &fill.name;
    if is_asked_later(fill, page) {
        let message = format!("\"{name}\" is not answered yet where this stands.");
        reader.error(
            fill.place,
            "asked_later",
            message,
            "Use what was asked on an earlier page.",
        );
    } else if !fill.guarded && may_be_unanswered {
        reader.warning(
            fill.place,
            "maybe_unanswered",
            format!("\"{name}\" may be unanswered here, and then nothing is shown."),
            format!("Put it between [[ if {name} ]] and [[ endif ]]."),
        );
    }
}

/// Whether a question of that page is asked only where the name stands, or later.
pub(super) fn is_asked_later(fill: &Fill, page: usize) -> bool {
    match fill.at {
        Where::Page(here) => page >= here,
        Where::Before => true,
        Where::After => false,
    }
}

/// Whether a question of an earlier page may be without an answer where the name stands.
pub(super) fn may_be_unanswered(
    definition: &Definition,
    reader: &Reader<'_>,
    fill: &Fill,
    (page, may_lack): (usize, bool),
) -> bool {
    (may_lack || of_another_task(definition, fill, page))
        && !is_broken(definition, reader, fill, page)
        && !is_implied(definition, fill, page)
}

/// Whether the condition of either page could not be read, so that nothing is known of when both are shown.
fn is_broken(definition: &Definition, reader: &Reader<'_>, fill: &Fill, page: usize) -> bool {
    let here = match fill.at {
        Where::Page(here) => Some(here),
        Where::Before | Where::After => None,
    };
    let pages = [here, Some(page)].into_iter().flatten();
    let mut pages = pages.filter_map(|page| definition.pages.get(page));
    pages.any(|page| reader.is_broken(page.name.as_str()))
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
