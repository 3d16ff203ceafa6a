//! Equality questions: the platform's, or the team's own.

use super::{Reader, Spot, Where};
use crate::definition::EqualityQuestion;
use crate::definition::equality::PREFER_NOT_TO_SAY;
use crate::definition::limits::{EQUALITY_OPTIONS, EQUALITY_QUESTIONS};
use crate::definition::source::{Key, Place, What};
use crate::id::Name;

/// The questions; none where the service asks none.
pub(super) fn read<'a>(reader: &Reader<'a>, root: &Spot<'a>) -> Vec<EqualityQuestion> {
    let Some(spot) = root.get("equality") else {
        return Vec::new();
    };
    if !matches!(spot.node.what, What::Map(_)) {
        return EqualityQuestion::usual();
    }
    reader.stand(Where::Before);
    let questions: Vec<_> = spot
        .entries()
        .filter_map(|(key, spot)| question(reader, key, &spot))
        .collect();
    if questions.len() > EQUALITY_QUESTIONS {
        let message = format!("There are more than {EQUALITY_QUESTIONS} equality questions.");
        reader.error(spot.node.place, "equality", message, "Ask only what figures need.");
    }
    questions
}

fn question<'a>(reader: &Reader<'a>, key: &Key, spot: &Spot<'a>) -> Option<EqualityQuestion> {
    let Some(options) = spot.get("one_of") else {
        reader.error(
            key.place,
            "missing",
            "This equality question has no options.",
            "Write them under one_of: what is typed freely could tell who answered.",
        );
        return None;
    };
    if spot.node.get("ask").is_none() {
        reader.error(
            key.place,
            "missing",
            "This question has no words.",
            "Write them under ask.",
        );
    }
    let mut read = Vec::new();
    for (key, option) in options.entries() {
        reader.findings_of_name(key);
        if key.text == PREFER_NOT_TO_SAY {
            let advice = "Take it out: it stands below the others of itself.";
            reader.error(key.place, "equality", "This option is always there.", advice);
        }
        read.push((Name::from(key.text.as_str()), reader.words(&option)));
    }
    if !(2..=EQUALITY_OPTIONS).contains(&read.len()) {
        let message = format!("An equality question has from 2 to {EQUALITY_OPTIONS} options.");
        let advice = "With many options few people share one, and they could be known by it.";
        reader.error(options.node.place, "equality", message, advice);
    }
    Some(EqualityQuestion {
        name: Name::from(key.text.as_str()),
        ask: reader.text(spot, "ask"),
        hint: reader.text(spot, "hint"),
        options: read,
    })
}

impl Reader<'_> {
    /// Tells of an expression that names an equality question; whether it does.
    pub(in crate::definition) fn names_equality(&self, place: Place, name: &str) -> bool {
        let named = matches!(self.register.what(name), Some(super::NamedWhat::Equality));
        if named {
            self.error(
                place,
                "equality_kept_apart",
                format!("\"{name}\" is an equality question, and nothing may depend on its answer."),
                "Ask what is needed as a question of its own, and say why.",
            );
        }
        named
    }
}
