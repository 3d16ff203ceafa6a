//! Checks of a case: what they get, and what they said. An answer stands among the applicant's answers, under the check's
//! name, so that every condition sees it; without one, a check has no value.

use serde_json::{Value, json};

use super::automatic::{by_computer, computer};
use super::decide::{Made, Occasion, next_number, settle};
use super::second::marked;
use super::{Act, NOTE_AT_MOST, Refusal, State, is_urgent};
use crate::answer::{Answer, Answers, Given};
use crate::definition::{CheckRule, Definition, write_time};
use crate::expression::Value as Worked;
use crate::id::Name;
use crate::journey::{Setting, Walk};
use crate::record::{Actor, Case, Change, Decision, LoadedCase, NewEvent, Outcome, Part, Phase, Revision};

/// The job that asks another system.
pub const ASK_CHECK: &str = "ask_check";

/// What a check said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Said {
    /// Yes.
    Yes,
    /// No.
    No,
    /// Whoever looked cannot tell: the check has no value.
    CannotTell,
}

impl Said {
    /// The word for it, on forms and on the record.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::No => "no",
            Self::CannotTell => "cannot_tell",
        }
    }

    /// What a word stands for.
    #[must_use]
    pub fn read(word: &str) -> Option<Self> {
        [Self::Yes, Self::No, Self::CannotTell]
            .into_iter()
            .find(|said| said.word() == word)
    }

    fn answer(self) -> Answer {
        match self {
            Self::Yes => Answer::Yes(true),
            Self::No => Answer::Yes(false),
            Self::CannotTell => Answer::Blank,
        }
    }

    fn of(answer: &Answer) -> Self {
        match answer {
            Answer::Yes(true) => Self::Yes,
            Answer::Yes(false) => Self::No,
            _ => Self::CannotTell,
        }
    }
}

/// The answer to one check.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckAnswer {
    /// Which.
    pub check: Name,
    /// What it said.
    pub said: Said,
    /// Why, where an answer is corrected.
    pub why: String,
    /// Who says so: a caseworker, or the connector that was asked.
    pub by: Actor,
}

/// What a case's check said, and how that came about.
#[must_use]
pub fn given_to_check<'a>(answers: &'a Answers, check: &Name) -> Option<(Said, &'a Given)> {
    let given = answers.get(check.as_str())?;
    Some((Said::of(&given.answer), given))
}

/// Notes what a check of a submitted case said, and decides the case where the computer can by that.
/// Whatever was proposed on other answers holds no more.
///
/// # Errors
/// [`Refusal::NoCheck`]; [`Refusal::NothingSaid`] where an answer is corrected without a reason, [`Refusal::TooLong`];
/// [`Refusal::Changed`] and [`Refusal::NotOpen`] of the case.
pub fn answer_check(
    loaded: LoadedCase,
    definition: &Definition,
    decisions: &[Decision],
    answer: &CheckAnswer,
    act: &Act,
) -> Result<Outcome, Refusal> {
    super::check_open(&loaded.case, act)?;
    if !definition.casework.checks.contains_key(&answer.check) {
        return Err(Refusal::NoCheck);
    }
    let part = applicants(&loaded).ok_or(Refusal::NotOpen)?;
    let before = given_to_check(&part.answers, &answer.check).map(|(said, _)| said);
    let why = answer.why.trim();
    if before.is_some() && why.is_empty() {
        return Err(Refusal::NothingSaid);
    }
    if why.chars().count() > NOTE_AT_MOST {
        return Err(Refusal::TooLong);
    }
    let part = with_answer(part, answer, &loaded.case, act);
    let mut outcome = Outcome::new(act.commit, act.now);
    outcome.events.push(answered(&loaded.case, answer, before, act));
    let mut case = super::next(&loaded.case, act);
    if State::read(&case.state).is_proposed {
        let voided = NewEvent {
            kind: "proposal_voided",
            details: json!({ "check": answer.check }),
            ..answered(&loaded.case, answer, before, act)
        };
        outcome.events.push(voided);
        case = marked(&case, false);
    }
    let setting = Setting {
        today: act.submitted_on,
        language: case.language.clone(),
        channel: case.channel,
    };
    let walk = Walk::new(definition, &part.answers, setting);
    let before = case.state.clone();
    let urgent = State {
        is_urgent: is_urgent(&walk),
        ..State::read(&before)
    };
    case.state = urgent.line();
    // What the applicant is being asked for bears on the decision: an officer makes it.
    if let Some(ruling) = by_computer(&walk, act.no_room).filter(|_| urgent.asked.is_none()) {
        let made = Made {
            n: next_number(decisions),
            by: computer(),
            approved_by: None,
            is_automatic: true,
        };
        let occasion = Occasion {
            actor: computer(),
            ..Occasion::of(act)
        };
        case = settle(&mut outcome, &case, (definition, &ruling), &made, &occasion);
    }
    outcome.changes.push(Change::Part(case.id, part));
    outcome.changes.push(Change::Case(Box::new(case)));
    outcome.read.push(loaded);
    Ok(outcome)
}

/// Notes what a check of a draft said, while the person waits.
///
/// # Errors
/// [`Refusal::NotOpen`] where it is no draft any more, or was answered meanwhile; [`Refusal::NoCheck`].
pub fn note_check(
    loaded: LoadedCase,
    definition: &Definition,
    answer: &CheckAnswer,
    seen: Revision,
    act: &Act,
) -> Result<Outcome, Refusal> {
    if !definition.casework.checks.contains_key(&answer.check) {
        return Err(Refusal::NoCheck);
    }
    let part = applicants(&loaded).filter(|part| part.revision == seen);
    let Some(part) = part.filter(|_| loaded.case.phase == Phase::Draft) else {
        return Err(Refusal::NotOpen);
    };
    let part = with_answer(part, answer, &loaded.case, act);
    let mut outcome = Outcome::new(act.commit, act.now);
    if loaded.case.head.is_some() {
        outcome.events.push(answered(&loaded.case, answer, None, act));
    }
    outcome.changes.push(Change::Part(loaded.case.id, part));
    outcome.read.push(loaded);
    Ok(outcome)
}

