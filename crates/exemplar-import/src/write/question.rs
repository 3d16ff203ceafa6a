//! One question: its words, its kind of answer, its rules.

use super::conditions::Of;
use super::pages::Around;
use super::service::Writing;
use super::texts;
use super::tree::Tree;
use crate::form::{Choice, Document, Field, Kind, Repeat, Words};
use crate::names::{Names, asks_whether, called, one_of_several, without_optional};
use crate::report::Became;

/// The longest hint: what is longer is said above the answer.
const HINT: usize = 30;
/// The most rows within a row.
const INNER_ROWS: u32 = 20;

impl Writing<'_, '_> {
    /// Writes a question below its condition.
    /// `words` ask it, and say what the answer is called where they do not say it themselves.
    pub(super) fn question(
        &mut self,
        out: &mut Vec<(String, Tree)>,
        asked: usize,
        words: (&Words, Option<&Words>),
        around: Around,
    ) {
        let one = &self.plan.asked[asked];
        let (field, name) = (one.field, one.name.clone());
        let ask = self.filled(words.0, asked, &field.place);
        let ask = if field.required { ask } else { ask.map(without_optional) };
        let ask = ask.map(texts::without_stop);
        let called = self.called(field, &ask, words.1);
        let ask_said = ask.clone();
        out.push(("ask".to_owned(), Tree::Said(ask)));
        out.push(("called".to_owned(), Tree::Said(called)));
        let hint = self.filled(&field.hint, asked, &field.place);
        let hint = if field.required {
            hint
        } else {
            hint.map(without_optional)
        };
        let is_long = hint.own.split_whitespace().count() > HINT;
        let own = self.filled(&field.say, asked, &field.place);
        let mut say = around.say.above(&own);
        if is_long {
            say = say.above(&hint);
        }
        let (say, again) = without_ask(&say, &ask_said);
        for text in again {
            let says = format!("\"{text}\" only says the question once more.");
            let place = (field.place.as_str(), "text");
            self.report.note(Became::LeftOut, place, "said_twice", says);
        }
        if !say.is_empty() {
            out.push(("say".to_owned(), Tree::Said(say)));
        }
        if !is_long && !hint.is_empty() {
            out.push(("hint".to_owned(), Tree::Said(hint)));
        }
        if let Some((title, say)) = around.help {
            let help = vec![
                ("title".to_owned(), Tree::Said(title)),
                ("say".to_owned(), Tree::Said(say)),
            ];
            out.push(("help".to_owned(), Tree::Under(help)));
        }
        let is_rows = matches!(field.kind, Kind::Rows { .. });
        if !field.required {
            out.push(("optional".to_owned(), Tree::plain("yes")));
        }
        let kind = self.kind(asked, field);
        out.push((field.kind.key().to_owned(), kind));
        if let Some(or_tick) = &field.or_tick {
            out.push(("or_tick".to_owned(), Tree::Said(or_tick.clone())));
        }
        self.rules(out, asked, field);
        if let Some(prefill) = &field.prefill {
            out.push(("prefill".to_owned(), Tree::plain(prefill.as_str())));
        }
        let what = if is_rows {
            "answers that repeat".to_owned()
        } else {
            field.kind.key().to_owned()
        };
        self.report.carried((&field.place, &field.source_type), &name, what);
        for (place, what) in &field.also {
            self.report.carried((place, what), &name, "a part of this question");
        }
    }

    /// What the answer is called: as the source says, or made from the question, in each language.
    fn called(&self, field: &Field, ask: &Words, label: Option<&Words>) -> Words {
        let is_yes_no = field.kind.key() == "yes_no";
        // "Staff: confirmed cases" is for a table, and fits into no sentence.
        let fits = |called: &&Words| !called.is_empty() && !called.own.contains(':');
        // What asks whether something is so is called by that, also where the answers are more than yes and no.
        let is_open = !asks_whether(&ask.own);
        let own = field.called.as_ref().filter(fits).filter(|_| is_open || is_yes_no);
        let source = own.or(label.filter(fits)).unwrap_or(ask);
        // A short name of what is asked does not fit after "Select yes if".
        // One that begins small is the rest of that sentence already.
        if is_yes_no && field.called.is_some() && source.own.starts_with(|c: char| c.is_ascii_lowercase()) {
            return source.clone();
        }
        let source = if is_yes_no && self.language().starts_with("en") {
            ask
        } else {
            source
        };
        let own = called(&source.own, self.language(), is_yes_no);
        let own = if own.is_empty() { "the answer".to_owned() } else { own };
        let mut words = Words::only(own);
        for (language, text) in &source.others {
            words = words.and(language, called(text, language, is_yes_no));
        }
        words
    }

