//! A draft that was not used for half an hour is locked, not lost.

use axum::http::StatusCode;
use exemplar_testkit::on_each_engine;

use crate::browser::{Browser, site};

const MINUTES: i64 = 60;
const BORN: &[(&str, &str)] = &[
    ("date_of_birth-day", "31"),
    ("date_of_birth-month", "3"),
    ("date_of_birth-year", "1980"),
];

#[tokio::test(flavor = "multi_thread")]
async fn a_page_that_was_posted_late_is_kept_and_shown_after_the_second_fact() {
    on_each_engine(async |kit| {
        let mut browser = Browser::new(&site(&kit, 0).await);
        browser.permit_up_to("email").await;
        let mut late = browser.later(&site(&kit, 31 * MINUTES).await);
        late.post(&[("email", "late@example.org")]).await;
        assert_eq!(late.heading(), "Check that it is you");
        assert!(!late.page.contains("LS1"), "nothing of the draft is shown");
        late.post(&[
            ("date_of_birth-day", "1"),
            ("date_of_birth-month", "3"),
            ("date_of_birth-year", "1980"),
        ])
        .await;
        assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY);
        late.post(BORN).await;
        assert_eq!(late.value("email"), "late@example.org");
        late.post(&[("email", "late@example.org")]).await;
        assert!(late.address.ends_with("/phone"), "{}", late.address);
        late.get("/example-permit/postcode").await;
        assert_eq!(late.value("postcode"), "LS1 1UR");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_that_is_used_stays_open() {
    on_each_engine(async |kit| {
        let mut browser = Browser::new(&site(&kit, 0).await);
        browser.permit_up_to("email").await;
        let mut later = browser.later(&site(&kit, 29 * MINUTES).await);
        later.get("/example-permit/email").await;
        let mut later = later.later(&site(&kit, 58 * MINUTES).await);
        later.get("/example-permit/email").await;
        assert!(later.address.ends_with("/email"), "{}", later.heading());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_with_a_name_alone_is_opened_by_the_name() {
    on_each_engine(async |kit| {
        let mut browser = Browser::new(&site(&kit, 0).await);
        browser.permit_up_to("date-of-birth").await;
        let mut late = browser.later(&site(&kit, 40 * MINUTES).await);
        late.get("/example-permit/date-of-birth").await;
        assert_eq!(late.heading(), "Check that it is you");
        late.post(&[("full_name-first", "anna"), ("full_name-last", "EXAMPLE")])
            .await;
        assert!(
            late.address.ends_with("/date-of-birth"),
            "{}: {}",
            late.address,
            late.heading()
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_confirmation_is_locked_as_well() {
    on_each_engine(async |kit| {
        let mut browser = Browser::new(&site(&kit, 0).await);
        browser.permit_up_to("check-answers").await.post(&[]).await;
        let (reference, address) = (browser.reference(), browser.address.clone());
        let mut late = browser.later(&site(&kit, 40 * MINUTES).await);
        late.get(&address).await;
        assert!(!late.page.contains(&reference) && !late.page.contains("Anna"));
        late.post(BORN).await;
        assert_eq!(late.reference(), reference);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_guesses_is_stopped_and_the_owner_is_not() {
    on_each_engine(async |kit| {
        let site = site(&kit, 40 * MINUTES).await;
        let mut browser = Browser::new(&crate::browser::site(&kit, 0).await);
        browser.permit_up_to("email").await;
        let mut thief = browser.later(&site);
        thief.peer = "198.51.100.9:1".parse().unwrap();
        let mut last = StatusCode::OK;
        for day in 1..20 {
            thief.get("/example-permit/email").await;
            let day = day.to_string();
            thief
                .post(&[
                    ("date_of_birth-day", &day),
                    ("date_of_birth-month", "1"),
                    ("date_of_birth-year", "1980"),
                ])
                .await;
            last = thief.status;
        }
        assert_eq!(last, StatusCode::TOO_MANY_REQUESTS);
        let mut owner = browser.later(&site);
        owner.get("/example-permit/email").await.post(BORN).await;
        assert!(
            owner.address.ends_with("/email") || owner.address.ends_with("/unlock"),
            "{}",
            owner.address
        );
        assert_eq!(owner.heading(), "What is your email address?");
    })
    .await;
}
