//! A second officer, checks, and what the computer decides: on both engines, from the applicant's browser to the officer's.

use std::sync::Arc;

use axum::http::StatusCode;
use exemplar_core::answer::{Answer, Given};
use exemplar_core::definition::Folder;
use exemplar_core::id::CaseId;
use exemplar_core::permission::StaffRole;
use exemplar_core::record::{Actor, Channel, DecisionStep, Phase};
use exemplar_outbound::Connectors;
use exemplar_testkit::{Draft, Kit, at};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpListener;

use super::stage::{Read, Stage, on_each_engine, revision_in};
use crate::session::Session;

const SERVICE: &str = "language: 1
name: Apply for a licence
organisation: council
why: To decide.
law: A law of the tests
questions:
  called:
    ask: What are you called?
    called: your name
    text:
  number:
    ask: What is your number?
    called: your number
    text:
  not_known:
    exit: We do not know that number
    when: not number_known
    say: Look at your papers.
  email:
    ask: What is your email address?
    called: your email address
    email:
  convicted:
    ask: Have you been convicted?
    called: whether you have been convicted
    yes_no:
casework:
  decide_within:
    - 30 days when convicted
    - 10 days
  outcomes:
    approved:
      title: Licence given
    refused:
      title: Licence refused
      appeal: { to: the county court, within: 14 days, review_first: yes }
      reasons:
        conviction: You were convicted.
  second_officer: convicted
  urgent: number is \"U1\"
  stages:
    papers: { title: Checking the papers, within: 5 working days }
    prison: { title: Asking the prison, when: convicted }
    visit: { title: Visiting, team: visitors }
  checks:
    number_known: { from: numbers, send: [number], at: number }
    on_register: { called: Is on the register, from: register, send: [called, number] }
  automatic:
    outcome: approved
    when: on_register
    law: Licence Act, section 9
keep:
  draft: 28 days
  approved: 2 years
  refused: 1 year
  withdrawn: 28 days
";

/// An applicant with a case of the service: what their browser holds.
struct Applicant {
    case: CaseId,
    cookie: String,
    csrf: String,
}

async fn publish(stage: &Stage) {
    let message = |words: &str| words.as_bytes().to_vec();
    let files = [
        ("service.yaml", message(SERVICE)),
        (
            "messages/received.en.md",
            message("# We have it\n\nWe will look at it.\n"),
        ),
        (
            "messages/approved.en.md",
            message("# You have the licence\n\nUse it well.\n"),
        ),
        ("messages/refused.en.md", message("# We refused it\n\n((reason))\n")),
    ];
    let folder = Folder {
        name: "licence".to_owned(),
        files: files
            .into_iter()
            .map(|(path, content)| (path.to_owned(), content))
            .collect(),
    };
    let by = Actor::Integration("test".to_owned());
    let published = exemplar_app::services::publish(&stage.kit.store, folder, &by, at(0))
        .await
        .unwrap();
    if let Err(refused) = published {
        panic!("{:?}", refused.checked.findings);
    }
    stage.site.app.services.follow(&stage.kit.store).await.unwrap();
}

/// A draft that is answered to the end, or to the number.
async fn drafted(stage: &Stage, number: &str, convicted: Option<bool>) -> Applicant {
    let mut pairs = vec![("called", "Ann Applicant"), ("number", number)];
    if convicted.is_some() {
        pairs.push(("email", "applicant@example.org"));
    }
    let mut draft = Draft::answering(&pairs);
    if let Some(convicted) = convicted {
        let given = Given {
            answer: Answer::Yes(convicted),
            by: Actor::Participant(0),
            at: at(0),
            channel: Channel::Web,
        };
        draft.part.answers.0.insert("convicted".into(), given);
    }
    draft.case.service = "licence".into();
    draft.case.definition = stage.site.app.services.live("licence").unwrap().digest;
    stage.kit.store.commit(draft.begin()).await.unwrap();
    let mut session = Session::new([7; 16]);
    session.hold(draft.case.id, &"licence".into(), 0, at(0));
    let cookie = stage.site.sealer.seal(&session).unwrap();
    Applicant {
        case: draft.case.id,
        cookie: cookie.split(';').next().unwrap().to_owned(),
        csrf: session.csrf_token(),
    }
}

