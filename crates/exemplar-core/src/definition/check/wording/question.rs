//! The wording of questions, hints, names in messages and errors, and how many questions share a page.

use super::Advice;
use super::sentences::words;
use crate::definition::read::Reader;
use crate::definition::source::Place;
use crate::definition::{Definition, PageContent};

/// Words that an English question begins with, or that stand before such a word.
const BEGIN: &[&str] = &[
    "what", "where", "when", "which", "who", "whose", "whom", "why", "how", "do", "does", "did", "is", "are", "was",
    "were", "have", "has", "had", "can", "could", "will", "would", "should", "may", "must", "if", "in", "on", "at",
    "to", "from", "for", "by", "about", "with", "since", "until", "apart", "before", "after", "of", "under", "during",
];

/// Words that no page of ours says, with why.
const UNSAID: &[(&str, &str)] = &[
    (
        "please",
        "It sounds as if one could choose, and makes the sentence longer.",
    ),
    ("sorry", "It does not help to put things right."),
    ("invalid", "Say what is wrong instead."),
    ("oops", "It is no laughing matter to whoever reads it."),
    ("forgot", "It puts the blame on the person."),
    ("illegal", "It frightens people."),
];

/// Questions on one page, above which it is a form again.
const ON_ONE_PAGE: usize = 8;
/// Words of a hint.
const HINT: usize = 30;

fn unsaid(text: &str, place: Place, advice: &mut Advice) {
    let said: Vec<String> = text
        .split(|c: char| !c.is_alphanumeric())
        .map(str::to_lowercase)
        .collect();
    for (word, why) in UNSAID {
        if said.iter().any(|said| said == word) {
            let message = format!("Pages do not say \"{word}\".");
            advice.give(place, "unsaid", message, why);
        }
    }
}

/// The question itself.
pub(super) fn ask(text: &str, is_english: bool, place: Place, advice: &mut Advice) {
    if !is_english {
        return;
    }
    unsaid(text, place, advice);
    let text = text.trim();
    let first = text
        .split(|c: char| !c.is_alphabetic())
        .next()
        .unwrap_or_default()
        .to_lowercase();
    let begins = BEGIN.contains(&first.as_str()) || text.starts_with("((") || text.starts_with("[[");
    if begins
        && !text.ends_with('?')
        && ![
            "if", "in", "on", "at", "to", "from", "for", "by", "about", "with", "since", "until", "apart", "before",
            "after", "of", "under", "during", "may", "will",
        ]
        .contains(&first.as_str())
    {
        let message = "This is a question without a question mark.";
        advice.give(place, "question_mark", message, "End it with \"?\".");
    } else if text.ends_with('?') && !begins {
        let message = format!("A question seldom begins with \"{first}\".");
        let remedy = "Begin with a word such as What, Where, Do or Are.";
        advice.give(place, "question_word", message, remedy);
    }
}

/// A hint is read with each visit of a field, and a link in it is not heard as one.
pub(super) fn hint(text: &str, is_english: bool, place: Place, advice: &mut Advice) {
    if text.contains("](") || text.contains("https://") || text.contains("http://") {
        let message = "A hint cannot hold a link: it is read out as plain text.";
        advice.give(place, "hint_link", message, "Put the link under say.");
    }
    let count = words(text);
    if count > HINT {
        let message = format!("This hint has {count} words.");
        advice.give(
            place,
            "hint_long",
            message,
            "Keep one short sentence, and put the rest under say or help.",
        );
    }
    if is_english {
        unsaid(text, place, advice);
    }
}

/// What an answer is called stands after "Enter" and before "must be".
pub(super) fn called(text: &str, is_english: bool, place: Place, advice: &mut Advice) {
    let text = text.trim();
    if text.ends_with(['.', '?', '!', ':']) {
        let message = format!("\"{text}\" does not fit within a sentence.");
        advice.give(place, "called_fits", message, "Leave the mark at its end out.");
    }
    let first = text.split_whitespace().next().unwrap_or_default();
    if is_english
        && [
            "Your", "The", "What", "Whether", "How", "Enter", "Select", "A", "An", "My",
        ]
        .contains(&first)
    {
        let message = format!("\"Enter {text}\" does not read well.");
        advice.give(
            place,
            "called_fits",
            message,
            "Write it as it stands after \"Enter\": your full name.",
        );
    }
}

/// Own words of an error.
pub(super) fn error(text: &str, is_english: bool, place: Place, advice: &mut Advice) {
    if is_english {
        unsaid(text, place, advice);
        if text.trim_end().ends_with('!') {
            let message = "An error does not shout.";
            advice.give(place, "unsaid", message, "Leave the exclamation mark out.");
        }
    }
}

/// How many questions share a page.
pub(super) fn pages(definition: &Definition, reader: &Reader<'_>, advice: &mut Advice) {
    for page in &definition.pages {
        let PageContent::Together { questions, .. } = &page.content else {
            continue;
        };
        let named = reader.register.names.get(&page.name);
        if let Some(named) = named.filter(|_| questions.len() > ON_ONE_PAGE) {
            let message = format!("This page asks {} questions at once.", questions.len());
            let remedy = "Split it: pages of one thing each are finished by more people.";
            advice.give(named.place, "many_questions", message, remedy);
        }
    }
}
