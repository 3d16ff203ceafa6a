//! The last day: around its last minute, in the service's own time zone, for each thing that can count.

use exemplar_core::definition::Folder;
use exemplar_testkit::{Kit, on_each_engine};

use crate::browser::{Browser, publish_folder, service, site};

/// An hour after the tests' time, as it is written in Tokyo.
const LAST: &str = "2026-11-23 21:40";
/// Two hours after it.
const LATER: &str = "2026-11-23 22:40";
/// The first second after the last minute.
const OVER: i64 = 3_600 + 60;

fn folder(counts: &str, extended: bool) -> Folder {
    let mut folder = service("example-permit");
    let text = String::from_utf8(folder.files["service.yaml"].clone()).unwrap();
    let more = if extended {
        format!("  extended_to: \"{LATER}\"\n  extension_law: The Act\n")
    } else {
        String::new()
    };
    let text = format!(
        "{text}time_zone: Asia/Tokyo\ndeadline:\n  name: the fair\n  last_day: \"{LAST}\"\n{more}  counts: {counts}\n  \
         before: Apply by ((deadline.last_day)).\n  after: Too late for ((deadline.name)).\n"
    );
    folder.files.insert("service.yaml".to_owned(), text.into_bytes());
    folder
}

async fn publish(kit: &Kit, counts: &str, extended: bool) {
    let site = site(kit, 0).await;
    publish_folder(&site.app, folder(counts, extended)).await;
}

/// Comes at the first moment, gives the first answer at another, sends at a third; what the confirmation says.
async fn told(kit: &Kit, came: i64, began: i64, sent: i64) -> String {
    let mut browser = Browser::new(&site(kit, came).await);
    browser.get("/example-permit").await;
    let mut browser = browser.later(&site(kit, began).await);
    browser.permit_up_to("check-answers").await;
    let sending = site(kit, sent).await;
    let mut browser = browser.later(&sending);
    browser.get("/example-permit/check-answers").await;
    if browser.heading() == "Check that it is you" {
        let born = [
            ("date_of_birth-day", "31"),
            ("date_of_birth-month", "3"),
            ("date_of_birth-year", "1980"),
        ];
        browser.post(&born).await;
        browser.get("/example-permit/check-answers").await;
    }
    let warned = browser.words(".govuk-inset-text");
    browser.post(&[]).await;
    assert!(!browser.reference().is_empty(), "{}", browser.page);
    let done = browser.page.contains("You were in time for the fair");
    assert_ne!(done, browser.page.contains("You were too late for the fair"));
    let status = browser.address.replace("/done/", "/status/");
    browser.get(&status).await;
    assert_eq!(browser.page.contains("In time"), done);
    format!("{warned} / {}", if done { "in time" } else { "too late" })
}

#[tokio::test(flavor = "multi_thread")]
async fn sending_counts_to_the_end_of_the_last_minute() {
    on_each_engine(async |kit| {
        publish(&kit, "submission", false).await;
        let in_time = told(&kit, 0, 0, OVER - 1).await;
        assert!(
            in_time.starts_with("Apply by 23 November 2026 at ") && in_time.ends_with("/ in time"),
            "{in_time}"
        );
        assert_eq!(told(&kit, 0, 0, OVER).await, "Too late for the fair. / too late");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn more_time_is_everybodys_also_of_drafts_that_were_begun_before() {
    on_each_engine(async |kit| {
        publish(&kit, "submission", false).await;
        let mut browser = Browser::new(&site(&kit, 0).await);
        browser.permit_up_to("check-answers").await;
        publish(&kit, "submission", true).await;
        let mut browser = browser.later(&site(&kit, 1_700).await);
        browser.get("/example-permit/check-answers").await;
        assert!(browser.words(".govuk-inset-text").starts_with("Apply by"));
        assert!(told(&kit, 0, 5_400, 5_460).await.ends_with("/ in time"));
        assert_eq!(told(&kit, 0, 7_200, 7_260).await, "Too late for the fair. / too late");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_first_answer_in_time_is_enough_where_it_counts() {
    on_each_engine(async |kit| {
        publish(&kit, "first_answer", false).await;
        let still = "The last day has passed, but you began in time. Send your answers and they count for the fair.";
        assert_eq!(told(&kit, 0, OVER - 1, OVER + 30).await, format!("{still} / in time"));
        assert_eq!(
            told(&kit, OVER - 1, OVER, OVER).await,
            "Too late for the fair. / too late"
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_first_page_in_time_is_enough_where_the_place_in_the_queue_counts() {
    on_each_engine(async |kit| {
        publish(&kit, "place_in_queue", false).await;
        assert!(told(&kit, OVER - 1, OVER + 30, OVER + 60).await.ends_with("/ in time"));
        assert!(told(&kit, OVER, OVER, OVER).await.ends_with("/ too late"));
    })
    .await;
}
