//! `exemplar serve`: publishes the folders, listens, follows the store, does the jobs, and stops gracefully.

use std::net::SocketAddr;
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::{Duration, Instant};

use exemplar_app::clock::Clock;
use exemplar_app::publishing::{CameTo, Way, take_in};
use exemplar_app::services::{Services, folders_in, organisations_in, read_folder};
use exemplar_app::words::AllWords;
use exemplar_app::{App, chance};
use exemplar_core::record::Actor;
use exemplar_outbound::{Mailer, Texts};
use exemplar_store::Store;
use exemplar_web::assets::Addresses;
use exemplar_web::session::Sealer;
use exemplar_web::{Certificates, Deadlines, Limits, Road, Site, SiteSettings, listen, metrics_router, router_on};
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::task::JoinHandle;
use tracing_subscriber::EnvFilter;

use super::Failure;
use super::definitions::print_findings;
use super::store::{block_on_server, keep_organisations, open};
use crate::arguments::Serve;

/// So often an instance looks whether another version went live.
pub(super) const FOLLOW_EVERY: Duration = Duration::from_secs(3);
/// A request may take so long, body and all.
const REQUEST_DEADLINE: Duration = Duration::from_secs(30);

/// `exemplar serve`
pub fn serve(arguments: Serve) -> Result<ExitCode, Failure> {
    let started = Instant::now();
    refuse_open_listening(&arguments)?;
    start_logging();
    block_on_server(&arguments.store.clone(), async move {
        let certificates = certificates(&arguments)?;
        let store = open(&arguments.store).await?;
        // Before the first row of a month is written: a table cannot be given rows that stand elsewhere.
        store.prepare_months(Clock::System.now()).await?;
        if let Some(services) = &arguments.services {
            publish_all(&store, services).await?;
        }
        let site = Arc::new(site(&arguments, store).await?);
        let listener = TcpListener::bind(arguments.listen)
            .await
            .map_err(|source| format!("cannot listen on {}: {source}", arguments.listen))?;
        let (stop, stopped) = watch::channel(false);
        let following = tokio::spawn(follow(Arc::clone(&site), certificates.clone(), stopped.clone()));
        let road = Arc::new(Road::new(Limits {
            starts: arguments.limit_starts,
            posts: arguments.limit_posts,
        }));
        let measuring = measure(&arguments, &site, &road, stopped.clone()).await?;
        let working = tokio::spawn(exemplar_app::work::work(Arc::clone(&site.app), stopped.clone()));
        announce(&site, listener.local_addr()?, certificates.is_some(), started);
        if let Some(link) = site.app.first_administrator().await? {
            println!("Nobody works here yet. The first administrator sets up an account within 24 hours at\n  {link}");
        }
        let router = router_on(Arc::clone(&site), road);
        let serving = tokio::spawn(listen(listener, router, certificates, Deadlines::default(), stopped));
        wait_for_signal().await?;
        tracing::info!("stopping: what was accepted is finished");
        let _ = stop.send(true);
        let _ = serving.await;
        if let Some(measuring) = measuring {
            let _ = measuring.await;
        }
        let _ = following.await;
        let _ = working.await;
        site.app.store.close().await;
        Ok(ExitCode::SUCCESS)
    })
}

/// Plain HTTP is for this machine alone: anything else needs a proxy that ends HTTPS.
fn refuse_open_listening(arguments: &Serve) -> Result<(), Failure> {
    let is_encrypted = arguments.certificate.is_some() || !arguments.trusted_proxy.is_empty();
    if arguments.listen.ip().is_loopback() || is_encrypted {
        return Ok(());
    }
    Err(format!(
        "{} can be reached by others, and what they send would not be encrypted: name a certificate with --certificate \
         and --key, or put a proxy that ends HTTPS in front and name it with --trusted-proxy, or listen on 127.0.0.1",
        arguments.listen
    )
    .into())
}

/// The certificate, where there is one.
fn certificates(arguments: &Serve) -> Result<Option<Arc<Certificates>>, Failure> {
    let (Some(certificate), Some(key)) = (&arguments.certificate, &arguments.key) else {
        return Ok(None);
    };
    Ok(Some(Arc::new(Certificates::read(certificate, key)?)))
}

/// Serves the counts on an address of their own, where one is given.
async fn measure(
    arguments: &Serve,
    site: &Site,
    road: &Road,
    stopped: watch::Receiver<bool>,
) -> Result<Option<JoinHandle<()>>, Failure> {
    let Some(address) = arguments.metrics else {
        return Ok(None);
    };
    let listener = TcpListener::bind(address)
        .await
        .map_err(|source| format!("cannot listen on {address} for metrics: {source}"))?;
    println!("Metrics are on http://{}/metrics", listener.local_addr()?);
    let router = metrics_router(Arc::clone(&site.app), Arc::clone(&road.metrics));
    Ok(Some(tokio::spawn(listen(
        listener,
        router,
        None,
        Deadlines::default(),
        stopped,
    ))))
}

