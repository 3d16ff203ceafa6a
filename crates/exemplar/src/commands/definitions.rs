//! Commands on folders of services alone: check, format, schema.

use std::collections::BTreeSet;
use std::io::Write as _;
use std::path::Path;
use std::process::ExitCode;

use exemplar_app::apply::zone;
use exemplar_app::clock::Clock;
use exemplar_app::services::read_folder;
use exemplar_app::words::AllWords;
use exemplar_core::definition::finding::{render, to_json};
use exemplar_core::definition::{self, Checked, Finding, Folder, Outline, Severity, translation};
use jiff::Timestamp;

use super::Failure;
use super::store::{folders_among, organisations_of};
use crate::arguments::{Check, Format, Output};

/// `exemplar check`
pub fn check(arguments: &Check) -> Result<ExitCode, Failure> {
    let mut errors = 0;
    let mut reports = Vec::new();
    for file in organisations_of(&arguments.folders)? {
        let findings = definition::read_organisations(&file).findings;
        errors += count_errors(&findings);
        match arguments.format {
            Output::Text => print_findings(&findings, &file),
            Output::Json if findings.is_empty() => {}
            Output::Json => reports.push(serde_json::json!({
                "organisations": file.name,
                "findings": to_json(&findings),
            })),
        }
    }
    for path in folders_among(&arguments.folders) {
        let folder = read_folder(path)?;
        let mut checked = definition::read(&folder);
        for file in organisations_of(std::slice::from_ref(path))? {
            let organisations = definition::read_organisations(&file).organisations;
            let not_among = organisations.map(|organisations| definition::not_among(&folder, &organisations));
            checked.findings.extend(not_among.unwrap_or_default());
        }
        checked.findings.extend(holidays_end(&checked, Clock::System.now()));
        checked.findings.extend(languages_without_words(&checked));
        errors += count_errors(&checked.findings);
        match arguments.format {
            Output::Text => {
                print_findings(&checked.findings, &folder);
                if arguments.advice {
                    print_findings(&checked.advice, &folder);
                }
                println!("{}", summary(&folder, &checked));
            }
            Output::Json => reports.push(report(&folder, &checked)),
        }
    }
    if arguments.format == Output::Json {
        println!("{}", serde_json::to_string_pretty(&reports)?);
    }
    Ok(if errors == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// A warning where the days on which nobody works are known for less than a year.
fn holidays_end(checked: &Checked, now: Timestamp) -> Option<Finding> {
    let definition = checked.definition.as_ref()?;
    let today = now.to_zoned(zone(definition)).date();
    let until = definition
        .holidays
        .known_until
        .filter(|_| definition.holidays.ends_soon(today))?;
    Some(Finding {
        file: "service.yaml".to_owned(),
        line: 0,
        column: 0,
        length: 1,
        code: "holidays_end",
        message: format!("The holidays of this service are known until {until} alone."),
        advice: "Add the next year to the list, or use a release that has it.".to_owned(),
        severity: Severity::Warning,
    })
}

/// A warning for each language of a service of which the platform itself has no words.
fn languages_without_words(checked: &Checked) -> Vec<Finding> {
    let unknown = checked.languages.iter().filter(|language| !AllWords::speaks(language));
    unknown
        .map(|language| Finding {
            file: "service.yaml".to_owned(),
            line: 0,
            column: 0,
            length: 1,
            code: "platform_language",
            message: format!("The platform has no words in \"{language}\": the buttons, the usual errors, and what check answers, the \
                 confirmation, the status page and the pages for coming back say by themselves would be English."),
            advice: "Use a release that has them, or add locales/ of that language.".to_owned(),
            severity: Severity::Warning,
        })
        .collect()
}

/// How complete a service is in each language: in those that it offers, and in those that are drafts.
fn completeness(folder: &Folder, checked: &Checked) -> Vec<serde_json::Value> {
    let offered = checked.languages.iter().map(|language| language.as_str());
    let drafts = folder
        .files
        .keys()
        .filter_map(|path| path.strip_prefix("words/")?.strip_suffix(".yaml"));
    let all: BTreeSet<&str> = offered.chain(drafts).collect();
    let figures = all.into_iter().filter_map(|language| {
        let texts = translation::texts(folder, language).ok()?;
        Some(serde_json::json!({
            "language": language,
            "texts": texts.texts.len(),
            "missing": texts.missing().count(),
            "draft": texts.is_draft,
        }))
    });
    figures.collect()
}

/// One line on a folder.
fn summary(folder: &Folder, checked: &Checked) -> String {
    let count = |severity| {
        checked
            .findings
            .iter()
            .filter(|finding| finding.severity == severity)
            .count()
    };
    let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
    let examples = checked.examples.len();
    let mut said = if errors == 0 && warnings == 0 {
        let hold = if examples == 1 { "holds" } else { "hold" };
        format!("{}: clean, {} {hold}", folder.name, counted(examples, "example"))
    } else {
        let (errors, warnings) = (counted(errors, "error"), counted(warnings, "warning"));
        format!("{}: {errors}, {warnings}", folder.name)
    };
    if !checked.advice.is_empty() {
        said.push_str(&format!(", {} could be better (--advice)", checked.advice.len()));
    }
    if checked.not_proved > 0 {
        let look = if checked.not_proved == 1 { "looks" } else { "look" };
        let conditions = counted(checked.not_proved, "condition");
        said.push_str(&format!(", {conditions} {look} at too much to prove"));
    }
    said
}

/// `1 error`, `2 errors`.
pub(super) fn counted(count: usize, noun: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {noun}{plural}")
}

fn report(folder: &Folder, checked: &Checked) -> serde_json::Value {
    let count = |severity| {
        let findings = checked.findings.iter();
        findings.filter(|finding| finding.severity == severity).count()
    };
    serde_json::json!({
        "service": folder.name,
        "digest": folder.digest().to_string(),
        "examples": checked.examples.len(),
        "languages": completeness(folder, checked),
        "findings": to_json(&checked.findings),
        "errors": count(Severity::Error),
        "warnings": count(Severity::Warning),
        "advice": checked.advice,
        "not_proved": checked.not_proved,
        "model": checked.definition.as_ref().map(Outline::of),
    })
}

/// How many of these keep a definition from being used.
fn count_errors(findings: &[Finding]) -> usize {
    let errors = findings.iter().filter(|finding| finding.severity == Severity::Error);
    errors.count()
}

/// Prints what was found, as a compiler does.
pub fn print_findings(findings: &[Finding], folder: &Folder) {
    for finding in findings {
        println!("{}", render(finding, folder));
    }
}

/// `exemplar format`
pub fn format(arguments: &Format) -> Result<ExitCode, Failure> {
    let mut changed = 0;
    for path in folders_among(&arguments.folders) {
        let folder = read_folder(path)?;
        let formatted = match definition::format(&folder) {
            Ok(formatted) => formatted,
            Err(findings) => {
                for finding in &findings {
                    println!("{}", render(finding, &folder));
                }
                return Err(format!("{} was left as it is: mend the above first", folder.name).into());
            }
        };
        for (name, content) in &formatted.files {
            if folder.files.get(name) != Some(content) {
                changed += 1;
                let file = path.join(name);
                println!("{}", file.display());
                if !arguments.check {
                    write(&file, content)?;
                }
            }
        }
    }
    Ok(if arguments.check && changed > 0 {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    })
}

/// Writes a file whole or not at all.
pub(super) fn write(file: &Path, content: &[u8]) -> Result<(), Failure> {
    let unfinished = file.with_extension("unfinished");
    std::fs::write(&unfinished, content)?;
    std::fs::rename(&unfinished, file)?;
    Ok(())
}

/// `exemplar schema`
pub fn print_schema() -> Result<ExitCode, Failure> {
    let text = serde_json::to_string_pretty(&definition::schema())?;
    // It is long, and who pipes it into `head` has seen enough.
    match writeln!(std::io::stdout(), "{text}") {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => Err(error.into()),
        _ => Ok(ExitCode::SUCCESS),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holidays_that_end_within_a_year_are_warned_of() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../services/example-permit");
        let checked = definition::read(&read_folder(&path).unwrap());
        let at = |text: &str| text.parse().unwrap();
        assert!(holidays_end(&checked, at("2027-12-30T12:00:00Z")).is_none());
        let warning = holidays_end(&checked, at("2028-01-02T12:00:00Z")).unwrap();
        assert_eq!(
            warning.message,
            "The holidays of this service are known until 2028-12-31 alone."
        );
    }
}
