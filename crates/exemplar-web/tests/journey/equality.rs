//! Equality questions: offered once sent, kept without the case, shown in figures once the year is over.

use exemplar_testkit::{Kit, on_each_engine};

use crate::browser::{Browser, publish_folder, service, site};

async fn publish(kit: &Kit) {
    let mut folder = service("example-permit");
    let text = String::from_utf8(folder.files["service.yaml"].clone()).unwrap();
    let own = "equality:\n  eats:\n    ask: What do you eat?\n    one_of: { plants: Plants, all: Everything }\n";
    folder
        .files
        .insert("service.yaml".to_owned(), format!("{text}{own}").into_bytes());
    let site = site(kit, 0).await;
    publish_folder(&site.app, folder).await;
}

/// Applies, and is on the page of equality questions.
async fn applied(kit: &Kit) -> Browser {
    let mut browser = Browser::new(&site(kit, 0).await);
    browser.permit_up_to("check-answers").await;
    browser.post(&[]).await;
    assert!(browser.page.contains("Answer equality questions"), "{}", browser.page);
    let questions = browser.address.replace("/done/", "/equality/");
    browser.get(&questions).await;
    assert_eq!(browser.heading(), "Equality questions");
    browser
}

/// A year later: what the page of figures says.
async fn figures(kit: &Kit) -> Vec<String> {
    let mut browser = Browser::new(&site(kit, 366 * 24 * 3_600).await);
    browser.get("/performance/example-permit").await;
    let document = scraper::Html::parse_document(&browser.page);
    let selector = scraper::Selector::parse("section[aria-labelledby=equality] td").unwrap();
    let found = document.select(&selector);
    found
        .map(|cell| cell.text().collect::<String>().trim().to_owned())
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_chosen_is_counted_once_when_the_year_is_over() {
    on_each_engine(async |kit| {
        publish(&kit).await;
        let mut browser = applied(&kit).await;
        let questions = browser.clone();
        browser.post(&[("equality-eats", "plants")]).await;
        assert!(
            browser.page.contains("were kept apart from what you sent"),
            "{}",
            browser.page
        );
        assert!(
            !browser.page.contains("Plants"),
            "the answers to the application do not show it"
        );
        // The same form again, as by a double click.
        questions.clone().post(&[("equality-eats", "plants")]).await;
        assert_eq!(
            figures(&kit).await,
            ["withheld"; 3],
            "one person is too few to be shown"
        );
        for _ in 0..5 {
            let mut again = questions.clone();
            again.get(&questions.address).await;
            again.post(&[("equality-eats", "plants")]).await;
        }
        assert_eq!(
            figures(&kit).await,
            ["6", "0", "0"],
            "six forms, and the one that came twice counts once"
        );
        let mut now = Browser::new(&site(&kit, 0).await);
        now.get("/performance/example-permit").await;
        assert!(!now.page.contains("What do you eat?"), "the year is not over");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_has_to_be_answered_and_what_is_not_offered_is_not_kept() {
    on_each_engine(async |kit| {
        publish(&kit).await;
        let mut browser = applied(&kit).await;
        let questions = browser.clone();
        browser.post(&[]).await;
        assert_eq!(browser.heading(), "Your answers have been sent", "{}", browser.page);
        questions.clone().post(&[("equality-eats", "stones")]).await;
        assert_eq!(figures(&kit).await, [String::new(); 0]);
        let mut stranger = Browser::new(&site(&kit, 0).await);
        stranger.get("/example-permit").await;
        stranger.get(&questions.address).await;
        assert_eq!(stranger.status.as_u16(), 404);
    })
    .await;
}
