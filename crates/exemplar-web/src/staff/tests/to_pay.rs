//! A fee that is paid after the decision: what was granted waits for it, and takes effect once by the payment, without
//! the applicant's browser; a refusal and a charity pay nothing, and a fee that is not paid is staff's to decide on.

use std::path::Path;

use axum::http::StatusCode;
use exemplar_core::definition::{Folder, read};
use exemplar_core::id::CaseId;
use exemplar_core::permission::StaffRole;
use exemplar_core::record::{MoneyKind, Phase};
use exemplar_testkit::{Draft, at};

use super::stage::{Stage, on_each_engine, revision_in};
use crate::session::Session;

const SERVICE: &str = "/skip-permit";
const DAY: i64 = 24 * 60 * 60;

type Signed = (String, String);

/// The service, owned by the organisation of the tests.
fn folder() -> Folder {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/services/skip-permit");
    let mut folder = exemplar_app::services::read_folder(&path).unwrap();
    let text = String::from_utf8(folder.files["service.yaml"].clone()).unwrap();
    let text = text.replace("organisation: example-council", "organisation: council");
    folder.files.insert("service.yaml".to_owned(), text.into_bytes());
    folder
}

/// The service as the platform's own words ask for the fee.
fn without_own_words() -> Folder {
    let mut folder = folder();
    folder
        .files
        .retain(|path, _| !path.starts_with("messages/to_pay") && !path.starts_with("examples/"));
    folder
}

/// What a browser holds of a case that was sent.
struct Applicant {
    case: CaseId,
    cookie: String,
    csrf: String,
}

/// A site with the service, and a case with the answers of one of its examples, which is sent.
async fn sent(stage: &Stage, folder: Folder, example: &str) -> Applicant {
    let examples = read(&self::folder()).examples;
    let by = exemplar_core::record::Actor::Integration("test".to_owned());
    let published = exemplar_app::services::publish(&stage.kit.store, folder, &by, at(0)).await;
    assert!(published.unwrap().is_ok());
    stage.site.app.services.follow(&stage.kit.store).await.unwrap();
    let live = stage.site.app.services.live("skip-permit").unwrap();
    let example = examples.iter().find(|known| known.name == example).unwrap();
    let mut draft = Draft::default();
    draft.case.service = "skip-permit".into();
    draft.case.definition = live.digest;
    draft.part.answers = example.as_kept(&live);
    stage.kit.store.commit(draft.begin()).await.unwrap();
    let case = draft.case.id;
    let mut session = Session::new([7; 16]);
    session.hold(case, &"skip-permit".into(), 0, at(0));
    let cookie = stage.site.sealer.seal(&session).unwrap();
    let cookie = cookie.split(';').next().unwrap().to_owned();
    let page = stage.get(&format!("{SERVICE}/check-answers"), &cookie).await;
    let seen = field(&page.body, "seen");
    let csrf = session.csrf_token();
    let fields = [("csrf", csrf.as_str()), ("seen", seen.as_str())];
    let reply = stage.post(&format!("{SERVICE}/check-answers"), &cookie, &fields).await;
    assert_eq!(reply.location, format!("{SERVICE}/done/{case}"), "{}", reply.body);
    Applicant { case, cookie, csrf }
}

/// What a hidden field of a page holds.
fn field(page: &str, name: &str) -> String {
    let after = page.split(&format!("name=\"{name}\" value=\"")).nth(1);
    let after = after.unwrap_or_else(|| panic!("{name}: {page}"));
    after.split('"').next().unwrap().to_owned()
}

impl Applicant {
    async fn phase(&self, stage: &Stage) -> Phase {
        stage.kit.store.load(self.case).await.unwrap().unwrap().case.phase
    }

    async fn status(&self, stage: &Stage) -> String {
        stage
            .get(&format!("{SERVICE}/status/{}", self.case), &self.cookie)
            .await
            .body
    }

