//! Times that can be booked. This file says which have room, for the page and for what is saved; [`booking`] books one
//! with a decision; [`staff`] is what staff see of a calendar and do to it.

mod booking;
mod staff;

use std::collections::BTreeSet;

use exemplar_core::answer::{Answer, Answers};
use exemplar_core::apply::PageProblem;
use exemplar_core::casework::booking::{Taken, Wanted, asked_for, claimed, claims_of_calendar, wanted_of};
use exemplar_core::definition::Definition;
use exemplar_core::id::{Name, ServiceId};
use exemplar_core::journey::Walk;
use exemplar_core::kind::SlotsRules;
use exemplar_core::record::Case;
use exemplar_store::{Fault, Seat};
use jiff::civil::{Date, DateTime, Weekday};

use crate::App;

pub(crate) use booking::Free;
pub use staff::{BookedCase, CalendarHere, CalendarWeek, Closed, DayInBrief, DayTime};

/// The times that one person can choose, a week at a time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Week {
    /// Its first day that can be booked.
    pub first: Date,
    /// Its last.
    pub last: Date,
    /// The days with times, earliest first.
    pub days: Vec<OfferedDay>,
    /// A day of the week before, where there is one.
    pub before: Option<Date>,
    /// A day of the week after.
    pub after: Option<Date>,
    /// Those of the chosen times that have no room any more.
    pub gone: Vec<DateTime>,
    /// Whether no time of any week has room.
    pub none_free: bool,
}

/// A day with its times.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfferedDay {
    /// The day.
    pub day: Date,
    /// Its times, earliest first.
    pub times: Vec<OfferedTime>,
}

/// A time as a person sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OfferedTime {
    /// When it begins.
    pub at: DateTime,
    /// When it ends.
    pub end: DateTime,
    /// Whether it has room for this person.
    pub has_room: bool,
}

/// What a person wants, as it is asked for on a page: owned, so that it can be held while the store is asked.
#[must_use]
pub fn wanted_on_page(walk: &Walk<'_>, live: &Definition, question: &Name) -> Option<(Wanted, SlotsRules)> {
    let asked = walk.question(question)?;
    let rules = asked.kind.slots()?;
    let chosen = walk.answers().slots(question).map(|slots| slots.times.clone());
    let wanted = asked_for(walk, live, (asked, rules), chosen.unwrap_or_default());
    Some((wanted, rules.clone()))
}

