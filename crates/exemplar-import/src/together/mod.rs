//! Many forms as one: an application whose parts stood in a file each, with twins of them in other languages.
//!
//! In reading order: this file joins forms into one with a list of tasks; [`twins`] puts the texts of a form in another
//! language beside its own; [`titles`] says what each task is called and which comes first; [`apart`] keeps equal names of
//! different files apart; [`walk`] goes through everything of a form.

mod apart;
mod titles;
mod twins;
mod walk;

use crate::form::{Form, Link, Order, Task, Words};
use crate::report::{Became, Report};
use titles::Stems;

/// The language of an application that is there in several.
const USUAL: &str = "en";
/// So many fields in a hundred that two files have in common make them the same part of an application.
const ALIKE: usize = 50;

/// A form and the file that it was read from.
pub(crate) struct Part {
    /// The file's name, without its folder and its ending.
    pub(crate) stem: String,
    /// As the report names it.
    pub(crate) file: String,
    pub(crate) form: Form,
    /// The same in other languages, by their tags, with the names of their files.
    twins: Vec<(String, String)>,
}

impl Part {
    /// A form that was read from a file.
    pub(crate) fn new(file: &str, form: Form) -> Self {
        let name = file.rsplit(['/', '\\']).next().unwrap_or(file);
        let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
        Self {
            stem: stem.to_owned(),
            file: file.to_owned(),
            form,
            twins: Vec::new(),
        }
    }

    fn language(&self) -> String {
        self.form.languages.first().cloned().unwrap_or_else(|| USUAL.to_owned())
    }
}

/// Joins forms into one. `name` is what the folder is called, for an application that has no name. None where there is no
/// form.
pub(crate) fn together(parts: Vec<Part>, name: &str, report: &mut Report) -> Option<Form> {
    let language = language_of_all(&parts)?;
    let (mut own, others): (Vec<Part>, Vec<Part>) = parts.into_iter().partition(|part| part.language() == language);
    pair(&mut own, &others, report);
    let mut languages = vec![language];
    for (language, _) in own.iter().flat_map(|part| &part.twins) {
        if !languages.contains(language) {
            languages.push(language.clone());
        }
    }
    same_questions(&own, report);
    let stems = Stems::of(own.iter());
    let mut form = Form {
        title: titles::of_all(&own, name, report),
        languages,
        currency: own.iter().find_map(|part| part.form.currency.clone()),
        order: Order::ByLinks,
        headings_stay: own.iter().any(|part| part.form.headings_stay),
        ..Form::default()
    };
    let titles = titles::of_parts(&own, &stems, &form.title);
    let mut parts: Vec<(Part, Words)> = own.into_iter().zip(titles).collect();
    titles::in_order(&mut parts, report);
    for (number, (mut part, title)) in parts.into_iter().enumerate() {
        apart::keep_apart(&mut part.form, number + 1, &part.file);
        join(&mut form, part, title, number + 1);
    }
    Some(form)
}

/// The language that stands first: the usual one, where every form is there in it, and else one in which every form is
/// there. Where there is none, the usual one, or that of the most files.
fn language_of_all(parts: &[Part]) -> Option<String> {
    let count = |language: &str| parts.iter().filter(|part| part.language() == language).count();
    let mut languages: Vec<String> = parts.iter().map(Part::language).collect();
    languages.sort();
    languages.dedup();
    languages.sort_by_key(|language| (language != USUAL, std::cmp::Reverse(count(language))));
    let has_all = |language: &&String| {
        let own = parts.iter().filter(|part| part.language() == **language);
        let own: Vec<&Part> = own.collect();
        let others = parts.iter().filter(|part| part.language() != **language);
        others
            .into_iter()
            .all(|other| own.iter().any(|part| alike(&part.form, &other.form) >= ALIKE))
    };
    languages.iter().find(has_all).or(languages.first()).cloned()
}

