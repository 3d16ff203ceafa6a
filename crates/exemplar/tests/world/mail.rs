//! Mail by SMTP from the running program, against a server that is away, breaks off, or refuses.

use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use exemplar_core::record::MessageState;
use exemplar_testkit::beside_the_store;

use crate::browser::Browser;
use crate::place::Place;
use crate::server::{Server, soon};
use crate::walk::submit;

/// What a receiver does with a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Temper {
    Takes,
    /// Takes the first and is killed before it says so.
    BreaksOffOnce,
    Refuses,
}

/// A mail server that keeps what it was given.
#[derive(Clone)]
struct Receiver {
    taken: Arc<Mutex<Vec<String>>>,
}

impl Receiver {
    /// One that listens from now on, and where.
    fn start(temper: Temper) -> (Self, SocketAddr) {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        (Self::listen(listener, temper), address)
    }

    /// One that comes back where it was expected.
    fn start_at(address: SocketAddr, temper: Temper) -> Self {
        Self::listen(TcpListener::bind(address).unwrap(), temper)
    }

    fn listen(listener: TcpListener, temper: Temper) -> Self {
        let receiver = Self { taken: Arc::default() };
        let shared = receiver.clone();
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let receiver = shared.clone();
                std::thread::spawn(move || receiver.talk(stream, temper));
            }
        });
        receiver
    }

    /// One connection. Where the other side goes away, it ends.
    fn talk(&self, mut stream: TcpStream, temper: Temper) -> Option<()> {
        let mut lines = BufReader::new(stream.try_clone().ok()?).lines();
        write!(stream, "220 ready\r\n").ok()?;
        loop {
            let line = lines.next()?.ok()?.to_uppercase();
            let reply = match line.split([' ', ':']).next()? {
                "RCPT" if temper == Temper::Refuses => "550 no such mailbox",
                "DATA" => {
                    write!(stream, "354 go on\r\n").ok()?;
                    let mut message = String::new();
                    loop {
                        let line = lines.next()?.ok()?;
                        if line == "." {
                            break;
                        }
                        message.push_str(&line);
                        message.push('\n');
                    }
                    let mut taken = self.taken.lock().unwrap();
                    taken.push(message);
                    if temper == Temper::BreaksOffOnce && taken.len() == 1 {
                        return None;
                    }
                    "250 taken"
                }
                "QUIT" => {
                    write!(stream, "221 bye\r\n").ok()?;
                    return None;
                }
                _ => "250 ok",
            };
            write!(stream, "{reply}\r\n").ok()?;
        }
    }

    fn taken(&self) -> Vec<String> {
        self.taken.lock().unwrap().clone()
    }
}

/// An address on which nobody listens. Of its own, since tests that run beside this one take their ports on 127.0.0.1,
/// and might take this one before the receiver comes back to it.
fn deserted_address() -> SocketAddr {
    TcpListener::bind("127.0.0.2:0").unwrap().local_addr().unwrap()
}

fn message_id(message: &str) -> String {
    let mut lines = message.lines();
    lines.find(|line| line.starts_with("Message-ID:")).unwrap().to_owned()
}

fn serve(place: &Place, smtp: SocketAddr) -> Server {
    Server::start(
        place,
        &[
            "--smtp",
            &format!("smtp://{smtp}"),
            "--mail-from",
            "permits@example.org",
        ],
    )
}

fn send_one(server: &Server) -> String {
    submit(&mut Browser::new(server.address), "example-permit", "full-name", &[])
}

#[tokio::test(flavor = "multi_thread")]
async fn while_mail_is_dead_people_submit_and_all_arrives_within_a_minute_of_its_return() {
    let place = Place::sqlite().await;
    let smtp = deserted_address();
    let server = serve(&place, smtp);
    let references = [send_one(&server), send_one(&server), send_one(&server)];
    soon("the worker tries in vain", || {
        let tries = tries_so_far(&place);
        (tries >= 3).then_some(())
    });
    let returned = Instant::now();
    let receiver = Receiver::start_at(smtp, Temper::Takes);
    let taken = soon("all arrives", || {
        let taken = receiver.taken();
        (taken.len() >= 3).then_some(taken)
    });
    assert!(returned.elapsed() < Duration::from_secs(60));
    assert_eq!(taken.len(), 3, "each once");
    for reference in references {
        assert!(taken.iter().any(|message| message.contains(&reference)), "{reference}");
    }
}

/// How often the jobs of messages were tried, all together.
fn tries_so_far(place: &Place) -> i64 {
    let sql = "SELECT CAST(sum(tries) AS TEXT) FROM job WHERE kind = 'send_email'";
    let tries = tokio::task::block_in_place(|| {
        tokio::runtime::Handle::current().block_on(beside_the_store(&place.database, sql))
    });
    tries.parse().unwrap_or_default()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_message_whose_reply_was_lost_comes_again_under_the_same_id() {
    let place = Place::sqlite().await;
    let (receiver, smtp) = Receiver::start(Temper::BreaksOffOnce);
    let server = serve(&place, smtp);
    send_one(&server);
    let taken = soon("it comes again", || {
        let taken = receiver.taken();
        (taken.len() == 2).then_some(taken)
    });
    assert_eq!(message_id(&taken[0]), message_id(&taken[1]));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_message_that_is_refused_for_good_is_given_up_and_listed() {
    let place = Place::sqlite().await;
    let (receiver, smtp) = Receiver::start(Temper::Refuses);
    let server = serve(&place, smtp);
    let reference = send_one(&server);
    let store = place.open().await;
    let dead = soon("it is given up", || {
        let dead =
            tokio::task::block_in_place(|| tokio::runtime::Handle::current().block_on(store.dead_jobs(10)).unwrap());
        dead.into_iter().next()
    });
    assert_eq!((dead.kind.as_str(), dead.tries), ("send_email", 1));
    assert_eq!(dead.why, "the mail server refused the address");
    let work = store.work(dead.case.unwrap()).await.unwrap();
    assert_eq!(work.messages[0].state, MessageState::Failed);
    assert!(receiver.taken().is_empty());
    assert!(!server.said().contains(&reference));
    store.close().await;
}
