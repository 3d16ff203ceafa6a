//! Commands that open the store: publish, migrate, verify.

use std::process::ExitCode;
use std::sync::Arc;

use exemplar_app::clock::Clock;
use exemplar_app::services::{publish as publish_folder, read_folder};
use exemplar_core::record::Actor;
use exemplar_store::{Database, Keys, Made, Settings, Store};

use super::Failure;
use super::definitions::print_findings;
use crate::arguments::{Publish, StoreArguments};

/// Opens the store with its keys; says so when keys were made.
pub async fn open(arguments: &StoreArguments) -> Result<Store, Failure> {
    let (keys, made) = Keys::read_or_make(&arguments.keys)?;
    if made == Made::Made {
        eprintln!(
            "New keys are in {}. Nothing that is stored can be read without them: keep a copy in a safe place, \
             apart from the data.",
            arguments.keys.display()
        );
    }
    let database = database(arguments)?;
    Ok(Store::open(Settings::new(database, Arc::new(keys))).await?)
}

fn database(arguments: &StoreArguments) -> Result<Database, Failure> {
    if let Some(url) = &arguments.database {
        return Ok(Database::Postgres(url.clone()));
    }
    std::fs::create_dir_all(&arguments.data)
        .map_err(|source| format!("the data folder {} cannot be made: {source}", arguments.data.display()))?;
    Ok(Database::Sqlite(arguments.data.join("exemplar.sqlite")))
}

/// One runtime for a command that does one thing.
pub fn block_on<T>(work: impl Future<Output = Result<T, Failure>>) -> Result<T, Failure> {
    block_on_threads(cores(), work)
}

/// The runtime of a server: on SQLite one core is left to the thread that writes, because each wake-up of a thread on
/// another core costs as much as a page.
pub fn block_on_server<T>(
    arguments: &StoreArguments,
    work: impl Future<Output = Result<T, Failure>>,
) -> Result<T, Failure> {
    let threads = match arguments.database {
        Some(_) => cores(),
        None => (cores() - 1).max(1),
    };
    block_on_threads(threads, work)
}

fn block_on_threads<T>(threads: usize, work: impl Future<Output = Result<T, Failure>>) -> Result<T, Failure> {
    tokio::runtime::Builder::new_multi_thread()
        .worker_threads(threads)
        .enable_all()
        .build()?
        .block_on(work)
}

fn cores() -> usize {
    std::thread::available_parallelism().map_or(1, std::num::NonZero::get)
}

/// `exemplar publish`
pub fn publish(arguments: &Publish) -> Result<ExitCode, Failure> {
    block_on(async {
        let store = open(&arguments.store).await?;
        let mut code = ExitCode::SUCCESS;
        for path in &arguments.folders {
            let folder = read_folder(path)?;
            let name = folder.name.clone();
            let by = Actor::Integration("command line".to_owned());
            match publish_folder(&store, folder, &by, Clock::System.now()).await? {
                Ok(digest) => println!("{name} is live as {digest}"),
                Err(refused) => {
                    print_findings(&refused.checked, &refused.folder);
                    println!("{name} was not published: mend the errors above");
                    code = ExitCode::FAILURE;
                }
            }
        }
        store.close().await;
        Ok(code)
    })
}

/// `exemplar migrate`
pub fn migrate(arguments: &StoreArguments) -> Result<ExitCode, Failure> {
    block_on(async {
        Store::migrate(&database(arguments)?).await?;
        println!("the database has this release's schema");
        Ok(ExitCode::SUCCESS)
    })
}

/// `exemplar audit verify`
pub fn verify(arguments: &StoreArguments) -> Result<ExitCode, Failure> {
    block_on(async {
        let store = open(arguments).await?;
        let bad = store.verify().await?;
        for entry in &bad {
            let case = entry
                .case
                .map_or_else(|| "the record".to_owned(), |case| format!("case {case}"));
            let place = entry.n.map_or_else(String::new, |n| format!(", entry {n}"));
            println!("{case}{place}: {}", entry.what);
        }
        store.close().await;
        if bad.is_empty() {
            println!("the record is whole");
            return Ok(ExitCode::SUCCESS);
        }
        Ok(ExitCode::FAILURE)
    })
}
