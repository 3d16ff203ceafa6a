//! Certificates that go with messages. How one looks is a page's matter: whoever makes the [`App`] says who draws it.

use exemplar_core::definition::Issue;
use exemplar_core::id::CaseId;
use exemplar_core::issuing::Issued;
use exemplar_core::journey::Walk;
use exemplar_core::record::{LoadedCase, Message, RegisterEntry};
use exemplar_outbound::AttachedPage;
use exemplar_store::Fault;

use crate::App;
use crate::casework::walk;
use crate::says::Says;

/// Draws a certificate; none where the definition has no words for it.
pub type Draw = fn(&App, &CertificateOf<'_>) -> Option<String>;

/// What a certificate is made of.
#[derive(Clone, Copy)]
pub struct CertificateOf<'a> {
    /// The words of the service in the language of the certificate.
    pub says: Says<'a>,
    /// The applicant's way, with what was issued.
    pub walk: &'a Walk<'a>,
    /// What the definition says of it.
    pub issue: &'a Issue,
    /// As it is stored.
    pub entry: &'a RegisterEntry,
}

impl App {
    /// The certificate that goes with a message, where its definition says so and `is_theirs` says that the address is
    /// the applicant's: a certificate holds answers, and an unconfirmed address may be somebody else's.
    ///
    /// # Errors
    /// When the store fails.
    pub(crate) async fn attached(
        &self,
        case: CaseId,
        message: &Message,
        (service, is_theirs): (&str, impl Fn(&LoadedCase) -> bool),
    ) -> Result<Option<AttachedPage>, Fault> {
        let live = self.services.live(service);
        // Nothing more is read for services whose messages go alone.
        if live.is_none_or(|live| live.issues.iter().all(|issue| issue.document.is_none())) {
            return Ok(None);
        }
        let (Some(draw), Some(loaded)) = (self.certificates, self.store.load(case).await?) else {
            return Ok(None);
        };
        let definition = self.services.version(&self.store, loaded.case.definition).await?;
        let Some(document) = definition.attached.get(&message.event).filter(|_| is_theirs(&loaded)) else {
            return Ok(None);
        };
        let entries = self.store.entries_of_case(case).await?;
        let way = walk(&loaded, &definition, self.today_of(&definition));
        let way = way.with_issued(entries.iter().map(Issued::of_entry).collect());
        let says = Says {
            words: self.words.of(&message.language),
            definition: &definition,
            language: definition.language_index(&message.language).unwrap_or_default(),
        };
        let issued = definition
            .issues
            .iter()
            .filter(|issue| issue.document.as_ref() == Some(document));
        let page = issued.into_iter().find_map(|issue| {
            let entry = entries
                .iter()
                .find(|entry| Issued::of_entry(entry).issue == issue.name)?;
            let of = CertificateOf {
                says,
                walk: &way,
                issue,
                entry,
            };
            Some(AttachedPage {
                file: format!("{document}-{}.html", entry.number),
                html: draw(self, &of)?,
            })
        });
        Ok(page)
    }
}
