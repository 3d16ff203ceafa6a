//! A record of another system, which is looked up by answers that were given before, and shown to the person. It does not
//! stand in the registry: what it shows are fields with kinds of their own, which the reader of definitions makes. It has
//! a page of its own kind. Asking the other system is not here; what it may answer is.

use indexmap::IndexMap;
use serde_json::{Map, Value as Json};

use super::{Control, Kind, Problem, Reading, Showing, Typed, Written};
use crate::answer::{Answer, Found, Record, WentOn};
use crate::expression::{Type, Value};
use crate::id::Name;
use crate::text::Text;

/// Its key.
pub const RECORD: &str = "record";

/// The rules that can fail.
pub const RULES: &[&str] = &["empty", "wrong"];

/// The suffixes that are no fields. No field has a name that begins so.
const OF: &str = "-of";
const FOUND: &str = "-found";
const WENT_ON: &str = "-went-on";

/// What stands for nothing found, and for no reply.
const NOTHING: &str = "nothing";
const NO_REPLY: &str = "no_reply";

/// The ways to go on, each with its word.
const WAYS_ON: [(WentOn, &str); 3] = [
    (WentOn::With, "with"),
    (WentOn::Without, "without"),
    (WentOn::Ticked, "ticked"),
];

/// What an example writes where nothing is found.
const NONE: &str = "none";

/// What a question of a record says.
#[derive(Debug)]
pub struct RecordRules {
    /// The connector that is asked, as the operator's settings name it.
    pub connector: Name,
    /// The questions whose answers it gets; nothing else leaves.
    pub send: Vec<Name>,
    /// What is shown and kept of its answer, in order. The rest of it is not.
    pub show: IndexMap<Name, RecordField>,
}

/// One field of a record.
#[derive(Debug)]
pub struct RecordField {
    /// As the person reads it.
    pub label: Text,
    /// Of which kind it is.
    pub kind: Box<dyn Kind>,
    /// Whether the other system may leave it out.
    pub optional: bool,
}

impl RecordRules {
    /// Reads what another system answered. What it has besides what is shown is passed over.
    ///
    /// # Errors
    /// The name of the first field that is missing or of another kind. What stood there is not told: it is personal.
    pub fn read(&self, reply: &Map<String, Json>, facts: &Reading<'_>) -> Result<IndexMap<Name, Answer>, Name> {
        let mut fields = IndexMap::new();
        for (name, field) in &self.show {
            match reply.get(name.as_str()) {
                None | Some(Json::Null) if field.optional => {}
                None => return Err(name.clone()),
                Some(value) => {
                    let answer = field.line(value).and_then(|line| field.read(&line, facts));
                    fields.insert(name.clone(), answer.ok_or_else(|| name.clone())?);
                }
            }
        }
        Ok(fields)
    }

    /// A made-up record, as previews show it.
    #[must_use]
    pub fn made_up(&self, facts: &Reading<'_>) -> IndexMap<Name, Answer> {
        let fields = self.show.iter().filter_map(|(name, field)| {
            let answer = field.kind.read(&field.kind.example(facts), facts).ok()?;
            Some((name.clone(), answer))
        });
        fields.collect()
    }
}

impl RecordField {
    /// What JSON has for it, as it would be typed; none where that is of another kind.
    fn line(&self, value: &Json) -> Option<String> {
        match (self.kind.type_of(), value) {
            (Type::Text, Json::String(text)) => Some(text.clone()),
            (Type::Date, Json::String(day)) => {
                let is_plain = day.len() == 10 && day.parse::<jiff::civil::Date>().is_ok();
                is_plain.then(|| day.clone())
            }
            (Type::Number | Type::Money, Json::String(number)) => {
                let is_plain = number.chars().all(|c| c.is_ascii_digit() || matches!(c, '-' | '.'));
                is_plain.then(|| number.clone())
            }
            (Type::Number | Type::Money, Json::Number(number)) => Some(number.to_string()),
            (Type::Yes, Json::Bool(yes)) => Some(yes_or_no(*yes).to_owned()),
            _ => None,
        }
    }

