//! "Add another person" as forms had it before they knew rows: the same page again and again, with a page between that asks
//! whether there is one more. Such a chain is one page that repeats.

use indexmap::IndexMap;
use serde_json::Value;

use super::{array, text_of};
use crate::form::{Condition, Form, Link, Page, Repeat, Test, Words};
use crate::report::{Became, Report};

/// The controller of a page that asks whether there is one more.
const ONE_MORE: &str = "RepeatingSectionSummaryPageController";
/// The most copies of a page.
const COPIES: usize = 100;

/// A chain of copies, by the places of its pages.
struct Chain {
    /// The first copy, which stays.
    first: usize,
    /// All others, with the pages between.
    others: Vec<usize>,
    /// How many copies there are.
    copies: usize,
    /// Where one goes on without one more.
    after: String,
}

/// Makes pages that repeat of such chains.
pub(super) fn gather(form: &mut Form, root: &Value, report: &mut Report) {
    let asks_for_more: Vec<bool> = array(root, "pages")
        .iter()
        .map(|page| text_of(page, "controller").is_some_and(|name| name.ends_with(ONE_MORE)))
        .collect();
    let mut gone = vec![false; form.pages.len()];
    for first in 0..form.pages.len() {
        if gone[first] || asks_for_more.get(first) == Some(&true) {
            continue;
        }
        let Some(chain) = chain(&form.pages, &asks_for_more, first) else {
            continue;
        };
        if is_led_into(&form.pages, &form.conditions, &chain) {
            continue;
        }
        for other in &chain.others {
            gone[*other] = true;
            note(&form.pages[*other], report);
        }
        // Its heading, also where the reader put a question in place of it.
        let between = array(root, "pages").get(chain.others[0]);
        let each = Words::only(between.and_then(|page| text_of(page, "title")).unwrap_or_default());
        let page = &mut form.pages[chain.first];
        page.next = vec![Link {
            to: chain.after,
            when: None,
            place: page.place.clone(),
        }];
        page.repeats = Some(Repeat {
            each,
            at_least: Some(1),
            at_most: u32::try_from(chain.copies).ok(),
            exactly: None,
        });
    }
    let left = (0..form.pages.len()).filter(|at| !gone[*at] && asks_for_more.get(*at) == Some(&true));
    for at in left {
        let says = "The form asks for one more by pages of their own: they are asked one after the other.";
        let place = (form.pages[at].place.as_str(), "page");
        report.note(Became::Approximated, place, "repeat_by_hand", says);
    }
    let mut gone = gone.into_iter();
    form.pages.retain(|_| !gone.next().unwrap_or(false));
}

/// The chain that begins with a page; none where it has no copy.
fn chain(pages: &[Page], asks_for_more: &[bool], first: usize) -> Option<Chain> {
    let place = |id: &str| pages.iter().position(|page| page.id == id);
    let is_more = |at: &usize| asks_for_more.get(*at) == Some(&true);
    let mut found = Chain {
        first,
        others: Vec::new(),
        copies: 1,
        after: String::new(),
    };
    let mut last = first;
    while found.copies < COPIES {
        let Some(between) = only_next(&pages[last]).and_then(place).filter(is_more) else {
            break;
        };
        let targets: Vec<usize> = pages[between].next.iter().filter_map(|link| place(&link.to)).collect();
        let copy = targets
            .iter()
            .find(|to| **to != first && is_alike(&pages[first], &pages[**to]));
        let after = targets.iter().find(|to| Some(*to) != copy);
        if found.others.contains(&between) {
            return None;
        }
        found.others.push(between);
        if let Some(after) = after.filter(|_| found.after.is_empty()) {
            found.after = pages[*after].id.clone();
        }
        let Some(copy) = copy.copied().filter(|copy| !found.others.contains(copy)) else {
            break;
        };
        found.others.push(copy);
        found.copies += 1;
        last = copy;
    }
    (found.copies > 1 && !found.after.is_empty()).then_some(found)
}

fn only_next(page: &Page) -> Option<&str> {
    match page.next.as_slice() {
        [only] if only.when.is_none() => Some(&only.to),
        _ => None,
    }
}

/// Whether two pages ask the same, by the words and types of their fields.
fn is_alike(one: &Page, other: &Page) -> bool {
    let asked = |page: &Page| -> Vec<(String, String)> {
        let fields = page.fields();
        fields
            .map(|field| (field.source_type.clone(), field.label.own.clone()))
            .collect()
    };
    let fields = asked(one);
    !fields.is_empty() && fields == asked(other) && one.when.is_none() && other.when.is_none()
}

/// Whether anything outside of a chain leads into it, or looks at what only its copies ask.
fn is_led_into(pages: &[Page], conditions: &IndexMap<String, Condition>, chain: &Chain) -> bool {
    let inside = |at: &usize| chain.others.contains(at);
    let ids: Vec<&str> = chain.others.iter().map(|at| pages[*at].id.as_str()).collect();
    let keys: Vec<&str> = chain
        .others
        .iter()
        .flat_map(|at| pages[*at].fields())
        .map(|field| field.key.as_str())
        .collect();
    let looks = |test: &Option<Test>| test.as_ref().is_some_and(|test| looks_at(test, &keys, conditions, 0));
    let outside = pages
        .iter()
        .enumerate()
        .filter(|(at, _)| !inside(at) && *at != chain.first);
    let mut outside = outside.map(|(_, page)| page);
    outside.any(|page| {
        looks(&page.when)
            || page
                .next
                .iter()
                .any(|link| ids.contains(&link.to.as_str()) || looks(&link.when))
    })
}

fn looks_at(test: &Test, keys: &[&str], conditions: &IndexMap<String, Condition>, depth: usize) -> bool {
    match test {
        Test::Named(name) => {
            let condition = conditions.get(name).filter(|_| depth < crate::DEPTH);
            condition.is_some_and(|condition| looks_at(&condition.test, keys, conditions, depth + 1))
        }
        Test::All(tests) | Test::Any(tests) => tests.iter().any(|test| looks_at(test, keys, conditions, depth + 1)),
        Test::Not(test) => looks_at(test, keys, conditions, depth + 1),
        test => keys.iter().any(|key| test.looks_at(key)),
    }
}

fn note(page: &Page, report: &mut Report) {
    let says = "The form asked for one more by pages of their own: here they are rows.";
    report.note(Became::Approximated, (&page.place, "page"), "rows_by_hand", says);
    for field in page.fields() {
        report.note(
            Became::Approximated,
            (&field.place, &field.source_type),
            "rows_by_hand",
            says,
        );
    }
}
