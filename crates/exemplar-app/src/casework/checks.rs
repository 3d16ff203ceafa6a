//! Answers to checks: of a caseworker, of a system that a job asks after submission, and of one that is asked while the
//! applicant waits.

use std::sync::Arc;
use std::time::Duration;

use exemplar_core::answer::Answers;
use exemplar_core::casework::{Act, CheckAnswer, Said, answer_check, given_to_check, note_check};
use exemplar_core::definition::{CheckRule, Definition};
use exemplar_core::id::{CaseId, Name};
use exemplar_core::journey::Walk;
use exemplar_core::record::{Actor, Case, Change, Committed, LoadedCase, Outcome, Phase, Revision};
use exemplar_outbound::NotAnswered;
use exemplar_store::{Fault, LeasedJob};
use serde_json::{Value, json};

use super::case::walk;
use super::{NotActed, NotFollowed, Tries};
use crate::apply::{Access, Manner, Opened, zone};
use crate::says::Says;
use crate::slots::Free;
use crate::staff::SignedIn;
use crate::work::Undone;
use crate::{App, chance};

/// A system may take so long to answer a job.
const JOB_DEADLINE: Duration = Duration::from_secs(15);
/// A system may take so long while an applicant waits: what all checks of a page take together stays bearable.
const WAIT_DEADLINE: Duration = Duration::from_secs(3);

impl App {
    /// Notes what a caseworker says that a check comes to.
    ///
    /// # Errors
    /// As [`NotActed`] says.
    pub async fn answer_check(
        &self,
        who: &SignedIn,
        id: CaseId,
        (check, said, why): (Name, Said, &str),
        seen: Revision,
    ) -> Result<(), NotActed> {
        let answer = CheckAnswer {
            check,
            said,
            why: why.to_owned(),
            by: Actor::Staff(who.staff.id),
        };
        self.act_knowing(who, id, seen, |known, definition, act| {
            let outcome = answer_check(known.loaded.clone(), definition, &known.decisions, &answer, act);
            let outcome = outcome.map_err(NotActed::Refused)?;
            Ok(self.told(outcome, (&known.loaded, &known.free), definition, act)?)
        })
        .await
    }

    /// An outcome with what follows from the decision that may be in it.
    fn told(
        &self,
        mut outcome: Outcome,
        (before, free): (&LoadedCase, &Free),
        definition: &Definition,
        act: &Act,
    ) -> Result<Outcome, NotFollowed> {
        let part = outcome.changes.iter().find_map(|change| match change {
            Change::Part(_, part) => Some(part.clone()),
            _ => None,
        });
        let mut after = before.clone();
        after.parts.retain(|part| part.participant != 0);
        after.parts.extend(part);
        self.follow_decision(&mut outcome, walk(&after, definition, act.today), free)?;
        Ok(outcome)
    }

    /// Asks a system about a submitted case, for a job. What was answered meanwhile is not asked.
    pub(crate) async fn ask_check(&self, job: &LeasedJob) -> Result<(), Undone> {
        let (Some(case), Some(check)) = (job.case, job.task["check"].as_str()) else {
            return Err(Undone::GiveUp("the job names no check of a case"));
        };
        let mut tries = Tries::default();
        while tries.are_left() {
            let Some(loaded) = self.store.load(case).await? else {
                return Ok(());
            };
            let definition = self.services.version(&self.store, loaded.case.definition).await?;
            let Some((name, rule)) = definition.casework.checks.get_key_value(check) else {
                return Ok(());
            };
            let now = self.clock.now();
            let day = |at: jiff::Timestamp| at.to_zoned(zone(&definition)).date();
            let submitted_on = day(loaded.case.submitted.unwrap_or(now));
            // Without a connector it is for caseworkers, who see it on the case.
            if loaded.case.phase != Phase::Submitted || !self.can_ask(&loaded.case, &rule.from) {
                return Ok(());
            }
            let Some(question) = question(&loaded.case, (name, rule), &walk(&loaded, &definition, submitted_on)) else {
                return Ok(());
            };
            let said = self.ask(&loaded.case, (name, rule), &question, JOB_DEADLINE).await?;
            let free = self.free(&loaded, &definition).await?;
            let act = Act {
                commit: chance::commit_id(),
                observation: chance::observation_id(),
                now,
                today: day(now),
                submitted_on,
                // Nobody of the staff acts: the answer names the system.
                staff: exemplar_core::id::StaffId(uuid::Uuid::nil()),
                seen: loaded.case.revision,
                no_room: free.no_room(&definition),
            };
            let loaded = self.to_decide(&definition, loaded).await?;
            let decisions = self.decisions(&definition, case).await?;
            let answer = answered(name, rule, said);
            let Ok(outcome) = answer_check(loaded.clone(), &definition, &decisions, &answer, &act) else {
                return Ok(());
            };
            let outcome = match self.told(outcome, (&loaded, &free), &definition, &act) {
                Ok(outcome) => outcome,
                Err(NotFollowed::Failed(fault)) => return Err(fault.into()),
                Err(NotFollowed::Refused(_)) => break,
            };
            match self.store.commit(outcome).await? {
                Committed::Committed => {
                    self.wake.notify_one();
                    return Ok(());
                }
                other => tries.count(&other),
            }
        }
        Err(Undone::Retry("the case was changed at the same time"))
    }

