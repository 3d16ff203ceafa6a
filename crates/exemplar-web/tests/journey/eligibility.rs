//! What can I apply for: one road through the eligibility of all services, on which nothing is kept.

use exemplar_core::definition::Folder;
use exemplar_testkit::{Kit, on_each_engine};

use crate::browser::{Browser, publish_folder, service, site};

/// A service that asks for a day of birth, in its own words, and for something of its own.
fn with_eligibility(name: &str, born: &str, oldest: u32, own: &str) -> Folder {
    let mut folder = service("example-permit");
    name.clone_into(&mut folder.name);
    let text = String::from_utf8(folder.files["service.yaml"].clone()).unwrap();
    let text = text
        .replace("Apply for an example permit", name)
        .replace("questions:\n", &format!(
            "eligibility:\n  {born}:\n    ask: When were you born?\n    called: the day you were born\n    prefill: \
             person.born\n    date: {{ in: past }}\n  too_old_{own}:\n    when: age({born}) > {oldest}\n    exit: You are \
             too old for {own}\n    say: It is for people up to {oldest}.\n  {own}:\n    ask: Do you have {own}?\n    \
             called: you have {own}\n    yes_no:\n  no_{own}:\n    when: not {own}\n    exit: You need {own}\n\nquestions:\n"
        ));
    folder.files.insert("service.yaml".to_owned(), text.into_bytes());
    let examples: Vec<String> = folder
        .files
        .keys()
        .filter(|path| path.starts_with("examples/"))
        .cloned()
        .collect();
    for example in examples {
        folder.files.remove(&example);
    }
    folder
}

async fn comes(kit: &Kit) -> Browser {
    let site = site(kit, 0).await;
    publish_folder(&site.app, with_eligibility("bus-pass", "born", 60, "shoes")).await;
    publish_folder(&site.app, with_eligibility("rail-card", "day_of_birth", 30, "boots")).await;
    site.app.services.follow(&site.app.store).await.unwrap();
    let mut browser = Browser::new(&site);
    browser.get("/eligibility").await;
    browser
}

/// What stands under each heading of the list.
fn told(browser: &Browser) -> Vec<String> {
    let document = scraper::Html::parse_document(&browser.page);
    let selector = scraper::Selector::parse("main h2, main h3, main li, main h3 + p").unwrap();
    let found = document.select(&selector);
    found
        .map(|found| found.text().collect::<String>().trim().to_owned())
        .collect()
}

const BORN_1980: &[(&str, &str)] = &[("born-day", "1"), ("born-month", "2"), ("born-year", "1980")];

#[tokio::test(flavor = "multi_thread")]
async fn one_answer_serves_every_service_that_asks_the_same() {
    on_each_engine(async |kit| {
        let mut browser = comes(&kit).await;
        assert_eq!(told(&browser), ["bus-pass", "rail-card"]);
        browser.post(&[]).await;
        assert_eq!(browser.heading(), "When were you born?");
        assert!(!browser.page.contains("error-summary"), "nothing was answered yet");
        browser.post(BORN_1980).await;
        assert_eq!(browser.heading(), "Do you have shoes?");
        browser.post(&[("shoes", "yes")]).await;
        assert_eq!(
            told(&browser),
            [
                "You can apply",
                "bus-pass",
                "You cannot apply",
                "rail-card",
                "You are too old for boots"
            ]
        );
        assert!(browser.page.contains("It is for people up to 30."));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_wrong_is_said_and_what_is_not_known_can_be_answered_later() {
    on_each_engine(async |kit| {
        let mut browser = comes(&kit).await;
        browser.post(&[]).await;
        browser.post(&[("born-day", "1")]).await;
        assert_eq!(browser.status.as_u16(), 422);
        assert_eq!(browser.value("born-day"), "1");
        browser
            .post(&[("born-day", "1"), ("born-month", "2"), ("born-year", "2010")])
            .await;
        browser.post(&[("show", "yes")]).await;
        assert_eq!(told(&browser), ["We do not know yet", "bus-pass", "rail-card"]);
        browser.post(&[]).await;
        assert_eq!(browser.heading(), "Do you have shoes?");
        browser.post(&[("shoes", "no")]).await;
        assert_eq!(browser.heading(), "Do you have boots?");
        browser.post(&[("boots", "yes")]).await;
        assert_eq!(
            told(&browser),
            [
                "You can apply",
                "rail-card",
                "You cannot apply",
                "bus-pass",
                "You need shoes"
            ]
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_browser_gets_no_cookie_and_no_address_holds_an_answer() {
    on_each_engine(async |kit| {
        let mut browser = comes(&kit).await;
        browser.post(&[]).await;
        browser.post(BORN_1980).await;
        assert!(browser.has_no_cookies());
        assert!(!browser.address.contains("1980"), "{}", browser.address);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn where_no_service_tells_beforehand_the_page_says_so() {
    on_each_engine(async |kit| {
        let mut browser = Browser::new(&site(&kit, 0).await);
        browser.get("/eligibility").await;
        assert!(browser.page.contains("None of the services here"));
        browser.get("/").await;
        assert!(!browser.page.contains("/eligibility"));
    })
    .await;
}