fn hidden(page: &Read, name: &str) -> String {
    let field = format!("name=\"{name}\" value=\"");
    let after = page.body.split(&field).nth(1);
    let after = after.unwrap_or_else(|| panic!("{name}: {}", page.body));
    after.split('"').next().unwrap().to_owned()
}

/// Sends a case. Gives the address of its screen.
async fn sent(stage: &Stage, convicted: bool) -> (Applicant, String) {
    sent_with(stage, "A1", convicted).await
}

async fn sent_with(stage: &Stage, number: &str, convicted: bool) -> (Applicant, String) {
    let applicant = drafted(stage, number, Some(convicted)).await;
    let page = stage.get("/licence/check-answers", &applicant.cookie).await;
    let fields = [("csrf", applicant.csrf.as_str()), ("seen", &hidden(&page, "seen"))];
    let reply = stage.post("/licence/check-answers", &applicant.cookie, &fields).await;
    assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", reply.body);
    let done = stage.get(&reply.location, &applicant.cookie).await;
    assert_eq!(done.status, StatusCode::OK);
    let case = format!("/staff/cases/{}", applicant.case);
    (applicant, case)
}

/// An officer at a case.
struct Officer<'s> {
    stage: &'s Stage,
    case: String,
    cookie: String,
    csrf: String,
}

impl<'s> Officer<'s> {
    async fn new(stage: &'s Stage, name: &str, case: &str) -> Self {
        let (cookie, csrf) = stage.somebody(name, StaffRole::Caseworker, None).await;
        Self {
            stage,
            case: case.to_owned(),
            cookie,
            csrf,
        }
    }

    async fn page(&self) -> Read {
        self.stage.get(&self.case, &self.cookie).await
    }

    /// Does something on the case as it stands now.
    async fn does(&self, act: &str, fields: &[(&str, &str)]) -> Read {
        let revision = revision_in(&self.page().await);
        let mut all = vec![("csrf", self.csrf.as_str()), ("revision", &revision)];
        all.extend(fields);
        self.stage
            .post(&format!("{}/{act}", self.case), &self.cookie, &all)
            .await
    }

    #[track_caller]
    fn done(&self, reply: &Read) {
        assert_eq!(
            (reply.status, reply.location.as_str()),
            (StatusCode::SEE_OTHER, self.case.as_str()),
            "{}",
            reply.body
        );
    }
}

async fn phase(stage: &Stage, case: CaseId) -> Phase {
    stage.kit.store.load(case).await.unwrap().unwrap().case.phase
}

async fn messages(stage: &Stage, case: CaseId) -> Vec<String> {
    let messages = stage.kit.store.work(case).await.unwrap().messages;
    messages.iter().map(|message| message.event.to_string()).collect()
}

const REFUSED: &[(&str, &str)] = &[
    ("outcome", "refused"),
    ("reason-refused", "conviction"),
    ("said", "Seen the file."),
];

