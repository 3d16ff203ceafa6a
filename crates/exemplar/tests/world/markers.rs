//! Both services walked, searched and decided with a marker wherever words can be typed: afterwards it stands in no log,
//! no address, no figure and no column, whatever it was meant for.

use exemplar_store::Database;
use exemplar_testkit::beside_the_store;

use crate::browser::Browser;
use crate::place::Place;
use crate::server::{Server, soon};
use crate::walk::{EMAIL, MARKER, PHONE, submit};

const PASSWORD: &str = "Zqxwvap horse battery";

/// Adds somebody to an organisation and signs them in.
pub fn staff(place: &Place, server: &Server, organisation: &str, role: &str) -> Browser {
    let email = format!("zqxwvap-{role}@{organisation}.example.org");
    let arguments = [
        "staff",
        "add",
        "--name",
        "Zqxwvap Officer",
        "--email",
        &email,
        "--role",
        role,
    ];
    let added = place
        .run(&[&arguments[..], &["--organisation", organisation]].concat())
        .done();
    let token = added
        .split("/staff/first/")
        .nth(1)
        .unwrap()
        .split_whitespace()
        .next()
        .unwrap();
    let mut browser = Browser::new(server.address);
    let path = format!("/staff/first/{token}");
    browser.get(&path);
    let secret = totp_rs::Secret::try_from_base32(browser.words("code")).unwrap();
    let totp = totp_rs::Builder::new().with_secret(secret).build().unwrap();
    let now = std::time::SystemTime::now()
        .duration_since(std::time::UNIX_EPOCH)
        .unwrap();
    let code = totp.generate(now.as_secs()).to_string();
    browser.post(&path, &typed(&[("password", PASSWORD), ("code", &code)]));
    let recovery = browser.words("code");
    browser.get("/staff/sign-in");
    browser.post(
        "/staff/sign-in",
        &typed(&[("email", &email), ("password", PASSWORD), ("code", &recovery)]),
    );
    assert!(
        browser.page.contains("/staff/sign-out"),
        "{}: {}",
        browser.path,
        browser.page
    );
    browser
}

pub fn typed(fields: &[(&str, &str)]) -> Vec<(String, String)> {
    let owned = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
    fields.iter().map(owned).collect()
}

/// Finds a case by what was typed, notes and decides, each with the marker.
fn decide(browser: &mut Browser, reference: &str, outcome: &str, reason: Option<(&str, &str)>) {
    browser.get("/staff/search");
    let (_, _, controls) = browser.form("/staff/search");
    let by_name: Vec<_> = controls.iter().map(|control| control.name.as_str()).collect();
    assert!(by_name.contains(&"name"), "{by_name:?}");
    browser.post("/staff/search", &typed(&[("name", MARKER)]));
    assert!(browser.page.contains(reference), "{}: {}", browser.path, browser.page);
    let case = browser.link("/staff/cases/");
    browser.get(&case);
    assert!(browser.page.contains(MARKER), "staff read what was typed");
    browser.post("/take", &[]);
    browser.post("/note", &typed(&[("note", MARKER)]));
    let mut ruling = vec![("outcome", outcome), ("said", MARKER)];
    ruling.extend(reason);
    browser.post("/decide", &typed(&ruling));
    assert!(
        browser.status == 200 && browser.path == case,
        "{} {}",
        browser.status,
        browser.page
    );
}

/// Every column of every table.
async fn columns(database: &Database) -> Vec<(String, String)> {
    let sql = match database {
        Database::Sqlite(_) => {
            "SELECT group_concat(t.name || ' ' || c.name, ',') FROM sqlite_master t, pragma_table_info(t.name) c \
             WHERE t.type = 'table'"
        }
        Database::Postgres(_) => {
            "SELECT string_agg(table_name || ' ' || column_name, ',') FROM information_schema.columns \
             WHERE table_schema NOT IN ('pg_catalog', 'information_schema')"
        }
    };
    let all = beside_the_store(database, sql).await;
    let split = |pair: &str| {
        pair.split_once(' ')
            .map(|(table, column)| (table.to_owned(), column.to_owned()))
    };
    all.split(',').map(|pair| split(pair).unwrap()).collect()
}

