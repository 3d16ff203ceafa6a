//! What a new version would touch is counted and listed, on both engines.

use std::collections::BTreeSet;

use exemplar_core::id::Digest;
use exemplar_core::record::Phase;
use exemplar_store::CasesOfVersion;
use exemplar_testkit::{Draft, Kit, on_each_engine, submit};

use crate::begin;

#[tokio::test(flavor = "multi_thread")]
async fn cases_are_counted_by_version_and_drafts_listed_in_pages() {
    on_each_engine(async |kit: Kit| {
        let mut drafts = BTreeSet::new();
        for n in 0..5_u8 {
            let mut draft = Draft::default();
            draft.case.definition = Digest([n / 3; 32]);
            let loaded = begin(&kit.store, &draft).await;
            if n == 0 {
                kit.store.commit(submit(&loaded, "ONE")).await.unwrap();
            } else {
                drafts.insert(draft.case.id);
            }
        }
        let mut other = Draft::default();
        other.case.service = "another".into();
        begin(&kit.store, &other).await;

        let service = Draft::default().case.service;
        let of = |definition, phase, count| CasesOfVersion {
            definition: Digest([definition; 32]),
            phase,
            count,
        };
        assert_eq!(
            kit.store.cases_by_version(&service).await.unwrap(),
            [
                of(0, Phase::Draft, 2),
                of(0, Phase::Submitted, 1),
                of(1, Phase::Draft, 2)
            ]
        );
        let (mut listed, mut last) = (BTreeSet::new(), None);
        loop {
            let page = kit.store.drafts_of(&service, last, 3).await.unwrap();
            listed.extend(page.iter().map(|(_, case)| *case));
            let Some(end) = page.last() else { break };
            last = Some(*end);
        }
        assert_eq!(listed, drafts);
    })
    .await;
}