    async fn entries(&self, stage: &Stage) -> usize {
        stage.kit.store.entries_of_case(self.case).await.unwrap().len()
    }

    /// The names of its messages, in order.
    async fn messages(&self, stage: &Stage) -> Vec<String> {
        let messages = stage.kit.store.work(self.case).await.unwrap().messages;
        messages.iter().map(|message| message.event.to_string()).collect()
    }

    /// Decides it, as a caseworker does.
    async fn decided(&self, stage: &Stage, (cookie, csrf): &Signed, outcome: &str, reason: &str) {
        let path = format!("/staff/cases/{}", self.case);
        let page = stage.get(&path, cookie).await;
        let (revision, named) = (revision_in(&page), format!("reason-{outcome}"));
        let fields = [
            ("csrf", csrf.as_str()),
            ("revision", &revision),
            ("outcome", outcome),
            (&named, reason),
        ];
        let reply = stage.post(&format!("{path}/decide"), cookie, &fields).await;
        assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", reply.body);
    }

    /// Marks an amount as paid, through both pages. Gives what the second one said, and the status of the last reply.
    async fn paid(&self, stage: &Stage, (cookie, csrf): &Signed, amount: &str) -> (String, StatusCode) {
        let path = format!("/staff/payments/{}", self.case);
        let seen = field(&stage.get(&path, cookie).await.body, "seen");
        let fields = [
            ("csrf", csrf.as_str()),
            ("seen", &seen),
            ("amount", amount),
            ("means", "card"),
            ("receipt", "R-7"),
        ];
        let sure = stage.post(&format!("{path}/paid"), cookie, &fields).await;
        let again: Vec<_> = fields.into_iter().chain([("sure", "yes")]).collect();
        let reply = stage.post(&format!("{path}/paid"), cookie, &again).await;
        (sure.body, reply.status)
    }
}

async fn team(stage: &Stage) -> (Signed, Signed) {
    let caseworker = stage.somebody("case@example.org", StaffRole::Caseworker, None).await;
    let cashier = stage.somebody("cash@example.org", StaffRole::Cashier, None).await;
    (caseworker, cashier)
}

/// Others, since whoever signed in weeks ago is signed out.
async fn later_team(stage: &Stage) -> (Signed, Signed) {
    let caseworker = stage.somebody("case2@example.org", StaffRole::Caseworker, None).await;
    let cashier = stage.somebody("cash2@example.org", StaffRole::Cashier, None).await;
    (caseworker, cashier)
}

async fn holds(stage: &Stage) {
    let bad = stage.kit.store.verify().await.unwrap();
    assert!(bad.is_empty(), "{bad:?}");
}

