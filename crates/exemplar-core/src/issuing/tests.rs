//! What issuing promises, on a small registration.

use jiff::Timestamp;
use jiff::civil::{Date, date};
use uuid::Uuid;

use super::*;
use crate::answer::{Answer, Answers, Given};
use crate::definition::{Definition, Folder, read};
use crate::id::{CaseId, StaffId};
use crate::journey::Setting;
use crate::record::{Actor, Channel, RegisterEntry};

const SERVICE: &str = "language: 1
name: Register
organisation: council
why: To register.
law: A law of the tests
questions:
  trade:
    ask: What is your trade name?
    called: your trade name
    text:
  place:
    ask: Where is it?
    called: the address
    address: { of: GB }
  large:
    ask: Is it large?
    called: whether it is large
    yes_no:
casework:
  outcomes:
    registered: { title: Registered }
    refused: { title: Refused }
issues:
  registration:
    at: registered
    number:
      - BIG-#### when large
      - S######
    lasts:
      - 3 years when large
      - forever
    pays: { amount: 10 GBP, every: 2 weeks }
    public: [trade, place, number, expires]
    search_by: [trade, number, postcode]
    can_be: [suspended, revoked]
keep: { draft: 28 days, registered: 7 years, refused: 1 year, withdrawn: 28 days }
";

fn definition() -> Definition {
    let mut folder = Folder {
        name: "register".to_owned(),
        ..Folder::default()
    };
    let content = SERVICE.as_bytes().to_vec();
    folder.files.insert("service.yaml".to_owned(), content);
    let checked = read(&folder);
    assert!(checked.findings.is_empty(), "{:?}", checked.findings);
    checked.definition.unwrap()
}

fn today() -> Date {
    date(2026, 6, 10)
}

fn issued(definition: &Definition, large: bool) -> Issued {
    let given = |answer| Given {
        answer,
        by: Actor::Participant(0),
        at: Timestamp::UNIX_EPOCH,
        channel: Channel::Web,
    };
    let address = [("line_1", "1 Kiln Lane"), ("town", "York"), ("postcode", "YO1 1AA")];
    let address = address.map(|(field, value)| (field.to_owned(), value.to_owned()));
    let answers = Answers(
        [
            ("trade".into(), given(Answer::Text("Brick & Sons".to_owned()))),
            ("place".into(), given(Answer::Fields(address.into()))),
            ("large".into(), given(Answer::Yes(large))),
        ]
        .into(),
    );
    let setting = Setting {
        today: today(),
        language: "en".into(),
        channel: Channel::Web,
    };
    let walk = Walk::new(definition, &answers, setting);
    let random: [u8; NUMBER_BYTES] = std::array::from_fn(|place| u8::try_from(place).unwrap());
    issue(&definition.issues[0], &walk, today(), &random)
}

fn entry(until: Option<Date>) -> RegisterEntry {
    let issued = Issued {
        until,
        ..issued(&definition(), true)
    };
    issued.entry(
        &"register".into(),
        CaseId(Uuid::from_u128(7)),
        PublicPart::default(),
        Timestamp::UNIX_EPOCH,
    )
}

fn of_entry(entry: &RegisterEntry, today: Date) -> Standing {
    standing(&entry.state, entry.until, today)
}

fn changed(entry: &RegisterEntry, to: EntryState, reason: &str) -> Result<RegisterEntry, NotChanged> {
    let by = StaffId(Uuid::from_u128(5));
    let changing = Changing {
        to,
        reason,
        by,
        today: today(),
        now: Timestamp::UNIX_EPOCH,
    };
    change(entry, &definition().issues[0], &changing)
}

#[test]
fn number_and_time_follow_the_first_condition_that_holds() {
    let definition = definition();
    let large = issued(&definition, true);
    assert_eq!(large.until, Some(date(2029, 6, 10)));
    let number = large.number.unwrap();
    assert!(number.starts_with("BIG-") && number.len() == 8, "{number}");
    let small = issued(&definition, false);
    assert_eq!((small.until, small.number.unwrap().len()), (None, 7));
    assert_eq!(small.pays.unwrap().from, today());
}

