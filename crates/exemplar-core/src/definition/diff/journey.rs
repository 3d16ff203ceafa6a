//! Pages and questions of both versions side by side: which came, went, moved, or have another name.

use std::collections::{BTreeMap, BTreeSet};

use super::items::{Item, What, Within, items};
use super::walker::Walker;
use super::words::{comes, place, short, the};
use super::{Change, How, Part, Touches, question};
use crate::definition::source::Node;

/// How much like a question's words must be for it to look like another, from 0 to 1.
const ALIKE: f64 = 0.85;

/// Compares the journeys of two versions.
pub(super) fn compare(walker: &mut Walker, older: &Node, newer: &Node) {
    let (before, after) = (items(older), items(newer));
    let pairs = Pairs::of(&before, &after);
    let moved = moved(&before, &after, &pairs);
    for item in &after {
        match pairs.older(item.name).and_then(|old| find(&before, old)) {
            Some(old) => {
                if old.name != item.name {
                    walker.add(renamed(old, item));
                }
                if moved.contains(item.name) {
                    walker.add(moved_to(old, item));
                }
                question::compare(walker, old, item);
            }
            None => walker.add(added(item, &gone(&before, &pairs))),
        }
    }
    for item in gone(&before, &pairs) {
        walker.add(removed(item));
    }
}

/// Which name of the newer version was which of the older.
pub(super) struct Pairs<'a> {
    older: BTreeMap<&'a str, &'a str>,
}

impl<'a> Pairs<'a> {
    fn of(before: &[Item<'a>], after: &[Item<'a>]) -> Self {
        let mut older = BTreeMap::new();
        for item in after {
            if find(before, item.name).is_some() {
                older.insert(item.name, item.name);
            }
        }
        for item in after.iter().filter(|item| find(before, item.name).is_none()) {
            let was = item.was().and_then(|was| find(before, was));
            if let Some(was) = was.filter(|was| !older.contains_key(was.name)) {
                older.insert(item.name, was.name);
            }
        }
        Self { older }
    }

    fn older(&self, name: &str) -> Option<&'a str> {
        self.older.get(name).copied()
    }

    fn is_kept(&self, older: &str) -> bool {
        self.older.values().any(|known| *known == older)
    }
}

fn find<'i, 'a>(items: &'i [Item<'a>], name: &str) -> Option<&'i Item<'a>> {
    items.iter().find(|item| item.name == name)
}

fn gone<'i, 'a>(before: &'i [Item<'a>], pairs: &Pairs<'a>) -> Vec<&'i Item<'a>> {
    before.iter().filter(|item| !pairs.is_kept(item.name)).collect()
}

/// The items of the newer version that stand in another place, or in another order than most of their neighbours.
fn moved<'a>(before: &[Item<'a>], after: &[Item<'a>], pairs: &Pairs<'a>) -> BTreeSet<&'a str> {
    let rank: BTreeMap<&str, usize> = before
        .iter()
        .enumerate()
        .map(|(place, item)| (item.name, place))
        .collect();
    let mut moved = BTreeSet::new();
    let mut stayed: Vec<(Within<'a>, Vec<(usize, &'a str)>)> = Vec::new();
    for item in after {
        let Some(old) = pairs.older(item.name).and_then(|old| find(before, old)) else {
            continue;
        };
        if !is_same_place(old.within, item.within, pairs) {
            moved.insert(item.name);
            continue;
        }
        let Some(rank) = rank.get(old.name) else { continue };
        match stayed.iter_mut().find(|(within, _)| *within == item.within) {
            Some((_, ranks)) => ranks.push((*rank, item.name)),
            None => stayed.push((item.within, vec![(*rank, item.name)])),
        }
    }
    for (_, ranks) in stayed {
        let kept = longest_rising(&ranks.iter().map(|(rank, _)| *rank).collect::<Vec<_>>());
        let out = ranks.iter().enumerate().filter(|(place, _)| !kept.contains(place));
        moved.extend(out.map(|(_, (_, name))| *name));
    }
    moved
}

