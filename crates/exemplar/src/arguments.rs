//! The command line, its environment and its examples.

use std::net::{IpAddr, SocketAddr};
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use exemplar_outbound::{Objects, Scanner};

use crate::accounts::Staff;
use crate::comparison::Diff;
use crate::connecting::Connecting;
use crate::contents::Contents;
use crate::importing::Import;
use crate::operation::{Backup, CopyCase, Erase, Hold, Move, Restore, Verify, Work};
use crate::translation::{Translate, Words};
use crate::walking::Walking;

/// Puts whole public services online from folders of plain text.
#[derive(Debug, Parser)]
#[command(name = "exemplar", version, about, arg_required_else_help = true)]
#[command(
    after_help = "Examples:\n  exemplar check services/*\n  exemplar serve --services services --data data\n\n\
                        Exit codes: 0 all is well, 1 something was found or failed, 2 the command line is wrong."
)]
pub struct Arguments {
    /// File of settings, as TOML: the flags' names with their values. Flags and the environment come before it.
    #[arg(long, global = true, value_name = "FILE", env = "EXEMPLAR_CONFIG")]
    pub config: Option<PathBuf>,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What can be done.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Serve the services on this machine.
    #[command(after_help = "Examples:\n  exemplar serve --services services --data data\n  \
                            exemplar serve --database postgres://exemplar@localhost/exemplar --keys /etc/exemplar/keys.json")]
    Serve(Box<Serve>),
    /// Check definitions, and run their examples.
    #[command(
        after_help = "Examples:\n  exemplar check services/*\n  exemplar check services/register-to-vote --format json"
    )]
    Check(Check),
    /// Write definitions in their one canonical form.
    #[command(after_help = "Examples:\n  exemplar format services/*\n  exemplar format --check services/*")]
    Format(Format),
    /// Say what changed from one version of a service to another, and with a store whom it would concern.
    #[command(
        after_help = "Examples:\n  exemplar diff before/register-to-vote services/register-to-vote\n  \
                            exemplar diff services/register-to-vote --data data\n  \
                            exemplar diff services/register-to-vote --database postgres://exemplar@localhost/exemplar --format json\n\n\
                            Exit codes: 0 nothing changed, 1 something changed, 2 the two could not be compared."
    )]
    Diff(Diff),
    /// Say which pages and questions somebody with given answers meets, and in which order.
    #[command(
        after_help = "Example:\n  exemplar path services/example-permit --answers answers.json\n\n\
                            where answers.json holds { \"items\": 3, \"full_name\": { \"first\": \"Amina\", \"last\": \"Clarke\" } }\n\n\
                            Exit codes: 0 walked, 1 walked, and some answers are of no question or were refused, 2 nothing was walked."
    )]
    Path(Walking),
    /// Write forms of other systems as services, and say what became of each thing in them.
    #[command(
        after_help = "Examples:\n  exemplar import --from xgov-v1 report-an-outbreak.json --into services\n  \
                            exemplar import --from xgov-v1 forms/*.json --into drafts --report report.json\n\n\
                            Exit codes: 0 all that came of them passes the check, 1 some of it does not, or a file could not be read."
    )]
    Import(Import),
    /// Print the JSON Schema of service.yaml, for completion in editors.
    Schema,
    /// List what a language lacks, as headings to copy and fill in.
    #[command(after_help = "Example:\n  exemplar words cy services/register-to-vote\n\n\
                            Exit codes: 0 nothing is missing, 1 something is.")]
    Words(Words),
    /// Hand texts over to translators, and take them back.
    #[command(subcommand)]
    Translate(Translate),
    /// Publish definitions into the store; running instances follow within 5 seconds.
    #[command(after_help = "Examples:\n  exemplar publish services/* --data data\n  \
                            exemplar publish --propose services/register-to-vote --data data")]
    Publish(Publish),
    /// Shut a service at once, on every instance: drafts are kept, staff go on working.
    #[command(
        after_help = "Example:\n  exemplar shut register-to-vote --words notice.md --words cy=notice.cy.md --until 2027-02-01T08:00:00Z"
    )]
    Shut(Shut),
    /// Open a service that was shut.
    #[command(after_help = "Example:\n  exemplar open register-to-vote")]
    Open(Open),
    /// Bring a PostgreSQL database to this release's schema.
    #[command(after_help = "Example:\n  exemplar migrate --database postgres://exemplar@localhost/exemplar")]
    Migrate(StoreArguments),
    /// Back everything up while it is in use.
    #[command(after_help = "Examples:\n  exemplar backup /backups --data data\n  \
                            exemplar backup /backups --database postgres://exemplar@localhost/exemplar --format json")]
    Backup(Backup),
    /// Put a backup into an empty data folder or database, and verify it.
    #[command(
        after_help = "Example:\n  exemplar restore /backups/exemplar-2026-11-23T02-00-00-000Z --data data --keys keys.json"
    )]
    Restore(Restore),
    /// Move a stopped store to the other engine.
    #[command(
        after_help = "Examples:\n  exemplar move --data data --to postgres://exemplar@localhost/exemplar\n  \
                            exemplar move --database postgres://exemplar@localhost/exemplar --to-data data"
    )]
    Move(Move),
    /// Erase a case for good; the skeletons of its events and a tombstone stay.
    #[command(
        after_help = "Example:\n  exemplar erase ABCD-EFGH-JKMN --reason 'asked for, letter of 3 May'\n\n\
                            Exit codes: 0 erased, 1 refused, not there or not confirmed."
    )]
    Erase(Erase),
    /// Put a case under a legal hold, so that nothing erases it, or lift the hold.
    #[command(
        after_help = "Examples:\n  exemplar hold ABCD-EFGH-JKMN --reason 'court file 12/2026'\n  \
                            exemplar hold ABCD-EFGH-JKMN --lift --reason 'settled'"
    )]
    Hold(Hold),
    /// Print all that is held on a case, for the person whose it is. The copy is a look on record.
    #[command(after_help = "Example:\n  exemplar copy ABCD-EFGH-JKMN --by ann@example.org > copy.md")]
    Copy(CopyCase),
    /// Do the jobs without serving pages, beside instances that serve. Ctrl-C or SIGTERM stops it.
    #[command(after_help = "Example:\n  exemplar work --database postgres://exemplar@localhost/exemplar")]
    Work(Work),
    /// Fill an empty store with made-up cases, to see a service at work. Every page then says so, for good.
    #[command(after_help = "Example:\n  exemplar simulate --services services --data demo --cases 500")]
    Simulate(Simulate),
    /// Give staff their accounts and take them away.
    #[command(subcommand)]
    Staff(Staff),
    /// Verify the record: every chain of events, looks and checkpoints.
    #[command(subcommand)]
    Audit(Audit),
    /// Work on the published figures.
    #[command(subcommand)]
    Figures(Figures),
}