/// How many rows of a column hold any of these words, in whatever letters.
async fn rows_with(database: &Database, table: &str, column: &str, words: &[&str]) -> String {
    let as_bytes = match database {
        Database::Sqlite(_) => format!("hex(\"{column}\")"),
        Database::Postgres(_) => format!("replace(encode(convert_to(\"{column}\"::text, 'UTF8'), 'hex'), ' ', '')"),
    };
    let hex = |word: &str| in_hexadecimal(word.as_bytes());
    let mut any = Vec::new();
    for word in words {
        for word in [(*word).to_owned(), word.to_lowercase(), word.to_uppercase()] {
            any.push(format!("lower({as_bytes}) LIKE '%{}%'", hex(&word)));
            // PostgreSQL shows bytes as their hexadecimal digits.
            any.push(format!("lower({as_bytes}) LIKE '%{}%'", hex(&hex(&word))));
        }
    }
    let sql = format!(
        "SELECT CAST(count(*) AS TEXT) FROM \"{table}\" WHERE {}",
        any.join(" OR ")
    );
    beside_the_store(database, &sql).await
}

fn in_hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// What is searched for: what was typed, and what it becomes.
const TRACES: &[&str] = &[MARKER, EMAIL, PHONE, "7700900731", "horse battery"];

fn check_text(what: &str, text: &str) {
    let text = text.to_lowercase();
    for trace in TRACES {
        assert!(
            !text.contains(&trace.to_lowercase()),
            "{trace} stands in {what}: {text}"
        );
    }
}

async fn walk_and_search(place: Place) {
    let server = Server::start(&place, &[]);
    let mut applicant = Browser::new(server.address);
    let permit = submit(&mut applicant, "example-permit", "full-name", &[]);
    let voter = submit(
        &mut applicant,
        "register-to-vote",
        "nation",
        &[
            ("nationality", "british"),
            ("date_of_birth-tick", "yes"),
            ("no_ni_number_reason", "another_reason"),
            ("age_band", "from_18_to_75"),
        ],
    );
    // Saved for later, with an address that somebody else will read.
    let mut later = Browser::new(server.address);
    later.get("/example-permit").get("/example-permit/full-name");
    let (_, _, controls) = later.form("/full-name");
    let name = crate::walk::filled_in(&controls, &[]);
    later.post("/full-name", &name);
    later.get("/example-permit/save");
    let (_, _, controls) = later.form("/save");
    let address = crate::walk::filled_in(&controls, &[]);
    later.post("/save", &address);
    let mut permits = staff(&place, &server, "example-council", "manager");
    let reason = Some(("reason-refused", "not_true"));
    decide(&mut permits, &permit, "refused", reason);
    let mut electoral = staff(&place, &server, "electoral-registration", "manager");
    decide(&mut electoral, &voter, "refused", Some(("reason-refused", "not_true")));
    soon("the messages are written", || {
        (std::fs::read_dir(place.path("data/mail")).ok()?.count() >= 3).then_some(())
    });
    let mut metrics = Browser::new(server.metrics);
    metrics.get("/metrics");
    assert!(metrics.page.contains("exemplar_"), "{}", metrics.page);
    check_text("the figures of the server", &metrics.page);
    for browser in [&applicant, &later, &permits, &electoral] {
        assert!(browser.asked.len() > 5);
        for address in &browser.asked {
            check_text("an address", address);
        }
    }
    check_text("the log", &server.said());
    let all = columns(&place.database).await;
    assert!(all.len() > 150, "{}", all.len());
    let mut found = Vec::new();
    for (table, column) in &all {
        let rows = rows_with(&place.database, table, column, TRACES).await;
        if rows != "0" {
            found.push(format!("{table}.{column}: {rows}"));
        }
    }
    assert!(found.is_empty(), "what was typed stands in clear in {found:?}");
    // The search itself finds what stands there: a word of the definition.
    assert_ne!(
        rows_with(&place.database, "cases", "service", &["register-to-vote"]).await,
        "0"
    );
    let store = place.open().await;
    assert!(store.verify().await.unwrap().is_empty());
    let case = beside_the_store(&place.database, "SELECT reference FROM cases WHERE phase = 'decided'").await;
    assert!([permit, voter].contains(&case));
    store.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_people_type_is_left_in_no_log_address_figure_or_clear_column_on_sqlite() {
    walk_and_search(Place::sqlite().await).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_people_type_is_left_in_no_log_address_figure_or_clear_column_on_postgresql() {
    walk_and_search(Place::postgres().await).await;
}
