//! A PostgreSQL cluster for each run of tests, made with `initdb` as a user without rights, and gone with the run.

use std::fs::OpenOptions;
use std::io::Write;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

/// The user that runs the server where the tests are run by root, whom PostgreSQL refuses.
const USER: &str = "postgres";

struct Cluster {
    folder: PathBuf,
    /// Ends with this process; then the script that holds its other end stops the server and removes the folder.
    _guard: Child,
}

static CLUSTER: OnceLock<Cluster> = OnceLock::new();
static DATABASES: AtomicU32 = AtomicU32::new(0);

/// A new, empty database, as an address.
///
/// # Panics
/// If PostgreSQL is not installed or does not start.
#[must_use]
pub fn new_database() -> String {
    let cluster = CLUSTER.get_or_init(Cluster::start);
    let name = format!("test_{}", DATABASES.fetch_add(1, Ordering::Relaxed));
    let made = cluster.run("createdb", &[&name]);
    assert!(made, "the database {name} cannot be made");
    let folder = cluster.folder.display();
    format!("host={folder} user={USER} dbname={name}")
}

/// The folder in which the server keeps everything, its socket among it.
///
/// # Panics
/// If there is no database yet.
#[must_use]
pub fn cluster_folder() -> &'static Path {
    &CLUSTER.get().unwrap().folder
}

impl Cluster {
    fn start() -> Self {
        let folder = tempfile::Builder::new()
            .prefix("exemplar-postgres-")
            .permissions(std::fs::Permissions::from_mode(0o755))
            .tempdir()
            .unwrap()
            .keep();
        let as_root = is_root();
        if as_root {
            let changed = Command::new("chown").arg(USER).arg(&folder).status().unwrap();
            assert!(changed.success(), "the folder of the test cluster has another owner");
        }
        let initdb = binary("initdb");
        let made = as_user(as_root, &initdb)
            .arg("--pgdata")
            .arg(folder.join("data"))
            .args([
                "--auth=trust",
                "--username",
                USER,
                "--encoding=UTF8",
                "--locale=C",
                "--no-sync",
            ])
            .stdout(Stdio::null())
            .status()
            .unwrap();
        assert!(made.success(), "initdb failed");
        // A setting in the file, so that whoever measures can turn syncs on again.
        let mut settings = OpenOptions::new()
            .append(true)
            .open(folder.join("data/postgresql.conf"))
            .unwrap();
        writeln!(settings, "fsync = off\nmax_connections = 300\nshared_buffers = 64MB").unwrap();
        let script = r#""$1" -D "$2/data" -k "$2" -c listen_addresses= >"$2/log" 2>&1 & server=$!; cat >/dev/null; kill -INT $server; wait $server; rm -rf "$2""#;
        let guard = as_user(as_root, Path::new("/bin/sh"))
            .args(["-c", script, "sh"])
            .arg(binary("postgres"))
            .arg(&folder)
            .stdin(Stdio::piped())
            .spawn()
            .unwrap();
        let cluster = Self { folder, _guard: guard };
        cluster.wait();
        cluster
    }

    fn wait(&self) {
        let began = Instant::now();
        while !self.run("pg_isready", &["--quiet"]) {
            assert!(began.elapsed() < Duration::from_secs(30), "PostgreSQL does not start");
            std::thread::sleep(Duration::from_millis(50));
        }
    }

    /// Runs a program of PostgreSQL against this cluster.
    fn run(&self, program: &str, arguments: &[&str]) -> bool {
        let mut command = Command::new(binary(program));
        command.args(["--username", USER, "--host"]).arg(&self.folder);
        command.args(arguments).status().unwrap().success()
    }
}

fn is_root() -> bool {
    let id = Command::new("id").arg("-u").output().unwrap();
    id.stdout == b"0\n"
}

fn as_user(as_root: bool, program: &Path) -> Command {
    if !as_root {
        return Command::new(program);
    }
    let mut command = Command::new("setpriv");
    command
        .args(["--reuid", USER, "--regid", USER, "--clear-groups", "--"])
        .arg(program)
        .current_dir("/");
    command
}

/// A program of PostgreSQL, from the path or from where Debian keeps it.
fn binary(name: &str) -> PathBuf {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let mut folders: Vec<_> = std::env::split_paths(&path).collect();
    if let Ok(versions) = std::fs::read_dir("/usr/lib/postgresql") {
        folders.extend(versions.flatten().map(|version| version.path().join("bin")));
    }
    folders
        .into_iter()
        .map(|folder| folder.join(name))
        .find(|program| program.is_file())
        .unwrap_or_else(|| panic!("{name} is not installed: the tests need PostgreSQL 15 or later"))
}
