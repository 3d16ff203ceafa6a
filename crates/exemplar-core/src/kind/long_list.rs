//! One of so many that they are found by typing: which entries of a long list are meant by what was typed. The page of
//! what was found, and what a browser's script makes of the list, are not here.

use std::sync::{Arc, OnceLock};

use super::cleaning;
use super::{ChoiceOf, Problem, Typed};
use crate::answer::Answer;

/// The suffix of the control in which words are typed; the main control has the entry that was chosen.
pub const TEXT: &str = "text";
/// The suffix that says that entries were offered to choose from.
pub const OFFERED: &str = "offered";
/// What the main control sends in place of an entry, to search again. No entry can be called so.
pub const AGAIN: &str = "?";
/// The rule of a problem that is none yet: what was typed fits several entries, or others are to be looked for.
pub const SEARCHING: &str = "searching";
/// So many entries are offered at once: more are read by nobody, and another word finds the right one.
pub const MOST_FOUND: usize = 20;
/// The most that is looked for, in bytes: longer than the longest name of a list.
const LONGEST: usize = 300;

/// One of many, found by typing.
#[derive(Debug, Clone)]
pub struct Search {
    /// HTML's `autocomplete` for an entry's name.
    pub autocomplete: Option<&'static str>,
    /// In the order in which they are shown.
    pub choices: Arc<[ChoiceOf]>,
    /// How each is found. Made when something is looked for first: most definitions are read for other things.
    keys: Arc<OnceLock<Vec<Keys>>>,
}

/// Under which words an entry is found, as they are compared.
#[derive(Debug)]
struct Keys {
    /// What is sent for it.
    id: String,
    /// Its names in the languages of the definition, then its other names.
    names: Vec<String>,
}

/// What was found.
#[derive(Debug)]
pub enum Found<'a> {
    /// Nothing.
    Nothing,
    /// The one that was typed whole.
    One(&'a ChoiceOf),
    /// Those that fit, the likeliest first; whether there are more.
    Several(Vec<&'a ChoiceOf>, bool),
}

impl Search {
    /// A search in these.
    #[must_use]
    pub fn new(choices: Arc<[ChoiceOf]>, autocomplete: Option<&'static str>) -> Self {
        Self {
            autocomplete,
            choices,
            keys: Arc::default(),
        }
    }

    /// The entry that is sent as `value`.
    #[must_use]
    pub fn entry(&self, value: &str) -> Option<&ChoiceOf> {
        self.choices.iter().find(|choice| choice.value.as_str() == value)
    }

    /// What is meant by `text`, among the entries that `is_offered`.
    pub fn find(&self, text: &str, is_offered: impl Fn(&ChoiceOf) -> bool) -> Found<'_> {
        let looked_for = compared(text);
        if looked_for.is_empty() {
            return Found::Nothing;
        }
        let keys = self.keys.get_or_init(|| self.choices.iter().map(Keys::of).collect());
        let mut ranked: Vec<(u8, &ChoiceOf)> = keys
            .iter()
            .zip(self.choices.iter())
            .filter_map(|(keys, choice)| Some((keys.rank(&looked_for)?, choice)))
            .filter(|(_, choice)| is_offered(choice))
            .collect();
        // The order of the list stands within each rank.
        ranked.sort_by_key(|(rank, _)| *rank);
        let whole = ranked.iter().filter(|(rank, _)| *rank == WHOLE).count();
        match (whole, ranked.first()) {
            (_, None) => Found::Nothing,
            (1, Some((_, only))) => Found::One(only),
            _ => {
                let more = ranked.len() > MOST_FOUND;
                Found::Several(
                    ranked.into_iter().take(MOST_FOUND).map(|(_, choice)| choice).collect(),
                    more,
                )
            }
        }
    }

    /// Reads what was typed; none where an entry was chosen, which the kind itself reads.
    pub(super) fn read(
        &self,
        typed: &Typed,
        is_offered: impl Fn(&ChoiceOf) -> bool,
    ) -> Option<Result<Answer, Problem>> {
        let text = typed.get(TEXT);
        match typed.get("") {
            AGAIN => return Some(Err(Problem::new(SEARCHING, ""))),
            "" => {}
            _ => return None,
        }
        Some(match self.find(text, is_offered) {
            Found::One(choice) => Ok(Answer::One(choice.value.clone())),
            Found::Nothing => Err(Problem::new("wrong", "error-list-nothing-found")),
            Found::Several(..) if typed.get(OFFERED).is_empty() => Err(Problem::new(SEARCHING, "")),
            Found::Several(..) => Err(Problem::new("wrong", "error-list-none-chosen")),
        })
    }
}

/// The rank of an entry that was typed whole.
const WHOLE: u8 = 0;

impl Keys {
    fn of(choice: &ChoiceOf) -> Self {
        let mut names: Vec<String> = choice.names().into_iter().map(compared).collect();
        names.retain(|name| !name.is_empty());
        names.dedup();
        Self {
            id: compared(choice.value.as_str()),
            names,
        }
    }

