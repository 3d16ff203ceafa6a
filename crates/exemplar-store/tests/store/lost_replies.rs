//! When the connection to PostgreSQL is lost in a commit, nothing is lost and nothing is doubled.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use exemplar_core::record::Committed;
use exemplar_store::{Database, Settings, Store};
use exemplar_testkit::{Draft, Kit, save, submit};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{UnixListener, UnixStream};

use crate::{begin, load, outsider};

/// Stands between the store and PostgreSQL. Armed, it swallows the next reply and hangs up.
struct Proxy {
    folder: tempfile::TempDir,
    armed: Arc<AtomicBool>,
}

impl Proxy {
    fn start(server: PathBuf) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let listener = UnixListener::bind(folder.path().join(".s.PGSQL.5432")).unwrap();
        let armed = Arc::new(AtomicBool::new(false));
        let shared = Arc::clone(&armed);
        tokio::spawn(async move {
            while let Ok((client, _)) = listener.accept().await {
                let server = UnixStream::connect(&server).await.unwrap();
                tokio::spawn(forward(client, server, Arc::clone(&shared)));
            }
        });
        Self { folder, armed }
    }
}

async fn forward(client: UnixStream, server: UnixStream, armed: Arc<AtomicBool>) {
    let (mut from_client, mut to_client) = client.into_split();
    let (mut from_server, mut to_server) = server.into_split();
    let ask = async { tokio::io::copy(&mut from_client, &mut to_server).await };
    let answer = async {
        let mut bytes = vec![0; 65_536];
        loop {
            let count = from_server.read(&mut bytes).await.unwrap_or(0);
            if count == 0 || armed.swap(false, Ordering::SeqCst) {
                return;
            }
            if to_client.write_all(&bytes[..count]).await.is_err() {
                return;
            }
        }
    };
    tokio::select! { _ = ask => {}, () = answer => {} }
}

async fn behind_a_proxy() -> (Kit, Store, Proxy) {
    let kit = Kit::postgres().await;
    let proxy = Proxy::start(kit.data_folder().join(".s.PGSQL.5432"));
    let name = kit.url().unwrap().rsplit_once("dbname=").unwrap().1;
    let folder = proxy.folder.path().display();
    let url = format!("host={folder} user=postgres dbname={name}");
    let settings = Settings::new(Database::Postgres(url), Arc::clone(&kit.keys));
    let store = Store::open(settings).await.unwrap();
    (kit, store, proxy)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_save_whose_reply_was_lost_is_found_and_not_written_twice() {
    let (kit, store, proxy) = behind_a_proxy().await;
    let draft = Draft::default();
    let read = begin(&store, &draft).await;
    store.commit(save(&read, "street", "one")).await.unwrap();
    let read = load(&store, &draft).await;
    // The statement is prepared now: the next reply is that of the commit.
    proxy.armed.store(true, Ordering::SeqCst);
    let answer = store.commit(save(&read, "street", "two")).await.unwrap();
    assert_eq!(answer, Committed::Committed);
    assert!(!proxy.armed.load(Ordering::SeqCst), "the reply was swallowed");
    let now = load(&kit.store, &draft).await;
    assert_eq!(now.parts[0].revision, 3);
    assert_eq!(outsider::sql(&kit, "SELECT count(*) FROM observation").await, "3");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_submission_whose_reply_was_lost_keeps_its_reference() {
    let (kit, store, proxy) = behind_a_proxy().await;
    for (i, armed) in [false, true].into_iter().enumerate() {
        let draft = Draft::default();
        let read = begin(&store, &draft).await;
        proxy.armed.store(armed, Ordering::SeqCst);
        let answer = store.commit(submit(&read, &format!("REF-{i}"))).await.unwrap();
        assert_eq!(answer, Committed::Committed);
        assert_eq!(kit.store.events(draft.case.id).await.unwrap().len(), 1);
    }
    assert_eq!(outsider::sql(&kit, "SELECT count(*) FROM claim").await, "2");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_save_whose_connection_was_lost_before_it_was_written_is_written_once() {
    let kit = Kit::postgres().await;
    let draft = Draft::default();
    let read = begin(&kit.store, &draft).await;
    // A lock holds the save up, so that its connection can be ended before it wrote.
    let url = kit.url().unwrap();
    let (client, connection) = tokio_postgres::connect(url, tokio_postgres::NoTls).await.unwrap();
    tokio::spawn(connection);
    client
        .batch_execute("BEGIN; SELECT 1 FROM part FOR UPDATE")
        .await
        .unwrap();
    let store = kit.store.clone();
    let saving = tokio::spawn(async move { store.commit(save(&read, "street", "one")).await });
    let end = "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity \
        WHERE datname = current_database() AND wait_event_type = 'Lock'";
    while outsider::sql(&kit, end).await == "0" {
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    client.batch_execute("COMMIT").await.unwrap();
    assert_eq!(saving.await.unwrap().unwrap(), Committed::Committed);
    assert_eq!(load(&kit.store, &draft).await.parts[0].revision, 2);
}
