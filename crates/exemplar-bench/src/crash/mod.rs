//! The subcommand `crash`: people go on applying while the server, or its database, is killed at random moments.
mod draft;
mod tally;

use std::collections::HashMap;
use std::net::SocketAddr;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use clap::{Args, ValueEnum};
use tokio::task::JoinSet;
use tokio::time::Instant;

use crate::failure::Failure;
use crate::journey::Visitor;
use crate::page::Form;
use crate::permit::Person;
use crate::report;
use crate::server::Server;
use crate::stage::{Engine, ServerOptions, Stage};

use draft::{Draft, Progress};
use tally::Tally;

/// How long one request is tried again before the person gives up. Longer than the server may take to come back.
const PATIENCE: Duration = Duration::from_secs(60);
/// The pause before a request is tried again.
const PAUSE: Duration = Duration::from_millis(20);

/// What to kill, how often, and how much must be acknowledged
#[derive(Args, Debug)]
pub struct Options {
    #[command(flatten)]
    server: ServerOptions,
    /// Where the server stores
    #[arg(long, value_enum, default_value = "sqlite")]
    engine: Engine,
    /// What is killed; `both` takes turns
    #[arg(long, value_enum, default_value = "app")]
    kill: Target,
    /// How often
    #[arg(long, default_value_t = 100)]
    kills: u32,
    /// Go on until so many submissions were acknowledged
    #[arg(long, default_value_t = 500)]
    acknowledged: usize,
    /// People at once
    #[arg(long, default_value_t = 8)]
    users: u16,
    /// The longest time between a restart and the next kill
    #[arg(long, default_value_t = 500, value_name = "MILLISECONDS")]
    longest_pause: u64,
    /// Give up after this time
    #[arg(long, default_value_t = 1800, value_name = "SECONDS")]
    limit: u64,
    /// Draws the moments of the kills
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

#[derive(Clone, Copy, Debug, PartialEq, ValueEnum)]
enum Target {
    App,
    Database,
    Both,
}

/// What the people and the killer share.
#[derive(Default)]
struct World {
    tally: Mutex<Tally>,
    acknowledgements: AtomicU64,
    people: AtomicU64,
    stop: AtomicBool,
}

impl World {
    fn tally(&self) -> MutexGuard<'_, Tally> {
        // The tally is only added to: what a panicking task left is still true.
        self.tally.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Runs the test and prints its table; true when nothing was lost, doubled or changed.
pub async fn run(options: &Options) -> Result<bool, Failure> {
    if options.kill != Target::App && options.engine != Engine::Postgres {
        return Err(Failure::Setup(
            "only PostgreSQL can be killed apart from the server: add --engine postgres".to_owned(),
        ));
    }
    let title = format!("crash, {}, seed {}", options.engine.name(), options.seed);
    let mut stage = Stage::set(options.engine, &options.server).await?;
    let mut server = stage.serve().await?;
    let world = Arc::new(World::default());
    let mut people = JoinSet::new();
    for _ in 0..options.users {
        people.spawn(apply(server.address(), world.clone()));
    }
    let end = Instant::now() + Duration::from_secs(options.limit);
    let mut random = fastrand::Rng::with_seed(options.seed);
    let mut kills = 0;
    while Instant::now() < end && (kills < options.kills || world.tally().finished.len() < options.acknowledged) {
        tokio::time::sleep(Duration::from_millis(random.u64(0..=options.longest_pause))).await;
        if kills < options.kills {
            let database = options.kill == Target::Database || (options.kill == Target::Both && kills % 2 == 1);
            server = match kill(&mut stage, server, database, &world).await {
                Ok(server) => server,
                Err(failure) => {
                    let mut tally = world.tally();
                    tally.wrong.push(format!("not back after a kill: {failure}"));
                    tally.print(&title);
                    return Ok(false);
                }
            };
            kills += 1;
            if kills.is_multiple_of(10) {
                eprintln!(
                    "{kills} kills, {} submissions acknowledged",
                    world.tally().finished.len()
                );
            }
        }
    }
    world.stop.store(true, Ordering::Relaxed);
    people.join_all().await;
    let address = server.address();
    server.kill();
    let server = stage.serve_at(address).await?;
    verify(&server, &world).await;
    let tally = world.tally();
    tally.print(&format!("crash, {}, seed {}", options.engine.name(), options.seed));
    let enough = kills >= options.kills && tally.finished.len() >= options.acknowledged;
    if !enough {
        report::line("  the time was over before there were enough kills and submissions");
    }
    Ok(enough && tally.is_clean())
}

/// Kills one of the two, starts it again, and waits until something is acknowledged again.
async fn kill(stage: &mut Stage, mut server: Server, database: bool, world: &World) -> Result<Server, Failure> {
    let since = Instant::now();
    match stage.cluster.as_mut().filter(|_| database) {
        Some(cluster) => {
            cluster.kill();
            cluster.start().await?;
        }
        None => {
            server.kill();
            server = stage.serve_at(server.address()).await?;
        }
    }
    let before = world.acknowledgements.load(Ordering::Relaxed);
    while world.acknowledgements.load(Ordering::Relaxed) == before {
        if since.elapsed() > PATIENCE {
            return Err(Failure::setup(
                "nothing was acknowledged after a kill",
                server.last_words(),
            ));
        }
        tokio::time::sleep(Duration::from_millis(2)).await;
    }
    let mut tally = world.tally();
    tally.killed[usize::from(database)] += 1;
    tally.longest_back = tally.longest_back.max(since.elapsed());
    Ok(server)
}

/// One person after another applies at this browser, and goes on after each failure that may pass.
async fn apply(address: SocketAddr, world: Arc<World>) {
    let mut visitor = Visitor::new(address, Person::numbered(0));
    while !world.stop.load(Ordering::Relaxed) {
        visitor.change(Person::numbered(world.people.fetch_add(1, Ordering::Relaxed)));
        finish(&mut visitor, &world).await;
    }
}

async fn finish(visitor: &mut Visitor, world: &World) {
    let mut draft = Draft::default();
    let mut last_success = Instant::now();
    loop {
        match draft.go_on(visitor).await {
            Ok(Progress::Acknowledged) => {
                world.acknowledgements.fetch_add(1, Ordering::Relaxed);
            }
            Ok(Progress::Checked) => {}
            Ok(Progress::Finished(acknowledged)) => {
                let form = draft.form().cloned().unwrap_or_default();
                let mut tally = world.tally();
                tally.repeated += u32::from(draft.was_repeated());
                tally.finished.push((*acknowledged, form));
                return;
            }
            Ok(Progress::Lost(questions)) => {
                world
                    .tally()
                    .lost_answers
                    .push(format!("{}: {}", visitor.person.last, questions.join(", ")));
                return;
            }
            Err(failure) if failure.may_pass() && last_success.elapsed() < PATIENCE => {
                world.tally().count(&failure);
                tokio::time::sleep(PAUSE).await;
                continue;
            }
            Err(failure) => {
                let mut tally = world.tally();
                let list = if draft.is_submitted() {
                    &mut tally.lost
                } else {
                    &mut tally.wrong
                };
                list.push(format!("{}: {failure}", visitor.person.last));
                return;
            }
        }
        last_success = Instant::now();
    }
}

/// Asks for each acknowledged submission, sends its form once more, and asks again.
async fn verify(server: &Server, world: &World) {
    let finished = world.tally().finished.clone();
    let mut owners: HashMap<&str, &str> = HashMap::new();
    let mut visitor = Visitor::new(server.address(), Person::numbered(0));
    for (earlier, form) in &finished {
        let reference = &earlier.reference;
        if let Some(other) = owners.insert(reference, &earlier.person.last) {
            world
                .tally()
                .doubled
                .push(format!("{reference} belongs to {other} and to {}", earlier.person.last));
        }
        match visitor.ask_again(earlier).await {
            Ok(now) if now.reference != *reference => {
                world
                    .tally()
                    .changed
                    .push(format!("{reference} became {}", now.reference));
            }
            Ok(now) => {
                let missing = now.missing(&earlier.person);
                if !missing.is_empty() {
                    world
                        .tally()
                        .lost_answers
                        .push(format!("{reference}: {}", missing.join(", ")));
                }
            }
            Err(failure) => world.tally().lost.push(format!("{reference}: {failure}")),
        }
        match submit_again(&mut visitor, form).await {
            Ok(second) if second == *reference => {}
            Ok(second) => world
                .tally()
                .doubled
                .push(format!("{reference} is {second} after the form was sent again")),
            Err(failure) => world
                .tally()
                .wrong
                .push(format!("{reference}, form sent again: {failure}")),
        }
    }
}

async fn submit_again(visitor: &mut Visitor, form: &Form) -> Result<String, Failure> {
    let path = visitor.submit(form).await?;
    Ok(visitor.confirmation(&path).await?.reference)
}
