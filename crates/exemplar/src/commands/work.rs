//! `exemplar work`: a process that does the jobs and serves no page.

use std::process::ExitCode;
use std::sync::Arc;

use exemplar_app::clock::Clock;
use exemplar_app::services::Services;
use exemplar_app::words::AllWords;
use exemplar_app::{App, chance};
use exemplar_outbound::{Mailer, Texts};
use tokio::sync::watch;

use super::Failure;
use super::serve::{FOLLOW_EVERY, start_logging, wait_for_signal};
use super::store::{block_on, open_existing};
use crate::operation::Work;

/// `exemplar work`
pub fn work(arguments: &Work) -> Result<ExitCode, Failure> {
    start_logging();
    block_on(async {
        let app = Arc::new(app(arguments).await?);
        app.store.prepare_months(app.clock.now()).await?;
        let (stop, stopped) = watch::channel(false);
        let following = tokio::spawn(follow(Arc::clone(&app), stopped.clone()));
        let working = tokio::spawn(exemplar_app::work::work(Arc::clone(&app), stopped));
        println!("Exemplar works. Ctrl-C stops it.");
        wait_for_signal().await?;
        tracing::info!("stopping: the job that was begun is finished");
        let _ = stop.send(true);
        following.await?;
        working.await?;
        app.store.close().await;
        Ok(ExitCode::SUCCESS)
    })
}

async fn app(arguments: &Work) -> Result<App, Failure> {
    let mail = match &arguments.smtp {
        Some(server) => Mailer::smtp(server, &arguments.mail_from)?,
        None => {
            let usual = || arguments.store.data.join("mail");
            let folder = arguments.mail_folder.clone().unwrap_or_else(usual);
            Mailer::folder(folder, &arguments.mail_from)?
        }
    };
    let app = App {
        certificates: Some(exemplar_web::draw_certificate),
        store: open_existing(&arguments.store).await?,
        services: Services::default(),
        words: AllWords::built_in(),
        clock: Clock::System,
        address: arguments.address.trim_end_matches('/').to_owned(),
        writer: chance::writer(),
        wake: tokio::sync::Notify::new(),
        mail,
        texts: Texts::folder(arguments.store.texts(arguments.texts_folder.as_ref())),
        files: arguments.store.objects()?,
        scanner: arguments.clamd.clone(),
        connectors: arguments.connecting.connectors()?,
    };
    app.services.follow(&app.store).await?;
    Ok(app)
}

/// Follows the store: the terms and zones of services are those of the live versions.
async fn follow(app: Arc<App>, mut stopped: watch::Receiver<bool>) {
    loop {
        tokio::select! {
            _ = stopped.changed() => return,
            () = tokio::time::sleep(FOLLOW_EVERY) => {}
        }
        if let Err(fault) = app.services.follow(&app.store).await {
            tracing::error!(%fault, "the live versions could not be read");
        }
    }
}
