//! Times that are booked: chosen on a page, one after the other, and booked with a decision, never more than there are,
//! whoever decides at once.

use std::collections::BTreeMap;

use axum::http::StatusCode;
use exemplar_core::answer::Answer;
use exemplar_core::definition::{Folder, write_time};
use exemplar_core::id::CaseId;
use exemplar_core::permission::StaffRole;
use exemplar_core::record::Phase;
use exemplar_testkit::{Draft, at};

use super::stage::{Read, Stage, on_each_engine, revision_in};
use crate::session::Session;

pub const SERVICE: &str = "language: 1
name: Book a visit
organisation: council
why: To decide.
law: A law of the tests
time_zone: Europe/London
questions:
  hall:
    ask: Which hall?
    called: the hall
    one_of: halls
  times:
    ask: When do you want to come?
    called: a time
    slots: { in: visits, at_most: 2 }
  email:
    ask: What is your email address?
    email:
lists:
  halls: { north: North, south: South }
  starts:
    a: { name: A, hall: north, weekday: Saturday, start: '10:00' }
    b: { name: B, hall: north, weekday: Sunday, start: '14:00' }
    c: { name: C, hall: south, weekday: Sunday, start: '15:00' }
calendars:
  visits:
    one_for_each: halls
    times: starts
    minutes: 60
    places: 2
    book: { from: today + 1 day, to: today + 28 days }
casework:
  outcomes:
    booked: { title: Booked, books: first_free(times) }
    refused: { title: Not booked }
keep: { draft: 1 day, booked: 1 year, refused: 1 year, withdrawn: 1 day }
";
pub const SATURDAY: &str = "2026-11-28 10:00";
pub const SUNDAY: &str = "2026-11-29 14:00";

pub async fn served(stage: &Stage) {
    served_as(stage, SERVICE, &[]).await;
}

/// Publishes the service with messages besides the one that says what is booked.
pub async fn served_as(stage: &Stage, service: &str, messages: &[(&str, &str)]) {
    let mut folder = Folder {
        name: "visit".to_owned(),
        ..Folder::default()
    };
    let mut add = |path: &str, text: &str| folder.files.insert(path.to_owned(), text.as_bytes().to_vec());
    add("service.yaml", service);
    add("messages/booked.en.md", "# Booked\n\nCome at ((times.booked)).\n");
    for (path, text) in messages {
        add(path, text);
    }
    let by = exemplar_core::record::Actor::Integration("test".to_owned());
    let published = exemplar_app::services::publish(&stage.kit.store, folder, &by, at(0))
        .await
        .unwrap();
    if let Err(refused) = published {
        panic!("{:?}", refused.checked.findings);
    }
    stage.site.app.services.follow(&stage.kit.store).await.unwrap();
}

/// An applicant: what their browser holds.
pub struct Applicant {
    pub case: CaseId,
    pub cookie: String,
    pub csrf: String,
}

pub async fn applicant(stage: &Stage) -> Applicant {
    let draft = Draft::default();
    let case = draft.case.id;
    let mut session = Session::new([7; 16]);
    session.hold(case, &"visit".into(), 0, at(0));
    let cookie = stage.site.sealer.seal(&session).unwrap();
    let applicant = Applicant {
        case,
        cookie: cookie.split(';').next().unwrap().to_owned(),
        csrf: session.csrf_token(),
    };
    let saved = applicant.post(stage, "hall", &[("hall", "north")]).await;
    assert_eq!(saved.location, "/visit/times", "{}", saved.body);
    applicant
}

fn hidden(page: &Read, name: &str) -> String {
    let field = format!("name=\"{name}\" value=\"");
    let after = page.body.split(&field).nth(1);
    let after = after.unwrap_or_else(|| panic!("{name}: {}", page.body));
    after.split('"').next().unwrap().to_owned()
}

impl Applicant {
    pub async fn get(&self, stage: &Stage, path: &str) -> Read {
        stage.get(&format!("/visit/{path}"), &self.cookie).await
    }

