//! Draws what is chosen from options: one of them, any of them, one from a list that opens, a box instead of an answer.

use std::borrow::Cow;
use std::fmt::Write as _;

use exemplar_core::apply::TICKED;
use exemplar_core::definition::Duration;
use exemplar_core::kind::{self, ChoiceOf};

use super::draw::Drawing;
use crate::components::{
    Checkboxes, Choice, ChoiceItem, Content, ErrorMessage, Html, Label, Legend, Radios, Select, SelectItem,
};

impl Drawing<'_> {
    pub(super) fn select(&self, suffix: &str, choices: &[ChoiceOf], label: Label<'_>, hint: &str) -> String {
        let chosen = self.typed.get(suffix);
        let mut items = vec![SelectItem::new("", self.visit.words().get("apply-choose"))];
        items.extend(
            choices
                .iter()
                .filter(|choice| self.is_offered(choice))
                .map(|choice| SelectItem {
                    selected: choice.value.as_str() == chosen,
                    ..SelectItem::new(choice.value.as_str(), self.visit.label(&choice.label))
                }),
        );
        Select {
            id: self.name(suffix).into(),
            name: self.name(suffix).into(),
            label,
            hint: hint.into(),
            error: self.error(Some(suffix)),
            items,
            ..Select::default()
        }
        .to_string()
    }

    pub(super) fn is_offered(&self, choice: &ChoiceOf) -> bool {
        choice.when.as_ref().is_none_or(|when| self.walk.holds(when))
    }

    /// The items of the control with this suffix.
    pub(super) fn choices<'b>(&'b self, choices: &'b [ChoiceOf], suffix: &str) -> Vec<ChoiceItem<'b>> {
        let mut items = Vec::with_capacity(choices.len());
        for choice in choices.iter().filter(|choice| self.is_offered(choice)) {
            if choice.alone && !items.is_empty() {
                items.push(ChoiceItem::Divider(self.visit.words().get("apply-or").into()));
            }
            let hint = choice.hint.as_ref().map_or("", |hint| self.visit.text(hint));
            let text = self.visit.label(&choice.label).into();
            let mut drawn = self.choice(choice.value.as_str(), text, (hint, suffix));
            drawn.exclusive = choice.alone;
            drawn.conditional = self.beneath(choice.value.as_str());
            items.push(drawn.into());
        }
        items
    }

    /// What opens beneath an option.
    fn beneath(&self, option: &str) -> Content<'static> {
        let own = self.beneath.iter().filter(|one| one.option == option);
        let markup: String = own.map(|one| one.markup.as_str()).collect();
        Content::Html(Html::trusted(markup))
    }

    pub(super) fn choice<'b>(
        &'b self,
        value: &'b str,
        text: Content<'b>,
        (hint, suffix): (&'b str, &str),
    ) -> Choice<'b> {
        Choice {
            text,
            hint: hint.into(),
            checked: self.typed.all(suffix).iter().any(|typed| typed == value),
            ..Choice::new(value, "")
        }
    }

    pub(super) fn radios(
        &self,
        radios: &kind::Radios,
        legend: Legend<'_>,
        hint: &str,
        error: Option<ErrorMessage<'_>>,
    ) -> String {
        Radios {
            id: self.name(&radios.suffix).into(),
            name: self.name(&radios.suffix).into(),
            legend: Some(legend),
            hint: hint.into(),
            error,
            items: self.choices(&radios.choices, &radios.suffix),
            // Beside one another they leave no room for what opens.
            classes: if radios.inline && self.beneath.is_empty() {
                "govuk-radios--inline"
            } else {
                ""
            },
            ..Radios::default()
        }
        .to_string()
    }

    /// A hint, and by when what is asked about must come.
    pub(super) fn hint_with_time<'b>(&self, hint: &'b str, within: Option<Duration>) -> Cow<'b, str> {
        let Some(within) = within else { return hint.into() };
        let length = self.visit.says().length(within);
        let length = [("length", exemplar_app::words::Value::Text(&length))];
        let time = self.visit.words().with("documents-send-within", &length);
        let both = format!(
            "{} {time}",
            hint.trim_end_matches('.').to_owned() + if hint.is_empty() { "" } else { "." }
        );
        Cow::Owned(both.trim().to_owned())
    }

    /// The box that can be ticked instead of an answer.
    pub(super) fn or_tick(&self, markup: &mut String, words: &str) {
        let name = self.name(TICKED);
        let ticked = !self.typed.get(TICKED).is_empty();
        let choice = Choice {
            checked: ticked,
            ..Choice::new("yes", words)
        };
        let divider = self.visit.words().get("apply-or");
        let boxes = Checkboxes {
            id: (&name).into(),
            name: (&name).into(),
            items: vec![choice.into()],
            ..Checkboxes::default()
        };
        let _ = write!(markup, "<p class=\"govuk-body app-or\">{divider}</p>{boxes}");
    }
}
