//! The beginning of a wait, in the act of sending, and a fee that is nothing.

use jiff::tz::TimeZone;

use super::after_decision::state_of_lines;
use super::back::end_job;
use super::money::{MoneyState, lines};
use super::record::{CHECKED, Frozen};
use super::{event, in_phase};
use crate::answer::Answer;
use crate::apply::{Act, LinkMessage, SEND_EMAIL, Submission};
use crate::id::Name;
use crate::journey::Walk;
use crate::record::{
    Change, ClaimChange, ClaimKind, FIRST, LoadedCase, Means, Message, MessageState, NewJob, Outcome, Participant,
    ParticipantPrivate, Phase, Role,
};

/// The name of the message with a second person's link.
pub const SIGN_LINK: &str = "sign_link";

/// So long after the last day of a wait its link still says that it is over.
const LINK_TELLS_DAYS: i64 = 60;

/// The second person's place among the people of a case.
pub(super) const SIGNATORY: i32 = 1;

/// Who is to sign besides the applicant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signer {
    /// As the applicant wrote it.
    pub name: String,
    /// Where the link goes.
    pub email: String,
}

/// What asking a second person takes: their link, and the jobs.
#[derive(Debug, Clone)]
pub struct AskToSign {
    /// Who.
    pub signer: Signer,
    /// The link, and the message that takes it there.
    pub link: LinkMessage,
}

/// Whether a second person must sign.
#[must_use]
pub fn needs_signature(walk: &Walk<'_>) -> bool {
    let signatory = walk.definition().signatory.as_ref();
    signatory.is_some_and(|signatory| signatory.when.as_ref().is_none_or(|when| walk.holds(when)))
}

/// Who must sign besides the applicant; none where nobody must.
#[must_use]
pub fn signer(walk: &Walk<'_>) -> Option<Signer> {
    let signatory = walk.definition().signatory.as_ref().filter(|_| needs_signature(walk))?;
    let said = |name: &Name| match &walk.answers().get(name.as_str())?.answer {
        Answer::Text(text) => Some(text.clone()),
        Answer::Fields(fields) => Some(fields.values().cloned().collect::<Vec<_>>().join(" ")),
        _ => None,
    };
    Some(Signer {
        name: said(&signatory.name)?,
        email: said(&signatory.email)?,
    })
}

/// Lets a case wait for what is missing; false where nothing is, and it can be handed in.
///
/// The outcome holds the case in its new phase then.
pub(crate) fn freeze(
    outcome: &mut Outcome,
    loaded: &LoadedCase,
    walk: &Walk<'_>,
    submission: &Submission,
    act: &Act,
) -> bool {
    let definition = walk.definition();
    let fee = walk.fee();
    let total = fee.as_ref().map_or(0, |fee| fee.total());
    let asks = submission.ask_to_sign.as_ref();
    let (phase, within) = match (&definition.signatory, asks) {
        (Some(signatory), Some(_)) => (Phase::WaitingForOthers, signatory.within),
        _ if total > 0 && !definition.payment.after_decision => (Phase::WaitingForPayment, definition.payment.within),
        _ => return false,
    };
    let until = within.after(act.today, &definition.holidays);
    let money = fee
        .as_ref()
        .map(|fee| lines(fee, &submission.money, state_of_lines(definition, MoneyState::Due)))
        .unwrap_or_default();
    let frozen = Frozen {
        digest: submission.seen.0.clone(),
        today: act.today,
        language: act.language.clone(),
        channel: act.channel,
        device: act.device,
        in_time: submission.in_time,
        lines: names(&fee, &money),
        until,
    };
    let case = loaded.case.id;
    let reference = loaded.case.reference.as_ref().unwrap_or(&submission.reference);
    let details = serde_json::json!({ "frozen": frozen, "reference": reference });
    outcome.events.push(event(case, CHECKED, definition, details, act));
    outcome
        .changes
        .extend(money.into_iter().map(|line| Change::MoneyLine(case, line)));
    outcome
        .changes
        .extend(crate::apply::found_by(&loaded.case, walk, loaded));
    let mut waits = in_phase(&loaded.case, phase, act);
    waits.reference = Some(reference.clone());
    waits.office = crate::apply::office(definition, walk);
    waits.language = act.language.clone();
    waits.active_on = act.today;
    outcome.changes.push(Change::Case(Box::new(waits)));
    if let Some(asks) = asks {
        ask(outcome, loaded, asks, until, act);
    }
    let number = loaded.case.head.map_or(0, |head| head.count) + 1;
    outcome
        .jobs
        .extend(end_job(submission.end_job, case, until, number, definition));
    true
}

fn names(fee: &Option<crate::journey::FeeDue<'_>>, money: &[crate::record::MoneyLine]) -> Vec<(i32, Name)> {
    let of_fee = fee.iter().flat_map(|fee| &fee.lines);
    money
        .iter()
        .map(|line| line.n)
        .zip(of_fee.map(|due| due.line.name.clone()))
        .collect()
}

/// The lines of a fee that nobody need pay, or not before the decision, for the record of a case that is handed in at
/// once.
pub(crate) fn settle_at_once(outcome: &mut Outcome, loaded: &LoadedCase, walk: &Walk<'_>, submission: &Submission) {
    let fee = walk.fee();
    let money = fee.iter().flat_map(|fee| {
        let state = match fee.total() {
            0 => MoneyState::Settled,
            _ => state_of_lines(walk.definition(), MoneyState::Settled),
        };
        lines(fee, &submission.money, state)
    });
    let case = loaded.case.id;
    outcome.changes.extend(money.map(|line| Change::MoneyLine(case, line)));
}

/// Asks the second person: their record, the link, the message.
pub(super) fn ask(outcome: &mut Outcome, loaded: &LoadedCase, asks: &AskToSign, until: jiff::civil::Date, act: &Act) {
    let case = loaded.case.id;
    let link = &asks.link;
    let before = loaded.participants.iter().find(|person| person.n == SIGNATORY);
    let private = ParticipantPrivate {
        name: Some(asks.signer.name.clone()),
        email: Some(asks.signer.email.clone()),
        link: Some(link.hashed.clone()),
        ..ParticipantPrivate::default()
    };
    let person = Participant {
        n: SIGNATORY,
        role: Role::Signatory,
        // What a link before opened is open no more.
        epoch: before.map_or(0, |before| before.epoch + 1),
        private,
        revision: before.map_or(FIRST, |before| before.revision + 1),
    };
    outcome.changes.push(Change::Participant(case, person));
    let tells = until.to_zoned(TimeZone::UTC).ok();
    let tells = tells.and_then(|day| {
        day.timestamp()
            .checked_add(jiff::SignedDuration::from_hours(24 * LINK_TELLS_DAYS))
            .ok()
    });
    outcome.claims.push(ClaimChange::Take {
        kind: ClaimKind::ReturnLink,
        value: link.hashed.clone(),
        owner: case,
        until: tells,
    });
    send(outcome, loaded, link, act);
}

/// The message with the link, and the job that sends it.
fn send(outcome: &mut Outcome, loaded: &LoadedCase, link: &LinkMessage, act: &Act) {
    let case = loaded.case.id;
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
            event: Name::from(SIGN_LINK),
            means: Means::Email,
            language: link.language.clone(),
            state: MessageState::Waiting,
            tries: 0,
            at: act.now,
            address: link.address.clone(),
            subject: link.subject.clone(),
            text: link.text.clone(),
        },
    ));
}
