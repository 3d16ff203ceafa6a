//! Two tabs, two devices: answers to one question are both shown, answers to different ones never meet.

use axum::http::StatusCode;
use exemplar_testkit::on_each_engine;

use crate::browser::{Browser, site};

#[tokio::test(flavor = "multi_thread")]
async fn the_second_tab_is_shown_both_values_and_chooses() {
    on_each_engine(async |kit| {
        let mut first = Browser::new(&site(&kit, 0).await);
        first.permit_up_to("items").await;
        let mut second = first.clone();
        first.post(&[("items", "3")]).await;
        second.post(&[("items", "7")]).await;
        assert_eq!(second.status, StatusCode::CONFLICT);
        assert!(second.page.contains(">3<") || second.page.contains(" 3\n") || second.words("form").contains('3'));
        assert!(second.words("form").contains('7'));
        let mut keeps = second.clone();
        second.post(&[("keep", "mine")]).await;
        assert!(second.address.ends_with("/truth"), "{}", second.address);
        assert_eq!(second.get("/example-permit/items").await.value("items"), "7");
        keeps.post(&[("keep", "saved")]).await;
        assert_eq!(keeps.get("/example-permit/items").await.value("items"), "7");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn tabs_at_different_questions_do_not_disturb_each_other() {
    on_each_engine(async |kit| {
        let mut first = Browser::new(&site(&kit, 0).await);
        first.permit_up_to("items").await;
        let mut second = first.clone();
        second.get("/example-permit/phone").await;
        first.post(&[("items", "3")]).await;
        second.post(&[("phone", "01632 960 002")]).await;
        assert_eq!(second.status, StatusCode::OK);
        assert_eq!(second.get("/example-permit/items").await.value("items"), "3");
        assert_eq!(
            second.get("/example-permit/phone").await.value("phone"),
            "01632 960 002"
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn answers_that_changed_behind_check_answers_are_not_sent_unseen() {
    on_each_engine(async |kit| {
        let mut first = Browser::new(&site(&kit, 0).await);
        first.permit_up_to("check-answers").await;
        let mut second = first.clone();
        second
            .get("/example-permit/items?change")
            .await
            .post(&[("items", "9")])
            .await;
        first.post(&[]).await;
        assert_eq!(first.status, StatusCode::CONFLICT);
        assert!(first.reference().is_empty());
        assert!(!first.post(&[]).await.reference().is_empty());
    })
    .await;
}
