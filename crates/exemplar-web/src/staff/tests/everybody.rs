//! Every route of the tables, tried by every kind of person, by GET and POST, with and without the token of the form.
//! The tables are those that the router uses, so an address without a rule is an address that nobody reaches.

use axum::http::StatusCode;
use exemplar_core::id::CaseId;
use exemplar_core::permission::StaffRole;
use exemplar_testkit::{Draft, at};

use super::stage::{Stage, on_each_engine};
use crate::public::place::{self, Whose};
use crate::session::Session;
use crate::staff::routes::{Act, Page, ROUTES, Route, Who};

const NAME: &str = "Ann Applicant";
const REFERENCE: &str = "NNNN-1111";
/// The id of no case.
const NOBODYS: &str = "00000000-0000-0000-0000-000000000009";

/// Somebody who tries: what their browser holds, and the token of their forms.
struct Person {
    who: &'static str,
    cookie: String,
    csrf: String,
    /// None for who is not signed in as staff.
    role: Option<StaffRole>,
    /// Whether the case of the test is in their scope.
    sees_the_case: bool,
}

impl Person {
    async fn of_staff(stage: &Stage, who: &'static str, role: StaffRole, office: Option<&str>, sees: bool) -> Self {
        let email = format!("{}@example.org", who.replace(' ', "-"));
        let (cookie, csrf) = stage.somebody(&email, role, office).await;
        Self {
            who,
            cookie,
            csrf,
            role: Some(role),
            sees_the_case: sees,
        }
    }

    fn of_the_public(stage: &Stage, who: &'static str, cases: &[CaseId]) -> Self {
        let mut session = Session::new([u8::try_from(who.len()).unwrap(); 16]);
        for case in cases {
            session.hold(*case, &"permit".into(), 0, at(0));
        }
        let cookie = stage.site.sealer.seal(&session).unwrap();
        Self {
            who,
            cookie: cookie.split(';').next().unwrap().to_owned(),
            csrf: session.csrf_token(),
            role: None,
            sees_the_case: false,
        }
    }

    fn may(&self, route: &Route) -> bool {
        match route.who {
            Who::Anybody => true,
            Who::SignedIn => self.role.is_some(),
            Who::Roles(roles) => self.role.is_some_and(|role| roles.contains(&role)),
        }
    }
}

fn case_of(address: &str) -> CaseId {
    CaseId(address.rsplit('/').next().unwrap().parse().unwrap())
}

async fn draft(stage: &Stage, name: &str) -> CaseId {
    let mut draft = Draft::answering(&[("called", name)]);
    draft.case.service = "permit".into();
    draft.case.definition = stage.site.app.services.live("permit").unwrap().digest;
    stage.kit.store.commit(draft.begin()).await.unwrap();
    draft.case.id
}

/// All that is stored of cases, written out so that it can be compared.
async fn stored(stage: &Stage, cases: &[CaseId]) -> Vec<String> {
    let mut all = Vec::new();
    for case in cases {
        let (loaded, work) = (stage.kit.store.load(*case).await, stage.kit.store.work(*case).await);
        all.push(format!("{:?} {:?}", loaded.unwrap().unwrap(), work.unwrap()));
    }
    all
}

/// Everybody who works here, those whom the case is none of the business of before the others.
async fn staff(stage: &Stage) -> Vec<Person> {
    use StaffRole::{Administrator, Caseworker, Manager, Operator, Owner};
    let mut all = Vec::new();
    for (who, role, office, sees) in [
        ("caseworker of the south", Caseworker, Some("south"), false),
        ("manager of the south", Manager, Some("south"), false),
        ("operator", Operator, None, false),
        ("administrator", Administrator, None, false),
        ("caseworker of the north", Caseworker, Some("north"), true),
        ("manager of the north", Manager, Some("north"), true),
        ("owner", Owner, None, true),
    ] {
        all.push(Person::of_staff(stage, who, role, office, sees).await);
    }
    all
}

/// Somebody whose account was ended while signed in.
async fn ended(stage: &Stage) -> Person {
    let mut ended = Person::of_staff(stage, "ended account", StaffRole::Manager, Some("north"), false).await;
    let account = stage.site.app.staff_of("ended-account@example.org").await.unwrap();
    assert!(stage.site.app.end_staff(account.id, None).await.is_ok());
    ended.role = None;
    ended
}

/// Sends a request as a person: a form that would change something, with this token.
async fn tried(stage: &Stage, person: &Person, act: Act, path: &str, token: Option<&str>) -> super::stage::Read {
    if act == Act::Read {
        return stage.get(path, &person.cookie).await;
    }
    let mut fields = vec![
        ("revision", "2"),
        ("outcome", "refused"),
        ("reason-refused", "has_one"),
        ("note", "I was here"),
        ("reference", REFERENCE),
        ("called", "Eve Else"),
        ("email", "eve@example.org"),
    ];
    fields.extend(token.map(|token| ("csrf", token)));
    stage.post(path, &person.cookie, &fields).await
}

