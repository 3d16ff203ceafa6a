//! A file of 100 MB is taken while the program's memory stays where it was; one that is cut off at half of its way can
//! be sent again, and goes on where it stopped where it comes in pieces.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;

use crate::browser::Browser;
use crate::place::Place;
use crate::server::Server;

/// The largest file that any question takes.
const SIZE: usize = 100_000_000;
/// So many bytes are one piece.
const PIECE: usize = 80 * 64 * 1024;
/// The program may take so much more memory than before, in KiB.
const MORE_MEMORY: u64 = 10 * 1024;
const FILM: &str = "/repairs/film";

/// Somebody who was asked for the large file.
fn at_the_film(server: &Server) -> Browser {
    let mut browser = Browser::new(server.address);
    let typed = |fields: &[(&str, &str)]| -> Vec<(String, String)> {
        fields
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
            .collect()
    };
    browser.get("/repairs").get("/repairs/full-name");
    browser.post(
        "/full-name",
        &typed(&[("full_name-first", "Ann"), ("full_name-last", "Berg")]),
    );
    browser.post("/has-bills", &typed(&[("has_bills", "no")]));
    assert!(browser.path.ends_with("/film"), "{}", browser.path);
    browser
}

fn token(browser: &Browser) -> String {
    let (_, hidden, _) = browser.form("/files/add");
    hidden.into_iter().find(|(name, _)| name == "csrf").unwrap().1
}

/// Sends a request whose body is made as it goes, up to `until` of its bytes; looks at the memory all the while.
fn send(server: &Server, head: &str, parts: [&[u8]; 3], until: usize) -> (String, u64) {
    let mut stream = TcpStream::connect(server.address).unwrap();
    stream.write_all(head.as_bytes()).unwrap();
    let (mut sent, mut most) = (0, 0);
    for part in parts {
        for bytes in part.chunks(256 * 1024) {
            let bytes = &bytes[..bytes.len().min(until - sent)];
            stream.write_all(bytes).unwrap();
            sent += bytes.len();
            if sent % (4 * 1024 * 1024) < bytes.len() {
                most = most.max(server.memory());
            }
        }
    }
    if sent < parts.iter().map(|part| part.len()).sum() {
        return (String::new(), most);
    }
    let mut reply = Vec::new();
    let mut bytes = [0; 4_096];
    loop {
        most = most.max(server.memory());
        match stream.read(&mut bytes).unwrap() {
            0 => return (String::from_utf8_lossy(&reply).into_owned(), most),
            count => reply.extend_from_slice(&bytes[..count]),
        }
    }
}

fn plain_form(server: &Server, browser: &Browser, content: &[u8], until: usize) -> (String, u64) {
    let before = format!(
        "--edge\r\ncontent-disposition: form-data; name=\"csrf\"\r\n\r\n{}\r\n--edge\r\n\
         content-disposition: form-data; name=\"film\"; filename=\"plans.pdf\"\r\n\r\n",
        token(browser)
    );
    let after = b"\r\n--edge--\r\n";
    let head = format!(
        "POST {FILM}/files/add HTTP/1.1\r\nHost: {}\r\nConnection: close\r\nSec-Fetch-Site: same-origin\r\nCookie: {}\r\n\
         Content-Type: multipart/form-data; boundary=edge\r\nContent-Length: {}\r\n\r\n",
        server.address,
        browser.cookies(),
        before.len() + content.len() + after.len()
    );
    send(server, &head, [before.as_bytes(), content, after], until)
}

fn content() -> Vec<u8> {
    let mut content = b"%PDF-1.7\n".to_vec();
    content.extend((0..SIZE - content.len()).map(|n| (n / 253 + n) as u8));
    content
}

fn ask(server: &Server, browser: &Browser, what: &str, fields: &str) -> String {
    let body = format!("csrf={}&{fields}", token(browser));
    let head = format!(
        "POST {FILM}/files/{what} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\nSec-Fetch-Site: same-origin\r\nCookie: {}\r\n\
         Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n",
        server.address,
        browser.cookies(),
        body.len()
    );
    send(server, &head, [body.as_bytes(), b"", b""], usize::MAX).0
}

fn piece(server: &Server, browser: &Browser, upload: &str, n: usize, content: &[u8]) -> (String, u64) {
    let bytes = &content[n * PIECE..content.len().min((n + 1) * PIECE)];
    let head = format!(
        "POST {FILM}/files/piece?upload={upload}&n={n} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\nX-Csrf: {}\r\n\
         Sec-Fetch-Site: same-origin\r\nCookie: {}\r\nContent-Length: {}\r\n\r\n",
        server.address,
        token(browser),
        browser.cookies(),
        bytes.len()
    );
    send(server, &head, [bytes, b"", b""], usize::MAX)
}

fn said<'a>(reply: &'a str, key: &str) -> &'a str {
    let rest = reply
        .split(&format!("\"{key}\":"))
        .nth(1)
        .unwrap_or_else(|| panic!("{reply}"));
    rest.trim_start_matches('"').split(['"', '}']).next().unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_of_100_mb_is_taken_whole_cut_and_in_pieces_without_more_memory() {
    let place = Place::sqlite().await;
    let server = Server::of("tests/services", &place, &[]);
    let mut browser = at_the_film(&server);
    // What every upload takes once is taken before.
    plain_form(&server, &browser, b"%PDF-1.7\nsmall", usize::MAX);
    browser.get(FILM).post("/files/remove", &[]);
    let idle = server.memory();
    let content = content();

    let (_, cut) = plain_form(&server, &browser, &content, SIZE / 2);
    let (reply, whole) = plain_form(&server, &browser, &content, usize::MAX);
    assert!(reply.starts_with("HTTP/1.1 303"), "{reply}");
    browser.get(FILM);
    assert!(
        browser.page.contains("plans.pdf") && browser.page.contains("(100 MB)"),
        "{}",
        browser.page
    );
    browser.post("/files/remove", &[]);

    let said_of_it = format!("name=plans.pdf&size={SIZE}");
    let begun = ask(&server, &browser, "begin", &said_of_it);
    let upload = said(&begun, "upload").to_owned();
    let count = SIZE.div_ceil(PIECE);
    let mut most = 0;
    for n in 0..count / 2 {
        most = most.max(piece(&server, &browser, &upload, n, &content).1);
    }
    let again = ask(&server, &browser, "begin", &said_of_it);
    assert_eq!(said(&again, "upload"), upload);
    let have: Vec<_> = (0..count / 2).map(|n| n.to_string()).collect();
    assert!(again.contains(&format!("\"have\":[{}]", have.join(","))), "{again}");
    for n in count / 2..count {
        most = most.max(piece(&server, &browser, &upload, n, &content).1);
    }
    let done = ask(&server, &browser, "finish", &format!("upload={upload}"));
    assert_eq!(said(&done, "done"), "true");
    let most = most.max(cut).max(whole);
    println!("idle {idle} KiB, at most {most} KiB");
    assert!(most <= idle + MORE_MEMORY, "idle {idle} KiB, at most {most} KiB");
}
