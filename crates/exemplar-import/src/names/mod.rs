//! Names for what had none, or one that nobody could read: from the words of the question. [`called`](mod@called) says what
//! an answer is called in messages, with the [`verbs`] that it turns, and [`several`] what one of several things is;
//! [`stop`] are words that say nothing.

mod called;
mod norwegian;
mod several;
mod stop;
mod verbs;

use std::collections::{HashMap, HashSet};

use exemplar_core::definition::{can_be_name, can_be_option};

use crate::write::ANSWER;

pub use called::{asks_whether, called, tells, without_optional};
pub use several::one_of_several;

/// Words of a name: more are read by nobody.
const WORDS: usize = 5;
/// Words of what a name stands in, before its own.
const CONTEXT: usize = 3;
/// Shorter words that begin with a capital are taken as they stand.
const SHORT: usize = 9;
/// Characters of a name; the language allows more, for what must be told apart.
const CHARACTERS: usize = 40;

/// The names that a service has given away.
#[derive(Debug, Clone, Default)]
pub struct Names {
    taken: HashSet<String>,
    /// The last number of each name that was numbered.
    numbers: HashMap<String, usize>,
}

impl Names {
    /// Keeps a name for something else.
    pub fn keep(&mut self, name: &str) {
        self.taken.insert(name.to_owned());
    }

    /// A name from words, for a question, a page or a fact. Where it is taken, `context` tells the two apart.
    pub fn give(&mut self, words: &str, context: &str, otherwise: &str) -> String {
        let own = from_words(words).unwrap_or_else(|| otherwise.to_owned());
        let mut tries = vec![own.clone()];
        if let Some(context) = from_words(context).filter(|context| *context != own) {
            tries.push(in_context(&context, &own));
        }
        if !can_be_name(&own) {
            tries.push(format!("{own}_{otherwise}"));
        }
        let name = tries.into_iter().find(|name| self.is_free(name));
        let name = name.unwrap_or_else(|| self.numbered(own, can_be_name));
        self.taken.insert(name.clone());
        name
    }

    /// A name for an option, from its label; these names are those of the other options.
    pub fn option(&mut self, label: &str) -> String {
        let own = of_option(label).unwrap_or_else(|| "option".to_owned());
        let is_free = |name: &String| !self.taken.contains(name) && can_be_option(name);
        let tries = [
            own.clone(),
            all_words(label),
            format!("said_{own}"),
            format!("option_{own}"),
        ];
        let found = tries.into_iter().find(is_free);
        let name = found.unwrap_or_else(|| self.numbered(own, can_be_option));
        self.taken.insert(name.clone());
        name
    }

    /// The name with the first number that is free.
    fn numbered(&mut self, own: String, can_be: fn(&str) -> bool) -> String {
        let from = self.numbers.get(&own).copied().unwrap_or(1);
        // So many names are given at most that one of these is free.
        for n in from + 1..from + 2 + self.taken.len() {
            let name = format!("{own}_{n}");
            if !self.taken.contains(&name) && can_be(&name) {
                self.numbers.insert(own, n);
                return name;
            }
        }
        own
    }

    fn is_free(&self, name: &str) -> bool {
        !self.taken.contains(name) && can_be_name(name)
    }
}

/// `What is your full name?` is `full_name`. Nothing where no word is left.
#[must_use]
pub fn from_words(text: &str) -> Option<String> {
    let words = split(text);
    let kept: Vec<&str> = words
        .iter()
        .enumerate()
        .filter(|(place, word)| !stop::is_stop(word) && (*place > 0 || !stop::tells(word)))
        .map(|(_, word)| word.as_str())
        .collect();
    // "Who are you?" is made of such words alone.
    let kept = if kept.is_empty() {
        words.iter().map(String::as_str).collect()
    } else {
        kept
    };
    joined(&kept)
}

/// The name of an option: "All sites" is not "Sites".
fn of_option(label: &str) -> Option<String> {
    let words = split(label);
    let kept: Vec<&str> = words
        .iter()
        .map(String::as_str)
        .filter(|word| !stop::is_stop(word) || stop::counts(word))
        .collect();
    if kept.is_empty() {
        from_words(label)
    } else {
        joined(&kept)
    }
}

/// A name behind as many words of its context as there is room for, so that its own words are never cut.
fn in_context(context: &str, own: &str) -> String {
    let mut out = String::new();
    for word in context.split('_').take(CONTEXT) {
        if out.len() + word.len() + 1 + own.len() > CHARACTERS {
            break;
        }
        out.push_str(word);
        out.push('_');
    }
    shorten(&format!("{out}{own}"), 2 * WORDS)
}

