//! Answers to equality questions: written one by one, read as counts of a whole year.

use exemplar_core::id::{Name, OrganisationId, ServiceId};
use uuid::Uuid;

use crate::Fault;
use crate::plan::step;
use crate::store::Store;
use crate::value::{Expect, text, values};

/// One answer to one equality question. Nothing in it says who gave it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EqualityAnswer {
    /// The same for the same form sent twice, and different for each question.
    pub id: Uuid,
    /// Who owns the service.
    pub organisation: OrganisationId,
    /// The service.
    pub service: ServiceId,
    /// When, no closer than that.
    pub year: i64,
    /// The question.
    pub question: Name,
    /// What was chosen.
    pub answer: Name,
}

/// How many gave an answer in a year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EqualityCount {
    /// The year.
    pub year: i64,
    /// The question.
    pub question: Name,
    /// What was chosen.
    pub answer: Name,
    /// How often.
    pub count: u64,
}

impl Store {
    /// Keeps an answer, once.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn take_equality(&self, given: &EqualityAnswer) -> Result<(), Fault> {
        let write = step(
            "INSERT INTO equality_answer (id, organisation, service, year, question, answer) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT DO NOTHING",
            Expect::Any,
            values![
                given.id,
                text(given.organisation.as_str()),
                text(given.service.as_str()),
                given.year,
                text(given.question.as_str()),
                text(given.answer.as_str()),
            ],
        );
        self.inner.engine.write(vec![write], None).await.map(|_| ())
    }

    /// What was answered in years that are over before `year`, the latest first.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn equality_counts(&self, service: &ServiceId, year: i64) -> Result<Vec<EqualityCount>, Fault> {
        let sql = "SELECT year, question, answer, count(*) FROM equality_answer WHERE service = ?1 AND year < ?2 \
                   GROUP BY year, question, answer ORDER BY year DESC, question, answer";
        let rows = self
            .query("count equality answers", sql, values![text(service.as_str()), year])
            .await?;
        rows.into_iter()
            .map(|mut row| {
                Ok(EqualityCount {
                    year: row.int(0)?,
                    question: row.text(1)?.into(),
                    answer: row.text(2)?.into(),
                    count: u64::try_from(row.int(3)?).unwrap_or_default(),
                })
            })
            .collect()
    }
}
