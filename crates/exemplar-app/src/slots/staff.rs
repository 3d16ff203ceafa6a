//! What staff see of a calendar: a week of its days, and one day with its times, who is booked and what is closed.
//! Whoever may see a case in the queue sees it here too, and nobody else does.

use std::collections::BTreeMap;
use std::sync::Arc;

use exemplar_core::casework::booking::{Claimed, Taken, claim_that_closes, claimed};
use exemplar_core::casework::office_of_entry;
use exemplar_core::definition::{Definition, Question, SlotCalendar};
use exemplar_core::id::{CaseId, Name, Reference};

use exemplar_core::record::{ClaimChange, ClaimKind, Committed, Outcome};
use exemplar_store::{Fault, Seat};
use jiff::civil::{Date, DateTime};

use super::monday_of;
use crate::apply::zone;
use crate::casework::walk;
use crate::says::Says;
use crate::staff::SignedIn;
use crate::{App, chance};

/// A calendar that somebody may see, or one of its entries.
#[derive(Debug, Clone)]
pub struct CalendarHere {
    /// The service as it is live.
    pub definition: Arc<Definition>,
    /// The calendar.
    pub calendar: Arc<SlotCalendar>,
    /// The entry, where there is one calendar for each of a list.
    pub of: Option<Name>,
}

/// A week of a calendar, with one of its days.
#[derive(Debug)]
pub struct CalendarWeek {
    /// Its days, from Monday.
    pub days: Vec<DayInBrief>,
    /// The day that is shown.
    pub day: Date,
    /// The times of that day, earliest first.
    pub times: Vec<DayTime>,
}

/// How much of a day is booked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DayInBrief {
    /// The day.
    pub day: Date,
    /// Whether it has times.
    pub has_times: bool,
    /// So many places are booked.
    pub booked: usize,
    /// So many are free, in times that nobody closed.
    pub free: usize,
}

/// A time of a day.
#[derive(Debug)]
pub struct DayTime {
    /// When it begins.
    pub at: DateTime,
    /// When it ends.
    pub end: DateTime,
    /// So many places are booked.
    pub taken: usize,
    /// So many are free.
    pub free: usize,
    /// Whether the service or staff closed it.
    pub closed: Closed,
    /// Who is booked, as far as this person may see it.
    pub booked: Vec<BookedCase>,
    /// So many places are those of cases that this person may not see.
    pub hidden: usize,
}

/// Whether a time is closed, and by whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Closed {
    /// It is open.
    No,
    /// The service closes the day, or has no such time any more.
    ByTheService,
    /// Staff closed it, and can open it again.
    ByStaff,
}

/// A case that is booked.
#[derive(Debug, PartialEq, Eq)]
pub struct BookedCase {
    /// The case.
    pub case: CaseId,
    /// Its reference.
    pub reference: Option<Reference>,
    /// So many places are theirs.
    pub places: usize,
    /// Who it is: what was answered of what the service shows first, or else the names.
    pub who: Vec<String>,
}

impl CalendarHere {
    /// What the entry is called, in a language of the definition.
    #[must_use]
    pub fn entry(&self, language: usize) -> Option<&str> {
        let each = self.calendar.one_for_each.as_ref()?;
        let list = self.definition.lists.get(&each.list)?;
        Some(list.names.get(self.of.as_ref()?)?.get(language))
    }

    /// How addresses name it: `prison-visit.visits.leeds`.
    #[must_use]
    pub fn address(&self) -> String {
        let of = self.of.as_ref().map_or("", |of| of.as_str());
        format!("{}.{}.{of}", self.definition.id, self.calendar.name)
    }

    /// The state of a time, as far as the service and staff closed it.
    fn closed(&self, at: DateTime, taken: &Taken) -> Closed {
        let of = self.of.as_ref();
        if self.calendar.is_closed(of, at.date()) || !self.calendar.times_on(of, at.date()).contains(&at) {
            Closed::ByTheService
        } else if taken.closed.contains(&at) {
            Closed::ByStaff
        } else {
            Closed::No
        }
    }

