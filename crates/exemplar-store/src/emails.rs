//! The e-mails of an organisation as those who run the installation see them: when, of which service, and what became
//! of each. No sealed value is opened.

use exemplar_core::id::{CaseId, MessageId, Name, OrganisationId, ServiceId};
use exemplar_core::record::MessageState;
use jiff::Timestamp;

use crate::Fault;
use crate::queue::PAGE;
use crate::store::Store;
use crate::value::{text, values};
use crate::words::Word;

/// An e-mail in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedEmail {
    /// Its case.
    pub case: CaseId,
    /// The message.
    pub message: MessageId,
    /// The case's service.
    pub service: ServiceId,
    /// What it is about, as the definition calls it.
    pub event: Name,
    /// Where it is.
    pub state: MessageState,
    /// How often it was tried.
    pub tries: i32,
    /// When it was written.
    pub at: Timestamp,
}

impl Store {
    /// A page of the e-mails of an organisation, or of all where none is named, as for those who run the installation.
    /// Those of the newest cases come first; one more than [`PAGE`] where there is
    /// another page. In the order of the key, so that a page costs the same however many there are.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn emails(
        &self,
        organisation: &OrganisationId,
        after: Option<(CaseId, MessageId)>,
    ) -> Result<Vec<ListedEmail>, Fault> {
        let mut sql = "SELECT m.case_id, m.id, c.service, m.event, m.state, m.tries, m.at \
            FROM message m JOIN cases c ON c.id = m.case_id WHERE m.means = 'email' AND (m.organisation = ?1 OR ?1 = '')"
            .to_owned();
        let mut values = values![text(organisation.as_str())];
        if let Some((case, message)) = after {
            sql.push_str(" AND (m.case_id, m.id) < (?2, ?3)");
            values.extend(values![case.0, message.0]);
        }
        sql.push_str(&format!(" ORDER BY m.case_id DESC, m.id DESC LIMIT {}", PAGE + 1));
        let rows = self.query("list e-mails", &sql, values).await?;
        rows.into_iter()
            .map(|mut row| {
                Ok(ListedEmail {
                    case: CaseId(row.uuid(0)?),
                    message: MessageId(row.uuid(1)?),
                    service: row.text(2)?.into(),
                    event: row.text(3)?.into(),
                    state: Word::from_word(&row.text(4)?)?,
                    tries: row.small(5)?,
                    at: row.time(6)?,
                })
            })
            .collect()
    }
}
