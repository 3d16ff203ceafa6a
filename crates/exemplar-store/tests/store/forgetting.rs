//! What is sealed is nowhere in clear, and what is erased is nowhere at all.

use exemplar_core::id::JobId;
use exemplar_core::record::{Change, ClaimChange, ClaimKind, Committed, NewJob, Role, SearchTerm};
use exemplar_store::{Settings, Store, read_erasure_list};
use exemplar_testkit::{Draft, Kit, at, changed, on_each_engine, save, submit, today};
use jiff::{SignedDuration, ToSpan};

use crate::{begin, load, outsider};

#[tokio::test(flavor = "multi_thread")]
async fn no_answer_stands_in_clear_in_any_file() {
    on_each_engine(async |kit: Kit| {
        let marker = format!("marker-{}", Draft::default().case.id);
        let mut draft = Draft::answering(&[("full_name", &marker)]);
        draft.participant.private.email = Some(format!("{marker}@example.org"));
        let read = begin(&kit.store, &draft).await;
        let mut outcome = save(&read, "street", &marker);
        outcome.changes.push(Change::SearchTerms(
            draft.case.id,
            draft.case.organisation.clone(),
            vec![SearchTerm {
                kind: "name",
                value: marker.clone(),
            }],
        ));
        outcome.jobs = vec![NewJob {
            id: JobId(uuid::Uuid::now_v7()),
            kind: "send_email",
            case: Some(draft.case.id),
            due: at(0),
            task: serde_json::json!({ "to": marker }),
        }];
        assert_eq!(kit.store.commit(outcome).await.unwrap(), Committed::Committed);
        let organisation = draft.case.organisation.as_str().as_bytes();
        assert!(
            outsider::is_on_disk(&kit, organisation).await,
            "what is in clear is found"
        );
        assert!(!outsider::is_on_disk(&kit, marker.as_bytes()).await);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_erased_is_in_no_file_of_the_data_folder() {
    let kit = Kit::sqlite().await;
    let draft = Draft::default();
    let read = begin(&kit.store, &draft).await;
    kit.store.commit(save(&read, "street", "High Street")).await.unwrap();
    let sealed = outsider::bytes(&kit, "SELECT sealed FROM part").await;
    let wrapped = outsider::bytes(&kit, "SELECT wrapped FROM case_key").await;
    assert!(outsider::is_on_disk(&kit, &sealed).await && outsider::is_on_disk(&kit, &wrapped).await);
    assert!(kit.store.erase(draft.case.id, "asked for", at(9)).await.unwrap());
    kit.store.forget_on_disk().await.unwrap();
    assert!(!outsider::is_on_disk(&kit, &sealed).await && !outsider::is_on_disk(&kit, &wrapped).await);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_erased_case_leaves_the_skeletons_of_its_events_and_a_tombstone() {
    on_each_engine(async |kit: Kit| {
        let draft = Draft::default();
        let read = begin(&kit.store, &draft).await;
        kit.store.commit(submit(&read, "REF")).await.unwrap();
        assert!(kit.store.erase(draft.case.id, "kept long enough", at(9)).await.unwrap());
        assert!(kit.store.load(draft.case.id).await.unwrap().is_none());
        let events = kit.store.events(draft.case.id).await.unwrap();
        assert_eq!(events.len(), 1);
        assert_eq!((events[0].kind.as_str(), &events[0].details), ("submitted", &None));
        assert_eq!(
            outsider::sql(&kit, "SELECT reason FROM tombstone").await,
            "kept long enough"
        );
        let claim = kit.store.find_claim(ClaimKind::Reference, "REF").await.unwrap();
        assert_eq!(claim, None);
        assert_eq!(kit.store.verify().await.unwrap(), []);
        let twice = kit.store.erase(draft.case.id, "again", at(10)).await.unwrap();
        assert!(!twice, "it is gone already");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_erasure_is_on_the_list_that_stands_apart() {
    on_each_engine(async |kit: Kit| {
        let folder = tempfile::tempdir().unwrap();
        let list = folder.path().join("erased");
        let mut settings = Settings::new(kit.database.clone(), kit.keys.clone());
        settings.erasure_list = Some(list.clone());
        let store = Store::open(settings).await.unwrap();
        let draft = Draft::default();
        begin(&store, &draft).await;
        store.erase(draft.case.id, "asked for", at(9)).await.unwrap();
        let lines = std::fs::read_to_string(&list).unwrap();
        assert!(lines.contains(&draft.case.id.to_string()), "{lines}");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_case_under_a_hold_is_kept() {
    on_each_engine(async |kit: Kit| {
        let mut draft = Draft::default();
        draft.case.hold = Some("court order".into());
        begin(&kit.store, &draft).await;
        assert!(!kit.store.erase(draft.case.id, "old", at(9)).await.unwrap());
        assert!(kit.store.load(draft.case.id).await.unwrap().is_some());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn idle_drafts_are_listed_in_pages_and_only_they() {
    on_each_engine(async |kit: Kit| {
        let service = Draft::default().case.service;
        let mut idle = Vec::new();
        for days in [40, 35, 31, 30, 0] {
            let mut draft = Draft::default();
            draft.case.active_on = today() - days.days();
            begin(&kit.store, &draft).await;
            if days > 30 {
                idle.push((draft.case.active_on, draft.case.id));
            }
        }
        let mut sent = Draft::default();
        sent.case.active_on = today() - 90.days();
        let read = begin(&kit.store, &sent).await;
        kit.store.commit(submit(&read, "REF")).await.unwrap();
        let (before, list) = (today() - 30.days(), &kit.store);
        let first = list.drafts_idle_since(&service, before, None, 2).await.unwrap();
        assert_eq!(first, idle[..2]);
        let rest = list
            .drafts_idle_since(&service, before, Some(first[1]), 2)
            .await
            .unwrap();
        assert_eq!(rest, idle[2..]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_that_somebody_came_back_to_is_not_erased_as_idle() {
    on_each_engine(async |kit: Kit| {
        let mut draft = Draft::default();
        draft.case.active_on = today() - 40.days();
        let read = begin(&kit.store, &draft).await;
        let mut outcome = changed(&read);
        let mut case = read.case.clone();
        case.active_on = today();
        case.revision += 1;
        outcome.changes = vec![Change::Case(Box::new(case))];
        kit.store.commit(outcome).await.unwrap();
        let before = today() - 30.days();
        let id = draft.case.id;
        assert!(!kit.store.erase_idle_draft(id, before, "idle", at(9)).await.unwrap());
        let role = load(&kit.store, &draft).await.participants[0].role;
        assert_eq!(role, Role::Applicant);
        let later = today() + 40.days();
        assert!(kit.store.erase_idle_draft(id, later, "idle", at(9)).await.unwrap());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_has_run_out_is_forgotten_and_nothing_before() {
    on_each_engine(async |kit: Kit| {
        let day = SignedDuration::from_hours(24);
        let draft = Draft::default();
        let read = begin(&kit.store, &draft).await;
        let mut outcome = changed(&read);
        let claim = |value: &str, until| ClaimChange::Take {
            kind: ClaimKind::ReturnLink,
            value: value.to_owned(),
            owner: draft.case.id,
            until,
        };
        outcome.claims = vec![
            claim("over", Some(at(0))),
            claim("later", Some(at(0) + day * 3)),
            claim("without an end", None),
        ];
        outcome.jobs = vec![NewJob {
            id: JobId(uuid::Uuid::now_v7()),
            kind: "send_email",
            case: Some(draft.case.id),
            due: at(0),
            task: serde_json::Value::Null,
        }];
        kit.store.commit(outcome).await.unwrap();
        let worker = uuid::Uuid::now_v7();
        let leased = kit
            .store
            .lease_jobs(worker, &["send_email"], at(0), day, 1)
            .await
            .unwrap();
        kit.store
            .give_up_job(leased[0].id, worker, at(0), "no address")
            .await
            .unwrap();
        let hash = kit.keys.hash("return code", "", "ABCD");
        kit.store
            .count_guess("code", hash, at(0), SignedDuration::from_mins(15))
            .await
            .unwrap();
        let soon = kit.store.forget_what_ran_out(at(0) + day * 2).await.unwrap();
        assert_eq!((soon.claims, soon.guesses, soon.jobs, soon.copies), (1, 1, 0, 0));
        if let Some(file) = kit.file() {
            std::fs::write(file.with_extension("db.before-1"), "").unwrap();
        }
        let made = jiff::Timestamp::now();
        let young = kit.store.forget_what_ran_out(made + day * 34).await.unwrap();
        let late = kit.store.forget_what_ran_out(made + day * 36).await.unwrap();
        assert_eq!((young.claims, late.claims, young.jobs + late.jobs), (1, 0, 0));
        assert_eq!((young.copies, late.copies), (0, usize::from(kit.file().is_some())));
        let last = kit.store.forget_what_ran_out(at(0) + day * 90).await.unwrap();
        assert_eq!((last.claims, last.jobs), (0, 1));
        let kept = kit
            .store
            .find_claim(ClaimKind::ReturnLink, "without an end")
            .await
            .unwrap();
        assert!(kept.is_some());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_that_was_kept_after_all_is_taken_off_the_list() {
    on_each_engine(async |kit: Kit| {
        let folder = tempfile::tempdir().unwrap();
        let list = folder.path().join("erased");
        let mut settings = Settings::new(kit.database.clone(), kit.keys.clone());
        settings.erasure_list = Some(list.clone());
        let store = Store::open(settings).await.unwrap();
        // Somebody works on each draft while it is erased: whoever comes first, list and database say the same.
        for _ in 0..20 {
            let mut draft = Draft::default();
            draft.case.active_on = today() - 40.days();
            let read = begin(&store, &draft).await;
            let mut outcome = changed(&read);
            let mut case = read.case.clone();
            case.active_on = today();
            case.revision += 1;
            outcome.changes = vec![Change::Case(Box::new(case))];
            let id = draft.case.id;
            let erasing = store.erase_idle_draft(id, today() - 30.days(), "idle", at(9));
            let (erased, _) = tokio::join!(erasing, store.commit(outcome));
            let listed = read_erasure_list(&list).unwrap().iter().any(|line| line.case == id);
            assert_eq!(
                (erased.unwrap(), store.load(id).await.unwrap().is_none()),
                (listed, listed)
            );
        }
    })
    .await;
}
