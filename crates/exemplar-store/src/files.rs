//! What is known of the files of a case, and the keys of their content. The content itself is kept elsewhere.

use exemplar_core::id::CaseId;
use exemplar_core::record::{File, LoadedCase};
use uuid::Uuid;

use crate::Fault;
use crate::store::Store;
use crate::stored;
use crate::value::values;
use crate::work;

impl Store {
    /// The files of a case, by number; nothing where it was erased.
    ///
    /// # Errors
    /// If the database fails or a sealed value does not open.
    pub async fn files(&self, case: CaseId) -> Result<Vec<File>, Fault> {
        let Some(key) = self.key_of(case).await? else {
            return Ok(Vec::new());
        };
        let sql = "SELECT n, size, media_type, scan, sealed FROM file WHERE case_id = ?1 ORDER BY n";
        let rows = self
            .inner
            .engine
            .look_up("read the files of a case", sql, values![case.0])
            .await?;
        rows.into_iter().map(|row| work::file(&key, case, row)).collect()
    }

    /// The key of one content of a case. It follows from the key of the case, and goes with it.
    ///
    /// # Errors
    /// If the case was not read by this store.
    pub fn content_key(&self, loaded: &LoadedCase, content: Uuid) -> Result<[u8; 32], Fault> {
        stored::of(loaded)?.key.of_content(content)
    }
}
