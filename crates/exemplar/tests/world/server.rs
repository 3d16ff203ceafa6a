//! The program serving both services of the project, with its output in files.

use std::fs::File;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::Child;
use std::time::{Duration, Instant};

use crate::place::Place;

/// A program that serves. It ends with the test.
pub struct Server {
    child: Child,
    pub address: SocketAddr,
    pub metrics: SocketAddr,
    out: PathBuf,
    err: PathBuf,
}

impl Server {
    /// Starts, and waits until it serves.
    pub fn start(place: &Place, more: &[&str]) -> Self {
        Self::of("services", place, more)
    }

    /// The same with the services of another folder of the project.
    pub fn of(services: &str, place: &Place, more: &[&str]) -> Self {
        let services = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(services);
        let (out, err) = (place.path("out.log"), place.path("err.log"));
        let mut command = place.command(&["serve", "--listen", "127.0.0.1:0", "--metrics", "127.0.0.1:0"]);
        command.arg("--services").arg(services).args(more);
        command.stdout(File::create(&out).unwrap());
        command.stderr(File::create(&err).unwrap());
        let child = command.spawn().unwrap();
        let mut server = Self {
            child,
            address: "127.0.0.1:1".parse().unwrap(),
            metrics: "127.0.0.1:1".parse().unwrap(),
            out,
            err,
        };
        let said = soon("the program serves", || {
            let said = server.said();
            assert!(server.child.try_wait().unwrap().is_none(), "it ended: {said}");
            said.contains("Ready after").then_some(said)
        });
        let after = |words: &str| {
            let rest = said.split(words).nth(1).unwrap();
            let end = rest.find(|c: char| !(c.is_ascii_digit() || c == '.' || c == ':'));
            rest[..end.unwrap()].parse().unwrap()
        };
        server.address = after("services on http://");
        server.metrics = after("Metrics are on http://");
        server
    }

    /// How much memory it takes now, in KiB.
    pub fn memory(&self) -> u64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id())).unwrap();
        let line = status.lines().find(|line| line.starts_with("VmRSS:")).unwrap();
        line.split_whitespace().nth(1).unwrap().parse().unwrap()
    }

    /// All that it wrote to its two outputs.
    pub fn said(&self) -> String {
        [&self.out, &self.err]
            .map(|path| std::fs::read_to_string(path).unwrap())
            .concat()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Waits for something that comes within a minute.
pub fn soon<T>(what: &str, mut comes: impl FnMut() -> Option<T>) -> T {
    let began = Instant::now();
    loop {
        if let Some(came) = comes() {
            return came;
        }
        assert!(began.elapsed() < Duration::from_secs(60), "{what}");
        std::thread::sleep(Duration::from_millis(50));
    }
}
