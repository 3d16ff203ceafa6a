//! Save and come back later, on another device, by code and by link.

use exemplar_app::work;
use exemplar_testkit::on_each_engine;

use crate::browser::{Browser, site};

const BORN: &[(&str, &str)] = &[
    ("date_of_birth-day", "31"),
    ("date_of_birth-month", "3"),
    ("date_of_birth-year", "1980"),
];

#[tokio::test(flavor = "multi_thread")]
async fn a_second_browser_comes_back_by_code_and_second_fact() {
    on_each_engine(async |kit| {
        let site = site(&kit, 0).await;
        let mut browser = Browser::new(&site);
        browser.permit_up_to("email").await.get("/example-permit/save").await;
        let code = browser.words(".app-code");
        let mut other = Browser::new(&site);
        other.get("/example-permit").await.get("/example-permit/return").await;
        other.post(&[("code", &code.to_lowercase().replace('-', " "))]).await;
        assert!(!other.page.contains("Anna"));
        other.post(BORN).await;
        assert!(
            other.address.ends_with("/email"),
            "{}: {}",
            other.address,
            other.heading()
        );
        other.get("/example-permit/full-name").await;
        assert_eq!(other.value("full_name-first"), "Anna");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_code_alone_opens_nothing() {
    on_each_engine(async |kit| {
        let site = site(&kit, 0).await;
        let mut browser = Browser::new(&site);
        browser.permit_up_to("email").await.get("/example-permit/save").await;
        let code = browser.words(".app-code");
        let mut other = Browser::new(&site);
        other.get("/example-permit").await.get("/example-permit/return").await;
        other.post(&[("code", &code)]).await;
        other.get("/example-permit/full-name").await;
        assert_eq!(other.heading(), "Check that it is you");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_outlives_three_looks_and_works_once() {
    on_each_engine(async |kit| {
        let site = site(&kit, 0).await;
        let mut browser = Browser::new(&site);
        browser.permit_up_to("email").await.get("/example-permit/save").await;
        browser.post(&[("email", "anna@example.org")]).await;
        work::round(&site.app, uuid::Uuid::now_v7()).await.unwrap();
        // Tests on PostgreSQL share the folder.
        let mut mails = std::fs::read_dir(kit.data_folder().join("mail")).unwrap();
        let text = mails
            .find_map(|mail| {
                let text = std::fs::read_to_string(mail.unwrap().path()).unwrap();
                text.replace("=\r\n", "").contains("/return/").then_some(text)
            })
            .unwrap();
        assert!(
            !text.contains("Anna") && !text.contains("LS1"),
            "an address that is not confirmed gets no answer"
        );
        let unfolded = text.replace("=\r\n", "");
        let link = unfolded.split("https://services.example.org").nth(1).unwrap();
        let link = link.split_whitespace().next().unwrap().to_owned();
        let mut other = Browser::new(&site);
        for _ in 0..3 {
            other.get(&link).await;
            assert_eq!(other.heading(), "Go back to your answers");
        }
        other.post(&[]).await.post(BORN).await;
        assert!(
            other.address.ends_with("/email"),
            "{}: {}",
            other.address,
            other.heading()
        );
        other.get(&link).await;
        assert_eq!(other.heading(), "This link no longer works");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn leaving_ends_every_session_and_keeps_every_answer() {
    on_each_engine(async |kit| {
        let site = site(&kit, 0).await;
        let mut browser = Browser::new(&site);
        browser.permit_up_to("email").await.get("/example-permit/save").await;
        let code = browser.words(".app-code");
        let mut copied = browser.clone();
        browser.get("/example-permit/leave").await.post(&[]).await;
        copied.get("/example-permit/full-name").await;
        assert_eq!(
            copied.heading(),
            "Apply for an example permit",
            "a cookie from before opens nothing"
        );
        browser
            .get("/example-permit/return")
            .await
            .post(&[("code", &code)])
            .await
            .post(BORN)
            .await;
        assert!(
            browser.address.ends_with("/email"),
            "{}: {}",
            browser.address,
            browser.heading()
        );
    })
    .await;
}