    /// How well it fits: whole, by its beginning, by the beginnings of its words, by a part; none where it does not.
    fn rank(&self, looked_for: &str) -> Option<u8> {
        if self.id == looked_for {
            return Some(WHOLE);
        }
        self.names.iter().filter_map(|name| rank(name, looked_for)).min()
    }
}

fn rank(name: &str, looked_for: &str) -> Option<u8> {
    if name == looked_for {
        return Some(WHOLE);
    }
    if name.starts_with(looked_for) {
        return Some(1);
    }
    let begins = |word: &str| name.split(' ').any(|of_name| of_name.starts_with(word));
    if looked_for.split(' ').all(begins) {
        return Some(2);
    }
    // A single letter is in nearly every name.
    (looked_for.chars().count() > 1 && name.contains(looked_for)).then_some(3)
}

/// Words as they are compared: lower case without accents, and a blank for whatever is neither letter nor digit.
fn compared(text: &str) -> String {
    let mut out = String::new();
    for c in cleaning::bare(&text[..text.floor_char_boundary(LONGEST)]).chars() {
        if c.is_alphanumeric() {
            out.push(c);
        } else if !out.is_empty() && !out.ends_with(' ') {
            out.push(' ');
        }
    }
    out.truncate(out.trim_end().len());
    out
}

#[cfg(test)]
mod tests {
    use super::super::Label;
    use super::*;
    use crate::text::Text;

    fn search(names: &[(&str, &str)]) -> Search {
        let choice = |(n, (name, also)): (usize, &(&str, &str))| ChoiceOf {
            also: Some(Arc::from(*also)),
            ..ChoiceOf::new(&format!("e{n}"), Label::Text(Text::only(name)))
        };
        Search::new(names.iter().enumerate().map(choice).collect(), None)
    }

    fn found(search: &Search, text: &str) -> Vec<String> {
        match search.find(text, |_| true) {
            Found::Nothing => Vec::new(),
            Found::One(one) => vec![format!("={}", one.value)],
            Found::Several(several, _) => several.iter().map(|choice| choice.value.to_string()).collect(),
        }
    }

    const PLACES: [(&str, &str); 6] = [
        ("Côte d’Ivoire", "Ivory Coast"),
        ("Guinea", ""),
        ("Equatorial Guinea", ""),
        ("Papua New Guinea", "PNG"),
        ("United Kingdom", "UK; Great Britain"),
        ("United States", ""),
    ];

    #[test]
    fn what_is_typed_whole_is_the_entry_however_it_is_written() {
        let places = search(&PLACES);
        for (typed, entry) in [
            ("cote d'ivoire", "=e0"),
            ("  CÔTE  D IVOIRE ", "=e0"),
            ("ivory coast", "=e0"),
            ("great britain", "=e4"),
            ("uk", "=e4"),
            ("e2", "=e2"),
            ("guinea", "=e1"),
        ] {
            assert_eq!(found(&places, typed), [entry], "{typed}");
        }
    }

    #[test]
    fn what_fits_several_finds_the_likeliest_first() {
        let places = search(&PLACES);
        assert_eq!(found(&places, "unit"), ["e4", "e5"]);
        assert_eq!(found(&places, "guine"), ["e1", "e2", "e3"]);
        assert_eq!(found(&places, "gui new"), ["e3"]);
        assert_eq!(found(&places, "ngdo"), ["e4"]);
        for nothing in ["x", "atlantis", "", "’", &"x".repeat(6_000)] {
            assert!(found(&places, nothing).is_empty(), "{nothing}");
        }
    }

    #[test]
    fn entries_that_are_not_offered_are_not_found() {
        let places = search(&PLACES);
        let offered = |choice: &ChoiceOf| choice.value.as_str() != "e4";
        assert!(matches!(places.find("uk", offered), Found::Nothing));
        assert!(matches!(places.find("united", offered), Found::Several(only, false) if only.len() == 1));
    }

    #[test]
    fn two_of_the_same_name_are_to_be_chosen_from_and_no_more_than_some_are_shown() {
        let same = search(&[("Newport", ""), ("Newport", ""), ("Newport Pagnell", "")]);
        assert_eq!(found(&same, "newport"), ["e0", "e1", "e2"]);
        let many = search(&[("Oak", ""); MOST_FOUND + 1]);
        assert!(matches!(many.find("o", |_| true), Found::Several(some, true) if some.len() == MOST_FOUND));
    }

    #[test]
    fn what_was_chosen_counts_and_what_was_offered_must_be_chosen_from() {
        let places = search(&PLACES);
        let read = |fields: &[(&str, &str)]| places.read(&Typed::fields(fields.iter().copied()), |_| true);
        assert!(read(&[("", "e1"), (TEXT, "united")]).is_none());
        let rule = |fields: &[(&str, &str)]| read(fields).and_then(Result::err).map(|problem| problem.message);
        assert_eq!(rule(&[(TEXT, "united")]), Some(""));
        assert_eq!(rule(&[("", AGAIN), (TEXT, "united")]), Some(""));
        assert_eq!(
            rule(&[(TEXT, "united"), (OFFERED, "yes")]),
            Some("error-list-none-chosen")
        );
        assert_eq!(rule(&[(TEXT, "atlantis")]), Some("error-list-nothing-found"));
    }
}
