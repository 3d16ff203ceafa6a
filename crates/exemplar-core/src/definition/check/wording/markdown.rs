//! Texts in Markdown: headings in order, links that say where they lead, images that say what they show, and sentences
//! that can be read.

use super::Advice;
use super::sentences::{LONG_SENTENCE, READING_AGE, reading_age, sentences, words};
use crate::definition::source::Place;

/// What a link says that says nothing, without capitals, in any language of ours.
const EMPTY_LINKS: &[&str] = &[
    "click here",
    "click",
    "here",
    "this",
    "this link",
    "this page",
    "link",
    "more",
    "read more",
    "learn more",
    "find out more",
    "more information",
    "more info",
    "go",
    "yma",
    "cliciwch yma",
    "mwy",
    "darllen mwy",
    "rhagor",
];

/// Looks at one text. `place` gives where a line of it stands.
pub(super) fn look(text: &str, is_english: bool, place: &dyn Fn(usize) -> Place, advice: &mut Advice) {
    let mut level_before = 1;
    for (number, line) in text.split('\n').enumerate() {
        level_before = heading(line, level_before, place(number), advice);
        links(line, place(number), advice);
    }
    if is_english {
        english(text, place, advice);
    }
}

/// Gives the level of the last heading.
fn heading(line: &str, before: usize, place: Place, advice: &mut Advice) -> usize {
    let trimmed = line.trim();
    let level = trimmed.chars().take_while(|c| *c == '#').count();
    let rest = trimmed.get(level..).unwrap_or_default();
    if level > 0 && rest.starts_with(' ') {
        if level == 1 {
            let message = "A page has one heading of the first level already.";
            advice.give(place, "heading_level", message, "Begin with \"## \".");
        } else if level > before + 1 {
            let message = format!("This heading leaves out a level: {level} follows {before}.");
            advice.give(place, "heading_order", message, "Go down one level at a time.");
        }
        return level.max(1);
    }
    let is_bold = trimmed.len() > 4 && trimmed.starts_with("**") && trimmed.ends_with("**");
    if is_bold && !trimmed[2..trimmed.len() - 2].contains("**") {
        let message = "This looks like a heading and is none for whoever hears the page.";
        advice.give(place, "heading_bold", message, "Write it with \"## \" before it.");
    }
    before
}

fn links(line: &str, place: Place, advice: &mut Advice) {
    let mut rest = line;
    while let Some(open) = rest.find('[') {
        let is_image = rest[..open].ends_with('!');
        let after = &rest[open + 1..];
        let Some((words, target)) = after.split_once("](") else {
            break;
        };
        // Of brackets within brackets, the last one opens the link.
        let words = words.rsplit('[').next().unwrap_or_default().trim();
        if is_image {
            image(words, place, advice);
        } else {
            link(words, place, advice);
        }
        rest = target.split_once(')').map_or("", |(_, rest)| rest);
    }
    bare(line, place, advice);
}

fn link(words: &str, place: Place, advice: &mut Advice) {
    let said = words.trim_end_matches(['.', '!', '>']).to_lowercase();
    if EMPTY_LINKS.contains(&said.as_str()) || said.is_empty() {
        let message = format!("\"{words}\" does not say where the link leads.");
        advice.give(place, "link_text", message, "Name what one finds there.");
    } else if is_address(&said) {
        let message = "The words of this link are an address.";
        advice.give(place, "bare_address", message, "Name what one finds there.");
    }
}

fn image(words: &str, place: Place, advice: &mut Advice) {
    let said = words.to_lowercase();
    if said.is_empty() {
        let message = "This image has no alternative text.";
        advice.give(
            place,
            "alternative_text",
            message,
            "Say between the brackets what it shows.",
        );
    } else if ["image of", "picture of", "photo of", "graphic of"]
        .iter()
        .any(|start| said.starts_with(start))
    {
        let message = "An alternative text need not say that it is an image.";
        advice.give(place, "alternative_text", message, "Say what it shows.");
    }
}

/// Addresses that stand in the text as they are.
fn bare(line: &str, place: Place, advice: &mut Advice) {
    for word in line.split_whitespace() {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        if is_address(word) && !word.contains("](") && !line.contains(&format!("]({word}")) {
            let message = format!("\"{word}\" is an address, which is read out letter by letter.");
            advice.give(place, "bare_address", message, "Write [what one finds there](address).");
        }
    }
}

fn is_address(word: &str) -> bool {
    ["https://", "http://", "www."]
        .iter()
        .any(|start| word.starts_with(start))
}

fn english(text: &str, place: &dyn Fn(usize) -> Place, advice: &mut Advice) {
    for (line, sentence) in sentences(text) {
        let count = words(&sentence);
        if count > LONG_SENTENCE {
            let message = format!("This sentence has {count} words.");
            advice.give(
                place(line),
                "long_sentence",
                message,
                "Make two of it: 25 words are enough for one.",
            );
        }
    }
    if let Some(age) = reading_age(text).filter(|age| *age > READING_AGE) {
        let message = format!("One must be about {age:.0} years old to read this text.");
        let remedy = "Use shorter words and sentences; many people read like 9 to 11 year olds.";
        advice.give(place(0), "reading_age", message, remedy);
    }
}
