//! Who applies: an example's answers under a name made up here, kept and sent as a browser would.

use exemplar_core::answer::{Answer, Answers};
use exemplar_core::apply::{NewCase, PageGiven, Seen, save_answers};
use exemplar_core::definition::{Definition, Example};
use exemplar_core::id::{CaseId, Name};
use exemplar_core::journey::{End, Setting, Walk};
use exemplar_core::record::{Channel, DeviceClass};
use exemplar_core::waiting::needs_signature;
use exemplar_store::Fault;
use jiff::{SignedDuration, Timestamp};

use super::Cast;
use crate::apply::{Access, Manner, NotSubmitted, Opened, zone};
use crate::clock::Clock;
use crate::{App, chance};

/// Of a hundred people so many begin and do not finish.
const GIVE_UP: u32 = 12;
/// Of a hundred people so many answer the satisfaction question.
const ANSWER_SATISFACTION: u32 = 55;
/// How satisfied they are, one entry for each share: 1 is very dissatisfied, 5 very satisfied.
const SATISFACTION: [i64; 20] = [1, 2, 2, 3, 3, 4, 4, 4, 4, 4, 4, 4, 5, 5, 5, 5, 5, 5, 5, 5];

/// First names, made up of many countries' common ones.
const FIRST: [&str; 24] = [
    "Amina", "Bethan", "Carlos", "Dewi", "Elena", "Farid", "Grace", "Hana", "Idris", "Jan", "Kofi", "Leila", "Megan",
    "Nils", "Olwen", "Priya", "Quentin", "Rosa", "Sioned", "Tomasz", "Uma", "Viktor", "Wen", "Yusuf",
];
/// Last names of the same kind.
const LAST: [&str; 24] = [
    "Adeyemi",
    "Berg",
    "Clarke",
    "Davies",
    "Evans",
    "Fernandes",
    "Green",
    "Hughes",
    "Ito",
    "Jones",
    "Kaur",
    "Lewis",
    "Morgan",
    "Nowak",
    "Okafor",
    "Price",
    "Quinn",
    "Roberts",
    "Silva",
    "Taylor",
    "Usman",
    "Vaughan",
    "Williams",
    "Zhang",
];

/// Somebody who has sent an application.
pub(super) struct Applicant {
    /// The case.
    pub case: CaseId,
    /// When it was sent.
    pub sent: Timestamp,
}

/// Whether an example ends in an application that is sent at once, and says nothing that is refused.
pub(super) fn is_sent(definition: &Definition, example: &Example) -> bool {
    let answers = example.as_kept(definition);
    let setting = Setting {
        today: example.today,
        language: definition.languages[example.language].clone(),
        channel: Channel::Web,
    };
    let walk = Walk::new(definition, &answers, setting);
    // Made-up people do not sign for others, and pay only what is due after the decision.
    let pays = !definition.payment.after_decision && walk.fee().is_some_and(|fee| fee.total() > 0);
    let waits = needs_signature(&walk) || pays;
    example.refused.is_empty() && matches!(walk.end(), End::CheckAnswers) && !waits
}

/// Begins a case and, unless the person gives up, sends it.
pub(super) async fn apply(
    app: &mut App,
    cast: &Cast,
    started: Timestamp,
    finish: bool,
    chance: &mut fastrand::Rng,
) -> Result<Option<Applicant>, Fault> {
    let Some(example) = chance.choice(&cast.examples) else {
        return Ok(None);
    };
    let definition = &cast.definition;
    let manner = Manner {
        language: definition.languages[example.language].clone(),
        channel: Channel::Web,
        device: if chance.bool() {
            DeviceClass::Phone
        } else {
            DeviceClass::Computer
        },
    };
    let access = Access {
        case: chance::case_id(started),
        epoch: 0,
    };
    app.clock = Clock::Fixed(started);
    begin(app, cast, &answers(example, definition, chance), access, &manner).await?;
    if !finish && chance.u32(0..100) < GIVE_UP {
        return Ok(None);
    }
    let sent = started.saturating_add(SignedDuration::from_mins(chance.i64(3..40)));
    let sent = sent.unwrap_or(started);
    app.clock = Clock::Fixed(sent);
    send(app, cast, access, &manner, finish, chance).await.map(|is_sent| {
        is_sent.then_some(Applicant {
            case: access.case,
            sent,
        })
    })
}

/// The example's answers under a name and an address of their own.
fn answers(example: &Example, definition: &Definition, chance: &mut fastrand::Rng) -> Vec<(Name, Answer)> {
    let first = FIRST[chance.usize(0..FIRST.len())];
    let last = LAST[chance.usize(0..LAST.len())];
    let email = format!("{first}.{last}.{}@example.com", chance.u32(0..1_000_000)).to_lowercase();
    let Answers(kept) = example.as_kept(definition);
    kept.into_iter()
        .map(|(name, given)| {
            let kind = definition.question(&name).map(|question| question.kind.key());
            let answer = match (kind, given.answer) {
                (Some("name"), Answer::Fields(mut fields)) => {
                    for (field, made_up) in [("first", first), ("last", last)] {
                        if let Some(value) = fields.get_mut(field) {
                            made_up.clone_into(value);
                        }
                    }
                    Answer::Fields(fields)
                }
                (Some("email"), Answer::Text(_)) => Answer::Text(email.clone()),
                (_, answer) => answer,
            };
            (name, answer)
        })
        .collect()
}

/// Keeps all answers at once, as if they had been given page by page.
async fn begin(
    app: &App,
    cast: &Cast,
    answers: &[(Name, Answer)],
    access: Access,
    manner: &Manner,
) -> Result<(), Fault> {
    let definition = &cast.definition;
    let Some(page) = definition.pages.first() else {
        return Ok(());
    };
    let new = NewCase {
        id: access.case,
        attempt: chance::attempt()?,
    };
    let act = app.act(definition, manner);
    let seen = Seen(String::new());
    let given = PageGiven {
        page,
        answers: answers.to_vec(),
        seen: &seen,
    };
    let outcome = save_answers(None, new, definition, given, &act);
    let outcome = outcome.map_err(|refusal| Fault::Defect(format!("a made-up draft was refused: {refusal:?}")))?;
    app.store.commit(outcome).await.map(|_| ())
}

/// Sends the draft; false where on that day the rules do not let it.
async fn send(
    app: &App,
    cast: &Cast,
    access: Access,
    manner: &Manner,
    quiet: bool,
    chance: &mut fastrand::Rng,
) -> Result<bool, Fault> {
    let live = &cast.definition;
    let Opened::Draft(draft) = app.open(live, access).await? else {
        return Ok(false);
    };
    let seen = draft.seen_all(&draft.walk(manner));
    match app.submit(live, access, manner, &seen).await {
        Ok(_) => {}
        Err(NotSubmitted::GoTo(_) | NotSubmitted::Changed | NotSubmitted::NotRenewed(_) | NotSubmitted::Gone) => {
            return Ok(false);
        }
        Err(NotSubmitted::Failed(failure)) => {
            return Err(Fault::Defect(format!("a made-up application failed: {failure}")));
        }
    }
    if !quiet && chance.u32(0..100) < ANSWER_SATISFACTION {
        let level = SATISFACTION[chance.usize(0..SATISFACTION.len())];
        app.observe_satisfaction(&draft, level, manner);
    }
    Ok(true)
}

/// The day of a moment in a service's time zone.
pub(super) fn day(definition: &Definition, at: Timestamp) -> jiff::civil::Date {
    at.to_zoned(zone(definition)).date()
}
