//! The words of a visit's service in the visit's language.

use std::borrow::Cow;

use exemplar_app::apply::zone;
use exemplar_app::says::Says;
use exemplar_core::answer::Answers;
use exemplar_core::apply::PageProblem;
use exemplar_core::definition::{Duration, Question};
use exemplar_core::journey::{Setting, Walk};
use exemplar_core::kind::Label;
use exemplar_core::text::Text;

use crate::markdown::markup;
use crate::visit::Visit;

impl Visit {
    /// Turns data of this service into words.
    #[must_use]
    pub fn says(&self) -> Says<'_> {
        Says {
            words: self.words(),
            definition: &self.live,
            language: self.language,
        }
    }

    /// The words of an option.
    #[must_use]
    pub fn label<'a>(&'a self, label: &'a Label) -> &'a str {
        self.says().label(label)
    }

    /// The answer to a question as a person reads it, one item a line.
    #[must_use]
    pub fn answer(&self, walk: &Walk<'_>, question: &Question) -> Vec<String> {
        self.says().answer(walk, question)
    }

    /// A text with the answers, facts and phrases that it names.
    #[must_use]
    pub fn filled<'a>(&self, text: &'a Text, walk: &Walk<'_>) -> Cow<'a, str> {
        self.says().filled(text, walk)
    }

    /// The markup of Markdown with the answers, facts and phrases that it names.
    #[must_use]
    pub fn markup(&self, text: &Text, walk: &Walk<'_>) -> String {
        markup(&self.says().filled_markdown(text, walk))
    }

    /// The markup of Markdown that stands before anything is answered: facts that need no answer, and phrases.
    #[must_use]
    pub fn markup_before(&self, text: &Text) -> String {
        if !text.has_names() {
            return markup(self.text(text));
        }
        self.markup(text, &Walk::new(&self.live, &Answers::default(), self.setting()))
    }

    /// The day, language and channel of this visit.
    #[must_use]
    pub fn setting(&self) -> Setting {
        Setting {
            today: self.now.to_zoned(zone(&self.live)).date(),
            language: self.manner.language.clone(),
            channel: self.manner.channel,
        }
    }

    /// A length of time, written out.
    #[must_use]
    pub fn length(&self, length: Duration) -> String {
        self.says().length(length)
    }

    /// What a page says of a problem.
    #[must_use]
    pub fn problem(&self, walk: &Walk<'_>, question: &Question, problem: &PageProblem) -> String {
        self.says().problem(walk, question, problem)
    }
}
