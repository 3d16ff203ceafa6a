//! Forms that say their own pages: each group is one, and says where one goes from it.

use serde_json::{Map, Value};

use super::{FRENCH, Reader, text_or_number};
use crate::form::{Content, Form, Link, Page, Role, Shown, Words};
use crate::report::Became;

impl<'a> Reader<'a> {
    /// Makes pages of groups.
    pub(super) fn groups(&mut self, groups: &'a Map<String, Value>, inner: &Value, form: &mut Form) {
        let order = in_order(groups, inner);
        let mut shown: Vec<String> = Vec::new();
        for (at, name) in order.iter().enumerate().take(crate::PAGES) {
            let Some(group) = groups.get(name) else { continue };
            let place = format!("groups.{name}");
            let ids = group["elements"].as_array().map_or(&[][..], Vec::as_slice);
            let ids: Vec<String> = ids.iter().filter_map(text_or_number).collect();
            for id in ids.iter().filter(|id| !self.elements.contains_key(*id)) {
                let says = format!("There is no element {id}.");
                self.report
                    .note(Became::Untidy, (&place, "group"), "no_such_element", says);
            }
            let ids: Vec<String> = ids.into_iter().filter(|id| !shown.contains(id)).collect();
            shown.extend(ids.iter().cloned());
            let title = self.words(group, "title", &place);
            let next = order.get(at + 1).map(String::as_str);
            self.group(name, (group, title), &ids, next, form);
        }
        if !form.pages.iter().any(|page| page.id == "review") {
            form.pages.push(special("review", Role::CheckAnswers));
        }
        for id in self.ids.clone() {
            if !shown.contains(&id) {
                self.not_shown(&id, "No group shows this element, so nobody saw it.");
            }
        }
    }

    fn group(
        &mut self,
        name: &str,
        (group, title): (&Value, Words),
        ids: &[String],
        next: Option<&str>,
        form: &mut Form,
    ) {
        let place = format!("groups.{name}");
        let role = match name {
            "review" => Role::CheckAnswers,
            "end" => Role::Confirmation,
            _ => Role::Asks,
        };
        let is_start = name == "start";
        let title = if is_start && title.own.eq_ignore_ascii_case("start") {
            Words::default()
        } else {
            title
        };
        let mut made = self.sections(ids, title.clone(), is_start);
        form.intro.append(&mut made.before);
        let after = made.after.into_iter().map(Content::Shown);
        match made.pages.last_mut() {
            Some(last) => last.content.extend(after),
            None => made.pages.push(Page {
                title: title.clone(),
                content: after.collect(),
                ..Page::default()
            }),
        }
        let ways = if role == Role::Asks {
            self.ways(name, group, next)
        } else {
            Vec::new()
        };
        let count = made.pages.len();
        for (i, mut page) in made.pages.into_iter().enumerate() {
            page.id = page_id(name, i);
            page.role = role;
            if page.place.is_empty() {
                page.place.clone_from(&place);
            }
            page.next = if i + 1 < count {
                vec![Link {
                    to: page_id(name, i + 1),
                    when: None,
                    place: place.clone(),
                }]
            } else {
                ways.clone()
            };
            let asks = page.fields().next().is_some();
            let exit = format!("{name}/exit");
            let goes_out = page.next.iter().any(|link| link.to == exit);
            if goes_out && !asks && page.next.len() == 1 {
                page.next.clear();
                page.role = Role::Exit;
                page.content.extend(exit_address(group, &place).map(Content::Shown));
                form.pages.push(page);
            } else {
                form.pages.push(page);
                if goes_out {
                    form.pages.push(self.exit(exit, group, &place));
                }
            }
        }
    }

    /// The page at which a form ends after a question.
    fn exit(&mut self, id: String, group: &Value, place: &str) -> Page {
        let says = "The form led elsewhere from here. A page says that it ends, with the address where one was led.";
        self.report.note(Became::Approximated, (place, "exit"), "exit", says);
        Page {
            id,
            place: place.to_owned(),
            title: Words::only("This form ends here").and(FRENCH, "Ce formulaire se termine ici"),
            role: Role::Exit,
            content: exit_address(group, place).map(Content::Shown).into_iter().collect(),
            ..Page::default()
        }
    }

    /// Where one goes from a group.
    fn ways(&mut self, name: &str, group: &Value, next: Option<&str>) -> Vec<Link> {
        let place = format!("groups.{name}.nextAction");
        let target = |to: &str| match to {
            "exit" => format!("{name}/exit"),
            to => to.to_owned(),
        };
        let link = |to: &str, when| Link {
            to: target(to),
            when,
            place: place.clone(),
        };
        let following = next.unwrap_or("review");
        let mut ways = Vec::new();
        match group.get("nextAction") {
            Some(Value::String(to)) if !to.is_empty() => return vec![link(to, None)],
            Some(Value::Array(all)) => {
                for way in all {
                    let to = way["groupId"].as_str().unwrap_or(following);
                    let choice = way["choiceId"].as_str().unwrap_or_default();
                    let when = (!choice.contains("catch-all") && !choice.is_empty()).then(|| self.chosen(choice));
                    ways.push(link(to, when));
                }
            }
            _ => {}
        }
        // Where no choice fits, one goes on.
        if ways.iter().all(|way| way.when.is_some()) {
            ways.push(link(following, None));
        }
        ways
    }
}

fn page_id(group: &str, at: usize) -> String {
    if at == 0 {
        group.to_owned()
    } else {
        format!("{group}/{}", at + 1)
    }
}

fn special(id: &str, role: Role) -> Page {
    Page {
        id: id.to_owned(),
        place: format!("groups.{id}"),
        role,
        ..Page::default()
    }
}

/// The names of groups: the start, those of the layout, the rest, and the two that are always last.
fn in_order(groups: &Map<String, Value>, inner: &Value) -> Vec<String> {
    let layout = inner.get("groupsLayout").and_then(Value::as_array);
    let layout = layout.into_iter().flatten().filter_map(text_or_number);
    let all = std::iter::once("start".to_owned())
        .chain(layout)
        .chain(groups.keys().cloned());
    let is_last = |name: &String| matches!(name.as_str(), "review" | "end");
    let mut order: Vec<String> = Vec::new();
    for name in all {
        if groups.contains_key(&name) && !is_last(&name) && !order.contains(&name) {
            order.push(name);
        }
    }
    let last = ["review", "end"].into_iter().filter(|name| groups.contains_key(*name));
    order.extend(last.map(str::to_owned));
    order
}

/// Where the form led to, as a link.
fn exit_address(group: &Value, place: &str) -> Option<Shown> {
    let link = |key: &str| {
        let address = group.get(key).and_then(Value::as_str)?.trim();
        let html = format!("<a href=\"{}\">{0}</a>", address.replace(['"', '<', '>'], ""));
        let made = crate::html::to_markdown(&html).text;
        (!made.is_empty()).then_some(made)
    };
    let own = link("exitUrlEn").or_else(|| link("exitUrl"))?;
    let french = link("exitUrlFr").unwrap_or_else(|| own.clone());
    Some(Shown {
        words: Words::only(own).and(FRENCH, french),
        place: place.to_owned(),
        ..Shown::default()
    })
}
