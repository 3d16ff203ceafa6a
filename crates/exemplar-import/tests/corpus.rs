//! Real forms of other systems, which are not in this repository: the tests run where EXEMPLAR_CORPUS names a folder of
//! them, with a table MANIFEST.tsv that says the format of each. Without it nothing is tested here.

#![allow(clippy::unwrap_used, reason = "a test whose steps fail has failed")]
#![allow(clippy::print_stdout, reason = "what came of the forms is to be read")]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use exemplar_import::report::{Became, Report, table};
use exemplar_import::{Format, SourceFile, by_form, import_as_one, import_form};

/// The longest that a form may take, in a build without optimisation.
const LONGEST: Duration = Duration::from_secs(5);

/// Reasons for which nothing can come of a file: it asks nothing.
const NO_FORM: [&str; 2] = ["asks_nothing", "empty_form"];

/// The files of a format that are real, or tests, by the corpus's own table.
fn files(corpus: &Path, format: Format, what: &str) -> Vec<PathBuf> {
    let table = std::fs::read_to_string(corpus.join("MANIFEST.tsv")).unwrap();
    let mut lines = table.lines().map(|line| line.split('\t').collect::<Vec<_>>());
    let head = lines.next().unwrap();
    let column = |name: &str| head.iter().position(|column| *column == name).unwrap();
    let (kind, of, file) = (column("kind"), column("format"), column("file"));
    let rows = lines.filter(|row| row[kind] == what && row[of] == format.name());
    rows.map(|row| corpus.join(row[file])).collect()
}

fn reports(format: Format, what: &str) -> Option<Vec<Report>> {
    let corpus = PathBuf::from(std::env::var_os("EXEMPLAR_CORPUS")?);
    let mut reports = Vec::new();
    let read = |path: PathBuf| SourceFile {
        name: path.strip_prefix(&corpus).unwrap().display().to_string(),
        content: std::fs::read(&path).unwrap(),
    };
    let paths = files(&corpus, format, what);
    let shared = paths.first().map(|path| shared_by_all(path)).unwrap_or_default();
    let sources = paths.iter().flat_map(|path| with_twin(path)).chain(shared).map(read);
    for (source, others) in by_form(format, sources.collect()) {
        let begun = Instant::now();
        let imported = import_form(format, &source, &others);
        assert!(begun.elapsed() < LONGEST, "{} took {:?}", source.name, begun.elapsed());
        if let Some(out) = std::env::var_os("EXEMPLAR_CORPUS_OUT") {
            write(&PathBuf::from(out).join(what), reports.len(), &imported);
        }
        reports.push(imported.report);
    }
    Some(reports)
}

/// A form, with the file of its translations where it has one.
fn with_twin(path: &Path) -> Vec<PathBuf> {
    let folder = path
        .parent()
        .and_then(Path::parent)
        .map(|folder| folder.join("translations"));
    let twin = folder.and_then(|folder| Some(folder.join(path.file_name()?)));
    std::iter::once(path.to_owned())
        .chain(twin.filter(|twin| twin.is_file()))
        .collect()
}

/// The files of translations that all forms of a folder share.
fn shared_by_all(form: &Path) -> Vec<PathBuf> {
    let folder = form
        .parent()
        .and_then(Path::parent)
        .map(|folder| folder.join("resources"));
    let Some(entries) = folder.and_then(|folder| std::fs::read_dir(folder).ok()) else {
        return Vec::new();
    };
    let is_shared = |path: &PathBuf| {
        path.file_name()
            .is_some_and(|name| name.to_string_lossy().starts_with("global-translations"))
    };
    let mut found: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).filter(is_shared).collect();
    found.sort();
    found
}

/// Puts what came of a form where somebody can read it.
fn write(out: &Path, number: usize, imported: &exemplar_import::Imported) {
    let Some(folder) = &imported.folder else { return };
    for (path, content) in &folder.files {
        let file = out
            .join(imported.report.format)
            .join(format!("{number:03}-{}", folder.name))
            .join(path);
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(file, content).unwrap();
    }
}

#[test]
fn real_forms_of_xgov_pass_the_check() {
    pass(Format::XgovV1, "real", 95);
}

#[test]
fn forms_of_defra_pass_the_check() {
    pass(Format::DefraForms, "real", 95);
    pass(Format::DefraForms, "test", 95);
}

#[test]
fn real_forms_of_nav_pass_the_check() {
    // Some ask more in each row than the language takes.
    pass(Format::Navformio, "real", 90);
}

