//! Forms that were damaged by chance: whatever stands in a file, it is read or refused in words, within a second, and with
//! less than 200 MB for the whole process.
//!
//! Each file is made from a seed. A failure prints it: EXEMPLAR_SEED=that tries it alone, in each format. EXEMPLAR_RANDOM=10000
//! makes as many, a fourth of each format, as `make test` and `make corpus` do; fewer are made where nothing is said. Where
//! EXEMPLAR_CORPUS names a folder of real forms, half of the files are made from these.

#![allow(clippy::unwrap_used, reason = "a test whose steps fail has failed")]
#![allow(clippy::disallowed_methods, reason = "the seed comes from whoever runs it")]
#![allow(clippy::print_stdout, reason = "what was measured is to be read")]

mod damage;
mod forms;
mod spent;

use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use damage::{Chance, damaged};
use exemplar_import::{Format, SourceFile, import};
use forms::{DEFRA, FORM, GC, NAV};

/// The first seed.
const FIRST: u64 = 20_261_124;
/// How many damaged forms are tried where nothing is said, of all formats together.
const USUAL: u64 = 2_000;
/// The longest that one may keep a processor busy. How long that takes by the clock depends on what else runs here.
const LONGEST: Duration = Duration::from_secs(1);
/// The longest that one may take by the clock, on a machine that is busy with other things: more is a hang.
const HANGS: Duration = Duration::from_secs(10);
/// The most memory that the process may hold while one is read.
const MOST_BYTES: u64 = 200 * 1024 * 1024;

/// Tries one after the other, so that time and memory are those of one import.
static ONE: Mutex<()> = Mutex::new(());

/// What can be damaged in a format: a form of our own, and the real ones where there are any.
fn forms(format: Format, own: &str) -> Vec<Vec<u8>> {
    let mut forms = vec![own.as_bytes().to_vec()];
    let Some(corpus) = std::env::var_os("EXEMPLAR_CORPUS").map(PathBuf::from) else {
        return forms;
    };
    let table = std::fs::read_to_string(corpus.join("MANIFEST.tsv")).unwrap();
    let mut lines = table.lines().map(|line| line.split('\t').collect::<Vec<_>>());
    let head = lines.next().unwrap();
    let column = |name: &str| head.iter().position(|column| *column == name).unwrap();
    let (of, file) = (column("format"), column("file"));
    let rows = lines.filter(|row| row[of] == format.name());
    forms.extend(rows.map(|row| std::fs::read(corpus.join(row[file])).unwrap()));
    forms
}

/// Damages forms of a format again and again. Words that stand in our own are put in place of each other.
fn check(format: Format, own: &str, words: &[&str]) {
    let _one = ONE.lock().unwrap_or_else(PoisonError::into_inner);
    let forms = forms(format, own);
    let seeds = match number("EXEMPLAR_SEED") {
        Some(seed) => seed..seed + 1,
        None => FIRST..FIRST + number("EXEMPLAR_RANDOM").unwrap_or(USUAL).div_ceil(4),
    };
    let (mut read, mut longest, mut most) = (0, Duration::ZERO, 0);
    for seed in seeds.clone() {
        let mut chance = Chance::new(seed);
        // Half of the time our own form, which has something of everything.
        let form = if chance.below(2) == 0 {
            &forms[0]
        } else {
            &forms[chance.below(forms.len())]
        };
        let file = SourceFile {
            name: "damaged".to_owned(),
            content: damaged(form, words, &mut chance),
        };
        let shown = Shown {
            format,
            seed,
            file: &file,
        };
        spent::begin();
        let (begun, before) = (Instant::now(), spent::time());
        let imported = import(format, &file);
        let (by_clock, took) = (begun.elapsed(), spent::time().saturating_sub(before));
        let bytes = spent::most_bytes();
        assert!(
            took < LONGEST && by_clock < HANGS,
            "it took {took:?}, and {by_clock:?} by the clock"
        );
        assert!(bytes < MOST_BYTES, "it took {bytes} bytes");
        assert!(!imported.report.entries.is_empty());
        read += u64::from(imported.folder.is_some());
        longest = longest.max(took);
        most = most.max(bytes);
        drop(shown);
    }
    let tries = seeds.end - seeds.start;
    println!(
        "{}: {tries} files by seeds {seeds:?}, {read} of them read; at most {longest:?} and {most} bytes",
        format.name()
    );
    assert!(tries == 1 || read > tries / 20, "only {read} were read at all");
}

/// Prints what was tried where that failed.
struct Shown<'f> {
    format: Format,
    seed: u64,
    file: &'f SourceFile,
}

impl Drop for Shown<'_> {
    fn drop(&mut self) {
        if std::thread::panicking() {
            let text = String::from_utf8_lossy(&self.file.content);
            let text: String = text.chars().take(4_000).collect();
            eprintln!(
                "EXEMPLAR_SEED={} makes this file of {}:\n{text}",
                self.seed,
                self.format.name()
            );
        }
    }
}

