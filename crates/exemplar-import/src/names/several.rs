//! What one of several things is called, where people add another: "cost" for "Give a breakdown of the costs".

use super::called::called;

/// Words before a thing that only say that there are several, or how much is told of it.
const TELLS_OF: &[&str] = &[
    "a detailed breakdown of ",
    "a breakdown of ",
    "details of ",
    "the details of ",
    "a list of ",
    "information about ",
    "each of ",
    "one of ",
];

/// What one of several things is called, after "Add another": made from a question, or from what all of them are called.
#[must_use]
pub fn one_of_several(label: &str, language: &str) -> String {
    let text = called(label, language, false);
    if !language.starts_with("en") {
        return first_words(&text, 6);
    }
    let without = |text: &str, starts: &[&str]| -> String {
        let found = starts.iter().find_map(|start| text.strip_prefix(start));
        found.unwrap_or(text).to_owned()
    };
    let text = without(&text, TELLS_OF);
    let text = without(&text, &["the ", "your ", "a ", "an ", "any ", "each ", "all "]);
    let text = without(
        &text,
        &["detailed breakdown of ", "breakdown of ", "details of ", "list of "],
    );
    let text = without(&text, &["the ", "your ", "any ", "what ", "which "]);
    // Whom or how something is asked names none of several.
    if ["who ", "how ", "where ", "when "]
        .iter()
        .any(|start| text.starts_with(start))
    {
        return String::new();
    }
    // What follows says more of it: "costs for which funding is requested".
    let words: Vec<&str> = text.split(' ').collect();
    let ends = [
        "for", "which", "that", "who", "to", "in", "by", "with", "from", "and", "you", "we", "on", "at", "(if",
    ];
    let end = words.iter().position(|word| ends.contains(word)).filter(|end| *end > 0);
    let short = first_words(&words[..end.unwrap_or(words.len())].join(" "), 4);
    let short = short.trim_end_matches([',', ':', ';']);
    match short.split_once(" of ") {
        Some((many, of)) => format!("{} of {of}", singular(many)),
        None => singular(short),
    }
}

fn first_words(text: &str, most: usize) -> String {
    text.split_whitespace().take(most).collect::<Vec<_>>().join(" ")
}

/// "key activities" is "key activity".
fn singular(text: &str) -> String {
    const OTHERS: [(&str, &str); 4] = [
        ("people", "person"),
        ("children", "child"),
        ("women", "woman"),
        ("men", "man"),
    ];
    if let Some((many, one)) = OTHERS.iter().find(|(many, _)| text.ends_with(many)) {
        return format!("{}{one}", &text[..text.len() - many.len()]);
    }
    if let Some(stem) = text.strip_suffix("ies") {
        return format!("{stem}y");
    }
    for ending in ["sses", "xes", "ches", "shes"] {
        if text.ends_with(ending) {
            return text[..text.len() - 2].to_owned();
        }
    }
    let is_one = ["ss", "us", "is"].iter().any(|ending| text.ends_with(ending)) || !text.ends_with('s');
    if is_one {
        text.to_owned()
    } else {
        text[..text.len() - 1].to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_of_several_fits_after_add_another() {
        for (label, name) in [
            (
                "Give a detailed breakdown of the costs for which funding is being requested.",
                "cost",
            ),
            ("Key activities", "key activity"),
            ("Your business partners", "business partner"),
            ("Unsecured match funding", "unsecured match funding"),
            ("Sources of income", "source of income"),
            ("What jobs have you had?", "job"),
            ("Who works with you?", ""),
        ] {
            assert_eq!(one_of_several(label, "en"), name, "{label}");
        }
    }
}
