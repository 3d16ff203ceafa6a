//! "Have I done this already?": the page says the same whatever there is; the answer goes to the application's address.

use axum::http::StatusCode;
use exemplar_app::work;
use exemplar_core::definition::Folder;
use exemplar_testkit::{Kit, on_each_engine};

use crate::browser::{Browser, publish_folder, service, site};

/// The permit with the question in it.
fn asking() -> Folder {
    let mut folder = service("example-permit");
    let text = String::from_utf8(folder.files["service.yaml"].clone()).unwrap();
    let already = "already:\n  same: [full_name, date_of_birth, postcode]\n  title: Do I have a permit already?\n  \
                   found: We hold an application from you.\n  not_found: You can apply now.\n\nquestions:\n";
    let text = text.replacen("questions:\n", already, 1);
    folder.files.insert("service.yaml".to_owned(), text.into_bytes());
    folder
}

async fn ask(browser: &mut Browser, postcode: &str) {
    browser.get("/example-permit/already").await;
    let typed = [
        ("full_name-first", "ANNA"),
        ("full_name-last", "example"),
        ("date_of_birth-day", "31"),
        ("date_of_birth-month", "3"),
        ("date_of_birth-year", "1980"),
        ("postcode", postcode),
    ];
    browser.post(&typed).await;
}

/// The texts of all e-mails so far.
fn mails(kit: &Kit) -> Vec<String> {
    let folder = std::fs::read_dir(kit.data_folder().join("mail")).unwrap();
    folder
        .map(|entry| std::fs::read_to_string(entry.unwrap().path()).unwrap())
        .filter(|text| text.contains("asked whether we hold"))
        .collect()
}

async fn work_off(site: &exemplar_web::Site) {
    while work::round(&site.app, uuid::Uuid::now_v7()).await.unwrap() > 0 {}
}

#[tokio::test(flavor = "multi_thread")]
async fn who_applied_is_told_by_a_message_and_who_asks_sees_the_same_page_either_way() {
    on_each_engine(async |kit| {
        let site = site(&kit, 0).await;
        publish_folder(&site.app, asking()).await;
        site.app.services.follow(&site.app.store).await.unwrap();
        let mut applicant = Browser::new(&site);
        applicant.permit_up_to("check-answers").await;
        let mut other = Browser::new(&site);
        ask(&mut other, "LS1 1UR").await;
        work_off(&site).await;
        assert!(mails(&kit).is_empty(), "a draft is never told of");
        applicant.post(&[]).await;
        assert!(!applicant.reference().is_empty());

        ask(&mut other, "LS1 1US").await;
        work_off(&site).await;
        assert!(mails(&kit).is_empty());
        let miss = other.page.clone();
        assert!(miss.contains("You can apply now"), "{miss}");
        ask(&mut other, "ls11ur").await;
        assert_eq!(miss, other.page);
        assert!(!other.page.contains("We hold an application from you"));
        work_off(&site).await;
        let sent = mails(&kit);
        assert_eq!(sent.len(), 1);
        assert!(sent[0].contains("anna@example.org") && sent[0].contains("We hold an application from you"));
        assert!(!sent[0].contains("LS1") && !sent[0].contains("1980"));

        ask(&mut other, "LS1 1UR").await;
        work_off(&site).await;
        assert_eq!(mails(&kit).len(), 1, "one message a day");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_missing_is_said_and_too_much_asking_is_stopped() {
    on_each_engine(async |kit| {
        let site = site(&kit, 0).await;
        publish_folder(&site.app, asking()).await;
        site.app.services.follow(&site.app.store).await.unwrap();
        let mut browser = Browser::new(&site);
        browser.get("/example-permit").await;
        assert!(browser.page.contains("Do I have a permit already?"));
        ask(&mut browser, "").await;
        assert_eq!(browser.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(browser.words(".govuk-error-summary__list a"), "Enter your postcode");
        for _ in 0..10 {
            ask(&mut browser, "LS1 1UR").await;
            assert_eq!(browser.status, StatusCode::OK);
        }
        ask(&mut browser, "LS1 1UR").await;
        assert_eq!(browser.status, StatusCode::TOO_MANY_REQUESTS);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_service_that_does_not_ask_has_no_such_page() {
    on_each_engine(async |kit| {
        let mut browser = Browser::new(&site(&kit, 0).await);
        browser.get("/example-permit/already").await;
        assert_eq!(browser.status, StatusCode::NOT_FOUND);
    })
    .await;
}
