//! Asking the applicant for something: on both engines, from the officer's screen to the applicant's browser and back.

use axum::http::StatusCode;
use exemplar_core::answer::{Answer, Given};
use exemplar_core::definition::Folder;
use exemplar_core::id::CaseId;
use exemplar_core::permission::StaffRole;
use exemplar_core::record::{Actor, Case, Channel, Means, Phase};
use exemplar_testkit::{Draft, at};

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
  email:
    ask: What is your email address?
    called: your email address
    optional: yes
    email:
  home:
    ask: What is your address?
    called: your address
    optional: yes
    address: { of: GB }
casework:
  decide_within: 10 days
  asks_for:
    payslips:
      title: Your payslips
      say: Send the last three.
      long_text: { at_most: 5 words }
      within: 14 days
      otherwise: refused
      reason: not_shown
    first_day:
      title: Your first day
      date: { in: past }
      within: 7 days
  outcomes:
    approved:
      title: Licence given
    refused:
      title: Licence refused
      reasons:
        not_shown: You did not send it.
messages:
  still_missing: { at: payslips, after: 7 days }
keep:
  draft: 28 days
  approved: 2 years
  refused: 1 year
  withdrawn: 28 days
";
const DAY: i64 = 24 * 60 * 60;

async fn publish(stage: &Stage) {
    let files = [
        ("service.yaml", SERVICE),
        ("messages/refused.en.md", "# We refused it\n\n((reason))\n"),
        (
            "messages/still_missing.en.md",
            "# Still missing\n\nWe wait for your payslips.\n",
        ),
    ];
    let folder = Folder {
        name: "licence".to_owned(),
        files: files
            .into_iter()
            .map(|(path, content)| (path.to_owned(), content.as_bytes().to_vec()))
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

/// An applicant who sent a case: what their browser holds.
struct Applicant {
    case: CaseId,
    cookie: String,
    csrf: String,
}

/// Sends a case, with an e-mail address or with a postal one.
async fn sent(stage: &Stage, by_post: bool) -> Applicant {
    let mut draft = if by_post {
        Draft::answering(&[("called", "Ann Applicant")])
    } else {
        Draft::answering(&[("called", "Ann Applicant"), ("email", "applicant@example.org")])
    };
    let fields = [("line_1", "1 Kiln Lane"), ("town", "York"), ("postcode", "YO1 1AA")];
    let fields = fields.map(|(field, text)| (field.to_owned(), text.to_owned()));
    let home = if by_post {
        Answer::Fields(fields.into())
    } else {
        Answer::Blank
    };
    let given = |answer| Given {
        answer,
        by: Actor::Participant(0),
        at: at(0),
        channel: Channel::Web,
    };
    if by_post {
        draft.part.answers.0.insert("email".into(), given(Answer::Blank));
    }
    draft.part.answers.0.insert("home".into(), given(home));
    draft.case.service = "licence".into();
    draft.case.definition = stage.site.app.services.live("licence").unwrap().digest;
    stage.kit.store.commit(draft.begin()).await.unwrap();
    let (cookie, csrf) = holding(stage, draft.case.id);
    let page = stage.get("/licence/check-answers", &cookie).await;
    let fields = [("csrf", csrf.as_str()), ("seen", &hidden(&page, "seen"))];
    let reply = stage.post("/licence/check-answers", &cookie, &fields).await;
    assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", reply.body);
    Applicant {
        case: draft.case.id,
        cookie,
        csrf,
    }
}

/// A browser that may reach a case.
fn holding(stage: &Stage, case: CaseId) -> (String, String) {
    let mut session = Session::new([7; 16]);
    session.hold(case, &"licence".into(), 0, stage.site.app.clock.now());
    let cookie = stage.site.sealer.seal(&session).unwrap();
    (cookie.split(';').next().unwrap().to_owned(), session.csrf_token())
}

fn hidden(page: &Read, name: &str) -> String {
    let field = format!("name=\"{name}\" value=\"");
    let after = page.body.split(&field).nth(1);
    let after = after.unwrap_or_else(|| panic!("{name}: {}", page.body));
    after.split('"').next().unwrap().to_owned()
}

/// An officer at a case.
struct Officer<'s> {
    stage: &'s Stage,
    case: String,
    cookie: String,
    csrf: String,
}

impl<'s> Officer<'s> {
    async fn new(stage: &'s Stage, case: CaseId) -> Self {
        let (cookie, csrf) = stage.somebody("officer@example.org", StaffRole::Caseworker, None).await;
        Self {
            stage,
            case: format!("/staff/cases/{case}"),
            cookie,
            csrf,
        }
    }

    async fn page(&self) -> String {
        self.stage.get(&self.case, &self.cookie).await.body
    }

    async fn does(&self, act: &str, fields: &[(&str, &str)]) -> Read {
        let revision = revision_in(&self.stage.get(&self.case, &self.cookie).await);
        let mut all = vec![("csrf", self.csrf.as_str()), ("revision", &revision)];
        all.extend(fields);
        self.stage
            .post(&format!("{}/{act}", self.case), &self.cookie, &all)
            .await
    }

    /// Asks for something, and confirms it.
    async fn asks(&self, name: &str, note: &str) {
        let fields = [("ask", name), ("ask-note", note)];
        let sure = self.does("ask", &fields).await;
        assert_eq!(sure.status, StatusCode::OK, "{}", sure.body);
        assert!(sure.body.contains("Do you want to ask the applicant for this?"));
        let reply = self.does("ask", &[fields[0], fields[1], ("sure", "yes")]).await;
        assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", reply.body);
    }
}

async fn case(stage: &Stage, id: CaseId) -> Case {
    stage.kit.store.load(id).await.unwrap().unwrap().case
}

async fn messages(stage: &Stage, id: CaseId) -> Vec<String> {
    let messages = stage.kit.store.work(id).await.unwrap().messages;
    let mut names: Vec<_> = messages.iter().map(|message| message.event.to_string()).collect();
    names.sort();
    names
}

/// Gives an answer to a page, and sends it.
async fn answers(stage: &Stage, applicant: &Applicant, page: &str, fields: &[(&str, &str)]) {
    let (cookie, csrf) = (applicant.cookie.as_str(), applicant.csrf.as_str());
    let question = stage.get(&format!("/licence/{page}"), cookie).await;
    assert_eq!(question.status, StatusCode::OK, "{}", question.location);
    let seen = hidden(&question, "seen");
    let mut all = vec![("csrf", csrf), ("seen", seen.as_str())];
    all.extend(fields);
    let reply = stage.post(&format!("/licence/{page}"), cookie, &all).await;
    let asked = format!("/licence/asked/{}", applicant.case);
    assert_eq!(reply.location, asked, "{}", reply.body);
    let check = stage.get(&asked, cookie).await;
    let fields = [("csrf", csrf), ("seen", &hidden(&check, "seen"))];
    let reply = stage.post(&asked, cookie, &fields).await;
    assert_eq!(reply.location, format!("{asked}?sent"), "{}", reply.body);
    let done = stage.get(&reply.location, cookie).await;
    assert!(done.body.contains("We have what you sent"));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_officer_asks_and_the_applicant_answers() {
    on_each_engine(async |stage: Stage| {
        publish(&stage).await;
        let applicant = sent(&stage, false).await;
        let officer = Officer::new(&stage, applicant.case).await;
        let due = case(&stage, applicant.case).await.due;
        let nothing = officer.does("ask", &[]).await;
        assert_eq!(nothing.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(nothing.body.contains("Select what you need"));
        assert_eq!(case(&stage, applicant.case).await.due, due);
        officer.asks("payslips", "Of <all> your jobs").await;
        let page = officer.page().await;
        assert!(page.contains("Waiting for the applicant") && page.contains("No longer needed"));
        assert!(!page.contains("Decide and tell the applicant"));
        let decided = officer.does("decide", &[("outcome", "approved")]).await;
        assert_eq!(decided.status, StatusCode::CONFLICT);

        stage.work().await;
        let mail = stage.mail().into_iter().find(|mail| mail.contains("/return/")).unwrap();
        assert!(!mail.contains("payslips are"), "{mail}");
        let (cookie, csrf) = (applicant.cookie.as_str(), applicant.csrf.as_str());
        let status = stage.get(&format!("/licence/status/{}", applicant.case), cookie).await;
        assert!(status.body.contains("We are waiting for you"), "{}", status.body);
        let asked = stage.get(&format!("/licence/asked/{}", applicant.case), cookie).await;
        assert!(asked.body.contains("Of &#60;all&#62; your jobs") || asked.body.contains("Of &lt;all&gt; your jobs"));
        let question = stage.get("/licence/payslips", cookie).await;
        let fields = [
            ("csrf", csrf),
            ("seen", &hidden(&question, "seen")),
            ("payslips", "one two three four five six"),
        ];
        let wrong = stage.post("/licence/payslips", cookie, &fields).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", wrong.location);
        assert_eq!(
            stage.get("/licence/first-day", cookie).await.status,
            StatusCode::SEE_OTHER
        );
        let before = officer.page().await;
        assert!(!before.contains("Here are all three"));
        answers(&stage, &applicant, "payslips", &[("payslips", "Here are all three")]).await;
        let page = officer.page().await;
        assert!(
            page.contains("Here are all three") && page.contains("asked on"),
            "{page}"
        );
        assert!(page.contains("Decide and tell the applicant"));
        let after = case(&stage, applicant.case).await;
        assert_eq!((after.due, after.state.as_str()), (due, "received"));
        let status = stage.get(&format!("/licence/status/{}", applicant.case), cookie).await;
        assert!(status.body.contains("Here are all three"));
        // What was answered is not reminded of, and silence is none.
        let later = stage.later(30 * DAY).await;
        later.work().await;
        assert_eq!(case(&stage, applicant.case).await.phase, Phase::Submitted);
        assert!(
            !messages(&stage, applicant.case)
                .await
                .contains(&"still_missing".to_owned())
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_link_works_as_often_as_needed_and_asks_for_the_second_fact() {
    on_each_engine(async |stage: Stage| {
        publish(&stage).await;
        let applicant = sent(&stage, false).await;
        Officer::new(&stage, applicant.case).await.asks("payslips", "").await;
        let work = stage.kit.store.work(applicant.case).await.unwrap();
        let message = work
            .messages
            .iter()
            .find(|message| message.event.as_str() == "asked_for");
        let text = &message.unwrap().text;
        let link = text.split_whitespace().find(|word| word.contains("/return/")).unwrap();
        let path = link.strip_prefix("http://localhost").unwrap();
        for _ in 0..2 {
            let session = Session::new([9; 16]);
            let cookie = stage.site.sealer.seal(&session).unwrap();
            let cookie = cookie.split(';').next().unwrap();
            let csrf = session.csrf_token();
            assert_eq!(stage.get(path, cookie).await.status, StatusCode::OK);
            let fact = stage.post(path, cookie, &[("csrf", &csrf)]).await;
            assert!(fact.body.contains("What are you called?"), "{}", fact.body);
            let cookie = fact.cookie.split(';').next().unwrap().to_owned();
            let asked = format!("/licence/asked/{}", applicant.case);
            let locked = stage.get(&asked, &cookie).await;
            assert!(!locked.body.contains("Your payslips"), "{}", locked.body);
            let fields = [
                ("csrf", csrf.as_str()),
                ("case", &hidden(&fact, "case")),
                ("called", "Ann Applicant"),
            ];
            let opened = stage.post("/licence/unlock", &cookie, &fields).await;
            assert_eq!(opened.location, asked, "{}", opened.body);
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_written_to_by_post_gets_a_code() {
    on_each_engine(async |stage: Stage| {
        publish(&stage).await;
        let applicant = sent(&stage, true).await;
        Officer::new(&stage, applicant.case).await.asks("first_day", "").await;
        let work = stage.kit.store.work(applicant.case).await.unwrap();
        let letter = work
            .messages
            .iter()
            .find(|message| message.event.as_str() == "asked_for");
        let letter = letter.unwrap();
        assert_eq!(letter.means, Means::Letter);
        let loaded = stage.kit.store.load(applicant.case).await.unwrap().unwrap();
        let code = loaded.participants[0].private.return_code.clone().unwrap();
        assert!(letter.text.contains(&code), "{}", letter.text);
        let found = stage.site.app.find_code(&code, None).await.unwrap();
        assert_eq!(found, applicant.case);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn silence_is_decided_once_by_two_instances_after_the_last_day() {
    on_each_engine(async |stage: Stage| {
        publish(&stage).await;
        let applicant = sent(&stage, false).await;
        Officer::new(&stage, applicant.case).await.asks("payslips", "").await;
        let day = stage.later(14 * DAY).await;
        day.work().await;
        assert_eq!(
            case(&stage, applicant.case).await.phase,
            Phase::Submitted,
            "the last day counts"
        );
        assert_eq!(
            messages(&stage, applicant.case).await,
            ["asked_for", "still_missing"],
            "they are reminded"
        );
        let (one, two) = (stage.later(15 * DAY).await, stage.later(15 * DAY).await);
        tokio::join!(one.work(), two.work());
        let ended = case(&stage, applicant.case).await;
        assert_eq!((ended.phase, ended.state.as_str()), (Phase::Decided, "refused"));
        let work = stage.kit.store.work(applicant.case).await.unwrap();
        assert_eq!(work.decisions.len(), 1);
        let told = messages(&stage, applicant.case).await;
        assert_eq!(told, ["asked_for", "refused", "still_missing"]);
        let (cookie, csrf) = holding(&one, applicant.case);
        let status = one.get(&format!("/licence/status/{}", applicant.case), &cookie).await;
        assert!(status.body.contains("You did not send it."), "{}", status.body);
        let late = [("csrf", csrf.as_str()), ("seen", ""), ("payslips", "Here")];
        let reply = one.post("/licence/payslips", &cookie, &late).await;
        assert_eq!(reply.location, format!("/licence/done/{}", applicant.case));
        let officer = one.sign_in_again(&applicant).await;
        assert!(officer.contains("The applicant did not answer in time"), "{officer}");
    })
    .await;
}

impl Stage {
    /// The screen of a case, as a new officer reads it.
    async fn sign_in_again(&self, applicant: &Applicant) -> String {
        let (cookie, _) = self.somebody("another@example.org", StaffRole::Caseworker, None).await;
        self.get(&format!("/staff/cases/{}", applicant.case), &cookie)
            .await
            .body
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn silence_brings_the_case_back_and_it_can_be_asked_for_again_or_taken_back() {
    on_each_engine(async |stage: Stage| {
        publish(&stage).await;
        let applicant = sent(&stage, false).await;
        let due = case(&stage, applicant.case).await.due.unwrap();
        let officer = Officer::new(&stage, applicant.case).await;
        officer.asks("first_day", "").await;
        let later = stage.later(9 * DAY).await;
        later.work().await;
        let back = case(&stage, applicant.case).await;
        assert_eq!(back.state, "received unanswered");
        assert_eq!((back.due.unwrap() - due).get_days(), 9);
        let (cookie, csrf) = later.somebody("second@example.org", StaffRole::Caseworker, None).await;
        let officer = Officer {
            stage: &later,
            case: officer.case.clone(),
            cookie,
            csrf,
        };
        assert!(officer.page().await.contains("Not answered in time"));
        officer.asks("first_day", "Please").await;
        let reply = officer.does("ask-back", &[]).await;
        assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", reply.body);
        let back = case(&stage, applicant.case).await;
        assert_eq!(back.state, "received");
        let reply = officer.does("ask-back", &[]).await;
        assert_eq!(reply.status, StatusCode::CONFLICT);
        stage.later(40 * DAY).await.work().await;
        assert_eq!(case(&stage, applicant.case).await.state, "received");
        // Nothing in the record was left out.
        assert_eq!(stage.kit.store.verify().await.unwrap(), []);
    })
    .await;
}
