//! A licence that is renewed, on both engines: one number with a new term, one renewal at a time, in its window, and how
//! long the cases of all its terms are kept.

use std::collections::BTreeMap;

use exemplar_core::answer::{Answer, Given};
use exemplar_core::definition::Folder;
use exemplar_core::issuing::{Changing, EntryState, change};
use exemplar_core::record::{Change, Means};
use exemplar_core::renewing::RENEWAL_BEGUN;
use exemplar_testkit::{Draft as NewDraft, Kit, at, on_each_engine, today};
use jiff::ToSpan as _;

use super::*;
use crate::apply::{NotSubmitted, Opened};
use crate::clock::Clock;
use crate::instance::instance;
use crate::services::publish;

const SERVICE: &str = "language: 1
name: Licences
organisation: example-council
why: To keep a register.
law: A law of the tests
time_zone: UTC
questions:
  charity: { when: not renewing, ask: Is it a charity?, called: whether it is a charity, yes_no: }
  trade: { ask: What is your trade name?, called: your trade name, text: }
  email: { ask: What is your email address?, email: }
confirm_with: trade
casework:
  outcomes:
    registered: { title: Registered }
    refused: { title: Refused }
  automatic: { outcome: registered, when: answered(trade) }
issues:
  licence:
    at: registered
    number: L########
    lasts: 100 days
    public: [trade, number, expires]
    search_by: [trade]
    can_be: [revoked]
    renew: { from: 60 days, until: 10 days }
messages:
  renew_soon: { at: licence expires, before: 60 days }
keep: { draft: 28 days, registered: 30 days after licence expires, refused: 1 day, withdrawn: 1 day }
";
const REGISTERED: &str = "# You have it\n\n[Renew it](((renew_link))).\n";

async fn app(kit: &Kit) -> App {
    let app = instance(kit);
    let files = [
        ("service.yaml", SERVICE),
        ("messages/registered.en.md", REGISTERED),
        ("messages/renew_soon.en.md", REGISTERED),
    ];
    let files = files.map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec()));
    let folder = Folder {
        name: "licences".to_owned(),
        files: BTreeMap::from(files),
    };
    let by = Actor::Integration("test".into());
    let published = publish(&app.store, folder, &by, at(0)).await.unwrap();
    if let Err(not) = published {
        panic!("{:?}", not.checked.findings);
    }
    app.services.follow(&app.store).await.unwrap();
    app
}

fn manner() -> Manner {
    Manner {
        language: "en".into(),
        channel: Channel::Web,
        device: DeviceClass::Computer,
    }
}

fn by() -> Beginner {
    Beginner {
        actor: Actor::Participant(0),
        channel: Channel::Web,
    }
}

fn live(app: &App) -> Arc<Definition> {
    app.services.live("licences").unwrap()
}

/// Goes on by so many days.
fn days_later(app: &mut App, days: i64) {
    app.clock = Clock::Fixed(at(24 * 3600 * days));
}

async fn sent(app: &App, access: Access) -> Result<(), NotSubmitted> {
    let live = live(app);
    let Opened::Draft(draft) = app.open(&live, access).await.unwrap() else {
        panic!("it is no draft")
    };
    let seen = draft.seen_all(&draft.walk(&manner()));
    app.submit(&live, access, &manner(), &seen).await.map(|_| ())
}

/// A first licence, which the computer gives.
async fn first(app: &App) -> CaseId {
    let mut draft = NewDraft::default();
    draft.case.service = "licences".into();
    draft.case.definition = live(app).digest;
    let given = |answer| Given {
        answer,
        by: Actor::Participant(0),
        at: at(0),
        channel: Channel::Web,
    };
    draft.part.answers.0 = [
        ("charity".into(), given(Answer::Yes(false))),
        ("trade".into(), given(Answer::Text("Brick & Sons".to_owned()))),
        ("email".into(), given(Answer::Text("brick@example.org".to_owned()))),
    ]
    .into();
    let case = draft.case.id;
    app.store.commit(draft.begin()).await.unwrap();
    sent(app, Access { case, epoch: 0 }).await.unwrap();
    case
}

async fn only_entry(app: &App, case: CaseId) -> RegisterEntry {
    let entries = app.store.entries_of_case(case).await.unwrap();
    assert_eq!(entries.len(), 1);
    entries.into_iter().next().unwrap()
}

async fn standing(app: &App, case: CaseId) -> Standing {
    let former = app.store.load(case).await.unwrap().unwrap();
    app.renewal_standing(&live(app), &former).await.unwrap()
}

