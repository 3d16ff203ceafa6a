//! Draws a question whose answer is found in a long list by typing: the line to type in, or what was found to choose from.
//! Without scripts the page itself searches. With them the same line suggests entries: from the list that comes with the
//! page where it is short, else from [`suggest`], which looks at nothing but the live definition.

use askama::Template;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use exemplar_app::words::Value;
use exemplar_core::definition::{Definition, Question};
use exemplar_core::id::Name;
use exemplar_core::kind::{AGAIN, ChoiceOf, Control, Found, OFFERED, Search, TEXT};

use super::draw::Drawing;
use crate::components::{Attributes, Choice, ChoiceItem, Input, Radios};
use crate::form::Form;
use crate::public::errors;
use crate::visit::Visit;

/// Lists of so many entries come with the page: some 20 KB. Longer ones are asked for as one types.
const WITH_PAGE: usize = 500;
/// So many entries of a longer list are suggested at once.
const SUGGESTED: usize = 10;

#[derive(Template)]
#[template(path = "public/apply/question/search.html")]
struct SearchControl<'a> {
    /// The line to type in, or what was found.
    control: String,
    /// What goes with what was found: what was typed.
    kept: Vec<(String, &'a str)>,
    /// The id of the list and its entries, with their other names.
    list: Option<(String, Vec<(&'a str, String)>)>,
}

/// What a search stands at.
enum At<'a> {
    /// Something is to be typed.
    Typing(&'a str),
    /// Something was found, and whether there is more.
    Found(Vec<&'a ChoiceOf>, bool),
}

/// The search of a question; none where it has another control.
pub(super) fn of<'a>(visit: &Visit, question: &'a Question) -> Option<&'a Search> {
    match question.kind.controls(visit.language) {
        [Control::Search(search)] => Some(search),
        _ => None,
    }
}

impl Drawing<'_> {
    /// Whether entries are shown to choose from: nothing else can be answered beside them.
    pub(super) fn has_found(&self) -> bool {
        let search = of(self.visit, self.question).filter(|_| self.searches);
        search.is_some_and(|search| matches!(self.at(search), At::Found(..)))
    }

    /// The control of a question with a long list. Where its page cannot ask again, that is a list that opens.
    pub(super) fn search(&self, search: &Search, ask: &str, hint: &str) -> String {
        if !self.searches {
            return self.select("", &search.choices, self.label(ask), hint);
        }
        let control = match self.at(search) {
            At::Typing(text) => self.typing(search, text, (ask, hint)),
            At::Found(found, has_more) => self.found(&found, has_more, ask),
        };
        control.render().unwrap_or_default()
    }

    fn at<'a>(&'a self, search: &'a Search) -> At<'a> {
        let text = self.typed.get(TEXT);
        match self.typed.get("") {
            "" => {}
            AGAIN => return At::Typing(text),
            chosen => {
                let entry = search.entry(chosen);
                return At::Typing(entry.map_or(text, |entry| self.visit.label(&entry.label)));
            }
        }
        match search.find(text, |choice| self.is_offered(choice)) {
            Found::Several(found, has_more) => At::Found(found, has_more),
            Found::One(_) | Found::Nothing => At::Typing(text),
        }
    }

    fn typing<'a>(&'a self, search: &'a Search, text: &str, (ask, hint): (&str, &str)) -> SearchControl<'a> {
        let words = self.visit.words();
        let list = format!("{}-list", self.name(""));
        let address = self
            .visit
            .address(&format!("{}/suggest", self.question.name.in_address()));
        let is_with_page = search.choices.len() <= WITH_PAGE;
        let how_many = words.plural_forms("lists-suggested", "%{count}");
        let how_many: Vec<(String, &str)> = how_many
            .iter()
            .map(|(category, words)| (format!("data-found-{category}"), words.as_str()))
            .collect();
        let mut attributes = vec![
            ("data-search", if is_with_page { list.as_str() } else { "" }),
            ("data-suggest", if is_with_page { "" } else { &address }),
            ("data-none", words.get("lists-none-suggested")),
            ("data-suggestions", words.get("lists-suggestions")),
            ("autocapitalize", "none"),
        ];
        attributes.extend(how_many.iter().map(|(name, words)| (name.as_str(), *words)));
        let own_hint = if hint.is_empty() { words.get("lists-hint") } else { hint };
        let control = Input {
            id: self.name("").into(),
            name: self.name(TEXT).into(),
            label: self.label(ask),
            hint: own_hint.into(),
            error: self.error(None),
            value: text.into(),
            autocomplete: search.autocomplete.unwrap_or_default(),
            spellcheck: Some(false),
            attributes: Attributes(&attributes),
            ..Input::default()
        }
        .to_string();
        let entries = search.choices.iter().filter(|choice| self.is_offered(choice));
        let entry = |choice: &'a ChoiceOf| (self.visit.label(&choice.label), choice.names().join(";"));
        SearchControl {
            control,
            kept: Vec::new(),
            list: is_with_page.then(|| (list, entries.map(entry).collect())),
        }
    }

    fn found<'a>(&'a self, found: &[&ChoiceOf], has_more: bool, ask: &str) -> SearchControl<'a> {
        let words = self.visit.words();
        let text = self.typed.get(TEXT);
        let n = i64::try_from(found.len()).unwrap_or(i64::MAX);
        let key = if has_more { "lists-found-more" } else { "lists-found" };
        // What was typed may run the other way than the page.
        let apart = words.apart(text.to_owned());
        let hint = words.with(key, &[("n", Value::Count(n)), ("text", Value::Text(&apart))]);
        let mut items: Vec<ChoiceItem<'_>> = found
            .iter()
            .map(|choice| Choice::new(choice.value.as_str(), self.visit.label(&choice.label)).into())
            .collect();
        items.push(ChoiceItem::Divider(words.get("apply-or").into()));
        items.push(Choice::new(AGAIN, words.get("lists-again")).into());
        let control = Radios {
            id: self.name("").into(),
            name: self.name("").into(),
            legend: Some(self.legend(ask)),
            hint: hint.as_str().into(),
            error: self.error(None),
            items,
            ..Radios::default()
        }
        .to_string();
        SearchControl {
            control,
            kept: vec![(self.name(TEXT), text), (self.name(OFFERED), "yes")],
            list: None,
        }
    }
}

/// What fits in a list that is too long for its page. Nothing of a case is read, and what was typed is in the body, so that
/// it stands in no address and no log.
pub fn suggest(visit: &Visit, name: &Name, form: &Form) -> Response {
    let question = asked_anywhere(&visit.live, name);
    let Some(search) = question.and_then(|question| of(visit, question)) else {
        return errors::not_found(visit);
    };
    // What an answer decides is not known here: such an entry is suggested, and refused if it is not offered.
    let found = match search.find(form.get("text"), |_| true) {
        Found::Nothing => Vec::new(),
        Found::One(one) => vec![one],
        Found::Several(several, _) => several,
    };
    let labels: Vec<&str> = found
        .iter()
        .take(SUGGESTED)
        .map(|choice| visit.label(&choice.label))
        .collect();
    let mut reply = Response::new(serde_json::json!({ "found": labels }).to_string().into());
    *reply.status_mut() = StatusCode::OK;
    let json = HeaderValue::from_static("application/json");
    reply.headers_mut().insert(header::CONTENT_TYPE, json);
    reply
}

/// A question of a page or of a row.
fn asked_anywhere<'a>(definition: &'a Definition, name: &Name) -> Option<&'a Question> {
    let in_rows = || definition.rows().find_map(|rules| rules.question(name.as_str()));
    definition.question(name).or_else(in_rows)
}
