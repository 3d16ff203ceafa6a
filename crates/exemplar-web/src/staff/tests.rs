//! The road to each page of staff, on a store of its own.

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::http::{Request, Response, StatusCode, header};
use exemplar_app::App;
use exemplar_app::clock::Clock;
use exemplar_app::services::Services;
use exemplar_app::staff::NewStaff;
use exemplar_app::words::AllWords;
use exemplar_core::permission::StaffRole;
use exemplar_testkit::{Draft, Kit, at, submit};
use http_body_util::BodyExt as _;
use tower::ServiceExt as _;

use super::routes::{Act, ROUTES, Who};
use crate::assets::Addresses;
use crate::session::Sealer;
use crate::{Site, SiteSettings, router};

pub const PASSWORD: &str = "correct horse battery";

/// A site on a store of its own.
pub struct Stage {
    pub site: Arc<Site>,
    router: Router,
    kit: Kit,
}

/// A reply, read.
pub struct Read {
    pub status: StatusCode,
    pub location: String,
    pub cookie: String,
    pub body: String,
}

impl Stage {
    pub async fn new() -> Self {
        let kit = Kit::sqlite().await;
        let mail = exemplar_outbound::Mailer::folder(kit.data_folder().join("mail"), "a@example.org").unwrap();
        let app = App {
            store: kit.store.clone(),
            services: Services::default(),
            words: AllWords::built_in(),
            clock: Clock::Fixed(at(0)),
            address: "http://localhost".to_owned(),
            mail,
            writer: exemplar_app::chance::writer(),
            wake: tokio::sync::Notify::new(),
        };
        let site = Arc::new(Site {
            app: Arc::new(app),
            sealer: Sealer::new(kit.keys.cookie(), false),
            assets: Addresses::built_in(),
            settings: SiteSettings {
                secure: false,
                simulated: false,
                deadline: Duration::from_secs(60),
                proxies: Vec::new(),
                security_contact: None,
            },
        });
        Self {
            router: router(Arc::clone(&site)),
            site,
            kit,
        }
    }

    async fn send(&self, request: Request<Body>) -> Read {
        let reply: Response<Body> = self.router.clone().oneshot(request).await.unwrap();
        let text = |name| {
            reply
                .headers()
                .get(name)
                .map_or("", |value| value.to_str().unwrap())
                .to_owned()
        };
        let (status, location, cookie) = (reply.status(), text(header::LOCATION), text(header::SET_COOKIE));
        let body = reply.into_body().collect().await.unwrap().to_bytes();
        Read {
            status,
            location,
            cookie,
            body: String::from_utf8(body.to_vec()).unwrap(),
        }
    }

    pub async fn get(&self, path: &str, cookie: &str) -> Read {
        let request = Request::get(path).header(header::COOKIE, cookie);
        self.send(request.body(Body::empty()).unwrap()).await
    }

    pub async fn post(&self, path: &str, cookie: &str, fields: &[(&str, &str)]) -> Read {
        let mut form = form_urlencoded::Serializer::new(String::new());
        form.extend_pairs(fields);
        let request = Request::post(path).header(header::COOKIE, cookie);
        self.send(request.body(Body::from(form.finish())).unwrap()).await
    }

    /// Sets an account up by its link, as a person does in a browser. Gives a recovery code.
    pub async fn set_up(&self, link: &str) -> String {
        let path = link.strip_prefix("http://localhost").unwrap();
        let page = self.get(path, "").await;
        let secret = page.body.split("<code>").nth(1).unwrap().split('<').next().unwrap();
        let secret = totp_rs::Secret::try_from_base32(secret).unwrap();
        let totp = totp_rs::Builder::new().with_secret(secret).build().unwrap();
        let now = u64::try_from(self.site.app.clock.now().as_second()).unwrap();
        let code = totp.generate(now).to_string();
        let fields = [
            ("name", "Ann First"),
            ("email", "first@example.org"),
            ("password", PASSWORD),
            ("code", &code),
        ];
        let page = self.post(path, "", &fields).await;
        assert_eq!(page.status, StatusCode::OK, "{}", page.body);
        page.body
            .split("<code>")
            .nth(1)
            .unwrap()
            .split('<')
            .next()
            .unwrap()
            .to_owned()
    }

    /// Adds somebody and signs them in. Gives their cookie and the token of their forms.
    pub async fn somebody(&self, email: &str, role: StaffRole, office: Option<&str>) -> (String, String) {
        let new = NewStaff {
            name: format!("Name of {email}"),
            email: email.to_owned(),
            role,
            organisation: "council".into(),
            office: office.map(Into::into),
            service: None,
        };
        let link = self.site.app.add_staff(new).await.unwrap();
        let code = self.set_up(&link).await;
        let fields = [("email", email), ("password", PASSWORD), ("code", &code)];
        let reply = self.post("/staff/sign-in", "", &fields).await;
        assert_eq!(
            (reply.status, reply.location.as_str()),
            (StatusCode::SEE_OTHER, "/staff")
        );
        let cookie = reply.cookie.split(';').next().unwrap().to_owned();
        let who = self
            .site
            .app
            .signed_in(cookie.split_once('=').unwrap().1)
            .await
            .unwrap()
            .unwrap();
        (cookie, who.csrf)
    }
}

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

