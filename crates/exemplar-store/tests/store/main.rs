//! What the store promises, on both engines.

#![allow(clippy::unwrap_used, reason = "a test whose steps fail has failed")]

mod beside;
mod commits;
mod equality;
mod feedback;
mod figures;
mod forgetting;
mod jobs;
mod lost_replies;
mod opening;
mod outsider;
mod proposals;
mod record;
mod registers;
mod scope;
mod staff;
mod staff_changes;
mod versions;
mod whole;

use exemplar_core::record::{Committed, LoadedCase};
use exemplar_store::Store;
use exemplar_testkit::Draft;

/// Begins a draft and reads it.
async fn begin(store: &Store, draft: &Draft) -> LoadedCase {
    let begun = store.commit(draft.begin()).await.unwrap();
    assert_eq!(begun, Committed::Committed);
    load(store, draft).await
}

/// Reads a draft that is there.
async fn load(store: &Store, draft: &Draft) -> LoadedCase {
    store.load(draft.case.id).await.unwrap().unwrap()
}
