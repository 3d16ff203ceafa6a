//! What is wrong with a definition, where, and what to do: as values, as text with a caret, as JSON.

use std::fmt::Write;

use serde::Serialize;

use super::Folder;

/// How much a finding matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// The definition cannot be used.
    Error,
    /// It can be used; somebody should look.
    Warning,
    /// It can be used as it is, and could be better to read or to keep.
    Advice,
}

/// Something wrong with a definition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// The file inside the folder.
    pub file: String,
    /// From 1; 0 where it is about the whole file.
    pub line: usize,
    /// From 1, in characters.
    pub column: usize,
    /// How many characters it is about; at least 1.
    pub length: usize,
    /// The kind of finding, in one word.
    pub code: &'static str,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub advice: String,
    /// How much it matters.
    pub severity: Severity,
}

/// A finding as a compiler would print it: what, where, the line with carets beneath, and what to do.
#[must_use]
pub fn render(finding: &Finding, folder: &Folder) -> String {
    let mut out = String::new();
    let word = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Advice => "advice",
    };
    let Finding {
        file,
        line,
        column,
        code,
        message,
        ..
    } = finding;
    // Writing to a String cannot fail.
    let _ = writeln!(out, "{word}[{code}]: {message}");
    if *line == 0 {
        let _ = writeln!(out, "  in {file}");
    } else {
        let _ = writeln!(out, "  at {file}:{line}:{column}");
        if let Some(text) = line_of(folder, file, *line) {
            caret(&mut out, finding, &text);
        }
    }
    let _ = writeln!(out, "  {}", finding.advice);
    out
}

/// The longest part of a line that is shown.
const SHOWN_CHARACTERS: usize = 120;

fn caret(out: &mut String, finding: &Finding, text: &str) {
    let before = finding.column.saturating_sub(1);
    let from = before.saturating_sub(SHOWN_CHARACTERS / 2);
    let shown: String = text.chars().skip(from).take(SHOWN_CHARACTERS).collect();
    let number = finding.line.to_string();
    let margin = " ".repeat(number.len());
    let room = shown.chars().count().saturating_sub(before - from).max(1);
    let carets = "^".repeat(finding.length.clamp(1, room));
    let _ = writeln!(out, " {margin} |");
    let _ = writeln!(out, " {number} | {shown}");
    let _ = writeln!(out, " {margin} | {}{carets}", " ".repeat(before - from));
}

fn line_of(folder: &Folder, file: &str, line: usize) -> Option<String> {
    let text = std::str::from_utf8(folder.files.get(file)?).ok()?;
    text.lines()
        .nth(line.checked_sub(1)?)
        .map(|line| line.replace('\t', " "))
}

/// Findings as JSON, for editors and the builder.
#[must_use]
pub fn to_json(findings: &[Finding]) -> serde_json::Value {
    serde_json::json!({ "findings": findings })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_caret_stands_beneath_what_is_wrong() {
        let mut folder = Folder::default();
        let text = b"name: A\nquestions:\n  a: { when: nation is walse }\n".to_vec();
        folder.files.insert("service.yaml".into(), text);
        let finding = Finding {
            file: "service.yaml".into(),
            line: 3,
            column: 24,
            length: 5,
            code: "unknown_name",
            message: "\"walse\" is neither an option here nor a name.".into(),
            advice: "Did you mean \"wales\"?".into(),
            severity: Severity::Error,
        };
        let expected = "error[unknown_name]: \"walse\" is neither an option here nor a name.\n  \
            at service.yaml:3:24\n   |\n 3 |   a: { when: nation is walse }\n   |                        ^^^^^\n  \
            Did you mean \"wales\"?\n";
        assert_eq!(render(&finding, &folder), expected);
    }
}