const SERVICE: &str = "language: 1
name: Apply for a permit
organisation: council
why: To decide.
law: A law of the tests
questions:
  called:
    ask: What are you called?
    text:
  email:
    ask: What is your email address?
    email:
casework:
  decide_within: 10 days
  outcomes:
    approved:
      title: Permit approved
    refused:
      title: Permit refused
      appeal: { to: the county court, within: 14 days }
      reasons:
        has_one: You already have a permit.
keep:
  draft: 28 days
  approved: 2 years
  refused: 1 year
  withdrawn: 28 days
";

const REFUSED: &str = "# We refused your permit

((reason))

Your reference is ((reference)). You can appeal to ((appeal.to)) by ((appeal.by)).
";

impl Stage {
    /// A site with one service.
    async fn with_service() -> Self {
        let stage = Self::new().await;
        let mut folder = exemplar_core::definition::Folder {
            name: "permit".to_owned(),
            ..Default::default()
        };
        folder
            .files
            .insert("service.yaml".to_owned(), SERVICE.as_bytes().to_vec());
        folder
            .files
            .insert("messages/refused.en.md".to_owned(), REFUSED.as_bytes().to_vec());
        let by = exemplar_core::record::Actor::Integration("test".to_owned());
        let published = exemplar_app::services::publish(&stage.kit.store, folder, &by, at(0))
            .await
            .unwrap();
        if let Err(refused) = published {
            panic!("{:?}", refused.checked.findings);
        }
        stage.site.app.services.follow(&stage.kit.store).await.unwrap();
        stage
    }

    /// A submitted case of an office. Gives the address of its screen.
    async fn case(&self, office: &str, reference: &str, answers: &[(&str, &str)]) -> String {
        let mut draft = Draft::answering(answers);
        draft.case.service = "permit".into();
        draft.case.definition = self.site.app.services.live("permit").unwrap().digest;
        self.kit.store.commit(draft.begin()).await.unwrap();
        let loaded = self.kit.store.load(draft.case.id).await.unwrap().unwrap();
        let mut outcome = submit(&loaded, reference);
        for change in &mut outcome.changes {
            if let exemplar_core::record::Change::Case(case) = change {
                case.office = Some(office.into());
                case.due = Some(jiff::civil::date(2026, 12, 3));
            }
        }
        self.kit.store.commit(outcome).await.unwrap();
        format!("/staff/cases/{}", draft.case.id)
    }
}

impl Stage {
    /// How many looks are on record; none where there are no more than when this was asked last.
    async fn looks(&self) -> Option<i64> {
        let checkpoint = self.kit.store.checkpoint(at(0)).await.unwrap()?;
        let covers: serde_json::Value = serde_json::from_str(&checkpoint.covers).unwrap();
        covers["looks"][0][1].as_i64()
    }
}

fn revision_in(page: &Read) -> String {
    page.body
        .split("name=\"revision\" value=\"")
        .nth(1)
        .unwrap()
        .split('"')
        .next()
        .unwrap()
        .to_owned()
}

const ANSWERS: &[(&str, &str)] = &[("called", "Ann Applicant"), ("email", "applicant@example.org")];

