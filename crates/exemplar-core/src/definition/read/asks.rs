//! What the office can ask for: each a question of its own, with a last day and what comes of silence.

use indexmap::IndexMap;

use super::names::kind_key;
use super::question::kind;
use super::{Reader, Spot, Where, outcome};
use crate::definition::limits::ASKS;
use crate::definition::source::Key;
use crate::definition::{AskRule, Otherwise, OutcomeRule, Page, PageContent, Question};
use crate::id::Name;
use crate::text::Text;

/// Kinds of answer that belong to a journey, or cannot be given on one page.
const NOT_ASKED: &[&str] = &["evidence", "record", "slots", "rows", "table", "grid"];

/// What can be asked for, in order.
pub(super) fn read<'a>(
    reader: &Reader<'a>,
    casework: &Spot<'a>,
    outcomes: &IndexMap<Name, OutcomeRule>,
) -> IndexMap<Name, AskRule> {
    reader.stand(Where::After);
    let mut asks = IndexMap::new();
    for (key, spot) in casework.get("asks_for").iter().flat_map(Spot::entries) {
        if asks.len() == ASKS {
            let message = format!("A service asks for at most {ASKS} things.");
            reader.error(key.place, "too_many_asks", message, "Put some together.");
            break;
        }
        let name = key.text.as_str();
        if ["submitted", "paid", "to_pay", "withdrawn"].contains(&name) || outcomes.contains_key(name) {
            let message = format!("\"{name}\" is a moment of its own.");
            reader.error(
                key.place,
                "reserved_name",
                message,
                "Give what is asked for another name.",
            );
        }
        let otherwise = otherwise(reader, &spot, outcomes);
        for needed in ["title", "within"] {
            if spot.node.get(needed).is_none() {
                let message = format!("What is asked for here has no {needed}.");
                let advice = "Write title:, a kind of answer, and within: how long the applicant has.";
                reader.error(key.place, "missing", message, advice);
            }
        }
        let within = reader.duration(&spot, "within");
        if let (Some(page), Some(within)) = (page(reader, key, &spot), within) {
            let rule = AskRule {
                page,
                within,
                otherwise,
            };
            asks.insert(Name::from(key.text.as_str()), rule);
        }
    }
    asks
}

fn page<'a>(reader: &Reader<'a>, key: &'a Key, spot: &Spot<'a>) -> Option<Page> {
    if let Some((kind, _)) = kind_key(spot.node).filter(|(kind, _)| NOT_ASKED.contains(&kind.text.as_str())) {
        let message = format!("\"{}\" cannot be asked for by the office.", kind.text);
        let advice = "Ask for a file or a text, or for several things one after another.";
        reader.error(kind.place, "wrong_kind", message, advice);
        return None;
    }
    let kind = kind(reader, key, spot)?;
    let title = reader.text(spot, "title")?;
    let name = Name::from(key.text.as_str());
    let question = Question {
        name: name.clone(),
        called: in_a_sentence(reader, &title),
        ask: title,
        hint: None,
        say: reader.text(spot, "say"),
        help: None,
        why: None,
        law: None,
        when: None,
        optional: false,
        or_tick: None,
        prefill: None,
        must: Vec::new(),
        errors: std::collections::BTreeMap::new(),
        kind,
    };
    Some(Page {
        name,
        when: None,
        content: PageContent::Question(Box::new(question)),
    })
}

/// A heading as it stands after "Enter": without its capital.
fn in_a_sentence(reader: &Reader<'_>, title: &Text) -> Text {
    let languages = 0..reader.languages().len();
    let small = |words: &str| {
        let mut characters = words.chars();
        let first: String = characters
            .next()
            .map(char::to_lowercase)
            .into_iter()
            .flatten()
            .collect();
        first + characters.as_str()
    };
    let words = languages.map(|place| title.is_complete_in(place).then(|| small(title.get(place)).into()));
    Text::new(words.collect())
}

/// What is decided where nothing came.
fn otherwise<'a>(reader: &Reader<'a>, spot: &Spot<'a>, outcomes: &IndexMap<Name, OutcomeRule>) -> Option<Otherwise> {
    let reason = spot.node.get("reason");
    let Some(node) = spot.node.get("otherwise") else {
        if let Some(reason) = reason {
            let advice = "Write otherwise: and an outcome, or take the reason out.";
            reader.error(reason.place, "reason", "A reason is of an outcome.", advice);
        }
        return None;
    };
    let decided = outcome::named(reader, (node, reason), outcomes)?;
    if decided.rule.books.is_some() {
        let name = &decided.name;
        let advice = "Name an outcome that books nothing: there is nobody who could choose another time.";
        let message = format!("\"{name}\" books a time, which nobody can choose while the applicant is silent.");
        reader.error(node.place, "books", message, advice);
    }
    Some(Otherwise {
        outcome: decided.name,
        reason: decided.reason,
    })
}
