//! Who gave an address to come back with is reminded once, before the draft is erased, in their language.

use std::sync::Arc;

use exemplar_app::work;
use exemplar_testkit::{Draft, Kit, on_each_engine};
use exemplar_web::Site;

use crate::browser::{Browser, publish_folder, service, site};

const DAY: i64 = 86_400;

/// Does the duties and jobs that are due at a moment, and gives all reminders that were written until then.
async fn reminders(kit: &Kit, to: &str, seconds: i64) -> Vec<String> {
    let site: Arc<Site> = site(kit, seconds).await;
    site.app.remind_of_drafts().await.unwrap();
    while work::round(&site.app, uuid::Uuid::now_v7()).await.unwrap() > 0 {}
    let files = std::fs::read_dir(kit.data_folder().join("mail")).unwrap();
    let texts = files.map(|file| std::fs::read_to_string(file.unwrap().path()).unwrap());
    // The words of a line may be broken over two.
    let texts = texts.map(|text| text.replace("=\r\n", "").replace("=\n", ""));
    texts
        .filter(|text| text.contains(to))
        .filter(|text| text.contains("Your answers will be erased soon") || text.contains("Gwnaethoch ddechrau"))
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_with_an_address_is_reminded_of_once_and_then_erased() {
    on_each_engine(async |kit| {
        let site = site(&kit, 0).await;
        let mut browser = Browser::new(&site);
        browser.permit_up_to("email").await.get("/example-permit/save").await;
        browser.post(&[("email", "anna@example.org")]).await;
        Browser::new(&site).permit_up_to("email").await;
        // Kept for 28 days from 23 November, so it is erased on the 29th day: 22 December.
        assert_eq!(
            reminders(&kit, "anna@example.org", 23 * DAY).await.len(),
            0,
            "six days before is too soon"
        );
        let mail = reminders(&kit, "anna@example.org", 24 * DAY).await;
        assert_eq!(mail.len(), 1, "the draft without an address has nobody to remind");
        assert!(mail[0].contains("22 December 2026"), "{}", mail[0]);
        assert!(
            mail[0].contains("https://services.example.org/example-permit/return"),
            "{}",
            mail[0]
        );
        assert!(!mail[0].contains("Anna") && !mail[0].contains("1980"), "{}", mail[0]);
        assert_eq!(reminders(&kit, "anna@example.org", 24 * DAY + 60).await.len(), 1);
        assert_eq!(
            reminders(&kit, "anna@example.org", 28 * DAY).await.len(),
            1,
            "never twice"
        );
        let last = crate::browser::site(&kit, 28 * DAY).await;
        assert_eq!(last.app.erase_what_is_over().await.unwrap().drafts, 0);
        let after = crate::browser::site(&kit, 29 * DAY).await;
        assert_eq!(
            after.app.erase_what_is_over().await.unwrap().drafts,
            2,
            "on the day that was named"
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reminder_is_in_the_language_of_the_draft() {
    on_each_engine(async |kit| {
        let site = site(&kit, 0).await;
        publish_folder(&site.app, service("register-to-vote")).await;
        site.app.services.follow(&site.app.store).await.unwrap();
        let live = site.app.services.live("register-to-vote").unwrap();
        let mut draft = Draft::default();
        draft.case.service = live.id.clone();
        draft.case.organisation = live.organisation.clone();
        draft.case.definition = live.digest;
        draft.case.language = "cy".into();
        draft.participant.private.email = Some("cymro@example.org".to_owned());
        kit.store.commit(draft.begin()).await.unwrap();
        let mut found = Vec::new();
        for days in 0..60 {
            found = reminders(&kit, "cymro@example.org", days * DAY).await;
            if !found.is_empty() {
                break;
            }
        }
        assert_eq!(found.len(), 1);
        assert!(found[0].contains("Gwnaethoch ddechrau"), "{}", found[0]);
        assert!(found[0].contains("/register-to-vote/cy/return"), "{}", found[0]);
    })
    .await;
}