fn is_same_place(old: Within<'_>, new: Within<'_>, pairs: &Pairs<'_>) -> bool {
    match (old, new) {
        (Within::Page(old), Within::Page(new)) | (Within::Rows(old), Within::Rows(new)) => {
            pairs.older(new) == Some(old)
        }
        (old, new) => old == new,
    }
}

/// The places of a longest rising run: what stayed in order, so that as little as can be is said to have moved.
fn longest_rising(ranks: &[usize]) -> BTreeSet<usize> {
    // The last place of the best run of each length, and what comes before each place in its run.
    let mut ends: Vec<usize> = Vec::new();
    let mut previous = vec![None; ranks.len()];
    for (place, rank) in ranks.iter().enumerate() {
        let length = ends.partition_point(|end| ranks[*end] < *rank);
        previous[place] = length.checked_sub(1).map(|shorter| ends[shorter]);
        match ends.get_mut(length) {
            Some(end) => *end = place,
            None => ends.push(place),
        }
    }
    let mut kept = BTreeSet::new();
    let mut next = ends.last().copied();
    while let Some(place) = next {
        kept.insert(place);
        next = previous[place];
    }
    kept
}

fn change(item: &Item<'_>, how: How, says: String) -> Change {
    Change {
        part: match item.what {
            What::Question => Part::Question,
            _ => Part::Page,
        },
        how,
        name: item.name.to_owned(),
        path: item.path.clone(),
        touches: Touches::NewCases,
        before: None,
        after: None,
        says,
        advice: None,
    }
}

fn renamed(old: &Item<'_>, item: &Item<'_>) -> Change {
    let kept = match item.what {
        What::Question => " Its answers are kept.",
        _ => "",
    };
    let says = format!("{} was called {} before.{kept}", the(item), old.name);
    Change {
        before: Some(old.name.to_owned()),
        after: Some(item.name.to_owned()),
        ..change(item, How::Renamed, says)
    }
}

fn moved_to(old: &Item<'_>, item: &Item<'_>) -> Change {
    let comes = match item.what {
        What::Question => "is now asked",
        _ => "now comes",
    };
    let says = format!("{} {comes} {}.", the(item), place(item));
    Change {
        before: Some(place(old)),
        after: Some(place(item)),
        ..change(item, How::Moved, says)
    }
}

fn removed(item: &Item<'_>) -> Change {
    let says = match item.what {
        What::Question => "is no longer asked",
        _ => "is no longer there",
    };
    Change {
        before: Some(short(item.heading())),
        ..change(item, How::Removed, format!("{} {says}.", the(item)))
    }
}

fn added(item: &Item<'_>, gone: &[&Item<'_>]) -> Change {
    let says = format!("{} is new: it {} {}.", the(item), comes(item), place(item));
    let like = gone.iter().find(|old| are_alike(old, item));
    Change {
        after: Some(short(item.heading())),
        advice: like.map(|old| {
            format!(
                "If this is {} under another name, write \"was: {}\" beneath it: drafts then keep their answers.",
                old.name, old.name
            )
        }),
        ..change(item, How::Added, says)
    }
}

/// Whether a question that came looks like one that went: of the same kind, with words or a name like its.
fn are_alike(old: &Item<'_>, new: &Item<'_>) -> bool {
    let kind = |item: &Item<'_>| question::kind(item.node).map(|(key, _)| key.text.clone());
    if old.what != new.what || kind(old) != kind(new) || old.what != What::Question {
        return false;
    }
    let alike = |a: &str, b: &str| strsim::jaro_winkler(a, b) >= ALIKE;
    alike(old.heading(), new.heading())
        || alike(old.name, new.name)
        || (old.after == new.after && old.within == new.within)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_little_as_can_be_moved() {
        let kept = |ranks: &[usize]| longest_rising(ranks).into_iter().collect::<Vec<_>>();
        assert_eq!(kept(&[0, 1, 2]), [0, 1, 2]);
        assert_eq!(kept(&[2, 0, 1, 3]), [1, 2, 3]);
        assert_eq!(kept(&[1, 2, 3, 0]), [0, 1, 2]);
        assert_eq!(kept(&[]), [0_usize; 0]);
    }
}
