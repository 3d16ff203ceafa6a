//! A site on a store of its own with a clock that stands still, and a browser with cookies.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use exemplar_app::App;
use exemplar_app::clock::Clock;
use exemplar_app::services::{Services, publish, read_folder};
use exemplar_app::words::AllWords;
use exemplar_core::definition::Folder;
use exemplar_core::record::Actor;
use exemplar_outbound::Mailer;
use exemplar_testkit::{Kit, at};
use exemplar_web::assets::Addresses;
use exemplar_web::session::Sealer;
use exemplar_web::{Site, SiteSettings, router};
use http_body_util::BodyExt as _;
use tower::ServiceExt as _;

/// The services of the project.
pub fn service(name: &str) -> Folder {
    read_folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../services").join(name)).unwrap()
}

/// A small service that is there for tests alone.
pub fn fixture(name: &str) -> Folder {
    read_folder(
        &Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("../../tests/services")
            .join(name),
    )
    .unwrap()
}

/// A site over a kit's store, at `seconds` after the tests' fixed time.
pub async fn site(kit: &Kit, seconds: i64) -> Arc<Site> {
    site_with(kit, seconds, None, exemplar_outbound::Connectors::default()).await
}

/// The same that asks other systems.
pub async fn site_asking(kit: &Kit, seconds: i64, connectors: exemplar_outbound::Connectors) -> Arc<Site> {
    site_with(kit, seconds, None, connectors).await
}

/// The same with a scanner of files.
pub async fn site_scanned(kit: &Kit, seconds: i64, scanner: Option<exemplar_outbound::Scanner>) -> Arc<Site> {
    site_with(kit, seconds, scanner, exemplar_outbound::Connectors::default()).await
}

async fn site_with(
    kit: &Kit,
    seconds: i64,
    scanner: Option<exemplar_outbound::Scanner>,
    connectors: exemplar_outbound::Connectors,
) -> Arc<Site> {
    let store = kit.store.clone();
    let mail = Mailer::folder(kit.data_folder().join("mail"), "Permits <permits@example.org>").unwrap();
    let app = App {
        certificates: None,
        store,
        services: Services::default(),
        words: AllWords::built_in(),
        clock: Clock::Fixed(at(seconds)),
        address: "https://services.example.org".to_owned(),
        mail,
        texts: exemplar_outbound::Texts::folder(kit.texts_folder()),
        files: exemplar_outbound::Objects::folder(kit.files_folder()),
        scanner,
        connectors,
        writer: exemplar_app::chance::writer(),
        wake: tokio::sync::Notify::new(),
    };
    if app.store.live().await.unwrap().is_empty() {
        publish_folder(&app, service("example-permit")).await;
    }
    app.services.follow(&app.store).await.unwrap();
    let sealer = Sealer::new(app.store.keys().cookie(), true);
    let settings = SiteSettings {
        secure: true,
        simulated: false,
        deadline: Duration::from_secs(30),
        proxies: Vec::new(),
        security_contact: None,
    };
    Arc::new(Site {
        app: Arc::new(app),
        sealer,
        assets: Addresses::built_in(),
        settings,
    })
}

/// Publishes a folder that must be clean.
pub async fn publish_folder(app: &App, folder: Folder) {
    let by = Actor::Integration("test".to_owned());
    let published = publish(&app.store, folder, &by, app.clock.now()).await.unwrap();
    if let Err(refused) = published {
        panic!("the definition is not clean: {:?}", refused.checked.findings);
    }
}

/// A browser: its cookies, and the page that it shows.
#[derive(Clone)]
pub struct Browser {
    router: Router,
    cookies: BTreeMap<String, String>,
    pub address: String,
    pub status: StatusCode,
    pub page: String,
    pub headers: axum::http::HeaderMap,
    /// The address that the requests come from.
    pub peer: std::net::SocketAddr,
}

impl Browser {
    pub fn new(site: &Arc<Site>) -> Self {
        Self {
            router: router(Arc::clone(site)),
            cookies: BTreeMap::new(),
            address: String::new(),
            status: StatusCode::OK,
            page: String::new(),
            headers: axum::http::HeaderMap::new(),
            peer: "192.0.2.7:4000".parse().unwrap(),
        }
    }

    /// The same browser at another time: over another site on the same store.
    pub fn later(&self, site: &Arc<Site>) -> Self {
        Self {
            router: router(Arc::clone(site)),
            ..self.clone()
        }
    }

    pub async fn get(&mut self, address: &str) -> &mut Self {
        let request = Request::get(address);
        self.send(request, Body::empty(), address).await;
        self.follow().await;
        self
    }

    /// Sends the page's first form with what is typed, and follows where it leads.
    pub async fn post(&mut self, typed: &[(&str, &str)]) -> &mut Self {
        self.post_only(typed).await;
        self.follow().await;
        self
    }

    /// Sends the page's first form, and shows the reply itself.
    pub async fn post_only(&mut self, typed: &[(&str, &str)]) -> &mut Self {
        let (action, mut fields) = self.form();
        fields.extend(
            typed
                .iter()
                .map(|(name, value)| ((*name).to_owned(), (*value).to_owned())),
        );
        self.post_to(&action, &fields).await
    }

