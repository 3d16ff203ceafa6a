//! Questions of a row that stand in it several times, in words that are the same, for people who answered another question
//! differently: each person meets one of them, so they are asked as one.

use super::conditions::simplified;
use super::pages::both;
use crate::form::{Compared, Field, Shown, Test, Value};

/// Joins such questions, and gives the keys that went with those that they stand for now.
pub(super) fn joined(fields: &mut Vec<Field>) -> Vec<(String, String)> {
    let mut renamed: Vec<(String, String)> = Vec::new();
    // Each question that is kept, with the conditions under which it was asked.
    let mut kept: Vec<(Field, Vec<Test>)> = Vec::new();
    // Texts that hang on an answer which is given only after the question that they stood above.
    let mut waiting: Vec<Shown> = Vec::new();
    for mut field in std::mem::take(fields) {
        for (from, to) in &renamed {
            rename(&mut field, from, to);
        }
        let Some(when) = field.when.clone() else {
            field.above.splice(0..0, waiting.drain(..));
            kept.push((field, Vec::new()));
            continue;
        };
        let twin = (0..kept.len()).find(|at| {
            let (own, whens) = &kept[*at];
            let exclude = !whens.is_empty() && whens.iter().all(|known| exclude_each_other(known, &when));
            let asked_before = kept[*at..].iter().all(|(later, _)| !when.looks_at(&later.key));
            exclude && asked_before && are_alike(own, &field)
        });
        match twin {
            Some(at) => {
                renamed.push((field.key.clone(), kept[at].0.key.clone()));
                let hangs_on_later = |shown: &Shown| {
                    let when = shown.when.as_ref();
                    when.is_some_and(|when| kept[at..].iter().any(|(later, _)| when.looks_at(&later.key)))
                };
                let (later, now) = field.above.into_iter().partition(hangs_on_later);
                field.above = now;
                waiting.extend(Vec::into_iter(later).map(|shown: Shown| Shown {
                    when: both(Some(when.clone()), shown.when),
                    ..shown
                }));
                let (own, whens) = &mut kept[at];
                take_in(own, field, whens);
                whens.push(when);
                own.when = Some(simplified(Test::Any(whens.clone())));
            }
            None => {
                // They are read by the same people.
                let here = |shown: &mut Shown| shown.when.as_ref().is_some_and(|own| !exclude_each_other(own, &when));
                let texts: Vec<Shown> = waiting.extract_if(.., here).collect();
                field.above.splice(0..0, texts);
                kept.push((field, vec![when]));
            }
        }
    }
    // What nobody is asked after is said above the question itself.
    for shown in waiting {
        let own = kept
            .iter_mut()
            .rev()
            .find(|(field, _)| shown.when.as_ref().is_some_and(|when| when.looks_at(&field.key)));
        if let Some((field, _)) = own {
            field.above.push(Shown { when: None, ..shown });
        }
    }
    *fields = kept.into_iter().map(|(field, _)| field).collect();
    renamed
}

fn rename(field: &mut Field, from: &str, to: &str) {
    let texts = field.above.iter_mut().filter_map(|shown| shown.when.as_mut());
    let rules = field.must.iter_mut().map(|(test, _)| test);
    for test in field.when.iter_mut().chain(texts).chain(rules) {
        *test = test.renamed(from, to);
    }
}

/// Whether two questions ask the same in the same words.
fn are_alike(one: &Field, other: &Field) -> bool {
    let kind = |field: &Field| format!("{:?}", field.kind);
    one.label == other.label
        && one.hint == other.hint
        && one.say == other.say
        && one.or_tick == other.or_tick
        && one.required == other.required
        && one.must == other.must
        && !one.kind.stands_alone()
        && kind(one) == kind(other)
}

