//! `exemplar simulate`: fills an empty store with made-up cases.

use std::process::ExitCode;

use exemplar_app::clock::Clock;
use exemplar_app::services::Services;
use exemplar_app::simulate::{CASES_AT_MOST, Plan, simulate};
use exemplar_app::words::AllWords;
use exemplar_app::{App, chance};
use exemplar_outbound::{Mailer, Texts};

use super::Failure;
use super::serve::publish_all;
use super::store::{block_on, open};
use crate::arguments::{Output, Simulate};

/// `exemplar simulate`
pub fn run(arguments: &Simulate) -> Result<ExitCode, Failure> {
    if arguments.cases > CASES_AT_MOST {
        return Err(format!("at most {CASES_AT_MOST} cases are made at once").into());
    }
    block_on(async {
        let store = open(&arguments.store).await?;
        store.prepare_months(Clock::System.now()).await?;
        if let Some(services) = &arguments.services {
            publish_all(&store, services).await?;
        }
        let mail = Mailer::forgetting(arguments.store.data.join("mail"), "Exemplar <no-reply@localhost>")?;
        let plan = Plan {
            cases: arguments.cases,
            days: arguments.days,
            only_submitted: arguments.only_submitted,
            service: arguments.service.clone(),
            seed: arguments.seed,
        };
        let files = arguments.store.objects()?;
        let app = || App {
            certificates: None,
            store: store.clone(),
            services: Services::default(),
            words: AllWords::built_in(),
            clock: Clock::System,
            address: "http://localhost".to_owned(),
            files: files.clone(),
            scanner: None,
            connectors: exemplar_outbound::Connectors::default(),
            // What these people are told is never sent.
            mail: mail.clone(),
            texts: Texts::folder(arguments.store.texts(None)),
            writer: chance::writer(),
            wake: tokio::sync::Notify::new(),
        };
        let made = simulate(&store, app, &plan).await?;
        match arguments.format {
            Output::Json => println!("{}", serde_json::to_string(&made)?),
            Output::Text => println!(
                "Made up: {} drafts, {} cases that wait, {} that somebody works on, {} decided. \
                 Every page of this store says that its cases are simulated.",
                made.drafts, made.waiting, made.taken, made.decided
            ),
        }
        store.close().await;
        Ok(ExitCode::SUCCESS)
    })
}
