//! Expressions checked and evaluated against a small service.

use std::collections::BTreeMap;
use std::sync::Arc;

use indexmap::IndexMap;
use jiff::civil::{Date, date};

use super::*;
use crate::definition::{Calendar, List};
use crate::expression::Scope;

struct Service;

fn of(names: &[&str]) -> Options {
    Options::Of(names.iter().map(|name| Name::from(*name)).collect())
}

impl Names for Service {
    fn find(&self, name: &str) -> Option<Known> {
        Some(match name {
            "nation" => Known::Question(Type::One, of(&["england", "wales", "scotland"])),
            "nationality" => Known::Question(Type::Many, of(&["british", "other"])),
            "country" => Known::Question(Type::One, Options::Any),
            "born" | "start" => Known::Question(Type::Date, Options::None),
            "stay" => Known::Question(Type::Dates, Options::None),
            "opens" | "closes" => Known::Question(Type::Time, Options::None),
            "moved" => Known::Question(Type::Yes, Options::None),
            "items" => Known::Question(Type::Number, Options::None),
            "savings" | "income" => Known::Question(Type::Money, Options::None),
            "address" => Known::Question(Type::Fields, Options::None),
            "adult" => Known::Fact(Type::Yes, Options::None),
            "offices" => Known::List(vec!["id".into(), "office".into()]),
            "broken" => Known::Broken,
            _ => return None,
        })
    }
    fn like(&self, word: &str) -> Option<String> {
        closest(word, ["nation", "nationality", "born"].into_iter())
    }
    fn currency(&self) -> &str {
        "GBP"
    }
    fn languages(&self) -> &[Language] {
        &[]
    }
}

struct Person {
    answers: BTreeMap<&'static str, Value>,
    offices: List,
    calendar: Calendar,
}

