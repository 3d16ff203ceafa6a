//! What an answer is called, as it stands after "Enter" and before "must be", made from the question.

use super::norwegian::norwegian;
use super::{stop, verbs};

/// Verbs with which a form tells people what to do, before what it wants.
const TELLS: &[&str] = &[
    "please ",
    "enter ",
    "provide ",
    "give us ",
    "give ",
    "tell us about ",
    "tells us about ",
    "tell us ",
    "select ",
    "choose ",
    "upload ",
    "describe ",
    "list ",
    "state ",
    "specify ",
    "confirm ",
    "add ",
    "explain ",
    "outline ",
    "summarise ",
    "attach ",
    "estimate ",
];
/// Beginnings of a question about a thing, after which the thing is named.
const THING: &[&str] = &["what is ", "what are ", "what was ", "what were ", "what's ", "what’s "];
/// Verbs that a question of yes or no begins with.
const VERBS: &[&str] = &[
    "is", "are", "was", "were", "has", "have", "had", "will", "would", "can", "could", "should", "must", "may",
];
/// Verbs that only ask and stand beside another one, which follows whom it is about.
const BESIDE: &[&str] = &["will", "would", "can", "could", "should", "must", "may"];
/// The most characters: more do not fit into an error.
const LONGEST: usize = 120;

/// What the answer to a question is called. `is_yes_no`: the word completes "Select yes if". `language` is that of the
/// question; English and Norwegian are turned round.
#[must_use]
pub fn called(label: &str, language: &str, is_yes_no: bool) -> String {
    let label = bare(label);
    let named = if language.starts_with("en") {
        english(&label, is_yes_no)
    } else if ["nb", "nn", "no"].contains(&language) {
        norwegian(&label, is_yes_no).unwrap_or_else(|| lower_first(&label))
    } else {
        lower_first(&label)
    };
    shorten(&named)
}

/// Whether a question asks whether something is so.
#[must_use]
pub fn asks_whether(text: &str) -> bool {
    let first = text.trim().split(' ').next().unwrap_or_default().to_lowercase();
    text.trim_end().ends_with('?')
        && (VERBS.contains(&first.as_str()) || matches!(first.as_str(), "do" | "does" | "did"))
}

/// Whether a text says what to do, and does not name a thing.
#[must_use]
pub fn tells(text: &str) -> bool {
    const WELSH: [&str; 10] = [
        "dywedwch ",
        "disgrifiwch ",
        "lanlwythwch ",
        "uwchlwythwch ",
        "dewiswch ",
        "rhowch ",
        "nodwch ",
        "eglurwch ",
        "darparwch ",
        "esboniwch ",
    ];
    let lower = text.trim().to_lowercase();
    TELLS.iter().chain(&WELSH).any(|start| lower.starts_with(start))
}

/// A question without the mark that it is optional, which pages add themselves.
#[must_use]
pub fn without_optional(text: &str) -> String {
    let marks = ["(optional)", "(dewisol)", "(facultatif)", "(valgfritt)", "(valfritt)"];
    let end = marks.iter().find_map(|mark| text.trim_end().strip_suffix(mark));
    end.map_or_else(|| text.to_owned(), |text| text.trim_end().to_owned())
}

/// Without the number before it and the marks after it.
fn bare(label: &str) -> String {
    let trimmed = label.trim();
    // "14. " and "3)" number a question; "2 or more" says something.
    let after = trimmed.trim_start_matches(|c: char| c.is_ascii_digit());
    let unnumbered = after.strip_prefix(['.', ')']).map(str::trim_start);
    let text = unnumbered
        .filter(|rest| after.len() < trimmed.len() && !rest.is_empty())
        .unwrap_or(trimmed);
    // Of several sentences the first asks.
    let first = text.split_once("? ").map_or(text, |(first, _)| first);
    let first = first
        .split_once(". ")
        .filter(|(first, _)| first.len() > 12)
        .map_or(first, |(first, _)| first);
    first.trim_end_matches(['?', '.', ':', '!', ' ', '\u{200B}']).to_owned()
}

