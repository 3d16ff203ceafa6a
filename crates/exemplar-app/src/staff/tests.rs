//! What accounts and signing in promise, on a store of its own.

use exemplar_core::permission::StaffRole;
use exemplar_testkit::{Kit, at};

use super::*;
use crate::App;
use crate::clock::Clock;
use crate::instance::instance;

const PASSWORD: &str = "correct horse battery";

async fn app() -> (App, Kit) {
    let kit = Kit::sqlite().await;
    (instance(&kit), kit)
}

fn new(email: &str, role: StaffRole) -> NewStaff {
    NewStaff {
        name: "Ann Worker".to_owned(),
        email: email.to_owned(),
        role,
        organisation: "council".into(),
        office: None,
        service: None,
    }
}

fn token_of(link: &str) -> &str {
    link.rsplit('/').next().unwrap()
}

async fn set_up(app: &App, link: &str) -> Vec<String> {
    let token = token_of(link);
    let first = app.first_visit(token).await.unwrap();
    let code = second_factor::code_at(&first.secret, app.clock.now());
    let chosen = SetUp {
        name: "Ann First",
        email: "first@example.org",
        password: PASSWORD,
        code: &code,
    };
    app.set_up(token, &chosen).await.unwrap()
}

async fn sign_in(app: &App, email: &str, password: &str, code: &str) -> Result<String, NotSignedIn> {
    let device = "computer".to_owned();
    app.sign_in(Credentials {
        email,
        password,
        code,
        caller: "192.0.2.1",
        device,
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_first_link_works_once_and_gives_a_way_to_sign_in() {
    let (app, _kit) = app().await;
    let link = app
        .add_staff(new("ann@example.org", StaffRole::Caseworker))
        .await
        .unwrap();
    let codes = set_up(&app, &link).await;
    assert!(matches!(app.first_visit(token_of(&link)).await, Err(NotSetUp::Gone)));
    assert!(matches!(
        sign_in(&app, "ann@example.org", "another password", &codes[0]).await,
        Err(NotSignedIn::Wrong)
    ));
    let cookie = sign_in(&app, "Ann@Example.org", PASSWORD, &codes[0]).await.unwrap();
    let who = app.signed_in(&cookie).await.unwrap().unwrap();
    assert_eq!(who.staff.private.name, "Ann Worker");
    assert_eq!(who.scope.reaches().len(), 1);
    assert!(matches!(
        sign_in(&app, "ann@example.org", PASSWORD, &codes[0]).await,
        Err(NotSignedIn::Wrong)
    ));
    app.sign_out(&who).await.unwrap();
    assert!(app.signed_in(&cookie).await.unwrap().is_none());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_of_yesterday_and_a_short_password_are_refused() {
    let (mut app, _kit) = app().await;
    let link = app
        .add_staff(new("ann@example.org", StaffRole::Caseworker))
        .await
        .unwrap();
    let chosen = SetUp {
        name: "",
        email: "",
        password: "too short",
        code: "",
    };
    assert!(matches!(
        app.set_up(token_of(&link), &chosen).await,
        Err(NotSetUp::Password)
    ));
    app.clock = Clock::Fixed(at(FIRST_LINK_HOURS * 3600));
    assert!(matches!(app.first_visit(token_of(&link)).await, Err(NotSetUp::Gone)));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_ends_when_it_is_idle_and_after_twelve_hours() {
    let (mut app, _kit) = app().await;
    let link = app
        .add_staff(new("ann@example.org", StaffRole::Caseworker))
        .await
        .unwrap();
    let codes = set_up(&app, &link).await;
    let first = sign_in(&app, "ann@example.org", PASSWORD, &codes[0]).await.unwrap();
    let second = sign_in(&app, "ann@example.org", PASSWORD, &codes[1]).await.unwrap();
    for minutes in (0..SESSION_HOURS * 60).step_by(29) {
        app.clock = Clock::Fixed(at(minutes * 60));
        assert!(
            app.signed_in(&first).await.unwrap().is_some(),
            "after {minutes} minutes"
        );
    }
    assert!(app.signed_in(&second).await.unwrap().is_none());
    app.clock = Clock::Fixed(at(SESSION_HOURS * 3600));
    assert!(app.signed_in(&first).await.unwrap().is_none());
}

#[tokio::test(flavor = "multi_thread")]
async fn too_many_tries_are_refused_whether_or_not_the_address_is_known() {
    let (app, _kit) = app().await;
    let link = app
        .add_staff(new("ann@example.org", StaffRole::Caseworker))
        .await
        .unwrap();
    set_up(&app, &link).await;
    for email in ["ann@example.org", "nobody@example.org"] {
        for _ in 0..5 {
            assert!(matches!(
                sign_in(&app, email, "wrong", "").await,
                Err(NotSignedIn::Wrong)
            ));
        }
        assert!(matches!(
            sign_in(&app, email, "wrong", "").await,
            Err(NotSignedIn::TooMany(TRIES_MINUTES))
        ));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_last_administrator_stays() {
    let (app, _kit) = app().await;
    let link = app.first_administrator().await.unwrap().unwrap();
    set_up(&app, &link).await;
    assert!(app.first_administrator().await.unwrap().is_none());
    let first = app.staff_of("first@example.org").await.unwrap();
    assert!(matches!(
        app.end_staff(first.id, None).await,
        Err(NotDone::LastAdministrator)
    ));
    let link = app
        .add_staff(new("second@example.org", StaffRole::Administrator))
        .await
        .unwrap();
    assert!(
        matches!(app.end_staff(first.id, None).await, Err(NotDone::LastAdministrator)),
        "not set up yet"
    );
    set_up(&app, &link).await;
    app.end_staff(first.id, None).await.unwrap();
    let second = app.staff_of("second@example.org").await.unwrap();
    assert!(matches!(
        app.end_staff(second.id, None).await,
        Err(NotDone::LastAdministrator)
    ));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_link_for_a_first_administrator_is_nobodys_once_there_is_staff() {
    let (app, _kit) = app().await;
    let before = app.first_administrator().await.unwrap().unwrap();
    let link = app.first_administrator().await.unwrap().unwrap();
    assert!(matches!(app.first_visit(token_of(&before)).await, Err(NotSetUp::Gone)));
    assert!(app.first_visit(token_of(&link)).await.is_ok());
    app.add_staff(new("ann@example.org", StaffRole::Administrator))
        .await
        .unwrap();
    assert!(matches!(app.first_visit(token_of(&link)).await, Err(NotSetUp::Gone)));
    assert!(matches!(
        app.add_staff(new("ANN@example.org", StaffRole::Caseworker)).await,
        Err(NotDone::Taken)
    ));
}
