//! Keeps the names of one form apart from those of the others: its fields, pages and conditions are named with the number
//! of its task, and places in the report with its file.

use super::walk;
use crate::form::{Form, Kind, Test, Value};
use crate::write::ANSWER;

/// Gives everything in a form a name that no other form has.
pub(super) fn keep_apart(form: &mut Form, number: usize, file: &str) {
    let name = |own: &mut String| *own = format!("{number}.{own}");
    let place = |own: &mut String| *own = format!("{file}: {own}");
    form.start.iter_mut().for_each(name);
    let conditions = std::mem::take(&mut form.conditions);
    for (mut known, mut condition) in conditions {
        name(&mut known);
        place(&mut condition.place);
        form.conditions.insert(known, condition);
    }
    let sums = std::mem::take(&mut form.sums);
    let marked = |own: &String| own.replace(ANSWER.0, &format!("{}{number}.", ANSWER.0));
    for (key, mut sum) in sums {
        for (when, is) in &mut sum.cases {
            *is = marked(is);
            *when = when.as_ref().map(marked);
        }
        form.sums.insert(format!("{number}.{key}"), sum);
    }
    for page in &mut form.pages {
        name(&mut page.id);
        place(&mut page.place);
        for link in &mut page.next {
            name(&mut link.to);
            place(&mut link.place);
        }
        let repeats = page.repeats.iter_mut();
        repeats.filter_map(|repeat| repeat.exactly.as_mut()).for_each(name);
    }
    for fee in &mut form.fees {
        place(&mut fee.place);
        fee.times.iter_mut().for_each(name);
    }
    form.outputs.iter_mut().for_each(|output| place(&mut output.place));
    walk::shown(form, &mut |shown| place(&mut shown.place));
    walk::fields(form, &mut |field| {
        name(&mut field.key);
        place(&mut field.place);
        field.also.iter_mut().for_each(|(other, _)| place(other));
        match &mut field.kind {
            Kind::Rows { repeat, .. } => repeat.exactly.iter_mut().for_each(name),
            Kind::Evidence(documents) => documents.iter_mut().for_each(|document| place(&mut document.place)),
            _ => {}
        }
    });
    walk::tests(form, &mut |test| rename(test, &name));
    // Answers in texts stand there by the name of their field.
    let before = ANSWER.0.to_string();
    let now = format!("{}{number}.", ANSWER.0);
    walk::words(form, &mut |words| {
        if words.own.contains(ANSWER.0) {
            *words = words.map(|text| text.replace(&before, &now));
        }
    });
}

fn rename(test: &mut Test, name: &dyn Fn(&mut String)) {
    match test {
        Test::Always(_) | Test::Raw(_) => {}
        Test::All(tests) | Test::Any(tests) => tests.iter_mut().for_each(|test| rename(test, name)),
        Test::Not(test) => rename(test, name),
        Test::Named(condition) => name(condition),
        Test::Compare { field, value, .. } => {
            name(field);
            if let Value::Field(other) = value {
                name(other);
            }
        }
        Test::Contains { field, .. }
        | Test::In { field, .. }
        | Test::Answered(field)
        | Test::Length { field, .. }
        | Test::Count { field, .. }
        | Test::Age { field, .. } => name(field),
        Test::SomeRow { rows, test } | Test::EveryRow { rows, test } => {
            name(rows);
            rename(test, name);
        }
    }
}
