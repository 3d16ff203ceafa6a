//! What staff may not see though their memberships would give it, and what they find by terms.

use exemplar_core::id::{CaseId, StaffId};
use exemplar_core::permission::{Scope, Staff, StaffRole};
use exemplar_core::record::{AccessChange, Change, SearchTerm};
use exemplar_core::search::party;
use exemplar_store::Store;
use exemplar_testkit::{Kit, at, changed, on_each_engine};

use crate::staff::{case, everything, staff};

async fn change(store: &Store, case: CaseId, change: Change) {
    let mut outcome = changed(&store.load(case).await.unwrap().unwrap());
    outcome.changes.push(change);
    store.commit(outcome).await.unwrap();
}

async fn somebody(store: &Store, email: &str) -> (Staff, Scope) {
    let staff = staff(email, StaffRole::Caseworker);
    store.add_staff(&staff).await.unwrap();
    let scope = Scope::of(&staff, at(1));
    (staff, scope)
}

/// Whether a case shows in every way that a scope gives.
async fn shows(store: &Store, scope: &Scope, case: CaseId) -> bool {
    let listed = store.queue(scope, &everything()).await.unwrap();
    let listed = listed.iter().any(|in_queue| in_queue.case == case);
    let found = store.search(scope, &[term("name", "ann")], None).await.unwrap();
    let found = found.iter().any(|found| found.case == case);
    let is_in_scope = store.is_in_scope(scope, case).await.unwrap();
    assert_eq!((listed, found), (is_in_scope, is_in_scope));
    is_in_scope
}

fn term(kind: &'static str, value: &str) -> SearchTerm {
    SearchTerm {
        kind,
        value: value.to_owned(),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_case_is_hidden_from_who_has_a_part_in_it_knows_somebody_or_is_not_named() {
    on_each_engine(async |kit: Kit| {
        let store = &kit.store;
        let id = case(store, "council", "north", 1).await;
        let terms = vec![term("name", "ann"), party("ann@example.org")];
        change(store, id, Change::SearchTerms(id, "council".into(), terms)).await;
        let (_, applicant) = somebody(store, "Ann@Example.org").await;
        let (bob, bobs) = somebody(store, "bob@example.org").await;
        let (cat, cats) = somebody(store, "cat@example.org").await;
        assert!(!shows(store, &applicant, id).await);
        assert!(shows(store, &bobs, id).await && shows(store, &cats, id).await);
        let restrict = |to: Vec<StaffId>| Change::Access(id, "council".into(), AccessChange::Restricted(to));
        change(store, id, restrict(vec![bob.id])).await;
        assert!(shows(store, &bobs, id).await && !shows(store, &cats, id).await);
        assert_eq!(store.restricted_to(id).await.unwrap(), [bob.id]);
        change(store, id, restrict(vec![cat.id])).await;
        assert!(!shows(store, &bobs, id).await && shows(store, &cats, id).await);
        change(
            store,
            id,
            Change::Access(id, "council".into(), AccessChange::Hidden(cat.id)),
        )
        .await;
        assert!(
            !shows(store, &cats, id).await,
            "knowing somebody weighs more than being named"
        );
        change(store, id, restrict(Vec::new())).await;
        assert!(shows(store, &bobs, id).await && !shows(store, &cats, id).await);
        store.erase(id, "asked for", at(9)).await.unwrap();
        assert!(!store.is_in_scope(&bobs, id).await.unwrap());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_search_wants_all_its_terms_within_the_scope_and_goes_on_where_its_page_ended() {
    on_each_engine(async |kit: Kit| {
        let store = &kit.store;
        let mut all = Vec::new();
        for n in 0..52 {
            let organisation = if n == 0 { "elsewhere" } else { "council" };
            let id = case(store, organisation, "north", 1).await;
            let mut terms = vec![term("name", "ann"), term("name", &format!("clarke{n}"))];
            terms.push(term("postcode", "LS11UR"));
            change(store, id, Change::SearchTerms(id, organisation.into(), terms)).await;
            all.push(id);
        }
        let (_, scope) = somebody(store, "bob@example.org").await;
        let find = async |terms: &[SearchTerm], after| {
            let found = store.search(&scope, terms, after).await.unwrap();
            found.into_iter().map(|found| found.case).collect::<Vec<_>>()
        };
        let one = [term("name", "ann"), term("name", "clarke7"), term("postcode", "LS11UR")];
        assert_eq!(find(&one, None).await, [all[7]]);
        assert!(
            find(&[term("name", "ann"), term("name", "clarke0")], None)
                .await
                .is_empty()
        );
        assert!(
            find(&[term("postcode", "ann")], None).await.is_empty(),
            "kinds are kept apart"
        );
        assert!(find(&[], None).await.is_empty());
        let first = find(&[term("name", "ann")], None).await;
        assert_eq!((first.len(), first[0]), (51, all[51]));
        assert_eq!(find(&[term("name", "ann")], Some(first[49])).await, [all[1]]);
        assert!(store.case_by_reference(&scope, all[1]).await.unwrap().is_some());
        assert!(store.case_by_reference(&scope, all[0]).await.unwrap().is_none());
    })
    .await;
}