    pub async fn post_to(&mut self, action: &str, fields: &[(String, String)]) -> &mut Self {
        let body = form_urlencoded::Serializer::new(String::new())
            .extend_pairs(fields)
            .finish();
        let request = Request::post(action)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header("sec-fetch-site", "same-origin");
        self.send(request, Body::from(body), action).await;
        self
    }

    pub async fn send(&mut self, request: axum::http::request::Builder, body: Body, address: &str) {
        let cookies: Vec<String> = self
            .cookies
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        let mut request = request.header(header::COOKIE, cookies.join("; ")).body(body).unwrap();
        request.extensions_mut().insert(axum::extract::ConnectInfo(self.peer));
        let reply = self.router.clone().oneshot(request).await.unwrap();
        for cookie in reply.headers().get_all(header::SET_COOKIE) {
            let cookie = cookie.to_str().unwrap().split(';').next().unwrap();
            let (name, value) = cookie.split_once('=').unwrap();
            self.cookies.insert(name.to_owned(), value.to_owned());
        }
        self.status = reply.status();
        self.headers = reply.headers().clone();
        self.address = address.to_owned();
        if let Some(location) = reply.headers().get(header::LOCATION) {
            self.address = location.to_str().unwrap().to_owned();
        }
        let body = reply.into_body().collect().await.unwrap().to_bytes();
        self.page = String::from_utf8_lossy(&body).into_owned();
    }

    pub async fn follow(&mut self) {
        for _ in 0..5 {
            if !self.status.is_redirection() {
                return;
            }
            let address = self.address.clone();
            self.send(Request::get(&address), Body::empty(), &address).await;
        }
        panic!("{} leads in circles", self.address);
    }

    /// The page's first form: where it goes, and its hidden fields.
    pub fn form(&self) -> (String, Vec<(String, String)>) {
        let document = scraper::Html::parse_document(&self.page);
        let selector = |text| scraper::Selector::parse(text).unwrap();
        let form = document.select(&selector("form[method=post]")).next();
        let form = form.unwrap_or_else(|| panic!("no form on {}: {}", self.address, self.heading()));
        let inputs = selector("input[type=hidden]");
        let hidden = form.select(&inputs).map(|input| {
            let value = |name| input.value().attr(name).unwrap_or_default().to_owned();
            (value("name"), value("value"))
        });
        let fields = hidden.collect();
        (form.value().attr("action").unwrap().to_owned(), fields)
    }

    /// The words of the first element that fits.
    pub fn words(&self, selector: &str) -> String {
        let document = scraper::Html::parse_document(&self.page);
        let selector = scraper::Selector::parse(selector).unwrap();
        let found = document.select(&selector).next();
        found
            .map(|found| found.text().collect::<String>().trim().to_owned())
            .unwrap_or_default()
    }

    /// Where the first link that fits leads.
    pub fn link(&self, selector: &str) -> Option<String> {
        let document = scraper::Html::parse_document(&self.page);
        let selector = scraper::Selector::parse(selector).unwrap();
        let found = document.select(&selector).next()?;
        found.value().attr("href").map(ToOwned::to_owned)
    }

    /// What stands in a control.
    pub fn value(&self, id: &str) -> String {
        let document = scraper::Html::parse_document(&self.page);
        let selector = scraper::Selector::parse(&format!("#{id}")).unwrap();
        let found = document.select(&selector).next();
        found
            .and_then(|found| found.value().attr("value"))
            .unwrap_or_default()
            .to_owned()
    }

    /// Whether no page gave it a cookie.
    pub fn has_no_cookies(&self) -> bool {
        self.cookies.is_empty()
    }

    pub fn heading(&self) -> String {
        self.words("h1")
    }

    pub fn reference(&self) -> String {
        self.words(".app-reference")
    }

    /// Starts the permit and answers its first pages, up to but without `page`.
    pub async fn permit_up_to(&mut self, page: &str) -> &mut Self {
        self.get("/example-permit").await;
        self.get("/example-permit/full-name").await;
        for (name, typed) in PERMIT {
            if *name == page {
                assert!(
                    self.address.ends_with(&format!("/{page}")),
                    "{}: {}",
                    self.address,
                    self.heading()
                );
                return self;
            }
            self.post(typed).await;
        }
        assert!(self.address.ends_with(page), "{}: {}", self.address, self.heading());
        self
    }
}

/// The answers of somebody who lives in the United Kingdom, page by page.
const PERMIT: &[(&str, &[(&str, &str)])] = &[
    (
        "full-name",
        &[("full_name-first", "Anna"), ("full_name-last", "Example")],
    ),
    (
        "date-of-birth",
        &[
            ("date_of_birth-day", "31"),
            ("date_of_birth-month", "3"),
            ("date_of_birth-year", "1980"),
        ],
    ),
    ("lives-in-uk", &[("lives_in_uk", "yes")]),
    ("postcode", &[("postcode", "ls1 1ur")]),
    ("email", &[("email", "anna@example.org")]),
    ("phone", &[("phone", "01632 960 001")]),
    ("items", &[("items", "3")]),
    ("truth", &[("truth", "yes")]),
];