/// The same for a question of yes or no: whether somebody has something is `has_` and what they have.
#[must_use]
pub fn of_yes_no(text: &str) -> String {
    let words = split(text);
    let have = words
        .iter()
        .take(6)
        .position(|word| matches!(word.as_str(), "have" | "has"));
    let rest = have.map(|at| words[at + 1..].join(" "));
    let begins = words
        .first()
        .is_some_and(|first| matches!(first.as_str(), "do" | "does"));
    match rest.filter(|rest| begins && from_words(rest).is_some()) {
        Some(rest) => format!("has_{}", from_words(&rest).unwrap_or_default()),
        None => text.to_owned(),
    }
}

/// All words, for what cannot be told apart without.
fn all_words(text: &str) -> String {
    let words = split(text);
    joined(&words.iter().map(String::as_str).collect::<Vec<_>>()).unwrap_or_default()
}

fn joined(words: &[&str]) -> Option<String> {
    let from = words
        .iter()
        .position(|word| word.starts_with(|c: char| c.is_ascii_lowercase()));
    let name = match from {
        // A number in front says something: "2 years" is "years_2".
        Some(from) => {
            let (numbers, rest) = words.split_at(from);
            [rest, numbers].concat().join("_")
        }
        None if words.is_empty() => return None,
        None => format!("number_{}", words.join("_")),
    };
    Some(shorten(&name, WORDS))
}

fn shorten(name: &str, words: usize) -> String {
    let mut out = String::new();
    for (i, word) in name.split('_').take(words).enumerate() {
        if i > 0 && out.len() + 1 + word.len() > CHARACTERS {
            break;
        }
        if i > 0 {
            out.push('_');
        }
        out.push_str(&word[..word.len().min(CHARACTERS)]);
    }
    out
}

/// The words of a text in small letters from a to z, and its numbers.
fn split(text: &str) -> Vec<String> {
    let text = without_answers(text);
    let text = if text.trim().contains(char::is_whitespace) {
        text
    } else {
        spaced(&text)
    };
    let mut words = Vec::new();
    for whole in text.split(|c: char| !(c.is_alphanumeric() || matches!(c, '\'' | '’'))) {
        let mut word = String::new();
        for c in without_ending(whole).chars() {
            match plain(c) {
                Some(letters) => word.push_str(letters),
                None if c.is_ascii_alphanumeric() => word.push(c.to_ascii_lowercase()),
                // A sign of another script parts words; what is left of an apostrophe does not.
                None if matches!(c, '\'' | '’') => {}
                None if !word.is_empty() => words.push(std::mem::take(&mut word)),
                None => {}
            }
        }
        if !word.is_empty() {
            words.push(word);
        }
    }
    words
}

/// "partner's" is "partner", "what's" is "what", "i'r" is "i", "l'entreprise" is "entreprise"; "don't" stays.
fn without_ending(word: &str) -> &str {
    let word = word.trim_matches(['\'', '’']);
    let Some((before, after)) = word.split_once(['\'', '’']) else {
        return word;
    };
    match (before.chars().count(), after.chars().count()) {
        (_, 1..=2) if !after.eq_ignore_ascii_case("t") => before,
        (1..=2, _) => after,
        _ => word,
    }
}

/// Whether every word of a text that means something stands in another text too.
#[must_use]
pub fn says_the_same(text: &str, other: &str) -> bool {
    let other = split(other);
    let mut words = split(text).into_iter().filter(|word| !stop::is_stop(word)).peekable();
    words.peek().is_some() && words.all(|word| other.contains(&word))
}

/// A text without the answers that stand in it.
fn without_answers(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, from)) = rest.split_once(ANSWER.0) {
        out.push_str(before);
        rest = from.split_once(ANSWER.1).map_or("", |(_, after)| after);
    }
    out.push_str(rest);
    out
}

/// A name of code as words: `hasUKPassport` is "has UK Passport", and `isPACs` is "is PACs".
#[must_use]
pub fn spaced(name: &str) -> String {
    // "PhD" and "LinkedIn" are words.
    let is_word = name.starts_with(char::is_uppercase) && name.chars().count() < SHORT;
    if is_word || name.contains(char::is_whitespace) {
        return name.to_owned();
    }
    let signs: Vec<char> = name.chars().collect();
    let is = |at: usize, what: fn(char) -> bool| signs.get(at).copied().is_some_and(what);
    let mut out = String::with_capacity(name.len() + 8);
    for (at, c) in signs.iter().enumerate() {
        let begins = at > 0 && c.is_uppercase();
        let after_small = begins && is(at - 1, |c| c.is_lowercase() || c.is_ascii_digit());
        // The last capital of several begins a word where small letters follow that are more than the mark of many.
        let many = is(at + 1, |c| c == 's') && !is(at + 2, char::is_lowercase);
        let after_capitals = begins && is(at - 1, char::is_uppercase) && is(at + 1, char::is_lowercase) && !many;
        if after_small || after_capitals {
            out.push(' ');
        }
        out.push(*c);
    }
    out
}

