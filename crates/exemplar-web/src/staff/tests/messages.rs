//! Messages that go later, to others, by text, and on a condition: each once, and not where the case went another way.

use exemplar_core::definition::{Folder, read};
use exemplar_core::id::CaseId;
use exemplar_core::permission::StaffRole;
use exemplar_core::record::{Actor, Means};
use exemplar_testkit::{Draft, at};

use super::stage::{Stage, on_each_engine, revision_in};
use crate::session::Session;

const DAY: i64 = 24 * 60 * 60;

/// Eleven in the morning is past the hour of messages that were planned.
const SERVICE: &str = "language: 1
name: Book a hall
organisation: council
why: To decide.
law: A law of the tests
questions:
  party:
    ask: When is the party?
    called: the day
    date: { in: future }
  music:
    ask: Will there be music?
    called: there will be music
    yes_no:
  phone:
    ask: What is your telephone number?
    called: your telephone number
    phone:
  email:
    ask: What is your email address?
    called: your email address
    email:
  guests:
    ask: Who speaks?
    called: the speakers
    rows:
      each: speaker
      questions:
        speaker:
          ask: What is their name?
          called: the name
          text:
        speaker_email:
          ask: What is their email address?
          called: the email address
          optional: yes
          email:
casework:
  outcomes:
    approved: { title: Booked }
    refused: { title: Not booked }
messages:
  invited: { at: submitted, to: each guests, by: email }
  loud: { at: submitted, when: music }
  pay_soon: { at: submitted, after: 7 days }
  thanks: { at: approved, after: 1 month }
  tomorrow: { at: party, before: 1 day, by: text }
keep:
  draft: 28 days
  approved: 2 years
  refused: 1 year
  withdrawn: 28 days
";

const FILES: &[(&str, &str)] = &[
    (
        "messages/invited.en.md",
        "# You speak\n\nDear ((speaker))\n\nBring ((music)).\n\nSee you there.\n",
    ),
    ("messages/loud.en.md", "# Keep it down\n\nMusic ends at ten.\n"),
    ("messages/pay_soon.en.md", "# Pay soon\n\nSeven days are over.\n"),
    ("messages/thanks.en.md", "# Thank you\n\nIt was a pleasure.\n"),
    ("messages/tomorrow.text.en.md", "Your party is on ((party)).\n"),
    (
        "examples/ann.yaml",
        "who: Ann\ntoday: 2026-11-23\nanswers:\n  party: 2026-12-03\n  music: no\n  phone: 07700 900123\n  \
         email: ann@example.org\n  guests:\n    - { speaker: Bob, speaker_email: bob@example.org }\n    - { speaker: \
         Cy }\nthen: { messages: [invited] }\n",
    ),
];

fn folder() -> Folder {
    let files = [("service.yaml", SERVICE)].into_iter().chain(FILES.iter().copied());
    Folder {
        name: "hall".to_owned(),
        files: files
            .map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec()))
            .collect(),
    }
}

/// Hands in the case of the example, as its applicant.
async fn handed_in(stage: &Stage) -> CaseId {
    let by = Actor::Integration("test".to_owned());
    let published = exemplar_app::services::publish(&stage.kit.store, folder(), &by, at(0)).await;
    if let Err(refused) = published.unwrap() {
        panic!("{:?}", refused.checked.findings);
    }
    stage.site.app.services.follow(&stage.kit.store).await.unwrap();
    let live = stage.site.app.services.live("hall").unwrap();
    let mut draft = Draft::default();
    draft.case.service = "hall".into();
    draft.case.definition = live.digest;
    draft.part.answers = read(&folder()).examples[0].as_kept(&live);
    stage.kit.store.commit(draft.begin()).await.unwrap();
    let mut session = Session::new([7; 16]);
    session.hold(draft.case.id, &"hall".into(), 0, at(0));
    let cookie = stage.site.sealer.seal(&session).unwrap();
    let cookie = cookie.split(';').next().unwrap();
    let page = stage.get("/hall/check-answers", cookie).await;
    let seen = page.body.split("name=\"seen\" value=\"").nth(1).unwrap();
    let csrf = session.csrf_token();
    let fields = [("csrf", csrf.as_str()), ("seen", seen.split('"').next().unwrap())];
    let sent = stage.post("/hall/check-answers", cookie, &fields).await;
    assert!(
        sent.location.starts_with("/hall/done"),
        "{} {}",
        sent.location,
        sent.body
    );
    draft.case.id
}

