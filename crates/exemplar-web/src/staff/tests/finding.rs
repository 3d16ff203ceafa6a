//! Searching for cases, and cases that are not everybody's to see.

use axum::http::StatusCode;
use exemplar_core::permission::StaffRole;

use super::stage::{ANSWERS, Stage, on_each_engine, revision_in};

#[tokio::test(flavor = "multi_thread")]
async fn a_search_is_kept_under_an_id_and_finds_within_the_scope_alone() {
    on_each_engine(async |stage: Stage| {
        let stage = stage.serving().await;
        stage.case("north", "NNNN-1111", ANSWERS).await;
        stage.case("south", "SSSS-2222", ANSWERS).await;
        stage
            .case("north", "NNNN-3333", &[("called", "Bob"), ("email", "bob@example.net")])
            .await;
        let (ann, csrf) = stage
            .somebody("ann@example.org", StaffRole::Caseworker, Some("north"))
            .await;
        let (cat, _) = stage.somebody("cat@example.org", StaffRole::Caseworker, None).await;
        let email = [("csrf", csrf.as_str()), ("email", "Applicant@example.org ")];
        let search = stage.post("/staff/search", &ann, &email).await;
        assert!(!search.location.contains("pplicant"), "{}", search.location);
        for _ in 0..2 {
            let found = stage.get(&search.location, &ann).await;
            assert!(found.body.contains("NNNN-1111"), "{}", found.body);
            assert!(!found.body.contains("SSSS-2222") && !found.body.contains("NNNN-3333"));
        }
        assert_eq!(stage.looks().await, Some(2), "each sight is a look");
        assert_eq!(
            stage.get(&search.location, &cat).await.location,
            "/staff/search",
            "it is not hers"
        );
        for (typed, shows) in [("nnnn 3333", true), ("SSSS-2222", false), ("NNNN-9999", false)] {
            let fields = [("csrf", csrf.as_str()), ("reference", typed)];
            let search = stage.post("/staff/search", &ann, &fields).await;
            let found = stage.get(&search.location, &ann).await;
            assert_eq!(found.body.contains("href=\"/staff/cases/"), shows, "{typed}");
        }
        let nothing = stage.post("/staff/search", &ann, &[("csrf", &csrf)]).await;
        assert_eq!(nothing.status, StatusCode::UNPROCESSABLE_ENTITY);
        let half = [("csrf", csrf.as_str()), ("surname", "Applicant")];
        assert!(
            stage
                .post("/staff/search", &ann, &half)
                .await
                .body
                .contains("Enter both")
        );
        let later = stage.later(15 * 60).await;
        assert_eq!(
            later.get(&search.location, &ann).await.location,
            "/staff/search",
            "its time is over"
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn staff_see_no_case_in_which_they_have_a_part() {
    on_each_engine(async |stage: Stage| {
        let stage = stage.serving().await;
        let case = stage.case("north", "NNNN-1111", ANSWERS).await;
        let (own, csrf) = stage.somebody("Applicant@example.org", StaffRole::Manager, None).await;
        let (other, _) = stage.somebody("bob@example.org", StaffRole::Manager, None).await;
        assert!(stage.get("/staff/cases", &other).await.body.contains("NNNN-1111"));
        assert!(!stage.get("/staff/cases", &own).await.body.contains("NNNN-1111"));
        for page in ["", "/access"] {
            assert_eq!(
                stage.get(&format!("{case}{page}"), &own).await.status,
                StatusCode::NOT_FOUND
            );
        }
        for act in ["take", "hand-back", "note", "decide", "restrict", "know"] {
            let reply = stage.post(&format!("{case}/{act}"), &own, &[("csrf", &csrf)]).await;
            assert_eq!(reply.status, StatusCode::NOT_FOUND, "{act}");
        }
        let fields = [("csrf", csrf.as_str()), ("reference", "NNNN-1111")];
        let search = stage.post("/staff/search", &own, &fields).await;
        assert!(
            !stage
                .get(&search.location, &own)
                .await
                .body
                .contains("href=\"/staff/cases/")
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_knows_somebody_in_a_case_sees_it_no_more_and_hands_it_back() {
    on_each_engine(async |stage: Stage| {
        let stage = stage.serving().await;
        let case = stage.case("north", "NNNN-1111", ANSWERS).await;
        let (ann, csrf) = stage.somebody("ann@example.org", StaffRole::Caseworker, None).await;
        let (bob, _) = stage.somebody("bob@example.org", StaffRole::Caseworker, None).await;
        let revision = revision_in(&stage.get(&case, &ann).await);
        let take = [("csrf", csrf.as_str()), ("revision", &revision)];
        stage.post(&format!("{case}/take"), &ann, &take).await;
        let declared = stage.post(&format!("{case}/know"), &ann, &[("csrf", &csrf)]).await;
        assert_eq!(declared.location, "/staff/cases");
        assert_eq!(stage.get(&case, &ann).await.status, StatusCode::NOT_FOUND);
        assert!(!stage.get("/staff/cases", &ann).await.body.contains("NNNN-1111"));
        assert!(
            stage
                .get("/staff/cases?who=nobody", &bob)
                .await
                .body
                .contains("NNNN-1111")
        );
        assert!(
            stage
                .get(&case, &bob)
                .await
                .body
                .contains("Said to know somebody in the case")
        );
        assert!(stage.kit.store.verify().await.unwrap().is_empty());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_restricted_case_shows_to_those_who_are_named_and_to_nobody_else() {
    on_each_engine(async |stage: Stage| {
        let stage = stage.serving().await;
        let case = stage.case("north", "NNNN-1111", ANSWERS).await;
        let (boss, csrf) = stage.somebody("boss@example.org", StaffRole::Manager, None).await;
        let (ann, ann_csrf) = stage
            .somebody("ann@example.org", StaffRole::Caseworker, Some("north"))
            .await;
        let (bob, _) = stage
            .somebody("bob@example.org", StaffRole::Caseworker, Some("north"))
            .await;
        let (_, _) = stage
            .somebody("far@example.org", StaffRole::Caseworker, Some("south"))
            .await;
        let page = stage.get(&format!("{case}/access"), &boss).await;
        assert!(page.body.contains("Name of ann@example.org") && !page.body.contains("Name of far@example.org"));
        let id = stage.site.app.staff_of("ann@example.org").await.unwrap().id.to_string();
        let fields = [("csrf", csrf.as_str()), ("named", &id)];
        let path = format!("{case}/restrict");
        let by_caseworker = [("csrf", ann_csrf.as_str()), ("named", &id)];
        assert_eq!(
            stage.post(&path, &ann, &by_caseworker).await.status,
            StatusCode::NOT_FOUND
        );
        assert_eq!(stage.post(&path, &boss, &fields).await.status, StatusCode::SEE_OTHER);
        for (cookie, shows) in [(&boss, true), (&ann, true), (&bob, false)] {
            assert_eq!(stage.get(&case, cookie).await.status == StatusCode::OK, shows);
            assert_eq!(
                stage.get("/staff/cases", cookie).await.body.contains("NNNN-1111"),
                shows
            );
        }
        assert_eq!(
            stage.post(&path, &boss, &[("csrf", &csrf)]).await.status,
            StatusCode::SEE_OTHER
        );
        let open = stage.get(&case, &bob).await;
        assert!(open.body.contains("Restricted to named staff") && open.body.contains("Opened to all"));
    })
    .await;
}
