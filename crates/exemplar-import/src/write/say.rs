//! Sets of ways in the words of the language, as short as they can be said.

use std::collections::BTreeSet;

use super::diagram::{ALL, NONE, Ways};
use super::formula::{Atom, Formula};
use super::logic::{Logic, Variable};
use super::plan::Asked;

/// So many parts are said at most: what needs more is read by nobody.
const PARTS: usize = 60;

/// What a set of ways comes to where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Said {
    /// It holds for everybody who comes here.
    Always,
    /// It holds for nobody.
    Never,
    /// Parts of which one must hold: each as it stands alone.
    When(Vec<String>),
    /// There is no short way to say it.
    Tangled,
}

/// A part: a variable and the values that it may have.
type Literal = (usize, BTreeSet<usize>);
type Cube = Vec<Literal>;

impl Logic<'_> {
    /// Says a set of ways, where `care` holds of all who come here.
    pub(super) fn say(&mut self, ways: Ways, care: Ways) -> Said {
        let here = self.diagrams.and(ways, care);
        if self.diagrams.is_full {
            return Said::Tangled;
        }
        if here == NONE {
            return Said::Never;
        }
        if self.diagrams.implies(care, ways) {
            return Said::Always;
        }
        let small = self.diagrams.within(ways, care);
        let mut cubes = Vec::new();
        if !self.cubes(small, &mut Vec::new(), &mut cubes) {
            return Said::Tangled;
        }
        self.shorten(&mut cubes, ways, care);
        self.needless(&mut cubes, here);
        if self.diagrams.is_full {
            return Said::Tangled;
        }
        Said::When(self.in_words(&cubes))
    }

    /// All ways from the top to "it holds"; whether there are few enough.
    fn cubes(&self, ways: Ways, above: &mut Cube, out: &mut Vec<Cube>) -> bool {
        if ways == ALL {
            out.push(above.clone());
            return out.len() <= PARTS;
        }
        let Some((variable, children)) = self.diagrams.look(ways) else {
            return true;
        };
        let mut groups: Vec<(Ways, BTreeSet<usize>)> = Vec::new();
        for (value, child) in children.iter().enumerate().filter(|(_, child)| **child != NONE) {
            match groups.iter_mut().find(|(known, _)| known == child) {
                Some((_, values)) => {
                    values.insert(value);
                }
                None => groups.push((*child, BTreeSet::from([value]))),
            }
        }
        for (child, values) in groups {
            above.push((variable, values));
            let few = self.cubes(child, above, out);
            above.pop();
            if !few {
                return false;
            }
        }
        true
    }

    fn of_cube(&mut self, cube: &[Literal]) -> Ways {
        let mut ways = ALL;
        for (variable, values) in cube {
            let literal = self.diagrams.literal(*variable, values);
            ways = self.diagrams.and(ways, literal);
        }
        ways
    }

    /// Takes out what follows from the rest, and the case without an answer where nothing hangs on it.
    fn shorten(&mut self, cubes: &mut [Cube], ways: Ways, care: Ways) {
        let not_care = self.diagrams.not(care);
        let may = self.diagrams.or(ways, not_care);
        for cube in cubes.iter_mut() {
            let mut i = 0;
            while i < cube.len() {
                let mut without = cube.clone();
                without.remove(i);
                let rest = self.of_cube(&without);
                if !without.is_empty() && self.diagrams.implies(rest, may) {
                    *cube = without;
                } else {
                    i += 1;
                }
            }
        }
        let here = self.diagrams.and(ways, care);
        for c in 0..cubes.len() {
            for i in 0..cubes[c].len() {
                let (variable, values) = cubes[c][i].clone();
                if !values.contains(&0) || values.len() == 1 {
                    continue;
                }
                let mut fewer = values.clone();
                fewer.remove(&0);
                cubes[c][i].1 = fewer;
                if !self.covers(cubes, None, here) {
                    cubes[c][i] = (variable, values);
                }
            }
        }
        self.shorten_lists(cubes, here);
    }

    /// Takes options out of lists that nobody has chosen who comes here, where the list is shorter without.
    fn shorten_lists(&mut self, cubes: &mut [Cube], here: Ways) {
        for c in 0..cubes.len() {
            for i in 0..cubes[c].len() {
                let variable = cubes[c][i].0;
                if !matches!(self.variables[variable], Variable::One { .. }) {
                    continue;
                }
                for value in cubes[c][i].1.clone() {
                    let before = cubes[c][i].1.clone();
                    let mut fewer = before.clone();
                    fewer.remove(&value);
                    let is_longer = fewer.is_empty()
                        || self.literal(variable, &fewer).len() >= self.literal(variable, &before).len();
                    if is_longer {
                        continue;
                    }
                    cubes[c][i].1 = fewer;
                    if !self.covers(cubes, None, here) {
                        cubes[c][i].1 = before;
                    }
                }
            }
        }
    }

    /// Whether the cubes, but for one, say all that is to be said.
    fn covers(&mut self, cubes: &[Cube], but: Option<usize>, here: Ways) -> bool {
        let mut all = NONE;
        for (_, cube) in cubes.iter().enumerate().filter(|(i, _)| Some(*i) != but) {
            let ways = self.of_cube(cube);
            all = self.diagrams.or(all, ways);
        }
        self.diagrams.implies(here, all)
    }

    /// Takes out parts that the others say too, the longest first, and joins those that differ in one value.
    fn needless(&mut self, cubes: &mut Vec<Cube>, here: Ways) {
        cubes.sort_by_key(|cube| std::cmp::Reverse(cube.len()));
        let mut i = 0;
        while i < cubes.len() && cubes.len() > 1 {
            if self.covers(cubes, Some(i), here) {
                cubes.remove(i);
            } else {
                i += 1;
            }
        }
        let mut joined: Vec<Cube> = Vec::new();
        for cube in cubes.drain(..) {
            match joined.iter_mut().find_map(|known| Some((differ(known, &cube)?, known))) {
                Some((at, known)) => {
                    let more = cube[at].1.clone();
                    known[at].1.extend(more);
                }
                None => joined.push(cube),
            }
        }
        joined.sort_by(|a, b| a.len().cmp(&b.len()).then_with(|| a.cmp(b)));
        *cubes = joined;
    }

    /// Parts, each as it stands alone. What all of them share is said once.
    fn in_words(&self, cubes: &[Cube]) -> Vec<String> {
        let Some((first, rest)) = cubes.split_first() else {
            return Vec::new();
        };
        let shared: Cube = first
            .iter()
            .filter(|literal| rest.iter().all(|cube| cube.contains(literal)))
            .cloned()
            .collect();
        let own: Vec<Cube> = cubes
            .iter()
            .map(|cube| {
                cube.iter()
                    .filter(|literal| !shared.contains(literal))
                    .cloned()
                    .collect()
            })
            .collect();
        if rest.is_empty() || shared.is_empty() || own.iter().any(Vec::is_empty) {
            return cubes.iter().map(|cube| self.cube(cube)).collect();
        }
        let inner = or(&own.iter().map(|cube| self.cube(cube)).collect::<Vec<_>>());
        let all = self.cube(&shared);
        let all = if all.contains(" or ") && shared.len() == 1 {
            format!("({all})")
        } else {
            all
        };
        vec![format!("{all} and ({inner})")]
    }

    fn cube(&self, cube: &[Literal]) -> String {
        let parts: Vec<String> = cube
            .iter()
            .map(|(variable, values)| self.literal(*variable, values))
            .collect();
        let alone = parts.len() == 1;
        let bracketed = parts.iter().map(|part| {
            if part.contains(" or ") && !alone {
                format!("({part})")
            } else {
                part.clone()
            }
        });
        bracketed.collect::<Vec<_>>().join(" and ")
    }

    fn literal(&self, variable: usize, values: &BTreeSet<usize>) -> String {
        let size = self.diagrams.size(variable);
        let what = &self.variables[variable];
        let name = &self.asked[what.asked()].name;
        let has_none = values.contains(&0);
        let some: BTreeSet<usize> = values.iter().copied().filter(|value| *value > 0).collect();
        if some.is_empty() {
            return format!("not answered({name})");
        }
        if some.len() == size - 1 {
            return format!("answered({name})");
        }
        let own = match what {
            Variable::Yes { .. } if has_none && some.contains(&2) => return format!("not yes({name})"),
            Variable::Yes { .. } if some.contains(&1) => name.clone(),
            Variable::Yes { .. } => format!("not {name}"),
            Variable::Answered { .. } => return format!("answered({name})"),
            Variable::Text { holds, fails, .. } => {
                if some.contains(&1) {
                    holds.clone()
                } else {
                    fails.clone()
                }
            }
            Variable::One { named, others, .. } => self.options(what.asked(), (named, *others), &some),
        };
        if has_none {
            format!("not answered({name}) or {own}")
        } else {
            own
        }
    }

    fn options(&self, asked: usize, (named, others): (&[usize], bool), values: &BTreeSet<usize>) -> String {
        let one = &self.asked[asked];
        let chosen = |is_in: bool| -> Vec<&str> {
            let named = named
                .iter()
                .enumerate()
                .filter(|(value, _)| values.contains(&(value + 1)) == is_in);
            named.map(|(_, option)| one.options[*option].as_str()).collect()
        };
        let has_others = others && values.contains(&(named.len() + 1));
        let (within, without) = (chosen(true), chosen(false));
        let name = &one.name;
        match (has_others, within.as_slice(), without.as_slice()) {
            (true, _, [not]) => format!("{name} is not {not}"),
            (true, ..) => format!("not ({name} in [{}])", without.join(", ")),
            (false, [only], _) => format!("{name} is {only}"),
            (false, _, [not]) if !others => format!("{name} is not {not}"),
            (false, ..) => format!("{name} in [{}]", within.join(", ")),
        }
    }
}

