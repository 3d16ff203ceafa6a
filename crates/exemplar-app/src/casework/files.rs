//! Files of a case, given to staff who may see it.

use exemplar_core::casework::Asked;
use exemplar_core::id::{CaseId, Name};
use exemplar_store::Fault;

use super::At;
use crate::App;
use crate::files::{GivenFile, every};
use crate::staff::SignedIn;

impl App {
    /// A file of a case. The look is on record when this returns; none where there is no such case for this person,
    /// or the file was not found to be clean.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn file_for_staff(&self, who: &SignedIn, case: CaseId, n: i32) -> Result<Option<GivenFile>, Fault> {
        let Some(loaded) = self.case_in_scope(who, case).await? else {
            return Ok(None);
        };
        self.look(who, At::Case(case, "file")).await?;
        // What is being given and was not sent is not the office's yet.
        let asked = Asked::of(&loaded.case);
        let is_unsent = |name: &Name| asked.is_some_and(|asked| asked.name == name.as_str());
        if every(&loaded).any(|(name, file)| file.n == n && is_unsent(name)) {
            return Ok(None);
        }
        self.given(&loaded, n).await
    }
}
