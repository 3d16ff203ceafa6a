//! Counting: exact for what comes late, once for two workers, and the same when all is counted anew.

use exemplar_core::figures::{Counted, Month};
use exemplar_core::id::{ObservationId, ServiceId, StaffId};
use exemplar_core::record::{Channel, Observation, ObservationKind};
use exemplar_store::{NewVolume, Store, VolumeEntry};
use exemplar_testkit::{Draft, Kit, at, observation, observe_now, on_each_engine, today};
use jiff::civil::Date;
use uuid::Uuid;

use crate::outsider;

fn service() -> ServiceId {
    Draft::default().case.service
}

fn seen(kind: ObservationKind, day: Date, amount: Option<i64>) -> Observation {
    Observation {
        day,
        amount,
        ..observation(&Draft::default().case, kind)
    }
}

async fn count_all(store: &Store) {
    while store.count_observations().await.unwrap() {}
}

async fn counted(store: &Store) -> Vec<Counted> {
    store.counted(&service(), Month::of(today()).plus(-24)).await.unwrap()
}

fn of(counted: &[Counted], month: &str, kind: ObservationKind, amount: i64) -> u64 {
    let is = |one: &&Counted| one.month.to_string() == month && one.kind == kind && one.amount == amount;
    counted.iter().filter(is).map(|one| one.count).sum()
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_observed_is_counted_by_month_and_amount() {
    on_each_engine(async |kit: Kit| {
        let store = &kit.store;
        let all = [
            seen(ObservationKind::Completed, today(), None),
            seen(ObservationKind::Completed, today(), None),
            seen(ObservationKind::Completed, "2026-10-31".parse().unwrap(), None),
            seen(ObservationKind::Satisfaction, today(), Some(5)),
            seen(ObservationKind::Satisfaction, today(), Some(5)),
            seen(ObservationKind::Satisfaction, today(), Some(1)),
            seen(ObservationKind::Decided, today(), Some(12)),
            seen(ObservationKind::Answered, today(), None),
        ];
        observe_now(store, all.to_vec()).await;
        assert!(store.uncounted_since().await.unwrap().is_some());
        assert!(counted(store).await.is_empty(), "a page reads what was counted alone");
        count_all(store).await;
        assert_eq!(store.uncounted_since().await.unwrap(), None);
        let counted = counted(store).await;
        assert_eq!(of(&counted, "2026-11", ObservationKind::Completed, 0), 2);
        assert_eq!(of(&counted, "2026-10", ObservationKind::Completed, 0), 1);
        assert_eq!(of(&counted, "2026-11", ObservationKind::Satisfaction, 5), 2);
        assert_eq!(of(&counted, "2026-11", ObservationKind::Satisfaction, 1), 1);
        assert_eq!(of(&counted, "2026-11", ObservationKind::Decided, 12), 1);
        assert_eq!(of(&counted, "2026-11", ObservationKind::Answered, 0), 0);
        let since = store.counted(&service(), Month::of(today())).await.unwrap();
        assert_eq!(of(&since, "2026-10", ObservationKind::Completed, 0), 0);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_comes_late_is_counted_and_counting_anew_gives_the_same() {
    on_each_engine(async |kit: Kit| {
        let store = &kit.store;
        // Older and younger ids, over many days and more than one batch, counted as they come.
        let old = Uuid::new_v7(uuid::Timestamp::from_unix(uuid::NoContext, 1_700_000_000, 0));
        let day = |n: i32| today().checked_sub(jiff::Span::new().days(n % 300)).unwrap();
        let many = (0..2_100).map(|n| seen(ObservationKind::Completed, day(n), None));
        observe_now(store, many.collect()).await;
        count_all(store).await;
        let before = counted(store).await;
        let late = Observation {
            id: ObservationId(old),
            ..seen(ObservationKind::Completed, today(), None)
        };
        observe_now(store, vec![late]).await;
        assert_eq!(
            store.uncounted_since().await.unwrap().unwrap().as_second(),
            1_700_000_000
        );
        count_all(store).await;
        let after = counted(store).await;
        let sum = |counted: &[Counted]| counted.iter().map(|one| one.count).sum::<u64>();
        assert_eq!((sum(&before), sum(&after)), (2_100, 2_101));
        let waiting = seen(ObservationKind::Completed, today(), None);
        observe_now(store, vec![waiting]).await;
        store.recount_observations().await.unwrap();
        let anew = counted(store).await;
        assert_eq!(sum(&anew), 2_102, "what was not counted yet is");
        assert!(!store.count_observations().await.unwrap(), "and is not counted again");
        store.recount_observations().await.unwrap();
        assert_eq!(counted(store).await, anew);
        let rows = outsider::sql(&kit, "SELECT sum(count) FROM rollup").await;
        assert_eq!(rows, "2102");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn two_workers_count_each_observation_once() {
    on_each_engine(async |kit: Kit| {
        let other = kit.open_again().await;
        let many = (0..6_500).map(|_| seen(ObservationKind::Started, today(), None));
        observe_now(&kit.store, many.collect()).await;
        let tasks: Vec<_> = [kit.store.clone(), other, kit.store.clone()]
            .into_iter()
            .map(|store| tokio::spawn(async move { while store.count_observations().await.unwrap() {} }))
            .collect();
        for task in tasks {
            task.await.unwrap();
        }
        assert_eq!(
            of(&counted(&kit.store).await, "2026-11", ObservationKind::Started, 0),
            6_500
        );
    })
    .await;
}

fn volume(channel: Channel, n: i64, volume: i64, difference: i64) -> NewVolume {
    let month = Month::of(today());
    NewVolume {
        entry: VolumeEntry {
            month,
            channel,
            n,
            volume,
            by: StaffId(Uuid::from_u128(7)),
            at: at(n),
        },
        difference: Observation {
            channel,
            ..seen(ObservationKind::Volume, month.first_day(), Some(difference))
        },
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_last_volume_counts_and_those_before_stay_on_record() {
    on_each_engine(async |kit: Kit| {
        let store = &kit.store;
        let first = [volume(Channel::Telephone, 1, 100, 100), volume(Channel::Paper, 1, 0, 0)];
        assert!(store.enter_volumes(&first).await.unwrap());
        let second = [volume(Channel::Telephone, 2, 80, -20)];
        assert!(store.enter_volumes(&second).await.unwrap());
        let stale = [volume(Channel::Paper, 2, 9, 9), volume(Channel::Telephone, 2, 90, -10)];
        assert!(!store.enter_volumes(&stale).await.unwrap(), "somebody else was faster");
        count_all(store).await;
        store.recount_observations().await.unwrap();
        let sums = counted(store).await;
        let sum = |channel| {
            let of = sums.iter().filter(|one| one.channel == channel);
            of.map(|one| one.amount * one.count as i64).sum::<i64>()
        };
        assert_eq!((sum(Channel::Telephone), sum(Channel::Paper)), (80, 0));
        assert!(sums.iter().any(|one| one.channel == Channel::Paper), "nought is known");
        let entries = store.volumes(&service(), Month::of(today())).await.unwrap();
        let entries: Vec<_> = entries.iter().map(|one| (one.channel, one.n, one.volume)).collect();
        assert_eq!(
            entries,
            [
                (Channel::Paper, 1, 0),
                (Channel::Telephone, 1, 100),
                (Channel::Telephone, 2, 80)
            ]
        );
    })
    .await;
}
