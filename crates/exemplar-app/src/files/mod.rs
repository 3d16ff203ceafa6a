//! Uploading files to a draft, and giving them again.
//!
//! This file begins uploads and removes files; [`coming`] takes a content as it flows, [`finish`] looks at it and adds
//! the file to the answer; [`given`] gives them to whoever may have them; [`work`] has them scanned and sweeps away what never came to its end.

mod coming;
mod finish;
mod given;
pub(crate) mod work;

use std::sync::Arc;

use exemplar_core::apply::{NewCase, PageGiven, Refusal, Seen, may_begin, no_files_yet, remove_file, save_answers};
use exemplar_core::definition::{Definition, Question};
use exemplar_core::file::{FileRules, NotTaken, clean_name};
use exemplar_core::id::Name;
use exemplar_core::kind::Problem;
use exemplar_core::record::Committed;
use exemplar_outbound::{ObjectFault, ObjectKey, ObjectName};
use exemplar_store::Fault;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::apply::{Access, CONFLICT_TRIES, Draft, Failure, Manner, Opened};
use crate::{App, chance};

pub use coming::{ContentIn, PieceIn};
pub use exemplar_outbound::PIECE;
pub(crate) use given::every;
pub use given::{FileState, GivenFile, ShownFile};

/// So many uploads of one case may be under way at once.
const COMING_LIMIT: usize = 10;

/// Why a file was not taken.
#[derive(Debug)]
pub enum NotUploaded {
    /// The rules say no; the person can choose another.
    Refused(Box<Problem>),
    /// The question is not on this person's path, or it asks for no files.
    NotAsked,
    /// It was submitted.
    AlreadySubmitted,
    /// The service is closed, and this would be the first answer.
    Closed,
    /// The browser may no longer reach the case.
    Gone,
    /// The world.
    Failed(Failure),
}

impl<F: Into<Failure>> From<F> for NotUploaded {
    fn from(failure: F) -> Self {
        Self::Failed(failure.into())
    }
}

impl From<ObjectFault> for NotUploaded {
    fn from(fault: ObjectFault) -> Self {
        match fault {
            ObjectFault::Gone | ObjectFault::Length => broken(),
            fault => Self::Failed(Fault::Defect(fault.to_string()).into()),
        }
    }
}

/// That what came is not what was said, or broke off: it is sent again.
pub(crate) fn broken() -> NotUploaded {
    NotUploaded::Refused(Box::new(Problem::new("broken", "error-file-broken")))
}

/// What is kept of an upload that is under way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct About {
    /// The question.
    pub question: Name,
    /// The file's name, made harmless.
    pub name: String,
    /// In bytes, where it was said before.
    pub size: Option<u64>,
}

/// An upload that is under way, as another device can go on with it.
#[derive(Debug, Clone)]
pub struct UnderWay {
    /// Under which it is kept.
    pub object: Uuid,
    /// What it is.
    pub about: About,
    /// The pieces that are there.
    pub pieces: Vec<u32>,
}

/// A draft with a question of files on its path.
pub(crate) struct Asked {
    pub(crate) draft: Draft,
    pub(crate) question: Name,
}

impl Asked {
    pub(crate) fn rules(&self) -> Option<&FileRules> {
        self.question().and_then(|question| question.kind.files())
    }

    fn question(&self) -> Option<&Question> {
        let definition = &self.draft.definition;
        let asked = || definition.casework.asks_for.get(&self.question)?.question();
        definition.question(&self.question).or_else(asked)
    }
}

impl App {
    /// The draft that a browser holds, where its path leads to this question of files.
    pub(crate) async fn asked_for_files(
        &self,
        live: &Arc<Definition>,
        access: Access,
        manner: &Manner,
        page: &Name,
    ) -> Result<Asked, NotUploaded> {
        let draft = match self.open(live, access).await? {
            Opened::Draft(draft) => draft,
            Opened::Submitted(draft) if draft.is_asked(page) => draft,
            Opened::Submitted(_) => return Err(NotUploaded::AlreadySubmitted),
            Opened::Gone => return Err(NotUploaded::Gone),
        };
        let definition = Arc::clone(&draft.definition);
        let found = definition.page(page).ok_or(NotUploaded::NotAsked)?;
        let question = found
            .questions()
            .iter()
            .find(|question| question.kind.files().is_some());
        let question = question.ok_or(NotUploaded::NotAsked)?.name.clone();
        if !draft.is_asked(page) && !draft.walk(manner).is_on_path(found) {
            return Err(NotUploaded::NotAsked);
        }
        Ok(Asked { draft, question })
    }

    /// Begins a draft whose first answer is a file. Others have begun.
    async fn begun(
        &self,
        live: &Arc<Definition>,
        access: Access,
        manner: &Manner,
        page: &Name,
    ) -> Result<Asked, NotUploaded> {
        let asked = self.asked_for_files(live, access, manner, page).await?;
        if asked.draft.loaded.is_some() {
            return Ok(asked);
        }
        let mut act = self.act(live, manner);
        act.today = asked.draft.today;
        if !may_begin(live, Some(access.case), act.now) {
            return Err(NotUploaded::Closed);
        }
        let new = NewCase {
            id: access.case,
            attempt: chance::attempt()?,
        };
        let found = live.page(page).ok_or(NotUploaded::NotAsked)?;
        let given = PageGiven {
            page: found,
            answers: vec![(asked.question.clone(), no_files_yet())],
            seen: &Seen(String::new()),
        };
        let outcome = save_answers(None, new, live, given, &act).map_err(refused)?;
        self.store.commit(outcome).await?;
        self.asked_for_files(live, access, manner, page).await
    }

