//! What stands before the first question: sections whose texts are keys of the translations.

use serde_json::Value;

use super::{Reader, array, text_of};
use crate::form::{Shown, Words};
use crate::report::Became;

/// The sections in their order, each with our own heading in Bokmål, Nynorsk and English, for where theirs is not known.
const SECTIONS: [(&str, [&str; 3]); 8] = [
    (
        "importantInformation",
        ["Viktig å vite", "Viktig å vite", "Important to know"],
    ),
    (
        "scope",
        ["Hva skjemaet er for", "Kva skjemaet er for", "What this form is for"],
    ),
    (
        "outOfScope",
        [
            "Hva skjemaet ikke er for",
            "Kva skjemaet ikkje er for",
            "What this form is not for",
        ],
    ),
    (
        "prerequisites",
        ["Før du begynner", "Før du byrjar", "Before you begin"],
    ),
    (
        "dataDisclosure",
        [
            "Opplysninger som hentes inn",
            "Opplysningar som blir henta inn",
            "Information that is collected",
        ],
    ),
    (
        "dataTreatment",
        [
            "Hva som skjer med opplysningene",
            "Kva som skjer med opplysningane",
            "What happens to the information",
        ],
    ),
    (
        "automaticProcessing",
        [
            "Avgjørelser som tas automatisk",
            "Avgjerder som blir tekne automatisk",
            "Automatic decisions",
        ],
    ),
    ("optional", ["Annet", "Anna", "Other"]),
];

impl Reader<'_> {
    /// The texts of the introduction.
    pub(super) fn intro(&mut self, root: &Value) -> Vec<Shown> {
        let Some(page) = root
            .get("introPage")
            .filter(|page| page.get("enabled") == Some(&Value::Bool(true)))
        else {
            return Vec::new();
        };
        let mut out: Vec<Shown> = self.of_section(page, "introduction", "introPage").into_iter().collect();
        for (name, heading) in SECTIONS {
            // What is important stands beside the sections.
            let sections = page.get("sections").and_then(|sections| sections.get(name));
            let Some(section) = sections.or_else(|| page.get(name)) else {
                continue;
            };
            let place = match sections {
                Some(_) => format!("introPage.sections.{name}"),
                None => format!("introPage.{name}"),
            };
            let mut parts: Vec<Words> = self
                .of_section(section, "description", &place)
                .map(|shown| shown.words)
                .into_iter()
                .collect();
            let mut points = Words::default();
            for (i, key) in array(section, "bulletPoints").iter().enumerate() {
                let place = format!("{place}.bulletPoints[{i}]");
                let Some(point) = key.as_str().and_then(|key| self.of_key(key, &place, true)) else {
                    continue;
                };
                let point = point.map(|text| format!("- {text}"));
                points = if points.is_empty() {
                    point
                } else {
                    lines(&points, &point)
                };
            }
            parts.extend(points.said().cloned());
            let Some(words) = parts.into_iter().reduce(|above, below| above.above(&below)) else {
                continue;
            };
            let own = text_of(section, "title").and_then(|key| self.behind(key, &place, true));
            let heading = own.unwrap_or_else(|| self.known(heading));
            out.push(Shown {
                words: heading.map(|text| format!("## {text}")).above(&words),
                place,
                ..Shown::default()
            });
        }
        // Every form has these words before its first question, mostly those that all forms share.
        let declaration =
            text_of(page, "selfDeclaration").and_then(|key| self.behind(key, "introPage.selfDeclaration", false));
        out.extend(declaration.map(|words| Shown {
            words,
            place: "introPage.selfDeclaration".to_owned(),
            ..Shown::default()
        }));
        out
    }

    fn of_section(&mut self, of: &Value, key: &str, place: &str) -> Option<Shown> {
        let place = format!("{place}.{key}");
        let words = self.of_key(text_of(of, key)?, &place, false)?;
        // A dash stands where nobody wrote anything.
        words.own.contains(char::is_alphanumeric).then_some(())?;
        Some(Shown {
            words,
            place,
            ..Shown::default()
        })
    }

    fn of_key(&mut self, key: &str, place: &str, is_plain: bool) -> Option<Words> {
        if key.trim().is_empty() {
            return None;
        }
        let found = self.behind(key, place, is_plain);
        if found.is_none() {
            let says = "The text of the introduction stands in a file of translations that was not given.";
            self.report
                .note(Became::NotPossible, (place, "text"), "no_translation", says);
        }
        found
    }
}

/// Two lines one below the other; a language has both or none.
fn lines(above: &Words, below: &Words) -> Words {
    let mut words = Words::only(format!("{}\n{}", above.own, below.own));
    for (language, text) in &above.others {
        if let Some(rest) = below.others.get(language) {
            words = words.and(language, format!("{text}\n{rest}"));
        }
    }
    words
}
