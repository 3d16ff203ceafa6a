//! `exemplar diff`: what changed from one version to another, and with a store whom it would concern.

use std::path::Path;
use std::process::ExitCode;

use exemplar_app::clock::Clock;
use exemplar_app::services::{Services, read_folder};
use exemplar_app::versions::{Affected, Place, affected};
use exemplar_core::definition::diff::{Difference, Touches, Unreadable, compare};
use exemplar_core::definition::{self, Definition, Folder};
use exemplar_core::id::ServiceId;
use exemplar_store::Store;

use super::Failure;
use super::definitions::print_findings;
use super::store::{block_on, open_existing};
use crate::arguments::Output;
use crate::comparison::Diff;

/// What was compared, and what came of it.
struct Compared {
    service: String,
    difference: Difference,
    affected: Option<Affected>,
}

/// What it came to for whoever called: as with other programs that compare, 2 is no answer.
const NOT_COMPARED: u8 = 2;

/// `exemplar diff`
pub fn diff(arguments: &Diff) -> Result<ExitCode, Failure> {
    let compared = match block_on(compared(arguments)) {
        Ok(Some(compared)) => compared,
        Ok(None) => return Ok(ExitCode::from(NOT_COMPARED)),
        Err(failure) => {
            eprintln!("exemplar: {failure}");
            return Ok(ExitCode::from(NOT_COMPARED));
        }
    };
    match arguments.format {
        Output::Text => print(&compared),
        Output::Json => println!("{}", serde_json::to_string_pretty(&json(&compared))?),
    }
    Ok(if compared.difference.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// Nothing where a version cannot be read; what is wrong with it was printed then.
async fn compared(arguments: &Diff) -> Result<Option<Compared>, Failure> {
    let store = match arguments.store() {
        Some(store) => Some(open_existing(&store).await?),
        None => None,
    };
    let compared = with_store(&arguments.older, arguments.newer.as_deref(), store.as_ref()).await;
    if let Some(store) = store {
        store.close().await;
    }
    compared
}

/// With one folder, what is live in the store is the older version.
async fn with_store(first: &Path, second: Option<&Path>, store: Option<&Store>) -> Result<Option<Compared>, Failure> {
    let (older, newer) = match (second, store) {
        (Some(second), _) => (read_folder(first)?, read_folder(second)?),
        (None, Some(store)) => {
            let newer = read_folder(first)?;
            (live(store, &newer.name).await?, newer)
        }
        (None, None) => return Err("name a second folder, or a store with --data or --database".into()),
    };
    let difference = match compare(&older, &newer) {
        Ok(difference) => difference,
        Err(unreadable) => {
            print_unreadable(&unreadable, &older, &newer);
            return Ok(None);
        }
    };
    let affected = match store {
        Some(store) => {
            let newer = clean(&newer)?;
            Some(affected(store, &Services::default(), &newer, Clock::System.now()).await?)
        }
        None => None,
    };
    Ok(Some(Compared {
        service: newer.name,
        difference,
        affected,
    }))
}

/// The folder of the version that is live.
async fn live(store: &Store, service: &str) -> Result<Folder, Failure> {
    let service = ServiceId::from(service);
    let live = store.live().await?;
    let digest = live
        .into_iter()
        .find(|(known, _)| *known == service)
        .map(|(_, digest)| digest);
    let digest = digest.ok_or_else(|| format!("no version of {service} is live in this store"))?;
    let folder = store.definition(digest).await?;
    folder.ok_or_else(|| format!("the version {digest} is not in this store").into())
}

/// The newer version, which must be without errors: only then is it known what drafts would meet.
fn clean(newer: &Folder) -> Result<Definition, Failure> {
    let checked = definition::read(newer);
    checked
        .definition
        .ok_or_else(|| format!("{} has errors: mend what \"exemplar check\" says first", newer.name).into())
}

fn print_unreadable(unreadable: &Unreadable, older: &Folder, newer: &Folder) {
    let folder = if unreadable.is_newer { newer } else { older };
    print_findings(&unreadable.findings, folder);
    let which = if unreadable.is_newer { "newer" } else { "older" };
    eprintln!("exemplar: the {which} version of {} cannot be read", folder.name);
}

fn print(compared: &Compared) {
    if compared.difference.is_empty() {
        println!("{}: nothing changed", compared.service);
    }
    for whom in [Touches::NewCases, Touches::Everybody, Touches::Nobody] {
        let changes: Vec<_> = compared.difference.touching(whom).collect();
        if changes.is_empty() {
            continue;
        }
        println!("{}", whom.in_words());
        for change in changes {
            println!("  {}", change.says);
            if let Some(advice) = &change.advice {
                println!("    {advice}");
            }
        }
        println!();
    }
    if let Some(affected) = &compared.affected {
        print_affected(affected);
    }
}

fn print_affected(affected: &Affected) {
    let (safe, finish) = (affected.safe(), affected.finish());
    println!(
        "{} cases were sent and keep the rules under which they began.",
        affected.sent
    );
    println!(
        "{} drafts: {safe} can be moved to the new version without harm, {finish} finish on their own.",
        safe + finish
    );
    if affected.already > 0 {
        println!("{} drafts follow this version already.", affected.already);
    }
    for (place, drafts) in &affected.drafts {
        let finish: u64 = drafts.finish.values().sum();
        println!("  at {}: {} can be moved, {finish} finish", name(place), drafts.safe);
        for (why, count) in &drafts.finish {
            println!("    {count}: {}", why.in_words());
        }
    }
}

fn name(place: &Place) -> &str {
    match place {
        Place::Page(page) => page.as_str(),
        Place::CheckAnswers => "check answers",
    }
}

fn json(compared: &Compared) -> serde_json::Value {
    let affected = compared.affected.as_ref().map(|affected| {
        let drafts = affected.drafts.iter().map(|(place, drafts)| {
            let finish = drafts
                .finish
                .iter()
                .map(|(why, count)| serde_json::json!({ "why": why, "says": why.in_words(), "drafts": count }));
            let page = match place {
                Place::Page(page) => Some(page.as_str()),
                Place::CheckAnswers => None,
            };
            serde_json::json!({ "page": page, "safe": drafts.safe, "finish": finish.collect::<Vec<_>>() })
        });
        serde_json::json!({
            "sent": affected.sent,
            "already": affected.already,
            "safe": affected.safe(),
            "finish": affected.finish(),
            "drafts": drafts.collect::<Vec<_>>(),
        })
    });
    serde_json::json!({
        "service": compared.service,
        "touches_rules": compared.difference.touches_rules(),
        "changes": compared.difference.changes,
        "affected": affected,
    })
}
