//! What people wrote of a service, sealed under a key of its organisation. It is forgotten in `forgetting`.

use exemplar_core::feedback::Feedback;
use exemplar_core::id::{FeedbackId, Language, OrganisationId, ServiceId};
use exemplar_core::permission::Owned;
use exemplar_core::record::Observation;
use jiff::civil::Date;

use crate::Fault;
use crate::plan::{observation, step};
use crate::queue::PAGE;
use crate::seal::BoundTo;
use crate::store::Store;
use crate::value::{Expect, Row, text, values};

/// Purpose of the key that seals.
const FEEDBACK: &str = "feedback";

/// What somebody wrote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptFeedback {
    /// Its key.
    pub id: FeedbackId,
    /// The service.
    pub service: ServiceId,
    /// The day, in the organisation's time zone.
    pub day: Date,
    /// The language of the page.
    pub language: Language,
    /// What was said.
    pub said: Feedback,
}

impl Store {
    /// Counts the level that somebody chose, and keeps what they wrote, where they wrote anything: both durably.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn take_feedback(&self, id: FeedbackId, seen: &Observation, said: &Feedback) -> Result<(), Fault> {
        let mut steps = vec![observation(seen)];
        if !said.text.is_empty() {
            let (key_id, key) = self.keys().newest(FEEDBACK, seen.organisation.as_str())?;
            let sealed = key.seal_record(&BoundTo::id(FEEDBACK, id.0), said)?;
            steps.push(step(
                "INSERT INTO feedback (id, organisation, service, day, language, key_id, sealed) \
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT DO NOTHING",
                Expect::Any,
                values![
                    id.0,
                    text(seen.organisation.as_str()),
                    text(seen.service.as_str()),
                    seen.day,
                    text(seen.language.as_str()),
                    key_id,
                    sealed
                ],
            ));
        }
        self.inner.engine.write(steps, None).await.map(|_| ())
    }

    /// What was written of the services that somebody owns, the latest first; one more than [`PAGE`] where there is
    /// another page. `before` is the last of the page before.
    ///
    /// # Errors
    /// If the database fails or a sealed value does not open.
    pub async fn feedback(
        &self,
        owned: &[Owned],
        before: Option<(Date, FeedbackId)>,
    ) -> Result<Vec<KeptFeedback>, Fault> {
        if owned.is_empty() {
            return Ok(Vec::new());
        }
        let mut values = Vec::new();
        let mut any = Vec::new();
        for one in owned {
            values.push(text(one.organisation.as_str()));
            let mut condition = format!("organisation = ?{}", values.len());
            if let Some(service) = &one.service {
                values.push(text(service.as_str()));
                condition.push_str(&format!(" AND service = ?{}", values.len()));
            }
            any.push(format!("({condition})"));
        }
        let mut sql = format!(
            "SELECT id, organisation, service, day, language, key_id, sealed FROM feedback WHERE ({})",
            any.join(" OR ")
        );
        if let Some((day, id)) = before {
            values.extend(values![day, id.0]);
            let n = values.len();
            sql.push_str(&format!(" AND (day, id) < (?{}, ?{n})", n - 1));
        }
        sql.push_str(&format!(" ORDER BY day DESC, id DESC LIMIT {}", PAGE + 1));
        let rows = self.query("read feedback", &sql, values).await?;
        rows.into_iter().map(|row| self.open_feedback(row)).collect()
    }

    fn open_feedback(&self, mut row: Row) -> Result<KeptFeedback, Fault> {
        let id = row.uuid(0)?;
        let organisation = OrganisationId::from(row.text(1)?);
        let key = self.keys().by_id(&row.text(5)?, FEEDBACK, organisation.as_str())?;
        Ok(KeptFeedback {
            id: FeedbackId(id),
            service: row.text(2)?.into(),
            day: row.date(3)?,
            language: row.text(4)?.into(),
            said: key.open_record(&BoundTo::id(FEEDBACK, id), &row.bytes(6)?)?,
        })
    }
}