async fn decide(stage: &Stage, case: CaseId, outcome: &str, who: &str) {
    let (cookie, csrf) = stage.somebody(who, StaffRole::Owner, None).await;
    let page = stage.get(&format!("/staff/cases/{case}"), &cookie).await;
    let revision = revision_in(&page);
    let fields = [("csrf", csrf.as_str()), ("revision", &revision), ("outcome", outcome)];
    let decided = stage
        .post(&format!("/staff/cases/{case}/decide"), &cookie, &fields)
        .await;
    assert_eq!(decided.status, 303, "{}", decided.body);
}

/// The names of the messages of a case with their means, as they were written.
async fn written(stage: &Stage, case: CaseId) -> Vec<(String, Means)> {
    let messages = stage.kit.store.work(case).await.unwrap().messages;
    messages
        .into_iter()
        .map(|message| (message.event.to_string(), message.means))
        .collect()
}

fn named(names: &[(&str, Means)]) -> Vec<(String, Means)> {
    names.iter().map(|(name, means)| ((*name).to_owned(), *means)).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn messages_go_on_their_day_once_and_each_to_whom_they_are_for() {
    on_each_engine(async |stage| {
        let case = handed_in(&stage).await;
        stage.work().await;
        let mut expected = vec![("invited", Means::Email)];
        assert_eq!(
            written(&stage, case).await,
            named(&expected),
            "no music, and the others later"
        );
        let mail = stage.mail();
        assert_eq!(mail.len(), 1);
        assert!(
            mail[0].contains("To: bob@example.org") && mail[0].contains("Dear Bob"),
            "{}",
            mail[0]
        );
        assert!(!mail[0].contains("Bring"), "what others answered stays with them");
        let events = stage.kit.store.events(case).await.unwrap();
        let unreached = events.iter().filter(|event| event.kind == "message_not_sent");
        assert_eq!(unreached.count(), 1, "nobody knows where Cy is");

        let early = stage.later(7 * DAY - 4 * 60 * 60).await;
        early.work().await;
        assert_eq!(written(&stage, case).await, named(&expected), "it is night");
        let later = stage.later(7 * DAY).await;
        later.work().await;
        later.work().await;
        expected.push(("pay_soon", Means::Email));
        assert_eq!(written(&stage, case).await, named(&expected));

        decide(&later, case, "approved", "zoe@example.org").await;
        let later = stage.later(9 * DAY).await;
        later.work().await;
        expected.push(("tomorrow", Means::Text));
        assert_eq!(written(&stage, case).await, named(&expected));
        let texts: Vec<_> = std::fs::read_dir(stage.kit.texts_folder()).unwrap().collect();
        let text = std::fs::read_to_string(texts[0].as_ref().unwrap().path()).unwrap();
        assert_eq!(text, "+447700900123\n\nYour party is on 3 December 2026.\n");

        stage.later(37 * DAY).await.work().await;
        expected.push(("thanks", Means::Email));
        assert_eq!(
            written(&stage, case).await,
            named(&expected),
            "a month after the decision"
        );
        assert!(stage.kit.store.verify().await.unwrap().is_empty());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_hangs_on_a_case_that_went_another_way_is_not_sent() {
    let stage = Stage::new().await;
    let case = handed_in(&stage).await;
    decide(&stage, case, "refused", "zoe@example.org").await;
    for days in [8, 40] {
        stage.later(days * DAY).await.work().await;
    }
    let expected = [("invited", Means::Email), ("tomorrow", Means::Text)];
    assert_eq!(
        written(&stage, case).await,
        named(&expected),
        "neither the reminder nor the thanks"
    );
    assert_eq!(stage.kit.store.dead_jobs(10).await.unwrap(), []);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_case_shows_whom_a_message_did_not_reach() {
    let stage = Stage::new().await;
    let case = handed_in(&stage).await;
    let (cookie, _) = stage.somebody("zoe@example.org", StaffRole::Owner, None).await;
    let page = stage.get(&format!("/staff/cases/{case}"), &cookie).await;
    assert!(
        page.body.contains("Message not sent, as nothing says where to"),
        "{}",
        page.body
    );
}
