//! Answers that repeat: rows are added, changed and removed one page at a time, and sent as they are shown.

use axum::http::StatusCode;
use exemplar_testkit::{Kit, on_each_engine};

use crate::browser::{Browser, fixture, publish_folder, site};

const AT: &str = "/childminding";

/// A browser that has come to the jobs, with so many children named.
async fn at_the_jobs(kit: &Kit, children: u8) -> Browser {
    let at = site(kit, 0).await;
    publish_folder(&at.app, fixture("childminding")).await;
    at.app.services.follow(&at.app.store).await.unwrap();
    let mut browser = Browser::new(&at);
    browser.get(AT).await.get(&format!("{AT}/full-name")).await;
    browser
        .post(&[("full_name-first", "Anna"), ("full_name-last", "Example")])
        .await;
    browser.post(&[("email", "anna@example.org")]).await;
    browser.post(&[("children", &children.to_string())]).await;
    for n in 1..=children {
        assert_eq!(
            browser.heading(),
            format!("Child {n}{}", of(children)),
            "{}",
            browser.address
        );
        browser.post(&child(n)).await;
        assert!(browser.address.ends_with("/names-of-children"), "{}", browser.address);
        browser.post(&[]).await;
    }
    assert!(browser.address.ends_with("/jobs"), "{}", browser.address);
    browser
}

fn of(children: u8) -> String {
    if children > 1 {
        format!(" of {children}")
    } else {
        String::new()
    }
}

fn child(n: u8) -> [(&'static str, &'static str); 5] {
    let first = if n == 1 { "Idris" } else { "Leila" };
    [
        ("child_name-first", first),
        ("child_name-last", "Example"),
        ("born-day", "1"),
        ("born-month", "2"),
        ("born-year", "2024"),
    ]
}

/// Answers the pages of a job from the first on.
async fn job(browser: &mut Browser, employer: &str, works_there: &str) {
    browser.post(&[("employer", employer)]).await;
    browser.post(&[("works_there", works_there)]).await;
    let day = |name: &str, day: &str| {
        [("day", day), ("month", "3"), ("year", "2020")]
            .map(|(part, value)| (format!("{name}-{part}"), value.to_owned()))
    };
    for (name, at) in [("first_day", "2"), ("last_day", "9")] {
        if browser.address.contains(&name.replace('_', "-")) {
            let fields = day(name, at);
            let fields: Vec<_> = fields.iter().map(|(name, value)| (&**name, &**value)).collect();
            browser.post(&fields).await;
        }
    }
    assert!(
        browser.address.contains("/pay"),
        "{}: {}",
        browser.address,
        browser.heading()
    );
    browser.post(&[("pay", "120")]).await;
}

