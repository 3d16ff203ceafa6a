//! Uploading files: by a plain form and in pieces, what is refused, what is given to whom, and what is left of what
//! broke off.

use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use exemplar_app::App;
use exemplar_outbound::{PIECE, Scanner};
use exemplar_testkit::{Kit, on_each_engine};
use exemplar_web::Site;
use serde_json::Value;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use uuid::Uuid;

use crate::browser::{Browser, fixture, publish_folder, site_scanned};

const BILLS: &str = "/repairs/bills";
const FILM: &str = "/repairs/film";
const PDF: &[u8] = b"%PDF-1.7\nA bill.";
/// What every scanner knows, and no file of ours holds in one piece.
const EICAR: [&str; 2] = [
    "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD",
    "-ANTIVIRUS-TEST-FILE!$H+H*",
];

/// A scanner that speaks clamd's `INSTREAM`, and finds the test file alone.
async fn clamd(kit: &Kit) -> Scanner {
    let path = kit.files_folder().with_file_name("clamd");
    let listener = tokio::net::UnixListener::bind(&path).unwrap();
    tokio::spawn(async move {
        loop {
            let (mut socket, _) = listener.accept().await.unwrap();
            tokio::spawn(async move {
                let mut command = [0; 10];
                socket.read_exact(&mut command).await.unwrap();
                assert_eq!(&command, b"zINSTREAM\0");
                let mut content = Vec::new();
                loop {
                    let length = socket.read_u32().await.unwrap() as usize;
                    if length == 0 {
                        break;
                    }
                    let from = content.len();
                    content.resize(from + length, 0);
                    socket.read_exact(&mut content[from..]).await.unwrap();
                }
                let eicar = EICAR.concat();
                let found = content.windows(eicar.len()).any(|window| window == eicar.as_bytes());
                let said: &[u8] = if found {
                    b"stream: Eicar-Test-Signature FOUND\0"
                } else {
                    b"stream: OK\0"
                };
                socket.write_all(said).await.unwrap();
            });
        }
    });
    Scanner::Unix(path)
}

async fn serving(kit: &Kit, scanner: Option<Scanner>) -> Arc<Site> {
    let site = site_scanned(kit, 0, scanner).await;
    publish_folder(&site.app, fixture("repairs")).await;
    site.app.services.follow(&site.app.store).await.unwrap();
    site
}

/// Somebody who was asked for bills.
async fn at_the_bills(site: &Arc<Site>) -> Browser {
    let mut browser = Browser::new(site);
    browser.get("/repairs").await.get("/repairs/full-name").await;
    browser
        .post(&[("full_name-first", "Ann"), ("full_name-last", "Berg")])
        .await;
    browser.post(&[("has_bills", "yes")]).await;
    assert!(browser.address.ends_with("/bills"), "{}", browser.address);
    browser
}

/// A form with one file, as browsers write it.
fn form(csrf: &str, field: &str, name: &str, content: &[u8]) -> Vec<u8> {
    let mut body = format!(
        "--edge\r\ncontent-disposition: form-data; name=\"csrf\"\r\n\r\n{csrf}\r\n--edge\r\n\
         content-disposition: form-data; name=\"{field}\"; filename=\"{name}\"\r\n\
         content-type: application/octet-stream\r\n\r\n"
    )
    .into_bytes();
    body.extend_from_slice(content);
    body.extend_from_slice(b"\r\n--edge--\r\n");
    body
}

fn csrf(browser: &Browser) -> String {
    let (_, fields) = browser.form();
    fields.into_iter().find(|(name, _)| name == "csrf").unwrap().1
}

/// Sends a file by the plain form of the page, and follows.
async fn upload(browser: &mut Browser, page: &str, name: &str, content: &[u8]) {
    let field = page.rsplit('/').next().unwrap();
    browser.get(page).await;
    let body = form(&csrf(browser), field, name, content);
    let action = format!("{page}/files/add");
    let request = Request::post(&action)
        .header(header::CONTENT_TYPE, "multipart/form-data; boundary=edge")
        .header(header::CONTENT_LENGTH, body.len())
        .header("sec-fetch-site", "same-origin");
    browser.send(request, Body::from(body), &action).await;
    browser.follow().await;
}

async fn ask(browser: &mut Browser, page: &str, what: &str, fields: &[(&str, &str)]) -> Value {
    let mut all = vec![("csrf".to_owned(), csrf_at(browser, page).await)];
    all.extend(
        fields
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned())),
    );
    browser.post_to(&format!("{page}/files/{what}"), &all).await;
    serde_json::from_str(&browser.page).unwrap_or(Value::Null)
}

