//! The order of the pages of a form whose links decide: each page after those that lead to it. Loops are cut where they
//! go back, and what no link reaches is named.

use std::collections::HashMap;

use crate::form::{Form, Link, Order, Page, Role, Task, Test};
use crate::report::{Became, Report};

/// The pages that are reached, by their places in the form, in the order of the journey.
pub(super) struct Route {
    pub(super) pages: Vec<usize>,
    /// The pages among them to which everybody comes who begins: the first, or the first of each task.
    pub(super) starts: Vec<usize>,
    /// The links of each page of the form that lead somewhere ahead, by the place of the page that they lead to.
    pub(super) links: Vec<Vec<(usize, Link)>>,
}

/// The way through a form.
pub(super) fn route(form: &Form, report: &mut Report) -> Route {
    let places: HashMap<&str, usize> = form
        .pages
        .iter()
        .enumerate()
        .map(|(i, page)| (page.id.as_str(), i))
        .rev()
        .collect();
    let links: Vec<Vec<(usize, Link)>> = match form.order {
        Order::AsWritten => vec![Vec::new(); form.pages.len()],
        Order::ByLinks => form
            .pages
            .iter()
            .map(|page| links_of(form, page, &places, report))
            .collect(),
    };
    if form.order == Order::AsWritten {
        return Route {
            pages: (0..form.pages.len()).collect(),
            starts: (0..form.pages.len()).take(1).collect(),
            links,
        };
    }
    let starts = starts(form, &places, report);
    let order = starts.iter().fold(Vec::new(), |mut order, start| {
        order.extend(in_order(form, *start, &links));
        order
    });
    let position: HashMap<usize, usize> = order.iter().enumerate().map(|(at, page)| (*page, at)).collect();
    for (i, page) in form.pages.iter().enumerate() {
        if !position.contains_key(&i) && page.role != Role::CheckAnswers {
            unreachable(page, report);
        }
    }
    let links = links.into_iter().enumerate().map(|(from, links)| {
        let mut ahead = Vec::new();
        for (to, link) in links {
            if position.contains_key(&from) && position.get(&to) <= position.get(&from) {
                let says = format!(
                    "This link goes back to \"{}\". Nobody is led back: the question is asked once.",
                    link.to
                );
                report.note(Became::Approximated, (&link.place, "link"), "loop", says);
            } else {
                ahead.push((to, link));
            }
        }
        ahead
    });
    Route {
        links: links.collect(),
        pages: order,
        starts,
    }
}

/// Where the form begins, or each of its tasks.
fn starts(form: &Form, places: &HashMap<&str, usize>, report: &mut Report) -> Vec<usize> {
    if form.tasks.is_empty() {
        return vec![start((form.start.as_deref(), "startPage"), 0, places, report)];
    }
    let first = |task: &Task| {
        let found = form
            .pages
            .iter()
            .position(|page| page.section.as_ref() == Some(&task.id))?;
        Some(start((task.start.as_deref(), &task.place), found, places, report))
    };
    form.tasks.iter().filter_map(first).collect()
}

fn unreachable(page: &Page, report: &mut Report) {
    let says = format!("No link leads to \"{}\", so nobody saw it.", page.id);
    report.note(Became::Untidy, (&page.place, "page"), "unreachable", &says);
    for field in page.fields() {
        report.note(
            Became::NotPossible,
            (&field.place, &field.source_type),
            "unreachable",
            format!("No link leads to its page \"{}\".", page.id),
        );
    }
}

fn start(
    (start, stands): (Option<&str>, &str),
    first: usize,
    places: &HashMap<&str, usize>,
    report: &mut Report,
) -> usize {
    match start.map(|start| (start, places.get(start))) {
        Some((_, Some(place))) => *place,
        Some((start, None)) => {
            let says = format!("There is no page \"{start}\": the form begins with its first page.");
            report.note(Became::Untidy, (stands, "page"), "no_such_page", says);
            first
        }
        None => first,
    }
}

