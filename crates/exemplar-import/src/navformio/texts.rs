//! What is only shown: messages, HTML, accordions, and help that opens below a question.

use serde_json::Value;

use super::pages::Gathering;
use super::{Reader, array, text_of};
use crate::form::{Content, Shown, Test};
use crate::report::Became;

impl Reader<'_> {
    /// A component that shows something.
    pub(super) fn shown(
        &mut self,
        component: &Value,
        kind: &str,
        when: Option<&Test>,
        place: &str,
        out: &mut Gathering,
    ) {
        if text_of(component, "textDisplay") == Some("pdf") {
            let says = "It stood on the printed form only.";
            self.report.note(Became::LeftOut, (place, kind), "on_paper", says);
            return;
        }
        if text_of(component, "contentForPdf").is_some_and(|text| !text.trim().is_empty()) {
            let says = "The words for the printed form are left out.";
            self.report
                .note(Became::LeftOut, (place, "contentForPdf"), "on_paper", says);
        }
        match kind {
            "accordion" => {
                for (i, item) in array(component, "accordionValues").iter().enumerate() {
                    let place = format!("{place}.accordionValues[{i}]");
                    let (title, content) = (text_of(item, "title"), text_of(item, "content"));
                    self.opens(
                        title.unwrap_or_default(),
                        content.unwrap_or_default(),
                        when,
                        &place,
                        out,
                    );
                }
            }
            "image" => {
                let says = "An image cannot stand in a text: what it shows is there where it has words.";
                self.report.note(Became::NotPossible, (place, kind), "image", says);
                self.text(text_of(component, "altText").unwrap_or_default(), when, place, out);
            }
            _ => {
                let content = text_of(component, "content").unwrap_or_default();
                if content.trim().is_empty() {
                    let says = "This text says nothing.";
                    self.report.note(Became::LeftOut, (place, kind), "no_words", says);
                }
                self.text(content, when, place, out);
                self.opened(component, when, place, out);
            }
        }
    }

    /// A text above what comes next.
    pub(super) fn text(&mut self, text: &str, when: Option<&Test>, place: &str, out: &mut Gathering) {
        let words = self.markdown(text, place);
        // Lines and dots only make room.
        if words.own.contains(char::is_alphanumeric) {
            out.push(Content::Shown(Shown {
                words,
                opens: None,
                when: when.cloned(),
                place: place.to_owned(),
            }));
        }
    }

    /// What opens on request beside a component.
    pub(super) fn opened(&mut self, component: &Value, when: Option<&Test>, place: &str, out: &mut Gathering) {
        let title = text_of(component, "additionalDescriptionLabel").unwrap_or_default();
        let text = text_of(component, "additionalDescriptionText").unwrap_or_default();
        self.opens(title, text, when, place, out);
    }

    fn opens(&mut self, title: &str, text: &str, when: Option<&Test>, place: &str, out: &mut Gathering) {
        let (title, words) = (self.plain(title, place), self.markdown(text, place));
        if !words.is_empty() {
            out.push(Content::Shown(Shown {
                words,
                opens: title.said().cloned(),
                when: when.cloned(),
                place: place.to_owned(),
            }));
        }
    }
}
