//! A time of day. How it is read is in `clock`; how it is written out for a language is not here.

use jiff::civil::Time;

use super::clock::{self, NoTime};
use super::range::Range;
use super::text::typed_text;
use super::{
    Control, Kind, KindKeys, Line, Param, Problem, Reading, RuleKey, Rules, Showing, Takes, Typed, WorkedBound,
    cleaning,
};
use crate::answer::Answer;
use crate::expression::{Type, Value};

/// How a time is kept, and typed again: the clock of 24 hours, so that it has one meaning.
const KEPT: &str = "%H:%M";

/// The key and its rules.
pub(super) const KEYS: KindKeys = KindKeys {
    key: "time",
    says: "A time of day, such as 2:30pm, 14:30 or midday.",
    takes: Takes::Nothing,
    takes_is_needed: false,
    rules: &[
        RuleKey {
            key: "from",
            takes: Takes::Bound(Type::Time),
            needed: false,
            says: "The earliest time, such as `\"09:00\"`.",
        },
        RuleKey {
            key: "to",
            takes: Takes::Bound(Type::Time),
            needed: false,
            says: "The latest time, such as `\"17:30\"`.",
        },
    ],
    type_of: Type::Time,
    example: "time: { from: \"09:00\", to: \"17:30\" }",
    build,
};

/// A time of day with its rules.
#[derive(Debug)]
struct TimeKind {
    range: Range,
    rules: Vec<&'static str>,
    controls: [Control; 1],
}

/// Makes the kind.
fn build(rules: &mut Rules<'_>) -> Option<Box<dyn Kind>> {
    let range = Range::from_rules(rules, Type::Time);
    let mut failing = vec!["empty", "wrong"];
    failing.extend(range.rules());
    Some(Box::new(TimeKind {
        range,
        rules: failing,
        controls: [Control::Line(Line {
            width: 10,
            ..Line::plain()
        })],
    }))
}

impl TimeKind {
    /// A time that would be taken: half past two in the afternoon, or the bound nearest to it.
    fn fitting(&self, facts: &Reading<'_>) -> Time {
        let (from, to) = self.range.times(facts);
        let usual = jiff::civil::time(14, 30, 0, 0);
        let not_before = from.map_or(usual, |from| usual.max(from));
        to.map_or(not_before, |to| not_before.min(to))
    }

    /// What is wrong with a time.
    fn problem(&self, time: Time, facts: &Reading<'_>) -> Option<Problem> {
        let (from, to) = self.range.times(facts);
        let rule = match (from, to) {
            (Some(from), _) if time < from => "from",
            (_, Some(to)) if time > to => "to",
            _ => return None,
        };
        let message = match (from, to) {
            (Some(_), Some(_)) => "error-time-not-between",
            (_, None) => "error-time-too-early",
            (None, _) => "error-time-too-late",
        };
        let mut problem = Problem::new(rule, message);
        problem.with = [("from", from), ("to", to)]
            .into_iter()
            .filter_map(|(name, bound)| bound.map(|bound| (name, Param::Time(bound))))
            .collect();
        Some(problem)
    }
}

/// The time that an answer keeps.
fn kept(answer: &Answer) -> Option<Time> {
    match answer {
        Answer::Text(text) => Time::strptime(KEPT, text).ok(),
        _ => None,
    }
}

impl Kind for TimeKind {
    fn key(&self) -> &'static str {
        KEYS.key
    }

    fn controls(&self, _language: usize) -> &[Control] {
        &self.controls
    }

    fn when_empty(&self) -> Problem {
        Problem::new("empty", "error-empty")
    }

    fn read(&self, typed: &Typed, facts: &Reading<'_>) -> Result<Answer, Vec<Problem>> {
        let plain = cleaning::plain(typed.get(""));
        if plain.is_empty() {
            return Err(vec![self.when_empty()]);
        }
        let time = clock::time(&plain).map_err(|no_time| {
            let message = match no_time {
                NoTime::NotATime => "error-time-not-a-time",
                NoTime::MorningOrAfternoon => "error-time-morning-or-afternoon",
            };
            vec![Problem::new("wrong", message)]
        })?;
        match self.problem(time, facts) {
            Some(problem) => Err(vec![problem]),
            None => Ok(Answer::Text(time.strftime(KEPT).to_string())),
        }
    }

    fn typed(&self, answer: &Answer) -> Typed {
        typed_text(answer)
    }

    fn type_of(&self) -> Type {
        KEYS.type_of
    }

    fn value(&self, answer: &Answer) -> Option<Value> {
        kept(answer).map(Value::Time)
    }

    fn show(&self, answer: &Answer, words: &Showing<'_>) -> Vec<String> {
        kept(answer).map(|time| (words.time)(time)).into_iter().collect()
    }

    fn rules(&self) -> &[&'static str] {
        &self.rules
    }

    fn example(&self, facts: &Reading<'_>) -> Typed {
        Typed::of(&self.fitting(facts).strftime(KEPT).to_string())
    }

    fn bounds(&self) -> &[WorkedBound] {
        &self.range.worked
    }

    fn personal(&self) -> bool {
        false
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{TestRules, read, read_within, refused, told};
    use super::*;

    #[test]
    fn a_time_is_kept_on_the_clock_of_24_hours() {
        let kind = TestRules::default().kind("time");
        let answer = read(&*kind, "2:30 pm").unwrap();
        assert_eq!(answer, Answer::Text("14:30".to_owned()));
        assert_eq!(kind.value(&answer), Some(Value::Time(jiff::civil::time(14, 30, 0, 0))));
        assert_eq!(kind.typed(&answer), Typed::of("14:30"));
        assert_eq!(read(&*kind, "9am"), Ok(Answer::Text("09:00".to_owned())));
    }

    #[test]
    fn what_is_wrong_with_a_time_is_said() {
        let kind = TestRules::default().kind("time");
        assert_eq!(refused(&*kind, "soon"), [("", "wrong", "error-time-not-a-time")]);
        assert_eq!(
            refused(&*kind, "2:30"),
            [("", "wrong", "error-time-morning-or-afternoon")]
        );
    }

    #[test]
    fn bounds_hold_and_their_message_names_both_where_there_are_two() {
        let kind = TestRules::of(&[("from", "09:00"), ("to", "worked")]).kind("time");
        let within = |typed: &str, bounds: &[_]| told(read_within(&*kind, &Typed::of(typed), bounds));
        let five = [("to", Value::Time(jiff::civil::time(17, 0, 0, 0)))];
        assert_eq!(within("8:59am", &[]), [("", "from", "error-time-too-early")]);
        assert_eq!(within("8:59am", &five), [("", "from", "error-time-not-between")]);
        assert_eq!(within("17:01", &five), [("", "to", "error-time-not-between")]);
        assert!(read_within(&*kind, &Typed::of("5pm"), &five).is_ok());
        assert_eq!(
            TestRules::of(&[("from", "17:00"), ("to", "09:00")])
                .problems("time")
                .len(),
            1
        );
    }
}
