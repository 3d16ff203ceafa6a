//! Pages in the order in which they are asked. What a page does beyond asking is said by its controller, a name of the
//! source's code: those of the engine are known, those of one service alone are named in the report.

use serde_json::Value;

use super::Defra;
use crate::form::{Content, Field, Kind, Page, Repeat, Role, Shown, Words};
use crate::report::Became;
use crate::xgov::{array, number, says_something, text_of};

/// The most rows that the language takes.
const ROWS: u32 = 100;
/// Texts of a page's configuration that people read: those above its questions, and those below.
const TEXTS: [&str; 3] = ["topSection", "paymentExplanation", "bottomSection"];

/// What comes of a page, by its controller.
enum What {
    Page(Role),
    /// The platform has it, or has nothing like it; the report says so.
    None,
}

impl Defra<'_> {
    /// All pages of the journey.
    pub(super) fn pages(&mut self, all: &[Value]) -> Vec<Page> {
        let mut pages: Vec<Page> = Vec::new();
        let mut is_over = false;
        for (i, source) in all.iter().enumerate() {
            let place = format!("pages[{i}]");
            if is_over {
                self.after_the_end(source, &place);
                continue;
            }
            let Some(page) = self.page(source, i, &place) else {
                continue;
            };
            is_over = page.when.is_none() && matches!(page.role, Role::Confirmation | Role::Exit);
            pages.push(page);
        }
        if pages.iter().all(|page| page.fields().next().is_none()) {
            let says =
                "This form asks nothing: it is part of another one, or its questions are in the code of its service.";
            self.note(Became::NotPossible, ("", "form"), "asks_nothing", says);
        }
        pages
    }

    fn page(&mut self, source: &Value, index: usize, place: &str) -> Option<Page> {
        let when = self.reference(source);
        let mut content: Vec<Content> = self.configured(source, place);
        let above = content.len();
        let had_payment = self.fees.len();
        for (c, component) in array(source, "components").iter().enumerate() {
            let place = format!("{place}.components[{c}]");
            if self.inner.may_read(&place) {
                content.extend(self.component(component, when.as_ref(), &place));
            }
        }
        let asks = content.iter().any(|content| matches!(content, Content::Field(_)));
        let pays = self.fees.len() > had_payment;
        if pays && content.len() == above {
            return None;
        }
        let controller = text_of(source, "controller").unwrap_or_default();
        let what = self.what(controller, asks, pays, place);
        self.events(source, place);
        let role = match what {
            What::None => return None,
            What::Page(role) => role,
        };
        let mut page = Page {
            id: text_of(source, "path").map_or_else(|| format!("page-{index}"), str::to_owned),
            title: self.title(source, &content, place),
            repeats: self.repeats(source, controller, place),
            section: text_of(source, "section").map(str::to_owned),
            place: place.to_owned(),
            role,
            when,
            content,
            ..Page::default()
        };
        title_from_content(&mut page);
        if page.content.is_empty() && role == Role::Asks {
            return self.only_a_title(page);
        }
        Some(page)
    }

    /// A page of which the form says only the title. Where that asks, people can answer.
    fn only_a_title(&mut self, mut page: Page) -> Option<Page> {
        if !page.title.own.trim_end().ends_with('?') {
            let title: String = page.title.own.chars().take(80).collect();
            let says = format!(
                "Only the title \"{title}\" of this page is in the form: the rest is in the code of its service."
            );
            self.note(Became::NotPossible, (&page.place, "page"), "only_a_title", says);
            return None;
        }
        let says = "How this is answered is in the code of its service: it is asked as a long text.";
        self.note(Became::Approximated, (&page.place, "page"), "options_elsewhere", says);
        page.content.push(Content::Field(Box::new(Field {
            key: page.id.clone(),
            source_type: "page".to_owned(),
            place: page.place.clone(),
            label: page.title.clone(),
            kind: Kind::plain("long_text"),
            required: true,
            ..Field::default()
        })));
        Some(page)
    }

    /// What the page is for.
    fn what(&mut self, controller: &str, asks: bool, pays: bool, place: &str) -> What {
        // "./pages/summary.js" is "summary".
        let name = controller.rsplit('/').next().unwrap_or_default();
        let name = name.trim_end_matches(".js").trim_end_matches(".ts");
        match name {
            ""
            | "PageController"
            | "QuestionPageController"
            | "TaskPageController"
            | "FileUploadPageController"
            | "RepeatPageController" => What::Page(Role::Asks),
            "PaymentPageController" if pays => What::Page(Role::Asks),
            "TerminalPageController" if asks => {
                let says = "A page that ends the form asks something: it is asked, and nothing ends there.";
                self.note(Became::NotPossible, (place, "page"), "end_that_asks", says);
                What::Page(Role::Asks)
            }
            "TerminalPageController" => What::Page(Role::Exit),
            "StartPageController" | "start" => What::Page(if asks { Role::Asks } else { Role::Start }),
            "SummaryPageController"
            | "summary"
            | "SummaryPageWithConfirmationEmailController"
            | "CheckResponsesPageController"
            | "SectionEndController"
            | "DeclarationPageController" => What::Page(if asks { Role::Asks } else { Role::CheckAnswers }),
            "ConfirmationPageController" | "StatusPageController" | "StatusPage" | "confirm" => {
                What::Page(if asks { Role::Asks } else { Role::Confirmation })
            }
            "TaskListPageController" => {
                let says = "The list of tasks is not there: pages are asked one after the other.";
                self.note(Became::Approximated, (place, "page"), "task_list", says);
                What::None
            }
            "PrintSubmittedApplicationController" => {
                let says = "Whoever applied can read their answers and print them.";
                self.note(Became::LeftOut, (place, "page"), "print", says);
                What::None
            }
            other => {
                let other: String = other.chars().take(60).collect();
                let says = format!("What \"{other}\" does is not said in the file: what stands on the page is there.");
                self.note(Became::NotPossible, (place, "page"), "controller", says);
                What::Page(Role::Asks)
            }
        }
    }

    /// Texts of a page that stand in its configuration.
    fn configured(&mut self, source: &Value, place: &str) -> Vec<Content> {
        let Some(config) = source.get("config") else {
            return Vec::new();
        };
        let mut out = Vec::new();
        for key in TEXTS {
            let Some(text) = text_of(config, key) else { continue };
            let place = format!("{place}.config.{key}");
            let words = self.inner.markdown(text, &place);
            let words = self.text(&words, &place);
            out.push(Content::Shown(Shown {
                words,
                place,
                ..Shown::default()
            }));
        }
        let keys = config.as_object().into_iter().flat_map(|config| config.keys());
        let others: Vec<&str> = keys.map(String::as_str).filter(|key| !TEXTS.contains(key)).collect();
        if !others.is_empty() {
            let says = format!("It is for the code of that service: {}.", others.join(", "));
            self.note(Became::LeftOut, (place, "config"), "setting", says);
        }
        out
    }

    /// The heading. Where only the other system knows all of it, the one question of the page stands for it.
    fn title(&mut self, source: &Value, content: &[Content], place: &str) -> Words {
        let title = source
            .get("title")
            .map(|title| self.inner.words(title, place))
            .unwrap_or_default();
        let told = self.told(&title, place);
        let mut fields = content.iter().filter_map(|content| match content {
            Content::Field(field) => Some(&field.label),
            Content::Shown(_) => None,
        });
        let only = fields
            .next()
            .filter(|label| !label.is_empty() && fields.next().is_none());
        if told != title && only.is_some() {
            return Words::default();
        }
        told
    }

    fn repeats(&mut self, source: &Value, controller: &str, place: &str) -> Option<Repeat> {
        if controller != "RepeatPageController" {
            return None;
        }
        let repeat = &source["repeat"];
        let bound = |key: &str| {
            let bound = repeat["schema"].get(key).and_then(number)?;
            u32::try_from(bound.trunc()).ok().filter(|bound| *bound > 0)
        };
        let most = bound("max");
        if most.is_some_and(|most| most > ROWS) {
            let says = format!("More than {ROWS} could be given: {ROWS} is the most.");
            self.note(Became::Approximated, (place, "repeat"), "rows", says);
        }
        let each = repeat["options"].get("title");
        Some(Repeat {
            each: each.map(|each| self.inner.words(each, place)).unwrap_or_default(),
            at_least: bound("min").map(|least| least.min(ROWS)),
            at_most: most.map(|most| most.min(ROWS)),
            exactly: None,
        })
    }

    fn events(&mut self, source: &Value, place: &str) {
        let events = source.get("events").and_then(Value::as_object);
        for (event, _) in events.into_iter().flatten() {
            let event: String = event.chars().take(40).collect();
            let says = format!("At \"{event}\" the form asks another system, which is never called here.");
            self.note(Became::NotPossible, (place, "event"), "event", says);
        }
        if source.get("view").is_some_and(says_something) {
            let says = "How it looks stands in a file of its service: it looks like every page.";
            self.note(Became::Approximated, (place, "page"), "view", says);
        }
    }

    /// A page behind the end: other ways lead there, such as a link in a message.
    fn after_the_end(&mut self, source: &Value, place: &str) {
        let controller = text_of(source, "controller").unwrap_or_default();
        let components = array(source, "components");
        let says_anything = !components.is_empty() || source.get("config").is_some();
        if controller == "PrintSubmittedApplicationController" || !says_anything {
            let says = "A page behind the end of the form: whoever applied can read their answers and print them.";
            self.note(Became::LeftOut, (place, "page"), "after_the_end", says);
            return;
        }
        let title = text_of(source, "title").unwrap_or_default();
        let title: String = title.chars().take(80).collect();
        let says = format!("\"{title}\" stands behind the end of the form: it belongs to another journey.");
        self.note(Became::NotPossible, (place, "page"), "after_the_end", &says);
        for (c, component) in components.iter().enumerate() {
            let kind = text_of(component, "type").unwrap_or_default();
            let place = format!("{place}.components[{c}]");
            self.note(Became::NotPossible, (&place, kind), "after_the_end", &says);
        }
    }
}

/// A page without a title that asks nothing is called by the heading of its text. Easting and northing stand below what
/// both of them are.
fn title_from_content(page: &mut Page) {
    if !page.title.is_empty() || page.fields().next().is_some() {
        return;
    }
    let Some(Content::Shown(shown)) = page.content.first_mut() else {
        return;
    };
    let Some(heading) = shown.words.own.strip_prefix("## ") else {
        return;
    };
    let (title, rest) = heading.split_once('\n').unwrap_or((heading, ""));
    page.title = Words::only(title.trim());
    shown.words = Words::only(rest.trim());
}
