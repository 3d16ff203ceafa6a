//! Boxes that take the place of an answer: "I do not know the date" beside the date, which is asked where it is not
//! ticked.

use super::Reader;
use super::conditions::simplified;
use crate::form::{Content, Field, Kind, Test, Words};

impl Reader<'_> {
    /// Makes such a box part of its question; where more hangs on it, it is asked before what hangs on it.
    pub(super) fn ticks(&self, content: &mut Vec<Content>) {
        let mut at = 0;
        while at < content.len() {
            let hanging = field(&content[at]).filter(|tick| is_tick(tick)).map(|tick| {
                let mut others = content.iter().enumerate().filter(|(other, _)| *other != at);
                others
                    .find_map(|(other, content)| {
                        Some((other, instead(field(content)?, tick))).filter(|(_, rest)| rest.is_some())
                    })
                    .filter(|_| self.hangs_once(&tick.key))
            });
            match hanging.flatten() {
                Some((other, Some(rest))) => self.join(content, at, other, rest),
                _ => at = before_what_hangs_on_it(content, at),
            }
        }
    }

    /// Whether one condition alone names a key.
    fn hangs_once(&self, key: &str) -> bool {
        let own = key.rsplit('.').next().unwrap_or(key);
        let is_word = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
        let found = self.said.match_indices(own).filter(|(at, _)| {
            let before = self.said.get(..*at).and_then(|before| before.chars().next_back());
            let after = self.said.get(at + own.len()..).and_then(|after| after.chars().next());
            !is_word(before) && !is_word(after)
        });
        found.count() == 1
    }

    fn join(&self, content: &mut Vec<Content>, at: usize, other: usize, rest: Option<Test>) {
        let Content::Field(tick) = content.remove(at) else {
            return;
        };
        let other = if other > at { other - 1 } else { other };
        if let Some(Content::Field(field)) = content.get_mut(other) {
            let Kind::Declaration(words) = tick.kind else {
                return;
            };
            field.or_tick = Some(words);
            field.when = rest;
            field.also.push((tick.place, tick.source_type));
        }
    }
}

fn field(content: &Content) -> Option<&Field> {
    match content {
        Content::Field(field) => Some(field),
        Content::Shown(_) => None,
    }
}

fn is_tick(field: &Field) -> bool {
    matches!(field.kind, Kind::Declaration(_))
        && !field.required
        && field.hint == Words::default()
        && field.say == Words::default()
}

/// When a question is asked beside a box, where it is asked just as the box is and not where that is ticked.
#[allow(
    clippy::option_option,
    reason = "that it is no such question, and that it always is asked, are two things"
)]
fn instead(field: &Field, tick: &Field) -> Option<Option<Test>> {
    let not = Test::is(&tick.key, "true").opposite();
    let parts = match field.when.clone()? {
        Test::All(parts) => parts,
        test => vec![test],
    };
    let rest: Vec<Test> = parts.iter().filter(|part| **part != not).cloned().collect();
    if rest.len() == parts.len()
        || field.or_tick.is_some()
        || matches!(field.kind.key(), "rows" | "evidence" | "declaration")
    {
        return None;
    }
    let rest = match simplified(Test::All(rest)) {
        Test::Always(_) => None,
        test => Some(test),
    };
    (rest == tick.when).then_some(rest)
}

/// Moves a box before the first question that hangs on it; the place that comes next.
fn before_what_hangs_on_it(content: &mut [Content], at: usize) -> usize {
    let first = field(&content[at])
        .filter(|tick| matches!(tick.kind, Kind::Declaration(_)))
        .and_then(|tick| {
            let hangs = |other: &Content| {
                let when = match other {
                    Content::Field(field) => &field.when,
                    Content::Shown(shown) => &shown.when,
                };
                when.as_ref().is_some_and(|when| when.looks_at(&tick.key))
            };
            let first = content[..at].iter().position(hangs)?;
            let looks_back = content[first..at]
                .iter()
                .filter_map(field)
                .any(|other| tick.when.as_ref().is_some_and(|when| when.looks_at(&other.key)));
            (!looks_back).then_some(first)
        });
    if let Some(first) = first {
        content[first..=at].rotate_right(1);
    }
    at + 1
}
