//! Decision diagrams: sets of ways through a form, by what was answered, each of them once. With them conditions are
//! held against each other exactly, so that what always holds falls away. Which answer a variable is, is not known here.

use std::collections::{BTreeSet, HashMap};

/// A set of ways.
pub(super) type Ways = u32;
/// No way.
pub(super) const NONE: Ways = 0;
/// Every way.
pub(super) const ALL: Ways = 1;

/// So many nodes are made for one form; more come of forms whose links nobody can follow either.
const NODES: usize = 60_000;
/// So many steps of work are done for one form: some tenths of a second.
const STEPS: usize = 4_000_000;
/// So many variables a form may have: each is a level of calls.
const VARIABLES: usize = 1_000;

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Node {
    variable: usize,
    children: Vec<Ways>,
}

/// All sets of ways of one form.
#[derive(Debug, Default)]
pub(super) struct Diagrams {
    /// How many values each variable has.
    sizes: Vec<usize>,
    nodes: Vec<Node>,
    known: HashMap<Node, Ways>,
    both: HashMap<(Ways, Ways), Ways>,
    opposites: HashMap<Ways, Ways>,
    steps: usize,
    /// Whether there were too many, so that what came of it means nothing.
    pub(super) is_full: bool,
}

impl Diagrams {
    pub(super) fn new(sizes: Vec<usize>) -> Self {
        Self {
            is_full: sizes.len() > VARIABLES,
            sizes,
            ..Self::default()
        }
    }

    /// How many values a variable has.
    pub(super) fn size(&self, variable: usize) -> usize {
        self.sizes.get(variable).copied().unwrap_or(0)
    }

    fn node(&mut self, variable: usize, children: Vec<Ways>) -> Ways {
        if let Some(first) = children.first()
            && children.iter().all(|child| child == first)
        {
            return *first;
        }
        let node = Node { variable, children };
        if let Some(known) = self.known.get(&node) {
            return *known;
        }
        if self.nodes.len() >= NODES {
            self.is_full = true;
            return ALL;
        }
        // Two numbers are those of no way and every way.
        let ways = u32::try_from(self.nodes.len() + 2).unwrap_or(ALL);
        self.nodes.push(node.clone());
        self.known.insert(node, ways);
        ways
    }

    fn at(&self, ways: Ways) -> Option<&Node> {
        self.nodes.get((ways as usize).checked_sub(2)?)
    }

    /// Where a variable has one of some values.
    pub(super) fn literal(&mut self, variable: usize, values: &BTreeSet<usize>) -> Ways {
        let children = (0..self.size(variable)).map(|value| Ways::from(values.contains(&value)));
        let children = children.collect();
        self.node(variable, children)
    }

    /// The variable that is looked at first, and what each of its values leads to.
    pub(super) fn look(&self, ways: Ways) -> Option<(usize, &[Ways])> {
        self.at(ways).map(|node| (node.variable, node.children.as_slice()))
    }

    fn child(&self, ways: Ways, variable: usize, value: usize) -> Ways {
        match self.at(ways) {
            Some(node) if node.variable == variable => node.children.get(value).copied().unwrap_or(NONE),
            _ => ways,
        }
    }

    fn first(&self, a: Ways, b: Ways) -> Option<usize> {
        let of = |ways| self.at(ways).map(|node| node.variable);
        match (of(a), of(b)) {
            (Some(a), Some(b)) => Some(a.min(b)),
            (a, b) => a.or(b),
        }
    }

    pub(super) fn and(&mut self, a: Ways, b: Ways) -> Ways {
        match (a, b) {
            (NONE, _) | (_, NONE) => return NONE,
            (ALL, other) | (other, ALL) => return other,
            _ if a == b => return a,
            _ => {}
        }
        if self.is_full {
            return ALL;
        }
        let pair = (a.min(b), a.max(b));
        if let Some(known) = self.both.get(&pair) {
            return *known;
        }
        let Some(variable) = self.first(a, b) else { return NONE };
        let mut children = Vec::with_capacity(self.size(variable));
        for value in 0..self.size(variable) {
            self.steps += 1;
            if self.steps > STEPS {
                self.is_full = true;
            }
            if self.is_full {
                return ALL;
            }
            let (a, b) = (self.child(a, variable, value), self.child(b, variable, value));
            children.push(self.and(a, b));
        }
        let made = self.node(variable, children);
        self.both.insert(pair, made);
        made
    }

    pub(super) fn not(&mut self, ways: Ways) -> Ways {
        match ways {
            NONE => return ALL,
            ALL => return NONE,
            _ => {}
        }
        if self.is_full {
            return ALL;
        }
        if let Some(known) = self.opposites.get(&ways) {
            return *known;
        }
        let Some(Node { variable, children }) = self.at(ways).cloned() else {
            return NONE;
        };
        let children = children.into_iter().map(|child| self.not(child)).collect();
        let made = self.node(variable, children);
        self.opposites.insert(ways, made);
        made
    }

    pub(super) fn or(&mut self, a: Ways, b: Ways) -> Ways {
        let (a, b) = (self.not(a), self.not(b));
        let neither = self.and(a, b);
        self.not(neither)
    }