/// The links of a page that lead to a page.
fn links_of(form: &Form, page: &Page, places: &HashMap<&str, usize>, report: &mut Report) -> Vec<(usize, Link)> {
    let mut found = Vec::new();
    let mut always = 0;
    for link in &page.next {
        match places.get(link.to.as_str()) {
            Some(to) => {
                always += usize::from(link.when.is_none());
                found.push((*to, link.clone()));
            }
            None => {
                let mut says = format!("There is no page \"{}\", to which this link leads.", link.to);
                if let Some(Test::Named(name)) = &link.when {
                    let called = form.conditions.get(name).map_or(name, |condition| &condition.called);
                    says.push_str(&format!(" Its condition is \"{called}\"."));
                }
                report.note(Became::Untidy, (&link.place, "link"), "no_such_page", says);
            }
        }
    }
    if always > 1 {
        let says = "Several links of this page have no condition. The last one counts.";
        report.note(Became::Untidy, (&page.place, "page"), "several_ways", says);
    }
    found
}

/// Pages after those that lead to them; of two ways, the first link's comes first, and an end comes before what goes on.
fn in_order(form: &Form, start: usize, links: &[Vec<(usize, Link)>]) -> Vec<usize> {
    if form.pages.is_empty() {
        return Vec::new();
    }
    let is_end = |page: usize| links[page].is_empty() && form.pages[page].fields().next().is_none();
    let next = |page: usize| {
        let mut next: Vec<usize> = taken(&links[page]).map(|(to, _)| *to).collect();
        next.reverse();
        // What is looked at last stands first.
        next.sort_by_key(|to| is_end(*to));
        next
    };
    let mut done = Vec::new();
    let mut seen = vec![false; form.pages.len()];
    let mut open = vec![(start, next(start))];
    seen[start] = true;
    while let Some((page, rest)) = open.last_mut() {
        if rest.is_empty() {
            done.push(*page);
            open.pop();
            continue;
        }
        let to = rest.remove(0);
        if !std::mem::replace(&mut seen[to], true) {
            let after = next(to);
            open.push((to, after));
        }
    }
    done.reverse();
    done
}

/// The links that can be taken: those with a condition, and of the others the last.
pub(super) fn taken(links: &[(usize, Link)]) -> impl Iterator<Item = &(usize, Link)> {
    let last = links.iter().rposition(|(_, link)| link.when.is_none());
    let is_taken = move |(i, (_, link)): &(usize, &(usize, Link))| link.when.is_some() || Some(*i) == last;
    links.iter().enumerate().filter(is_taken).map(|(_, link)| link)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(id: &str, next: &[(&str, bool)]) -> Page {
        Page {
            id: id.to_owned(),
            next: next
                .iter()
                .map(|(to, sometimes)| Link {
                    to: (*to).to_owned(),
                    when: sometimes.then(|| Test::is("x", "y")),
                    place: format!("{id}.{to}"),
                })
                .collect(),
            ..Page::default()
        }
    }

    fn check(pages: Vec<Page>, order: &str) -> Report {
        let form = Form {
            pages,
            order: Order::ByLinks,
            ..Form::default()
        };
        let mut report = Report::default();
        let route = route(&form, &mut report);
        let names: Vec<&str> = route.pages.iter().map(|page| form.pages[*page].id.as_str()).collect();
        assert_eq!(names.join(" "), order);
        report
    }

    #[test]
    fn a_page_stands_after_those_that_lead_to_it() {
        let pages = vec![
            page("a", &[("d", true), ("b", false)]),
            page("d", &[("e", false)]),
            page("b", &[("c", false)]),
            page("c", &[("d", false)]),
            page("e", &[]),
        ];
        check(pages, "a b c d e");
    }

    #[test]
    fn an_end_stands_straight_after_the_question() {
        check(
            vec![
                page("a", &[("b", true), ("end", true)]),
                page("b", &[("c", false)]),
                page("end", &[]),
                page("c", &[]),
            ],
            "a end b c",
        );
    }

    #[test]
    fn loops_and_links_to_nowhere_are_told() {
        let pages = vec![
            page("a", &[("b", false), ("gone", true)]),
            page("b", &[("a", true), ("c", false)]),
            page("c", &[]),
            page("lost", &[("c", false)]),
        ];
        let report = check(pages, "a b c");
        let reasons: Vec<&str> = report.entries.iter().map(|entry| entry.reason).collect();
        assert_eq!(reasons, ["no_such_page", "unreachable", "loop"]);
    }
}
