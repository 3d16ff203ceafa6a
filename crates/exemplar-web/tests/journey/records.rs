//! The record of another system on its page: shown, taken as it was shown, not asked for twice, bound to what was sent;
//! and what is said where there is none, or no answer, or one that is hostile.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use axum::http::StatusCode;
use exemplar_core::definition::Folder;
use exemplar_outbound::Connectors;
use exemplar_testkit::{Kit, on_each_engine};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpListener;

use crate::browser::{Browser, publish_folder, site_asking};

const SERVICE: &str = "\
name: Tax a vehicle
organisation: council
law: An act
keep:
  draft: 1 day
  withdrawn: 1 day
  approved: 1 year
  refused: 1 year
questions:
  plate: { ask: What is your number plate?, text: }
  vehicle:
    ask: Is this your vehicle?
    called: your vehicle
    record:
      in: vehicles
      send: [plate]
      show:
        make: Make
        tax_due: { label: Tax due, date: }
        duty: { label: Duty, optional: yes, money: }
  untaxed:
    when: vehicle.tax_due < today
    ask: Why is your ((vehicle.make)) not taxed?
    called: why it is not taxed
    text:
";

const FORD: &str = "{\"answer\":{\"make\":\"Ford\",\"tax_due\":\"2020-01-31\",\"duty\":165,\"keeper\":\"Ann Other\"}}";

/// Another system. It says for each question what it is told to, and keeps what it was asked.
struct System {
    address: String,
    says: Arc<Mutex<String>>,
    asked: Arc<Mutex<Vec<String>>>,
}

impl System {
    async fn new(says: &str) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let system = Self {
            address: format!("http://{}/ask", listener.local_addr().unwrap()),
            says: Arc::new(Mutex::new(says.to_owned())),
            asked: Arc::default(),
        };
        let (says, asked) = (Arc::clone(&system.says), Arc::clone(&system.asked));
        tokio::spawn(async move {
            while let Ok((mut stream, _)) = listener.accept().await {
                let mut got = Vec::new();
                while !String::from_utf8_lossy(&got).contains("}}") {
                    let mut piece = [0; 1024];
                    let count = stream.read(&mut piece).await.unwrap();
                    got.extend_from_slice(&piece[..count]);
                }
                asked.lock().unwrap().push(String::from_utf8(got).unwrap());
                let says = says.lock().unwrap().clone();
                let reply = match says.as_str() {
                    "" => "HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n".to_owned(),
                    says => format!("HTTP/1.1 200 OK\r\nContent-Length: {}\r\n\r\n{says}", says.len()),
                };
                // Whoever reads no further than they need to ends the connection early.
                let _ = stream.write_all(reply.as_bytes()).await;
            }
        });
        system
    }

    fn say(&self, says: &str) {
        says.clone_into(&mut self.says.lock().unwrap());
    }

    fn asked(&self) -> usize {
        self.asked.lock().unwrap().len()
    }

    fn connectors(&self) -> Connectors {
        Connectors::new([("vehicles".to_owned(), self.address.clone())], BTreeMap::new()).unwrap()
    }
}

fn service(more: &str) -> Folder {
    let service = SERVICE.replacen(
        "    called: your vehicle\n",
        &format!("    called: your vehicle\n{more}"),
        1,
    );
    Folder {
        name: "vehicle-tax".into(),
        files: [("service.yaml".to_owned(), service.into_bytes())]
            .into_iter()
            .collect(),
    }
}