    /// Sends the form of a page, as the page has it, with what is typed.
    async fn post(&self, stage: &Stage, path: &str, typed: &[(&str, &str)]) -> Read {
        let page = self.get(stage, path).await;
        assert_eq!(page.status, StatusCode::OK, "{path}: {}", page.location);
        let seen = hidden(&page, "seen");
        let mut fields = vec![("csrf", self.csrf.as_str()), ("seen", &seen)];
        let chosen: Vec<String> = page
            .body
            .split("name=\"times\" value=\"")
            .skip(1)
            .map(|rest| rest[..16].to_owned())
            .collect();
        fields.extend(chosen.iter().map(|time| ("times", time.as_str())));
        fields.extend(typed);
        stage.post(&format!("/visit/{path}"), &self.cookie, &fields).await
    }

    async fn press(&self, stage: &Stage, act: &str) -> Read {
        self.post(stage, "times", &[("act", act)]).await
    }

    async fn chosen(&self, stage: &Stage) -> Vec<String> {
        let loaded = stage.kit.store.load(self.case).await.unwrap().unwrap();
        let slots = loaded.parts[0].answers.slots("times").cloned().unwrap_or_default();
        slots.times.into_iter().map(write_time).collect()
    }

    /// Chooses times, and answers the rest.
    pub async fn answers(&self, stage: &Stage, times: &[&str]) {
        for time in times {
            let pressed = self.press(stage, &format!("add {time}")).await;
            assert_eq!(pressed.status, StatusCode::SEE_OTHER, "{}", pressed.body);
        }
        assert_eq!(self.post(stage, "times", &[]).await.location, "/visit/email");
        let saved = self.post(stage, "email", &[("email", "a@example.org")]).await;
        assert_eq!(saved.location, "/visit/check-answers", "{}", saved.body);
    }

