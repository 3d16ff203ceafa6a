//! Goes through everything of a form that a kind of thing stands in.

use crate::form::{Content, Field, Form, Kind, Shown, Test, Words};

/// All fields, also those in rows.
pub(super) fn fields(form: &mut Form, seen: &mut dyn FnMut(&mut Field)) {
    for page in &mut form.pages {
        for content in &mut page.content {
            if let Content::Field(field) = content {
                of_field(field, seen);
            }
        }
    }
}

fn of_field(field: &mut Field, seen: &mut dyn FnMut(&mut Field)) {
    seen(field);
    if let Kind::Rows { fields, .. } = &mut field.kind {
        for inner in fields {
            of_field(inner, seen);
        }
    }
}

/// All texts that are shown.
pub(super) fn shown(form: &mut Form, seen: &mut dyn FnMut(&mut Shown)) {
    for page in &mut form.pages {
        for content in &mut page.content {
            if let Content::Shown(shown) = content {
                seen(shown);
            }
        }
    }
    let around = form.intro.iter_mut().chain(&mut form.before_sending);
    around.chain(&mut form.confirmation).for_each(seen);
}

/// All words that people read.
pub(super) fn words(form: &mut Form, seen: &mut dyn FnMut(&mut Words)) {
    seen(&mut form.title);
    for page in &mut form.pages {
        seen(&mut page.title);
        if let Some(repeats) = &mut page.repeats {
            seen(&mut repeats.each);
        }
    }
    for fee in &mut form.fees {
        seen(&mut fee.called);
    }
    shown(form, &mut |shown| {
        seen(&mut shown.words);
        shown.opens.iter_mut().for_each(&mut *seen);
    });
    fields(form, &mut |field| {
        seen(&mut field.label);
        field.called.iter_mut().for_each(&mut *seen);
        field.or_tick.iter_mut().for_each(&mut *seen);
        seen(&mut field.hint);
        seen(&mut field.say);
        field.errors.iter_mut().for_each(|(_, words)| seen(words));
        field.must.iter_mut().for_each(|(_, words)| seen(words));
        match &mut field.kind {
            Kind::Measure { unit, .. } => seen(unit),
            Kind::Declaration(words) => seen(words),
            Kind::Choice { options, .. } => {
                for option in options {
                    seen(&mut option.label);
                    seen(&mut option.hint);
                }
            }
            Kind::Evidence(documents) => {
                for document in documents {
                    seen(&mut document.label);
                    seen(&mut document.hint);
                }
            }
            Kind::Rows { repeat, .. } => seen(&mut repeat.each),
            Kind::Plain { .. } | Kind::Unknown => {}
        }
    });
}

/// All conditions.
pub(super) fn tests(form: &mut Form, seen: &mut dyn FnMut(&mut Test)) {
    for condition in form.conditions.values_mut() {
        seen(&mut condition.test);
    }
    for page in &mut form.pages {
        page.when.iter_mut().for_each(&mut *seen);
        for link in &mut page.next {
            link.when.iter_mut().for_each(&mut *seen);
        }
    }
    for fee in &mut form.fees {
        fee.when.iter_mut().for_each(&mut *seen);
    }
    shown(form, &mut |shown| shown.when.iter_mut().for_each(&mut *seen));
    fields(form, &mut |field| {
        field.when.iter_mut().for_each(&mut *seen);
        field.must.iter_mut().for_each(|(test, _)| seen(test));
        match &mut field.kind {
            Kind::Choice { options, .. } => {
                for option in options {
                    option.when.iter_mut().for_each(&mut *seen);
                }
            }
            Kind::Evidence(documents) => {
                for document in documents {
                    document.when.iter_mut().for_each(&mut *seen);
                }
            }
            _ => {}
        }
    });
}
