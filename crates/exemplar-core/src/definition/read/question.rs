//! One question.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::names::kind_key;
use super::rules::KindRules;
use super::within::rows_key;
use super::{Reader, Role, Spot, records, rows, tables};
use crate::definition::keys::kind_of;
use crate::definition::source::{Key, Node, What};
use crate::definition::{Help, Must, Question};
use crate::expression::closest;
use crate::id::Name;
use crate::kind::{Kind, RECORD, RuleProblem, build};
use crate::text::Text;

/// What a question takes from its page or service where it does not say it itself.
#[derive(Debug, Clone, Default)]
pub(super) struct Inherited {
    why: Option<Text>,
    law: Option<Arc<str>>,
    /// Whether several questions share the page.
    shares_page: bool,
}

impl Inherited {
    /// The same with what is said here.
    pub(super) fn with<'a>(&self, reader: &Reader<'a>, spot: &Spot<'a>) -> Self {
        Self {
            why: reader.text(spot, "why").or_else(|| self.why.clone()),
            law: reader.plain(spot, "law").or_else(|| self.law.clone()),
            shares_page: self.shares_page,
        }
    }

    /// The same for questions that share a page.
    pub(super) fn together(&self) -> Self {
        Self {
            shares_page: true,
            ..self.clone()
        }
    }
}

/// Reads a question; nothing where its kind cannot be made.
pub(super) fn read<'a>(reader: &Reader<'a>, key: &'a Key, spot: &Spot<'a>, inherited: &Inherited) -> Option<Question> {
    let name = key.text.as_str();
    if spot.node.get("ask").is_none() {
        reader.error(
            key.place,
            "missing",
            "This question has no words.",
            "Write them under ask.",
        );
    }
    for strange in ["exit", "title", "together", "questions", "ends_as"] {
        if let Some((key, _)) = spot.node.entries().iter().find(|(key, _)| key.text == strange) {
            let message = format!("A question has no \"{strange}\".");
            reader.error(key.place, "key_of_another_page", message, "Make another page of it.");
        }
    }
    let inherited = inherited.with(reader, spot);
    if inherited.why.is_none() && inherited.law.is_none() {
        let advice = "Write why or law here, or for the whole service.";
        reader.warning(key.place, "why_missing", "Nobody can see why this is asked.", advice);
    }
    let kind = match rows_key(spot.node) {
        Some(_) if inherited.shares_page => return rows::alone(reader, key),
        Some((is, _)) => {
            let rows = spot.get(is)?;
            match is {
                "rows" => rows::read(reader, key, &rows, &inherited)?,
                _ => tables::read(reader, key, (is, &rows), (spot, &inherited))?,
            }
        }
        None => match spot.get(RECORD) {
            Some(record) => records::read(reader, key, &record, inherited.shares_page)?,
            None => kind(reader, key, spot)?,
        },
    };
    if kind.files().is_some() {
        files_alone(reader, key, spot, inherited.shares_page);
    }
    if kind.slots().is_some() {
        slots_alone(reader, key, spot, inherited.shares_page);
    }
    let ask = reader.text(spot, "ask").unwrap_or_default();
    Some(Question {
        name: Name::from(name),
        called: called(reader, key, spot, &ask),
        ask,
        hint: reader.text(spot, "hint"),
        say: reader.text(spot, "say"),
        help: help(reader, spot),
        why: inherited.why,
        law: inherited.law,
        // The condition of a question that is alone on its page is the page's.
        when: inherited
            .shares_page
            .then(|| reader.condition(spot, "when", Role::When, name))
            .flatten(),
        optional: spot.node.get("optional").is_some(),
        or_tick: reader.text(spot, "or_tick"),
        prefill: prefill(reader, spot),
        must: must(reader, spot, name),
        errors: errors(reader, spot, kind.as_ref()),
        kind,
    })
}

