//! The form in which a case is decided: its outcomes and, for each, the reasons to choose from.

use exemplar_app::casework::OpenCase;
use exemplar_app::says::Says;
use exemplar_core::casework::Ruling;
use exemplar_core::id::Name;

use super::desk::Desk;
use crate::components::{Choice, ErrorMessage, Legend, Radios};
use crate::form::Form;

/// What was chosen in it.
pub fn chosen(form: &Form) -> Ruling {
    let outcome = form.get("outcome");
    let reason = form.get(&format!("reason-{outcome}"));
    Ruling {
        outcome: Name::from(outcome),
        reason: Some(reason).filter(|reason| !reason.is_empty()).map(Name::from),
        said: form.get("said").to_owned(),
    }
}

/// For each outcome the reasons that it offers.
pub fn reasons<'a>(
    open: &'a OpenCase,
    says: &Says<'a>,
    form: &'a Form,
    error: &dyn Fn(&str) -> Option<ErrorMessage<'a>>,
) -> Vec<Option<Radios<'a>>> {
    let walk = open.walk();
    let list = |(name, rule): (&'a Name, &'a exemplar_core::definition::OutcomeRule)| {
        if rule.reasons.is_empty() {
            return None;
        }
        let field = format!("reason-{name}");
        let chosen = form.get(&field);
        let items = rule.reasons.iter().map(|(reason, words)| {
            Choice {
                checked: chosen == reason.as_str(),
                ..Choice::new(reason.as_str(), says.filled(words, &walk).into_owned())
            }
            .into()
        });
        let title = rule.title.get(says.language);
        let legend = Legend::new(format!("{title}: {}", says.words.get("staff-decide-reason")));
        let items = items.collect();
        Some(Radios {
            id: field.clone().into(),
            error: error(&field),
            legend: Some(legend),
            items,
            name: field.into(),
            ..Radios::default()
        })
    };
    open.definition.casework.outcomes.iter().map(list).collect()
}

/// The outcomes to choose from. Their reasons stand below and are not revealed by a choice: what the design system
/// does for that gives a radio a state that radios must not have.
pub fn outcomes<'a>(
    desk: &'a Desk<'_>,
    open: &'a OpenCase,
    says: &Says<'a>,
    form: &'a Form,
    error: Option<ErrorMessage<'a>>,
) -> Radios<'a> {
    let items = open.definition.casework.outcomes.iter().map(|(name, rule)| {
        let mut choice = Choice::new(name.as_str(), rule.title.get(says.language));
        choice.checked = form.get("outcome") == name.as_str();
        choice.into()
    });
    Radios {
        id: "outcome".into(),
        name: "outcome".into(),
        legend: Some(Legend::new(desk.words().get("staff-decide-outcome"))),
        error,
        items: items.collect(),
        ..Radios::default()
    }
}