#[tokio::test(flavor = "multi_thread")]
#[expect(clippy::too_many_lines, reason = "one story, in its order")]
async fn what_was_granted_takes_effect_once_when_the_fee_is_paid() {
    on_each_engine(async |stage: Stage| {
        let applicant = sent(&stage, folder(), "resident").await;
        assert_eq!(
            applicant.phase(&stage).await,
            Phase::Submitted,
            "nothing is paid before"
        );
        let (caseworker, cashier) = team(&stage).await;
        assert!(!stage.get("/staff/payments", &cashier.0).await.body.contains("£45"));
        applicant.decided(&stage, &caseworker, "granted", "").await;
        assert_eq!(applicant.phase(&stage).await, Phase::WaitingForPayment);
        assert_eq!(applicant.entries(&stage).await, 0, "nothing is issued yet");
        assert_eq!(applicant.messages(&stage).await, ["received", "to_pay"]);
        let work = stage.kit.store.work(applicant.case).await.unwrap();
        let message = &work.messages.last().unwrap().text;
        for said in [
            "You get the permit when you have paid £45",
            "The fee is £45. Pay it by",
            "Quote this reference",
            "by card or in cash",
        ] {
            assert!(message.contains(said), "{said}: {message}");
        }
        let status = applicant.status(&stage).await;
        for said in [
            "Waiting for your payment",
            "Pay £45",
            "app-reference",
            "at the council",
            "Permit for a skip",
        ] {
            assert!(status.contains(said), "{said}: {status}");
        }
        assert!(!status.contains("Permit granted"), "{status}");
        let case = stage
            .get(&format!("/staff/cases/{}", applicant.case), &caseworker.0)
            .await;
        assert!(case.body.contains("takes effect when the fee is paid"), "{}", case.body);
        assert!(case.body.contains("To be paid by") && !case.body.contains("/staff/payments/"));
        let list = stage.get("/staff/payments", &cashier.0).await;
        assert!(list.body.contains("£45"), "{}", list.body);
        let (_, part) = applicant.paid(&stage, &cashier, "20").await;
        assert_eq!(part, StatusCode::SEE_OTHER);
        assert_eq!(
            applicant.phase(&stage).await,
            Phase::WaitingForPayment,
            "the rest is not paid"
        );
        assert!(applicant.status(&stage).await.contains("Pay £25"));
        let (sure, rest) = applicant.paid(&stage, &cashier, "25").await;
        assert!(sure.contains("what was decided takes effect"), "{sure}");
        assert_eq!(rest, StatusCode::SEE_OTHER);
        assert_eq!(applicant.phase(&stage).await, Phase::Decided);
        assert_eq!(applicant.entries(&stage).await, 1);
        assert_eq!(applicant.messages(&stage).await, ["received", "granted", "to_pay"]);
        // A second click finds it done.
        let path = format!("/staff/payments/{}/paid", applicant.case);
        let fields = [
            ("csrf", cashier.1.as_str()),
            ("seen", "4"),
            ("amount", "25"),
            ("means", "card"),
            ("receipt", "R-7"),
            ("sure", "yes"),
        ];
        assert_eq!(
            stage.post(&path, &cashier.0, &fields).await.status,
            StatusCode::CONFLICT
        );
        assert_eq!(applicant.entries(&stage).await, 1);
        let status = applicant.status(&stage).await;
        assert!(status.contains("Permit granted") && status.contains("SKP"), "{status}");
        // Its reminder was planned, and says nothing to who has paid.
        stage.later(8 * DAY).await.work().await;
        assert_eq!(applicant.messages(&stage).await.len(), 3);
        holds(&stage).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_pays_for_a_refusal_and_a_charity_gets_its_permit_at_once() {
    on_each_engine(async |stage: Stage| {
        let refused = sent(&stage, folder(), "narrow").await;
        let (caseworker, cashier) = team(&stage).await;
        refused.decided(&stage, &caseworker, "refused", "narrow").await;
        assert_eq!(refused.phase(&stage).await, Phase::Decided);
        assert_eq!(refused.messages(&stage).await, ["received", "refused"]);
        assert!(!stage.get("/staff/payments", &cashier.0).await.body.contains("£90"));
        let charity = sent(&stage, folder(), "charity").await;
        charity.decided(&stage, &caseworker, "granted", "").await;
        assert_eq!(charity.phase(&stage).await, Phase::Decided);
        assert_eq!(charity.entries(&stage).await, 1);
        holds(&stage).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_fee_that_is_not_paid_in_time_is_decided_on_again() {
    on_each_engine(async |stage: Stage| {
        let applicant = sent(&stage, without_own_words(), "resident").await;
        let (caseworker, cashier) = team(&stage).await;
        applicant.decided(&stage, &caseworker, "granted", "").await;
        assert_eq!(
            applicant.messages(&stage).await,
            ["received", "to_pay"],
            "in the platform's words"
        );
        applicant.paid(&stage, &cashier, "20").await;
        let reminded = stage.later(8 * DAY).await;
        reminded.work().await;
        assert!(applicant.messages(&stage).await.contains(&"pay_soon".to_owned()));
        let late = stage.later(20 * DAY).await;
        late.work().await;
        assert_eq!(
            applicant.phase(&stage).await,
            Phase::Submitted,
            "staff decide what becomes of it"
        );
        assert!(applicant.messages(&stage).await.contains(&"not_paid".to_owned()));
        let (caseworker, cashier) = later_team(&late).await;
        let payment = late
            .get(&format!("/staff/payments/{}", applicant.case), &cashier.0)
            .await;
        assert!(
            !payment.body.contains("name=\"seen\""),
            "nothing can be noted meanwhile: {}",
            payment.body
        );
        // Granted again: the rest is to be paid, and once it is waived the permit is there.
        applicant.decided(&late, &caseworker, "granted", "").await;
        assert_eq!(applicant.phase(&late).await, Phase::WaitingForPayment);
        let list = late.get("/staff/payments", &cashier.0).await;
        assert!(list.body.contains("£25"), "{}", list.body);
        let manager = late.somebody("boss@example.org", StaffRole::Manager, None).await;
        let path = format!("/staff/payments/{}", applicant.case);
        let case = late.get(&format!("/staff/cases/{}", applicant.case), &manager.0).await;
        assert!(case.body.contains(&format!("href=\"{path}\"")), "{}", case.body);
        let seen = field(&late.get(&path, &manager.0).await.body, "seen");
        let waive = [
            ("csrf", manager.1.as_str()),
            ("seen", &seen),
            ("reason", "A flood"),
            ("sure", "yes"),
        ];
        let reply = late.post(&format!("{path}/waive"), &manager.0, &waive).await;
        assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", reply.body);
        assert_eq!(applicant.phase(&late).await, Phase::Decided);
        assert_eq!(applicant.entries(&late).await, 1);
        holds(&late).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_paid_in_part_is_paid_back_where_it_is_refused_after_all() {
    on_each_engine(async |stage: Stage| {
        let applicant = sent(&stage, folder(), "resident").await;
        let (caseworker, cashier) = team(&stage).await;
        applicant.decided(&stage, &caseworker, "granted", "").await;
        applicant.paid(&stage, &cashier, "20").await;
        let late = stage.later(20 * DAY).await;
        late.work().await;
        let (caseworker, cashier) = later_team(&late).await;
        applicant.decided(&late, &caseworker, "refused", "narrow").await;
        assert_eq!(applicant.phase(&late).await, Phase::Decided);
        let money = late.kit.store.work(applicant.case).await.unwrap().money;
        let paid = money.iter().find(|line| line.kind == MoneyKind::Payment).unwrap();
        assert_eq!((paid.minor_units, paid.state.as_str()), (2_000, "to_refund"));
        let list = late.get("/staff/payments", &cashier.0).await;
        assert!(
            list.body.contains("To be paid back") && list.body.contains("£20"),
            "{}",
            list.body
        );
        assert_eq!(applicant.entries(&late).await, 0);
        holds(&late).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_does_not_want_to_pay_takes_the_application_back() {
    on_each_engine(async |stage: Stage| {
        let applicant = sent(&stage, folder(), "resident").await;
        let (caseworker, cashier) = team(&stage).await;
        applicant.decided(&stage, &caseworker, "granted", "").await;
        let path = format!("{SERVICE}/withdraw/{}", applicant.case);
        assert!(applicant.status(&stage).await.contains(&path));
        let fields = [("csrf", applicant.csrf.as_str())];
        let reply = stage.post(&path, &applicant.cookie, &fields).await;
        assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", reply.body);
        assert_eq!(applicant.phase(&stage).await, Phase::Closed);
        let list = stage.get("/staff/payments", &cashier.0).await;
        assert!(!list.body.contains("£45"), "{}", list.body);
        let late = stage.later(20 * DAY).await;
        late.work().await;
        assert_eq!(applicant.phase(&late).await, Phase::Closed);
        assert_eq!(applicant.entries(&late).await, 0);
        holds(&late).await;
    })
    .await;
}
