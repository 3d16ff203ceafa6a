//! Turns data into a person's words: answers, problems, and texts with answers in them. Pages and messages share it.

use std::borrow::Cow;

use exemplar_core::apply::PageProblem;
use exemplar_core::definition::{Definition, Question};
use exemplar_core::expression::{ROW, Value};
use exemplar_core::id::Name;
use exemplar_core::journey::Walk;
use exemplar_core::kind::{Label, Param, Showing, cell_of};
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
            moment: &|moment| words.slot(moment),
            counted: &|word, n| words.with(word, &[("n", Word::Count(n))]),
            within: &|length| words.with("documents-within", &[("length", Word::Text(&self.length(length)))]),
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
            Some(answer) => self.shown(question, answer),
        }
    }

    /// An answer as its kind shows it; a record that the person says is not right says so too.
    #[must_use]
    pub fn shown(&self, question: &Question, answer: &exemplar_core::answer::Answer) -> Vec<String> {
        use exemplar_core::answer::{Answer, WentOn};
        let mut lines = self.showing(|showing| question.kind.show(answer, showing));
        let is_ticked = matches!(answer, Answer::Record(record) if record.went_on == Some(WentOn::Ticked));
        let box_words = question.or_tick.iter().filter(|_| is_ticked);
        lines.extend(box_words.map(|text| self.text(text).to_owned()));
        lines
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
        if let Some(question) = name.strip_suffix(".booked") {
            let booked = walk.answers().slots(question)?.booked.as_ref()?;
            return Some(Filling::from(self.words.slot(booked.at).as_str()));
        }
        if let Some(field) = self.of_record(walk, name) {
            return field;
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
            words: self.fact(walk, name, &value),
            holds: value != Value::Yes(false),
        })
    }

    /// What a name with a point means of a record, as `vehicle.make`; none where it means something else.
    #[expect(
        clippy::option_option,
        reason = "no record, and a record without that field, are two things"
    )]
    fn of_record(&self, walk: &Walk<'_>, name: &str) -> Option<Option<Filling>> {
        let (question, field) = name.split_once('.')?;
        let question = walk.question(question)?;
        let rules = question.kind.record()?;
        let shown = || {
            let kind = &rules.show.get(field)?.kind;
            let fields = walk.record(&question.name)?.taken()?;
            let answer = fields.get(field)?;
            Some(Filling {
                words: self.showing(|showing| kind.show(answer, showing)).join(" "),
                holds: kind.value(answer) != Some(Value::Yes(false)),
            })
        };
        Some(shown())
    }

    /// What a fact came to, in its own words where it has some.
    fn fact(&self, walk: &Walk<'_>, name: &str, value: &Value) -> String {
        let label = walk.rules_of_fact(name).and_then(|fact| fact.label(value));
        label.map_or_else(|| self.value(value), |label| self.text(label).to_owned())
    }

    /// The facts that are shown to people: name, what each is called, and what it came to. Those without a value are
    /// left out.
    #[must_use]
    pub fn facts(&self, walk: &Walk<'_>) -> Vec<(&'s Name, &'s str, String)> {
        let facts = self.definition.facts.iter();
        let shown = facts.filter_map(|(name, fact)| {
            let called = fact.called.as_ref()?;
            let value = walk.fact(name.as_str())?;
            Some((name, called.get(self.language), self.fact(walk, name.as_str(), &value)))
        });
        shown.collect()
    }

    /// Names that every service has: of its casework and its last day.
    fn of_the_service(&self, walk: &Walk<'_>, name: &str) -> Option<String> {
        let definition = walk.definition();
        let words = self.words;
        match name {
            "decide_within" => Some(self.length(exemplar_core::casework::decide_within(walk))),
            "decide_by" => Some(words.date(exemplar_core::apply::due(walk, walk.today()))),
            ROW => Some(self.text(walk.fixed_row()?.1).to_owned()),
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
            name => crate::issuing::named(*self, walk, name),
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
        let cell = question.kind.rows().and_then(|rules| {
            let (row, asked) = cell_of(rules, &problem.control)?;
            Some((self.row_label(rules, Some(row))?, asked))
        });
        let asked = cell.map_or(question, |(_, asked)| asked);
        let own = asked.errors.get(problem.rule.as_ref()).or_else(|| {
            let mut rules = asked.must.iter();
            rules
                .find(|must| must.name.as_str() == problem.rule)
                .map(|must| &must.or_say)
        });
        // What a column says of its own is said of one row.
        let own = own.or_else(|| cell.and_then(|_| question.errors.get(problem.rule.as_ref())));
        if let Some(own) = own {
            let own = self.filled(own, walk);
            return match cell {
                Some((row, _)) => self
                    .words
                    .with("tables-error", &[("row", Word::Text(row)), ("error", Word::Text(&own))]),
                None => own.into_owned(),
            };
        }
        let words = self.words;
        let called = problem.about.map_or_else(
            || match self.text(&asked.called) {
                "" => self.text(&question.called),
                called => called,
            },
            |word| words.get(word),
        );
        let in_row = cell.map(|(row, _)| {
            words.with(
                "tables-cell",
                &[("called", Word::Text(called)), ("row", Word::Text(row))],
            )
        });
        let called = in_row.as_deref().unwrap_or(called);
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
                let walk = &walk.in_this_row(rules, row);
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
