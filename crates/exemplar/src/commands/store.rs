//! Commands that open the store: publish, migrate, verify.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use exemplar_app::chance;
use exemplar_app::clock::Clock;
use exemplar_app::publishing::{CameTo, Way, take_in};
use exemplar_app::services::{organisations_beside, publish_organisations, read_folder};
use exemplar_core::definition::{Folder, ORGANISATIONS_FILE};
use exemplar_core::record::Actor;
use exemplar_store::{BadEntry, Database, Keys, Made, Settings, Store, Target, restore};

use super::Failure;
use super::definitions::print_findings;
use crate::arguments::{Output, Publish, StoreArguments};
use crate::operation::Verify;

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
    make_data_folder(arguments)?;
    open_with(arguments, keys).await
}

/// Opens a store that is there already: neither keys nor a database are made.
pub async fn open_existing(arguments: &StoreArguments) -> Result<Store, Failure> {
    let keys = Keys::read(&arguments.keys)?;
    if let Database::Sqlite(path) = database(arguments)
        && !path.is_file()
    {
        return Err(format!("there is no database {}: name its folder with --data", path.display()).into());
    }
    open_with(arguments, keys).await
}

async fn open_with(arguments: &StoreArguments, keys: Keys) -> Result<Store, Failure> {
    let mut settings = Settings::new(database(arguments), Arc::new(keys));
    settings.erasure_list = Some(erasure_list(arguments));
    Ok(Store::open(settings).await?)
}

/// Where everything is kept.
pub fn database(arguments: &StoreArguments) -> Database {
    match &arguments.database {
        Some(url) => Database::Postgres(url.clone()),
        None => Database::Sqlite(arguments.data.join("exemplar.sqlite")),
    }
}

/// The erasure list: beside the keys, which are kept apart from the data as well.
pub fn erasure_list(arguments: &StoreArguments) -> PathBuf {
    let beside = || arguments.keys.with_extension("erased.jsonl");
    arguments.erasure_list.clone().unwrap_or_else(beside)
}

fn make_data_folder(arguments: &StoreArguments) -> Result<(), Failure> {
    if arguments.database.is_some() {
        return Ok(());
    }
    std::fs::create_dir_all(&arguments.data)
        .map_err(|source| format!("the data folder {} cannot be made: {source}", arguments.data.display()).into())
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
        let by = Actor::Integration("command line".to_owned());
        let way = if arguments.propose { Way::Propose } else { Way::Publish };
        for file in organisations_of(&arguments.folders)? {
            if !keep_organisations(&store, &file, &by).await? {
                code = ExitCode::FAILURE;
            }
        }
        for path in folders_among(&arguments.folders) {
            let folder = read_folder(path)?;
            let name = folder.name.clone();
            match take_in(&store, folder, way, &by, Clock::System.now()).await? {
                Ok(CameTo::Live(digest)) => println!("{name} is live as {digest}"),
                Ok(CameTo::Waits(n)) => {
                    println!("{name} waits as version {n}: its owners publish it on the pages of staff");
                }
                // Only a start leaves a version as it is.
                Ok(CameTo::Stays) => {}
                Err(refused) => {
                    print_findings(&refused.checked.findings, &refused.folder);
                    println!("{name} was not published: mend the errors above");
                    code = ExitCode::FAILURE;
                }
            }
        }
        store.close().await;
        Ok(code)
    })
}

/// The files of organisations beside folders of services, each once.
pub fn organisations_of(folders: &[PathBuf]) -> Result<Vec<Folder>, Failure> {
    let mut files = Vec::new();
    for path in folders {
        if let Some(file) = organisations_beside(path)?
            && !files.contains(&file)
        {
            files.push(file);
        }
    }
    Ok(files)
}

/// The folders among what was named. `services/*` names the file of organisations too, which is read beside each folder.
pub fn folders_among(named: &[PathBuf]) -> impl Iterator<Item = &PathBuf> {
    let is_organisations =
        |path: &&PathBuf| path.is_file() && path.file_name().is_some_and(|n| n == ORGANISATIONS_FILE);
    named.iter().filter(move |path| !is_organisations(path))
}

/// Keeps a file of organisations that is clean; says what is wrong with another. Answers whether it was.
pub async fn keep_organisations(store: &Store, file: &Folder, by: &Actor) -> Result<bool, Failure> {
    let Err(refused) = publish_organisations(store, file, by, Clock::System.now()).await? else {
        return Ok(true);
    };
    print_findings(&refused.findings, file);
    eprintln!("{} was not published: mend the errors above", file.name);
    Ok(false)
}

/// `exemplar migrate`
pub fn migrate(arguments: &StoreArguments) -> Result<ExitCode, Failure> {
    block_on(async {
        make_data_folder(arguments)?;
        Store::migrate(&database(arguments)).await?;
        println!("the database has this release's schema");
        Ok(ExitCode::SUCCESS)
    })
}

/// `exemplar figures rebuild`
pub fn rebuild_figures(arguments: &StoreArguments) -> Result<ExitCode, Failure> {
    block_on(async {
        let store = open(arguments).await?;
        store.recount_observations().await?;
        store.close().await;
        println!("all observations were counted anew");
        Ok(ExitCode::SUCCESS)
    })
}

/// `exemplar audit verify`
pub fn verify(arguments: &Verify) -> Result<ExitCode, Failure> {
    block_on(async {
        let bad = match &arguments.backup {
            Some(backup) => verify_in_backup(backup, &arguments.store).await?,
            None => {
                let store = open_existing(&arguments.store).await?;
                let bad = store.verify().await?;
                store.close().await;
                bad
            }
        };
        match arguments.format {
            Output::Text => print_bad(&bad),
            Output::Json => println!("{}", serde_json::to_string_pretty(&bad_as_json(&bad))?),
        }
        Ok(if bad.is_empty() {
            ExitCode::SUCCESS
        } else {
            ExitCode::FAILURE
        })
    })
}

/// Verifies a backup by putting it into a folder that is thrown away.
async fn verify_in_backup(backup: &Path, arguments: &StoreArguments) -> Result<Vec<BadEntry>, Failure> {
    let keys = Arc::new(Keys::read(&arguments.keys)?);
    let folder = std::env::temp_dir().join(format!("exemplar-verify-{}", chance::commit_id()));
    let target = Target::Folder(folder.clone());
    let restored = restore(backup, &target, &keys, &[], Clock::System.now()).await;
    // What is left there is sealed; where it cannot be removed, that is said.
    let removed = std::fs::remove_dir_all(&folder);
    let restored = restored?;
    removed.map_err(|source| format!("the folder {} cannot be removed: {source}", folder.display()))?;
    Ok(restored.bad)
}

/// Where the record does not hold, for programs.
pub fn bad_as_json(bad: &[BadEntry]) -> serde_json::Value {
    let entry = |entry: &BadEntry| serde_json::json!({ "case": entry.case, "entry": entry.n, "what": entry.what });
    bad.iter().map(entry).collect()
}

/// Prints where the record does not hold, or that it does.
pub fn print_bad(bad: &[BadEntry]) {
    for entry in bad {
        let case = entry
            .case
            .map_or_else(|| "the record".to_owned(), |case| format!("case {case}"));
        let place = entry.n.map_or_else(String::new, |n| format!(", entry {n}"));
        println!("{case}{place}: {}", entry.what);
    }
    if bad.is_empty() {
        println!("the record is whole");
    }
}