async fn add(browser: &mut Browser, employer: &str, works_there: &str) {
    browser.post(&[("jobs", "yes")]).await;
    assert!(browser.address.contains("/employer"), "{}", browser.address);
    job(browser, employer, works_there).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn rows_are_added_changed_removed_and_sent() {
    on_each_engine(async |kit| {
        let mut browser = at_the_jobs(&kit, 2).await;
        assert_eq!(browser.heading(), "You have not added any jobs");
        browser.post(&[]).await;
        assert_eq!(browser.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(
            browser.words(".govuk-error-summary a"),
            "Select yes if you need to add another job"
        );
        add(&mut browser, "Library", "yes").await;
        assert_eq!(browser.heading(), "You have added 1 job");
        add(&mut browser, "Corner Café", "no").await;
        assert_eq!(browser.heading(), "You have added 2 jobs");
        add(&mut browser, "Wrong & Co", "yes").await;
        let removed = format!("{AT}/jobs/3/remove");
        browser.get(&removed).await;
        assert_eq!(browser.heading(), "Are you sure you want to remove Job 3, Wrong & Co?");
        browser.post(&[]).await;
        assert_eq!(browser.status, StatusCode::UNPROCESSABLE_ENTITY);
        browser.post(&[("jobs", "yes")]).await;
        assert_eq!(browser.heading(), "You have added 2 jobs");
        browser.get(&removed).await;
        assert!(browser.address.ends_with("/jobs"), "it is gone");
        browser.post(&[("jobs", "no")]).await;
        assert!(browser.address.ends_with("/truth"), "{}", browser.address);
        browser.post(&[("truth", "yes")]).await;
        assert!(browser.address.ends_with("/check-answers"));
        for shown in [
            "Job 1, Library",
            "Job 2, Corner Café",
            "Child 2, Leila Example",
            "9 March 2020",
        ] {
            assert!(browser.page.contains(shown), "{shown}");
        }
        assert!(!browser.page.contains("Wrong"));
        browser.get(&format!("{AT}/jobs/2/works-there?change")).await;
        browser.post(&[("works_there", "yes")]).await;
        assert!(browser.address.ends_with("/check-answers"), "{}", browser.address);
        assert!(!browser.page.contains("9 March 2020"), "off the path of its row");
        browser.post(&[]).await;
        assert_eq!(browser.heading(), "Your answers have been sent");
        assert!(
            browser.page.contains("<li>Library, where you work now</li>"),
            "{}",
            browser.page
        );
        assert!(browser.page.contains("Job 2, Corner Café"));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_change_from_check_answers_asks_only_what_it_left_open() {
    on_each_engine(async |kit| {
        let mut browser = at_the_jobs(&kit, 0).await;
        add(&mut browser, "Library", "yes").await;
        browser.post(&[("jobs", "no")]).await;
        browser.post(&[("truth", "yes")]).await;
        browser.get(&format!("{AT}/jobs/1/works-there?change")).await;
        browser.post(&[("works_there", "no")]).await;
        assert!(
            browser.address.ends_with("/jobs/1/last-day?change"),
            "{}",
            browser.address
        );
        browser
            .post(&[
                ("last_day-day", "1"),
                ("last_day-month", "3"),
                ("last_day-year", "2020"),
            ])
            .await;
        assert_eq!(
            browser.words(".govuk-error-summary a"),
            "The day on which you stopped must be after the day on which you began"
        );
        browser
            .post(&[
                ("last_day-day", "3"),
                ("last_day-month", "3"),
                ("last_day-year", "2020"),
            ])
            .await;
        assert!(browser.address.ends_with("/check-answers"), "{}", browser.address);
        // Another one is added from check answers: through its pages, the list, and back.
        browser.get(&format!("{AT}/jobs?change")).await;
        add(&mut browser, "Café", "yes").await;
        assert!(browser.address.ends_with("/jobs?change"), "{}", browser.address);
        browser.post(&[("jobs", "no")]).await;
        assert!(browser.address.ends_with("/check-answers"), "{}", browser.address);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn at_the_most_nothing_more_is_asked() {
    on_each_engine(async |kit| {
        let mut browser = at_the_jobs(&kit, 0).await;
        for employer in ["A", "B", "C", "D"] {
            add(&mut browser, employer, "yes").await;
        }
        assert!(browser.page.contains("You cannot add more: 4 is the most."));
        assert_eq!(browser.words("form legend"), "");
        browser.get(&format!("{AT}/jobs/5/employer")).await;
        assert!(browser.address.ends_with("/jobs"), "{}", browser.address);
        browser.post(&[]).await;
        assert!(browser.address.ends_with("/truth"), "{}", browser.address);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_unfinished_row_is_kept_and_asked_for() {
    on_each_engine(async |kit| {
        let mut browser = at_the_jobs(&kit, 0).await;
        browser.post(&[("jobs", "yes")]).await;
        browser.post(&[("employer", "Library")]).await;
        browser.get(&format!("{AT}/jobs")).await;
        assert!(browser.page.contains("Not finished"));
        browser.post(&[("jobs", "no")]).await;
        assert_eq!(browser.words(".govuk-error-summary a"), "Finish job 1, or remove it");
        browser.get(&format!("{AT}/jobs/1/pay")).await;
        assert!(browser.address.ends_with("/jobs"), "its page is not on the path yet");
        browser.get(&format!("{AT}/cy/jobs/1/works-there")).await;
        assert_eq!(browser.heading(), "Ydych chi’n dal i weithio i Library?");
        assert!(
            browser.page.contains(&format!("{AT}/jobs/1/works-there")),
            "the other language is the same page"
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn two_tabs_on_the_same_rows_see_each_other() {
    on_each_engine(async |kit| {
        let mut first = at_the_jobs(&kit, 0).await;
        first.post(&[("jobs", "yes")]).await;
        let mut second = first.clone();
        first.post(&[("employer", "Library")]).await;
        second.post(&[("employer", "Café")]).await;
        assert_eq!(second.status, StatusCode::CONFLICT);
        let words = second.words("form");
        assert!(words.contains("Library") && words.contains("Café"), "{words}");
        second.post(&[("keep", "mine")]).await;
        second.get(&format!("{AT}/jobs/1/employer")).await;
        assert_eq!(second.value("employer"), "Café");
        // Twice the same is no conflict.
        let mut again = second.clone();
        second.post(&[("employer", "Café")]).await;
        again.post(&[("employer", "Café")]).await;
        assert_eq!(again.status, StatusCode::OK);
        // The list and the removal show what is stored now.
        second.get(&format!("{AT}/jobs/1/remove")).await;
        again
            .get(&format!("{AT}/jobs/1/employer"))
            .await
            .post(&[("employer", "Other")])
            .await;
        second.post(&[("jobs", "yes")]).await;
        assert_eq!(second.status, StatusCode::CONFLICT);
        assert!(second.page.contains("This list was changed while your page was open"));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_child_is_not_named_twice() {
    on_each_engine(async |kit| {
        let mut browser = at_the_jobs(&kit, 2).await;
        browser.get(&format!("{AT}/names-of-children/2/child-name")).await;
        browser.post(&child(1)).await;
        assert_eq!(browser.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(
            browser.words(".govuk-error-summary a"),
            "You have already given this answer for another child"
        );
        browser
            .get(&format!("{AT}/children"))
            .await
            .post(&[("children", "1")])
            .await;
        browser.get(&format!("{AT}/names-of-children")).await;
        browser.post(&[]).await;
        assert_eq!(
            browser.words(".govuk-error-summary a"),
            "Add or remove some until there is 1 child"
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_of_a_row_that_was_posted_late_is_kept() {
    on_each_engine(async |kit| {
        let mut browser = at_the_jobs(&kit, 0).await;
        browser.post(&[("jobs", "yes")]).await;
        let mut late = browser.later(&site(&kit, 31 * 60).await);
        late.post(&[("employer", "Library")]).await;
        assert_eq!(late.heading(), "Check that it is you");
        late.post(&[("full_name-first", "Anna"), ("full_name-last", "Example")])
            .await;
        assert_eq!(late.value("employer"), "Library");
        late.post(&[("employer", "Library")]).await;
        assert!(late.address.ends_with("/jobs/1/works-there"), "{}", late.address);
    })
    .await;
}
