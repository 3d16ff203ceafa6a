//! What a condition can come to, whatever people answer: a bounded search over the answers that it looks at.
//!
//! Answers are told apart only where the conditions do: an option that is named or any other, a number at, below or
//! between those it is compared with. What is not understood, such as a comparison of two answers, may come to
//! anything. So more is thought possible than is, and what is found impossible is impossible.
//! [`form`] is a condition brought to tests of single answers; [`cell`] what one answer can be.

mod cell;
mod form;

use super::Expression;
use crate::definition::Cases;
use crate::id::Name;
use cell::{Cell, cells};
use form::{Compiler, Form};

/// What a condition can come to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Possible {
    pub(crate) holds: bool,
    pub(crate) fails: bool,
    /// It has no value, because something was not answered.
    pub(crate) unknown: bool,
    /// There was too much to look at: nothing can be said.
    pub(crate) gave_up: bool,
}

/// What is known of a question at the place where a condition stands.
pub(crate) struct Asked<'a> {
    /// Its place among all questions. What it depends on stands before it.
    pub(crate) order: usize,
    /// All of them hold where it is asked.
    pub(crate) when: Vec<&'a Expression>,
    /// Whether everybody who was asked has answered it.
    pub(crate) is_answered: bool,
    /// Whether a box can be ticked instead.
    pub(crate) or_tick: bool,
    /// The options, where there are some.
    pub(crate) options: Vec<Name>,
    /// Whether it takes a number; none where that is not known.
    pub(crate) takes: Option<Box<dyn Fn(rust_decimal::Decimal) -> bool + 'a>>,
}

/// What surrounds a condition.
pub(crate) trait Around {
    /// What is known of a question; none where it can be anything.
    fn question(&self, name: &Name) -> Option<Asked<'_>>;
    /// What a fact is.
    fn fact(&self, name: &Name) -> Option<&Cases>;
    /// Conditions that do not hold where the condition stands: those of ends that come before it.
    fn not_taken(&self) -> Vec<&Expression>;
}

/// What is asked of a condition.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Question<'a> {
    /// The condition.
    pub(crate) condition: &'a Expression,
    /// Conditions of cases above it, none of which holds.
    pub(crate) above: &'a [&'a Expression],
    /// Only where this question has no answer.
    pub(crate) without: Option<&'a Name>,
}

/// Answers that are looked at together at most.
const VARIABLES: usize = 12;
/// Steps of one search. One takes less than a microsecond.
const STEPS: usize = 4_000;

/// What a condition can come to there.
pub(crate) fn possible(question: &Question<'_>, around: &dyn Around) -> Possible {
    let mut compiler = Compiler::new(around);
    let condition = compiler.form(&question.condition.tree);
    let above: Vec<Form> = question.above.iter().map(|above| compiler.form(&above.tree)).collect();
    let gave_up = Possible {
        gave_up: true,
        ..Possible::default()
    };
    if compiler.variables.len() > VARIABLES {
        return gave_up;
    }
    let (asked, not_taken) = surroundings(&mut compiler, around);
    let order = order(&compiler, &asked);
    let all: Option<Vec<Vec<Cell>>> = compiler
        .variables
        .iter()
        .map(|variable| cells(variable, around))
        .collect();
    let Some(cells) = all else { return gave_up };
    let without = question.without.and_then(|name| compiler.place_of(name));
    let mut search = Search {
        condition,
        above,
        asked,
        not_taken,
        without,
        cells: &cells,
        order,
        assigned: vec![None; cells.len()],
        found: Possible::default(),
        steps: 0,
    };
    search.from(0);
    search.found
}

/// What tells whether a question was asked: of each variable, the conditions, and whether it is answered then.
struct WhenAsked {
    order: usize,
    when: Vec<Form>,
    is_answered: bool,
    or_tick: bool,
    /// Whether the conditions are known, and not left out because there are too many.
    is_known: bool,
}

