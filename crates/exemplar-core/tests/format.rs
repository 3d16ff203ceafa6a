//! Canonical text says the same as what was typed, for the services that are shipped and for any others;
//! and the schema for editors knows every key that the services use.

mod folder;
#[path = "folder/yaml.rs"]
mod yaml;

use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;

use exemplar_core::definition::finding::render;
use exemplar_core::definition::{Folder, format, read, schema};
use exemplar_core::id::Digest;
use proptest::prelude::*;
use proptest::test_runner::{RngSeed, TestRunner};
use serde_json::{Map, Value, json};

use yaml::as_json;

/// All of the model, its examples too, in one text; nothing where the definition has errors.
fn model(folder: &Folder) -> Option<String> {
    let checked = read(folder);
    let mut definition = checked.definition?;
    // The digest is of the text, which may change.
    definition.digest = Digest([0; 32]);
    Some(format!("{definition:#?}\n{:#?}", checked.examples))
}

fn codes(folder: &Folder) -> Vec<&'static str> {
    let mut codes: Vec<_> = read(folder).findings.iter().map(|finding| finding.code).collect();
    codes.sort_unstable();
    codes
}

/// The folder in canonical text; a panic tells what keeps it from that.
fn formatted(folder: &Folder) -> Folder {
    format(folder).unwrap_or_else(|found| {
        let told: Vec<String> = found.iter().map(|finding| render(finding, folder)).collect();
        panic!("{}\n{}", folder.name, told.join("\n"))
    })
}

#[test]
fn the_services_say_the_same_in_canonical_text() {
    let services = folder::all_services();
    assert!(services.len() >= 2);
    for folder in services {
        let canonical = formatted(&folder);
        let before = model(&folder).expect("the service is right");
        assert!(model(&canonical) == Some(before), "{} says something else", folder.name);
        assert!(formatted(&canonical) == canonical, "{} changes again", folder.name);
    }
}

#[test]
fn the_services_are_in_canonical_text() {
    for folder in folder::all_services() {
        let canonical = formatted(&folder);
        let other = |path: &&String| canonical.files.get(*path) != folder.files.get(*path);
        let other: Vec<_> = folder.files.keys().filter(other).collect();
        assert!(
            other.is_empty(),
            "{}: `exemplar format` would change {other:?}",
            folder.name
        );
    }
}

/// The seed of what is made, unless PROPTEST_RNG_SEED says another.
const SEED: u64 = 20_260_601;

fn check_any<S: Strategy>(strategy: &S, test: impl Fn(S::Value) -> Result<(), TestCaseError>) {
    let mut config = ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::default()
    };
    if config.rng_seed == RngSeed::Random {
        config.rng_seed = RngSeed::Fixed(SEED);
    }
    let seed = config.rng_seed;
    if let Err(error) = TestRunner::new(config).run(strategy, test) {
        panic!("{error}\nwith the seed {seed:?}");
    }
}

/// Words with all that YAML gives a meaning to.
fn words() -> impl Strategy<Value = String> {
    let known = prop::sample::select(vec![
        "yes",
        "No",
        "NO",
        "null",
        "0300",
        "12.10",
        "10:30",
        "1e5",
        "a: b",
        "a #b",
        "- a",
        "it's",
        "\"a\"",
        "a, b",
        "[a]",
        "{a}",
        "A sentence that goes on and on, as those of the law do now and then.",
        "One\nTwo",
        "One\n\n- two\n- three\n",
        "One  \nTwo",
        "  One\nTwo",
        "One\n \nTwo",
        "\u{e9}",
        "a\tb",
    ]);
    prop_oneof![3 => known.prop_map(str::to_owned), 1 => "[A-Za-z][-a-z:#,.'\"! \n]{0,30}"]
}

/// One kind of answer with its rules, as a key and what stands beneath.
fn kind() -> impl Strategy<Value = (&'static str, Value)> {
    let option = prop_oneof![
        words().prop_map(Value::from),
        (words(), words()).prop_map(|(label, hint)| json!({ "hint": hint, "label": label })),
    ];
    let options = prop::collection::vec(option, 2..5).prop_map(|options| {
        let options = options.into_iter().enumerate();
        Value::Object(options.map(|(i, option)| (format!("option_{i}"), option)).collect())
    });
    prop_oneof![
        Just(("yes_no", Value::Null)),
        Just(("email", Value::Null)),
        Just(("date", json!({ "to": "latest(today, today - 3 days)", "in": "past" }))),
        Just(("number", json!({ "to": "10", "from": "1" }))),
        Just(("long_text", json!({ "at_most": "250 characters" }))),
        words().prop_map(|words| ("declaration", words.into())),
        options.clone().prop_map(|options| ("one_of", options)),
        options.prop_map(|options| ("any_of", options)),
    ]
}

