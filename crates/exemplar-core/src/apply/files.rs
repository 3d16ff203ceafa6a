//! Files of a draft: one is added once all of it is there, or removed; what a scanner said of one is noted.
//! The content of files is not here, only what is known of it.

use uuid::Uuid;

use super::{Act, Refusal};
use crate::answer::{Answer, Answers, Given};
use crate::casework::{Asked, FIRST_FILE_OF_ASKS, can_answer};
use crate::definition::{Definition, Question};
use crate::file::{FILES_OF_A_CASE, FileRules, Files, Media, OneFile};
use crate::id::{CaseId, CommitId, JobId, Name};
use crate::kind::{Param, Problem};
use crate::record::{Actor, Change, File, LoadedCase, NewEvent, NewJob, Outcome, Part, Phase, ScanState};

/// The job that has a file scanned.
pub const SCAN_FILE: &str = "scan_file";
/// The job that forgets the content of files that are no longer part of a case.
pub const FORGET_FILES: &str = "forget_files";

/// A file whose whole content is there and was looked at.
#[derive(Debug, Clone)]
pub struct NewFile {
    /// Under which its content is kept.
    pub object: Uuid,
    /// Its name, made harmless.
    pub name: String,
    /// In bytes.
    pub size: u64,
    /// What it turned out to be.
    pub media: &'static Media,
    /// Drawn for the job that has it scanned.
    pub scan: JobId,
}

/// The answer to a question of files before the first of them.
#[must_use]
pub fn no_files_yet() -> Answer {
    Answer::Files(Files::default())
}

/// Adds a file to the answer of a question.
///
/// # Errors
/// [`Refusal::NotTaken`] where there are as many as may be, or it is too large; the others as for any save.
pub fn add_file(
    loaded: LoadedCase,
    definition: &Definition,
    question: &Name,
    file: NewFile,
    act: &Act,
) -> Result<Outcome, Refusal> {
    let (mut part, rules) = open(&loaded, definition, question, act)?;
    let files = files_of(&part.answers, question);
    let of_all: usize = every(&part.answers).map(|files| files.files.len()).sum();
    if files.files.len() >= rules.at_most as usize {
        return Err(not_taken(rules.too_many()));
    }
    if of_all >= FILES_OF_A_CASE {
        let most = i64::try_from(FILES_OF_A_CASE).unwrap_or(i64::MAX);
        let problem = Problem::new("at_most", "error-file-too-many");
        return Err(not_taken(problem.with("n", Param::Count(most))));
    }
    if file.size > rules.each_at_most {
        return Err(not_taken(rules.too_large()));
    }
    let first = if loaded.case.phase == Phase::Draft {
        0
    } else {
        FIRST_FILE_OF_ASKS
    };
    let n = every(&part.answers).map(|files| files.last).fold(first, i32::max) + 1;
    let files = files.with(OneFile {
        n,
        object: file.object,
        name: file.name.clone(),
        size: file.size,
        media_type: file.media.media_type.to_owned(),
        harmful: false,
    });
    put(&mut part, question, files, act);
    let case = loaded.case.id;
    let mut outcome = changed(loaded, part, act);
    outcome.changes.push(Change::File(
        case,
        File {
            n,
            size: i64::try_from(file.size).unwrap_or(i64::MAX),
            media_type: file.media.media_type.to_owned(),
            scan: ScanState::Unscanned,
            name: file.name,
        },
    ));
    outcome.jobs.push(NewJob {
        id: file.scan,
        kind: SCAN_FILE,
        case: Some(case),
        due: act.now,
        task: serde_json::json!({ "n": n, "object": file.object }),
    });
    Ok(outcome)
}

/// Removes a file from the answer of a question. None where it is not there: somebody else removed it.
///
/// # Errors
/// As for any save.
pub fn remove_file(
    loaded: LoadedCase,
    definition: &Definition,
    question: &Name,
    n: i32,
    forget: JobId,
    act: &Act,
) -> Result<Option<Outcome>, Refusal> {
    let (mut part, _) = open(&loaded, definition, question, act)?;
    let files = files_of(&part.answers, question);
    let Some(file) = files.file(n).cloned() else {
        return Ok(None);
    };
    put(&mut part, question, files.without(n), act);
    let case = loaded.case.id;
    let mut outcome = changed(loaded, part, act);
    take_away(&mut outcome, case, &[file], forget);
    Ok(Some(outcome))
}

