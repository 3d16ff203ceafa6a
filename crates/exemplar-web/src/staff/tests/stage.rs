//! What the tests of staff share: a site on a store of its own, people who sign in, and cases.

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

use crate::assets::Addresses;
use crate::session::Sealer;
use crate::{Site, SiteSettings, router};

pub const PASSWORD: &str = "correct horse battery";

/// A site on a store of its own.
pub struct Stage {
    pub site: Arc<Site>,
    router: Router,
    pub kit: Arc<Kit>,
}

/// A reply, read.
pub struct Read {
    pub status: StatusCode,
    pub location: String,
    pub cookie: String,
    pub body: String,
}

/// Runs a test on a site over an empty SQLite store, then over an empty PostgreSQL store.
pub async fn on_each_engine(test: impl AsyncFn(Stage)) {
    exemplar_testkit::on_each_engine(async |kit: Kit| test(Stage::over(Arc::new(kit), 0)).await).await;
}

impl Stage {
    pub async fn new() -> Self {
        Self::over(Arc::new(Kit::sqlite().await), 0)
    }

    /// The same site so many seconds after the moment at which tests happen.
    pub async fn later(&self, seconds: i64) -> Self {
        let later = Self::over(Arc::clone(&self.kit), seconds);
        later.site.app.services.follow(&self.kit.store).await.unwrap();
        later
    }

    fn over(kit: Arc<Kit>, seconds: i64) -> Self {
        Self::asking(kit, seconds, exemplar_outbound::Connectors::default())
    }