    fn read(&self, line: &str, facts: &Reading<'_>) -> Option<Answer> {
        let typed = self.kind.typed_for(&Written::Line(line.to_owned()));
        if typed.is_empty() {
            return None;
        }
        self.kind.read(&typed, facts).ok()
    }

    /// An answer as it would be typed on one line.
    fn written(answer: &Answer) -> Option<String> {
        match answer {
            Answer::Text(text) => Some(text.clone()),
            Answer::Date(day) => Some(day.to_string()),
            Answer::Number(number) => Some(number.to_string()),
            Answer::Yes(yes) => Some(yes_or_no(*yes).to_owned()),
            _ => None,
        }
    }
}

fn yes_or_no(yes: bool) -> &'static str {
    if yes { "yes" } else { "no" }
}

/// A record with the rules of one question.
#[derive(Debug)]
pub(crate) struct RecordKind(pub(crate) RecordRules);

fn wrong() -> Vec<Problem> {
    vec![Problem::new("wrong", "error-record-empty")]
}

impl Kind for RecordKind {
    fn key(&self) -> &'static str {
        RECORD
    }

    fn controls(&self, _language: usize) -> &[Control] {
        &[]
    }

    fn when_empty(&self) -> Problem {
        Problem::new("empty", "error-record-empty")
    }

    /// What an example says, or what is stored, once more. A browser types nothing here: [`crate::apply`] takes what was
    /// found from the store alone.
    fn read(&self, typed: &Typed, facts: &Reading<'_>) -> Result<Answer, Vec<Problem>> {
        let is_known = |suffix: &String| {
            [OF, FOUND, WENT_ON].contains(&suffix.as_str()) || self.0.show.contains_key(suffix.as_str())
        };
        if !typed.0.keys().all(is_known) {
            return Err(wrong());
        }
        let found = match typed.get(FOUND) {
            NOTHING => Found::Nothing,
            NO_REPLY => Found::NoReply,
            _ => {
                let mut fields = IndexMap::new();
                for (name, field) in &self.0.show {
                    match typed.get(name.as_str()) {
                        "" if field.optional => {}
                        line => {
                            fields.insert(name.clone(), field.read(line, facts).ok_or_else(wrong)?);
                        }
                    }
                }
                Found::Record(fields)
            }
        };
        let way = WAYS_ON.iter().find(|(_, word)| *word == typed.get(WENT_ON));
        Ok(Answer::Record(Record {
            of: typed.get(OF).to_owned(),
            found,
            went_on: way.map(|(way, _)| *way),
        }))
    }

    fn typed(&self, answer: &Answer) -> Typed {
        let Answer::Record(record) = answer else {
            return Typed::default();
        };
        let mut typed = Vec::new();
        match &record.found {
            Found::Record(fields) => {
                let lines = fields.iter();
                typed
                    .extend(lines.filter_map(|(name, answer)| Some((name.to_string(), RecordField::written(answer)?))));
            }
            Found::Nothing => typed.push((FOUND.to_owned(), NOTHING.to_owned())),
            Found::NoReply => typed.push((FOUND.to_owned(), NO_REPLY.to_owned())),
        }
        let way = WAYS_ON.iter().find(|(way, _)| record.went_on == Some(*way));
        typed.extend(way.map(|(_, word)| (WENT_ON.to_owned(), (*word).to_owned())));
        typed.push((OF.to_owned(), record.of.clone()));
        Typed::fields(typed.iter().map(|(suffix, value)| (&**suffix, &**value)))
    }

    fn type_of(&self) -> Type {
        Type::Record
    }

    /// What was found; none where the person went on without it, or said that it is not right.
    fn value(&self, answer: &Answer) -> Option<Value> {
        let Answer::Record(record) = answer else { return None };
        let fields = record.taken()?.iter().filter_map(|(name, answer)| {
            let field = self.0.show.get(name)?;
            Some((name.clone(), field.kind.value(answer)?))
        });
        Some(Value::Record(fields.collect()))
    }

    /// A line for each field, with its label.
    fn show(&self, answer: &Answer, words: &Showing<'_>) -> Vec<String> {
        let Answer::Record(record) = answer else {
            return Vec::new();
        };
        match &record.found {
            Found::Record(fields) => {
                let lines = self.0.show.iter().filter_map(|(name, field)| {
                    let shown = field.kind.show(fields.get(name)?, words).join(" ");
                    Some(format!("{}: {shown}", field.label.get(words.language)))
                });
                lines.collect()
            }
            Found::Nothing => vec![(words.word)("kinds-record-nothing")],
            Found::NoReply => vec![(words.word)("kinds-record-no-reply")],
        }
    }

    fn rules(&self) -> &[&'static str] {
        RULES
    }

    fn example(&self, facts: &Reading<'_>) -> Typed {
        self.typed(&Answer::Record(Record {
            of: String::new(),
            found: Found::Record(self.0.made_up(facts)),
            went_on: Some(WentOn::With),
        }))
    }

    fn record(&self) -> Option<&RecordRules> {
        Some(&self.0)
    }

    fn part(&self, answer: &Answer, field: &str) -> Option<Value> {
        match self.value(answer)? {
            Value::Record(mut fields) => fields.shift_remove(field),
            _ => None,
        }
    }

    /// `{ make: Ford, tax_due: 2026-01-01 }`, or `none` where nothing is found.
    fn typed_for(&self, written: &Written) -> Typed {
        let fields: Vec<(&str, &str)> = match written {
            Written::Fields(fields) => {
                let lines = fields.iter().map(|(name, line)| (&**name, &**line));
                lines.chain([(WENT_ON, "with")]).collect()
            }
            Written::Line(line) if line == NONE => vec![(FOUND, NOTHING), (WENT_ON, "without")],
            // No field is called so: it is refused.
            Written::Line(line) => vec![("", line)],
            Written::Several(_) => vec![("", "several")],
        };
        Typed::fields(fields)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use serde_json::json;

    use super::super::testing::{TODAY, TestRules, read_within};
    use super::*;

    fn kind() -> RecordKind {
        let field = |label: &str, kind: &str, optional| RecordField {
            label: Text::only(label),
            kind: TestRules::default().kind(kind),
            optional,
        };
        RecordKind(RecordRules {
            connector: Name::from("vehicles"),
            send: vec![Name::from("registration")],
            show: IndexMap::from([
                (Name::from("make"), field("Make", "text", false)),
                (Name::from("tax_due"), field("Tax due", "date", false)),
                (Name::from("doors"), field("Doors", "number", true)),
                (Name::from("duty"), field("Duty", "money", true)),
                (Name::from("scrapped"), field("Scrapped", "yes_no", true)),
            ]),
        })
    }

    fn reply(reply: &Json) -> Result<Vec<(String, Answer)>, String> {
        let bounds = BTreeMap::new();
        let facts = Reading {
            today: TODAY,
            bounds: &bounds,
            not_offered: &[],
        };
        let read = kind().0.read(reply.as_object().unwrap(), &facts);
        let read = read.map(|fields| fields.into_iter().map(|(name, answer)| (name.to_string(), answer)));
        read.map(Iterator::collect).map_err(|name| name.to_string())
    }

    #[test]
    fn what_is_shown_is_read_and_the_rest_passed_over() {
        let read = reply(&json!({
            "make": " Ford ", "tax_due": "2026-01-01", "doors": 5, "duty": "165.00", "scrapped": false, "keeper": "A B"
        }));
        let names: Vec<String> = read.unwrap().into_iter().map(|(name, _)| name).collect();
        assert_eq!(names, ["make", "tax_due", "doors", "duty", "scrapped"]);
    }

    #[test]
    fn what_may_be_left_out_is_left_out() {
        let read = reply(&json!({ "make": "Ford", "tax_due": "2026-01-01", "doors": null })).unwrap();
        assert_eq!(read.len(), 2);
        assert_eq!(read[0], ("make".to_owned(), Answer::Text("Ford".into())));
    }

    #[test]
    fn what_is_missing_or_of_another_kind_is_refused_with_its_name_alone() {
        let check = |name: &str, value: Json| {
            let mut all = json!({ "make": "Ford", "tax_due": "2026-01-01" });
            all[name] = value;
            assert_eq!(reply(&all), Err(name.to_owned()), "{all}");
        };
        assert_eq!(reply(&json!({ "make": "Ford" })), Err("tax_due".to_owned()));
        check("make", json!(null));
        check("make", json!(5));
        check("make", json!(["Ford"]));
        check("make", json!({ "en": "Ford" }));
        check("make", json!(""));
        check("make", json!("   "));
        check("make", json!("x".repeat(20_000)));
        check("tax_due", json!("1/1/2026"));
        check("tax_due", json!("2026-02-30"));
        check("tax_due", json!(20_260_101));
        check("doors", json!("five"));
        check("doors", json!("1e3"));
        check("doors", json!(1e300));
        check("duty", json!("£5"));
        check("scrapped", json!("no"));
        check("scrapped", json!(0));
    }

    #[test]
    fn markup_stays_text() {
        let read = reply(&json!({ "make": "<b>Ford</b>", "tax_due": "2026-01-01" })).unwrap();
        assert_eq!(read[0].1, Answer::Text("<b>Ford</b>".into()));
    }

    #[test]
    fn a_record_is_the_same_once_more() {
        let kind = kind();
        let fields =
            reply(&json!({ "make": "Ford", "tax_due": "2026-01-01", "duty": 12.5, "scrapped": true })).unwrap();
        let fields: IndexMap<Name, Answer> = fields
            .into_iter()
            .map(|(name, answer)| (Name::from(name.as_str()), answer))
            .collect();
        for found in [Found::Record(fields), Found::Nothing, Found::NoReply] {
            for went_on in [None, Some(WentOn::With), Some(WentOn::Without), Some(WentOn::Ticked)] {
                let record = Record {
                    of: "abc".into(),
                    found: found.clone(),
                    went_on,
                };
                let answer = Answer::Record(record);
                assert_eq!(read_within(&kind, &kind.typed(&answer), &[]), Ok(answer));
            }
        }
    }

    #[test]
    fn only_what_the_person_went_on_with_has_a_value() {
        let kind = kind();
        let typed = |fields: &[(&str, &str)]| {
            let fields = fields
                .iter()
                .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
            kind.typed_for(&Written::Fields(fields.collect()))
        };
        let answer = read_within(&kind, &typed(&[("make", "Ford"), ("tax_due", "2026-01-01")]), &[]).unwrap();
        assert_eq!(kind.part(&answer, "make"), Some(Value::Text("Ford".into())));
        assert_eq!(kind.part(&answer, "doors"), None);
        let Answer::Record(record) = answer else { panic!() };
        for went_on in [None, Some(WentOn::Ticked), Some(WentOn::Without)] {
            let record = Record {
                went_on,
                ..record.clone()
            };
            assert_eq!(kind.value(&Answer::Record(record)), None);
        }
        let nothing = read_within(&kind, &kind.typed_for(&Written::Line("none".into())), &[]).unwrap();
        assert_eq!(kind.value(&nothing), None);
    }

    #[test]
    fn an_example_with_a_field_that_is_not_shown_is_refused() {
        let kind = kind();
        for written in [
            Written::Fields(IndexMap::from([("colour".to_owned(), "red".to_owned())])),
            Written::Fields(IndexMap::from([("make".to_owned(), "Ford".to_owned())])),
            Written::Line("Ford".into()),
            Written::Several(vec!["Ford".into()]),
        ] {
            let read = read_within(&kind, &kind.typed_for(&written), &[]);
            assert_eq!(read.unwrap_err()[0].rule, "wrong", "{written:?}");
        }
    }

    #[test]
    fn records_are_stored_in_a_form_that_stays() {
        let record = Record {
            of: "ab".into(),
            found: Found::Record(IndexMap::from([(Name::from("make"), Answer::Text("Ford".into()))])),
            went_on: Some(WentOn::With),
        };
        let answer = Answer::Record(record);
        let written = serde_json::to_value(&answer).unwrap();
        assert_eq!(
            written,
            json!({ "record": { "of": "ab", "found": { "record": { "make": { "text": "Ford" } } }, "went_on": "with" } })
        );
        assert_eq!(serde_json::from_value::<Answer>(written).unwrap(), answer);
    }
}
