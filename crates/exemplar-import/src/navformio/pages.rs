//! Panels as pages: a panel is cut where a group has a heading of its own, and where a text hangs on an answer that is
//! given just before it.

use serde_json::Value;

use super::attachments::Asked as AskedDocument;
use super::conditions::simplified;
use super::index::joined;
use super::runs;
use super::{Reader, array, text_of};
use crate::form::{Content, Field, Page, Shown, Test, Words, say_headings};
use crate::report::Became;

/// Where a component stands: the path of what is around it, and when that is there.
#[derive(Clone, Default)]
pub(super) struct Around {
    pub(super) scope: String,
    pub(super) when: Option<Test>,
    pub(super) depth: usize,
}

/// What stands under one heading.
#[derive(Default)]
struct Block {
    title: Words,
    content: Vec<Content>,
}

/// What was found on a panel.
#[derive(Default)]
pub(super) struct Gathering {
    title: Words,
    blocks: Vec<Block>,
    pub(super) documents: Vec<AskedDocument>,
}

impl Gathering {
    fn new(title: Words) -> Self {
        let block = Block {
            title: title.clone(),
            content: Vec::new(),
        };
        Self {
            title,
            blocks: vec![block],
            documents: Vec::new(),
        }
    }

    fn begin(&mut self, title: Words) {
        self.blocks.push(Block {
            title,
            content: Vec::new(),
        });
    }

    /// What is asked in rows has no heading of its own.
    pub(super) fn begin_rows(&mut self) {
        self.begin(Words::default());
    }

    pub(super) fn push(&mut self, content: Content) {
        if let Some(block) = self.blocks.last_mut() {
            block.content.push(content);
        }
    }

    /// All of it in order, each part with the heading that it stands under.
    pub(super) fn blocks(self) -> Vec<(Words, Vec<Content>)> {
        let blocks = self.blocks.into_iter();
        blocks.map(|block| (block.title, block.content)).collect()
    }
}

