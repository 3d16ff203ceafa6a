//! What becomes of a case: somebody takes it after a while, notes something perhaps, and decides.

use exemplar_core::casework::{Ruling, State};
use exemplar_core::id::{OrganisationId, StaffId};
use exemplar_core::permission::{Membership, Staff, StaffPrivate, StaffRole, StaffState};
use exemplar_core::record::{FIRST, Phase};
use exemplar_core::waiting::{MEANS, Paid, outstanding, waits_after_decision};
use exemplar_store::Fault;
use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

use super::person::{Applicant, day};
use super::{Cast, before};
use crate::App;
use crate::casework::NotActed;
use crate::clock::Clock;
use crate::staff::{NewStaff, SignedIn, acting};

/// Those who work on made-up cases. They have no password, so nobody signs in as them.
const STAFF: [(&str, StaffRole); 3] = [
    ("Robin Marsh", StaffRole::Caseworker),
    ("Sam Field", StaffRole::Caseworker),
    ("Alex Wood", StaffRole::Owner),
];
/// Of a hundred cases so many are decided well.
const DECIDED_WELL: u32 = 84;
/// Of a hundred cases so many get a note.
const NOTED: u32 = 20;
/// Of a hundred that are not decided yet so many are taken.
const TAKEN: u32 = 45;

/// What became of a case.
pub(super) enum Met {
    Waits,
    Taken,
    Decided,
}

/// Makes up those who work on the cases, for each organisation.
pub(super) async fn staff(app: &App, casts: &[Cast], now: Timestamp, days: u32) -> Result<Vec<SignedIn>, Fault> {
    let mut owners: Vec<&OrganisationId> = casts.iter().map(|cast| &cast.definition.organisation).collect();
    owners.sort();
    owners.dedup();
    let since = before(now, i64::from(days + 2) * 24 * 60);
    let mut made = Vec::new();
    for organisation in owners {
        for (name, role) in STAFF {
            let email = format!("{}@{organisation}.example", name.replace(' ', ".").to_lowercase());
            if app.store.staff_by_email(&email).await?.is_none() {
                let new = NewStaff {
                    name: name.to_owned(),
                    email: email.clone(),
                    role,
                    organisation: organisation.clone(),
                    office: None,
                    service: None,
                };
                let added = app.add_staff_at(new, since).await;
                added.map_err(|error| Fault::Defect(format!("made-up staff were refused: {error}")))?;
            }
            if let Some(mut staff) = app.store.staff_by_email(&email).await? {
                // They act here as if they had set up their account; in the store it stays as it is.
                staff.state = StaffState::Active;
                made.push(acting(staff, now));
            }
        }
    }
    Ok(made)
}

/// Keeps an account ready for whoever wants to look: an administrator who is an owner of everything besides. The link
/// to it is printed when the store is served.
pub(super) async fn keep_account(app: &App, casts: &[Cast], now: Timestamp) -> Result<(), Fault> {
    let gives_accounts = |staff: &Staff| {
        let mut roles = staff.memberships.iter().map(|membership| membership.role);
        roles.any(|role| role == StaffRole::Administrator)
    };
    if app.store.all_staff().await?.iter().any(gives_accounts) {
        return Ok(());
    }
    let membership = |role, organisation: OrganisationId| Membership {
        id: Uuid::now_v7(),
        organisation,
        role,
        office: None,
        team: None,
        service: None,
        from: now,
        until: None,
    };
    let mut owners: Vec<_> = casts.iter().map(|cast| cast.definition.organisation.clone()).collect();
    owners.sort();
    owners.dedup();
    let mut memberships = vec![membership(StaffRole::Administrator, OrganisationId::from(""))];
    memberships.extend(owners.into_iter().map(|owner| membership(StaffRole::Owner, owner)));
    let waiting = Staff {
        id: StaffId(Uuid::now_v7()),
        organisation: OrganisationId::from(""),
        state: StaffState::Invited,
        epoch: 0,
        revision: FIRST,
        private: StaffPrivate::default(),
        memberships,
    };
    app.store.add_staff(&waiting).await.map(|_| ())
}

