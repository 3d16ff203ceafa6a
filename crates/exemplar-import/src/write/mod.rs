//! From the neutral form to the files of a service: service.yaml, lists, translations.
//!
//! In reading order: [`route`] puts pages in order; [`plan`] says what comes of each and what it is called, with the
//! [`wording`](mod@wording) of questions; [`formula`] with [`over_rows`], [`logic`], [`diagram`] and [`say`] turn links and
//! conditions into the language's own, for [`conditions`]; [`pages`], [`question`], [`rows`], [`totals`], [`fees`] and
//! [`service`] write; [`texts`] are what stands around questions, with the answers in them by [`worded`] and what is worked
//! out from them by [`sums`]; [`tree`] is what all of it is on its
//! way to text.

mod conditions;
mod diagram;
mod fees;
mod formula;
mod lists;
mod logic;
mod over_rows;
mod pages;
mod plan;
mod question;
mod route;
mod rows;
mod say;
mod service;
mod sums;
mod texts;
mod totals;
mod tree;
mod worded;
mod wording;

use std::collections::BTreeMap;

use exemplar_core::definition::{Folder, format_file};

use crate::form::{Form, Order, Role};
use crate::report::{Became, Report};
use route::Route;
use tree::Tree;

pub use texts::ANSWER;

/// Writes a service. What becomes of each thing of the form is noted; nothing is written where it asks nothing.
pub fn write(form: &Form, folder: &str, report: &mut Report) -> Option<Folder> {
    let route = route::route(form, report);
    let ends = ends(form, &route);
    let mut plan = plan::plan(form, &route.pages, &ends, report);
    if plan.pages.iter().all(|page| page.parts.is_empty()) {
        let says = "This form asks nothing and says nothing on its way.";
        report.note(Became::NotPossible, ("", "form"), "empty_form", says);
        return None;
    }
    let conditions = conditions::conditions(form, &route, &plan, report);
    let names = std::mem::take(&mut plan.names);
    let mut writing = service::Writing::new(form, &plan, &conditions, names, report);
    let tree = writing.service();
    let lists = writing.lists();
    Some(files(form, folder, tree, lists, report))
}

/// Which pages of the form end it without sending: nothing is asked there, and nothing follows.
fn ends(form: &Form, route: &Route) -> Vec<bool> {
    let mut ends = vec![false; form.pages.len()];
    if form.order == Order::AsWritten {
        return ends;
    }
    let starts: Vec<usize> = route
        .starts
        .iter()
        .filter_map(|start| route.pages.iter().position(|page| page == start))
        .chain([route.pages.len()])
        .collect();
    for task in starts.windows(2) {
        let pages = &route.pages[task[0]..task[1]];
        let mut others = false;
        for place in pages {
            let page = &form.pages[*place];
            let is_last = route.links[*place].is_empty();
            let asks = page.fields().next().is_some();
            ends[*place] = is_last && !asks && page.role == Role::Asks;
            others |= is_last && (asks || matches!(page.role, Role::CheckAnswers | Role::Confirmation));
        }
        // Somebody must come to the end: where every way ends at a page to read, the last of them is no refusal.
        if !others && let Some(last) = pages.iter().rev().find(|place| ends[**place]) {
            ends[*last] = false;
        }
    }
    ends
}

/// The files: canonical, as core writes them.
fn files(form: &Form, folder: &str, mut tree: Tree, lists: Vec<(String, String)>, report: &mut Report) -> Folder {
    let own = form.languages.first().map_or("en", String::as_str);
    let mut languages = vec![own.to_owned()];
    let mut words = BTreeMap::new();
    for language in form.languages.iter().skip(1) {
        let (Some(said), there, all) = tree.in_language(language) else {
            continue;
        };
        if there == all {
            languages.push(language.clone());
        } else {
            let says = format!("{there} of {all} texts are there in \"{language}\": it is a draft until the rest is.");
            report.note(Became::ToComplete, (language, "translation"), "translation", says);
        }
        words.insert(language.clone(), said);
    }
    service::set_languages(&mut tree, languages);
    let tasks = service::take_questions_of_tasks(&mut tree);
    let mut files = BTreeMap::new();
    let mut put = |path: String, text: String| {
        // What core cannot read is left as it is, for `check` to say where.
        let text = format_file(&path, &text).unwrap_or(text);
        files.insert(path, text.into_bytes());
    };
    put("service.yaml".to_owned(), tree.to_yaml());
    for (task, questions) in tasks {
        put(format!("tasks/{task}.yaml"), questions.to_yaml());
    }
    for (language, said) in words {
        put(format!("words/{language}.yaml"), said.to_yaml());
    }
    for (name, table) in lists {
        put(format!("lists/{name}.csv"), table);
    }
    Folder {
        name: folder.to_owned(),
        files,
    }
}
