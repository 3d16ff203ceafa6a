//! Jobs: one worker at a time, in order for each case and kind, tried again, given up, revived.

use exemplar_core::id::{CaseId, CommitId, JobId};
use exemplar_core::record::{NewJob, Outcome};
use exemplar_store::{LeasedJob, Store};
use exemplar_testkit::{Draft, Kit, at, changed, on_each_engine};
use jiff::SignedDuration;
use uuid::Uuid;

use crate::begin;

const WORKER: Uuid = Uuid::from_u128(1);

fn job(kind: &'static str, case: Option<CaseId>, due: i64) -> NewJob {
    NewJob {
        id: JobId(Uuid::now_v7()),
        kind,
        case,
        due: at(due),
        task: serde_json::json!({ "to": "ann@example.org" }),
    }
}

async fn enqueue(store: &Store, mut outcome: Outcome, jobs: Vec<NewJob>) {
    outcome.jobs = jobs;
    store.commit(outcome).await.unwrap();
}

async fn lease(store: &Store, now: i64) -> Vec<LeasedJob> {
    let (kinds, minute) = (["send_email", "tidy"], SignedDuration::from_mins(1));
    let leased = store.lease_jobs(WORKER, &kinds, at(now), minute, 10).await;
    leased.unwrap()
}

fn nothing() -> Outcome {
    Outcome::new(CommitId(Uuid::now_v7()), at(0))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_job_is_leased_when_it_is_due_and_gone_when_it_is_finished() {
    on_each_engine(async |kit: Kit| {
        let read = begin(&kit.store, &Draft::default()).await;
        let new = job("send_email", Some(read.case.id), 10);
        enqueue(&kit.store, changed(&read), vec![new.clone()]).await;
        assert_eq!(lease(&kit.store, 9).await, []);
        let leased = lease(&kit.store, 10).await;
        assert_eq!(leased.len(), 1);
        assert_eq!((leased[0].id, leased[0].tries), (new.id, 1));
        assert_eq!(leased[0].task, new.task);
        assert_eq!(lease(&kit.store, 11).await, [], "somebody has it");
        assert!(kit.store.finish_job(new.id, WORKER).await.unwrap());
        assert_eq!(lease(&kit.store, 1000).await, []);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lease_that_runs_out_is_anybodys_and_the_first_worker_no_longer_finishes_it() {
    on_each_engine(async |kit: Kit| {
        let new = job("tidy", None, 0);
        enqueue(&kit.store, nothing(), vec![new.clone()]).await;
        assert_eq!(lease(&kit.store, 0).await.len(), 1);
        let other = Uuid::from_u128(2);
        let minute = SignedDuration::from_mins(1);
        let again = kit.store.lease_jobs(other, &["tidy"], at(60), minute, 1).await.unwrap();
        assert_eq!((again[0].id, again[0].tries), (new.id, 2));
        assert!(!kit.store.finish_job(new.id, WORKER).await.unwrap());
        assert!(kit.store.finish_job(new.id, other).await.unwrap());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn jobs_of_one_case_and_kind_run_in_order() {
    on_each_engine(async |kit: Kit| {
        let read = begin(&kit.store, &Draft::default()).await;
        let case = Some(read.case.id);
        let (first, second) = (job("send_email", case, 5), job("send_email", case, 0));
        let beside = job("tidy", case, 0);
        let jobs = vec![first.clone(), second.clone(), beside.clone()];
        enqueue(&kit.store, changed(&read), jobs).await;
        let ids = |jobs: Vec<LeasedJob>| jobs.into_iter().map(|job| job.id).collect::<Vec<_>>();
        assert_eq!(ids(lease(&kit.store, 1).await), [beside.id], "the first is not due");
        assert_eq!(ids(lease(&kit.store, 5).await), [first.id]);
        assert!(
            kit.store
                .retry_job(first.id, WORKER, at(20), "no answer")
                .await
                .unwrap()
        );
        assert_eq!(ids(lease(&kit.store, 6).await), []);
        assert_eq!(ids(lease(&kit.store, 20).await), [first.id]);
        assert!(
            kit.store
                .give_up_job(first.id, WORKER, at(21), "no such address")
                .await
                .unwrap()
        );
        assert_eq!(ids(lease(&kit.store, 22).await), [second.id]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_job_that_was_given_up_is_listed_until_it_is_revived() {
    on_each_engine(async |kit: Kit| {
        let new = job("tidy", None, 0);
        enqueue(&kit.store, nothing(), vec![new.clone()]).await;
        lease(&kit.store, 0).await;
        kit.store.give_up_job(new.id, WORKER, at(1), "broken").await.unwrap();
        assert_eq!(lease(&kit.store, 100).await, []);
        let dead = kit.store.dead_jobs(10).await.unwrap();
        assert_eq!(
            (dead[0].id, dead[0].why.as_str(), dead[0].died),
            (new.id, "broken", at(1))
        );
        assert!(kit.store.revive_job(new.id, at(200)).await.unwrap());
        assert!(kit.store.dead_jobs(10).await.unwrap().is_empty());
        assert_eq!(lease(&kit.store, 200).await.len(), 1);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn of_twenty_workers_at_once_each_job_goes_to_one() {
    on_each_engine(async |kit: Kit| {
        let jobs: Vec<_> = (0..40).map(|_| job("tidy", None, 0)).collect();
        enqueue(&kit.store, nothing(), jobs).await;
        let workers: Vec<_> = (0..20)
            .map(|_| {
                let store = kit.store.clone();
                tokio::spawn(async move { lease(&store, 0).await })
            })
            .collect();
        let mut ids = Vec::new();
        for worker in workers {
            ids.extend(worker.await.unwrap().into_iter().map(|job| job.id));
        }
        // A worker that met another's rows comes back with fewer; what is left is taken next time.
        ids.extend(lease(&kit.store, 0).await.into_iter().map(|job| job.id));
        let leased = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), leased, "none was leased twice");
        assert_eq!(leased, 40);
    })
    .await;
}