/// Notes what a scanner said of a file. None where the file is no longer there, or it was noted before.
#[must_use]
pub fn scanned(
    loaded: LoadedCase,
    file: &File,
    state: ScanState,
    commit: CommitId,
    at: jiff::Timestamp,
) -> Option<Outcome> {
    if file.scan == state {
        return None;
    }
    let mut outcome = Outcome::new(commit, at);
    let case = loaded.case.id;
    if state == ScanState::Infected {
        outcome.changes.extend(with_harmful(&loaded, file.n, commit));
    }
    outcome.changes.push(Change::File(
        case,
        File {
            scan: state,
            ..file.clone()
        },
    ));
    // Before its chain begins, a draft's changes are rows alone.
    if loaded.case.head.is_some() {
        outcome.events.push(NewEvent {
            case,
            kind: "file_scanned",
            at,
            actor: Actor::Job(SCAN_FILE.to_owned()),
            on_behalf_of: None,
            definition: loaded.case.definition,
            details: serde_json::json!({ "n": file.n, "harmful": state == ScanState::Infected }),
        });
    }
    outcome.read.push(loaded);
    Some(outcome)
}

/// The answers that can still be changed, in which the person is told that a file was harmful.
fn with_harmful(loaded: &LoadedCase, n: i32, commit: CommitId) -> Option<Change> {
    let mut part = loaded.parts.iter().find(|part| part.participant == 0)?.clone();
    let is_draft = loaded.case.phase == Phase::Draft;
    let asked = Asked::of(&loaded.case);
    let is_open = |name: &Name| is_draft || asked.is_some_and(|asked| asked.name == name.as_str());
    let mut all = part.answers.0.iter_mut().filter(|(name, _)| is_open(name));
    let file = all.find_map(|(_, given)| match &mut given.answer {
        Answer::Files(files) => files.files.iter_mut().find(|file| file.n == n),
        _ => None,
    })?;
    file.harmful = true;
    part.revision += 1;
    part.last_commit = commit;
    Some(Change::Part(loaded.case.id, part))
}

/// The files of answers that were not sent.
pub(super) fn off_the_path(answers: &Answers, sent: &Answers) -> Vec<OneFile> {
    let left = answers.0.iter().filter(|(name, _)| sent.get(name.as_str()).is_none());
    let files = left.filter_map(|(_, given)| match &given.answer {
        Answer::Files(files) => Some(&files.files),
        _ => None,
    });
    files.flatten().cloned().collect()
}

/// Takes files out of a case, and has their content forgotten.
pub(crate) fn take_away(outcome: &mut Outcome, case: CaseId, files: &[OneFile], forget: JobId) {
    if files.is_empty() {
        return;
    }
    let rows = files.iter().map(|file| Change::NoFile(case, file.n));
    outcome.changes.extend(rows);
    let objects: Vec<Uuid> = files.iter().map(|file| file.object).collect();
    outcome.jobs.push(NewJob {
        id: forget,
        kind: FORGET_FILES,
        case: Some(case),
        due: outcome.at,
        task: serde_json::json!({ "objects": objects }),
    });
}

/// The part and the rules of a question of files: of a draft, or of what the office is asking for.
fn open<'a>(
    loaded: &LoadedCase,
    definition: &'a Definition,
    question: &Name,
    act: &Act,
) -> Result<(Part, &'a FileRules), Refusal> {
    let is_asked = can_answer(&loaded.case, definition, question, act.today);
    if loaded.case.phase != Phase::Draft && !is_asked {
        return Err(Refusal::AlreadySubmitted {
            case: loaded.case.id,
            reference: loaded.case.reference.clone(),
        });
    }
    let part = loaded.parts.iter().find(|part| part.participant == 0).cloned();
    let asked = definition.casework.asks_for.get(question).filter(|_| is_asked);
    let rules = definition
        .question(question)
        .or_else(|| asked?.question())
        .and_then(|question: &Question| question.kind.files());
    part.zip(rules).ok_or(Refusal::Gone)
}

