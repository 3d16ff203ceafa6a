//! How the rules of a definition reach a kind: what a reader of definitions must offer, and how a kind asks for it.
//! How a definition is written down is not here, and no kind.

use std::ops::Range;
use std::sync::Arc;

use rust_decimal::Decimal;

use super::keys::{KindKeys, Takes};
use super::{CalendarFound, Kind, Size};
use crate::definition::{Cases, Choices, Duration, Option_};
use crate::expression::{Type, Value};
use crate::id::Language;
use crate::text::Text;

/// What stands beneath a kind's key in a definition. The rule named "" is what stands straight after the key:
/// the words of `declaration: I confirm`, the options of `one_of: { a: A }` or the list of `one_of: prisons`.
///
/// Each reader gives nothing where the rule was not written, and a problem where something else was written.
pub trait RuleReader {
    /// The rules that were written, as they were written. Empty for a bare `yes_no:`, and where words or options
    /// stand straight after the key.
    fn written(&self) -> Vec<&str>;

    /// The languages of the definition, in order.
    fn languages(&self) -> &[Language];

    /// The currency of the definition: ISO 4217.
    fn currency(&self) -> &str;

    /// Words in every language: `kg`.
    ///
    /// # Errors
    /// What was written is not words.
    fn text(&self, rule: &str) -> Result<Option<Text>, RuleProblem>;

    /// A string that is not translated: `A####AA`.
    ///
    /// # Errors
    /// What was written is not a string.
    fn plain(&self, rule: &str) -> Result<Option<String>, RuleProblem>;

    /// How much may be written: `100 characters`, `300 words`.
    ///
    /// # Errors
    /// What was written is not a number with `characters` or `words`.
    fn size(&self, rule: &str) -> Result<Option<Size>, RuleProblem>;

    /// How long: `28 days`.
    ///
    /// # Errors
    /// What was written is not a number with a unit of time.
    fn length(&self, rule: &str) -> Result<Option<Duration>, RuleProblem>;

    /// How many: `2`.
    ///
    /// # Errors
    /// What was written is not a whole number from 0.
    fn count(&self, rule: &str) -> Result<Option<u32>, RuleProblem>;

    /// A number: `0.5`.
    ///
    /// # Errors
    /// What was written is not a number.
    fn number(&self, rule: &str) -> Result<Option<Decimal>, RuleProblem>;

    /// A bound of the given type: written out, or an expression or cases of that type.
    ///
    /// # Errors
    /// What was written is neither, or of another type.
    fn bound(&self, rule: &str, of: Type) -> Result<Option<Bound>, RuleProblem>;

    /// `yes` or `no`.
    ///
    /// # Errors
    /// What was written is neither.
    fn yes(&self, rule: &str) -> Result<Option<bool>, RuleProblem>;

