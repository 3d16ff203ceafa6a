//! Commands for translators: what a language lacks, texts handed over, texts taken back.

use std::io::Write as _;
use std::path::Path;
use std::process::ExitCode;

use exemplar_app::services::read_folder;
use exemplar_core::definition::finding::render;
use exemplar_core::definition::translation::{
    Returned, Texts, apply, from_csv, from_xliff, skeleton, texts, to_csv, to_xliff,
};
use exemplar_core::definition::{Finding, Folder, is_safe_path};

use super::Failure;
use super::definitions::{counted, write};
use super::store::folders_among;
use crate::translation::{Export, Handover, Import, Translate, Words};

/// `exemplar words`
pub fn words(arguments: &Words) -> Result<ExitCode, Failure> {
    let mut is_whole = true;
    for path in folders_among(&arguments.folders) {
        let texts = texts_of(&read_folder(path)?, &arguments.language)?;
        is_whole &= texts.missing().next().is_none();
        println!("{}", summary(&texts));
        print!("{}", skeleton(&texts));
    }
    Ok(if is_whole { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// One line on a language of a service.
fn summary(texts: &Texts) -> String {
    let (all, missing) = (texts.texts.len(), texts.missing().count());
    let draft = if texts.is_draft {
        format!(". It is a draft: \"{}\" is not among the languages", texts.to)
    } else {
        String::new()
    };
    format!(
        "# {}: {} of {} {} in {}, {missing} {} missing{draft}",
        texts.service,
        all - missing,
        counted(all, "text"),
        are(all),
        texts.to,
        are(missing)
    )
}

fn are(count: usize) -> &'static str {
    if count == 1 { "is" } else { "are" }
}

/// `exemplar translate`
pub fn run(command: &Translate) -> Result<ExitCode, Failure> {
    match command {
        Translate::Export(arguments) => export(arguments),
        Translate::Import(arguments) => import(arguments),
    }
}

fn export(arguments: &Export) -> Result<ExitCode, Failure> {
    let mut texts = texts_of(&read_folder(&arguments.folder)?, &arguments.to)?;
    if arguments.missing {
        texts = texts.only_missing();
    }
    let written = match arguments.format {
        Handover::Xliff => to_xliff(&texts),
        Handover::Csv => to_csv(&texts),
    };
    std::io::stdout().write_all(written.as_bytes())?;
    Ok(ExitCode::SUCCESS)
}

fn import(arguments: &Import) -> Result<ExitCode, Failure> {
    let folder = read_folder(&arguments.folder)?;
    let file = std::fs::read(&arguments.file)?;
    let returned = read_back(&file)?;
    let applied = apply(&folder, &returned).map_err(|found| cannot(&folder, &found))?;
    for (name, content) in &applied.files {
        // The language comes from the file, and becomes part of names.
        if !is_safe_path(name) {
            return Err(format!("\"{}\" cannot be a language", returned.to).into());
        }
        write_in(&arguments.folder, name, content)?;
    }
    for not in &applied.not_taken {
        println!("{}: not taken: {}", not.path, not.reason);
    }
    let left = applied.not_taken.len();
    println!(
        "{}: {} taken, {left} not taken, {} without a translation",
        returned.to,
        counted(applied.taken, "text"),
        applied.untranslated
    );
    Ok(if left == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// XLIFF begins as XML does; all else is a table.
fn read_back(file: &[u8]) -> Result<Returned, Failure> {
    let start = file
        .strip_prefix("\u{feff}".as_bytes())
        .unwrap_or(file)
        .trim_ascii_start();
    Ok(if start.starts_with(b"<") {
        from_xliff(file)?
    } else {
        from_csv(file)?
    })
}

fn write_in(folder: &Path, name: &str, content: &[u8]) -> Result<(), Failure> {
    let path = folder.join(name);
    if let Some(above) = path.parent() {
        std::fs::create_dir_all(above)?;
    }
    println!("{}", path.display());
    write(&path, content)
}

fn texts_of(folder: &Folder, language: &str) -> Result<Texts, Failure> {
    texts(folder, language).map_err(|found| cannot(folder, &found))
}

fn cannot(folder: &Folder, found: &[Finding]) -> Failure {
    let found: Vec<String> = found.iter().map(|finding| render(finding, folder)).collect();
    format!("{} cannot be read as it is:\n{}", folder.name, found.join("\n")).into()
}
