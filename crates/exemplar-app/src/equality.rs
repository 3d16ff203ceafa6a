//! Equality questions: what was chosen is kept by itself, without the case, and published by the year.

use exemplar_core::definition::{Definition, PREFER_NOT_TO_SAY, equality_answer_id};
use exemplar_core::figures::{Shown, withhold};
use exemplar_core::id::Name;
use exemplar_core::publishing::is_preview;
use exemplar_store::{EqualityAnswer, Fault};
use uuid::Uuid;

use crate::apply::zone;
use crate::{App, chance};

/// What was chosen at one equality question in a year, as the public may see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EqualityFigures {
    /// The year, which is over.
    pub year: i64,
    /// The question's place in the definition.
    pub question: usize,
    /// By option, in order, and last those who preferred not to say.
    pub counts: Vec<Shown>,
}

impl App {
    /// A word for a form, so that it counts once however often it is sent.
    ///
    /// # Errors
    /// If the system gives no random values.
    pub fn equality_form(&self) -> Result<String, Fault> {
        chance::bytes().map(|bytes: [u8; 16]| Uuid::from_bytes(bytes).simple().to_string())
    }

    /// Keeps what was chosen. `form` is the word that the form carried; what is not offered is passed over.
    ///
    /// # Errors
    /// If the store fails.
    pub async fn take_equality(
        &self,
        definition: &Definition,
        form: &str,
        chosen: &(dyn Fn(&Name) -> String + Sync),
    ) -> Result<(), Fault> {
        if is_preview(&definition.id) {
            return Ok(());
        }
        let year = self.year(definition);
        for question in &definition.equality {
            let answer = chosen(&question.name);
            if !question.offers(&answer) {
                continue;
            }
            // Each in a write of its own: what one person chose does not lie together.
            let given = EqualityAnswer {
                id: equality_answer_id(form, &question.name),
                organisation: definition.organisation.clone(),
                service: definition.id.clone(),
                year,
                question: question.name.clone(),
                answer: Name::from(answer.as_str()),
            };
            self.store.take_equality(&given).await?;
        }
        Ok(())
    }

    /// The figures of all years that are over, the latest first. A year's figures never change again, so that nobody is
    /// known by what is added to them; small numbers are withheld.
    ///
    /// # Errors
    /// If the store fails.
    pub async fn equality_figures(&self, definition: &Definition) -> Result<Vec<EqualityFigures>, Fault> {
        if definition.equality.is_empty() {
            return Ok(Vec::new());
        }
        let counts = self
            .store
            .equality_counts(&definition.id, self.year(definition))
            .await?;
        let mut years: Vec<i64> = counts.iter().map(|count| count.year).collect();
        years.dedup();
        let mut figures = Vec::new();
        for year in years {
            for (place, question) in definition.equality.iter().enumerate() {
                let prefer = Name::from(PREFER_NOT_TO_SAY);
                let options = question.options.iter().map(|(name, _)| name).chain([&prefer]);
                let row: Vec<Option<u64>> = options
                    .map(|option| {
                        let own = counts.iter().find(|count| {
                            count.year == year && count.question == question.name && count.answer == *option
                        });
                        Some(own.map_or(0, |count| count.count))
                    })
                    .collect();
                if row.iter().flatten().any(|count| *count > 0) {
                    let columns = row.len();
                    let mut table = withhold(&[row], columns);
                    figures.push(EqualityFigures {
                        year,
                        question: place,
                        counts: std::mem::take(&mut table.rows[0].cells),
                    });
                }
            }
        }
        Ok(figures)
    }

    fn year(&self, definition: &Definition) -> i64 {
        i64::from(self.clock.now().to_zoned(zone(definition)).year())
    }
}
