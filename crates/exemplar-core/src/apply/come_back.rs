//! Saving and coming back without an account: a code or a link, and a second fact that only the applicant knows.

use jiff::{SignedDuration, Timestamp};

use super::{Act, Refusal};
use crate::answer::Answer;
use crate::definition::{Definition, Question, RowsRules};
use crate::id::{Language, MessageId, Name};
use crate::record::{
    Change, ClaimChange, ClaimKind, LoadedCase, Means, Message, MessageState, NewEvent, NewJob, Outcome, Participant,
    Phase,
};

/// A link works for this long, or until it is used.
pub const LINK_DAYS: i64 = 7;

/// At most this many links go to one address in an hour.
pub const LINKS_AN_HOUR: i64 = 3;

/// A chosen word has at least this many letters.
pub const WORD_AT_LEAST: usize = 6;

/// A chosen word has at most this many letters.
pub const WORD_AT_MOST: usize = 100;

/// The job that sends an e-mail.
pub const SEND_EMAIL: &str = "send_email";
/// The job that sends a text to a telephone.
pub const SEND_TEXT: &str = "send_text";

/// What a person must say, besides code or link, to open their answers again.
#[derive(Debug)]
pub enum SecondFact<'a> {
    /// The answer that they gave to this question.
    Answer(&'a Question),
    /// The word that they chose.
    Word,
    /// Nothing: what is stored tells nothing of a person.
    Nothing,
    /// The person has yet to choose a word.
    NotChosen,
}

/// The second fact of a case: the definition's `confirm_with` where it was answered, else the word that was chosen,
/// else the first personal answer.
#[must_use]
pub fn second_fact<'a>(definition: &'a Definition, loaded: &LoadedCase) -> SecondFact<'a> {
    let answered = |question: &Question| {
        let given = own_answers(loaded).and_then(|answers| answers.first(question.name.as_str()));
        given.is_some_and(|given| is_said(&given.answer))
    };
    let named = definition
        .confirm_with
        .as_ref()
        .and_then(|name| definition.question(name));
    if let Some(question) = named.filter(|question| answered(question)) {
        return SecondFact::Answer(question);
    }
    if applicant(loaded).is_some_and(|applicant| applicant.private.chosen_word.is_some()) {
        return SecondFact::Word;
    }
    let personal = questions_of(definition, loaded)
        .map(|(question, _)| question)
        .find(|question| question.kind.personal());
    match personal {
        None => SecondFact::Nothing,
        Some(question) if answered(question) && named.is_none() => SecondFact::Answer(question),
        Some(_) => SecondFact::NotChosen,
    }
}

/// What opens a locked draft. As [`second_fact`], but where a word has yet to be chosen, the first personal answer
/// stands for it: a draft is locked, never lost.
#[must_use]
pub fn opening_fact<'a>(definition: &'a Definition, loaded: &LoadedCase) -> SecondFact<'a> {
    let fact = second_fact(definition, loaded);
    if !matches!(fact, SecondFact::NotChosen) {
        return fact;
    }
    questions_of(definition, loaded)
        .filter(|(_, answer)| is_said(answer))
        .map(|(question, _)| question)
        .find(|question| question.kind.personal())
        .map_or(SecondFact::Nothing, SecondFact::Answer)
}

/// The questions that were answered, with their answers, in the order in which they were first given. Those of rows
/// stand for the rows: the first row that has an answer is asked for.
fn questions_of<'a, 'l>(
    definition: &'a Definition,
    loaded: &'l LoadedCase,
) -> impl Iterator<Item = (&'a Question, &'l Answer)> {
    let answers = own_answers(loaded);
    let given = answers.into_iter().flat_map(|answers| answers.0.iter());
    given.flat_map(move |(name, given)| {
        let question = definition.question(name);
        let in_rows = question.and_then(|question| question.kind.rows());
        let own = question.filter(|_| in_rows.is_none());
        let in_rows = in_rows.into_iter().flat_map(|rules| {
            let own = rules.questions().filter(|question| question.kind.rows().is_none());
            own.chain(rules.inner().flat_map(RowsRules::questions))
        });
        let first = in_rows.filter_map(move |question| Some((question, &answers?.first(&question.name)?.answer)));
        own.map(|question| (question, &given.answer)).into_iter().chain(first)
    })
}

/// Whether something was answered that somebody can say again.
fn is_said(answer: &Answer) -> bool {
    !matches!(answer, Answer::Blank | Answer::Ticked | Answer::Record(_))
}

/// Whether what was said is what was answered: capitals and spaces do not count.
#[must_use]
pub fn is_same_answer(said: &Answer, stored: &Answer) -> bool {
    fn plain(text: &str) -> String {
        text.split_whitespace()
            .flat_map(str::chars)
            .flat_map(char::to_lowercase)
            .collect()
    }
    match (said, stored) {
        (Answer::Text(said), Answer::Text(stored)) => plain(said) == plain(stored),
        (Answer::Fields(said), Answer::Fields(stored)) => {
            said.len() == stored.len()
                && said
                    .iter()
                    .all(|(field, text)| stored.get(field).is_some_and(|other| plain(other) == plain(text)))
        }
        _ => said == stored,
    }
}

fn applicant(loaded: &LoadedCase) -> Option<&Participant> {
    loaded.participants.iter().find(|participant| participant.n == 0)
}

fn own_answers(loaded: &LoadedCase) -> Option<&crate::answer::Answers> {
    loaded
        .parts
        .iter()
        .find(|part| part.participant == 0)
        .map(|part| &part.answers)
}

