//! What people send, say and are told, and what staff enter, moves the published figures, and nothing else does.

use std::sync::Arc;
use std::time::Duration;

use axum::http::StatusCode;
use exemplar_app::staff::NewStaff;
use exemplar_core::permission::StaffRole;
use exemplar_testkit::on_each_engine;
use exemplar_web::Site;

use crate::browser::{Browser, site};

const FIGURES: &str = "/performance/example-permit";
const VOLUMES: &str = "/staff/volumes/example-permit";
const DAY: i64 = 86_400;

/// Sends an application, and says how it was.
async fn send(site: &Arc<Site>, level: &str) {
    let mut browser = Browser::new(site);
    browser.permit_up_to("check-answers").await.post(&[]).await;
    assert!(!browser.reference().is_empty(), "{}", browser.page);
    browser.post(&[("satisfaction", level)]).await;
}

/// The figure on a line of the CSV: its value and its status.
async fn figure(site: &Arc<Site>, indicator: &str, part: &str, month: &str) -> String {
    while exemplar_app::figures::count(&site.app).await.unwrap() {}
    let mut browser = Browser::new(site);
    browser.get(&format!("{FIGURES}.csv")).await;
    assert_eq!(browser.status, StatusCode::OK);
    let start = format!("example-permit,{indicator},{part},{month},{month},");
    let line = browser.page.lines().find(|line| line.starts_with(&start));
    let line = line.unwrap_or_else(|| panic!("no {start} in {}", browser.page));
    let columns: Vec<_> = line.split(',').collect();
    format!("{} {}", columns[6], columns[8]).trim().to_owned()
}

/// Signs somebody in who works for the organisation, in a browser of their own.
pub async fn staff(site: &Arc<Site>, email: &str, role: StaffRole) -> Browser {
    let link = site.app.add_staff(NewStaff {
        name: format!("Name of {email}"),
        email: email.to_owned(),
        role,
        organisation: "example-council".into(),
        office: None,
        service: None,
    });
    let link = link.await.unwrap();
    let path = link.strip_prefix("https://services.example.org").unwrap();
    let mut browser = Browser::new(site);
    browser.get(path).await;
    let secret = totp_rs::Secret::try_from_base32(browser.words("code")).unwrap();
    let totp = totp_rs::Builder::new().with_secret(secret).build().unwrap();
    let now = u64::try_from(site.app.clock.now().as_second()).unwrap();
    let code = totp.generate(now).to_string();
    let password = "correct horse battery";
    browser.post(&[("password", password), ("code", &code)]).await;
    let recovery = browser.words("code");
    browser.get("/staff/sign-in").await;
    let typed = [("email", email), ("password", password), ("code", recovery.as_str())];
    browser.post(&typed).await;
    assert_eq!(browser.status, StatusCode::OK, "{}", browser.page);
    browser
}

