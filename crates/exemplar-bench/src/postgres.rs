//! A PostgreSQL cluster of its own, with PostgreSQL's own settings, that can be killed and started again. It knows no table.
use std::fs::{self, File};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process};

use crate::cpu;
use crate::failure::Failure;

/// What PostgreSQL says while processes of the run before are still there.
const STILL_THERE: &str = "pre-existing shared memory block";
/// How long the database may take to start; recovery after a kill is part of it.
const START_LIMIT: Duration = Duration::from_secs(60);
const DATABASE: &str = "exemplar";

/// A running cluster. It ends with the value.
pub struct Cluster {
    programs: PathBuf,
    folder: PathBuf,
    port: u16,
    user: Option<(u32, u32)>,
    child: Option<Child>,
}

impl Cluster {
    /// Makes a cluster with one empty database in a new folder, and starts it.
    pub async fn create(programs: Option<&Path>, folder: &Path, port: u16) -> Result<Self, Failure> {
        let programs = programs.map_or_else(newest_programs, |path| Ok(path.to_path_buf()))?;
        let user = unprivileged_user()?;
        let attempt = |error| Failure::setup(format!("a folder for PostgreSQL at {}", folder.display()), error);
        fs::create_dir(folder).map_err(attempt)?;
        if let Some((user, group)) = user {
            std::os::unix::fs::chown(folder, Some(user), Some(group)).map_err(attempt)?;
        }
        let mut cluster = Cluster {
            programs,
            folder: folder.to_path_buf(),
            port,
            user,
            child: None,
        };
        let mut initdb = cluster.program("initdb");
        initdb.args([
            "--username=postgres",
            "--auth=trust",
            "--encoding=UTF8",
            "--locale=C",
            "--pgdata",
        ]);
        run(initdb.arg(cluster.folder.join("data")))?;
        cluster.start().await?;
        let port = port.to_string();
        run(cluster
            .program("createdb")
            .args(["--host=127.0.0.1", "--username=postgres", "--port", &port, DATABASE]))?;
        Ok(cluster)
    }

    /// Ends the cluster in good order, after its tables were tidied and counted as it does by itself in time: what is
    /// measured on a copy does not depend on when that would have come.
    pub fn end(&mut self) -> Result<(), Failure> {
        let port = self.port.to_string();
        let mut tidy = self.program("vacuumdb");
        tidy.args(["--host=127.0.0.1", "--username=postgres", "--quiet", "--analyze"]);
        run(tidy.args(["--port", &port, DATABASE]))?;
        let mut stop = self.program("pg_ctl");
        stop.args(["stop", "--silent", "--wait", "--mode=fast", "--pgdata"]);
        run(stop.arg(self.folder.join("data")))?;
        if let Some(mut child) = self.child.take() {
            child
                .wait()
                .map_err(|error| Failure::setup("ending PostgreSQL", error))?;
        }
        Ok(())
    }

    /// Starts a copy of this cluster, which must have ended, that stands in another folder.
    pub async fn copied_to(&self, folder: &Path, port: u16) -> Result<Self, Failure> {
        let mut cluster = Cluster {
            programs: self.programs.clone(),
            folder: folder.to_path_buf(),
            port,
            user: self.user,
            child: None,
        };
        cluster.start().await?;
        Ok(cluster)
    }

    /// Starts the postmaster and waits until it answers. Processes that were killed may take a moment to be gone; until
    /// then it refuses to start, and is started again.
    pub async fn start(&mut self) -> Result<(), Failure> {
        let since = Instant::now();
        loop {
            match self.start_once().await {
                Err(failure) if failure.to_string().contains(STILL_THERE) && since.elapsed() < START_LIMIT => {
                    tokio::time::sleep(Duration::from_millis(100)).await;
                }
                done => return done,
            }
        }
    }