/// A letter of another alphabet of Latin letters as those of ours that stand for it.
fn plain(c: char) -> Option<&'static str> {
    Some(match c.to_lowercase().next()? {
        'à' | 'á' | 'â' | 'ã' | 'ā' => "a",
        'ä' | 'æ' => "ae",
        'å' => "aa",
        'ç' | 'č' | 'ć' => "c",
        'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ě' => "e",
        'ì' | 'í' | 'î' | 'ï' => "i",
        'ñ' | 'ń' => "n",
        'ò' | 'ó' | 'ô' | 'õ' => "o",
        'ö' | 'ø' | 'œ' => "oe",
        'ù' | 'ú' | 'û' => "u",
        'ü' => "ue",
        'ŵ' => "w",
        'ý' | 'ÿ' | 'ŷ' => "y",
        'ß' => "ss",
        'š' | 'ś' => "s",
        'ž' => "z",
        'đ' => "d",
        _ => return None,
    })
}

/// What a form is called that only its file gives a name: `funding-required_ns` is "Funding required ns".
#[must_use]
pub fn title_of_file(stem: &str) -> String {
    let text = spaced(stem).replace(['-', '_'], " ");
    let mut characters = text.trim().chars();
    let first = characters.next().map(|first| first.to_uppercase().to_string());
    first.unwrap_or_default() + characters.as_str()
}

/// The name of a folder: small letters, digits and hyphens.
#[must_use]
pub fn folder(text: &str) -> Option<String> {
    let words = split(text);
    let mut name = String::new();
    for word in &words {
        if name.len() + word.len() >= 60 {
            break;
        }
        if !name.is_empty() {
            name.push('-');
        }
        name.push_str(word);
    }
    let is_kept = exemplar_core::definition::limits::RESERVED_ADDRESSES.contains(&name.as_str());
    match (name.is_empty(), is_kept) {
        (true, _) => None,
        (_, true) => Some(format!("{name}-form")),
        _ => Some(name),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_made_of_the_words_that_matter() {
        for (text, name) in [
            ("What is your full name?", "full_name"),
            (
                "Does your organisation have an alternative name?",
                "organisation_alternative_name",
            ),
            ("Who are you?", "who_are_you"),
            ("14. Explain how you spend it", "explain_spend_14"),
            ("Describe your project", "project"),
            ("Describe", "describe"),
            ("What's your partner's name?", "partner_name"),
            ("Don’t know", "dont_know"),
            ("Beth yw'r perygl i'r ased?", "perygl_ased"),
            ("How much funding do you need?", "funding_need"),
            ("hasUKPassport", "has_uk_passport"),
            ("isBornUkAndPartneredNameChange", "born_uk_partnered_name_change"),
            ("isPACs", "pacs"),
            ("WhichARI:COVID19", "ari_covid19"),
            ("The MoU of \u{E000}s.who\u{E001} today", "mou_today"),
            ("Hva er fødselsdatoen til søkeren?", "foedselsdatoen_til_soekeren"),
            ("2 years", "years_2"),
            ("12", "number_12"),
        ] {
            assert_eq!(from_words(text).as_deref(), Some(name), "{text}");
        }
        assert_eq!(from_words("?"), None);
    }

    #[test]
    fn a_name_is_given_once() {
        let mut names = Names::default();
        assert_eq!(names.give("First name", "", "question"), "first_name");
        assert_eq!(
            names.give("First name", "Your partner", "question"),
            "partner_first_name"
        );
        assert_eq!(names.give("First name", "Your partner", "question"), "first_name_2");
        let long = "Details of the person that you complete this form on behalf of";
        assert_eq!(
            names.give("First name", long, "question"),
            "details_person_complete_first_name"
        );
        assert_eq!(names.give("?", "", "question"), "question");
    }

    #[test]
    fn a_name_is_no_word_of_the_language() {
        let mut names = Names::default();
        for words in ["Today", "Year", "Age", "Status", "Import", "Register"] {
            let name = names.give(words, "", "asked");
            assert!(can_be_name(&name), "{name}");
        }
        assert_eq!(names.option("Yes"), "said_yes");
        assert_eq!(names.option("All sites"), "all_sites");
        assert_eq!(names.option("Other"), "other");
        assert_eq!(names.option("Other"), "said_other");
    }

    #[test]
    fn a_folder_is_named_after_the_form() {
        assert_eq!(folder("Apply for: a Stall").as_deref(), Some("apply-for-a-stall"));
        assert_eq!(folder("Status").as_deref(), Some("status-form"));
        assert_eq!(folder("…"), None);
    }
}
