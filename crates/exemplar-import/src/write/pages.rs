//! The pages of the service, as they stand under `questions`.

use super::conditions::Of;
use super::plan::{Part, PartWhat};
use super::service::Writing;
use super::texts::{self, Texts};
use super::tree::Tree;
use crate::form::{Kind, Page, Shown, Words};
use crate::report::Became;

/// What stands around a question: above its answer, and what opens on request.
#[derive(Debug, Default)]
pub(super) struct Around {
    pub(super) say: Words,
    pub(super) help: Option<(Words, Words)>,
}

impl<'a> Writing<'_, 'a> {
    /// All pages with their names, and the place of the page of the plan that they came of.
    pub(super) fn pages(&mut self) -> Vec<(usize, String, Tree)> {
        let plan = self.plan;
        let mut out = Vec::new();
        for (p, page) in plan.pages.iter().enumerate() {
            for (s, part) in page.parts.iter().enumerate() {
                let when = self.condition(Of::Part(p, s));
                if when == Some(None) {
                    self.never(part, &page.page.place);
                    continue;
                }
                let tree = self.part((p, s), part, when.flatten(), page.order);
                out.push((p, part.name.clone(), tree));
            }
        }
        out
    }

    fn never(&mut self, part: &Part<'_>, place: &str) {
        let says = format!("Nobody comes to \"{}\": its condition never holds.", part.name);
        let mut asked = match &part.what {
            PartWhat::Question(asked) => vec![*asked],
            PartWhat::Together(asked) => asked.clone(),
            _ => Vec::new(),
        };
        if asked.is_empty() {
            self.report
                .note(Became::NotPossible, (place, "page"), "never_shown", &says);
        }
        let mut lost: Vec<(&str, &str)> = Vec::new();
        let texts = part.texts.shown.iter().copied();
        lost.extend(texts.map(|shown| (shown.place.as_str(), "text")));
        while let Some(one) = asked.pop() {
            let field = self.plan.asked[one].field;
            lost.push((&field.place, &field.source_type));
            lost.extend(field.also.iter().map(|(place, what)| (place.as_str(), what.as_str())));
            if let Kind::Evidence(documents) = &field.kind {
                lost.extend(
                    documents
                        .iter()
                        .map(|document| (document.place.as_str(), field.source_type.as_str())),
                );
            }
            lost.extend(field.above.iter().map(|shown| (shown.place.as_str(), "text")));
            // What is asked in rows goes with them.
            let all = self.plan.asked.iter().enumerate();
            asked.extend(all.filter(|(_, inner)| inner.rows == Some(one)).map(|(inner, _)| inner));
        }
        for place in lost {
            self.report.note(Became::NotPossible, place, "never_shown", &says);
        }
    }

    fn part(&mut self, (p, s): (usize, usize), part: &Part<'a>, when: Option<String>, order: usize) -> Tree {
        let page = self.plan.pages[p].page;
        let mut out = Vec::new();
        if let Some(when) = when {
            out.push(("when".to_owned(), Tree::Plain(when)));
        }
        match &part.what {
            PartWhat::Question(asked) => {
                let mut around = self.around((p, s), &part.texts, order, None);
                if let Some(besides) = &part.wording.besides {
                    around.say = self.besides(besides, around.say, order, page);
                }
                around.say = texts::without_lone_heading(&around.say);
                let called = part.wording.called.as_ref();
                self.question(&mut out, *asked, (&part.wording.ask, called), around);
            }
            PartWhat::Together(asked) => {
                out.push((
                    "title".to_owned(),
                    Tree::Said(self.filled(&page.title, order, &page.place).map(texts::without_stop)),
                ));
                let together = "The form asked for them on one page";
                out.push(("together".to_owned(), Tree::plain(together)));
                let mut questions = Vec::new();
                for (before, one) in asked.iter().enumerate() {
                    let mut around = self.around((p, s), &part.texts, order, Some(before));
                    if before == 0 && !around.say.is_empty() {
                        let say = std::mem::take(&mut around.say);
                        out.push(("say".to_owned(), Tree::Said(say)));
                    }
                    questions.push(self.shared(*one, around));
                }
                let questions = questions.into_iter().flatten().collect();
                out.push(("questions".to_owned(), Tree::Under(questions)));
                self.report
                    .carried((&page.place, "page"), &part.name, "a page of several questions");
            }
            PartWhat::Information | PartWhat::Exit => {
                let is_exit = part.what == PartWhat::Exit;
                let title = if page.title.is_empty() {
                    Words::only(part.name.replace('_', " "))
                } else {
                    page.title.clone()
                };
                let title = self.filled(&title, order, &page.place).map(texts::without_stop);
                let key = if is_exit { "exit" } else { "title" };
                out.push((key.to_owned(), Tree::Said(title)));
                let around = self.around((p, s), &part.texts, order, None);
                if !around.say.is_empty() {
                    out.push(("say".to_owned(), Tree::Said(around.say)));
                }
                let what = if is_exit { "an end" } else { "a page to read" };
                self.report.carried((&page.place, "page"), &part.name, what);
            }
        }
        Tree::Under(out)
    }

    /// A question among several of one page.
    pub(super) fn shared(&mut self, asked: usize, around: Around) -> Option<(String, Tree)> {
        let one = &self.plan.asked[asked];
        let (name, field) = (one.name.clone(), one.field);
        let when = self.condition(Of::Question(asked));
        if when == Some(None) {
            let says = "Its condition never holds.";
            self.report.note(
                Became::NotPossible,
                (&field.place, &field.source_type),
                "never_shown",
                says,
            );
            return None;
        }
        let mut out = Vec::new();
        if let Some(when) = when.flatten() {
            out.push(("when".to_owned(), Tree::Plain(when)));
        }
        let label = if field.label.is_empty() {
            Words::only(name.replace('_', " "))
        } else {
            field.label.clone()
        };
        self.question(&mut out, asked, (&label, None), around);
        Some((name, Tree::Under(out)))
    }

    /// What stands around the answers of a page. The first text that opens on request is its help, where it has some.
    /// `before`: of a page of several questions, that before which they stand.
    fn around(&mut self, (p, s): (usize, usize), texts: &Texts<'a>, order: usize, before: Option<usize>) -> Around {
        let mut around = Around::default();
        let has_help = matches!(
            self.plan.pages[p].parts[s].what,
            PartWhat::Question(_) | PartWhat::Together(_)
        );
        for (t, shown) in texts.shown.iter().enumerate() {
            if before.is_some_and(|before| texts.before(t) != before) {
                continue;
            }
            let words = self.filled(&shown.words, order, &shown.place);
            let when = self.condition(Of::Text(p, s, t));
            match (&shown.opens, when) {
                (_, Some(None)) => self.unseen(shown),
                (Some(opens), None) if has_help && around.help.is_none() => {
                    self.report
                        .carried((&shown.place, "text"), "help", "help that opens on request");
                    around.help = Some((opens.clone(), words));
                }
                (opens, when) => {
                    let words = match opens {
                        Some(opens) => {
                            let says = "A page opens one text on request: this one stands below its own heading.";
                            self.report
                                .note(Became::Approximated, (&shown.place, "text"), "second_help", says);
                            texts::under_heading(opens, &words)
                        }
                        None => words,
                    };
                    let words = match when {
                        Some(Some(when)) => self.only_if(&words, &when),
                        _ => words,
                    };
                    self.report
                        .carried((&shown.place, "text"), "say", "a text above the answer");
                    around.say = around.say.above(&words);
                }
            }
        }
        around
    }

    /// A heading that is not the question stands above the texts that it heads, or alone; a label below them.
    fn besides(&mut self, besides: &Words, say: Words, order: usize, page: &Page) -> Words {
        let is_heading = *besides == page.title;
        let besides = self.filled(besides, order, &page.place);
        if !is_heading || say.is_empty() {
            return say.above(&besides);
        }
        besides.map(|text| format!("## {text}")).above(&say)
    }

    pub(super) fn unseen(&mut self, shown: &Shown) {
        let says = "The condition of this text never holds.";
        self.report
            .note(Became::NotPossible, (&shown.place, "text"), "never_shown", says);
    }

    /// A text between `[[ if ]]` and `[[ endif ]]`, which take a name.
    pub(super) fn only_if(&mut self, words: &Words, when: &str) -> Words {
        // `not name` is one too.
        let is_name = |text: &str| text.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
        let is_name = is_name(when.strip_prefix("not ").unwrap_or(when));
        let fact = if is_name { when.to_owned() } else { self.fact(when) };
        words.map(|text| format!("[[ if {fact} ]]\n{text}\n[[ endif ]]"))
    }
}
