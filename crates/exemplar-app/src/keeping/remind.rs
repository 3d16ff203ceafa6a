//! Reminding applicants of drafts that are about to be erased: once for each draft, where an address is known.

use std::sync::Arc;

use exemplar_core::apply::{Reminder, remind, reminder_address, reminder_claim};
use exemplar_core::definition::Definition;
use exemplar_core::id::{CaseId, JobId, MessageId};
use exemplar_core::keeping::{drafts_to_remind, erased_on};
use exemplar_core::record::{ClaimKind, Committed, LoadedCase};
use exemplar_store::Fault;
use jiff::civil::Date;
use uuid::Uuid;

use crate::apply::zone;
use crate::words::Value;
use crate::{App, chance};

/// So many drafts are read at once.
const PAGE: usize = 200;

impl App {
    /// Writes a reminder of each draft that is about to be erased, of all services. Gives how many it wrote.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn remind_of_drafts(&self) -> Result<u64, Fault> {
        let mut reminded = 0;
        for definition in self.services.all() {
            let count = self.remind_of_service(&definition).await?;
            if count > 0 {
                tracing::info!(service = %definition.id, drafts = count, "reminders of drafts were written");
            }
            reminded += count;
        }
        if reminded > 0 {
            self.wake.notify_one();
        }
        Ok(reminded)
    }

    async fn remind_of_service(&self, definition: &Arc<Definition>) -> Result<u64, Fault> {
        let today = self.clock.now().to_zoned(zone(definition)).date();
        let Some((over, until)) = drafts_to_remind(definition, today) else {
            return Ok(0);
        };
        let (mut last, mut reminded) = (None, 0);
        loop {
            let page = self.store.drafts_idle_since(&definition.id, until, last, PAGE).await?;
            for (active_on, case) in &page {
                // What is past its term is erased today.
                if *active_on < over {
                    continue;
                }
                if self.remind_of(definition, *case, today).await? {
                    reminded += 1;
                }
            }
            let Some(end) = page.last() else { break };
            last = Some(*end);
        }
        Ok(reminded)
    }

    /// Reminds of one draft. Not twice; and not of one that somebody works on meanwhile.
    async fn remind_of(&self, definition: &Definition, case: CaseId, today: Date) -> Result<bool, Fault> {
        let claimed = self
            .store
            .find_claim(ClaimKind::Idempotency, &reminder_claim(case))
            .await?;
        let Some(loaded) = self.store.load(case).await?.filter(|_| claimed.is_none()) else {
            return Ok(false);
        };
        let day = erased_on(definition, loaded.case.active_on, today);
        let (Some(day), Some(_)) = (day, reminder_address(&loaded)) else {
            return Ok(false);
        };
        let n = self.store.work(case).await?.messages.len() + 1;
        let (subject, text) = self.reminder_words(definition, &loaded, day);
        let reminder = Reminder {
            commit: chance::commit_id(),
            message: MessageId(Uuid::now_v7()),
            job: JobId(Uuid::now_v7()),
            n: i32::try_from(n).unwrap_or(i32::MAX),
            subject,
            text,
        };
        let Some(outcome) = remind(loaded, reminder, self.clock.now()) else {
            return Ok(false);
        };
        Ok(self.store.commit(outcome).await? == Committed::Committed)
    }

    /// The words of a reminder, in the language in which the draft was worked on: the service, the day, where to go on.
    fn reminder_words(&self, definition: &Definition, loaded: &LoadedCase, day: Date) -> (String, String) {
        let language = &loaded.case.language;
        let words = self.words.of(language);
        let place = definition.language_index(language).unwrap_or_default();
        let service = Value::Text(definition.name.get(place));
        let prefix = if place == 0 {
            String::new()
        } else {
            format!("/{language}")
        };
        let date = words.date(day);
        let text = [
            words.with("reminder-body", &[("service", service), ("date", Value::Text(&date))]),
            words.get("reminder-go-on").to_owned(),
            format!("{}/{}{prefix}/return", self.address, definition.id),
            words.get("reminder-need").to_owned(),
            words.get("reminder-not-you").to_owned(),
        ];
        let service = Value::Text(definition.name.get(place));
        (
            words.with("reminder-subject", &[("service", service)]),
            text.join("\n\n"),
        )
    }
}
