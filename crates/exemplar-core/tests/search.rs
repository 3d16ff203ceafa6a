//! By which terms staff find a case, and from whom it is hidden.

#[allow(dead_code, reason = "each test of a folder uses what it needs")]
mod folder;

use exemplar_core::answer::{Answer, Answers, Given};
use exemplar_core::definition::read;
use exemplar_core::id::Name;
use exemplar_core::journey::{Setting, Walk};
use exemplar_core::record::{Actor, Channel, SearchTerm};
use exemplar_core::search::{Typed, has_part, terms, typed};
use indexmap::IndexMap;
use jiff::Timestamp;
use jiff::civil::date;

const QUESTIONS: &str = "\
questions:
  full_name:
    ask: Name?
    called: name
    name:
  born:
    ask: Born?
    called: birth
    date:
  email:
    ask: Email?
    called: email
    email:
  phone:
    ask: Phone?
    called: phone
    phone:
casework: { search: [full_name, born, email] }
";

fn answers() -> Answers {
    let fields = [("first", "Zoë"), ("last", "O'Neill")];
    let fields: IndexMap<String, String> = fields.map(|(a, b)| (a.to_owned(), b.to_owned())).into_iter().collect();
    let pairs = [
        ("full_name", Answer::Fields(fields)),
        ("born", Answer::Date(date(1980, 3, 31))),
        ("email", Answer::Text("Zoe@Example.org".to_owned())),
        ("phone", Answer::Text("07700 900123".to_owned())),
    ];
    let given = |answer| Given {
        answer,
        by: Actor::Participant(0),
        at: Timestamp::UNIX_EPOCH,
        channel: Channel::Web,
    };
    Answers(
        pairs
            .into_iter()
            .map(|(name, answer)| (Name::from(name), given(answer)))
            .collect(),
    )
}

#[test]
fn a_case_has_the_terms_of_the_questions_that_are_named_and_of_its_people() {
    let checked = read(&folder::with(QUESTIONS));
    let definition = checked.definition.unwrap_or_else(|| panic!("{:?}", checked.findings));
    let answers = answers();
    let setting = Setting {
        today: date(2026, 11, 23),
        language: "en".into(),
        channel: Channel::Web,
    };
    let terms = terms(&Walk::new(&definition, &answers, setting));
    let mut found: Vec<_> = terms.iter().map(|term| (term.kind, term.value.as_str())).collect();
    found.sort_unstable();
    let wanted = [
        ("born", "oneill 1980-03-31"),
        ("email", "zoe@example.org"),
        ("name", "oneill"),
        ("name", "zoe"),
        ("party", "zoe@example.org"),
    ];
    assert_eq!(found, wanted, "and not the telephone number, which is not named");
    let asked = Typed {
        name: "zoe O’NEILL".to_owned(),
        email: " zoe@example.ORG".to_owned(),
        born: Some(("O Neill".to_owned(), date(1980, 3, 31))),
        ..Typed::default()
    };
    let asked = typed(&asked).unwrap();
    assert!(asked.iter().all(|term: &SearchTerm| terms.contains(term)), "{asked:?}");
}

#[test]
fn what_can_be_no_term_is_none() {
    let phone = Typed {
        phone: "none".to_owned(),
        ..Typed::default()
    };
    assert_eq!(typed(&phone), None);
    assert_eq!(typed(&Typed::default()), Some(Vec::new()));
}

#[test]
fn somebody_whose_address_stands_in_a_case_has_a_part_in_it() {
    let answers = answers();
    let has = |email: &str| has_part(email, &[], std::iter::once(&answers));
    assert!(has("ZOE@example.org "));
    assert!(!has("bob@example.org"));
    assert!(!has(""));
}
