//! The two floors beside each figure: bare HTTP with a page of the same size, and the durable commits that this disk gives.
use std::fs::File;
use std::io::Write;
use std::net::SocketAddr;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use axum::Router;
use axum::http::{StatusCode, header};
use axum::response::Html;
use axum::routing::get;

use crate::client::Client;
use crate::cpu;
use crate::failure::Failure;
use crate::permit::REQUESTS;
use crate::server::{Server, free_address};

/// How long each floor is measured.
const TIME: Duration = Duration::from_secs(2);
/// The size of one durable append: a page of the database.
const COMMIT_BYTES: usize = 4096;
/// Of the requests of a journey, so many are forms, answered with a redirect and no page.
const FORMS: usize = 9;

/// Serves one page of this size, and a redirect for a form. Nothing is read, checked or stored.
pub async fn serve(address: SocketAddr, bytes: usize) -> Result<(), Failure> {
    let attempt = |error| Failure::setup("the bare server", error);
    let page: &'static str = "x".repeat(bytes).leak();
    let redirect = || async { (StatusCode::SEE_OTHER, [(header::LOCATION, "/example-permit")]) };
    let app = Router::new().route("/example-permit", get(move || async move { Html(page) }).post(redirect));
    let listener = tokio::net::TcpListener::bind(address).await.map_err(attempt)?;
    axum::serve(listener, app).await.map_err(attempt)
}

/// Journeys for each processor second of the bare server: the twenty requests of a journey, by as many users.
pub async fn bare_http(scratch: &Path, users: usize, bytes: usize) -> Result<f64, Failure> {
    let program = std::env::current_exe().map_err(|error| Failure::setup("this program", error))?;
    let mut command = Command::new(program);
    command.args(["floor", "--bytes", &bytes.to_string()]);
    let mut server = Server::start(command, free_address()?, &scratch.join("floor.log")).await?;
    let before = cpu::seconds(server.pid());
    let end = Instant::now() + TIME;
    let address = server.address();
    let mut tasks = tokio::task::JoinSet::new();
    for _ in 0..users {
        tasks.spawn(async move {
            let mut client = Client::new(address);
            let mut journeys = 0_u64;
            while Instant::now() < end {
                one_journey(&mut client).await?;
                journeys += 1;
            }
            Ok::<u64, Failure>(journeys)
        });
    }
    let journeys: u64 = tasks.join_all().await.into_iter().sum::<Result<u64, Failure>>()?;
    let used = cpu::seconds(server.pid()) - before;
    server.kill();
    Ok(journeys as f64 / used)
}

async fn one_journey(client: &mut Client) -> Result<(), Failure> {
    for number in 0..REQUESTS {
        let reply = if number < FORMS {
            client.post("/example-permit", "answer=yes").await?
        } else {
            client.get("/example-permit").await?
        };
        if !matches!(reply.status, 200 | 303) {
            return Err(Failure::Wrong(format!(
                "the bare server answered with {}",
                reply.status
            )));
        }
    }
    Ok(())
}

/// Durable appends in a second, one after another, to one file in this folder.
pub fn durable_commits(folder: &Path) -> Result<f64, Failure> {
    let attempt = |error| Failure::setup("durable appends", error);
    let mut file = File::create(folder.join("appends")).map_err(attempt)?;
    let begin = Instant::now();
    let mut commits = 0_u64;
    while begin.elapsed() < TIME {
        file.write_all(&[0xA5; COMMIT_BYTES]).map_err(attempt)?;
        file.sync_data().map_err(attempt)?;
        commits += 1;
    }
    Ok(commits as f64 / begin.elapsed().as_secs_f64())
}