/// Sends a form of staff: the token of the page that is shown, and these fields.
async fn act(browser: &mut Browser, action: &str, fields: &[(&str, &str)]) {
    let (_, hidden) = browser.form();
    let token = hidden.into_iter().filter(|(name, _)| name == "csrf");
    let fields = fields
        .iter()
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
    let all: Vec<_> = token.chain(fields).collect();
    browser.post_to(action, &all).await;
    browser.follow().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_sent_and_decided_moves_the_figures() {
    on_each_engine(async |kit| {
        let day = site(&kit, 0).await;
        for level in ["5", "5", "5", "5"] {
            send(&day, level).await;
        }
        let web = async |site| figure(site, "completed_transactions", "web", "2026-11").await;
        assert_eq!(web(&day).await, "withheld", "four people are too few");
        send(&day, "5").await;
        assert_eq!(web(&day).await, "5 shown");
        assert_eq!(figure(&day, "completion_rate", "share", "2026-11").await, "1 shown");
        let satisfaction = async |part| figure(&day, "user_satisfaction", part, "2026-11").await;
        // Answers to the question are not awaited: they come to the disk soon after.
        for _ in 0..100 {
            if satisfaction("very_satisfied").await == "5 shown" {
                break;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        assert_eq!(satisfaction("very_satisfied").await, "5 shown");
        assert_eq!(satisfaction("definition_a").await, "1 shown");
        assert_eq!(satisfaction("definition_b").await, "1 shown");
        let decided = async |site, part| figure(site, "time_to_decision", part, "2026-11").await;
        assert_eq!(decided(&day, "decided").await, "0 shown");
        assert_eq!(decided(&day, "mean").await, "no_value");
        let later = site(&kit, 4 * DAY).await;
        let mut owner = staff(&later, "owner@example.org", StaffRole::Owner).await;
        owner.get("/staff/cases").await;
        let cases: Vec<String> = owner
            .page
            .split("href=\"/staff/cases/")
            .skip(1)
            .filter_map(|rest| Some(format!("/staff/cases/{}", rest.split_once('"')?.0)))
            .filter(|path| path.len() > 40)
            .collect();
        assert_eq!(cases.len(), 5, "{}", owner.page);
        for case in &cases {
            owner.get(case).await;
            let revision = owner.page.split("name=\"revision\" value=\"").nth(1).unwrap();
            let revision = revision.split('"').next().unwrap().to_owned();
            let ruling = [("revision", revision.as_str()), ("outcome", "approved")];
            act(&mut owner, &format!("{case}/decide"), &ruling).await;
            assert_eq!(owner.status, StatusCode::OK, "{}", owner.page);
        }
        assert_eq!(decided(&later, "decided").await, "5 shown");
        assert_eq!(decided(&later, "mean").await, "4 shown");
        assert_eq!(decided(&later, "median").await, "4 shown");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_staff_enter_makes_totals_known_and_can_be_corrected() {
    on_each_engine(async |kit| {
        let day = site(&kit, 0).await;
        for _ in 0..5 {
            send(&day, "4").await;
        }
        let all = async || figure(&day, "completed_transactions", "all", "2026-11").await;
        let take_up = async || figure(&day, "digital_take_up", "share_without_assisted", "2026-11").await;
        assert_eq!(all().await, "unknown", "the other channels are not nought");
        assert_eq!(take_up().await, "unknown");
        let mut owner = staff(&day, "owner@example.org", StaffRole::Owner).await;
        owner.get(&format!("{VOLUMES}?month=2026-11")).await;
        let mut other = owner.clone();
        let typed = [("month", "2026-11"), ("telephone", "ten"), ("telephone-seen", "0")];
        act(&mut owner, VOLUMES, &typed).await;
        assert_eq!(owner.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(owner.value("telephone"), "ten");
        assert_eq!(all().await, "unknown");
        let typed = [("month", "2026-11"), ("telephone", "1,010"), ("counter", "15")];
        let seen = [("telephone-seen", "0"), ("counter-seen", "0")];
        act(&mut owner, VOLUMES, &[&typed[..], &seen[..]].concat()).await;
        assert_eq!(owner.value("telephone"), "1010");
        assert_eq!(all().await, "1030 shown");
        act(&mut other, VOLUMES, &[&typed[..], &seen[..]].concat()).await;
        assert_eq!(other.status, StatusCode::CONFLICT, "somebody else was faster");
        let typed = [("month", "2026-11"), ("telephone", "30"), ("counter", "15")];
        let seen = [("telephone-seen", "1"), ("counter-seen", "1")];
        act(&mut owner, VOLUMES, &[&typed[..], &seen[..]].concat()).await;
        assert_eq!(all().await, "50 shown", "the last entry counts");
        assert_eq!(take_up().await, "0.1 shown");
        // 5 at 0.40, 30 at 4.20 and 15 at 9.10, by the definition.
        let cost = figure(&day, "cost_per_transaction", "all", "2026-11").await;
        assert_eq!(cost, "5.29 shown");
        assert!(owner.page.contains("1,010") && owner.page.contains("Name of owner@example.org"));
        let mut worker = staff(&day, "worker@example.org", StaffRole::Caseworker).await;
        worker.get(VOLUMES).await;
        assert_eq!(worker.status, StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_pages_of_figures_are_found_and_say_how_old_they_are() {
    on_each_engine(async |kit| {
        let day = site(&kit, 0).await;
        let mut browser = Browser::new(&day);
        browser.get("/").await;
        assert!(browser.page.contains("href=\"/performance\""));
        browser.get("/performance").await;
        assert!(browser.page.contains(&format!("href=\"{FIGURES}\"")));
        browser.get(FIGURES).await;
        assert_eq!(browser.status, StatusCode::OK);
        assert!(
            browser.page.contains("Everything up to 23 November 2026"),
            "{}",
            browser.page
        );
        assert!(browser.page.contains("Europe/London"));
        assert!(!browser.page.contains("style="), "the policy allows no inline style");
        browser.get(&format!("{FIGURES}.json")).await;
        let json: serde_json::Value = serde_json::from_str(&browser.page).unwrap();
        assert_eq!(
            (json["service"].as_str(), json["fewest"].as_u64()),
            (Some("example-permit"), Some(5))
        );
        for nothing in [
            "/performance/nothing",
            "/performance/example-permit/cy",
            "/performances",
        ] {
            browser.get(nothing).await;
            assert_eq!(browser.status, StatusCode::NOT_FOUND, "{nothing}");
        }
    })
    .await;
}