    /// Whether every way of the one is a way of the other.
    pub(super) fn implies(&mut self, a: Ways, b: Ways) -> bool {
        let not_b = self.not(b);
        self.and(a, not_b) == NONE
    }

    /// The ways where this variable has this value, whatever it is.
    pub(super) fn given(&mut self, ways: Ways, variable: usize, value: usize) -> Ways {
        self.given_here(ways, (variable, value), &mut HashMap::new())
    }

    fn given_here(&mut self, ways: Ways, given: (usize, usize), known: &mut HashMap<Ways, Ways>) -> Ways {
        if let Some(known) = known.get(&ways) {
            return *known;
        }
        let (variable, value) = given;
        let made = match self.at(ways).cloned() {
            Some(node) if node.variable == variable => node.children.get(value).copied().unwrap_or(NONE),
            Some(node) if node.variable < variable => {
                let mut children = Vec::with_capacity(node.children.len());
                for child in &node.children {
                    children.push(self.given_here(*child, given, known));
                }
                self.node(node.variable, children)
            }
            _ => ways,
        };
        known.insert(ways, made);
        made
    }

    /// The variables that matter.
    pub(super) fn variables(&self, ways: Ways) -> BTreeSet<usize> {
        let mut found = BTreeSet::new();
        let mut seen = BTreeSet::new();
        let mut open = vec![ways];
        while let Some(ways) = open.pop() {
            if let Some(node) = self.at(ways).filter(|_| seen.insert(ways)) {
                found.insert(node.variable);
                open.extend(&node.children);
            }
        }
        found
    }

    /// Something smaller that is the same wherever `care` holds. The first value of a variable means that there is no
    /// answer: where that cannot be, it is taken as what is easiest to say.
    pub(super) fn within(&mut self, ways: Ways, care: Ways) -> Ways {
        self.within_here(ways, care, &mut HashMap::new())
    }

    fn within_here(&mut self, ways: Ways, care: Ways, known: &mut HashMap<(Ways, Ways), Ways>) -> Ways {
        if matches!(ways, NONE | ALL) || matches!(care, NONE | ALL) || self.is_full {
            return ways;
        }
        if let Some(known) = known.get(&(ways, care)) {
            return *known;
        }
        let Some(variable) = self.first(ways, care) else {
            return ways;
        };
        if self.at(ways).is_none_or(|node| node.variable != variable) {
            let mut any = NONE;
            for value in 0..self.size(variable) {
                let child = self.child(care, variable, value);
                any = self.or(any, child);
            }
            let made = self.within_here(ways, any, known);
            known.insert((ways, care), made);
            return made;
        }
        let here = care;
        let mut children = Vec::with_capacity(self.size(variable));
        for value in 0..self.size(variable) {
            let (child, care) = (self.child(ways, variable, value), self.child(care, variable, value));
            children.push(if care == NONE {
                None
            } else {
                Some(self.within_here(child, care, known))
            });
        }
        let filled = filled(&children);
        let made = self.node(variable, filled);
        known.insert((ways, here), made);
        made
    }
}

/// Children with what cannot be filled in.
fn filled(children: &[Option<Ways>]) -> Vec<Ways> {
    let mut counts: HashMap<Ways, usize> = HashMap::new();
    for child in children.iter().flatten() {
        *counts.entry(*child).or_default() += 1;
    }
    let mut known: Vec<(usize, Ways)> = counts.into_iter().map(|(child, count)| (count, child)).collect();
    known.sort_unstable();
    let usual = known.last().map_or(NONE, |(_, child)| *child);
    let without_answer = match known.as_slice() {
        [(_, only)] => *only,
        _ if known.iter().any(|(_, child)| *child == NONE) => NONE,
        _ => usual,
    };
    let fill =
        |(value, child): (usize, &Option<Ways>)| child.unwrap_or(if value == 0 { without_answer } else { usual });
    children.iter().enumerate().map(fill).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn only(values: &[usize]) -> BTreeSet<usize> {
        values.iter().copied().collect()
    }

    #[test]
    fn ways_that_part_and_meet_again_are_all_ways() {
        let mut all = Diagrams::new(vec![3, 3]);
        let (a, b) = (all.literal(0, &only(&[1])), all.literal(1, &only(&[2])));
        let both = all.and(a, b);
        let not_b = all.not(b);
        let other = all.and(a, not_b);
        assert_eq!(all.or(both, other), a);
        let not_a = all.not(a);
        assert_eq!(all.or(a, not_a), ALL);
        assert_eq!(all.and(a, not_a), NONE);
        assert!(all.implies(both, a) && !all.implies(a, both));
    }

    #[test]
    fn what_cannot_be_is_left_out() {
        let mut all = Diagrams::new(vec![3, 3]);
        // The second is asked where the first is 1.
        let asked = all.literal(0, &only(&[1]));
        let (has, lacks) = (all.literal(1, &only(&[1, 2])), all.literal(1, &only(&[0])));
        let has = all.and(asked, has);
        let not_asked = all.not(asked);
        let lacks = all.and(not_asked, lacks);
        let care = all.or(has, lacks);
        let second = all.literal(1, &only(&[2]));
        let ways = all.and(asked, second);
        let small = all.within(ways, care);
        let (a, b) = (all.and(small, care), all.and(ways, care));
        assert_eq!(a, b);
    }
}
