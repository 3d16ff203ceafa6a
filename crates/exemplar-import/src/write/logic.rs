//! Which ways lead where: formulas as sets of ways, with what is known of who is asked what.

use std::collections::{BTreeSet, HashMap};

use super::diagram::{ALL, Diagrams, NONE, Ways};
use super::formula::{Atom, Formula};
use super::plan::Asked;

/// What a variable is; its first value means that there is no answer.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum Variable {
    /// Yes, then no.
    Yes { asked: usize },
    /// The options that some condition names, then all others where there are any.
    One {
        asked: usize,
        named: Vec<usize>,
        others: bool,
    },
    /// It holds, then it does not.
    Text { asked: usize, holds: String, fails: String },
    /// There is an answer.
    Answered { asked: usize },
}

impl Variable {
    pub(super) fn asked(&self) -> usize {
        match self {
            Self::Yes { asked } | Self::One { asked, .. } | Self::Text { asked, .. } | Self::Answered { asked } => {
                *asked
            }
        }
    }

    fn size(&self) -> usize {
        match self {
            Self::One { named, others, .. } => 1 + named.len() + usize::from(*others),
            Self::Answered { .. } => 2,
            _ => 3,
        }
    }
}

/// All variables of a form, and the sets of ways over them.
pub(super) struct Logic<'a> {
    pub(super) asked: &'a [Asked<'a>],
    pub(super) variables: Vec<Variable>,
    pub(super) diagrams: Diagrams,
    /// The ways on which each question is asked, once that is known.
    pub(super) shown: Vec<Ways>,
    yes: HashMap<usize, usize>,
    one: HashMap<usize, usize>,
    answered: HashMap<usize, usize>,
    texts: HashMap<(usize, String), usize>,
}

impl<'a> Logic<'a> {
    /// The variables of all formulas, in the order in which questions are asked.
    pub(super) fn new(asked: &'a [Asked<'a>], formulas: &[&Formula]) -> Self {
        let mut atoms: Vec<&Atom> = Vec::new();
        formulas.iter().for_each(|formula| gather(formula, &mut atoms));
        let mut variables: Vec<Variable> = Vec::new();
        let mut named: HashMap<usize, BTreeSet<usize>> = HashMap::new();
        for atom in atoms {
            let variable = match atom {
                Atom::Yes { asked, .. } => Variable::Yes { asked: *asked },
                Atom::One { asked: of, options } => {
                    let all = asked[*of].options.len();
                    let few = if options.len() * 2 > all + 1 {
                        (0..all).filter(|option| !options.contains(option)).collect()
                    } else {
                        options.clone()
                    };
                    named.entry(*of).or_default().extend(few);
                    continue;
                }
                Atom::Text { asked, holds, fails } => Variable::Text {
                    asked: *asked,
                    holds: holds.clone(),
                    fails: fails.clone(),
                },
                Atom::Answered { asked } => Variable::Answered { asked: *asked },
            };
            variables.push(variable);
        }
        for (of, mut options) in named {
            let all = asked[of].options.len();
            if options.len() + 1 == all {
                // The one that is left is as good to name.
                options = (0..all).collect();
            }
            variables.push(Variable::One {
                asked: of,
                others: options.len() < asked[of].options.len(),
                named: options.into_iter().collect(),
            });
        }
        let rank = |variable: &Variable| (variable.asked(), format!("{variable:?}"));
        variables.sort_by_key(rank);
        variables.dedup();
        let mut logic = Self {
            asked,
            diagrams: Diagrams::new(variables.iter().map(Variable::size).collect()),
            shown: vec![ALL; asked.len()],
            yes: HashMap::new(),
            one: HashMap::new(),
            answered: HashMap::new(),
            texts: HashMap::new(),
            variables,
        };
        for (i, variable) in logic.variables.iter().enumerate() {
            match variable {
                Variable::Yes { asked } => logic.yes.insert(*asked, i),
                Variable::One { asked, .. } => logic.one.insert(*asked, i),
                Variable::Answered { asked } => logic.answered.insert(*asked, i),
                Variable::Text { asked, holds, .. } => logic.texts.insert((*asked, holds.clone()), i),
            };
        }
        logic
    }

    /// The ways on which a formula holds.
    pub(super) fn ways(&mut self, formula: &Formula) -> Ways {
        match formula {
            Formula::Always(holds) => Ways::from(*holds),
            Formula::All(parts) => parts.iter().fold(ALL, |ways, part| {
                let part = self.ways(part);
                self.diagrams.and(ways, part)
            }),
            Formula::Any(parts) => parts.iter().fold(NONE, |ways, part| {
                let part = self.ways(part);
                self.diagrams.or(ways, part)
            }),
            Formula::Not(part) => {
                let part = self.ways(part);
                self.diagrams.not(part)
            }
            Formula::Atom(atom) => self.atom(atom),
        }
    }

    fn atom(&mut self, atom: &Atom) -> Ways {
        let (variable, values) = match atom {
            Atom::Yes { asked, yes } => (self.yes.get(asked), BTreeSet::from([if *yes { 1 } else { 2 }])),
            Atom::Answered { asked } => (self.answered.get(asked), BTreeSet::from([1])),
            Atom::Text { asked, holds, .. } => (self.texts.get(&(*asked, holds.clone())), BTreeSet::from([1])),
            Atom::One { asked, options } => {
                let variable = self.one.get(asked);
                (
                    variable,
                    variable
                        .map(|at| values_of(&self.variables[*at], options))
                        .unwrap_or_default(),
                )
            }
        };
        // Each was made from these very formulas.
        match variable.copied() {
            Some(variable) => self.diagrams.literal(variable, &values),
            None => NONE,
        }
    }

    /// The same, where nothing is answered yet of what is asked from `order` on.
    pub(super) fn before(&mut self, ways: Ways, order: usize) -> (Ways, bool) {
        let later: Vec<usize> = self.diagrams.variables(ways).into_iter().collect();
        let later = later
            .into_iter()
            .filter(|variable| self.variables[*variable].asked() >= order);
        let mut now = ways;
        for variable in later.collect::<Vec<_>>() {
            now = self.diagrams.given(now, variable, 0);
        }
        (now, now != ways)
    }

    /// What holds of every way that comes to a condition: an answer is there where a question is asked and must be
    /// answered, and nowhere else; and who met one of `ends` does not come here.
    pub(super) fn care(&mut self, ways: Ways, ends: &[Ways]) -> Ways {
        let mut care = ALL;
        for end in ends {
            let not_ended = self.diagrams.not(*end);
            care = self.diagrams.and(care, not_ended);
        }
        let mut open: BTreeSet<usize> = self.diagrams.variables(ways);
        open.extend(self.diagrams.variables(care));
        let mut seen = BTreeSet::new();
        while let Some(variable) = open.pop_last() {
            if !seen.insert(variable) {
                continue;
            }
            let asked = self.variables[variable].asked();
            let shown = self.shown[asked];
            open.extend(self.diagrams.variables(shown));
            let no_answer = self.diagrams.literal(variable, &BTreeSet::from([0]));
            let answer = self.diagrams.not(no_answer);
            // Answered, and where it may be left empty also not.
            let here = if self.asked[asked].must_be_answered() {
                answer
            } else {
                ALL
            };
            let not_shown = self.diagrams.not(shown);
            let (here, elsewhere) = (self.diagrams.and(shown, here), self.diagrams.and(not_shown, no_answer));
            let rule = self.diagrams.or(here, elsewhere);
            care = self.diagrams.and(care, rule);
        }
        care
    }
}