/// The published figures.
#[derive(Debug, Subcommand)]
pub enum Figures {
    /// Count all observations anew; the numbers stay what they should be.
    #[command(after_help = "Example:\n  exemplar figures rebuild --data data")]
    Rebuild(StoreArguments),
}

/// Verifying the record.
#[derive(Debug, Subcommand)]
pub enum Audit {
    /// Walk every chain and name the first bad entry of each.
    #[command(after_help = "Examples:\n  exemplar audit verify --data data\n  \
                            exemplar audit verify /backups/exemplar-2026-11-23T02-00-00-000Z --keys keys.json")]
    Verify(Verify),
}

/// Where everything is kept.
#[derive(Debug, Clone, Args)]
pub struct StoreArguments {
    /// Folder of the SQLite database; made where it is not there.
    #[arg(long, value_name = "DIR", env = "EXEMPLAR_DATA", default_value = "data")]
    pub data: PathBuf,
    /// PostgreSQL in place of SQLite, as postgres://USER@HOST/NAME.
    #[arg(long, value_name = "URL", env = "EXEMPLAR_DATABASE")]
    pub database: Option<String>,
    /// File of the keys, without which nothing can be read. Never in the data folder. Made at the first start.
    #[arg(long, value_name = "FILE", env = "EXEMPLAR_KEYS", default_value = "keys.json")]
    pub keys: PathBuf,
    /// Where the content of uploaded files is.
    #[command(flatten)]
    pub contents: Contents,
    /// File to which each erasure is added, so that a restored backup forgets it again; usual: beside the keys.
    #[arg(long, value_name = "FILE", env = "EXEMPLAR_ERASURE_LIST")]
    pub erasure_list: Option<PathBuf>,
}