    pub async fn sends(&self, stage: &Stage) -> Read {
        self.post(stage, "check-answers", &[]).await
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn times_are_chosen_one_after_the_other_and_kept_in_order() {
    on_each_engine(async |stage: Stage| {
        served(&stage).await;
        let ann = applicant(&stage).await;
        let page = ann.get(&stage, "times").await;
        // The first week with a free time is shown, and nothing of another hall.
        assert!(page.body.contains(&format!("add {SATURDAY}")), "{}", page.body);
        assert!(!page.body.contains("15:00 to 16:00"), "{}", page.body);
        let empty = ann.post(&stage, "times", &[]).await;
        assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
        for time in [SATURDAY, SUNDAY] {
            ann.press(&stage, &format!("add {time}")).await;
        }
        ann.press(&stage, &format!("up {SUNDAY}")).await;
        assert_eq!(ann.chosen(&stage).await, [SUNDAY, SATURDAY]);
        let third = ann.press(&stage, "add 2026-12-05 10:00").await;
        assert_eq!(third.status, StatusCode::UNPROCESSABLE_ENTITY);
        ann.press(&stage, &format!("remove {SUNDAY}")).await;
        assert_eq!(ann.chosen(&stage).await, [SATURDAY]);
        // The answer is not given before the person goes on.
        assert_eq!(ann.get(&stage, "email").await.location, "/visit/times");
        let odd = ann.press(&stage, "add 2026-11-28 15:00").await;
        assert_eq!(odd.status, StatusCode::SEE_OTHER);
        assert_eq!(
            ann.post(&stage, "times", &[]).await.status,
            StatusCode::UNPROCESSABLE_ENTITY
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn never_more_places_are_booked_than_there_are_whoever_decides_at_once() {
    on_each_engine(async |stage: Stage| {
        served(&stage).await;
        let other = stage.later(0).await;
        let (ann, csrf) = stage.somebody("ann@example.org", StaffRole::Manager, None).await;
        let mut cases = Vec::new();
        for _ in 0..6 {
            let somebody = applicant(&stage).await;
            somebody.answers(&stage, &[SATURDAY, SUNDAY]).await;
            let sent = somebody.sends(&stage).await;
            assert!(
                sent.location.starts_with("/visit/done/"),
                "{} {}",
                sent.location,
                sent.body
            );
            cases.push(somebody.case);
        }
        let decide = async |case: CaseId, on: &Stage| {
            let path = format!("/staff/cases/{case}");
            let revision = revision_in(&on.get(&path, &ann).await);
            let fields = [("csrf", csrf.as_str()), ("revision", &revision), ("outcome", "booked")];
            on.post(&format!("{path}/decide"), &ann, &fields).await
        };
        // Two instances decide at the same moment, three times.
        let mut told = 0;
        for pair in cases.chunks(2) {
            let both = tokio::join!(decide(pair[0], &stage), decide(pair[1], &other));
            for reply in [both.0, both.1] {
                match reply.status {
                    StatusCode::SEE_OTHER => {}
                    status => {
                        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{}", reply.body);
                        assert!(reply.body.contains("None of the times that were chosen is free"));
                        told += 1;
                    }
                }
            }
        }
        assert_eq!(told, 2);
        let mut booked: BTreeMap<String, Vec<u32>> = BTreeMap::new();
        for case in &cases {
            let loaded = stage.kit.store.load(*case).await.unwrap().unwrap();
            let slots = loaded.parts[0].answers.slots("times").unwrap().clone();
            assert_eq!(slots.booked.is_some(), loaded.case.phase == Phase::Decided);
            if let Some(time) = slots.booked {
                booked.entry(write_time(time.at)).or_default().extend(time.places);
            }
        }
        for places in booked.values_mut() {
            places.sort_unstable();
        }
        let all = vec![1, 2];
        assert_eq!(
            booked,
            BTreeMap::from([(SATURDAY.to_owned(), all.clone()), (SUNDAY.to_owned(), all)])
        );
        let claims = stage
            .kit
            .store
            .seats("visit/visits/north/", "2026", "2027")
            .await
            .unwrap();
        assert_eq!(claims.len(), 4);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_time_that_became_full_is_shown_before_anything_is_sent() {
    on_each_engine(async |stage: Stage| {
        served(&stage).await;
        let (ann, csrf) = stage.somebody("ann@example.org", StaffRole::Manager, None).await;
        let late = applicant(&stage).await;
        late.answers(&stage, &[SATURDAY]).await;
        for _ in 0..2 {
            let first = applicant(&stage).await;
            first.answers(&stage, &[SATURDAY]).await;
            first.sends(&stage).await;
            let path = format!("/staff/cases/{}", first.case);
            let revision = revision_in(&stage.get(&path, &ann).await);
            let fields = [("csrf", csrf.as_str()), ("revision", &revision), ("outcome", "booked")];
            assert_eq!(
                stage.post(&format!("{path}/decide"), &ann, &fields).await.status,
                StatusCode::SEE_OTHER
            );
            let status = first.get(&stage, &format!("status/{}", first.case)).await;
            assert!(status.body.contains("28 November 2026 at 10:00"), "{}", status.body);
            assert!(
                stage
                    .get(&path, &ann)
                    .await
                    .body
                    .contains("28 November 2026 at 10:00, 1 place")
            );
        }
        stage.work().await;
        assert!(
            stage
                .mail()
                .iter()
                .any(|mail| mail.contains("28 November 2026 at 10:00"))
        );
        let sent = late.sends(&stage).await;
        assert_eq!(sent.location, "/visit/times");
        let page = late.get(&stage, "times").await;
        assert!(page.body.contains("is full now. Choose another time"), "{}", page.body);
        assert_eq!(late.chosen(&stage).await, [SATURDAY]);
        // Nobody can choose it now, and whoever goes on with it is told again.
        assert!(!page.body.contains(&format!("add {SATURDAY}")));
        assert_eq!(
            late.post(&stage, "times", &[]).await.status,
            StatusCode::UNPROCESSABLE_ENTITY
        );
        late.press(&stage, &format!("remove {SATURDAY}")).await;
        late.press(&stage, &format!("add {SUNDAY}")).await;
        assert_eq!(late.post(&stage, "times", &[]).await.location, "/visit/email");
        assert!(late.sends(&stage).await.location.starts_with("/visit/done/"));
        let loaded = stage.kit.store.load(late.case).await.unwrap().unwrap();
        let is_booked = |answer: &Answer| matches!(answer, Answer::Slots(slots) if slots.booked.is_some());
        assert!(!loaded.parts[0].answers.all().any(is_booked));
    })
    .await;
}