#[test]
fn an_entry_says_what_was_issued() {
    let issued = issued(&definition(), true);
    let entry = issued.entry(
        &"register".into(),
        CaseId(Uuid::from_u128(7)),
        PublicPart::default(),
        Timestamp::UNIX_EPOCH,
    );
    assert_eq!(Issued::of_entry(&entry), issued);
    assert_eq!(entry.register.as_str(), "register/registration");
    let unnumbered = Issued { number: None, ..issued };
    let entry = unnumbered.entry(
        &"register".into(),
        CaseId(Uuid::from_u128(7)),
        PublicPart::default(),
        Timestamp::UNIX_EPOCH,
    );
    assert_eq!(Issued::of_entry(&entry), unnumbered);
}

#[test]
fn staff_do_what_the_service_allows_with_a_reason_and_take_it_back() {
    let entry = entry(Some(date(2027, 1, 1)));
    assert_eq!(
        changed(&entry, EntryState::Suspended, " "),
        Err(NotChanged::ReasonNeeded)
    );
    assert_eq!(changed(&entry, EntryState::Ended, "Gone."), Err(NotChanged::NotAllowed));
    assert_eq!(changed(&entry, EntryState::Live, "Back."), Err(NotChanged::NotAllowed));
    let suspended = changed(&entry, EntryState::Suspended, "Fly-tipping.").unwrap();
    assert_eq!(of_entry(&suspended, today()), Standing::Is(EntryState::Suspended));
    let restored = changed(&suspended, EntryState::Live, "Put right.").unwrap();
    assert_eq!((restored.state.as_str(), restored.revision), ("live", 3));
    assert_eq!(EntryPrivate::of(&restored).changes.len(), 2);
    let revoked = changed(&suspended, EntryState::Revoked, "Again.").unwrap();
    assert_eq!(
        changed(&revoked, EntryState::Suspended, "x"),
        Err(NotChanged::NotAllowed)
    );
}

#[test]
fn an_entry_expires_by_its_day_alone() {
    let entry = entry(Some(today()));
    assert_eq!(of_entry(&entry, today()), Standing::Is(EntryState::Live));
    assert_eq!(of_entry(&entry, today().tomorrow().unwrap()), Standing::Expired);
    let revoked = changed(&entry, EntryState::Revoked, "Fly-tipping.").unwrap();
    let after = of_entry(&revoked, today().tomorrow().unwrap());
    assert_eq!(after, Standing::Is(EntryState::Revoked));
}

#[test]
fn moments_follow_the_entry() {
    let definition = definition();
    assert_eq!(moments(&definition), ["registration expires", "registration ends"]);
    let entry = entry(Some(date(2029, 6, 10)));
    let of = |moment, entry: &RegisterEntry| instant(moment, std::slice::from_ref(entry));
    assert_eq!(of("registration expires", &entry), Some(date(2029, 6, 10)));
    assert_eq!(of("registration ends", &entry), Some(date(2029, 6, 10)));
    let revoked = changed(&entry, EntryState::Revoked, "Fly-tipping.").unwrap();
    assert_eq!(of("registration ends", &revoked), Some(today()));
    assert_eq!(of("registration expires", &revoked), None);
    assert_eq!(of("licence ends", &revoked), None);
    let issued = [issued(&definition, true)];
    assert_eq!(
        instant_as_issued("registration expires", &issued),
        Some(date(2029, 6, 10))
    );
    assert_eq!(instant_as_issued("registration", &issued), None);
}

#[test]
fn an_entry_is_found_by_what_is_public_of_it() {
    let definition = definition();
    let lines = |name: &Name| match name.as_str() {
        "trade" => vec!["Brick & Sons Ltd".to_owned()],
        _ => ["1 Kiln Lane", "York", "YO1 1AA"].map(str::to_owned).to_vec(),
    };
    let terms = terms_of(&definition.issues[0], "BIG-1234", &lines);
    assert_eq!(terms, ["1aa", "big1234", "brick", "ltd", "sons", "yo1", "yo11aa"]);
}