impl App {
    /// What is taken of a calendar on some days, both ends included.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn taken(
        &self,
        service: &ServiceId,
        of: (&Name, Option<&Name>),
        days: (Date, Date),
    ) -> Result<Taken, Fault> {
        let seats = self.seats(service, of, days).await?;
        let mut taken = Taken::default();
        taken.extend(seats.iter().filter_map(|seat| claimed(&seat.rest)));
        Ok(taken)
    }

    /// What others than a case have taken of a calendar on some days.
    async fn taken_by_others(
        &self,
        case: &Case,
        of: (&Name, Option<&Name>),
        days: (Date, Date),
    ) -> Result<Taken, Fault> {
        let seats = self.seats(&case.service, of, days).await?;
        let others = seats.iter().filter(|seat| seat.case != case.id);
        let mut taken = Taken::default();
        taken.extend(others.filter_map(|seat| claimed(&seat.rest)));
        Ok(taken)
    }

    async fn seats(
        &self,
        service: &ServiceId,
        (calendar, of): (&Name, Option<&Name>),
        (from, to): (Date, Date),
    ) -> Result<Vec<Seat>, Fault> {
        let beginning = claims_of_calendar(service, calendar, of);
        // The day after the last is the first that is not meant.
        let end = to.tomorrow().unwrap_or(to);
        self.store.seats(&beginning, &from.to_string(), &end.to_string()).await
    }

    /// The week of a day, or the first with a time that has room. None where nothing can be booked at all.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn week(
        &self,
        service: &ServiceId,
        wanted: &Wanted,
        (today, asked): (Date, Option<Date>),
    ) -> Result<Option<Week>, Fault> {
        let calendar = &wanted.calendar;
        let Some((from, to)) = calendar.days(today) else {
            return Ok(None);
        };
        let of = wanted.of.as_ref();
        let furthest = wanted.times.iter().map(|at| at.date());
        let span = (furthest.clone().fold(from, Date::min), furthest.fold(to, Date::max));
        let taken = self.taken(service, (&calendar.name, of), span).await?;
        let open = |day: &Date| !calendar.is_closed(of, *day);
        let days = std::iter::successors(Some(from), |day| day.tomorrow().ok()).take_while(|day| *day <= to);
        let offered: Vec<OfferedDay> = days
            .filter(open)
            .map(|day| OfferedDay {
                day,
                times: calendar
                    .times_on(of, day)
                    .into_iter()
                    .filter(|at| !taken.closed.contains(at))
                    .map(|at| OfferedTime {
                        at,
                        end: calendar.end(at),
                        has_room: taken.has_room(wanted, at),
                    })
                    .collect(),
            })
            .filter(|day| !day.times.is_empty())
            .collect();
        let has_room = |day: &&OfferedDay| day.times.iter().any(|time| time.has_room);
        let first_free = offered.iter().find(has_room).map(|day| day.day);
        let shown = asked.or(first_free).unwrap_or(from).clamp(from, to);
        let monday = monday_of(shown);
        let sunday = monday.saturating_add(jiff::Span::new().days(6));
        let gone = wanted
            .times
            .iter()
            .copied()
            .filter(|at| calendar.offers(of, *at, today).is_err() || !taken.has_room(wanted, *at));
        Ok(Some(Week {
            first: monday.max(from),
            last: sunday.min(to),
            before: monday.yesterday().ok().filter(|day| *day >= from),
            after: sunday.tomorrow().ok().filter(|day| *day <= to),
            gone: gone.collect(),
            none_free: first_free.is_none(),
            days: offered
                .into_iter()
                .filter(|day| (monday..=sunday).contains(&day.day))
                .collect(),
        }))
    }

    /// Those times of what somebody wants that have no room.
    ///
    /// # Errors
    /// When the store fails.
    pub(crate) async fn without_room(&self, service: &ServiceId, wanted: &Wanted) -> Result<Vec<DateTime>, Fault> {
        let days: BTreeSet<Date> = wanted.times.iter().map(|at| at.date()).collect();
        let (Some(first), Some(last)) = (days.first(), days.last()) else {
            return Ok(Vec::new());
        };
        let of = (&wanted.calendar.name, wanted.of.as_ref());
        let taken = self.taken(service, of, (*first, *last)).await?;
        let gone = wanted.times.iter().filter(|at| !taken.has_room(wanted, **at));
        Ok(gone.copied().collect())
    }

    /// What is wrong with times that are to be saved: they are full. Those that were chosen before are looked at only
    /// where the person goes on.
    ///
    /// # Errors
    /// When the store fails.
    pub(crate) async fn full_times(&self, service: &ServiceId, chosen: Vec<Wanted>) -> Result<Vec<PageProblem>, Fault> {
        let mut problems = Vec::new();
        for wanted in chosen {
            let full = self.without_room(service, &wanted).await?;
            problems.extend(full.into_iter().map(|at| PageProblem {
                question: wanted.question.clone(),
                problem: SlotsRules::full(at),
            }));
        }
        Ok(problems)
    }
}

/// The times among answers that are to be saved of which it must be seen whether they have room.
#[must_use]
pub(crate) fn chosen_in(walk: &Walk<'_>, live: &Definition, before: &Answers, given: &[(Name, Answer)]) -> Vec<Wanted> {
    let chosen = |(name, answer): &(Name, Answer)| {
        let Answer::Slots(slots) = answer else { return None };
        let question = walk.question(name)?;
        let rules = question.kind.slots()?;
        let known = before.slots(name).filter(|_| !slots.finished);
        let times = slots.times.iter().copied();
        let times = times.filter(|at| known.is_none_or(|known| !known.times.contains(at)));
        Some(asked_for(walk, live, (question, rules), times.collect()))
    };
    given.iter().filter_map(chosen).collect()
}

/// All times on a path, each with the page on which it was chosen.
#[must_use]
pub(crate) fn chosen_on_path(walk: &Walk<'_>, live: &Definition) -> Vec<(Name, Wanted)> {
    let pages = walk
        .pages()
        .flat_map(|page| page.questions().iter().map(move |question| (page, question)));
    pages
        .filter_map(|(page, question)| Some((page.name.clone(), wanted_of(walk, live, &question.name)?)))
        .collect()
}

fn monday_of(day: Date) -> Date {
    let since = day.weekday().since(Weekday::Monday);
    day.saturating_sub(jiff::Span::new().days(i64::from(since)))
}