impl Person {
    fn new(answers: &[(&'static str, Value)]) -> Self {
        let mut rows = IndexMap::new();
        rows.insert(Name::from("LS1"), vec![Arc::from("LS1"), Arc::from("leeds")]);
        Self {
            answers: answers.iter().cloned().collect(),
            offices: List {
                columns: vec!["id".into(), "office".into()],
                rows,
                names: IndexMap::new(),
            },
            calendar: Calendar::default(),
        }
    }
}

impl Scope for Person {
    fn answer(&self, question: &Name) -> Option<Value> {
        self.answers.get(question.as_str()).cloned()
    }
    fn answered(&self, question: &Name) -> bool {
        self.answers.contains_key(question.as_str())
    }
    fn ticked(&self, _question: &Name) -> bool {
        false
    }
    fn fact(&self, _fact: &Name) -> Option<Value> {
        None
    }
    fn today(&self) -> Date {
        date(2026, 5, 1)
    }
    fn language(&self) -> Name {
        "en".into()
    }
    fn channel(&self) -> Name {
        "paper".into()
    }
    fn list(&self, _list: &Name) -> Option<&List> {
        Some(&self.offices)
    }
    fn calendar(&self) -> &Calendar {
        &self.calendar
    }
}

fn value(typed: &str, answers: &[(&'static str, Value)]) -> Option<Value> {
    let (expression, _) =
        check(typed, &Wanted::default(), &Service).unwrap_or_else(|mistake| panic!("{typed}: {mistake:?}"));
    expression.value(&Person::new(answers))
}

fn holds(typed: &str, answers: &[(&'static str, Value)]) -> Option<bool> {
    match value(typed, answers) {
        Some(Value::Yes(yes)) => Some(yes),
        None => None,
        Some(other) => panic!("{typed}: {other:?}"),
    }
}

fn refused(typed: &str, code: &str, part: &str) {
    let mistake = check(typed, &Wanted::default(), &Service).unwrap_err();
    let at: String = typed.chars().skip(mistake.at.start).take(mistake.at.len()).collect();
    assert_eq!((mistake.code, at.as_str()), (code, part), "{typed}: {mistake:?}");
}

fn one(name: &str) -> Value {
    Value::One(name.into())
}

fn number(digits: &str) -> Value {
    Value::Number(digits.parse().unwrap())
}

fn money(digits: &str) -> Value {
    Value::Money(digits.parse().unwrap())
}

#[test]
fn options_need_no_quotes() {
    let wales = [("nation", one("wales"))];
    assert_eq!(holds("nation is wales", &wales), Some(true));
    assert_eq!(holds("nation is not wales", &wales), Some(false));
    assert_eq!(holds("nation in [scotland, wales]", &wales), Some(true));
    assert_eq!(holds("wales is nation", &wales), Some(true));
    let british = [("nationality", Value::Many(vec!["british".into()]))];
    assert_eq!(holds("british in nationality", &british), Some(true));
    assert_eq!(holds("other in nationality", &british), Some(false));
    assert_eq!(holds("country is \"NO\"", &[("country", one("NO"))]), Some(true));
}

#[test]
fn what_is_not_answered_neither_holds_nor_its_opposite() {
    assert_eq!(holds("moved", &[]), None);
    assert_eq!(holds("not moved", &[]), None);
    assert_eq!(
        holds("moved or nation is wales", &[("nation", one("wales"))]),
        Some(true)
    );
    assert_eq!(
        holds("moved and nation is wales", &[("nation", one("england"))]),
        Some(false)
    );
    assert_eq!(holds("moved and nation is wales", &[("nation", one("wales"))]), None);
    assert_eq!(
        holds("answered(moved) or ticked(moved) or yes(moved)", &[]),
        Some(false)
    );
    assert_eq!(holds("country in offices", &[]), Some(false));
}

#[test]
fn money_and_numbers_are_exact() {
    let person = [
        ("savings", money("0.10")),
        ("income", money("0.20")),
        ("items", number("3")),
    ];
    assert_eq!(value("savings + income", &person), Some(money("0.30")));
    assert_eq!(value("savings * items", &person), Some(money("0.30")));
    assert_eq!(value("income / savings", &person), Some(number("2")));
    assert_eq!(holds("savings + income is 0.30 GBP", &person), Some(true));
    assert_eq!(holds("savings > 16000", &person), Some(false));
    assert_eq!(
        value("total(savings, income)", &[("income", money("2"))]),
        Some(money("2"))
    );
    assert_eq!(value("highest_of(savings, income)", &person), Some(money("0.20")));
    assert_eq!(value("round(items / 2)", &person), Some(number("2")));
    assert_eq!(value("items / 0", &person), None);
}

#[test]
fn dates_move_and_are_compared() {
    let born = [("born", Value::Date(date(2008, 5, 1)))];
    assert_eq!(holds("age(born) >= 18", &born), Some(true));
    assert_eq!(holds("age(born, \"2026-04-30\") >= 18", &born), Some(false));
    assert_eq!(holds("born < \"2009-01-01\"", &born), Some(true));
    assert_eq!(value("born + 3 months", &born), Some(Value::Date(date(2008, 8, 1))));
    assert_eq!(
        value("today - 1 working day", &born),
        Some(Value::Date(date(2026, 4, 30)))
    );
    assert_eq!(value("latest(born, start)", &born), Some(Value::Date(date(2008, 5, 1))));
}

#[test]
fn two_dates_have_a_first_and_a_last() {
    let stay = [("stay", Value::Dates(date(2026, 5, 1), date(2026, 5, 28)))];
    assert_eq!(value("stay.first", &stay), Some(Value::Date(date(2026, 5, 1))));
    assert_eq!(holds("stay.last > stay.first + 3 weeks", &stay), Some(true));
    assert_eq!(holds("not (stay.first is \"2026-05-01\")", &stay), Some(false));
    assert_eq!(value("days_between(stay.first, stay.last)", &stay), Some(number("27")));
    assert_eq!(value("stay.first", &[]), None);
    refused("born.first", "wrong_type", "born");
    refused("stay > today", "cannot_compare", "stay > today");
    refused("stay.middle", "wrong_type", "stay");
    refused("stay.first.last", "unknown_sign", ".");
}

#[test]
fn times_of_day_are_compared() {
    let time = |hour, minute| Value::Time(jiff::civil::time(hour, minute, 0, 0));
    let open = [("opens", time(8, 30)), ("closes", time(17, 0))];
    assert_eq!(holds("opens < closes", &open), Some(true));
    assert_eq!(holds("opens >= \"09:00\"", &open), Some(false));
    assert_eq!(holds("opens in [\"08:30\", \"09:00\"]", &open), Some(true));
    refused("opens < \"9am\"", "time", "\"9am\"");
    refused("opens < 9", "cannot_compare", "opens < 9");
    refused("opens < born", "cannot_compare", "opens < born");
}

#[test]
fn a_lookup_goes_by_the_first_part_of_the_postcode() {
    let fields = |postcode: &str| {
        let mut fields = IndexMap::new();
        fields.insert("postcode".to_owned(), postcode.to_owned());
        [("address", Value::Fields(fields))]
    };
    let typed = "lookup(offices, first_part(postcode_of(address)), office, central)";
    assert_eq!(value(typed, &fields("LS1 1AA")), Some(one("leeds")));
    assert_eq!(value(typed, &fields("LS11AA")), Some(one("leeds")));
    assert_eq!(value(typed, &fields("EH1 1AA")), Some(one("central")));
    assert_eq!(
        holds(
            "(nation is wales) == starts_with(postcode_of(address), \"CF\")",
            &fields("CF1 1AA")
        ),
        None
    );
}

#[test]
fn a_mistake_points_at_its_part() {
    refused("nation is walse", "unknown_name", "walse");
    refused("natoin is wales", "unknown_name", "natoin");
    refused("nation is \"france\"", "unknown_option", "\"france\"");
    refused("savings + items", "cannot_count", "savings + items");
    refused("moved > 3", "cannot_compare", "moved > 3");
    refused("born - start", "dates_subtracted", "born - start");
    refused("born < \"2009-02-30\"", "date", "\"2009-02-30\"");
    refused("moved and nation", "not_a_condition", "nation");
    refused("items > 3 EUR", "other_currency", "3 EUR");
    refused("agee(born)", "unknown_function", "agee");
    refused("any(items, moved)", "wrong_type", "items");
    refused("lookup(offices, nation, ofice)", "unknown_column", "ofice");
    refused("moved is yes", "yes_as_value", "yes");
    refused("items items", "not_an_expression", "i");
    assert!(
        check("broken", &Wanted::default(), &Service)
            .unwrap_err()
            .is_consequence()
    );
}

#[test]
fn what_cel_has_beyond_the_language_is_refused() {
    for typed in [
        "b\"x\" is nation",
        "1u is items",
        "{}",
        "size([1])",
        "has(items)",
        "items % 2",
    ] {
        assert!(check(typed, &Wanted::default(), &Service).is_err(), "{typed}");
    }
}

#[test]
fn names_under_not_and_in_guards_are_noted() {
    let (expression, _) = check("not moved and yes(adult)", &Wanted::condition(), &Service).unwrap();
    let noted: Vec<_> = expression
        .mentions
        .iter()
        .map(|mention| (mention.name.as_str(), mention.negated, mention.guarded))
        .collect();
    assert_eq!(noted, [("moved", true, false), ("adult", false, true)]);
}