fn files_of(answers: &Answers, question: &Name) -> Files {
    answers.files(question.as_str()).cloned().unwrap_or_default()
}

fn every(answers: &Answers) -> impl Iterator<Item = &Files> {
    answers.0.values().filter_map(|given| match &given.answer {
        Answer::Files(files) => Some(files),
        _ => None,
    })
}

fn not_taken(problem: Problem) -> Refusal {
    Refusal::NotTaken(Box::new(problem))
}

fn put(part: &mut Part, question: &Name, files: Files, act: &Act) {
    let given = Given {
        answer: Answer::Files(files),
        by: act.actor.clone(),
        at: act.now,
        channel: act.channel,
    };
    part.answers.0.insert(question.clone(), given);
    part.revision += 1;
    part.last_commit = act.commit;
}

fn changed(loaded: LoadedCase, part: Part, act: &Act) -> Outcome {
    let mut outcome = Outcome::new(act.commit, act.now);
    // What is done to a case that was handed in stands on its record.
    if loaded.case.phase != Phase::Draft {
        outcome.events.push(NewEvent {
            case: loaded.case.id,
            kind: "answered",
            at: act.now,
            actor: act.actor.clone(),
            on_behalf_of: None,
            definition: loaded.case.definition,
            details: serde_json::Value::Null,
        });
    }
    outcome.changes.push(Change::Part(loaded.case.id, part));
    outcome.read.push(loaded);
    outcome
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(numbers: &[i32]) -> Answer {
        let file = |n: &i32| OneFile {
            n: *n,
            object: Uuid::from_u128(1),
            name: format!("{n}.pdf"),
            size: 1,
            media_type: "application/pdf".into(),
            harmful: false,
        };
        let with = |files: Files, n| files.with(file(n));
        Answer::Files(numbers.iter().fold(Files::default(), with))
    }

    fn answers(given: &[(&str, Answer)]) -> Answers {
        let given = given.iter().map(|(name, answer)| {
            let given = Given {
                answer: answer.clone(),
                by: Actor::Participant(0),
                at: jiff::Timestamp::UNIX_EPOCH,
                channel: crate::record::Channel::Web,
            };
            (Name::from(*name), given)
        });
        Answers(given.collect())
    }

    #[test]
    fn files_of_answers_that_are_not_sent_are_those_that_leave() {
        let all = answers(&[
            ("bills", files(&[1, 3])),
            ("plans", files(&[2])),
            ("name", Answer::Yes(true)),
        ]);
        let sent = answers(&[("plans", files(&[2]))]);
        let left = off_the_path(&all, &sent);
        assert_eq!(left.iter().map(|file| file.n).collect::<Vec<_>>(), [1, 3]);
        assert_eq!(off_the_path(&all, &all), []);
    }

    #[test]
    fn what_leaves_goes_from_the_rows_and_its_content_is_forgotten_by_one_job() {
        let all = answers(&[("bills", files(&[1, 3]))]);
        let left = off_the_path(&all, &Answers::default());
        let case = CaseId(Uuid::from_u128(7));
        let mut outcome = Outcome::new(CommitId(Uuid::from_u128(8)), jiff::Timestamp::UNIX_EPOCH);
        take_away(&mut outcome, case, &[], JobId(Uuid::from_u128(9)));
        assert!(outcome.changes.is_empty() && outcome.jobs.is_empty());
        take_away(&mut outcome, case, &left, JobId(Uuid::from_u128(9)));
        assert!(matches!(
            outcome.changes[..],
            [Change::NoFile(_, 1), Change::NoFile(_, 3)]
        ));
        assert_eq!((outcome.jobs.len(), outcome.jobs[0].kind), (1, FORGET_FILES));
        assert_eq!(outcome.jobs[0].task["objects"].as_array().map(Vec::len), Some(2));
    }

    /// As many files as a case can have leave it in one commit, beside what else a submission writes.
    const _: () = assert!(FILES_OF_A_CASE + 8 <= crate::record::CHANGES_LIMIT);
}