/// The token in the newest message of a case.
async fn token(app: &App, case: CaseId) -> String {
    let work = app.store.work(case).await.unwrap();
    let message = work
        .messages
        .iter()
        .rfind(|message| message.means == Means::Email)
        .unwrap();
    let (_, token) = message.text.split_once("/licences/renew/").unwrap();
    token.split(')').next().unwrap().to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn one_number_has_a_new_term_and_both_cases_know_of_each_other() {
    on_each_engine(async |kit: Kit| {
        let mut app = app(&kit).await;
        let former = first(&app).await;
        let before = only_entry(&app, former).await;
        let link = token(&app, former).await;
        assert_eq!(
            app.look_at_renew_link(&live(&app), &link).await.unwrap(),
            RenewLink::Of(former)
        );
        assert_eq!(
            app.look_at_renew_link(&live(&app), "another").await.unwrap(),
            RenewLink::Unknown
        );
        assert!(matches!(
            standing(&app, former).await,
            Standing::Cannot(NotRenewed::TooEarly(_))
        ));
        days_later(&mut app, 50);
        assert!(matches!(standing(&app, former).await, Standing::Can(..)));
        let access = app.begin_renewal(&live(&app), former, &manner(), &by()).await.unwrap();
        assert!(matches!(standing(&app, former).await, Standing::Begun(_)));
        let twice = app.begin_renewal(&live(&app), former, &manner(), &by()).await;
        assert!(matches!(twice, Err(NotBegun::Stands(Standing::Begun(_)))));
        sent(&app, access).await.unwrap();

        let after = only_entry(&app, access.case).await;
        assert_eq!(
            (after.number.as_str(), after.from),
            (before.number.as_str(), before.from)
        );
        assert_eq!(after.until, before.until.map(|until| until + 100.days()));
        assert!(app.store.entries_of_case(former).await.unwrap().is_empty());
        let public = app.store.public_entry(&after.register, &after.number).await.unwrap();
        assert_eq!(public.unwrap().until, after.until);
        assert!(matches!(
            standing(&app, former).await,
            Standing::Cannot(NotRenewed::Done)
        ));
        assert_eq!(app.case_before(access.case).await.unwrap().unwrap().0, former);
        assert_eq!(app.renewals_of(former).await.unwrap()[0].case.id, access.case);
        let kinds = |events: Vec<exemplar_core::record::Event>| -> Vec<String> {
            events.into_iter().map(|event| event.kind).collect()
        };
        let told = kinds(app.store.events(former).await.unwrap());
        assert!(
            told.ends_with(&[RENEWAL_BEGUN.to_owned(), RENEWED.to_owned()]),
            "{told:?}"
        );
        let told = kinds(app.store.events(access.case).await.unwrap());
        assert!(
            told.contains(&RENEWED.to_owned()) && !told.contains(&"entry_issued".to_owned()),
            "{told:?}"
        );
        assert_eq!(app.store.verify().await.unwrap(), []);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_renewal_that_is_too_late_or_of_what_was_revoked_is_not_sent() {
    let kit = Kit::sqlite().await;
    let mut app = app(&kit).await;
    let former = first(&app).await;
    days_later(&mut app, 50);
    let access = app.begin_renewal(&live(&app), former, &manner(), &by()).await.unwrap();
    days_later(&mut app, 111);
    let late = sent(&app, access).await;
    assert!(matches!(late, Err(NotSubmitted::NotRenewed(NotRenewed::TooLate(_)))));
    days_later(&mut app, 60);
    let entry = only_entry(&app, former).await;
    let changing = Changing {
        to: EntryState::Revoked,
        reason: "Fly-tipping.",
        by: exemplar_core::id::StaffId(uuid::Uuid::from_u128(5)),
        today: today(),
        now: at(1),
    };
    let revoked = change(&entry, &live(&app).issues[0], &changing).unwrap();
    let mut outcome = Outcome::new(chance::commit_id(), at(1));
    outcome.changes.push(Change::RegisterEntry(Box::new(revoked)));
    outcome.read.push(app.store.load(former).await.unwrap().unwrap());
    assert_eq!(app.store.commit(outcome).await.unwrap(), Committed::Committed);
    let taken = sent(&app, access).await;
    assert!(matches!(taken, Err(NotSubmitted::NotRenewed(NotRenewed::TakenAway))));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_cases_of_all_terms_are_kept_until_the_newest_is_long_over() {
    on_each_engine(async |kit: Kit| {
        let mut app = app(&kit).await;
        let (former, alone) = (first(&app).await, first(&app).await);
        days_later(&mut app, 50);
        let access = app.begin_renewal(&live(&app), former, &manner(), &by()).await.unwrap();
        sent(&app, access).await.unwrap();
        let is_there = async |app: &App, case| app.store.load(case).await.unwrap().is_some();
        let check = async |app: &mut App, days, expected: [bool; 3]| {
            days_later(app, days);
            app.erase_what_is_over().await.unwrap();
            let there = [
                is_there(app, former).await,
                is_there(app, access.case).await,
                is_there(app, alone).await,
            ];
            assert_eq!(there, expected, "after {days} days");
        };
        // The first term ends after 100 days, the second after 200; each is kept for 30 more.
        check(&mut app, 130, [true, true, true]).await;
        check(&mut app, 131, [true, true, false]).await;
        check(&mut app, 230, [true, true, false]).await;
        check(&mut app, 231, [false, false, false]).await;
        assert_eq!(app.store.verify().await.unwrap(), []);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_renewal_goes_on_where_the_case_before_was_erased() {
    let kit = Kit::sqlite().await;
    let mut app = app(&kit).await;
    let former = first(&app).await;
    let before = only_entry(&app, former).await;
    days_later(&mut app, 50);
    let access = app.begin_renewal(&live(&app), former, &manner(), &by()).await.unwrap();
    app.erase_case(former, "asked for").await.unwrap();
    sent(&app, access).await.unwrap();
    let after = only_entry(&app, access.case).await;
    assert_eq!(after.number, before.number);
    assert_eq!(app.case_before(access.case).await.unwrap(), Some((former, None)));
}