/// Files come one by one, each by a form of its own: they share their page with nothing.
fn files_alone(reader: &Reader<'_>, key: &Key, spot: &Spot<'_>, shares_page: bool) {
    if shares_page {
        reader.error(
            key.place,
            "files_alone",
            "Files cannot share a page with other questions.",
            "Make a page of their own of them.",
        );
    }
    if reader.row().is_some() {
        reader.error(
            key.place,
            "not_supported",
            "This version of Exemplar does not know files within rows yet.",
            "Ask for all of them on one page after the rows.",
        );
    }
    if spot.node.get("or_tick").is_some() {
        reader.error(
            key.place,
            "files_or_tick",
            "A page of files has no box instead of an answer.",
            "Write optional: yes, or ask before whether there are files.",
        );
    }
}

/// Times are chosen one by one, page of days by page of days: they share their page with nothing.
fn slots_alone(reader: &Reader<'_>, key: &Key, spot: &Spot<'_>, shares_page: bool) {
    if shares_page || reader.row().is_some() {
        reader.error(
            key.place,
            "slots_alone",
            "Times cannot share a page with other questions, nor be asked for in rows.",
            "Make a page of their own of them.",
        );
    }
    if spot.node.get("or_tick").is_some() {
        reader.error(
            key.place,
            "slots_or_tick",
            "A page of times has no box instead of an answer.",
            "Write optional: yes, or ask before whether a time is needed.",
        );
    }
}

/// `person.name`: a word for what it belongs to, and one for what it is.
fn prefill<'a>(reader: &Reader<'a>, spot: &Spot<'a>) -> Option<Arc<str>> {
    let node = spot.node.get("prefill")?;
    let typed = node.text()?;
    let is_word = |word: &str| {
        word.starts_with(|c: char| c.is_ascii_lowercase())
            && word
                .chars()
                .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
    };
    if !typed
        .split_once('.')
        .is_some_and(|(of, what)| is_word(of) && is_word(what))
    {
        let advice = "Write two words with a full stop between, such as person.name.";
        reader.error(
            node.place,
            "prefill",
            "This is no word of the shared vocabulary.",
            advice,
        );
    }
    Some(Arc::from(typed))
}

pub(super) fn kind<'a>(reader: &Reader<'a>, key: &Key, spot: &Spot<'a>) -> Option<Box<dyn Kind>> {
    let Some((kind_key, _)) = kind_key(spot.node) else {
        reader.error(
            key.place,
            "kind_missing",
            "This question has no kind of answer.",
            "Write one, such as \"yes_no:\" or \"text:\".",
        );
        return None;
    };
    let rules = KindRules {
        reader,
        spot: kind_spot(spot, &kind_key.text)?,
        kind: kind_of(&kind_key.text)?,
        question: &key.text,
    };
    rules.no_stray_text();
    match build(&kind_key.text, &rules) {
        Ok(kind) => Some(kind),
        Err(problems) => {
            for problem in problems {
                tell(reader, kind_key, &rules, problem);
            }
            None
        }
    }
}

/// What stands under the kind's key, in every language.
fn kind_spot<'a>(spot: &Spot<'a>, kind: &str) -> Option<Spot<'a>> {
    spot.get(kind)
}

fn tell(reader: &Reader<'_>, key: &Key, rules: &KindRules<'_, '_>, problem: RuleProblem) {
    let is_known = problem.rule.is_empty() || rules.kind.rules.iter().any(|rule| rule.key == problem.rule);
    let node = rules.node(&problem.rule).filter(|_| is_known);
    let place = match (node, &problem.within) {
        (Some(node), Some(bytes)) => {
            let text = node.text().unwrap_or_default();
            let characters = |byte: usize| text.get(..byte).map_or(0, |part| part.chars().count());
            node.within(&(characters(bytes.start)..characters(bytes.end)))
        }
        (Some(node), None) if !matches!(node.what, What::Map(_) | What::Nothing) => node.place,
        _ => rules.key_place(&problem.rule).unwrap_or(key.place),
    };
    let advice = problem.mend.unwrap_or_else(|| "Change it, or leave it out.".into());
    reader.error(place, "rule", problem.says, advice);
}

