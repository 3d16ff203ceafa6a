//! Every page of cases is a look, who looked can be asked, few messages go to an address that nobody confirmed, and
//! work that failed is done again.

use axum::http::StatusCode;
use exemplar_core::permission::StaffRole;

use super::stage::{ANSWERS, Stage, on_each_engine, revision_in};
use crate::staff::routes::{Act, Page, ROUTES};

/// Pages that are read and show nothing of a case. Every other one must put a look on record.
const WITHOUT_CASES: &[Page] = &[
    Page::Home,
    Page::Calendars,
    Page::SignIn,
    Page::First,
    Page::Search,
    Page::Emails,
    Page::Failed,
    Page::Feedback,
    Page::Volumes,
    Page::VolumesOf,
    Page::Services,
    Page::Import,
    Page::Imported,
    Page::ImportReport,
    Page::ImportFolder,
    Page::Versions,
    Page::Version,
    Page::People,
    Page::Person,
    Page::Confirm,
    Page::Sessions,
    Page::Language,
    Page::Stay,
    Page::Volumes,
    Page::VolumesOf,
];

#[tokio::test(flavor = "multi_thread")]
#[expect(clippy::too_many_lines, reason = "one story, in its order")]
async fn every_page_that_shows_cases_puts_one_look_on_record() {
    on_each_engine(async |stage: Stage| {
        let stage = stage.serving().await;
        let case = stage.case("north", "NNNN-1111", &ANSWERS[..1]).await;
        let (ann, csrf, codes) = stage
            .somebody_with_codes("ann@example.org", StaffRole::Manager, None)
            .await;
        let (root, _) = stage.somebody("root@example.org", StaffRole::Administrator, None).await;
        let revision = revision_in(&stage.get(&case, &ann).await);
        let ruling = [
            ("csrf", csrf.as_str()),
            ("revision", &revision),
            ("outcome", "refused"),
            ("reason-refused", "has_one"),
        ];
        stage.post(&format!("{case}/decide"), &ann, &ruling).await;
        let typed = [("csrf", csrf.as_str()), ("reference", "NNNN-1111")];
        let search = stage.post("/staff/search", &ann, &typed).await.location;
        let letters = stage.get("/staff/letters", &ann).await.body;
        let letter = letters
            .split("href=\"/staff/letters/")
            .nth(1)
            .unwrap()
            .split('"')
            .next()
            .unwrap();
        // The form that came late is sent after the session ended; all is looked at after that.
        let stage = stage.later(10 * 60).await;
        let late = stage.later(41 * 60).await;
        let note = [("csrf", csrf.as_str()), ("note", "Rang twice.")];
        let kept = late.post(&format!("{case}/note"), &ann, &note).await.location;
        let kept = kept.strip_prefix("/staff/sign-in?kept=").unwrap().to_owned();
        let (again, _) = late.sign_in("ann@example.org", &codes[0]).await;
        let mut seen = 0;
        for route in ROUTES
            .iter()
            .filter(|route| route.act == Act::Read && !WITHOUT_CASES.contains(&route.page))
            // The case has none of them: that somebody asked for a file is on record below, a calendar in the tests of times.
            .filter(|route| {
                !matches!(
                    route.page,
                    Page::File | Page::Payment | Page::Certificate | Page::Calendar
                )
            })
        {
            let (on, path, cookie) = match route.page {
                Page::Cases | Page::Letters => (&stage, route.path.to_owned(), &ann),
                Page::Case => (&stage, case.clone(), &ann),
                Page::Access => (&stage, format!("{case}/access"), &ann),
                Page::Found => (&stage, search.clone(), &ann),
                Page::Letter => (&stage, format!("/staff/letters/{letter}"), &ann),
                Page::Payments => (&stage, route.path.to_owned(), &ann),
                Page::Again => (&late, format!("/staff/again/{kept}"), &again),
                Page::Looks => (&stage, "/staff/looks?reference=NNNN-1111".to_owned(), &root),
                page => panic!("{page:?}: say whether it shows cases"),
            };
            let before = on.all_looks().await;
            let page = on.get(&path, cookie).await;
            assert_eq!(page.status, StatusCode::OK, "{path}");
            assert_eq!(on.all_looks().await, before + 1, "{path}");
            seen += 1;
        }
        assert_eq!(seen, 9);
        let before = stage.all_looks().await;
        let file = case.replace("/cases/", "/files/") + ".1";
        assert_eq!(stage.get(&file, &ann).await.status, StatusCode::NOT_FOUND);
        assert_eq!(stage.all_looks().await, before + 1);
        let certificate = format!("{case}/certificate?of=licence");
        assert_eq!(stage.get(&certificate, &ann).await.status, StatusCode::NOT_FOUND);
        assert_eq!(stage.all_looks().await, before + 2);
        let looks = stage.get("/staff/looks?reference=nnnn1111", &root).await.body;
        assert!(looks.contains("Name of ann@example.org") && looks.contains("A letter of the case"));
        assert!(!looks.contains("Ann Applicant"));
        assert!(
            stage
                .get("/staff/looks?reference=NNNN-9999", &root)
                .await
                .body
                .contains("No case has")
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_that_nobody_confirmed_gets_three_messages_an_hour_and_the_others_later() {
    on_each_engine(async |stage: Stage| {
        let stage = stage.serving().await;
        let (ann, csrf) = stage.somebody("ann@example.org", StaffRole::Caseworker, None).await;
        for reference in ["NNNN-1111", "NNNN-2222", "NNNN-3333", "NNNN-4444"] {
            let case = stage.case("north", reference, ANSWERS).await;
            let revision = revision_in(&stage.get(&case, &ann).await);
            let ruling = [
                ("csrf", csrf.as_str()),
                ("revision", &revision),
                ("outcome", "refused"),
                ("reason-refused", "has_one"),
                ("said", "Spoke to her sister."),
            ];
            let path = format!("{case}/decide");
            assert_eq!(stage.post(&path, &ann, &ruling).await.status, StatusCode::SEE_OTHER);
        }
        stage.work().await;
        assert_eq!(stage.mail().len(), 3);
        stage.later(3_599).await.work().await;
        assert_eq!(stage.mail().len(), 3);
        stage.later(3_600).await.work().await;
        let mail = stage.mail();
        assert_eq!(mail.len(), 4);
        let holds = |words: &str| mail.iter().any(|mail| mail.contains(words));
        assert!(!holds("Ann Applicant") && !holds("Spoke to her sister"));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn work_that_failed_is_listed_without_anything_personal_and_done_again() {
    on_each_engine(async |stage: Stage| {
        let stage = stage.serving().await;
        let case = stage
            .case(
                "north",
                "NNNN-1111",
                &[("called", "Ann Applicant"), ("email", "nobody")],
            )
            .await;
        let (ann, csrf) = stage.somebody("ann@example.org", StaffRole::Caseworker, None).await;
        let (root, root_csrf) = stage.somebody("root@example.org", StaffRole::Operator, None).await;
        let revision = revision_in(&stage.get(&case, &ann).await);
        let ruling = [
            ("csrf", csrf.as_str()),
            ("revision", &revision),
            ("outcome", "refused"),
            ("reason-refused", "has_one"),
        ];
        stage.post(&format!("{case}/decide"), &ann, &ruling).await;
        stage.work().await;
        let failed = stage.get("/staff/failed", &root).await.body;
        assert!(failed.contains("An email to an applicant") && failed.contains("the address is none"));
        assert!(!failed.contains("nobody") && !failed.contains("NNNN-1111"));
        let again = failed
            .split("action=\"/staff/failed/")
            .nth(1)
            .unwrap()
            .split('"')
            .next()
            .unwrap();
        let again = format!("/staff/failed/{again}");
        assert_eq!(
            stage.post(&again, &ann, &[("csrf", &csrf)]).await.status,
            StatusCode::NOT_FOUND
        );
        let done = stage.post(&again, &root, &[("csrf", &root_csrf)]).await;
        assert_eq!(done.location, "/staff/failed");
        assert!(
            stage
                .get("/staff/failed", &root)
                .await
                .body
                .contains("No work has failed")
        );
        stage.work().await;
        assert!(
            stage
                .get("/staff/failed", &root)
                .await
                .body
                .contains("the address is none")
        );
    })
    .await;
}