/// Somebody at the page of the record, at a site that asks these systems.
async fn at_record(kit: &Kit, connectors: Connectors, more: &str) -> Browser {
    let site = site_asking(kit, 0, connectors).await;
    publish_folder(&site.app, service(more)).await;
    site.app.services.follow(&site.app.store).await.unwrap();
    let mut browser = Browser::new(&site);
    browser.get("/vehicle-tax").await;
    browser.get("/vehicle-tax/plate").await;
    browser.post(&[("plate", "AB12 CDE")]).await;
    assert!(browser.address.ends_with("/vehicle-tax/vehicle"), "{}", browser.address);
    browser
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_found_is_shown_and_taken_as_it_was_shown() {
    on_each_engine(async |kit| {
        let system = System::new(FORD).await;
        let mut browser = at_record(&kit, system.connectors(), "").await;
        assert_eq!(browser.status, StatusCode::OK);
        let shown = browser.words("main");
        assert!(
            shown.contains("Ford") && shown.contains("31 January 2020") && shown.contains("£165"),
            "{shown}"
        );
        assert!(
            !browser.page.contains("Ann Other"),
            "what is not shown does not come here"
        );
        let asked = system.asked.lock().unwrap()[0].clone();
        let body: serde_json::Value = serde_json::from_str(asked.split("\r\n\r\n").nth(1).unwrap()).unwrap();
        assert_eq!(
            body,
            serde_json::json!({
                "service": "vehicle-tax", "record": "vehicle", "reference": null, "answers": { "plate": "AB12 CDE" }
            })
        );
        // By the time that they go on, the other system says something else: nobody asks it.
        system.say("{\"answer\":{\"make\":\"Seat\",\"tax_due\":\"2099-01-31\"}}");
        browser.get("/vehicle-tax/vehicle").await;
        assert!(browser.words("main").contains("Ford"));
        browser
            .post(&[("vehicle", "x"), ("vehicle-make", "Seat"), ("vehicle--went-on", "with")])
            .await;
        assert!(browser.address.ends_with("/vehicle-tax/untaxed"), "{}", browser.address);
        assert_eq!(browser.words("h1"), "Why is your Ford not taxed?");
        browser.post(&[("untaxed", "I forgot")]).await;
        assert!(browser.address.ends_with("/check-answers"), "{}", browser.address);
        let shown = browser.words("main");
        assert!(
            shown.contains("Make: Ford") && shown.contains("Tax due: 31 January 2020"),
            "{shown}"
        );
        assert_eq!(system.asked(), 1);
        browser.get("/vehicle-tax/vehicle").await;
        assert!(browser.words("main").contains("Ford"));
        assert_eq!(system.asked(), 1, "the page of an answer asks nobody");
        assert!(
            browser
                .get("/vehicle-tax/check-answers")
                .await
                .address
                .ends_with("/check-answers")
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn another_answer_that_is_sent_brings_the_person_back_to_the_record() {
    on_each_engine(async |kit| {
        let system = System::new(FORD).await;
        let mut browser = at_record(&kit, system.connectors(), "").await;
        browser.post(&[]).await;
        browser.post(&[("untaxed", "I forgot")]).await;
        system.say("{\"answer\":{\"make\":\"Seat\",\"tax_due\":\"2099-01-31\"}}");
        browser.get("/vehicle-tax/plate?change").await;
        browser.post(&[("plate", "XY99 ZZZ")]).await;
        assert!(browser.address.ends_with("/vehicle-tax/vehicle"), "{}", browser.address);
        assert!(browser.words("main").contains("Seat"));
        assert_eq!(system.asked(), 2);
        browser.get("/vehicle-tax/check-answers").await;
        assert!(
            browser.address.ends_with("/vehicle-tax/vehicle"),
            "it is not answered yet: {}",
            browser.address
        );
        browser.post(&[]).await;
        assert!(browser.address.ends_with("/check-answers"), "{}", browser.address);
        assert!(browser.words("main").contains("Make: Seat"));
        assert_eq!(system.asked(), 2);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_record_that_changed_behind_the_page_is_shown_before_it_is_taken() {
    let kit = Kit::sqlite().await;
    let system = System::new(FORD).await;
    let mut first = at_record(&kit, system.connectors(), "").await;
    let mut second = first.clone();
    system.say("{\"answer\":{\"make\":\"Seat\",\"tax_due\":\"2099-01-31\"}}");
    second.get("/vehicle-tax/plate").await;
    second.post(&[("plate", "XY99 ZZZ")]).await;
    assert!(second.words("main").contains("Seat"));
    first.post(&[]).await;
    assert_eq!(first.status, StatusCode::CONFLICT);
    assert!(first.words("main").contains("Seat"));
    assert!(first.post(&[]).await.address.ends_with("/check-answers"));
}

#[tokio::test(flavor = "multi_thread")]
async fn where_nothing_is_found_the_page_says_so_and_how_to_go_on() {
    let kit = Kit::sqlite().await;
    let system = System::new("{\"answer\":null}").await;
    let mut browser = at_record(&kit, system.connectors(), "").await;
    assert!(browser.words("main").contains("did not find anything"));
    assert_eq!(browser.link("main dl a").as_deref(), Some("/vehicle-tax/plate?change"));
    assert!(!browser.words("form").contains("Continue"));
    browser.get("/vehicle-tax/vehicle").await;
    assert_eq!(system.asked(), 1, "that there is nothing is known for a while too");
    browser.post_only(&[]).await;
    assert_eq!(browser.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        browser
            .words(".govuk-error-summary")
            .contains("Check your vehicle before you continue")
    );

    let kit = Kit::sqlite().await;
    let mut optional = at_record(&kit, system.connectors(), "    optional: yes\n").await;
    assert!(optional.words("form").contains("Continue"));
    optional.post(&[]).await;
    assert!(optional.address.ends_with("/check-answers"), "{}", optional.address);
    assert!(optional.words("main").contains("Nothing was found"));

    let kit = Kit::sqlite().await;
    let more = "    or_tick: Some of this is wrong\n";
    let mut ticked = at_record(&kit, system.connectors(), more).await;
    ticked.post_only(&[]).await;
    assert_eq!(ticked.status, StatusCode::UNPROCESSABLE_ENTITY);
    ticked.post(&[("vehicle-ticked", "yes")]).await;
    assert!(
        ticked.words("main").contains("Some of this is wrong"),
        "{}",
        ticked.address
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_wrong_is_kept_with_the_word_that_it_is() {
    let kit = Kit::sqlite().await;
    let system = System::new(FORD).await;
    let more = "    or_tick: Some of this is wrong\n";
    let mut browser = at_record(&kit, system.connectors(), more).await;
    browser.post(&[("vehicle-ticked", "yes")]).await;
    assert!(
        browser.address.ends_with("/check-answers"),
        "no condition holds on it: {}",
        browser.address
    );
    let shown = browser.words("main");
    assert!(
        shown.contains("Make: Ford") && shown.contains("Some of this is wrong"),
        "{shown}"
    );
    browser.get("/vehicle-tax/vehicle?change").await;
    assert!(browser.page.contains(" checked"));
    assert_eq!(system.asked(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_system_that_does_not_answer_is_said_plainly_and_asked_again_on_request() {
    let kit = Kit::sqlite().await;
    let system = System::new("").await;
    let mut browser = at_record(&kit, system.connectors(), "").await;
    let shown = browser.words("main");
    assert!(
        shown.contains("cannot look this up") && shown.contains("Your answers so far are safe"),
        "{shown}"
    );
    system.say(FORD);
    let again = browser.link("main a[role=button]").unwrap();
    assert_eq!(again, "/vehicle-tax/vehicle");
    browser.get(&again).await;
    assert!(browser.words("main").contains("Ford"));
    // Without a connector of that name it is the same.
    let kit = Kit::sqlite().await;
    let mut alone = at_record(&kit, Connectors::default(), "    optional: yes\n").await;
    assert!(alone.words("main").contains("cannot look this up"));
    assert!(alone.post(&[]).await.address.ends_with("/check-answers"));
    assert!(alone.words("main").contains("It could not be looked up"));
}

#[tokio::test(flavor = "multi_thread")]
async fn hostile_answers_are_no_answers_or_plain_text() {
    let kit = Kit::sqlite().await;
    let system = System::new("").await;
    let mut browser = at_record(&kit, system.connectors(), "").await;
    let large = format!(
        "{{\"answer\":{{\"make\":\"{}\",\"tax_due\":\"2020-01-31\"}}}}",
        "x".repeat(1_000_000)
    );
    for says in [
        large.as_str(),
        "<script>alert(1)</script>",
        "{\"answer\":true}",
        "{\"answer\":{\"make\":{\"toString\":\"x\"},\"tax_due\":\"2020-01-31\"}}",
        "{\"answer\":{\"make\":\"Ford\"}}",
        "{\"answer\":{\"make\":\"Ford\",\"tax_due\":\"soon\"}}",
        "{\"answer\":{\"make\":\"Ford\",\"tax_due\":\"2020-01-31\",\"duty\":\"-Infinity\"}}",
    ] {
        system.say(says);
        browser.get("/vehicle-tax/vehicle").await;
        assert_eq!(browser.status, StatusCode::OK);
        assert!(
            browser.words("main").contains("cannot look this up"),
            "{}",
            &says[..says.len().min(80)]
        );
    }
    system
        .say("{\"answer\":{\"make\":\"<img src=x onerror=alert(1)> [a](//b) ((plate))\",\"tax_due\":\"2020-01-31\"}}");
    browser.get("/vehicle-tax/vehicle").await;
    assert!(!browser.page.contains("<img src=x"), "it is text");
    assert!(
        browser
            .words("main")
            .contains("<img src=x onerror=alert(1)> [a](//b) ((plate))")
    );
    browser.post(&[]).await;
    assert!(
        browser
            .words("h1")
            .contains("<img src=x onerror=alert(1)> [a](//b) ((plate))"),
        "{}",
        browser.heading()
    );
    assert!(!browser.page.contains("<img src=x"));
}
