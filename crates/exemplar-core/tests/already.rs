//! "Have I done this already?" of a real service: what is asked, and when two applications are the same.

mod folder;

use exemplar_core::answer::{Answer, Answers, Given};
use exemplar_core::definition::{Definition, Folder, read};
use exemplar_core::record::{Actor, Channel};
use exemplar_core::search::{ALREADY, Wondered, asked};
use jiff::Timestamp;
use jiff::civil::date;

fn service() -> Definition {
    let mut all = folder::all_services().into_iter();
    let folder: Folder = all
        .find(|folder| folder.name == "register-to-vote")
        .expect("it is there");
    read(&folder).definition.expect("the service is clean")
}

fn fields(fields: &[(&str, &str)]) -> Answer {
    let fields = fields
        .iter()
        .map(|(field, value)| ((*field).to_owned(), (*value).to_owned()));
    Answer::Fields(fields.collect())
}

/// The term of somebody with this name, at this postcode.
fn term(definition: &Definition, first: &str, last: &str, postcode: &str) -> Option<String> {
    let answers = [
        ("full_name", fields(&[("first", first), ("last", last)])),
        ("date_of_birth", Answer::Date(date(1980, 3, 31))),
        ("address", fields(&[("postcode", postcode)])),
    ];
    let given = answers.map(|(name, answer)| {
        let given = Given {
            answer,
            by: Actor::Participant(0),
            at: Timestamp::UNIX_EPOCH,
            channel: Channel::Web,
        };
        (name.into(), given)
    });
    let wondered = Wondered {
        definition,
        answers: &Answers(given.into_iter().collect()),
        today: date(2026, 11, 23),
    };
    let term = wondered.term()?;
    assert_eq!(term.kind, ALREADY);
    Some(term.value)
}

#[test]
fn the_page_asks_for_what_is_compared_and_of_the_address_for_the_postcode() {
    let definition = service();
    let asked: Vec<_> = asked(&definition)
        .iter()
        .map(|asked| (asked.question.name.to_string(), asked.field))
        .collect();
    let wanted = [
        ("full_name", None),
        ("date_of_birth", None),
        ("address", Some("postcode")),
    ];
    assert_eq!(asked, wanted.map(|(name, field)| (name.to_owned(), field)));
}

#[test]
fn capitals_accents_and_spaces_make_no_other_person() {
    let definition = service();
    let anna = term(&definition, "Anna", "O’Brien", "LS1 1UR");
    assert!(anna.is_some());
    assert_eq!(anna, term(&definition, "ÁNNA", "obrien", "ls11ur"));
    assert_ne!(anna, term(&definition, "Anne", "O’Brien", "LS1 1UR"));
    assert_ne!(anna, term(&definition, "Anna", "O’Brien", "LS1 1US"));
}

#[test]
fn where_something_is_missing_there_is_nothing_to_look_for() {
    let definition = service();
    assert_eq!(term(&definition, "", "", "LS1 1UR"), None);
}
