//! All that a run needs besides the client: a folder on the disk, a database when asked, keys, and the command of the server.
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::Command;

use clap::{Args, ValueEnum};
use tempfile::TempDir;

use crate::failure::Failure;
use crate::machine;
use crate::postgres::{Cluster, last_lines};
use crate::server::{Server, free_address};

/// Where the server stores.
#[derive(Clone, Copy, Debug, PartialEq, ValueEnum)]
pub enum Engine {
    /// SQLite in a folder.
    Sqlite,
    /// A PostgreSQL cluster made for the run.
    Postgres,
}

impl Engine {
    /// Its name in tables.
    pub fn name(self) -> &'static str {
        match self {
            Engine::Sqlite => "sqlite",
            Engine::Postgres => "postgres",
        }
    }
}

/// What every subcommand can be told about the server.
#[derive(Args, Clone, Debug)]
pub struct ServerOptions {
    /// The server. Without it: `exemplar` beside this program
    #[arg(long, value_name = "PATH")]
    server: Option<PathBuf>,
    /// The folder of services
    #[arg(long, value_name = "DIR", default_value = "services")]
    services: PathBuf,
    /// More arguments for `exemplar serve`, one at a time
    #[arg(long = "server-argument", value_name = "ARGUMENT", allow_hyphen_values = true)]
    more: Vec<String>,
    /// Do not run `exemplar migrate` on a new PostgreSQL database before serving
    #[arg(long)]
    skip_migrate: bool,
    /// The folder of PostgreSQL's programs. Without it: the newest one installed
    #[arg(long, value_name = "DIR")]
    postgres_programs: Option<PathBuf>,
    /// Where run folders are made; must be on a disk
    #[arg(long, value_name = "DIR")]
    scratch: Option<PathBuf>,
}

impl ServerOptions {
    /// The program to run.
    pub fn program(&self) -> PathBuf {
        let beside = || Some(std::env::current_exe().ok()?.parent()?.join("exemplar"));
        self.server
            .clone()
            .or_else(beside)
            .unwrap_or_else(|| PathBuf::from("exemplar"))
    }

    /// Where run folders are made, when that was said.
    pub fn scratch_folder(&self) -> Option<&Path> {
        self.scratch.as_deref()
    }

    /// What the server calls itself.
    pub fn version(&self) -> String {
        let output = Command::new(self.program()).arg("--version").output();
        output
            .map(|output| String::from_utf8_lossy(&output.stdout).trim().to_owned())
            .unwrap_or_default()
    }
}

/// A set stage: stores and keys exist, no server runs yet.
pub struct Stage {
    options: ServerOptions,
    /// The database, on PostgreSQL. It stands before the folder, so that it ends before the folder goes.
    pub cluster: Option<Cluster>,
    folder: TempDir,
}

impl Stage {
    /// Makes the folder and, on PostgreSQL, the cluster and its tables.
    pub async fn set(engine: Engine, options: &ServerOptions) -> Result<Self, Failure> {
        let folder = machine::scratch(options.scratch.as_deref())?;
        let mut stage = Stage {
            options: options.clone(),
            cluster: None,
            folder,
        };
        if engine == Engine::Postgres {
            let port = free_address()?.port();
            let programs = options.postgres_programs.as_deref();
            stage.cluster = Some(Cluster::create(programs, &stage.folder.path().join("postgres"), port).await?);
            if !options.skip_migrate {
                stage.migrate()?;
            }
        }
        Ok(stage)
    }

    /// Makes a stage whose store holds so many made-up cases that were submitted, to be copied by [`Self::copy`].
    pub async fn filled(engine: Engine, options: &ServerOptions, cases: u64) -> Result<Self, Failure> {
        let mut stage = Self::set(engine, options).await?;
        stage.fill(cases)?;
        if let Some(cluster) = &mut stage.cluster {
            cluster.end()?;
        }
        Ok(stage)
    }

