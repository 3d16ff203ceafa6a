//! Puts the texts of a form beside those of the same form in another language. Fields go together by their names, pages
//! by their fields, texts by their places on a page. What one of the two lacks is named.

use crate::form::{Choice, Content, Field, Form, Kind, Page, Shown, Words};
use crate::report::{Became, Report};

/// From so many words on, a text that is the same in two languages was forgotten.
const FORGOTTEN: usize = 4;

/// A form in another language.
pub(super) struct Twin<'t> {
    pub(super) form: &'t Form,
    pub(super) file: &'t str,
    pub(super) language: &'t str,
}

/// Puts the texts of a twin into a form.
pub(super) fn merge(form: &mut Form, file: &str, twin: &Twin<'_>, report: &mut Report) {
    let mut merging = Merging { file, twin, report };
    merging.words(&mut form.title, &twin.form.title, "name", "title");
    let pairs = merging.pages(&form.pages);
    for (p, page) in form.pages.iter_mut().enumerate() {
        match pairs[p] {
            Some(other) => merging.page(page, &twin.form.pages[other]),
            None => merging.missing(&page.place, "page", &page.id),
        }
    }
    for (o, other) in twin.form.pages.iter().enumerate() {
        if !pairs.contains(&Some(o)) {
            merging.only_there(&other.place, "page", &other.id);
        }
    }
    for (own, other) in form.fees.iter_mut().zip(&twin.form.fees) {
        merging.words(&mut own.called, &other.called, &own.place, "fee");
    }
    let around = [
        (&mut form.intro, &twin.form.intro),
        (&mut form.before_sending, &twin.form.before_sending),
        (&mut form.confirmation, &twin.form.confirmation),
    ];
    for (own, other) in around {
        for (own, other) in own.iter_mut().zip(other) {
            merging.shown(own, other);
        }
    }
    if form.conditions.len() != twin.form.conditions.len() {
        let says = format!(
            "It has {} conditions, and {} in \"{}\": those of this file hold for both.",
            form.conditions.len(),
            twin.form.conditions.len(),
            twin.language
        );
        merging.note(Became::Untidy, ("conditions", "conditions"), "twin_differs", &says);
    }
}

struct Merging<'m> {
    file: &'m str,
    twin: &'m Twin<'m>,
    report: &'m mut Report,
}

