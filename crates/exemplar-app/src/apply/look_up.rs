//! Looking a record up in another system when its page is shown. What was found is noted in the draft, sealed with it: what
//! the person then goes on with is what they saw, and a page that is shown again asks nobody.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use exemplar_core::answer::{Found, Record};
use exemplar_core::apply::{is_fresh, note_record};
use exemplar_core::definition::{Definition, PageContent, Question};
use exemplar_core::id::Name;
use exemplar_core::kind::{Reading, RecordRules};
use exemplar_core::publishing::is_preview;
use exemplar_outbound::NotAnswered;
use exemplar_store::Fault;
use jiff::Timestamp;
use serde_json::{Value, json};

use super::{Access, CONFLICT_TRIES, Draft, Manner, Opened};
use crate::App;

/// A system may take so long while an applicant waits for a page that says nothing without its answer.
const PAGE_DEADLINE: Duration = Duration::from_secs(5);

/// A draft with what was found for one of its pages.
#[derive(Debug)]
pub struct LookedUp {
    /// The draft as it is then. What was found is among its answers.
    pub draft: Draft,
    /// Whether the other system answered: with a record, or that it has none.
    pub answered: bool,
}

/// What is asked for a page.
struct Wanted {
    question: Name,
    connector: Name,
    /// What is posted, and the digest of the answers in it.
    asked: Value,
    of: String,
    /// What is stored can be shown without asking.
    is_there: bool,
}

/// The question of a record on a page.
fn asked_on<'a>(definition: &'a Definition, page: &Name) -> Option<(&'a Question, &'a RecordRules)> {
    let PageContent::Question(question) = &definition.page(page)?.content else {
        return None;
    };
    Some((question, question.kind.record()?))
}

/// What is asked for a page; none where it asks for no record, or is not on this person's path.
fn wanted(draft: &Draft, manner: &Manner, page: &Name, now: Timestamp) -> Option<Wanted> {
    let (question, rules) = asked_on(&draft.definition, page)?;
    let walk = draft.walk(manner);
    if !walk.is_on_path(draft.definition.page(page)?) {
        return None;
    }
    let sent = walk.sent_for_record(question)?;
    let found_at = draft.answers().get(question.name.as_str()).map(|given| given.at);
    let stored = walk.record(&question.name).zip(found_at);
    Some(Wanted {
        question: question.name.clone(),
        connector: rules.connector.clone(),
        asked: json!({
            "service": draft.definition.id,
            "record": question.name,
            "reference": null,
            "answers": sent.answers,
        }),
        of: sent.of,
        is_there: stored.is_some_and(|(record, at)| is_fresh(record, at, now)),
    })
}

impl App {
    /// Looks up the record that a page shows, unless it was a moment ago. None where the page shows none to this person.
    ///
    /// # Errors
    /// When the store fails. That the other system does not answer is no fault.
    pub async fn look_up(
        &self,
        live: &Arc<Definition>,
        access: Access,
        manner: &Manner,
        (mut draft, page): (Draft, &Name),
    ) -> Result<Option<LookedUp>, Fault> {
        let mut came: Option<(String, Found)> = None;
        for _ in 0..CONFLICT_TRIES {
            let act = self.act(live, manner);
            let Some(wanted) = wanted(&draft, manner, page, act.now) else {
                return Ok(None);
            };
            if wanted.is_there {
                return Ok(Some(LookedUp { draft, answered: true }));
            }
            let Some(loaded) = draft.loaded.clone() else {
                return Ok(None);
            };
            // What others changed meanwhile may be another thing than what was asked for.
            if came.as_ref().is_none_or(|(of, _)| *of != wanted.of) {
                let found = self.found(&draft, page, &wanted).await;
                let Some(found) = found else {
                    return Ok(Some(LookedUp { draft, answered: false }));
                };
                came = Some((wanted.of.clone(), found));
            }
            let Some((of, found)) = came.clone() else { break };
            let part = loaded.parts.iter().find(|part| part.participant == 0);
            let seen = part.map_or(0, |part| part.revision);
            let record = Record {
                of,
                found,
                went_on: None,
            };
            let noted = note_record(loaded, (&wanted.question, &wanted.connector), record, seen, &act);
            let Ok(outcome) = noted else { return Ok(None) };
            self.store.commit(outcome).await?;
            // Committed or not, what is shown is what is stored.
            match self.open(live, access).await? {
                Opened::Draft(now) => draft = now,
                Opened::Submitted(_) | Opened::Gone => return Ok(None),
            }
        }
        let walk_has = wanted(&draft, manner, page, self.clock.now()).is_some_and(|wanted| wanted.is_there);
        Ok(Some(LookedUp {
            draft,
            answered: walk_has,
        }))
    }

    /// What the other system has; none where it does not answer. In a preview nothing leaves, and a record is made up.
    async fn found(&self, draft: &Draft, page: &Name, wanted: &Wanted) -> Option<Found> {
        let (_, rules) = asked_on(&draft.definition, page)?;
        let case = &draft.loaded.as_ref()?.case;
        let bounds = BTreeMap::new();
        let facts = Reading {
            today: draft.today,
            bounds: &bounds,
            not_offered: &[],
        };
        if is_preview(&case.service) {
            return Some(Found::Record(rules.made_up(&facts)));
        }
        // The same case, question and answers give the same key, however often they are sent.
        let what = format!("{}/{}/{}", case.id, wanted.question, wanted.of);
        let key = data_encoding::HEXLOWER.encode(&self.store.keys().hash("record", "", &what)[..16]);
        let connector = wanted.connector.as_str();
        let reply = self.connectors.look_up(connector, &wanted.asked, &key, PAGE_DEADLINE);
        let why = match reply.await {
            Ok(None) => return Some(Found::Nothing),
            Ok(Some(record)) => match rules.read(&record, &facts) {
                Ok(fields) => return Some(Found::Record(fields)),
                Err(field) => {
                    tracing::warn!(service = %case.service, question = %wanted.question, connector, %field,
                        "a record has a field that is missing or of another kind");
                    return None;
                }
            },
            Err(NotAnswered::NotSetUp) => "no address is set for the connector",
            Err(NotAnswered::Down) => "the other system could not be reached in time, or said to come again",
            Err(NotAnswered::GiveUp(why)) => why,
        };
        tracing::warn!(service = %case.service, question = %wanted.question, connector, why, "a record was not looked up");
        None
    }
}
