//! By which kinds of answer a case can be found, and the terms of what staff type to find one: the same as those of the
//! answer, however either was typed.

use super::cleaning;
use super::name::words;
use super::phone::phone_number;
use super::postcode;

/// Something that staff can search for: equal terms of one kind are found, nothing like them.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct SearchTerm {
    /// `name`, `email`, `phone`, `postcode`, `national_id`.
    pub kind: &'static str,
    /// In one form, however it was typed.
    pub value: String,
}

/// The kinds of answer that give terms on their own.
pub const SEARCHABLE: &[&str] = &["name", "party", "email", "phone", "postcode", "address", "national_id"];

/// The terms of what was typed, by the kind of term; none where it can be none of that kind. All of them must be found.
#[must_use]
pub fn typed_terms(kind: &str, typed: &str) -> Vec<SearchTerm> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Vec::new();
    }
    let term = |kind, value: String| vec![SearchTerm { kind, value }];
    match kind {
        "name" => {
            let mut terms: Vec<SearchTerm> = words(typed)
                .into_iter()
                .map(|value| SearchTerm { kind: "name", value })
                .collect();
            terms.sort();
            terms.dedup();
            terms
        }
        "email" => term("email", typed.to_lowercase()),
        "phone" => phone_number(typed).map_or_else(Vec::new, |number| term("phone", number)),
        "postcode" => vec![postcode::search_term(typed)],
        "national_id" => term("national_id", cleaning::code(typed)),
        _ => Vec::new(),
    }
}

/// A surname in one form: letters and digits alone, without accents.
#[must_use]
pub fn surname(typed: &str) -> String {
    words(typed).concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(kind: &str, typed: &str, expected: &[&str]) {
        let terms = typed_terms(kind, typed);
        assert_eq!(
            terms.iter().map(|term| term.value.as_str()).collect::<Vec<_>>(),
            expected
        );
    }

    #[test]
    fn what_is_typed_to_search_has_the_form_of_what_was_answered() {
        check("name", " Mary-Ann  O'Neill ", &["ann", "mary", "oneill"]);
        check("email", "Amina@Example.com ", &["amina@example.com"]);
        check("phone", "07700 900 123", &["+447700900123"]);
        check("phone", "not a number", &[]);
        check("postcode", "ls1 1ur", &["LS11UR"]);
        check("national_id", "ab 12 34 56 c", &["AB123456C"]);
        check("colour", "red", &[]);
        check("name", " ", &[]);
        assert_eq!(surname("O’Néill"), "oneill");
    }
}
