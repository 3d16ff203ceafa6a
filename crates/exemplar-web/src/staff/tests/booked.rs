//! What is booked, whoever decides: the computer as a case is sent, a second officer, and who looks again; what staff see
//! of a calendar and close of it; and the message that goes before what is booked.

use std::collections::BTreeSet;

use axum::http::StatusCode;
use exemplar_core::definition::write_time;
use exemplar_core::id::CaseId;
use exemplar_core::permission::StaffRole;
use exemplar_core::record::Phase;
use exemplar_testkit::at;

use super::slots::{Applicant, SATURDAY, SERVICE, SUNDAY, applicant, served, served_as};
use super::stage::{Read, Stage, on_each_engine, revision_in};

/// The service with other lines of casework, and one place for each time.
fn with_one_place(casework: &str) -> String {
    SERVICE
        .replace("places: 2", "places: 1")
        .replace("casework:\n", &format!("casework:\n{casework}"))
}

/// The time and the places that a case has.
async fn booked(stage: &Stage, case: CaseId) -> Option<(String, Vec<u32>)> {
    let loaded = stage.kit.store.load(case).await.unwrap().unwrap();
    let slots = loaded.parts[0].answers.slots("times").unwrap().clone();
    slots.booked.map(|booked| (write_time(booked.at), booked.places))
}

async fn phase(stage: &Stage, case: CaseId) -> Phase {
    stage.kit.store.load(case).await.unwrap().unwrap().case.phase
}

/// The claims on places that stand in the store.
async fn seats(stage: &Stage) -> usize {
    let seats = stage.kit.store.seats("visit/visits/north/", "2026", "2027").await;
    seats.unwrap().len()
}

/// Somebody who chose these times and sent them.
async fn sent(stage: &Stage, times: &[&str]) -> Applicant {
    let somebody = applicant(stage).await;
    somebody.answers(stage, times).await;
    let sent = somebody.sends(stage).await;
    assert!(sent.location.starts_with("/visit/done/"), "{}", sent.body);
    somebody
}

struct Officer(String, String);

impl Officer {
    async fn new(stage: &Stage, name: &str) -> Self {
        let (cookie, csrf) = stage
            .somebody(&format!("{name}@example.org"), StaffRole::Manager, None)
            .await;
        Self(cookie, csrf)
    }

