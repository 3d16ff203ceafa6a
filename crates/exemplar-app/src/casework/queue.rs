//! A queue: the cases of a scope, those due first at the front.

use std::collections::BTreeMap;

use exemplar_core::casework::State;
use exemplar_core::id::StaffId;
use exemplar_store::{Fault, InQueue, PAGE, QueueFilter, QueuePlace};

use super::At;
use crate::App;
use crate::staff::SignedIn;

/// A page of a queue.
#[derive(Debug)]
pub struct Queue {
    /// The cases.
    pub cases: Vec<InQueue>,
    /// The names of those who took one.
    pub names: BTreeMap<StaffId, String>,
    /// Where the next page begins.
    pub next: Option<QueuePlace>,
}

impl App {
    /// A page of the cases that somebody may see. `filtered` is how they asked for it; the look says so.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn queue(&self, who: &SignedIn, filter: &QueueFilter, filtered: &str) -> Result<Queue, Fault> {
        let mut cases = self.store.queue(&who.scope, filter).await?;
        let has_more = cases.len() > PAGE;
        cases.truncate(PAGE);
        let last = cases.last().filter(|_| has_more);
        let next = last.and_then(|last| {
            Some(QueuePlace {
                due: last.due?,
                case: last.case,
                is_urgent: filter.urgent_first && State::read(&last.state).is_urgent,
            })
        });
        let names = self.names_of(cases.iter().filter_map(|case| case.assigned_to)).await?;
        self.look(who, At::List("cases", filtered)).await?;
        Ok(Queue { cases, names, next })
    }

    /// The names of members of staff.
    pub(super) async fn names_of(
        &self,
        ids: impl Iterator<Item = StaffId>,
    ) -> Result<BTreeMap<StaffId, String>, Fault> {
        let mut names = BTreeMap::new();
        for id in ids {
            if !names.contains_key(&id)
                && let Some(staff) = self.store.staff(id).await?
            {
                names.insert(id, staff.private.name);
            }
        }
        Ok(names)
    }
}