async fn csrf_at(browser: &mut Browser, page: &str) -> String {
    browser.get(page).await;
    csrf(browser)
}

async fn piece(browser: &mut Browser, page: &str, upload: &str, n: usize, content: &[u8]) -> StatusCode {
    let token = csrf_at(browser, page).await;
    let piece = PIECE as usize;
    let bytes = content[n * piece..content.len().min((n + 1) * piece)].to_vec();
    let address = format!("{page}/files/piece?upload={upload}&n={n}");
    let request = Request::post(&address)
        .header("x-csrf", token)
        .header(header::CONTENT_LENGTH, bytes.len())
        .header("sec-fetch-site", "same-origin");
    browser.send(request, Body::from(bytes), &address).await;
    browser.status
}

/// Does all jobs that are due.
async fn work(app: &App) {
    while exemplar_app::work::round(app, Uuid::now_v7()).await.unwrap() > 0 {}
}

/// How many files lie in a folder, however deep.
fn lying_in(folder: &Path) -> usize {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return 0;
    };
    let count = |path: std::path::PathBuf| if path.is_dir() { lying_in(&path) } else { 1 };
    entries.map(|entry| count(entry.unwrap().path())).sum()
}

#[tokio::test(flavor = "multi_thread")]
async fn files_are_uploaded_one_by_one_removed_sent_and_given() {
    on_each_engine(async |kit| {
        let site = serving(&kit, Some(clamd(&kit).await)).await;
        let mut browser = at_the_bills(&site).await;
        browser.post_to(BILLS, &browser.form().1.clone()).await;
        upload(&mut browser, BILLS, "roof.pdf", PDF).await;
        assert_eq!(
            (browser.status, browser.heading().as_str()),
            (StatusCode::OK, "Upload your bills")
        );
        assert!(browser.page.contains("roof.pdf") && browser.page.contains("Being checked for viruses"));
        upload(&mut browser, BILLS, "notes.txt", "Tŷ\n".as_bytes()).await;
        upload(&mut browser, BILLS, "third.pdf", PDF).await;
        assert!(browser.page.contains("as many files as can be uploaded here: 3"));
        browser.get(&format!("{BILLS}/files/1")).await;
        assert_eq!(
            browser.status,
            StatusCode::NOT_FOUND,
            "what was not checked is given to nobody"
        );
        work(&site.app).await;
        browser.get(&format!("{BILLS}/files/1")).await;
        assert_eq!((browser.status, browser.page.as_bytes()), (StatusCode::OK, PDF));
        browser.get(BILLS).await;
        assert!(browser.page.contains("Checked"));
        // The first form of the page removes the first file.
        browser.post(&[]).await;
        assert!(!browser.page.contains("roof.pdf") && browser.page.contains("third.pdf"));
        work(&site.app).await;
        let fields = continuing(&browser);
        browser.post_to(BILLS, &fields).await.follow().await;
        assert!(
            browser.address.ends_with("/many-bills"),
            "{}: {}",
            browser.address,
            browser.heading()
        );
        browser.post(&[("many_bills", "the third")]).await;
        let fields = continuing(&browser);
        browser.post_to(FILM, &fields).await.follow().await;
        assert!(
            browser.address.ends_with("/check-answers"),
            "{}: {}",
            browser.address,
            browser.heading()
        );
        assert!(browser.page.contains("third.pdf (1 KB)"));
        browser.post(&[]).await;
        assert!(!browser.reference().is_empty(), "{}", browser.page);
        assert_eq!(lying_in(&kit.files_folder()), 2);
    })
    .await;
}

