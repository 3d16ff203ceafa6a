//! Conditions that can never hold, or always do, and cases that are never reached, whatever people answer. The search is
//! bounded; what it gave up on is counted and not told.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::answer::Answer;
use crate::definition::read::{Condition, Reader, Role, Where};
use crate::definition::{Cases, Definition, Fact, Page, PageContent};
use crate::expression::prove::{Around, Asked, Possible, Question, possible};
use crate::expression::{Expression, Type};
use crate::id::Name;
use crate::kind::Reading;

/// Checks every condition. Gives how many were too much to look at.
pub(super) fn check(definition: &Definition, reader: &Reader<'_>) -> usize {
    let mut gave_up = 0;
    let facts = facts(definition);
    let conditions = reader.conditions();
    let mut lists: BTreeMap<usize, Vec<&Condition>> = BTreeMap::new();
    for condition in conditions
        .iter()
        .filter(|condition| condition.expression.always().is_none())
    {
        let surroundings = Surroundings::of(definition, &facts, condition);
        let above = match condition.case {
            Some(list) => lists.entry(list).or_default().clone(),
            None => Vec::new(),
        };
        let alone = ask(condition, &[], &surroundings);
        gave_up += usize::from(alone.gave_up);
        if !alone.gave_up && !told(reader, condition, alone) && !above.is_empty() {
            let above: Vec<&Expression> = above.iter().map(|above| &above.expression).collect();
            let below = ask(condition, &above, &surroundings);
            gave_up += usize::from(below.gave_up);
            if !below.gave_up && !below.holds {
                reader.warning(
                    condition.place,
                    "case_never_applies",
                    "This case never applies: those above it take all of what it says.",
                    "Put it above them, or take it out.",
                );
            }
        }
        if let Some(list) = condition.case {
            lists.entry(list).or_default().push(condition);
        }
    }
    gave_up
}

fn ask(condition: &Condition, above: &[&Expression], surroundings: &Surroundings<'_>) -> Possible {
    let question = Question {
        condition: &condition.expression,
        above,
        without: None,
    };
    possible(&question, surroundings)
}

/// Whether a finding was told of a condition.
fn told(reader: &Reader<'_>, condition: &Condition, possible: Possible) -> bool {
    let tell = |code, message: &str, advice: &str| reader.warning(condition.place, code, message, advice);
    match (condition.role, possible) {
        // A rule is broken only where it is known not to hold.
        (Role::Rule, Possible { fails: false, .. }) => tell(
            "always_holds",
            "No answer can break this rule.",
            "Change it, or take it out.",
        ),
        (
            Role::Rule,
            Possible {
                holds: false,
                unknown: false,
                ..
            },
        ) => tell(
            "never_holds",
            "Every answer breaks this rule.",
            "Change it: nobody could go on.",
        ),
        (Role::Rule, _) => return false,
        (_, Possible { holds: false, .. }) => tell(
            "never_holds",
            "This can never hold, whatever people answer.",
            "Change the condition, or take out what it stands for.",
        ),
        (
            _,
            Possible {
                fails: false,
                unknown: false,
                ..
            },
        ) => tell(
            "always_holds",
            "This always holds, whatever people answer.",
            "Change the condition, or take it out.",
        ),
        _ => return false,
    }
    true
}

/// Whether an expression can be without a value because this question has no answer, in a journey that is complete.
pub(super) fn can_be_overlooked(definition: &Definition, condition: &Condition, question: &Name) -> bool {
    let facts = facts(definition);
    let surroundings = Surroundings {
        is_complete: true,
        ..Surroundings::of(definition, &facts, condition)
    };
    let asked = Question {
        condition: &condition.expression,
        above: &[],
        without: Some(question),
    };
    let possible = possible(&asked, &surroundings);
    possible.gave_up || possible.unknown
}

/// Whether a fact that is yes or no can be without a value where a condition looks at it, so that the condition is too.
pub(super) fn fact_can_be_overlooked(definition: &Definition, condition: &Condition, fact: &Name) -> bool {
    let facts = facts(definition);
    let cases = facts.get(fact).map(|fact| &fact.is.0);
    if condition.is_in_row || cases.is_none_or(|cases| cases.iter().any(|(value, _)| value.type_is != Type::Yes)) {
        return false;
    }
    let surroundings = Surroundings {
        is_complete: condition.role == Role::Fact,
        ..Surroundings::of(definition, &facts, condition)
    };
    let can_lack = |condition: &Expression| {
        let question = Question {
            condition,
            above: &[],
            without: None,
        };
        let possible = possible(&question, &surroundings);
        possible.unknown && !possible.gave_up
    };
    can_lack(&Expression::of_fact(fact)) && can_lack(&condition.expression)
}