impl StoreArguments {
    /// The content of uploaded files.
    ///
    /// # Errors
    /// A sentence for who wrote the settings.
    pub fn objects(&self) -> Result<Objects, String> {
        self.contents.objects(&self.data)
    }

    /// The folder of texts to telephones: this one, or else that in the data folder.
    #[must_use]
    pub fn texts(&self, folder: Option<&PathBuf>) -> PathBuf {
        folder.cloned().unwrap_or_else(|| self.data.join("texts"))
    }
}

/// Serving.
#[derive(Debug, Args)]
pub struct Serve {
    /// Where everything is kept.
    #[command(flatten)]
    pub store: StoreArguments,
    /// Folder of service folders; each that is clean is published at the start.
    #[arg(long, value_name = "DIR", env = "EXEMPLAR_SERVICES")]
    pub services: Option<PathBuf>,
    /// Address to listen on. Other than loopback only with a certificate or behind a trusted proxy.
    #[arg(long, value_name = "ADDR", env = "EXEMPLAR_LISTEN", default_value = "127.0.0.1:8080")]
    pub listen: SocketAddr,
    /// Where the site is reached, for links in messages; usual: http and the address to listen on.
    #[arg(long, value_name = "URL", env = "EXEMPLAR_ADDRESS")]
    pub address: Option<String>,
    /// Certificate for TLS, with its chain, as PEM. Read again when the file changes.
    #[arg(long, value_name = "FILE", env = "EXEMPLAR_CERTIFICATE", requires = "key")]
    pub certificate: Option<PathBuf>,
    /// Private key of the certificate, as PEM.
    #[arg(long, value_name = "FILE", env = "EXEMPLAR_KEY", requires = "certificate")]
    pub key: Option<PathBuf>,
    /// Address for /metrics, in the format of Prometheus; usual: none. Whoever reaches it can read it.
    #[arg(long, value_name = "ADDR", env = "EXEMPLAR_METRICS")]
    pub metrics: Option<SocketAddr>,
    /// New drafts from one network address in 10 minutes; 0 for no limit.
    #[arg(long, value_name = "COUNT", env = "EXEMPLAR_LIMIT_STARTS", default_value_t = 100)]
    pub limit_starts: u32,
    /// Forms sent from one network address in 10 minutes; 0 for no limit.
    #[arg(long, value_name = "COUNT", env = "EXEMPLAR_LIMIT_POSTS", default_value_t = 2_000)]
    pub limit_posts: u32,
    /// Print what is set, and by what, without secrets; serve nothing.
    #[arg(long)]
    pub show_config: bool,
    /// A proxy that ends HTTPS and whose X-Forwarded-For is believed; may be given several times.
    #[arg(long, value_name = "IP", env = "EXEMPLAR_TRUSTED_PROXY", value_delimiter = ',')]
    pub trusted_proxy: Vec<IpAddr>,
    /// Where to report a weakness, as mailto: or https:, shown at /.well-known/security.txt.
    #[arg(long, value_name = "URL", env = "EXEMPLAR_SECURITY_CONTACT")]
    pub security_contact: Option<String>,
    /// Folder for e-mails where no SMTP server is given; usual: mail in the data folder.
    #[arg(long, value_name = "DIR", env = "EXEMPLAR_MAIL_FOLDER")]
    pub mail_folder: Option<PathBuf>,
    /// Folder for texts to telephones, a file each; usual: texts in the data folder.
    #[arg(long, value_name = "DIR", env = "EXEMPLAR_TEXTS_FOLDER")]
    pub texts_folder: Option<PathBuf>,
    /// SMTP server for e-mail, as smtp://HOST:PORT or smtps://USER:PASSWORD@HOST.
    #[arg(long, value_name = "URL", env = "EXEMPLAR_SMTP", hide_env_values = true)]
    pub smtp: Option<String>,
    /// Scanner of uploaded files, clamd, as unix:PATH or tcp:HOST:PORT; without one no file can be opened by anybody.
    #[arg(long, value_name = "PLACE", env = "EXEMPLAR_CLAMD")]
    pub clamd: Option<Scanner>,
    /// Other systems that checks ask.
    #[command(flatten)]
    pub connecting: Connecting,
    /// Sender of e-mails.
    #[arg(
        long,
        value_name = "ADDRESS",
        env = "EXEMPLAR_MAIL_FROM",
        default_value = "Exemplar <no-reply@localhost>"
    )]
    pub mail_from: String,
}

