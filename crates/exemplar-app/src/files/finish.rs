//! The end of an upload: all of its content is looked at, kept, and added to the answer.

use std::sync::Arc;

use exemplar_core::apply::{NewFile, add_file};
use exemplar_core::definition::Definition;
use exemplar_core::file::{FileRules, Inspector, NotTaken};
use exemplar_core::id::Name;
use exemplar_core::kind::Problem;
use exemplar_core::record::Committed;
use exemplar_outbound::{ObjectFault, ObjectName};
use exemplar_store::Fault;
use uuid::Uuid;

use super::{About, Asked, NotUploaded, broken, refused};
use crate::apply::{Access, CONFLICT_TRIES, Failure, Manner};
use crate::{App, chance};

impl App {
    /// Looks at a content all of which has come, and adds it to the answer, durably. What is not taken is forgotten.
    ///
    /// # Errors
    /// As [`NotUploaded`] says.
    pub async fn finish_upload(
        &self,
        live: &Arc<Definition>,
        access: Access,
        manner: &Manner,
        page: &Name,
        object: Uuid,
    ) -> Result<(), NotUploaded> {
        let asked = self.asked_for_files(live, access, manner, page).await?;
        let name = ObjectName {
            case: access.case,
            object,
        };
        let is_there = |asked: &Asked| {
            let files = asked.draft.answers().files(&asked.question);
            files.is_some_and(|files| files.files.iter().any(|file| file.object == object))
        };
        if is_there(&asked) {
            // The reply was lost, and it is sent again.
            return Ok(());
        }
        let done = self.look_and_add(live, access, manner, page, (asked, name)).await;
        // What has not come whole stays: the rest of it may still come.
        if matches!(&done, Err(NotUploaded::Refused(problem)) if problem.rule != "broken") {
            self.files.forget(name).await?;
        }
        done
    }

    async fn look_and_add(
        &self,
        live: &Arc<Definition>,
        access: Access,
        manner: &Manner,
        page: &Name,
        (asked, name): (Asked, ObjectName),
    ) -> Result<(), NotUploaded> {
        let coming = self.files.coming(name).await?.ok_or_else(broken)?;
        let about = self.files.about(&self.key_of(&asked.draft, name.object)?, &coming)?;
        let about: About = serde_json::from_slice(&about).map_err(|error| Fault::Defect(error.to_string()))?;
        if about.question != asked.question {
            return Err(NotUploaded::NotAsked);
        }
        let rules = asked.rules().ok_or(NotUploaded::NotAsked)?;
        let key = self.key_of(&asked.draft, name.object)?;
        let mut content = self.files.read_coming(name, key);
        let mut inspector = Inspector::default();
        loop {
            match content.next().await {
                Ok(Some(segment)) => inspector.pass(&segment),
                Ok(None) => break,
                // A piece is missing.
                Err(ObjectFault::Damaged(_) | ObjectFault::Gone) => return Err(broken()),
                Err(fault) => return Err(fault.into()),
            }
        }
        let size = inspector.size();
        if about.size.is_some_and(|said| said != size) {
            return Err(broken());
        }
        let media = inspector
            .finish(&about.name, rules.media())
            .map_err(|why| NotUploaded::Refused(Box::new(not_taken(rules, why))))?;
        let file = NewFile {
            object: name.object,
            name: about.name,
            size,
            media,
            scan: chance::job_id(),
        };
        // Kept before it is committed: what is said to be there is there. Without its row it goes with its case.
        self.files.keep(name).await?;
        self.add(live, access, manner, page, file).await
    }

    async fn add(
        &self,
        live: &Arc<Definition>,
        access: Access,
        manner: &Manner,
        page: &Name,
        file: NewFile,
    ) -> Result<(), NotUploaded> {
        let mut act = self.act(live, manner);
        for _ in 0..CONFLICT_TRIES {
            let asked = self.asked_for_files(live, access, manner, page).await?;
            act.today = asked.draft.today;
            let loaded = asked.draft.loaded.clone().ok_or(NotUploaded::Gone)?;
            let outcome =
                add_file(loaded, &asked.draft.definition, &asked.question, file.clone(), &act).map_err(refused)?;
            if self.store.commit(outcome).await? == Committed::Committed {
                self.wake.notify_one();
                return Ok(());
            }
        }
        Err(NotUploaded::Failed(Failure::Conflict))
    }
}

/// What a page says of a content that is not taken.
pub(crate) fn not_taken(rules: &FileRules, why: NotTaken) -> Problem {
    match why {
        NotTaken::Empty => Problem::new("no_content", "error-file-no-content"),
        NotTaken::Type => rules.wrong_kind(),
        NotTaken::Macros => Problem::new("macros", "error-file-macros"),
    }
}
