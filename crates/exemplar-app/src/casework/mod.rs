//! What staff see of cases and do to them. Each sight is on record before it is given: [`queue`] shows lists,
//! [`search`] finds, [`case`] is one case, [`act`] changes one, [`second`] with a second officer, [`checks`] are answered, [`asks`] asks the applicant for something, [`decided`] is what follows from a decision, [`access`] who may see it, [`letters`] are printed and posted, [`emails`] listed without their text.

mod access;
mod act;
mod asks;
mod case;
mod checks;
mod decided;
mod emails;
mod files;
mod letters;
mod queue;
mod search;
mod second;
mod withdraw;

use exemplar_core::casework::Refusal;
use exemplar_core::id::CaseId;
use exemplar_core::record::Look;
use exemplar_store::Fault;

pub use access::{CaseAccess, Looked};
pub use asks::NotSent;
pub use case::OpenCase;
pub(crate) use case::walk;
pub use checks::{check_words, said_words};
pub(crate) use decided::{NotFollowed, Tries};
pub use emails::Emails;
pub use exemplar_store::ListedEmail;
pub use exemplar_store::{InQueue, QueueFilter, QueuePlace};
pub use letters::ToPost;
pub use queue::Queue;
pub use search::{Found, SEARCH_MINUTES, Search};

use crate::App;
use crate::apply::Failure;
use crate::staff::SignedIn;

/// Why an act of staff was not done.
#[derive(Debug)]
pub enum NotActed {
    /// There is no such case for this person.
    NotFound,
    /// The rules say no.
    Refused(Refusal),
    /// What was issued cannot be changed so.
    NotChanged(exemplar_core::issuing::NotChanged),
    /// The world.
    Failed(Failure),
}

impl<F: Into<Failure>> From<F> for NotActed {
    fn from(failure: F) -> Self {
        Self::Failed(failure.into())
    }
}

impl App {
    /// Puts a look at a list on record.
    pub(crate) async fn look_at_list(&self, who: &SignedIn, list: &str, reason: &str) -> Result<(), Fault> {
        self.look(who, At::List(list, reason)).await
    }

    /// Puts a look on record. It is durable when this returns.
    async fn look(&self, who: &SignedIn, at: At<'_>) -> Result<(), Fault> {
        let (case, list, reason) = match at {
            At::Case(case, reason) => (Some(case), None, reason),
            At::List(list, reason) => (None, Some(list.to_owned()), reason),
        };
        let look = Look {
            writer: self.writer,
            organisation: who.staff.organisation.clone(),
            staff: who.staff.id,
            case,
            list,
            reason: reason.to_owned(),
            at: self.clock.now(),
        };
        self.store.look(&look).await
    }
}

/// What somebody looks at, and why.
enum At<'a> {
    Case(CaseId, &'a str),
    List(&'a str, &'a str),
}
