//! A form comes in by a page: what is kept of it, for whom, and where it can go.

use exemplar_core::permission::{Membership, Staff, StaffPrivate, StaffRole, StaffState};
use exemplar_core::publishing::ProposalState;
use exemplar_core::record::Actor;
use exemplar_testkit::{Kit, at, on_each_engine};
use uuid::Uuid;

use super::*;
use crate::publishing::NotBrought;

const FORM: &str = r#"{ "name": "Market stall", "pages": [{ "path": "/a", "title": "A", "next": [],
    "components": [{ "type": "EmailAddressField", "name": "e", "title": "What is your email address?" },
                   { "type": "MapField", "name": "m", "title": "Where?" }] }] }"#;

/// Somebody who owns all of some organisations, or one service. Who is there already is there once.
async fn owner(app: &App, n: u128, of: &[(&str, Option<&str>)]) -> SignedIn {
    let membership = |(organisation, service): &(&str, Option<&str>)| Membership {
        id: Uuid::now_v7(),
        organisation: (*organisation).into(),
        role: StaffRole::Owner,
        office: None,
        team: None,
        service: service.map(Into::into),
        from: Timestamp::UNIX_EPOCH,
        until: None,
    };
    let staff = Staff {
        id: exemplar_core::id::StaffId(Uuid::from_u128(n)),
        organisation: "council".into(),
        state: StaffState::Active,
        epoch: 0,
        revision: 1,
        private: StaffPrivate {
            email: format!("{n}@example.org"),
            ..StaffPrivate::default()
        },
        memberships: of.iter().map(membership).collect(),
    };
    app.store.add_staff(&staff).await.unwrap();
    crate::staff::acting(staff, at(0))
}

fn chosen(format: Format, as_one: bool, files: &[(&str, &str)]) -> Chosen {
    let file = |(name, content): &(&str, &str)| SourceFile {
        name: (*name).to_owned(),
        content: content.as_bytes().to_vec(),
    };
    Chosen {
        format,
        as_one,
        files: files.iter().map(file).collect(),
    }
}

/// A form that was read.
async fn read(app: &App, who: &SignedIn) -> (String, Import) {
    let came = app.import_by_page(who, chosen(Format::XgovV1, false, &[("stall.json", FORM)]));
    let id = came.await.unwrap();
    let import = app.imported(who, &id).await.unwrap().unwrap();
    (id, import)
}

async fn instance(kit: &Kit) -> App {
    let app = crate::instance::instance(kit);
    app.services.follow(&app.store).await.unwrap();
    app
}

#[tokio::test]
async fn what_came_of_a_form_is_kept_for_who_brought_it() {
    on_each_engine(async |kit: Kit| {
        let app = instance(&kit).await;
        let ann = owner(&app, 1, &[("council", None)]).await;
        let (id, import) = read(&app, &ann).await;
        assert_eq!((import.name(), import.title.as_str()), ("stall", "Market stall"));
        assert!(import.report.passes_check);
        let became = |became| import.report.entries.iter().filter(move |line| line.became == became);
        assert_eq!(became(Became::NotPossible).next().unwrap().what, "MapField");
        assert!(became(Became::ToComplete).all(|line| line.reason != "organisation"));
        assert!(import.report_file().contains("\"what\": \"MapField\""));
        assert!(import.archive().windows(18).any(|part| part == b"stall/service.yaml"));

        let bob = owner(&app, 2, &[("council", None)]).await;
        assert!(app.imported(&bob, &id).await.unwrap().is_none(), "it is not Bob's");
        let nobody = owner(&app, 1, &[]).await;
        assert!(
            app.imported(&nobody, &id).await.unwrap().is_none(),
            "who owns nothing any more sees nothing"
        );
    })
    .await;
}

#[tokio::test]
async fn a_form_becomes_a_draft_of_a_new_service_of_ones_own_organisation() {
    on_each_engine(async |kit: Kit| {
        let app = instance(&kit).await;
        let ann = owner(&app, 1, &[("council", None)]).await;
        let (_, import) = read(&app, &ann).await;
        let place = Place::New("council".into());
        assert_eq!(app.places(&ann, &import).await.unwrap(), vec![place.clone()]);
        assert_eq!(app.free_name("stall").await.unwrap(), "stall");
        for name in ["", "Stall", "a/b", "staff", "-a", &"a".repeat(61)] {
            let kept = app.keep_import(&ann, &import, (&place, name)).await;
            assert!(matches!(kept, Err(NotKept::WrongName)), "{name}");
        }
        let kept = app.keep_import(&ann, &import, (&place, "stall")).await;
        assert!(matches!(kept, Ok((ref service, 1)) if service.as_str() == "stall"));
        let proposals = app.store.proposals(&"stall".into()).await.unwrap();
        assert_eq!(proposals[0].state, ProposalState::Draft);
        assert_eq!(proposals[0].brought.by, Actor::Staff(ann.staff.id));
        let folder = app.store.definition(proposals[0].digest).await.unwrap().unwrap();
        let service = String::from_utf8(folder.files["service.yaml"].clone()).unwrap();
        assert!(service.contains("\norganisation: council\n"), "{service}");
        app.services.follow(&app.store).await.unwrap();
        assert!(app.services.live("stall").is_none(), "nothing goes live by that");

        let again = app.keep_import(&ann, &import, (&place, "stall")).await;
        assert!(matches!(again, Err(NotKept::Taken)));
        assert_eq!(app.free_name("stall").await.unwrap(), "stall-2");
        let there = Place::Of {
            organisation: "council".into(),
            service: "stall".into(),
            title: Some("Market stall".into()),
        };
        assert_eq!(app.places(&ann, &import).await.unwrap(), vec![place, there.clone()]);
        let kept = app.keep_import(&ann, &import, (&there, "")).await;
        assert!(matches!(kept, Ok((_, 1))), "the same version is no other");
    })
    .await;
}

