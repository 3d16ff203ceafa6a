//! `exemplar import`: forms of other systems as folders of services, with a report.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use exemplar_core::definition::Folder;
use exemplar_import::report::{Report, table};
use exemplar_import::{FILE_BYTES, FILES, Imported, SourceFile, by_form, import_as_one, import_form};

use super::Failure;
use crate::arguments::Output;
use crate::importing::Import;

/// `exemplar import`
pub fn run(arguments: &Import) -> Result<ExitCode, Failure> {
    let format = arguments.from.format();
    let mut taken = BTreeSet::new();
    let (folders, files): (Vec<&PathBuf>, Vec<&PathBuf>) = arguments.files.iter().partition(|path| path.is_dir());
    let sources = files.into_iter().map(|file| source(file));
    let sources = sources.collect::<Result<Vec<SourceFile>, Failure>>()?;
    let applications = folders.into_iter().map(|folder| application(folder));
    let applications = applications.collect::<Result<Vec<_>, Failure>>()?;
    let forms = by_form(format, sources).into_iter();
    let forms = forms.map(|(form, others)| import_form(format, &form, &others));
    let applications = applications
        .iter()
        .map(|(name, files)| import_as_one(format, name, files));
    let mut reports = Vec::new();
    for Imported { folder, mut report } in forms.chain(applications) {
        if let Some(mut folder) = folder {
            folder.name = free_name(&folder.name, &arguments.into, &mut taken);
            write_folder(&folder, &arguments.into)?;
            report.service = Some(folder.name);
        }
        if arguments.format == Output::Text {
            println!("{report}");
        }
        reports.push(report);
    }
    print(arguments, &reports)?;
    let all_pass = reports.iter().all(|report| report.passes_check);
    Ok(if all_pass { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn print(arguments: &Import, reports: &[Report]) -> Result<(), Failure> {
    if let Some(file) = &arguments.report {
        let text = serde_json::to_string_pretty(reports)?;
        std::fs::write(file, text)
            .map_err(|error| format!("the report cannot be written to {}: {error}", file.display()))?;
    }
    match arguments.format {
        Output::Json => println!("{}", serde_json::to_string_pretty(reports)?),
        Output::Text => {
            let passing = reports.iter().filter(|report| report.passes_check).count();
            if reports.len() > 1 {
                println!("{}", table(reports));
            }
            println!("{passing} of {} forms pass the check", reports.len());
        }
    }
    Ok(())
}

/// An application: what it is called, and its files.
fn application(folder: &Path) -> Result<(String, Vec<SourceFile>), Failure> {
    let sources = files_of(folder)?
        .iter()
        .map(|file| source(file))
        .collect::<Result<_, Failure>>()?;
    Ok((name_of(folder), sources))
}

/// The files of an application, in order: those in its folder, and in folders in it that are called as a language is.
/// Other folders in it are applications of their own.
fn files_of(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let mut files = Vec::new();
    for path in entries(folder)? {
        if !path.is_dir() {
            files.push(path);
        } else if is_language(&path) {
            files.extend(entries(&path)?.into_iter().filter(|path| !path.is_dir()));
        } else {
            eprintln!("{} is a folder of its own: import it by itself", path.display());
        }
    }
    files.retain(|file| file.extension().is_some_and(|ending| ending == "json"));
    if files.is_empty() {
        return Err(format!("{} holds no forms: their files end in .json", folder.display()).into());
    }
    if files.len() > FILES {
        return Err(format!(
            "{} holds {} files: at most {FILES} are read",
            folder.display(),
            files.len()
        )
        .into());
    }
    Ok(files)
}

/// What stands in a folder, in order.
fn entries(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let failed = |error: std::io::Error| format!("{} cannot be read: {error}", folder.display());
    let found = std::fs::read_dir(folder).map_err(failed)?;
    let mut paths = Vec::new();
    for entry in found {
        paths.push(entry.map_err(failed)?.path());
    }
    paths.sort();
    Ok(paths)
}

/// Whether a folder is called as a language is: `en`, `cy`.
fn is_language(folder: &Path) -> bool {
    let name = folder.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    name.len() == 2 && name.chars().all(|c| c.is_ascii_lowercase())
}

/// What an application is called: its folder's name, and where that only names a language, that of the folder above.
fn name_of(folder: &Path) -> String {
    let full = folder.canonicalize().unwrap_or_else(|_| folder.to_owned());
    let named = if is_language(&full) {
        full.parent().unwrap_or(&full)
    } else {
        &full
    };
    let name = named.file_name().and_then(|name| name.to_str());
    name.unwrap_or("imported-form").to_owned()
}

/// Reads a file, and no more of it than a form can have.
fn source(file: &Path) -> Result<SourceFile, Failure> {
    use std::io::Read as _;
    let failed = |error: std::io::Error| format!("{} cannot be read: {error}", file.display());
    let mut content = Vec::new();
    let most = u64::try_from(FILE_BYTES).unwrap_or(u64::MAX).saturating_add(1);
    let opened = std::fs::File::open(file).map_err(failed)?;
    opened.take(most).read_to_end(&mut content).map_err(failed)?;
    Ok(SourceFile {
        name: file.display().to_string(),
        content,
    })
}

/// A name that no folder has: neither one of these, nor one that is there already.
fn free_name(name: &str, into: &Path, taken: &mut BTreeSet<String>) -> String {
    let numbered = (2..).map(|n| format!("{name}-{n}"));
    let mut names = std::iter::once(name.to_owned()).chain(numbered);
    let free = names.find(|name| !taken.contains(name) && !into.join(name).exists());
    let free = free.unwrap_or_else(|| name.to_owned());
    taken.insert(free.clone());
    free
}

/// Writes the files of a service, whose paths were made by us.
fn write_folder(folder: &Folder, into: &Path) -> Result<(), Failure> {
    let root = into.join(&folder.name);
    for (path, content) in &folder.files {
        let file = root.join(path);
        let parent = file.parent().unwrap_or(&root);
        std::fs::create_dir_all(parent)
            .and_then(|()| std::fs::write(&file, content))
            .map_err(|error| format!("{} cannot be written: {error}", file.display()))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::importing::From;

    const FORM: &str = r#"{ "name": "Stall", "pages": [{ "path": "/a", "title": "A",
        "components": [{ "type": "EmailAddressField", "name": "e", "title": "What is your email address?" }] }] }"#;

    fn import_from(from: From, content: &str, into: &Path) -> Result<ExitCode, Failure> {
        let file = into.with_extension("json");
        std::fs::write(&file, content).unwrap();
        run(&Import {
            from,
            report: Some(into.with_extension("report")),
            files: vec![file],
            into: into.to_owned(),
            format: Output::Text,
        })
    }

    #[test]
    fn a_form_becomes_a_folder_and_leaves_others_as_they_are() {
        let place = tempfile::tempdir().unwrap();
        let into = place.path().join("stall");
        for _ in 0..2 {
            let code = import_from(From::XgovV1, FORM, &into).unwrap();
            assert_eq!(format!("{code:?}"), format!("{:?}", ExitCode::SUCCESS));
        }
        for name in ["stall", "stall-2"] {
            let text = std::fs::read_to_string(into.join(name).join("service.yaml")).unwrap();
            assert!(text.contains("ask: What is your email address?"), "{text}");
        }
        let report = std::fs::read_to_string(into.with_extension("report")).unwrap();
        assert!(report.contains("\"service\": \"stall-2\""), "{report}");
    }

    #[test]
    fn a_folder_becomes_one_service_with_its_files_as_tasks() {
        let place = tempfile::tempdir().unwrap();
        let round = place.path().join("round_1");
        for part in ["en", "cy", "older"] {
            std::fs::create_dir_all(round.join(part)).unwrap();
            std::fs::write(round.join(part).join(format!("{part}.json")), FORM).unwrap();
        }
        let run_with = |files: Vec<PathBuf>| {
            run(&Import {
                from: From::XgovV1,
                report: None,
                files,
                into: place.path().join("out"),
                format: Output::Text,
            })
        };
        let code = run_with(vec![round.clone()]).unwrap();
        assert_eq!(format!("{code:?}"), format!("{:?}", ExitCode::SUCCESS));
        let service = std::fs::read_to_string(place.path().join("out/round-1/service.yaml")).unwrap();
        assert!(
            service.contains("languages: [en, cy]") && service.contains("tasks:"),
            "{service}"
        );
        let tasks = std::fs::read_dir(place.path().join("out/round-1/tasks")).unwrap();
        assert_eq!(tasks.count(), 1);
        let refused = run_with(vec![place.path().join("out")]).unwrap_err();
        assert!(refused.to_string().contains("holds no forms"), "{refused}");
    }

    #[test]
    fn what_cannot_be_read_is_said() {
        let place = tempfile::tempdir().unwrap();
        let into = place.path().join("out");
        for (from, content) in [(From::XgovV1, "no JSON"), (From::Gcforms, FORM)] {
            let code = import_from(from, content, &into).unwrap();
            assert_eq!(format!("{code:?}"), format!("{:?}", ExitCode::FAILURE));
            assert!(!into.exists(), "{from:?}");
        }
    }
}
