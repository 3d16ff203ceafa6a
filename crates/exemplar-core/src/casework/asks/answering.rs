//! What an applicant does who is asked for something: gives an answer, and sends it.

use serde_json::json;

use super::{ASK_ANSWERED, applicants, can_answer, runs_on, written};
use crate::answer::{Answer, Answers, Given};
use crate::apply::{Act, PageProblem, Refusal, Seen, put, read_page, seen_page};
use crate::definition::{Definition, Page};
use crate::id::Name;
use crate::journey::Walk;
use crate::record::{Case, Change, LoadedCase, NewEvent, Outcome};

/// Keeps an answer that was given and is yet to be sent.
///
/// # Errors
/// [`Refusal::Gone`] where it is not asked for, or no more; [`Refusal::Changed`] where the form showed
/// something else than what is stored.
pub fn save_asked(
    loaded: LoadedCase,
    definition: &Definition,
    page: &Page,
    given: Vec<(Name, Answer)>,
    seen: &Seen,
    act: &Act,
) -> Result<Outcome, Refusal> {
    if !can_answer(&loaded.case, definition, &page.name, act.today) {
        return Err(Refusal::Gone);
    }
    let mut part = applicants(&loaded).cloned().ok_or(Refusal::Gone)?;
    let stored = |name: &Name| part.answers.get(name.as_str()).map(|given| &given.answer);
    let unchanged = given.iter().all(|(name, answer)| stored(name) == Some(answer));
    if seen_page(page, &part.answers) != *seen && !unchanged {
        return Err(Refusal::Changed);
    }
    let mut outcome = Outcome::new(act.commit, act.now);
    if unchanged {
        return Ok(outcome);
    }
    put(&mut part.answers, given, act);
    part.revision += 1;
    part.last_commit = act.commit;
    outcome.changes.push(Change::Part(loaded.case.id, part));
    outcome.events.push(by_applicant(
        &loaded.case,
        "answered",
        json!({ "page": page.name }),
        definition,
        act,
    ));
    outcome.read.push(loaded);
    Ok(outcome)
}

/// What is wrong with the answer that is to be sent: it is not there, not finished, or holds no more.
#[must_use]
pub fn wrong_with_asked(walk: &Walk<'_>, page: &Page, act: &Act) -> Vec<PageProblem> {
    let answers = walk.answers();
    let typed = |name: &Name| {
        let question = page.questions().iter().find(|question| question.name == *name);
        let given = answers.get(name.as_str());
        question
            .zip(given)
            .map(|(question, given)| question.kind.typed(&given.answer))
            .unwrap_or_default()
    };
    read_page(walk, answers, page, &typed, act).err().unwrap_or_default()
}

/// Sends the answer: the case is back with its caseworker, and its clock runs on.
///
/// # Errors
/// [`Refusal::Gone`] where it is not asked for, or no more; [`Refusal::Incomplete`] where there is no
/// answer that holds; [`Refusal::Changed`] where the page showed another.
pub fn answer_ask(
    loaded: LoadedCase,
    walk: &Walk<'_>,
    page: &Page,
    seen: &Seen,
    act: &Act,
) -> Result<Outcome, Refusal> {
    let definition = walk.definition();
    if !can_answer(&loaded.case, definition, &page.name, act.today) {
        return Err(Refusal::Gone);
    }
    let mut part = applicants(&loaded).cloned().ok_or(Refusal::Gone)?;
    let incomplete = Refusal::Incomplete {
        page: page.name.clone(),
    };
    if !wrong_with_asked(walk, page, act).is_empty() {
        return Err(incomplete);
    }
    if seen_page(page, &part.answers) != *seen {
        return Err(Refusal::Changed);
    }
    let Some(given) = part.answers.0.shift_remove(&page.name) else {
        return Err(incomplete);
    };
    if matches!(&given.answer, Answer::Files(files) if !files.is_done()) {
        return Err(incomplete);
    }
    let kept = kept_name(&part.answers, &page.name);
    let details = json!({ "ask": page.name, "kept": kept });
    part.answers.0.insert(kept, Given { at: act.now, ..given });
    part.revision += 1;
    part.last_commit = act.commit;
    let mut outcome = Outcome::new(act.commit, act.now);
    outcome
        .events
        .push(by_applicant(&loaded.case, ASK_ANSWERED, details, definition, act));
    let case = written(&loaded.case, act.commit);
    let case = runs_on(&case, &loaded, definition, act.today);
    outcome.changes.push(Change::Case(Box::new(case)));
    outcome.changes.push(Change::Part(loaded.case.id, part));
    outcome.read.push(loaded);
    Ok(outcome)
}

/// Under which name the next answer is kept.
fn kept_name(answers: &Answers, name: &Name) -> Name {
    let of_it = |kept: &&Name| {
        kept.as_str()
            .split_once(' ')
            .is_some_and(|(ask, _)| ask == name.as_str())
    };
    let n = answers.0.keys().filter(of_it).count() + 1;
    Name::from(format!("{name} {n}").as_str())
}

fn by_applicant(
    case: &Case,
    kind: &'static str,
    details: serde_json::Value,
    definition: &Definition,
    act: &Act,
) -> NewEvent {
    NewEvent {
        case: case.id,
        kind,
        at: act.now,
        actor: act.actor.clone(),
        on_behalf_of: None,
        definition: definition.digest,
        details,
    }
}
