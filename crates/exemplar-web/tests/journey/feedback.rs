//! Anybody can say what they think of a service: the level is counted, what is written is sealed and read by owners alone.

use axum::http::StatusCode;
use exemplar_core::permission::StaffRole;
use exemplar_core::record::ObservationKind;
use exemplar_testkit::on_each_engine;

use crate::browser::{Browser, publish_folder, service, site};
use crate::figures::staff;

const FEEDBACK: &str = "/example-permit/feedback";

#[tokio::test(flavor = "multi_thread")]
async fn feedback_needs_no_case_and_reaches_the_owners_alone() {
    on_each_engine(async |kit| {
        let site = site(&kit, 0).await;
        let mut browser = Browser::new(&site);
        browser.get("/example-permit").await;
        assert!(
            browser.page.contains("href=\"/example-permit/feedback\""),
            "{}",
            browser.page
        );
        browser.get(FEEDBACK).await;
        assert_eq!(browser.heading(), "Give feedback");
        browser
            .post(&[
                ("satisfaction", "2"),
                ("improve", "Use <b>larger</b> letters.\r\nPlease."),
            ])
            .await;
        assert_eq!(browser.heading(), "Thank you for your feedback");
        browser
            .get(FEEDBACK)
            .await
            .post(&[("satisfaction", "5"), ("improve", "  ")])
            .await;

        while exemplar_app::figures::count(&site.app).await.unwrap() {}
        let since = "2026-01".parse().unwrap();
        let counted = kit.store.counted(&"example-permit".into(), since).await.unwrap();
        let levels = counted.iter().filter(|one| one.kind == ObservationKind::Satisfaction);
        let levels: Vec<_> = levels.map(|one| (one.amount, one.count)).collect();
        assert_eq!(levels, [(2, 1), (5, 1)], "each level is counted once");

        let mut owner = staff(&site, "owner@example.org", StaffRole::Owner).await;
        owner.get("/staff/feedback").await;
        assert!(
            owner.page.contains("Use &#60;b&#62;larger&#60;/b&#62; letters."),
            "{}",
            owner.page
        );
        assert_eq!(
            owner.page.matches("<article>").count(),
            1,
            "what has no text is only counted"
        );
        assert!(owner.page.contains("23 November 2026: Dissatisfied"), "{}", owner.page);
        for role in [StaffRole::Caseworker, StaffRole::Manager, StaffRole::Administrator] {
            let mut other = staff(&site, &format!("{role:?}@example.org"), role).await;
            assert_eq!(
                other.get("/staff/feedback").await.status,
                StatusCode::NOT_FOUND,
                "{role:?}"
            );
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn owners_of_another_organisation_read_nothing() {
    on_each_engine(async |kit| {
        let site = site(&kit, 0).await;
        publish_folder(&site.app, service("register-to-vote")).await;
        site.app.services.follow(&site.app.store).await.unwrap();
        let mut browser = Browser::new(&site);
        browser.get("/register-to-vote/cy/feedback").await;
        assert_eq!(browser.heading(), "Rhoi adborth");
        browser.post(&[("satisfaction", "4"), ("improve", "Da iawn.")]).await;
        assert_eq!(browser.heading(), "Diolch am eich adborth");
        let mut owner = staff(&site, "owner@example.org", StaffRole::Owner).await;
        owner.get("/staff/feedback").await;
        assert_eq!(owner.status, StatusCode::OK);
        assert!(!owner.page.contains("Da iawn"), "{}", owner.page);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_wrong_is_said_and_what_was_typed_is_kept() {
    on_each_engine(async |kit| {
        let site = site(&kit, 0).await;
        let mut browser = Browser::new(&site);
        let long = format!("Too much{}", ".".repeat(1_200));
        browser.get(FEEDBACK).await.post(&[("improve", &long)]).await;
        assert_eq!(browser.status, StatusCode::UNPROCESSABLE_ENTITY);
        let summary = browser.words(".govuk-error-summary");
        assert!(
            summary.contains("Select how satisfied you are with this service"),
            "{summary}"
        );
        assert!(summary.contains("must be 1,200 characters or fewer"), "{summary}");
        assert!(browser.page.contains("<title>Error: ") && browser.page.contains(&long));
        for anchor in ["satisfaction", "improve"] {
            assert!(browser.page.contains(&format!("href=\"#{anchor}\"")), "{anchor}");
            assert!(browser.page.contains(&format!("id=\"{anchor}\"")), "{anchor}");
        }
        let fields = [("satisfaction".to_owned(), "1".to_owned())];
        browser.post_to(FEEDBACK, &fields).await;
        assert_eq!(
            browser.status,
            StatusCode::FORBIDDEN,
            "the token of the session is needed"
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn one_caller_gives_feedback_only_so_often() {
    on_each_engine(async |kit| {
        let site = site(&kit, 0).await;
        let mut browser = Browser::new(&site);
        browser.get(FEEDBACK).await;
        let form = browser.clone();
        for _ in 0..exemplar_app::feedback::GIVEN_BY_CALLER {
            browser = form.clone();
            browser.post_only(&[("satisfaction", "1")]).await;
            assert_eq!(browser.status, StatusCode::SEE_OTHER);
        }
        browser = form.clone();
        browser.post_only(&[("satisfaction", "1")]).await;
        assert_eq!(browser.status, StatusCode::TOO_MANY_REQUESTS);
        let mut other = form.clone();
        other.peer = "192.0.2.8:4000".parse().unwrap();
        other.post_only(&[("satisfaction", "1")]).await;
        assert_eq!(
            other.status,
            StatusCode::SEE_OTHER,
            "another caller has a count of their own"
        );
    })
    .await;
}
