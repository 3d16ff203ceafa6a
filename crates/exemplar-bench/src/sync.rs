//! The subcommand `sync`: one journey under strace. Between each form and its reply the server must have synced a file of its store.
use std::collections::HashMap;
use std::fs;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use clap::Args;

use crate::failure::Failure;
use crate::journey::Visitor;
use crate::permit::Person;
use crate::report;
use crate::stage::{Engine, ServerOptions, Stage};

/// Which server is looked at. SQLite only: PostgreSQL syncs in processes of its own
#[derive(Args, Debug)]
pub struct Options {
    #[command(flatten)]
    server: ServerOptions,
}

/// A form: from when it was sent until its reply was there, in seconds since 1970.
struct Sent {
    what: String,
    from: f64,
    until: f64,
}

/// A sync of one file that succeeded.
#[derive(Debug, PartialEq)]
struct Sync {
    path: String,
    from: f64,
    until: f64,
}

/// Makes the journey and prints its forms; true when each was synced before its reply.
pub async fn run(options: &Options) -> Result<bool, Failure> {
    let stage = Stage::set(Engine::Sqlite, &options.server).await?;
    let trace = stage.folder().join("trace");
    let mut server = stage.serve_traced(&trace).await?;
    // What is written at the start must not pass for an answer.
    tokio::time::sleep(Duration::from_millis(500)).await;
    let sent = journey(&mut Visitor::new(server.address(), Person::numbered(0))).await?;
    server.kill();
    let trace = fs::read_to_string(&trace).map_err(|error| Failure::setup("the trace", error))?;
    // The kernel names a file by its real path.
    let folder = fs::canonicalize(stage.folder()).map_err(|error| Failure::setup("the folder of the run", error))?;
    let syncs: Vec<Sync> = read(&trace)
        .into_iter()
        .filter(|sync| fs::canonicalize(&sync.path).is_ok_and(|path| path.starts_with(&folder)))
        .collect();
    let mut all = true;
    let mut rows = Vec::new();
    for form in &sent {
        let within = syncs
            .iter()
            .filter(|sync| sync.from >= form.from && sync.until <= form.until)
            .count();
        all &= within > 0;
        let milliseconds = (form.until - form.from) * 1000.0;
        rows.push(vec![
            form.what.clone(),
            within.to_string(),
            format!("{milliseconds:.1}"),
            if within > 0 { "synced" } else { "NOT SYNCED" }.to_owned(),
        ]);
    }
    report::table(&["form", "syncs before its reply", "ms", ""], &rows);
    Ok(all)
}

async fn journey(visitor: &mut Visitor) -> Result<Vec<Sent>, Failure> {
    visitor.start().await?;
    let mut sent = Vec::new();
    let steps: Vec<_> = visitor.person.steps().collect();
    for step in steps {
        let form = visitor.open(step).await?;
        let from = now();
        visitor.answer(step, &form).await?;
        sent.push(Sent {
            what: step.name.to_owned(),
            from,
            until: now(),
        });
    }
    let form = visitor.check().await?.form;
    let from = now();
    visitor.submit(&form).await?;
    sent.push(Sent {
        what: "check-answers".to_owned(),
        from,
        until: now(),
    });
    Ok(sent)
}

fn now() -> f64 {
    SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap_or_default()
        .as_secs_f64()
}

/// Reads what `strace -f -ttt -T -y` wrote. A call that another thread interrupts stands on two lines.
fn read(trace: &str) -> Vec<Sync> {
    let mut unfinished: HashMap<&str, (f64, String)> = HashMap::new();
    let mut syncs = Vec::new();
    for line in trace.lines() {
        let mut parts = line.splitn(3, char::is_whitespace).filter(|part| !part.is_empty());
        let (Some(thread), Some(rest)) = (
            parts.next(),
            line.split_once(char::is_whitespace).map(|(_, rest)| rest.trim_start()),
        ) else {
            continue;
        };
        let Some((time, call)) = rest.split_once(' ') else {
            continue;
        };
        let Ok(from) = time.parse::<f64>() else {
            continue;
        };
        let path = || {
            call.split_once('<')
                .and_then(|(_, rest)| rest.split_once(">)").or_else(|| rest.split_once("> ")))
                .map(|(path, _)| path.to_owned())
        };
        let starts = call.starts_with("fsync(") || call.starts_with("fdatasync(");
        if starts && call.contains("<unfinished") {
            unfinished.insert(thread, (from, path().unwrap_or_default()));
            continue;
        }
        let started = if starts { path().map(|path| (from, path)) } else { None };
        let resumed = call.contains("sync resumed>");
        let Some((from, path)) = started.or_else(|| unfinished.remove(thread).filter(|_| resumed)) else {
            continue;
        };
        let took = call
            .rsplit_once('<')
            .and_then(|(_, took)| took.trim_end_matches('>').parse::<f64>().ok());
        if let Some(took) = took.filter(|_| call.contains("= 0 ")) {
            syncs.push(Sync {
                path,
                from,
                until: from + took,
            });
        }
    }
    syncs
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(trace: &str, expected: &[(&str, f64, f64)]) {
        let expected: Vec<Sync> = expected
            .iter()
            .map(|(path, from, until)| Sync {
                path: (*path).to_owned(),
                from: *from,
                until: *until,
            })
            .collect();
        assert_eq!(read(trace), expected);
    }

    #[test]
    fn a_sync_on_one_line_is_read() {
        check(
            "12 100.5 fdatasync(9</d/a.db-wal>) = 0 <0.25>",
            &[("/d/a.db-wal", 100.5, 100.75)],
        );
        check(
            "12    100.5 fsync(9</d/a.db>)      = 0 <0.25>",
            &[("/d/a.db", 100.5, 100.75)],
        );
    }

    #[test]
    fn a_sync_that_was_interrupted_is_read_from_two_lines() {
        let trace = "12 100.5 fdatasync(9</d/wal> <unfinished ...>\n13 100.6 fsync(3</d/x>) = -1 EIO (Input/output error) <0.1>\n\
            12 100.7 <... fdatasync resumed>) = 0 <0.25>\n";
        check(trace, &[("/d/wal", 100.5, 100.75)]);
    }

    #[test]
    fn a_sync_that_failed_is_none() {
        check(
            "12 100.5 fdatasync(9</d/wal>) = -1 EIO (Input/output error) <0.25>\n12 101 +++ exited with 0 +++",
            &[],
        );
    }
}