fn english(label: &str, is_yes_no: bool) -> String {
    let lower = label.to_lowercase();
    // Only a text whose small letters take as many bytes can be cut at the same places.
    let cut = |at: usize| label.get(at..).unwrap_or_default().trim().to_owned();
    for (start, turn) in [
        ("does ", third_person as fn(&str) -> String),
        ("did ", past),
        ("do ", str::to_owned),
    ] {
        if lower.starts_with(start) {
            return whether(lower_first(&turn(&cut(start.len()))), is_yes_no);
        }
    }
    if let Some(turned) = turned(label) {
        return whether(turned, is_yes_no);
    }
    for start in THING {
        if lower.starts_with(start) {
            return lower_first(&cut(start.len()));
        }
    }
    // "Who is your officer" asks for the officer, and "who is paid" for what they do.
    let whom = ["who is ", "who are "]
        .into_iter()
        .find(|start| lower.starts_with(start));
    let is_named = |rest: &str| {
        ["the ", "your ", "their "]
            .iter()
            .any(|start| rest.to_lowercase().starts_with(start))
    };
    if let Some(rest) = whom.map(|start| cut(start.len())).filter(|rest| is_named(rest)) {
        return rest;
    }
    if let Some(told) = indirect(label) {
        return told;
    }
    for start in TELLS {
        if lower.starts_with(start) && label.len() > start.len() + 2 {
            let rest = cut(start.len());
            // "Confirm email address" asks for it once more.
            let is_again = *start == "confirm " && rest.split(' ').count() <= 3 && !rest.starts_with(['t', 'y']);
            if is_again {
                return format!("the confirmed {}", lower_first(&rest));
            }
            // "Please upload your plan" tells twice.
            return if *start == "please " {
                english(&rest, is_yes_no)
            } else {
                article(&lower_first(&rest))
            };
        }
    }
    article(&lower_first(label))
}

/// What completes "Select yes if" alone, and after "Select" needs a word before it.
fn whether(statement: String, is_yes_no: bool) -> String {
    if is_yes_no {
        statement
    } else {
        format!("whether {statement}")
    }
}

/// "your organisation have a charity number" is "your organisation has a charity number".
fn third_person(rest: &str) -> String {
    let mut words: Vec<String> = rest.split(' ').map(str::to_owned).collect();
    let verb = words.iter().skip(1).take(9).position(|word| verbs::is_base(word));
    match verb {
        Some(place) => {
            words[place + 1] = verbs::of_one(&words[place + 1]);
            words.join(" ")
        }
        None => rest.to_owned(),
    }
}

/// "you apply before" after "did" is "you applied before".
fn past(rest: &str) -> String {
    let words: Vec<&str> = rest.split(' ').collect();
    let who = match words.first().map(|word| word.to_lowercase()).as_deref() {
        Some("you" | "they" | "it" | "he" | "she" | "we" | "i") => Some(1),
        _ => words
            .iter()
            .skip(1)
            .take(9)
            .position(|word| verbs::is_base(word))
            .map(|place| place + 1),
    };
    match who.filter(|place| *place < words.len()) {
        Some(place) => {
            let verb = verbs::past(words[place]);
            let parts = words[..place].iter().copied().chain([verb.as_str()]);
            parts
                .chain(words[place + 1..].iter().copied())
                .collect::<Vec<_>>()
                .join(" ")
        }
        None => rest.to_owned(),
    }
}

/// "Is the organisation a charity" is "the organisation is a charity".
fn turned(label: &str) -> Option<String> {
    let (verb, rest) = label.split_once(' ')?;
    let verb = verb.to_lowercase();
    if !VERBS.contains(&verb.as_str()) {
        return None;
    }
    let words: Vec<&str> = rest.split(' ').collect();
    let first = words.first()?.to_lowercase();
    // How many words whom it is about takes: "you", "the project", "this".
    let about = match first.as_str() {
        "you" | "there" | "it" | "they" | "he" | "she" | "i" | "we" if words.len() > 1 => 1,
        // An answer in the question: "Do ((who)) live here?"
        answer if answer.starts_with("((") && words.len() > 1 => 1,
        "this" if words.len() > 1 && (words.len() < 3 || begins_what_is_told(words[1])) => 1,
        "your" | "the" | "our" | "this" | "these" | "those" | "any" | "their" | "a" | "an" if words.len() > 2 => {
            let beside = BESIDE.contains(&verb.as_str());
            let base = words.iter().take(8).skip(2).position(|word| verbs::is_base(word));
            match base.filter(|_| beside) {
                Some(place) => place + 2,
                None if beside => 2,
                None => told_from(&words, 2..5).unwrap_or(2),
            }
        }
        "all" => told_from(&words, 3..9)?,
        _ => return None,
    };
    let (who, what) = words.split_at(about);
    Some(lower_first(&format!("{} {verb} {}", who.join(" "), what.join(" "))))
}

