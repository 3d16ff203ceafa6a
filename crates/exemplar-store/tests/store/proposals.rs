//! Versions on their way: one step at a time, whoever else is at it, and live at once on every instance.

use exemplar_core::definition::Folder;
use exemplar_core::publishing::{Asking, Done, Foretold, Proposal, ProposalState, preview_folder};
use exemplar_core::record::Actor;
use exemplar_testkit::{Kit, at, on_each_engine};

fn folder(words: &str) -> Folder {
    Folder {
        name: "bins".into(),
        files: [("service.yaml".to_owned(), words.as_bytes().to_vec())].into(),
    }
}

fn done() -> Done {
    Done {
        by: Actor::Integration("test".into()),
        at: at(0),
    }
}

/// Brings a version in and reads it.
async fn bring_in(kit: &Kit, words: &str) -> Proposal {
    let n = kit.store.bring_in(&folder(words), 2, &done()).await.unwrap();
    kit.store.proposal(&"bins".into(), n).await.unwrap().unwrap()
}

/// Asks for it, to go live at a second.
async fn ask(kit: &Kit, proposal: Proposal, second: Option<i64>) -> Proposal {
    let history = kit.store.history(&"bins".into()).await.unwrap();
    let live = history.last().map(|last| last.digest);
    let asking = Asking {
        by: done().by,
        at: at(1),
        takes_effect: second.map(at),
        note: "New words".into(),
        seen_live: live,
        foretold: Foretold {
            moved: 3,
            finish: 2,
            cases: 1,
        },
    };
    let asked = proposal.ask(asking, live, false).unwrap();
    assert!(kit.store.change_proposal(&asked, ProposalState::Draft).await.unwrap());
    asked
}

#[tokio::test(flavor = "multi_thread")]
async fn a_version_goes_live_once_and_at_its_time() {
    on_each_engine(async |kit: Kit| {
        let asked = ask(&kit, bring_in(&kit, "one").await, Some(60)).await;
        assert!(kit.store.due_proposals(at(59)).await.unwrap().is_empty());
        assert_eq!(kit.store.due_proposals(at(60)).await.unwrap(), [asked.clone()]);
        // Two instances at once.
        let (one, other) = tokio::join!(
            kit.store.publish_proposal(&asked, at(60)),
            kit.store.publish_proposal(&asked, at(60))
        );
        assert!(one.unwrap() ^ other.unwrap(), "one of them did it");
        assert_eq!(kit.store.live().await.unwrap(), [("bins".into(), asked.digest)]);
        let history = kit.store.history(&"bins".into()).await.unwrap();
        assert_eq!((history.len(), history[0].at), (1, at(60)));
        let now = kit.store.proposal(&"bins".into(), 1).await.unwrap().unwrap();
        assert_eq!((now.state, now.warnings), (ProposalState::Published, 2));
        assert_eq!(now.foretold, asked.foretold);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_version_that_was_overtaken_does_not_go_live() {
    on_each_engine(async |kit: Kit| {
        let first = ask(&kit, bring_in(&kit, "one").await, None).await;
        let second = ask(&kit, bring_in(&kit, "two").await, None).await;
        assert!(kit.store.publish_proposal(&first, at(2)).await.unwrap());
        assert!(!kit.store.publish_proposal(&second, at(3)).await.unwrap());
        assert_eq!(kit.store.live().await.unwrap(), [("bins".into(), first.digest)]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_step_is_taken_only_from_where_the_proposal_stands() {
    on_each_engine(async |kit: Kit| {
        let proposal = bring_in(&kit, "one").await;
        assert_eq!(
            bring_in(&kit, "one").await,
            proposal,
            "the same draft is not kept twice"
        );
        let withdrawn = proposal.clone().withdraw(done().by, at(1)).unwrap();
        assert!(
            kit.store
                .change_proposal(&withdrawn, ProposalState::Draft)
                .await
                .unwrap()
        );
        assert!(
            !kit.store
                .change_proposal(&withdrawn, ProposalState::Draft)
                .await
                .unwrap()
        );
        assert_eq!(
            bring_in(&kit, "one").await.n,
            2,
            "what was taken back is brought in anew"
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_preview_is_live_under_its_own_name_until_it_ends() {
    on_each_engine(async |kit: Kit| {
        let preview = preview_folder(&folder("one"));
        let name = preview.name.as_str().into();
        kit.store.begin_preview(&preview, &done()).await.unwrap();
        assert_eq!(kit.store.live().await.unwrap().len(), 1);
        assert_eq!(kit.store.definition(preview.digest()).await.unwrap(), Some(preview));
        assert!(kit.store.previews_before(at(0)).await.unwrap().is_empty());
        assert_eq!(kit.store.previews_before(at(1)).await.unwrap(), [name]);
        kit.store.end_preview(&"bins".into()).await.unwrap();
        assert_eq!(kit.store.live().await.unwrap().len(), 1, "no other service is ended");
    })
    .await;
}
