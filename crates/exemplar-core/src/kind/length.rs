//! Rules of length, which text and long text share. What the text says is not looked at.

use super::{LONGEST_TYPED, Param, Problem, RuleProblem, Rules, Size};

/// How many characters a word can have on average: several times what the languages with the longest words need.
/// What has more is not words.
const LONGEST_WORD: usize = 40;

/// How long a text may be.
#[derive(Debug, Clone, Copy)]
pub(super) struct Length {
    /// At least, where there is a rule.
    pub(super) at_least: Option<Size>,
    /// At most.
    pub(super) at_most: Size,
    /// How many bytes of what was typed are looked at: four a character, and one more than may be kept.
    pub(super) longest: usize,
}

impl Length {
    /// Reads `at_least` and `at_most`. More than `ceiling` characters are refused.
    pub(super) fn from_rules(rules: &mut Rules<'_>, usual: Size, ceiling: u32) -> Self {
        let at_least = rules.get(|reader| reader.size("at_least"));
        let at_most = rules.get(|reader| reader.size("at_most")).unwrap_or(usual);
        if at_most.characters() > ceiling {
            let says = format!("`at_most` is more than can be stored, which is {ceiling} characters.");
            rules.refuse(RuleProblem::new("at_most", says).mend("Write a smaller number."));
        }
        let same_unit = |a: Size| a.is_words() == at_most.is_words();
        if at_least.is_some_and(|least| same_unit(least) && least.count() > at_most.count()) {
            let says = "`at_least` is more than `at_most`, so that no answer would be taken.";
            rules.refuse(RuleProblem::new("at_least", says).mend("Swap the two numbers."));
        }
        Self {
            at_least,
            at_most,
            longest: LONGEST_TYPED.max(at_most.characters() as usize * 4 + 1),
        }
    }

    /// What is wrong with the length of `text`, which was `typed`. What was not looked at to its end is too long,
    /// also where it is one endless word.
    pub(super) fn problem(&self, typed: &str, text: &str) -> Option<Problem> {
        let is_endless = match self.at_most {
            Size::Words(n) => text.chars().count() > (n as usize).saturating_mul(LONGEST_WORD),
            Size::Characters(_) => false,
        };
        if typed.len() > self.longest || is_endless || self.at_most.of(text) > self.at_most.count() {
            return Some(self.too_long());
        }
        let at_least = self.at_least?;
        let message = match at_least {
            Size::Characters(_) => "error-text-too-short-characters",
            Size::Words(_) => "error-text-too-short-words",
        };
        (at_least.of(text) < at_least.count()).then(|| size_problem("at_least", message, at_least))
    }

    /// That a text is too long.
    fn too_long(&self) -> Problem {
        let message = match self.at_most {
            Size::Characters(_) => "error-text-too-long-characters",
            Size::Words(_) => "error-text-too-long-words",
        };
        size_problem("at_most", message, self.at_most)
    }

    /// The names of its rules that can fail.
    pub(super) fn rules(&self) -> Vec<&'static str> {
        let mut rules = vec!["empty", "at_most"];
        rules.extend(self.at_least.map(|_| "at_least"));
        rules
    }

    /// A text of a length that is taken.
    pub(super) fn example(&self) -> String {
        let words = match self.at_least {
            Some(Size::Words(n)) => n.max(1),
            Some(Size::Characters(n)) => n.div_ceil(5).max(1),
            None => 1,
        };
        let text = vec!["word"; words as usize].join(" ");
        match (self.at_least, self.at_most) {
            (Some(Size::Characters(n)), _) if text.len() < n as usize => text + "s",
            (_, Size::Characters(n)) if text.len() > n as usize => text[..n as usize].to_owned(),
            _ => text,
        }
    }
}

/// A problem that says a size.
fn size_problem(rule: &'static str, message: &'static str, size: Size) -> Problem {
    Problem::new(rule, message).with("n", Param::Count(i64::from(size.count())))
}