impl Merging<'_> {
    fn note(&mut self, became: Became, (place, what): (&str, &str), reason: &'static str, says: &str) {
        let place = format!("{}: {place}", self.file);
        self.report.note(became, (&place, what), reason, says);
    }

    fn missing(&mut self, place: &str, what: &str, name: &str) {
        let says = format!("\"{name}\" is not there in \"{}\".", self.twin.language);
        self.note(Became::ToComplete, (place, what), "twin_missing", &says);
    }

    fn only_there(&mut self, place: &str, what: &str, name: &str) {
        let place = format!("{}: {place}", self.twin.file);
        let says = format!(
            "\"{name}\" is there in \"{}\" alone, so it is not taken over.",
            self.twin.language
        );
        self.report
            .note(Became::NotPossible, (&place, what), "only_in_twin", says);
    }

    /// Which page of the twin is each page: the one that asks most of the same; of pages that ask nothing, the one at the
    /// same place, or the next.
    fn pages(&self, own: &[Page]) -> Vec<Option<usize>> {
        let others = &self.twin.form.pages;
        let mut pairs = vec![None; own.len()];
        for (p, page) in own.iter().enumerate().filter(|(_, page)| asks(page)) {
            let common = |other: &Page| other.fields().filter(|field| has(page, &field.key)).count();
            let free = (0..others.len()).filter(|other| !pairs.contains(&Some(*other)));
            let best = free.max_by_key(|other| (common(&others[*other]), *other == p, others.len() - other));
            pairs[p] = best.filter(|other| common(&others[*other]) > 0);
        }
        for (p, page) in own.iter().enumerate().filter(|(_, page)| !asks(page)) {
            let fits = |other: usize| {
                let there = &others[other];
                !asks(there)
                    && there.role == page.role
                    && there.content.len() == page.content.len()
                    && !pairs.contains(&Some(other))
            };
            let same = Some(p).filter(|place| *place < others.len() && fits(*place));
            pairs[p] = same.or_else(|| (0..others.len()).find(|other| fits(*other)));
        }
        pairs
    }

    fn page(&mut self, page: &mut Page, twin: &Page) {
        self.words(&mut page.title, &twin.title, &page.place, "title");
        if page.next.len() != twin.next.len() {
            let says = format!(
                "{} links lead from this page, and {} in \"{}\": those of this file hold for both.",
                page.next.len(),
                twin.next.len(),
                self.twin.language
            );
            self.note(Became::Untidy, (&page.place, "page"), "twin_differs", &says);
        }
        if let (Some(own), Some(other)) = (&mut page.repeats, &twin.repeats) {
            self.words(&mut own.each, &other.each, &page.place, "repeat");
        }
        let place = |place: &str, page: &str| place.strip_prefix(page).unwrap_or(place).to_owned();
        let (here, there) = (page.place.clone(), &twin.place);
        for content in &mut page.content {
            match content {
                Content::Field(field) => match twin.fields().find(|other| other.key == field.key) {
                    Some(other) => self.field(field, other),
                    None => self.missing(&field.place, &field.source_type, &field.label.own),
                },
                Content::Shown(shown) => {
                    let at = place(&shown.place, &here);
                    let mut others = twin.content.iter().filter_map(|content| match content {
                        Content::Shown(other) => Some(other),
                        Content::Field(_) => None,
                    });
                    match others.find(|other| place(&other.place, there) == at) {
                        Some(other) => self.shown(shown, other),
                        None => self.missing(&shown.place, "text", &beginning(&shown.words.own)),
                    }
                }
            }
        }
        for other in twin.fields().filter(|other| !has(page, &other.key)) {
            self.only_there(&other.place, &other.source_type, &other.label.own);
        }
    }

    fn shown(&mut self, own: &mut Shown, other: &Shown) {
        self.words(&mut own.words, &other.words, &own.place, "text");
        if let (Some(opens), Some(other)) = (&mut own.opens, &other.opens) {
            self.words(opens, other, &own.place, "text");
        }
    }

    fn field(&mut self, own: &mut Field, other: &Field) {
        let place = own.place.clone();
        self.words(&mut own.label, &other.label, &place, &own.source_type);
        if let (Some(called), Some(other)) = (&mut own.called, &other.called) {
            self.words(called, other, &place, "name of the answer");
        }
        if let (Some(tick), Some(other)) = (&mut own.or_tick, &other.or_tick) {
            self.words(tick, other, &place, "box");
        }
        // What is one line in one language may be several in the other.
        let hint = if other.hint.is_empty() && own.say.is_empty() {
            &other.say
        } else {
            &other.hint
        };
        let say = if other.say.is_empty() && own.hint.is_empty() {
            &other.hint
        } else {
            &other.say
        };
        self.words(&mut own.hint, &hint.map(one_line), &place, "hint");
        self.words(&mut own.say, say, &place, "text");
        for (rule, words) in &mut own.errors {
            let found = other.errors.iter().find(|(known, _)| known == rule);
            self.words(
                words,
                found.map_or(&Words::default(), |(_, words)| words),
                &place,
                "error",
            );
        }
        for ((_, words), (_, other)) in own.must.iter_mut().zip(&other.must) {
            self.words(words, other, &place, "rule");
        }
        if own.required != other.required {
            let says = format!(
                "It must be answered in one language, and not in \"{}\".",
                self.twin.language
            );
            self.note(Became::Untidy, (&place, &own.source_type), "twin_differs", &says);
        }
        self.kind(own, other);
    }

    fn kind(&mut self, own: &mut Field, other: &Field) {
        let place = own.place.clone();
        let differs = own.source_type != other.source_type;
        match (&mut own.kind, &other.kind) {
            (Kind::Measure { unit, .. }, Kind::Measure { unit: other, .. }) => {
                // A unit is often the same sign in all languages.
                *unit = unit.clone().and(self.twin.language, other.own.clone());
            }
            (Kind::Declaration(words), Kind::Declaration(other)) => self.words(words, other, &place, "declaration"),
            (Kind::Choice { options, .. }, Kind::Choice { options: others, .. }) => {
                self.options(options, others, &place);
            }
            (
                Kind::Rows { repeat, fields },
                Kind::Rows {
                    repeat: other,
                    fields: others,
                },
            ) => {
                self.words(&mut repeat.each, &other.each, &place, "repeat");
                let by_place = fields.len() == others.len();
                for (f, field) in fields.iter_mut().enumerate() {
                    // Names of what is asked in a row are drawn anew now and then.
                    let found = others.iter().find(|other| other.key == field.key);
                    let alike = |other: &&Field| by_place && other.source_type == field.source_type;
                    match found.or_else(|| others.get(f).filter(alike)) {
                        Some(other) => self.field(field, other),
                        None => self.missing(&field.place, &field.source_type, &field.label.own),
                    }
                }
            }
            // The platform has the words of these.
            _ if !differs => {}
            _ => {
                let says = format!("It is a {} in \"{}\".", other.source_type, self.twin.language);
                self.note(Became::Untidy, (&place, &own.source_type), "twin_differs", &says);
            }
        }
    }

    /// Options by their values; where these are translated too, by their places.
    fn options(&mut self, own: &mut [Choice], others: &[Choice], place: &str) {
        let by_place = own.len() == others.len();
        for (o, option) in own.iter_mut().enumerate() {
            let found = others.iter().find(|other| other.value == option.value);
            let found = found.or_else(|| others.get(o).filter(|_| by_place));
            match found {
                Some(other) => {
                    self.words(&mut option.label, &other.label, place, "option");
                    self.words(&mut option.hint, &other.hint, place, "option");
                }
                None => self.missing(place, "option", &option.label.own),
            }
        }
        if others.len() > own.len() {
            let says = format!(
                "It has {} options, and {} in \"{}\": those of this file hold for both.",
                own.len(),
                others.len(),
                self.twin.language
            );
            self.note(Became::Untidy, (place, "options"), "twin_differs", &says);
        }
    }

    fn words(&mut self, own: &mut Words, other: &Words, place: &str, what: &str) {
        if own.is_empty() {
            if !other.is_empty() {
                let says = format!(
                    "\"{}\" is said in \"{}\" alone, so it is left out.",
                    beginning(&other.own),
                    self.twin.language
                );
                self.note(Became::Untidy, (place, what), "twin_differs", &says);
            }
            return;
        }
        if other.is_empty() {
            self.missing(place, what, &beginning(&own.own));
            return;
        }
        let is_same = own.own.trim() == other.own.trim();
        if is_same && own.own.split_whitespace().count() >= FORGOTTEN {
            let says = format!(
                "\"{}\" says the same in \"{}\": it was perhaps not translated.",
                beginning(&own.own),
                self.twin.language
            );
            self.note(Became::ToComplete, (place, what), "not_translated", &says);
        }
        *own = own.clone().and(self.twin.language, other.own.clone());
    }
}

fn asks(page: &Page) -> bool {
    page.fields().next().is_some()
}

fn has(page: &Page, key: &str) -> bool {
    page.fields().any(|field| field.key == key)
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// How a text begins, for the report.
fn beginning(text: &str) -> String {
    let line = one_line(text);
    let begins: String = line.chars().take(60).collect();
    if begins.len() < line.len() {
        format!("{begins}...")
    } else {
        line
    }
}
