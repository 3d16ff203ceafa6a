//! What one answer can be, told apart only where conditions do.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use super::Around;
use crate::expression::tree::Comparison;
use crate::id::Name;

/// Something that conditions look at: an answer, or what is worked out and not understood further.
#[derive(Debug, Clone, Default)]
pub(super) struct Variable {
    /// What tells it from others.
    pub(super) key: String,
    /// The question, where it is the answer to one.
    pub(super) question: Option<Name>,
    /// The questions without whose answers it has no value; none where that is not known.
    pub(super) needs: Option<Vec<Name>>,
    /// Whether it can be without a value.
    pub(super) can_lack: bool,
    /// Whether it is yes or no.
    pub(super) is_yes: bool,
    /// Whether it is a set of options.
    pub(super) is_set: bool,
    /// The options that it is compared with.
    pub(super) options: BTreeSet<String>,
    /// The numbers, days or times that it is compared with.
    pub(super) numbers: BTreeSet<Decimal>,
}

/// What it can be.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Cell {
    Unanswered,
    Ticked,
    Yes(bool),
    /// That option; none: any other.
    One(Option<String>),
    /// These options, and perhaps others that nothing names.
    Many(Vec<String>),
    Number(Decimal),
    /// Anything: nothing compares it.
    Something,
}

/// What is asked of an answer.
#[derive(Debug, Clone)]
pub(super) enum Test {
    /// Whether it is yes.
    Yes,
    /// Whether it is one of these options, or of the other ones.
    Option(Vec<String>, bool),
    /// How it relates to a number.
    Number(Comparison, Decimal),
    /// Whether it is one of these numbers.
    Numbers(Vec<Decimal>),
    /// Whether an option is in it.
    Has(String),
    Answered,
    Ticked,
}

impl Cell {
    pub(super) fn is_unanswered(&self) -> bool {
        matches!(self, Self::Unanswered)
    }

    /// What a test comes to.
    pub(super) fn test(&self, test: &Test) -> Option<bool> {
        match (test, self) {
            (Test::Answered, cell) => Some(!matches!(cell, Self::Unanswered | Self::Ticked)),
            (Test::Ticked, cell) => Some(matches!(cell, Self::Ticked)),
            (Test::Yes, Self::Yes(yes)) => Some(*yes),
            (Test::Option(options, is), Self::One(Some(own))) => Some(options.contains(own) == *is),
            (Test::Option(_, is), Self::One(None)) => Some(!is),
            (Test::Number(how, number), Self::Number(own)) => Some(match how {
                Comparison::Is => own == number,
                Comparison::IsNot => own != number,
                Comparison::Less => own < number,
                Comparison::AtMost => own <= number,
                Comparison::More => own > number,
                Comparison::AtLeast => own >= number,
            }),
            (Test::Numbers(numbers), Self::Number(own)) => Some(numbers.contains(own)),
            (Test::Has(option), Self::Many(own)) => Some(own.contains(option)),
            _ => None,
        }
    }
}

/// Sets of options that are told apart by as many of them at most.
const SET: usize = 5;

/// All that a variable can be; nothing where that is too much.
pub(super) fn cells(variable: &Variable, around: &dyn Around) -> Option<Vec<Cell>> {
    let asked = variable.question.as_ref().and_then(|name| around.question(name));
    let mut cells = Vec::new();
    if variable.can_lack {
        cells.push(Cell::Unanswered);
    }
    if asked.as_ref().is_none_or(|asked| asked.or_tick) && variable.question.is_some() {
        cells.push(Cell::Ticked);
    }
    if variable.is_yes {
        cells.extend([Cell::Yes(true), Cell::Yes(false)]);
    }
    let all_named = asked.as_ref().is_some_and(|asked| {
        let mut options = asked.options.iter();
        !asked.options.is_empty() && options.all(|option| variable.options.contains(option.as_str()))
    });
    if variable.is_set {
        // Where every option is named, at least one of them is chosen.
        let is_possible = |cell: &Cell| !all_named || *cell != Cell::Many(Vec::new());
        cells.extend(sets(&variable.options)?.into_iter().filter(is_possible));
    } else if !variable.options.is_empty() {
        let named = variable.options.iter();
        cells.extend(named.map(|option| Cell::One(Some(option.clone()))));
        if !all_named {
            cells.push(Cell::One(None));
        }
    }
    let takes = asked.and_then(|asked| asked.takes);
    let taken = numbers(&variable.numbers, takes.as_deref());
    // Where all that is taken lies in one gap, none of it may have been found: then each gap counts.
    let taken = if taken.is_empty() {
        numbers(&variable.numbers, None)
    } else {
        taken
    };
    cells.extend(taken.into_iter().map(Cell::Number));
    let only_lacks = cells.iter().all(|cell| matches!(cell, Cell::Unanswered | Cell::Ticked));
    if only_lacks {
        cells.push(Cell::Something);
    }
    Some(cells)
}

/// All sets of the options that are named; nothing where there are too many.
fn sets(options: &BTreeSet<String>) -> Option<Vec<Cell>> {
    let options: Vec<&String> = options.iter().collect();
    let sets = 0_u32..1 << options.len().min(SET + 1);
    let sets = sets.map(|set| {
        let chosen = options.iter().enumerate().filter(|(place, _)| set & (1 << place) != 0);
        Cell::Many(chosen.map(|(_, option)| (*option).clone()).collect())
    });
    (options.len() <= SET).then(|| sets.collect())
}

/// Each number, and one from each gap between and beside them, as far as they are taken.
fn numbers(named: &BTreeSet<Decimal>, takes: Option<&dyn Fn(Decimal) -> bool>) -> Vec<Decimal> {
    let named: Vec<Decimal> = named.iter().copied().collect();
    let is_taken = |number: &Decimal| takes.is_none_or(|takes| takes(*number));
    let steps = [0, 1, 2, 3].map(|scale| Decimal::new(1, scale));
    let mut found: Vec<Decimal> = named.iter().copied().filter(is_taken).collect();
    let gaps = if named.is_empty() { 0..0 } else { 0..named.len() + 1 };
    for place in gaps {
        let low = place.checked_sub(1).map(|before| named[before]);
        let high = named.get(place).copied();
        let mut near: Vec<Decimal> = Vec::new();
        near.extend(low.iter().flat_map(|low| steps.map(|step| *low + step)));
        near.extend(high.iter().flat_map(|high| steps.map(|step| *high - step)));
        near.extend(low.map(|low| low.floor() + Decimal::ONE));
        near.extend(high.map(|high| high.ceil() - Decimal::ONE));
        near.extend(low.zip(high).map(|(low, high)| (low + high) / Decimal::TWO));
        near.push(Decimal::ZERO);
        let in_gap = |number: &Decimal| low.is_none_or(|low| *number > low) && high.is_none_or(|high| *number < high);
        found.extend(near.into_iter().filter(in_gap).find(is_taken));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_stands_for_each_gap_that_is_taken() {
        let named = BTreeSet::from([Decimal::from(3), Decimal::from(16)]);
        let all = numbers(&named, None);
        assert_eq!(all, [3, 16, 2, 4, 17].map(Decimal::from));
        let whole = |number: Decimal| number >= Decimal::from(3) && number.is_integer();
        let some = numbers(&named, Some(&whole));
        assert_eq!(some, [3, 16, 4, 17].map(Decimal::from));
    }
}
