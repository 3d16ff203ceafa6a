//! Signing in, and the accounts of others.

use axum::http::StatusCode;
use exemplar_core::permission::StaffRole;

use super::stage::{PASSWORD, Read, Stage, on_each_engine, revision_in};
use crate::staff::routes::{Act, ROUTES};

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

async fn page_of(stage: &Stage, email: &str) -> String {
    format!("/staff/people/{}", stage.site.app.staff_of(email).await.unwrap().id)
}

#[tokio::test(flavor = "multi_thread")]
async fn an_account_that_ends_hands_its_cases_back_and_the_record_says_so() {
    on_each_engine(async |stage: Stage| {
        let stage = stage.serving().await;
        let case = stage.case("north", "NNNN-1111", &[("called", "Ann Applicant")]).await;
        let (ann, ann_csrf) = stage.somebody("ann@example.org", StaffRole::Caseworker, None).await;
        let revision = revision_in(&stage.get(&case, &ann).await);
        let take = [("csrf", ann_csrf.as_str()), ("revision", &revision)];
        stage.post(&format!("{case}/take"), &ann, &take).await;
        let (root, csrf) = stage.somebody("root@example.org", StaffRole::Administrator, None).await;
        let person = page_of(&stage, "ann@example.org").await;
        let ended = stage.post(&format!("{person}/end"), &root, &[("csrf", &csrf)]).await;
        assert_eq!(ended.location, person, "{}", ended.body);
        assert!(stage.get(&person, &root).await.body.contains("Ended"));
        assert_eq!(stage.get("/staff", &ann).await.location, "/staff/sign-in");
        stage.work().await;
        let (bob, _) = stage.somebody("bob@example.org", StaffRole::Caseworker, None).await;
        let open = stage.get("/staff/cases?who=nobody", &bob).await;
        assert!(open.body.contains("NNNN-1111"), "it is nobody's again");
        let history = stage.get(&case, &bob).await;
        assert!(history.body.contains("Handed back") && history.body.contains("Name of root@example.org"));
        assert!(stage.kit.store.verify().await.unwrap().is_empty());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_last_administrator_is_not_ended_nor_loses_the_role() {
    on_each_engine(async |stage: Stage| {
        let (root, csrf) = stage.somebody("root@example.org", StaffRole::Administrator, None).await;
        let person = page_of(&stage, "root@example.org").await;
        let refused = stage.post(&format!("{person}/end"), &root, &[("csrf", &csrf)]).await;
        assert_eq!(refused.status, StatusCode::CONFLICT);
        assert!(refused.body.contains("This is the last administrator"));
        let staff = stage.site.app.staff_of("root@example.org").await.unwrap();
        let membership = staff.memberships[0].id.to_string();
        let fields = [("csrf", csrf.as_str()), ("membership", &membership)];
        let path = format!("{person}/end-membership");
        assert_eq!(stage.post(&path, &root, &fields).await.status, StatusCode::CONFLICT);
        let (second, _) = stage
            .somebody("second@example.org", StaffRole::Administrator, None)
            .await;
        assert_eq!(stage.post(&path, &root, &fields).await.status, StatusCode::SEE_OTHER);
        assert_eq!(stage.get("/staff/people", &root).await.status, StatusCode::NOT_FOUND);
        assert_eq!(stage.get("/staff/people", &second).await.status, StatusCode::OK);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn another_administrator_resets_how_somebody_signs_in_and_they_are_told() {
    on_each_engine(async |stage: Stage| {
        let (ann, _) = stage.somebody("ann@example.org", StaffRole::Caseworker, None).await;
        let (root, csrf) = stage.somebody("root@example.org", StaffRole::Administrator, None).await;
        let own = format!("{}/reset", page_of(&stage, "root@example.org").await);
        assert_eq!(
            stage.post(&own, &root, &[("csrf", &csrf)]).await.status,
            StatusCode::CONFLICT
        );
        let path = format!("{}/reset", page_of(&stage, "ann@example.org").await);
        let reset = stage.post(&path, &root, &[("csrf", &csrf)]).await;
        let link = reset.body.split("http://localhost/staff/first/").nth(1).unwrap();
        let link = format!("http://localhost/staff/first/{}", link.split('<').next().unwrap());
        assert_eq!(stage.get("/staff", &ann).await.location, "/staff/sign-in");
        let code = stage.set_up(&link).await;
        stage.sign_in("ann@example.org", &code).await;
        stage.work().await;
        let mail = stage.mail();
        assert_eq!(mail.len(), 1);
        assert!(mail[0].contains("To: ann@example.org") && mail[0].contains("How you sign in was reset"));
        assert!(!mail[0].contains("/staff/first/"), "the link does not go by e-mail");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_role_is_given_until_a_day_and_ends_then() {
    on_each_engine(async |stage: Stage| {
        let stage = stage.serving().await;
        stage.case("south", "SSSS-2222", &[("called", "Ann Applicant")]).await;
        let (root, csrf) = stage.somebody("root@example.org", StaffRole::Administrator, None).await;
        let (ann, _, codes) = stage
            .somebody_with_codes("ann@example.org", StaffRole::Caseworker, Some("north"))
            .await;
        assert!(!stage.get("/staff/cases", &ann).await.body.contains("SSSS-2222"));
        let person = page_of(&stage, "ann@example.org").await;
        let path = format!("{person}/memberships");
        let mut fields = vec![
            ("csrf", csrf.as_str()),
            ("role", "manager"),
            ("organisation", ""),
            ("office", "south"),
            ("until-day", "24"),
            ("until-month", "11"),
            ("until-year", "2026"),
        ];
        let refused = stage.post(&path, &root, &fields).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.body.contains("Enter the organisation") && refused.body.contains("value=\"south\""));
        fields[2].1 = "council";
        fields[6].1 = "2025";
        let past = stage.post(&path, &root, &fields).await;
        assert!(past.body.contains("Enter a day that is still to come"));
        fields[6].1 = "2026";
        assert_eq!(stage.post(&path, &root, &fields).await.location, person);
        assert!(stage.get(&person, &root).await.body.contains("24 November 2026"));
        assert!(stage.get("/staff/cases", &ann).await.body.contains("SSSS-2222"));
        let later = stage.later(3 * 24 * 3600).await;
        let (ann, _) = later.sign_in("ann@example.org", &codes[0]).await;
        assert!(!later.get("/staff/cases", &ann).await.body.contains("SSSS-2222"));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_undone_asks_for_password_and_code_once_five_minutes_are_over() {
    on_each_engine(async |stage: Stage| {
        stage.somebody("ann@example.org", StaffRole::Caseworker, None).await;
        let (root, csrf, codes) = stage
            .somebody_with_codes("root@example.org", StaffRole::Administrator, None)
            .await;
        let person = page_of(&stage, "ann@example.org").await;
        let later = stage.later(5 * 60).await;
        let grave: Vec<&str> = ROUTES
            .iter()
            .filter(|route| route.act == Act::Change && route.is_grave && route.path.starts_with("/staff/people"))
            .map(|route| route.path.rsplit('/').next().unwrap())
            .collect();
        assert_eq!(grave.len(), 4);
        for act in grave {
            let asked = later.post(&format!("{person}/{act}"), &root, &[("csrf", &csrf)]).await;
            assert!(asked.location.starts_with("/staff/confirm/"), "{act}");
        }
        let fields = [
            ("csrf", csrf.as_str()),
            ("role", "manager"),
            ("organisation", "council"),
        ];
        let asked = later.post(&format!("{person}/memberships"), &root, &fields).await;
        assert!(!later.get(&person, &root).await.body.contains("Manager, council"));
        let page = later.get(&asked.location, &root).await;
        assert!(page.body.contains("Confirm that it is you"));
        let wrong = [("csrf", csrf.as_str()), ("password", "wrong"), ("code", &codes[0])];
        let refused = later.post(&asked.location, &root, &wrong).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        let right = [("csrf", csrf.as_str()), ("password", PASSWORD), ("code", &codes[0])];
        let done = later.post(&asked.location, &root, &right).await;
        assert_eq!(done.location, person);
        assert!(later.get(&person, &root).await.body.contains("Manager"));
        assert_eq!(
            later.post(&asked.location, &root, &right).await.status,
            StatusCode::NOT_FOUND,
            "once only"
        );
        let again = later.post(&format!("{person}/reset"), &root, &[("csrf", &csrf)]).await;
        assert_eq!(again.status, StatusCode::OK, "not asked again");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_person_sees_their_own_sessions_and_ends_all_of_them() {
    on_each_engine(async |stage: Stage| {
        let (here, csrf, codes) = stage
            .somebody_with_codes("ann@example.org", StaffRole::Caseworker, None)
            .await;
        let (there, _) = stage.sign_in("ann@example.org", &codes[0]).await;
        let (other, _) = stage.somebody("bob@example.org", StaffRole::Caseworker, None).await;
        let page = stage.get("/staff/sessions", &here).await;
        assert_eq!(page.body.matches("Another device").count(), 2);
        assert_eq!(page.body.matches("This one").count(), 1);
        let ended = stage.post("/staff/sessions/end", &here, &[("csrf", &csrf)]).await;
        assert_eq!(ended.location, "/staff/sign-in");
        for cookie in [here, there] {
            assert_eq!(stage.get("/staff", &cookie).await.location, "/staff/sign-in");
        }
        assert_eq!(stage.get("/staff", &other).await.location, "/staff/cases");
    })
    .await;
}

/// The address in a reply that leads to signing in, with the form that was kept.
fn kept_in(reply: &Read) -> &str {
    reply.location.strip_prefix("/staff/sign-in?kept=").unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_that_comes_after_the_session_ended_is_shown_again_to_its_owner_without_a_script() {
    on_each_engine(async |stage: Stage| {
        let stage = stage.serving().await;
        let case = stage.case("north", "NNNN-1111", &[("called", "Ann Applicant")]).await;
        let (ann, csrf, codes) = stage
            .somebody_with_codes("ann@example.org", StaffRole::Caseworker, None)
            .await;
        let (_, _, bobs) = stage
            .somebody_with_codes("bob@example.org", StaffRole::Caseworker, None)
            .await;
        let page = stage.get(&case, &ann).await;
        assert!(page.body.contains("You are signed in until 12:10"), "{}", page.body);
        let later = stage.later(31 * 60).await;
        let note = [("csrf", csrf.as_str()), ("note", "Rang <twice>.")];
        let path = format!("{case}/note");
        let late = later.post(&path, &ann, &note).await;
        assert!(
            later
                .get(&late.location, "")
                .await
                .body
                .contains("what you typed is kept")
        );
        for wrong in [&[("csrf", "made-up"), ("note", "x")][..], &[("note", "x")]] {
            assert_eq!(later.post(&path, &ann, wrong).await.location, "/staff/sign-in");
        }
        let again = format!("/staff/again/{}", kept_in(&late));
        let (bob, _) = later.sign_in("bob@example.org", &bobs[0]).await;
        assert_eq!(later.get(&again, &bob).await.location, "/staff", "it is not his");
        let fields = [
            ("email", "ann@example.org"),
            ("password", PASSWORD),
            ("code", &codes[0]),
            ("kept", kept_in(&late)),
        ];
        let back = later.post("/staff/sign-in", "", &fields).await;
        assert_eq!(back.location, again);
        let (ann, csrf) = later.signed_in(&back).await;
        let page = later.get(&again, &ann).await;
        assert!(page.body.contains("Nothing is done yet") && page.body.contains("Rang &#60;twice&#62;."));
        assert!(!page.body.contains("Note</dt>"), "it was not noted");
        let note = [("csrf", csrf.as_str()), ("note", "Rang <twice>.")];
        assert_eq!(later.post(&path, &ann, &note).await.location, case);
        let next_day = later.later(24 * 3600).await;
        let (ann, _) = next_day.sign_in("ann@example.org", &codes[1]).await;
        assert_eq!(next_day.get(&again, &ann).await.location, "/staff", "its time is over");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_decision_that_comes_late_says_what_changed_meanwhile() {
    let stage = Stage::with_service().await;
    let case = stage.case("north", "NNNN-1111", &[("called", "Ann Applicant")]).await;
    let (ann, csrf, codes) = stage
        .somebody_with_codes("ann@example.org", StaffRole::Caseworker, None)
        .await;
    let revision = revision_in(&stage.get(&case, &ann).await);
    let (bob, bobs) = stage.somebody("bob@example.org", StaffRole::Caseworker, None).await;
    let take = [("csrf", bobs.as_str()), ("revision", &revision)];
    stage.post(&format!("{case}/take"), &bob, &take).await;
    let later = stage.later(31 * 60).await;
    let ruling = [
        ("csrf", csrf.as_str()),
        ("revision", &revision),
        ("outcome", "refused"),
        ("reason-refused", "has_one"),
    ];
    let late = later.post(&format!("{case}/decide"), &ann, &ruling).await;
    let (ann, _) = later.sign_in("ann@example.org", &codes[0]).await;
    let page = later.get(&format!("/staff/again/{}", kept_in(&late)), &ann).await;
    assert!(page.body.contains("value=\"has_one\" checked"));
    assert!(page.body.contains("Somebody changed this case after you opened it"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_after_signing_out_is_not_kept() {
    let stage = Stage::with_service().await;
    let case = stage.case("north", "NNNN-1111", &[("called", "Ann Applicant")]).await;
    let (ann, csrf) = stage.somebody("ann@example.org", StaffRole::Caseworker, None).await;
    stage.post("/staff/sign-out", &ann, &[("csrf", &csrf)]).await;
    let note = [("csrf", csrf.as_str()), ("note", "Rang twice.")];
    let reply = stage.post(&format!("{case}/note"), &ann, &note).await;
    assert_eq!(reply.location, "/staff/sign-in");
}
