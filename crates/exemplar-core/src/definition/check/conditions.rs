//! Conditions: what they may look at, and where a missing answer would be overlooked.

use std::collections::BTreeMap;

use super::proof::{can_be_overlooked, condition_of, fact_can_be_overlooked};
use crate::definition::Definition;
use crate::definition::read::{NamedWhat, Reader, Role, Use, Where};
use crate::id::Name;

/// Checks every name in every expression.
pub(super) fn check(definition: &Definition, reader: &Reader<'_>) {
    let uses = reader.uses();
    let mut of_facts: BTreeMap<&Name, Vec<&Use>> = BTreeMap::new();
    for used in uses.iter().filter(|used| used.role == Role::Fact) {
        of_facts.entry(&used.of).or_default().push(used);
    }
    for used in uses.iter() {
        match reader.register.what(used.mention.name.as_str()).map(NamedWhat::itself) {
            Some(NamedWhat::Question {
                page, order, may_lack, ..
            }) => {
                looks_forward(definition, reader, used, (*page, *order));
                if *may_lack {
                    overlooked(definition, reader, used);
                }
            }
            Some(NamedWhat::Check(at)) => check_looks_forward(reader, used, at.as_ref()),
            Some(NamedWhat::Fact) => {
                fact_looks_forward(reader, used, &of_facts);
                fact_overlooked(definition, reader, used);
            }
            _ => {}
        }
    }
}

/// A condition may use only what was asked before; on the same page, what stands above it.
fn looks_forward(definition: &Definition, reader: &Reader<'_>, used: &Use, (page, order): (usize, usize)) {
    let Where::Page(here) = used.at else { return };
    let own_order = match reader.register.what(used.of.as_str()).map(NamedWhat::itself) {
        Some(NamedWhat::Question { order, .. }) => Some(*order),
        Some(NamedWhat::Page) => order_in_rows(definition, reader, &used.of),
        _ => None,
    };
    let name = &used.mention.name;
    match used.role {
        Role::When if page > here || (page == here && own_order.is_none_or(|own| order >= own)) => {
            reader.error(
                used.place,
                "asked_later",
                format!("\"{name}\" is asked only here or later."),
                "Use what was asked before, or move the page.",
            );
        }
        Role::Rule if page > here => reader.error(
            used.place,
            "asked_later",
            format!("\"{name}\" is asked only later, so the rule could not be checked here."),
            "Move the rule to the later question.",
        ),
        _ => {}
    }
}

/// A check has an answer only after the question at which it is asked, or, without one, after sending.
fn check_looks_forward(reader: &Reader<'_>, used: &Use, at: Option<&Name>) {
    let (Where::Page(here), Role::When | Role::Rule) = (used.at, used.role) else {
        return;
    };
    let asked_at = at.and_then(|at| match reader.register.what(at.as_str()) {
        Some(NamedWhat::Question { page, .. }) => Some(*page),
        _ => None,
    });
    if asked_at.is_none_or(|page| page >= here) {
        reader.error(
            used.place,
            "asked_later",
            format!("The check \"{}\" has no answer here yet.", used.mention.name),
            "Write at: under the check, and a question of an earlier page.",
        );
    }
}

/// The place of the first question of a page of several that stands in rows; none for any other page.
fn order_in_rows(definition: &Definition, reader: &Reader<'_>, page: &Name) -> Option<usize> {
    let mut pages = definition.rows().flat_map(|rules| &rules.pages);
    let first = pages.find(|one| one.name == *page)?.questions().first()?;
    match reader.register.what(first.name.as_str()).map(NamedWhat::itself) {
        Some(NamedWhat::Question { order, .. }) => Some(*order),
        _ => None,
    }
}

/// The same through facts, where it may be meant.
fn fact_looks_forward(reader: &Reader<'_>, used: &Use, of_facts: &BTreeMap<&Name, Vec<&Use>>) {
    let (Where::Page(here), Role::When) = (used.at, used.role) else {
        return;
    };
    let mut seen = vec![&used.mention.name];
    let mut next = 0;
    while let Some(fact) = seen.get(next).copied() {
        next += 1;
        for inner in of_facts.get(fact).into_iter().flatten() {
            let name = &inner.mention.name;
            match reader.register.what(name.as_str()).map(NamedWhat::itself) {
                Some(NamedWhat::Question { page, .. }) if *page >= here => {
                    reader.warning(
                        used.place,
                        "asked_later",
                        format!(
                            "\"{}\" needs \"{name}\", which is asked only here or later.",
                            used.mention.name
                        ),
                        "Where it has no value yet, the condition does not hold.",
                    );
                    return;
                }
                Some(NamedWhat::Check(None)) => {
                    check_looks_forward(reader, used, None);
                    return;
                }
                Some(NamedWhat::Fact) if !seen.contains(&name) => seen.push(name),
                _ => {}
            }
        }
    }
}

/// `not x` where `x` may be unanswered never holds then: told where that is easily overlooked.
fn overlooked(definition: &Definition, reader: &Reader<'_>, used: &Use) {
    let mention = &used.mention;
    let hidden = used.role == Role::Fact || mention.beside_or;
    if mention.negated && !mention.guarded && hidden {
        let name = &mention.name;
        // Where another part settles it, as in "nation is wales and not moved", a missing answer does no harm.
        let conditions = reader.conditions();
        let condition = condition_of(&conditions, &used.of, used.role, name);
        // What can come of conditions is known only where each of them is right.
        if reader.has_errors() || condition.is_some_and(|found| !can_be_overlooked(definition, found, name)) {
            return;
        }
        reader.warning(
            used.place,
            "maybe_unanswered",
            format!("\"{name}\" may be unanswered, and then this does not hold, and neither does its opposite."),
            format!("If that is not meant, write not yes({name}), or add answered({name})."),
        );
    }
}

/// The same of a fact: its name does not show what it looks at.
fn fact_overlooked(definition: &Definition, reader: &Reader<'_>, used: &Use) {
    let mention = &used.mention;
    if !mention.negated || mention.guarded || reader.has_errors() {
        return;
    }
    let name = &mention.name;
    let conditions = reader.conditions();
    let condition = condition_of(&conditions, &used.of, used.role, name);
    if condition.is_some_and(|found| fact_can_be_overlooked(definition, found, name)) {
        reader.warning(
            used.place,
            "maybe_unanswered",
            format!("\"{name}\" may have no value here, and then this does not hold, and neither does its opposite."),
            format!("If that is not meant, write not yes({name})."),
        );
    }
}