/// The one place where two parts differ.
fn differ(a: &Cube, b: &Cube) -> Option<usize> {
    if a.len() != b.len() || a.iter().zip(b).any(|(a, b)| a.0 != b.0) {
        return None;
    }
    let mut places = a.iter().zip(b).enumerate().filter(|(_, (a, b))| a.1 != b.1);
    let (place, _) = places.next()?;
    places.next().is_none().then_some(place)
}

/// Parts of which one must hold.
pub(super) fn or(parts: &[String]) -> String {
    if let [only] = parts {
        return only.clone();
    }
    let bracketed = parts.iter().map(|part| {
        if part.contains(" and ") {
            format!("({part})")
        } else {
            part.clone()
        }
    });
    bracketed.collect::<Vec<_>>().join(" or ")
}

/// The opposite of a formula about one row, which holds too where there is no answer.
fn in_row_not(part: &Formula, asked: &[Asked<'_>]) -> Option<String> {
    let said = in_row(part, asked)?;
    let of = match part {
        Formula::Atom(Atom::Yes { asked, .. } | Atom::One { asked, .. } | Atom::Text { asked, .. }) => *asked,
        _ => return Some(format!("not ({said})")),
    };
    let one = &asked[of];
    let is_always_there = one.must_be_answered() && one.field.when.is_none();
    match part {
        _ if is_always_there && !said.contains(' ') => Some(format!("not {said}")),
        _ if is_always_there => Some(format!("not ({said})")),
        Formula::Atom(Atom::Yes { yes: true, .. }) => Some(format!("not yes({})", one.name)),
        _ => Some(format!("not answered({}) or not ({said})", one.name)),
    }
}

/// A formula about the answers of one row, as it stands in `any` and `all`.
pub(super) fn in_row(formula: &Formula, asked: &[Asked<'_>]) -> Option<String> {
    match formula {
        Formula::Always(_) => None,
        Formula::Atom(Atom::Yes { asked: of, yes }) => {
            let name = &asked[*of].name;
            Some(if *yes { name.clone() } else { format!("not {name}") })
        }
        Formula::Atom(Atom::Answered { asked: of }) => Some(format!("answered({})", asked[*of].name)),
        Formula::Atom(Atom::Text { holds, .. }) => Some(holds.clone()),
        Formula::Atom(Atom::One { asked: of, options }) => {
            let one = &asked[*of];
            let names: Vec<&str> = options
                .iter()
                .filter_map(|option| one.options.get(*option))
                .map(String::as_str)
                .collect();
            Some(match names.as_slice() {
                [only] => format!("{} is {only}", one.name),
                names => format!("{} in [{}]", one.name, names.join(", ")),
            })
        }
        Formula::Not(part) => in_row_not(part, asked),
        Formula::All(parts) | Formula::Any(parts) => {
            let is_all = matches!(formula, Formula::All(_));
            let parts: Option<Vec<String>> = parts.iter().map(|part| in_row(part, asked)).collect();
            let parts: Vec<String> = parts?
                .into_iter()
                .map(|part| {
                    let is_joined = [" and ", " or "].iter().any(|sign| part.contains(sign));
                    if is_joined { format!("({part})") } else { part }
                })
                .collect();
            Some(parts.join(if is_all { " and " } else { " or " }))
        }
    }
}

/// The words of a condition, each once, as a fact is named by them.
pub(super) fn words_of(is: &str) -> String {
    // Of one question the answer says it: the question has a name already.
    let is_one = !is.contains(" and ") && !is.contains(" or ");
    let answer = [" is not ", " is ", " in ["]
        .iter()
        .find_map(|sign| Some((*sign, is.split_once(sign)?.1)));
    if let Some((sign, answer)) = answer.filter(|_| is_one) {
        let is_not = sign == " is not " || is.starts_with("not ");
        return format!(
            "{}{}",
            if is_not { "not " } else { "" },
            answer.trim_end_matches([']', ')'])
        );
    }
    let mut words: Vec<&str> = Vec::new();
    for word in is
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
    {
        let is_number = word.chars().all(|c| c.is_ascii_digit());
        if !words.contains(&word) && !is_number {
            words.push(word);
        }
    }
    words.join(" ")
}