/// A page that asks one question, its keys in any order.
fn page() -> impl Strategy<Value = Value> {
    (words(), words(), words(), kind(), any::<[bool; 3]>()).prop_flat_map(|(ask, called, say, kind, has)| {
        let mut keys = vec![("ask", ask.into()), ("called", called.into()), kind];
        if has[0] {
            keys.push(("say", say.into()));
        }
        if has[1] {
            keys.push(("when", "yes(first)".into()));
        }
        if has[2] {
            keys.push(("optional", "yes".into()));
        }
        Just(keys).prop_shuffle().prop_map(object)
    })
}

fn object<'k>(entries: impl IntoIterator<Item = (&'k str, Value)>) -> Value {
    Value::Object(
        entries
            .into_iter()
            .map(|(key, value)| (key.to_owned(), value))
            .collect(),
    )
}

/// A service of such pages. JSON is YAML, with all in quotes and brackets, and so as far from canonical as can be.
fn service() -> impl Strategy<Value = Folder> {
    let made = (prop::collection::vec(page(), 1..5), words(), words(), words());
    made.prop_flat_map(|(pages, name, say, body)| {
        let first = json!({ "yes_no": null, "ask": "First?", "called": "first" });
        let pages = pages
            .into_iter()
            .enumerate()
            .map(|(i, page)| (format!("page_{i}"), page));
        let pages: Map<String, Value> = std::iter::once(("first".to_owned(), first)).chain(pages).collect();
        let keys = vec![
            ("name", name.into()),
            ("organisation", "council".into()),
            ("law", "An act".into()),
            ("start", json!({ "takes": say.clone(), "say": say.clone() })),
            ("questions", Value::Object(pages)),
            (
                "facts",
                json!({ "one": ["1 when yes(first)", "2"], "two": "not yes(first)" }),
            ),
            ("phrases", json!({ "phrase": say })),
            (
                "keep",
                json!({ "draft": "1 day", "withdrawn": "1 day", "approved": "1 year", "refused": "1 year" }),
            ),
            (
                "channels",
                json!({ "web": { "cases_before": "12", "cost": "0.40 GBP" }, "phone": { "call": "0300" } }),
            ),
        ];
        Just(keys).prop_shuffle().prop_map(move |keys| {
            let text = serde_json::to_string_pretty(&object(keys)).expect("it is JSON");
            // Nothing is another word in YAML.
            let text = text.replace(": null", ": ~");
            let message = format!("# Subject\r\n\r\n{body}.\r\n\r\n");
            let mut folder = folder::of(&[("service.yaml", &text), ("messages/received.en.md", &message)]);
            let list = "id,name\r\nNO,\"Norway, all of it\"\r\n";
            folder.files.insert("lists/countries.csv".into(), list.into());
            folder
        })
    })
}

#[test]
fn any_service_says_the_same_in_canonical_text() {
    let right = Cell::new(0);
    let wrong = RefCell::new(BTreeSet::new());
    check_any(&service(), |folder| {
        let canonical = formatted(&folder);
        let text = canonical.text("service.yaml").unwrap_or_default();
        prop_assert_eq!(&formatted(&canonical), &canonical);
        prop_assert_eq!(codes(&canonical), codes(&folder), "{}", text);
        let before = model(&folder);
        match before {
            Some(_) => right.set(right.get() + 1),
            None => wrong.borrow_mut().extend(codes(&folder)),
        }
        prop_assert_eq!(model(&canonical), before, "{}", text);
        Ok(())
    });
    // Else only the findings were compared.
    let right = right.get();
    assert!(right > 50, "only {right} of the services made were right: {wrong:?}");
}