/// Puts the texts of each form in another language beside those of the form that asks the same. What has no such form is no
/// task: under the first language it would stand in another one.
fn pair(own: &mut [Part], others: &[Part], report: &mut Report) {
    let mut taken = vec![false; others.len()];
    for part in own.iter_mut() {
        let mut best: Vec<(String, usize, usize)> = Vec::new();
        for (o, other) in others.iter().enumerate() {
            let (language, alike) = (other.language(), alike(&part.form, &other.form));
            match best.iter_mut().find(|(known, ..)| *known == language) {
                Some(known) if known.2 < alike => *known = (language, o, alike),
                None if alike >= ALIKE => best.push((language, o, alike)),
                _ => {}
            }
        }
        for (language, o, _) in best {
            taken[o] = true;
            let twin = twins::Twin {
                form: &others[o].form,
                file: &others[o].file,
                language: &language,
            };
            twins::merge(&mut part.form, &part.file, &twin, report);
            part.twins.push((language, others[o].stem.clone()));
        }
    }
    without_twin(own, others, report);
    for (part, _) in others.iter().zip(taken).filter(|(_, taken)| !taken) {
        let says = format!(
            "This form is there in \"{}\" alone, so it is no task: translate it, or import it by itself.",
            part.language()
        );
        report.note(Became::NotPossible, (&part.file, "file"), "no_twin_file", says);
    }
}

/// Names the forms that are not there in a language in which others are.
fn without_twin(own: &[Part], others: &[Part], report: &mut Report) {
    let mut languages: Vec<String> = others.iter().map(Part::language).collect();
    languages.sort();
    languages.dedup();
    for part in own {
        let lacks = |language: &&String| part.twins.iter().all(|(known, _)| known != *language);
        for language in languages.iter().filter(lacks) {
            let says = format!("No file asks the same in \"{language}\": its words are missing there.");
            report.note(Became::ToComplete, (&part.file, "file"), "no_twin_file", says);
        }
    }
}

/// How many of a hundred fields two forms have in common.
fn alike(one: &Form, other: &Form) -> usize {
    let keys = |form: &Form| -> Vec<String> {
        let fields = form.pages.iter().flat_map(crate::form::Page::fields);
        fields.map(|field| field.key.clone()).collect()
    };
    let (one, other) = (keys(one), keys(other));
    let common = one.iter().filter(|key| other.contains(key)).count();
    // Names are drawn by chance: forms of which one asks more than the other are the same all the same.
    common * 100 / one.len().min(other.len()).max(1)
}

/// Notes files in which the same is asked: two versions of one part.
fn same_questions(parts: &[Part], report: &mut Report) {
    for (p, part) in parts.iter().enumerate() {
        for earlier in &parts[..p] {
            if alike(&part.form, &earlier.form) >= ALIKE {
                let says = format!(
                    "It asks the same as {}: both are there as a task; keep one of them.",
                    earlier.file
                );
                report.note(Became::Untidy, (&part.file, "file"), "asked_twice", says);
            }
        }
    }
}

/// Links the pages of a form that follow each other, as those of an application do.
fn link_as_written(form: &mut Form) {
    let ids: Vec<String> = form.pages.iter().skip(1).map(|page| page.id.clone()).collect();
    for (page, to) in form.pages.iter_mut().zip(ids) {
        let place = page.place.clone();
        page.next = vec![Link { to, when: None, place }];
    }
}

/// Adds a form, whose names are apart from all others, as a task.
fn join(form: &mut Form, part: Part, title: Words, number: usize) {
    let id = format!("task {number}");
    let mut own = part.form;
    if own.order == Order::AsWritten {
        link_as_written(&mut own);
    }
    for page in &mut own.pages {
        page.section = Some(id.clone());
    }
    form.tasks.push(Task {
        id,
        title,
        start: own.start,
        place: part.file,
    });
    form.pages.extend(own.pages);
    form.conditions.extend(own.conditions);
    form.fees.extend(own.fees);
    form.outputs.extend(own.outputs);
    form.intro.extend(own.intro);
    form.before_sending.extend(own.before_sending);
    form.confirmation.extend(own.confirmation);
}

#[cfg(test)]
mod tests;