#[tokio::test(flavor = "multi_thread")]
#[expect(clippy::too_many_lines, reason = "one story, in its order")]
async fn a_second_officer_confirms_and_only_then_it_is_decided() {
    on_each_engine(async |stage: Stage| {
        publish(&stage).await;
        let (applicant, case) = sent(&stage, true).await;
        let ann = Officer::new(&stage, "ann@example.org", &case).await;
        let bob = Officer::new(&stage, "bob@example.org", &case).await;
        assert!(ann.page().await.body.contains("Propose this decision"));
        let list = stage.get("/staff/cases?state=proposed", &bob.cookie).await;
        assert!(list.body.contains("No case fits."));
        ann.done(&ann.does("decide", REFUSED).await);
        assert_eq!(phase(&stage, applicant.case).await, Phase::Submitted);
        assert_eq!(messages(&stage, applicant.case).await, ["received"]);
        let list = stage.get("/staff/cases?state=proposed", &bob.cookie).await;
        assert!(list.body.contains("Needs a second officer") && list.body.contains("Apply for a licence"));
        let page = bob.page().await;
        for shown in [
            "Licence refused",
            "You were convicted.",
            "Seen the file.",
            "Name of ann@example.org",
        ] {
            assert!(page.body.contains(shown), "{shown}");
        }
        assert!(
            !page.body.contains("name=\"outcome\""),
            "nothing else is decided meanwhile"
        );
        // The same person is no second officer, whatever form they send.
        assert!(!ann.page().await.body.contains("/confirm\""));
        let refused = ann.does("confirm", &[]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.body.contains("two officers are needed"));
        assert_eq!(
            ann.does("send-back", &[("back-note", "x")]).await.status,
            StatusCode::UNPROCESSABLE_ENTITY
        );
        assert_eq!(
            bob.does("take-back", &[]).await.status,
            StatusCode::UNPROCESSABLE_ENTITY
        );
        assert_eq!(bob.does("decide", REFUSED).await.status, StatusCode::CONFLICT);
        assert_eq!(phase(&stage, applicant.case).await, Phase::Submitted);
        let seen = revision_in(&bob.page().await);
        bob.done(&bob.does("confirm", &[]).await);
        assert_eq!(phase(&stage, applicant.case).await, Phase::Decided);
        assert_eq!(messages(&stage, applicant.case).await, ["received", "refused"]);
        let fields = [("csrf", bob.csrf.as_str()), ("revision", &seen)];
        let again = stage.post(&format!("{case}/confirm"), &bob.cookie, &fields).await;
        assert_eq!(again.status, StatusCode::CONFLICT, "once only");
        let decisions = stage.kit.store.work(applicant.case).await.unwrap().decisions;
        let steps: Vec<_> = decisions.iter().map(|made| (made.n, made.step)).collect();
        assert_eq!(steps, [(1, DecisionStep::Recommended), (2, DecisionStep::Decided)]);
        assert_eq!(decisions[1].by, decisions[0].by, "it is the first officer's decision");
        assert!(decisions[1].approved_by.is_some());
        assert_eq!(decisions[1].reasons["appeal_by"], "2026-12-07");
        assert!(bob.page().await.body.contains("Proposed by Name of ann@example.org"));
        let status = format!("/licence/status/{}", applicant.case);
        let told = stage.get(&status, &applicant.cookie).await.body;
        assert!(told.contains("ask us to look again first"), "{told}");
        for officer in [&ann, &bob] {
            let theirs = officer.does("look-again", REFUSED).await;
            assert_eq!(theirs.status, StatusCode::UNPROCESSABLE_ENTITY, "they decided it");
        }
        let cat = Officer::new(&stage, "cat@example.org", &case).await;
        assert!(cat.page().await.body.contains("Look at the decision again"));
        cat.done(&cat.does("look-again", &[("outcome", "approved")]).await);
        let work = stage.kit.store.work(applicant.case).await.unwrap();
        let last = work.decisions.last().unwrap();
        assert_eq!(
            (last.step, last.outcome.as_str()),
            (DecisionStep::Reconsidered, "approved")
        );
        assert_eq!(
            messages(&stage, applicant.case).await,
            ["received", "refused", "approved"]
        );
        let told = stage.get(&status, &applicant.cookie).await.body;
        assert!(told.contains("Licence given") && !told.contains("look again"));
        assert!(
            !cat.page().await.body.contains("Look at the decision again"),
            "once only"
        );
        assert!(
            stage.kit.store.verify().await.unwrap().is_empty(),
            "the record is whole"
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_proposal_is_sent_back_taken_back_and_ends_when_a_check_is_answered() {
    on_each_engine(async |stage: Stage| {
        publish(&stage).await;
        let (applicant, case) = sent(&stage, true).await;
        let ann = Officer::new(&stage, "ann@example.org", &case).await;
        let bob = Officer::new(&stage, "bob@example.org", &case).await;
        ann.done(&ann.does("decide", REFUSED).await);
        let without = bob.does("send-back", &[("back-note", " ")]).await;
        assert_eq!(without.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(without.body.contains("Enter why you send it back"));
        bob.done(&bob.does("send-back", &[("back-note", "Look at the date.")]).await);
        let page = ann.page().await.body;
        assert!(page.contains("Look at the date.") && page.contains("Propose this decision"));
        ann.done(&ann.does("decide", REFUSED).await);
        ann.done(&ann.does("take-back", &[]).await);
        assert_eq!(bob.does("confirm", &[]).await.status, StatusCode::CONFLICT);
        ann.done(&ann.does("decide", REFUSED).await);
        let stale = revision_in(&bob.page().await);
        ann.done(
            &ann.does("check", &[("check", "on_register"), ("answer-on_register", "yes")])
                .await,
        );
        let fields = [("csrf", bob.csrf.as_str()), ("revision", &stale)];
        let late = stage.post(&format!("{case}/confirm"), &bob.cookie, &fields).await;
        assert_eq!(late.status, StatusCode::CONFLICT);
        assert!(late.body.contains("Proposal ended, because a check was answered"));
        assert_eq!(
            phase(&stage, applicant.case).await,
            Phase::Submitted,
            "two officers, no computer"
        );
        let list = stage.get("/staff/cases?state=proposed", &bob.cookie).await;
        assert!(list.body.contains("No case fits."));
        ann.done(&ann.does("decide", REFUSED).await);
        bob.done(&bob.does("confirm", &[]).await);
        let decisions = stage.kit.store.work(applicant.case).await.unwrap().decisions;
        assert_eq!(decisions.len(), 5, "four proposals and a decision");
        assert!(
            stage.kit.store.verify().await.unwrap().is_empty(),
            "the record is whole"
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_check_is_answered_and_corrected_by_staff_and_the_computer_decides_by_it() {
    on_each_engine(async |stage: Stage| {
        publish(&stage).await;
        let (applicant, case) = sent(&stage, false).await;
        let ann = Officer::new(&stage, "ann@example.org", &case).await;
        let page = ann.page().await.body;
        assert!(
            page.contains("Is on the register") && page.contains("Number known") && page.contains("Not answered yet")
        );
        let nothing = ann.does("check", &[("check", "on_register")]).await;
        assert_eq!(nothing.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(nothing.body.contains("Select what the check says"));
        let unknown = [("check", "made_up"), ("answer-made_up", "yes")];
        assert_eq!(ann.does("check", &unknown).await.status, StatusCode::CONFLICT);
        let answer = |said| [("check", "on_register"), ("answer-on_register", said)];
        ann.done(&ann.does("check", &answer("cannot_tell")).await);
        assert_eq!(phase(&stage, applicant.case).await, Phase::Submitted);
        assert_eq!(
            ann.does("check", &answer("yes")).await.status,
            StatusCode::UNPROCESSABLE_ENTITY
        );
        let mut corrected = answer("no").to_vec();
        corrected.push(("why-on_register", "Found another entry."));
        ann.done(&ann.does("check", &corrected).await);
        assert_eq!(phase(&stage, applicant.case).await, Phase::Submitted);
        let page = ann.page().await.body;
        assert!(
            page.contains("Name of ann@example.org, ") && page.contains("Is on the register. No. Found another entry.")
        );
        corrected[1] = ("answer-on_register", "yes");
        ann.done(&ann.does("check", &corrected).await);
        assert_eq!(phase(&stage, applicant.case).await, Phase::Decided);
        assert_eq!(messages(&stage, applicant.case).await, ["received", "approved"]);
        assert!(
            ann.page()
                .await
                .body
                .contains("The computer, under Licence Act, section 9")
        );
        let made = &stage.kit.store.work(applicant.case).await.unwrap().decisions[0];
        assert_eq!(
            (&made.by, made.outcome.as_str()),
            (&Actor::Job("automatic".into()), "approved")
        );
        let list = stage.get("/staff/cases?state=decided", &ann.cookie).await;
        assert!(list.body.contains("Licence given"));
        assert!(
            stage.kit.store.verify().await.unwrap().is_empty(),
            "the record is whole"
        );
    })
    .await;
}

/// A server that answers every question so, and keeps what it was asked.
async fn answering(reply: &'static str) -> (String, Arc<std::sync::Mutex<Vec<String>>>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = format!("http://{}/ask", listener.local_addr().unwrap());
    let asked = Arc::new(std::sync::Mutex::new(Vec::new()));
    let keeps = Arc::clone(&asked);
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let mut got = Vec::new();
            while !String::from_utf8_lossy(&got).contains("}}") {
                let mut piece = [0; 2048];
                let count = stream.read(&mut piece).await.unwrap();
                got.extend_from_slice(&piece[..count]);
            }
            keeps.lock().unwrap().push(String::from_utf8(got).unwrap());
            stream.write_all(reply.as_bytes()).await.unwrap();
        }
    });
    (address, asked)
}

const YES: &str = "HTTP/1.1 200 OK\r\nContent-Length: 15\r\n\r\n{\"answer\":true}";
const NO: &str = "HTTP/1.1 200 OK\r\nContent-Length: 16\r\n\r\n{\"answer\":false}";
const REFUSES: &str = "HTTP/1.1 403 No\r\nContent-Length: 0\r\n\r\n";

/// A site that asks these systems.
fn asking(kit: Arc<Kit>, systems: &[(&str, &str)]) -> Stage {
    let systems = systems
        .iter()
        .map(|(name, address)| ((*name).to_owned(), (*address).to_owned()));
    Stage::asking(kit, 0, Connectors::new(systems, Default::default()).unwrap())
}

#[tokio::test(flavor = "multi_thread")]
async fn another_system_is_asked_after_sending_and_the_computer_decides_by_its_answer() {
    exemplar_testkit::on_each_engine(async |kit: Kit| {
        let (address, asked) = answering(YES).await;
        let stage = asking(Arc::new(kit), &[("register", &address)]);
        publish(&stage).await;
        let (applicant, case) = sent(&stage, false).await;
        stage.work().await;
        assert_eq!(phase(&stage, applicant.case).await, Phase::Decided);
        let question = asked.lock().unwrap()[0].clone();
        let body: serde_json::Value = serde_json::from_str(question.split("\r\n\r\n").nth(1).unwrap()).unwrap();
        let names: Vec<_> = body.as_object().unwrap().keys().map(String::as_str).collect();
        assert_eq!(names, ["service", "check", "reference", "answers"]);
        assert_eq!(
            body["answers"],
            serde_json::json!({ "called": "Ann Applicant", "number": "A1" })
        );
        assert!(!question.contains("applicant@example.org"), "nothing else is sent");
        assert_eq!(asked.lock().unwrap().len(), 1, "the other system is not set up");
        assert_eq!(messages(&stage, applicant.case).await, ["received", "approved"]);
        let ann = Officer::new(&stage, "ann@example.org", &case).await;
        assert!(ann.page().await.body.contains("Another system (register)"));
        assert!(
            stage.kit.store.verify().await.unwrap().is_empty(),
            "the record is whole"
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_system_that_does_not_answer_leaves_the_check_to_staff() {
    let (address, asked) = answering(REFUSES).await;
    let stage = asking(Arc::new(Kit::sqlite().await), &[("register", &address)]);
    publish(&stage).await;
    let (applicant, case) = sent(&stage, false).await;
    stage.work().await;
    assert_eq!(asked.lock().unwrap().len(), 1);
    assert_eq!(phase(&stage, applicant.case).await, Phase::Submitted);
    let dead = stage.kit.store.dead_jobs(10).await.unwrap();
    assert_eq!(
        dead.iter().map(|job| job.kind.as_str()).collect::<Vec<_>>(),
        ["ask_check"]
    );
    let ann = Officer::new(&stage, "ann@example.org", &case).await;
    ann.done(
        &ann.does("check", &[("check", "on_register"), ("answer-on_register", "yes")])
            .await,
    );
    assert_eq!(phase(&stage, applicant.case).await, Phase::Decided);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_check_in_the_journey_is_asked_while_the_person_waits_and_again_for_another_answer() {
    exemplar_testkit::on_each_engine(async |kit: Kit| {
        let kit = Arc::new(kit);
        let (address, asked) = answering(NO).await;
        let stage = asking(Arc::clone(&kit), &[("numbers", &address)]);
        publish(&stage).await;
        let applicant = drafted(&stage, "B1", None).await;
        let save = async |stage: &Stage, number: &str| {
            let page = stage.get("/licence/number", &applicant.cookie).await;
            let fields = [
                ("csrf", applicant.csrf.as_str()),
                ("seen", &hidden(&page, "seen")),
                ("number", number),
            ];
            stage.post("/licence/number", &applicant.cookie, &fields).await.location
        };
        assert_eq!(save(&stage, "B2").await, "/licence/not-known");
        assert_eq!(asked.lock().unwrap().len(), 1);
        assert_eq!(save(&stage, "B2").await, "/licence/not-known");
        assert_eq!(asked.lock().unwrap().len(), 1, "it is answered");
        assert_eq!(save(&stage, "B3").await, "/licence/not-known");
        assert_eq!(asked.lock().unwrap().len(), 2, "another number is asked anew");
        // Where nobody answers, there is no value, and the journey goes on.
        let alone = Stage::asking(kit, 0, Connectors::default());
        alone.site.app.services.follow(&alone.kit.store).await.unwrap();
        assert_eq!(save(&alone, "B4").await, "/licence/email");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn urgent_cases_stand_first_and_each_case_is_moved_on_through_its_stages() {
    on_each_engine(async |stage: Stage| {
        publish(&stage).await;
        let (calm, _) = sent(&stage, false).await;
        let (applicant, case) = sent_with(&stage, "U1", true).await;
        let ann = Officer::new(&stage, "ann@example.org", &case).await;
        let list = stage.get("/staff/cases", &ann.cookie).await.body;
        let place = |case: CaseId| list.find(&case.to_string()).unwrap();
        assert!(
            place(applicant.case) < place(calm.case),
            "the urgent one, though it is due later"
        );
        assert_eq!(list.matches("Urgent").count(), 1);
        let loaded = stage.kit.store.load(applicant.case).await.unwrap().unwrap();
        assert_eq!(
            (loaded.case.state.as_str(), loaded.case.due),
            ("papers urgent", Some(jiff::civil::date(2026, 12, 23)))
        );
        let page = ann.page().await.body;
        for shown in [
            "Urgent",
            "Checking the papers",
            "30 November 2026",
            "Asking the prison",
            "Visiting",
        ] {
            assert!(page.contains(shown), "{shown}");
        }
        let status = format!("/licence/status/{}", applicant.case);
        assert!(
            stage
                .get(&status, &applicant.cookie)
                .await
                .body
                .contains("Checking the papers")
        );
        let nowhere = ann.does("stage", &[("stage", "papers")]).await;
        assert_eq!(nowhere.status, StatusCode::UNPROCESSABLE_ENTITY);
        ann.done(&ann.does("stage", &[("stage", "visit")]).await);
        ann.done(&ann.does("decide", REFUSED).await);
        let case = stage.kit.store.load(applicant.case).await.unwrap().unwrap().case;
        assert_eq!(case.state, "visit urgent proposed");
        assert_eq!(case.office, Some("visitors".into()));
        assert!(ann.page().await.body.contains("Moved on"));
        assert!(stage.get(&status, &applicant.cookie).await.body.contains("Visiting"));
        let other = Officer::new(&stage, "bob@example.org", &format!("/staff/cases/{}", calm.case)).await;
        assert!(
            !other.page().await.body.contains("Asking the prison"),
            "it does not come there"
        );
        let prison = other.does("stage", &[("stage", "prison")]).await;
        assert_eq!(prison.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(
            stage.kit.store.verify().await.unwrap().is_empty(),
            "the record is whole"
        );
    })
    .await;
}