impl Reader<'_> {
    /// All pages.
    pub(super) fn pages(&mut self, components: &[Value]) -> Vec<Page> {
        let mut out = Vec::new();
        for (i, panel) in components.iter().enumerate() {
            let place = format!("components[{i}]");
            let when = self.condition(panel, "", &place);
            if when == Some(Test::Always(false)) {
                self.never((&place, "panel"));
                continue;
            }
            let title = ["title", "label"]
                .iter()
                .find_map(|key| text_of(panel, key).filter(|text| !text.is_empty()));
            let title = title.map(|title| self.plain(title, &place)).unwrap_or_default();
            let mut gathering = Gathering::new(title.clone());
            if text_of(panel, "type") == Some("panel") {
                self.inside(array(panel, "components"), &Around::default(), &place, &mut gathering);
            } else {
                self.inside(std::slice::from_ref(panel), &Around::default(), "", &mut gathering);
            }
            let documents = std::mem::take(&mut gathering.documents);
            let mut pages = Vec::new();
            for mut block in gathering.blocks {
                self.ticks(&mut block.content);
                pages.extend(cut(block).into_iter().flat_map(runs::of));
            }
            let evidence = self.evidence(documents, &title, text_of(panel, "key").unwrap_or("vedlegg"), &place);
            let mut pages = runs::joined(pages, evidence);
            pages.iter_mut().for_each(|page| page.place.clone_from(&place));
            for (place, heading) in say_headings(&mut pages) {
                let says =
                    format!("The heading \"{heading}\" stands above the first of its questions, and not on each page.");
                self.report
                    .note(Became::Approximated, (&place, "heading"), "heading", says);
            }
            for (n, mut page) in pages.into_iter().enumerate() {
                page.id = format!("{i}.{n}");
                // What is said of a page with one question is said of that.
                if let Some((place, asks_itself)) = alone(&page) {
                    page.place = place;
                    if asks_itself {
                        page.title = Words::default();
                    }
                }
                page.when = both(when.clone(), page.when.take());
                page.section = Some(title.own.clone());
                out.push(page);
            }
        }
        out
    }

    /// What stands in a panel, a group, a container or a row.
    pub(super) fn inside(&mut self, components: &[Value], around: &Around, place: &str, out: &mut Gathering) {
        if around.depth > crate::DEPTH {
            let says = "What stands so deep in others is not read.";
            self.report
                .note(Became::NotPossible, (place, "component"), "too_deep", says);
            return;
        }
        let mut skip = false;
        for (i, component) in components.iter().enumerate() {
            if std::mem::take(&mut skip) {
                continue;
            }
            self.count += 1;
            if self.count > crate::FIELDS {
                let says = format!("At most {} components are read.", crate::FIELDS);
                self.report
                    .note(Became::NotPossible, ("", "components"), "too_many", says);
                return;
            }
            let (place, after) = (place_in(place, i), place_in(place, i + 1));
            let own = self.condition(component, &around.scope, &place);
            let kind = text_of(component, "type").unwrap_or("component without a type");
            if own == Some(Test::Always(false)) {
                self.never((&place, kind));
                continue;
            }
            let here = Around {
                scope: around.scope.clone(),
                when: both(around.when.clone(), own),
                depth: around.depth + 1,
            };
            skip = components
                .get(i + 1)
                .is_some_and(|next| self.full_name(component, (next, &after), &here, &place, out));
            if !skip {
                self.one(component, kind, here, &place, out);
            }
        }
    }

    fn one(&mut self, component: &Value, kind: &str, mut here: Around, place: &str, out: &mut Gathering) {
        let children = array(component, "components");
        match kind {
            "container" => {
                here.scope = joined(&here.scope, text_of(component, "key").unwrap_or_default());
                self.inside(children, &here, place, out);
            }
            "navSkjemagruppe" | "fieldset" => {
                let legend = text_of(component, "legend").filter(|legend| !legend.trim().is_empty());
                let legend = legend.map(|legend| self.plain(legend, place)).unwrap_or_default();
                let title = if legend.is_empty() { out.title.clone() } else { legend };
                out.begin(title);
                if let Some(text) = text_of(component, "description") {
                    self.text(text, here.when.as_ref(), place, out);
                }
                self.opened(component, here.when.as_ref(), place, out);
                self.inside(children, &here, place, out);
                let title = out.title.clone();
                out.begin(title);
            }
            "row" | "panel" | "columns" | "well" => self.inside(children, &here, place, out),
            "attachment" => self.document(component, &here, place, out),
            "alertstripe" | "htmlelement" | "accordion" | "image" | "content" => {
                self.shown(component, kind, here.when.as_ref(), place, out);
            }
            _ => {
                self.opened(component, here.when.as_ref(), place, out);
                for mut field in self.fields(component, kind, &here, place) {
                    field.when = both(here.when.clone(), field.when.take());
                    out.push(Content::Field(Box::new(field)));
                }
            }
        }
    }

    /// What is never shown here.
    fn never(&mut self, (place, what): (&str, &str)) {
        let says = "Its condition never holds: it is hidden, or was for what is known from a login.";
        self.report.note(Became::LeftOut, (place, what), "never_shown", says);
    }
}

/// Where a component stands in what is around it.
fn place_in(around: &str, number: usize) -> String {
    if around.is_empty() {
        format!("components[{number}]")
    } else {
        format!("{around}.components[{number}]")
    }
}

/// The place of the only question of a page, and whether it asks by itself what its heading asks in other words.
fn alone(page: &Page) -> Option<(String, bool)> {
    let mut fields = page.fields();
    let (Some(only), None) = (fields.next(), fields.next()) else {
        return None;
    };
    let asks = |words: &Words| words.own.trim_end().ends_with('?');
    let both_ask = asks(&page.title) && asks(&only.label) && !only.label_is_hidden;
    Some((only.place.clone(), both_ask))
}

