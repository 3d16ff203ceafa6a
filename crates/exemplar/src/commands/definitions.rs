//! Commands on folders of services alone: check, format, schema.

use std::path::Path;
use std::process::ExitCode;

use exemplar_app::apply::zone;
use exemplar_app::clock::Clock;
use exemplar_app::services::read_folder;
use exemplar_core::definition::finding::{render, to_json};
use exemplar_core::definition::{self, Checked, Finding, Folder, Severity};
use jiff::Timestamp;

use super::Failure;
use super::store::organisations_of;
use crate::arguments::{Check, Format, Output};

/// `exemplar check`
pub fn check(arguments: &Check) -> Result<ExitCode, Failure> {
    let mut errors = 0;
    let mut reports = Vec::new();
    for file in organisations_of(&arguments.folders)? {
        let findings = definition::read_organisations(&file).findings;
        errors += findings.len();
        match arguments.format {
            Output::Text => print_findings(&findings, &file),
            Output::Json if findings.is_empty() => {}
            Output::Json => reports.push(serde_json::json!({
                "organisations": file.name,
                "findings": to_json(&findings),
            })),
        }
    }
    for path in &arguments.folders {
        let folder = read_folder(path)?;
        let mut checked = definition::read(&folder);
        checked.findings.extend(holidays_end(&checked, Clock::System.now()));
        errors += checked
            .findings
            .iter()
            .filter(|finding| finding.severity == Severity::Error)
            .count();
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
        format!("{}: clean, {examples} examples hold", folder.name)
    } else {
        format!("{}: {errors} errors, {warnings} warnings", folder.name)
    };
    if !checked.advice.is_empty() {
        said.push_str(&format!(", {} could be better (--advice)", checked.advice.len()));
    }
    if checked.not_proved > 0 {
        said.push_str(&format!(
            ", {} conditions look at too much to prove",
            checked.not_proved
        ));
    }
    said
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
        "findings": to_json(&checked.findings),
        "errors": count(Severity::Error),
        "warnings": count(Severity::Warning),
        "advice": checked.advice,
        "not_proved": checked.not_proved,
    })
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
    for path in &arguments.folders {
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
fn write(file: &Path, content: &[u8]) -> Result<(), Failure> {
    let unfinished = file.with_extension("unfinished");
    std::fs::write(&unfinished, content)?;
    std::fs::rename(&unfinished, file)?;
    Ok(())
}

/// `exemplar schema`
pub fn print_schema() -> Result<ExitCode, Failure> {
    println!("{}", serde_json::to_string_pretty(&definition::schema())?);
    Ok(ExitCode::SUCCESS)
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