/// As it fits after "Enter". English questions of the usual forms need not say it.
fn called<'a>(reader: &Reader<'a>, key: &Key, spot: &Spot<'a>, ask: &Text) -> Text {
    if let Some(called) = reader.text(spot, "called") {
        return called;
    }
    let is_english = reader
        .languages()
        .first()
        .is_some_and(|first| first.as_str().starts_with("en"));
    let own = is_english.then(|| english_called(ask.get(0))).flatten();
    if own.is_none() {
        reader.error(
            key.place,
            "called_missing",
            "What this answer is called in messages cannot be made from the question.",
            "Write called: as it fits after \"Enter\", such as \"your full name\".",
        );
    }
    let others = spot.words.iter().enumerate().map(|(i, words)| {
        let called = words.and_then(|words| words.get("called")).and_then(Node::text);
        if called.is_none() {
            reader.note_missing(i + 1, &format!("{}.called", spot.path));
        }
        called.map(Arc::from)
    });
    let all: Vec<Option<Arc<str>>> = std::iter::once(own.map(Arc::from)).chain(others).collect();
    if let Some(source) = all.first().cloned().flatten() {
        let target = all.last().cloned().flatten();
        reader.keep_text(&format!("{}.called", spot.path), &source, target.as_deref());
    }
    Text::new(all)
}

/// "What is your full name?" is "your full name"; "Do you live here?" is "you live here".
fn english_called(ask: &str) -> Option<String> {
    let ask = ask.strip_suffix('?')?;
    let rest = ["What is ", "What are ", "What was ", "What were ", "Do ", "Did "]
        .iter()
        .find_map(|start| ask.strip_prefix(start))?;
    rest.starts_with("you").then(|| rest.to_owned())
}

fn help<'a>(reader: &Reader<'a>, spot: &Spot<'a>) -> Option<Help> {
    let help = spot.get("help")?;
    match (reader.text(&help, "title"), reader.text(&help, "say")) {
        (Some(title), Some(say)) => Some(Help { title, say }),
        _ => {
            reader.error(help.node.place, "missing", "Help needs title and say.", "Write both.");
            None
        }
    }
}

fn must<'a>(reader: &Reader<'a>, spot: &Spot<'a>, question: &str) -> Vec<Must> {
    let mut rules = Vec::new();
    for (key, rule) in spot.get("must").iter().flat_map(Spot::entries) {
        let be = reader.condition(&rule, "be", Role::Rule, question);
        let or_say = reader.text(&rule, "or_say");
        if rule.node.get("be").is_none() || or_say.is_none() {
            reader.error(key.place, "missing", "A rule needs be and or_say.", "Write both.");
        }
        if let (Some(be), Some(or_say)) = (be, or_say) {
            let name = Name::from(key.text.as_str());
            rules.push(Must { name, be, or_say });
        }
    }
    rules
}

fn errors<'a>(reader: &Reader<'a>, spot: &Spot<'a>, kind: &dyn Kind) -> BTreeMap<Name, Text> {
    let mut errors = BTreeMap::new();
    for (key, words) in spot.get("errors").iter().flat_map(Spot::entries) {
        let known = kind.rules();
        let in_rows = key.text == "unique" && reader.row().is_some();
        if !known.contains(&key.text.as_str()) && key.text != "empty" && key.text != "wrong" && !in_rows {
            let advice = closest(&key.text, known.iter().copied()).map_or_else(
                || format!("The rules of this question are {}.", known.join(", ")),
                |like| format!("Did you mean \"{like}\"?"),
            );
            reader.error(key.place, "unknown_rule", "This question has no such rule.", advice);
        }
        if let Some(text) = reader.words(&words) {
            errors.insert(Name::from(key.text.as_str()), text);
        }
    }
    errors
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_an_answer_is_called_follows_from_usual_questions() {
        let called = |ask| english_called(ask);
        assert_eq!(called("What is your full name?").as_deref(), Some("your full name"));
        assert_eq!(called("Do you live in the UK?").as_deref(), Some("you live in the UK"));
        assert_eq!(called("What is the time?"), None);
        assert_eq!(called("Email address"), None);
    }
}
