//! The subcommand `double`: the same form is submitted many times at once, over one or two processes of the server.
use std::collections::BTreeSet;

use clap::Args;
use tokio::task::JoinSet;

use crate::client::Client;
use crate::failure::Failure;
use crate::journey::Visitor;
use crate::page::Form;
use crate::permit::{self, Person};
use crate::report;
use crate::server::Server;
use crate::stage::{Engine, ServerOptions, Stage};

/// How often, how many at once, over how many processes
#[derive(Args, Debug)]
pub struct Options {
    #[command(flatten)]
    server: ServerOptions,
    /// Where the server stores
    #[arg(long, value_enum, default_value = "sqlite")]
    engine: Engine,
    /// How many identical submissions at once
    #[arg(long, value_delimiter = ',', default_value = "2,10,50")]
    parallel: Vec<usize>,
    /// Processes of the server on one database; two need PostgreSQL
    #[arg(long, default_value_t = 1, value_parser = clap::value_parser!(u8).range(1..=2))]
    processes: u8,
    /// Applications for each number
    #[arg(long, default_value_t = 20)]
    repeats: u64,
}

/// What happened to all applications of one number.
#[derive(Default)]
struct Tally {
    accepted: u32,
    refused: u32,
    faults: u32,
    no_reply: u32,
    applications: u32,
    cases: usize,
    references: usize,
    wrong: Vec<String>,
}

impl Tally {
    fn holds(&self) -> bool {
        let applications = self.applications as usize;
        self.faults == 0
            && self.no_reply == 0
            && self.wrong.is_empty()
            && self.cases == applications
            && self.references == applications
    }
}

/// Runs the test and prints its table; true when each application became one case with one reference.
pub async fn run(options: &Options) -> Result<bool, Failure> {
    if options.processes > 1 && options.engine != Engine::Postgres {
        return Err(Failure::Setup(
            "two processes share a database only on PostgreSQL: add --engine postgres".to_owned(),
        ));
    }
    let stage = Stage::set(options.engine, &options.server).await?;
    let mut servers = Vec::new();
    for _ in 0..options.processes {
        servers.push(stage.serve().await?);
    }
    let mut rows = Vec::new();
    let mut wrong = Vec::new();
    let mut holds = true;
    let mut number = 0;
    for &parallel in &options.parallel {
        let mut tally = Tally::default();
        for _ in 0..options.repeats {
            number += 1;
            if let Err(failure) = apply(&servers, parallel, Person::numbered(number), &mut tally).await {
                tally.wrong.push(failure.to_string());
            }
        }
        holds &= tally.holds();
        let counts = [
            parallel as u64,
            tally.applications.into(),
            tally.accepted.into(),
            tally.refused.into(),
            tally.faults.into(),
        ];
        let mut row = vec![format!("{} x {}", options.engine.name(), options.processes)];
        row.extend(counts.map(|count| count.to_string()));
        row.extend([
            tally.no_reply.to_string(),
            tally.cases.to_string(),
            tally.references.to_string(),
        ]);
        row.push(if tally.holds() { "holds" } else { "BROKEN" }.to_owned());
        rows.push(row);
        wrong.extend(tally.wrong);
    }
    report::table(
        &[
            "double",
            "at once",
            "applications",
            "303",
            "4xx",
            "5xx",
            "no reply",
            "cases",
            "references",
            "",
        ],
        &rows,
    );
    for one in wrong.iter().take(20) {
        report::line(&format!("  {one}"));
    }
    Ok(holds)
}

/// One application, submitted so many times at once, and once more afterwards by the back button.
async fn apply(servers: &[Server], parallel: usize, person: Person, tally: &mut Tally) -> Result<(), Failure> {
    tally.applications += 1;
    let mut visitor = Visitor::new(servers[0].address(), person);
    visitor.start().await?;
    let steps: Vec<_> = visitor.person.steps().collect();
    for step in steps {
        let form = visitor.open(step).await?;
        visitor.answer(step, &form).await?;
    }
    let form = visitor.check().await?.form;
    let mut shown = submit_at_once(servers, parallel, &visitor, &form, tally).await?;
    let path = visitor.submit(&form).await?;
    for server in servers {
        let mut reader = Visitor::new(server.address(), visitor.person.clone());
        reader.client.jar = visitor.client.jar.clone();
        shown.insert((path.clone(), reader.confirmation(&path).await?.reference));
    }
    tally.cases += shown.iter().map(|(path, _)| path).collect::<BTreeSet<_>>().len();
    tally.references += shown
        .iter()
        .map(|(_, reference)| reference)
        .collect::<BTreeSet<_>>()
        .len();
    Ok(())
}

/// Returns each confirmation page that a click led to, with the reference that it showed to that click.
async fn submit_at_once(
    servers: &[Server],
    parallel: usize,
    visitor: &Visitor,
    form: &Form,
    tally: &mut Tally,
) -> Result<BTreeSet<(String, String)>, Failure> {
    let path = form.action.clone().unwrap_or_else(|| permit::CHECK.to_owned());
    let mut clients = Vec::new();
    for server in servers.iter().cycle().take(parallel) {
        let mut client = Client::new(server.address());
        client.jar = visitor.client.jar.clone();
        client.connect().await?;
        clients.push(client);
    }
    let mut tasks = JoinSet::new();
    for client in clients {
        tasks.spawn(click(client, visitor.person.clone(), path.clone(), form.encode(&[])));
    }
    let mut shown = BTreeSet::new();
    for result in tasks.join_all().await {
        match result {
            Ok(Click::Accepted(path, reference)) => {
                tally.accepted += 1;
                shown.insert((path, reference));
            }
            Ok(Click::Refused) => tally.refused += 1,
            Err(Failure::Unavailable { .. }) => tally.faults += 1,
            Err(Failure::NoReply { .. }) => tally.no_reply += 1,
            Err(failure) => tally.wrong.push(failure.to_string()),
        }
    }
    Ok(shown)
}

/// What one click of many came to.
enum Click {
    /// A confirmation page and the reference on it.
    Accepted(String, String),
    /// A plain no (4xx), which stores nothing.
    Refused,
}

/// One click follows its own redirect at once: read later, all would show what the last click left.
async fn click(mut client: Client, person: Person, path: String, body: String) -> Result<Click, Failure> {
    let reply = client.post(&path, &body).await?;
    match (reply.status, reply.location) {
        (303, Some(location)) if location.starts_with(permit::DONE) => {
            let reference = Visitor { client, person }.confirmation(&location).await?.reference;
            Ok(Click::Accepted(location, reference))
        }
        (400..500, _) => Ok(Click::Refused),
        (status @ 500.., _) => Err(Failure::Unavailable { request: path, status }),
        (status, location) => {
            let to = location.unwrap_or_default();
            Err(Failure::Wrong(format!("a submission was answered with {status} {to}")))
        }
    }
}
