//! Pages with several questions: what stands on them depends on what was answered before.

use axum::http::StatusCode;
use exemplar_core::definition::Folder;
use exemplar_testkit::on_each_engine;

use crate::browser::{Browser, publish_folder, site};

const SERVICE: &str = r#"
name: Apply for a stall
organisation: example-council
languages: [en]
currency: GBP
why: To decide whether you can have a stall.
questions:
  who:
    ask: Who applies?
    called: who applies
    one_of: { person: A person, company: A company }
  ways_to_reach:
    title: How can we reach you?
    together: Both are ways to do one thing
    questions:
      company_name:
        when: is_company
        ask: What is the company called?
        called: the name of the company
        text:
      reach:
        ask: How should we write?
        called: how we should write
        one_of: { email: By email, post: By post }
      email:
        when: reach is email
        ask: Email address
        called: your email address
        email:
      post_office:
        when: by_post
        ask: Post office
        called: your post office
        optional: yes
        text:
facts:
  is_company: who is company
  by_post: reach is post
keep:
  draft: 28 days
  approved: 2 years
  refused: 1 year
  withdrawn: 1 month
"#;

fn service() -> Folder {
    Folder {
        name: "stall".to_owned(),
        files: [("service.yaml".to_owned(), SERVICE.as_bytes().to_vec())].into(),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_earlier_answers_rule_out_is_not_on_the_page() {
    on_each_engine(async |kit| {
        let at = site(&kit, 0).await;
        publish_folder(&at.app, service()).await;
        at.app.services.follow(&at.app.store).await.unwrap();
        for (who, is_company) in [("person", false), ("company", true)] {
            let mut browser = Browser::new(&at);
            browser.get("/stall").await.get("/stall/who").await;
            browser.post(&[("who", who)]).await;
            assert_eq!(browser.heading(), "How can we reach you?");
            assert_eq!(browser.page.contains("name=\"company_name\""), is_company, "{who}");
            assert!(
                browser.page.contains("name=\"post_office\""),
                "an answer on the page decides"
            );
            let company = if is_company { "Mill Ltd" } else { "" };
            browser.post(&[("company_name", company), ("reach", "email")]).await;
            assert_eq!(browser.status, StatusCode::UNPROCESSABLE_ENTITY);
            assert_eq!(browser.page.contains("name=\"company_name\""), is_company, "{who}");
            assert!(browser.page.contains("href=\"#email\""), "{who}");
            browser.post(&[("company_name", company), ("reach", "post")]).await;
            assert_eq!(browser.address, "/stall/check-answers", "{who}");
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_question_opens_beneath_the_option_that_asks_for_it() {
    on_each_engine(async |kit| {
        let at = site(&kit, 0).await;
        publish_folder(&at.app, service()).await;
        at.app.services.follow(&at.app.store).await.unwrap();
        let mut browser = Browser::new(&at);
        browser.get("/stall").await.get("/stall/who").await;
        browser.post(&[("who", "person")]).await;
        assert_eq!(browser.words("#conditional-reach label"), "Email address");
        assert_eq!(browser.page.matches("name=\"email\"").count(), 1);
        browser.post(&[("reach", "email"), ("email", "not right")]).await;
        assert_eq!(browser.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(browser.value("email"), "not right");
        assert!(
            browser
                .words("#conditional-reach .govuk-error-message")
                .contains("email address")
        );
        browser.post(&[("reach", "email"), ("email", "ann@example.org")]).await;
        assert_eq!(browser.address, "/stall/check-answers");
    })
    .await;
}