    async fn start_once(&mut self) -> Result<(), Failure> {
        let log = File::options().create(true).append(true).open(self.folder.join("log"));
        let log = log.map_err(|error| Failure::setup("the log of PostgreSQL", error))?;
        let mut postmaster = self.program("postgres");
        postmaster
            .arg("-D")
            .arg(self.folder.join("data"))
            .arg("-p")
            .arg(self.port.to_string());
        postmaster.args(["-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories="]);
        postmaster.stdin(Stdio::null()).stdout(Stdio::null()).stderr(log);
        self.child = Some(
            postmaster
                .spawn()
                .map_err(|error| Failure::setup("starting PostgreSQL", error))?,
        );
        let since = Instant::now();
        loop {
            let mut ask = self.program("pg_isready");
            ask.args(["--quiet", "--host=127.0.0.1", "--port", &self.port.to_string()]);
            if ask.status().is_ok_and(|status| status.success()) {
                return Ok(());
            }
            let ended = self
                .child
                .as_mut()
                .is_none_or(|child| !matches!(child.try_wait(), Ok(None)));
            if ended || since.elapsed() > START_LIMIT {
                let log = fs::read_to_string(self.folder.join("log")).unwrap_or_default();
                return Err(Failure::setup("PostgreSQL did not start", last_lines(&log)));
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    /// Kills the postmaster and all its processes at once, as a crash of the machine's memory would.
    pub fn kill(&mut self) {
        let Some(mut child) = self.child.take() else {
            return;
        };
        for pid in cpu::tree(child.id()) {
            if let Some(pid) = Pid::from_raw(pid.cast_signed()) {
                // A process that has ended meanwhile is what was wanted.
                let _ = kill_process(pid, Signal::KILL);
            }
        }
        let _ = child.wait();
    }

    /// The postmaster.
    pub fn pid(&self) -> Option<u32> {
        self.child.as_ref().map(Child::id)
    }

    /// Where the server finds it.
    pub fn url(&self) -> String {
        format!("postgres://postgres@127.0.0.1:{}/{DATABASE}", self.port)
    }

    /// What it calls itself.
    pub fn version(&self) -> String {
        let output = Command::new(self.programs.join("postgres")).arg("--version").output();
        output
            .map(|output| String::from_utf8_lossy(&output.stdout).trim().to_owned())
            .unwrap_or_default()
    }

    fn program(&self, name: &str) -> Command {
        let mut command = Command::new(self.programs.join(name));
        if let Some((user, group)) = self.user {
            command.uid(user).gid(group);
        }
        command.current_dir(&self.folder);
        command
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        self.kill();
    }
}

/// The programs of the newest PostgreSQL in the folder of Debian, or those beside the `initdb` on the path.
fn newest_programs() -> Result<PathBuf, Failure> {
    let folders = fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let newest = folders
        .filter_map(|entry| {
            Some((
                entry.file_name().to_str()?.parse::<u32>().ok()?,
                entry.path().join("bin"),
            ))
        })
        .filter(|(_, programs)| programs.join("initdb").exists())
        .max();
    if let Some((_, programs)) = newest {
        return Ok(programs);
    }
    let path = std::env::var_os("PATH").unwrap_or_default();
    let found = std::env::split_paths(&path)
        .map(|folder| folder.join("initdb"))
        .find_map(|path| path.canonicalize().ok());
    let folder = found.as_deref().and_then(Path::parent).map(Path::to_path_buf);
    folder.ok_or_else(|| {
        Failure::Setup("PostgreSQL is not installed: name the folder of initdb with --postgres-programs".to_owned())
    })
}

/// PostgreSQL refuses to run as root: then it runs as the user `postgres`.
fn unprivileged_user() -> Result<Option<(u32, u32)>, Failure> {
    if !rustix::process::geteuid().is_root() {
        return Ok(None);
    }
    let users = fs::read_to_string("/etc/passwd").map_err(|error| Failure::setup("the list of users", error))?;
    match user_in(&users, "postgres") {
        Some(user) => Ok(Some(user)),
        None => Err(Failure::Setup(
            "PostgreSQL does not run as root, and there is no user postgres".to_owned(),
        )),
    }
}

fn user_in(users: &str, name: &str) -> Option<(u32, u32)> {
    let line = users.lines().find(|line| line.split(':').next() == Some(name))?;
    let mut fields = line.split(':').skip(2);
    Some((fields.next()?.parse().ok()?, fields.next()?.parse().ok()?))
}

fn run(command: &mut Command) -> Result<(), Failure> {
    let name = command.get_program().to_string_lossy().into_owned();
    let output = command.output().map_err(|error| Failure::setup(&name, error))?;
    if output.status.success() {
        return Ok(());
    }
    Err(Failure::setup(
        name,
        last_lines(&String::from_utf8_lossy(&output.stderr)),
    ))
}

/// The end of a log, where the reason stands.
pub fn last_lines(log: &str) -> String {
    let lines: Vec<&str> = log.lines().collect();
    lines[lines.len().saturating_sub(8)..].join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_user_is_found_by_the_whole_name() {
        let users = "root:x:0:0:root:/root:/bin/sh\npostgres2:x:7:8::/:/\npostgres:x:101:104::/:/bin/sh\n";
        assert_eq!(user_in(users, "postgres"), Some((101, 104)));
        assert_eq!(user_in(users, "nobody"), None);
    }
}
