//! The task list: done in any order, back to the list after each task, sent only when all is complete.

use exemplar_testkit::{Kit, on_each_engine};

use crate::browser::{Browser, fixture, publish_folder, site};

const BASE: &str = "/event-grant";

async fn begun(kit: &Kit) -> Browser {
    let site = site(kit, 0).await;
    publish_folder(&site.app, fixture("event-grant")).await;
    site.app.services.follow(&site.app.store).await.unwrap();
    let mut browser = Browser::new(&site);
    browser.get(BASE).await;
    browser.get(&format!("{BASE}/in-area")).await;
    browser
}

/// Answers the page that is shown, and says where it leads.
async fn answer(browser: &mut Browser, typed: &[(&str, &str)]) -> String {
    browser.post(typed).await;
    browser.address[BASE.len()..].to_owned()
}

/// Each task on the list with its status.
fn statuses(browser: &Browser) -> Vec<String> {
    let document = scraper::Html::parse_document(&browser.page);
    let selector = |text: &str| scraper::Selector::parse(text).unwrap();
    let words = |item: scraper::ElementRef<'_>, class: &str| {
        let found = item
            .select(&selector(class))
            .next()
            .map(|found| found.text().collect::<String>());
        found
            .unwrap_or_default()
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
    };
    document
        .select(&selector(".govuk-task-list__item"))
        .map(|item| {
            let name = words(item, ".govuk-task-list__name-and-hint");
            format!("{name}: {}", words(item, ".govuk-task-list__status"))
        })
        .collect()
}

async fn about_you(browser: &mut Browser, applies_as: &str) {
    browser.get(&format!("{BASE}/full-name")).await;
    let name = [("full_name-first", "Anna"), ("full_name-last", "Example")];
    assert_eq!(answer(browser, &name).await, "/email");
    assert_eq!(answer(browser, &[("email", "anna@example.org")]).await, "/applies-as");
    assert_eq!(answer(browser, &[("applies_as", applies_as)]).await, "/tasks");
}

async fn event(browser: &mut Browser) {
    browser.get(&format!("{BASE}/event-name")).await;
    assert_eq!(answer(browser, &[("event_name", "Fair")]).await, "/event-open");
    assert_eq!(answer(browser, &[("event_open", "yes")]).await, "/event-date");
    let day = [
        ("event_date-day", "1"),
        ("event_date-month", "5"),
        ("event_date-year", "2027"),
    ];
    assert_eq!(answer(browser, &day).await, "/tasks");
}

async fn costs(browser: &mut Browser, cost: &str) {
    browser.get(&format!("{BASE}/money")).await;
    let sums = [("event_cost", cost), ("grant_wanted", "300")];
    let next = answer(browser, &sums).await;
    if next == "/other-money" {
        assert_eq!(answer(browser, &[]).await, "/tasks");
    } else {
        assert_eq!(next, "/tasks");
    }
}

async fn declaration(browser: &mut Browser) {
    browser.get(&format!("{BASE}/truth")).await;
    assert_eq!(answer(browser, &[("truth", "yes")]).await, "/tasks");
}

