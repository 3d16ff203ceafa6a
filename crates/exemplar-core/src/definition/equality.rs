//! Equality questions: who uses a service, in figures alone. Their answers are no answers of a case. No expression, text,
//! page of staff or message can name them, and nothing that is kept says who gave them.

use sha2::{Digest as _, Sha256};
use uuid::{Builder, Uuid};

use crate::id::Name;
use crate::text::Text;

/// The option of every equality question that is not written.
pub const PREFER_NOT_TO_SAY: &str = "prefer_not_to_say";

/// One equality question. Nobody has to answer it.
#[derive(Debug, Clone)]
pub struct EqualityQuestion {
    /// Its name.
    pub name: Name,
    /// What is asked; none for one of the platform's own, whose words go by its name.
    pub ask: Option<Text>,
    /// One short sentence.
    pub hint: Option<Text>,
    /// Its options, in order; without words in the platform's own.
    pub options: Vec<(Name, Option<Text>)>,
}

/// The platform's own questions: `equality: yes`.
const USUAL: &[(&str, &[&str])] = &[
    ("age_group", &["up_to_24", "from_25_to_44", "from_45_to_64", "from_65"]),
    ("sex", &["female", "male"]),
    (
        "long_term_condition",
        &["limits_a_lot", "limits_a_little", "limits_nothing", "has_none"],
    ),
    (
        "ethnic_group",
        &["asian", "black", "mixed", "white", "another_ethnic_group"],
    ),
    (
        "religion",
        &[
            "no_religion",
            "buddhist",
            "christian",
            "hindu",
            "jewish",
            "muslim",
            "sikh",
            "another_religion",
        ],
    ),
    (
        "sexual_orientation",
        &["straight", "gay_or_lesbian", "bisexual", "another_orientation"],
    ),
];

impl EqualityQuestion {
    /// The platform's own questions.
    #[must_use]
    pub fn usual() -> Vec<Self> {
        let question = |(name, options): &(&str, &[&str])| Self {
            name: Name::from(*name),
            ask: None,
            hint: None,
            options: options.iter().map(|option| (Name::from(*option), None)).collect(),
        };
        USUAL.iter().map(question).collect()
    }

    /// Whether something can be chosen here.
    #[must_use]
    pub fn offers(&self, option: &str) -> bool {
        option == PREFER_NOT_TO_SAY || self.options.iter().any(|(name, _)| name.as_str() == option)
    }
}

/// The id of an answer: the same for the same form, and of no other answer of that form can it be told from it.
#[must_use]
pub fn equality_answer_id(form: &str, question: &Name) -> Uuid {
    let mut hash = Sha256::new();
    hash.update(form.as_bytes());
    hash.update([0]);
    hash.update(question.as_str().as_bytes());
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&hash.finalize()[..16]);
    Builder::from_random_bytes(bytes).into_uuid()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_sent_twice_has_one_id_for_each_question() {
        let of = |form, question: &str| equality_answer_id(form, &Name::from(question));
        assert_eq!(of("a", "sex"), of("a", "sex"));
        assert_ne!(of("a", "sex"), of("a", "religion"));
        assert_ne!(of("a", "sex"), of("b", "sex"));
    }
}
