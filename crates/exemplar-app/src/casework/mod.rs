//! What staff see of cases and do to them. Each sight is on record before it is given: [`queue`] shows lists,
//! [`search`] finds, [`case`] is one case, [`act`] changes one, [`access`] who may see it, [`letters`] are printed and posted, [`emails`] listed without their text.

mod access;
mod act;
mod case;
mod emails;
mod files;
mod letters;
mod queue;
mod search;

use exemplar_core::casework::Refusal;
use exemplar_core::id::CaseId;
use exemplar_core::record::Look;
use exemplar_store::Fault;

pub use access::{CaseAccess, Looked};
pub use case::OpenCase;
pub(crate) use case::walk;
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
    /// The world.
    Failed(Failure),
}

impl<F: Into<Failure>> From<F> for NotActed {
    fn from(failure: F) -> Self {
        Self::Failed(failure.into())
    }
}

impl App {
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