    /// The site that asks other systems.
    pub fn asking(kit: Arc<Kit>, seconds: i64, connectors: exemplar_outbound::Connectors) -> Self {
        let mail = exemplar_outbound::Mailer::folder(kit.mail_folder(), "a@example.org").unwrap();
        let app = App {
            certificates: None,
            store: kit.store.clone(),
            services: Services::default(),
            words: AllWords::built_in(),
            clock: Clock::Fixed(at(seconds)),
            address: "http://localhost".to_owned(),
            mail,
            texts: exemplar_outbound::Texts::folder(kit.texts_folder()),
            files: exemplar_outbound::Objects::folder(kit.files_folder()),
            scanner: None,
            connectors,
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

    /// Does all jobs that are due.
    pub async fn work(&self) {
        let worker = self.site.app.writer.0;
        while exemplar_app::work::round(&self.site.app, worker).await.unwrap() > 0 {}
    }

    /// All e-mails that were written.
    pub fn mail(&self) -> Vec<String> {
        let files = std::fs::read_dir(self.kit.mail_folder()).unwrap();
        files
            .map(|file| std::fs::read_to_string(file.unwrap().path()).unwrap())
            .collect()
    }

    /// Sends the folder of a service as a browser does: file by file, each with its path.
    pub async fn send_folder(&self, path: &str, keys: (&str, &str), files: &[(&str, &str)]) -> Read {
        self.send_files(path, keys, ("folder", &[]), files).await
    }

    /// Sends a form as a browser does that has files: what was chosen, then each file under the field's name.
    pub async fn send_files(
        &self,
        path: &str,
        (cookie, csrf): (&str, &str),
        (field, chosen): (&str, &[(&str, &str)]),
        files: &[(&str, &str)],
    ) -> Read {
        let mut body = String::new();
        for (name, value) in [("csrf", csrf)].iter().chain(chosen) {
            body += &format!("--edge\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
        }
        for (path, content) in files {
            body += &format!(
                "--edge\r\ncontent-disposition: form-data; name=\"{field}\"; filename=\"{path}\"\r\n\r\n{content}\r\n"
            );
        }
        body += "--edge--\r\n";
        let request = Request::post(path)
            .header(header::COOKIE, cookie)
            .header(header::CONTENT_TYPE, "multipart/form-data; boundary=edge");
        self.send(request.body(Body::from(body)).unwrap()).await
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
            // An archive is no text.
            body: String::from_utf8_lossy(&body).into_owned(),
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
        self.set_up_with_codes(link).await.remove(0)
    }

    /// [`Stage::set_up`] with all recovery codes.
    pub async fn set_up_with_codes(&self, link: &str) -> Vec<String> {
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
        let codes = page.body.split("<code>").skip(1);
        codes.map(|rest| rest.split('<').next().unwrap().to_owned()).collect()
    }

    /// Adds somebody and signs them in. Gives their cookie and the token of their forms.
    pub async fn somebody(&self, email: &str, role: StaffRole, office: Option<&str>) -> (String, String) {
        let (cookie, csrf, _) = self.somebody_with_codes(email, role, office).await;
        (cookie, csrf)
    }

    /// [`Stage::somebody`], and the recovery codes that are left.
    pub async fn somebody_with_codes(
        &self,
        email: &str,
        role: StaffRole,
        office: Option<&str>,
    ) -> (String, String, Vec<String>) {
        let new = NewStaff {
            name: format!("Name of {email}"),
            email: email.to_owned(),
            role,
            organisation: "council".into(),
            office: office.map(Into::into),
            service: None,
        };
        let link = self.site.app.add_staff(new).await.unwrap();
        let codes = self.set_up_with_codes(&link).await;
        let (cookie, csrf) = self.sign_in(email, &codes[0]).await;
        (cookie, csrf, codes[1..].to_vec())
    }

    /// Signs somebody in by a code. Gives their cookie and the token of their forms.
    pub async fn sign_in(&self, email: &str, code: &str) -> (String, String) {
        let fields = [("email", email), ("password", PASSWORD), ("code", code)];
        let reply = self.post("/staff/sign-in", "", &fields).await;
        assert_eq!(
            (reply.status, reply.location.as_str()),
            (StatusCode::SEE_OTHER, "/staff")
        );
        self.signed_in(&reply).await
    }

    /// The cookie that a reply gives, and the token of its forms.
    pub async fn signed_in(&self, reply: &Read) -> (String, String) {
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

pub const SERVICE: &str = "language: 1
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
  search: [email]
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

pub const REFUSED: &str = "# We refused your permit

((reason))

Your reference is ((reference)). You can appeal to ((appeal.to)) by ((appeal.by)).
";

impl Stage {
    /// A site with one service.
    pub async fn with_service() -> Self {
        Self::new().await.serving().await
    }

    /// The site with one service.
    pub async fn serving(self) -> Self {
        let stage = self;
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
    pub async fn case(&self, office: &str, reference: &str, answers: &[(&str, &str)]) -> String {
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
        let definition = self.site.app.services.live("permit").unwrap();
        let setting = exemplar_core::journey::Setting {
            today: exemplar_testkit::today(),
            language: "en".into(),
            channel: exemplar_core::record::Channel::Web,
        };
        let walk = exemplar_core::journey::Walk::new(&definition, &draft.part.answers, setting);
        let terms = exemplar_core::search::terms(&walk);
        outcome.changes.push(exemplar_core::record::Change::SearchTerms(
            draft.case.id,
            "council".into(),
            terms,
        ));
        self.kit.store.commit(outcome).await.unwrap();
        format!("/staff/cases/{}", draft.case.id)
    }
}

impl Stage {
    /// How many looks are on record; none where there are no more than when this was asked last.
    pub async fn looks(&self) -> Option<i64> {
        let checkpoint = self.kit.store.checkpoint(at(0)).await.unwrap()?;
        let covers: serde_json::Value = serde_json::from_str(&checkpoint.covers).unwrap();
        covers["looks"][0][1].as_i64()
    }
}

impl Stage {
    /// How many looks this instance put on record.
    pub async fn all_looks(&self) -> i64 {
        self.kit.store.looks_of(self.site.app.writer).await.unwrap()
    }
}

pub fn revision_in(page: &Read) -> String {
    page.body
        .split("name=\"revision\" value=\"")
        .nth(1)
        .unwrap()
        .split('"')
        .next()
        .unwrap()
        .to_owned()
}

pub const ANSWERS: &[(&str, &str)] = &[("called", "Ann Applicant"), ("email", "applicant@example.org")];