    /// Rules across answers, and own words for errors.
    fn rules(&mut self, out: &mut Vec<(String, Tree)>, asked: usize, field: &Field) {
        let mut must = Vec::new();
        let mut names = Names::default();
        for (m, (_, or_say)) in field.must.iter().enumerate() {
            let Some(Some(be)) = self.condition(Of::Must(asked, m)) else {
                let says = "A rule across answers cannot be said, or every answer keeps it.";
                self.report
                    .note(Became::NotPossible, (&field.place, "rule"), "rule", says);
                continue;
            };
            let rule = vec![
                ("be".to_owned(), Tree::Plain(be)),
                ("or_say".to_owned(), Tree::Said(or_say.clone())),
            ];
            must.push((names.give(&or_say.own, "", "rule"), Tree::Under(rule)));
        }
        if !must.is_empty() {
            out.push(("must".to_owned(), Tree::Under(must)));
        }
        let errors = field.errors.iter().filter(|(_, words)| !words.is_empty());
        let errors: Vec<(String, Tree)> = errors
            .map(|(rule, words)| ((*rule).to_owned(), Tree::Said(words.clone())))
            .collect();
        if !errors.is_empty() {
            out.push(("errors".to_owned(), Tree::Under(errors)));
        }
    }

    fn kind(&mut self, asked: usize, field: &Field) -> Tree {
        let plain = |rules: &[(&'static str, String)]| -> Vec<(String, Tree)> {
            rules
                .iter()
                .map(|(rule, value)| ((*rule).to_owned(), rule_value(value)))
                .collect()
        };
        match &field.kind {
            Kind::Plain { rules, .. } if rules.is_empty() => Tree::Nothing,
            Kind::Plain { rules, .. } => Tree::Under(plain(rules)),
            Kind::Measure { rules, unit } => {
                let mut rules = plain(rules);
                rules.push(("unit".to_owned(), Tree::Said(unit.clone())));
                Tree::Under(rules)
            }
            Kind::Declaration(words) => Tree::Said(words.clone()),
            Kind::Choice { options, list, .. } => self.choices(asked, options, list.as_deref()),
            Kind::Evidence(documents) => self.documents(asked, documents),
            Kind::Rows { repeat, fields } => self.rows(asked, repeat, fields),
            Kind::Unknown => Tree::Nothing,
        }
    }

    /// The documents that are asked for. One that nobody is asked for is left out.
    fn documents(&mut self, asked: usize, documents: &[Document]) -> Tree {
        let one = &self.plan.asked[asked];
        let mut out = Vec::new();
        for (d, (document, name)) in documents.iter().zip(&one.options).enumerate() {
            let place = (document.place.as_str(), one.field.source_type.as_str());
            let mut entry = labelled(&document.label, &document.hint);
            match self.condition(Of::Option(asked, d)) {
                Some(None) => {
                    let says = format!("Nobody is asked for \"{name}\": its condition never holds.");
                    self.report.note(Became::NotPossible, place, "never_shown", says);
                    continue;
                }
                Some(Some(when)) => entry.push(("when".to_owned(), Tree::Plain(when))),
                None => {}
            }
            if !document.ways.is_empty() {
                let ways = document.ways.iter().map(|way| (*way).to_owned()).collect();
                entry.push(("ways".to_owned(), Tree::List(ways)));
            }
            // A day by which it comes belongs to what may come later.
            let may_come_later = document.ways.is_empty() || document.ways.contains(&"later");
            if let Some(days) = document.within.filter(|_| may_come_later) {
                entry.push(("within".to_owned(), Tree::plain(format!("{days} days"))));
            }
            // As the path of answers names it.
            let in_its_list = format!("{}[{name}]", one.name);
            self.report.carried(place, &in_its_list, "a document");
            out.push((name.clone(), Tree::Under(entry)));
        }
        Tree::Under(out)
    }

    fn choices(&mut self, asked: usize, options: &[Choice], list: Option<&str>) -> Tree {
        let names = self.plan.asked[asked].options.clone();
        let mut whens: Vec<Option<String>> = Vec::with_capacity(options.len());
        for (o, name) in names.iter().enumerate() {
            let when = self.condition(Of::Option(asked, o));
            if when == Some(None) {
                let field = self.plan.asked[asked].field;
                let says = format!("The condition of the option \"{name}\" never holds: it is offered all the same.");
                self.report
                    .note(Became::Approximated, (&field.place, "option"), "never_shown", says);
            }
            whens.push(when.flatten());
        }
        let option = |o: usize, option: &Choice| {
            let when: Option<&String> = whens.get(o).and_then(Option::as_ref);
            if option.hint.is_empty() && when.is_none() && !option.alone {
                return Tree::Said(option.label.clone());
            }
            let mut entry = labelled(&option.label, &option.hint);
            if let Some(when) = when {
                entry.push(("when".to_owned(), Tree::Plain(when.clone())));
            }
            if option.alone {
                entry.push(("alone".to_owned(), Tree::plain("yes")));
            }
            Tree::Under(entry)
        };
        let others = self.form.languages.get(1..).unwrap_or_default();
        let own = format!("{} options", self.plan.asked[asked].name.replace('_', " "));
        let called = list
            .filter(|list| list.contains(|c: char| c.is_ascii_lowercase()) && list.len() > 8)
            .unwrap_or(&own);
        self.lists
            .options((options, &names), others, (called, &mut self.names), option)
    }

    fn rows(&mut self, asked: usize, repeat: &Repeat, fields: &[Field]) -> Tree {
        let mut out = vec![("each".to_owned(), Tree::Said(self.each(asked, repeat)))];
        let exactly = repeat.exactly.as_ref().and_then(|key| {
            let mut numbers = self
                .plan
                .asked
                .iter()
                .take(asked)
                .filter(|one| one.field.kind.key() == "number");
            numbers
                .find(|one| one.field.key == *key || one.field.key.ends_with(&format!(".{key}")))
                .map(|one| one.name.clone())
        });
        if let (Some(key), None) = (&repeat.exactly, &exactly) {
            let field = self.plan.asked[asked].field;
            let says = format!("How many there are follows from \"{key}\", which is no number that was asked before.");
            self.report
                .note(Became::NotPossible, (&field.place, "repeat"), "how_many", says);
        }
        if let Some(exactly) = &exactly {
            out.push(("exactly".to_owned(), Tree::plain(exactly.as_str())));
        }
        let bounds = [("at_least", repeat.at_least), ("at_most", repeat.at_most)];
        for (rule, count) in bounds.iter().filter(|_| exactly.is_none()) {
            if let Some(count) = count {
                let count = self.most_rows(asked, *count);
                out.push(((*rule).to_owned(), Tree::plain(count.to_string())));
            }
        }
        let inner: Vec<usize> = self
            .plan
            .asked
            .iter()
            .enumerate()
            .filter(|(_, one)| one.rows == Some(asked))
            .map(|(i, _)| i)
            .collect();
        for field in fields.iter().filter(|field| {
            !inner
                .iter()
                .any(|one| std::ptr::eq(self.plan.asked[*one].field, *field))
        }) {
            let says = format!("\"{}\" cannot be asked in rows, so it is not asked.", field.source_type);
            self.report.note(
                Became::NotPossible,
                (&field.place, &field.source_type),
                "not_in_rows",
                says,
            );
        }
        let looks_here = inner.iter().any(|one| self.plan.asked[*one].field.when.is_some());
        let alone = inner.iter().any(|one| self.plan.asked[*one].field.kind.stands_alone());
        let stay = inner.len() > 1 && inner.len() <= 6 && !looks_here && !alone;
        if stay {
            let together = "The form asked for them in one row";
            out.push(("together".to_owned(), Tree::plain(together)));
        }
        // What is worked out from the answers of a row stands in the rows.
        let outside = self.begin_facts();
        let questions = self.pages_of_row(&inner, stay);
        out.push(("questions".to_owned(), Tree::Under(questions)));
        let facts = self.end_facts(outside);
        if !facts.is_empty() {
            out.push(("facts".to_owned(), Tree::Under(facts)));
        }
        Tree::Under(out)
    }

    /// A number of rows: within rows the language takes fewer.
    fn most_rows(&mut self, asked: usize, count: u32) -> u32 {
        let one = &self.plan.asked[asked];
        if one.rows.is_none() || count <= INNER_ROWS {
            return count;
        }
        let says = format!("There could be {count} within each: at most {INNER_ROWS} are taken.");
        let place = (one.field.place.as_str(), "repeat");
        self.report.note(Became::Approximated, place, "rows", says);
        INNER_ROWS
    }

    /// What one row is called: "Add another ...".
    fn each(&self, asked: usize, repeat: &Repeat) -> Words {
        let field = self.plan.asked[asked].field;
        let language = self.language();
        let from = if repeat.each.is_empty() {
            &field.label
        } else {
            &repeat.each
        };
        let one = |text: &str, language: &str| {
            let text = one_of_several(text, language);
            if text.is_empty() { "entry".to_owned() } else { text }
        };
        let own = Words::only(one(&from.own, language));
        from.others
            .iter()
            .fold(own, |words, (language, text)| words.and(language, one(text, language)))
    }
}

/// A text without paragraphs that say the question once more.
fn without_ask(say: &Words, ask: &Words) -> (Words, Vec<String>) {
    let bare = |text: &str| {
        let text = without_optional(text.trim());
        text.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase()
    };
    let without = |text: &str, ask: &str| -> (String, Vec<String>) {
        let ask = bare(ask);
        let (kept, again): (Vec<&str>, Vec<&str>) = text.split("\n\n").partition(|block| bare(block) != ask);
        let again = again.into_iter().filter(|block| !block.is_empty());
        (kept.join("\n\n"), again.map(str::to_owned).collect())
    };
    let (own, again) = without(&say.own, &ask.own);
    let mut words = Words::only(own);
    for (language, text) in &say.others {
        words = words.and(language, without(text, ask.others.get(language).unwrap_or(&ask.own)).0);
    }
    (words, again)
}

fn labelled(label: &Words, hint: &Words) -> Vec<(String, Tree)> {
    let mut out = vec![("label".to_owned(), Tree::Said(label.clone()))];
    if !hint.is_empty() {
        out.push(("hint".to_owned(), Tree::Said(hint.clone())));
    }
    out
}

/// A rule's value: `[a, b]` is a list.
fn rule_value(value: &str) -> Tree {
    match value.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
        Some(inner) => Tree::List(inner.split(',').map(|part| part.trim().to_owned()).collect()),
        None => Tree::plain(value),
    }
}
