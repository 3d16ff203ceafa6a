//! Changes of accounts: as they were read, with their jobs, and never without an administrator who stays.

use exemplar_core::id::{JobId, StaffId};
use exemplar_core::permission::{Staff, StaffRole, StaffState};
use exemplar_core::record::NewJob;
use exemplar_store::{AdministratorGuard, StaffChange, StaffSaved, Store};
use exemplar_testkit::{Kit, at, on_each_engine};
use jiff::SignedDuration;
use uuid::Uuid;

use crate::staff::{member, staff};

async fn end(store: &Store, staff: &Staff, revision: i64) -> StaffSaved {
    let ended = Staff {
        state: StaffState::Ended,
        revision: staff.revision + 1,
        ..staff.clone()
    };
    let change = StaffChange {
        staff: &ended,
        added: None,
        ended: None,
        guard: Some(AdministratorGuard { revision, now: at(1) }),
        jobs: &[NewJob {
            id: JobId(Uuid::now_v7()),
            kind: "hand_back",
            case: None,
            due: at(1),
            task: serde_json::json!({ "staff": staff.id }),
        }],
    };
    store.change_staff(&change).await.unwrap()
}

async fn jobs(store: &Store) -> usize {
    let lease = SignedDuration::from_secs(1);
    let jobs = store.lease_jobs(Uuid::now_v7(), &["hand_back"], at(9), lease, 9).await;
    jobs.unwrap().len()
}

#[tokio::test(flavor = "multi_thread")]
async fn staff_are_written_as_they_were_read_and_the_last_administrator_stays() {
    on_each_engine(async |kit: Kit| {
        let mut ann = staff("ann@example.org", StaffRole::Administrator);
        kit.store.add_staff(&ann).await.unwrap();
        ann.revision += 1;
        assert_eq!(kit.store.save_staff(&ann).await.unwrap(), StaffSaved::Saved);
        assert_eq!(kit.store.save_staff(&ann).await.unwrap(), StaffSaved::Conflict);
        let revision = kit.store.administrators_revision().await.unwrap();
        assert_eq!(end(&kit.store, &ann, revision).await, StaffSaved::Conflict);
        let bob = staff("bob@example.org", StaffRole::Caseworker);
        let mut cat = staff("cat@example.org", StaffRole::Administrator);
        cat.memberships[0].until = Some(at(100));
        for staff in [&bob, &cat] {
            kit.store.add_staff(staff).await.unwrap();
        }
        assert!(!kit.store.has_other_administrator(ann.id, at(1)).await.unwrap());
        assert_eq!(
            end(&kit.store, &ann, revision).await,
            StaffSaved::Conflict,
            "the other one has an end"
        );
        assert_eq!(jobs(&kit.store).await, 0, "what was refused leaves no job");
        let dan = staff("dan@example.org", StaffRole::Administrator);
        kit.store.add_staff(&dan).await.unwrap();
        assert_eq!(end(&kit.store, &ann, revision + 1).await, StaffSaved::Conflict);
        assert_eq!(end(&kit.store, &ann, revision).await, StaffSaved::Saved);
        assert_eq!(jobs(&kit.store).await, 1);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_administrators_who_end_each_other_at_one_moment_one_stays() {
    on_each_engine(async |kit: Kit| {
        let other = kit.open_again().await;
        for round in 0..20 {
            let ann = staff(&format!("ann{round}@example.org"), StaffRole::Administrator);
            let bob = staff(&format!("bob{round}@example.org"), StaffRole::Administrator);
            for staff in [&ann, &bob] {
                kit.store.add_staff(staff).await.unwrap();
            }
            let revision = kit.store.administrators_revision().await.unwrap();
            let both = tokio::join!(end(&kit.store, &ann, revision), end(&other, &bob, revision));
            let saved = [both.0, both.1].iter().filter(|one| **one == StaffSaved::Saved).count();
            assert_eq!(saved, 1, "{both:?}");
            // Whoever stayed goes by another way, so that the next two are alone.
            for one in [&ann, &bob] {
                let mut left = kit.store.staff(one.id).await.unwrap().unwrap();
                left.state = StaffState::Ended;
                left.revision += 1;
                kit.store.save_staff(&left).await.unwrap();
            }
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_membership_is_added_and_ended() {
    on_each_engine(async |kit: Kit| {
        let mut ann = staff("ann@example.org", StaffRole::Caseworker);
        kit.store.add_staff(&ann).await.unwrap();
        let added = member(StaffRole::Manager, "council", Some("north"));
        ann.revision += 1;
        let mut change = StaffChange {
            staff: &ann,
            added: Some(&added),
            ended: Some((ann.memberships[0].id, at(5))),
            guard: None,
            jobs: &[],
        };
        assert_eq!(kit.store.change_staff(&change).await.unwrap(), StaffSaved::Saved);
        let read = kit.store.staff(ann.id).await.unwrap().unwrap();
        assert_eq!(read.memberships.len(), 2);
        assert_eq!(read.memberships[0].until, Some(at(5)));
        assert_eq!(read.memberships[1], added);
        let next = Staff {
            revision: read.revision + 1,
            ..read
        };
        (change.staff, change.added) = (&next, None);
        change.ended = Some((Uuid::now_v7(), at(5)));
        assert_eq!(
            kit.store.change_staff(&change).await.unwrap(),
            StaffSaved::Conflict,
            "somebody else's membership"
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_kept_opens_for_its_owner_while_its_time_lasts() {
    on_each_engine(async |kit: Kit| {
        let ann = staff("ann@example.org", StaffRole::Caseworker);
        let bob = staff("bob@example.org", StaffRole::Caseworker);
        for staff in [&ann, &bob] {
            kit.store.add_staff(staff).await.unwrap();
        }
        let what = serde_json::json!({ "note": "Rang twice." });
        kit.store.keep(&ann, "form", "one", at(100), &what).await.unwrap();
        let kept = |staff: StaffId, kind, id, now| kit.store.kept(staff, kind, id, at(now));
        assert_eq!(kept(ann.id, "form", "one", 99).await.unwrap(), Some(what.clone()));
        assert_eq!(kept(ann.id, "form", "one", 100).await.unwrap(), None);
        assert_eq!(kept(bob.id, "form", "one", 1).await.unwrap(), None);
        assert_eq!(kept(ann.id, "search", "one", 1).await.unwrap(), None);
        assert!(!crate::outsider::is_on_disk(&kit, b"Rang twice.").await);
        kit.store.keep(&ann, "import", "day", at(199), &what).await.unwrap();
        for n in 0..25 {
            let id = format!("more {n}");
            kit.store.keep(&ann, "form", &id, at(200 + n), &what).await.unwrap();
        }
        assert_eq!(
            kept(ann.id, "form", "more 4", 1).await.unwrap(),
            None,
            "the oldest make room"
        );
        assert!(kept(ann.id, "form", "more 24", 1).await.unwrap().is_some());
        let other = kept(ann.id, "import", "day", 1).await.unwrap();
        assert!(other.is_some(), "another kind makes no room for it");
        assert!(kit.store.drop_kept("more 24").await.unwrap());
        assert!(!kit.store.drop_kept("more 24").await.unwrap());
        assert_eq!(kit.store.forget_kept(at(900)).await.unwrap(), 20);
    })
    .await;
}
