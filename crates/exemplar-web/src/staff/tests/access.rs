//! Who reaches which page: nobody without signing in, nobody in another role, no form without its token.

use axum::http::StatusCode;
use exemplar_core::permission::StaffRole;

use super::stage::Stage;
use crate::staff::routes::{Act, ROUTES, Who};

fn address(path: &str) -> String {
    path.replace('*', "00000000-0000-0000-0000-000000000001")
}

#[tokio::test(flavor = "multi_thread")]
async fn no_page_of_staff_shows_before_anybody_signs_in() {
    let stage = Stage::new().await;
    for route in ROUTES {
        let path = address(route.path);
        let reply = match route.act {
            Act::Read => stage.get(&path, "exemplar-staff=made-up").await,
            Act::Change => stage.post(&path, "exemplar-staff=made-up", &[]).await,
        };
        match route.who {
            // These are the way in: they do nothing for who brings neither link nor password.
            Who::Anybody => assert!(
                [StatusCode::OK, StatusCode::NOT_FOUND, StatusCode::UNPROCESSABLE_ENTITY].contains(&reply.status),
                "{path}: {}",
                reply.status
            ),
            _ => assert_eq!(
                (reply.status, reply.location.as_str()),
                (StatusCode::SEE_OTHER, "/staff/sign-in"),
                "{path}"
            ),
        }
    }
    for path in ["/staff/nothing", "/staff/cases/1/unheard-of"] {
        assert_eq!(
            stage.get(path, "").await.status,
            StatusCode::NOT_FOUND,
            "{path} has no rule"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_for_another_role_is_not_there() {
    let stage = Stage::new().await;
    for (place, role) in ROLES.iter().enumerate() {
        let email = format!("{place}@example.org");
        let (cookie, csrf) = stage.somebody(&email, *role, Some("north")).await;
        for route in ROUTES {
            let Who::Roles(roles) = route.who else { continue };
            let path = address(route.path);
            let reply = match route.act {
                Act::Read => stage.get(&path, &cookie).await,
                Act::Change => stage.post(&path, &cookie, &[("csrf", &csrf)]).await,
            };
            if !roles.contains(role) {
                assert_eq!(reply.status, StatusCode::NOT_FOUND, "{role:?} at {path}");
            }
        }
    }
}

const ROLES: [StaffRole; 5] = [
    StaffRole::Caseworker,
    StaffRole::Manager,
    StaffRole::Owner,
    StaffRole::Operator,
    StaffRole::Administrator,
];

#[tokio::test(flavor = "multi_thread")]
async fn a_form_without_the_token_of_its_session_changes_nothing() {
    let stage = Stage::new().await;
    let (cookie, _) = stage.somebody("ann@example.org", StaffRole::Administrator, None).await;
    for route in ROUTES
        .iter()
        .filter(|route| route.act == Act::Change && route.who != Who::Anybody)
    {
        let path = address(route.path);
        if let Who::Roles(roles) = route.who
            && !roles.contains(&StaffRole::Administrator)
        {
            continue;
        }
        for fields in [&[][..], &[("csrf", "made-up")]] {
            assert_eq!(
                stage.post(&path, &cookie, fields).await.status,
                StatusCode::FORBIDDEN,
                "{path}"
            );
        }
    }
    assert_eq!(
        stage.get("/staff", &cookie).await.location,
        "/staff/people",
        "still signed in"
    );
}
