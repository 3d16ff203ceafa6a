//! Signing in, and the accounts of others.

use axum::http::StatusCode;
use exemplar_core::permission::StaffRole;

use super::stage::{PASSWORD, Stage};

#[tokio::test(flavor = "multi_thread")]
async fn the_first_administrator_gives_name_and_address_and_signs_in() {
    let stage = Stage::new().await;
    let link = stage.site.app.first_administrator().await.unwrap().unwrap();
    let code = stage.set_up(&link).await;
    let fields = [("email", "first@example.org"), ("password", PASSWORD), ("code", &code)];
    let reply = stage.post("/staff/sign-in", "", &fields).await;
    assert!(reply.cookie.contains("HttpOnly"));
    let cookie = reply.cookie.split(';').next().unwrap();
    let people = stage.get("/staff/people", cookie).await;
    assert!(people.body.contains("Ann First") && people.body.contains("first@example.org"));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_administrator_signs_somebody_out_everywhere() {
    let stage = Stage::new().await;
    let (ann, _) = stage.somebody("ann@example.org", StaffRole::Caseworker, None).await;
    let (administrator, csrf) = stage.somebody("root@example.org", StaffRole::Administrator, None).await;
    let id = stage.site.app.staff_of("ann@example.org").await.unwrap().id;
    let reply = stage
        .post(
            &format!("/staff/people/{id}/end-sessions"),
            &administrator,
            &[("csrf", &csrf)],
        )
        .await;
    assert_eq!(reply.location, "/staff/people");
    assert_eq!(stage.get("/staff", &ann).await.location, "/staff/sign-in");
    let reply = stage.post("/staff/sign-out", &administrator, &[("csrf", &csrf)]).await;
    assert!(reply.cookie.contains("Max-Age=0"));
    assert_eq!(stage.get("/staff", &administrator).await.location, "/staff/sign-in");
}

#[tokio::test(flavor = "multi_thread")]
async fn wrong_passwords_are_refused_alike_and_then_counted_out() {
    let stage = Stage::new().await;
    stage.somebody("ann@example.org", StaffRole::Caseworker, None).await;
    for (email, wrong) in [("nobody@example.org", 5), ("ann@example.org", 4)] {
        let fields = [("email", email), ("password", "wrong"), ("code", "123456")];
        for _ in 0..wrong {
            let reply = stage.post("/staff/sign-in", "", &fields).await;
            assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
            assert!(reply.body.contains("Check your email address, password and code"));
        }
        assert_eq!(
            stage.post("/staff/sign-in", "", &fields).await.status,
            StatusCode::TOO_MANY_REQUESTS
        );
    }
}