#[tokio::test(flavor = "multi_thread")]
async fn every_route_of_staff_is_closed_to_everybody_whom_it_is_not_for() {
    on_each_engine(async |stage: Stage| {
        let stage = stage.serving().await;
        let address = stage.case("north", REFERENCE, &[("called", NAME)]).await;
        let case = case_of(&address);
        let mut people = vec![
            Person {
                who: "nobody",
                cookie: String::new(),
                csrf: String::new(),
                role: None,
                sees_the_case: false,
            },
            Person::of_the_public(&stage, "applicant", &[case]),
            ended(&stage).await,
        ];
        people.extend(staff(&stage).await);
        let before = stored(&stage, &[case]).await;
        let nowhere = stage.get("/staff/nothing", "").await.body;
        // What ends a session is tried by those alone for whom it does nothing, so that all else is tried with one.
        let ends = |page| matches!(page, Page::SignOut | Page::EndOwnSessions);
        for person in people.iter().filter(|person| !person.sees_the_case) {
            for route in ROUTES {
                let path = route.path.replace('*', &case.to_string());
                let at = format!("{} at {:?} {path}", person.who, route.act);
                let token = Some(person.csrf.as_str());
                if route.act == Act::Change && route.who != Who::Anybody && person.may(route) {
                    for token in [None, Some("made-up")] {
                        let reply = tried(&stage, person, route.act, &path, token).await;
                        assert_eq!(reply.status, StatusCode::FORBIDDEN, "{at} without the token");
                    }
                }
                if ends(route.page) && person.may(route) {
                    continue;
                }
                let reply = tried(&stage, person, route.act, &path, token).await;
                assert!(!reply.body.contains(NAME), "{at} shows an answer");
                assert!(!reply.status.is_server_error(), "{at}: {}", reply.status);
                match route.who {
                    Who::Anybody => {}
                    _ if person.role.is_none() => {
                        assert_eq!(reply.status, StatusCode::SEE_OTHER, "{at}");
                        assert!(reply.location.starts_with("/staff/sign-in"), "{at}: {}", reply.location);
                    }
                    _ if !person.may(route) => {
                        assert_eq!((reply.status, &reply.body), (StatusCode::NOT_FOUND, &nowhere), "{at}");
                    }
                    _ if route.path.starts_with("/staff/cases/*") => {
                        let other = route.path.replace('*', NOBODYS);
                        let other = tried(&stage, person, route.act, &other, token).await;
                        assert_eq!(
                            (reply.status, &reply.body),
                            (StatusCode::NOT_FOUND, &other.body),
                            "{at}"
                        );
                        assert_eq!(other.status, StatusCode::NOT_FOUND, "{at}");
                    }
                    _ => {}
                }
            }
        }
        assert_eq!(stored(&stage, &[case]).await, before, "nothing was done to the case");
        for person in people.iter().filter(|person| person.sees_the_case) {
            let page = stage.get(&address, &person.cookie).await;
            assert!(page.body.contains(NAME), "{} may see the case", person.who);
            for route in ROUTES.iter().filter(|route| !ends(route.page) && !person.may(route)) {
                let path = route.path.replace('*', &case.to_string());
                let reply = tried(&stage, person, route.act, &path, Some(&person.csrf)).await;
                assert_eq!(
                    (reply.status, &reply.body),
                    (StatusCode::NOT_FOUND, &nowhere),
                    "{} at {path}",
                    person.who
                );
            }
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_page_of_a_service_is_closed_to_everybody_but_the_holder_of_the_case() {
    on_each_engine(async |stage: Stage| {
        let stage = stage.serving().await;
        let sent = case_of(&stage.case("north", REFERENCE, &[("called", NAME)]).await);
        let drafted = draft(&stage, NAME).await;
        let another = draft(&stage, "Bob Stranger").await;
        let holder = Person::of_the_public(&stage, "holder", &[sent, drafted]);
        let mut people = vec![
            Person::of_the_public(&stage, "nobody", &[]),
            Person::of_the_public(&stage, "another applicant", &[another]),
            ended(&stage).await,
        ];
        people.extend(staff(&stage).await);
        people.push(Person {
            who: "made-up cookie",
            cookie: format!("{}x", holder.cookie),
            csrf: holder.csrf.clone(),
            role: None,
            sees_the_case: false,
        });
        let before = stored(&stage, &[sent, drafted]).await;
        let paths = place::ROUTES.iter().map(|route| {
            let part = if route.path == "*" {
                "called".to_owned()
            } else {
                sent.to_string()
            };
            let path = format!("/permit/{}", route.path.replace('*', &part));
            (route, path.trim_end_matches('/').to_owned(), part)
        });
        for (route, path, part) in paths.clone() {
            for person in &people {
                let at = format!("{} at {path}", person.who);
                let read = stage.get(&path, &person.cookie).await;
                let changed = tried(&stage, person, Act::Change, &path, Some(&person.csrf)).await;
                for reply in [&read, &changed] {
                    assert!(!reply.body.contains(NAME) && !reply.body.contains(REFERENCE), "{at}");
                    assert!(!reply.status.is_server_error(), "{at}: {}", reply.status);
                }
                if route.path.ends_with("/*") {
                    let other = stage.get(&path.replace(&part, NOBODYS), &person.cookie).await;
                    let other_body = other.body.replace(NOBODYS, &part);
                    assert_eq!(
                        (read.status, &read.body),
                        (other.status, &other_body),
                        "{at} tells of a case"
                    );
                }
            }
        }
        assert_eq!(
            stored(&stage, &[sent, drafted]).await,
            before,
            "nothing was done to the cases"
        );
        let mut shown = 0;
        for (route, path, _) in paths.clone() {
            let read = stage.get(&path, &holder.cookie).await;
            if route.read == Whose::Holders && (read.body.contains(NAME) || read.body.contains(REFERENCE)) {
                shown += 1;
            }
        }
        let before = stored(&stage, &[sent, drafted]).await;
        for (route, path, _) in paths {
            let wanted = match route.change {
                Some(_) => StatusCode::FORBIDDEN,
                None => StatusCode::NOT_FOUND,
            };
            for token in [None, Some("made-up")] {
                let reply = tried(&stage, &holder, Act::Change, &path, token).await;
                assert_eq!(reply.status, wanted, "the holder at {path} without the token");
            }
        }
        assert_eq!(
            stored(&stage, &[sent, drafted]).await,
            before,
            "no form without its token did anything"
        );
        assert!(shown >= 3, "the holder sees the case: {shown}");
    })
    .await;
}
