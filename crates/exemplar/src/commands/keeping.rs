//! `exemplar erase`, `exemplar hold` and `exemplar copy`: one case, by its id or its reference.

use std::io::{BufRead as _, Write as _};
use std::path::PathBuf;
use std::process::ExitCode;

use exemplar_app::clock::Clock;
use exemplar_app::keeping::NotKept;
use exemplar_app::services::Services;
use exemplar_app::words::AllWords;
use exemplar_app::{App, chance};
use exemplar_core::id::CaseId;
use exemplar_core::record::{Actor, Case};
use exemplar_outbound::{Mailer, Texts};

use super::Failure;
use super::store::{block_on, open_existing};
use crate::arguments::{Output, StoreArguments};
use crate::operation::{CopyCase, Erase, Hold};

/// What stands on record where a command acts.
const COMMAND_LINE: &str = "command line";
/// What confirms an erasure.
const YES: &str = "yes";

async fn app(
    arguments: &StoreArguments,
    mail_folder: Option<&PathBuf>,
    texts_folder: Option<&PathBuf>,
) -> Result<App, Failure> {
    let store = open_existing(arguments).await?;
    let folder = mail_folder.cloned().unwrap_or_else(|| arguments.data.join("mail"));
    let app = App {
        certificates: None,
        store,
        services: Services::default(),
        words: AllWords::built_in(),
        clock: Clock::System,
        // These commands send no message.
        address: String::new(),
        files: arguments.objects()?,
        scanner: None,
        connectors: exemplar_outbound::Connectors::default(),
        mail: Mailer::forgetting(folder, "Exemplar <no-reply@localhost>")?,
        texts: Texts::folder(arguments.texts(texts_folder)),
        writer: chance::writer(),
        wake: tokio::sync::Notify::new(),
    };
    // These commands write events and looks, which on PostgreSQL belong into the table of their month.
    app.store.prepare_months(app.clock.now()).await?;
    app.services.follow(&app.store).await?;
    Ok(app)
}

async fn named(app: &App, case: &str) -> Result<CaseId, NotKept> {
    app.case_named(case).await?.ok_or(NotKept::NotFound)
}

/// `exemplar erase`
pub fn erase(arguments: &Erase) -> Result<ExitCode, Failure> {
    block_on(async {
        let app = app(
            &arguments.store,
            arguments.mail_folder.as_ref(),
            arguments.texts_folder.as_ref(),
        )
        .await?;
        let id = named(&app, &arguments.case).await?;
        let loaded = app.case_to_erase(id, &arguments.reason).await?;
        if !arguments.yes && !confirmed(&loaded.case)? {
            println!("Nothing was erased.");
            return Ok(ExitCode::FAILURE);
        }
        app.erase_case(id, &arguments.reason).await?;
        app.store.close().await;
        println!("case {id} is erased");
        Ok(ExitCode::SUCCESS)
    })
}

/// Shows what would be erased, and asks.
fn confirmed(case: &Case) -> Result<bool, Failure> {
    let reference = case
        .reference
        .as_ref()
        .map_or_else(|| "a draft".to_owned(), ToString::to_string);
    println!(
        "{reference} of {}, started {}, last worked on {}",
        case.service, case.started, case.active_on
    );
    print!("It cannot be brought back. Type {YES} to erase it: ");
    std::io::stdout().flush()?;
    let mut typed = String::new();
    std::io::stdin().lock().read_line(&mut typed)?;
    Ok(typed.trim() == YES)
}

/// `exemplar hold`
pub fn hold(arguments: &Hold) -> Result<ExitCode, Failure> {
    block_on(async {
        let app = app(&arguments.store, None, None).await?;
        let id = named(&app, &arguments.case).await?;
        let actor = Actor::Integration(COMMAND_LINE.to_owned());
        if arguments.lift {
            app.lift_hold(id, &arguments.reason, actor).await?;
            println!("the hold on case {id} is lifted: its term counts again");
        } else {
            app.hold_case(id, &arguments.reason, actor).await?;
            println!("case {id} is under a hold: nothing erases it");
        }
        app.store.close().await;
        Ok(ExitCode::SUCCESS)
    })
}

/// `exemplar copy`
pub fn copy(arguments: &CopyCase) -> Result<ExitCode, Failure> {
    block_on(async {
        let app = app(&arguments.store, None, None).await?;
        let by = app.staff_of(&arguments.by).await?;
        let id = named(&app, &arguments.case).await?;
        let copy = app.copy_case(id, &by, &arguments.reason).await?;
        app.store.close().await;
        match arguments.format {
            Output::Text => print!("{}", copy.markdown()),
            Output::Json => println!("{}", serde_json::to_string_pretty(&copy.json)?),
        }
        Ok(ExitCode::SUCCESS)
    })
}
