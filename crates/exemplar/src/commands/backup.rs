//! `exemplar backup`, `exemplar restore` and `exemplar move`: everything, in a folder, put back, or on the other engine.

use std::process::ExitCode;
use std::sync::Arc;

use exemplar_app::clock::Clock;
use exemplar_store::{
    Counts, Keys, Restored, Target, move_all, read_erasure_list, remove_old_backups, restore as put_back,
    restore_contents,
};

use super::Failure;
use super::store::{bad_as_json, block_on, database, erasure_list, open_existing, print_bad};
use crate::arguments::{Output, StoreArguments};
use crate::operation::{Backup, Move, Restore};

/// `exemplar backup`
pub fn backup(arguments: &Backup) -> Result<ExitCode, Failure> {
    block_on(async {
        let now = Clock::System.now();
        let store = open_existing(&arguments.store).await?;
        let contents = arguments.store.objects()?.kept();
        let (folder, manifest) = store
            .back_up_with_contents(&arguments.to, contents.as_deref(), now)
            .await?;
        store.close().await;
        // Only now: a backup that failed must not cost an older one.
        let removed = remove_old_backups(&arguments.to, arguments.keep_days, now)?;
        match arguments.format {
            Output::Json => {
                let done = serde_json::json!({ "backup": folder, "manifest": manifest, "removed": removed });
                println!("{}", serde_json::to_string_pretty(&done)?);
            }
            Output::Text => {
                println!("{} holds {}", folder.display(), summary(&manifest.rows));
                println!(
                    "It cannot be read without the key file {}, which is not in it.",
                    arguments.store.keys.display()
                );
                if contents.is_none() {
                    println!("The content of uploaded files is in a bucket, and not in it.");
                }
                for old in removed {
                    println!(
                        "{} was older than {} days and is removed",
                        old.display(),
                        arguments.keep_days
                    );
                }
            }
        }
        Ok(ExitCode::SUCCESS)
    })
}

/// `exemplar restore`
pub fn restore(arguments: &Restore) -> Result<ExitCode, Failure> {
    block_on(async {
        let keys = Arc::new(Keys::read(&arguments.store.keys)?);
        let list = erasure_list(&arguments.store);
        let erased = read_erasure_list(&list)?;
        let target = target(&arguments.store);
        let restored = put_back(&arguments.from, &target, &keys, &erased, Clock::System.now()).await?;
        let files = if restored.bad.is_empty() {
            match arguments.store.objects()?.kept() {
                Some(to) => restore_contents(&arguments.from, &to, &erased)?,
                // A bucket is brought back by its own means.
                None => 0,
            }
        } else {
            0
        };
        match arguments.format {
            Output::Json => println!("{}", serde_json::to_string_pretty(&as_json(&restored))?),
            Output::Text => {
                println!(
                    "The backup of {} holds {}",
                    restored.manifest.at,
                    summary(&restored.manifest.rows)
                );
                println!("{} opens it.", arguments.store.keys.display());
                println!(
                    "{} cases were erased again, by the list {}",
                    restored.erased,
                    list.display()
                );
                if files > 0 {
                    println!("The content of files is back, in {files} pieces.");
                }
                print_bad(&restored.bad);
            }
        }
        if restored.bad.is_empty() {
            return Ok(ExitCode::SUCCESS);
        }
        eprintln!(
            "exemplar: the record of this backup does not hold: what was restored stays closed. Take another backup."
        );
        Ok(ExitCode::FAILURE)
    })
}

fn as_json(restored: &Restored) -> serde_json::Value {
    serde_json::json!({
        "manifest": restored.manifest,
        "erased_again": restored.erased,
        "bad": bad_as_json(&restored.bad),
    })
}

fn target(arguments: &StoreArguments) -> Target {
    match &arguments.database {
        Some(url) => Target::Postgres(url.clone()),
        None => Target::Folder(arguments.data.clone()),
    }
}

/// `exemplar move`
pub fn move_store(arguments: &Move) -> Result<ExitCode, Failure> {
    block_on(async {
        let keys = Arc::new(Keys::read(&arguments.store.keys)?);
        let from = database(&arguments.store);
        let to = match (&arguments.to, &arguments.to_data) {
            (Some(url), _) => Target::Postgres(url.clone()),
            (None, Some(folder)) => Target::Folder(folder.clone()),
            (None, None) => return Err("say where to move: --to URL or --to-data DIR".into()),
        };
        let counts = move_all(&from, &to, &keys).await?;
        match arguments.format {
            Output::Json => println!(
                "{}",
                serde_json::to_string_pretty(&serde_json::json!({ "rows": counts }))?
            ),
            Output::Text => {
                for (table, count) in counts.iter().filter(|(_, count)| **count > 0) {
                    println!("{table}\t{count}");
                }
                println!(
                    "Moved {}; the record is whole. The source is as it was.",
                    summary(&counts)
                );
            }
        }
        Ok(ExitCode::SUCCESS)
    })
}

fn summary(rows: &Counts) -> String {
    let count = |table: &str| rows.get(table).copied().unwrap_or_default();
    let all: u64 = rows.values().sum();
    format!(
        "{} cases with {} events, {} accounts of staff, {all} rows in all",
        count("cases"),
        count("event"),
        count("staff")
    )
}