    async fn does(&self, stage: &Stage, case: CaseId, act: &str, outcome: Option<&str>) -> Read {
        let path = format!("/staff/cases/{case}");
        let revision = revision_in(&stage.get(&path, &self.0).await);
        let mut fields = vec![("csrf", self.1.as_str()), ("revision", &revision)];
        fields.extend(outcome.map(|outcome| ("outcome", outcome)));
        stage.post(&format!("{path}/{act}"), &self.0, &fields).await
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn of_those_who_send_at_once_each_gets_a_time_of_their_own_as_long_as_there_are_any() {
    on_each_engine(async |stage: Stage| {
        let service = with_one_place("  automatic: { outcome: booked, when: hall is north }\n");
        served_as(&stage, &service, &[]).await;
        let other = stage.later(0).await;
        let mut people = Vec::new();
        for _ in 0..5 {
            let somebody = applicant(&stage).await;
            somebody.answers(&stage, &[SATURDAY, SUNDAY]).await;
            people.push(somebody);
        }
        let [a, b, c, d, e] = &people[..] else { panic!() };
        let replies = tokio::join!(
            a.sends(&stage),
            b.sends(&other),
            c.sends(&stage),
            d.sends(&other),
            e.sends(&stage)
        );
        let replies = [replies.0, replies.1, replies.2, replies.3, replies.4];
        let mut got = BTreeSet::new();
        for (somebody, reply) in people.iter().zip(&replies) {
            assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", reply.body);
            let booked = booked(&stage, somebody.case).await;
            match phase(&stage, somebody.case).await {
                Phase::Decided => assert!(got.insert(booked.unwrap()), "a place was given twice"),
                // Whoever came too late chooses again, or an officer decides.
                Phase::Draft => {
                    assert_eq!((reply.location.as_str(), booked), ("/visit/times", None));
                    let page = somebody.get(&stage, "times").await;
                    assert!(page.body.contains("is full now. Choose another time"), "{}", page.body);
                }
                Phase::Submitted => assert_eq!(booked, None),
                phase => panic!("{phase:?}"),
            }
        }
        let expected = [SATURDAY, SUNDAY].map(|time| (time.to_owned(), vec![1]));
        assert_eq!(got, BTreeSet::from(expected));
        assert_eq!(seats(&stage).await, 2);
        assert!(stage.kit.store.verify().await.unwrap().is_empty());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_officer_books_and_is_told_where_nothing_is_free_any_more() {
    on_each_engine(async |stage: Stage| {
        served_as(&stage, &with_one_place("  second_officer: hall is north\n"), &[]).await;
        let (ann, bob) = (Officer::new(&stage, "ann").await, Officer::new(&stage, "bob").await);
        let first = sent(&stage, &[SATURDAY]).await.case;
        let second = sent(&stage, &[SATURDAY]).await.case;
        for case in [first, second] {
            let proposed = ann.does(&stage, case, "decide", Some("booked")).await;
            assert_eq!(proposed.status, StatusCode::SEE_OTHER, "{}", proposed.body);
            assert_eq!(booked(&stage, case).await, None, "a proposal books nothing");
        }
        let confirmed = bob.does(&stage, first, "confirm", None).await;
        assert_eq!(confirmed.status, StatusCode::SEE_OTHER, "{}", confirmed.body);
        assert_eq!(booked(&stage, first).await, Some((SATURDAY.to_owned(), vec![1])));
        let told = bob.does(&stage, second, "confirm", None).await;
        assert_eq!(told.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(
            told.body.contains("None of the times that were chosen is free"),
            "{}",
            told.body
        );
        assert_eq!(phase(&stage, second).await, Phase::Submitted);
        assert_eq!(seats(&stage).await, 1);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_decided_otherwise_gives_its_place_back_and_what_is_upheld_keeps_it() {
    on_each_engine(async |stage: Stage| {
        let service = with_one_place("").replace(
            "booked: { title: Booked, books: first_free(times) }",
            "booked: { title: Booked, books: first_free(times), appeal: { to: the court, within: 1 month, review_first: yes } }",
        );
        let service = format!("{service}messages:\n  tomorrow: {{ at: times, before: 1 day }}\n");
        let tomorrow = ("messages/tomorrow.en.md", "# It is tomorrow\n\nCome at ((times.booked)).\n");
        served_as(&stage, &service, &[tomorrow]).await;
        let (ann, bob) = (Officer::new(&stage, "ann").await, Officer::new(&stage, "bob").await);
        let first = sent(&stage, &[SATURDAY]).await.case;
        let second = sent(&stage, &[SATURDAY, SUNDAY]).await.case;
        for case in [first, second] {
            let decided = ann.does(&stage, case, "decide", Some("booked")).await;
            assert_eq!(decided.status, StatusCode::SEE_OTHER, "{}", decided.body);
        }
        let sunday = Some((SUNDAY.to_owned(), vec![1]));
        assert_eq!(booked(&stage, second).await, sunday);
        let again = bob.does(&stage, first, "look-again", Some("refused")).await;
        assert_eq!(again.status, StatusCode::SEE_OTHER, "{}", again.body);
        assert_eq!(booked(&stage, first).await, None);
        assert_eq!(seats(&stage).await, 1);
        // Upheld: it keeps what it has, though the first choice is free now.
        let upheld = bob.does(&stage, second, "look-again", Some("booked")).await;
        assert_eq!(upheld.status, StatusCode::SEE_OTHER, "{}", upheld.body);
        assert_eq!(booked(&stage, second).await, sunday);
        let third = sent(&stage, &[SATURDAY]).await.case;
        ann.does(&stage, third, "decide", Some("booked")).await;
        assert_eq!(booked(&stage, third).await, Some((SATURDAY.to_owned(), vec![1])));
        assert!(stage.kit.store.erase(third, "asked for", at(9)).await.unwrap());
        assert_eq!(seats(&stage).await, 1, "the place of who is erased is free");
        // Saturday at nine, and nobody else hears of a time.
        stage.work().await;
        let later = stage.later(4 * 86_400 + 21 * 3_600 + 20 * 60 + 60).await;
        later.work().await;
        let mail = stage.mail();
        let reminders: Vec<_> = mail.iter().filter(|mail| mail.contains("It is tomorrow")).collect();
        assert_eq!(reminders.len(), 1, "{reminders:?}");
        assert!(reminders[0].contains("29 November 2026 at 14:00"), "{reminders:?}");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_case_is_kept_so_long_after_what_is_booked() {
    on_each_engine(async |stage: Stage| {
        let service = SERVICE.replace("booked: 1 year", "booked: 1 day after times");
        served_as(&stage, &service, &[]).await;
        let ann = Officer::new(&stage, "ann").await;
        let case = sent(&stage, &[SUNDAY]).await.case;
        ann.does(&stage, case, "decide", Some("booked")).await;
        let days = |days: i64| stage.later(days * 86_400);
        for (day, gone) in [(5, 0), (7, 0), (8, 1)] {
            let erased = days(day).await.site.app.erase_what_is_over().await.unwrap();
            assert_eq!(erased.ended, gone, "after {day} days");
        }
        assert_eq!(seats(&stage).await, 0);
    })
    .await;
}

const CALENDAR: &str = "/staff/calendars/visit.visits.north";

#[tokio::test(flavor = "multi_thread")]
async fn staff_see_what_is_booked_and_close_a_time_that_nobody_books_then() {
    on_each_engine(async |stage: Stage| {
        served(&stage).await;
        let ann = Officer::new(&stage, "ann").await;
        let case = sent(&stage, &[SUNDAY]).await.case;
        ann.does(&stage, case, "decide", Some("booked")).await;
        let list = stage.get("/staff/calendars", &ann.0).await.body;
        assert!(list.contains(CALENDAR) && list.contains("South"), "{list}");
        let before = stage.all_looks().await;
        let day = format!("{CALENDAR}?day=2026-11-29");
        let page = stage.get(&day, &ann.0).await;
        assert_eq!(page.status, StatusCode::OK);
        assert_eq!(stage.all_looks().await, before + 1, "it shows cases");
        assert!(page.body.contains("Booked: 1. Free: 1."), "{}", page.body);
        assert!(page.body.contains(&format!("/staff/cases/{case}")), "{}", page.body);
        // Who deals with cases of an office alone sees none that goes to nobody's office, and closes nothing.
        let (bob, csrf) = stage
            .somebody("bob@example.org", StaffRole::Caseworker, Some("north"))
            .await;
        assert!(!stage.get("/staff/calendars", &bob).await.body.contains(CALENDAR));
        assert_eq!(stage.get(CALENDAR, &bob).await.status, StatusCode::NOT_FOUND);
        let close = format!("{CALENDAR}/close");
        let theirs = [("csrf", csrf.as_str()), ("at", SUNDAY), ("act", "close")];
        assert_eq!(stage.post(&close, &bob, &theirs).await.status, StatusCode::NOT_FOUND);
        let late = applicant(&stage).await;
        late.answers(&stage, &[SUNDAY]).await;
        let act = |act| [("csrf", ann.1.as_str()), ("at", SUNDAY), ("act", act)];
        for _ in 0..2 {
            let closed = stage.post(&close, &ann.0, &act("close")).await;
            assert_eq!(closed.location, format!("{CALENDAR}?day=2026-11-29#day"));
        }
        let page = stage.get(&day, &ann.0).await.body;
        assert!(
            page.contains("Booked: 1. Free: 0.") && page.contains("Open this time again"),
            "{page}"
        );
        assert_eq!(late.sends(&stage).await.location, "/visit/times");
        assert!(!late.get(&stage, "times").await.body.contains(&format!("add {SUNDAY}")));
        assert!(booked(&stage, case).await.is_some(), "what is booked stays booked");
        stage.post(&close, &ann.0, &act("open")).await;
        assert!(late.sends(&stage).await.location.starts_with("/visit/done/"));
        let none = [("csrf", ann.1.as_str()), ("at", "2026-11-29 14:01"), ("act", "close")];
        assert_eq!(stage.post(&close, &ann.0, &none).await.status, StatusCode::NOT_FOUND);
    })
    .await;
}