    fn in_brief(&self, day: Date, taken: &Taken) -> DayInBrief {
        let times = self.calendar.times_on(self.of.as_ref(), day);
        let booked = taken.places.iter().filter(|(at, _)| at.date() == day);
        let open = times.iter().filter(|at| self.closed(**at, taken) == Closed::No);
        DayInBrief {
            day,
            has_times: !times.is_empty(),
            booked: booked.map(|(_, places)| places.len()).sum(),
            free: open.map(|at| taken.free(&self.calendar, *at).len()).sum(),
        }
    }
}

impl App {
    /// Whether any service has a calendar.
    #[must_use]
    pub fn has_calendars(&self) -> bool {
        self.services.all().iter().any(|service| !service.calendars.is_empty())
    }

    /// The calendars of which somebody may see what is booked, by service.
    #[must_use]
    pub fn calendars_of(&self, who: &SignedIn) -> Vec<CalendarHere> {
        let mut found = Vec::new();
        for definition in self.services.all() {
            for calendar in definition.calendars.values() {
                let list = calendar.one_for_each.as_ref();
                let list = list.and_then(|each| definition.lists.get(&each.list));
                for of in calendar.entries(list.map(|list| &**list)) {
                    if is_in_scope(who, &definition, calendar, of) {
                        found.push(CalendarHere {
                            definition: Arc::clone(&definition),
                            calendar: Arc::clone(calendar),
                            of: of.cloned(),
                        });
                    }
                }
            }
        }
        found
    }

    /// The calendar of an address, where somebody may see it.
    #[must_use]
    pub fn calendar_at(&self, who: &SignedIn, address: &str) -> Option<CalendarHere> {
        let mut all = self.calendars_of(who).into_iter();
        all.find(|here| here.address() == address)
    }

