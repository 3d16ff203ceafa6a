//! One application that goes on after crashes: it remembers what was acknowledged and notices when the server does not.
use crate::failure::Failure;
use crate::journey::{Acknowledged, Visitor};
use crate::page::{self, Form};

/// How far one application has come. The browser that is used belongs to the caller.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    /// True once the start page gave the browser its place.
    begun: bool,
    /// Answers that were acknowledged.
    answered: usize,
    /// The form of check-answers, once it was sent: it is sent again until its fate is known.
    sent: Option<Form>,
    /// How often it was sent.
    times_sent: u32,
    /// The confirmation page, once the submission was acknowledged.
    path: Option<String>,
}

/// What one more request brought.
#[derive(Debug)]
pub enum Progress {
    /// An answer or a submission was acknowledged.
    Acknowledged,
    /// Check-answers showed every answer that was acknowledged; the next request submits.
    Checked,
    /// The reference was shown: the application is finished.
    Finished(Box<Acknowledged>),
    /// Answers that were acknowledged are gone: their questions.
    Lost(Vec<String>),
}

impl Draft {
    /// True once the server said that it has the submission.
    pub fn is_submitted(&self) -> bool {
        self.path.is_some()
    }

    /// True when the submission was sent more than once, because the first reply did not come.
    pub fn was_repeated(&self) -> bool {
        self.times_sent > 1
    }

    /// The form that was sent to submit.
    pub fn form(&self) -> Option<&Form> {
        self.sent.as_ref()
    }

    /// Does the next thing. After a failure that may pass, the same call does it again.
    pub async fn go_on(&mut self, visitor: &mut Visitor) -> Result<Progress, Failure> {
        if let Some(path) = self.path.clone() {
            return self.finish(visitor, path).await;
        }
        if let Some(form) = self.sent.clone() {
            self.times_sent += 1;
            self.path = Some(visitor.submit(&form).await?);
            return Ok(Progress::Acknowledged);
        }
        if !self.begun {
            visitor.start().await?;
            self.begun = true;
        }
        let step = visitor.person.steps().nth(self.answered);
        if let Some(step) = step {
            let form = visitor.open(step).await?;
            visitor.answer(step, &form).await?;
            self.answered += 1;
            return Ok(Progress::Acknowledged);
        }
        let missing: Vec<String> = match visitor.check().await {
            Ok(check) => {
                self.sent = Some(check.form);
                visitor
                    .person
                    .missing_from(&page::values(&check.body))
                    .into_iter()
                    .map(str::to_owned)
                    .collect()
            }
            // Without an answer the server leads back to its question instead.
            Err(Failure::Wrong(why)) => vec![why],
            Err(failure) => return Err(failure),
        };
        Ok(if missing.is_empty() {
            Progress::Checked
        } else {
            Progress::Lost(missing)
        })
    }

    async fn finish(&mut self, visitor: &mut Visitor, path: String) -> Result<Progress, Failure> {
        let reference = visitor.confirmation(&path).await?.reference;
        Ok(Progress::Finished(Box::new(Acknowledged {
            person: visitor.person.clone(),
            jar: visitor.client.jar.clone(),
            path,
            reference,
        })))
    }
}