/// Where what is told begins: "the planned project / in England", "all the land in your form / registered".
fn told_from(words: &[&str], within: std::ops::Range<usize>) -> Option<usize> {
    let is_all = within.start > 2;
    within
        .filter(|at| *at + usize::from(is_all) < words.len())
        .find(|at| match is_all {
            true => words[*at].ends_with("ed"),
            false => begins_what_is_told(words[*at]),
        })
}

fn begins_what_is_told(word: &str) -> bool {
    const STARTS: [&str; 22] = [
        "a", "an", "the", "in", "on", "at", "for", "from", "to", "with", "by", "not", "being", "more", "less", "over",
        "under", "part", "kept", "provide", "have", "be",
    ];
    // These end as verbs do and are things.
    let is_thing = matches!(
        word,
        "setting" | "building" | "funding" | "planning" | "housing" | "training" | "meeting"
    );
    STARTS.contains(&word) || !is_thing && ((word.ends_with("ed") || word.ends_with("ing")) && word.len() > 4)
}

/// "How do you travel" is "how you travel", "where is the charity registered" is "where the charity is registered".
fn indirect(label: &str) -> Option<String> {
    const ASK: [&str; 9] = ["where", "when", "which", "who", "how", "what", "why", "whose", "whom"];
    let words: Vec<&str> = label.split(' ').collect();
    let first = words.first()?.to_lowercase();
    if !ASK.contains(&first.as_str()) {
        return None;
    }
    let is_verb = |word: &str| VERBS.contains(&word) || matches!(word, "do" | "does" | "did");
    let verb = words.iter().skip(1).position(|word| is_verb(&word.to_lowercase()))? + 1;
    let rest = &words[verb + 1..];
    // "Who has it" asks for whom it is about, and "who are you" for you.
    let is_of_somebody = rest.first().is_some_and(|word| {
        matches!(
            word.to_lowercase().as_str(),
            "you" | "they" | "we" | "it" | "he" | "she"
        )
    });
    if first == "who" && verb == 1 && !is_of_somebody {
        return Some(lower_first(label));
    }
    let verb = words[verb].to_lowercase();
    let is_be = matches!(verb.as_str(), "is" | "are" | "was" | "were");
    let about = match rest.first()?.to_lowercase().as_str() {
        "you" | "there" | "it" | "they" | "we" | "i" | "he" | "she" => 1,
        "this" | "these" if rest.len() == 1 => 1,
        "your" | "the" | "our" | "this" | "these" | "their" | "any" if rest.len() > 1 => {
            // "How far is the closest shop" tells nothing more of the shop.
            let all = if is_be { rest.len() } else { 2 };
            told_from(rest, 2..6).filter(|_| is_be).unwrap_or(all)
        }
        _ if matches!(verb.as_str(), "do" | "does" | "did") => {
            rest.iter().skip(1).take(5).position(|word| verbs::is_base(word))? + 1
        }
        _ => return None,
    };
    let (who, what) = rest.split_at(about);
    let mut told: Vec<String> = words[..words.len() - rest.len() - 1]
        .iter()
        .map(|word| (*word).to_owned())
        .collect();
    told.extend(who.iter().map(|word| (*word).to_owned()));
    let mut what = what.iter().map(|word| (*word).to_owned());
    match verb.as_str() {
        "do" => {}
        "does" => told.extend(what.next().map(|word| verbs::of_one(&word))),
        "did" => told.extend(what.next().map(|word| verbs::past(&word))),
        _ => told.push(verb),
    }
    told.extend(what);
    Some(lower_first(&told.join(" ")))
}

/// A short name of a thing with its article: "the telephone number".
fn article(text: &str) -> String {
    let mut words = text.split(' ');
    let first = words.next().unwrap_or_default();
    let is_verb = |word: &str| {
        matches!(
            word,
            "is" | "are" | "will" | "has" | "have" | "was" | "were" | "can" | "must"
        )
    };
    let is_short = text.split(' ').count() <= 7 && !text.split(' ').any(is_verb);
    // "Running a study" is what somebody does, "setting name" is a thing.
    let second = text.split(' ').nth(1).unwrap_or_default();
    let is_doing = first.ends_with("ing") && matches!(second, "the" | "a" | "an" | "your" | "our" | "with");
    if is_short && !is_doing && !verbs::is_told(first) && !stop::begins(&first.to_lowercase()) && !first.is_empty() {
        format!("the {text}")
    } else {
        text.to_owned()
    }
}