    async fn ask(
        &self,
        case: &Case,
        (name, rule): (&Name, &CheckRule),
        question: &Value,
        within: Duration,
    ) -> Result<Said, Undone> {
        // The same case, check and answers give the same key, however often they are sent.
        let what = format!("{}/{name}/{}", case.id, question["answers"]);
        let key = data_encoding::HEXLOWER.encode(&self.store.keys().hash("check", "", &what)[..16]);
        match self.connectors.ask(rule.from.as_str(), question, &key, within).await {
            Ok(Some(true)) => Ok(Said::Yes),
            Ok(Some(false)) => Ok(Said::No),
            Ok(None) => Ok(Said::CannotTell),
            Err(NotAnswered::NotSetUp) => Err(Undone::GiveUp("no address is set for the connector")),
            Err(NotAnswered::Down) => Err(Undone::Retry(
                "the other system could not be reached in time, or said to come again",
            )),
            Err(NotAnswered::GiveUp(why)) => Err(Undone::GiveUp(why)),
        }
    }

    /// Asks the checks of a draft whose answers were just saved, while the applicant waits; gives the answers with what
    /// was said. A check that does not answer has no value, and the journey goes on.
    pub(crate) async fn ask_while_waiting(
        &self,
        live: &Arc<Definition>,
        access: Access,
        manner: &Manner,
        changed: &[Name],
    ) -> Result<Option<Answers>, Fault> {
        let mut answers = None;
        for name in live_checks(live, changed) {
            let Opened::Draft(draft) = self.open(live, access).await? else {
                return Ok(answers);
            };
            let (Some(loaded), Some(rule)) = (&draft.loaded, draft.definition.casework.checks.get(&name)) else {
                continue;
            };
            if !self.can_ask(&loaded.case, &rule.from) {
                continue;
            }
            let Some(question) = question(&loaded.case, (&name, rule), &draft.walk(manner)) else {
                continue;
            };
            let said = match self.ask(&loaded.case, (&name, rule), &question, WAIT_DEADLINE).await {
                Ok(said) => said,
                Err(Undone::Retry(why) | Undone::GiveUp(why)) => {
                    tracing::warn!(service = %live.id, check = %name, why, "a check did not answer in time");
                    continue;
                }
                Err(Undone::Fault(fault)) => return Err(fault),
                Err(Undone::Wait(_)) => continue,
            };
            let now = self.clock.now();
            let act = Act {
                commit: chance::commit_id(),
                observation: chance::observation_id(),
                now,
                today: draft.today,
                submitted_on: draft.today,
                staff: exemplar_core::id::StaffId(uuid::Uuid::nil()),
                seen: loaded.case.revision,
                no_room: false,
            };
            let part = loaded.parts.iter().find(|part| part.participant == 0);
            let seen = part.map_or(0, |part| part.revision);
            let answer = answered(&name, rule, said);
            let Ok(outcome) = note_check(loaded.clone(), &draft.definition, &answer, seen, &act) else {
                continue;
            };
            let after = outcome.changes.iter().find_map(|change| match change {
                Change::Part(_, part) => Some(part.answers.clone()),
                _ => None,
            });
            // On a conflict somebody answered in between, and it is asked again with that.
            if self.store.commit(outcome).await? == Committed::Committed {
                answers = after;
            }
        }
        Ok(answers)
    }
}

/// What a check asks of a case; none where it is answered, or the question at which it is asked is not.
fn question(case: &Case, (name, rule): (&Name, &CheckRule), walk: &Walk<'_>) -> Option<Value> {
    let mut at = rule.at.iter();
    let is_asked = at.all(|at| walk.questions().any(|question| question.name == *at));
    if !is_asked || given_to_check(walk.answers(), name).is_some() {
        return None;
    }
    Some(json!({
        "service": case.service,
        "check": name,
        "reference": case.reference,
        "answers": rule.asks(walk),
    }))
}

/// The checks that are asked in the journey, and look at what was changed.
fn live_checks(definition: &Definition, changed: &[Name]) -> Vec<Name> {
    let checks = definition.casework.checks.iter();
    checks
        .filter(|(_, check)| check.at.is_some() && check.looks_at(definition, changed))
        .map(|(name, _)| name.clone())
        .collect()
}

fn answered(name: &Name, rule: &CheckRule, said: Said) -> CheckAnswer {
    CheckAnswer {
        check: name.clone(),
        said,
        why: String::new(),
        by: Actor::Integration(rule.from.to_string()),
    }
}

/// What staff read of a check: its own words, or its name in plain ones.
#[must_use]
pub fn check_words(says: &Says<'_>, name: &Name, rule: &CheckRule) -> String {
    if let Some(called) = &rule.called {
        return says.text(called).to_owned();
    }
    let plain = name.as_str().replace('_', " ");
    let mut characters = plain.chars();
    let first = characters.next().map(|first| first.to_uppercase().to_string());
    first.unwrap_or_default() + characters.as_str()
}

/// The key of the words for what a check said.
#[must_use]
pub fn said_words(said: Said) -> &'static str {
    match said {
        Said::Yes => "deciding-check-yes",
        Said::No => "deciding-check-no",
        Said::CannotTell => "deciding-check-cannot-tell",
    }
}
