//! The link by which somebody renews what they were issued. It goes with a message; only a keyed hash of it is stored
//! beside. Looking at it changes nothing, opening it shows nothing: who comes by it says the second fact first, as with
//! every link that leads back to a case.

use exemplar_core::definition::{Definition, Duration, DurationUnit, Recipient, Sending};
use exemplar_core::id::{CaseId, Name};
use exemplar_core::journey::Walk;
use exemplar_core::record::{Case, ClaimChange, ClaimKind};
use exemplar_core::renewing::{renewable, window};
use exemplar_store::Fault;
use jiff::Timestamp;

use crate::apply::zone;
use crate::{App, chance};

/// What the keyed hashes of these links are for: others than those of other links.
const LINK: &str = "renew link";
/// So long after the last day on which something can be renewed, its link still says that it is too late.
const TELLS: Duration = Duration {
    count: 60,
    unit: DurationUnit::Days,
};
/// The name by which messages have it.
const NAME: &str = "renew_link";

/// What a link turned out to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RenewLink {
    /// It leads to this case, once its person says who they are.
    Of(CaseId),
    /// It is not known, or is so old that it was forgotten.
    Unknown,
}

/// A link that was drawn and not sent yet.
#[derive(Debug, Clone)]
pub(crate) struct Drawn {
    /// The whole address.
    pub(crate) address: String,
    hashed: String,
    until: Timestamp,
}

impl Drawn {
    /// What keeps it, as long as it tells something.
    pub(crate) fn claim(&self, case: CaseId) -> ClaimChange {
        ClaimChange::Take {
            kind: ClaimKind::ReturnLink,
            value: self.hashed.clone(),
            owner: case,
            until: Some(self.until),
        }
    }
}

/// Whether the words of a message name the link, in any language.
#[must_use]
pub fn names_link(definition: &Definition, message: &Name) -> bool {
    if renewable(definition).is_none() {
        return false;
    }
    let languages = 0..definition.languages.len();
    let names = |text: &exemplar_core::text::Text| languages.clone().any(|place| text.get(place).contains(NAME));
    let letter = definition.messages.get(message);
    let text = definition.text_messages.get(message);
    letter.is_some_and(|words| names(&words.body)) || text.is_some_and(|words| names(&words.body))
}

impl App {
    /// The link of a message that names it; none where it names none, or nothing was issued that ends.
    ///
    /// # Errors
    /// Where the machine gives no random bytes.
    pub(crate) fn draw_renew_link(
        &self,
        (name, sending): (&Name, &Sending),
        case: &Case,
        walk: &Walk<'_>,
    ) -> Result<Option<Drawn>, Fault> {
        let definition = walk.definition();
        if !names_link(definition, name) || matches!(sending.to, Recipient::Each(_)) {
            return Ok(None);
        }
        let Some((issue, renew)) = renewable(definition) else {
            return Ok(None);
        };
        let expires = walk.issued(issue.name.as_str()).and_then(|issued| issued.until);
        let last = expires.and_then(|expires| window(renew, expires, &definition.holidays));
        let until = last.map(|window| TELLS.after(window.until, &definition.holidays));
        let until = until.and_then(|day| day.to_zoned(zone(definition)).ok());
        let Some(until) = until else { return Ok(None) };
        let token = data_encoding::BASE64URL_NOPAD.encode(&chance::bytes::<24>()?);
        let place = definition.language_index(&case.language).unwrap_or_default();
        let prefix = match place {
            0 => String::new(),
            _ => format!("/{}", case.language),
        };
        Ok(Some(Drawn {
            hashed: self.store.keys().hash_text(LINK, "", &token),
            address: format!("{}/{}{prefix}/renew/{token}", self.address, definition.id),
            until: until.timestamp(),
        }))
    }

    /// The case to which a link leads. Looking changes nothing.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn look_at_renew_link(&self, live: &Definition, token: &str) -> Result<RenewLink, Fault> {
        let hashed = self.store.keys().hash_text(LINK, "", token);
        let claim = self.store.find_claim(ClaimKind::ReturnLink, &hashed).await?;
        let now = self.clock.now();
        let Some(claim) = claim.filter(|claim| claim.until.is_none_or(|until| until > now)) else {
            return Ok(RenewLink::Unknown);
        };
        let loaded = self.store.load(claim.owner).await?;
        let loaded = loaded.filter(|loaded| loaded.case.service == live.id);
        Ok(loaded.map_or(RenewLink::Unknown, |loaded| RenewLink::Of(loaded.case.id)))
    }
}