pub(super) fn start_logging() {
    let filter = EnvFilter::try_from_env("EXEMPLAR_LOG").unwrap_or_else(|_| EnvFilter::new("info"));
    let _ = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .json()
        .try_init();
}

/// Publishes every folder that is clean and new; says what is wrong with the others and serves what is live.
pub(super) async fn publish_all(store: &Store, services: &Path) -> Result<(), Failure> {
    let by = Actor::Integration("serve".to_owned());
    if let Some(file) = organisations_in(services)? {
        keep_organisations(store, &file, &by).await?;
    }
    let folders = folders_in(services)
        .map_err(|source| format!("the services in {} cannot be read: {source}", services.display()))?;
    for path in folders {
        let folder = read_folder(&path)?;
        let name = folder.name.clone();
        match take_in(store, folder, Way::AtStart, &by, Clock::System.now()).await? {
            Ok(CameTo::Live(_)) => {}
            Ok(CameTo::Waits(n)) => {
                eprintln!("{name} waits as version {n}: its owners publish it on the pages of staff")
            }
            Ok(CameTo::Stays) => eprintln!(
                "{name}: another version has gone live since the one in this folder, and stays. `exemplar publish` \
                 makes this one live again"
            ),
            Err(refused) => {
                print_findings(&refused.checked.findings, &refused.folder);
                eprintln!("{} was not published: mend the errors above", refused.service);
            }
        }
    }
    Ok(())
}

async fn site(arguments: &Serve, store: Store) -> Result<Site, Failure> {
    let secure = arguments.certificate.is_some() || !arguments.trusted_proxy.is_empty();
    let scheme = if arguments.certificate.is_some() {
        "https"
    } else {
        "http"
    };
    let address = arguments
        .address
        .clone()
        .unwrap_or_else(|| format!("{scheme}://{}", arguments.listen));
    let sealer = Sealer::new(store.keys().cookie(), secure);
    let mail = match &arguments.smtp {
        Some(server) => Mailer::smtp(server, &arguments.mail_from)?,
        None => {
            let folder = arguments
                .mail_folder
                .clone()
                .unwrap_or_else(|| arguments.store.data.join("mail"));
            Mailer::folder(folder, &arguments.mail_from)?
        }
    };
    let simulated = exemplar_app::simulate::is_simulated(&store).await?;
    let app = App {
        certificates: Some(exemplar_web::draw_certificate),
        store,
        services: Services::default(),
        words: AllWords::built_in(),
        clock: Clock::System,
        address: address.trim_end_matches('/').to_owned(),
        writer: chance::writer(),
        wake: tokio::sync::Notify::new(),
        mail,
        texts: Texts::folder(arguments.store.texts(arguments.texts_folder.as_ref())),
        files: arguments.store.objects()?,
        scanner: arguments.clamd.clone(),
        connectors: arguments.connecting.connectors()?,
    };
    app.services.follow(&app.store).await?;
    Ok(Site {
        app: Arc::new(app),
        sealer,
        assets: Addresses::built_in(),
        settings: SiteSettings {
            secure,
            simulated,
            deadline: REQUEST_DEADLINE,
            proxies: arguments.trusted_proxy.clone(),
            security_contact: arguments.security_contact.clone(),
        },
    })
}

/// Follows the store, so that a version that goes live anywhere is live here soon, and the certificate's files.
async fn follow(site: Arc<Site>, certificates: Option<Arc<Certificates>>, mut stopped: watch::Receiver<bool>) {
    loop {
        tokio::select! {
            _ = stopped.changed() => return,
            () = tokio::time::sleep(FOLLOW_EVERY) => {}
        }
        if let Err(fault) = site.app.services.follow(&site.app.store).await {
            tracing::error!(%fault, "the live versions could not be read");
        }
        match certificates.as_ref().map(|certificates| certificates.follow()) {
            Some(Ok(true)) => tracing::info!("the certificate was read again"),
            Some(Err(why)) => tracing::error!(why, "the certificate changed and cannot be used; the one before stays"),
            Some(Ok(false)) | None => {}
        }
    }
}

fn announce(site: &Site, listening: SocketAddr, is_encrypted: bool, started: Instant) {
    let services = site.app.services.all();
    let scheme = if is_encrypted { "https" } else { "http" };
    println!("Exemplar serves {} services on {scheme}://{listening}", services.len());
    for service in services {
        println!("  {scheme}://{listening}/{}", service.id);
    }
    println!("Ready after {} ms. Ctrl-C stops it.", started.elapsed().as_millis());
}

/// Waits until somebody wants the process to stop.
pub(super) async fn wait_for_signal() -> Result<(), Failure> {
    let mut terminate = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate())?;
    tokio::select! {
        interrupted = tokio::signal::ctrl_c() => interrupted?,
        _ = terminate.recv() => {}
    }
    Ok(())
}
