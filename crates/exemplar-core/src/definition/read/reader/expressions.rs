//! Expressions as a reading meets them: checked, counted, and noted with what they use.

use super::super::listed;
use super::super::names::NamesInUse;
use super::super::spot::{Role, Spot, Use};
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
            self.error(place, mistake.code, mistake.message.clone(), mistake.advice.clone());
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
