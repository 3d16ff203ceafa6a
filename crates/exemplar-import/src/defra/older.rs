//! Forms of the older engine: pages and links as in the forms of XGov, with some names of code that only Defra has.

use serde_json::{Value, json};

use super::Defra;
use crate::form::{Content, Form, Kind, Page, Repeat, Role};
use crate::report::{Became, Report};
use crate::xgov::{self, array, number, text_of};

/// Names of code, and those of XGov that do the same.
const SAME: &[(&str, &str)] = &[
    ("StartPageController", "./pages/start.js"),
    ("SummaryPageController", "./pages/summary.js"),
    ("SummaryPageWithConfirmationEmailController", "./pages/summary.js"),
    ("ConfirmationPageController", "./pages/confirm.js"),
    ("StatusPageController", "./pages/confirm.js"),
    ("FileUploadPageController", ""),
    ("TerminalPageController", ""),
    ("RepeatPageController", ""),
    ("PageController", ""),
    ("QuestionPageController", ""),
];

/// Reads it.
pub(super) fn read(mut root: Value, name: &str, report: &mut Report) -> Result<Form, String> {
    let controllers: Vec<String> = array(&root, "pages")
        .iter()
        .map(|page| text_of(page, "controller").unwrap_or_default().to_owned())
        .collect();
    let pages = root.get_mut("pages").and_then(Value::as_array_mut);
    for page in pages.into_iter().flatten() {
        let controller = text_of(page, "controller").unwrap_or_default();
        let same = SAME
            .iter()
            .find(|(known, _)| *known == controller)
            .map(|(_, same)| *same);
        if let (Some(same), Some(page)) = (same, page.as_object_mut()) {
            page.insert("controller".to_owned(), json!(same));
        }
    }
    links_of_what_follows(&mut root, report);
    let mut form = xgov::read_value(&root, name, report)?;
    let sources: Vec<(&Value, String)> = array(&root, "pages").iter().zip(controllers).collect();
    for page in &mut form.pages {
        let Some((source, controller)) = place_of(page).and_then(|at| sources.get(at)) else {
            continue;
        };
        match controller.as_str() {
            "TerminalPageController" if page.fields().next().is_none() => page.role = Role::Exit,
            "RepeatPageController" => {
                let repeat = &source["repeat"];
                let bound = |key: &str| {
                    let bound = repeat["schema"].get(key).and_then(number)?;
                    u32::try_from(bound.trunc()).ok().map(|bound| bound.clamp(1, 100))
                };
                page.repeats = Some(Repeat {
                    at_least: bound("min"),
                    at_most: bound("max"),
                    ..Repeat::default()
                });
            }
            _ => {}
        }
    }
    other_kinds(&mut form, &root, name, report);
    Ok(form)
}

/// Kinds of answer that the forms of XGov do not have.
fn other_kinds(form: &mut Form, root: &Value, name: &str, report: &mut Report) {
    let mut defra = Defra::new(root, name, report);
    let sources = array(root, "pages");
    for page in &mut form.pages {
        let Some(source) = place_of(page).and_then(|at| sources.get(at)) else {
            continue;
        };
        let mut kept = Vec::with_capacity(page.content.len());
        for content in std::mem::take(&mut page.content) {
            let component = match &content {
                Content::Field(field) if matches!(field.kind, Kind::Unknown) => {
                    let place = |(c, _): &(usize, &Value)| field.place == format!("{}.components[{c}]", page.place);
                    array(source, "components").iter().enumerate().find(place)
                }
                _ => None,
            };
            match (content, component) {
                (Content::Field(field), Some((_, component))) => kept.extend(defra.fields(*field, component)),
                (content, _) => kept.push(content),
            }
        }
        page.content = kept;
    }
}

/// Which page of the source a page is: those that were asked again and again are one.
fn place_of(page: &Page) -> Option<usize> {
    page.place.strip_prefix("pages[")?.strip_suffix(']')?.parse().ok()
}

/// A link on the condition of an answer that is given only on the page to which it leads was taken by nobody. It was meant
/// to lead there.
fn links_of_what_follows(root: &mut Value, report: &mut Report) {
    let conditions = array(root, "conditions").iter();
    let conditions: Vec<String> = conditions
        .filter_map(|one| Some(text_of(one, "name")?.to_owned()))
        .collect();
    let asked: Vec<(String, Vec<String>)> = array(root, "pages")
        .iter()
        .map(|page| {
            let components = array(page, "components").iter();
            let names = components.filter_map(|one| Some(text_of(one, "name")?.to_owned()));
            (text_of(page, "path").unwrap_or_default().to_owned(), names.collect())
        })
        .collect();
    let pages = root.get_mut("pages").and_then(Value::as_array_mut);
    for (i, page) in pages.into_iter().flatten().enumerate() {
        let links = page.get_mut("next").and_then(Value::as_array_mut);
        for (n, link) in links.into_iter().flatten().enumerate() {
            let condition = text_of(link, "condition").unwrap_or_default().to_owned();
            let to = text_of(link, "path").unwrap_or_default();
            let is_asked_there = asked
                .iter()
                .any(|(path, names)| path == to && names.contains(&condition));
            if !is_asked_there || conditions.contains(&condition) {
                continue;
            }
            if let Some(link) = link.as_object_mut() {
                link.remove("condition");
                let place = format!("pages[{i}].next[{n}]");
                let says = format!("\"{condition}\" is asked only where this link leads: it is taken as if it held.");
                report.note(Became::Untidy, (&place, "link"), "asked_where_it_leads", says);
            }
        }
    }
}
