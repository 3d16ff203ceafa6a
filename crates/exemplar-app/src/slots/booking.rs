//! Booking a time with a decision. Whoever decides, staff or the computer, [`App::free`] reads before what is taken of
//! the times that the case asks for; [`Free::settle`] then puts what the outcome books into the commit of the decision.
//! Where somebody took a place meanwhile, the commit says so, and all of it is done again.

use exemplar_core::answer::Booked;
use exemplar_core::casework::Refusal;
use exemplar_core::casework::booking::{Taken, Wanted, first_free, settle, wanted};
use exemplar_core::definition::Definition;
use exemplar_core::id::Name;
use exemplar_core::journey::Walk;
use exemplar_core::record::{LoadedCase, Outcome, Part};
use exemplar_store::Fault;
use jiff::civil::DateTime;

use crate::apply::zone;
use crate::casework::walk;
use crate::{App, chance};

/// What the outcomes of a case could book, as it was when that was read.
#[derive(Debug, Default)]
pub(crate) struct Free {
    /// By outcome; empty where none books anything for this case.
    outcomes: Vec<(Name, Wanted, Taken)>,
    /// The time of day in the service's time zone.
    now: DateTime,
    /// Chance: two who book at once then seldom want the same place.
    draw: usize,
}

impl Free {
    /// What a decision with this outcome books: none where it books nothing, or the case asks for no time.
    ///
    /// # Errors
    /// [`Refusal::NoneFree`] where none of the times has room.
    fn of(&self, outcome: &Name) -> Result<Option<(&Name, Booked)>, Refusal> {
        let Some((_, wanted, taken)) = self.outcomes.iter().find(|(name, ..)| name == outcome) else {
            return Ok(None);
        };
        let booked = first_free(wanted, taken, self.now, self.draw).ok_or(Refusal::NoneFree)?;
        Ok(Some((&wanted.question, booked)))
    }

    /// Whether none of the times has room that the computer would book.
    pub(crate) fn no_room(&self, definition: &Definition) -> bool {
        let automatic = definition.casework.automatic.as_ref();
        automatic.is_some_and(|automatic| self.of(&automatic.outcome).is_err())
    }

    /// Puts what a decision books into its outcome, and gives back what an earlier one booked. Gives the applicant's
    /// part as it is then, where that changes anything.
    ///
    /// # Errors
    /// [`Refusal::NoneFree`].
    pub(crate) fn settle(&self, outcome: &mut Outcome, decided: &Name) -> Result<Option<Part>, Refusal> {
        let booking = self.of(decided)?;
        Ok(settle(
            outcome,
            booking.as_ref().map(|(question, booked)| (*question, booked)),
        ))
    }
}

impl App {
    /// What the outcomes of a case can book. The store is asked nothing where the service has no calendar.
    ///
    /// # Errors
    /// When the store fails.
    pub(crate) async fn free(&self, loaded: &LoadedCase, definition: &Definition) -> Result<Free, Fault> {
        if definition.calendars.is_empty() {
            return Ok(Free::default());
        }
        let today = self.clock.now().to_zoned(zone(definition)).date();
        let wanted = self.wanted_by_outcome(&walk(loaded, definition, today), loaded);
        self.free_of(wanted, loaded, definition).await
    }

    /// What each outcome books for a case, where it books anything. The calendars are those of the live version.
    pub(crate) fn wanted_by_outcome(&self, walk: &Walk<'_>, loaded: &LoadedCase) -> Vec<(Name, Wanted)> {
        let definition = walk.definition();
        let live = self.services.live(&loaded.case.service);
        let live = live.as_deref().unwrap_or(definition);
        let outcomes = definition.casework.outcomes.keys();
        outcomes
            .filter_map(|outcome| Some((outcome.clone(), wanted(walk, live, outcome)?)))
            .collect()
    }

    /// As [`App::free`], where what is wanted was worked out on another way.
    ///
    /// # Errors
    /// When the store fails.
    pub(crate) async fn free_of(
        &self,
        wanted: Vec<(Name, Wanted)>,
        loaded: &LoadedCase,
        definition: &Definition,
    ) -> Result<Free, Fault> {
        let mut outcomes = Vec::with_capacity(wanted.len());
        for (outcome, wanted) in wanted {
            let days = wanted.times.iter().map(|at| at.date());
            let taken = match (days.clone().min(), days.max()) {
                (Some(first), Some(last)) => {
                    let of = (&wanted.calendar.name, wanted.of.as_ref());
                    // What the case has itself is free for it: a decision that is made again may keep it.
                    self.taken_by_others(&loaded.case, of, (first, last)).await?
                }
                _ => Taken::default(),
            };
            outcomes.push((outcome, wanted, taken));
        }
        let draw = usize::from(u16::from_be_bytes(chance::bytes()?));
        let now = self.clock.now().to_zoned(zone(definition)).datetime();
        Ok(Free { outcomes, now, draw })
    }
}
