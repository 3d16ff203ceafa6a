//! Pages and their links. What a page does beyond asking is said by its controller, which is a name of the source's code.

use std::collections::HashMap;

use serde_json::Value;

use super::{Reader, array, text_of};
use crate::form::{Content, Form, Link, Page, Repeat, Role, Test, Words};
use crate::report::{Became, Report};

/// The key of a field: its section and its name.
pub(super) fn key_of(section: Option<&str>, name: &str) -> String {
    match section.filter(|section| !section.is_empty()) {
        Some(section) => format!("{section}.{name}"),
        None => name.to_owned(),
    }
}

/// The keys of all fields, by their names.
pub(super) fn keys(pages: &[Value]) -> HashMap<String, Vec<String>> {
    let mut out: HashMap<String, Vec<String>> = HashMap::new();
    for page in pages {
        let section = text_of(page, "section");
        for component in array(page, "components") {
            let Some(name) = text_of(component, "name") else {
                continue;
            };
            let key = key_of(section, name);
            let known = out.entry(name.to_owned()).or_default();
            if !known.contains(&key) {
                known.push(key.clone());
            }
            for child in array(component, "children") {
                if let Some(inner) = text_of(child, "name") {
                    let inner_key = format!("{key}.{inner}");
                    out.entry(inner.to_owned()).or_default().push(inner_key);
                }
            }
        }
    }
    out
}

