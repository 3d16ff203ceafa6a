//! A case that waits for a signature or its fee: it is sent by the event, without the applicant's browser, and a change
//! of an answer voids what hung on it, where both sides see it.

use std::path::Path;

use axum::http::StatusCode;
use exemplar_core::answer::Answers;
use exemplar_core::definition::{Folder, read};
use exemplar_core::id::CaseId;
use exemplar_core::permission::StaffRole;
use exemplar_core::record::{MoneyKind, Phase};
use exemplar_testkit::{Draft, at};

use super::stage::{Read, Stage, on_each_engine};
use crate::session::Session;

const SERVICE: &str = "/market-stall";
const DAY: i64 = 24 * 60 * 60;

/// The service with fees, owned by the organisation of the tests.
fn folder() -> Folder {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/services/market-stall");
    let mut folder = exemplar_app::services::read_folder(&path).unwrap();
    let text = String::from_utf8(folder.files["service.yaml"].clone()).unwrap();
    let text = text.replace("organisation: example-council", "organisation: council");
    folder.files.insert("service.yaml".to_owned(), text.into_bytes());
    folder
}

/// An applicant with a draft: what their browser holds.
struct Applicant {
    case: CaseId,
    cookie: String,
    csrf: String,
}

/// A site with the service, and a draft with the answers of one of its examples.
async fn begun(stage: &Stage, example: &str) -> Applicant {
    let by = exemplar_core::record::Actor::Integration("test".to_owned());
    let published = exemplar_app::services::publish(&stage.kit.store, folder(), &by, at(0))
        .await
        .unwrap();
    assert!(published.is_ok());
    stage.site.app.services.follow(&stage.kit.store).await.unwrap();
    drafted(stage, example).await
}

async fn drafted(stage: &Stage, example: &str) -> Applicant {
    let live = stage.site.app.services.live("market-stall").unwrap();
    let examples = read(&folder()).examples;
    let example = examples.iter().find(|known| known.name == example).unwrap();
    let mut draft = Draft::default();
    draft.case.service = "market-stall".into();
    draft.case.definition = live.digest;
    let answers: Answers = example.as_kept(&live);
    draft.part.answers = answers;
    stage.kit.store.commit(draft.begin()).await.unwrap();
    let case = draft.case.id;
    let mut session = Session::new([7; 16]);
    session.hold(case, &"market-stall".into(), 0, at(0));
    let cookie = stage.site.sealer.seal(&session).unwrap();
    Applicant {
        case,
        cookie: cookie.split(';').next().unwrap().to_owned(),
        csrf: session.csrf_token(),
    }
}

/// What a hidden field of a page holds.
fn hidden(page: &Read, name: &str) -> String {
    let field = format!("name=\"{name}\" value=\"");
    let after = page
        .body
        .split(&field)
        .nth(1)
        .unwrap_or_else(|| panic!("{name}: {}", page.body));
    after.split('"').next().unwrap().to_owned()
}

impl Applicant {
    async fn get(&self, stage: &Stage, path: &str) -> Read {
        stage.get(&format!("{SERVICE}/{path}"), &self.cookie).await
    }

    async fn waiting(&self, stage: &Stage) -> Read {
        self.get(stage, &format!("waiting/{}", self.case)).await
    }

    /// Accepts the answers.
    async fn accept(&self, stage: &Stage) -> Read {
        let page = self.get(stage, "check-answers").await;
        assert_eq!(page.status, StatusCode::OK, "{}", page.body);
        let seen = hidden(&page, "seen");
        let fields = [("csrf", self.csrf.as_str()), ("seen", &seen)];
        stage
            .post(&format!("{SERVICE}/check-answers"), &self.cookie, &fields)
            .await
    }

    /// Goes back to change an answer.
    async fn take_back(&self, stage: &Stage) {
        let path = format!("{SERVICE}/waiting/{}", self.case);
        let reply = stage
            .post(&path, &self.cookie, &[("csrf", &self.csrf), ("act", "change")])
            .await;
        assert_eq!(reply.location, format!("{SERVICE}/check-answers"), "{}", reply.body);
    }