/// What the schema says against the value: each by its path. Knows what the schema uses, and refuses to pass over more.
fn against(value: &Value, rules: &Value, all: &Value, path: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (word, rule) in rules.as_object().expect("a schema is an object") {
        match word.as_str() {
            "$ref" => {
                let target = rule
                    .as_str()
                    .and_then(|target| all.pointer(target.trim_start_matches('#')));
                found.extend(against(value, target.expect("the place is there"), all, path));
            }
            "type" if !types(rule).any(|kind| is_a(value, kind)) => found.push(format!("{path} is no {rule}")),
            "enum" if !rule.as_array().is_some_and(|values| values.contains(value)) => {
                found.push(format!("{path} is none of {rule}"));
            }
            "anyOf" => {
                let mut ways = rule.as_array().into_iter().flatten();
                if !ways.any(|way| against(value, way, all, path).is_empty()) {
                    found.push(format!("{path} fits nowhere"));
                }
            }
            "required" => {
                let missing = types(rule).filter(|key| value.get(key).is_none());
                found.extend(missing.map(|key| format!("{path} has no {key}")));
            }
            "items" => {
                let items = value.as_array().into_iter().flatten();
                found.extend(items.flat_map(|item| against(item, rule, all, path)));
            }
            "additionalProperties" => found.extend(others(value, rules, rule, all, path)),
            "properties" => {
                for (key, value) in value.as_object().into_iter().flatten() {
                    if let Some(rule) = rule.get(key) {
                        found.extend(against(value, rule, all, &format!("{path}.{key}")));
                    }
                }
            }
            "minimum"
                if value
                    .as_f64()
                    .is_some_and(|n| rule.as_f64().is_some_and(|least| n < least)) =>
            {
                found.push(format!("{path} is below {rule}"));
            }
            "type" | "enum" | "minimum" | "$schema" | "$defs" | "title" | "description" => {}
            other => panic!("the schema uses {other}"),
        }
    }
    found
}

/// The keys that are not among the properties.
fn others(value: &Value, rules: &Value, rule: &Value, all: &Value, path: &str) -> Vec<String> {
    let entries = value.as_object().into_iter().flatten();
    let others = entries.filter(|(key, _)| {
        rules
            .pointer("/properties")
            .is_none_or(|known| known.get(key).is_none())
    });
    others
        .flat_map(|(key, value)| match rule {
            Value::Bool(false) => vec![format!("{path}.{key} is not known")],
            rule => against(value, rule, all, &format!("{path}.{key}")),
        })
        .collect()
}

/// One word or several.
fn types(rule: &Value) -> impl Iterator<Item = &str> {
    let several = rule.as_array().into_iter().flatten();
    several
        .chain(rule.is_string().then_some(rule))
        .filter_map(Value::as_str)
}

fn is_a(value: &Value, kind: &str) -> bool {
    match kind {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "null" => value.is_null(),
        "integer" => value.is_i64(),
        "number" => value.is_number(),
        other => panic!("there is no type {other}"),
    }
}

/// service.yaml with what stands in files of its own.
fn whole(folder: &Folder) -> Value {
    let mut service = as_json(folder.text("service.yaml").expect("it is there"));
    for path in folder
        .files
        .keys()
        .filter(|path| *path != "service.yaml" && !path.contains('/'))
    {
        let key = path.strip_suffix(".yaml").expect("only YAML stands there");
        service[key] = as_json(folder.text(path).expect("it is text"));
    }
    service
}

#[test]
fn the_schema_takes_every_service_that_is_shipped() {
    let schema = schema();
    for folder in folder::all_services() {
        let found = against(&whole(&folder), &schema, &schema, "");
        assert_eq!(found, Vec::<String>::new(), "{}", folder.name);
        let found = against(&whole(&formatted(&folder)), &schema, &schema, "");
        assert_eq!(found, Vec::<String>::new(), "{} in canonical text", folder.name);
    }
}

#[test]
fn the_schema_tells_what_is_not_of_the_language() {
    let schema = schema();
    let check = |text: &str, expected: &[&str]| {
        let text = format!("name: A\norganisation: b\n{text}");
        assert_eq!(against(&as_json(&text), &schema, &schema, ""), expected, "{text}");
    };
    check("", &[]);
    check("colour: red\n", &[".colour is not known"]);
    check("questions: { a: { aks: A } }\n", &[".questions.a.aks is not known"]);
    check(
        "questions: { a: { date: { form: b } } }\n",
        &[".questions.a.date.form is not known"],
    );
    check("questions: { a: { date: { note: b }, note: c } }\n", &[]);
    check("send: a\n", &[".send is no \"object\""]);
    check("language: 2\n", &[".language is none of [\"1\",1]"]);
    assert_eq!(
        against(&json!({}), &schema, &schema, ""),
        [" has no name", " has no organisation"]
    );
}
