//! English verbs as questions have them, and their form of one person: "does it meet" is "it meets".

/// Verbs after "does", "can" and the like. Words that are as often a noun in such a place are not among them.
const BASE: &str = "have be do go meet need own include involve provide belong make want plan intend require contain apply \
    operate live cover hold employ receive offer exist fit deliver know agree relate comply follow match \
    produce sell give get take keep share serve contact affect reach create become begin happen understand \
    expect rely consist demonstrate qualify manage seek pay submit complete confirm start use run identify \
    ensure enable impact fall";

/// Whether a word is a verb as it stands after "does".
pub(super) fn is_base(word: &str) -> bool {
    BASE.split(' ').any(|verb| verb == word)
}

/// Whether a text that begins so tells somebody to do something: it has no article.
pub(super) fn is_told(word: &str) -> bool {
    is_base(word)
        && !matches!(
            word,
            "contact" | "share" | "plan" | "cover" | "match" | "start" | "use" | "impact"
        )
}

/// The same of one person or thing.
pub(super) fn of_one(word: &str) -> String {
    match word {
        "have" => "has".to_owned(),
        "be" => "is".to_owned(),
        _ if ["o", "ch", "sh", "ss", "x"].iter().any(|ending| word.ends_with(ending)) => format!("{word}es"),
        _ => match word
            .strip_suffix('y')
            .filter(|stem| !stem.ends_with(['a', 'e', 'o', 'u']))
        {
            Some(stem) => format!("{stem}ies"),
            None => format!("{word}s"),
        },
    }
}

/// The same as it was: "did it begin" is "it began".
pub(super) fn past(word: &str) -> String {
    const OTHERS: [(&str, &str); 25] = [
        ("have", "had"),
        ("be", "was"),
        ("do", "did"),
        ("go", "went"),
        ("meet", "met"),
        ("make", "made"),
        ("hold", "held"),
        ("know", "knew"),
        ("sell", "sold"),
        ("give", "gave"),
        ("get", "got"),
        ("take", "took"),
        ("keep", "kept"),
        ("become", "became"),
        ("begin", "began"),
        ("understand", "understood"),
        ("pay", "paid"),
        ("seek", "sought"),
        ("submit", "submitted"),
        ("plan", "planned"),
        ("fit", "fitted"),
        ("find", "found"),
        ("hear", "heard"),
        ("leave", "left"),
        ("spend", "spent"),
    ];
    if let Some((_, past)) = OTHERS.iter().find(|(base, _)| *base == word) {
        return (*past).to_owned();
    }
    match (word.strip_suffix('y'), word.ends_with('e')) {
        (Some(stem), _) if !stem.ends_with(['a', 'e', 'o', 'u']) => format!("{stem}ied"),
        (_, true) => format!("{word}d"),
        _ => format!("{word}ed"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_verb_ends_as_english_has_it() {
        for (verb, of) in [
            ("have", "has"),
            ("meet", "meets"),
            ("apply", "applies"),
            ("pay", "pays"),
            ("do", "does"),
            ("reach", "reaches"),
        ] {
            assert_eq!(of_one(verb), of);
        }
        for (verb, was) in [
            ("have", "had"),
            ("apply", "applied"),
            ("use", "used"),
            ("start", "started"),
        ] {
            assert_eq!(past(verb), was);
        }
    }
}
