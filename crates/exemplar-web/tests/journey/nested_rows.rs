//! Rows within rows: added, changed and removed one page at a time, back to where the person came from, and sent as they
//! are shown.

use std::path::Path;

use axum::http::StatusCode;
use exemplar_app::services::read_folder;
use exemplar_testkit::{Kit, on_each_engine};

use crate::browser::{Browser, publish_folder, site};

const AT: &str = "/employments";

/// A browser that has come to the first job.
async fn at_the_first_job(kit: &Kit) -> Browser {
    let at = site(kit, 0).await;
    let place = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/e2e/material/nested/employments");
    publish_folder(&at.app, read_folder(&place).unwrap()).await;
    at.app.services.follow(&at.app.store).await.unwrap();
    let mut browser = Browser::new(&at);
    browser.get(AT).await.get(&format!("{AT}/full-name")).await;
    browser.post(&[("full_name", "Anna Example")]).await;
    assert_eq!(path(&browser), "employments/1/employer");
    browser
}

/// The address behind that of the service.
fn path(browser: &Browser) -> String {
    let behind = browser.address.strip_prefix(&format!("{AT}/"));
    behind.unwrap_or(&browser.address).to_owned()
}

async fn period(browser: &mut Browser, day: &str, amount: &str) {
    let first_day = [
        ("first_day-day", day),
        ("first_day-month", "3"),
        ("first_day-year", "2020"),
    ];
    browser.post(&first_day).await;
    assert!(path(browser).contains("/amount"), "{}", path(browser));
    browser.post(&[("amount", amount)]).await;
}

/// A job that was paid in two parts, up to its colleagues.
async fn job(browser: &mut Browser, employer: &str) {
    browser.post(&[("employer", employer)]).await;
    browser.post(&[("in_parts", "yes")]).await;
    period(browser, "1", "100").await;
    browser.post(&[("periods", "yes")]).await;
    period(browser, "2", "20.50").await;
}

/// Two jobs of two periods each, and check answers.
async fn at_check_answers(kit: &Kit) -> Browser {
    let mut browser = at_the_first_job(kit).await;
    for (employer, more) in [("Library", "yes"), ("Café", "no")] {
        job(&mut browser, employer).await;
        browser.post(&[]).await;
        browser.post(&[("colleagues", "no")]).await;
        browser.post(&[("employments", more)]).await;
    }
    assert_eq!(path(&browser), "check-answers");
    browser
}

