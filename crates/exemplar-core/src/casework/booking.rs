//! Booking: the first chosen time that has room, its places as claims, and giving them back. Reading which places are
//! taken is not here, and neither is who decides: an officer and the computer book in the same way.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;

use super::again::RECONSIDERED;
use crate::answer::{Answer, Booked, Given};
use crate::definition::{Definition, NotOffered, Question, SlotCalendar, read_time, write_time};
use crate::id::{Name, ServiceId};
use crate::journey::Walk;
use crate::kind::SlotsRules;
use crate::record::{Change, ClaimChange, ClaimKind, NewEvent, Outcome, Part};

/// What an outcome is to book for a case.
#[derive(Debug, Clone)]
pub struct Wanted {
    /// The question of times.
    pub question: Name,
    /// The calendar as it is today.
    pub calendar: Arc<SlotCalendar>,
    /// The entry, where there is one calendar for each of a list.
    pub of: Option<Name>,
    /// The times that were chosen, the best first.
    pub times: Vec<DateTime>,
    /// How many places.
    pub needs: u32,
}

/// What is known of the times of a calendar outside its definition.
#[derive(Debug, Clone, Default)]
pub struct Taken {
    /// The places that somebody has, by time.
    pub places: BTreeMap<DateTime, BTreeSet<u32>>,
    /// Times that staff closed.
    pub closed: BTreeSet<DateTime>,
}

/// What a claim on a time is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Claimed {
    /// Somebody has this place.
    Place(u32),
    /// Staff closed the time.
    Closed,
}

impl Extend<(DateTime, Claimed)> for Taken {
    fn extend<T: IntoIterator<Item = (DateTime, Claimed)>>(&mut self, claims: T) {
        for (at, claimed) in claims {
            match claimed {
                Claimed::Place(place) => {
                    self.places.entry(at).or_default().insert(place);
                }
                Claimed::Closed => {
                    self.closed.insert(at);
                }
            }
        }
    }
}

impl Taken {
    /// The places of a time that are free, by number from 1; none where staff closed it.
    ///
    /// Where a calendar has fewer places than it had, those beyond count too, so that never more are taken than exist.
    #[must_use]
    pub fn free(&self, calendar: &SlotCalendar, at: DateTime) -> Vec<u32> {
        if self.closed.contains(&at) {
            return Vec::new();
        }
        let none = BTreeSet::new();
        let taken = self.places.get(&at).unwrap_or(&none);
        let above = |place: u32| u32::try_from(taken.range(place + 1..).count()).unwrap_or(u32::MAX);
        let mut highest = calendar.places;
        while highest > 0 && highest.saturating_add(above(highest)) > calendar.places {
            highest -= 1;
        }
        (1..=highest).filter(|place| !taken.contains(place)).collect()
    }

    /// Whether a time has as many places as are wanted.
    #[must_use]
    pub fn has_room(&self, wanted: &Wanted, at: DateTime) -> bool {
        self.free(&wanted.calendar, at).len() >= wanted.needs as usize
    }
}

/// What an outcome books: none where it books nothing, or where the question was not asked of this person.
///
/// The calendar is that of the live version: what can be booked must be true today.
#[must_use]
pub fn wanted(walk: &Walk<'_>, live: &Definition, outcome: &Name) -> Option<Wanted> {
    let definition = walk.definition();
    let name = definition.casework.outcomes.get(outcome)?.books.as_ref()?;
    wanted_of(walk, live, name)
}

/// What a person wants of a question of times, where it is on their path and they chose some.
#[must_use]
pub fn wanted_of(walk: &Walk<'_>, live: &Definition, question: &Name) -> Option<Wanted> {
    let asked = walk.questions().find(|asked| asked.name == *question)?;
    let rules = asked.kind.slots()?;
    let slots = walk.answers().slots(question.as_str())?;
    Some(asked_for(walk, live, (asked, rules), slots.times.clone()))
}

/// What a person would want of a question of times, did they choose these.
#[must_use]
pub fn asked_for(
    walk: &Walk<'_>,
    live: &Definition,
    (question, rules): (&Question, &SlotsRules),
    times: Vec<DateTime>,
) -> Wanted {
    let bounds = walk.bounds(question);
    let calendar = live.calendars.get(&rules.calendar.name).unwrap_or(&rules.calendar);
    Wanted {
        question: question.name.clone(),
        calendar: Arc::clone(calendar),
        of: rules.of(&bounds),
        times,
        needs: rules.needs(&bounds),
    }
}

/// The first chosen time that has room, with its places. `draw` is chance: two who book at once then seldom want the
/// same place. `now` is in the service's time zone.
#[must_use]
pub fn first_free(wanted: &Wanted, taken: &Taken, now: DateTime, draw: usize) -> Option<Booked> {
    let calendar = &wanted.calendar;
    wanted.times.iter().find_map(|at| {
        let gone = matches!(
            calendar.offers(wanted.of.as_ref(), *at, now.date()),
            Err(NotOffered::NoSuchTime | NotOffered::Closed)
        );
        if gone || *at <= now {
            return None;
        }
        let mut free = taken.free(calendar, *at);
        let needs = wanted.needs as usize;
        if free.len() < needs {
            return None;
        }
        let length = free.len();
        free.rotate_left(draw % length);
        let mut places: Vec<u32> = free.into_iter().take(needs).collect();
        places.sort_unstable();
        Some(Booked {
            calendar: calendar.name.clone(),
            of: wanted.of.clone(),
            at: *at,
            minutes: calendar.minutes,
            places,
        })
    })
}

