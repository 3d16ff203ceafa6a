//! Times of a calendar, the best first. They have a page of its own kind, which shows which are full; what is chosen
//! comes here as a list. Which places are taken is not here.

use std::sync::Arc;

use jiff::civil::DateTime;
use rust_decimal::prelude::ToPrimitive;

use super::{
    Control, Kind, KindKeys, Param, Problem, Reading, RuleKey, RuleProblem, Rules, Showing, Takes, Typed, WorkedBound,
};
use crate::answer::{Answer, Slots};
use crate::definition::{CHOICES_AT_MOST, Cases, NEEDS_AT_MOST, NotOffered, SlotCalendar, read_time, write_time};
use crate::expression::{Type, Value};
use crate::id::Name;

/// The suffix that says that more will be chosen: nothing is asked of the number of times yet.
pub const MORE: &str = "more";

/// The bound whose value is the entry of the list of which there is one calendar each.
const OF: &str = "of";

/// The key and its rules.
pub(super) const KEYS: KindKeys = KindKeys {
    key: "slots",
    says: "Times of a calendar, the best first, on a page of their own. In an example: \"2026-11-14 14:00\".",
    takes: Takes::Nothing,
    takes_is_needed: false,
    rules: &[
        RuleKey {
            key: "in",
            takes: Takes::Calendar,
            needed: true,
            says: "The calendar, one of `calendars`.",
        },
        RuleKey {
            key: "at_least",
            takes: Takes::Count,
            needed: false,
            says: "So many must be chosen; usual: 1.",
        },
        RuleKey {
            key: "at_most",
            takes: Takes::Count,
            needed: false,
            says: "So many can be chosen, at most 10; usual: 1.",
        },
        RuleKey {
            key: "needs",
            takes: Takes::Bound(Type::Number),
            needed: false,
            says: "So many places are needed: a number, or an expression; usual: 1.",
        },
    ],
    type_of: Type::Many,
    example: "slots: { in: visits, at_least: 1, at_most: 3, needs: 2 }",
    build,
};

/// What a question of times says.
#[derive(Debug, Clone)]
pub struct SlotsRules {
    /// The calendar.
    pub calendar: Arc<SlotCalendar>,
    /// So many must be chosen.
    pub at_least: u32,
    /// So many can be chosen.
    pub at_most: u32,
    /// How many places are needed, where that is the same for all.
    needs: u32,
}

/// A calendar as a question of times finds it by name.
#[derive(Debug, Clone)]
pub struct CalendarFound {
    /// The calendar.
    pub calendar: Arc<SlotCalendar>,
    /// The answer that says which entry it is, where there is one calendar each.
    pub of: Option<Arc<Cases>>,
}

#[derive(Debug)]
struct SlotsAnswer {
    rules: SlotsRules,
    bounds: Vec<WorkedBound>,
    controls: [Control; 1],
}

/// Makes the kind.
fn build(rules: &mut Rules<'_>) -> Option<Box<dyn Kind>> {
    let found = rules.get(|reader| reader.calendar("in"));
    let at_least = rules.get(|reader| reader.count("at_least")).unwrap_or(1);
    let at_most = rules
        .get(|reader| reader.count("at_most"))
        .unwrap_or_else(|| at_least.max(1));
    if !(1..=CHOICES_AT_MOST).contains(&at_most) {
        let says = format!("`at_most` is from 1 to {CHOICES_AT_MOST}.");
        rules.refuse(RuleProblem::new("at_most", says));
    } else if at_least > at_most {
        rules.refuse(RuleProblem::new("at_least", "`at_least` is more than `at_most`."));
    }
    let needs = match rules.bound("needs", Type::Number) {
        Some(Value::Number(number)) => whole(number).filter(|needs| (1..=NEEDS_AT_MOST).contains(needs)),
        _ => Some(1),
    };
    if needs.is_none() {
        let says = format!("`needs` is a whole number from 1 to {NEEDS_AT_MOST}.");
        rules.refuse(RuleProblem::new("needs", says));
    }
    let found = found?;
    let mut bounds = rules.worked();
    bounds.extend(found.of.map(|cases| WorkedBound { rule: OF, cases }));
    Some(Box::new(SlotsAnswer {
        rules: SlotsRules {
            calendar: found.calendar,
            at_least: at_least.max(1),
            at_most,
            needs: needs.unwrap_or(1),
        },
        bounds,
        controls: [Control::Slots],
    }))
}

/// A number where it is a whole one.
fn whole(number: rust_decimal::Decimal) -> Option<u32> {
    number.is_integer().then(|| number.to_u32()).flatten()
}