#[tokio::test(flavor = "multi_thread")]
async fn a_queue_and_a_case_show_to_their_office_alone_and_each_look_is_on_record() {
    let stage = Stage::with_service().await;
    let north = stage.case("north", "NNNN-1111", ANSWERS).await;
    let south = stage.case("south", "SSSS-2222", ANSWERS).await;
    let (cookie, _) = stage
        .somebody("ann@example.org", StaffRole::Caseworker, Some("north"))
        .await;
    let list = stage.get("/staff/cases", &cookie).await;
    assert!(list.body.contains("NNNN-1111") && !list.body.contains("SSSS-2222"));
    assert!(!list.body.contains("Ann Applicant"), "a list opens no answer");
    assert_eq!(stage.looks().await, Some(1));
    let widened = stage.get("/staff/cases?office=south", &cookie).await;
    assert!(!widened.body.contains("SSSS-2222"));
    let case = stage.get(&north, &cookie).await;
    assert!(case.body.contains("What are you called?") && case.body.contains("Ann Applicant"));
    assert_eq!(stage.looks().await, Some(3));
    assert_eq!(stage.get(&south, &cookie).await.status, StatusCode::NOT_FOUND);
    let nobodys = "/staff/cases/00000000-0000-0000-0000-000000000009";
    assert_eq!(stage.get(nobodys, &cookie).await.status, StatusCode::NOT_FOUND);
    assert_eq!(stage.looks().await, None, "what is not shown is no look");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_case_is_taken_noted_and_refused_with_a_reason_and_the_applicant_is_told() {
    let stage = Stage::with_service().await;
    let case = stage.case("north", "NNNN-1111", ANSWERS).await;
    let (cookie, csrf) = stage
        .somebody("ann@example.org", StaffRole::Caseworker, Some("north"))
        .await;
    let page = stage.get(&case, &cookie).await;
    let first = revision_in(&page);
    let taken = stage
        .post(
            &format!("{case}/take"),
            &cookie,
            &[("csrf", &csrf), ("revision", &first)],
        )
        .await;
    assert_eq!(
        (taken.status, taken.location.as_str()),
        (StatusCode::SEE_OTHER, case.as_str())
    );
    assert!(
        stage
            .get("/staff/cases?who=mine", &cookie)
            .await
            .body
            .contains("NNNN-1111")
    );
    let note = [("csrf", csrf.as_str()), ("note", "Rang twice.")];
    assert_eq!(
        stage.post(&format!("{case}/note"), &cookie, &note).await.status,
        StatusCode::SEE_OTHER
    );
    let decide = format!("{case}/decide");
    let old = [
        ("csrf", csrf.as_str()),
        ("revision", &first),
        ("outcome", "refused"),
        ("reason-refused", "has_one"),
    ];
    let changed = stage.post(&decide, &cookie, &old).await;
    assert_eq!(changed.status, StatusCode::CONFLICT);
    assert!(changed.body.contains("Taken") && changed.body.contains("Rang twice."));
    assert!(
        changed.body.contains("value=\"has_one\" checked"),
        "what was chosen is kept"
    );
    let now = revision_in(&changed);
    let without = [("csrf", csrf.as_str()), ("revision", &now), ("outcome", "refused")];
    assert_eq!(
        stage.post(&decide, &cookie, &without).await.status,
        StatusCode::UNPROCESSABLE_ENTITY
    );
    let ruling = [
        ("csrf", csrf.as_str()),
        ("revision", &now),
        ("outcome", "refused"),
        ("reason-refused", "has_one"),
    ];
    assert_eq!(
        stage.post(&decide, &cookie, &ruling).await.status,
        StatusCode::SEE_OTHER
    );
    assert_eq!(
        stage.post(&decide, &cookie, &ruling).await.status,
        StatusCode::CONFLICT,
        "once only"
    );
    let decided = stage.get("/staff/cases?state=decided", &cookie).await;
    assert!(decided.body.contains("Permit refused"));
    let id = exemplar_core::id::CaseId(case.rsplit('/').next().unwrap().parse().unwrap());
    let work = stage.kit.store.work(id).await.unwrap();
    assert_eq!(work.decisions[0].reasons["reason"], "has_one");
    let message = &work.messages[0];
    assert_eq!(
        (message.event.as_str(), message.address.as_str()),
        ("refused", "applicant@example.org")
    );
    assert!(message.text.contains("You already have a permit.") && message.text.contains("the county court by"));
    let mut session = crate::session::Session::new([1; 16]);
    session.hold(id, &"permit".into(), 0, at(0));
    let own = stage.site.sealer.seal(&session).unwrap();
    let status = stage
        .get(&format!("/permit/status/{id}"), own.split(';').next().unwrap())
        .await;
    assert!(status.body.contains("Permit refused") && status.body.contains("You already have a permit."));
    assert!(status.body.contains("You can appeal to the county court by"));
    assert!(
        stage.kit.store.verify().await.unwrap().is_empty(),
        "the record is whole"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn who_gave_no_email_address_gets_a_letter_that_staff_post() {
    let stage = Stage::with_service().await;
    let case = stage.case("north", "NNNN-1111", &ANSWERS[..1]).await;
    let (cookie, csrf) = stage
        .somebody("ann@example.org", StaffRole::Caseworker, Some("north"))
        .await;
    let (elsewhere, other_csrf) = stage
        .somebody("bob@example.org", StaffRole::Caseworker, Some("south"))
        .await;
    let now = revision_in(&stage.get(&case, &cookie).await);
    let ruling = [
        ("csrf", csrf.as_str()),
        ("revision", &now),
        ("outcome", "refused"),
        ("reason-refused", "has_one"),
    ];
    assert_eq!(
        stage.post(&format!("{case}/decide"), &cookie, &ruling).await.status,
        StatusCode::SEE_OTHER
    );
    let list = stage.get("/staff/letters", &cookie).await;
    assert!(list.body.contains("We refused your permit"));
    assert!(
        !stage
            .get("/staff/letters", &elsewhere)
            .await
            .body
            .contains("We refused")
    );
    let letter = list
        .body
        .split("href=\"/staff/letters/")
        .nth(1)
        .unwrap()
        .split('"')
        .next()
        .unwrap();
    let letter = format!("/staff/letters/{letter}");
    assert!(
        stage
            .get(&letter, &cookie)
            .await
            .body
            .contains("You already have a permit.")
    );
    assert_eq!(stage.get(&letter, &elsewhere).await.status, StatusCode::NOT_FOUND);
    let posted = format!("{letter}/posted");
    assert_eq!(
        stage.post(&posted, &elsewhere, &[("csrf", &other_csrf)]).await.status,
        StatusCode::NOT_FOUND
    );
    assert_eq!(
        stage.post(&posted, &cookie, &[("csrf", &csrf)]).await.status,
        StatusCode::SEE_OTHER
    );
    assert!(!stage.get("/staff/letters", &cookie).await.body.contains("We refused"));
}
