//! Answers to equality questions are kept once, counted by year, and lead to nobody.

use exemplar_core::id::{Name, ServiceId};
use exemplar_store::EqualityAnswer;
use exemplar_testkit::on_each_engine;
use uuid::Uuid;

fn answer(id: u128, year: i64, question: &str, answer: &str) -> EqualityAnswer {
    EqualityAnswer {
        id: Uuid::from_u128(id),
        organisation: "council".into(),
        service: "permit".into(),
        year,
        question: Name::from(question),
        answer: Name::from(answer),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn answers_are_kept_once_and_counted_when_their_year_is_over() {
    on_each_engine(async |kit| {
        let given = [
            answer(1, 2025, "sex", "female"),
            answer(1, 2025, "sex", "female"),
            answer(2, 2025, "sex", "female"),
            answer(3, 2025, "age_group", "from_65"),
            answer(4, 2026, "sex", "male"),
            EqualityAnswer {
                service: "other".into(),
                ..answer(5, 2025, "sex", "male")
            },
        ];
        for one in &given {
            kit.store.take_equality(one).await.unwrap();
        }
        let counts = kit
            .store
            .equality_counts(&ServiceId::from("permit"), 2026)
            .await
            .unwrap();
        let counts: Vec<_> = counts
            .iter()
            .map(|count| (count.year, count.question.as_str(), count.answer.as_str(), count.count))
            .collect();
        assert_eq!(counts, [(2025, "age_group", "from_65", 1), (2025, "sex", "female", 2)]);
    })
    .await;
}