#[tokio::test]
async fn who_owns_one_service_or_another_organisation_brings_forms_in_there_alone() {
    on_each_engine(async |kit: Kit| {
        let app = instance(&kit).await;
        let ann = owner(&app, 1, &[("council", None)]).await;
        let (_, import) = read(&app, &ann).await;
        let kept = app
            .keep_import(&ann, &import, (&Place::New("council".into()), "stall"))
            .await;
        assert!(kept.is_ok());

        let bob = owner(&app, 2, &[("council", Some("boats"))]).await;
        let (_, import) = read(&app, &bob).await;
        let boats = Place::Of {
            organisation: "council".into(),
            service: "boats".into(),
            title: None,
        };
        assert_eq!(app.places(&bob, &import).await.unwrap(), vec![boats.clone()]);
        let refused = app
            .keep_import(&bob, &import, (&Place::New("council".into()), "carts"))
            .await;
        assert!(matches!(refused, Err(NotKept::NotBrought(NotBrought::NotYours))));
        assert!(app.keep_import(&bob, &import, (&boats, "")).await.is_ok());

        let eve = owner(&app, 3, &[("elsewhere", None)]).await;
        let (_, import) = read(&app, &eve).await;
        assert_eq!(
            app.places(&eve, &import).await.unwrap(),
            vec![Place::New("elsewhere".into())]
        );
        let stall = Place::Of {
            organisation: "elsewhere".into(),
            service: "stall".into(),
            title: None,
        };
        let refused = app.keep_import(&eve, &import, (&stall, "")).await;
        assert!(matches!(refused, Err(NotKept::NotBrought(NotBrought::NotYours))));
        let nobody = owner(&app, 4, &[]).await;
        let refused = app
            .import_by_page(&nobody, chosen(Format::XgovV1, false, &[("a.json", FORM)]))
            .await;
        assert!(matches!(refused, Err(NotImported::NotYours)));
    })
    .await;
}

#[tokio::test]
async fn what_is_no_form_is_told_apart() {
    let kit = Kit::sqlite().await;
    let app = instance(&kit).await;
    let ann = owner(&app, 1, &[("council", None)]).await;
    let came = async |format, as_one, files: &[(&str, &str)]| {
        let came = app.import_by_page(&ann, chosen(format, as_one, files)).await;
        came.unwrap_err()
    };
    let no_json = came(Format::XgovV1, false, &[("a.json", FORM), ("b.json", "name: x")]).await;
    assert!(matches!(no_json, NotImported::NotJson(name) if name == "b.json"));
    let no_json = came(Format::DefraForms, false, &[("a.json", "{ name: x")]).await;
    assert!(matches!(no_json, NotImported::NotJson(_)));
    let other = came(Format::Gcforms, false, &[("a.json", FORM)]).await;
    let NotImported::Nothing { says, looks_like } = other else {
        panic!("{other:?}");
    };
    assert_eq!(looks_like, Some(Format::XgovV1));
    assert_eq!(says, ["The file has no elements, so it is no form of this system."]);
    let unknown = came(Format::Gcforms, true, &[("a.json", "[1]")]).await;
    assert!(matches!(unknown, NotImported::Nothing { looks_like: None, .. }));
    let empty = came(Format::XgovV1, false, &[("a.json", r#"{ "pages": [] }"#)]).await;
    assert!(matches!(empty, NotImported::AsksNothing));
    let two = [("a.json", FORM), ("b.json", FORM)];
    assert!(matches!(
        came(Format::XgovV1, false, &two).await,
        NotImported::ManyForms(2)
    ));
}

#[tokio::test]
async fn files_of_an_application_become_one_service() {
    let kit = Kit::sqlite().await;
    let app = instance(&kit).await;
    let ann = owner(&app, 1, &[("council", None)]).await;
    let other = FORM
        .replace("email address", "work email address")
        .replace("Market stall", "Site");
    let files = [("market-1.json", FORM), ("market-2.json", other.as_str())];
    let id = app
        .import_by_page(&ann, chosen(Format::XgovV1, true, &files))
        .await
        .unwrap();
    let import = app.imported(&ann, &id).await.unwrap().unwrap();
    assert_eq!((import.name(), import.report.files.len()), ("market", 2));
    let named = [("costs.json", FORM), ("people.json", other.as_str())];
    let id = app
        .import_by_page(&ann, chosen(Format::XgovV1, true, &named))
        .await
        .unwrap();
    let called = app.imported(&ann, &id).await.unwrap().unwrap();
    assert_eq!(called.name(), exemplar_import::names::folder(&called.title).unwrap());
    assert_eq!(called.whole["service"], called.name());
    let tasks = import.folder.files.keys().filter(|path| path.starts_with("tasks/"));
    assert_eq!(tasks.count(), 2);
}
