//! One case, opened for somebody who may see it.

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use exemplar_core::answer::Answers;
use exemplar_core::casework::Asked;
use exemplar_core::definition::Definition;
use exemplar_core::id::{CaseId, StaffId};
use exemplar_core::journey::{Setting, Walk};
use exemplar_core::record::{Actor, Event, LoadedCase, RegisterEntry};
use exemplar_store::{Fault, Work};
use jiff::civil::Date;

use super::At;
use crate::App;
use crate::apply::zone;
use crate::files::ShownFile;
use crate::staff::SignedIn;

/// A case with all that its screen shows.
#[derive(Debug)]
pub struct OpenCase {
    /// As it was read.
    pub loaded: LoadedCase,
    /// The version whose rules it follows.
    pub definition: Arc<Definition>,
    /// Its record, oldest first.
    pub events: Vec<Event>,
    /// What hangs on it.
    pub work: Work,
    /// What it was issued.
    pub entries: Vec<RegisterEntry>,
    /// What was uploaded.
    pub files: Vec<ShownFile>,
    /// The names of staff who appear in it.
    pub names: BTreeMap<StaffId, String>,
    /// The day of the request in the service's time zone.
    pub today: Date,
}

static NO_ANSWERS: LazyLock<Answers> = LazyLock::new(Answers::default);

impl OpenCase {
    /// The way through the definition with the applicant's answers, in the definition's first language.
    #[must_use]
    pub fn walk(&self) -> Walk<'_> {
        walk(&self.loaded, &self.definition, self.today)
    }

    /// The way through the definition as it was on the day of submission: what is true today stood still then.
    #[must_use]
    pub fn walk_of_submission(&self) -> Walk<'_> {
        let submitted_on = self.loaded.case.submitted.map_or(self.today, |at| self.day(at));
        walk(&self.loaded, &self.definition, submitted_on)
    }

    /// The day of a moment in the service's time zone.
    #[must_use]
    pub fn day(&self, at: jiff::Timestamp) -> Date {
        at.to_zoned(zone(&self.definition)).date()
    }
}

/// The way through a definition with the applicant's answers.
pub(crate) fn walk<'a>(loaded: &'a LoadedCase, definition: &'a Definition, today: Date) -> Walk<'a> {
    let part = loaded.parts.iter().find(|part| part.participant == 0);
    let answers = part.map_or(&*NO_ANSWERS, |part| &part.answers);
    let setting = Setting {
        today,
        language: loaded.case.language.clone(),
        channel: loaded.case.channel,
    };
    Walk::new(definition, answers, setting)
}

impl App {
    /// A case that somebody may see. The look is on record when this returns; none where there is no such case for
    /// this person.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn open_case(&self, who: &SignedIn, id: CaseId, reason: &str) -> Result<Option<OpenCase>, Fault> {
        let Some(loaded) = self.case_in_scope(who, id).await? else {
            return Ok(None);
        };
        let definition = self.services.version(&self.store, loaded.case.definition).await?;
        let events = self.store.events(id).await?;
        let work = self.store.work(id).await?;
        let actors = events.iter().filter_map(|event| match event.actor {
            Actor::Staff(staff) => Some(staff),
            _ => None,
        });
        let names = self.names_of(actors.chain(loaded.case.assigned_to)).await?;
        let today = self.clock.now().to_zoned(zone(&definition)).date();
        let entries = self.entries_of(&definition.issues, id).await?;
        let mut files = self.shown_files(&loaded).await?;
        // What is being given and was not sent is not the office's yet.
        let asked = Asked::of(&loaded.case);
        files.retain(|file| asked.is_none_or(|asked| asked.name != file.question.as_str()));
        self.look(who, At::Case(id, reason)).await?;
        Ok(Some(OpenCase {
            entries,
            files,
            loaded,
            definition,
            events,
            work,
            names,
            today,
        }))
    }

    /// A case as it stands, where somebody may see it.
    pub(crate) async fn case_in_scope(&self, who: &SignedIn, id: CaseId) -> Result<Option<LoadedCase>, Fault> {
        if !self.store.is_in_scope(&who.scope, id).await? {
            return Ok(None);
        }
        // Cases that were handed in before parties had terms are held against the scope once they are open.
        Ok(self.store.load(id).await?.filter(|loaded| who.scope.holds(loaded)))
    }
}