#[tokio::test(flavor = "multi_thread")]
async fn eligibility_stands_before_the_list() {
    on_each_engine(async |kit| {
        let mut browser = begun(&kit).await;
        browser.get(&format!("{BASE}/tasks")).await;
        assert!(browser.address.ends_with("/in-area"), "{}", browser.address);
        assert_eq!(
            browser.words("h1"),
            "Will the event be in the area of the Example Council?"
        );
        assert_eq!(answer(&mut browser, &[("in_area", "no")]).await, "/not-in-area");
        browser.get(&format!("{BASE}/in-area")).await;
        assert_eq!(answer(&mut browser, &[("in_area", "yes")]).await, "/tasks");
        assert_eq!(
            statuses(&browser),
            [
                "Tell us about you: Not yet started",
                "Tell us about the event: Not yet started",
                "Tell us what it costsComplete “Tell us about the event” first: Cannot start yet",
                "Make a declaration: Not yet started",
                "Check your answersComplete everything above first: Cannot start yet",
            ]
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn tasks_are_done_in_any_order_and_sent_together() {
    on_each_engine(async |kit| {
        let mut browser = begun(&kit).await;
        answer(&mut browser, &[("in_area", "yes")]).await;
        declaration(&mut browser).await;
        about_you(&mut browser, "myself").await;
        browser.get(&format!("{BASE}/check-answers")).await;
        assert_eq!(
            browser.words(".govuk-error-summary li"),
            "Complete “Tell us about the event”"
        );
        event(&mut browser).await;
        assert_eq!(browser.words("h1 + p"), "You have completed 3 of 4 tasks.");
        costs(&mut browser, "300").await;
        browser.get(&format!("{BASE}/check-answers")).await;
        let headings: Vec<String> = {
            let document = scraper::Html::parse_document(&browser.page);
            let selector = scraper::Selector::parse("main h2").unwrap();
            let found = document.select(&selector);
            found.map(|heading| heading.text().collect()).collect()
        };
        assert_eq!(
            headings,
            [
                "Whether you can apply",
                "Tell us about you",
                "Tell us about the event",
                "Tell us what it costs",
                "Make a declaration"
            ]
        );
        assert!(browser.page.contains(&format!("{BASE}/event-name?change")));
        browser.post(&[]).await;
        assert!(!browser.reference().is_empty(), "{}", browser.page);
        browser.get(&format!("{BASE}/tasks")).await;
        assert!(!browser.reference().is_empty(), "{}", browser.page);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_change_that_asks_for_more_leads_through_the_list() {
    on_each_engine(async |kit| {
        let mut browser = begun(&kit).await;
        answer(&mut browser, &[("in_area", "yes")]).await;
        about_you(&mut browser, "myself").await;
        event(&mut browser).await;
        costs(&mut browser, "300").await;
        declaration(&mut browser).await;
        browser.get(&format!("{BASE}/applies-as?change")).await;
        assert_eq!(answer(&mut browser, &[("applies_as", "group")]).await, "/tasks");
        assert_eq!(statuses(&browser)[1], "Tell us about your group: Not yet started");
        browser.get(&format!("{BASE}/applies-as?change")).await;
        assert_eq!(
            answer(&mut browser, &[("applies_as", "myself")]).await,
            "/check-answers"
        );
        browser.get(&format!("{BASE}/money?change")).await;
        let sums = [("event_cost", "900"), ("grant_wanted", "300")];
        assert_eq!(answer(&mut browser, &sums).await, "/other-money");
        assert_eq!(answer(&mut browser, &[]).await, "/tasks");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_exit_and_an_answer_that_no_longer_holds_are_problems() {
    on_each_engine(async |kit| {
        let mut browser = begun(&kit).await;
        answer(&mut browser, &[("in_area", "yes")]).await;
        event(&mut browser).await;
        let later = site(&kit, 400 * 24 * 3_600).await;
        let mut browser = browser.later(&later);
        browser.get(&format!("{BASE}/tasks")).await;
        if browser.heading() == "Check that it is you" {
            browser.post(&[("event_name", "Fair")]).await;
        }
        browser.get(&format!("{BASE}/tasks")).await;
        assert_eq!(statuses(&browser)[1], "Tell us about the event: There is a problem");
        assert!(browser.page.contains(&format!("href=\"{BASE}/event-date\"")));
        browser.get(&format!("{BASE}/event-open")).await;
        assert_eq!(answer(&mut browser, &[("event_open", "no")]).await, "/event-closed");
        browser.get(&format!("{BASE}/tasks")).await;
        assert_eq!(statuses(&browser)[1], "Tell us about the event: There is a problem");
        assert!(browser.page.contains(&format!("href=\"{BASE}/event-closed\"")));
        assert!(statuses(&browser)[2].ends_with("Cannot start yet"));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_of_a_task_leads_back_to_the_list_and_a_waiting_one_cannot_be_opened() {
    on_each_engine(async |kit| {
        let mut browser = begun(&kit).await;
        answer(&mut browser, &[("in_area", "yes")]).await;
        browser.get(&format!("{BASE}/full-name")).await;
        assert!(
            browser
                .page
                .contains(&format!("href=\"{BASE}/tasks\" class=\"govuk-back-link\""))
        );
        browser.get(&format!("{BASE}/money")).await;
        assert_eq!(browser.heading(), "What you need to do");
        assert!(
            browser
                .page
                .contains(&format!("href=\"{BASE}/in-area\" class=\"govuk-back-link\""))
        );
        about_you(&mut browser, "group").await;
        browser.get(&format!("{BASE}/email")).await;
        assert!(
            browser
                .page
                .contains(&format!("href=\"{BASE}/full-name\" class=\"govuk-back-link\""))
        );
        browser.get(BASE).await;
        assert!(browser.page.contains(&format!("href=\"{BASE}/tasks\" role=\"button\"")));
        browser.get("/event-grant/cy/tasks").await;
        assert_eq!(browser.heading(), "Beth sydd angen i chi ei wneud");
    })
    .await;
}