    /// Another stage with the same store, in a folder of its own.
    pub async fn copy(&self) -> Result<Self, Failure> {
        let folder = machine::scratch(self.options.scratch.as_deref())?;
        let mut copy = Command::new("cp");
        copy.arg("--archive")
            .arg(self.folder.path().join("."))
            .arg(folder.path());
        run(copy, "copying the stored cases")?;
        let mut stage = Stage {
            options: self.options.clone(),
            cluster: None,
            folder,
        };
        if let Some(cluster) = &self.cluster {
            let port = free_address()?.port();
            stage.cluster = Some(cluster.copied_to(&stage.folder.path().join("postgres"), port).await?);
        }
        Ok(stage)
    }

    /// The same stage with another folder of services.
    pub fn with_services(mut self, services: &Path) -> Self {
        services.clone_into(&mut self.options.services);
        self
    }

    /// Starts one server on a free port.
    pub async fn serve(&self) -> Result<Server, Failure> {
        self.serve_at(free_address()?).await
    }

    /// Starts one server on a given port: the same as before a kill.
    pub async fn serve_at(&self, address: SocketAddr) -> Result<Server, Failure> {
        Server::start(self.command(), address, &self.folder.path().join("server.log")).await
    }

    /// Starts one server under `strace`, which writes each sync to a file.
    pub async fn serve_traced(&self, trace: &Path) -> Result<Server, Failure> {
        let plain = self.command();
        let mut command = Command::new("strace");
        forget_settings(&mut command);
        command
            .args([
                "-f",
                "-ttt",
                "-T",
                "-y",
                "-e",
                "trace=fsync,fdatasync,sync_file_range,msync",
                "-o",
            ])
            .arg(trace);
        command.arg("--").arg(plain.get_program()).args(plain.get_args());
        Server::start(command, free_address()?, &self.folder.path().join("server.log")).await
    }

    /// Ends the database and gives the folder of the run, which goes when it is dropped.
    pub fn into_folder(self) -> TempDir {
        self.folder
    }

    /// The folder of the run.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    fn command(&self) -> Command {
        let mut command = self.exemplar("serve");
        command
            .arg("--services")
            .arg(&self.options.services)
            .args(&self.options.more);
        command
    }

    /// A command of the server on the stores of this run, and on no others.
    fn exemplar(&self, verb: &str) -> Command {
        let mut command = Command::new(self.options.program());
        forget_settings(&mut command);
        // Mail goes to the data folder on PostgreSQL too.
        command.arg(verb).arg("--data").arg(self.folder.path().join("data"));
        command.arg("--keys").arg(self.folder.path().join("keys"));
        if let Some(cluster) = &self.cluster {
            command.arg("--database").arg(cluster.url());
        }
        command
    }

    /// Stores so many made-up cases that were submitted, by the same store code as the server's.
    fn fill(&self, cases: u64) -> Result<(), Failure> {
        let mut simulate = self.exemplar("simulate");
        simulate.arg("--services").arg(&self.options.services);
        simulate.args([
            "--only-submitted",
            "--service",
            "example-permit",
            "--cases",
            &cases.to_string(),
        ]);
        run(simulate, "`exemplar simulate`")
    }

    fn migrate(&self) -> Result<(), Failure> {
        run(
            self.exemplar("migrate"),
            "`exemplar migrate` (--skip-migrate leaves it out)",
        )
    }
}

fn run(mut command: Command, attempt: &str) -> Result<(), Failure> {
    let output = command.output().map_err(|error| Failure::setup(attempt, error))?;
    if output.status.success() {
        return Ok(());
    }
    Err(Failure::setup(
        attempt,
        last_lines(&String::from_utf8_lossy(&output.stderr)),
    ))
}

/// Settings in the environment may name a store that is in use: a run must never reach it.
fn forget_settings(command: &mut Command) {
    for (name, _) in std::env::vars_os() {
        if name.to_string_lossy().starts_with("EXEMPLAR_") {
            command.env_remove(name);
        }
    }
}
