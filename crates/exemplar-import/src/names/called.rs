//! What an answer is called, as it stands after "Enter" and before "must be", made from the question.

use super::norwegian::norwegian;
use super::past::in_the_past;

/// Verbs with which a form tells people what to do, before what it wants.
const TELLS: &[&str] = &[
    "please ",
    "enter ",
    "provide ",
    "give us ",
    "give ",
    "tell us about ",
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
];
/// Beginnings of a question about a thing, after which the thing is named.
const THING: &[&str] = &["what is ", "what are ", "what was ", "what were ", "what's "];
/// Verbs that a question of yes or no begins with.
const VERBS: &[&str] = &[
    "is", "are", "was", "were", "has", "have", "had", "will", "would", "can", "could", "should", "must", "may",
];
/// Verbs that only ask: what follows them is the statement.
const ASKS: &[&str] = &["do ", "did "];
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
    first.trim_end_matches(['?', '.', ':', '!', ' ']).to_owned()
}

fn english(label: &str, is_yes_no: bool) -> String {
    let lower = label.to_lowercase();
    // Only a text whose small letters take as many bytes can be cut at the same places.
    let cut = |at: usize| label.get(at..).unwrap_or_default().trim().to_owned();
    for start in ASKS {
        if lower.starts_with(start) {
            let told = cut(start.len());
            return if *start == "did " { in_the_past(&told) } else { told };
        }
    }
    if let Some(rest) = lower.strip_prefix("does ") {
        return third_person(&cut(label.len() - rest.len()));
    }
    if is_yes_no && let Some(turned) = turned(label) {
        return turned;
    }
    for start in THING {
        if lower.starts_with(start) {
            return cut(start.len());
        }
    }
    if let Some(told) = indirect(label) {
        return told;
    }
    for start in TELLS {
        if lower.starts_with(start) && label.len() > start.len() + 2 {
            return article(&lower_first(&cut(start.len())));
        }
    }
    article(&lower_first(label))
}

/// "your organisation have a charity number" is "your organisation has a charity number".
fn third_person(rest: &str) -> String {
    let words: Vec<&str> = rest.split(' ').collect();
    let verb = words.iter().position(|word| *word == "have");
    match verb.filter(|place| *place > 0 && *place < 5) {
        Some(place) => {
            let mut words = words;
            words[place] = "has";
            words.join(" ")
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
        "this" if words.len() > 1 && (words.len() < 3 || begins_what_is_told(words[1])) => 1,
        "your" | "the" | "our" | "this" | "these" | "those" | "any" | "their" | "a" | "an" if words.len() > 2 => {
            told_from(&words, 2..5).unwrap_or(2)
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
    STARTS.contains(&word) || ((word.ends_with("ed") || word.ends_with("ing")) && word.len() > 4)
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
    // "Who has it" asks for whom it is about.
    if first == "who" && verb == 1 {
        return Some(lower_first(label));
    }
    let rest = &words[verb + 1..];
    let about = match rest.first()?.to_lowercase().as_str() {
        "you" | "there" | "it" | "they" | "we" | "i" | "he" | "she" => 1,
        "your" | "the" | "our" | "this" | "these" | "their" | "any" if rest.len() > 1 => 2,
        _ => return None,
    };
    if words[verb].eq_ignore_ascii_case("did") {
        let told = in_the_past(&rest.join(" "));
        return Some(lower_first(&format!("{} {told}", words[..verb].join(" "))));
    }
    let (who, what) = rest.split_at(about);
    let helps = matches!(words[verb].to_lowercase().as_str(), "do" | "does");
    let mut told: Vec<&str> = words[..verb].to_vec();
    told.extend(who);
    if !helps {
        told.push(words[verb]);
    }
    told.extend(what);
    Some(lower_first(&told.join(" ")))
}

/// A short name of a thing with its article: "the telephone number".
fn article(text: &str) -> String {
    let mut words = text.split(' ');
    let first = words.next().unwrap_or_default();
    let begins = [
        "the", "a", "an", "your", "my", "our", "their", "his", "her", "its", "this", "these", "how", "what", "when",
        "where", "which", "who", "whether", "why", "any", "all", "each", "one", "if", "i", "we", "you", "that", "to",
        "has", "is", "are", "have", "in", "of", "for", "at", "on", "by", "with", "from", "please", "whose", "will",
        "can", "some", "no", "there", "agree", "confirm", "was", "were", "would", "as", "do", "does",
    ];
    let is_short = text.split(' ').count() <= 4;
    if is_short && !begins.contains(&first.to_lowercase().as_str()) && !first.is_empty() {
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
    let is_title = words
        .next()
        .is_some_and(|next| next.starts_with(char::is_uppercase) && next != "I");
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
            ("How did you hear about us?", "how you heard about us"),
            ("Who has the flu?", "who has the flu"),
            ("2 or more cases", "the 2 or more cases"),
            ("Telephone number", "the telephone number"),
            ("UK passport number", "the UK passport number"),
            ("Describe your project", "your project"),
            ("14. Upload your business plan. ", "your business plan"),
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
            (
                "Is the planned project in England?",
                "the planned project is in England",
            ),
            (
                "Is the proposed plan a duty of yours?",
                "the proposed plan is a duty of yours",
            ),
            ("Is this a new form?", "this is a new form"),
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