/// The hidden fields of the page's last form, which goes on.
fn continuing(browser: &Browser) -> Vec<(String, String)> {
    let document = scraper::Html::parse_document(&browser.page);
    let selector = |text| scraper::Selector::parse(text).unwrap();
    let form = document.select(&selector("form[data-journey]")).last().unwrap();
    let inputs = selector("input[type=hidden]");
    let hidden = form.select(&inputs).map(|input| {
        let value = |name| input.value().attr(name).unwrap_or_default().to_owned();
        (value("name"), value("value"))
    });
    hidden.collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_harmful_file_is_given_to_nobody_and_has_to_be_removed() {
    on_each_engine(async |kit| {
        let site = serving(&kit, Some(clamd(&kit).await)).await;
        let mut browser = at_the_bills(&site).await;
        upload(&mut browser, BILLS, "bad.txt", EICAR.concat().as_bytes()).await;
        let fields = continuing(&browser);
        browser.post_to(BILLS, &fields).await.follow().await;
        assert!(browser.address.ends_with("/film"));
        work(&site.app).await;
        assert_eq!(lying_in(&kit.files_folder()), 0);
        browser.get("/repairs/check-answers").await;
        assert!(browser.address.ends_with("/bills"), "{}", browser.address);
        assert!(browser.page.contains("Contains a virus"));
        let fields = continuing(&browser);
        browser.post_to(BILLS, &fields).await;
        assert_eq!(browser.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(
            browser
                .words(".govuk-error-summary")
                .contains("bad.txt contains a virus")
        );
        browser.get(&format!("{BILLS}/files/1")).await;
        assert_eq!(browser.status, StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_scanner_the_page_says_so_and_nothing_is_given() {
    on_each_engine(async |kit| {
        let site = serving(&kit, None).await;
        let mut browser = at_the_bills(&site).await;
        upload(&mut browser, BILLS, "roof.pdf", PDF).await;
        work(&site.app).await;
        browser.get(BILLS).await;
        assert!(browser.page.contains("Files are not checked for viruses here"));
        assert!(browser.page.contains("Not checked for viruses") && !browser.page.contains("files/1\""));
        browser.get(&format!("{BILLS}/files/1")).await;
        assert_eq!(browser.status, StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_upload_in_pieces_goes_on_where_it_stopped_on_another_device_too() {
    on_each_engine(async |kit| {
        let site = serving(&kit, None).await;
        let mut browser = at_the_bills(&site).await;
        browser.get(BILLS).await;
        let removed = continuing(&browser);
        browser.post_to(BILLS, &removed).await;
        upload(&mut browser, BILLS, "roof.pdf", PDF).await;
        let fields = continuing(&browser);
        browser.post_to(BILLS, &fields).await.follow().await;
        let mut content = b"%PDF-1.7\n".to_vec();
        content.resize(PIECE as usize * 2 + 1_000, b'x');
        let size = content.len().to_string();
        let said = [("name", "plans.pdf"), ("size", size.as_str())];
        let begun = ask(&mut browser, FILM, "begin", &said).await;
        let object = begun["upload"].as_str().unwrap().to_owned();
        assert_eq!(begun["have"], serde_json::json!([]));
        assert_eq!(piece(&mut browser, FILM, &object, 0, &content).await, StatusCode::OK);
        // The break: another device of the same person asks, and is told what is there.
        let mut other = browser.clone();
        other.get(FILM).await;
        assert!(other.page.contains("An upload of plans.pdf was interrupted"));
        let again = ask(&mut other, FILM, "begin", &said).await;
        assert_eq!(
            (again["upload"].as_str(), &again["have"]),
            (Some(&*object), &serde_json::json!([0]))
        );
        let early = ask(&mut other, FILM, "finish", &[("upload", &object)]).await;
        assert!(early["error"].is_string());
        for n in [2, 1, 1] {
            assert_eq!(piece(&mut other, FILM, &object, n, &content).await, StatusCode::OK);
        }
        let done = ask(&mut other, FILM, "finish", &[("upload", &object)]).await;
        assert_eq!(done["done"], true, "{done}");
        let twice = ask(&mut other, FILM, "finish", &[("upload", &object)]).await;
        assert_eq!(twice["done"], true);
        other.get(FILM).await;
        assert!(
            other.page.contains("plans.pdf") && other.page.contains("(11 MB)"),
            "{}",
            other.page
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_broke_off_is_gone_within_the_hour_and_the_others_stay() {
    on_each_engine(async |kit| {
        let site = serving(&kit, None).await;
        let mut browser = at_the_bills(&site).await;
        upload(&mut browser, BILLS, "roof.pdf", PDF).await;
        let files = kit.files_folder();
        assert_eq!(lying_in(&files), 1);
        // A plain form whose end never comes leaves nothing at all.
        let token = csrf_at(&mut browser, BILLS).await;
        let body = form(&token, "bills", "cut.pdf", PDF);
        let half = body[..body.len() - 20].to_vec();
        let action = format!("{BILLS}/files/add");
        let request = Request::post(&action)
            .header(header::CONTENT_TYPE, "multipart/form-data; boundary=edge")
            .header(header::CONTENT_LENGTH, body.len())
            .header("sec-fetch-site", "same-origin");
        browser.send(request, Body::from(half), &action).await;
        assert!(browser.status.is_client_error());
        assert_eq!(lying_in(&files), 1);
        let begun = ask(&mut browser, BILLS, "begin", &[("name", "b.pdf"), ("size", "900000")]).await;
        assert!(begun["upload"].is_string());
        assert_eq!(lying_in(&files), 2);
        let in_an_hour = SystemTime::now() + Duration::from_secs(60 * 60);
        site.app
            .files
            .sweep(in_an_hour, Duration::from_secs(40 * 60))
            .await
            .unwrap();
        assert_eq!(lying_in(&files), 1);
        browser.get(BILLS).await;
        assert!(browser.page.contains("roof.pdf") && !browser.page.contains("interrupted"));
        // It is sent again.
        upload(&mut browser, BILLS, "cut.pdf", PDF).await;
        assert!(browser.page.contains("cut.pdf"));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn files_off_the_path_and_of_erased_cases_are_forgotten() {
    on_each_engine(async |kit| {
        let site = serving(&kit, None).await;
        let mut browser = at_the_bills(&site).await;
        upload(&mut browser, BILLS, "roof.pdf", PDF).await;
        let files = kit.files_folder();
        browser.get("/repairs/has-bills").await;
        browser.post(&[("has_bills", "no")]).await;
        let fields = continuing(&browser);
        browser.post_to(FILM, &fields).await.follow().await;
        assert_eq!(
            lying_in(&files),
            1,
            "a draft keeps it: the person may change their mind"
        );
        browser.post(&[]).await;
        assert!(!browser.reference().is_empty());
        work(&site.app).await;
        assert_eq!(lying_in(&files), 0);
        let mut other = at_the_bills(&site).await;
        upload(&mut other, BILLS, "roof.pdf", PDF).await;
        for case in std::fs::read_dir(files.join("kept")).unwrap() {
            let case = case.unwrap().file_name().into_string().unwrap();
            let case = exemplar_core::id::CaseId(case.parse().unwrap());
            site.app.erase_case(case, "asked for").await.unwrap();
        }
        assert_eq!(lying_in(&files), 0);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_without_the_token_of_its_session_is_not_taken() {
    on_each_engine(async |kit| {
        let site = serving(&kit, None).await;
        let mut browser = at_the_bills(&site).await;
        let body = form("wrong", "bills", "a.pdf", PDF);
        let action = format!("{BILLS}/files/add");
        let request = Request::post(&action)
            .header(header::CONTENT_TYPE, "multipart/form-data; boundary=edge")
            .header(header::CONTENT_LENGTH, body.len())
            .header("sec-fetch-site", "same-origin");
        browser.send(request, Body::from(body), &action).await;
        assert_eq!(browser.status, StatusCode::FORBIDDEN);
        let address = format!("{BILLS}/files/piece?upload={}&n=0", Uuid::nil());
        let request = Request::post(&address)
            .header(header::CONTENT_LENGTH, 1)
            .header("sec-fetch-site", "same-origin");
        browser.send(request, Body::from("x"), &address).await;
        assert_eq!(browser.status, StatusCode::FORBIDDEN);
        assert_eq!(lying_in(&kit.files_folder()), 0);
    })
    .await;
}

/// What hostile people send, and what becomes of it: a rule by which it is refused, or the name under which it is kept
/// as something that no browser runs.
#[tokio::test(flavor = "multi_thread")]
async fn hostile_files_are_refused_or_neutral() {
    let kit = Kit::sqlite().await;
    let site = serving(&kit, Some(clamd(&kit).await)).await;
    let mut browser = at_the_bills(&site).await;
    let manifest = hostile();
    assert_eq!(manifest.len(), 25);
    for (what, name, content, wanted) in manifest {
        upload(&mut browser, BILLS, name, &content).await;
        match wanted {
            Err(error) => {
                assert_eq!(browser.status, StatusCode::UNPROCESSABLE_ENTITY, "{what}");
                assert!(
                    browser.words(".govuk-error-summary").contains(error),
                    "{what}: {}",
                    browser.words(".govuk-error-summary")
                );
            }
            Ok(kept) => {
                assert_eq!(
                    browser.status,
                    StatusCode::OK,
                    "{what}: {}",
                    browser.words(".govuk-error-summary")
                );
                assert_eq!(browser.words("dt bdi"), kept, "{what}");
                work(&site.app).await;
                browser.get(BILLS).await;
                let address = browser.link("dt a");
                if what == "EICAR" {
                    assert!(address.is_none() && browser.page.contains("Contains a virus"));
                } else {
                    neutral(&mut browser, &address.unwrap_or_else(|| panic!("{what}"))).await;
                    browser.get(BILLS).await;
                }
                browser.post(&[]).await;
                assert!(browser.words("dt bdi").is_empty(), "{what}");
            }
        }
    }
}

/// What is given is kept by the device, and run by nobody.
async fn neutral(browser: &mut Browser, address: &str) {
    browser.get(address).await;
    let of = |name: &str| browser.headers[name].to_str().unwrap().to_owned();
    assert_eq!(browser.status, StatusCode::OK);
    assert!(of("content-disposition").starts_with("attachment; filename="));
    assert!(of("content-security-policy").starts_with("sandbox; default-src 'none'"));
    assert_eq!(of("x-content-type-options"), "nosniff");
    assert_eq!(of("cache-control"), "no-store");
    assert!(!of("content-type").contains("html") && !of("content-type").contains("svg"));
}

type Hostile = (&'static str, &'static str, Vec<u8>, Result<&'static str, &'static str>);

fn hostile() -> Vec<Hostile> {
    const KIND: &str = "must be one of these types";
    let archive = |parts: &[&str]| format!("PK\x03\x04{}", parts.join("\0")).into_bytes();
    let docx = ["[Content_Types].xml", "word/document.xml"];
    let joined = |parts: &[&[u8]]| parts.concat();
    let png = b"\x89PNG\r\n\x1a\n".as_slice();
    let long: &'static str = Box::leak(format!("{}.pdf", "a".repeat(500)).into_boxed_str());
    let long_kept: &'static str = Box::leak(format!("{}.pdf", "a".repeat(96)).into_boxed_str());
    vec![
        ("a program", "run.exe", b"MZ\x90\0".to_vec(), Err(KIND)),
        (
            "a program with another name",
            "run.pdf",
            b"MZ\x90\0".to_vec(),
            Err(KIND),
        ),
        ("a program of Unix", "run.txt", b"\x7fELF\x02\x01".to_vec(), Err(KIND)),
        ("a double ending", "bill.pdf.exe", PDF.to_vec(), Err(KIND)),
        (
            "a double ending, turned round",
            "bill.exe.pdf",
            PDF.to_vec(),
            Ok("bill.exe.pdf"),
        ),
        (
            "a drawing with a script",
            "a.svg",
            b"<svg onload=alert(1)/>".to_vec(),
            Err(KIND),
        ),
        (
            "a drawing that says it is a picture",
            "a.png",
            b"<svg onload=alert(1)/>".to_vec(),
            Err(KIND),
        ),
        ("a page", "a.html", b"<script>alert(1)</script>".to_vec(), Err(KIND)),
        (
            "a page that says it is text",
            "a.txt",
            b" \n<script>alert(1)</script>".to_vec(),
            Err(KIND),
        ),
        (
            "a picture that is a page too",
            "a.gif",
            b"GIF89a=1;/*<script>alert(1)</script>*/".to_vec(),
            Ok("a.gif"),
        ),
        (
            "a picture that is an archive too",
            "a.png",
            joined(&[png, b"PK\x03\x04evil"]),
            Ok("a.png"),
        ),
        (
            "a picture of a billion dots",
            "a.png",
            joined(&[png, b"\0\0\0\rIHDR\x7f\xff\xff\xff\x7f\xff\xff\xff"]),
            Ok("a.png"),
        ),
        (
            "a document with macros",
            "a.docx",
            archive(&[docx[0], docx[1], "word/vbaProject.bin"]),
            Err("must not contain macros"),
        ),
        ("a document whose name says macros", "a.docm", archive(&docx), Err(KIND)),
        (
            "a document of the old form",
            "a.doc",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec(),
            Err(KIND),
        ),
        ("an archive", "a.zip", archive(&["a.txt"]), Err(KIND)),
        (
            "an archive that says it is a document",
            "a.docx",
            archive(&["0".repeat(4_000).as_str()]),
            Err(KIND),
        ),
        ("EICAR", "a.txt", EICAR.concat().into_bytes(), Ok("a.txt")),
        ("nothing", "a.pdf", Vec::new(), Err("is empty")),
        ("something cut off", "a.pdf", b"%PD".to_vec(), Err(KIND)),
        (
            "something too large",
            "a.pdf",
            joined(&[PDF, &vec![b'x'; 2_000_001]]),
            Err("must be smaller than 2 MB"),
        ),
        (
            "a name that climbs",
            "../../../etc/cron.d/job.pdf",
            PDF.to_vec(),
            Ok("job.pdf"),
        ),
        (
            "a name that turns round",
            "bill\u{202e}fdp.pdf",
            PDF.to_vec(),
            Ok("billfdp.pdf"),
        ),
        (
            "a name with markup",
            "<img src=x onerror=alert(1)>.pdf",
            PDF.to_vec(),
            Ok("img src=x onerror=alert(1).pdf"),
        ),
        ("an endless name", long, PDF.to_vec(), Ok(long_kept)),
    ]
}
