//! Tells people of applications that they may have forgotten, at the address given in each, and nobody else.

use exemplar_core::apply::SEND_EMAIL;
use exemplar_core::id::{CaseId, JobId, Name, OrganisationId};
use exemplar_core::journey::{Setting, Walk};
use exemplar_core::record::{Change, LoadedCase, Means, Message, MessageState, NewJob, Outcome, Phase};
use exemplar_core::search::ALREADY;
use exemplar_core::text::{Filling, Target, fill};
use exemplar_core::waiting::waits_after_decision;
use exemplar_store::{Fault, LeasedJob};
use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

use super::Undone;
use crate::apply::zone;
use crate::messages::address_of;
use crate::says::Says;
use crate::words::Value;
use crate::{App, chance};

/// The job that looks for an application and tells whose it is.
pub const TELL_EARLIER: &str = "tell_earlier";

/// At most so many applications are told of; the newest.
const AT_MOST: usize = 3;
/// One e-mail in so long for one application, however often somebody asks.
const EMAIL_PAUSE: SignedDuration = SignedDuration::from_hours(24);
/// One letter in so long: each costs postage.
const LETTER_PAUSE: SignedDuration = SignedDuration::from_hours(30 * 24);
/// Messages of this kind are numbered from here.
const FIRST_NUMBER: i32 = 3_000;

/// Looks for the applications with a term, and writes to each.
pub(super) async fn tell(app: &App, job: &LeasedJob) -> Result<(), Undone> {
    let task = |name: &str| job.task[name].as_str();
    let hash = task("term").and_then(|hash| data_encoding::HEXLOWER.decode(hash.as_bytes()).ok());
    let hash: Option<[u8; 32]> = hash.and_then(|hash| hash.try_into().ok());
    let (Some(organisation), Some(hash)) = (task("organisation"), hash) else {
        return Err(Undone::GiveUp("the job names no term"));
    };
    let organisation = OrganisationId::from(organisation);
    let found = app.store.cases_by_term(&organisation, ALREADY, hash).await?;
    for case in found.into_iter().take(AT_MOST) {
        tell_one(app, case).await?;
    }
    Ok(())
}

async fn tell_one(app: &App, id: CaseId) -> Result<(), Fault> {
    let now = app.clock.now();
    let Some(loaded) = app.store.load(id).await? else {
        return Ok(());
    };
    let is_sent = matches!(loaded.case.phase, Phase::Submitted | Phase::Decided);
    if !is_sent && !waits_after_decision(&loaded.case) {
        return Ok(());
    }
    let before = app.store.work(id).await?.messages;
    let earlier = before.iter().filter(|message| message.event.as_str() == ALREADY);
    let (count, last) = (earlier.clone().count(), earlier.map(|message| message.at).max());
    let Some(message) = message(app, &loaded, now, count).await? else {
        return Ok(());
    };
    let pause = match message.means {
        Means::Email => EMAIL_PAUSE,
        _ => LETTER_PAUSE,
    };
    // Also what makes the job safe to run twice: the message is there the second time.
    if last.is_some_and(|last| now.duration_since(last) < pause) {
        return Ok(());
    }
    let mut outcome = Outcome::new(chance::commit_id(), now);
    if message.means == Means::Email {
        outcome.jobs.push(NewJob {
            id: JobId(Uuid::now_v7()),
            kind: SEND_EMAIL,
            case: Some(id),
            due: now,
            task: serde_json::json!({ "message": message.id }),
        });
    }
    outcome.changes.push(Change::Message(id, message));
    outcome.read.push(loaded);
    app.store.commit(outcome).await.map(|_| ())
}

/// What is written; none where the service no longer has such words, or the application has no address.
async fn message(app: &App, loaded: &LoadedCase, now: Timestamp, count: usize) -> Result<Option<Message>, Fault> {
    let case = &loaded.case;
    let version = app.services.version(&app.store, case.definition).await?;
    let Some(part) = loaded.parts.iter().find(|part| part.participant == 0) else {
        return Ok(None);
    };
    let setting = Setting {
        today: now.to_zoned(zone(&version)).date(),
        language: case.language.clone(),
        channel: case.channel,
    };
    let walk = Walk::new(&version, &part.answers, setting);
    // The words are those of today; who is meant is in the answers.
    let live = app.services.live(case.service.as_str()).unwrap_or(version.clone());
    let Some(already) = &live.already else { return Ok(None) };
    let words = app.words.of(&case.language);
    let place = live.language_index(&case.language).unwrap_or_default();
    let says = Says {
        words,
        definition: &live,
        language: place,
    };
    let (means, address) = address_of(&walk, says);
    if address.is_empty() {
        return Ok(None);
    }
    let reference = case.reference.as_ref().map(ToString::to_string).unwrap_or_default();
    let named = |name: &str| -> Option<Filling> {
        // No answer stands in it: the address may be somebody else's by now.
        let is_answer = live.question(&Name::from(name)).is_some() || live.facts.contains_key(name);
        if is_answer { None } else { says.named(&walk, name) }
    };
    let found = already.found.as_ref().map_or("", |found| says.text(found));
    let found = fill(found, &named, Target::Plain).unwrap_or_default();
    let service = says.text(&live.name);
    let paragraphs = [
        words.with("already-message-why", &[("service", Value::Text(service))]),
        found.trim().to_owned(),
        words.with("already-message-reference", &[("reference", Value::Text(&reference))]),
        words.get("already-message-not-you").to_owned(),
    ];
    let filled: Vec<String> = paragraphs.into_iter().filter(|line| !line.is_empty()).collect();
    Ok(Some(Message {
        id: exemplar_core::id::MessageId(Uuid::now_v7()),
        n: i32::try_from(count).unwrap_or(i32::MAX).saturating_add(FIRST_NUMBER),
        event: Name::from(ALREADY),
        means,
        language: case.language.clone(),
        state: MessageState::Waiting,
        tries: 0,
        at: now,
        address,
        subject: words.with("already-message-subject", &[("service", Value::Text(service))]),
        text: filled.join("\n\n"),
    }))
}