    async fn phase(&self, stage: &Stage) -> Phase {
        stage.kit.store.load(self.case).await.unwrap().unwrap().case.phase
    }

    /// The address of the link that was sent last, from a site that has done its jobs.
    async fn link(&self, stage: &Stage) -> String {
        let messages = stage.kit.store.work(self.case).await.unwrap().messages;
        let mut text = messages
            .iter()
            .filter(|message| message.event.as_str() == "sign_link")
            .map(|message| &message.text);
        let text = text.next_back().unwrap();
        let (_, link) = text.split_once("http://localhost").unwrap();
        link.split_whitespace().next().unwrap().to_owned()
    }
}

/// Marks an amount as paid, through both pages.
async fn note(stage: &Stage, case: CaseId, (cookie, csrf): &(String, String), amount: &str) -> Read {
    let path = format!("/staff/payments/{case}");
    let page = stage.get(&path, cookie).await;
    let seen = hidden(&page, "seen");
    let fields = [
        ("csrf", csrf.as_str()),
        ("seen", &seen),
        ("amount", amount),
        ("means", "card"),
        ("receipt", "R-7"),
    ];
    let sure = stage.post(&format!("{path}/paid"), cookie, &fields).await;
    assert_eq!(sure.status, StatusCode::OK, "{}", sure.body);
    let again: Vec<_> = fields.into_iter().chain([("sure", "yes")]).collect();
    stage.post(&format!("{path}/paid"), cookie, &again).await
}

/// A second person who opened their link: their cookie and the token of their forms.
async fn opened(stage: &Stage, link: &str) -> (String, String) {
    let page = stage.get(link, "").await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.body);
    let cookie = page.cookie.split(';').next().unwrap().to_owned();
    let csrf = hidden(&page, "csrf");
    let reply = stage.post(link, &cookie, &[("csrf", &csrf)]).await;
    assert_eq!(reply.location, format!("{SERVICE}/sign"), "{}", reply.body);
    (reply.cookie.split(';').next().unwrap().to_owned(), csrf)
}