    /// Begins an upload, or goes on with one of the same file that broke off; `size` where it is known.
    ///
    /// # Errors
    /// As [`NotUploaded`] says.
    pub async fn begin_upload(
        &self,
        live: &Arc<Definition>,
        access: Access,
        manner: &Manner,
        page: &Name,
        (claimed, size): (&str, Option<u64>),
    ) -> Result<UnderWay, NotUploaded> {
        let asked = self.begun(live, access, manner, page).await?;
        let rules = asked.rules().ok_or(NotUploaded::NotAsked)?;
        let about = About {
            question: asked.question.clone(),
            name: clean_name(claimed),
            size,
        };
        let files = asked.draft.answers().files(&asked.question);
        let refuse = |problem| Err(NotUploaded::Refused(Box::new(problem)));
        if files.is_some_and(|files| files.files.len() >= rules.at_most as usize) {
            return refuse(rules.too_many());
        }
        match size {
            Some(0) => return refuse(finish::not_taken(rules, NotTaken::Empty)),
            Some(size) if size > rules.each_at_most => return refuse(rules.too_large()),
            _ => {}
        }
        // An ending that is never taken is told before a long wait.
        let ending = exemplar_core::file::name::ending(&about.name);
        if !rules.media().any(|media| media.endings.contains(&ending.as_str())) {
            return refuse(rules.wrong_kind());
        }
        let under_way = self.uploads_of(&asked.draft).await?;
        if let Some(same) = under_way.iter().find(|other| size.is_some() && other.about == about) {
            return Ok(same.clone());
        }
        if under_way.len() >= COMING_LIMIT {
            return Err(broken());
        }
        let name = ObjectName {
            case: access.case,
            object: Uuid::now_v7(),
        };
        let key = self.key_of(&asked.draft, name.object)?;
        let said = serde_json::to_vec(&about).map_err(|error| Fault::Defect(error.to_string()))?;
        self.files.begin(name, &key, &said).await?;
        Ok(UnderWay {
            object: name.object,
            about,
            pieces: Vec::new(),
        })
    }

    /// The uploads of a question that are under way, or broke off.
    ///
    /// # Errors
    /// When the store or the folder of files fails.
    pub async fn uploads(&self, draft: &Draft, question: &Name) -> Result<Vec<UnderWay>, NotUploaded> {
        let all = self.uploads_of(draft).await?;
        Ok(all
            .into_iter()
            .filter(|upload| upload.about.question == *question)
            .collect())
    }

    async fn uploads_of(&self, draft: &Draft) -> Result<Vec<UnderWay>, NotUploaded> {
        if draft.loaded.is_none() {
            return Ok(Vec::new());
        }
        let mut found = Vec::new();
        for coming in self.files.all_coming(draft.case).await? {
            let key = self.key_of(draft, coming.object)?;
            let about = self.files.about(&key, &coming)?;
            let about = serde_json::from_slice(&about).map_err(|error| Fault::Defect(error.to_string()))?;
            found.push(UnderWay {
                object: coming.object,
                about,
                pieces: coming.pieces,
            });
        }
        Ok(found)
    }

    /// The key of a content of a draft that has begun.
    pub(crate) fn key_of(&self, draft: &Draft, object: Uuid) -> Result<ObjectKey, NotUploaded> {
        let loaded = draft.loaded.as_ref().ok_or(NotUploaded::Gone)?;
        let bytes = self.store.content_key(loaded, object)?;
        Ok(ObjectKey::new(object, &bytes))
    }

    /// Removes a file from an answer, durably; one that is not there is removed.
    ///
    /// # Errors
    /// As [`NotUploaded`] says.
    pub async fn remove_upload(
        &self,
        live: &Arc<Definition>,
        access: Access,
        manner: &Manner,
        page: &Name,
        n: i32,
    ) -> Result<(), NotUploaded> {
        let mut act = self.act(live, manner);
        let forget = chance::job_id();
        for _ in 0..CONFLICT_TRIES {
            let asked = self.asked_for_files(live, access, manner, page).await?;
            act.today = asked.draft.today;
            let loaded = asked.draft.loaded.clone().ok_or(NotUploaded::Gone)?;
            let definition = &asked.draft.definition;
            let removed = remove_file(loaded, definition, &asked.question, n, forget, &act).map_err(refused)?;
            let Some(outcome) = removed else { return Ok(()) };
            if self.store.commit(outcome).await? == Committed::Committed {
                self.wake.notify_one();
                return Ok(());
            }
        }
        Err(NotUploaded::Failed(Failure::Conflict))
    }
}

fn refused(refusal: Refusal) -> NotUploaded {
    match refusal {
        Refusal::NotTaken(problem) => NotUploaded::Refused(problem),
        Refusal::AlreadySubmitted { .. } => NotUploaded::AlreadySubmitted,
        _ => NotUploaded::Gone,
    }
}