/// Puts what a decision books into its outcome: the places as claims, and what was booked into the answer, the decision
/// and the event. Gives back what an earlier decision booked. Gives the applicant's part as it is then, where that
/// changes anything.
///
/// With no booking it only gives back.
pub fn settle(outcome: &mut Outcome, booking: Option<(&Name, &Booked)>) -> Option<Part> {
    let case = outcome.changed_case()?;
    let (case, service) = (case.id, case.service.clone());
    let changed = outcome.changes.iter().position(is_applicants);
    let part = match changed.map(|place| &outcome.changes[place]) {
        Some(Change::Part(_, part)) => part,
        _ => {
            let mut read = outcome.read.iter().filter(|read| read.case.id == case);
            read.find_map(|read| read.parts.iter().find(|part| part.participant == 0))?
        }
    };
    let has_booked = |given: &Given| matches!(&given.answer, Answer::Slots(slots) if slots.booked.is_some());
    if booking.is_none() && !part.answers.0.values().any(has_booked) {
        return None;
    }
    let mut part = part.clone();
    if changed.is_none() {
        part.revision += 1;
        part.last_commit = outcome.commit;
    }
    let mut before = BTreeSet::new();
    let mut after = BTreeSet::new();
    for (name, given) in &mut part.answers.0 {
        let Answer::Slots(slots) = &mut given.answer else {
            continue;
        };
        let now = booking
            .filter(|(question, _)| *question == name)
            .map(|(_, booked)| booked);
        before.extend(slots.booked.iter().flat_map(|booked| places(&service, booked)));
        after.extend(now.iter().flat_map(|booked| places(&service, booked)));
        slots.booked = now.cloned();
    }
    let kind = ClaimKind::Seat;
    let back = before.difference(&after).cloned();
    let take = after.difference(&before).cloned();
    outcome.claims.extend(back.map(|value| ClaimChange::GiveBack {
        kind,
        value,
        owner: case,
    }));
    outcome.claims.extend(take.map(|value| ClaimChange::Take {
        kind,
        value,
        owner: case,
        until: None,
    }));
    if let Some((_, booked)) = booking {
        note(outcome, booked);
    }
    match changed {
        Some(place) => outcome.changes[place] = Change::Part(case, part.clone()),
        None => outcome.changes.push(Change::Part(case, part.clone())),
    }
    Some(part)
}

fn is_applicants(change: &Change) -> bool {
    matches!(change, Change::Part(_, part) if part.participant == 0)
}

/// Says in the decision and in its event what was booked.
fn note(outcome: &mut Outcome, booked: &Booked) {
    let said = serde_json::json!({ "at": write_time(booked.at), "places": booked.places });
    for change in &mut outcome.changes {
        if let Change::Decision(_, decision) = change {
            decision.reasons["booked"] = said.clone();
        }
    }
    let is_decision = |event: &&mut NewEvent| matches!(event.kind, "decided" | RECONSIDERED);
    for event in outcome.events.iter_mut().filter(is_decision) {
        event.details["booked"] = said.clone();
    }
}

/// The claims on the places of a booking.
fn places<'a>(service: &'a ServiceId, booked: &'a Booked) -> impl Iterator<Item = String> + 'a {
    let time = claim_of_time(service, &booked.calendar, booked.of.as_ref(), booked.at);
    booked.places.iter().map(move |place| format!("{time}/{place:04}"))
}

/// What the claims on all times of a calendar, or of one of its entries, begin with.
#[must_use]
pub fn claims_of_calendar(service: &ServiceId, calendar: &Name, of: Option<&Name>) -> String {
    format!("{service}/{calendar}/{}/", of.map_or("", |of| of.as_str()))
}

/// What the claims on the places of a time begin with.
fn claim_of_time(service: &ServiceId, calendar: &Name, of: Option<&Name>, at: DateTime) -> String {
    format!("{}{}", claims_of_calendar(service, calendar, of), write_time(at))
}

/// What stands in the claim that closes a time, in place of a place.
const CLOSED: &str = "closed";

/// The claim that closes a time: nobody books it while somebody has that.
#[must_use]
pub fn claim_that_closes(service: &ServiceId, calendar: &Name, of: Option<&Name>, at: DateTime) -> String {
    format!("{}/{CLOSED}", claim_of_time(service, calendar, of, at))
}

/// The time that a claim is on, and what of it, from what stands after [`claims_of_calendar`].
#[must_use]
pub fn claimed(rest: &str) -> Option<(DateTime, Claimed)> {
    let (time, what) = rest.split_once('/')?;
    let claimed = match what {
        CLOSED => Claimed::Closed,
        place => Claimed::Place(place.parse().ok()?),
    };
    Some((read_time(time)?, claimed))
}