fn applicants(loaded: &LoadedCase) -> Option<&Part> {
    loaded.parts.iter().find(|part| part.participant == 0)
}

fn with_answer(part: &Part, answer: &CheckAnswer, case: &Case, act: &Act) -> Part {
    let mut part = part.clone();
    let given = Given {
        answer: answer.said.answer(),
        by: answer.by.clone(),
        at: act.now,
        channel: case.channel,
    };
    part.answers.0.insert(answer.check.clone(), given);
    part.revision += 1;
    part.last_commit = act.commit;
    part
}

fn answered(case: &Case, answer: &CheckAnswer, before: Option<Said>, act: &Act) -> NewEvent {
    NewEvent {
        case: case.id,
        kind: "check_answered",
        at: act.now,
        actor: answer.by.clone(),
        on_behalf_of: None,
        definition: case.definition,
        details: json!({
            "check": answer.check,
            "answer": answer.said.word(),
            "before": before.map(Said::word),
            "why": answer.why.trim(),
        }),
    }
}

/// Puts what checks said among the answers that are sent, in so far as the questions at which they are asked are.
pub(crate) fn keep_checks(sent: &mut Answers, all: &Answers, definition: &Definition) {
    for (name, check) in &definition.casework.checks {
        let is_asked = check.at.as_ref().is_none_or(|at| sent.get(at.as_str()).is_some());
        if let Some(given) = all.get(name.as_str()).filter(|_| is_asked) {
            sent.0.insert(name.clone(), given.clone());
        }
    }
}

/// Takes away what checks said of answers that were changed.
pub(crate) fn void_checks(answers: &mut Answers, definition: &Definition, changed: &[Name]) {
    for (name, check) in &definition.casework.checks {
        if check.looks_at(definition, changed) {
            answers.0.shift_remove(name);
        }
    }
}

impl CheckRule {
    /// Whether what it is asked may be other once these answers are. A fact may follow from any of them.
    #[must_use]
    pub fn looks_at(&self, definition: &Definition, changed: &[Name]) -> bool {
        let is_changed = |name: &Name| changed.contains(name) || definition.facts.contains_key(name);
        self.at.iter().any(|at| changed.contains(at)) || self.send.iter().any(is_changed)
    }

    /// What it is asked: the answers on the path and the facts that it is sent, and nothing else.
    #[must_use]
    pub fn asks(&self, walk: &Walk<'_>) -> serde_json::Map<String, Value> {
        sent(&self.send, walk)
    }
}

/// The answers on the path and the facts of these names, as another system reads them.
pub(crate) fn sent(names: &[Name], walk: &Walk<'_>) -> serde_json::Map<String, Value> {
    let mut sent = serde_json::Map::new();
    for name in names {
        let answer = walk.questions().find(|question| question.name == *name);
        let given = answer.and_then(|question| walk.answers().get(question.name.as_str()));
        let value = match given {
            Some(given) => of_answer(&given.answer),
            None => walk.fact(name.as_str()).map_or(Value::Null, of_value),
        };
        sent.insert(name.to_string(), value);
    }
    sent
}

/// An answer as another system reads it: dates as in ISO 8601, numbers in digits, rows in a list.
fn of_answer(answer: &Answer) -> Value {
    match answer {
        Answer::Blank | Answer::Ticked | Answer::Files(_) => Value::Null,
        Answer::Record(record) => {
            let fields = record.taken().map(|fields| {
                fields
                    .iter()
                    .map(|(name, answer)| (name.to_string(), of_answer(answer)))
            });
            fields.map_or(Value::Null, |fields| Value::Object(fields.collect()))
        }
        Answer::Text(text) => json!(text),
        Answer::Yes(yes) => json!(yes),
        Answer::One(name) => json!(name),
        Answer::Many(names) => json!(names),
        Answer::Number(number) => json!(number.normalize().to_string()),
        Answer::Date(date) => json!(date.to_string()),
        Answer::Fields(fields) => json!(fields),
        Answer::Slots(slots) => json!(slots.times.iter().copied().map(write_time).collect::<Vec<_>>()),
        Answer::Rows(rows) => {
            let row = |answers: &Answers| -> Value {
                let pairs = answers.0.iter();
                Value::Object(
                    pairs
                        .map(|(name, given)| (name.to_string(), of_answer(&given.answer)))
                        .collect(),
                )
            };
            rows.rows.iter().map(|one| row(&one.answers)).collect()
        }
    }
}

/// What a fact comes to.
fn of_value(value: Worked) -> Value {
    match value {
        Worked::Text(text) => json!(text),
        Worked::Yes(yes) => json!(yes),
        Worked::One(name) => json!(name),
        Worked::Many(names) => json!(names),
        Worked::Number(number) | Worked::Money(number) => json!(number.normalize().to_string()),
        Worked::Date(date) => json!(date.to_string()),
        Worked::Dates(first, last) => json!([first.to_string(), last.to_string()]),
        Worked::Time(time) => json!(time.strftime("%H:%M").to_string()),
        Worked::Fields(fields) => json!(fields),
        Worked::Record(fields) => {
            let fields = fields
                .into_iter()
                .map(|(name, value)| (name.to_string(), of_value(value)));
            Value::Object(fields.collect())
        }
        Worked::Period(_) => Value::Null,
    }
}