/// Changes the applicant's record.
fn change_applicant(loaded: LoadedCase, act: &Act, change: impl FnOnce(&mut Participant)) -> Result<Outcome, Refusal> {
    let mut applicant = applicant(&loaded).cloned().ok_or(Refusal::Gone)?;
    change(&mut applicant);
    applicant.revision += 1;
    let mut outcome = Outcome::new(act.commit, act.now);
    // Once a case has a record, nothing of it changes beside that.
    if loaded.case.head.is_some() {
        outcome.events.push(NewEvent {
            case: loaded.case.id,
            kind: "ways_back_changed",
            at: act.now,
            actor: act.actor.clone(),
            on_behalf_of: None,
            definition: loaded.case.definition,
            details: serde_json::Value::Null,
        });
    }
    outcome.changes.push(Change::Participant(loaded.case.id, applicant));
    outcome.read.push(loaded);
    Ok(outcome)
}

/// Gives a draft its code. `hashed` is the code's keyed hash, by which it is found.
///
/// # Errors
/// [`Refusal::Gone`] where the case has no applicant any more.
pub fn give_code(loaded: LoadedCase, code: &str, hashed: String, act: &Act) -> Result<Outcome, Refusal> {
    let case = loaded.case.id;
    let mut outcome = change_applicant(loaded, act, |applicant| {
        applicant.private.return_code = Some(code.to_owned())
    })?;
    outcome.claims.push(ClaimChange::Take {
        kind: ClaimKind::ReturnCode,
        value: hashed,
        owner: case,
        until: None,
    });
    Ok(outcome)
}

/// Keeps the word that a person chose, as its hash.
///
/// # Errors
/// [`Refusal::Gone`] where the case has no applicant any more.
pub fn choose_word(loaded: LoadedCase, hashed: String, act: &Act) -> Result<Outcome, Refusal> {
    change_applicant(loaded, act, |applicant| applicant.private.chosen_word = Some(hashed))
}

/// Ends every session that reaches the case: the person left, on this device and all others.
///
/// # Errors
/// [`Refusal::Gone`] where the case has no applicant any more.
pub fn leave(loaded: LoadedCase, act: &Act) -> Result<Outcome, Refusal> {
    change_applicant(loaded, act, |applicant| applicant.epoch += 1)
}

/// A link to come back with, and the message that takes it there.
#[derive(Debug, Clone)]
pub struct LinkMessage {
    /// The token's keyed hash: the token itself is only in the message.
    pub hashed: String,
    /// The message's id.
    pub message: MessageId,
    /// The job's id, which is also the Message-ID.
    pub job: crate::id::JobId,
    /// Where it goes. It has not been confirmed, so the text holds nothing but the link and the service's name.
    pub address: String,
    /// The language.
    pub language: Language,
    /// The first line.
    pub subject: String,
    /// The text.
    pub text: String,
    /// The message's place among those of the case.
    pub n: i32,
}

/// The name of the message with the link.
pub const RETURN_LINK: &str = "return_link";

/// Sends a link.
///
/// # Errors
/// [`Refusal::AlreadySubmitted`] when the case is no draft any more.
pub fn send_link(loaded: LoadedCase, link: LinkMessage, act: &Act) -> Result<Outcome, Refusal> {
    if loaded.case.phase != Phase::Draft {
        return Err(Refusal::AlreadySubmitted {
            case: loaded.case.id,
            reference: loaded.case.reference,
        });
    }
    let case = loaded.case.id;
    let known = applicant(&loaded).is_some_and(|applicant| applicant.private.email.as_ref() == Some(&link.address));
    let mut outcome = if known {
        let mut outcome = Outcome::new(act.commit, act.now);
        outcome.read.push(loaded);
        outcome
    } else {
        change_applicant(loaded, act, |applicant| {
            applicant.private.email = Some(link.address.clone());
            applicant.private.email_confirmed = false;
        })?
    };
    outcome.claims.push(ClaimChange::Take {
        kind: ClaimKind::ReturnLink,
        value: link.hashed,
        owner: case,
        until: Some(link_ends(act.now)),
    });
    outcome.jobs.push(NewJob {
        id: link.job,
        kind: SEND_EMAIL,
        case: Some(case),
        due: act.now,
        task: serde_json::json!({ "message": link.message }),
    });
    outcome.changes.push(Change::Message(
        case,
        Message {
            id: link.message,
            n: link.n,
            event: Name::from(RETURN_LINK),
            means: Means::Email,
            language: link.language,
            state: MessageState::Waiting,
            tries: 0,
            at: act.now,
            address: link.address,
            subject: link.subject,
            text: link.text,
        },
    ));
    Ok(outcome)
}

fn link_ends(now: Timestamp) -> Timestamp {
    now.checked_add(SignedDuration::from_hours(24 * LINK_DAYS))
        .unwrap_or(now)
}

/// Uses a link up: whoever opened it has shown that the address is theirs.
///
/// # Errors
/// [`Refusal::Gone`] where the case has no applicant any more.
pub fn use_link(loaded: LoadedCase, hashed: String, act: &Act) -> Result<Outcome, Refusal> {
    let case = loaded.case.id;
    let mut outcome = change_applicant(loaded, act, |applicant| applicant.private.email_confirmed = true)?;
    outcome.claims.push(ClaimChange::GiveBack {
        kind: ClaimKind::ReturnLink,
        value: hashed,
        owner: case,
    });
    Ok(outcome)
}
