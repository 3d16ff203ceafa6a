//! What people write of a service is sealed, listed for those who own it, and forgotten after a year.

use exemplar_core::feedback::Feedback;
use exemplar_core::id::FeedbackId;
use exemplar_core::permission::Owned;
use exemplar_core::record::ObservationKind;
use exemplar_store::{FEEDBACK_DAYS, PAGE};
use exemplar_testkit::{Draft, Kit, at, observation, on_each_engine, today};
use jiff::ToSpan;
use jiff::civil::Date;

use crate::outsider;

/// Takes feedback on the service of the tests.
async fn take(kit: &Kit, day: Date, text: &str) {
    let mut seen = observation(&Draft::default().case, ObservationKind::Satisfaction);
    seen.id.0 = uuid::Uuid::now_v7();
    seen.day = day;
    seen.amount = Some(4);
    let said = Feedback {
        level: 4,
        text: text.to_owned(),
    };
    let id = FeedbackId(uuid::Uuid::now_v7());
    kit.store.take_feedback(id, &seen, &said).await.unwrap();
}

fn owned(service: Option<&str>) -> Owned {
    Owned {
        organisation: Draft::default().case.organisation,
        service: service.map(Into::into),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn feedback_is_sealed_and_listed_in_pages_for_its_owners() {
    on_each_engine(async |kit: Kit| {
        let case = Draft::default().case;
        for n in 0..=PAGE {
            take(&kit, today(), &format!("secret-words-{n}")).await;
        }
        take(&kit, today(), "").await;
        assert!(!outsider::is_on_disk(&kit, b"secret-words").await);
        let own = [owned(Some(case.service.as_str()))];
        let first = kit.store.feedback(&own, None).await.unwrap();
        assert_eq!(first.len(), PAGE + 1, "one more says that there is another page");
        assert_eq!(
            first[0].said.text,
            format!("secret-words-{PAGE}"),
            "the latest stands first"
        );
        let last = &first[PAGE - 1];
        let second = kit.store.feedback(&own, Some((last.day, last.id))).await.unwrap();
        assert_eq!(second.len(), 1);
        assert_eq!(
            second[0].said,
            Feedback {
                level: 4,
                text: "secret-words-0".to_owned()
            }
        );
        for others in [
            vec![owned(Some("another"))],
            vec![Owned {
                organisation: "another".into(),
                service: None,
            }],
            Vec::new(),
        ] {
            assert_eq!(kit.store.feedback(&others, None).await.unwrap(), []);
        }
        assert_eq!(kit.store.feedback(&[owned(None)], None).await.unwrap().len(), PAGE + 1);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn feedback_is_forgotten_after_a_year_and_its_level_stays_counted() {
    on_each_engine(async |kit: Kit| {
        for days in [FEEDBACK_DAYS + 1, FEEDBACK_DAYS, 0] {
            take(&kit, today() - days.days(), &format!("{days} days ago")).await;
        }
        let forgotten = kit.store.forget_what_ran_out(at(0)).await.unwrap();
        assert_eq!(forgotten.feedback, 1);
        let left = kit.store.feedback(&[owned(None)], None).await.unwrap();
        let left: Vec<_> = left.into_iter().map(|one| one.said.text).collect();
        assert_eq!(left, ["0 days ago".to_owned(), format!("{FEEDBACK_DAYS} days ago")]);
        assert_eq!(outsider::sql(&kit, "SELECT count(*) FROM observation").await, "3");
    })
    .await;
}
