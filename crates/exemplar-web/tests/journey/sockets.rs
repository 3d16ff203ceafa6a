//! Over real sockets: slow senders are cut off as a whole, and TLS follows its files.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

use exemplar_testkit::{Kit, on_each_engine};
use exemplar_web::{Certificates, Deadlines, Site, listen, router};
use rustls::pki_types::pem::PemObject as _;
use rustls::pki_types::{CertificateDer, ServerName};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;

use crate::browser::site;

const DEADLINE: Duration = Duration::from_millis(600);
const GET: &[u8] = b"GET /health/live HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";

/// A server with short deadlines; it stops when what is given is dropped.
async fn serve(kit: &Kit, certificates: Option<Arc<Certificates>>) -> (std::net::SocketAddr, watch::Sender<bool>) {
    let Ok(mut site): Result<Site, _> = Arc::try_unwrap(site(kit, 0).await) else {
        panic!("nobody else has the site");
    };
    site.settings.deadline = DEADLINE;
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let (stop, stopped) = watch::channel(false);
    let deadlines = Deadlines { headers: DEADLINE };
    tokio::spawn(listen(
        listener,
        router(Arc::new(site)),
        certificates,
        deadlines,
        stopped,
    ));
    (address, stop)
}

/// Sends `head`, then a byte each 50 ms until the server ends it. Gives what it said.
async fn drip(address: std::net::SocketAddr, head: &[u8]) -> (String, Duration) {
    let began = Instant::now();
    let stream = TcpStream::connect(address).await.unwrap();
    let (mut read, mut write) = stream.into_split();
    write.write_all(head).await.unwrap();
    let dripping = tokio::spawn(async move {
        while write.write_all(b"a").await.is_ok() && began.elapsed() < DEADLINE * 10 {
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    });
    let mut said = Vec::new();
    // A connection that was reset has said what it said.
    let _ = read.read_to_end(&mut said).await;
    let took = began.elapsed();
    dripping.abort();
    (String::from_utf8_lossy(&said).into_owned(), took)
}

#[tokio::test(flavor = "multi_thread")]
async fn headers_that_come_drop_by_drop_hold_no_connection() {
    on_each_engine(async |kit| {
        let (address, _stop) = serve(&kit, None).await;
        let slow: Vec<_> = (0..8)
            .map(|_| tokio::spawn(drip(address, b"GET / HTTP/1.1\r\nX-Slow: ")))
            .collect();
        let mut quick = TcpStream::connect(address).await.unwrap();
        quick.write_all(GET).await.unwrap();
        let mut said = String::new();
        quick.read_to_string(&mut said).await.unwrap();
        assert!(said.starts_with("HTTP/1.1 200"), "{said}");
        for slow in slow {
            let (_, took) = slow.await.unwrap();
            assert!(took < DEADLINE * 4, "{took:?}");
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_body_that_comes_drop_by_drop_is_told_that_it_was_too_slow() {
    on_each_engine(async |kit| {
        let (address, _stop) = serve(&kit, None).await;
        let head = b"POST /example-permit/full-name HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: same-origin\r\n\
                     Content-Length: 100000\r\n\r\n";
        let (said, took) = drip(address, head).await;
        assert!(said.starts_with("HTTP/1.1 408"), "{said}");
        assert!(said.contains("Your connection was too slow"), "{said}");
        assert!(took < DEADLINE * 4, "{took:?}");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn tls_is_spoken_from_files_and_a_new_certificate_is_read() {
    on_each_engine(async |kit| {
        let fixtures = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/journey/tls");
        let [certificate, key] = ["certificate.pem", "key.pem"].map(|name| {
            let copy = kit.data_folder().join(name);
            std::fs::copy(fixtures.join(name), &copy).unwrap();
            copy
        });
        let certificates = Arc::new(Certificates::read(&certificate, &key).unwrap());
        let (address, _stop) = serve(&kit, Some(Arc::clone(&certificates))).await;
        let said = by_tls(address, &certificate).await;
        assert!(said.starts_with("HTTP/1.1 200"), "{said}");

        assert_eq!(certificates.follow(), Ok(false));
        std::fs::write(&certificate, "no certificate").unwrap();
        assert!(certificates.follow().unwrap_err().contains("certificate.pem"));
        std::fs::copy(fixtures.join("certificate.pem"), &certificate).unwrap();
        std::fs::File::options()
            .write(true)
            .open(&certificate)
            .and_then(|file| file.set_modified(std::time::SystemTime::UNIX_EPOCH))
            .unwrap();
        assert_eq!(certificates.follow(), Ok(true));
        assert!(by_tls(address, &certificate).await.starts_with("HTTP/1.1 200"));

        let (plain, took) = drip(address, GET).await;
        assert!(!plain.contains("200") && took < DEADLINE * 4, "{plain}");
    })
    .await;
}

/// What the server says to a request by TLS, trusting this certificate alone.
async fn by_tls(address: std::net::SocketAddr, certificate: &std::path::Path) -> String {
    let mut roots = rustls::RootCertStore::empty();
    roots.add(CertificateDer::from_pem_file(certificate).unwrap()).unwrap();
    let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
    let config = rustls::ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_root_certificates(roots)
        .with_no_client_auth();
    let connector = tokio_rustls::TlsConnector::from(Arc::new(config));
    let stream = TcpStream::connect(address).await.unwrap();
    let name = ServerName::try_from("localhost").unwrap();
    let mut stream = connector.connect(name, stream).await.unwrap();
    stream.write_all(GET).await.unwrap();
    let mut said = Vec::new();
    let _ = stream.read_to_end(&mut said).await;
    String::from_utf8_lossy(&said).into_owned()
}