#[test]
fn real_forms_of_gc_pass_the_check() {
    pass(Format::Gcforms, "real", 95);
}

/// Of the forms of a format, so many in a hundred pass the check, and what does not is printed with its reason.
fn pass(format: Format, what: &str, of_a_hundred: usize) {
    let Some(reports) = reports(format, what) else { return };
    // A file without a single question is no service, and the report says so.
    let asks = |report: &&Report| !report.entries.iter().any(|entry| NO_FORM.contains(&entry.reason));
    let forms = reports.iter().filter(asks).count();
    let failing: Vec<&Report> = reports
        .iter()
        .filter(asks)
        .filter(|report| !report.passes_check)
        .collect();
    let mut causes: BTreeMap<(&str, &str), Vec<&str>> = BTreeMap::new();
    for report in &failing {
        for entry in report
            .entries
            .iter()
            .filter(|entry| entry.became == Became::NotPossible)
        {
            causes
                .entry((entry.reason, entry.what.as_str()))
                .or_default()
                .push(&report.files[0]);
        }
    }
    for ((reason, what), files) in &causes {
        println!("{:4} {reason} ({what}): {}", files.len(), files[0]);
    }
    println!("{}", table(&reports));
    println!(
        "{} of {forms} pass; {} files are no form",
        forms - failing.len(),
        reports.len() - forms
    );
    if let Some(out) = std::env::var_os("EXEMPLAR_CORPUS_OUT") {
        let text: String = reports.iter().map(ToString::to_string).collect();
        std::fs::write(PathBuf::from(out).join(format!("{}-{what}.txt", format.name())), text).unwrap();
    }
    assert!(
        failing.len() * 100 <= forms * (100 - of_a_hundred),
        "{} of {forms} do not pass",
        failing.len()
    );
}

/// Rounds of grants: folders whose files are one application, some of them in two languages.
const ROUNDS: [&str; 14] = [
    "cof",
    "cof_r2",
    "cof_r3",
    "cof_r3w2",
    "cof25",
    "cof/eoi",
    "cyp_r1",
    "night_shelter",
    "pfn_rp",
    "hsra_r1",
    "ehcf_r1",
    "lahf_lahftu",
    "dpif_r3",
    "sf_r1",
];

#[test]
fn real_applications_of_many_files_pass_the_check() {
    let Some(corpus) = std::env::var_os("EXEMPLAR_CORPUS") else {
        return;
    };
    let corpus = PathBuf::from(corpus);
    let all = files(&corpus, Format::XgovV1, "real");
    let mut text = String::new();
    for round in ROUNDS {
        let is_of = |path: &Path| {
            let folder = path.parent().unwrap();
            let folder = if folder.ends_with("en") || folder.ends_with("cy") {
                folder.parent().unwrap()
            } else {
                folder
            };
            folder.ends_with(Path::new("form_jsons").join(round))
        };
        let sources: Vec<SourceFile> = all
            .iter()
            .filter(|path| is_of(path))
            .map(|path| SourceFile {
                name: path.strip_prefix(&corpus).unwrap().display().to_string(),
                content: std::fs::read(path).unwrap(),
            })
            .collect();
        assert!(!sources.is_empty(), "{round}");
        let begun = Instant::now();
        let imported = import_as_one(Format::XgovV1, &round.replace('/', "-"), &sources);
        assert!(begun.elapsed() < LONGEST, "{round} took {:?}", begun.elapsed());
        text.push_str(&imported.report.to_string());
        if let Some(out) = std::env::var_os("EXEMPLAR_CORPUS_OUT") {
            write(&PathBuf::from(out).join("rounds"), 0, &imported);
        }
        assert!(imported.report.passes_check, "{}", imported.report);
        let folder = imported.folder.unwrap();
        let service = folder.text("service.yaml").unwrap();
        let of = |reason: &str| {
            imported
                .report
                .entries
                .iter()
                .filter(|entry| entry.reason == reason)
                .count()
        };
        println!(
            "{round}: {} files, {} tasks, {}, {} texts missing, {} perhaps not translated, {} without a twin",
            sources.len(),
            folder.files.keys().filter(|path| path.starts_with("tasks/")).count(),
            service.lines().find(|line| line.starts_with("languages")).unwrap(),
            of("twin_missing"),
            of("not_translated"),
            of("no_twin_file"),
        );
    }
    if let Some(out) = std::env::var_os("EXEMPLAR_CORPUS_OUT") {
        std::fs::write(PathBuf::from(out).join("rounds.txt"), text).unwrap();
    }
}
