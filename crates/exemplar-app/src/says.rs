//! Turns data into a person's words: answers, problems, and texts with answers in them. Pages and messages share it.

use std::borrow::Cow;

use exemplar_core::apply::PageProblem;
use exemplar_core::definition::{Definition, Question};
use exemplar_core::expression::Value;
use exemplar_core::id::Name;
use exemplar_core::journey::Walk;
use exemplar_core::kind::{Label, Param, Showing};
use exemplar_core::text::{self, Filling, Named, Target, Text};
use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::apply::zone;
use crate::words::{Value as Word, Words};

/// The words of a service in one language.
#[derive(Clone, Copy)]
pub struct Says<'s> {
    /// The platform's words in that language.
    pub words: &'s Words,
    /// The service.
    pub definition: &'s Definition,
    /// The language's place in the definition.
    pub language: usize,
}

impl<'s> Says<'s> {
    /// The service's words.
    #[must_use]
    pub fn text<'a>(&self, text: &'a Text) -> &'a str {
        text.get(self.language)
    }

    /// Calls `with` with what showing answers needs.
    pub fn showing<T>(&self, with: impl FnOnce(&Showing<'_>) -> T) -> T {
        let words = self.words;
        with(&Showing {
            language: self.language,
            tag: words.language.as_str(),
            conventions: words.conventions,
            word: &|key| words.find(key).to_owned(),
            date: &|day: Date| words.date(day),
            money: &|amount: Decimal| words.money(amount, &self.definition.currency),
            number: &|number: Decimal| words.number(number),
            range: &|first, last| self.range(first, last),
            month: &|day: Date| words.month(day),
            time: &|time| words.time(time),
            counted: &|word, n| words.with(word, &[("n", Word::Count(n))]),
        })
    }

    /// The words of an option.
    #[must_use]
    pub fn label<'a>(&self, label: &'a Label) -> &'a str
    where
        's: 'a,
    {
        match label {
            Label::Text(text) => self.text(text),
            Label::Word(key) => self.words.get(key),
        }
    }

    /// The answer to a question as a person reads it, one item a line.
    #[must_use]
    pub fn answer(&self, walk: &Walk<'_>, question: &Question) -> Vec<String> {
        use exemplar_core::answer::Answer;
        match walk.given(question.name.as_str()).map(|given| &given.answer) {
            Some(Answer::Rows(_)) => self.row_titles(walk, question),
            None | Some(Answer::Blank) => vec![self.words.get("apply-not-answered").to_owned()],
            Some(Answer::Ticked) => {
                vec![
                    question
                        .or_tick
                        .as_ref()
                        .map_or_else(String::new, |text| self.text(text).to_owned()),
                ]
            }
            Some(answer) => self.showing(|showing| question.kind.show(answer, showing)),
        }
    }

    /// A heading, a label or a line with the answers, facts and phrases that it names.
    #[must_use]
    pub fn filled<'a>(&self, text: &'a Text, walk: &Walk<'_>) -> Cow<'a, str> {
        self.filled_as(text, walk, Target::Plain)
    }

    /// Markdown with the answers, facts and phrases that it names; what is filled in stays plain text.
    #[must_use]
    pub fn filled_markdown<'a>(&self, text: &'a Text, walk: &Walk<'_>) -> Cow<'a, str> {
        self.filled_as(text, walk, Target::Markdown)
    }

    fn filled_as<'a>(&self, text: &'a Text, walk: &Walk<'_>, target: Target) -> Cow<'a, str> {
        let words = text.get(self.language);
        if !text.has_names() {
            return Cow::Borrowed(words);
        }
        let filled = text::fill(words, &InWalk { says: *self, walk }, target);
        Cow::Owned(filled.unwrap_or_else(|mistake| {
            tracing::error!(service = %self.definition.id, mistake = mistake.message, "a text of the definition could not be filled in");
            words.to_owned()
        }))
    }

    /// What a name in a text stands for.
    #[must_use]
    pub fn named(&self, walk: &Walk<'_>, name: &str) -> Option<Filling> {
        let definition = walk.definition();
        if let Some(own) = self.of_the_service(walk, name) {
            return Some(Filling {
                words: own,
                holds: true,
            });
        }
        if let Some(question) = walk.question(name) {
            let holds = match question.kind.rows() {
                Some(_) => !walk.rows_seen(&question.name)?.1.is_empty(),
                None => walk.value_of(name)? != Value::Yes(false),
            };
            let shown = self.answer(walk, question);
            let own = self.words.conventions;
            // What was ticked is said as a sentence says it; the lines of an address are not.
            let words = match walk.given(name).map(|given| &given.answer) {
                Some(exemplar_core::answer::Answer::Many(_)) => own.all_of(&shown),
                _ => own.in_a_row(&shown),
            };
            return Some(Filling { words, holds });
        }
        if let Some(phrase) = definition.phrases.get(name) {
            return Some(Filling::from(self.text(phrase)));
        }
        let value = walk.fact(name)?;
        Some(Filling {
            words: self.value(&value),
            holds: value != Value::Yes(false),
        })
    }

    /// Names that every service has: of its casework and its last day.
    fn of_the_service(&self, walk: &Walk<'_>, name: &str) -> Option<String> {
        let definition = walk.definition();
        let words = self.words;
        match name {
            "decide_within" => Some(self.length(definition.casework.decide_within)),
            "decide_by" => Some(words.date(exemplar_core::apply::due(definition, walk.today()))),
            "fee" => {
                let due = walk.fee()?;
                Some(words.money(due.in_currency(due.total()), due.currency))
            }
            name if name.starts_with("fee.") => {
                let due = walk.fee()?;
                let line = due.lines.iter().find(|due| name[4..] == *due.line.name.as_str());
                let minor_units = line.map_or(0, |line| line.minor_units.abs());
                Some(words.money(due.in_currency(minor_units), due.currency))
            }
            "deadline.name" => Some(self.text(&definition.deadline.as_ref()?.name).to_owned()),
            "deadline.last_day" => {
                let zone = zone(definition);
                let deadline = definition.deadline.as_ref()?;
                Some(words.moment(deadline.end().to_zoned(zone).datetime()))
            }
            _ => None,
        }
    }

    /// A length of time, written out.
    #[must_use]
    pub fn length(&self, length: exemplar_core::definition::Duration) -> String {
        use exemplar_core::definition::DurationUnit as Unit;
        let key = match length.unit {
            Unit::Days => "dates-days",
            Unit::WorkingDays => "dates-working-days",
            Unit::Weeks => "dates-weeks",
            Unit::Months => "dates-months",
            Unit::Years => "dates-years",
        };
        self.words.with(key, &[("n", Word::Count(i64::from(length.count)))])
    }

    /// A span of days, written out.
    fn range(&self, first: Date, last: Date) -> String {
        let (from, to) = (self.words.date(first), self.words.date(last));
        let parameters = [("from", Word::Text(&from)), ("to", Word::Text(&to))];
        self.words.with("dates-from-to", &parameters)
    }

    /// The value of an expression, written out.
    fn value(&self, value: &Value) -> String {
        let words = self.words;
        match value {
            Value::Yes(yes) => words.get(if *yes { "apply-yes" } else { "apply-no" }).to_owned(),
            Value::Number(number) => words.number(*number),
            Value::Money(amount) => words.money(*amount, &self.definition.currency),
            Value::Date(day) => words.date(*day),
            Value::Dates(first, last) => self.range(*first, *last),
            Value::Time(time) => words.time(*time),
            Value::Text(text) => text.clone(),
            Value::One(name) => name.to_string(),
            Value::Many(names) => words
                .conventions
                .all_of(&names.iter().map(Name::as_str).collect::<Vec<_>>()),
            _ => String::new(),
        }
    }

    /// What a page says of a problem: the definition's own words, or the platform's.
    #[must_use]
    pub fn problem(&self, walk: &Walk<'_>, question: &Question, problem: &PageProblem) -> String {
        let problem = &problem.problem;
        let own = question.errors.get(problem.rule.as_ref()).or_else(|| {
            question
                .must
                .iter()
                .find(|must| must.name.as_str() == problem.rule)
                .map(|must| &must.or_say)
        });
        if let Some(own) = own {
            return self.filled(own, walk).into_owned();
        }
        let words = self.words;
        let called = problem
            .about
            .map_or(self.text(&question.called), |word| words.get(word));
        let capital = capitalised(called);
        let with: Vec<(&str, Cow<'_, str>, Option<i64>)> = problem
            .with
            .iter()
            .map(|(name, param)| self.parameter(name, param))
            .collect();
        let mut parameters = vec![("called", Word::Text(called)), ("Called", Word::Text(&capital))];
        parameters.extend(
            with.iter()
                .map(|(name, text, count)| (*name, count.map_or(Word::Text(text), Word::Count))),
        );
        words.with(problem.message, &parameters)
    }

    /// A parameter of a message: its name, its words, and its count where plurals follow it.
    fn parameter<'a>(&self, name: &'a str, param: &'a Param) -> (&'a str, Cow<'a, str>, Option<i64>) {
        let words = self.words;
        match param {
            Param::Count(n) => (name, Cow::Borrowed(""), Some(*n)),
            Param::Number(number) => (name, Cow::Owned(words.number(*number)), None),
            Param::Year(year) => (
                name,
                Cow::Owned(words.conventions.digits(&year.normalize().to_string())),
                None,
            ),
            Param::Money(amount) => (name, Cow::Owned(words.money(*amount, &self.definition.currency)), None),
            Param::Date(day) => (name, Cow::Owned(words.date(*day)), None),
            Param::Month(day) => (name, Cow::Owned(words.month(*day)), None),
            Param::Time(time) => (name, Cow::Owned(words.time(*time)), None),
            Param::Counted(word, n) => (name, Cow::Owned(words.with(word, &[("n", Word::Count(*n))])), None),
            Param::Text(text) => (name, Cow::Borrowed(text), None),
            Param::Words(text) => (name, Cow::Borrowed(self.text(text)), None),
        }
    }
}

/// What names stand for on a way, and in each of its rows.
struct InWalk<'a, 's> {
    says: Says<'s>,
    walk: &'a Walk<'a>,
}

impl Named for InWalk<'_, '_> {
    fn named(&self, name: &str) -> Option<Filling> {
        let filling = self.says.named(self.walk, name)?;
        Some(Filling {
            words: self.says.words.apart(filling.words),
            ..filling
        })
    }

    fn each_row(&self, rows: &str, with: &mut dyn FnMut(&dyn Named)) {
        let (says, walk) = (self.says, self.walk);
        if let Some((rules, rows)) = walk.rows_seen(&Name::from(rows)) {
            for row in rows {
                let walk = &walk.in_row(rules, &row.answers);
                with(&InWalk { says, walk });
            }
        }
    }
}

/// Words with a capital letter first.
#[must_use]
pub fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    letters
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
