//! `exemplar path`: which pages and questions somebody with given answers meets.

use std::io::{Read as _, Write as _};
use std::path::Path as FilePath;
use std::process::ExitCode;

use exemplar_app::apply::zone;
use exemplar_app::clock::Clock;
use exemplar_app::services::read_folder;
use exemplar_core::definition::{self, Definition, Ignored, PageMet, Path, Severity, WhyIgnored, channel, paths};
use exemplar_core::id::Language;
use exemplar_core::journey::Setting;

use super::Failure;
use super::definitions::{counted, print_findings};
use crate::arguments::Output;
use crate::walking::Walking;

/// What it came to for whoever called: nothing was walked.
const NOT_WALKED: u8 = 2;

/// The most bytes of a file of answers: thousands of sets of the longest service.
const ANSWERS_BYTES: u64 = 64 * 1024 * 1024;

/// `exemplar path`
pub fn path(arguments: &Walking) -> Result<ExitCode, Failure> {
    let paths = match walked(arguments) {
        Ok(Some(paths)) => paths,
        Ok(None) => return Ok(ExitCode::from(NOT_WALKED)),
        Err(failure) => {
            eprintln!("exemplar: {failure}");
            return Ok(ExitCode::from(NOT_WALKED));
        }
    };
    let text = match arguments.format {
        Output::Text => in_words(&paths),
        Output::Json => format!("{}\n", serde_json::to_string_pretty(&paths)?),
    };
    // It is long, and who pipes it into `head` has seen enough.
    match std::io::stdout().write_all(text.as_bytes()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => return Err(error.into()),
        _ => {}
    }
    Ok(if paths.iter().any(Path::has_wrong_answers) {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    })
}

/// Nothing where the definition has errors, which were printed then.
fn walked(arguments: &Walking) -> Result<Option<Vec<Path>>, Failure> {
    let folder = read_folder(&arguments.folder)?;
    let checked = definition::read(&folder);
    let Some(definition) = checked.definition else {
        let mut errors = checked.findings;
        errors.retain(|finding| finding.severity == Severity::Error);
        print_findings(&errors, &folder);
        eprintln!("exemplar: {} has errors, and nothing was walked", folder.name);
        return Ok(None);
    };
    let setting = setting(arguments, &definition)?;
    let file = arguments.answers.display();
    let answers = answers(&arguments.answers).map_err(|error| format!("{file} cannot be read: {error}"))?;
    let answers = serde_json::from_slice(&answers).map_err(|error| format!("{file} is no JSON: {error}"))?;
    let paths = paths(&definition, &answers, &setting).map_err(|says| format!("{file}: {says}"))?;
    Ok(Some(paths))
}

/// Reads a file, and no more of it than sets of answers can have.
fn answers(file: &FilePath) -> Result<Vec<u8>, Failure> {
    let mut content = Vec::new();
    let opened = std::fs::File::open(file)?;
    opened.take(ANSWERS_BYTES + 1).read_to_end(&mut content)?;
    if content.len() as u64 > ANSWERS_BYTES {
        return Err(format!("it has more than {ANSWERS_BYTES} bytes").into());
    }
    Ok(content)
}

fn setting(arguments: &Walking, definition: &Definition) -> Result<Setting, Failure> {
    let language = match &arguments.language {
        None => definition.languages.first().cloned(),
        Some(tag) => {
            let mut languages = definition.languages.iter();
            let known = languages.find(|language| language.as_str() == tag);
            Some(
                known
                    .cloned()
                    .ok_or_else(|| format!("the service is not in \"{tag}\""))?,
            )
        }
    };
    let channel =
        channel(&arguments.channel).ok_or_else(|| format!("there is no channel \"{}\"", arguments.channel))?;
    let today = || Clock::System.now().to_zoned(zone(definition)).date();
    Ok(Setting {
        today: arguments.today.unwrap_or_else(today),
        language: language.unwrap_or_else(|| Language::from("en")),
        channel,
    })
}

fn in_words(paths: &[Path]) -> String {
    let sets = paths.iter().enumerate();
    sets.map(|(place, path)| one_in_words(place + 1, path)).collect()
}

fn one_in_words(set: usize, path: &Path) -> String {
    let asked = path.pages.iter().map(|met| met.asked.len()).sum();
    let end = path.exit.as_ref().map_or("check answers", |exit| exit);
    let (pages, questions) = (counted(path.pages.len(), "page"), counted(asked, "question"));
    let mut out = format!("set {set}: {pages}, {questions}, to {end}\n");
    for PageMet { page, asked } in &path.pages {
        match asked.as_slice() {
            [] => out.push_str(&format!("  {page}\n")),
            [only] if only == page => out.push_str(&format!("  {page}\n")),
            several => out.push_str(&format!("  {page}: {}\n", several.join(", "))),
        }
    }
    if !path.unanswered.is_empty() {
        out.push_str(&format!("  not answered: {}\n", path.unanswered.join(", ")));
    }
    if let Some(page) = &path.stops_at {
        out.push_str(&format!("  with these answers alone one stops at {page}\n"));
    }
    for Ignored { answer, why } in &path.ignored {
        let why = match why {
            WhyIgnored::Unknown => "there is no such question".to_owned(),
            WhyIgnored::WrongForm => "it is not written as this kind of answer is".to_owned(),
            WhyIgnored::Refused { rule } => format!("it breaks the rule {rule}"),
            WhyIgnored::NotAsked => "it is not asked".to_owned(),
        };
        out.push_str(&format!("  does not count: {answer}, {why}\n"));
    }
    out
}