/// Checking.
#[derive(Debug, Args)]
pub struct Check {
    /// Folders of services.
    #[arg(required = true, value_name = "FOLDER")]
    pub folders: Vec<PathBuf>,
    /// Print advice on words, headings, links and unused names as well. It keeps nothing from being published.
    #[arg(long)]
    pub advice: bool,
    /// How to print what was found.
    #[arg(long, value_enum, default_value_t = Output::Text)]
    pub format: Output,
}

/// How to print.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Output {
    /// For people.
    Text,
    /// For programs.
    Json,
}

/// Formatting.
#[derive(Debug, Args)]
pub struct Format {
    /// Folders of services.
    #[arg(required = true, value_name = "FOLDER")]
    pub folders: Vec<PathBuf>,
    /// Change nothing; exit with 1 where something would change.
    #[arg(long)]
    pub check: bool,
}

/// Shutting a service.
#[derive(Debug, Args)]
pub struct Shut {
    /// Where everything is kept.
    #[command(flatten)]
    pub store: StoreArguments,
    /// The service's name.
    pub service: String,
    /// What its pages say, as a file of Markdown: FILE for its first language, LANGUAGE=FILE for another.
    #[arg(long, value_name = "FILE", required = true)]
    pub words: Vec<String>,
    /// When it is meant to open again. It opens when you open it.
    #[arg(long, value_name = "TIME")]
    pub until: jiff::Timestamp,
}

/// Opening a service.
#[derive(Debug, Args)]
pub struct Open {
    /// Where everything is kept.
    #[command(flatten)]
    pub store: StoreArguments,
    /// The service's name.
    pub service: String,
}

/// Publishing.
#[derive(Debug, Args)]
pub struct Publish {
    /// Where everything is kept.
    #[command(flatten)]
    pub store: StoreArguments,
    /// Bring them in only: their owners look at them, and publish them, on the pages of staff.
    #[arg(long)]
    pub propose: bool,
    /// Folders of services.
    #[arg(required = true, value_name = "FOLDER")]
    pub folders: Vec<PathBuf>,
}

/// Making cases up.
#[derive(Debug, Args)]
pub struct Simulate {
    /// Where everything is kept: it must be empty, or simulated before.
    #[command(flatten)]
    pub store: StoreArguments,
    /// Folder of services to publish first.
    #[arg(long, value_name = "DIR")]
    pub services: Option<PathBuf>,
    /// How many cases.
    #[arg(long, default_value_t = 500)]
    pub cases: u64,
    /// Over how many days before today.
    #[arg(long, default_value_t = 365, value_parser = clap::value_parser!(u32).range(1..=3650))]
    pub days: u32,
    /// Only cases that were submitted and wait, as a test of load needs them.
    #[arg(long)]
    pub only_submitted: bool,
    /// Of this service alone.
    #[arg(long)]
    pub service: Option<String>,
    /// The same number makes the same people.
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
    /// How the result is printed.
    #[arg(long, value_enum, default_value = "text")]
    pub format: Output,
}