/// When a booked time begins: the moment from which messages and keeping count.
#[must_use]
pub fn begins(definition: &Definition, booked: &Booked) -> Option<Timestamp> {
    let zone = TimeZone::get(&definition.time_zone).ok()?;
    Some(booked.at.to_zoned(zone).ok()?.timestamp())
}

/// What is booked of a question of times; none where nothing is.
#[must_use]
pub fn booked_in<'a>(walk: &'a Walk<'_>, question: &str) -> Option<&'a Booked> {
    walk.answers().slots(question)?.booked.as_ref()
}

/// The moment named by a question of times: when what was booked of it begins. None where nothing is booked.
#[must_use]
pub fn moment_of(walk: &Walk<'_>, question: &str) -> Option<Timestamp> {
    begins(walk.definition(), booked_in(walk, question)?)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    fn calendar(places: u32) -> SlotCalendar {
        SlotCalendar {
            places,
            ..SlotCalendar::on_tuesdays("visits", date(2026, 5, 1))
        }
    }

    fn wanted(places: u32, needs: u32) -> Wanted {
        Wanted {
            question: Name::from("times"),
            calendar: Arc::new(calendar(places)),
            of: None,
            times: vec![date(2026, 5, 12).at(9, 0, 0, 0), date(2026, 5, 5).at(9, 0, 0, 0)],
            needs,
        }
    }

    const NOW: DateTime = date(2026, 5, 2).at(8, 0, 0, 0);

    fn taken(at: DateTime, places: impl IntoIterator<Item = u32>) -> Taken {
        Taken {
            places: BTreeMap::from([(at, places.into_iter().collect())]),
            ..Taken::default()
        }
    }

    #[test]
    fn the_first_choice_that_has_room_is_booked() {
        let wanted = wanted(3, 2);
        let [best, second] = wanted.times[..] else { panic!() };
        let of = |taken: &Taken| first_free(&wanted, taken, NOW, 0).map(|booked| (booked.at, booked.places));
        assert_eq!(of(&Taken::default()), Some((best, vec![1, 2])));
        assert_eq!(of(&taken(best, [2])), Some((best, vec![1, 3])));
        assert_eq!(of(&taken(best, [2, 3])), Some((second, vec![1, 2])));
    }

    #[test]
    fn a_time_that_is_over_closed_or_gone_is_passed_over() {
        let wanted = wanted(3, 1);
        let [best, second] = wanted.times[..] else { panic!() };
        let at = |taken: &Taken, now| first_free(&wanted, taken, now, 0).map(|booked| booked.at);
        assert_eq!(at(&Taken::default(), second), Some(best));
        assert_eq!(at(&Taken::default(), best), None);
        let by_staff = Taken {
            closed: BTreeSet::from([best]),
            ..Taken::default()
        };
        assert_eq!(at(&by_staff, NOW), Some(second));
        let day = SlotCalendar {
            closed: vec![crate::definition::ClosedDay {
                day: best.date(),
                of: None,
            }],
            ..calendar(3)
        };
        let closed = Wanted {
            calendar: Arc::new(day),
            ..wanted.clone()
        };
        assert_eq!(
            first_free(&closed, &Taken::default(), NOW, 0).map(|booked| booked.at),
            Some(second)
        );
    }

    #[test]
    fn a_claim_says_its_time_and_its_place() {
        let booked = first_free(&wanted(3, 2), &Taken::default(), NOW, 0).unwrap();
        let service = ServiceId::from("permit");
        let claims: Vec<String> = places(&service, &booked).collect();
        assert_eq!(claims[0], "permit/visits//2026-05-12 09:00/0001");
        let prefix = claims_of_calendar(&service, &booked.calendar, None);
        assert_eq!(
            claimed(claims[1].strip_prefix(&prefix).unwrap()),
            Some((booked.at, Claimed::Place(2)))
        );
        let closed = claim_that_closes(&service, &booked.calendar, None, booked.at);
        let rest = closed.strip_prefix(&prefix).unwrap();
        assert_eq!(claimed(rest), Some((booked.at, Claimed::Closed)));
    }

    proptest! {
        #[test]
        fn never_more_places_are_taken_than_exist(
            bookings in proptest::collection::vec((1u32..5, 1u32..8, 0usize..50), 1..60),
        ) {
            let mut taken = Taken::default();
            let mut fewest = u32::MAX;
            for (needs, places, draw) in bookings {
                // The calendar changes its number of places between bookings.
                let wanted = wanted(places, needs);
                fewest = fewest.min(places);
                let before: BTreeMap<_, usize> = taken.places.iter().map(|(at, seats)| (*at, seats.len())).collect();
                if let Some(booked) = first_free(&wanted, &taken, NOW, draw) {
                    let seats = taken.places.entry(booked.at).or_default();
                    for place in &booked.places {
                        prop_assert!(seats.insert(*place), "a place was given twice");
                    }
                    prop_assert!(seats.len() <= places as usize);
                    prop_assert_eq!(seats.len() - before.get(&booked.at).copied().unwrap_or(0), needs as usize);
                }
            }
        }
    }
}
