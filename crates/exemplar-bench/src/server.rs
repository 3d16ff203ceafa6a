//! One process of the server: starts it, waits for its first page, stops or kills it. What it stores where is told by the stage.
use std::fs::{self, File};
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process};

use crate::client::Client;
use crate::cpu;
use crate::failure::Failure;
use crate::permit;
use crate::postgres::last_lines;

/// How long the server may take until its first page.
const START_LIMIT: Duration = Duration::from_secs(60);
/// How long it may take to finish what it accepted.
const STOP_LIMIT: Duration = Duration::from_secs(15);

/// A running server. It ends with the value.
pub struct Server {
    child: Child,
    address: SocketAddr,
    log: PathBuf,
    /// From the start of the process to the first page.
    pub start_time: Duration,
}

impl Server {
    /// Starts the server and waits for its start page. The command names program and arguments, without the address.
    pub async fn start(command: Command, address: SocketAddr, log: &Path) -> Result<Self, Failure> {
        let mut server = Server::launch(command, address, log)?;
        server.wait_until_it_serves().await?;
        Ok(server)
    }

    fn launch(mut command: Command, address: SocketAddr, log: &Path) -> Result<Self, Failure> {
        let name = command.get_program().to_string_lossy().into_owned();
        let attempt = |error| Failure::setup(format!("starting {name}"), error);
        let output = File::options().create(true).append(true).open(log).map_err(attempt)?;
        let errors = output.try_clone().map_err(attempt)?;
        command.arg("--listen").arg(address.to_string());
        command.stdin(Stdio::null()).stdout(output).stderr(errors);
        let child = command.spawn().map_err(attempt)?;
        Ok(Server {
            child,
            address,
            log: log.to_path_buf(),
            start_time: Duration::ZERO,
        })
    }

    async fn wait_until_it_serves(&mut self) -> Result<(), Failure> {
        let since = Instant::now();
        loop {
            let reply = Client::new(self.address).get(permit::START).await;
            if reply.as_ref().is_ok_and(|reply| reply.status == 200) {
                self.start_time = since.elapsed();
                return Ok(());
            }
            let ended = !matches!(self.child.try_wait(), Ok(None));
            if ended || since.elapsed() > START_LIMIT {
                let last = match reply {
                    Ok(reply) => format!("{} on {}", reply.status, permit::START),
                    Err(failure) => failure.to_string(),
                };
                return Err(Failure::setup(
                    "the server did not serve its start page",
                    format!("{last}\n{}", self.last_words()),
                ));
            }
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Its process.
    pub fn pid(&self) -> u32 {
        self.child.id()
    }

    /// The end of its log.
    pub fn last_words(&self) -> String {
        last_lines(&fs::read_to_string(&self.log).unwrap_or_default())
    }

    /// Asks it to stop, and waits until it has.
    pub async fn stop(mut self) -> Result<(), Failure> {
        signal(self.child.id(), Signal::TERM);
        let since = Instant::now();
        while matches!(self.child.try_wait(), Ok(None)) {
            if since.elapsed() > STOP_LIMIT {
                return Err(Failure::setup(
                    "the server did not stop when asked to",
                    self.last_words(),
                ));
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        Ok(())
    }

    /// Kills it at once, without a chance to finish anything.
    pub fn kill(&mut self) {
        // After it was waited for, the number may be another process's.
        if !matches!(self.child.try_wait(), Ok(None)) {
            return;
        }
        for pid in cpu::tree(self.child.id()) {
            signal(pid, Signal::KILL);
        }
        let _ = self.child.wait();
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.kill();
    }
}

/// An address on this machine where nothing listens.
pub fn free_address() -> Result<SocketAddr, Failure> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0));
    listener
        .and_then(|listener| listener.local_addr())
        .map_err(|error| Failure::setup("a free port", error))
}

fn signal(pid: u32, signal: Signal) {
    if let Some(pid) = Pid::from_raw(pid.cast_signed()) {
        // A process that has ended meanwhile is what was wanted.
        let _ = kill_process(pid, signal);
    }
}