/// The same without parts that always hold, or never do.
pub(super) fn settled(formula: Formula) -> Formula {
    match formula {
        Formula::Not(part) => match settled(*part) {
            Formula::Always(holds) => Formula::Always(!holds),
            part => Formula::Not(Box::new(part)),
        },
        Formula::All(parts) => {
            let (whole, mut left) = settled_parts(parts, true);
            match left.len() {
                _ if whole => Formula::Always(false),
                0 => Formula::Always(true),
                1 => left.remove(0),
                _ => Formula::All(left),
            }
        }
        Formula::Any(parts) => {
            let (whole, mut left) = settled_parts(parts, false);
            one_of_options(&mut left);
            match left.len() {
                _ if whole => Formula::Always(true),
                0 => Formula::Always(false),
                1 => left.remove(0),
                _ => Formula::Any(left),
            }
        }
        formula => formula,
    }
}

/// Parts without those that say nothing beside others; and whether one alone says what the whole comes to.
fn settled_parts(parts: Vec<Formula>, nothing: bool) -> (bool, Vec<Formula>) {
    let parts: Vec<Formula> = parts.into_iter().map(settled).collect();
    let whole = parts.contains(&Formula::Always(!nothing));
    let left = parts.into_iter().filter(|part| *part != Formula::Always(nothing));
    (whole, left.collect())
}

/// Options of one question, any of which may have been chosen, as one part; what is said twice is said once.
fn one_of_options(parts: &mut Vec<Formula>) {
    let mut out: Vec<Formula> = Vec::new();
    for part in parts.drain(..) {
        if let Formula::Atom(Atom::One { asked, options }) = &part
            && let Some(known) = out.iter_mut().find_map(|known| match known {
                Formula::Atom(Atom::One { asked: own, options }) if own == asked => Some(options),
                _ => None,
            })
        {
            known.extend(options.iter().copied());
        } else if !out.contains(&part) {
            out.push(part);
        }
    }
    *parts = out;
}

fn gather<'f>(formula: &'f Formula, atoms: &mut Vec<&'f Atom>) {
    match formula {
        Formula::Always(_) => {}
        Formula::All(parts) | Formula::Any(parts) => parts.iter().for_each(|part| gather(part, atoms)),
        Formula::Not(part) => gather(part, atoms),
        Formula::Atom(atom) => atoms.push(atom),
    }
}

/// The values of a variable that stand for these options.
fn values_of(variable: &Variable, options: &BTreeSet<usize>) -> BTreeSet<usize> {
    let Variable::One { named, others, .. } = variable else {
        return BTreeSet::new();
    };
    let own = named.iter().enumerate().filter(|(_, option)| options.contains(option));
    let mut values: BTreeSet<usize> = own.map(|(value, _)| value + 1).collect();
    // All that is not named goes together: a set has all of it or none.
    if *others && options.iter().any(|option| !named.contains(option)) {
        values.insert(named.len() + 1);
    }
    values
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_that_always_or_never_hold_say_nothing() {
        let answered = || Formula::Atom(Atom::Answered { asked: 0 });
        let never = || Formula::Always(false);
        let check = |formula: Formula, expected: Formula| assert_eq!(settled(formula), expected);
        check(Formula::Any(vec![answered(), never()]), answered());
        check(Formula::All(vec![answered(), never()]), never());
        check(
            Formula::Any(vec![never(), Formula::All(vec![never(), answered()])]),
            never(),
        );
        check(Formula::Not(Box::new(never())), Formula::Always(true));
        check(
            Formula::All(vec![answered(), answered()]),
            Formula::All(vec![answered(), answered()]),
        );
    }
}
