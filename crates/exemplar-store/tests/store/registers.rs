//! Registers: an entry is found by its words and its number, changes once, and outlives its case.

use exemplar_core::id::{CaseId, Name};
use exemplar_core::record::{Change, ClaimChange, ClaimKind, Committed, Outcome, RegisterEntry};
use exemplar_testkit::{Draft, Kit, on_each_engine};
use jiff::Timestamp;
use jiff::civil::date;

use super::{begin, load};

fn register() -> Name {
    Name::from("permit/registration")
}

fn entry(case: CaseId, number: &str, called: &str) -> RegisterEntry {
    RegisterEntry {
        register: register(),
        number: number.to_owned(),
        case,
        state: "live".to_owned(),
        from: date(2026, 5, 4),
        until: Some(date(2029, 5, 4)),
        public: serde_json::json!({ "trade": { "en": [called] } }),
        private: serde_json::json!({ "changes": [] }),
        called: called.to_lowercase(),
        updated: Timestamp::from_second(100).unwrap(),
        revision: 1,
    }
}

/// Issues entries in one commit.
async fn issue(kit: &Kit, draft: &Draft, entries: &[(&str, &str)]) -> Committed {
    let loaded = load(&kit.store, draft).await;
    let id = loaded.case.id;
    let mut outcome = Outcome::new(
        exemplar_core::id::CommitId(uuid::Uuid::now_v7()),
        Timestamp::from_second(100).unwrap(),
    );
    outcome.read.push(loaded);
    for (number, called) in entries {
        let words = called.to_lowercase().split(' ').map(str::to_owned).collect();
        outcome
            .changes
            .push(Change::RegisterEntry(Box::new(entry(id, number, called))));
        outcome
            .changes
            .push(Change::RegisterTerms(id, register(), (*number).to_owned(), words));
        outcome.claims.push(ClaimChange::Take {
            kind: ClaimKind::RegisterNumber,
            value: format!("{} {number}", register()),
            owner: id,
            until: None,
        });
    }
    kit.store.commit(outcome).await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn an_entry_is_found_by_the_beginnings_of_its_words() {
    on_each_engine(async |kit: Kit| {
        let draft = Draft::default();
        begin(&kit.store, &draft).await;
        let entries = [("S2", "Brick and Sons"), ("S1", "Clear Brook"), ("S3", "Élan Waste")];
        assert_eq!(issue(&kit, &draft, &entries).await, Committed::Committed);
        let found = async |words: &[&str], from| {
            let words: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
            let (page, count) = kit.store.register_page(&register(), &words, (from, 2)).await.unwrap();
            let numbers: Vec<String> = page.into_iter().map(|entry| entry.number).collect();
            (numbers.join(" "), count)
        };
        assert_eq!(found(&[], 0).await, ("S2 S1".to_owned(), 3));
        assert_eq!(found(&[], 2).await, ("S3".to_owned(), 3));
        assert_eq!(found(&["br"], 0).await, ("S2 S1".to_owned(), 2));
        assert_eq!(found(&["br", "son"], 0).await, ("S2".to_owned(), 1));
        assert_eq!(found(&["él"], 0).await, ("S3".to_owned(), 1));
        assert_eq!(found(&["x"], 0).await, (String::new(), 0));
        let one = kit.store.public_entry(&register(), "S2").await.unwrap().unwrap();
        assert_eq!((one.state.as_str(), one.until), ("live", Some(date(2029, 5, 4))));
        assert_eq!(kit.store.public_entry(&register(), "S9").await.unwrap(), None);
        let after = kit.store.register_after(&register(), "S1", 5).await.unwrap();
        assert_eq!(after.len(), 2);
        let updated = kit.store.register_updated(&register()).await.unwrap();
        assert_eq!(updated, Timestamp::from_second(100).ok());
        assert_eq!(kit.store.register_updated(&"none/none".into()).await.unwrap(), None);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_entry_changes_once_and_outlives_its_case_with_its_number() {
    on_each_engine(async |kit: Kit| {
        let draft = Draft::default();
        begin(&kit.store, &draft).await;
        assert_eq!(issue(&kit, &draft, &[("S1", "Brick")]).await, Committed::Committed);
        let taken = issue(&kit, &draft, &[("S1", "Clay")]).await;
        assert!(matches!(
            taken,
            Committed::Taken {
                kind: ClaimKind::RegisterNumber,
                ..
            } | Committed::Conflict
        ));
        let id = draft.case.id;
        let stored = kit.store.entries_of_case(id).await.unwrap();
        assert_eq!(stored, [entry(id, "S1", "Brick")]);
        let change = async |state: &str| {
            let loaded = load(&kit.store, &draft).await;
            let mut outcome = Outcome::new(
                exemplar_core::id::CommitId(uuid::Uuid::now_v7()),
                Timestamp::from_second(200).unwrap(),
            );
            outcome.read.push(loaded);
            let next = RegisterEntry {
                state: state.to_owned(),
                revision: 2,
                ..stored[0].clone()
            };
            outcome.changes.push(Change::RegisterEntry(Box::new(next)));
            kit.store.commit(outcome).await.unwrap()
        };
        assert_eq!(change("suspended").await, Committed::Committed);
        assert_eq!(change("revoked").await, Committed::Conflict);
        assert!(
            kit.store
                .erase(id, "over", Timestamp::from_second(300).unwrap())
                .await
                .unwrap()
        );
        let left = kit.store.public_entry(&register(), "S1").await.unwrap().unwrap();
        assert_eq!(left.state, "suspended");
        let other = Draft::default();
        let other = Draft {
            case: exemplar_core::record::Case {
                id: CaseId(uuid::Uuid::now_v7()),
                ..other.case.clone()
            },
            ..other
        };
        begin(&kit.store, &other).await;
        assert_ne!(issue(&kit, &other, &[("S1", "Clay")]).await, Committed::Committed);
        kit.store.forget_registers(&"permit".into()).await.unwrap();
        assert_eq!(kit.store.public_entry(&register(), "S1").await.unwrap(), None);
        assert_eq!(issue(&kit, &other, &[("S1", "Clay")]).await, Committed::Committed);
    })
    .await;
}