    /// One of the allowed words: `past`.
    ///
    /// # Errors
    /// What was written is none of them.
    fn word(&self, rule: &str, allowed: &[&'static str]) -> Result<Option<&'static str>, RuleProblem>;

    /// Some of the allowed words, in the order written: `[first, last]`.
    ///
    /// # Errors
    /// What was written is no list, or holds another word.
    fn words(&self, rule: &str, allowed: &[&'static str]) -> Result<Option<Vec<&'static str>>, RuleProblem>;

    /// The options, written straight after the key or found under the list's name.
    ///
    /// # Errors
    /// There are no such options.
    fn choices(&self) -> Result<Option<Choices>, RuleProblem>;

    /// The calendar of that name.
    ///
    /// # Errors
    /// There is no such calendar.
    fn calendar(&self, rule: &str) -> Result<Option<CalendarFound>, RuleProblem>;

    /// The documents written straight after the key, each with the ways of `allowed` in which it can be sent.
    ///
    /// # Errors
    /// What was written is no document.
    fn documents(&self, allowed: &[&'static str]) -> Result<Option<Vec<Document>>, RuleProblem>;
}

/// A document that a question asks for.
#[derive(Debug, Clone)]
pub struct Document {
    /// Its name, label, hint and condition.
    pub option: Option_,
    /// The ways in which it can be sent; empty where they are the usual ones.
    pub ways: Vec<&'static str>,
    /// By when one must come that does not come now, counted from the day of applying.
    pub within: Option<Duration>,
}

/// An end of a range.
#[derive(Debug, Clone)]
pub enum Bound {
    /// The same in every case. The kind keeps it.
    Literal(Value),
    /// Depends on other answers or on the day. The kind keeps it too and names it in [`Kind::bounds`];
    /// its value comes in by [`super::Reading::bounds`].
    Worked(Arc<Cases>),
}

/// A bound that is worked out anew for each request.
#[derive(Debug, Clone)]
pub struct WorkedBound {
    /// The rule: `from` or `to`.
    pub rule: &'static str,
    /// From the top.
    pub cases: Arc<Cases>,
}

/// What is wrong with a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleProblem {
    /// The rule; "" for what stands straight after the key.
    pub rule: String,
    /// Which characters of what was written, where it is not all of it.
    pub within: Option<Range<usize>>,
    /// One sentence: what is wrong.
    pub says: String,
    /// One sentence: what to do.
    pub mend: Option<String>,
}

impl RuleProblem {
    /// A problem of a whole rule.
    #[must_use]
    pub fn new(rule: &str, says: impl Into<String>) -> Self {
        Self {
            rule: rule.to_owned(),
            within: None,
            says: says.into(),
            mend: None,
        }
    }

    /// The same with what to do.
    #[must_use]
    pub fn mend(mut self, mend: impl Into<String>) -> Self {
        self.mend = Some(mend.into());
        self
    }
}

/// The rules of one question while its kind is made. Notes every problem, so that all of them are told at once.
pub struct Rules<'a> {
    reader: &'a dyn RuleReader,
    problems: Vec<RuleProblem>,
    worked: Vec<WorkedBound>,
}

impl<'a> Rules<'a> {
    /// Checks which rules were written and which are missing.
    #[must_use]
    pub fn new(keys: &KindKeys, reader: &'a dyn RuleReader) -> Self {
        let mut rules = Self {
            reader,
            problems: Vec::new(),
            worked: Vec::new(),
        };
        let written = reader.written();
        for rule in &written {
            if !keys.rules.iter().any(|known| known.key == *rule) {
                let problem = RuleProblem::new(rule, format!("`{}` has no rule `{rule}`.", keys.key));
                rules.problems.push(problem.mend(keys.known_rules()));
            }
        }
        if keys.takes_is_needed && written_after_key_is_missing(keys, reader) {
            let says = format!("Nothing stands after `{}`.", keys.key);
            let mend = format!("Write, for example, `{}`.", keys.example);
            rules.problems.push(RuleProblem::new("", says).mend(mend));
        }
        for rule in keys.rules.iter().filter(|rule| rule.needed) {
            if !written.contains(&rule.key) {
                let says = format!("`{}` needs the rule `{}`.", keys.key, rule.key);
                let mend = format!("Write, for example, `{}`.", keys.example);
                rules.problems.push(RuleProblem::new("", says).mend(mend));
            }
        }
        rules
    }

    /// What the kind came to, or every problem that was noted.
    ///
    /// # Errors
    /// Every problem that was noted.
    pub fn finish(self, kind: Option<Box<dyn Kind>>) -> Result<Box<dyn Kind>, Vec<RuleProblem>> {
        match kind {
            Some(kind) if self.problems.is_empty() => Ok(kind),
            _ => Err(self.problems),
        }
    }

    /// Notes a problem.
    pub fn refuse(&mut self, problem: RuleProblem) {
        self.problems.push(problem);
    }

    /// Reads one rule and notes what is wrong with it.
    pub fn get<T>(&mut self, read: impl FnOnce(&dyn RuleReader) -> Result<Option<T>, RuleProblem>) -> Option<T> {
        read(self.reader).unwrap_or_else(|problem| {
            self.problems.push(problem);
            None
        })
    }

    /// Whether the rule says yes.
    pub fn yes(&mut self, rule: &'static str) -> bool {
        self.get(|reader| reader.yes(rule)).unwrap_or_default()
    }

    /// The value of a bound that is the same in every case. One that is not is kept for [`Rules::worked`].
    pub fn bound(&mut self, rule: &'static str, of: Type) -> Option<Value> {
        match self.get(|reader| reader.bound(rule, of))? {
            Bound::Literal(value) => Some(value),
            Bound::Worked(cases) => {
                self.worked.push(WorkedBound { rule, cases });
                None
            }
        }
    }

    /// The bounds that depend on other answers, once all were read.
    #[must_use]
    pub fn worked(&mut self) -> Vec<WorkedBound> {
        std::mem::take(&mut self.worked)
    }

    /// The languages of the definition, in order.
    #[must_use]
    pub fn languages(&self) -> &'a [Language] {
        self.reader.languages()
    }

    /// The currency of the definition.
    #[must_use]
    pub fn currency(&self) -> &'a str {
        self.reader.currency()
    }
}

/// Whether nothing stands straight after the key. What is wrong there is told when the kind reads it.
fn written_after_key_is_missing(keys: &KindKeys, reader: &dyn RuleReader) -> bool {
    match keys.takes {
        Takes::Choices | Takes::Documents => matches!(reader.choices(), Ok(None)),
        Takes::Words => matches!(reader.text(""), Ok(None)),
        _ => false,
    }
}
