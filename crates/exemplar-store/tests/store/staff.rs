//! Staff, their sessions, and the lists that their scope gives them.

use exemplar_core::id::{CaseId, MessageId, StaffId};
use exemplar_core::permission::{Membership, Scope, Staff, StaffPrivate, StaffRole, StaffState};
use exemplar_core::record::{Change, Committed, FIRST, Means, Message, MessageState, Phase};
use exemplar_store::{PAGE, QueueFilter, QueuePlace, StaffSaved, StaffSession, Store};
use exemplar_testkit::{Draft, Kit, at, changed, on_each_engine, submit};
use jiff::civil::date;
use uuid::Uuid;

use crate::{begin, load, outsider};

pub fn member(role: StaffRole, organisation: &str, office: Option<&str>) -> Membership {
    Membership {
        id: Uuid::now_v7(),
        organisation: organisation.into(),
        role,
        office: office.map(Into::into),
        team: None,
        service: None,
        from: at(0),
        until: None,
    }
}

pub fn staff(email: &str, role: StaffRole) -> Staff {
    Staff {
        id: StaffId(Uuid::now_v7()),
        organisation: "council".into(),
        state: StaffState::Active,
        epoch: 0,
        revision: FIRST,
        private: StaffPrivate {
            name: "Ann Worker".to_owned(),
            email: email.to_owned(),
            ..StaffPrivate::default()
        },
        memberships: vec![member(role, "council", None)],
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn staff_are_found_by_address_and_stand_sealed_on_disk() {
    on_each_engine(async |kit: Kit| {
        let ann = staff("ann@example.org", StaffRole::Caseworker);
        assert!(!kit.store.is_staffed().await.unwrap());
        assert_eq!(kit.store.add_staff(&ann).await.unwrap(), StaffSaved::Saved);
        assert!(kit.store.is_staffed().await.unwrap());
        assert_eq!(
            kit.store.staff_by_email(" Ann@Example.org").await.unwrap().as_ref(),
            Some(&ann)
        );
        assert_eq!(kit.store.staff(ann.id).await.unwrap().as_ref(), Some(&ann));
        let other = staff("ANN@example.org", StaffRole::Manager);
        assert_eq!(kit.store.add_staff(&other).await.unwrap(), StaffSaved::Taken);
        assert_eq!(kit.store.all_staff().await.unwrap(), [ann]);
        assert!(!outsider::is_on_disk(&kit, b"ann@example.org").await);
        assert!(!outsider::is_on_disk(&kit, b"Ann Worker").await);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_is_used_and_ended() {
    on_each_engine(async |kit: Kit| {
        let ann = staff("ann@example.org", StaffRole::Caseworker);
        kit.store.add_staff(&ann).await.unwrap();
        let session = |hash: u8| StaffSession {
            hash: [hash; 32],
            organisation: "council".into(),
            staff: ann.id,
            started: at(0),
            seen: at(0),
            ends: at(100),
            confirmed: at(0),
            device: "computer".to_owned(),
        };
        for hash in [1, 2, 3] {
            kit.store.begin_staff_session(&session(hash)).await.unwrap();
        }
        kit.store.use_staff_session([1; 32], at(9)).await.unwrap();
        let read = kit.store.staff_session([1; 32]).await.unwrap().unwrap();
        assert_eq!(
            read,
            StaffSession {
                seen: at(9),
                ..session(1)
            }
        );
        kit.store.end_staff_session([1; 32]).await.unwrap();
        assert!(kit.store.staff_session([1; 32]).await.unwrap().is_none());
        assert_eq!(kit.store.end_staff_sessions(ann.id).await.unwrap(), 2);
    })
    .await;
}

/// A submitted case of an office, due on a day of May.
pub async fn case(store: &Store, organisation: &str, office: &str, day: i8) -> CaseId {
    let mut draft = Draft::default();
    draft.case.organisation = organisation.into();
    let read = begin(store, &draft).await;
    let mut outcome = submit(&read, &Uuid::now_v7().to_string());
    for change in &mut outcome.changes {
        if let Change::Case(case) = change {
            case.office = Some(office.into());
            case.due = Some(date(2026, 5, day));
        }
    }
    store.commit(outcome).await.unwrap();
    draft.case.id
}

fn scope(memberships: &[Membership]) -> Scope {
    let mut somebody = staff("somebody@example.org", StaffRole::Caseworker);
    somebody.memberships = memberships.to_vec();
    Scope::of(&somebody, at(1))
}

pub fn everything() -> QueueFilter {
    QueueFilter {
        phase: Phase::Submitted,
        office: None,
        service: None,
        assigned_to: None,
        unassigned: false,
        urgent_first: false,
        proposed: false,
        due_before: None,
        submitted_before: None,
        after: None,
    }
}

async fn listed(store: &Store, scope: &Scope, filter: &QueueFilter) -> Vec<CaseId> {
    store
        .queue(scope, filter)
        .await
        .unwrap()
        .into_iter()
        .map(|row| row.case)
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_queue_holds_what_the_scope_gives_and_nothing_else() {
    on_each_engine(async |kit: Kit| {
        let store = &kit.store;
        let south = case(store, "council", "south", 9).await;
        let north = case(store, "council", "north", 3).await;
        let abroad = case(store, "county", "north", 1).await;
        begin(store, &Draft::default()).await;
        let caseworker = |organisation, office| scope(&[member(StaffRole::Caseworker, organisation, office)]);
        let all = everything();
        assert_eq!(listed(store, &scope(&[]), &all).await, []);
        assert_eq!(
            listed(store, &caseworker("council", None), &all).await,
            [north, south],
            "due first"
        );
        assert_eq!(
            listed(store, &caseworker("council", Some("north")), &all).await,
            [north]
        );
        let both = scope(&[
            member(StaffRole::Owner, "county", None),
            member(StaffRole::Caseworker, "council", Some("south")),
        ]);
        assert_eq!(listed(store, &both, &all).await, [abroad, south]);
        let council = caseworker("council", None);
        let of_north = QueueFilter {
            office: Some("north".into()),
            ..everything()
        };
        assert_eq!(listed(store, &both, &of_north).await, [abroad], "a filter never widens");
        assert_eq!(listed(store, &council, &of_north).await, [north]);
        let overdue = QueueFilter {
            due_before: Some(date(2026, 5, 4)),
            ..everything()
        };
        assert_eq!(listed(store, &council, &overdue).await, [north]);
        // The clock of what waits for its applicant stands still.
        let loaded = store.load(north).await.unwrap().unwrap();
        let mut waits = changed(&loaded);
        let mut asked = loaded.case.clone();
        asked.revision += 1;
        asked.state = "received asked=payslips@1790000000".into();
        waits.events = submit(&loaded, "again").events;
        waits.changes = vec![Change::Case(Box::new(asked))];
        assert_eq!(store.commit(waits).await.unwrap(), Committed::Committed);
        assert_eq!(listed(store, &council, &overdue).await, []);
        assert_eq!(listed(store, &council, &all).await, [north, south]);
        let mine = QueueFilter {
            assigned_to: Some(StaffId(Uuid::from_u128(1))),
            ..everything()
        };
        assert_eq!(listed(store, &council, &mine).await, []);
        let nobodys = QueueFilter {
            unassigned: true,
            ..everything()
        };
        assert_eq!(listed(store, &council, &nobodys).await.len(), 2);
        let decided = QueueFilter {
            phase: Phase::Decided,
            ..everything()
        };
        assert_eq!(listed(store, &council, &decided).await, []);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_queue_goes_on_where_its_page_ended() {
    on_each_engine(async |kit: Kit| {
        let store = &kit.store;
        for n in 0..PAGE + 2 {
            case(store, "council", "north", if n % 2 == 0 { 3 } else { 4 }).await;
        }
        let council = scope(&[member(StaffRole::Manager, "council", None)]);
        let first = store.queue(&council, &everything()).await.unwrap();
        assert_eq!(first.len(), PAGE + 1);
        let last = &first[PAGE - 1];
        let after = Some(QueuePlace {
            due: last.due.unwrap(),
            case: last.case,
            is_urgent: false,
        });
        let second = listed(store, &council, &QueueFilter { after, ..everything() }).await;
        assert_eq!(second.len(), 2);
        assert_eq!(second[0], first[PAGE].case);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn letters_wait_until_they_are_posted() {
    on_each_engine(async |kit: Kit| {
        let store = &kit.store;
        let id = case(store, "council", "north", 3).await;
        let council = scope(&[member(StaffRole::Manager, "council", None)]);
        let draft = Draft {
            case: exemplar_core::record::Case {
                id,
                ..Draft::default().case
            },
            ..Draft::default()
        };
        let mut letter = Message {
            id: MessageId(Uuid::now_v7()),
            n: 1,
            event: "approved".into(),
            means: Means::Letter,
            language: "en".into(),
            state: MessageState::Waiting,
            tries: 0,
            at: at(2),
            address: "1 Street".to_owned(),
            subject: "Approved".to_owned(),
            text: "Yes.".to_owned(),
        };
        let write = async |letter: &Message| {
            let mut outcome = changed(&load(store, &draft).await);
            outcome.changes = vec![Change::Message(id, letter.clone())];
            store.commit(outcome).await.unwrap();
        };
        write(&letter).await;
        let waiting = store.letters(&council).await.unwrap();
        assert_eq!(
            waiting.iter().map(|letter| letter.message).collect::<Vec<_>>(),
            [letter.id]
        );
        assert!(
            store
                .letters(&scope(&[member(StaffRole::Manager, "county", None)]))
                .await
                .unwrap()
                .is_empty()
        );
        letter.state = MessageState::Sent;
        write(&letter).await;
        assert!(store.letters(&council).await.unwrap().is_empty());
    })
    .await;
}
