//! The language of the pages, and what narrows a queue by time.

use axum::http::StatusCode;
use exemplar_core::permission::StaffRole;

use super::stage::{ANSWERS, Stage, on_each_engine};

#[tokio::test(flavor = "multi_thread")]
async fn a_language_that_was_chosen_stays_on_all_pages_and_the_words_of_the_service_keep_theirs() {
    let stage = Stage::with_service().await;
    let case = stage.case("north", "NNNN-1111", ANSWERS).await;
    let (ann, _) = stage.somebody("ann@example.org", StaffRole::Caseworker, None).await;
    let page = stage.get("/staff/cases?state=open", &ann).await.body;
    assert!(page.contains("<html lang=\"en\"") && page.contains("hreflang=\"cy\" lang=\"cy\""));
    assert!(page.contains("/staff/language/cy?back=%2Fstaff%2Fcases%3Fstate%3Dopen"));
    let chosen = stage
        .get("/staff/language/cy?back=%2Fstaff%2Fcases%3Fstate%3Dopen", &ann)
        .await;
    assert_eq!(chosen.status, StatusCode::SEE_OTHER);
    assert_eq!(chosen.location, "/staff/cases?state=open");
    assert!(
        chosen
            .cookie
            .starts_with("exemplar-staff-language=cy; Path=/staff; HttpOnly")
    );
    let both = format!("{ann}; {}", chosen.cookie.split(';').next().unwrap());
    let page = stage.get(&case, &both).await.body;
    assert!(page.contains("<html lang=\"cy\"") && page.contains("Negeseuon"));
    assert!(page.contains("<dl class=\"govuk-summary-list\" lang=\"en\" dir=\"ltr\">"));
    assert!(page.contains("What are you called?") && page.contains("3 Rhagfyr 2026"));
    assert!(
        stage
            .get("/staff/sign-in", "exemplar-staff-language=cy")
            .await
            .body
            .contains("<html lang=\"cy\"")
    );
    let unknown = stage
        .get("/staff/cases", &format!("{ann}; exemplar-staff-language=xx"))
        .await;
    assert!(unknown.body.contains("<html lang=\"en\""));
    assert_eq!(
        stage.get("/staff/language/xx", &ann).await.status,
        StatusCode::NOT_FOUND
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_queue_is_narrowed_by_age_and_by_the_day_of_the_decision() {
    on_each_engine(async |stage: Stage| {
        let stage = stage.serving().await;
        stage.case("north", "NNNN-1111", ANSWERS).await;
        let (ann, _) = stage.somebody("ann@example.org", StaffRole::Caseworker, None).await;
        for (query, shows) in [
            ("age=0", true),
            ("age=1", false),
            ("due-day=3&due-month=12&due-year=2026", true),
            ("due-day=2&due-month=12&due-year=2026", false),
            ("time=overdue&due-day=3&due-month=12&due-year=2026", false),
        ] {
            let page = stage.get(&format!("/staff/cases?{query}"), &ann).await;
            assert_eq!(page.status, StatusCode::OK);
            assert_eq!(page.body.contains("NNNN-1111"), shows, "{query}");
        }
        let wrong = stage
            .get("/staff/cases?age=two&due-day=31&due-month=2&due-year=2026", &ann)
            .await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.body.contains("href=\"#age\"") && wrong.body.contains("href=\"#due-day\""));
        assert!(wrong.body.contains("value=\"two\"") && wrong.body.contains("<title>Error: "));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_restricted_case_never_stays_with_nobody_because_its_owners_see_it() {
    on_each_engine(async |stage: Stage| {
        let stage = stage.serving().await;
        let case = stage.case("north", "NNNN-1111", ANSWERS).await;
        let (boss, csrf) = stage.somebody("boss@example.org", StaffRole::Manager, None).await;
        let (owner, owner_csrf) = stage.somebody("owner@example.org", StaffRole::Owner, None).await;
        let (far, _) = stage.somebody("far@example.org", StaffRole::Owner, Some("south")).await;
        let (new, _) = stage.somebody("new@example.org", StaffRole::Caseworker, None).await;
        let boss_id = stage
            .site
            .app
            .staff_of("boss@example.org")
            .await
            .unwrap()
            .id
            .to_string();
        let path = format!("{case}/restrict");
        let fields = [("csrf", csrf.as_str()), ("named", &boss_id)];
        assert_eq!(stage.post(&path, &boss, &fields).await.status, StatusCode::SEE_OTHER);
        assert_eq!(stage.get(&case, &new).await.status, StatusCode::NOT_FOUND);
        assert_eq!(stage.get(&case, &far).await.status, StatusCode::NOT_FOUND);
        assert!(stage.get("/staff/cases", &owner).await.body.contains("NNNN-1111"));
        // Who named nobody else has left: the owner names somebody.
        let id = stage.site.app.staff_of("new@example.org").await.unwrap().id.to_string();
        let fields = [("csrf", owner_csrf.as_str()), ("named", &id)];
        assert_eq!(stage.post(&path, &owner, &fields).await.status, StatusCode::SEE_OTHER);
        assert_eq!(stage.get(&case, &new).await.status, StatusCode::OK);
    })
    .await;
}