impl Reader<'_> {
    /// A start page without a link: the code of the source led on from there, to the first page that asks something and
    /// that no link leads to.
    pub(super) fn link_start(&mut self, form: &mut Form) {
        let linked: Vec<String> = form
            .pages
            .iter()
            .flat_map(|page| &page.next)
            .map(|link| link.to.clone())
            .collect();
        let first = form
            .pages
            .iter()
            .find(|page| page.fields().next().is_some() && !linked.contains(&page.id));
        let Some(to) = first.map(|page| page.id.clone()) else {
            return;
        };
        let start = form.start.clone();
        let at = form
            .pages
            .iter()
            .position(|page| Some(&page.id) == start.as_ref())
            .unwrap_or(0);
        let Some(page) = form.pages.get_mut(at) else { return };
        if !page.next.is_empty() || page.fields().next().is_some() || page.id == to {
            return;
        }
        let says = format!("The first page leads nowhere: it is taken to lead to \"{to}\".");
        self.report
            .note(Became::Untidy, (&page.place, "page"), "start_leads_nowhere", says);
        page.next.push(Link {
            to,
            when: None,
            place: page.place.clone(),
        });
    }

    pub(super) fn page(&mut self, page: &Value, index: usize) -> Page {
        let place = format!("pages[{index}]");
        let id = text_of(page, "path").map_or_else(|| format!("page-{index}"), str::to_owned);
        let title = page
            .get("title")
            .map(|title| self.words(title, &place))
            .unwrap_or_default();
        let section = text_of(page, "section");
        let mut content: Vec<Content> = Vec::new();
        for (c, component) in array(page, "components").iter().enumerate() {
            let place = format!("{place}.components[{c}]");
            if self.may_read(&place) {
                content.extend(self.component(component, section, &place));
            }
        }
        let title = self.question_in_heading(title, &mut content, &place);
        let asks = content.iter().any(|content| matches!(content, Content::Field(_)));
        let controller = text_of(page, "controller").unwrap_or_default();
        let role = self.role(controller, asks, &place);
        let when = text_of(page, "condition")
            .filter(|name| !name.is_empty())
            .map(|name| self.reference(name));
        let repeats = self.repeats(page, controller, &content);
        Page {
            next: self.links(page, &place),
            section: section.map(str::to_owned),
            id,
            title,
            role,
            when,
            content,
            repeats,
            place,
            title_is_said: false,
        }
    }

    /// A question that stands as a heading above the one field of a page is the heading of that page.
    fn question_in_heading(&mut self, title: Words, content: &mut Vec<Content>, place: &str) -> Words {
        let asks = |words: &Words| words.own.trim_end().ends_with('?');
        let mut fields = content.iter().filter_map(|content| match content {
            Content::Field(field) => Some(&**field),
            Content::Shown(_) => None,
        });
        let only = fields.next().filter(|_| fields.next().is_none());
        if asks(&title) || only.is_none_or(|field| asks(&field.label)) {
            return title;
        }
        let heading = |content: &Content| match content {
            Content::Shown(shown) if shown.when.is_none() && shown.opens.is_none() && asks(&shown.words) => {
                let own = shown.words.own.trim().strip_prefix("## ")?;
                (!own.contains('\n')).then(|| Words::only(own))
            }
            _ => None,
        };
        let found = content
            .iter()
            .enumerate()
            .find_map(|(at, one)| Some((at, heading(one)?)));
        let Some((at, question)) = found else { return title };
        content.remove(at);
        if !title.is_empty() {
            let says = format!("The question stands in place of the page's heading \"{}\".", title.own);
            self.report
                .note(Became::Approximated, (place, "heading"), "heading", says);
        }
        question
    }

    fn role(&mut self, controller: &str, asks: bool, place: &str) -> Role {
        // "./pages/summary.js" is "summary".
        let name = controller.rsplit('/').next().unwrap_or_default();
        let name = name.trim_end_matches(".js").trim_end_matches(".ts");
        match name {
            ""
            | "continue"
            | "RepeatingFieldPageController"
            | "RepeatingSectionSummaryPageController"
            | "UploadPageController" => Role::Asks,
            "summary" if !asks => Role::CheckAnswers,
            "start" | "MultiStartPageController" if !asks => Role::Start,
            "confirm" if !asks => Role::Confirmation,
            "summary" | "start" | "confirm" | "MultiStartPageController" => Role::Asks,
            "MiniSummaryPageController" | "CheckpointSummaryPageController" | "CustomSummaryPageController" => {
                let says = "A page that shows answers on the way: all of them are on check answers.";
                self.report
                    .note(Became::Approximated, (place, "page"), "summary_on_the_way", says);
                Role::Asks
            }
            "DateComparisonPageController" => {
                let says = "How its two dates are held against each other is not said in the file.";
                self.report
                    .note(Became::NotPossible, (place, "page"), "controller", says);
                Role::Asks
            }
            other => {
                let other: String = other.chars().take(60).collect();
                let says = format!("What \"{other}\" does is not said in the file: it is taken as a plain page.");
                self.report
                    .note(Became::Approximated, (place, "page"), "controller", says);
                Role::Asks
            }
        }
    }

    /// A page whose fields are asked again and again: so often as an answer says, or as often as people want.
    fn repeats(&mut self, page: &Value, controller: &str, content: &[Content]) -> Option<Repeat> {
        let has_rows = content
            .iter()
            .any(|content| matches!(content, Content::Field(field) if field.kind.key() == "rows"));
        if let Some(field) = text_of(page, "repeatField").filter(|field| !field.is_empty()) {
            return Some(Repeat {
                exactly: self
                    .resolved(field)
                    .into_iter()
                    .next()
                    .or_else(|| Some(field.to_owned())),
                ..Repeat::default()
            });
        }
        (controller == "RepeatingFieldPageController" && !has_rows).then(Repeat::default)
    }

    fn links(&mut self, page: &Value, place: &str) -> Vec<Link> {
        let mut out = Vec::new();
        for (n, next) in array(page, "next").iter().enumerate() {
            let place = format!("{place}.next[{n}]");
            if next.get("redirect").is_some() {
                let says = "This link leads to another site: nobody is led away while they answer.";
                self.report
                    .note(Became::NotPossible, (&place, "link"), "redirect", says);
            }
            let Some(to) = text_of(next, "path") else { continue };
            let written = text_of(next, "condition").or_else(|| text_of(next, "if"));
            let when = written
                .filter(|text| !text.trim().is_empty())
                .map(|text| self.reference(text));
            out.push(Link {
                to: to.to_owned(),
                when,
                place,
            });
        }
        out
    }
}

/// Of several links without a condition the last one counts, and pages that the others lead to were seen by nobody. Old
/// forms mean something else by it: each link is taken where the condition of its page holds.
pub(super) fn links_by_their_pages(pages: &mut [Page], report: &mut Report) {
    let own: HashMap<String, Test> = pages
        .iter()
        .filter_map(|page| Some((page.id.clone(), page.when.clone()?)))
        .collect();
    for page in pages {
        let open = page.next.iter().filter(|link| link.when.is_none()).count();
        let is_meant = page
            .next
            .iter()
            .any(|link| link.when.is_none() && own.contains_key(&link.to));
        if open < 2 || !is_meant {
            continue;
        }
        for link in page.next.iter_mut().filter(|link| link.when.is_none()) {
            link.when = own.get(&link.to).cloned();
        }
        let says = "Several links of this page have no condition: each is taken where the condition of its page holds.";
        report.note(Became::Untidy, (&page.place, "page"), "links_by_their_pages", says);
    }
}
