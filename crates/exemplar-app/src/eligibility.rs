//! "What can I apply for?": the eligibility pages of all services, answered together. Nothing is stored: whoever asks
//! brings all that they said so far.

use std::sync::Arc;

use exemplar_core::answer::{Answers, Given};
use exemplar_core::apply::{Act, PageProblem, may_begin, read_page};
use exemplar_core::definition::{Definition, Page, PageContent, Question};
use exemplar_core::id::{Language, Name};
use exemplar_core::journey::{Eligibility, Setting, Walk, ask_the_same};
use exemplar_core::kind::Typed;
use exemplar_core::record::{Channel, DeviceClass};

use crate::App;
use crate::apply::{Manner, zone};

/// What was said so far.
pub trait Said {
    /// What was typed into the controls of a service's question.
    fn typed(&self, service: &Definition, question: &Name) -> Typed;
    /// Whether this page of a service was shown and sent.
    fn was_sent(&self, service: &Definition, page: &Name) -> bool;
}

/// A service that tells beforehand who can apply, and what it comes to for a person.
#[derive(Debug)]
pub struct OfService {
    /// The service.
    pub definition: Arc<Definition>,
    /// The answers to its eligibility, its own and those that were given for another service.
    pub answers: Answers,
    /// Whether the person can apply.
    pub can_apply: CanApply,
    /// Whether one can begin at present.
    pub is_open: bool,
}

/// Whether a person can apply.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CanApply {
    /// They can.
    Yes,
    /// They cannot; the exit's page says why.
    No(Name),
    /// This page has yet to be answered; what is wrong with it, where it was sent.
    NotKnown(Name, Vec<PageProblem>),
}

impl OfService {
    /// The way through the service with these answers.
    #[must_use]
    pub fn walk(&self, act: &Act) -> Walk<'_> {
        Walk::new(&self.definition, &self.answers, setting(act))
    }
}

fn setting(act: &Act) -> Setting {
    Setting {
        today: act.today,
        language: act.language.clone(),
        channel: act.channel,
    }
}

impl App {
    /// The services that tell beforehand who can apply, in this language.
    #[must_use]
    pub fn with_eligibility(&self, language: &Language) -> Vec<Arc<Definition>> {
        let asks = |definition: &Definition| {
            let is_exit = |page: &Page| matches!(page.content, PageContent::Exit { .. });
            definition.eligibility().iter().any(is_exit) && definition.language_index(language).is_some()
        };
        let all = self.services.all().into_iter();
        let mut asking: Vec<Arc<Definition>> = all.filter(|definition| asks(definition)).collect();
        let name = |definition: &Arc<Definition>| definition.language_index(language).unwrap_or(0);
        let words = self.words.of(language);
        words.sort(&mut asking, |definition| definition.name.get(name(definition)));
        asking
    }

    /// What all of them come to. One answer serves every service that asks the same.
    #[must_use]
    pub fn what_can_i_apply_for(&self, language: &Language, said: &dyn Said) -> Vec<OfService> {
        let services = self.with_eligibility(language);
        services
            .iter()
            .map(|definition| self.of_service(definition, &services, language, said))
            .collect()
    }

    /// The act of somebody who asks: it changes nothing.
    #[must_use]
    pub fn asking(&self, definition: &Definition, language: &Language) -> Act {
        let manner = Manner {
            language: language.clone(),
            channel: Channel::Web,
            device: DeviceClass::Other,
        };
        let mut act = self.act(definition, &manner);
        act.today = act.now.to_zoned(zone(definition)).date();
        act
    }

    fn of_service(
        &self,
        definition: &Arc<Definition>,
        all: &[Arc<Definition>],
        language: &Language,
        said: &dyn Said,
    ) -> OfService {
        let act = self.asking(definition, language);
        let mut answers = Answers::default();
        let can_apply = loop {
            let walk = Walk::new(definition, &answers, setting(&act));
            let page = match walk.eligibility() {
                Eligibility::Yes => break CanApply::Yes,
                Eligibility::No(page) => break CanApply::No(page.name.clone()),
                Eligibility::NotKnown(page) => page,
            };
            let name = page.name.clone();
            let typed = |name: &Name| typed(definition, all, name, said);
            let was_sent = said.was_sent(definition, &page.name);
            if !was_sent && page.questions().iter().all(|question| typed(&question.name).is_empty()) {
                break CanApply::NotKnown(name, Vec::new());
            }
            let given = match read_page(&walk, &answers, page, &typed, &act) {
                Ok(given) => given,
                Err(problems) => {
                    let problems = if was_sent { problems } else { Vec::new() };
                    break CanApply::NotKnown(name, problems);
                }
            };
            let before = answers.0.len();
            for (name, answer) in given {
                let given = Given {
                    answer,
                    by: act.actor.clone(),
                    at: act.now,
                    channel: act.channel,
                };
                answers.0.insert(name, given);
            }
            if answers.0.len() == before {
                // Nothing that can be said here leads past this page.
                break CanApply::NotKnown(name, Vec::new());
            }
        };
        OfService {
            definition: Arc::clone(definition),
            answers,
            can_apply,
            is_open: may_begin(definition, None, act.now) && self.services.shut(&definition.id).is_none(),
        }
    }
}

/// What was typed for a question, here or where another service asks the same.
fn typed(definition: &Definition, all: &[Arc<Definition>], name: &Name, said: &dyn Said) -> Typed {
    let own = said.typed(definition, name);
    let Some(question) = definition.question(name).filter(|_| own.is_empty()) else {
        return own;
    };
    let same = |other: &&Question| ask_the_same(question, other);
    let elsewhere = all.iter().filter(|other| other.id != definition.id).find_map(|other| {
        let mut questions = other.eligibility().iter().flat_map(Page::questions);
        let typed = said.typed(other, &questions.find(same)?.name);
        (!typed.is_empty()).then_some(typed)
    });
    elsewhere.unwrap_or(own)
}