/// Whether two conditions want different answers to one question.
fn exclude_each_other(one: &Test, other: &Test) -> bool {
    let is = |test: &Test| match test {
        Test::Compare {
            field,
            how: Compared::Is,
            value: Value::Written(value),
        } => Some((field.clone(), value.clone())),
        _ => None,
    };
    let parts = |test: &Test| match test {
        Test::All(parts) => parts.iter().filter_map(is).collect(),
        test => is(test).into_iter().collect::<Vec<_>>(),
    };
    let others = parts(other);
    parts(one)
        .iter()
        .any(|(field, value)| others.iter().any(|(known, own)| known == field && own != value))
}

/// Takes the places and texts of another question in. A text is shown where those were asked who had it.
fn take_in(own: &mut Field, other: Field, whens: &[Test]) {
    let before = simplified(Test::Any(whens.to_vec()));
    let after = other.when.clone().unwrap_or(Test::Always(true));
    for shown in &mut own.above {
        shown.when.get_or_insert_with(|| before.clone());
    }
    for shown in other.above {
        let when = shown.when.unwrap_or_else(|| after.clone());
        match own.above.iter_mut().find(|known| known.words == shown.words) {
            Some(known) => known.when = known.when.take().map(|known| simplified(known.or(when))),
            None => own.above.push(Shown {
                when: Some(when),
                ..shown
            }),
        }
    }
    own.also.push((other.place, other.source_type));
    own.also.extend(other.also);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::{Kind, Words};

    fn field(key: &str, label: &str, whens: &[(&str, &str)]) -> Field {
        let tests: Vec<Test> = whens.iter().map(|(field, value)| Test::is(field, value)).collect();
        Field {
            key: key.to_owned(),
            label: Words::only(label),
            kind: Kind::plain("text"),
            when: (!tests.is_empty()).then(|| simplified(Test::All(tests))),
            ..Field::default()
        }
    }

    #[test]
    fn what_is_asked_of_different_people_in_the_same_words_is_asked_once() {
        let mut fields = vec![
            field("why", "Why?", &[]),
            field("a1", "Since when?", &[("why", "x")]),
            field("b1", "Who?", &[("why", "x"), ("a1", "z")]),
            field("a2", "Since when?", &[("why", "y")]),
            field("b2", "Who?", &[("why", "y"), ("a2", "z")]),
            field("a3", "Since when?", &[("why", "z")]),
        ];
        let renamed = joined(&mut fields);
        let keys: Vec<&str> = fields.iter().map(|field| field.key.as_str()).collect();
        assert_eq!(keys, ["why", "a1", "b1"]);
        assert_eq!(renamed.len(), 3);
        assert!(fields[2].when.as_ref().is_some_and(|when| !when.looks_at("a2")));
        assert_eq!(fields[1].also.len(), 2);
    }

    #[test]
    fn a_text_comes_after_the_answer_that_it_hangs_on() {
        let text = Shown {
            words: Words::only("Send it."),
            when: Some(Test::is("own", "ja")),
            ..Shown::default()
        };
        let mut after = field("a2", "Since when?", &[("why", "y")]);
        after.above.push(text);
        let mut fields = vec![
            field("why", "Why?", &[]),
            field("a1", "Since when?", &[("why", "x")]),
            field("own", "Do you have it?", &[("why", "y")]),
            after,
            field("other", "Where?", &[("why", "x")]),
            field("last", "How much?", &[("why", "y")]),
        ];
        joined(&mut fields);
        let texts: Vec<(&str, usize)> = fields
            .iter()
            .map(|field| (field.key.as_str(), field.above.len()))
            .collect();
        assert_eq!(texts, [("why", 0), ("a1", 0), ("own", 0), ("other", 0), ("last", 1)]);
    }

    #[test]
    fn what_one_person_may_meet_twice_is_asked_twice() {
        for other in [
            field("a2", "Since when?", &[("where", "y")]),
            field("a2", "Since when?", &[]),
            field("a2", "Until when?", &[("why", "y")]),
        ] {
            let mut fields = vec![field("a1", "Since when?", &[("why", "x")]), other];
            assert!(joined(&mut fields).is_empty() && fields.len() == 2);
        }
    }
}