#[tokio::test(flavor = "multi_thread")]
async fn a_row_is_gone_through_with_the_rows_that_it_holds() {
    on_each_engine(async |kit| {
        let mut browser = at_the_first_job(&kit).await;
        browser.post(&[("employer", "Library")]).await;
        browser.post(&[("in_parts", "yes")]).await;
        assert_eq!(path(&browser), "employments/1/periods/1/first-day", "one is needed");
        assert_eq!(browser.words(".govuk-caption-l"), "Job 1, Pay period 1");
        assert_eq!(
            browser.link(".govuk-back-link"),
            Some(format!("{AT}/employments/1/in-parts"))
        );
        period(&mut browser, "1", "100").await;
        assert_eq!(path(&browser), "employments/1/periods");
        assert_eq!(browser.words(".govuk-caption-l"), "Job 1");
        assert_eq!(browser.heading(), "You have added 1 pay period");
        assert_eq!(
            browser.link(".govuk-back-link"),
            Some(format!("{AT}/employments/1/in-parts"))
        );
        browser.post(&[]).await;
        assert_eq!(browser.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(
            browser.words(".govuk-error-summary a"),
            "Select yes if you need to add another pay period"
        );
        browser.post(&[("periods", "yes")]).await;
        assert_eq!(path(&browser), "employments/1/periods/2/first-day");
        assert_eq!(
            browser.link(".govuk-back-link"),
            Some(format!("{AT}/employments/1/periods"))
        );
        let twice = [
            ("first_day-day", "1"),
            ("first_day-month", "3"),
            ("first_day-year", "2020"),
        ];
        browser.post(&twice).await;
        assert_eq!(
            browser.words(".govuk-error-summary a"),
            "You have already given this answer for another pay period"
        );
        period(&mut browser, "2", "20.50").await;
        assert!(
            browser.page.contains("You cannot add more: 2 is the most"),
            "{}",
            browser.page
        );
        browser.post(&[]).await;
        assert_eq!(path(&browser), "employments/1/colleagues", "not much was paid");
        assert_eq!(browser.heading(), "You have not added any colleagues");
        browser.post(&[("colleagues", "yes")]).await;
        assert_eq!(browser.heading(), "Job 1, Colleague 1", "both questions stand together");
        browser.post(&[("colleague", "Leila"), ("room", "3")]).await;
        assert_eq!(path(&browser), "employments/1/colleagues");
        browser.post(&[("colleagues", "no")]).await;
        assert_eq!(path(&browser), "employments");
        assert_eq!(browser.heading(), "You have added 1 job");
        browser.post(&[("employments", "no")]).await;
        assert_eq!(path(&browser), "check-answers");
        for shown in [
            "Job 1, Library",
            "Job 1, Pay period 2, 2 March 2020",
            "Job 1, Colleague 1, Leila",
            "£120.50",
        ] {
            assert!(browser.page.contains(shown), "{shown}: {}", browser.page);
        }
        browser.post(&[]).await;
        assert_eq!(browser.heading(), "Your answers have been sent");
        assert!(
            browser
                .page
                .contains("<li>Library, £100 from 1 March 2020, £20.50 from 2 March 2020</li>"),
            "{}",
            browser.page
        );
        assert!(browser.page.contains("Job 1, Pay period 2, 2 March 2020"));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_change_in_a_row_of_a_row_leads_back_to_check_answers() {
    on_each_engine(async |kit| {
        let mut browser = at_check_answers(&kit).await;
        let change = format!("{AT}/employments/2/periods/1/amount?change");
        assert!(browser.page.contains(&change), "{}", browser.page);
        browser.get(&change).await;
        assert_eq!(browser.words(".govuk-caption-l"), "Job 2, Pay period 1");
        assert_eq!(browser.link(".govuk-back-link"), Some(format!("{AT}/check-answers")));
        browser.post(&[("amount", "90")]).await;
        assert_eq!(path(&browser), "check-answers");
        assert!(browser.page.contains("£231"), "{}", browser.page);
        // An answer that opens another one in the row around.
        browser.get(&change).await.post(&[("amount", "2000")]).await;
        assert_eq!(path(&browser), "employments/2/periods?change");
        browser.post(&[]).await;
        assert_eq!(path(&browser), "employments/2/why-so-much?change");
        browser.post(&[("why_so_much", "Overtime")]).await;
        assert_eq!(path(&browser), "check-answers");
        // The list itself: one is removed, another added.
        browser.get(&format!("{AT}/employments/1/periods?change")).await;
        assert_eq!(browser.link(".govuk-back-link"), Some(format!("{AT}/check-answers")));
        let remove = format!("{AT}/employments/1/periods/1/remove?parts");
        assert!(browser.page.contains(&remove), "{}", browser.page);
        browser.get(&remove).await;
        assert_eq!(
            browser.heading(),
            "Are you sure you want to remove Job 1, Pay period 1, 1 March 2020?"
        );
        browser.post(&[]).await;
        assert_eq!(browser.status, StatusCode::UNPROCESSABLE_ENTITY);
        browser.post(&[("periods", "no")]).await;
        assert_eq!(browser.heading(), "You have added 2 pay periods");
        browser.get(&remove).await.post(&[("periods", "yes")]).await;
        assert_eq!(path(&browser), "employments/1/periods?change");
        assert_eq!(browser.heading(), "You have added 1 pay period");
        browser.get(&remove).await;
        assert_eq!(path(&browser), "employments/1/periods", "it is gone");
        browser.get(&format!("{AT}/employments/1/periods?change")).await;
        browser.post(&[("periods", "yes")]).await;
        assert_eq!(path(&browser), "employments/1/periods/3/first-day?parts");
        period(&mut browser, "9", "1").await;
        assert_eq!(path(&browser), "employments/1/periods?change");
        browser.post(&[]).await;
        assert_eq!(path(&browser), "check-answers");
        assert!(browser.page.contains("Job 1, Pay period 2, 9 March 2020"));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_row_that_is_gone_through_again_leads_back_to_the_list_and_on() {
    on_each_engine(async |kit| {
        let mut browser = at_check_answers(&kit).await;
        browser.get(&format!("{AT}/employments?change")).await;
        browser.get(&format!("{AT}/employments/1/employer?rows")).await;
        browser.post(&[("employer", "Museum")]).await;
        browser.post(&[("in_parts", "yes")]).await;
        assert_eq!(path(&browser), "employments/1/periods?rows");
        browser
            .get(&format!("{AT}/employments/1/periods/1/first-day?rows"))
            .await;
        period(&mut browser, "4", "7").await;
        assert_eq!(path(&browser), "employments/1/periods?rows");
        browser.post(&[]).await;
        assert_eq!(path(&browser), "employments/1/colleagues?rows");
        browser.post(&[("colleagues", "no")]).await;
        assert_eq!(path(&browser), "employments?change");
        browser.post(&[("employments", "no")]).await;
        assert_eq!(path(&browser), "check-answers");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_not_there_leads_to_the_nearest_list() {
    on_each_engine(async |kit| {
        let mut browser = at_check_answers(&kit).await;
        for (address, leads_to) in [
            ("employments/1/periods/7/amount", "employments/1/periods"),
            ("employments/1/periods/1/nothing", "employments/1/periods"),
            ("employments/1/periods/x/amount", "employments/1/periods"),
            ("employments/1/employer/1/amount", "employments"),
            ("employments/9/periods/1/amount", "employments"),
            ("employments/1/periods/1/remove/x/y", ""),
        ] {
            browser.get(&format!("{AT}/{address}")).await;
            if leads_to.is_empty() {
                assert_eq!(browser.status, StatusCode::NOT_FOUND, "{address}");
            } else {
                assert_eq!(path(&browser), leads_to, "{address}");
            }
        }
        browser.get(&format!("{AT}/employments/1/in-parts?change")).await;
        browser.post(&[("in_parts", "no")]).await;
        assert_eq!(path(&browser), "check-answers");
        assert!(!browser.page.contains("Job 1, Pay period"), "they are off the path");
        browser.get(&format!("{AT}/employments/1/periods/1/amount")).await;
        assert_eq!(path(&browser), "employments");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn two_windows_on_one_row_of_a_row_show_both_answers() {
    on_each_engine(async |kit| {
        let mut first = at_check_answers(&kit).await;
        let page = format!("{AT}/employments/1/periods/1/amount");
        first.get(&page).await;
        let mut second = first.clone();
        first.post(&[("amount", "5")]).await;
        second.post_only(&[("amount", "6")]).await;
        assert_eq!(second.status, StatusCode::CONFLICT);
        assert!(
            second.page.contains("£5") && second.page.contains("£6"),
            "{}",
            second.page
        );
        assert_eq!(second.form().0, page);
        second.post(&[("keep", "mine"), ("amount", "6")]).await;
        assert_eq!(path(&second), "employments/1/periods");
        first.get(&page).await;
        assert_eq!(first.value("amount"), "6");
        let mut third = first.clone();
        first.get(&format!("{AT}/employments/1/periods/1/remove")).await;
        first.post(&[("periods", "yes")]).await;
        third.post(&[("amount", "8")]).await;
        assert_eq!(path(&third), "employments/1/periods", "what is gone is not added again");
        assert_eq!(third.heading(), "You have added 1 pay period");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_of_a_row_of_a_row_that_was_posted_late_is_kept() {
    on_each_engine(async |kit| {
        let browser = {
            let mut browser = at_check_answers(&kit).await;
            browser.get(&format!("{AT}/employments/1/periods/1/amount")).await;
            browser
        };
        let mut late = browser.later(&site(&kit, 31 * 60).await);
        late.post(&[("amount", "77")]).await;
        assert_eq!(late.heading(), "Check that it is you");
        late.post(&[("full_name", "Anna Example")]).await;
        assert_eq!(late.value("amount"), "77");
        late.post(&[("amount", "77")]).await;
        assert_eq!(path(&late), "employments/1/periods");
    })
    .await;
}
