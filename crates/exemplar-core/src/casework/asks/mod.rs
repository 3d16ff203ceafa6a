//! Asking the applicant for something while a case is looked at: the case waits with a mark in its state, and its clock
//! stands still. It ends with an answer, with the last day, or by being taken back.
//!
//! While it is being given, an answer stands among the applicant's answers under the name of what is asked for; once it
//! was sent, under that name and a number, so that the same can be asked for again. No condition sees either.
//! [`answering`] is what the applicant does, [`ending`] what the last day brings, [`clock`] how long it stood still.

mod answering;
mod clock;
mod ending;

use jiff::Timestamp;
use jiff::civil::Date;
use serde_json::json;

use super::{Act, NOTE_AT_MOST, Refusal, State, check_open, event, next};
use crate::answer::{Answer, Answers, Given};
use crate::apply::take_away;
use crate::definition::{AskRule, Definition};
use crate::file::OneFile;
use crate::id::{CommitId, JobId, Name};
use crate::record::{Case, Change, Event, LoadedCase, NewJob, Outcome, Part, Phase};
use crate::waiting::over_after;

pub use answering::{answer_ask, save_asked, wrong_with_asked};
pub(super) use clock::days_asked;
use clock::runs_on;
pub use ending::{TimeOver, end_ask};

/// The event that notes what the applicant was asked for.
pub const ASKED_FOR: &str = "asked_for";
/// The event that notes that the answer was sent.
pub const ASK_ANSWERED: &str = "ask_answered";
/// The event that notes that it is no longer needed.
pub const ASK_TAKEN_BACK: &str = "ask_taken_back";
/// The event that notes that no answer came in time.
pub const ASK_NOT_ANSWERED: &str = "ask_not_answered";
/// The job that ends the time for an answer.
pub const END_ASK: &str = "end_ask";

/// So many answers to what the office asked for are kept with a case: all are sealed with each save.
pub const ASKED_AT_MOST: usize = 50;
/// Files of such answers are numbered from here: those of the draft, which may be gone, come before.
pub(crate) const FIRST_FILE_OF_ASKS: i32 = 1_000;

/// What an applicant is being asked for, as the mark of the case's state has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Asked<'a> {
    /// What for, by its name in the definition.
    pub name: &'a str,
    /// Since when, in seconds.
    pub since: i64,
}

impl<'a> Asked<'a> {
    /// Reads the mark behind its first letters.
    pub(super) fn read(mark: &'a str) -> Option<Self> {
        let (name, since) = mark.split_once('@')?;
        Some(Self {
            name,
            since: since.parse().ok()?,
        })
    }

    /// What the applicant of a case is being asked for; none where it does not wait for that.
    #[must_use]
    pub fn of(case: &'a Case) -> Option<Self> {
        match case.phase {
            Phase::Submitted => State::read(&case.state).asked,
            _ => None,
        }
    }

    /// The day on which it was asked.
    #[must_use]
    pub fn on(&self, definition: &Definition) -> Date {
        let at = Timestamp::from_second(self.since).unwrap_or(Timestamp::UNIX_EPOCH);
        at.to_zoned(zone(definition)).date()
    }

    /// The last day for an answer.
    #[must_use]
    pub fn until(&self, definition: &Definition) -> Option<Date> {
        let rule = definition.casework.asks_for.get(self.name)?;
        Some(rule.within.after(self.on(definition), &definition.holidays))
    }
}

/// An answer that was sent.
#[derive(Debug)]
pub struct SentAnswer<'a> {
    /// What was asked for.
    pub rule: &'a AskRule,
    /// Under which name it is kept.
    pub kept: &'a Name,
    /// What was said.
    pub given: &'a Given,
}

/// What was asked for and answered, in the order in which it came.
#[must_use]
pub fn sent_answers<'a>(definition: &'a Definition, answers: &'a Answers) -> Vec<SentAnswer<'a>> {
    if definition.casework.asks_for.is_empty() {
        return Vec::new();
    }
    let sent = answers.0.iter().filter_map(|(kept, given)| {
        let (name, _) = kept.as_str().split_once(' ')?;
        let rule = definition.casework.asks_for.get(name)?;
        Some(SentAnswer { rule, kept, given })
    });
    let mut sent: Vec<_> = sent.collect();
    sent.sort_by_key(|answer| answer.given.at);
    sent
}

/// What a caseworker wrote beside what is being asked for.
#[must_use]
pub fn note_of_ask(events: &[Event]) -> Option<&str> {
    let asked = events.iter().rfind(|event| event.kind == ASKED_FOR)?;
    asked.details.as_ref()?["note"].as_str().filter(|note| !note.is_empty())
}

