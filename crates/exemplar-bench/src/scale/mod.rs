//! The subcommand `scale`: a service of 1,000 questions with 300 conditions is checked, edited and checked again, and
//! answered page by page through the running server. [`service`] is that service.
mod service;

use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use clap::Args;
use serde_json::json;

use crate::client::Client;
use crate::failure::Failure;
use crate::page;
use crate::permit;
use crate::report::{self, Format};
use crate::stage::{Engine, ServerOptions, Stage};
use crate::statistics::percentile;

/// What must hold, and how it is measured
#[derive(Args, Debug)]
pub struct Options {
    #[command(flatten)]
    server: ServerOptions,
    /// Where the server stores
    #[arg(long, value_enum, default_value = "sqlite")]
    engine: Engine,
    /// Milliseconds that a check may take
    #[arg(long, default_value_t = 1_000)]
    check_limit: u32,
    /// Milliseconds that any page may take
    #[arg(long, default_value_t = 20)]
    page_limit: u32,
    /// How often it is checked and edited
    #[arg(long, default_value_t = 5, value_parser = clap::value_parser!(u8).range(1..))]
    checks: u8,
    /// How the result is printed
    #[arg(long, value_enum, default_value = "table")]
    format: Format,
}

/// What was measured, in microseconds.
struct Measured {
    check: u32,
    recheck: u32,
    shown: Vec<u32>,
    saved: Vec<u32>,
    check_answers: u32,
}

/// Measures, prints, and says whether everything was within its limit.
pub async fn run(options: &Options) -> Result<bool, Failure> {
    let stage = Stage::set(options.engine, &options.server).await?;
    let services = stage.folder().join("services");
    // It stands in the place of the permit, so that the server is waited for in the same way.
    let folder = services.join(permit::START.trim_start_matches('/'));
    write(&folder, "What is the answer to the first question?")?;
    let (check, recheck) = checks(options, &folder)?;
    let mut answered = answer_all(&stage.with_services(&services)).await?;
    answered.shown.sort_unstable();
    answered.saved.sort_unstable();
    let measured = Measured {
        check,
        recheck,
        ..answered
    };
    print(options, &measured);
    let page_limit = options.page_limit.saturating_mul(1_000);
    let check_limit = options.check_limit.saturating_mul(1_000);
    let slowest = [&measured.shown, &measured.saved].map(|times| percentile(times, 0.99));
    Ok(measured.check <= check_limit
        && measured.recheck <= check_limit
        && slowest
            .into_iter()
            .chain([measured.check_answers])
            .all(|time| time <= page_limit))
}

fn write(folder: &Path, words: &str) -> Result<(), Failure> {
    let attempt = |error| Failure::setup("writing the service", error);
    std::fs::create_dir_all(folder).map_err(attempt)?;
    std::fs::write(folder.join("service.yaml"), service::service_yaml()).map_err(attempt)?;
    std::fs::write(folder.join("questions.yaml"), service::questions_yaml(words)).map_err(attempt)
}

/// The middle time of a check, and of an edit with the check after it. Each is a program of its own, as editors run it.
fn checks(options: &Options, folder: &Path) -> Result<(u32, u32), Failure> {
    let check = || {
        let since = Instant::now();
        let output = Command::new(options.server.program()).arg("check").arg(folder).output();
        let output = output.map_err(|error| Failure::setup("`exemplar check`", error))?;
        let time = microseconds(since.elapsed());
        if output.status.success() {
            return Ok(time);
        }
        let said = String::from_utf8_lossy(&output.stdout)
            .chars()
            .take(500)
            .collect::<String>();
        Err(Failure::setup("`exemplar check`", said))
    };
    let (mut plain, mut after_edit) = (Vec::new(), Vec::new());
    for number in 0..options.checks {
        plain.push(check()?);
        let since = Instant::now();
        write(folder, &format!("What is the answer to question number {number}?"))?;
        check()?;
        after_edit.push(microseconds(since.elapsed()));
    }
    plain.sort_unstable();
    after_edit.sort_unstable();
    Ok((percentile(&plain, 0.5), percentile(&after_edit, 0.5)))
}

/// Answers every page that one person is asked, up to check answers, and measures each request.
async fn answer_all(stage: &Stage) -> Result<Measured, Failure> {
    let server = stage.serve().await?;
    let mut client = Client::new(server.address());
    let mut measured = Measured {
        check: 0,
        recheck: 0,
        shown: Vec::new(),
        saved: Vec::new(),
        check_answers: 0,
    };
    client.get(permit::START).await?;
    let mut path = format!("{}/{}", permit::START, service::name(0).replace('_', "-"));
    for _ in 0..=service::QUESTIONS {
        let since = Instant::now();
        let shown = client.get(&path).await?;
        let time = microseconds(since.elapsed());
        if shown.status != 200 {
            return Err(Failure::Wrong(format!("{} on {path}", shown.status)));
        }
        if path == permit::CHECK {
            measured.check_answers = time;
            server.stop().await?;
            return Ok(measured);
        }
        measured.shown.push(time);
        let form = page::form(&shown.body).ok_or_else(|| Failure::Wrong(format!("{path} has no form")))?;
        let body = filled(&form);
        let since = Instant::now();
        let saved = client.post(form.action.as_deref().unwrap_or(&path), &body).await?;
        measured.saved.push(microseconds(since.elapsed()));
        path = saved
            .location
            .ok_or_else(|| Failure::Wrong(format!("{} after {path} was sent", saved.status)))?;
    }
    Err(Failure::Wrong("the journey does not end".to_owned()))
}

/// The body that a browser sends.
fn filled(form: &page::Form) -> String {
    let mut body = form_urlencoded::Serializer::new(String::new());
    body.extend_pairs(form.hidden.iter());
    let mut names: Vec<&str> = form.names.iter().map(String::as_str).collect();
    names.dedup();
    for name in names {
        let index = name.strip_prefix("q_").and_then(|digits| digits.parse().ok());
        if let Some(index) = index {
            body.append_pair(name, service::value(index));
        }
    }
    body.extend_pairs(form.button.iter());
    body.finish()
}

fn microseconds(time: Duration) -> u32 {
    u32::try_from(time.as_micros()).unwrap_or(u32::MAX)
}

fn print(options: &Options, measured: &Measured) {
    let milliseconds = |time: u32| f64::from(time) / 1_000.0;
    let of = |times: &[u32], share| milliseconds(percentile(times, share));
    let all = json!({
        "questions": service::QUESTIONS,
        "conditions": service::FACTS + service::CONDITIONAL_PAGES,
        "engine": options.engine.name(),
        "check_ms": milliseconds(measured.check),
        "edit_and_check_ms": milliseconds(measured.recheck),
        "pages": measured.shown.len(),
        "page_shown_ms": { "p50": of(&measured.shown, 0.5), "p99": of(&measured.shown, 0.99), "most": of(&measured.shown, 1.0) },
        "page_saved_ms": { "p50": of(&measured.saved, 0.5), "p99": of(&measured.saved, 0.99), "most": of(&measured.saved, 1.0) },
        "check_answers_ms": milliseconds(measured.check_answers),
    });
    match options.format {
        Format::Json => report::line(&format!("{all:#}")),
        Format::Table => {
            for (name, value) in all.as_object().into_iter().flatten() {
                report::line(&format!("{name:<20} {value}"));
            }
        }
    }
}
