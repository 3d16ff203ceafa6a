//! Expressions as a reading meets them: checked, counted, and noted with what they use.

use super::super::in_use::NamesInUse;
use super::super::listed;
use super::super::spot::{Role, Spot, Use};
use super::super::values::plain_number;
use super::Reader;
use crate::definition::Cases;
use crate::definition::limits::EXPRESSIONS;
use crate::definition::source::Node;
use crate::expression::{Expression, Mistake, Options, Type, Wanted, check, check_cases, split_case};
use crate::id::Name;

impl<'a> Reader<'a> {
    /// A condition under `key`.
    pub(in crate::definition::read) fn condition(
        &self,
        spot: &Spot<'a>,
        key: &str,
        role: Role,
        of: &str,
    ) -> Option<Expression> {
        let node = spot.node.get(key)?;
        self.expression(node, &Wanted::condition(), role, of)
    }

    /// One expression.
    pub(in crate::definition::read) fn expression(
        &self,
        node: &Node,
        wanted: &Wanted,
        role: Role,
        of: &str,
    ) -> Option<Expression> {
        let typed = node.text()?;
        self.count_expressions(node, 1)?;
        match check(typed.trim_end(), wanted, &self.in_use()) {
            Ok((expression, _)) => {
                self.note_uses(node, 0, &expression, role, of);
                self.note_condition(node, 0, &expression, (role, of), None);
                Some(expression)
            }
            Err(mistake) => {
                self.mistake(node, &mistake);
                if role == Role::When {
                    self.broken.borrow_mut().insert(Name::from(of));
                }
                None
            }
        }
    }

    /// An expression, or a list of cases.
    pub(in crate::definition::read) fn cases(
        &self,
        node: &Node,
        wanted: &Wanted,
        role: Role,
        of: &str,
    ) -> Option<(Cases, Type, Options)> {
        let lines = listed(node);
        self.count_expressions(node, lines.len())?;
        let typed: Vec<&str> = lines
            .iter()
            .map(|line| line.text().unwrap_or_default().trim_end())
            .collect();
        if wanted.type_is.is_none() && self.mixes_money(&lines, &typed) {
            return None;
        }
        match check_cases(&typed, wanted, &self.in_use()) {
            Ok((cases, type_is, options)) => {
                self.case_lists.set(self.case_lists.get() + 1);
                for ((value, when), (node, typed)) in cases.0.iter().zip(lines.iter().zip(&typed)) {
                    self.note_uses(node, 0, value, role, of);
                    // What a case comes to is a condition of its own where nothing stands before it.
                    if cases.0.len() == 1 && when.is_none() {
                        self.note_condition(node, 0, value, (role, of), None);
                    }
                    if let (Some(when), (_, Some((offset, _)))) = (when, split_case(typed)) {
                        self.note_uses(node, offset, when, role, of);
                        self.note_condition(node, offset, when, (role, of), Some(self.case_lists.get()));
                    }
                }
                Some((cases, type_is, options))
            }
            Err(mistakes) => {
                for (line, mistake) in mistakes {
                    self.mistake(lines.get(line).copied().unwrap_or(node), &mistake);
                }
                None
            }
        }
    }

    /// Tells of plain numbers among amounts of money; whether there are any.
    fn mixes_money(&self, lines: &[&Node], typed: &[&str]) -> bool {
        let values: Vec<&str> = typed.iter().map(|typed| split_case(typed).0.trim()).collect();
        let is_plain = |value: &&str| plain_number(value).is_some();
        let is_money = |value: &&str| {
            let checked = check(value, &Wanted::default(), &self.in_use());
            checked.is_ok_and(|(value, _)| value.type_is == Type::Money)
        };
        if !values.iter().any(is_plain) || !values.iter().any(|value| !is_plain(value) && is_money(value)) {
            return false;
        }
        for (line, value) in lines.iter().zip(&values).filter(|(_, value)| is_plain(value)) {
            let message = format!("{value} is a number, and other cases here are amounts of money.");
            let advice = format!("Write {value} {}.", self.currency);
            let place = line.within(&(0..value.chars().count()));
            self.error(place, "number_or_money", message, advice);
        }
        true
    }

    /// Lines of `TEXT when CONDITION` whose text is no expression: the line, its text, and when it counts.
    pub(in crate::definition::read) fn texts_when<'n>(
        &self,
        node: &'n Node,
        role: Role,
        of: &str,
    ) -> Vec<(&'n Node, &'n str, Option<Expression>)> {
        let lines = listed(node);
        if self.count_expressions(node, lines.len()).is_none() {
            return Vec::new();
        }
        self.case_lists.set(self.case_lists.get() + 1);
        let last = lines.len().saturating_sub(1);
        let mut read = Vec::with_capacity(lines.len());
        for (place, line) in lines.into_iter().enumerate() {
            let (text, when) = split_case(line.text().unwrap_or_default().trim_end());
            let Some((offset, typed)) = when else {
                if place < last {
                    let advice = "Add \"when CONDITION\", or move the line to the end.";
                    let message = "Only the last case may stand without \"when\".";
                    self.error(line.place, "case_without_condition", message, advice);
                }
                read.push((line, text, None));
                continue;
            };
            match check(typed, &Wanted::condition(), &self.in_use()) {
                Ok((when, _)) => {
                    self.note_uses(line, offset, &when, role, of);
                    self.note_condition(line, offset, &when, (role, of), Some(self.case_lists.get()));
                    read.push((line, text, Some(when)));
                }
                Err(mut mistake) => {
                    mistake.at = mistake.at.start + offset..mistake.at.end + offset;
                    self.mistake(line, &mistake);
                }
            }
        }
        read
    }

    /// Nothing once there are too many.
    fn count_expressions(&self, node: &Node, more: usize) -> Option<()> {
        self.expressions.set(self.expressions.get() + more);
        if self.expressions.get() > EXPRESSIONS {
            let message = format!("A service has at most {EXPRESSIONS} expressions.");
            self.error(
                node.place,
                "too_many_expressions",
                message,
                "Use facts, or split the service.",
            );
            return None;
        }
        Some(())
    }

    /// Notes a mistake of an expression, unless it only follows from another.
    pub(in crate::definition::read) fn mistake(&self, node: &Node, mistake: &Mistake) {
        if !mistake.is_consequence() {
            let place = node.within(&mistake.at);
            let named = node.text().unwrap_or_default().chars().skip(mistake.at.start);
            let named: String = named.take(mistake.at.len()).collect();
            if self.names_equality(place, &named) {
                return;
            }
            let (message, advice) = (mistake.message.clone(), mistake.advice.clone());
            if mistake.code == "unknown_name" {
                self.missing_name(place, &named, message, advice);
            } else {
                self.error(place, mistake.code, message, advice);
            }
        }
    }

    fn note_uses(&self, node: &Node, offset: usize, expression: &Expression, role: Role, of: &str) {
        let mut uses = self.uses.borrow_mut();
        for mention in &expression.mentions {
            let start = mention.start + offset;
            uses.push(Use {
                mention: mention.clone(),
                place: node.within(&(start..start + mention.length)),
                at: self.at.get(),
                role,
                of: Name::from(of),
            });
        }
    }

    /// The names that expressions may use.
    pub(in crate::definition::read) fn in_use(&self) -> NamesInUse<'_> {
        NamesInUse {
            register: &self.register,
            currency: &self.currency,
            languages: &self.languages,
            within: self.row.borrow().as_ref().map(|row| row.of.clone()),
        }
    }
}