fn number(variable: &str) -> Option<u64> {
    std::env::var(variable).ok().map(|text| text.parse().unwrap())
}

#[test]
fn whatever_stands_in_a_file_it_is_read_or_refused() {
    let words = ["\"c1\"", "\"/a\"", "\"s.y\"", "\"TextField\""];
    check(Format::XgovV1, FORM, &words);
}

#[test]
fn whatever_stands_in_a_form_of_nav_it_is_read_or_refused() {
    let words = ["\"datagrid\"", "\"container\"", "\"c.y\"", "\"show"];
    check(Format::Navformio, NAV, &words);
}

#[test]
fn whatever_stands_in_a_form_of_gc_it_is_read_or_refused() {
    let words = ["\"1.0\"", "\"exit\"", "\"dynamicRow\"", "\"elements\""];
    check(Format::Gcforms, GC, &words);
}

#[test]
fn whatever_stands_in_a_file_of_defra_it_is_read_or_refused() {
    check(Format::DefraForms, DEFRA, &["c1", "c2", "q1", "TextField"]);
}

#[test]
fn conditions_that_name_each_other_end() {
    let _one = ONE.lock().unwrap_or_else(PoisonError::into_inner);
    let condition = |n: usize| {
        format!(
            "  - {{ id: c{n}, displayName: c{n}, coordinator: or, items: [{{ conditionId: c{m} }}, {{ conditionId: c{m} }}, {{ componentId: q{n}, operator: is, type: BooleanValue, value: true }}] }}\n",
            m = (n + 1) % 60
        )
    };
    let page = |n: usize| {
        format!(
            "  - {{ path: /{n}, title: x, condition: c{c}, components: [{{ id: q{n}, type: YesNoField, name: y{n}, title: Yes? }}] }}\n",
            c = n % 60
        )
    };
    let pages: String = (0..200).map(page).collect();
    let conditions: String = (0..60).map(condition).collect();
    let file = SourceFile {
        name: "large.yaml".to_owned(),
        content: format!("engine: V2\npages:\n{pages}conditions:\n{conditions}").into_bytes(),
    };
    let begun = Instant::now();
    let imported = import(Format::DefraForms, &file);
    assert!(begun.elapsed() < 20 * LONGEST, "{:?}", begun.elapsed());
    assert!(imported.folder.is_some());
}

#[test]
fn a_form_that_grows_beyond_measure_ends() {
    let _one = ONE.lock().unwrap_or_else(PoisonError::into_inner);
    let condition = |n: usize| {
        format!(
            r#"{{"name":"c{n}","value":"c{m} and c{m} or y{n} == true"}}"#,
            m = n + 1
        )
    };
    let conditions: Vec<String> = (0..60).map(condition).collect();
    let page = |n: usize| {
        format!(
            r#"{{"path":"/{n}","title":"x","components":[{{"type":"YesNoField","name":"y{n}","title":"Yes?"}}],
            "next":[{{"path":"/{a}","condition":"c{c}"}},{{"path":"/{b}"}}]}}"#,
            a = (n * 7) % 300,
            b = n + 1,
            c = n % 60
        )
    };
    let pages: Vec<String> = (0..300).map(page).collect();
    let file = SourceFile {
        name: "large.json".to_owned(),
        content: format!(
            r#"{{"pages":[{}],"conditions":[{}]}}"#,
            pages.join(","),
            conditions.join(",")
        )
        .into_bytes(),
    };
    let begun = Instant::now();
    let imported = import(Format::XgovV1, &file);
    assert!(begun.elapsed() < 20 * LONGEST, "{:?}", begun.elapsed());
    assert!(imported.folder.is_some());
}

#[test]
fn a_form_of_nav_that_is_deep_or_long_ends() {
    let _one = ONE.lock().unwrap_or_else(PoisonError::into_inner);
    let condition = "(data.y === 'ja' || ".repeat(35) + "data.y === 'nei'" + &")".repeat(35);
    let deep = r#"{"type":"container","key":"c","components":["#.repeat(40) + &"]}".repeat(40);
    let field = |n: usize| {
        format!(
            r#"{{"type":"textfield","key":"f{n}","label":"Hva er det?","customConditional":"show = {condition} && data.f{m} !== 'x'"}}"#,
            m = n / 2
        )
    };
    let fields: Vec<String> = (0..300).map(field).collect();
    let content = format!(
        r#"{{"components":[{{"type":"panel","key":"p","title":"P","components":[{deep},{{"type":"radiopanel","key":"y","label":"Y",
        "values":[{{"value":"ja","label":"Ja"}},{{"value":"nei","label":"Nei"}}]}},{}]}}]}}"#,
        fields.join(",")
    );
    let file = SourceFile {
        name: "large.json".to_owned(),
        content: content.into_bytes(),
    };
    let begun = Instant::now();
    let imported = import(Format::Navformio, &file);
    assert!(begun.elapsed() < 20 * LONGEST, "{:?}", begun.elapsed());
    assert!(imported.folder.is_some(), "{}", imported.report);
}