/// Asks the applicant for something. The clock stands still until there is an answer.
///
/// # Errors
/// [`Refusal::NoAsk`], [`Refusal::Asked`], [`Refusal::AskedOften`], [`Refusal::Proposed`] or [`Refusal::TooLong`];
/// [`Refusal::Changed`] and [`Refusal::NotOpen`] of the case.
pub fn ask_for(
    loaded: LoadedCase,
    definition: &Definition,
    (name, note): (&Name, &str),
    end: JobId,
    act: &Act,
) -> Result<Outcome, Refusal> {
    check_open(&loaded.case, act)?;
    let state = State::read(&loaded.case.state);
    if state.is_proposed {
        return Err(Refusal::Proposed);
    }
    if state.asked.is_some() {
        return Err(Refusal::Asked);
    }
    let note = note.trim();
    if note.chars().count() > NOTE_AT_MOST {
        return Err(Refusal::TooLong);
    }
    let part = applicants(&loaded).ok_or(Refusal::NotOpen)?;
    if sent_answers(definition, &part.answers).len() >= ASKED_AT_MOST {
        return Err(Refusal::AskedOften);
    }
    let asked = Asked {
        name: name.as_str(),
        since: act.now.as_second(),
    };
    let until = asked.until(definition).ok_or(Refusal::NoAsk)?;
    let marked = State {
        asked: Some(asked),
        is_unanswered: false,
        ..state
    };
    let case = Case {
        state: marked.line(),
        ..next(&loaded.case, act)
    };
    let details = json!({ "ask": name, "note": note, "until": until });
    let mut outcome = Outcome::new(act.commit, act.now);
    outcome
        .events
        .push(event(&loaded.case, ASKED_FOR, details, definition.digest, act));
    outcome
        .jobs
        .extend(over_after(until, &zone(definition)).map(|due| NewJob {
            id: end,
            kind: END_ASK,
            case: Some(case.id),
            due,
            task: json!({ "ask": name, "since": asked.since }),
        }));
    outcome.changes.push(Change::Case(Box::new(case)));
    outcome.read.push(loaded);
    Ok(outcome)
}

/// Takes it back: it is no longer needed. What was given and not sent goes.
///
/// # Errors
/// [`Refusal::NotAsked`]; [`Refusal::Changed`] and [`Refusal::NotOpen`] of the case.
pub fn take_ask_back(
    loaded: LoadedCase,
    definition: &Definition,
    forget: JobId,
    act: &Act,
) -> Result<Outcome, Refusal> {
    check_open(&loaded.case, act)?;
    let asked = Asked::of(&loaded.case).ok_or(Refusal::NotAsked)?;
    let details = json!({ "ask": asked.name });
    let mut outcome = Outcome::new(act.commit, act.now);
    outcome
        .events
        .push(event(&loaded.case, ASK_TAKEN_BACK, details, definition.digest, act));
    let case = runs_on(&next(&loaded.case, act), &loaded, definition, act.today);
    outcome.changes.push(Change::Case(Box::new(case)));
    drop_unsent(&mut outcome, &loaded, asked.name, (act.commit, forget));
    outcome.read.push(loaded);
    Ok(outcome)
}

/// What an applicant is asked for in a case whose last day for it is not over.
fn open<'a>(case: &'a Case, definition: &Definition, today: Date) -> Option<Asked<'a>> {
    let asked = Asked::of(case)?;
    (today <= asked.until(definition)?).then_some(asked)
}

/// Whether an applicant can give an answer on this page.
#[must_use]
pub fn can_answer(case: &Case, definition: &Definition, page: &Name, today: Date) -> bool {
    open(case, definition, today).is_some_and(|asked| asked.name == page.as_str())
}

/// Takes what was given and not sent out of the case.
fn drop_unsent(outcome: &mut Outcome, loaded: &LoadedCase, name: &str, (commit, forget): (CommitId, JobId)) {
    let Some(mut part) = applicants(loaded).cloned() else {
        return;
    };
    let Some(given) = part.answers.0.shift_remove(name) else {
        return;
    };
    part.revision += 1;
    part.last_commit = commit;
    let files: Vec<OneFile> = match given.answer {
        Answer::Files(files) => files.files,
        _ => Vec::new(),
    };
    outcome.changes.push(Change::Part(loaded.case.id, part));
    take_away(outcome, loaded.case.id, &files, forget);
}

fn written(case: &Case, commit: CommitId) -> Case {
    Case {
        revision: case.revision + 1,
        last_commit: commit,
        ..case.clone()
    }
}

fn applicants(loaded: &LoadedCase) -> Option<&Part> {
    loaded.parts.iter().find(|part| part.participant == 0)
}

fn zone(definition: &Definition) -> jiff::tz::TimeZone {
    // `check` refuses a zone that does not exist.
    jiff::tz::TimeZone::get(&definition.time_zone).unwrap_or(jiff::tz::TimeZone::UTC)
}