/// Lets staff deal with a case that was sent.
pub(super) async fn meet(
    app: &mut App,
    cast: &Cast,
    staff: &[SignedIn],
    applicant: &Applicant,
    now: Timestamp,
    chance: &mut fastrand::Rng,
) -> Result<Met, Fault> {
    let organisation = &cast.definition.organisation;
    let own: Vec<&SignedIn> = staff
        .iter()
        .filter(|who| who.staff.organisation == *organisation)
        .collect();
    let Some(who) = chance.choice(own) else {
        return Ok(Met::Waits);
    };
    let after = |from: Timestamp, hours: i64| from.saturating_add(SignedDuration::from_hours(hours));
    let taken = after(applicant.sent, chance.i64(2..72)).unwrap_or(now);
    let decided = after(taken, chance.i64(1..24 * allowed_days(cast, applicant.sent))).unwrap_or(now);
    if taken >= now || (decided >= now && chance.u32(0..100) >= TAKEN) {
        return Ok(Met::Waits);
    }
    // The computer may have decided it at once.
    let loaded = app.store.load(applicant.case).await?;
    if loaded.is_some_and(|loaded| loaded.case.phase != Phase::Submitted) {
        pay(app, applicant, who).await?;
        return Ok(Met::Decided);
    }
    app.clock = Clock::Fixed(taken);
    let seen = revision(app, applicant).await?;
    done(app.take_case(who, applicant.case, false, seen).await)?;
    if chance.u32(0..100) < NOTED {
        done(
            app.note_case(who, applicant.case, "Checked against the register.")
                .await,
        )?;
    }
    let Some(ruling) = ruling(cast, chance).filter(|_| decided < now) else {
        return Ok(Met::Taken);
    };
    app.clock = Clock::Fixed(decided);
    let seen = revision(app, applicant).await?;
    done(app.decide_case(who, applicant.case, &ruling, seen).await)?;
    let others = staff
        .iter()
        .filter(|other| other.staff.organisation == *organisation && other.staff.id != who.staff.id);
    let met = confirm(app, applicant, others.collect(), chance).await?;
    pay(app, applicant, who).await?;
    Ok(met)
}

/// Notes the fee of a case that was granted and waits for it.
async fn pay(app: &App, applicant: &Applicant, who: &SignedIn) -> Result<(), Fault> {
    let loaded = app.store.load(applicant.case).await?;
    if !loaded.is_some_and(|loaded| waits_after_decision(&loaded.case)) {
        return Ok(());
    }
    // They note payments here as if that was their part.
    let mut cashier = who.staff.clone();
    for membership in &mut cashier.memberships {
        membership.role = StaffRole::Cashier;
    }
    let money = app.store.work(applicant.case).await?.money;
    let paid = Paid {
        minor_units: outstanding(&money),
        means: MEANS[0].to_owned(),
        provider_reference: "Made up".to_owned(),
        seen: money.len(),
    };
    let noted = app.note_payment(&acting(cashier, who.now), applicant.case, &paid).await;
    noted.map_err(|error| Fault::Defect(format!("a made-up payment failed: {error:?}")))
}

/// Lets a second officer confirm what was proposed, where that is needed.
async fn confirm(
    app: &App,
    applicant: &Applicant,
    others: Vec<&SignedIn>,
    chance: &mut fastrand::Rng,
) -> Result<Met, Fault> {
    let loaded = app.store.load(applicant.case).await?;
    let Some(case) = loaded
        .map(|loaded| loaded.case)
        .filter(|case| State::read(&case.state).is_proposed)
    else {
        return Ok(Met::Decided);
    };
    let Some(other) = chance.choice(others) else {
        return Ok(Met::Taken);
    };
    done(app.confirm_proposal(other, case.id, case.revision).await)?;
    Ok(Met::Decided)
}

/// About as many days as a case may take, weekends and some delay with them.
fn allowed_days(cast: &Cast, sent: Timestamp) -> i64 {
    let definition = &cast.definition;
    let from = day(definition, sent);
    let due = definition.casework.decide_within.after(from, &definition.holidays);
    i64::from((due - from).get_days()).max(1) + 2
}

async fn revision(app: &App, applicant: &Applicant) -> Result<i64, Fault> {
    let loaded = app.store.load(applicant.case).await?;
    loaded
        .map(|loaded| loaded.case.revision)
        .ok_or_else(|| Fault::Defect("a made-up case is gone".into()))
}

/// An outcome of the service, mostly one that needs no reason; none where it has no outcomes.
fn ruling(cast: &Cast, chance: &mut fastrand::Rng) -> Option<Ruling> {
    let outcomes = &cast.definition.casework.outcomes;
    let good = outcomes.iter().find(|(_, rule)| rule.reasons.is_empty());
    let bad: Vec<_> = outcomes.iter().filter(|(_, rule)| !rule.reasons.is_empty()).collect();
    let picked = match (good, chance.choice(bad)) {
        (Some(good), Some(bad)) => {
            if chance.u32(0..100) < DECIDED_WELL {
                Some(good)
            } else {
                Some(bad)
            }
        }
        (good, bad) => good.or(bad),
    };
    picked.map(|(name, rule)| Ruling {
        outcome: name.clone(),
        reason: chance.choice(rule.reasons.keys()).cloned(),
        said: String::new(),
    })
}

fn done(act: Result<(), NotActed>) -> Result<(), Fault> {
    act.map_err(|error| Fault::Defect(format!("an act on a made-up case failed: {error:?}")))
}