/// Takes in what questions depend on, and ends that were not taken, as long as there is room.
fn surroundings(compiler: &mut Compiler<'_>, around: &dyn Around) -> (Vec<WhenAsked>, Vec<Form>) {
    let mut asked: Vec<WhenAsked> = Vec::new();
    let mut not_taken = Vec::new();
    let mut ends = around.not_taken();
    loop {
        while let Some(variable) = compiler.variables.get(asked.len()) {
            let needs = variable.needs.clone();
            asked.push(when_asked(needs.as_deref(), compiler, around));
        }
        // An end matters where it looks at something that is looked at already.
        let matters = |end: &&Expression| {
            let mut mentions = end.mentions.iter();
            mentions.any(|mention| compiler.looks_at(&mention.name) || around.fact(&mention.name).is_some())
        };
        let Some(next) = ends.iter().position(matters) else {
            break;
        };
        let end = ends.swap_remove(next);
        not_taken.extend(compiler.try_form(&end.tree, VARIABLES));
    }
    (asked, not_taken)
}

/// When something has a value: where all questions are asked and answered that it needs.
fn when_asked(needs: Option<&[Name]>, compiler: &mut Compiler<'_>, around: &dyn Around) -> WhenAsked {
    let known = needs.and_then(|needs| {
        needs
            .iter()
            .map(|name| around.question(name))
            .collect::<Option<Vec<_>>>()
    });
    let Some(known) = known else {
        return WhenAsked {
            order: 0,
            when: Vec::new(),
            is_answered: false,
            or_tick: true,
            is_known: false,
        };
    };
    let when = known.iter().flat_map(|asked| &asked.when);
    let when: Option<Vec<Form>> = when.map(|when| compiler.try_form(&when.tree, VARIABLES)).collect();
    WhenAsked {
        order: known.iter().map(|asked| asked.order + 1).max().unwrap_or_default(),
        is_answered: known.iter().all(|asked| asked.is_answered),
        or_tick: known.iter().any(|asked| asked.or_tick),
        is_known: when.is_some(),
        when: when.unwrap_or_default(),
    }
}

/// In which order answers are tried: what is no question of its own first, then as they are asked.
fn order(compiler: &Compiler<'_>, asked: &[WhenAsked]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..compiler.variables.len()).collect();
    order.sort_by_key(|variable| asked[*variable].order);
    order
}

struct Search<'a> {
    condition: Form,
    above: Vec<Form>,
    asked: Vec<WhenAsked>,
    not_taken: Vec<Form>,
    without: Option<usize>,
    cells: &'a [Vec<Cell>],
    order: Vec<usize>,
    assigned: Vec<Option<&'a Cell>>,
    found: Possible,
    steps: usize,
}

impl Search<'_> {
    fn from(&mut self, depth: usize) {
        let Some(&variable) = self.order.get(depth) else {
            return self.end();
        };
        for place in 0..self.cells[variable].len() {
            if self.is_over() {
                return;
            }
            self.steps += 1;
            let cell = &self.cells[variable][place];
            if !self.can_be(variable, cell) {
                continue;
            }
            self.assigned[variable] = Some(cell);
            self.from(depth + 1);
            self.assigned[variable] = None;
        }
    }

    fn is_over(&mut self) -> bool {
        let Possible {
            holds, fails, unknown, ..
        } = self.found;
        self.found.gave_up = self.steps >= STEPS && !(holds && fails && unknown);
        self.found.gave_up || (holds && fails && unknown)
    }

    /// Whether an answer can be that, given those to the questions before.
    fn can_be(&self, variable: usize, cell: &Cell) -> bool {
        if self.without == Some(variable) && !cell.is_unanswered() {
            return false;
        }
        let asked = &self.asked[variable];
        if !asked.is_known {
            return true;
        }
        let is_asked = asked.when.iter().all(|when| when.holds(&self.assigned));
        match cell {
            Cell::Unanswered => !is_asked || !asked.is_answered,
            Cell::Ticked => is_asked && asked.or_tick,
            _ => is_asked,
        }
    }

    fn end(&mut self) {
        // An end was taken where its condition is known to hold, and so was a case above.
        let mut passed = self.above.iter().chain(&self.not_taken);
        if passed.any(|condition| condition.holds(&self.assigned)) {
            return;
        }
        match self.condition.truth(&self.assigned) {
            Some(true) => self.found.holds = true,
            Some(false) => self.found.fails = true,
            None => self.found.unknown = true,
        }
    }
}
