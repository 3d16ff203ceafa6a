//! A version that is published meanwhile does not disturb a draft.

use exemplar_testkit::on_each_engine;

use crate::browser::{Browser, publish_folder, service, site};

#[tokio::test(flavor = "multi_thread")]
async fn ten_drafts_at_different_pages_are_undisturbed_by_a_new_version() {
    on_each_engine(async |kit| {
        let before = site(&kit, 0).await;
        let pages = [
            "date-of-birth",
            "lives-in-uk",
            "postcode",
            "email",
            "phone",
            "items",
            "truth",
            "check-answers",
        ];
        let pages = pages.iter().chain(&["email", "items"]);
        let mut drafts = Vec::new();
        for page in pages {
            let mut browser = Browser::new(&before);
            browser.permit_up_to(page).await;
            drafts.push((page, browser));
        }
        let mut folder = service("example-permit");
        let text = String::from_utf8(folder.files["service.yaml"].clone()).unwrap();
        let renamed = text
            .replace(
                "  items:\n    ask: How many items do you want a permit for?",
                "  amount:\n    ask: How many things?",
            )
            .replace("show_first: [full_name, items]", "show_first: [full_name, amount]")
            .replace("email, phone, postcode]", "email, number, postcode]")
            .replace(
                "  phone:\n    ask: What is your phone number?",
                "  number:\n    ask: What is your number?",
            );
        assert_ne!(text, renamed);
        folder.files.insert("service.yaml".to_owned(), renamed.into_bytes());
        for name in ["messages/approved.en.md", "messages/received.en.md"] {
            let words = String::from_utf8(folder.files[name].clone())
                .unwrap()
                .replace("((items))", "((amount))");
            folder.files.insert(name.to_owned(), words.into_bytes());
        }
        folder.files.retain(|path, _| !path.starts_with("examples/"));
        publish_folder(&before.app, folder).await;
        let after = site(&kit, 60).await;
        for (page, browser) in drafts {
            let mut browser = browser.later(&after);
            let address = format!("/example-permit/{page}");
            browser.get(&address).await;
            assert_eq!(browser.address, address, "{}", browser.heading());
            browser.get("/example-permit/full-name").await;
            assert_eq!(browser.value("full_name-first"), "Anna");
        }
        let mut new = Browser::new(&after);
        new.get("/example-permit").await.get("/example-permit/amount").await;
        assert!(
            new.address.ends_with("/full-name"),
            "a new draft follows the new version"
        );
    })
    .await;
}