async fn holds(stage: &Stage) {
    let bad = stage.kit.store.verify().await.unwrap();
    assert!(bad.is_empty(), "{bad:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_case_is_sent_when_its_fee_is_marked_as_paid() {
    on_each_engine(async |stage: Stage| {
        let applicant = begun(&stage, "student").await;
        applicant.accept(&stage).await;
        assert_eq!(applicant.phase(&stage).await, Phase::WaitingForPayment);
        let page = applicant.waiting(&stage).await;
        assert!(
            page.body.contains("£72.19") && page.body.contains("app-reference"),
            "{}",
            page.body
        );
        // An answer cannot be changed beside the wait, and the page of the end leads back to it.
        let done = applicant.get(&stage, &format!("done/{}", applicant.case)).await;
        assert_eq!(done.location, format!("{SERVICE}/waiting/{}", applicant.case));
        let cashier = stage.somebody("cash@example.org", StaffRole::Cashier, None).await;
        let list = stage.get("/staff/payments", &cashier.0).await;
        assert!(list.body.contains("£72.19"), "{}", list.body);
        let far = stage
            .somebody("far@example.org", StaffRole::Cashier, Some("south"))
            .await;
        assert!(!stage.get("/staff/payments", &far.0).await.body.contains("£72.19"));
        let reply = note(&stage, applicant.case, &cashier, "72.19").await;
        assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", reply.body);
        assert_eq!(applicant.phase(&stage).await, Phase::Submitted);
        stage.work().await;
        assert!(
            stage
                .mail()
                .iter()
                .any(|mail| mail.contains("We have your application for a stall"))
        );
        let done = applicant.get(&stage, &format!("done/{}", applicant.case)).await;
        assert!(done.body.contains("receipt R-7"), "{}", done.body);
        // A second click finds it done.
        let path = format!("/staff/payments/{}/paid", applicant.case);
        let csrf = cashier.1.as_str();
        let fields = [
            ("csrf", csrf),
            ("seen", "2"),
            ("amount", "72.19"),
            ("means", "card"),
            ("receipt", "R-7"),
            ("sure", "yes"),
        ];
        let late = stage.post(&path, &cashier.0, &fields).await;
        assert_eq!(late.status, StatusCode::CONFLICT);
        holds(&stage).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_change_of_an_answer_leaves_a_payment_to_be_paid_back() {
    on_each_engine(async |stage: Stage| {
        let applicant = begun(&stage, "student").await;
        applicant.accept(&stage).await;
        let cashier = stage.somebody("cash@example.org", StaffRole::Cashier, None).await;
        note(&stage, applicant.case, &cashier, "50").await;
        assert_eq!(
            applicant.phase(&stage).await,
            Phase::WaitingForPayment,
            "the rest is not paid"
        );
        applicant.take_back(&stage).await;
        assert_eq!(applicant.phase(&stage).await, Phase::Draft);
        let check = applicant.get(&stage, "check-answers").await;
        assert!(check.body.contains("to be paid back: £50"), "{}", check.body);
        let list = stage.get("/staff/payments", &cashier.0).await;
        assert!(
            list.body.contains("To be paid back") && list.body.contains("£50"),
            "{}",
            list.body
        );
        let page = applicant.get(&stage, "week-days").await;
        let seen = hidden(&page, "seen");
        let fields = [("csrf", applicant.csrf.as_str()), ("seen", &seen), ("week_days", "1")];
        let saved = stage
            .post(&format!("{SERVICE}/week-days"), &applicant.cookie, &fields)
            .await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
        applicant.accept(&stage).await;
        assert!(applicant.waiting(&stage).await.body.contains("£36.09"));
        let path = format!("/staff/payments/{}/paid-back", applicant.case);
        let back = stage.get("/staff/payments", &cashier.0).await;
        let n = hidden(&back, "n");
        let fields = [("csrf", cashier.1.as_str()), ("n", &n)];
        stage.post(&path, &cashier.0, &fields).await;
        assert!(
            !stage
                .get("/staff/payments", &cashier.0)
                .await
                .body
                .contains("To be paid back")
        );
        let money = stage.kit.store.work(applicant.case).await.unwrap().money;
        assert!(
            money
                .iter()
                .any(|line| line.kind == MoneyKind::Refund && line.minor_units == 5_000)
        );
        note(&stage, applicant.case, &cashier, "36.09").await;
        assert_eq!(applicant.phase(&stage).await, Phase::Submitted);
        holds(&stage).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_person_signs_and_then_the_fee_is_waived() {
    on_each_engine(async |stage: Stage| {
        let applicant = begun(&stage, "kitchen").await;
        applicant.accept(&stage).await;
        assert_eq!(applicant.phase(&stage).await, Phase::WaitingForOthers);
        let link = applicant.link(&stage).await;
        stage.get(&link, "").await;
        let (cookie, csrf) = opened(&stage, &link).await;
        let again = stage.get(&link, "").await;
        assert!(again.body.contains("This link was used"), "{}", again.body);
        let page = stage.get(&format!("{SERVICE}/sign"), &cookie).await;
        assert!(
            page.body.contains("Joan Hill") && !page.body.contains("joan@example.com"),
            "{}",
            page.body
        );
        let sign = async |name| {
            stage
                .post(
                    &format!("{SERVICE}/sign"),
                    &cookie,
                    &[("csrf", &csrf), ("signature", name)],
                )
                .await
        };
        assert_eq!(sign(" ").await.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(sign("Ravi Shah").await.body.contains("You have signed"));
        assert_eq!(applicant.phase(&stage).await, Phase::WaitingForPayment);
        assert!(applicant.waiting(&stage).await.body.contains("£227.50"));
        let cashier = stage.somebody("cash@example.org", StaffRole::Cashier, None).await;
        let path = format!("/staff/payments/{}/waive", applicant.case);
        let waive = [("seen", "2"), ("reason", "A flood"), ("sure", "yes")];
        let by = |csrf: &str| -> Vec<(String, String)> {
            let all = [("csrf", csrf)].into_iter().chain(waive);
            all.map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
        };
        let fields = by(&cashier.1);
        let fields: Vec<_> = fields.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
        assert_eq!(
            stage.post(&path, &cashier.0, &fields).await.status,
            StatusCode::NOT_FOUND
        );
        let manager = stage.somebody("boss@example.org", StaffRole::Manager, None).await;
        let fields = by(&manager.1);
        let fields: Vec<_> = fields.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
        assert_eq!(
            stage.post(&path, &manager.0, &fields).await.status,
            StatusCode::SEE_OTHER
        );
        assert_eq!(applicant.phase(&stage).await, Phase::Submitted);
        assert!(stage.get(&link, "").await.body.contains("You have signed"));
        let case = stage.get(&format!("/staff/cases/{}", applicant.case), &manager.0).await;
        assert!(
            case.body.contains("A flood") && case.body.contains("Ravi Shah"),
            "{}",
            case.body
        );
        holds(&stage).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_change_of_an_answer_voids_a_signature_and_the_old_link_says_so() {
    on_each_engine(async |stage: Stage| {
        let applicant = begun(&stage, "kitchen").await;
        applicant.accept(&stage).await;
        let link = applicant.link(&stage).await;
        let (cookie, csrf) = opened(&stage, &link).await;
        let path = format!("{SERVICE}/sign");
        stage
            .post(&path, &cookie, &[("csrf", &csrf), ("signature", "Ravi Shah")])
            .await;
        applicant.take_back(&stage).await;
        let check = applicant.get(&stage, "check-answers").await;
        assert!(
            check
                .body
                .contains("The signature of Ravi Shah does not count any more"),
            "{}",
            check.body
        );
        assert!(stage.get(&link, "").await.body.contains("There is nothing to sign"));
        let before = stage
            .kit
            .store
            .load(applicant.case)
            .await
            .unwrap()
            .unwrap()
            .case
            .reference;
        applicant.accept(&stage).await;
        let after = stage
            .kit
            .store
            .load(applicant.case)
            .await
            .unwrap()
            .unwrap()
            .case
            .reference;
        assert_eq!(before, after, "the reference stays");
        assert_eq!(
            applicant.phase(&stage).await,
            Phase::WaitingForOthers,
            "it is signed again"
        );
        let other = applicant.link(&stage).await;
        assert_ne!(link, other);
        let (cookie, csrf) = opened(&stage, &other).await;
        let said = stage
            .post(
                &path,
                &cookie,
                &[("csrf", &csrf), ("act", "decline"), ("reason", "I am moving away")],
            )
            .await;
        assert!(said.body.contains("You have not signed"), "{}", said.body);
        assert_eq!(applicant.phase(&stage).await, Phase::Draft);
        let check = applicant.get(&stage, "check-answers").await;
        assert!(check.body.contains("I am moving away"), "{}", check.body);
        stage.work().await;
        assert!(
            stage
                .mail()
                .iter()
                .any(|mail| mail.contains("did not sign your application"))
        );
        holds(&stage).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wait_ends_with_its_last_day_and_no_fee_means_no_wait() {
    on_each_engine(async |stage: Stage| {
        let applicant = begun(&stage, "student").await;
        applicant.accept(&stage).await;
        stage.later(10 * DAY).await.work().await;
        assert_eq!(
            applicant.phase(&stage).await,
            Phase::WaitingForPayment,
            "ten working days are two weeks"
        );
        stage.later(16 * DAY).await.work().await;
        assert_eq!(applicant.phase(&stage).await, Phase::Draft);
        assert!(
            stage
                .mail()
                .iter()
                .any(|mail| mail.contains("The time to sign or to pay"))
        );
        let free = drafted(&stage, "charity").await;
        free.accept(&stage).await;
        assert_eq!(free.phase(&stage).await, Phase::Submitted);
        holds(&stage).await;
    })
    .await;
}
