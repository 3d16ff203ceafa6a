//! The e-mails of an organisation for those who run the installation. No text is shown: who may see a case reads its
//! messages there.

use exemplar_core::id::{CaseId, MessageId};
use exemplar_store::{Fault, ListedEmail, PAGE};

use crate::App;
use crate::staff::SignedIn;

/// A page of e-mails.
#[derive(Debug)]
pub struct Emails {
    /// The e-mails, and with each whether who asks may open its case.
    pub emails: Vec<(ListedEmail, bool)>,
    /// Where the next page begins.
    pub next: Option<(CaseId, MessageId)>,
}

impl App {
    /// A page of the e-mails of the organisation of who asks. Nothing of a case is in it, so it is no look.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn emails(&self, who: &SignedIn, after: Option<(CaseId, MessageId)>) -> Result<Emails, Fault> {
        let mut listed = self.store.emails(&who.staff.organisation, after).await?;
        let has_more = listed.len() > PAGE;
        listed.truncate(PAGE);
        let next = listed.last().filter(|_| has_more).map(|last| (last.case, last.message));
        let mut emails = Vec::with_capacity(listed.len());
        for email in listed {
            let may_open = self.store.is_in_scope(&who.scope, email.case).await?;
            emails.push((email, may_open));
        }
        Ok(Emails { emails, next })
    }
}
