//! Which address of a service is which page, and which acts it takes.

use exemplar_core::id::Name;

/// A page of a service, by its address behind the service's name and language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place<'a> {
    /// The start page: the service's own address.
    Start,
    /// Have I done this already?
    Already,
    /// Beginning anew.
    Begin,
    /// A page of the definition.
    Page(Name),
    /// Check answers.
    CheckAnswers,
    /// The confirmation of a case.
    Done(&'a str),
    /// Where a case is.
    Status(&'a str),
    /// Save and come back later.
    Save,
    /// Leave this device.
    Leave,
    /// Come back by code.
    Return,
    /// Come back by link.
    Link(&'a str),
    /// The second fact.
    Unlock,
    /// Cookies.
    Cookies,
    /// Privacy.
    Privacy,
    /// The accessibility statement.
    Accessibility,
    /// Contact.
    Contact,
    /// Feedback.
    Feedback,
}

/// The place with an address; none where there is no such page.
#[must_use]
pub fn place(rest: &str) -> Option<Place<'_>> {
    let (first, second) = rest
        .split_once('/')
        .map_or((rest, None), |(first, second)| (first, Some(second)));
    Some(match (first, second) {
        ("", None) => Place::Start,
        ("start", None) => Place::Begin,
        ("already", None) => Place::Already,
        ("check-answers", None) => Place::CheckAnswers,
        ("done", Some(case)) => Place::Done(case),
        ("status", Some(case)) => Place::Status(case),
        ("save", None) => Place::Save,
        ("leave", None) => Place::Leave,
        ("return", None) => Place::Return,
        ("return", Some(token)) => Place::Link(token),
        ("unlock", None) => Place::Unlock,
        ("cookies", None) => Place::Cookies,
        ("privacy", None) => Place::Privacy,
        ("accessibility", None) => Place::Accessibility,
        ("contact", None) => Place::Contact,
        ("feedback", None) => Place::Feedback,
        (page, None) => Place::Page(Name::from_address(page)),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_of_two_parts_is_only_what_takes_two() {
        assert_eq!(place("done/1"), Some(Place::Done("1")));
        assert_eq!(place("full-name/1"), None);
        assert_eq!(place("full-name"), Some(Place::Page(Name::from("full_name"))));
        assert_eq!(place(""), Some(Place::Start));
    }
}
