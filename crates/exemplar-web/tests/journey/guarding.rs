//! What a POST must show, and what replies carry.

use axum::body::Body;
use axum::http::{Request, StatusCode};
use exemplar_testkit::on_each_engine;
use exemplar_web::router;
use tower::ServiceExt as _;

use crate::browser::{Browser, site};

#[tokio::test(flavor = "multi_thread")]
async fn a_form_without_its_sessions_token_stores_nothing() {
    on_each_engine(async |kit| {
        let site = site(&kit, 0).await;
        let mut browser = Browser::new(&site);
        browser.permit_up_to("items").await;
        let (action, fields) = browser.form();
        let without: Vec<_> = fields.iter().filter(|(name, _)| name != "csrf").cloned().collect();
        let typed = ("items".to_owned(), "4".to_owned());
        browser.post_to(&action, &[without, vec![typed]].concat()).await;
        assert_eq!(browser.status, StatusCode::FORBIDDEN);
        browser.get("/example-permit/items").await;
        assert_eq!(browser.value("items"), "");
        let mut stranger = Browser::new(&site);
        stranger.post_to(&action, &fields).await;
        assert_eq!(stranger.status, StatusCode::FORBIDDEN);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_from_another_site_is_refused_whatever_it_carries() {
    on_each_engine(async |kit| {
        let router = router(site(&kit, 0).await);
        let request = Request::post("/example-permit/full-name").header("sec-fetch-site", "cross-site");
        let reply = router.oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
        assert_eq!(reply.status(), StatusCode::FORBIDDEN);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn pages_with_answers_are_kept_by_nobody_and_run_nothing_of_others() {
    on_each_engine(async |kit| {
        let router = router(site(&kit, 0).await);
        let reply = router
            .oneshot(Request::get("/example-permit").body(Body::empty()).unwrap())
            .await
            .unwrap();
        assert_eq!(reply.headers()["cache-control"], "no-store");
        let policy = reply.headers()["content-security-policy"].to_str().unwrap();
        assert!(policy.starts_with("default-src 'none'") && !policy.contains("unsafe"));
        let cookie = reply.headers()["set-cookie"].to_str().unwrap();
        assert!(cookie.starts_with("__Host-") && cookie.contains("HttpOnly") && cookie.contains("Secure"));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn markup_that_somebody_typed_is_shown_as_text() {
    on_each_engine(async |kit| {
        let mut browser = Browser::new(&site(&kit, 0).await);
        browser
            .get("/example-permit")
            .await
            .get("/example-permit/full-name")
            .await;
        let script = "<script>alert(1)</script>";
        browser
            .post(&[("full_name-first", script), ("full_name-last", "\"><img src=x>")])
            .await;
        browser.get("/example-permit/full-name").await;
        assert!(!browser.page.contains(script) && !browser.page.contains("<img src=x"));
    })
    .await;
}
