//! A worker without pages: it does the jobs and stops when it is asked.

use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use exemplar_core::id::{JobId, MessageId};
use exemplar_core::record::{Change, Means, Message, MessageState, NewJob};
use exemplar_testkit::{at, changed};

use crate::place::Place;

/// Waits for something that comes within some seconds.
async fn soon(what: &str, mut is_so: impl AsyncFnMut() -> bool) {
    let began = Instant::now();
    while !is_so().await {
        assert!(began.elapsed() < Duration::from_secs(20), "{what}");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

fn stop(child: &mut Child, signal: &str) {
    let pid = child.id().to_string();
    assert!(Command::new("kill").args([signal, &pid]).status().unwrap().success());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_worker_sends_what_waits_erases_what_is_over_and_stops_when_asked() {
    for (place, signal) in Place::both().await.into_iter().zip(["-TERM", "-INT"]) {
        let store = place.open().await;
        let case = place.submitted(&store, "WORK-0000-0000").await;
        let mut idle = place.draft();
        idle.case.active_on = jiff::civil::date(2020, 1, 1);
        store.commit(idle.begin()).await.unwrap();
        let read = store.load(case).await.unwrap().unwrap();
        let mut outcome = changed(&read);
        let message = Message {
            id: MessageId(uuid::Uuid::now_v7()),
            n: 1,
            event: "received".into(),
            means: Means::Email,
            language: "en".into(),
            state: MessageState::Waiting,
            tries: 0,
            at: at(1),
            address: "ann@example.org".into(),
            subject: "Received".into(),
            text: "Thank you".into(),
        };
        outcome.jobs = vec![NewJob {
            id: JobId(uuid::Uuid::now_v7()),
            kind: "send_email",
            case: Some(case),
            due: jiff::Timestamp::UNIX_EPOCH,
            task: serde_json::json!({ "message": message.id }),
        }];
        outcome.changes = vec![Change::Message(case, message)];
        store.commit(outcome).await.unwrap();
        let mut command = place.command(&["work"]);
        command.stdout(Stdio::null()).stderr(Stdio::null());
        let mut child = command.spawn().unwrap();
        soon("the message is sent", async || {
            store.work(case).await.unwrap().messages[0].state == MessageState::Sent
        })
        .await;
        soon("the draft is erased", async || {
            store.load(idle.case.id).await.unwrap().is_none()
        })
        .await;
        assert_eq!(std::fs::read_dir(place.path("data/mail")).unwrap().count(), 1);
        stop(&mut child, signal);
        let mut ended = None;
        soon("the worker stops", async || {
            ended = child.try_wait().unwrap();
            ended.is_some()
        })
        .await;
        assert_eq!(ended.unwrap().code(), Some(0));
    }
}