    /// A day of a calendar and its week. With no day it is today, or the next day with times. The look is on record
    /// when this returns.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn calendar_week(
        &self,
        who: &SignedIn,
        here: &CalendarHere,
        day: Option<Date>,
    ) -> Result<CalendarWeek, Fault> {
        let (calendar, of) = (&here.calendar, here.of.as_ref());
        let today = self.clock.now().to_zoned(zone(&here.definition)).date();
        let from_today = std::iter::successors(Some(today), |day| day.tomorrow().ok()).take(7);
        let next = from_today
            .into_iter()
            .find(|day| !calendar.times_on(of, *day).is_empty());
        let day = day.or(next).unwrap_or(today);
        let monday = monday_of(day);
        let week = || std::iter::successors(Some(monday), |day| day.tomorrow().ok()).take(7);
        let last = week().last().unwrap_or(monday);
        let seats = self
            .seats(&here.definition.id, (&calendar.name, of), (monday, last))
            .await?;
        let mut taken = Taken::default();
        taken.extend(seats.iter().filter_map(|seat| claimed(&seat.rest)));
        let times = self.times_of_day(who, here, day, (&seats, &taken)).await?;
        self.look_at_list(who, "calendar", &format!("{} {day}", here.address()))
            .await?;
        Ok(CalendarWeek {
            days: week().map(|day| here.in_brief(day, &taken)).collect(),
            day,
            times,
        })
    }

    async fn times_of_day(
        &self,
        who: &SignedIn,
        here: &CalendarHere,
        day: Date,
        (seats, taken): (&[Seat], &Taken),
    ) -> Result<Vec<DayTime>, Fault> {
        let calendar = &here.calendar;
        let mut by_time: BTreeMap<DateTime, BTreeMap<CaseId, usize>> = BTreeMap::new();
        for at in calendar.times_on(here.of.as_ref(), day) {
            by_time.entry(at).or_default();
        }
        for seat in seats {
            if let Some((at, Claimed::Place(_))) = claimed(&seat.rest)
                && at.date() == day
            {
                *by_time.entry(at).or_default().entry(seat.case).or_default() += 1;
            }
        }
        let mut times = Vec::with_capacity(by_time.len());
        for (at, cases) in by_time {
            let closed = here.closed(at, taken);
            let mut time = DayTime {
                at,
                end: calendar.end(at),
                taken: cases.values().sum(),
                free: match closed {
                    Closed::No => taken.free(calendar, at).len(),
                    Closed::ByTheService | Closed::ByStaff => 0,
                },
                closed,
                booked: Vec::new(),
                hidden: 0,
            };
            for (case, places) in cases {
                match self.booked_case(who, case, places).await? {
                    Some(booked) => time.booked.push(booked),
                    None => time.hidden += places,
                }
            }
            time.booked.sort_by(|a, b| a.who.cmp(&b.who));
            times.push(time);
        }
        Ok(times)
    }

    /// A case that is booked, where somebody may see it.
    async fn booked_case(&self, who: &SignedIn, id: CaseId, places: usize) -> Result<Option<BookedCase>, Fault> {
        let Some(loaded) = self.case_in_scope(who, id).await? else {
            return Ok(None);
        };
        let definition = self.services.version(&self.store, loaded.case.definition).await?;
        let today = self.clock.now().to_zoned(zone(&definition)).date();
        let walk = walk(&loaded, &definition, today);
        let says = Says {
            words: self.words.of(&definition.languages[0]),
            definition: &definition,
            language: 0,
        };
        let first = &definition.casework.show_first;
        let is_shown = |question: &&Question| match first.is_empty() {
            true => matches!(question.kind.key(), "name" | "party"),
            false => first.contains(&question.name),
        };
        let asked = walk.questions().filter(is_shown);
        Ok(Some(BookedCase {
            case: id,
            reference: loaded.case.reference.clone(),
            places,
            who: asked.flat_map(|question| says.answer(&walk, question)).collect(),
        }))
    }

    /// Closes a time, or opens it again: nobody books it while it is closed. What is booked stays booked; who has it is
    /// told by staff. Where somebody else did it at the same moment, that is how it stands.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn close_time(&self, who: &SignedIn, here: &CalendarHere, at: DateTime, open: bool) -> Result<(), Fault> {
        let (service, name, of) = (&here.definition.id, &here.calendar.name, here.of.as_ref());
        let value = claim_that_closes(service, name, of, at);
        let kind = ClaimKind::Seat;
        let now = self.clock.now();
        let change = if open {
            let Some(closed) = self.store.find_claim(kind, &value).await? else {
                return Ok(());
            };
            ClaimChange::GiveBack {
                kind,
                value,
                owner: closed.owner,
            }
        } else {
            // It says who closed the time, and is forgotten once the time is over.
            let over = here.calendar.end(at).to_zoned(zone(&here.definition));
            ClaimChange::Take {
                kind,
                value,
                owner: CaseId(who.staff.id.0),
                until: Some(over.map_or(now, |over| over.timestamp())),
            }
        };
        let mut outcome = Outcome::new(chance::commit_id(), now);
        outcome.claims.push(change);
        match self.store.commit(outcome).await? {
            Committed::Committed | Committed::Conflict | Committed::Taken { .. } => Ok(()),
        }
    }
}

/// Whether the cases that are booked there could be in somebody's queue: they answer for the whole organisation, or for
/// the office to which cases of this entry go.
fn is_in_scope(who: &SignedIn, definition: &Definition, calendar: &SlotCalendar, of: Option<&Name>) -> bool {
    let office = office_of_entry(definition, calendar, of);
    who.scope.reaches().iter().any(|reach| {
        reach.organisation == definition.organisation
            && reach.service.as_ref().is_none_or(|service| *service == definition.id)
            && reach.office.as_ref().is_none_or(|own| office.as_ref() == Some(own))
    })
}