/// Both conditions.
pub(super) fn both(one: Option<Test>, other: Option<Test>) -> Option<Test> {
    match (one, other) {
        (Some(one), Some(other)) if one == other => Some(one),
        (Some(one), Some(other)) => Some(simplified(Test::All(vec![one, other]))),
        (one, other) => one.or(other),
    }
}

/// Cuts what stands under a heading into pages: texts stand with a question that is asked where they are shown, and on a
/// page of their own where there is none.
fn cut(block: Block) -> Vec<(Words, Vec<Content>)> {
    let mut pages = Vec::new();
    let mut current: Vec<Content> = Vec::new();
    let mut rest = block.content.into_iter().collect::<std::collections::VecDeque<_>>();
    while let Some(content) = rest.pop_front() {
        let Content::Shown(shown) = content else {
            current.push(content);
            continue;
        };
        if shown.when.as_ref().is_some_and(|when| looks_at_one(when, &current)) {
            pages.push((block.title.clone(), std::mem::take(&mut current)));
        }
        let next = rest.iter().find_map(field_of);
        if next.is_some_and(|next| fits(&shown, next)) {
            current.push(Content::Shown(shown));
            continue;
        }
        let last = current
            .iter()
            .rposition(|content| field_of(content).is_some_and(|field| fits(&shown, field)));
        match last {
            Some(last) => current.insert(last, Content::Shown(shown)),
            None => {
                pages.push((block.title.clone(), std::mem::take(&mut current)));
                pages.push((block.title.clone(), vec![Content::Shown(shown)]));
            }
        }
    }
    pages.push((block.title, current));
    pages
}

pub(super) fn field_of(content: &Content) -> Option<&Field> {
    match content {
        Content::Field(field) => Some(field),
        Content::Shown(_) => None,
    }
}

fn looks_at_one(when: &Test, content: &[Content]) -> bool {
    content
        .iter()
        .filter_map(field_of)
        .any(|field| when.looks_at(&field.key))
}

/// Whether a question is asked wherever a text is shown.
fn fits(shown: &Shown, field: &Field) -> bool {
    let parts = |test: &Test| match test {
        Test::All(tests) => tests.clone(),
        test => vec![test.clone()],
    };
    match (&shown.when, &field.when) {
        (_, None) => true,
        (None, Some(_)) => false,
        (Some(shown), Some(field)) => {
            let all = parts(shown);
            shown == field || parts(field).iter().all(|part| all.contains(part))
        }
    }
}

/// A page, with the condition that all of it shares; none where nothing stands on it.
pub(super) fn page(title: &Words, mut content: Vec<Content>) -> Option<Page> {
    if content.is_empty() {
        return None;
    }
    let mut whens: Vec<Test> = Vec::new();
    let mut is_always = false;
    let has_fields = content.iter().any(|content| field_of(content).is_some());
    for content in &content {
        let when = match content {
            Content::Field(field) => &field.when,
            Content::Shown(_) if has_fields => continue,
            Content::Shown(shown) => &shown.when,
        };
        match when {
            Some(when) if !whens.contains(when) => whens.push(when.clone()),
            Some(_) => {}
            None => is_always = true,
        }
    }
    let looks_here = whens.iter().any(|when| looks_at_one(when, &content));
    let when = (!is_always && !looks_here).then(|| {
        if whens.len() == 1 {
            // The page says it for all of them.
            for content in &mut content {
                match content {
                    Content::Field(field) => field.when = None,
                    Content::Shown(shown) if shown.when == whens.first().cloned() => shown.when = None,
                    Content::Shown(_) => {}
                }
            }
            whens.remove(0)
        } else {
            Test::Any(whens)
        }
    });
    Some(Page {
        title: title.clone(),
        when,
        content,
        ..Page::default()
    })
}
