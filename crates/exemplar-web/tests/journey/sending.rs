//! A journey ends with one reference, however often it is sent.

use axum::http::StatusCode;
use exemplar_testkit::on_each_engine;

use crate::browser::{Browser, site};

#[tokio::test(flavor = "multi_thread")]
async fn a_whole_journey_ends_with_a_reference_and_a_copy() {
    on_each_engine(async |kit| {
        let mut browser = Browser::new(&site(&kit, 0).await);
        browser.permit_up_to("check-answers").await;
        assert!(browser.page.contains("Anna Example") && browser.page.contains("LS1 1UR"));
        browser.post(&[]).await;
        assert_eq!(browser.reference().len(), 14, "{}", browser.page);
        assert!(browser.page.contains("31 March 1980"));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn sending_twice_shows_one_reference() {
    on_each_engine(async |kit| {
        let mut browser = Browser::new(&site(&kit, 0).await);
        browser.permit_up_to("check-answers").await;
        let mut again = browser.clone();
        let (first, second) = (browser.post(&[]).await.reference(), again.post(&[]).await.reference());
        assert!(!first.is_empty());
        assert_eq!(first, second);
        assert_eq!(
            browser.get("/example-permit/items").await.reference(),
            first,
            "the back button leads there too"
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_off_the_path_is_kept_while_drafting_and_never_sent() {
    on_each_engine(async |kit| {
        let mut browser = Browser::new(&site(&kit, 0).await);
        browser.permit_up_to("check-answers").await;
        browser
            .get("/example-permit/lives-in-uk?change")
            .await
            .post(&[("lives_in_uk", "no")])
            .await;
        browser.post(&[("country", "FR")]).await;
        browser.get("/example-permit/check-answers").await;
        assert!(!browser.page.contains("LS1 1UR") && browser.page.contains("France"));
        browser
            .get("/example-permit/lives-in-uk?change")
            .await
            .post(&[("lives_in_uk", "yes")])
            .await;
        assert!(browser.page.contains("LS1 1UR"), "the postcode was kept");
        browser
            .get("/example-permit/lives-in-uk?change")
            .await
            .post(&[("lives_in_uk", "no")])
            .await;
        browser.post(&[]).await;
        assert!(!browser.reference().is_empty());
        assert!(!browser.page.contains("LS1 1UR"));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_wrong_is_said_and_what_was_typed_is_kept() {
    on_each_engine(async |kit| {
        let mut browser = Browser::new(&site(&kit, 0).await);
        browser.permit_up_to("items").await.post(&[("items", "eleven")]).await;
        assert_eq!(browser.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(browser.value("items"), "eleven");
        assert!(browser.words("title").starts_with("Error: "));
        assert_eq!(
            browser.words(".govuk-error-summary__list a"),
            "The number of items must be a number, like 1"
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_that_is_not_there_yet_leads_to_where_the_person_is() {
    on_each_engine(async |kit| {
        let mut browser = Browser::new(&site(&kit, 0).await);
        browser
            .permit_up_to("lives-in-uk")
            .await
            .get("/example-permit/items")
            .await;
        assert!(browser.address.ends_with("/lives-in-uk"), "{}", browser.address);
        browser.get("/example-permit/check-answers").await;
        assert!(browser.address.ends_with("/lives-in-uk"), "{}", browser.address);
    })
    .await;
}