impl SlotsRules {
    /// Of which entry the times are, as far as that was answered.
    #[must_use]
    pub fn of(&self, bounds: &std::collections::BTreeMap<&'static str, Value>) -> Option<Name> {
        bounds.get(OF).and_then(Value::as_name).cloned()
    }

    /// How many places are needed: at least one, whatever the expression comes to.
    #[must_use]
    pub fn needs(&self, bounds: &std::collections::BTreeMap<&'static str, Value>) -> u32 {
        match bounds.get("needs") {
            Some(Value::Number(number)) => number.to_u32().unwrap_or(1).clamp(1, NEEDS_AT_MOST),
            _ => self.needs,
        }
    }

    /// That a time has no room left.
    #[must_use]
    pub fn full(at: DateTime) -> Problem {
        told("full", "error-slots-full", at)
    }

    /// That too many were chosen.
    #[must_use]
    pub fn too_many(&self) -> Problem {
        Problem::new("at_most", "error-slots-too-many").with("n", Param::Count(self.at_most.into()))
    }
}

fn told(rule: &'static str, message: &'static str, at: DateTime) -> Problem {
    let problem = Problem::new(rule, message).with("date", Param::Date(at.date()));
    problem.with("time", Param::Time(at.time()))
}

impl Kind for SlotsAnswer {
    fn key(&self) -> &'static str {
        KEYS.key
    }

    fn controls(&self, _language: usize) -> &[Control] {
        &self.controls
    }

    fn when_empty(&self) -> Problem {
        Problem::new("empty", "error-slots-empty")
    }

    fn read(&self, typed: &Typed, facts: &Reading<'_>) -> Result<Answer, Vec<Problem>> {
        let finished = typed.get(MORE).is_empty();
        let written = typed.all("").iter().map(|time| time.trim());
        let written = written.filter(|time| !time.is_empty());
        let mut times = Vec::new();
        // One more than may be is enough to tell that there are too many.
        for written in written.take(self.rules.at_most as usize + 1) {
            let at = read_time(written).ok_or_else(|| vec![Problem::new("wrong", "error-slots-wrong")])?;
            if !times.contains(&at) {
                times.push(at);
            }
        }
        if times.len() > self.rules.at_most as usize {
            return Err(vec![self.rules.too_many()]);
        }
        let of = self.rules.of(facts.bounds);
        let needs_entry = self.rules.calendar.one_for_each.is_some();
        let problems: Vec<Problem> = times
            .iter()
            // What was chosen before may be taken away again, whatever became of it.
            .filter(|_| finished)
            .filter_map(|at| {
                let of = of.as_ref().filter(|_| needs_entry);
                let why = self.rules.calendar.offers(of, *at, facts.today).err()?;
                Some(match why {
                    NotOffered::NoSuchTime | NotOffered::Closed => told("wrong", "error-slots-not-offered", *at),
                    NotOffered::OutsideDays => told("outside", "error-slots-outside", *at),
                })
            })
            .collect();
        if !problems.is_empty() {
            return Err(problems);
        }
        if finished && times.is_empty() {
            return Err(vec![self.when_empty()]);
        }
        if finished && times.len() < self.rules.at_least as usize {
            let problem = Problem::new("at_least", "error-slots-too-few");
            return Err(vec![problem.with("n", Param::Count(self.rules.at_least.into()))]);
        }
        Ok(Answer::Slots(Slots {
            times,
            finished,
            booked: None,
        }))
    }

    fn typed(&self, answer: &Answer) -> Typed {
        let Answer::Slots(slots) = answer else {
            return Typed::default();
        };
        let mut typed = Typed::default();
        typed
            .0
            .insert(String::new(), slots.times.iter().copied().map(write_time).collect());
        if !slots.finished {
            typed.0.insert(MORE.to_owned(), vec!["yes".to_owned()]);
        }
        typed
    }

    fn type_of(&self) -> Type {
        KEYS.type_of
    }

    fn value(&self, answer: &Answer) -> Option<Value> {
        let Answer::Slots(slots) = answer else { return None };
        let names = slots.times.iter().map(|at| Name::from(write_time(*at)));
        Some(Value::Many(names.collect()))
    }

    fn show(&self, answer: &Answer, words: &Showing<'_>) -> Vec<String> {
        let Answer::Slots(slots) = answer else {
            return Vec::new();
        };
        slots.times.iter().map(|at| (words.moment)(*at)).collect()
    }

    fn rules(&self) -> &[&'static str] {
        &["empty", "wrong", "outside", "at_least", "at_most", "full"]
    }

    fn example(&self, facts: &Reading<'_>) -> Typed {
        let calendar = &self.rules.calendar;
        let Some((from, to)) = calendar.days(facts.today) else {
            return Typed::default();
        };
        let of = self.rules.of(facts.bounds);
        let days = std::iter::successors(Some(from), |day| day.tomorrow().ok()).take_while(|day| *day <= to);
        let offered = days.flat_map(|day| calendar.times_on(of.as_ref(), day));
        let offered = offered.filter(|at| calendar.offers(of.as_ref(), *at, facts.today).is_ok());
        let times = offered.take(self.rules.at_least as usize).map(write_time).collect();
        Typed(std::collections::BTreeMap::from([(String::new(), times)]))
    }

    fn bounds(&self) -> &[WorkedBound] {
        &self.bounds
    }

    fn slots(&self) -> Option<&SlotsRules> {
        Some(&self.rules)
    }

    fn personal(&self) -> bool {
        false
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{TestRules, read, read_within, refused};
    use super::*;

    fn kind(rules: &[(&'static str, &'static str)]) -> Box<dyn Kind> {
        let rules = rules
            .iter()
            .fold(TestRules::of(&[("in", "visits")]), |all, (key, value)| {
                all.and(key, value)
            });
        rules.kind("slots")
    }

    fn chosen(times: &[&str]) -> Typed {
        let times = times.iter().map(|time| (*time).to_owned()).collect();
        Typed(std::collections::BTreeMap::from([(String::new(), times)]))
    }

    #[test]
    fn times_are_kept_in_the_order_in_which_they_were_chosen() {
        let kind = kind(&[("at_most", "3")]);
        let typed = chosen(&["2026-05-12 09:00", "2026-05-05 09:00", "2026-05-12 09:00"]);
        let answer = read_within(&*kind, &typed, &[]).unwrap();
        let Answer::Slots(slots) = &answer else { panic!() };
        assert!(slots.finished);
        assert_eq!(
            slots.times.iter().copied().map(write_time).collect::<Vec<_>>(),
            ["2026-05-12 09:00", "2026-05-05 09:00"]
        );
    }

    #[test]
    fn a_time_that_the_calendar_does_not_offer_is_refused() {
        let kind = kind(&[]);
        let check = |typed: &str, rule: &'static str, message: &'static str| {
            assert_eq!(refused(&*kind, typed), [("", rule, message)], "{typed}");
        };
        check("2026-05-06 09:00", "wrong", "error-slots-not-offered");
        check("2026-05-05 09:01", "wrong", "error-slots-not-offered");
        check("2027-05-04 09:00", "outside", "error-slots-outside");
        check("next Tuesday", "wrong", "error-slots-wrong");
        assert!(read(&*kind, "2026-05-05 09:00").is_ok());
    }

    #[test]
    fn too_few_and_too_many_are_refused_once_the_person_goes_on() {
        let kind = kind(&[("at_least", "2"), ("at_most", "2")]);
        let one = chosen(&["2026-05-05 09:00"]);
        let problems = read_within(&*kind, &one, &[]).unwrap_err();
        assert_eq!(problems[0].rule, "at_least");
        let mut more = one.clone();
        more.0.insert(MORE.to_owned(), vec!["yes".to_owned()]);
        let Ok(Answer::Slots(slots)) = read_within(&*kind, &more, &[]) else {
            panic!()
        };
        assert!(!slots.finished);
        let three = chosen(&["2026-05-05 09:00", "2026-05-12 09:00", "2026-05-19 09:00"]);
        assert_eq!(read_within(&*kind, &three, &[]).unwrap_err()[0].rule, "at_most");
    }

    #[test]
    fn how_many_places_are_needed_is_at_least_one() {
        let kind = kind(&[("needs", "worked")]);
        let rules = kind.slots().unwrap();
        let needs = |n: i64| rules.needs(&std::collections::BTreeMap::from([("needs", Value::Number(n.into()))]));
        assert_eq!((needs(0), needs(-3), needs(4), needs(900)), (1, 1, 4, NEEDS_AT_MOST));
    }

    #[test]
    fn limits_that_make_no_sense_are_refused() {
        let check = |rule: &'static str, value: &'static str| {
            let problems = TestRules::of(&[("in", "visits"), (rule, value)]).problems("slots");
            assert_eq!(problems.len(), 1, "{rule}: {value}");
        };
        check("at_most", "11");
        check("at_most", "0");
        check("needs", "0");
        check("needs", "1.5");
    }
}
