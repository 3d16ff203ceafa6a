//! Opening and closing: nobody begins while a service is closed, and whoever began before can finish.

use exemplar_core::definition::Folder;
use exemplar_testkit::{Kit, on_each_engine};

use crate::browser::{Browser, publish_folder, service, site};

/// The tests' time is 11:40 on that day; it opens an hour later and closes two hours later.
const OPENING: &str =
    "opening:\n  from: \"2026-11-23 21:40\"\n  to: \"2026-11-23 22:40\"\n  closed_says: This round is over.\n";
const OPENS: i64 = 3_600;
const CLOSED: i64 = 7_200 + 60;

fn folder(more: &str) -> Folder {
    let mut folder = service("example-permit");
    let text = String::from_utf8(folder.files["service.yaml"].clone()).unwrap();
    let text = format!("{text}time_zone: Asia/Tokyo\n{OPENING}{more}");
    folder.files.insert("service.yaml".to_owned(), text.into_bytes());
    folder
}

async fn publish(kit: &Kit, more: &str) {
    let site = site(kit, 0).await;
    publish_folder(&site.app, folder(more)).await;
}

async fn comes(kit: &Kit, seconds: i64) -> Browser {
    let mut browser = Browser::new(&site(kit, seconds).await);
    browser.get("/example-permit").await;
    browser
}

/// Whether the start page offers to begin, and what it says while it does not.
fn start(browser: &Browser) -> (bool, String) {
    (
        browser.page.contains("govuk-button--start"),
        browser
            .words(".govuk-inset-text")
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" "),
    )
}

const NAME: &[(&str, &str)] = &[("full_name-first", "Anna"), ("full_name-last", "Example")];

#[tokio::test(flavor = "multi_thread")]
async fn the_start_page_says_when_it_opens_and_that_it_is_over() {
    on_each_engine(async |kit| {
        publish(&kit, "").await;
        let (offers, says) = start(&comes(&kit, OPENS - 1).await);
        assert!(
            !offers && says.starts_with("This round is over. It opens on 23 November 2026 at "),
            "{says}"
        );
        assert_eq!(start(&comes(&kit, OPENS).await), (true, String::new()));
        assert_eq!(start(&comes(&kit, CLOSED - 1).await), (true, String::new()));
        assert_eq!(
            start(&comes(&kit, CLOSED).await),
            (false, "This round is over.".to_owned())
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_gives_a_first_answer_while_it_is_closed() {
    on_each_engine(async |kit| {
        publish(&kit, "").await;
        let mut browser = comes(&kit, OPENS).await;
        browser.get("/example-permit/full-name").await;
        let mut late = browser.later(&site(&kit, CLOSED).await);
        late.post(NAME).await;
        assert!(late.address.ends_with("/example-permit"), "{}", late.address);
        late.get("/example-permit/full-name").await;
        assert!(late.address.ends_with("/example-permit"), "{}", late.address);
        late.get("/example-permit/date-of-birth").await;
        assert!(
            late.address.ends_with("/example-permit"),
            "nothing was kept: {}",
            late.address
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_began_before_it_closed_can_finish_and_send() {
    on_each_engine(async |kit| {
        publish(&kit, "").await;
        let mut browser = comes(&kit, CLOSED - 60).await;
        browser.permit_up_to("check-answers").await;
        let mut late = browser.later(&site(&kit, CLOSED).await);
        late.get("/example-permit").await;
        let says = late.words(".govuk-inset-text");
        assert!(says.contains("You began before it closed"), "{says}");
        assert!(!late.page.contains("action=\"/example-permit/start\""));
        late.get("/example-permit/check-answers").await;
        late.post(&[]).await;
        assert!(!late.reference().is_empty(), "{}", late.page);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_place_in_the_queue_counts_where_the_deadline_says_so() {
    on_each_engine(async |kit| {
        let deadline = "deadline: { name: the fair, last_day: \"2026-11-23 22:40\", counts: place_in_queue }\n";
        publish(&kit, deadline).await;
        let mut browser = comes(&kit, CLOSED - 60).await;
        browser.get("/example-permit/full-name").await;
        let mut late = browser.later(&site(&kit, CLOSED).await);
        late.post(NAME).await;
        assert!(late.address.ends_with("/date-of-birth"), "{}", late.address);
        let mut later = comes(&kit, CLOSED).await;
        later.get("/example-permit/full-name").await;
        assert!(later.address.ends_with("/example-permit"), "{}", later.address);
    })
    .await;
}
