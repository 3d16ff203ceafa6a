//! What asking another system promises, against a server of the test.

use serde_json::json;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpListener;

use super::*;

const SOON: Duration = Duration::from_secs(5);

/// Asks a server that replies so. Gives the answer and what the server was sent.
async fn asked(reply: &'static str, key: Option<&str>) -> (Result<Option<bool>, NotAnswered>, String) {
    let (connectors, serving) = replying(reply.to_owned(), key).await;
    let question = json!({ "number": "A1" });
    let answer = connectors.ask("records", &question, "0190-1", SOON).await;
    (answer, serving.await.unwrap())
}

/// A server that replies so to one question, and gives what it was sent.
async fn replying(reply: String, key: Option<&str>) -> (Connectors, tokio::task::JoinHandle<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let serving = tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        let mut got = Vec::new();
        while !String::from_utf8_lossy(&got).contains('}') {
            let mut piece = [0; 512];
            let count = stream.read(&mut piece).await.unwrap();
            got.extend_from_slice(&piece[..count]);
        }
        // Whoever reads no further than they need to ends the connection early.
        let _ = stream.write_all(reply.as_bytes()).await;
        String::from_utf8(got).unwrap()
    });
    let address = ("records".to_owned(), format!("http://127.0.0.1:{port}/ask"));
    let keys = key.map(|key| ("records".to_owned(), key.to_owned()));
    let connectors = Connectors::new([address], keys.into_iter().collect()).unwrap();
    (connectors, serving)
}

/// Looks a record up at a server that replies with this body.
async fn looked_up(body: &str) -> Result<Option<Map<String, Value>>, NotAnswered> {
    let reply = format!("HTTP/1.1 200 OK\r\nContent-Length: {}\r\n\r\n{body}", body.len());
    let (connectors, serving) = replying(reply, None).await;
    let found = connectors
        .look_up("records", &json!({ "number": "A1" }), "0190-1", SOON)
        .await;
    let sent = serving.await.unwrap();
    assert!(sent.ends_with("{\"number\":\"A1\"}"), "{sent}");
    found
}

#[tokio::test]
async fn a_question_is_posted_with_its_keys_and_the_answer_read() {
    let reply = "HTTP/1.1 200 OK\r\nContent-Length: 15\r\n\r\n{\"answer\":true}";
    let (answer, sent) = asked(reply, Some("secret")).await;
    assert_eq!(answer.unwrap(), Some(true));
    assert!(sent.starts_with("POST /ask HTTP/1.1\r\n"), "{sent}");
    assert!(sent.contains("\r\nidempotency-key: 0190-1\r\n") && sent.contains("\r\nauthorization: Bearer secret\r\n"));
    assert!(sent.ends_with("{\"number\":\"A1\"}"), "{sent}");
}

#[tokio::test]
async fn an_answer_comes_in_any_length() {
    let chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n7\r\n{\"answe\r\n9\r\nr\":false}\r\n0\r\n\r\n";
    assert_eq!(asked(chunked, None).await.0.unwrap(), Some(false));
    let to_the_end = "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\n\r\n{\"answer\":null}";
    let (answer, sent) = asked(to_the_end, None).await;
    assert_eq!(answer.unwrap(), None);
    assert!(!sent.contains("authorization"));
}

#[tokio::test]
async fn what_is_no_answer_is_not_taken_for_one() {
    let gives_up = |answer: Result<_, NotAnswered>| matches!(answer, Err(NotAnswered::GiveUp(_)));
    let down = |answer: Result<_, NotAnswered>| matches!(answer, Err(NotAnswered::Down));
    assert!(gives_up(
        asked("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}", None).await.0
    ));
    assert!(gives_up(
        asked(
            "HTTP/1.1 200 OK\r\nContent-Length: 16\r\n\r\n{\"answer\":\"yes\"}",
            None
        )
        .await
        .0
    ));
    assert!(gives_up(
        asked("HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: /\r\n\r\n", None)
            .await
            .0
    ));
    assert!(down(
        asked("HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n", None).await.0
    ));
    assert!(down(
        asked("HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{\"answer\":true}", None)
            .await
            .0
    ));
    assert!(down(asked("nonsense", None).await.0));
}

#[tokio::test]
async fn a_record_is_an_object_and_nothing_is_null() {
    let found = looked_up("{\"answer\":{\"make\":\"Ford\"}}").await.unwrap().unwrap();
    assert_eq!(Value::Object(found), json!({ "make": "Ford" }));
    assert_eq!(looked_up("{\"answer\":null}").await.unwrap(), None);
}

#[tokio::test]
async fn what_is_no_record_is_not_taken_for_one() {
    let bodies = [
        "{}",
        "[]",
        "null",
        "{\"answer\":true}",
        "{\"answer\":[1]}",
        "<html>{}</html>",
        "{\"make\":\"Ford\"}",
    ];
    for body in bodies {
        assert!(matches!(looked_up(body).await, Err(NotAnswered::GiveUp(_))), "{body}");
    }
    let deep = format!("{{\"answer\":{{\"a\":{}{}}}}}", "[".repeat(5_000), "]".repeat(5_000));
    assert!(matches!(looked_up(&deep).await, Err(NotAnswered::GiveUp(_))));
}

#[tokio::test]
async fn a_record_that_is_too_large_is_not_read() {
    let large = format!("{{\"answer\":{{\"make\":\"{}\"}}}}", "x".repeat(REPLY_LIMIT));
    assert!(matches!(looked_up(&large).await, Err(NotAnswered::Down)));
}

#[tokio::test]
async fn a_system_that_is_not_there_or_slow_does_not_answer() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let address = ("slow".to_owned(), format!("http://localhost:{port}"));
    let connectors = Connectors::new([address], BTreeMap::new()).unwrap();
    let little = Duration::from_millis(50);
    let slow = connectors.ask("slow", &json!({}), "1", little).await;
    assert!(matches!(slow, Err(NotAnswered::Down)));
    let nobody = connectors.ask("other", &json!({}), "1", little).await;
    assert!(matches!(nobody, Err(NotAnswered::NotSetUp)));
    assert!(connectors.has("slow") && !connectors.has("other"));
}

#[test]
fn a_key_belongs_to_a_connector() {
    let keys = BTreeMap::from([("a".to_owned(), "k".to_owned())]);
    assert!(matches!(Connectors::new([], keys), Err(BadConnector::KeyOfNothing(_))));
}