/// The facts of the service and of all rows.
fn facts(definition: &Definition) -> BTreeMap<&Name, &Fact> {
    let of_rows = definition.rows().flat_map(|rules| &rules.facts);
    definition.facts.iter().chain(of_rows).collect()
}

/// What stands around a condition in its definition.
struct Surroundings<'a> {
    definition: &'a Definition,
    facts: &'a BTreeMap<&'a Name, &'a Fact>,
    /// What was asked before this page, and the rest of this page, is known.
    before: usize,
    /// The rule of an answer looks at its own page too.
    with_page: bool,
    task: Option<usize>,
    /// Everything was asked, of whoever is asked it.
    is_complete: bool,
    /// A fact may be looked at anywhere.
    is_anywhere: bool,
}

impl<'a> Surroundings<'a> {
    fn of(definition: &'a Definition, facts: &'a BTreeMap<&'a Name, &'a Fact>, condition: &Condition) -> Self {
        let before = match condition.at {
            Where::Page(page) => page,
            Where::Before => 0,
            Where::After => definition.pages.len(),
        };
        Self {
            definition,
            facts,
            before,
            with_page: condition.role == Role::Rule,
            task: definition.task_of(before),
            is_complete: false,
            is_anywhere: condition.role == Role::Fact || condition.at == Where::Before || condition.is_in_row,
        }
    }

    /// Whether whoever comes here has been past that page, if it is shown to them.
    fn is_passed(&self, page: usize) -> bool {
        if self.is_complete {
            return true;
        }
        let is_before = page < self.before || (self.with_page && page == self.before);
        let task = self.definition.task_of(page);
        let is_settled = task.is_none() || task == self.task || self.before == self.definition.pages.len();
        is_before && is_settled && !self.is_anywhere
    }
}

impl Around for Surroundings<'_> {
    fn question(&self, name: &Name) -> Option<Asked<'_>> {
        let place = self.definition.places.get(name)?;
        let page = &self.definition.pages[place.page];
        let question = &page.questions()[place.on_page];
        let task = self
            .definition
            .task_of(place.page)
            .map(|task| &self.definition.tasks[task]);
        let when = [
            task.and_then(|task| task.when.as_ref()),
            page.when.as_ref(),
            question.when.as_ref(),
        ];
        let counts = matches!(question.kind.key(), "number" | "percent" | "money");
        let options = question
            .kind
            .choices()
            .map(|choices| choices.0.iter().map(|option| option.name.clone()));
        let takes = move |number: Decimal| {
            let (bounds, day) = (BTreeMap::new(), jiff::civil::Date::constant(2026, 1, 1));
            let reading = Reading {
                today: day,
                bounds: &bounds,
                not_offered: &[],
            };
            let typed = question.kind.typed(&Answer::Number(number));
            question.kind.read(&typed, &reading).is_ok()
        };
        Some(Asked {
            order: 2 * (place.page * 1_000 + place.on_page),
            when: when.into_iter().flatten().collect(),
            is_answered: self.is_passed(place.page) && !question.optional && question.or_tick.is_none(),
            or_tick: question.or_tick.is_some(),
            options: options.map(Iterator::collect).unwrap_or_default(),
            takes: (counts && question.kind.type_of() != Type::Rows)
                .then(|| Box::new(takes) as Box<dyn Fn(Decimal) -> bool>),
        })
    }

    fn fact(&self, name: &Name) -> Option<&Cases> {
        self.facts.get(name).map(|fact| &fact.is)
    }

    fn not_taken(&self) -> Vec<&Expression> {
        if self.is_anywhere {
            return Vec::new();
        }
        let ends = |page: &&Page| matches!(page.content, PageContent::Exit { .. });
        let pages = self.definition.pages.iter().enumerate().take(self.before);
        let passed = pages.filter(|(place, _)| self.is_passed(*place)).map(|(_, page)| page);
        passed.filter(ends).filter_map(|page| page.when.as_ref()).collect()
    }
}

/// The condition that a name stands in.
pub(super) fn condition_of<'r>(
    conditions: &'r [Condition],
    of: &Name,
    role: Role,
    name: &Name,
) -> Option<&'r Condition> {
    let mut found = conditions.iter().filter(|condition| {
        let mut mentions = condition.expression.mentions.iter();
        condition.of == *of && condition.role == role && mentions.any(|mention| mention.name == *name)
    });
    // In a list of cases it may stand in several, and then each may be meant.
    let first = found.next()?;
    found.next().is_none().then_some(first)
}