/// The first letter small, unless the word is a name of capitals, such as "UK", or begins a name of several words.
pub(super) fn lower_first(text: &str) -> String {
    let mut words = text.split(' ');
    let word = words.next().unwrap_or_default();
    let capitals = word.chars().filter(|c| c.is_uppercase()).count();
    // "Employment Insurance" is what something is called.
    let begins = ["the", "a", "an", "your", "our", "this"].contains(&word.to_lowercase().as_str());
    let is_title = words
        .next()
        .is_some_and(|next| next.starts_with(char::is_uppercase) && next != "I" && !begins);
    if capitals > 1 || word == "I" || is_title {
        return text.to_owned();
    }
    let mut characters = text.chars();
    match characters.next() {
        Some(first) => first.to_lowercase().chain(characters).collect(),
        None => String::new(),
    }
}

fn shorten(text: &str) -> String {
    if text.chars().count() <= LONGEST {
        return text.to_owned();
    }
    let cut: String = text.chars().take(LONGEST).collect();
    cut.rsplit_once(' ')
        .map_or(cut.clone(), |(kept, _)| kept.trim_end_matches(',').to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_an_answer_is_called_fits_after_enter() {
        for (label, name) in [
            ("What is your full name?", "your full name"),
            ("Where is the charity registered?", "where the charity is registered"),
            ("How many applicants are there?", "how many applicants there are"),
            ("How do you travel?", "how you travel"),
            ("What does it cost?", "what it costs"),
            (
                "How accessible is the closest asset or service?",
                "how accessible the closest asset or service is",
            ),
            (
                "Which street is the vacant property in?",
                "which street the vacant property is in",
            ),
            ("What type of project is this?", "what type of project this is"),
            ("When did symptoms start?", "when symptoms started"),
            ("Have you engaged advisers?", "whether you have engaged advisers"),
            ("Do you own or lease it?", "whether you own or lease it"),
            ("Who is it for?", "who it is for"),
            ("How did you hear about us?", "how you heard about us"),
            ("Who has the flu?", "who has the flu"),
            ("Who is your section 151 officer?", "your section 151 officer"),
            (
                "Who are you completing this form for?",
                "who you are completing this form for",
            ),
            ("What is The Trust's name?", "the Trust's name"),
            ("Please upload your plan", "your plan"),
            ("Sex as shown on your passport", "the sex as shown on your passport"),
            (
                "Close contact first (given) name",
                "the close contact first (given) name",
            ),
            ("Additional information", "additional information"),
            ("2 or more cases", "the 2 or more cases"),
            ("Telephone number", "the telephone number"),
            ("UK passport number", "the UK passport number"),
            ("Consulting the community", "consulting the community"),
            ("Setting name", "the setting name"),
            ("Describe your project", "your project"),
            ("14. Upload your business plan. ", "your business plan"),
            ("Confirm email address", "the confirmed email address"),
            ("Email", "the email"),
            ("Employment Insurance", "the Employment Insurance"),
        ] {
            assert_eq!(called(label, "en", false), name, "{label}");
        }
    }

    #[test]
    fn what_is_yes_or_no_fits_after_select_yes_if() {
        for (label, name) in [
            ("Do you live here?", "you live here"),
            ("Did you apply before?", "you applied before"),
            ("Is the organisation a charity?", "the organisation is a charity"),
            (
                "Does your organisation have a number?",
                "your organisation has a number",
            ),
            ("Have you applied before?", "you have applied before"),
            ("Have ((who)) been in contact?", "((who)) have been in contact"),
            ("Did you apply before?", "you applied before"),
            ("Does the project involve two towns?", "the project involves two towns"),
            ("Does your body use other names?", "your body uses other names"),
            (
                "Does your unincorporated community group meet these?",
                "your unincorporated community group meets these",
            ),
            (
                "Can our partner contact you for feedback?",
                "our partner can contact you for feedback",
            ),
            (
                "Is the planned project in England?",
                "the planned project is in England",
            ),
            (
                "Is the proposed plan a duty of yours?",
                "the proposed plan is a duty of yours",
            ),
            ("Is this a new form?", "this is a new form"),
            (
                "Is your care setting registered with us?",
                "your care setting is registered with us",
            ),
            ("Will this stall provide food?", "this stall will provide food"),
            (
                "Is all the land in your form registered with us?",
                "all the land in your form is registered with us",
            ),
            (
                "Are you applying on behalf of somebody?",
                "you are applying on behalf of somebody",
            ),
        ] {
            assert_eq!(called(label, "en", true), name, "{label}");
        }
    }

    #[test]
    fn another_language_is_not_turned_round() {
        assert_eq!(called("Beth yw eich enw?", "cy", false), "beth yw eich enw");
    }
}
